/* SPDX-License-Identifier: MIT */
#include "db/store/juror.h"

#include "db/log.h"

struct error store_juror_set_language(struct db *db, const char *lang)
{
	return db_run(db, Q_JUROR_SET_LANGUAGE, ARGS(TXT(lang)));
}

static const struct row_field round_fields[] = {
	{ FIELD_INT, offsetof(struct juror_round, id) },
	{ FIELD_TEXT, offsetof(struct juror_round, key) },
	{ FIELD_TEXT, offsetof(struct juror_round, kind) },
	{ FIELD_BOOL, offsetof(struct juror_round, blind) },
	{ FIELD_TEXT, offsetof(struct juror_round, state) },
	{ FIELD_TEXT, offsetof(struct juror_round, scope) },
	{ FIELD_INT, offsetof(struct juror_round, opened) },
	{ FIELD_INT, offsetof(struct juror_round, closes) },
	{ FIELD_INT, offsetof(struct juror_round, closed) },
	{ FIELD_TEXT, offsetof(struct juror_round, seat) },
	{ FIELD_BOOL, offsetof(struct juror_round, chair) },
	{ FIELD_TEXT, offsetof(struct juror_round, reason) },
	{ FIELD_INT, offsetof(struct juror_round, declared) },
	{ FIELD_BOOL, offsetof(struct juror_round, barred) },
	{ FIELD_BOOL, offsetof(struct juror_round, released) },
	{ FIELD_BOOL, offsetof(struct juror_round, dealt) },
	{ FIELD_TEXT, offsetof(struct juror_round, challenge) },
	{ FIELD_TEXT, offsetof(struct juror_round, title_fi) },
	{ FIELD_TEXT, offsetof(struct juror_round, title_sv) },
	{ FIELD_TEXT, offsetof(struct juror_round, title_en) },
};
static const struct shape round_shape = { sizeof(struct juror_round), round_fields,
	LEN(round_fields) };

struct error store_juror_rounds(
	struct db *db, struct arena *arena, int64_t id, struct juror_round_list *rounds)
{
	return db_rows(db, Q_JUROR_ROUNDS, ARGS(value_ref(id)), &round_shape, arena, &rounds->rows,
		&rounds->n);
}

static const struct row_field bar_fields[] = {
	{ FIELD_INT, offsetof(struct juror_recusal, id) },
	{ FIELD_INT, offsetof(struct juror_recusal, ground) },
	{ FIELD_TEXT, offsetof(struct juror_recusal, state) },
	{ FIELD_TEXT, offsetof(struct juror_recusal, decided_by) },
	{ FIELD_TEXT, offsetof(struct juror_recusal, found_in) },
	{ FIELD_INT, offsetof(struct juror_recusal, made) },
};
static const struct shape bar_shape = { sizeof(struct juror_recusal), bar_fields, LEN(bar_fields) };

/* Why is nobody's business here: it may name whom it concerns. */
struct error store_juror_bars(
	struct db *db, struct arena *arena, int64_t round_id, struct juror_recusals *bars)
{
	return db_rows(
		db, Q_JUROR_BARS, ARGS(I64(round_id)), &bar_shape, arena, &bars->rows, &bars->n);
}

struct error store_juror_round_of(struct db *db, int64_t assignment_id, int64_t *round_id)
{
	return db_number(db, Q_JUROR_ROUND_OF, ARGS(I64(assignment_id)), round_id);
}

static const struct row_field paper_fields[] = {
	{ FIELD_INT, offsetof(struct juror_paper, id) },
	{ FIELD_INT, offsetof(struct juror_paper, round_id) },
	{ FIELD_TEXT, offsetof(struct juror_paper, code) },
	{ FIELD_INT, offsetof(struct juror_paper, position) },
	{ FIELD_TEXT, offsetof(struct juror_paper, lang) },
	{ FIELD_TEXT, offsetof(struct juror_paper, title) },
	{ FIELD_TEXT, offsetof(struct juror_paper, body) },
	{ FIELD_TEXT, offsetof(struct juror_paper, applicant_fi) },
	{ FIELD_TEXT, offsetof(struct juror_paper, applicant_sv) },
	{ FIELD_BOOL, offsetof(struct juror_paper, barred) },
	{ FIELD_BOOL, offsetof(struct juror_paper, gone) },
	{ FIELD_BOOL, offsetof(struct juror_paper, writable) },
	{ FIELD_INT, offsetof(struct juror_paper, files) },
};
static const struct shape paper_shape = { sizeof(struct juror_paper), paper_fields,
	LEN(paper_fields) };

