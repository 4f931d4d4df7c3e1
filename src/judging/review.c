/* SPDX-License-Identifier: MIT */
#include "src/judging/review.h"
#include "src/ground/sides.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/ground/record.h"

const char *assignment_blocked(
	const struct round *round, const struct assignment *assignment, bool declared)
{
	switch (round_state_of(round->state)) {
	case ROUND_STATE_CLOSED:
		return N_("The round is closed.");
	case ROUND_STATE_PLANNED:
	case ROUND_STATE_UNKNOWN:
		return N_("The round has not been opened yet.");
	case ROUND_STATE_OPEN:
		break;
	}
	if (member_state_of(assignment->member_state) != MEMBER_STATE_ACTIVE)
		return N_("This juror has been excused or replaced.");
	if (assignment->gone)
		return N_("It has already been withdrawn or excluded.");
	if (assignment->barred > 0)
		return N_("This juror is disqualified from it.");
	if (!declared)
		return N_("This juror has not declared conflicts of interest yet.");
	return NULL;
}

const char *score_blocked(const struct criterion *c, int64_t score, bool complete)
{
	if (score < 0)
		return complete ? N_("Every criterion needs a score before the review can be "
				     "submitted.") :
				  NULL;
	if (score < c->low || score > c->high || (score - c->low) % c->step != 0)
		return N_("A score is not on the scale of its criterion.");
	return NULL;
}

struct error check_scores(
	const struct criteria *criteria, const struct review_input *input, bool complete)
{
	if (input->n != criteria->n)
		return fail(E_INVALID, "score");
	for (size_t i = 0; i < criteria->n; i++) {
		const char *blocked = score_blocked(&criteria->rows[i], input->scores[i], complete);

		if (blocked != NULL)
			return rule(blocked);
	}
	return ok();
}

struct error review_clean(
	struct arena *arena, const struct review_input *in, struct review_input *out)
{
	struct review row = { .notes = in->notes, .feedback = in->feedback };

	*out = *in;
	TRY(record_clean(arena, &record_of_review, &row, IN_EDIT));
	out->notes = row.notes;
	out->feedback = row.feedback;
	return ok();
}

char *scores_to_json(
	struct arena *arena, const struct criteria *criteria, const struct review_input *input)
{
	json_t *object = json_object();

	for (size_t i = 0; i < criteria->n; i++)
		if (input->scores[i] >= 0)
			json_object_set_new(
				object, criteria->rows[i].key, json_integer(input->scores[i]));
	char *dumped = json_dumps(object, JSON_COMPACT);
	char *text = arena_text(arena, dumped);
	free(dumped);
	json_decref(object);
	return text;
}

static struct error read_draft(
	struct context *ctx, struct arena *arena, int64_t assignment_id, struct draft *draft)
{
	*draft = (struct draft){ 0 };
	struct error e = store_draft_get(ctx->db, arena, assignment_id, draft);
	return e.code == E_NOT_FOUND ? ok() : e;
}

static const struct review *submitted_of(const struct reviews *history)
{
	for (size_t i = 0; i < history->n; i++)
		if (review_state_of(history->rows[i].state) == REVIEW_STATE_SUBMITTED)
			return &history->rows[i];
	return NULL;
}

static bool is_own(const struct review *review)
{
	return *review->entered_by == '\0' || review->confirmed != 0;
}

struct error review_own(
	struct context *ctx, struct arena *arena, int64_t assignment_id, struct review_own *own)
{
	struct reviews history;
	struct draft draft;

	TRY(store_reviews_of(ctx->db, arena, assignment_id, &history));
	TRY(read_draft(ctx, arena, assignment_id, &draft));
	const struct review *review = submitted_of(&history);
	*own = (struct review_own){
		.submitted = review != NULL && is_own(review) ? review->submitted : 0,
		.draft = draft.saved,
		.draft_by_office = draft.entered_by != 0,
	};
	return ok();
}

static const char *reason_of(const struct review_input *input)
{
	return input->over_juror == NULL ? "" : input->over_juror;
}

static struct error keep_scores(
	struct context *ctx, const struct criteria *criteria, const char *json, int64_t review_id)
{
	struct arena arena = { 0 };
	int64_t *scores = arena_alloc(&arena, (criteria->n + 1) * sizeof(*scores));
	struct error e = ok();

