/* SPDX-License-Identifier: MIT */
#include "src/ground/act.h"

#include "src/base/input.h"
#include "src/base/text.h"

static struct error read_answer(const struct act_ask *ask, const char *text, struct answer *answer)
{
	*answer = (struct answer){ .text = text == NULL ? "" : text };
	switch (ask->kind) {
	case ASK_LINES:
		return ok(); /* the act itself cleans it */
	case ASK_DAY:
		TRY(input_day(ask->name, answer->text, &answer->day));
		return ask->required && answer->day == 0 ? fail(E_REQUIRED, ask->name) : ok();
	case ASK_MOMENT:
		if (*answer->text == '\0')
			return ask->required ? fail(E_REQUIRED, ask->name) : ok();
		return moment_parse(
			answer->text, ask->until ? EDGE_END : EDGE_START, &answer->moment);
	case ASK_CODE:
		if (text == NULL)
			answer->text =
				ask->otherwise != NULL ? ask->otherwise : text_code(ask->words, 0);
		return input_code(ask->name, ask->words, answer->text);
	}
	return ok();
}

struct error act_answers(const struct act *act, const char *const *texts, struct answers *answers)
{
	for (size_t i = 0; i < act->ask_count; i++)
		TRY(read_answer(&act->asks[i], texts[i], &answers->rows[i]));
	return ok();
}

struct error act_blocked(struct context *ctx, const struct act *act, int64_t id, const char **why)
{
	struct arena arena = { 0 };

	*why = NULL;
	struct error e = act->blocked == NULL ? ok() : act->blocked(ctx, &arena, act, id, why);
	arena_clear(&arena);
	return e;
}

static struct error do_one(
	struct context *ctx, const struct act *act, int64_t id, const struct answers *answers)
{
	const char *why;

	TRY(require(ctx, act->action));
	TRY(act_blocked(ctx, act, id, &why));
	return why != NULL ? rule(why) : act->run(ctx, act, id, answers);
}

struct error act_do(struct context *ctx, const struct act *act, const int64_t *ids, size_t n,
	const struct answers *answers, int64_t *failed)
{
	struct error e = ok();

	*failed = ids[0];
	if (n == 1)
		return do_one(ctx, act, ids[0], answers);
	TRY(context_begin_series(ctx));
	for (size_t i = 0; e.code == E_OK && i < n; i++) {
		*failed = ids[i];
		e = do_one(ctx, act, ids[i], answers);
	}
	return context_end_series(ctx, e);
}
