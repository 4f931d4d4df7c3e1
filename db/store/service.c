/* SPDX-License-Identifier: MIT */
#include "db/store/service.h"

struct error store_service_put(struct db *db, int64_t decision_id, int64_t submission_id,
	const char *channel, int64_t sent, int64_t deemed)
{
	return db_run(db, Q_SERVICE_PUT,
		ARGS(I64("decision_id", decision_id), I64("submission_id", submission_id),
			TXT("channel", channel), I64("sent", sent), I64("deemed", deemed)));
}

static const struct field service_fields[] = {
	{ COLUMN(struct service, submission_id) },
	{ COLUMN(struct service, team_id) },
	{ COLUMN(struct service, code) },
	{ COLUMN(struct service, applicant) },
	{ COLUMN(struct service, outcome) },
	{ COLUMN(struct service, channel) },
	{ COLUMN(struct service, sent) },
	{ COLUMN(struct service, deemed) },
};
const struct record record_of_service = RECORD(service);

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
	{ COLUMN(struct complaint, code) },
	{ COLUMN(struct complaint, decision_id) },
	{ COLUMN(struct complaint, decision) },
	{ COLUMN_OR_NONE(struct complaint, submission_id) },
	{ COLUMN(struct complaint, by) },
	{ COLUMN(struct complaint, kind) },
	{ COLUMN(struct complaint, received) },
	{ COLUMN_OR_NONE(struct complaint, due) },
	{ COLUMN(struct complaint, case_number) },
	{ COLUMN(struct complaint, text) },
	{ COLUMN(struct complaint, answered) },
	{ COLUMN(struct complaint, outcome) },
	{ COLUMN(struct complaint, answer) },
	{ COLUMN(struct complaint, v) },
};
const struct record record_of_complaint = RECORD(complaint);

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
