/* SPDX-License-Identifier: MIT */
#include "db/store/note.h"

static const struct row_field note_fields[] = {
	{ FIELD_INT, offsetof(struct note, id) },
	{ FIELD_TEXT, offsetof(struct note, object) },
	{ FIELD_INT, offsetof(struct note, at) },
	{ FIELD_TEXT, offsetof(struct note, who) },
	{ FIELD_TEXT, offsetof(struct note, text) },
	{ FIELD_INT, offsetof(struct note, due) },
	{ FIELD_INT, offsetof(struct note, done) },
	{ FIELD_TEXT, offsetof(struct note, by) },
	{ FIELD_INT, offsetof(struct note, v) },
};
static const struct shape note_shape = { sizeof(struct note), note_fields, LEN(note_fields) };

struct error store_note_add(struct db *db, const struct note *note, int64_t account_id, int64_t *id)
{
	return db_insert(db, Q_NOTE_ADD,
		ARGS(TXT(note->object), I64(note->at), TXT(note->who), TXT(note->text),
			value_ref(note->due), value_ref(account_id)),
		id);
}

struct error store_note_update(struct db *db, const struct note *note)
{
	TRY(db_run(db, Q_NOTE_UPDATE,
		ARGS(TXT(note->who), TXT(note->text), value_ref(note->due), value_ref(note->done),
			I64(note->id), I64(note->v))));
	return db_changes(db) == 1 ? ok() : fail(E_STALE, NULL);
}

struct error store_note_get(struct db *db, struct arena *arena, int64_t id, struct note *note)
{
	return db_row(db, Q_NOTE_GET, ARGS(I64(id)), &note_shape, arena, note);
}

struct error store_note_ids(struct db *db, const char *object, struct id_list *ids)
{
	return db_ids(db, Q_NOTE_IDS, ARGS(TXT(object)), ids);
}

struct error store_note_due_ids(struct db *db, int64_t day, struct id_list *ids)
{
	return db_ids(db, Q_NOTE_DUE_IDS, ARGS(I64(day)), ids);
}
