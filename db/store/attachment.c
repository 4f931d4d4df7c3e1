/* SPDX-License-Identifier: MIT */
#include "db/store/attachment.h"

struct error store_attachment_add(struct db *db, const struct attachment *a, const void *content,
	int64_t account_id, int64_t *id)
{
	int64_t ignored;

	TRY(db_put(db, Q_ATTACHMENT_ADD, a, ARGS(REF("account_id", account_id)), id));
	return db_insert(db, Q_ATTACHMENT_CONTENT_ADD,
		ARGS(I64("attachment_id", *id), BLOB("content", content, (size_t)a->size)),
		&ignored);
}

static const struct field attachment_fields[] = {
	{ COLUMN(struct attachment, id) },
	{ COLUMN_AS(struct attachment, table, "tbl") },
	{ COLUMN(struct attachment, row_id) },
	{ COLUMN(struct attachment, number), .name = "number", .word = NC_("field", "Number"),
		.brief = NC_("column", "No."), .meaning = MEANS_NUMBER },
	{ COLUMN(struct attachment, name), .name = "name", .word = NC_("field", "Name"),
		.meaning = MEANS_LINE, .seen_by = SEEN_BY_CUSTODIAN },
	{ COLUMN(struct attachment, media), .name = "type", .word = NC_("field", "Type"),
		.meaning = MEANS_LINE, .in = IN_TOLD, .seen_by = SEEN_BY_CUSTODIAN },
	{ COLUMN(struct attachment, size), .name = "size", .word = NC_("field", "Size"),
		.meaning = MEANS_NUMBER, .in = IN_TOLD, .seen_by = SEEN_BY_CUSTODIAN },
	{ COLUMN(struct attachment, sha256) },
	{ COLUMN(struct attachment, publicity), .name = "publicity",
		.word = NC_("field", "Publicity"), .meaning = MEANS_CODE, .words = WORDS_PUBLICITY,
		.in = IN_ADD | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct attachment, added), .name = "added", .word = NC_("field", "Added"),
		.meaning = MEANS_TIME, .in = IN_TOLD },
	{ COLUMN(struct attachment, who) },
	{ COLUMN(struct attachment, removed), .name = "removed", .word = NC_("field", "Removed"),
		.meaning = MEANS_TIME, .in = IN_TOLD },
	{ COLUMN(struct attachment, reason), .name = "reason", .word = NC_("field", "Reason"),
		.meaning = MEANS_LINES, .seen_by = SEEN_BY_OFFICE },
};
const struct record record_of_attachment = RECORD_OF(attachment, "attachment");

struct error store_attachments(struct db *db, struct arena *arena, const char *table,
	int64_t row_id, struct attachments *list)
{
	return db_rows(db, Q_ATTACHMENTS, ARGS(TXT("tbl", table), I64("row_id", row_id)), arena,
		&list->rows, &list->n);
}

struct error store_attachments_move(struct db *db, const char *table, int64_t kept, int64_t gone)
{
	return db_run(db, Q_ATTACHMENTS_MOVE,
		ARGS(I64("kept", kept), TXT("tbl", table), I64("gone", gone)));
}

struct attachment_content {
	struct blob content;
};

static const struct field attachment_content_fields[] = {
	{ COLUMN(struct attachment_content, content) },
};
const struct record record_of_attachment_content = RECORD(attachment_content);

struct error store_attachment_content(
	struct db *db, struct arena *arena, int64_t id, struct blob *content)
{
	struct attachment_content row = { 0 };
	struct error e =
		db_row(db, Q_ATTACHMENT_CONTENT, ARGS(I64("attachment_id", id)), arena, &row);

	*content = row.content;
	return e;
}

struct error store_attachment_remove(
	struct db *db, int64_t id, int64_t now, const char *reason, bool both_sides)
{
	TRY(db_run(db, Q_ATTACHMENT_TAKE_BACK, ARGS(I64("id", id), I64("both_sides", both_sides))));
	return db_run(db, Q_ATTACHMENT_REMOVE,
		ARGS(I64("removed", now), TXT("reason", reason), I64("id", id)));
}

struct error store_given_file_add(
	struct db *db, int64_t round_item_id, int64_t attachment_id, const char *name)
{
	int64_t ignored;

	return db_insert(db, Q_ROUND_ATTACHMENT_GIVE,
		ARGS(I64("round_item_id", round_item_id), I64("attachment_id", attachment_id),
			TXT("name", name)),
		&ignored);
}

struct error store_given_files_clear(struct db *db, int64_t round_item_id)
{
	return db_run(db, Q_ROUND_ATTACHMENTS_CLEAR, ARGS(I64("round_item_id", round_item_id)));
}

static const struct field given_file_fields[] = {
	{ COLUMN(struct given_file, attachment_id) },
	{ COLUMN(struct given_file, name) },
};
const struct record record_of_given_file = RECORD(given_file);

struct error store_given_files(
	struct db *db, struct arena *arena, int64_t round_item_id, struct given_files *files)
{
	return db_rows(db, Q_ROUND_ATTACHMENTS, ARGS(I64("round_item_id", round_item_id)), arena,
		&files->rows, &files->n);
}
