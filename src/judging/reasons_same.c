/* SPDX-License-Identifier: MIT
 * Reasons that several entrants share, and those that are missing. */
#include <string.h>

#include "src/base/i18n.h"
#include "src/ground/act.h"
#include "src/judging/contents.h"
#include "src/judging/draft.h"
#include "src/judging/reasons.h"

static const char *reason_of(const struct decision_item *item, const char *lang)
{
	return item->gone || *item->outcome == '\0' ? "" : contents_reason_in(item, lang);
}

static const char *add_code(struct arena *arena, const char *codes, const char *code)
{
	return *codes == '\0' ? code : arena_printf(arena, "%s, %s", codes, code);
}

static struct same_reason gather(
	struct arena *arena, const struct decision_items *items, const char *lang, const char *text)
{
	struct same_reason same = { text, "", 0 };

	for (size_t i = 0; i < items->n; i++)
		if (strcmp(reason_of(&items->rows[i], lang), text) == 0) {
			same.codes = add_code(arena, same.codes, items->rows[i].code);
			same.n++;
		}
	return same;
}

static bool is_known(const struct same_reasons *same, const char *text)
{
	for (size_t i = 0; i < same->n; i++)
		if (strcmp(same->rows[i].text, text) == 0)
			return true;
	return false;
}

/* A confirmation falls with every change of the reasons, or of who has them. */
static void hash_same(struct same_reasons *same)
{
	struct buffer text = { 0 };

	buffer_text(&text, "");
	for (size_t i = 0; i < same->n; i++)
		buffer_printf(&text, "%s %zu %s\n", same->rows[i].codes, strlen(same->rows[i].text),
			same->rows[i].text);
	contents_hash_text(&text, same->hash);
	buffer_clear(&text);
}

static struct error find_same(struct context *ctx, struct arena *arena, const struct decision *d,
	struct same_reasons *out)
{
	struct decision_content content;
	struct decision_items items;

	*out = (struct same_reasons){ .confirmed = true };
	struct error e = store_content_get(ctx->db, arena, d->id, &content);
	if (e.code != E_OK)
		return e.code == E_NOT_FOUND ? ok() : e;
	TRY(store_decision_items(ctx->db, arena, d->id, &items));
	out->rows = arena_alloc(arena, (items.n + 1) * sizeof(*out->rows));
	for (size_t i = 0; i < items.n; i++) {
		const char *text = reason_of(&items.rows[i], d->lang);

		if (*text == '\0' || is_known(out, text))
			continue;
		struct same_reason one = gather(arena, &items, d->lang, text);
		if (one.n < 2)
			continue;
		out->rows[out->n++] = one;
		out->entrants += one.n;
	}
	hash_same(out);
	out->confirmed = out->entrants == 0 || strcmp(content.same_hash, out->hash) == 0;
	return ok();
}

struct error reasons_same(
	struct context *ctx, struct arena *arena, int64_t id, struct same_reasons *same)
{
	struct decision d;

	TRY(require(ctx, ACT_READ));
	TRY(decision_get(ctx, arena, id, &d));
	return find_same(ctx, arena, &d, same);
}

static struct error confirm(
	struct context *ctx, struct arena *arena, const struct decision *d, const void *arg)
{
	const int64_t *n = arg;
	struct same_reasons same;

	TRY(find_same(ctx, arena, d, &same));
	if (same.entrants == 0)
		return rule(
			N_("Everybody has a reason of their own: there is nothing to confirm."));
	if (same.entrants != *n)
		return (struct error){ E_HELD,
			N_("It is another number: %lld share their reason with another."),
			same.entrants, 0 };
	return store_content_same(ctx->db, d->id, *n, same.hash);
}

struct error reasons_confirm_same(struct context *ctx, int64_t id, int64_t n)
{
	return change_draft(ctx, id, "decision.same", confirm, &n);
}

struct error reasons_missing(
	struct context *ctx, struct arena *arena, int64_t id, const char *lang, const char **codes)
{
	struct decision_items items;

	TRY(require(ctx, ACT_READ));
	TRY(store_decision_items(ctx->db, arena, id, &items));
	*codes = "";
	for (size_t i = 0; i < items.n; i++) {
		const struct decision_item *item = &items.rows[i];

		if (!item->gone && *item->outcome != '\0' &&
			*contents_reason_in(item, lang) == '\0')
			*codes = add_code(arena, *codes, item->code);
	}
	return ok();
}
