/* SPDX-License-Identifier: MIT */
#include "ui/jury/unsaved.h"

#include <stdio.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "ui/toolkit/page.h"

struct unsaved {
	struct screen base;
	struct page page;
	char code[40];
};

static struct unsaved *unsaved_of(const struct screen *screen)
{
	return (struct unsaved *)screen;
}

static void title(const struct screen *screen, char *out, size_t size)
{
	snprintf(out, size, "%s  %s", unsaved_of(screen)->code, _("Not saved"));
}

static void fill_scores(struct page *page, const struct review_screen *review)
{
	for (size_t i = 0; i < review->criteria.n; i++) {
		char figure[40];

		if (review->scores[i] < 0)
			continue;
		text_thousandths(review->scores[i], figure, sizeof(figure));
		page_field(page, criterion_name(&review->criteria.rows[i]), figure);
	}
}

static void fill_text(struct page *page, const char *heading, const struct edit *edit)
{
	if (edit->text.length == 0)
		return;
	page_gap(page);
	page_heading(page, heading);
	page_text(page, edit_text(edit));
}

static void fill(
	struct unsaved *self, struct ui *ui, const struct review_screen *review, struct error why)
{
	struct arena arena = { 0 };
	char words[400];

	jury_words(why, words, sizeof(words));
	page_styled(&self->page, "", STYLE_ALERT, words);
	page_text(&self->page,
		_("What you typed last could not be saved. It stands here until Enter or Esc: copy "
		  "it, if you need it."));
	page_text(&self->page, jury_contact(&arena, ui->ctx));
	page_gap(&self->page);
	fill_scores(&self->page, review);
	fill_text(&self->page, _("Notes for the jury"), &review->notes);
	fill_text(&self->page, _("Feedback"), &review->feedback);
	arena_clear(&arena);
}

static void paint(const struct screen *screen, const struct canvas *body)
{
	struct canvas inner = canvas_part(body, 1, 1, body->area.h - 1, body->area.w - 2);

	canvas_rule(body, 0);
	page_paint(&unsaved_of(screen)->page, &inner);
}

/* Whoever types on must not close it, nor begin anything. */
static bool on_key(struct ui *ui, struct screen *screen, int key)
{
	(void)ui;
	if (key == K_ENTER || key == K_ESC)
		screen_close(screen);
	else
		(void)page_key(
			&unsaved_of(screen)->page, key, screen->body.h - 1, screen->body.w - 2);
	return true;
}

static void on_close(struct screen *screen)
{
	page_clear(&unsaved_of(screen)->page);
}

static const struct command hint_rows[] = {
	{ .keys = { K_ENTER, K_ESC }, .action = ACT_COUNT, .label = NC_("command", "close") },
	{ .written = "↑↓", .action = ACT_COUNT, .label = NC_("command", "read on") },
};
static const struct commands hints = { hint_rows, LEN(hint_rows) };

static const struct screen_ops ops = {
	.size = sizeof(struct unsaved),
	.title = title,
	.help = N_("What could not be saved, to be read and copied. Enter closes it."),
	.paint = paint,
	.key = on_key,
	.close = on_close,
	.typing = true, /* so that no letter is a command */
	.alone = true,
	.holds = true,
};

void jury_show_unsaved(struct ui *ui, const struct review_screen *review, struct error why)
{
	struct screen *screen = screen_new(ui, &ops);
	struct unsaved *self = unsaved_of(screen);

	snprintf(self->code, sizeof(self->code), "%s", review->item.paper.code);
	fill(self, ui, review, why);
	screen->hints = &hints;
	(void)ui_run(ui, screen);
}
