/* SPDX-License-Identifier: MIT */
#include "src/phases/attachment.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "db/base/utf8.h"
#include "db/store/submission.h"
#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/ground/save.h"
#include "src/base/text.h"
#include "src/ground/journal_write.h"
#include "src/ground/record.h"
#include "src/ground/sides.h"

enum { NAME_MAX_LENGTH = 120, ENDING_MAX = 10, BLOCK = 1 << 16 };

/* How a type begins, in order: packed documents are told apart by the ending of their names. */
static const struct {
	const char *media, *ending, *magic;
} types[] = {
	{ "application/pdf", "pdf", "%PDF-" },
	{ "image/png", "png", "\x89PNG\r\n" },
	{ "image/jpeg", "jpg", "\xFF\xD8\xFF" },
	{ "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx",
		"PK\3\4" },
	{ "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", "PK\3\4" },
	{ "application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx",
		"PK\3\4" },
	{ "application/vnd.oasis.opendocument.text", "odt", "PK\3\4" },
	{ "application/vnd.oasis.opendocument.spreadsheet", "ods", "PK\3\4" },
	{ "application/vnd.oasis.opendocument.presentation", "odp", "PK\3\4" },
	{ "application/zip", "zip", "PK\3\4" },
	{ "text/plain", "txt", NULL },
	{ "application/octet-stream", "bin", NULL },
};

const char *attachment_ending(const char *media)
{
	for (size_t i = 0; i < LEN(types); i++)
		if (strcmp(types[i].media, media) == 0)
			return types[i].ending;
	return "bin";
}

bool attachment_is_text(const char *media)
{
	return strcmp(media, "text/plain") == 0;
}

static const char *ending_of(const char *name)
{
	const char *dot = strrchr(name, '.');

	return dot == NULL ? "" : dot + 1;
}

static const char *media_of(const char *name, const struct buffer *bytes)
{
	for (size_t i = 0; i < LEN(types) && types[i].magic != NULL; i++) {
		size_t n = strlen(types[i].magic);
		bool begins = bytes->length >= n && memcmp(bytes->text, types[i].magic, n) == 0;
		bool packed = strncmp(types[i].magic, "PK", 2) == 0;

		if (begins && (!packed || strcmp(types[i].ending, "zip") == 0 ||
				      strcasecmp(ending_of(name), types[i].ending) == 0))
			return types[i].media;
	}
	enum text_fault fault = utf8_check(bytes->text, bytes->length);
	bool text = fault != TEXT_BAD_UTF8 && fault != TEXT_NUL && fault != TEXT_CONTROL;
	return text ? "text/plain" : "application/octet-stream";
}

/* At most that many bytes of it, between letters. */
static size_t fit(const char *text, size_t max)
{
	size_t n = strlen(text) < max ? strlen(text) : max;

	while (n > 0 && ((unsigned char)text[n] & 0xC0) == 0x80)
		n--;
	return n;
}

/* A file's name without directories, controls, characters that change the direction of text, and
 * what other systems do not take; never empty, at most 120 characters with its ending. */
static const char *attachment_name(struct arena *arena, const char *path)
{
	static const char replacement[] = "\uFFFD";
	const char *base = path + strlen(path);

	while (base > path && strchr("/\\", base[-1]) == NULL)
		base--;
	const char *shown = utf8_visible(arena, base, strlen(base), TEXT_LINE);
	struct buffer clean = { 0 };
	buffer_text(&clean, "");
	for (const char *c = shown; *c != '\0'; c++) {
		bool bad = strncmp(c, replacement, 3) == 0;

		if (bad)
			c += 2;
		if (clean.length == 0 && strchr(". ", *c) != NULL)
			continue;
		buffer_printf(&clean, "%c", bad || strchr(":*?\"<>|", *c) != NULL ? '_' : *c);
	}
	const char *name = utf8_clean(arena, clean.text, TEXT_LINE);
	buffer_clear(&clean);
	const char *ending = ending_of(name);
	size_t tail = *ending == '\0' || strlen(ending) > ENDING_MAX ? 0 : strlen(ending) + 1;
	size_t stem = fit(name, NAME_MAX_LENGTH - tail);
	if (strlen(name) <= NAME_MAX_LENGTH)
		return *name == '\0' ? "file" : name;
	return arena_printf(arena, "%.*s%s", (int)stem, name, tail == 0 ? "" : ending - 1);
}

static struct error from_errno(int number)
{
	if (number == ENOENT || number == ENOTDIR)
		return fail(E_NOT_FOUND, "file");
	if (number == EISDIR)
		return fail(E_INVALID, "file");
	return number == EACCES || number == EPERM ? fail(E_ACCESS, NULL) :
						     (struct error){ .code = E_IO, .low = number };
}

