/* SPDX-License-Identifier: MIT
 * Files that came with a record: a submission, a contract, a decision, any kind that says so
 * (src/ground/kind.h; a submission by any of its three). They are kept in the competition's
 * file. What is removed stays in the record with its reason, but goes to no jury. Publicity: Act on
 * the Openness of Government Activities 621/1999, 24 §. */
#pragma once

#include "db/store/attachment.h"
#include "src/ground/finder.h"

enum { ATTACHMENT_MAX = 20 << 20 };

/* `path` may be "-"; `name` (may be NULL) is what the file is called, else its path says it;
 * cleaned of directories and of what is not safe to show. `publicity` NULL: not decided. E_RULE if
 * it is empty, too large, or attached already. */
struct error attachment_add(struct context *ctx, enum kind kind, int64_t id, const char *path,
	const char *name, const char *publicity, int64_t *number);
/* The same of bytes that are there already. */
struct error attachment_keep(struct context *ctx, enum kind kind, int64_t id, const char *name,
	const struct buffer *bytes, int64_t *number);
/* What the program made itself, kept on a record inside the caller's transaction and rights. */
struct error attachment_put(struct context *ctx, struct arena *arena, enum kind kind, int64_t id,
	const char *name, const char *media, const struct buffer *bytes);
struct error attachment_list(struct context *ctx, struct arena *arena, enum kind kind, int64_t id,
	struct attachments *list);
/* Needs a reason. Rounds that are not closed lose it too. */
struct error attachment_remove(
	struct context *ctx, enum kind kind, int64_t id, int64_t number, const char *reason);
/* Writes it to a new file, or to standard output for "-"; a removed one too. */
struct error attachment_save(
	struct context *ctx, enum kind kind, int64_t id, int64_t number, const char *path);
/* Of that number: E_NOT_FOUND (field "attachment"). */
struct error attachment_get(struct context *ctx, struct arena *arena, enum kind kind, int64_t id,
	int64_t number, struct attachment *attachment);

/* The ending that belongs to the type: "pdf". */
const char *attachment_ending(const char *media);
bool attachment_is_text(const char *media);