	for (size_t i = 0; i < criteria->n; i++)
		scores[i] = -1;
	scores_from_json(json, criteria, scores);
	for (size_t i = 0; e.code == E_OK && i < criteria->n; i++)
		if (scores[i] >= 0)
			e = store_score_add(ctx->db, review_id, criteria->rows[i].id, scores[i]);
	arena_clear(&arena);
	return e;
}

/* What a juror typed is never gone: a draft in whose place something else comes is kept as a
 * revision. The office's own drafts are only when they are displaced on purpose. */
static struct error keep_draft(struct context *ctx, const struct criteria *criteria,
	int64_t assignment_id, const struct review_input *input)
{
	struct arena arena = { 0 };
	struct draft draft;
	int64_t id;
	struct error e = read_draft(ctx, &arena, assignment_id, &draft);
	bool keep = e.code == E_OK && draft.id != 0 &&
		    (draft.entered_by == 0 || input->over_juror != NULL);

	if (keep) {
		struct review kept = { .assignment_id = assignment_id,
			.submitted = draft.saved,
			.taken_back = context_now(ctx),
			.notes = draft.notes,
			.feedback = draft.feedback,
			.displaced_reason = reason_of(input) };

		e = store_review_keep_draft(ctx->db, &kept, draft.entered_by, ctx->account.id, &id);
		if (e.code == E_OK)
			e = keep_scores(ctx, criteria, draft.scores, id);
	}
	arena_clear(&arena);
	return e;
}

struct error draft_insert(struct context *ctx, const struct criteria *criteria,
	int64_t assignment_id, const struct review_input *input)
{
	struct arena arena = { 0 };
	struct draft draft = { .scores = scores_to_json(&arena, criteria, input),
		.notes = input->notes,
		.feedback = input->feedback,
		.saved = context_now(ctx),
		.entered_by = ctx->account.id };
	struct error e = keep_draft(ctx, criteria, assignment_id, input);
	if (e.code == E_OK)
		e = store_draft_put(ctx->db, assignment_id, &draft);

	arena_clear(&arena);
	return e;
}

/* The submitted review, if there is one, counts no longer; where its place is taken on purpose, it
 * says by whom and why. */
static struct error supersede(struct context *ctx, int64_t assignment_id, const char *reason)
{
	struct arena arena = { 0 };
	struct reviews history;
	struct error e = store_reviews_of(ctx->db, &arena, assignment_id, &history);
	const struct review *review = e.code == E_OK ? submitted_of(&history) : NULL;

	if (review != NULL)
		e = store_review_take_back(ctx->db, review->id, context_now(ctx));
	if (review != NULL && e.code == E_OK && reason != NULL)
		e = store_review_displace(ctx->db, review->id, ctx->account.id, reason);
	arena_clear(&arena);
	return e;
}

struct error review_insert(struct context *ctx, const struct criteria *criteria,
	int64_t assignment_id, const struct review_input *input, const char *source)
{
	int64_t id;

	TRY(check_scores(criteria, input, true));
	TRY(keep_draft(ctx, criteria, assignment_id, input));
	TRY(supersede(ctx, assignment_id, input->over_juror));
	struct review review = { .assignment_id = assignment_id,
		.submitted = context_now(ctx),
		.notes = input->notes,
		.feedback = input->feedback,
		.source = source };
	TRY(store_review_add(ctx->db, &review, ctx->account.id, &id));
	for (size_t i = 0; i < criteria->n; i++)
		TRY(store_score_add(ctx->db, id, criteria->rows[i].id, input->scores[i]));
	return store_draft_delete(ctx->db, assignment_id);
}

struct error assignment_list(struct context *ctx, struct arena *arena, int64_t round_id,
	int64_t item_id, int64_t member_id, struct assignments *assignments)
{
	TRY(store_assignments(ctx->db, arena, round_id, item_id, member_id, assignments));
	bool sealed = !may_see(ctx, round_id, SIDE_JURY, SIDED_CODE);
	for (size_t i = 0; sealed && i < assignments->n; i++)
		assignments->rows[i].submission_id = 0;
	return ok();
}

struct error assignment_get(struct context *ctx, struct arena *arena, int64_t assignment_id,
	struct assignment *assignment)
{
	struct error e = store_assignment_get(ctx->db, arena, assignment_id, assignment);

	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "submission") : e;
}

