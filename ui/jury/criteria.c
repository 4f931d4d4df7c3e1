/* SPDX-License-Identifier: MIT
 * What a round is judged by, whole: each criterion with its weight, its scale, its guidance and
 * what the scores mean. A jury may judge by the published criteria only, so nothing of them is
 * cut here. */
#include <stdio.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "ui/jury/jury.h"
#include "ui/jury/said.h"
#include "ui/toolkit/page.h"

struct criteria_screen {
	struct screen base;
	int64_t round_id;
	struct page page;
};

static struct criteria_screen *self_of(const struct screen *screen)
{
	return (struct criteria_screen *)screen;
}

static void title(const struct screen *screen, char *out, size_t size)
{
	(void)screen;
	snprintf(out, size, "%s", C_("title", "Criteria"));
}

const char *jury_band_words(
	struct arena *arena, const struct criterion *criterion, const struct bands *bands, size_t b)
{
	int64_t first = bands->rows[b].low;
	int64_t last =
		b + 1 < bands->n ? bands->rows[b + 1].low - criterion->step : criterion->high;
	char low[40], high[40];

	text_thousandths(first, low, sizeof(low));
	text_thousandths(last, high, sizeof(high));
	return arena_printf(arena, "%s%s%s %s", low, first == last ? "" : "–",
		first == last ? "" : high, band_text(&bands->rows[b]));
}

static const char *scale_words(struct arena *arena, const struct criterion *c)
{
	char low[40], high[40];

	text_thousandths(c->low, low, sizeof(low));
	text_thousandths(c->high, high, sizeof(high));
	return arena_printf(arena, "%s–%s", low, high);
}

static void add_criterion(struct page *page, struct arena *arena, const struct criteria *criteria,
	size_t c, const struct bands *bands)
{
	const struct criterion *criterion = &criteria->rows[c];
	const char *weight = jury_weight_words(arena, criteria, c);

	page_heading(page, arena_printf(arena, "%s   %s%s%s", criterion_name(criterion), weight,
				   *weight == '\0' ? "" : "   ", scale_words(arena, criterion)));
	page_text(page, criterion_guidance(criterion));
	for (size_t b = 0; b < bands->n; b++)
		page_text(page, jury_band_words(arena, criterion, bands, b));
}

static struct error load(struct screen *screen, struct context *ctx)
{
	struct criteria_screen *self = self_of(screen);
	struct arena arena = { 0 };
	struct juror_items items;
	struct page fresh = { .scroll = self->page.scroll };
	struct error e = juror_items(ctx, &arena, self->round_id, &items);

	for (size_t i = 0; e.code == E_OK && i < items.criteria.n; i++) {
		struct bands bands = { 0 };

		e = criterion_bands(ctx, &arena, items.criteria.rows[i].id, &bands);
		if (e.code == E_OK)
			add_criterion(&fresh, &arena, &items.criteria, i, &bands);
	}
	arena_clear(&arena);
	if (e.code != E_OK) {
		page_clear(&fresh);
		return e;
	}
	page_clear(&self->page);
	self->page = fresh;
	return ok();
}

static void paint(const struct screen *screen, const struct canvas *body)
{
	struct canvas inner = canvas_part(body, 1, 1, body->area.h - 1, body->area.w - 2);

	canvas_rule(body, 0);
	page_paint(&self_of(screen)->page, &inner);
}

static bool on_key(struct ui *ui, struct screen *screen, int key)
{
	(void)ui;
	return page_key(&self_of(screen)->page, key, screen->body.h - 1, screen->body.w - 2);
}

static void on_close(struct screen *screen)
{
	page_clear(&self_of(screen)->page);
}

static void on_back(struct ui *ui, struct screen *screen)
{
	(void)ui;
	screen_close(screen);
}

static const struct command commands[] = {
	{ .keys = { 'i' },
		.action = ACT_COUNT,
		.label = NC_("command", "back"),
		.help = N_("Back to where you were"),
		.run = on_back },
};

static const struct screen_ops ops = {
	.size = sizeof(struct criteria_screen),
	.title = title,
	.help = N_("What is judged here and what the scores mean: only by these criteria. Arrows "
		   "read on; i or Esc goes back to where you were."),
	.commands = { commands, LEN(commands) },
	.watches = CHANGED_ANY,
	.load = load,
	.paint = paint,
	.key = on_key,
	.close = on_close,
};

struct screen *jury_criteria_new(struct ui *ui, int64_t round_id)
{
	struct screen *screen = screen_new(ui, &ops);

	self_of(screen)->round_id = round_id;
	return screen;
}
