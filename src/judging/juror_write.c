/* SPDX-License-Identifier: MIT
 * What a juror writes. Right and version are checked inside the transaction that writes: the
 * account and the key by context_begin, the seat and the round here. */
#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/judging/juror.h"

/* What a write needs to know, read inside its transaction; it lives until juror_work_clear. */
struct juror_work {
	struct arena arena;
	struct juror_round round;
	struct criteria criteria;
	struct juror_item item;
	struct reference object;
};

/* Excused, barred or too late: told as it is, because it was theirs. */
static struct error check_round(struct context *ctx, int64_t assignment_id, struct juror_work *work)
{
	int64_t round_id;
	struct error e = store_juror_round_of(ctx->db, assignment_id, &round_id);

	if (e.code == E_NOT_FOUND)
		return fail(E_NOT_FOUND, "submission");
	TRY(e);
	TRY(juror_round(ctx, &work->arena, round_id, &work->round));
	enum juror_stop stop = juror_stop(&work->round);
	return stop == JUROR_MAY ? ok() : rule(juror_stop_words(stop));
}

static struct error check_item(const struct juror_item *item)
{
	if (item->state == JUROR_RECUSED)
		return rule(N_("A conflict of interest bars you from this submission."));
	if (item->state == JUROR_GONE)
		return rule(N_("This submission has been withdrawn; it is not reviewed."));
	return ok();
}

/* Before a review of it is written. */
static struct error check_reviewed(const struct juror_item *item)
{
	if (item->state == JUROR_ABSTAINED)
		return rule(N_("You have abstained from this submission. Take that back to review "
			       "it (x)."));
	return check_item(item);
}

static struct error juror_work_read(
	struct context *ctx, int64_t assignment_id, struct juror_work *work)
{
	TRY(check_round(ctx, assignment_id, work));
	work->object = reference_key(KIND_ROUND, work->round.key);
	return juror_item(ctx, &work->arena, assignment_id, &work->criteria, &work->item);
}

static void juror_work_clear(struct juror_work *work)
{
	arena_clear(&work->arena);
}

/* What every write does around its own part; NULL verb: not logged. */
typedef struct error (*writing)(struct context *ctx, struct juror_work *work, void *arg);

static struct error write_item(
	struct context *ctx, int64_t assignment_id, const char *verb, writing part, void *arg)
{
	struct juror_work work = { 0 };

	TRY(require_self(ctx, ACT_REVIEW_OWN));
	TRY(context_begin(ctx));
	struct error e = juror_work_read(ctx, assignment_id, &work);
	if (e.code == E_OK)
		e = part(ctx, &work, arg);
	e = context_end(ctx, e, verb, work.object.text);
	juror_work_clear(&work);
	return e;
}

/* What is being saved, and over what; `place` may be NULL. */
struct saving {
	const struct review_input *input;
	const struct juror_place *place;
	struct juror_version *seen, after;
};

static bool same_content(const struct juror_item *item, const struct review_input *input,
	const struct criteria *criteria)
{
	for (size_t i = 0; i < criteria->n; i++)
		if (item->scores[i] != input->scores[i])
			return false;
	return strcmp(item->notes, input->notes) == 0 &&
	       strcmp(item->feedback, input->feedback) == 0;
}

static struct error check_version(const struct juror_work *work, const struct saving *saving,
	const struct review_input *input)
{
	const struct juror_version *now = &work->item.version;

	if (now->revision == saving->seen->revision && now->draft == saving->seen->draft)
		return ok();
	/* The other window saved the very same. */
	if (work->item.state == JUROR_DRAFT && same_content(&work->item, input, &work->criteria))
		return ok();
	return fail(E_STALE, NULL);
}

static struct error put_draft(struct context *ctx, struct juror_work *work,
	const struct review_input *input, struct juror_version *after)
{
	const struct juror_item *item = &work->item;
	struct juror_draft draft = { .assignment_id = item->paper.id,
		.scores = scores_to_json(&work->arena, &work->criteria, input),
		.notes = input->notes,
		.feedback = input->feedback,
		.saved = context_now(ctx) };

	*after = (struct juror_version){ item->version.revision, item->version.draft + 1 };
	return store_juror_draft_put(ctx->db, &draft, item->version.draft == 0);
}

/* One place a round. */
static struct error put_place(
	struct context *ctx, struct arena *arena, const struct juror_place *place)
{
	struct juror_places places;
	struct juror_place row = *place;

	row.at = context_now(ctx);
	TRY(store_juror_places(ctx->db, arena, place->round_id, &places));
	return store_juror_place_put(ctx->db, &row, places.n == 0);
}