static struct error read_bytes(int fd, struct buffer *bytes)
{
	static const size_t most = ATTACHMENT_MAX;
	char block[BLOCK];

	for (;;) {
		ssize_t n = read(fd, block, sizeof(block));

		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return from_errno(errno);
		if (n == 0)
			break;
		buffer_add(bytes, block, (size_t)n);
		if (bytes->length > most)
			return rule(N_(
				"The file is larger than 20 MB. Ask for a smaller one, or divide "
				"it."));
	}
	return bytes->length == 0 ? rule(N_("The file is empty.")) : ok();
}

static struct error read_file(const char *path, struct buffer *bytes)
{
	int fd = strcmp(path, "-") == 0 ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		return from_errno(errno);
	struct error e = read_bytes(fd, bytes);
	close(fd);
	return e;
}

static const char *table_of(enum kind kind)
{
	return kind_rows[kind].tables[0];
}

/* The blind round that keeps its files from who asks, or 0. */
static int64_t hidden_by(struct context *ctx, struct arena *arena, enum kind kind, int64_t id)
{
	struct submission s;

	if (kind_rows[kind].search != SEARCH_SUBMISSION)
		return 0;
	struct error e = store_submission_get(ctx->db, arena, id, &s);
	return e.code != E_OK ? 0 : sides_sealed_by(ctx, &s);
}

static struct error refuse_twin(
	struct context *ctx, struct arena *arena, enum kind kind, const struct attachment *fresh)
{
	struct attachments list;

	TRY(store_attachments(ctx->db, arena, fresh->table, fresh->row_id, &list));
	/* Whose file it is would be told by the refusal. */
	if (hidden_by(ctx, arena, kind, fresh->row_id) != 0)
		return ok();
	for (size_t i = 0; i < list.n; i++)
		if (list.rows[i].removed == 0 && strcmp(list.rows[i].sha256, fresh->sha256) == 0)
			return rule(N_("The same file is already attached."));
	return ok();
}

static struct error insert(struct context *ctx, struct arena *arena, enum kind kind,
	const struct attachment *a, const struct buffer *bytes, struct reference *of,
	int64_t *number)
{
	struct attachments list;
	int64_t id;

	TRY(reference_of(ctx, kind, a->row_id, of));
	TRY(refuse_twin(ctx, arena, kind, a));
	TRY(store_attachment_add(ctx->db, a, bytes->text, ctx->account.id, &id));
	TRY(store_attachments(ctx->db, arena, a->table, a->row_id, &list));
	*number = list.rows[list.n - 1].number;
	return ok();
}

/* What is said of the bytes; they have been read. */
static struct error describe(struct context *ctx, struct arena *arena, const char *name,
	const struct buffer *bytes, struct attachment *a)
{
	unsigned char digest[crypto_hash_sha256_BYTES];
	char *hex = arena_alloc(arena, sizeof(digest) * 2 + 1);

	a->name = attachment_name(arena, name);
	a->media = media_of(a->name, bytes);
	a->size = (int64_t)bytes->length;
	a->added = context_now(ctx);
	crypto_hash_sha256(digest, (const unsigned char *)bytes->text, bytes->length);
	a->sha256 = sodium_bin2hex(hex, sizeof(digest) * 2 + 1, digest, sizeof(digest));
	return ok();
}

static struct error may_add(struct context *ctx, enum kind kind)
{
	TRY(require(ctx, ACT_SUBMISSION));
	return kind_rows[kind].files ? ok() : fail(E_INVALID, "record");
}

static struct error add(struct context *ctx, struct arena *arena, enum kind kind,
	struct attachment *a, const char *name, const struct buffer *bytes, int64_t *number)
{
	struct reference of = { "" };

	TRY(describe(ctx, arena, name, bytes, a));
	TRY(context_begin(ctx));
	struct error e = insert(ctx, arena, kind, a, bytes, &of, number);
	return context_end(ctx, e, "attachment.add", of.text);
}

struct error attachment_add(struct context *ctx, enum kind kind, int64_t id, const char *path,
	const char *name, const char *publicity, int64_t *number)
{
	struct attachment a = { .table = table_of(kind),
		.row_id = id,
		.publicity = publicity == NULL ? "undecided" : publicity };
	struct arena arena = { 0 };
	struct buffer bytes = { 0 };

	TRY(may_add(ctx, kind));
	TRY(context_may_open(ctx, path));
	TRY(record_clean(&arena, &record_of_attachment, &a, IN_ADD));
	struct error e = read_file(path, &bytes);
	if (e.code == E_OK)
		e = add(ctx, &arena, kind, &a, name == NULL ? path : name, &bytes, number);
	buffer_clear(&bytes);
	arena_clear(&arena);
	return e;
}

