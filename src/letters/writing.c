/* SPDX-License-Identifier: MIT */
#include "src/letters/writing.h"

#include <string.h>

#include "db/base/utf8.h"
#include "db/base/watch.h"
#include "db/file.h"
#include "src/base/i18n.h"
#include "src/documents/writer.h"
#include "src/ground/save.h"
#include "src/letters/letter.h"
#include "src/letters/mail.h"
#include "src/letters/sender.h"

enum { NAME_COLUMNS = 40 };

/* --- What may be written */

/* One that was written already may be written again: the file was lost. */
static struct error check_state(const struct letter *letter)
{
	switch (letter_state_of(letter->state)) {
	case LETTER_STATE_CLEARED:
	case LETTER_STATE_WRITTEN:
	case LETTER_STATE_FAILED:
		return ok();
	case LETTER_STATE_MADE:
		return rule(N_("The letter has not been cleared: read and clear it first."));
	case LETTER_STATE_SENDING:
	case LETTER_STATE_SENT:
	case LETTER_STATE_UNCERTAIN:
	case LETTER_STATE_UNKNOWN:
		return rule(N_("The letter has gone, or may have: a file of it could be sent a "
			       "second time."));
	}
	return ok();
}

static struct error mark(struct context *ctx, struct letter *letter)
{
	letter->state = "written";
	letter->written = context_now(ctx);
	letter->written_by = ctx->account.id;
	return store_letter_move(ctx->db, letter);
}

/* --- A file a letter */

/* A name that every system takes: letters and digits of any language, the rest a hyphen. */
static const char *plain_name(struct arena *arena, const char *name)
{
	struct buffer out = { 0 };
	bool gap = false;

	buffer_text(&out, "");
	for (uint32_t code; *name != '\0';) {
		size_t n = utf8_decode(name, &code);
		bool keep = code > 0xbf || (code >= '0' && code <= '9') ||
			    (code >= 'A' && code <= 'Z') || (code >= 'a' && code <= 'z');

		if (keep && gap && out.length > 0)
			buffer_text(&out, "-");
		if (keep)
			buffer_add(&out, name, n);
		gap = !keep;
		name += n;
	}
	const char *plain = arena_bytes(arena, out.text, utf8_prefix(out.text, NAME_COLUMNS));
	buffer_clear(&out);
	return plain;
}

static const char *path_of(struct arena *arena, const char *folder, const struct letter *letter)
{
	const char *name = plain_name(arena, letter->to_name);

	return arena_printf(
		arena, "%s/%s%s%s.eml", folder, letter->code, *name == '\0' ? "" : "-", name);
}

static struct error as_mail(struct context *ctx, struct arena *arena,
	const struct letter_sender *sender, struct letter *letter, struct buffer *out)
{
	struct message message;

	letter->message_id = message_id(arena, sender->address);
	TRY(letter_as_mail(ctx, arena, letter, sender, &message));
	return message_write(&message, END_CRLF, out);
}

/* On disk and known to be written, or neither. */
static struct error write_one(struct context *ctx, struct arena *arena,
	const struct letter_sender *sender, struct letter *letter, const char *path)
{
	struct buffer bytes = { 0 };
	struct saving saving;
	struct error e = as_mail(ctx, arena, sender, letter, &bytes);

	if (e.code == E_OK)
		e = save_begin(&saving, path);
	if (e.code == E_OK) {
		fwrite(bytes.text, 1, bytes.length, saving.out);
		e = save_flush(&saving);
		if (e.code == E_OK)
			e = context_begin(ctx);
		if (e.code == E_OK)
			e = context_end(ctx, mark(ctx, letter), "letter.write", letter->code);
		e = save_end(&saving, e);
	}
	buffer_clear(&bytes);
	return e;
}

/* Who they come from must be known; that it was tried need not: whoever opens the file sends it. */
static struct error find_sender(
	struct context *ctx, struct arena *arena, struct letter_sender *sender)
{
	TRY(store_letter_sender_get(ctx->db, arena, sender));
	if (*sender->address == '\0')
		return rule(N_("Nobody has said yet who letters come from. An administrator does: "
			       "klash letter sender set --address ADDRESS"));
	return ok();
}

