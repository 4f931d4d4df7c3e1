/* SPDX-License-Identifier: MIT */
#include "src/judging/reasons.h"

#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/ground/act.h"
#include "src/judging/contents.h"
#include "src/judging/draft.h"
#include "src/judging/reason_text.h"

/* All that composing needs, read once. */
struct composing {
	struct context *ctx;
	struct arena *arena;
	const struct decision *decision;
	struct decision_items items,
		stated; /* stated: of the jury's statement, where there is one */
	struct decision_reasons composed;
	struct figures figures;
};

static struct error read_composing(struct composing *c)
{
	struct context *ctx = c->ctx;
	const struct decision *d = c->decision;

	TRY(store_decision_items(ctx->db, c->arena, d->id, &c->items));
	TRY(store_decision_reasons(ctx->db, c->arena, d->id, &c->composed));
	c->stated = (struct decision_items){ 0 };
	if (d->statement_id != 0)
		TRY(store_decision_items(ctx->db, c->arena, d->statement_id, &c->stated));
	return figures_read(ctx, c->arena, d->round_id, &c->items, &c->figures);
}

/* Empty where nothing of it was composed. */
static struct decision_reason composed_of(const struct composing *c, int64_t item_id)
{
	for (size_t i = 0; i < c->composed.n; i++)
		if (c->composed.rows[i].item_id == item_id)
			return c->composed.rows[i];
	return (struct decision_reason){ item_id, "", "", "", "", "", "" };
}

static const char **in(const char *lang, const char **fi, const char **sv, const char **en)
{
	if (strcmp(lang, "sv") == 0)
		return sv;
	return strcmp(lang, "en") == 0 ? en : fi;
}

static const char **reason_in(struct decision_item *item, const char *lang)
{
	return in(lang, &item->reason_fi, &item->reason_sv, &item->reason_en);
}

static const char **words_in(struct decision_reason *r, const char *lang)
{
	return in(lang, &r->words_fi, &r->words_sv, &r->words_en);
}

static const char **composed_in(struct decision_reason *r, const char *lang)
{
	return in(lang, &r->composed_fi, &r->composed_sv, &r->composed_en);
}

/* What the jury said of it, in its statement. */
static const char *stated_in(const struct composing *c, int64_t item_id, const char *lang)
{
	const struct decision_item *stated = decision_item_of(&c->stated, item_id);

	return stated == NULL ? "" : contents_reason_in(stated, lang);
}

/* The figures with the words behind them; "" where the words are in other languages only. */
static const char *compose(const struct composing *c, const struct decision_item *item,
	const char *words, bool words_elsewhere, const char *lang)
{
	if (*words == '\0' && words_elsewhere)
		return "";
	const char *figures = reason_text(c->arena, &c->figures, item, lang);
	if (*words == '\0')
		return figures;
	return *figures == '\0' ? words : arena_printf(c->arena, "%s\n%s", figures, words);
}

static bool has_words(const struct decision_reason *r)
{
	return *r->words_fi != '\0' || *r->words_sv != '\0' || *r->words_en != '\0';
}

static const char *state_in(
	const struct composing *c, const struct decision_item *item, const char *lang)
{
	struct decision_reason r = composed_of(c, item->item_id);
	const char *text = contents_reason_in(item, lang);
	const char *composed = *composed_in(&r, lang);

	if (*text == '\0')
		return "missing";
	if (*composed != '\0' && strcmp(text, composed) == 0)
		return strcmp(text, compose(c, item, *words_in(&r, lang), has_words(&r), lang)) ==
				       0 ?
			       "composed" :
			       "outdated";
	return strcmp(text, stated_in(c, item->item_id, lang)) == 0 ? "jury" : "edited";
}

static struct error list(struct composing *c, struct entrant_reasons *out)
{
	const char *lang;

	TRY(read_composing(c));
	out->language = language_of(c->decision->lang);
	out->rows = arena_alloc(c->arena, (c->items.n + 1) * sizeof(*out->rows));
	out->n = 0;
	for (size_t i = 0; i < c->items.n; i++) {
		struct entrant_reason *row = &out->rows[out->n];

		if (c->items.rows[i].gone)
			continue;
		row->item = c->items.rows[i];
		row->ranked = figures_ranked(&c->figures, row->item.item_id);
		for (size_t l = 0; (lang = text_code(WORDS_LANGUAGE, l)) != NULL; l++)
			row->states[language_of(lang)] = state_in(c, &row->item, lang);
		out->n++;
	}
	return ok();
}

static bool comes_before(const struct entrant_reason *a, const struct entrant_reason *b)
{
	if (a->ranked == NULL || !a->ranked->enough)
		return false;
	return b->ranked == NULL || !b->ranked->enough || a->ranked->rank < b->ranked->rank;
}