static struct error save(struct context *ctx, struct juror_work *work, void *arg)
{
	struct saving *saving = arg;
	struct review_input input;

	TRY(check_reviewed(&work->item));
	TRY(review_clean(&work->arena, saving->input, &input));
	TRY(check_version(work, saving, &input));
	if (work->item.state == JUROR_SUBMITTED)
		return rule(N_("This review has been submitted. Take it back to change it."));
	TRY(check_scores(&work->criteria, &input, false));
	TRY(put_draft(ctx, work, &input, &saving->after));
	return saving->place == NULL ? ok() : put_place(ctx, &work->arena, saving->place);
}

struct error juror_save(struct context *ctx, int64_t assignment_id,
	const struct review_input *input, const struct juror_place *place,
	struct juror_version *version)
{
	struct saving saving = { .input = input, .place = place, .seen = version };

	TRY(write_item(ctx, assignment_id, NULL, save, &saving));
	*version = saving.after;
	return ok();
}

static struct error insert_review(struct context *ctx, struct juror_work *work,
	const struct juror_item *item, const struct review_input *input)
{
	struct juror_review review = { .assignment_id = item->paper.id,
		.submitted = context_now(ctx),
		.notes = input->notes,
		.feedback = input->feedback };
	int64_t id;

	TRY(check_scores(&work->criteria, input, true));
	TRY(store_juror_review_add(ctx->db, &review, &id));
	for (size_t i = 0; i < work->criteria.n; i++)
		TRY(store_juror_score_add(
			ctx->db, id, work->criteria.rows[i].id, input->scores[i]));
	return store_juror_draft_delete(ctx->db, item->paper.id);
}

static struct error submit(struct context *ctx, struct juror_work *work, void *arg)
{
	struct saving *saving = arg;
	struct review_input input;

	TRY(check_reviewed(&work->item));
	TRY(review_clean(&work->arena, saving->input, &input));
	TRY(check_version(work, saving, &input));
	if (work->item.state == JUROR_SUBMITTED)
		return rule(N_("This review has been submitted. Take it back to change it."));
	saving->after = (struct juror_version){ work->item.version.revision + 1, 0 };
	return insert_review(ctx, work, &work->item, &input);
}

struct error juror_submit(struct context *ctx, int64_t assignment_id,
	const struct review_input *input, struct juror_version *version)
{
	struct saving saving = { .input = input, .seen = version };

	TRY(write_item(ctx, assignment_id, "juror.submit", submit, &saving));
	*version = saving.after;
	return ok();
}

static struct error submit_complete(
	struct context *ctx, int64_t round_id, struct juror_work *work, size_t *n)
{
	struct juror_items items;

	TRY(juror_round(ctx, &work->arena, round_id, &work->round));
	work->object = reference_key(KIND_ROUND, work->round.key);
	enum juror_stop stop = juror_stop(&work->round);
	if (stop != JUROR_MAY)
		return rule(juror_stop_words(stop));
	TRY(juror_items(ctx, &work->arena, round_id, &items));
	work->criteria = items.criteria;
	*n = 0;
	for (size_t i = 0; i < items.n; i++) {
		const struct juror_item *item = &items.rows[i];
		struct review_input input = { item->scores, items.criteria.n, item->notes,
			item->feedback };

		if (item->state != JUROR_DRAFT ||
			!juror_is_complete(item->scores, items.criteria.n))
			continue;
		TRY(insert_review(ctx, work, item, &input));
		(*n)++;
	}
	return *n > 0 ? ok() : rule(N_("No draft is complete yet: each criterion needs a score."));
}

struct error juror_submit_all(struct context *ctx, int64_t round_id, size_t *n)
{
	struct juror_work work = { 0 };

	TRY(require_self(ctx, ACT_REVIEW_OWN));
	TRY(context_begin(ctx));
	struct error e = submit_complete(ctx, round_id, &work, n);
	e = context_end(ctx, e, "juror.submit_all", work.object.text);
	juror_work_clear(&work);
	return e;
}

static struct error take_back(struct context *ctx, struct juror_work *work, void *arg)
{
	struct saving *saving = arg;
	const struct juror_item *item = &work->item;

	TRY(check_reviewed(item));
	if (item->state != JUROR_SUBMITTED)
		return rule(N_("There is no submitted review to take back."));
	if (item->version.revision != saving->seen->revision)
		return fail(E_STALE, NULL);
	struct review_input input = { item->scores, work->criteria.n, item->notes, item->feedback };
	TRY(store_juror_review_take_back(ctx->db, item->paper.id, context_now(ctx)));
	return put_draft(ctx, work, &input, &saving->after);
}

