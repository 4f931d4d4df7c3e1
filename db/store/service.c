/* SPDX-License-Identifier: MIT */
#include "db/store/service.h"

struct error store_service_put(
	struct db *db, int64_t decision_id, int64_t submission_id, const struct service *service)
{
	return db_put(db, Q_SERVICE_PUT, service,
		ARGS(I64("decision_id", decision_id), I64("submission_id", submission_id)), NULL);
}

struct error store_service_is(
	struct db *db, int64_t decision_id, int64_t submission_id, bool *served)
{
	int64_t n = 0;

	TRY(db_number(db, Q_SERVICE_IS,
		ARGS(I64("decision_id", decision_id), I64("submission_id", submission_id)), &n));
	*served = n > 0;
	return ok();
}

struct error store_service_was(struct db *db, int64_t decision_id, int64_t submission_id,
	const char *channel, int64_t sent, bool *was)
{
	int64_t n = 0;

	TRY(db_number(db, Q_SERVICE_WAS,
		ARGS(I64("decision_id", decision_id), I64("submission_id", submission_id),
			TXT("channel", channel), I64("sent", sent)),
		&n));
	*was = n > 0;
	return ok();
}

struct error store_service_undo(struct db *db, int64_t decision_id, int64_t submission_id)
{
	return db_run(db, Q_SERVICE_UNDO,
		ARGS(I64("decision_id", decision_id), I64("submission_id", submission_id)));
}

static const struct field service_fields[] = {
	{ COLUMN_OR_NONE(struct service, id) },
	{ COLUMN(struct service, submission_id), .name = "submission",
		.word = NC_("field", "Submission"), .meaning = MEANS_REF, .of = "submission",
		.in = IN_TOLD },
	{ COLUMN(struct service, team_id) },
	{ COLUMN(struct service, code) },
	{ COLUMN(struct service, applicant), .name = "applicant", .word = NC_("field", "Applicant"),
		.meaning = MEANS_LINE },
	{ COLUMN(struct service, outcome), .name = "outcome", .word = NC_("field", "Outcome"),
		.meaning = MEANS_CODE, .words = WORDS_OUTCOME },
	{ COLUMN(struct service, channel), .name = "channel", .code = "service_channel",
		.word = NC_("field", "Way of service"), .brief = NC_("column", "Way of service"),
		.meaning = MEANS_CODE, .words = WORDS_SERVICE,
		.in = IN_ADD | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct service, sent), .name = "sent", .word = NC_("field", "Sent"),
		.meaning = MEANS_DAY, .in = IN_ADD | IN_TOLD },
	{ COLUMN(struct service, deemed), .name = "deemed", .code = "served",
		.word = NC_("field", "Served"), .brief = NC_("column", "Served"),
		.meaning = MEANS_DAY, .in = IN_ADD | IN_TOLD },
	{ COLUMN(struct service, proof), .name = "proof", .code = "proof_of_service",
		.word = NC_("field", "Proof of service"), .brief = NC_("column", "Proof"),
		.meaning = MEANS_LINE, .in = IN_ADD, .seen_by = SEEN_BY_OFFICE },
	{ NOWHERE("decision_id"), .name = "decision", .word = NC_("field", "Decision"),
		.meaning = MEANS_REF, .of = "decision", .in = IN_TOLD },
};
const struct record record_of_service = RECORD_OF(service, "service");

struct error store_services(
	struct db *db, struct arena *arena, int64_t decision_id, struct services *services)
{
	return db_rows(db, Q_SERVICES, ARGS(I64("decision_id", decision_id)), arena,
		&services->rows, &services->n);
}

struct error store_service_missing(struct db *db, int64_t decision_id, int64_t *n)
{
	return db_number(db, Q_SERVICE_MISSING, ARGS(I64("decision_id", decision_id)), n);
}

struct error store_complaint_add(struct db *db, const struct complaint *c, int64_t *id)
{
	return db_put(db, Q_COMPLAINT_ADD, c, NO_ARGS, id);
}

struct error store_complaint_answer(struct db *db, const struct complaint *c)
{
	TRY(db_put(db, Q_COMPLAINT_ANSWER, c, NO_ARGS, NULL));
	return db_changes(db) == 1 ? ok() : fail(E_STALE, NULL);
}

