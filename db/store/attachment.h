/* SPDX-License-Identifier: MIT
 * Files that came with a record, and the names under which a round's jury gets them. */
#pragma once

#include "db/db.h"

struct attachment {
	int64_t id;
	const char *table;              /* of the record it is kept on */
	int64_t row_id, number;         /* number: from 1 in its record, never given twice */
	const char *name, *media;       /* name: cleaned, as it was sent; media: its type */
	int64_t size;                   /* bytes */
	const char *sha256, *publicity; /* code of WORDS_PUBLICITY */
	int64_t added;
	const char *who;
	int64_t removed; /* UTC seconds; 0: not */
	const char *reason;
	int64_t sealed_by; /* of attachment_list: the round that keeps name and content from who
			    * asks; 0: none */
};

struct attachments {
	struct attachment *rows;
	size_t n;
};

/* An attachment as the jury gets it. */
struct given_file {
	int64_t attachment_id;
	const char *name; /* "K-4XW-1.pdf" */
};

struct given_files {
	struct given_file *rows;
	size_t n;
};

/* With its content. */
struct error store_attachment_add(struct db *db, const struct attachment *attachment,
	const void *content, int64_t account_id, int64_t *id);
/* Removed ones too, in the order of their numbers. */
struct error store_attachments(struct db *db, struct arena *arena, const char *table,
	int64_t row_id, struct attachments *list);
/* To another row of the table, when two become one. */
struct error store_attachments_move(struct db *db, const char *table, int64_t kept, int64_t gone);
struct error store_attachment_content(
	struct db *db, struct arena *arena, int64_t id, struct blob *content);
/* Also from the rounds that have not been closed; from a released blind one if who acts sees
 * `both_sides` of it, else when it is carried over. */
struct error store_attachment_remove(
	struct db *db, int64_t id, int64_t now, const char *reason, bool both_sides);

struct error store_given_file_add(
	struct db *db, int64_t round_item_id, int64_t attachment_id, const char *name);
struct error store_given_files_clear(struct db *db, int64_t round_item_id);
struct error store_given_files(
	struct db *db, struct arena *arena, int64_t round_item_id, struct given_files *files);
