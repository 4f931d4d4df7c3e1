/* SPDX-License-Identifier: MIT
 * Lists and searches of what arrived, without the words and orders of the jury's side. */
#include <stdlib.h>
#include <string.h>

#include "db/base/utf8.h"
#include "db/store/team.h"
#include "src/ground/sides.h"

bool sides_hide_any(struct context *ctx, const char *kind)
{
	struct id_list hidden = { 0 };

	if (submission_kind_of(kind) != SUBMISSION_KIND_SOLUTION)
		return false;
	struct error e = sides_hidden_ids(ctx, &hidden);
	bool any = e.code != E_OK || hidden.n > 0;
	id_list_clear(&hidden);
	return any;
}

static void drop(struct id_list *ids, const struct id_list *gone)
{
	size_t kept = 0;

	for (size_t i = 0; i < ids->n; i++)
		if (id_list_find(gone, ids->ids[i]) == (size_t)-1)
			ids->ids[kept++] = ids->ids[i];
	ids->n = kept;
}

struct error sides_drop_hidden(struct context *ctx, const char *kind, struct id_list *ids)
{
	struct id_list hidden = { 0 };

	if (submission_kind_of(kind) != SUBMISSION_KIND_SOLUTION)
		return ok();
	struct error e = sides_hidden_ids(ctx, &hidden);
	if (e.code == E_OK)
		drop(ids, &hidden);
	id_list_clear(&hidden);
	return e;
}

/* Does a word of the text begin so? Both are folded, with one blank between words. */
static bool begins_word(const char *text, const char *word, size_t n)
{
	for (const char *at = text; at != NULL; at = strchr(at, ' ')) {
		at += *at == ' ' ? 1 : 0;
		if (strncmp(at, word, n) == 0)
			return true;
	}
	return false;
}

static bool has_words(const char *text, const char *words)
{
	for (const char *word = words; *word != '\0';) {
		size_t n = strcspn(word, " ");

		if (n > 0 && !begins_word(text, word, n))
			return false;
		word += n;
		word += strspn(word, " ");
	}
	return *words != '\0';
}

/* Has the sender's side of it the words? */
static struct error sender_has(
	struct context *ctx, struct arena *arena, int64_t id, const char *words, bool *has)
{
	struct submission s;
	struct team t = { .code = "", .name = "" };

	TRY(store_submission_get(ctx->db, arena, id, &s));
	if (s.team_id != 0)
		TRY(store_team_get(ctx->db, arena, s.team_id, &t));
	*has = has_words(utf8_fold(arena, arena_printf(arena, "%s %s %s %s %s %s %s", s.code,
						  t.code, t.name, s.contact_name, s.contact_email,
						  s.contact_phone, s.case_number)),
		utf8_fold(arena, words));
	return ok();
}

struct error sides_search(struct context *ctx, const char *words, struct id_list *found)
{
	struct arena arena = { 0 };
	struct id_list hidden = { 0 };
	struct error e = sides_hidden_ids(ctx, &hidden);

	if (e.code == E_OK)
		drop(found, &hidden);
	for (size_t i = 0; e.code == E_OK && i < hidden.n; i++) {
		bool has = false;

		e = sender_has(ctx, &arena, hidden.ids[i], words, &has);
		if (has)
			id_list_add(found, hidden.ids[i]);
	}
	id_list_clear(&hidden);
	arena_clear(&arena);
	return e;
}
