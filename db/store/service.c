/* SPDX-License-Identifier: MIT */
#include "db/store/service.h"

struct error store_service_put(struct db *db, int64_t decision_id, int64_t submission_id,
	const char *channel, int64_t sent, int64_t deemed)
{
	return db_run(db, Q_SERVICE_PUT,
		ARGS(I64(decision_id), I64(submission_id), TXT(channel), I64(sent), I64(deemed)));
}

struct error store_services(
	struct db *db, struct arena *arena, int64_t decision_id, struct services *services)
{
	static const struct row_field fields[] = {
		{ FIELD_INT, offsetof(struct service, submission_id) },
		{ FIELD_INT, offsetof(struct service, team_id) },
		{ FIELD_TEXT, offsetof(struct service, code) },
		{ FIELD_TEXT, offsetof(struct service, applicant) },
		{ FIELD_TEXT, offsetof(struct service, outcome) },
		{ FIELD_TEXT, offsetof(struct service, channel) },
		{ FIELD_INT, offsetof(struct service, sent) },
		{ FIELD_INT, offsetof(struct service, deemed) },
	};
	static const struct shape shape = { sizeof(struct service), fields, LEN(fields) };

	return db_rows(db, Q_SERVICES, ARGS(I64(decision_id)), &shape, arena, &services->rows,
		&services->n);
}

struct error store_service_missing(struct db *db, int64_t decision_id, int64_t *n)
{
	return db_number(db, Q_SERVICE_MISSING, ARGS(I64(decision_id)), n);
}

struct error store_complaint_add(struct db *db, const struct complaint *c, int64_t *id)
{
	return db_insert(db, Q_COMPLAINT_ADD,
		ARGS(I64(c->number), TXT(c->code), I64(c->decision_id), value_ref(c->submission_id),
			TXT(c->kind), I64(c->received), value_ref(c->due), TXT(c->case_number),
			TXT(c->text)),
		id);
}

struct error store_complaint_answer(struct db *db, const struct complaint *c)
{
	TRY(db_run(db, Q_COMPLAINT_ANSWER,
		ARGS(I64(c->answered), TXT(c->outcome), TXT(c->answer), I64(c->id))));
	return db_changes(db) == 1 ? ok() : fail(E_STALE, NULL);
}

static const struct row_field complaint_fields[] = {
	{ FIELD_INT, offsetof(struct complaint, id) },
	{ FIELD_INT, offsetof(struct complaint, number) },
	{ FIELD_TEXT, offsetof(struct complaint, code) },
	{ FIELD_INT, offsetof(struct complaint, decision_id) },
	{ FIELD_TEXT, offsetof(struct complaint, decision) },
	{ FIELD_INT, offsetof(struct complaint, submission_id) },
	{ FIELD_TEXT, offsetof(struct complaint, by) },
	{ FIELD_TEXT, offsetof(struct complaint, kind) },
	{ FIELD_INT, offsetof(struct complaint, received) },
	{ FIELD_INT, offsetof(struct complaint, due) },
	{ FIELD_TEXT, offsetof(struct complaint, case_number) },
	{ FIELD_TEXT, offsetof(struct complaint, text) },
	{ FIELD_INT, offsetof(struct complaint, answered) },
	{ FIELD_TEXT, offsetof(struct complaint, outcome) },
	{ FIELD_TEXT, offsetof(struct complaint, answer) },
	{ FIELD_INT, offsetof(struct complaint, v) },
};
static const struct shape complaint_shape = { sizeof(struct complaint), complaint_fields,
	LEN(complaint_fields) };

struct error store_complaint_get(
	struct db *db, struct arena *arena, int64_t id, struct complaint *complaint)
{
	return db_row(db, Q_COMPLAINT_GET, ARGS(I64(id)), &complaint_shape, arena, complaint);
}

struct error store_complaint_find(struct db *db, const char *code, int64_t *id)
{
	return db_number(db, Q_COMPLAINT_FIND, ARGS(TXT(code)), id);
}

struct error store_complaint_ids(struct db *db, int64_t decision_id, struct id_list *ids)
{
	return db_ids(db, Q_COMPLAINT_IDS, ARGS(value_ref(decision_id)), ids);
}

struct error store_complaint_open(struct db *db, int64_t decision_id, int64_t *n)
{
	return db_number(db, Q_COMPLAINT_OPEN, ARGS(I64(decision_id)), n);
}
