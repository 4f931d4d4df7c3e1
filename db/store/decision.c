/* SPDX-License-Identifier: MIT */
#include "db/store/decision.h"

struct error store_decision_add(struct db *db, const struct decision *d, int64_t *id)
{
	return db_put(db, Q_DECISION_ADD, d, NO_ARGS, id);
}

struct error store_decision_update(struct db *db, const struct decision *d)
{
	TRY(db_put(db, Q_DECISION_UPDATE, d, NO_ARGS, NULL));
	return db_changes(db) == 1 ? ok() : fail(E_STALE, NULL);
}

struct error store_decision_sign(struct db *db, int64_t id, int64_t now, int64_t account_id)
{
	return db_run(db, Q_DECISION_SIGN,
		ARGS(I64("signed", now), REF("signed_by", account_id), I64("id", id)));
}

struct error store_decision_abandon(struct db *db, int64_t id, int64_t now, const char *reason)
{
	return db_run(db, Q_DECISION_ABANDON,
		ARGS(I64("abandoned", now), TXT("reason", reason), I64("id", id)));
}

static const struct field decision_fields[] = {
	{ COLUMN(struct decision, id) },
	{ COLUMN(struct decision, kind), .name = "kind", .word = NC_("field", "Kind"),
		.meaning = MEANS_CODE, .words = WORDS_DECISION_KIND,
		.in = IN_ADD | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct decision, number) },
	{ COLUMN(struct decision, code), .name = "code", .word = NC_("field", "Code"),
		.meaning = MEANS_LINE },
	{ COLUMN(struct decision, round_id), .name = "round", .word = NC_("field", "Round"),
		.meaning = MEANS_REF, .of = "round", .in = IN_TOLD },
	{ COLUMN(struct decision, round_key) },
	{ COLUMN(struct decision, state), .name = "state", .word = NC_("field", "State"),
		.meaning = MEANS_CODE, .words = WORDS_DECISION_STATE, .in = IN_TOLD },
	{ COLUMN(struct decision, lang), .name = "language", .word = NC_("field", "Language"),
		.meaning = MEANS_CODE, .words = WORDS_LANGUAGE,
		.in = IN_EDIT | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct decision, day), .name = "date", .word = NC_("field", "Date"),
		.meaning = MEANS_DAY, .in = IN_EDIT | IN_TOLD },
	{ COLUMN(struct decision, place), .name = "place", .word = NC_("field", "Place"),
		.meaning = MEANS_LINE, .in = IN_EDIT | IN_TOLD },
	{ COLUMN(struct decision, form), .name = "form", .word = NC_("field", "Meeting"),
		.meaning = MEANS_CODE, .words = WORDS_MEETING_FORM,
		.in = IN_EDIT | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct decision, range_reason), .name = "range_reason", .code = "reason",
		.word = NC_("field", "Reason"), .meaning = MEANS_LINES, .in = IN_EDIT,
		.seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct decision, tie_reason), .name = "tie_reason", .code = "reason",
		.word = NC_("field", "Reason"), .meaning = MEANS_LINES, .in = IN_EDIT,
		.seen_by = SEEN_BY_OFFICE },
	{ COLUMN_OR_NONE(struct decision, statement_id), .name = "statement",
		.word = NC_("field", "Statement"), .meaning = MEANS_REF, .of = "decision",
		.in = IN_EDIT | IN_TOLD },
	{ COLUMN(struct decision, case_number), .name = "case_number",
		.word = NC_("field", "Case number"), .meaning = MEANS_LINE,
		.in = IN_EDIT | IN_TOLD },
	{ COLUMN(struct decision, decider), .name = "decider", .word = NC_("field", "Decided by"),
		.meaning = MEANS_LINE, .in = IN_EDIT, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN_OR_NONE(struct decision, regime_id), .name = "regime",
		.word = NC_("field", "Correction and appeal by"), .meaning = MEANS_REF,
		.of = "regime", .in = IN_EDIT | IN_TOLD },
	{ COLUMN(struct decision, regime), .shows = "regime" },
	{ COLUMN(struct decision, regime_reason), .name = "regime_reason",
		.word = NC_("field", "Why another regime"), .meaning = MEANS_LINES, .in = IN_EDIT,
		.seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct decision, no_appeal_ground), .name = "no_appeal_ground",
		.word = NC_("field", "Why there is no appeal"), .meaning = MEANS_LINES,
		.in = IN_EDIT, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct decision, correction_kind), .name = "correction_kind",
		.word = NC_("field", "Kind of correction"), .meaning = MEANS_CODE,
		.words = WORDS_CORRECTION, .in = IN_TOLD },
	{ COLUMN_OR_NONE(struct decision, complaint_id), .name = "complaint",
		.code = "because_of_complaint", .word = NC_("field", "Because of the complaint"),
		.meaning = MEANS_REF, .of = "complaint", .in = IN_TOLD },
	{ COLUMN(struct decision, complaint), .shows = "complaint" },
	{ COLUMN(struct decision, corrects_code), .shows = "corrects" },
	{ COLUMN(struct decision, corrects_number) },
	{ COLUMN_OR_NONE(struct decision, corrects), .name = "corrects",
		.word = NC_("field", "Corrects"), .meaning = MEANS_REF, .of = "decision",
		.in = IN_TOLD },
	{ COLUMN(struct decision, correction_reason), .name = "correction_reason", .code = "reason",
		.word = NC_("field", "Reason"), .meaning = MEANS_LINES, .in = IN_ADD,
		.seen_by = SEEN_BY_OFFICE },
	{ COLUMN_AS(struct decision, signed_at, "signed"), .name = "signed",
		.word = NC_("field", "Approved"), .meaning = MEANS_TIME, .in = IN_TOLD },
	{ COLUMN(struct decision, signed_by), .name = "signed_by",
		.word = NC_("field", "Signed by"), .meaning = MEANS_LINE },
	{ COLUMN(struct decision, corrected_by) },
	{ COLUMN(struct decision, abandoned), .name = "abandoned",
		.word = NC_("field", "Abandoned"), .meaning = MEANS_TIME, .in = IN_TOLD },
	{ COLUMN(struct decision, abandon_reason), .name = "abandon_reason", .code = "reason",
		.word = NC_("field", "Reason"), .meaning = MEANS_LINES, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct decision, v) },
};
const struct record record_of_decision = RECORD_OF(decision, "decision");

