/* SPDX-License-Identifier: MIT */
#include "db/store/review.h"

#include "db/log.h"

struct error store_declaration_add(
	struct db *db, int64_t member_id, int64_t made, const char *source, int64_t entered_by)
{
	return db_run(db, Q_DECLARATION_ADD,
		ARGS(I64("panel_member_id", member_id), I64("made", made), TXT("source", source),
			REF("entered_by", entered_by)));
}

struct error store_declaration_withdraw(struct db *db, int64_t member_id)
{
	return db_run(db, Q_DECLARATION_WITHDRAW, ARGS(I64("panel_member_id", member_id)));
}

static const struct field declaration_fields[] = {
	{ COLUMN(struct declaration, member_id) },
	{ COLUMN(struct declaration, login), .shows = "juror" },
	{ COLUMN(struct declaration, name), .name = "name", .word = NC_("field", "Name"),
		.meaning = MEANS_LINE },
	{ COLUMN(struct declaration, made), .name = "declared", .word = NC_("field", "Declared"),
		.meaning = MEANS_TIME, .in = IN_TOLD },
	{ COLUMN(struct declaration, source), .name = "source", .word = NC_("field", "Source"),
		.meaning = MEANS_LINE, .in = IN_TOLD },
	{ COLUMN(struct declaration, entered_by), .name = "entered_by",
		.word = NC_("field", "Entered by"), .meaning = MEANS_LINE },
	{ NOWHERE("panel_member_id"), .name = "juror", .word = NC_("field", "Juror"),
		.meaning = MEANS_REF, .of = "panel_member", .in = IN_TOLD },
};
const struct record record_of_declaration = RECORD_OF(declaration, "declaration");

struct error store_declarations(
	struct db *db, struct arena *arena, int64_t round_id, struct declarations *declarations)
{
	return db_rows(db, Q_DECLARATION_LIST, ARGS(I64("round_id", round_id)), arena,
		&declarations->rows, &declarations->n);
}

struct error store_conflict_add(
	struct db *db, const struct conflict *conflict, int64_t entered_by, int64_t *id)
{
	return db_put(db, Q_CONFLICT_ADD, conflict,
		ARGS(I64("panel_member_id", conflict->member_id), REF("entered_by", entered_by)),
		id);
}

struct error store_conflict_withdraw(struct db *db, int64_t id)
{
	return db_run(db, Q_CONFLICT_WITHDRAW, ARGS(I64("id", id)));
}

struct error store_conflict_decide(
	struct db *db, int64_t id, const char *state, const char *decision, int64_t now)
{
	return db_run(db, Q_CONFLICT_DECIDE,
		ARGS(TXT("state", state), TXT("decision", decision), I64("decided", now),
			I64("id", id)));
}

