/* SPDX-License-Identifier: MIT */
#include "db/store/review.h"

#include "db/log.h"

struct error store_declaration_add(
	struct db *db, int64_t member_id, int64_t made, const char *source, int64_t entered_by)
{
	return db_run(db, Q_DECLARATION_ADD,
		ARGS(I64(member_id), I64(made), TXT(source), value_ref(entered_by)));
}

struct error store_declaration_withdraw(struct db *db, int64_t member_id)
{
	return db_run(db, Q_DECLARATION_WITHDRAW, ARGS(I64(member_id)));
}

static const struct row_field declaration_fields[] = {
	{ FIELD_INT, offsetof(struct declaration, member_id) },
	{ FIELD_TEXT, offsetof(struct declaration, login) },
	{ FIELD_TEXT, offsetof(struct declaration, name) },
	{ FIELD_INT, offsetof(struct declaration, made) },
	{ FIELD_TEXT, offsetof(struct declaration, source) },
	{ FIELD_TEXT, offsetof(struct declaration, entered_by) },
};
static const struct shape declaration_shape = { sizeof(struct declaration), declaration_fields,
	LEN(declaration_fields) };

struct error store_declarations(
	struct db *db, struct arena *arena, int64_t round_id, struct declarations *declarations)
{
	return db_rows(db, Q_DECLARATION_LIST, ARGS(I64(round_id)), &declaration_shape, arena,
		&declarations->rows, &declarations->n);
}

struct error store_conflict_add(
	struct db *db, const struct conflict *conflict, int64_t entered_by, int64_t *id)
{
	return db_insert(db, Q_CONFLICT_ADD,
		ARGS(I64(conflict->member_id), value_ref(conflict->submission_id),
			I64(conflict->ground), TXT(conflict->state), TXT(conflict->decided_by),
			I64(conflict->made), TXT(conflict->reason), TXT(conflict->found_in),
			TXT(conflict->source), value_ref(entered_by)),
		id);
}

struct error store_conflict_withdraw(struct db *db, int64_t id)
{
	return db_run(db, Q_CONFLICT_WITHDRAW, ARGS(I64(id)));
}

struct error store_conflict_decide(
	struct db *db, int64_t id, const char *state, const char *decision, int64_t now)
{
	return db_run(db, Q_CONFLICT_DECIDE, ARGS(TXT(state), TXT(decision), I64(now), I64(id)));
}

static const struct row_field conflict_fields[] = {
	{ FIELD_INT, offsetof(struct conflict, id) },
	{ FIELD_INT, offsetof(struct conflict, member_id) },
	{ FIELD_INT, offsetof(struct conflict, round_id) },
	{ FIELD_TEXT, offsetof(struct conflict, name) },
	{ FIELD_TEXT, offsetof(struct conflict, login) },
	{ FIELD_INT, offsetof(struct conflict, submission_id) },
	{ FIELD_TEXT, offsetof(struct conflict, code) },
	{ FIELD_INT, offsetof(struct conflict, ground) },
	{ FIELD_TEXT, offsetof(struct conflict, state) },
	{ FIELD_TEXT, offsetof(struct conflict, decided_by) },
	{ FIELD_INT, offsetof(struct conflict, made) },
	{ FIELD_TEXT, offsetof(struct conflict, reason) },
	{ FIELD_TEXT, offsetof(struct conflict, found_in) },
	{ FIELD_TEXT, offsetof(struct conflict, source) },
	{ FIELD_TEXT, offsetof(struct conflict, entered_by) },
	{ FIELD_TEXT, offsetof(struct conflict, decision) },
	{ FIELD_INT, offsetof(struct conflict, decided) },
	{ FIELD_TEXT, offsetof(struct conflict, item_code) },
};
static const struct shape conflict_shape = { sizeof(struct conflict), conflict_fields,
	LEN(conflict_fields) };

struct error store_conflicts(
	struct db *db, struct arena *arena, int64_t round_id, struct conflicts *conflicts)
{
	return db_rows(db, Q_CONFLICT_LIST, ARGS(value_ref(round_id)), &conflict_shape, arena,
		&conflicts->rows, &conflicts->n);
}

