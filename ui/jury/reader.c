/* SPDX-License-Identifier: MIT */
#include "ui/jury/reader.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "ui/jury/review.h"
#include "ui/toolkit/edit.h"

enum {
	MEASURE = 88,
	MARGIN = 2,
	FIELD = 40,
	BESIDE_LEAST = 120
}; /* longer lines are hard to
    follow */

/* One text and what stands over it where there are two. */
struct pane {
	char *title;
	struct textview view;
};

struct reader {
	struct screen base;
	int64_t id, round_id;
	struct pane panes[2]; /* the one it was opened for, and the one beside it */
	int64_t beside;       /* the assignment in the second; 0: there is none */
	size_t active;        /* the pane that keys move */
	struct review_screen *owner;
	struct edit words;
	int found; /* line of the active one, -1: none */
};

static struct reader *reader_of(const struct screen *screen)
{
	return (struct reader *)screen;
}

static bool is_split(const struct reader *self)
{
	return self->beside != 0 && self->base.body.w >= BESIDE_LEAST;
}

static struct textview *view_of(struct reader *self)
{
	return &self->panes[is_split(self) ? self->active : 0].view;
}

static void title(const struct screen *screen, char *out, size_t size)
{
	snprintf(out, size, "%s", reader_of(screen)->panes[0].title);
}

/* The rule above; below it the titles of two texts; at the foot the scores. */
static int top_of(const struct reader *self)
{
	return is_split(self) ? 2 : 1;
}

static int text_rows(const struct reader *self)
{
	return self->base.body.h - top_of(self) - (self->owner != NULL ? 1 : 0);
}

static int pane_width(const struct reader *self)
{
	int width = self->base.body.w - 2 * MARGIN;

	if (is_split(self))
		return self->base.body.w / 2 - MARGIN - 1;
	return width < MEASURE ? width : MEASURE;
}

static void layout(struct screen *screen, struct rect body)
{
	struct reader *self = reader_of(screen);
	bool first = self->panes[0].view.n == 0;

	(void)body;
	textview_layout(&self->panes[0].view, pane_width(self), text_rows(self));
	if (self->beside != 0)
		textview_layout(&self->panes[1].view, pane_width(self), text_rows(self));
	if (first && self->owner != NULL)
		textview_set_share(&self->panes[0].view, self->owner->share);
}

static void note_share(struct reader *self)
{
	if (self->owner != NULL)
		self->owner->share = textview_share(&self->panes[0].view);
}

static void paint_pane(const struct reader *self, const struct canvas *body, size_t which)
{
	const struct pane *pane = &self->panes[which];
	bool active = !is_split(self) || self->active == which;
	int x = which == 0 ? MARGIN : body->area.w / 2 + 2, top = top_of(self);
	struct canvas text = canvas_part(body, top, x, text_rows(self), pane->view.width + 2);

	if (is_split(self))
		canvas_text(body, 1, x, pane->view.width, active ? STYLE_TITLE : STYLE_LABEL,
			ALIGN_LEFT, pane->title);
	textview_paint(&pane->view, &text, active ? self->found : -1);
}

static void paint_words(const struct reader *self, const struct canvas *body)
{
	struct canvas line = canvas_part(body, body->area.h - 1, 0, 1, body->area.w);

	canvas_fill(&line, 0, 0, 1, line.area.w, STYLE_PLAIN);
	int x = canvas_put(&line, 0, 1, STYLE_HEADING, "/");
	struct canvas field = canvas_part(&line, 0, x + 2, 1, FIELD);
	edit_paint(&self->words, &field, true);
}

static void paint(const struct screen *screen, const struct canvas *body)
{
	const struct reader *self = reader_of(screen);

	canvas_rule(body, 0);
	paint_pane(self, body, 0);
	if (is_split(self)) {
		paint_pane(self, body, 1);
		for (int y = 1; y < top_of(self) + text_rows(self); y++)
			canvas_put(
				body, y, body->area.w / 2, STYLE_FAINT, term_glyph(GLYPH_VERTICAL));
	}
	if (self->owner != NULL) {
		struct canvas strip = canvas_part(body, body->area.h - 1, 0, 1, body->area.w);

		review_paint_strip(self->owner, &strip);
	}
	if (screen->typing)
		paint_words(self, body);
}

static void find(struct ui *ui, struct reader *self, int from)
{
	struct textview *view = view_of(self);

	self->found = textview_find(view, edit_text(&self->words), from);
	if (self->found >= 0)
		textview_scroll_to(view, self->found - view->height / 3);
	else
		ui_say(ui, "%s", _("The text does not have these words."));
	note_share(self);
}