struct error attachment_keep(struct context *ctx, enum kind kind, int64_t id, const char *name,
	const struct buffer *bytes, int64_t *number)
{
	struct attachment a = {
		.table = table_of(kind), .row_id = id, .publicity = "undecided", .reason = ""
	};
	struct arena arena = { 0 };

	TRY(may_add(ctx, kind));
	struct error e = add(ctx, &arena, kind, &a, name, bytes, number);
	arena_clear(&arena);
	return e;
}

struct error attachment_put(struct context *ctx, struct arena *arena, enum kind kind, int64_t id,
	const char *name, const char *media, const struct buffer *bytes)
{
	struct attachment a = {
		.table = table_of(kind), .row_id = id, .publicity = "undecided", .reason = ""
	};
	int64_t attachment_id;

	TRY(describe(ctx, arena, name, bytes, &a));
	a.media = media;
	return store_attachment_add(ctx->db, &a, bytes->text, ctx->account.id, &attachment_id);
}

struct error attachment_list(struct context *ctx, struct arena *arena, enum kind kind, int64_t id,
	struct attachments *list)
{
	TRY(require(ctx, ACT_READ));
	TRY(store_attachments(ctx->db, arena, table_of(kind), id, list));
	int64_t sealed_by = hidden_by(ctx, arena, kind, id);
	for (size_t i = 0; sealed_by != 0 && i < list->n; i++)
		sides_cover_attachment(&list->rows[i], sealed_by);
	return ok();
}

struct error attachment_get(struct context *ctx, struct arena *arena, enum kind kind, int64_t id,
	int64_t number, struct attachment *a)
{
	struct attachments list;

	TRY(attachment_list(ctx, arena, kind, id, &list));
	for (size_t i = 0; i < list.n; i++)
		if (list.rows[i].number == number) {
			*a = list.rows[i];
			return ok();
		}
	return fail(E_NOT_FOUND, "attachment");
}

static struct error remove_one(struct context *ctx, struct arena *arena, enum kind kind, int64_t id,
	int64_t number, const char *reason, struct reference *of)
{
	struct attachment a;

	TRY(attachment_get(ctx, arena, kind, id, number, &a));
	TRY(reference_of(ctx, kind, id, of));
	if (a.removed != 0)
		return rule(N_("It has already been removed."));
	return store_attachment_remove(
		ctx->db, a.id, context_now(ctx), reason, hidden_by(ctx, arena, kind, id) == 0);
}

struct error attachment_remove(
	struct context *ctx, enum kind kind, int64_t id, int64_t number, const char *reason)
{
	struct arena arena = { 0 };
	struct reference of = { "" };
	const char *why = "";

	TRY(require(ctx, ACT_SUBMISSION));
	struct error e = input_lines(&arena, "reason", reason, REASON_MAX, true, &why);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		e = remove_one(ctx, &arena, kind, id, number, why, &of);
		e = context_end(ctx, e, "attachment.remove", of.text);
	}
	arena_clear(&arena);
	return e;
}

static struct error write_out(const char *path, const struct blob *content)
{
	if (strcmp(path, "-") != 0)
		return save_file(path, content->bytes, content->n, 0);
	bool good =
		fwrite(content->bytes, 1, content->n, stdout) == content->n && fflush(stdout) == 0;
	return good ? ok() : (struct error){ .code = E_IO, .low = errno };
}

/* Nothing leaves without a trace. */
static struct error noted(struct context *ctx, const char *code, const char *path)
{
	struct error e = journal_note(ctx, "attachment.save", code);

	if (e.code != E_OK && strcmp(path, "-") != 0)
		unlink(path);
	return e;
}

struct error attachment_save(
	struct context *ctx, enum kind kind, int64_t id, int64_t number, const char *path)
{
	struct arena arena = { 0 };
	struct attachment a;
	struct reference of = { "" };
	struct blob content = { 0 };

	TRY(require(ctx, ACT_EXPORT));
	TRY(context_may_open(ctx, path));
	struct error e = attachment_get(ctx, &arena, kind, id, number, &a);
	if (e.code == E_OK && hidden_by(ctx, &arena, kind, id) != 0)
		e = rule(N_("The files have been released to the jury: until the names are opened "
			    "only the custodian of the codes or the deputy saves them by team."));
	if (e.code == E_OK)
		e = store_attachment_content(ctx->db, &arena, a.id, &content);
	if (e.code == E_OK)
		e = reference_of(ctx, kind, id, &of);
	if (e.code == E_OK)
		e = write_out(path, &content);
	if (e.code == E_OK)
		e = noted(ctx, of.text, path);
	arena_clear(&arena);
	return e;
}