struct error store_conflict_doubtful(struct db *db, int64_t round_id, int64_t *n)
{
	return db_number(db, Q_CONFLICT_DOUBTFUL, ARGS(I64(round_id)), n);
}

struct error store_member_is_barred(
	struct db *db, int64_t member_id, int64_t submission_id, int64_t *n)
{
	return db_number(db, Q_MEMBER_IS_BARRED, ARGS(I64(member_id), I64(submission_id)), n);
}

static const struct row_field draft_fields[] = {
	{ FIELD_INT, offsetof(struct draft, id) },
	{ FIELD_TEXT, offsetof(struct draft, scores) },
	{ FIELD_TEXT, offsetof(struct draft, notes) },
	{ FIELD_TEXT, offsetof(struct draft, feedback) },
	{ FIELD_INT, offsetof(struct draft, saved) },
	{ FIELD_INT, offsetof(struct draft, entered_by) },
	{ FIELD_INT, offsetof(struct draft, v) },
};
static const struct shape draft_shape = { sizeof(struct draft), draft_fields, LEN(draft_fields) };

struct error store_draft_get(
	struct db *db, struct arena *arena, int64_t assignment_id, struct draft *draft)
{
	return db_row(db, Q_DRAFT_GET, ARGS(I64(assignment_id)), &draft_shape, arena, draft);
}

struct error store_draft_put(struct db *db, int64_t assignment_id, const struct draft *draft)
{
	struct arena arena = { 0 };
	struct draft saved;

	TRY(db_run(db, Q_DRAFT_PUT,
		ARGS(I64(assignment_id), TXT(draft->scores), TXT(draft->notes),
			TXT(draft->feedback), I64(draft->saved), value_ref(draft->entered_by))));
	struct error e = store_draft_get(db, &arena, assignment_id, &saved);
	if (e.code == E_OK)
		e = log_seal(db, "draft", saved.id);
	arena_clear(&arena);
	return e;
}

struct error store_draft_delete(struct db *db, int64_t assignment_id)
{
	return db_run(db, Q_DRAFT_DELETE, ARGS(I64(assignment_id)));
}

struct error store_review_add(
	struct db *db, const struct review *review, int64_t entered_by, int64_t *id)
{
	return db_insert(db, Q_REVIEW_ADD,
		ARGS(I64(review->assignment_id), I64(review->submitted), TXT(review->notes),
			TXT(review->feedback), value_ref(entered_by), TXT(review->source)),
		id);
}

struct error store_review_take_back(struct db *db, int64_t id, int64_t now)
{
	return db_run(db, Q_REVIEW_TAKE_BACK, ARGS(I64(now), I64(id)));
}

struct error store_review_displace(
	struct db *db, int64_t id, int64_t account_id, const char *reason)
{
	return db_run(db, Q_REVIEW_DISPLACE, ARGS(value_ref(account_id), TXT(reason), I64(id)));
}

struct error store_review_keep_draft(struct db *db, const struct review *review, int64_t entered_by,
	int64_t account_id, int64_t *id)
{
	return db_insert(db, Q_REVIEW_KEEP_DRAFT,
		ARGS(I64(review->assignment_id), I64(review->submitted), I64(review->taken_back),
			TXT(review->notes), TXT(review->feedback), value_ref(entered_by),
			value_ref(account_id), TXT(review->displaced_reason)),
		id);
}

static const struct row_field review_fields[] = {
	{ FIELD_INT, offsetof(struct review, id) },
	{ FIELD_INT, offsetof(struct review, assignment_id) },
	{ FIELD_INT, offsetof(struct review, revision) },
	{ FIELD_TEXT, offsetof(struct review, state) },
	{ FIELD_INT, offsetof(struct review, submitted) },
	{ FIELD_INT, offsetof(struct review, taken_back) },
	{ FIELD_TEXT, offsetof(struct review, notes) },
	{ FIELD_TEXT, offsetof(struct review, feedback) },
	{ FIELD_TEXT, offsetof(struct review, entered_by) },
	{ FIELD_TEXT, offsetof(struct review, source) },
	{ FIELD_INT, offsetof(struct review, confirmed) },
	{ FIELD_TEXT, offsetof(struct review, displaced_by) },
	{ FIELD_TEXT, offsetof(struct review, displaced_reason) },
};
static const struct shape review_shape = { sizeof(struct review), review_fields,
	LEN(review_fields) };