static bool search_key(struct ui *ui, struct reader *self, int key)
{
	if (key == K_ESC || key == K_ENTER) {
		self->base.typing = false;
		if (key == K_ENTER && *edit_text(&self->words) != '\0')
			find(ui, self, view_of(self)->scroll - 1);
		return true;
	}
	return edit_key(&self->words, key, FIELD);
}

static void choose_pane(struct reader *self, size_t which)
{
	self->active = which;
	self->found = -1;
}

/* The review takes them as if it were on top. */
static bool is_for_scores(int key)
{
	return (key >= '0' && key <= '9') || key == ',' || key == '.' || key == K_BACKSPACE ||
	       key == K_DELETE || key == K_TAB || key == K_BACKTAB;
}

static bool on_key(struct ui *ui, struct screen *screen, int key)
{
	struct reader *self = reader_of(screen);

	if (screen->typing)
		return search_key(ui, self, key);
	if (is_split(self) && (key == K_LEFT || key == K_RIGHT)) {
		choose_pane(self, key == K_RIGHT ? 1 : 0);
		return true;
	}
	if (key == 'q') {
		screen_close(screen);
		return true;
	}
	if (self->owner != NULL && is_for_scores(key)) {
		(void)self->owner->base.ops->key(ui, &self->owner->base, key);
		return true;
	}
	bool moved = textview_key(view_of(self), key, true);
	note_share(self);
	return moved;
}

static void status(const struct screen *screen, char *out, size_t size)
{
	/* TRANSLATORS: how much of a text has been shown; %d is the figure. */
	snprintf(out, size, _("%d %% read"), textview_percent(view_of(reader_of(screen))));
}

static void clear_pane(struct pane *pane)
{
	free(pane->title);
	textview_clear(&pane->view);
	*pane = (struct pane){ 0 };
}

static void on_close(struct screen *screen)
{
	struct reader *self = reader_of(screen);

	if (self->owner != NULL)
		self->owner->reader = NULL;
	clear_pane(&self->panes[0]);
	clear_pane(&self->panes[1]);
	edit_clear(&self->words);
}

void jury_reader_orphan(struct screen *reader)
{
	reader_of(reader)->owner = NULL;
	screen_close(reader);
}

static void on_back(struct ui *ui, struct screen *screen)
{
	(void)ui;
	screen_close(screen);
}

/* A key that can go no further says so. */
static void move(struct ui *ui, struct screen *screen, int key)
{
	struct textview *view = view_of(reader_of(screen));
	int before = view->scroll;

	textview_key(view, key, true);
	note_share(reader_of(screen));
	if (view->scroll == before)
		ui_say(ui, "%s",
			key == K_PAGE_UP || key == K_HOME ? _("The text begins here.") :
							    _("The text ends here."));
}

static void on_page(struct ui *ui, struct screen *screen)
{
	move(ui, screen, K_PAGE_DOWN);
}

static void on_page_back(struct ui *ui, struct screen *screen)
{
	move(ui, screen, K_PAGE_UP);
}

static void on_top(struct ui *ui, struct screen *screen)
{
	move(ui, screen, K_HOME);
}