static const struct field complaint_fields[] = {
	{ COLUMN(struct complaint, id) },
	{ COLUMN(struct complaint, number) },
	{ COLUMN(struct complaint, code), .name = "code", .word = NC_("field", "Code"),
		.meaning = MEANS_LINE },
	{ COLUMN(struct complaint, decision_id), .name = "decision",
		.word = NC_("field", "Decision"), .meaning = MEANS_REF, .of = "decision",
		.in = IN_TOLD },
	{ COLUMN(struct complaint, decision), .shows = "decision" },
	{ COLUMN_OR_NONE(struct complaint, submission_id), .name = "submission",
		.word = NC_("field", "Submission"), .meaning = MEANS_REF, .of = "submission",
		.in = IN_TOLD },
	{ COLUMN(struct complaint, by), .name = "by", .code = "made_by",
		.word = NC_("field", "Made by"), .meaning = MEANS_LINE },
	{ COLUMN(struct complaint, kind), .name = "kind", .word = NC_("field", "Kind"),
		.meaning = MEANS_CODE, .words = WORDS_COMPLAINT_KIND,
		.in = IN_ADD | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct complaint, received), .name = "received", .word = NC_("field", "Received"),
		.brief = NC_("column", "Received"), .meaning = MEANS_DAY, .in = IN_ADD | IN_TOLD },
	{ COLUMN_OR_NONE(struct complaint, due), .name = "due", .code = "due_day",
		.word = NC_("field", "Due"), .meaning = MEANS_DAY,
		.in = IN_ADD | IN_EDIT | IN_TOLD },
	{ COLUMN(struct complaint, case_number), .name = "case_number",
		.word = NC_("field", "Case number"), .meaning = MEANS_LINE,
		.in = IN_ADD | IN_EDIT | IN_TOLD },
	{ COLUMN(struct complaint, text), .name = "text", .code = "description",
		.word = NC_("field", "Description"), .meaning = MEANS_LINES, .max = BODY_MAX,
		.in = IN_ADD | IN_REQUIRED, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct complaint, answered), .name = "answered", .word = NC_("field", "Answered"),
		.meaning = MEANS_DAY, .in = IN_TOLD },
	{ COLUMN(struct complaint, outcome), .name = "outcome", .word = NC_("field", "Outcome"),
		.meaning = MEANS_CODE, .words = WORDS_COMPLAINT_OUTCOME, .in = IN_TOLD },
	{ COLUMN(struct complaint, answer), .name = "answer", .word = NC_("field", "Answer"),
		.meaning = MEANS_LINES, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct complaint, v) },
	{ COLUMN_OR_NONE(struct complaint, regime_id) },
	{ COLUMN_OR_NONE(struct complaint, last_day), .name = "last_day",
		.word = NC_("field", "Last day"), .meaning = MEANS_DAY, .in = IN_TOLD },
	{ COLUMN(struct complaint, late), .name = "late", .word = NC_("field", "Late"),
		.meaning = MEANS_FLAG },
	{ COLUMN(struct complaint, court), .name = "court", .word = NC_("field", "Court"),
		.meaning = MEANS_LINE, .in = IN_ADD | IN_EDIT | IN_TOLD },
	{ COLUMN(struct complaint, court_case), .name = "court_case",
		.word = NC_("field", "Court's case number"), .meaning = MEANS_LINE,
		.in = IN_ADD | IN_EDIT | IN_TOLD },
	{ COLUMN(struct complaint, interim), .name = "interim",
		.word = NC_("field", "Interim order"), .meaning = MEANS_CODE,
		.words = WORDS_INTERIM, .in = IN_ADD | IN_EDIT | IN_TOLD },
	{ COLUMN_OR_NONE(struct complaint, interim_day), .name = "interim_day",
		.word = NC_("field", "Day of the interim order"), .meaning = MEANS_DAY,
		.in = IN_ADD | IN_EDIT | IN_TOLD },
	{ COLUMN(struct complaint, effect), .name = "effect",
		.word = NC_("field", "Effect on the contract"), .meaning = MEANS_CODE,
		.words = WORDS_EFFECT, .in = IN_TOLD },
};
const struct record record_of_complaint = RECORD_OF(complaint, "complaint");

struct error store_complaint_get(
	struct db *db, struct arena *arena, int64_t id, struct complaint *complaint)
{
	return db_row(db, Q_COMPLAINT_GET, ARGS(I64("id", id)), arena, complaint);
}

struct error store_complaint_find(struct db *db, const char *code, int64_t *id)
{
	return db_number(db, Q_COMPLAINT_FIND, ARGS(TXT("code", code)), id);
}

struct error store_complaint_ids(struct db *db, int64_t decision_id, struct id_list *ids)
{
	return db_ids(db, Q_COMPLAINT_IDS, ARGS(REF("decision_id", decision_id)), ids);
}

struct error store_complaint_open(struct db *db, int64_t decision_id, int64_t *n)
{
	return db_number(db, Q_COMPLAINT_OPEN, ARGS(I64("decision_id", decision_id)), n);
}

struct error store_complaint_update(struct db *db, const struct complaint *c)
{
	TRY(db_put(db, Q_COMPLAINT_UPDATE, c, NO_ARGS, NULL));
	return db_changes(db) == 1 ? ok() : fail(E_STALE, NULL);
}

struct error store_complaint_correction(struct db *db, int64_t complaint_id, int64_t *decision_id)
{
	return db_number(
		db, Q_COMPLAINT_CORRECTION, ARGS(I64("complaint_id", complaint_id)), decision_id);
}

struct error store_complaint_upheld(struct db *db, int64_t decision_id, int64_t *n)
{
	return db_number(db, Q_COMPLAINT_UPHELD, ARGS(I64("decision_id", decision_id)), n);
}