/* What every write of a review needs to know, read inside its transaction. */
struct desk_work {
	struct arena arena;
	struct round round;
	struct criteria criteria;
	struct assignment assignment;
	struct review_input input;
	bool displaces; /* the juror's own, on purpose */
	struct reference object;
};

/* Grows with every draft and every submitting; never 0. */
static int64_t content_version(const struct reviews *history, const struct draft *draft)
{
	int64_t revision = history->n == 0 ? 0 : history->rows[0].revision;

	return 1 + draft->v + revision * ((int64_t)1 << 32);
}

static struct error check_seen(struct context *ctx, struct desk_work *work)
{
	struct reviews history;
	struct draft draft;

	if (work->input.v == 0)
		return ok();
	TRY(store_reviews_of(ctx->db, &work->arena, work->assignment.id, &history));
	TRY(read_draft(ctx, &work->arena, work->assignment.id, &draft));
	return content_version(&history, &draft) == work->input.v ? ok() : fail(E_STALE, NULL);
}

static struct error check_writable(struct context *ctx, struct desk_work *work)
{
	struct members members;
	bool declared = false;

	TRY(round_members(ctx, &work->arena, work->round.id, &members));
	for (size_t i = 0; i < members.n; i++)
		if (members.rows[i].id == work->assignment.member_id)
			declared = members.rows[i].declared != 0;
	const char *blocked = assignment_blocked(&work->round, &work->assignment, declared);
	return blocked == NULL ? ok() : rule(blocked);
}

static struct error read_work(
	struct context *ctx, int64_t round_id, int64_t assignment_id, struct desk_work *work)
{
	TRY(round_get(ctx, &work->arena, round_id, &work->round));
	TRY(round_criteria(ctx, &work->arena, round_id, &work->criteria));
	TRY(assignment_get(ctx, &work->arena, assignment_id, &work->assignment));
	work->object = reference_key(KIND_ROUND, work->round.key);
	TRY(check_writable(ctx, work));
	return check_seen(ctx, work);
}

/* The office takes the place of a juror's own work only on purpose. A draft takes that of a draft
 * only: what was submitted goes on counting beside it, and is what its juror sees. */
static struct error check_own(struct context *ctx, struct desk_work *work, bool submits)
{
	struct review_own own;

	TRY(review_own(ctx, &work->arena, work->assignment.id, &own));
	bool draft = own.draft != 0 && !own.draft_by_office;
	bool review = submits && own.submitted != 0;
	if (work->input.over_juror != NULL || (!review && !draft)) {
		work->displaces = review || draft;
		return ok();
	}
	return fail(E_REASON, review ? N_("The juror's own review has been submitted.") :
				       N_("The juror has an unfinished draft of it."));
}

static struct error clean_input(const struct review_input *input, struct desk_work *work)
{
	TRY(review_clean(&work->arena, input, &work->input));
	if (input->over_juror == NULL)
		return ok();
	return input_line(&work->arena, "reason", input->over_juror, FIELD_MAX, true,
		&work->input.over_juror);
}

struct error review_save_draft(struct context *ctx, int64_t round_id, int64_t assignment_id,
	const struct review_input *input)
{
	struct desk_work work = { 0 };

	TRY(require(ctx, ACT_REVIEW_ENTER));
	struct error e = clean_input(input, &work);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		e = read_work(ctx, round_id, assignment_id, &work);
		if (e.code == E_OK)
			e = check_own(ctx, &work, false);
		if (e.code == E_OK)
			e = check_scores(&work.criteria, &work.input, false);
		if (e.code == E_OK)
			e = draft_insert(ctx, &work.criteria, assignment_id, &work.input);
		e = context_end(
			ctx, e, work.displaces ? "review.displace" : NULL, work.object.text);
	}
	arena_clear(&work.arena);
	return e;
}

struct error review_submit(struct context *ctx, int64_t round_id, int64_t assignment_id,
	const struct review_input *input, const char *source)
{
	struct desk_work work = { 0 };
	const char *where = "";

	TRY(require(ctx, ACT_REVIEW_ENTER));
	struct error e = clean_input(input, &work);
	if (e.code == E_OK)
		e = input_line(&work.arena, "source", source, FIELD_MAX, true, &where);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		e = read_work(ctx, round_id, assignment_id, &work);
		if (e.code == E_OK)
			e = check_own(ctx, &work, true);
		if (e.code == E_OK)
			e = review_insert(ctx, &work.criteria, assignment_id, &work.input, where);
		e = context_end(ctx, e, "review.submit", work.object.text);
	}
	arena_clear(&work.arena);
	return e;
}