struct error store_reviews_of(
	struct db *db, struct arena *arena, int64_t assignment_id, struct reviews *reviews)
{
	return db_rows(db, Q_REVIEW_OF, ARGS(I64(assignment_id)), &review_shape, arena,
		&reviews->rows, &reviews->n);
}

struct error store_score_add(struct db *db, int64_t review_id, int64_t criterion_id, int64_t value)
{
	return db_run(db, Q_SCORE_ADD, ARGS(I64(review_id), I64(criterion_id), I64(value)));
}

static const struct row_field score_fields[] = {
	{ FIELD_TEXT, offsetof(struct score, key) },
	{ FIELD_INT, offsetof(struct score, value) },
};
static const struct shape score_shape = { sizeof(struct score), score_fields, LEN(score_fields) };

struct error store_scores_of(
	struct db *db, struct arena *arena, int64_t review_id, struct scores *scores)
{
	return db_rows(db, Q_SCORES_OF, ARGS(I64(review_id)), &score_shape, arena, &scores->rows,
		&scores->n);
}

static const struct row_field assignment_fields[] = {
	{ FIELD_INT, offsetof(struct assignment, id) },
	{ FIELD_INT, offsetof(struct assignment, item_id) },
	{ FIELD_INT, offsetof(struct assignment, member_id) },
	{ FIELD_INT, offsetof(struct assignment, submission_id) },
	{ FIELD_TEXT, offsetof(struct assignment, code) },
	{ FIELD_TEXT, offsetof(struct assignment, title) },
	{ FIELD_TEXT, offsetof(struct assignment, juror) },
	{ FIELD_TEXT, offsetof(struct assignment, login) },
	{ FIELD_TEXT, offsetof(struct assignment, member_state) },
	{ FIELD_INT, offsetof(struct assignment, review_id) },
	{ FIELD_INT, offsetof(struct assignment, submitted) },
	{ FIELD_BOOL, offsetof(struct assignment, entered) },
	{ FIELD_INT, offsetof(struct assignment, confirmed) },
	{ FIELD_INT, offsetof(struct assignment, draft_saved) },
	{ FIELD_INT, offsetof(struct assignment, barred) },
	{ FIELD_BOOL, offsetof(struct assignment, gone) },
	{ FIELD_INT, offsetof(struct assignment, taken_back) },
	{ FIELD_BOOL, offsetof(struct assignment, late) },
	{ FIELD_BOOL, offsetof(struct assignment, abstained) },
	{ FIELD_BOOL, offsetof(struct assignment, set_aside) },
};
static const struct shape assignment_shape = { sizeof(struct assignment), assignment_fields,
	LEN(assignment_fields) };

struct error store_assignments(struct db *db, struct arena *arena, int64_t round_id,
	int64_t item_id, int64_t member_id, struct assignments *assignments)
{
	return db_rows(db, Q_ASSIGNMENT_LIST,
		ARGS(I64(round_id), value_ref(item_id), value_ref(member_id)), &assignment_shape,
		arena, &assignments->rows, &assignments->n);
}

struct error store_assignment_get(
	struct db *db, struct arena *arena, int64_t id, struct assignment *assignment)
{
	return db_row(db, Q_ASSIGNMENT_GET, ARGS(I64(id)), &assignment_shape, arena, assignment);
}

static const struct row_field ranking_score_fields[] = {
	{ FIELD_INT, offsetof(struct ranking_score, item_id) },
	{ FIELD_INT, offsetof(struct ranking_score, member_id) },
	{ FIELD_INT, offsetof(struct ranking_score, criterion_id) },
	{ FIELD_INT, offsetof(struct ranking_score, value) },
	{ FIELD_INT, offsetof(struct ranking_score, review_id) },
};
static const struct shape ranking_score_shape = { sizeof(struct ranking_score),
	ranking_score_fields, LEN(ranking_score_fields) };

