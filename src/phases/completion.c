/* SPDX-License-Identifier: MIT */
#include "src/phases/completion.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/ground/record.h"
#include "src/phases/eligibility.h"

/* Who sent it must not be joined with its text by who reads one of them. */
static const char blind[] = N_("It is judged blind: only the custodian of the codes asks for a "
			       "completion of it.");

const char *completion_blocked(const struct submission *s)
{
	enum submission_state state = submission_state_of(s->state);

	if (s->sealed_by != 0)
		return blind;
	return state == SUBMISSION_STATE_RECEIVED || state == SUBMISSION_STATE_ADMITTED ?
		       NULL :
		       N_("It has been decided on, withdrawn, excluded or joined to another: "
			  "nothing more is asked for.");
}

/* A line judged to be asked for, as the request has it. */
static const char *line_words(
	struct arena *arena, const struct eligibility_line *line, const char *lang)
{
	const char *words = eligibility_words(line, lang);

	return *line->note == '\0' ? words : arena_printf(arena, "%s %s", words, line->note);
}

/* What is missing, from what was given or else from what was judged to be asked for. A line that
 * says what such a question says is the question's. */
static struct error read_lines(struct context *ctx, struct arena *arena,
	const struct completion_input *input, const char *lang, struct completion_items *items)
{
	struct eligibility_lines judged;

	TRY(eligibility_lines(ctx, arena, input->submission_id, &judged));
	size_t most = input->n > judged.n ? input->n : judged.n;
	*items = (struct completion_items){ arena_alloc(arena, (most + 1) * sizeof(*items->rows)),
		0 };
	for (size_t i = 0; i < input->n; i++) {
		struct completion_item *item = &items->rows[items->n];

		*item = (struct completion_item){ .number = (int64_t)items->n + 1 };
		TRY(input_lines(
			arena, "missing", input->missing[i], REASON_MAX, false, &item->text));
		for (size_t k = 0; k < judged.n; k++)
			if (strcmp(item->text, line_words(arena, &judged.rows[k], lang)) == 0)
				item->question_id = judged.rows[k].question_id;
		items->n += *item->text != '\0' ? 1 : 0;
	}
	for (size_t i = 0; input->n == 0 && i < judged.n; i++)
		if (eligibility_outcome_of(judged.rows[i].outcome) == ELIGIBILITY_ASK) {
			items->rows[items->n] = (struct completion_item){ (int64_t)items->n + 1,
				line_words(arena, &judged.rows[i], lang),
				judged.rows[i].question_id, NULL, NULL, NULL };
			items->n++;
		}
	if (items->n > COMPLETION_LINES)
		return rule(N_("A request has 20 lines at most."));
	return items->n > 0 ? ok() : fail(E_REQUIRED, "missing");
}

static struct error check_due(struct context *ctx, int64_t due)
{
	if (due == 0)
		return fail(E_REQUIRED, "completion_due");
	return due > context_now(ctx) ? ok() :
					rule(N_("That time is over already: the sender needs time "
						"to answer."));
}

static struct error add(struct context *ctx, struct arena *arena,
	const struct completion_input *input, struct completion *c, const char **code, int64_t *id)
{
	struct submission s;
	struct completion_items items;

	TRY(submission_get(ctx, arena, input->submission_id, &s));
	*code = s.code;
	const char *why = completion_blocked(&s);
	if (why != NULL)
		return rule(why);
	TRY(check_due(ctx, c->due));
	TRY(read_lines(ctx, arena, input, s.lang, &items));
	TRY(store_completion_add(ctx->db, c, ctx->account.id, id));
	for (size_t i = 0; i < items.n; i++)
		TRY(store_completion_item_add(ctx->db, *id, &items.rows[i]));
	return ok();
}

struct error completion_add(struct context *ctx, const struct completion_input *input, int64_t *id)
{
	struct arena arena = { 0 };
	struct completion c = {
		.submission_id = input->submission_id, .ground = input->ground, .due = input->due
	};
	const char *code = "";

	TRY(require(ctx, ACT_SUBMISSION));
	c.asked = context_now(ctx);
	struct error e = record_clean(&arena, &record_of_completion, &c, IN_ADD);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		e = add(ctx, &arena, input, &c, &code, id);
		e = context_end(ctx, e, "completion.add", code);
	}
	arena_clear(&arena);
	return e;
}

/* The request, and that it may be acted on. */
static struct error get_open(
	struct context *ctx, struct arena *arena, int64_t id, struct completion *c)
{
	struct submission s;

	TRY(completion_get(ctx, arena, id, c));
	TRY(submission_get(ctx, arena, c->submission_id, &s));
	if (s.sealed_by != 0)
		return rule(blind);
	if (c->answered != 0)
		return rule(N_("It has been answered already."));
	return c->dropped != 0 ? rule(N_("It is not needed any more: make a new one.")) : ok();
}