static struct error content_of_review(struct context *ctx, struct arena *arena,
	const struct criteria *criteria, int64_t review_id, int64_t *scores)
{
	struct scores list;

	TRY(store_scores_of(ctx->db, arena, review_id, &list));
	for (size_t c = 0; c < criteria->n; c++)
		for (size_t i = 0; i < list.n; i++)
			if (strcmp(list.rows[i].key, criteria->rows[c].key) == 0)
				scores[c] = list.rows[i].value;
	return ok();
}

/* Taking back leaves a draft with what was submitted, ready to be changed. */
static struct error take_back(struct context *ctx, struct desk_work *work, int64_t assignment_id)
{
	struct reviews history;
	struct draft newer;
	int64_t *scores = arena_alloc(&work->arena, (work->criteria.n + 1) * sizeof(*scores));

	TRY(store_reviews_of(ctx->db, &work->arena, assignment_id, &history));
	const struct review *review = submitted_of(&history);
	if (review == NULL)
		return rule(N_("There is no submitted review to take back."));
	TRY(content_of_review(ctx, &work->arena, &work->criteria, review->id, scores));
	TRY(supersede(ctx, assignment_id, NULL));
	TRY(read_draft(ctx, &work->arena, assignment_id, &newer));
	if (newer.id != 0)
		return ok();
	struct review_input input = { .scores = scores,
		.n = work->criteria.n,
		.notes = review->notes,
		.feedback = review->feedback };
	return draft_insert(ctx, &work->criteria, assignment_id, &input);
}

struct error review_take_back(struct context *ctx, int64_t round_id, int64_t assignment_id)
{
	struct desk_work work = { 0 };

	TRY(require(ctx, ACT_REVIEW_ENTER));
	struct error e = context_begin(ctx);
	if (e.code == E_OK) {
		e = read_work(ctx, round_id, assignment_id, &work);
		if (e.code == E_OK)
			e = take_back(ctx, &work, assignment_id);
		e = context_end(ctx, e, "review.take_back", work.object.text);
	}
	arena_clear(&work.arena);
	return e;
}

void scores_from_json(const char *text, const struct criteria *criteria, int64_t *scores)
{
	json_t *object = json_loads(text, 0, NULL);

	for (size_t i = 0; i < criteria->n; i++) {
		const json_t *score = json_object_get(object, criteria->rows[i].key);

		if (json_is_integer(score))
			scores[i] = json_integer_value(score);
	}
	json_decref(object);
}

struct error review_content(struct context *ctx, struct arena *arena, int64_t round_id,
	int64_t assignment_id, struct review_content *content)
{
	struct criteria criteria;
	struct reviews history;
	struct draft draft;

	*content = (struct review_content){ .notes = "", .feedback = "" };
	TRY(round_criteria(ctx, arena, round_id, &criteria));
	content->scores = arena_alloc(arena, (criteria.n + 1) * sizeof(*content->scores));
	for (size_t i = 0; i < criteria.n; i++)
		content->scores[i] = -1;
	TRY(store_reviews_of(ctx->db, arena, assignment_id, &history));
	const struct review *review = submitted_of(&history);
	content->is_submitted = review != NULL;
	TRY(read_draft(ctx, arena, assignment_id, &draft));
	content->v = content_version(&history, &draft);
	if (draft.id != 0) {
		content->is_draft = true;
		content->notes = draft.notes;
		content->feedback = draft.feedback;
		scores_from_json(draft.scores, &criteria, content->scores);
		return ok();
	}
	if (review == NULL)
		return ok();
	content->notes = review->notes;
	content->feedback = review->feedback;
	return content_of_review(ctx, arena, &criteria, review->id, content->scores);
}

struct error review_history(
	struct context *ctx, struct arena *arena, int64_t assignment_id, struct reviews *reviews)
{
	return store_reviews_of(ctx->db, arena, assignment_id, reviews);
}

struct error review_scores(
	struct context *ctx, struct arena *arena, int64_t review_id, struct scores *scores)
{
	return store_scores_of(ctx->db, arena, review_id, scores);
}