struct error store_juror_papers(
	struct db *db, struct arena *arena, int64_t round_id, struct juror_papers *papers)
{
	return db_rows(db, Q_JUROR_ITEMS, ARGS(I64(round_id)), &paper_shape, arena, &papers->rows,
		&papers->n);
}

struct error store_juror_paper(
	struct db *db, struct arena *arena, int64_t assignment_id, struct juror_paper *paper)
{
	return db_row(db, Q_JUROR_ITEM, ARGS(I64(assignment_id)), &paper_shape, arena, paper);
}

struct error store_juror_files(
	struct db *db, struct arena *arena, int64_t assignment_id, struct text_rows *names)
{
	static const struct row_field fields[] = { { FIELD_TEXT,
		offsetof(struct text_row, text) } };
	static const struct shape shape = { sizeof(struct text_row), fields, LEN(fields) };

	return db_rows(db, Q_JUROR_FILES, ARGS(I64(assignment_id)), &shape, arena, &names->rows,
		&names->n);
}

struct error store_juror_search(
	struct db *db, int64_t round_id, const char *words, struct id_list *ids)
{
	return db_ids(db, Q_JUROR_SEARCH, ARGS(I64(round_id), TXT(words)), ids);
}

static const struct row_field draft_fields[] = {
	{ FIELD_INT, offsetof(struct juror_draft, id) },
	{ FIELD_INT, offsetof(struct juror_draft, assignment_id) },
	{ FIELD_TEXT, offsetof(struct juror_draft, scores) },
	{ FIELD_TEXT, offsetof(struct juror_draft, notes) },
	{ FIELD_TEXT, offsetof(struct juror_draft, feedback) },
	{ FIELD_INT, offsetof(struct juror_draft, saved) },
	{ FIELD_BOOL, offsetof(struct juror_draft, entered) },
	{ FIELD_INT, offsetof(struct juror_draft, v) },
};
static const struct shape draft_shape = { sizeof(struct juror_draft), draft_fields,
	LEN(draft_fields) };

struct error store_juror_drafts(struct db *db, struct arena *arena, int64_t round_id,
	int64_t assignment_id, struct juror_drafts *drafts)
{
	return db_rows(db, Q_JUROR_DRAFTS, ARGS(I64(round_id), value_ref(assignment_id)),
		&draft_shape, arena, &drafts->rows, &drafts->n);
}

struct error store_juror_draft_put(struct db *db, const struct juror_draft *d, bool is_new)
{
	int64_t id;

	if (is_new)
		TRY(db_run(db, Q_JUROR_DRAFT_ADD,
			ARGS(I64(d->assignment_id), TXT(d->scores), TXT(d->notes), TXT(d->feedback),
				I64(d->saved))));
	else
		TRY(db_run(db, Q_JUROR_DRAFT_UPDATE,
			ARGS(TXT(d->scores), TXT(d->notes), TXT(d->feedback), I64(d->saved),
				I64(d->assignment_id))));
	TRY(db_number(db, Q_JUROR_DRAFT_ID, ARGS(I64(d->assignment_id)), &id));
	return log_seal(db, "draft", id);
}

struct error store_juror_draft_delete(struct db *db, int64_t assignment_id)
{
	return db_run(db, Q_JUROR_DRAFT_DELETE, ARGS(I64(assignment_id)));
}

static const struct row_field review_fields[] = {
	{ FIELD_INT, offsetof(struct juror_review, id) },
	{ FIELD_INT, offsetof(struct juror_review, assignment_id) },
	{ FIELD_INT, offsetof(struct juror_review, revision) },
	{ FIELD_TEXT, offsetof(struct juror_review, state) },
	{ FIELD_INT, offsetof(struct juror_review, submitted) },
	{ FIELD_INT, offsetof(struct juror_review, taken_back) },
	{ FIELD_TEXT, offsetof(struct juror_review, notes) },
	{ FIELD_TEXT, offsetof(struct juror_review, feedback) },
	{ FIELD_BOOL, offsetof(struct juror_review, entered) },
	{ FIELD_INT, offsetof(struct juror_review, confirmed) },
};
static const struct shape review_shape = { sizeof(struct juror_review), review_fields,
	LEN(review_fields) };

