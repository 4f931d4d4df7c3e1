/* SPDX-License-Identifier: MIT
 * A submission's text on the whole screen. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "ui/jury/jury.h"
#include "ui/jury/textview.h"
#include "ui/toolkit/edit.h"

enum { MEASURE = 88, MARGIN = 2, FIELD = 40 }; /* longer lines are hard to follow */

struct reader {
	struct screen base;
	char *title;
	struct textview view;
	int *share; /* the owner's, whose text has another width */
	struct edit words;
	int found; /* line, -1: none */
};

static struct reader *reader_of(const struct screen *screen)
{
	return (struct reader *)screen;
}

static void title(const struct screen *screen, char *out, size_t size)
{
	snprintf(out, size, "%s", reader_of(screen)->title);
}

static void layout(struct screen *screen, struct rect body)
{
	struct reader *self = reader_of(screen);
	int width = body.w - 2 * MARGIN;
	bool first = self->view.n == 0;

	textview_layout(&self->view, width < MEASURE ? width : MEASURE, body.h - 1);
	if (first && self->share != NULL)
		textview_set_share(&self->view, *self->share);
}

static void note_share(struct reader *self)
{
	if (self->share != NULL)
		*self->share = textview_share(&self->view);
}

static void paint(const struct screen *screen, const struct canvas *body)
{
	const struct reader *self = reader_of(screen);
	struct canvas text = canvas_part(body, 1, MARGIN, body->area.h - 1, self->view.width + 2);

	canvas_rule(body, 0);
	textview_paint(&self->view, &text, self->found);
	if (!screen->typing)
		return;
	struct canvas line = canvas_part(body, body->area.h - 1, 0, 1, body->area.w);
	canvas_fill(&line, 0, 0, 1, line.area.w, STYLE_PLAIN);
	int x = canvas_put(&line, 0, 1, STYLE_HEADING, "/");
	struct canvas field = canvas_part(&line, 0, x + 2, 1, FIELD);
	edit_paint(&self->words, &field, true);
}

static void find(struct ui *ui, struct reader *self, int from)
{
	self->found = textview_find(&self->view, edit_text(&self->words), from);
	if (self->found >= 0)
		textview_scroll_to(&self->view, self->found - self->view.height / 3);
	else
		ui_say(ui, "%s", _("The text does not have these words."));
	note_share(self);
}

static bool search_key(struct ui *ui, struct reader *self, int key)
{
	if (key == K_ESC || key == K_ENTER) {
		self->base.typing = false;
		if (key == K_ENTER && *edit_text(&self->words) != '\0')
			find(ui, self, self->view.scroll - 1);
		return true;
	}
	return edit_key(&self->words, key, FIELD);
}

static bool on_key(struct ui *ui, struct screen *screen, int key)
{
	struct reader *self = reader_of(screen);

	if (screen->typing)
		return search_key(ui, self, key);
	bool moved = textview_key(&self->view, key, true);
	note_share(self);
	return moved;
}

static void status(const struct screen *screen, char *out, size_t size)
{
	/* TRANSLATORS: how much of a text has been shown; %d is the figure. */
	snprintf(out, size, _("%d %% read"), textview_percent(&reader_of(screen)->view));
}

static void on_close(struct screen *screen)
{
	struct reader *self = reader_of(screen);

	free(self->title);
	textview_clear(&self->view);
	edit_clear(&self->words);
}

static void on_back(struct ui *ui, struct screen *screen)
{
	(void)ui;
	screen_close(screen);
}

static void on_page(struct ui *ui, struct screen *screen)
{
	(void)ui;
	textview_key(&reader_of(screen)->view, K_PAGE_DOWN, true);
	note_share(reader_of(screen));
}

static void on_search(struct ui *ui, struct screen *screen)
{
	(void)ui;
	edit_set(&reader_of(screen)->words, "");
	screen->typing = true;
}

static const char *no_words(const struct screen *screen, const struct context *ctx)
{
	(void)ctx;
	return *edit_text(&reader_of(screen)->words) == '\0' ?
		       N_("Search for some words first, with /.") :
		       NULL;
}

static void on_next(struct ui *ui, struct screen *screen)
{
	find(ui, reader_of(screen), reader_of(screen)->found);
}

static const struct command commands[] = {
	{ .keys = { ' ', K_PAGE_DOWN },
		.action = ACT_COUNT,
		.label = NC_("command", "read on"),
		.help = N_("The next page; PgUp goes back, arrows go by lines"),
		.run = on_page },
	{ .keys = { '/' },
		.action = ACT_COUNT,
		.label = NC_("command", "search"),
		.help = N_("Search in the text"),
		.run = on_search },
	{ .keys = { 'n' },
		.action = ACT_COUNT,
		.label = NC_("command", "next match"),
		.help = N_("The next place with the words"),
		.blocked = no_words,
		.run = on_next },
	{ .keys = { 'v' },
		.action = ACT_COUNT,
		.label = NC_("command", "back"),
		.help = N_("Back to where you were"),
		.run = on_back },
};

const struct screen_ops jury_reader_ops = {
	.size = sizeof(struct reader),
	.title = title,
	.help = N_("The whole text. Space reads on; v or Esc goes back to where you were."),
	.commands = { commands, LEN(commands) },
	.layout = layout,
	.paint = paint,
	.key = on_key,
	.status = status,
	.close = on_close,
	.alone = true,
};

struct screen *jury_reader_new(struct ui *ui, const struct juror_item *item, int *share)
{
	struct screen *screen = screen_new(ui, &jury_reader_ops);
	struct reader *self = reader_of(screen);
	struct buffer text = { 0 }, name = { 0 };
	const char *applicant = jury_applicant(&item->paper);
	struct arena arena = { 0 };

	buffer_printf(&name, "%s  %s", item->paper.code, item->paper.title);
	self->title = name.text;
	buffer_printf(&text, "%s\n%s%s\n%s", item->paper.title, applicant,
		*applicant == '\0' ? "" : "\n", jury_text(&arena, item));
	arena_clear(&arena);
	textview_set(&self->view, text.text);
	buffer_clear(&text);
	edit_init(&self->words, "", false, 100);
	self->found = -1;
	self->share = share;
	return screen;
}
