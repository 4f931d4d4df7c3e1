/* SPDX-License-Identifier: MIT
 * Two versions of a review: what is typed here, and what another window saved in between. */
#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "ui/jury/review.h"
#include "ui/toolkit/page.h"

struct versions {
	struct screen base;
	struct page page;
	int *choice;
};

static struct versions *versions_of(const struct screen *screen)
{
	return (struct versions *)screen;
}

static void title(const struct screen *screen, char *out, size_t size)
{
	(void)screen;
	snprintf(out, size, "%s", C_("title", "Two versions"));
}

static void paint(const struct screen *screen, const struct canvas *body)
{
	struct canvas inner = canvas_part(body, 1, 1, body->area.h - 1, body->area.w - 2);

	page_paint(&versions_of(screen)->page, &inner);
}

static bool on_key(struct ui *ui, struct screen *screen, int key)
{
	(void)ui;
	return page_key(&versions_of(screen)->page, key, screen->body.h - 1, screen->body.w - 2);
}

static void on_close(struct screen *screen)
{
	page_clear(&versions_of(screen)->page);
}

static void on_here(struct ui *ui, struct screen *screen)
{
	(void)ui;
	*versions_of(screen)->choice = 1;
	screen_close(screen);
}

static void on_other(struct ui *ui, struct screen *screen)
{
	(void)ui;
	*versions_of(screen)->choice = 2;
	screen_close(screen);
}

static const struct command commands[] = {
	{ .keys = { 'm' },
		.action = ACT_COUNT,
		.label = NC_("command", "keep mine"),
		.help = N_("Save what is typed in this window over the other version"),
		.run = on_here },
	{ .keys = { 'o' },
		.action = ACT_COUNT,
		.label = NC_("command", "take the other"),
		.help = N_("Take what the other window saved; what is typed here goes"),
		.run = on_other },
};

static const struct command hint_rows[] = {
	{ .keys = { 'm' }, .action = ACT_COUNT, .label = NC_("command", "keep mine") },
	{ .keys = { 'o' }, .action = ACT_COUNT, .label = NC_("command", "take the other") },
	{ .keys = { K_PAGE_DOWN }, .action = ACT_COUNT, .label = NC_("command", "read on") },
	{ .keys = { K_ESC }, .action = ACT_COUNT, .label = NC_("command", "decide later") },
};
static const struct commands hints = { hint_rows, LEN(hint_rows) };

static const struct screen_ops ops = {
	.size = sizeof(struct versions),
	.title = title,
	.help = N_("The review was saved in another window while you typed here. Nothing is "
		   "overwritten before you say "
		   "which one stays."),
	.commands = { commands, LEN(commands) },
	.paint = paint,
	.key = on_key,
	.close = on_close,
};

static const char *score_words(struct arena *arena, int64_t score)
{
	char text[40] = "–";

	if (score >= 0)
		text_thousandths(score, text, sizeof(text));
	return arena_text(arena, text);
}

/* Only what differs: the rest is the same in both. */
static void fill(
	struct page *page, const struct review_screen *self, const struct juror_item *other)
{
	struct arena arena = { 0 };

	page_text(page, other->entered ?
				_("The office saved this review while you typed here. "
				  "Nothing has been overwritten.") :
			other->state == JUROR_SUBMITTED ?
				_("This review was submitted in another window of yours. Take it "
				  "back there or here before "
				  "changing it.") :
				_("This review was saved in another window of yours while you "
				  "typed here. Nothing has been "
				  "overwritten."));
	page_heading(page, _("Scores: in this window, in the other"));
	for (size_t i = 0; i < self->criteria.n; i++)
		if (self->scores[i] != other->scores[i])
			page_printf(page, criterion_name(&self->criteria.rows[i]), "%s    %s",
				score_words(&arena, self->scores[i]),
				score_words(&arena, other->scores[i]));
	static const char *const labels[] = { N_("Notes in this window"), N_("Notes in the other"),
		N_("Feedback in this window"), N_("Feedback in the other") };
	const char *const texts[] = { edit_text(&self->notes), other->notes,
		edit_text(&self->feedback), other->feedback };
	for (size_t i = 0; i < LEN(texts); i++) {
		if (strcmp(texts[i / 2 * 2], texts[i / 2 * 2 + 1]) == 0)
			continue;
		page_heading(page, _(labels[i]));
		page_text(page, *texts[i] == '\0' ? "–" : texts[i]);
	}
	arena_clear(&arena);
}

int review_choose_version(
	struct ui *ui, const struct review_screen *self, const struct juror_item *other)
{
	struct screen *screen = screen_new(ui, &ops);
	struct versions *versions = versions_of(screen);
	int choice = 0;

	screen->hints = &hints;
	versions->choice = &choice;
	fill(&versions->page, self, other);
	(void)ui_run(ui, screen);
	return choice;
}