static const struct field conflict_fields[] = {
	{ COLUMN(struct conflict, id), .name = "id", .word = NC_("field", "Number"),
		.meaning = MEANS_NUMBER },
	{ COLUMN(struct conflict, member_id) },
	{ COLUMN(struct conflict, round_id) },
	{ COLUMN(struct conflict, name), .name = "name", .code = "juror",
		.word = NC_("field", "Juror"), .meaning = MEANS_LINE },
	{ COLUMN(struct conflict, login), .shows = "juror" },
	{ COLUMN_OR_NONE(struct conflict, submission_id), .name = "submission",
		.word = NC_("field", "Submission"), .meaning = MEANS_REF, .of = "submission",
		.in = IN_TOLD },
	{ COLUMN(struct conflict, code) },
	{ COLUMN(struct conflict, ground), .name = "ground", .word = NC_("field", "Ground"),
		.meaning = MEANS_CODE, .words = WORDS_GROUND, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct conflict, state), .name = "state", .word = NC_("field", "State"),
		.meaning = MEANS_CODE, .words = WORDS_CONFLICT_STATE, .in = IN_TOLD },
	{ COLUMN(struct conflict, decided_by), .name = "decider",
		.word = NC_("field", "Decided by"), .meaning = MEANS_CODE,
		.words = WORDS_CONFLICT_DECIDER, .in = IN_TOLD },
	{ COLUMN(struct conflict, made), .name = "made", .word = NC_("field", "Made"),
		.meaning = MEANS_TIME },
	{ COLUMN(struct conflict, reason), .name = "reason", .word = NC_("field", "Reason"),
		.meaning = MEANS_LINES, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct conflict, found_in), .name = "found_in", .word = NC_("field", "Found in"),
		.meaning = MEANS_CODE, .words = WORDS_CONFLICT_FOUND, .in = IN_TOLD },
	{ COLUMN(struct conflict, source), .name = "source", .word = NC_("field", "Source"),
		.meaning = MEANS_LINE, .in = IN_TOLD, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct conflict, entered_by), .name = "entered_by",
		.word = NC_("field", "Entered by"), .meaning = MEANS_LINE },
	{ COLUMN(struct conflict, decision), .name = "decision", .word = NC_("field", "Decision"),
		.meaning = MEANS_LINES, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct conflict, decided), .name = "decided", .word = NC_("field", "Decided"),
		.meaning = MEANS_TIME, .in = IN_TOLD },
	{ COLUMN(struct conflict, item_code) },
	{ NOWHERE("panel_member_id"), .name = "juror", .word = NC_("field", "Juror"),
		.meaning = MEANS_REF, .of = "panel_member", .in = IN_TOLD },
};
const struct record record_of_conflict = RECORD_OF(conflict, "conflict");

struct error store_conflicts(
	struct db *db, struct arena *arena, int64_t round_id, struct conflicts *conflicts)
{
	return db_rows(db, Q_CONFLICT_LIST, ARGS(REF("round_id", round_id)), arena,
		&conflicts->rows, &conflicts->n);
}

struct error store_conflict_doubtful(struct db *db, int64_t round_id, int64_t *n)
{
	return db_number(db, Q_CONFLICT_DOUBTFUL, ARGS(I64("round_id", round_id)), n);
}

struct error store_member_is_barred(
	struct db *db, int64_t member_id, int64_t submission_id, int64_t *n)
{
	return db_number(db, Q_MEMBER_IS_BARRED,
		ARGS(I64("panel_member_id", member_id), I64("submission_id", submission_id)), n);
}

static const struct field draft_fields[] = {
	{ COLUMN(struct draft, id) },
	{ COLUMN(struct draft, scores) },
	{ COLUMN(struct draft, notes) },
	{ COLUMN(struct draft, feedback) },
	{ COLUMN(struct draft, saved) },
	{ COLUMN_OR_NONE(struct draft, entered_by) },
	{ COLUMN(struct draft, v) },
};
const struct record record_of_draft = RECORD(draft);

struct error store_draft_get(
	struct db *db, struct arena *arena, int64_t assignment_id, struct draft *draft)
{
	return db_row(db, Q_DRAFT_GET, ARGS(I64("assignment_id", assignment_id)), arena, draft);
}

struct error store_draft_put(struct db *db, int64_t assignment_id, const struct draft *draft)
{
	struct arena arena = { 0 };
	struct draft saved;

	TRY(db_put(db, Q_DRAFT_PUT, draft, ARGS(I64("assignment_id", assignment_id)), NULL));
	struct error e = store_draft_get(db, &arena, assignment_id, &saved);
	if (e.code == E_OK)
		e = log_seal(db, "draft", saved.id);
	arena_clear(&arena);
	return e;
}

struct error store_draft_delete(struct db *db, int64_t assignment_id)
{
	return db_run(db, Q_DRAFT_DELETE, ARGS(I64("assignment_id", assignment_id)));
}

struct error store_review_add(
	struct db *db, const struct review *review, int64_t entered_by, int64_t *id)
{
	return db_put(db, Q_REVIEW_ADD, review, ARGS(REF("entered_by", entered_by)), id);
}

struct error store_review_take_back(struct db *db, int64_t id, int64_t now)
{
	return db_run(db, Q_REVIEW_TAKE_BACK, ARGS(I64("taken_back", now), I64("id", id)));
}

