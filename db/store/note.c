/* SPDX-License-Identifier: MIT */
#include "db/store/note.h"

static const struct field note_fields[] = {
	{ COLUMN(struct note, id) },
	{ COLUMN(struct note, object) },
	{ COLUMN(struct note, at) },
	{ COLUMN(struct note, who) },
	{ COLUMN(struct note, text) },
	{ COLUMN_OR_NONE(struct note, due) },
	{ COLUMN_OR_NONE(struct note, done) },
	{ COLUMN(struct note, by) },
	{ COLUMN(struct note, v) },
};
const struct record record_of_note = RECORD(note);

struct error store_note_add(struct db *db, const struct note *note, int64_t account_id, int64_t *id)
{
	return db_put(db, Q_NOTE_ADD, note, ARGS(REF("account_id", account_id)), id);
}

struct error store_note_update(struct db *db, const struct note *note)
{
	TRY(db_put(db, Q_NOTE_UPDATE, note, NO_ARGS, NULL));
	return db_changes(db) == 1 ? ok() : fail(E_STALE, NULL);
}

struct error store_note_get(struct db *db, struct arena *arena, int64_t id, struct note *note)
{
	return db_row(db, Q_NOTE_GET, ARGS(I64("id", id)), arena, note);
}

struct error store_note_ids(struct db *db, const char *object, struct id_list *ids)
{
	return db_ids(db, Q_NOTE_IDS, ARGS(TXT("object", object)), ids);
}

struct error store_note_due_ids(struct db *db, int64_t day, struct id_list *ids)
{
	return db_ids(db, Q_NOTE_DUE_IDS, ARGS(I64("day", day)), ids);
}