/* Few rows, and those of one rank stay as they are: by insertion. */
static void put_in_order(struct entrant_reasons *reasons)
{
	for (size_t i = 1; i < reasons->n; i++)
		for (size_t k = i; k > 0 && comes_before(&reasons->rows[k], &reasons->rows[k - 1]);
			k--) {
			struct entrant_reason up = reasons->rows[k];

			reasons->rows[k] = reasons->rows[k - 1];
			reasons->rows[k - 1] = up;
		}
}

struct error reasons_list(
	struct context *ctx, struct arena *arena, int64_t id, struct entrant_reasons *reasons)
{
	struct decision d;
	struct decision_items seen;
	struct composing c = { .ctx = ctx, .arena = arena, .decision = &d };

	TRY(require(ctx, ACT_READ));
	TRY(decision_get(ctx, arena, id, &d));
	TRY(list(&c, reasons));
	/* As decision_items covers them in a blind round. */
	TRY(decision_items(ctx, arena, id, &seen));
	for (size_t i = 0; i < reasons->n; i++)
		for (size_t k = 0; k < seen.n; k++)
			if (seen.rows[k].item_id == reasons->rows[i].item.item_id)
				reasons->rows[i].item.submission_id = seen.rows[k].submission_id;
	put_in_order(reasons);
	return ok();
}

struct order {
	const int64_t *ids;
	size_t n;
	enum edited_reason edited;
	struct composed *done;
};

static bool is_asked(const struct order *order, int64_t item_id)
{
	for (size_t i = 0; i < order->n; i++)
		if (order->ids[i] == item_id)
			return true;
	return order->n == 0;
}

/* Which words shall stand behind the figures; NULL: the reason stays as somebody wrote it. */
static const char *words_for(const struct composing *c, const struct decision_item *item,
	struct decision_reason *before, const char *lang, enum edited_reason edited)
{
	enum reason_state state = reason_state_of(state_in(c, item, lang));

	if (state == REASON_STATE_COMPOSED || state == REASON_STATE_OUTDATED)
		return *words_in(before, lang);
	if (state != REASON_STATE_EDITED || edited == EDITED_REASON_OVER)
		return stated_in(c, item->item_id, lang);
	return edited == EDITED_REASON_BEFORE ? contents_reason_in(item, lang) : NULL;
}

static bool wants(const struct composing *c, const char *lang, bool has_english)
{
	return strcmp(lang, "en") != 0 || strcmp(c->decision->lang, "en") == 0 || has_english;
}

static struct error compose_item(
	struct composing *c, struct decision_item *item, const struct order *order)
{
	struct decision_reason before = composed_of(c, item->item_id), r = before;
	bool changed = false, kept = false;
	const char *lang;

	for (size_t l = 0; (lang = text_code(WORDS_LANGUAGE, l)) != NULL; l++) {
		const char *words = words_for(c, item, &before, lang, order->edited);

		kept = kept || words == NULL;
		*words_in(&r, lang) = words == NULL ? "" : words;
	}
	for (size_t l = 0; (lang = text_code(WORDS_LANGUAGE, l)) != NULL; l++) {
		const char *now = contents_reason_in(item, lang);

		if (words_for(c, item, &before, lang, order->edited) == NULL ||
			!wants(c, lang, *r.words_en != '\0'))
			continue;
		const char *text = compose(c, item, *words_in(&r, lang), has_words(&r), lang);
		*composed_in(&r, lang) = text;
		changed = changed || (*text != '\0' && strcmp(text, now) != 0);
		if (*text != '\0')
			*reason_in(item, lang) = text;
	}
	order->done->composed += changed ? 1 : 0;
	order->done->kept += kept ? 1 : 0;
	if (!changed)
		return ok();
	TRY(store_decision_item_put(c->ctx->db, c->decision->id, item));
	return store_decision_reason_put(c->ctx->db, c->decision->id, &r);
}

static struct error compose_all(
	struct context *ctx, struct arena *arena, const struct decision *d, const void *arg)
{
	const struct order *order = arg;
	struct composing c = { .ctx = ctx, .arena = arena, .decision = d };
	size_t asked = 0;

	if (decision_kind_of(d->kind) != DECISION_KIND_DECISION)
		return rule(N_("A statement has the jury's own words: nothing is composed in it."));
	TRY(read_composing(&c));
	for (size_t i = 0; i < c.items.n; i++) {
		struct decision_item *item = &c.items.rows[i];

		if (item->gone || !is_asked(order, item->item_id))
			continue;
		asked++;
		if (*item->outcome == '\0')
			order->done->undecided++;
		else
			TRY(compose_item(&c, item, order));
	}
	if (asked < order->n)
		return fail(E_NOT_FOUND, "submission");
	return order->done->composed == 0 ? ok() : store_decision_bump(ctx->db, d->id);
}

struct error reasons_compose(struct context *ctx, int64_t id, const int64_t *item_ids, size_t n,
	enum edited_reason edited, struct composed *composed)
{
	struct order order = { item_ids, n, edited, composed };

	*composed = (struct composed){ 0 };
	return change_draft(ctx, id, "decision.compose", compose_all, &order);
}
