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
#include "src/registers/clocks.h"

/* Has it been served on who complains, and when at the latest could they have? Of anybody else than
 * an entrant: on anyone, and with the time of the last of them. */
static struct error find_last_day(struct context *ctx, struct arena *arena,
	const struct decision *d, struct complaint *c, bool *served)
{
	struct services services;
	struct regime regime;

	*served = false;
	c->last_day = 0;
	TRY(regime_of(ctx, arena, d->regime_id, &regime));
	TRY(store_services(ctx->db, arena, d->id, &services));
	for (size_t i = 0; i < services.n; i++) {
		const struct service *s = &services.rows[i];
		struct clocks clocks = clocks_of(&regime, s->deemed);
		int64_t last = clocks_for(&clocks, c->kind);

		if (*s->channel == '\0' ||
			(c->submission_id != 0 && c->submission_id != s->submission_id))
			continue;
		*served = true;
		c->last_day = last > c->last_day ? last : c->last_day;
	}
	return ok();
}

static struct error insert(
	struct context *ctx, struct arena *arena, struct complaint *c, char code[16], int64_t *id)
{
	struct decision d;
	bool served;

	TRY(decision_get(ctx, arena, c->decision_id, &d));
	if (decision_state_of(d.state) != DECISION_STATE_SIGNED ||
		decision_kind_of(d.kind) != DECISION_KIND_DECISION)
		return rule(N_("A complaint is about an approved decision."));
	TRY(find_last_day(ctx, arena, &d, c, &served));
	if (!served)
		return rule(
			N_("The decision has not been served on them, so their time has not begun: "
			   "record the service first."));
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
	if (c.interim == NULL)
		c.interim = "none";
	struct error e = record_clean(&arena, &record_of_complaint, &c, IN_ADD);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK)
		e = context_end(ctx, insert(ctx, &arena, &c, code, id), "complaint.add", code);
	arena_clear(&arena);
	return e;
}

struct error complaint_update(struct context *ctx, const struct complaint *in)
{
	struct arena arena = { 0 };
	struct complaint c = *in, before = { .code = "" };

	TRY(require(ctx, ACT_DECIDE));
	struct error e = record_clean(&arena, &record_of_complaint, &c, IN_EDIT);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		e = complaint_get(ctx, &arena, c.id, &before);
		if (e.code == E_OK && before.answered != 0)
			e = rule(N_("The complaint has been answered."));
		if (e.code == E_OK)
			e = store_complaint_update(ctx->db, &c);
		e = context_end(ctx, e, "complaint.edit", before.code);
	}
	arena_clear(&arena);
	return e;
}

struct error complaint_correction(struct context *ctx, int64_t id, int64_t *decision_id)
{
	struct error e = store_complaint_correction(ctx->db, id, decision_id);

	if (e.code == E_NOT_FOUND)
		*decision_id = 0;
	return e.code == E_NOT_FOUND ? ok() : e;
}

struct error complaint_name(
	struct context *ctx, struct arena *arena, const struct complaint *c, const char **name)
{
	struct regime regime;

	TRY(regime_of(ctx, arena, c->regime_id, &regime));
	*name = regime_remedy(&regime, c->kind);
	return ok();
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

/* What was not accepted changes nothing; what was, first leads to another decision unless it is
 * said what else follows from it. */
static const char *effect_of(const struct answer_to_complaint *answer)
{
	switch (complaint_outcome_of(answer->outcome)) {
	case COMPLAINT_OUTCOME_ACCEPTED:
	case COMPLAINT_OUTCOME_IN_PART:
		return *answer->effect == '\0' ? "correct" : answer->effect;
	case COMPLAINT_OUTCOME_REJECTED:
	case COMPLAINT_OUTCOME_DISMISSED:
	case COMPLAINT_OUTCOME_WITHDRAWN:
	case COMPLAINT_OUTCOME_UNKNOWN:
		break;
	}
	return "none";
}

static struct error answer_it(
	struct context *ctx, struct complaint *c, const struct answer_to_complaint *answer)
{
	if (c->answered != 0)
		return rule(N_("The complaint has been answered."));
	if (answer->day < c->received)
		return fail(E_INVALID, "date");
	c->outcome = answer->outcome;
	c->effect = effect_of(answer);
	c->answer = answer->text;
	c->answered = answer->day;
	TRY(store_complaint_answer(ctx->db, c));
	return search_index(ctx->db, SEARCH_COMPLAINT, c->id);
}

struct error complaint_answer(struct context *ctx, int64_t id, const struct answer_to_complaint *in)
{
	struct arena arena = { 0 };
	struct complaint c = { .code = "" };
	struct answer_to_complaint answer = *in;

	TRY(require(ctx, ACT_DECIDE));
	answer.effect = in->effect == NULL ? "" : in->effect;
	TRY(input_code("outcome", WORDS_COMPLAINT_OUTCOME, in->outcome == NULL ? "" : in->outcome));
	if (*answer.effect != '\0')
		TRY(input_code("effect", WORDS_EFFECT, answer.effect));
	if (answer.day == 0)
		answer.day = day_of_time(context_now(ctx));
	struct error e = input_lines(&arena, "answer", in->text, BODY_MAX, true, &answer.text);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		e = complaint_get(ctx, &arena, id, &c);
		if (e.code == E_OK)
			e = answer_it(ctx, &c, &answer);
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
	return complaint_answer(ctx, id,
		&(struct answer_to_complaint){ .outcome = answers->rows[0].text,
			.day = answers->rows[1].day,
			.effect = answers->rows[2].text,
			.text = answers->rows[3].text });
}

static const struct act_ask asks[] = {
	{ .name = "outcome",
		.kind = ASK_CODE,
		.required = true,
		.words = WORDS_COMPLAINT_OUTCOME,
		.help = N_("rejected, accepted, in_part, dismissed or withdrawn") },
	{ .name = "date", .kind = ASK_DAY, .help = N_("when it was answered; today unless given") },
	{ .name = "effect",
		.kind = ASK_CODE,
		.words = WORDS_EFFECT,
		.otherwise = "correct",
		.help = N_("what an accepted one means for the contract: none, correct, barred, "
			   "ineffective or paid; correct unless given") },
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