struct error juror_take_back(
	struct context *ctx, int64_t assignment_id, struct juror_version *version)
{
	struct saving saving = { .seen = version };

	TRY(write_item(ctx, assignment_id, "juror.take_back", take_back, &saving));
	*version = saving.after;
	return ok();
}

/* What is confirmed, and how it was seen. */
struct confirming {
	const struct juror_seen *seen;
	size_t n;
};

static struct error confirm_one(
	struct context *ctx, const struct juror_items *items, const struct juror_seen *seen)
{
	for (size_t i = 0; i < items->n; i++) {
		const struct juror_item *item = &items->rows[i];

		if (item->paper.id != seen->assignment_id)
			continue;
		if (item->version.revision != seen->revision)
			return fail(E_STALE, NULL);
		return juror_is_unconfirmed(item) ?
			       store_juror_review_confirm(
				       ctx->db, item->paper.id, context_now(ctx)) :
			       rule(N_("There is nothing to confirm: the office has not entered "
				       "anything on your behalf."));
	}
	return fail(E_NOT_FOUND, "submission");
}

static struct error confirm(struct context *ctx, int64_t round_id, struct juror_work *work,
	const struct confirming *confirming)
{
	struct juror_items items;

	TRY(juror_round(ctx, &work->arena, round_id, &work->round));
	work->object = reference_key(KIND_ROUND, work->round.key);
	enum juror_stop stop = juror_stop(&work->round);
	if (stop != JUROR_MAY && stop != JUROR_CLOSED)
		return rule(juror_stop_words(stop));
	TRY(juror_items(ctx, &work->arena, round_id, &items));
	for (size_t i = 0; i < confirming->n; i++)
		TRY(confirm_one(ctx, &items, &confirming->seen[i]));
	return ok();
}

struct error juror_confirm(
	struct context *ctx, int64_t round_id, const struct juror_seen *seen, size_t n)
{
	struct juror_work work = { 0 };

	TRY(require_self(ctx, ACT_REVIEW_OWN));
	TRY(context_begin(ctx));
	struct error e = confirm(ctx, round_id, &work, &(struct confirming){ seen, n });
	e = context_end(ctx, e, "juror.confirm", work.object.text);
	juror_work_clear(&work);
	return e;
}

/* A ground with its reason, or a note. */
struct statement {
	int64_t ground;
	const char *text;
};

static struct error recuse(struct context *ctx, struct juror_work *work, void *arg)
{
	const struct statement *statement = arg;
	const char *reason;

	TRY(check_item(&work->item));
	if (statement->ground < 1 || statement->ground > 7)
		return fail(E_INVALID, "ground");
	TRY(input_lines(&work->arena, "reason", statement->text, REASON_MAX, false, &reason));
	return store_juror_recuse(
		ctx->db, work->item.paper.id, statement->ground, reason, context_now(ctx));
}

struct error juror_recuse(
	struct context *ctx, int64_t assignment_id, int64_t ground, const char *reason)
{
	struct statement statement = { ground, reason };

	return write_item(ctx, assignment_id, "juror.recuse", recuse, &statement);
}

static const char decided[] =
	N_("The panel has decided on this conflict; only the panel can change that.");

static struct error come_back(struct context *ctx, struct juror_work *work, void *arg)
{
	const struct juror_recusal *recusal = work->item.recusal;

	(void)arg;
	if (work->item.state != JUROR_RECUSED || recusal == NULL)
		return rule(N_("Nothing bars you from this submission."));
	if (conflict_state_of(recusal->state) != CONFLICT_STATE_DECLARED ||
		conflict_decider_of(recusal->decided_by) != CONFLICT_DECIDER_SELF)
		return rule(decided);
	return store_juror_return(ctx->db, work->item.paper.id);
}

struct error juror_return(struct context *ctx, int64_t assignment_id)
{
	return write_item(ctx, assignment_id, "juror.return", come_back, NULL);
}

static struct error return_whole(struct context *ctx, int64_t round_id, struct juror_work *work)
{
	struct juror_recusals bars;

	TRY(juror_round(ctx, &work->arena, round_id, &work->round));
	work->object = reference_key(KIND_ROUND, work->round.key);
	enum juror_stop stop = juror_stop(&work->round);
	if (stop != JUROR_BARRED)
		return rule(stop == JUROR_MAY ? N_("Nothing bars you from this round.") :
						juror_stop_words(stop));
	if (round_state_of(work->round.state) != ROUND_STATE_OPEN)
		return rule(juror_stop_words(JUROR_CLOSED));
	TRY(juror_bars(ctx, &work->arena, round_id, &bars));
	for (size_t i = 0; i < bars.n; i++)
		if (conflict_state_of(bars.rows[i].state) != CONFLICT_STATE_DECLARED)
			return rule(decided);
	return store_juror_return_whole(ctx->db, round_id);
}

