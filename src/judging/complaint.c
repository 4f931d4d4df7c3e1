/* SPDX-License-Identifier: MIT
 * Correction requests and appeals against a decision. */
#include <stdio.h>
#include <string.h>

#include "db/search.h"
#include "db/store/code.h"
#include "db/store/team.h"
#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/ground/record.h"
#include "src/judging/decision.h"
#include "src/judging/service.h"

static struct error insert(
	struct context *ctx, struct arena *arena, struct complaint *c, char code[16], int64_t *id)
{
	struct decision d;

	TRY(decision_get(ctx, arena, c->decision_id, &d));
	if (decision_state_of(d.state) != DECISION_STATE_SIGNED ||
		decision_kind_of(d.kind) != DECISION_KIND_DECISION)
		return rule(N_("A complaint is about an approved decision."));
	TRY(store_code_next(ctx->db, "complaint", &c->number));
	snprintf(code, 16, "V-%d", (int)c->number);
	c->code = code;
	TRY(store_complaint_add(ctx->db, c, id));
	return search_index(ctx->db, SEARCH_COMPLAINT, *id);
}

struct error complaint_add(struct context *ctx, const struct complaint *in, int64_t *id)
{
	struct arena arena = { 0 };
	struct complaint c = *in;
	char code[16] = "";

	TRY(require(ctx, ACT_DECIDE));
	if (c.received == 0)
		c.received = day_of_time(context_now(ctx));
	struct error e = record_clean(&arena, &record_of_complaint, &c, IN_ADD);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK)
		e = context_end(ctx, insert(ctx, &arena, &c, code, id), "complaint.add", code);
	arena_clear(&arena);
	return e;
}

struct error complaint_get(
	struct context *ctx, struct arena *arena, int64_t id, struct complaint *complaint)
{
	struct error e = store_complaint_get(ctx->db, arena, id, complaint);

	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "complaint") : e;
}

struct error complaint_find(struct context *ctx, const char *code, int64_t *id)
{
	struct error e = store_complaint_find(ctx->db, code, id);

	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "complaint") : e;
}

struct error complaint_ids(struct context *ctx, int64_t decision_id, struct id_list *ids)
{
	TRY(require(ctx, ACT_READ));
	return store_complaint_ids(ctx->db, decision_id, ids);
}

static struct error answer_it(struct context *ctx, struct complaint *c, const char *outcome,
	const char *answer, int64_t day)
{
	if (c->answered != 0)
		return rule(N_("The complaint has been answered."));
	if (day < c->received)
		return fail(E_INVALID, "date");
	c->outcome = outcome;
	c->answer = answer;
	c->answered = day;
	TRY(store_complaint_answer(ctx->db, c));
	return search_index(ctx->db, SEARCH_COMPLAINT, c->id);
}

struct error complaint_answer(
	struct context *ctx, int64_t id, const char *outcome, const char *answer, int64_t day)
{
	struct arena arena = { 0 };
	struct complaint c = { .code = "" };
	const char *text = "";

	TRY(require(ctx, ACT_DECIDE));
	TRY(input_code("outcome", WORDS_COMPLAINT_OUTCOME, outcome == NULL ? "" : outcome));
	if (day == 0)
		day = day_of_time(context_now(ctx));
	struct error e = input_lines(&arena, "answer", answer, BODY_MAX, true, &text);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		e = complaint_get(ctx, &arena, id, &c);
		if (e.code == E_OK)
			e = answer_it(ctx, &c, outcome, text, day);
		e = context_end(ctx, e, complaint_answering.log, c.code);
	}
	arena_clear(&arena);
	return e;
}

static struct error blocked(struct context *ctx, struct arena *arena, const struct act *act,
	int64_t id, const char **why)
{
	struct complaint c;

	(void)act;
	TRY(complaint_get(ctx, arena, id, &c));
	if (c.answered != 0)
		*why = N_("The complaint has been answered.");
	return ok();
}

static struct error run(
	struct context *ctx, const struct act *act, int64_t id, const struct answers *answers)
{
	(void)act;
	return complaint_answer(
		ctx, id, answers->rows[0].text, answers->rows[2].text, answers->rows[1].day);
}

static const struct act_ask asks[] = {
	{ .name = "outcome",
		.kind = ASK_CODE,
		.required = true,
		.words = WORDS_COMPLAINT_OUTCOME,
		.help = N_("rejected, accepted, in_part, dismissed or withdrawn") },
	{ .name = "date", .kind = ASK_DAY, .help = N_("when it was answered; today unless given") },
	{ .name = "answer", .option = "text", .required = true, .help = N_("the answer") },
};

const struct act complaint_answering = { .verb = "answer",
	.log = "complaint.answer",
	.told = N_("%s recorded the answer to a complaint: %s."),
	.action = ACT_DECIDE,
	.asks = asks,
	.ask_count = LEN(asks),
	.help = N_("Records the answer."),
	.title = NC_("title", "Answer"),
	.question = N_("How the complaint ended. The answer does not change any more."),
	.done = N_("Saved."),
	.blocked = blocked,
	.run = run };