struct error store_juror_reviews(struct db *db, struct arena *arena, int64_t round_id,
	int64_t assignment_id, struct juror_reviews *reviews)
{
	return db_rows(db, Q_JUROR_REVIEWS, ARGS(I64(round_id), value_ref(assignment_id)),
		&review_shape, arena, &reviews->rows, &reviews->n);
}

static const struct row_field score_fields[] = {
	{ FIELD_INT, offsetof(struct juror_score, review_id) },
	{ FIELD_INT, offsetof(struct juror_score, criterion_id) },
	{ FIELD_INT, offsetof(struct juror_score, value) },
};
static const struct shape score_shape = { sizeof(struct juror_score), score_fields,
	LEN(score_fields) };

struct error store_juror_scores(struct db *db, struct arena *arena, int64_t round_id,
	int64_t assignment_id, struct juror_scores *scores)
{
	return db_rows(db, Q_JUROR_SCORES, ARGS(I64(round_id), value_ref(assignment_id)),
		&score_shape, arena, &scores->rows, &scores->n);
}

/* The id is read back: what a trigger inserts leaves none. */
struct error store_juror_review_add(struct db *db, const struct juror_review *review, int64_t *id)
{
	TRY(db_run(db, Q_JUROR_REVIEW_ADD,
		ARGS(I64(review->assignment_id), I64(review->submitted), TXT(review->notes),
			TXT(review->feedback))));
	return db_number(db, Q_JUROR_REVIEW_SUBMITTED, ARGS(I64(review->assignment_id)), id);
}

struct error store_juror_review_confirm(struct db *db, int64_t assignment_id, int64_t now)
{
	return db_run(db, Q_JUROR_REVIEW_CONFIRM, ARGS(I64(now), I64(assignment_id)));
}

struct error store_juror_review_take_back(struct db *db, int64_t assignment_id, int64_t now)
{
	return db_run(db, Q_JUROR_REVIEW_TAKE_BACK, ARGS(I64(now), I64(assignment_id)));
}

struct error store_juror_score_add(
	struct db *db, int64_t review_id, int64_t criterion_id, int64_t value)
{
	return db_run(db, Q_JUROR_SCORE_ADD, ARGS(I64(review_id), I64(criterion_id), I64(value)));
}

static const struct row_field recusal_fields[] = {
	{ FIELD_INT, offsetof(struct juror_recusal, id) },
	{ FIELD_INT, offsetof(struct juror_recusal, assignment_id) },
	{ FIELD_INT, offsetof(struct juror_recusal, ground) },
	{ FIELD_TEXT, offsetof(struct juror_recusal, reason) },
	{ FIELD_TEXT, offsetof(struct juror_recusal, state) },
	{ FIELD_TEXT, offsetof(struct juror_recusal, decided_by) },
	{ FIELD_TEXT, offsetof(struct juror_recusal, found_in) },
	{ FIELD_INT, offsetof(struct juror_recusal, made) },
};
static const struct shape recusal_shape = { sizeof(struct juror_recusal), recusal_fields,
	LEN(recusal_fields) };

struct error store_juror_recusals(struct db *db, struct arena *arena, int64_t round_id,
	int64_t assignment_id, struct juror_recusals *recusals)
{
	return db_rows(db, Q_JUROR_RECUSALS, ARGS(I64(round_id), value_ref(assignment_id)),
		&recusal_shape, arena, &recusals->rows, &recusals->n);
}

struct error store_juror_recuse(
	struct db *db, int64_t assignment_id, int64_t ground, const char *reason, int64_t now)
{
	return db_run(
		db, Q_JUROR_RECUSE, ARGS(I64(assignment_id), I64(ground), I64(now), TXT(reason)));
}

struct error store_juror_return(struct db *db, int64_t assignment_id)
{
	return db_run(db, Q_JUROR_RETURN, ARGS(I64(assignment_id)));
}

struct error store_juror_return_whole(struct db *db, int64_t round_id)
{
	return db_run(db, Q_JUROR_RETURN_WHOLE, ARGS(I64(round_id)));
}

static const struct row_field recognition_fields[] = {
	{ FIELD_INT, offsetof(struct juror_recognition, id) },
	{ FIELD_INT, offsetof(struct juror_recognition, assignment_id) },
	{ FIELD_INT, offsetof(struct juror_recognition, at) },
	{ FIELD_TEXT, offsetof(struct juror_recognition, text) },
};
static const struct shape recognition_shape = { sizeof(struct juror_recognition),
	recognition_fields, LEN(recognition_fields) };

