/* SPDX-License-Identifier: MIT */
#include "db/store/attachment.h"

struct error store_attachment_add(struct db *db, const struct attachment *a, const void *content,
	int64_t account_id, int64_t *id)
{
	int64_t ignored;

	TRY(db_insert(db, Q_ATTACHMENT_ADD,
		ARGS(TXT(a->table), I64(a->row_id), TXT(a->name), TXT(a->media), I64(a->size),
			TXT(a->sha256), TXT(a->publicity), I64(a->added), value_ref(account_id)),
		id));
	return db_insert(db, Q_ATTACHMENT_CONTENT_ADD,
		ARGS(I64(*id), value_blob(content, (size_t)a->size)), &ignored);
}

static const struct row_field attachment_fields[] = {
	{ FIELD_INT, offsetof(struct attachment, id) },
	{ FIELD_TEXT, offsetof(struct attachment, table) },
	{ FIELD_INT, offsetof(struct attachment, row_id) },
	{ FIELD_INT, offsetof(struct attachment, number) },
	{ FIELD_TEXT, offsetof(struct attachment, name) },
	{ FIELD_TEXT, offsetof(struct attachment, media) },
	{ FIELD_INT, offsetof(struct attachment, size) },
	{ FIELD_TEXT, offsetof(struct attachment, sha256) },
	{ FIELD_TEXT, offsetof(struct attachment, publicity) },
	{ FIELD_INT, offsetof(struct attachment, added) },
	{ FIELD_TEXT, offsetof(struct attachment, who) },
	{ FIELD_INT, offsetof(struct attachment, removed) },
	{ FIELD_TEXT, offsetof(struct attachment, reason) },
};
static const struct shape attachment_shape = { sizeof(struct attachment), attachment_fields,
	LEN(attachment_fields) };

struct error store_attachments(struct db *db, struct arena *arena, const char *table,
	int64_t row_id, struct attachments *list)
{
	return db_rows(db, Q_ATTACHMENTS, ARGS(TXT(table), I64(row_id)), &attachment_shape, arena,
		&list->rows, &list->n);
}

struct error store_attachments_move(struct db *db, const char *table, int64_t kept, int64_t gone)
{
	return db_run(db, Q_ATTACHMENTS_MOVE, ARGS(I64(kept), TXT(table), I64(gone)));
}

struct error store_attachment_content(
	struct db *db, struct arena *arena, int64_t id, struct blob *content)
{
	static const struct row_field fields[] = { { FIELD_BLOB, 0 } };
	static const struct shape shape = { sizeof(struct blob), fields, LEN(fields) };

	return db_row(db, Q_ATTACHMENT_CONTENT, ARGS(I64(id)), &shape, arena, content);
}

struct error store_attachment_remove(
	struct db *db, int64_t id, int64_t now, const char *reason, bool both_sides)
{
	TRY(db_run(db, Q_ATTACHMENT_TAKE_BACK, ARGS(I64(id), I64(both_sides))));
	return db_run(db, Q_ATTACHMENT_REMOVE, ARGS(I64(now), TXT(reason), I64(id)));
}

struct error store_given_file_add(
	struct db *db, int64_t round_item_id, int64_t attachment_id, const char *name)
{
	int64_t ignored;

	return db_insert(db, Q_ROUND_ATTACHMENT_GIVE,
		ARGS(I64(round_item_id), I64(attachment_id), TXT(name)), &ignored);
}

struct error store_given_files_clear(struct db *db, int64_t round_item_id)
{
	return db_run(db, Q_ROUND_ATTACHMENTS_CLEAR, ARGS(I64(round_item_id)));
}

struct error store_given_files(
	struct db *db, struct arena *arena, int64_t round_item_id, struct given_files *files)
{
	static const struct row_field fields[] = {
		{ FIELD_INT, offsetof(struct given_file, attachment_id) },
		{ FIELD_TEXT, offsetof(struct given_file, name) },
	};
	static const struct shape shape = { sizeof(struct given_file), fields, LEN(fields) };

	return db_rows(db, Q_ROUND_ATTACHMENTS, ARGS(I64(round_item_id)), &shape, arena,
		&files->rows, &files->n);
}
