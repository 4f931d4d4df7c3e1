/* SPDX-License-Identifier: MIT */
#include "src/judging/dialogue.h"

#include "db/store/letter.h"
#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/ground/sides.h"
#include "src/judging/custody.h"
#include "src/judging/round.h"
#include "src/judging/traces.h"

struct error dialogue_may_ask(struct context *ctx, int64_t round_id)
{
	enum blind_stage stage;

	TRY(blind_stage(ctx, round_id, &stage));
	switch (stage) {
	case BLIND_NOT:
		return rule(
			N_("The names are known in this round: ask the team itself, by a letter or "
			   "a question of its challenge."));
	case BLIND_MASKING:
		return rule(
			N_("The texts have not been handed over to the jury yet: it has nothing to "
			   "ask about."));
	case BLIND_OPENED:
		return rule(N_("The names have been opened: the dialogue by code is over."));
	case BLIND_RELEASED:
		break;
	}
	return ok();
}

static struct error is_member(
	struct context *ctx, struct arena *arena, int64_t round_id, int64_t id)
{
	struct members members;

	TRY(round_members(ctx, arena, round_id, &members));
	for (size_t i = 0; i < members.n; i++)
		if (members.rows[i].id == id)
			return ok();
	return fail(E_NOT_FOUND, "juror");
}

static struct error add(struct context *ctx, struct arena *arena, struct dialogue *d,
	struct reference *object, int64_t *id)
{
	struct round round;
	struct item item;

	TRY(round_get(ctx, arena, d->round_id, &round));
	TRY(dialogue_may_ask(ctx, d->round_id));
	TRY(store_item_get(ctx->db, arena, d->item_id, &item));
	if (item.round_id != d->round_id)
		return fail(E_NOT_FOUND, "submission");
	if (d->member_id != 0)
		TRY(is_member(ctx, arena, d->round_id, d->member_id));
	*object = reference_part(KIND_ROUND, round.key, item.code);
	return store_dialogue_add(ctx->db, d, ctx->account.id, id);
}

struct error dialogue_ask(struct context *ctx, int64_t round_id, int64_t item_id, int64_t member_id,
	const char *text, int64_t *id)
{
	struct arena arena = { 0 };
	struct reference object = { "" };
	struct dialogue d = { .round_id = round_id,
		.item_id = item_id,
		.member_id = member_id,
		.asked = context_now(ctx) };

	TRY(require(ctx, ACT_DECIDE));
	struct error e = input_lines(&arena, "dialogue_question", text, REASON_MAX, true, &d.text);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		e = add(ctx, &arena, &d, &object, id);
		e = context_end(ctx, e, "dialogue.ask", object.text);
	}
	arena_clear(&arena);
	return e;
}

/* Nobody of the jury is told to an entrant, and no member of a team is known to the jury. */
static struct error names_nobody(struct context *ctx, struct arena *arena, const char *text)
{
	struct item item = { .code = "", .title = "", .body = text };
	struct findings findings = { 0 };
	struct names names;

	TRY(store_letter_guarded_names(ctx->db, arena, &names));
	traces_find(arena, &item, &names, &findings);
	for (size_t i = 0; i < findings.n; i++)
		if (finding_kind_of(findings.rows[i].kind) == FINDING_MEMBER)
			return rule(N_("The question names a juror or a member of a team: write it "
				       "without names."));
	return ok();
}

const char *dialogue_pass_blocked(const struct dialogue *d)
{
	return d->passed != 0 ? N_("The question has been handed on already.") : NULL;
}

const char *dialogue_answer_blocked(const struct dialogue *d)
{
	return d->answered != 0 ?
		       N_("The question has been answered; the answer does not change any more.") :
	       d->passed == 0 ? N_("Hand the question on to the entrant first.") :
				NULL;
}

static struct error blocked(const char *why)
{
	return why == NULL ? ok() : rule(why);
}

static struct reference told_as(const struct dialogue *d)
{
	return reference_part(KIND_ROUND, d->round_key, d->code);
}

static struct error pass(
	struct context *ctx, struct arena *arena, struct dialogue *d, const char *text)
{
	TRY(custody_require(ctx, d->round_id));
	TRY(blocked(dialogue_pass_blocked(d)));
	TRY(input_lines(arena, "passed_text", text == NULL ? d->text : text, REASON_MAX, true,
		&d->passed_text));
	TRY(names_nobody(ctx, arena, d->passed_text));
	d->passed = context_now(ctx);
	return store_dialogue_pass(ctx->db, d, ctx->account.id);
}

struct error dialogue_pass(struct context *ctx, int64_t id, const char *text)
{
	struct arena arena = { 0 };
	struct dialogue d = { .round_key = "", .code = "" };

