/* SPDX-License-Identifier: MIT */
#include "src/judging/reason_text.h"

#include <stdio.h>

#include "src/base/i18n.h"
#include "src/base/text.h"

struct error figures_read(struct context *ctx, struct arena *arena, int64_t round_id,
	const struct decision_items *items, struct figures *figures)
{
	*figures = (struct figures){ 0 };
	TRY(standing_make(ctx, arena, round_id, NULL, &figures->standing));
	points_make(arena, &figures->standing, items, &figures->points);
	for (size_t i = 0; i < items->n; i++)
		if (!items->rows[i].gone &&
			item_outcome_of(items->rows[i].outcome) == OUTCOME_SELECTED)
			figures->selected++;
	return ok();
}

const struct ranked *figures_ranked(const struct figures *figures, int64_t item_id)
{
	const struct standing_row *row = standing_row_of(&figures->standing, item_id);

	return row == NULL ? NULL : &row->ranked;
}

static const char *rank_sentence(
	struct arena *arena, const struct figures *figures, const struct ranked *ranked)
{
	long long rank = (long long)ranked->rank;
	unsigned long n = (unsigned long)standing_ranked(&figures->standing);

	if (!ranked->enough)
		return _("It was not ranked, for it had too few reviews.");
	if (n == 1)
		return _("It was the only one that was ranked.");
	if (ranked->tied)
		/* TRANSLATORS: a sentence of reasons: a rank that it shares, and how many were
		 * ranked. */
		return arena_printf(
			arena, _("It shared rank %lld among the %lu that were ranked."), rank, n);
	/* TRANSLATORS: a sentence of reasons: its rank, and how many were ranked. */
	return arena_printf(arena, _("Its rank was %lld among the %lu that were ranked."), rank, n);
}

/* Two decimals are enough to see who had more. */
static const char *number(struct arena *arena, struct ratio points)
{
	char text[40];

	text_ratio(points, 2, text, sizeof(text));
	return arena_text(arena, text);
}

/* The least of those selected says nothing beside the only one of them. */
static bool compares(const struct figures *figures, const struct decision_item *item, size_t c)
{
	bool is_only = figures->selected == 1 && item_outcome_of(item->outcome) == OUTCOME_SELECTED;

	return figures->points.lowest[c].den != 0 && !is_only;
}

static const char *criterion_sentence(struct arena *arena, const struct figures *figures,
	const struct decision_item *item, const struct standing_row *row, size_t c)
{
	const char *name = criterion_name(&figures->standing.criteria.rows[c]);
	const char *own = number(arena, points_of(&figures->points, row, c));

	if (!compares(figures, item, c))
		/* TRANSLATORS: a sentence of reasons: a criterion, and the points in it. */
		return arena_printf(arena, _("%s: %s points."), name, own);
	/* TRANSLATORS: a sentence of reasons: a criterion, the points in it, and the least that one
	 * of those selected has in it. */
	return arena_printf(arena, _("%s: %s points, where those selected had at least %s."), name,
		own, number(arena, figures->points.lowest[c]));
}

static const char *write(
	struct arena *arena, const struct figures *figures, const struct decision_item *item)
{
	const struct standing_row *row = standing_row_of(&figures->standing, item->item_id);

	if (row == NULL)
		return "";
	const char *text = rank_sentence(arena, figures, &row->ranked);
	for (size_t c = 0;
		figures->points.judged && row->ranked.enough && c < figures->points.criteria; c++)
		if (points_of(&figures->points, row, c).den != 0)
			text = arena_printf(arena, "%s %s", text,
				criterion_sentence(arena, figures, item, row, c));
	return text;
}

const char *reason_text(struct arena *arena, const struct figures *figures,
	const struct decision_item *item, const char *lang)
{
	char before[8];

	snprintf(before, sizeof(before), "%s", i18n_lang());
	i18n_use(lang);
	const char *text = write(arena, figures, item);
	i18n_use(before);
	return text;
}
