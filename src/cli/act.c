/* SPDX-License-Identifier: MIT */
#include "src/cli/act.h"

#include <string.h>

#include "src/base/i18n.h"
#include "src/roof/acts.h"

static const char *option_of(const struct act_ask *ask)
{
	return ask->option != NULL ? ask->option : ask->name;
}

static const char *value_of(const struct act_ask *ask)
{
	switch (ask->kind) {
	case ASK_LINES:
		return "TEXT";
	case ASK_DAY:
	case ASK_MOMENT:
		return "DATE";
	case ASK_CODE:
		return "WORD";
	}
	return "TEXT";
}

/* What is missing, a line each, where a reason is all that is asked for. */
static void tell_missing(struct cli *cli, const struct act *act, int64_t id, struct error e)
{
	struct checklist list;

	if (e.code == E_REASON && act->missing != NULL &&
		act->missing(&cli->ctx, act, id, &list).code == E_OK)
		print_missing(&list);
	const char *more = e.code == E_RULE && act->refused != NULL ?
				   act->refused(&cli->ctx, &cli->arena, id) :
				   "";
	if (*more != '\0')
		fprintf(stderr, "%s\n", more);
}

/* "Done.", or what it waits for; what it means besides goes to standard error, since it is no
 * result. */
static struct error tell_done(struct cli *cli, const struct act *act, const int64_t *ids)
{
	for (int i = 0; i < cli->argc; i++) {
		const char *note = act->note == NULL ? NULL : act->note(&cli->ctx, ids[i]);
		int64_t number = 0;

		if (note != NULL)
			fprintf(stderr, "%s: %s\n", cli->argv[i], _(note));
		if (act->waits != NULL)
			TRY(act->waits(&cli->ctx, ids[i], &number));
		if (number != 0) {
			/* TRANSLATORS: the number of a waiting act, twice. */
			print_done(cli,
				_("Waits for a second person as number %lld: klash confirm %lld"),
				(long long)number, (long long)number);
			return ok();
		}
	}
	return print_simply(cli);
}

static struct error find_all(struct cli *cli, enum kind kind, int64_t *ids)
{
	for (int i = 0; i < cli->argc; i++) {
		cli->subject = cli->argv[i];
		TRY(acts_find(&cli->ctx, kind, cli->argv[i], &ids[i]));
		for (int k = 0; k < i; k++)
			if (ids[k] == ids[i])
				return rule(N_("It is named twice."));
	}
	return ok();
}

static struct error run_act(struct cli *cli)
{
	const struct act *act = cli->verb->act;
	int64_t *ids = arena_alloc(&cli->arena, (size_t)cli->argc * sizeof(*ids)), failed;
	const char *texts[ASKS_MAX];
	struct answers answers = { 0 };

	for (size_t i = 0; i < act->ask_count; i++)
		texts[i] = option(cli, option_of(&act->asks[i]));
	TRY(find_all(cli, kind_of_noun(cli->noun->name), ids));
	TRY(act_answers(act, texts, &answers));
	struct error e = act_do(&cli->ctx, act, ids, (size_t)cli->argc, &answers, &failed);
	for (int i = 0; i < cli->argc; i++)
		if (ids[i] == failed)
			cli->subject = cli->argv[i];
	if (e.code != E_OK)
		tell_missing(cli, act, failed, e);
	TRY(e);
	return tell_done(cli, act, ids);
}

static void fill_options(struct arena *arena, const struct act *act, struct verb *verb)
{
	struct option_spec *options = arena_alloc(arena, (act->ask_count + 1) * sizeof(*options));

	for (size_t i = 0; i < act->ask_count; i++)
		options[i] = (struct option_spec){ option_of(&act->asks[i]),
			value_of(&act->asks[i]), act->asks[i].help };
	verb->options = options;
	verb->option_count = act->ask_count;
}

static void fill_verb(struct arena *arena, enum kind kind, const struct act *act, struct verb *verb)
{
	const char *operand = acts_operand(kind);

	*verb = (struct verb){ .name = act->verb,
		.operands = act->many == NULL ? operand : arena_printf(arena, "%s...", operand),
		.least = 1,
		.most = act->many == NULL ? 1 : -1,
		.run = run_act,
		.help = act->help,
		.act = act };
	fill_options(arena, act, verb);
}

/* A noun that does an act to more than those named has a verb of its own for it. */
static bool has_verb(const struct noun *noun, const char *name)
{
	for (size_t i = 0; i < noun->verb_count; i++)
		if (noun->verbs[i].name != NULL && strcmp(noun->verbs[i].name, name) == 0)
			return true;
	return false;
}

const struct noun *cli_with_acts(struct arena *arena, const struct noun *noun)
{
	enum kind kind = noun == NULL ? KIND_NONE : kind_of_noun(noun->name);
	struct noun *with;
	struct verb *verbs;
	size_t n = 0, own;

	while (acts_of(kind, n) != NULL)
		n++;
	if (n == 0)
		return noun;
	with = arena_alloc(arena, sizeof(*with));
	verbs = arena_alloc(arena, (noun->verb_count + n) * sizeof(*verbs));
	memcpy(verbs, noun->verbs, noun->verb_count * sizeof(*verbs));
	own = noun->verb_count;
	for (size_t i = 0; i < n; i++)
		if (!has_verb(noun, acts_of(kind, i)->verb))
			fill_verb(arena, kind, acts_of(kind, i), &verbs[own++]);
	*with = *noun;
	with->verbs = verbs;
	with->verb_count = own;
	return with;
}