/* `sender`: of letters that become mail in that folder; NULL: on paper. */
static struct error check_all(struct context *ctx, struct arena *arena, const int64_t *ids,
	size_t n, const struct letter_sender *sender, const char *folder, const char **at)
{
	for (size_t i = 0; i < n; i++) {
		struct letter letter;

		TRY(store_letter_get(ctx->db, arena, ids[i], &letter));
		*at = letter.code;
		TRY(check_state(&letter));
		if (sender == NULL)
			continue;
		TRY(letter_as_mail(ctx, arena, &letter, sender, &(struct message){ 0 }));
		*at = path_of(arena, folder, &letter);
		TRY(file_check_free(*at));
	}
	*at = NULL;
	return ok();
}

struct error letters_write(struct context *ctx, struct arena *arena, const int64_t *ids, size_t n,
	const char *folder, size_t *done, const char **at)
{
	struct letter_sender sender;
	struct error e = ok();

	*done = 0;
	*at = NULL;
	TRY(require(ctx, ACT_LETTER));
	TRY(context_may_open(ctx, folder));
	TRY(find_sender(ctx, arena, &sender));
	TRY(check_all(ctx, arena, ids, n, &sender, folder, at));
	for (size_t i = 0; e.code == E_OK && i < n; i++) {
		struct letter letter;

		watch_progress(i, n);
		e = watch_stopped() != 0 ? fail(E_INTERRUPTED, NULL) :
					   store_letter_get(ctx->db, arena, ids[i], &letter);
		if (e.code == E_OK) {
			*at = path_of(arena, folder, &letter);
			e = write_one(ctx, arena, &sender, &letter, *at);
		}
		*done += e.code == E_OK ? 1 : 0;
	}
	watch_over();
	*at = e.code == E_OK ? NULL : *at;
	return e;
}

/* --- For the printer */

static struct error mark_all(
	struct context *ctx, struct arena *arena, const int64_t *ids, size_t n, const char **at)
{
	struct error e = context_begin_series(ctx);

	if (e.code != E_OK)
		return e;
	for (size_t i = 0; e.code == E_OK && i < n; i++) {
		struct letter letter = { .code = "" };

		e = context_begin(ctx);
		if (e.code != E_OK)
			break;
		e = store_letter_get(ctx->db, arena, ids[i], &letter);
		*at = letter.code;
		if (e.code == E_OK)
			e = check_state(&letter);
		if (e.code == E_OK)
			e = mark(ctx, &letter);
		e = context_end(ctx, e, "letter.write", letter.code);
	}
	return context_end_series(ctx, e);
}

static struct error add_pages(struct context *ctx, struct arena *arena, const struct letter *letter,
	struct documents *all)
{
	struct documents own = { 0 };

	TRY(letter_pages(ctx, arena, letter, &own));
	struct document *rows = arena_alloc(arena, (all->n + own.n) * sizeof(*rows));
	if (all->n > 0)
		memcpy(rows, all->rows, all->n * sizeof(*rows));
	memcpy(rows + all->n, own.rows, own.n * sizeof(*rows));
	all->rows = rows;
	all->n = all->room = all->n + own.n;
	return ok();
}

static struct error make_pages(struct context *ctx, struct arena *arena, const int64_t *ids,
	size_t n, struct documents *documents)
{
	for (size_t i = 0; i < n; i++) {
		struct letter letter;

		TRY(store_letter_get(ctx->db, arena, ids[i], &letter));
		TRY(add_pages(ctx, arena, &letter, documents));
	}
	return ok();
}

struct error letters_print(struct context *ctx, struct arena *arena, const int64_t *ids, size_t n,
	const char *path, const char **at)
{
	struct documents documents = { 0 };
	struct buffer text = { 0 };
	struct saving saving;

	*at = NULL;
	TRY(require(ctx, ACT_LETTER));
	TRY(context_may_open(ctx, path));
	TRY(check_all(ctx, arena, ids, n, NULL, NULL, at));
	TRY(make_pages(ctx, arena, ids, n, &documents));
	*at = path;
	struct error e = document_writer_of(path)->write(&documents, &text);
	if (e.code == E_OK)
		e = save_begin(&saving, path);
	if (e.code != E_OK) {
		buffer_clear(&text);
		return e;
	}
	fwrite(text.text, 1, text.length, saving.out);
	e = save_flush(&saving);
	if (e.code == E_OK)
		e = mark_all(ctx, arena, ids, n, at);
	e = save_end(&saving, e);
	buffer_clear(&text);
	*at = e.code == E_OK ? NULL : *at;
	return e;
}