struct error store_decision_get(
	struct db *db, struct arena *arena, int64_t id, struct decision *decision)
{
	return db_row(db, Q_DECISION_GET, ARGS(I64("id", id)), arena, decision);
}

struct error store_decision_find(struct db *db, const char *code, int64_t *id)
{
	return db_number(db, Q_DECISION_FIND, ARGS(TXT("code", code)), id);
}

struct error store_decision_number_taken(
	struct db *db, const char *case_number, int64_t id, int64_t *other)
{
	return db_number(db, Q_DECISION_NUMBER_TAKEN,
		ARGS(TXT("case_number", case_number), I64("id", id)), other);
}

struct error store_decision_count_signed(struct db *db, int64_t *n)
{
	return db_number(db, Q_DECISION_COUNT_SIGNED, NO_ARGS, n);
}

struct error store_decision_ids(
	struct db *db, int64_t round_id, const char *kind, struct id_list *ids)
{
	return db_ids(db, Q_DECISION_IDS, ARGS(REF("round_id", round_id), TXT("kind", kind)), ids);
}

struct error store_statement_in_force(struct db *db, int64_t round_id, int64_t *id)
{
	return db_number(db, Q_STATEMENT_IN_FORCE, ARGS(I64("round_id", round_id)), id);
}

struct error store_decision_count_signed_of(struct db *db, int64_t round_id, int64_t *n)
{
	return db_number(db, Q_DECISION_COUNT_SIGNED_OF, ARGS(I64("round_id", round_id)), n);
}

struct error store_decision_bump(struct db *db, int64_t id)
{
	return db_run(db, Q_DECISION_BUMP, ARGS(I64("id", id)));
}

struct error store_decision_item_put(
	struct db *db, int64_t decision_id, const struct decision_item *item)
{
	return db_put(db, Q_DECISION_ITEM_PUT, item,
		ARGS(I64("decision_id", decision_id), I64("round_item_id", item->item_id)), NULL);
}