struct error store_ranking_scores(
	struct db *db, struct arena *arena, int64_t round_id, struct ranking_scores *scores)
{
	return db_rows(db, Q_RANKING_SCORES, ARGS(I64(round_id)), &ranking_score_shape, arena,
		&scores->rows, &scores->n);
}

static const struct row_field abstention_fields[] = {
	{ FIELD_INT, offsetof(struct abstention, assignment_id) },
	{ FIELD_INT, offsetof(struct abstention, at) },
	{ FIELD_TEXT, offsetof(struct abstention, reason) },
	{ FIELD_TEXT, offsetof(struct abstention, source) },
	{ FIELD_TEXT, offsetof(struct abstention, entered_by) },
};
static const struct shape abstention_shape = { sizeof(struct abstention), abstention_fields,
	LEN(abstention_fields) };

struct error store_abstention_add(
	struct db *db, const struct abstention *abstention, int64_t entered_by)
{
	return db_run(db, Q_ABSTENTION_ADD,
		ARGS(I64(abstention->assignment_id), I64(abstention->at), TXT(abstention->reason),
			TXT(abstention->source), I64(entered_by)));
}

struct error store_abstention_withdraw(struct db *db, int64_t assignment_id, int64_t now)
{
	return db_run(db, Q_ABSTENTION_WITHDRAW, ARGS(I64(now), I64(assignment_id)));
}

struct error store_abstentions(
	struct db *db, struct arena *arena, int64_t round_id, struct abstentions *abstentions)
{
	return db_rows(db, Q_ABSTENTION_LIST, ARGS(I64(round_id)), &abstention_shape, arena,
		&abstentions->rows, &abstentions->n);
}

static const struct row_field recognition_fields[] = {
	{ FIELD_INT, offsetof(struct recognition, id) },
	{ FIELD_INT, offsetof(struct recognition, round_id) },
	{ FIELD_TEXT, offsetof(struct recognition, name) },
	{ FIELD_TEXT, offsetof(struct recognition, login) },
	{ FIELD_TEXT, offsetof(struct recognition, code) },
	{ FIELD_INT, offsetof(struct recognition, at) },
	{ FIELD_TEXT, offsetof(struct recognition, text) },
	{ FIELD_INT, offsetof(struct recognition, noted) },
	{ FIELD_TEXT, offsetof(struct recognition, noted_by) },
	{ FIELD_TEXT, offsetof(struct recognition, decision) },
};
static const struct shape recognition_shape = { sizeof(struct recognition), recognition_fields,
	LEN(recognition_fields) };

struct error store_recognitions(
	struct db *db, struct arena *arena, int64_t round_id, struct recognitions *recognitions)
{
	return db_rows(db, Q_RECOGNITION_LIST, ARGS(value_ref(round_id)), &recognition_shape, arena,
		&recognitions->rows, &recognitions->n);
}

struct error store_recognition_note(
	struct db *db, int64_t id, int64_t now, int64_t account_id, const char *decision)
{
	return db_run(
		db, Q_RECOGNITION_NOTE, ARGS(I64(now), I64(account_id), TXT(decision), I64(id)));
}

struct error store_recognition_waiting(struct db *db, int64_t round_id, int64_t *n)
{
	return db_number(db, Q_RECOGNITION_WAITING, ARGS(I64(round_id)), n);
}

struct error store_review_receipts(
	struct db *db, struct arena *arena, int64_t round_id, struct receipted_list *list)
{
	static const struct row_field fields[] = {
		{ FIELD_INT, offsetof(struct receipted, id) },
		{ FIELD_TEXT, offsetof(struct receipted, code) },
		{ FIELD_TEXT, offsetof(struct receipted, login) },
		{ FIELD_INT, offsetof(struct receipted, submitted) },
		{ FIELD_TEXT, offsetof(struct receipted, notes) },
		{ FIELD_TEXT, offsetof(struct receipted, feedback) },
		{ FIELD_TEXT, offsetof(struct receipted, state) },
	};
	static const struct shape shape = { sizeof(struct receipted), fields, LEN(fields) };

	return db_rows(
		db, Q_REVIEW_RECEIPTS, ARGS(I64(round_id)), &shape, arena, &list->rows, &list->n);
}