struct error store_review_displace(
	struct db *db, int64_t id, int64_t account_id, const char *reason)
{
	return db_run(db, Q_REVIEW_DISPLACE,
		ARGS(REF("displaced_by", account_id), TXT("displaced_reason", reason),
			I64("id", id)));
}

struct error store_review_keep_draft(struct db *db, const struct review *review, int64_t entered_by,
	int64_t account_id, int64_t *id)
{
	return db_put(db, Q_REVIEW_KEEP_DRAFT, review,
		ARGS(I64("saved", review->submitted), REF("entered_by", entered_by),
			REF("displaced_by", account_id)),
		id);
}

static const struct field review_fields[] = {
	{ COLUMN(struct review, id) },
	{ COLUMN(struct review, assignment_id) },
	{ COLUMN(struct review, revision), .name = "revision", .word = NC_("field", "Revision"),
		.meaning = MEANS_NUMBER, .in = IN_TOLD },
	{ COLUMN(struct review, state), .name = "state", .word = NC_("field", "State"),
		.meaning = MEANS_CODE, .words = WORDS_REVIEW_STATE, .in = IN_TOLD },
	{ COLUMN(struct review, submitted), .name = "submitted", .word = NC_("field", "Submitted"),
		.meaning = MEANS_TIME, .in = IN_TOLD },
	{ COLUMN(struct review, taken_back), .name = "taken_back",
		.word = NC_("field", "Taken back"), .meaning = MEANS_TIME, .in = IN_TOLD },
	{ COLUMN(struct review, notes), .name = "notes", .word = NC_("field", "Notes"),
		.meaning = MEANS_LINES, .max = BODY_MAX, .in = IN_EDIT, .seen_by = SEEN_BY_JURY },
	{ COLUMN(struct review, feedback), .name = "feedback", .word = NC_("field", "Feedback"),
		.meaning = MEANS_LINES, .max = BODY_MAX, .in = IN_EDIT, .seen_by = SEEN_BY_JURY },
	{ COLUMN(struct review, entered_by), .name = "entered_by",
		.word = NC_("field", "Entered by"), .meaning = MEANS_LINE },
	{ COLUMN(struct review, source), .name = "source", .word = NC_("field", "Source"),
		.meaning = MEANS_LINE, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct review, confirmed), .name = "confirmed",
		.word = NC_("field", "Confirmed by the juror"), .meaning = MEANS_TIME,
		.in = IN_TOLD },
	{ COLUMN(struct review, displaced_by), .name = "displaced_by",
		.word = NC_("field", "Displaced by"), .meaning = MEANS_LINE },
	{ COLUMN(struct review, displaced_reason), .name = "displaced_reason", .code = "reason",
		.word = NC_("field", "Reason"), .meaning = MEANS_LINES, .seen_by = SEEN_BY_OFFICE },
};
const struct record record_of_review = RECORD_OF(review, "review");

struct error store_reviews_of(
	struct db *db, struct arena *arena, int64_t assignment_id, struct reviews *reviews)
{
	return db_rows(db, Q_REVIEW_OF, ARGS(I64("assignment_id", assignment_id)), arena,
		&reviews->rows, &reviews->n);
}

struct error store_score_add(struct db *db, int64_t review_id, int64_t criterion_id, int64_t value)
{
	return db_run(db, Q_SCORE_ADD,
		ARGS(I64("review_id", review_id), I64("criterion_id", criterion_id),
			I64("value", value)));
}

static const struct field score_fields[] = {
	{ COLUMN(struct score, key) },
	{ COLUMN(struct score, value), .name = "value", .code = "score",
		.word = NC_("field", "Score"), .meaning = MEANS_THOUSANDTHS, .in = IN_TOLD },
	{ NOWHERE("criterion_id"), .name = "criterion", .word = NC_("field", "Criterion"),
		.meaning = MEANS_REF, .of = "criterion", .in = IN_TOLD },
};
const struct record record_of_score = RECORD_OF(score, "score");

struct error store_scores_of(
	struct db *db, struct arena *arena, int64_t review_id, struct scores *scores)
{
	return db_rows(db, Q_SCORES_OF, ARGS(I64("review_id", review_id)), arena, &scores->rows,
		&scores->n);
}

