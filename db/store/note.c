/* SPDX-License-Identifier: MIT */
#include "db/store/note.h"

static const struct field note_fields[] = {
	{ COLUMN(struct note, id), .name = "id", .word = NC_("field", "Number"),
		.meaning = MEANS_NUMBER },
	{ COLUMN(struct note, object), .name = "of", .code = "record",
		.word = NC_("field", "Record"), .brief = NC_("column", "About"),
		.meaning = MEANS_LINE, .in = IN_TOLD },
	{ COLUMN(struct note, at), .name = "time", .word = NC_("field", "When"),
		.meaning = MEANS_TIME, .in = IN_TOLD },
	{ COLUMN(struct note, who), .name = "who", .word = NC_("field", "With whom"),
		.meaning = MEANS_LINE, .in = IN_ADD | IN_EDIT, .seen_by = SEEN_BY_OFFICE },
	{ COLUMN(struct note, text), .name = "text", .word = NC_("field", "Text"),
		.meaning = MEANS_LINES, .in = IN_ADD | IN_EDIT | IN_REQUIRED,
		.seen_by = SEEN_BY_OFFICE },
	{ COLUMN_OR_NONE(struct note, due), .name = "due", .word = NC_("field", "Promised until"),
		.brief = NC_("column", "Promised"), .meaning = MEANS_DAY,
		.in = IN_ADD | IN_EDIT | IN_TOLD },
	{ COLUMN_OR_NONE(struct note, done), .name = "done", .word = NC_("field", "Kept"),
		.meaning = MEANS_DAY, .in = IN_TOLD },
	{ COLUMN(struct note, by), .name = "by", .code = "written_by", .word = NC_("field", "By"),
		.meaning = MEANS_LINE },
	{ COLUMN(struct note, v) },
};
const struct record record_of_note = RECORD_OF(note, "contact_note");

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