struct error juror_return_whole(struct context *ctx, int64_t round_id)
{
	struct juror_work work = { 0 };

	TRY(require_self(ctx, ACT_REVIEW_OWN));
	TRY(context_begin(ctx));
	struct error e = return_whole(ctx, round_id, &work);
	e = context_end(ctx, e, "juror.return", work.object.text);
	juror_work_clear(&work);
	return e;
}

/* The log has no words of persons, but the code it is about. */
static void name_object(struct juror_work *work)
{
	work->object = reference_part(KIND_ROUND, work->round.key, work->item.paper.code);
}

static struct error abstain(struct context *ctx, struct juror_work *work, void *arg)
{
	const struct statement *statement = arg;
	const char *reason;

	TRY(check_item(&work->item));
	name_object(work);
	if (work->item.state == JUROR_ABSTAINED)
		return rule(N_("You have abstained from it already."));
	TRY(input_lines(&work->arena, "reason", statement->text, REASON_MAX, true, &reason));
	return store_juror_abstain(ctx->db, work->item.paper.id, reason, context_now(ctx));
}

struct error juror_abstain(struct context *ctx, int64_t assignment_id, const char *reason)
{
	struct statement statement = { 0, reason };

	return write_item(ctx, assignment_id, "juror.abstain", abstain, &statement);
}

static struct error unabstain(struct context *ctx, struct juror_work *work, void *arg)
{
	(void)arg;
	TRY(check_item(&work->item));
	name_object(work);
	if (work->item.state != JUROR_ABSTAINED)
		return rule(N_("You have not abstained from it."));
	return store_juror_unabstain(ctx->db, work->item.paper.id, context_now(ctx));
}

struct error juror_unabstain(struct context *ctx, int64_t assignment_id)
{
	return write_item(ctx, assignment_id, "juror.unabstain", unabstain, NULL);
}

static struct error recognize(struct context *ctx, struct juror_work *work, void *arg)
{
	const struct statement *statement = arg;
	const char *text;

	name_object(work);

	TRY(check_item(&work->item));
	if (!work->round.blind)
		return rule(N_("Names are known in this round; there is nobody to recognize."));
	if (work->item.recognized != NULL)
		return rule(N_("You have noted this already."));
	TRY(input_lines(&work->arena, "text", statement->text, REASON_MAX, false, &text));
	return store_juror_recognize(ctx->db, work->item.paper.id, text, context_now(ctx));
}

struct error juror_recognize(struct context *ctx, int64_t assignment_id, const char *text)
{
	struct statement statement = { 0, text };

	return write_item(ctx, assignment_id, "juror.recognize", recognize, &statement);
}

static struct error unrecognize(struct context *ctx, struct juror_work *work, void *arg)
{
	(void)arg;
	name_object(work);
	TRY(check_item(&work->item));
	if (work->item.recognized == NULL)
		return rule(N_("You have not noted that you recognized anybody."));
	return store_juror_unrecognize(ctx->db, work->item.paper.id, context_now(ctx));
}

struct error juror_unrecognize(struct context *ctx, int64_t assignment_id)
{
	return write_item(ctx, assignment_id, "juror.unrecognize", unrecognize, NULL);
}

static struct error ask(struct context *ctx, struct juror_work *work, void *arg)
{
	const struct statement *statement = arg;
	const char *text;

	name_object(work);
	TRY(check_item(&work->item));
	if (!work->round.blind)
		return rule(N_("Names are known in this round: the office asks the team itself."));
	TRY(input_lines(
		&work->arena, "dialogue_question", statement->text, REASON_MAX, true, &text));
	return store_juror_ask(ctx->db, work->item.paper.id, text, context_now(ctx));
}

struct error juror_ask(struct context *ctx, int64_t assignment_id, const char *text)
{
	struct statement statement = { 0, text };

	return write_item(ctx, assignment_id, "juror.ask", ask, &statement);
}

struct error juror_set_place(struct context *ctx, const struct juror_place *place)
{
	struct arena arena = { 0 };

	TRY(require_self(ctx, ACT_REVIEW_OWN));
	TRY(context_begin(ctx));
	struct error e = context_end(ctx, put_place(ctx, &arena, place), NULL, "");
	arena_clear(&arena);
	return e;
}