static const struct field assignment_fields[] = {
	{ COLUMN(struct assignment, id) },
	{ COLUMN(struct assignment, item_id) },
	{ COLUMN(struct assignment, member_id) },
	{ COLUMN(struct assignment, submission_id) },
	{ COLUMN(struct assignment, code) },
	{ COLUMN(struct assignment, title) },
	{ COLUMN(struct assignment, juror) },
	{ COLUMN(struct assignment, login) },
	{ COLUMN(struct assignment, member_state) },
	{ COLUMN(struct assignment, review_id) },
	{ COLUMN(struct assignment, submitted), .name = "submitted",
		.word = NC_("field", "Submitted"), .meaning = MEANS_TIME },
	{ COLUMN(struct assignment, entered) },
	{ COLUMN(struct assignment, confirmed), .name = "confirmed",
		.word = NC_("field", "Confirmed by the juror"), .meaning = MEANS_TIME },
	{ COLUMN(struct assignment, draft_saved) },
	{ COLUMN(struct assignment, barred) },
	{ COLUMN(struct assignment, gone) },
	{ COLUMN(struct assignment, taken_back) },
	{ COLUMN(struct assignment, late), .name = "late", .word = NC_("field", "Late"),
		.meaning = MEANS_FLAG },
	{ COLUMN(struct assignment, abstained) },
	{ COLUMN(struct assignment, set_aside) },
	{ NOWHERE("round_item_id"), .name = "submission", .word = NC_("field", "Submission"),
		.meaning = MEANS_REF, .of = "round_item", .in = IN_TOLD },
	{ NOWHERE("panel_member_id"), .name = "juror", .word = NC_("field", "Juror"),
		.meaning = MEANS_REF, .of = "panel_member", .in = IN_TOLD },
};
const struct record record_of_assignment = RECORD_OF(assignment, "assignment");

struct error store_assignments(struct db *db, struct arena *arena, int64_t round_id,
	int64_t item_id, int64_t member_id, struct assignments *assignments)
{
	return db_rows(db, Q_ASSIGNMENT_LIST,
		ARGS(I64("round_id", round_id), REF("item_id", item_id),
			REF("member_id", member_id)),
		arena, &assignments->rows, &assignments->n);
}

struct error store_assignment_get(
	struct db *db, struct arena *arena, int64_t id, struct assignment *assignment)
{
	return db_row(db, Q_ASSIGNMENT_GET, ARGS(I64("id", id)), arena, assignment);
}

static const struct field ranking_score_fields[] = {
	{ COLUMN(struct ranking_score, item_id) },
	{ COLUMN(struct ranking_score, member_id) },
	{ COLUMN(struct ranking_score, criterion_id) },
	{ COLUMN(struct ranking_score, value) },
	{ COLUMN(struct ranking_score, review_id) },
};
const struct record record_of_ranking_score = RECORD(ranking_score);

struct error store_ranking_scores(
	struct db *db, struct arena *arena, int64_t round_id, struct ranking_scores *scores)
{
	return db_rows(db, Q_RANKING_SCORES, ARGS(I64("round_id", round_id)), arena, &scores->rows,
		&scores->n);
}

static const struct field abstention_fields[] = {
	{ COLUMN(struct abstention, assignment_id) },
	{ COLUMN(struct abstention, at) },
	{ COLUMN(struct abstention, reason), .name = "reason", .word = NC_("field", "Reason"),
		.meaning = MEANS_LINES, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct abstention, source), .name = "source", .word = NC_("field", "Source"),
		.meaning = MEANS_LINE, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct abstention, entered_by) },
	{ NOWHERE("withdrawn"), .name = "withdrawn", .word = NC_("field", "Withdrawn"),
		.meaning = MEANS_TIME, .in = IN_TOLD },
};
const struct record record_of_abstention = RECORD_OF(abstention, "abstention");