static void on_bottom(struct ui *ui, struct screen *screen)
{
	move(ui, screen, K_END);
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

static void on_criteria(struct ui *ui, struct screen *screen)
{
	ui_push(ui, jury_criteria_new(ui, reader_of(screen)->round_id));
}

static void fill_pane(struct pane *pane, const struct juror_item *item)
{
	struct buffer text = { 0 }, name = { 0 };
	const char *applicant = jury_applicant(&item->paper);
	struct arena arena = { 0 };

	clear_pane(pane);
	buffer_printf(&name, "%s  %s", item->paper.code, item->paper.title);
	pane->title = name.text;
	buffer_printf(&text, "%s\n%s%s\n%s", item->paper.title, applicant,
		*applicant == '\0' ? "" : "\n", jury_text(&arena, item));
	textview_set(&pane->view, text.text);
	buffer_clear(&text);
	arena_clear(&arena);
}

static bool can_be_read(const struct juror_item *item)
{
	return item->state != JUROR_RECUSED && item->state != JUROR_GONE;
}

/* The one behind what stands beside it now, in the order of the list; 0 behind the last. */
static int64_t next_beside(const struct reader *self, const struct juror_items *items)
{
	bool passed = self->beside == 0;

	for (size_t i = 0; i < items->n; i++) {
		const struct juror_item *item = &items->rows[i];

		if (passed && item->paper.id != self->id && can_be_read(item))
			return item->paper.id;
		passed = passed || item->paper.id == self->beside;
	}
	return 0;
}

static void on_beside(struct ui *ui, struct screen *screen)
{
	struct reader *self = reader_of(screen);
	struct arena arena = { 0 };
	struct juror_items items;
	struct criteria criteria;
	struct juror_item item;
	int64_t next = 0;
	struct error e = juror_items(ui->ctx, &arena, self->round_id, &items);

	if (e.code == E_OK)
		next = next_beside(self, &items);
	if (next != 0)
		e = juror_item(ui->ctx, &arena, next, &criteria, &item);
	if (e.code == E_OK) {
		self->beside = next;
		choose_pane(self, 0);
		if (next != 0)
			fill_pane(&self->panes[1], &item);
		layout(screen, screen->body);
	}
	jury_complain(ui, e);
	arena_clear(&arena);
}

static const char *too_narrow(const struct screen *screen, const struct context *ctx)
{
	(void)ctx;
	return screen->body.w < BESIDE_LEAST ?
		       N_("Two texts beside each other need a window of 120 columns.") :
		       NULL;
}

static const struct command *enter_of(const struct review_screen *owner)
{
	const struct commands *all = owner->base.ops->shared;
	size_t i = 0;

	while (all->rows[i].keys[0] != K_ENTER)
		i++;
	return &all->rows[i];
}

static const char *no_review(const struct screen *screen, const struct context *ctx)
{
	const struct review_screen *owner = reader_of(screen)->owner;

	return owner == NULL ? N_("Scores are given in the review: Enter in the list opens it.") :
			       enter_of(owner)->blocked(&owner->base, ctx);
}

/* As in the review; what asks there asks here, and then the review says what came of it. */
static void on_enter(struct ui *ui, struct screen *screen)
{
	struct review_screen *owner = reader_of(screen)->owner;

	enter_of(owner)->run(ui, &owner->base);
	if (owner->base.closed || owner->sent)
		screen_close(screen);
}

static const struct command commands[] = {
	{ .keys = { ' ', K_PAGE_DOWN },
		.action = ACT_COUNT,
		.label = NC_("command", "read on"),
		.help = N_("The next page; arrows go by lines"),
		.run = on_page },
	{ .keys = { 'b', K_PAGE_UP, CTRL_KEY('B') },
		.action = ACT_COUNT,
		.label = NC_("command", "page back"),
		.help = N_("The page before"),
		.run = on_page_back },
	{ .written = "0–9",
		.action = ACT_COUNT,
		.label = NC_("command", "score"),
		.help = N_("The score of the marked criterion, at the foot; Tab marks the next"),
		.blocked = no_review },
	{ .keys = { K_ENTER },
		.action = ACT_COUNT,
		.label = NC_("command", "submit"),
		.help = N_("On to the criterion without a score; when none is, submit"),
		.blocked = no_review,
		.run = on_enter },
	{ .keys = { 'i' },
		.action = ACT_COUNT,
		.label = NC_("command", "criteria"),
		.help = N_("All criteria with their guidance and what the scores mean"),
		.run = on_criteria },
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
	{ .keys = { 'c' },
		.action = ACT_COUNT,
		.label = NC_("command", "beside"),
		.help = N_("Another submission beside this one, the next one at each press; Left "
			   "and Right choose which of the two moves"),
		.blocked = too_narrow,
		.run = on_beside },
	{ .keys = { 'v' },
		.action = ACT_COUNT,
		.label = NC_("command", "back"),
		.help = N_("Back to where you were"),
		.run = on_back,
		.quiet = true },
	{ .keys = { 'g', '<' },
		.action = ACT_COUNT,
		.label = NC_("command", "beginning"),
		.help = N_("To the beginning of the text"),
		.run = on_top,
		.quiet = true },
	{ .keys = { 'G', '>' },
		.action = ACT_COUNT,
		.label = NC_("command", "end"),
		.help = N_("To the end of the text"),
		.run = on_bottom,
		.quiet = true },
	/* The last one is a hint: elsewhere the key leaves Klash. */
	{ .keys = { 'q' }, .action = ACT_COUNT, .label = NC_("command", "back") },
};
static const struct commands hints = { commands, LEN(commands) };

const struct screen_ops jury_reader_ops = {
	.size = sizeof(struct reader),
	.title = title,
	.help = N_("The whole text. Space reads on, b goes back a page; v, q or Esc goes back to "
		   "where you were. Over a review, digits give the scores at the foot."),
	.commands = { commands, LEN(commands) - 1 },
	.layout = layout,
	.paint = paint,
	.key = on_key,
	.status = status,
	.close = on_close,
	.alone = true,
};

struct screen *jury_reader_new(
	struct ui *ui, const struct juror_item *item, struct review_screen *owner)
{
	struct screen *screen = screen_new(ui, &jury_reader_ops);
	struct reader *self = reader_of(screen);

	self->id = item->paper.id;
	self->round_id = item->paper.round_id;
	fill_pane(&self->panes[0], item);
	edit_init(&self->words, "", false, 100);
	self->found = -1;
	screen->hints = &hints;
	self->owner = owner;
	if (owner != NULL) {
		owner->reader = screen;
		owner->sent = false;
	}
	return screen;
}