struct error store_juror_recognitions(struct db *db, struct arena *arena, int64_t round_id,
	int64_t assignment_id, struct juror_recognitions *recognitions)
{
	return db_rows(db, Q_JUROR_RECOGNITIONS, ARGS(I64(round_id), value_ref(assignment_id)),
		&recognition_shape, arena, &recognitions->rows, &recognitions->n);
}

struct error store_juror_recognize(
	struct db *db, int64_t assignment_id, const char *text, int64_t now)
{
	return db_run(db, Q_JUROR_RECOGNIZE, ARGS(I64(assignment_id), I64(now), TXT(text)));
}

struct error store_juror_unrecognize(struct db *db, int64_t assignment_id, int64_t now)
{
	return db_run(db, Q_JUROR_UNRECOGNIZE, ARGS(I64(now), I64(assignment_id)));
}

static const struct row_field abstention_fields[] = {
	{ FIELD_INT, offsetof(struct juror_abstention, id) },
	{ FIELD_INT, offsetof(struct juror_abstention, assignment_id) },
	{ FIELD_INT, offsetof(struct juror_abstention, at) },
	{ FIELD_TEXT, offsetof(struct juror_abstention, reason) },
	{ FIELD_BOOL, offsetof(struct juror_abstention, entered) },
};
static const struct shape abstention_shape = { sizeof(struct juror_abstention), abstention_fields,
	LEN(abstention_fields) };

struct error store_juror_abstentions(struct db *db, struct arena *arena, int64_t round_id,
	int64_t assignment_id, struct juror_abstentions *abstentions)
{
	return db_rows(db, Q_JUROR_ABSTENTIONS, ARGS(I64(round_id), value_ref(assignment_id)),
		&abstention_shape, arena, &abstentions->rows, &abstentions->n);
}

struct error store_juror_abstain(
	struct db *db, int64_t assignment_id, const char *reason, int64_t now)
{
	return db_run(db, Q_JUROR_ABSTAIN, ARGS(I64(assignment_id), I64(now), TXT(reason)));
}

struct error store_juror_unabstain(struct db *db, int64_t assignment_id, int64_t now)
{
	return db_run(db, Q_JUROR_UNABSTAIN, ARGS(I64(now), I64(assignment_id)));
}

static const struct row_field place_fields[] = {
	{ FIELD_INT, offsetof(struct juror_place, id) },
	{ FIELD_INT, offsetof(struct juror_place, round_id) },
	{ FIELD_INT, offsetof(struct juror_place, assignment_id) },
	{ FIELD_TEXT, offsetof(struct juror_place, field) },
	{ FIELD_INT, offsetof(struct juror_place, offset) },
	{ FIELD_INT, offsetof(struct juror_place, at) },
};
static const struct shape place_shape = { sizeof(struct juror_place), place_fields,
	LEN(place_fields) };

struct error store_juror_places(
	struct db *db, struct arena *arena, int64_t round_id, struct juror_places *places)
{
	return db_rows(db, Q_JUROR_PLACES, ARGS(value_ref(round_id)), &place_shape, arena,
		&places->rows, &places->n);
}

struct error store_juror_place_put(struct db *db, const struct juror_place *p, bool is_new)
{
	int64_t id;

	if (is_new)
		TRY(db_run(db, Q_JUROR_PLACE_ADD,
			ARGS(I64(p->round_id), value_ref(p->assignment_id), TXT(p->field),
				I64(p->offset), I64(p->at))));
	else
		TRY(db_run(db, Q_JUROR_PLACE_UPDATE,
			ARGS(value_ref(p->assignment_id), TXT(p->field), I64(p->offset), I64(p->at),
				I64(p->round_id))));
	TRY(db_number(db, Q_JUROR_PLACE_ID, ARGS(I64(p->round_id)), &id));
	return log_seal(db, "place", id);
}

struct error store_juror_acts(struct db *db, struct arena *arena, struct juror_acts *acts)
{
	static const struct row_field fields[] = {
		{ FIELD_INT, offsetof(struct juror_act, at) },
		{ FIELD_TEXT, offsetof(struct juror_act, via) },
	};
	static const struct shape shape = { sizeof(struct juror_act), fields, LEN(fields) };

	return db_rows(db, Q_JUROR_ACTS, NO_ARGS, &shape, arena, &acts->rows, &acts->n);
}