static struct error take_version(struct context *ctx, struct arena *arena,
	const struct submission_input *input, struct completion *c)
{
	struct submission_input version = *input;

	version.submission.id = c->submission_id;
	version.submission.received = c->answered;
	TRY(submission_complete(ctx, arena, &version.submission, c->answered <= c->due));
	c->version = version.submission.version;
	return ok();
}

static struct error answer(struct context *ctx, struct arena *arena, int64_t id,
	const struct completion_answer *in, const char **code)
{
	struct completion c;

	TRY(get_open(ctx, arena, id, &c));
	*code = c.submission_code;
	TRY(input_lines(
		arena, "completion_answer", in->text, BODY_MAX, in->version == NULL, &c.answer));
	c.answered = in->at == 0 ? context_now(ctx) : in->at;
	if (c.answered < c.asked)
		return rule(N_("It cannot have been answered before it was asked for."));
	if (c.answered > context_now(ctx))
		return rule(N_("It cannot have been answered in the future."));
	if (in->version != NULL)
		TRY(take_version(ctx, arena, in->version, &c));
	return store_completion_update(ctx->db, &c);
}

struct error completion_answer(struct context *ctx, int64_t id, const struct completion_answer *in)
{
	struct arena arena = { 0 };
	const char *code = "";

	TRY(require(ctx, ACT_SUBMISSION));
	TRY(context_begin(ctx));
	struct error e = answer(ctx, &arena, id, in, &code);
	e = context_end(ctx, e, "completion.answer", code);
	arena_clear(&arena);
	return e;
}

static struct error remind(struct context *ctx, struct completion *c, int64_t due)
{
	if (due != 0)
		TRY(check_due(ctx, due));
	else if (c->due <= context_now(ctx))
		return rule(N_("Its time is over: give a new due time with the reminder."));
	c->reminded = context_now(ctx);
	c->due = due != 0 ? due : c->due;
	return ok();
}

static struct error drop(
	struct context *ctx, struct arena *arena, struct completion *c, const char *reason)
{
	TRY(input_lines(arena, "reason", reason, REASON_MAX, true, &c->reason));
	c->dropped = context_now(ctx);
	return ok();
}

static struct error run(
	struct context *ctx, const struct act *act, int64_t id, const struct answers *answers)
{
	struct arena arena = { 0 };
	struct completion c = { .submission_code = "" };

	TRY(require(ctx, ACT_SUBMISSION));
	TRY(context_begin(ctx));
	struct error e = get_open(ctx, &arena, id, &c);
	if (e.code == E_OK)
		e = act->which == COMPLETION_REMIND ?
			    remind(ctx, &c, answers->rows[0].moment.time) :
			    drop(ctx, &arena, &c, answers->rows[0].text);
	if (e.code == E_OK)
		e = store_completion_update(ctx->db, &c);
	e = context_end(ctx, e, act->log, c.submission_code == NULL ? "" : c.submission_code);
	arena_clear(&arena);
	return e;
}

static struct error blocked(struct context *ctx, struct arena *arena, const struct act *act,
	int64_t id, const char **why)
{
	struct completion c;

	(void)act;
	struct error e = get_open(ctx, arena, id, &c);
	if (e.code != E_RULE)
		return e;
	*why = e.field;
	return ok();
}

static const struct act_ask remind_asks[] = {
	{ .name = "completion_due",
		.option = "due",
		.kind = ASK_MOMENT,
		.until = true,
		.help = N_("a new day, and hour, until which the answer is to come") },
};
static const struct act_ask drop_asks[] = {
	{ .name = "reason", .required = true, .help = N_("the reason") },
};

const struct act completion_act_rows[COMPLETION_ACT_COUNT] = {
	[COMPLETION_REMIND] = { .verb = "remind",
		.log = "completion.remind",
		.told = N_("%s reminded of a request for completion: %s."),
		.action = ACT_SUBMISSION,
		.which = COMPLETION_REMIND,
		.asks = remind_asks,
		.ask_count = LEN(remind_asks),
		.help = N_("Notes that the sender was reminded; with a new due time if the old one "
			   "is over."),
		.title = NC_("title", "Reminder"),
		.question = N_("Note that the sender was reminded. A new day and hour until which "
			       "the answer is to come; empty: as it is."),
		.done = N_("Noted."),
		.many = N_("Note that the senders of %lu were reminded. A new day and hour; empty: "
			   "as it is."),
		.blocked = blocked,
		.run = run },
	[COMPLETION_DROP] = { .verb = "drop",
		.log = "completion.drop",
		.told = N_("%s recorded that a request for completion is not needed: %s."),
		.action = ACT_SUBMISSION,
		.which = COMPLETION_DROP,
		.asks = drop_asks,
		.ask_count = LEN(drop_asks),
		.help = N_("It is not needed any more, with a reason."),
		.title = NC_("title", "It is not needed any more"),
		.question = N_("Why does nothing more need to come?"),
		.done = N_("Recorded as not needed."),
		.many = N_("Why does nothing more need to come to these %lu?"),
		.blocked = blocked,
		.run = run },
};