	TRY(require(ctx, ACT_READ));
	TRY(context_begin(ctx));
	struct error e = dialogue_get(ctx, &arena, id, &d);
	if (e.code == E_OK)
		e = pass(ctx, &arena, &d, text);
	e = context_end(ctx, e, "dialogue.pass", told_as(&d).text);
	arena_clear(&arena);
	return e;
}

static struct error traces_of(struct context *ctx, struct arena *arena, const struct dialogue *d,
	const char *text, struct findings *findings)
{
	struct item item = { .code = d->code, .title = "", .body = text };
	struct names names;

	*findings = (struct findings){ 0 };
	TRY(custody_require(ctx, d->round_id));
	TRY(store_blind_names(ctx->db, arena, d->submission_id, &names));
	traces_find(arena, &item, &names, findings);
	findings->open = findings->n;
	return ok();
}

struct error dialogue_check(struct context *ctx, struct arena *arena, int64_t id, const char *text,
	struct findings *findings)
{
	struct dialogue d;

	TRY(dialogue_get(ctx, arena, id, &d));
	return traces_of(ctx, arena, &d, text, findings);
}

static struct error answer(struct context *ctx, struct arena *arena, struct dialogue *d,
	const char *masked, const char *reason)
{
	struct findings findings;

	TRY(custody_require(ctx, d->round_id));
	TRY(blocked(dialogue_answer_blocked(d)));
	TRY(input_lines(arena, "received_text", d->received, BODY_MAX, true, &d->received));
	TRY(input_lines(arena, "dialogue_answer", masked == NULL ? d->received : masked, BODY_MAX,
		true, &d->answer));
	TRY(input_lines(
		arena, "reason", reason == NULL ? "" : reason, REASON_MAX, false, &d->reason));
	TRY(traces_of(ctx, arena, d, d->answer, &findings));
	if (findings.open > 0 && *d->reason == '\0')
		return fail(E_REASON,
			N_("The answer to the jury still has words that may give the team away: mask "
			   "them, or write why they may stay."));
	d->answered = context_now(ctx);
	return store_dialogue_answer(ctx->db, d, ctx->account.id);
}

struct error dialogue_answer(struct context *ctx, int64_t id, const char *received,
	const char *masked, const char *reason)
{
	struct arena arena = { 0 };
	struct dialogue d = { .round_key = "", .code = "" };

	TRY(require(ctx, ACT_READ));
	TRY(context_begin(ctx));
	struct error e = dialogue_get(ctx, &arena, id, &d);
	if (e.code == E_OK) {
		d.received = received;
		e = answer(ctx, &arena, &d, masked, reason);
	}
	e = context_end(ctx, e, "dialogue.answer", told_as(&d).text);
	arena_clear(&arena);
	return e;
}

/* What only the custodian joins to a code. */
static void cover(struct dialogue *d)
{
	d->passed_text = d->received = d->reason = "";
	d->submission_code = d->team = "";
	d->submission_id = 0;
}

struct error dialogue_get(
	struct context *ctx, struct arena *arena, int64_t id, struct dialogue *dialogue)
{
	TRY(require(ctx, ACT_READ));
	struct error e = store_dialogue_get(ctx->db, arena, id, dialogue);

	if (e.code == E_OK && sides_sealed(ctx, dialogue->round_id))
		cover(dialogue);
	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "dialogue") : e;
}

struct error dialogue_find(struct context *ctx, int64_t round_id, int64_t number, int64_t *id)
{
	struct error e = store_dialogue_find(ctx->db, round_id, number, id);

	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "dialogue") : e;
}

struct error dialogue_ids(
	struct context *ctx, int64_t round_id, int64_t item_id, struct id_list *ids)
{
	TRY(require(ctx, ACT_READ));
	return store_dialogue_ids(ctx->db, round_id, item_id, ids);
}

struct error dialogue_of_submission(struct context *ctx, int64_t submission_id, struct id_list *ids)
{
	struct arena arena = { 0 };
	struct dialogue d;

	TRY(require(ctx, ACT_READ));
	struct error e = store_dialogue_of_submission(ctx->db, submission_id, ids);
	if (e.code == E_OK && ids->n > 0)
		e = store_dialogue_get(ctx->db, &arena, ids->ids[0], &d);
	if (e.code == E_OK && ids->n > 0 && sides_sealed(ctx, d.round_id))
		ids->n = 0;
	arena_clear(&arena);
	return e;
}

struct error dialogue_open(struct context *ctx, struct id_list *ids)
{
	return store_dialogue_open_ids(ctx->db, ids);
}

const char *dialogue_state(const struct dialogue *d)
{
	return d->answered != 0 ? "answered" : d->passed != 0 ? "passed" : "asked";
}

const char *dialogue_code(struct arena *arena, const struct dialogue *d)
{
	return arena_printf(arena, "%s/%lld", d->code, (long long)d->number);
}