static const struct field decision_item_fields[] = {
	{ COLUMN(struct decision_item, id) },
	{ COLUMN(struct decision_item, item_id) },
	{ COLUMN(struct decision_item, submission_id) },
	{ COLUMN(struct decision_item, code), .name = "code", .word = NC_("field", "Code"),
		.meaning = MEANS_LINE },
	{ COLUMN(struct decision_item, title), .name = "title", .word = NC_("field", "Title"),
		.meaning = MEANS_LINE },
	{ COLUMN(struct decision_item, outcome), .name = "outcome", .word = NC_("field", "Outcome"),
		.meaning = MEANS_CODE, .words = WORDS_OUTCOME,
		.in = IN_EDIT | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct decision_item, reason_fi), .name = "reason_fi", .lang = "fi",
		.word = NC_("field", "Reasons in Finnish"), .meaning = MEANS_LINES, .in = IN_EDIT,
		.seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct decision_item, reason_sv), .name = "reason_sv", .lang = "sv",
		.word = NC_("field", "Reasons in Swedish"), .meaning = MEANS_LINES, .in = IN_EDIT,
		.seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct decision_item, reason_en), .name = "reason_en", .lang = "en",
		.word = NC_("field", "Reasons in English"), .meaning = MEANS_LINES, .in = IN_EDIT,
		.seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct decision_item, deviation_reason), .name = "deviation_reason",
		.code = "reason", .word = NC_("field", "Reason"), .meaning = MEANS_LINES,
		.in = IN_EDIT, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct decision_item, gone) },
	{ NOWHERE("decision_id"), .name = "decision", .word = NC_("field", "Decision"),
		.meaning = MEANS_REF, .of = "decision", .in = IN_TOLD },
	{ NOWHERE("round_item_id"), .name = "submission", .word = NC_("field", "Submission"),
		.meaning = MEANS_REF, .of = "round_item", .in = IN_TOLD },
};
const struct record record_of_decision_item = RECORD_OF(decision_item, "decision_item");

struct error store_decision_items(
	struct db *db, struct arena *arena, int64_t decision_id, struct decision_items *items)
{
	return db_rows(db, Q_DECISION_ITEMS, ARGS(I64("decision_id", decision_id)), arena,
		&items->rows, &items->n);
}

struct error store_decision_items_drop_gone(struct db *db, int64_t id)
{
	return db_run(db, Q_DECISION_ITEMS_DROP_GONE, ARGS(I64("decision_id", id)));
}

struct error store_decision_items_copy(struct db *db, int64_t from, int64_t to)
{
	return db_run(db, Q_DECISION_ITEMS_COPY, ARGS(I64("to", to), I64("from", from)));
}

struct error store_decision_person_put(
	struct db *db, int64_t decision_id, int64_t member_id, const char *presence)
{
	return db_run(db, Q_DECISION_PERSON_PUT,
		ARGS(I64("decision_id", decision_id), I64("panel_member_id", member_id),
			TXT("presence", presence)));
}

static const struct field decision_person_fields[] = {
	{ COLUMN(struct decision_person, member_id) },
	{ COLUMN(struct decision_person, account_id) },
	{ COLUMN(struct decision_person, login) },
	{ COLUMN(struct decision_person, name) },
	{ COLUMN(struct decision_person, chair) },
	{ COLUMN(struct decision_person, member_state) },
	{ COLUMN(struct decision_person, presence), .name = "presence",
		.word = NC_("field", "Present"), .meaning = MEANS_CODE, .words = WORDS_PRESENCE,
		.in = IN_TOLD },
	{ NOWHERE("decision_id"), .name = "decision", .word = NC_("field", "Decision"),
		.meaning = MEANS_REF, .of = "decision", .in = IN_TOLD },
	{ NOWHERE("panel_member_id"), .name = "juror", .word = NC_("field", "Juror"),
		.meaning = MEANS_REF, .of = "panel_member", .in = IN_TOLD },
};
const struct record record_of_decision_person = RECORD_OF(decision_person, "decision_person");

struct error store_decision_persons(
	struct db *db, struct arena *arena, int64_t decision_id, struct decision_persons *persons)
{
	return db_rows(db, Q_DECISION_PERSONS, ARGS(I64("decision_id", decision_id)), arena,
		&persons->rows, &persons->n);
}

struct error store_problem_challenge_count(struct db *db, int64_t submission_id, int64_t *n)
{
	return db_number(
		db, Q_PROBLEM_CHALLENGE_COUNT, ARGS(I64("submission_id", submission_id)), n);
}

struct error store_problems_without_challenge(struct db *db, int64_t *n)
{
	return db_number(db, Q_PROBLEMS_WITHOUT_CHALLENGE, NO_ARGS, n);
}

struct error store_problems_without_challenge_ids(struct db *db, struct id_list *ids)
{
	return db_ids(db, Q_PROBLEMS_WITHOUT_CHALLENGE_IDS, NO_ARGS, ids);
}