struct error store_abstention_add(
	struct db *db, const struct abstention *abstention, int64_t entered_by)
{
	return db_put(db, Q_ABSTENTION_ADD, abstention, ARGS(I64("entered_by", entered_by)), NULL);
}

struct error store_abstention_withdraw(struct db *db, int64_t assignment_id, int64_t now)
{
	return db_run(db, Q_ABSTENTION_WITHDRAW,
		ARGS(I64("withdrawn", now), I64("assignment_id", assignment_id)));
}

struct error store_abstentions(
	struct db *db, struct arena *arena, int64_t round_id, struct abstentions *abstentions)
{
	return db_rows(db, Q_ABSTENTION_LIST, ARGS(I64("round_id", round_id)), arena,
		&abstentions->rows, &abstentions->n);
}

static const struct field recognition_fields[] = {
	{ COLUMN(struct recognition, id), .name = "id", .word = NC_("field", "Number"),
		.meaning = MEANS_NUMBER },
	{ COLUMN(struct recognition, round_id) },
	{ COLUMN(struct recognition, name), .name = "name", .code = "juror",
		.word = NC_("field", "Juror"), .meaning = MEANS_LINE },
	{ COLUMN(struct recognition, login), .name = "juror", .code = "login",
		.word = NC_("field", "User name"), .meaning = MEANS_LINE },
	{ COLUMN(struct recognition, code), .name = "submission",
		.word = NC_("field", "Submission"), .meaning = MEANS_LINE },
	{ COLUMN(struct recognition, at), .name = "at", .code = "recognized",
		.word = NC_("field", "Time"), .meaning = MEANS_TIME },
	{ COLUMN(struct recognition, text), .name = "text", .word = NC_("field", "Text"),
		.meaning = MEANS_LINES, .seen_by = SEEN_BY_JURY },
	{ COLUMN(struct recognition, noted), .name = "noted", .word = NC_("field", "Noted"),
		.meaning = MEANS_TIME, .in = IN_TOLD },
	{ COLUMN(struct recognition, noted_by), .name = "noted_by",
		.word = NC_("field", "Noted by"), .meaning = MEANS_LINE },
	{ COLUMN(struct recognition, decision), .name = "decision", .code = "recognition_decision",
		.word = NC_("field", "What was decided"), .meaning = MEANS_LINES,
		.seen_by = SEEN_BY_OFFICE },
	{ NOWHERE("withdrawn"), .name = "withdrawn", .word = NC_("field", "Withdrawn"),
		.meaning = MEANS_TIME, .in = IN_TOLD },
};
const struct record record_of_recognition = RECORD_OF(recognition, "recognition");

struct error store_recognitions(
	struct db *db, struct arena *arena, int64_t round_id, struct recognitions *recognitions)
{
	return db_rows(db, Q_RECOGNITION_LIST, ARGS(REF("round_id", round_id)), arena,
		&recognitions->rows, &recognitions->n);
}

struct error store_recognition_note(
	struct db *db, int64_t id, int64_t now, int64_t account_id, const char *decision)
{
	return db_run(db, Q_RECOGNITION_NOTE,
		ARGS(I64("noted", now), I64("noted_by", account_id), TXT("decision", decision),
			I64("id", id)));
}

struct error store_recognition_waiting(struct db *db, int64_t round_id, int64_t *n)
{
	return db_number(db, Q_RECOGNITION_WAITING, ARGS(I64("round_id", round_id)), n);
}

static const struct field receipted_fields[] = {
	{ COLUMN(struct receipted, id) },
	{ COLUMN(struct receipted, code) },
	{ COLUMN(struct receipted, login) },
	{ COLUMN(struct receipted, submitted) },
	{ COLUMN(struct receipted, notes) },
	{ COLUMN(struct receipted, feedback) },
	{ COLUMN(struct receipted, state) },
};
const struct record record_of_receipted = RECORD(receipted);

struct error store_review_receipts(
	struct db *db, struct arena *arena, int64_t round_id, struct receipted_list *list)
{
	return db_rows(db, Q_REVIEW_RECEIPTS, ARGS(I64("round_id", round_id)), arena, &list->rows,
		&list->n);
}
