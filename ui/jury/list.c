/* SPDX-License-Identifier: MIT
 * A round as its juror sees it: the submissions with their scores and states; or, where something
 * stands in the way, what it is and whom to call. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db/base/utf8.h"
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "ui/jury/reader.h"
#include "ui/jury/sight.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/list.h"

enum { TOP_ROWS = 4, SCORE_WIDTH = 6 };

struct jury_list {
	struct list_screen list;
	int64_t round_id;
	struct jury_sight sight;
	bool seen;         /* it is written down that the list was shown */
	char contact[200]; /* whom to call */
	enum jury_order order;
	int64_t now; /* what the remaining time is told by; moves by the minute */
	struct page why;
	struct list_source source;
	struct list_column columns[LIST_COLUMNS_MAX];
	char heads[LIST_COLUMNS_MAX][JURY_HEAD];
};

static struct jury_list *jury_list_of(const struct screen *screen)
{
	return (struct jury_list *)screen;
}

static bool is_shown(const struct jury_list *self)
{
	return jury_is_shown(&self->sight);
}

static void title(const struct screen *screen, char *out, size_t size)
{
	const struct jury_list *self = jury_list_of(screen);
	struct arena arena = { 0 };

	snprintf(out, size, "%s",
		self->sight.round.key == NULL ? "" : jury_round_name(&arena, &self->sight.round));
	arena_clear(&arena);
}

static const struct juror_item *item_of(const struct jury_list *self, int64_t id)
{
	for (size_t i = 0; i < self->sight.items.n; i++)
		if (self->sight.items.rows[i].paper.id == id)
			return &self->sight.items.rows[i];
	return NULL;
}

static struct error ids(struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	const struct jury_list *self = jury_list_of(screen);

	(void)ctx;
	(void)sort;
	if (is_shown(self))
		jury_put_in_order(&self->sight.items, self->order, list);
	return ok();
}

static size_t add_column(
	struct jury_list *self, size_t n, const char *head, int min, int weight, enum align align)
{
	snprintf(self->heads[n], JURY_HEAD, "%s", head);
	self->columns[n] = (struct list_column){ self->heads[n], min, weight, align, -1 };
	return n + 1;
}

/* As many criteria as leave room for a title; the mean stands for the rest. */
static size_t shown_criteria(const struct jury_list *self)
{
	int width = self->list.base.body.w >= 120 ? 80 : self->list.base.body.w;
	int room = width - (self->sight.round.blind ? 46 : 57);
	size_t most = room > 0 ? (size_t)(room / SCORE_WIDTH) : 0;

	if (most > LIST_COLUMNS_MAX - 5)
		most = LIST_COLUMNS_MAX - 5;
	return self->sight.items.criteria.n < most ? self->sight.items.criteria.n : most;
}

/* Anew at each painting: names of criteria follow the language. */
static void make_columns(struct jury_list *self)
{
	size_t n = add_column(self, 0, C_("column", "Code"), 6, 0, ALIGN_LEFT);
	size_t criteria = shown_criteria(self);
	char head[JURY_HEAD];

	n = add_column(self, n, C_("column", "Title"), 14, 3, ALIGN_LEFT);
	if (!self->sight.round.blind)
		n = add_column(self, n, C_("column", "Applicant"), 9, 1, ALIGN_LEFT);
	for (size_t c = 0; c < criteria; c++) {
		jury_abbreviate(criterion_name(&self->sight.items.criteria.rows[c]), head);
		n = add_column(self, n, head, JURY_ABBREVIATION, 0, ALIGN_RIGHT);
	}
	n = add_column(self, n, C_("column", "State"), jury_state_width(), 0, ALIGN_LEFT);
	n = add_column(self, n, C_("column", "Mean"), 4, 0, ALIGN_RIGHT);
	self->source.columns = self->columns;
	self->source.n = n;
}

static struct error row(struct screen *screen, struct context *ctx, int64_t id, struct arena *arena,
	struct cell *cells, struct list_look *look)
{
	const struct jury_list *self = jury_list_of(screen);
	const struct juror_item *item = item_of(self, id);
	size_t at = 0, criteria = shown_criteria(self);

	(void)ctx;
	if (item == NULL)
		return ok();
	bool open = item->state < JUROR_ABSTAINED;
	cells[at++] = cell_text(item->paper.code);
	cells[at++] = cell_text(item->paper.title);
	if (!self->sight.round.blind)
		cells[at++] = cell_text(jury_applicant(&item->paper));
	for (size_t c = 0; c < criteria; c++)
		cells[at++] = open ? cell_text(jury_score(arena, item->scores[c])) : cell_null();
	cells[at++] = cell_text(jury_state(arena, item, self->sight.items.criteria.n));
	cells[at++] =
		open ? cell_text(jury_mean(arena, &self->sight.items.criteria, item->scores)) :
		       cell_null();
	look->style = open ? STYLE_PLAIN : STYLE_QUIET;
	return ok();
}

static struct error search(
	struct screen *screen, struct context *ctx, const char *words, struct id_list *found)
{
	return juror_search(ctx, jury_list_of(screen)->round_id, words, found);
}

/* Beside the list, where there is room: the text of the selected one. */
static struct error record(struct screen *screen, struct context *ctx, struct arena *arena,
	int64_t id, struct page *page)
{
	struct criteria criteria;
	struct juror_item item;

	(void)screen;
	TRY(juror_item(ctx, arena, id, &criteria, &item));
	page_styled(page, "", STYLE_TITLE, item.paper.title);
	page_text(page, jury_applicant(&item.paper));
	page_gap(page);
	page_text(page, jury_text(arena, &item));
	return ok();
}

static void open_item(struct ui *ui, struct screen *screen, int64_t id)
{
	struct jury_list *self = jury_list_of(screen);
	const struct juror_item *item = item_of(self, id);

	if (item == NULL)
		return;
	if (item->state == JUROR_GONE)
		jury_tell(ui, item->paper.code,
			_("This submission has been withdrawn; it is not reviewed."));
	else if (item->state == JUROR_RECUSED)
		jury_open_recused(ui, item);
	else
		ui_push(ui, jury_review_new(ui, id, NULL));
	self->list.base.stale = true;
}

static const struct list_source source = {
	.ids = ids,
	.row = row,
	.search = search,
	.record = record,
	.open = open_item,
	.empty = N_("Nothing has been given to you to review here."),
	.file = "reviews",
};

static const char *cannot_withdraw(const struct screen *screen, const struct context *ctx)
{
	const struct jury_list *self = jury_list_of(screen);

	(void)ctx;
	return self->sight.ended == NULL && self->sight.stop == JUROR_BARRED ?
		       NULL :
		       N_("Nothing bars you from this round.");
}

/* Where there is no list. */
static const struct command stopped_rows[] = {
	{ .keys = { 'w' },
		.action = ACT_REVIEW_OWN,
		.label = NC_("command, declaration", "withdraw"),
		.blocked = cannot_withdraw },
	{ .keys = { K_ESC }, .action = ACT_COUNT, .label = NC_("command", "back") },
	{ .keys = { 'l' }, .action = ACT_COUNT, .label = NC_("command", "language") },
	{ .keys = { 'q' }, .action = ACT_COUNT, .label = NC_("command", "leave") },
};
static const struct commands stopped_hints = { stopped_rows, LEN(stopped_rows) };

static void note_contact(struct jury_list *self, const struct context *ctx)
{
	struct arena arena = { 0 };

	snprintf(self->contact, sizeof(self->contact), "%s", jury_contact(&arena, ctx));
	arena_clear(&arena);
}

static struct error load(struct screen *screen, struct context *ctx)
{
	struct jury_list *self = jury_list_of(screen);

	TRY(jury_look(ctx, self->round_id, &self->sight));
	jury_fill_why(&self->sight, ctx, &self->why);
	note_contact(self, ctx);
	self->seen = self->seen || jury_note_seen(ctx, &self->sight);
	if (!screen->typing)
		screen->hints = is_shown(self) ? NULL : &stopped_hints;
	return list_load(screen, ctx);
}

static void layout(struct screen *screen, struct rect body)
{
	make_columns(jury_list_of(screen));
	list_layout(screen, body);
}

static struct error prepare(struct screen *screen, struct context *ctx)
{
	make_columns(jury_list_of(screen));
	return list_prepare(screen, ctx);
}

/* A time that is past closes nothing by itself: both are told. */
static void tell_deadline(const struct jury_list *self, char *out, size_t size)
{
	char when[120];

	text_deadline(self->sight.round.closes, self->now, when, sizeof(when));
	if (juror_is_past(&self->sight.round, self->now))
		/* TRANSLATORS: %s is a time and how long ago it was. */
		snprintf(out, size, _("past: %s. The round is still open"), when);
	else
		snprintf(out, size, "%s", when);
}

static void paint_progress(const struct jury_list *self, const struct canvas *body)
{
	struct arena arena = { 0 };
	char until[200] = "";
	int64_t done, all;
	int label = utf8_columns(C_("label", "Reviews")), time = utf8_columns(C_("label", "Time"));

	label = label > time ? label : time;
	jury_count(&self->sight.items, &done, &all);
	if (self->sight.stop == JUROR_CLOSED)
		canvas_put(body, 0, 1, STYLE_QUIET, self->contact);
	canvas_put(body, 1, 1, STYLE_LABEL, C_("label", "Reviews"));
	canvas_bar(body, 1, label + 3, 32, done, all);
	/* TRANSLATORS: how many of all reviews have been submitted. */
	canvas_put(body, 1, label + 37, STYLE_PLAIN,
		arena_printf(&arena, _("%lld / %lld submitted"), (long long)done, (long long)all));
	canvas_put(body, 2, 1, STYLE_LABEL, C_("label", "Time"));
	if (self->sight.stop == JUROR_CLOSED && self->sight.round.closed != 0) {
		char when[80];

		text_time(self->sight.round.closed, when, sizeof(when));
		/* TRANSLATORS: a date and time. */
		snprintf(until, sizeof(until), _("closed %s; nothing can be changed any more"),
			when);
	} else if (self->sight.stop == JUROR_CLOSED) {
		snprintf(until, sizeof(until), "%s", _("The round is closed."));
	} else if (self->sight.round.closes != 0)
		tell_deadline(self, until, sizeof(until));
	else
		snprintf(until, sizeof(until), "%s", _("no closing time yet"));
	canvas_put(body, 2, label + 3,
		juror_is_past(&self->sight.round, self->now) ? STYLE_ALERT : STYLE_PLAIN, until);
	canvas_rule(body, 3);
	arena_clear(&arena);
}

static void paint(const struct screen *screen, const struct canvas *body)
{
	const struct jury_list *self = jury_list_of(screen);

	if (is_shown(self)) {
		paint_progress(self, body);
		list_paint(screen, body);
		return;
	}
	struct canvas inner = canvas_part(body, 2, 2, body->area.h - 2, body->area.w - 4);
	page_paint(&self->why, &inner);
}

static bool on_key(struct ui *ui, struct screen *screen, int key)
{
	return is_shown(jury_list_of(screen)) && list_key(ui, screen, key);
}

static int64_t selected(const struct screen *screen)
{
	return is_shown(jury_list_of(screen)) ? list_selected(screen) : 0;
}

static void status(const struct screen *screen, char *out, size_t size)
{
	const struct jury_list *self = jury_list_of(screen);
	size_t n = is_shown(self) ? jury_unconfirmed(&self->sight.items) : 0;

	if (n > 0)
		snprintf(out, size,
			ngettext("The office entered %lu review on your behalf: confirm it with y.",
				"The office entered %lu reviews on your behalf: confirm them with y.",
				n),
			(unsigned long)n);
	else if (is_shown(self) && self->sight.stop == JUROR_CLOSED)
		snprintf(out, size, "%s", _("The round is closed; you can still read."));
	else if (is_shown(self) && self->sight.items.uncounted)
		snprintf(out, size, "%s",
			_("You have abstained from one: none of your reviews here count."));
	else if (is_shown(self))
		snprintf(out, size, "%s",
			_("All is saved as you type. A review counts only once it is submitted."));
}

/* The remaining time is told anew by the minute, whatever others do. */
static void idle(struct ui *ui, struct screen *screen)
{
	struct jury_list *self = jury_list_of(screen);
	int64_t now = context_now(ui->ctx);

	if (now / 60 == self->now / 60)
		return;
	self->now = now;
	ui->dirty = true;
}

static void on_close(struct screen *screen)
{
	struct jury_list *self = jury_list_of(screen);

	arena_clear(&self->sight.arena);
	page_clear(&self->why);
	list_close(screen);
}

static const char *not_shown(const struct screen *screen, const struct context *ctx)
{
	(void)ctx;
	return is_shown(jury_list_of(screen)) ? needs_record(screen, ctx) :
						N_("There is nothing to choose here yet.");
}

static void on_open(struct ui *ui, struct screen *screen)
{
	open_item(ui, screen, list_selected(screen));
}

static const char *cannot_read(const struct screen *screen, const struct context *ctx)
{
	const struct jury_list *self = jury_list_of(screen);
	const char *why = not_shown(screen, ctx);
	const struct juror_item *item = why == NULL ? item_of(self, list_selected(screen)) : NULL;

	if (item != NULL && item->state == JUROR_RECUSED)
		return N_("A conflict of interest bars you from this submission.");
	return why;
}

static void on_read(struct ui *ui, struct screen *screen)
{
	struct arena arena = { 0 };
	struct criteria criteria;
	struct juror_item item;
	struct error e = juror_item(ui->ctx, &arena, list_selected(screen), &criteria, &item);

	if (e.code == E_OK)
		ui_push(ui, jury_reader_new(ui, &item, NULL));
	else
		jury_complain(ui, e);
	arena_clear(&arena);
}

static void on_criteria(struct ui *ui, struct screen *screen)
{
	ui_push(ui, jury_criteria_new(ui, jury_list_of(screen)->round_id));
}

/* One's own order is on the screen only: what the jury gets of it are the scores. */
static void on_order(struct ui *ui, struct screen *screen)
{
	struct jury_list *self = jury_list_of(screen);
	static const char *const said[] = { N_("In the order they were given to you."),
		N_("Unfinished ones first."), N_("By your own mean, the best first.") };

	self->order = (self->order + 1) % LEN(said);
	screen->stale = true;
	ui_say(ui, "%s", _(said[self->order]));
}

static const char *cannot_submit(const struct screen *screen, const struct context *ctx)
{
	const struct jury_list *self = jury_list_of(screen);

	(void)ctx;
	if (self->sight.stop != JUROR_MAY)
		return juror_stop_words(self->sight.stop);
	return jury_complete(&self->sight) > 0 ?
		       NULL :
		       N_("No draft is complete yet: each criterion needs a score.");
}

static void on_submit(struct ui *ui, struct screen *screen)
{
	jury_submit_all(ui, &jury_list_of(screen)->sight);
	screen->stale = true;
}

static const char *nothing_entered(const struct screen *screen, const struct context *ctx)
{
	const struct jury_list *self = jury_list_of(screen);

	(void)ctx;
	return is_shown(self) && jury_unconfirmed(&self->sight.items) > 0 ?
		       NULL :
		       N_("There is nothing to confirm: the office has not entered anything on "
			  "your behalf.");
}

static void on_confirm(struct ui *ui, struct screen *screen)
{
	jury_confirm(ui, &jury_list_of(screen)->sight);
	screen->stale = true;
}

static void on_withdraw(struct ui *ui, struct screen *screen)
{
	struct jury_list *self = jury_list_of(screen);
	int64_t round_id = self->round_id;

	self->list.base.stale = true;
	if (!jury_withdraw(ui, &self->sight))
		return;
	screen_close(screen);
	jury_open_round(ui, round_id);
}

static const struct command commands[] = {
	{ .keys = { K_ENTER },
		.action = ACT_COUNT,
		.label = NC_("command", "review"),
		.help = N_("Score the selected submission"),
		.blocked = not_shown,
		.run = on_open },
	{ .keys = { 'v' },
		.action = ACT_COUNT,
		.label = NC_("command", "read"),
		.help = N_("Read its text on the whole screen"),
		.blocked = cannot_read,
		.run = on_read },
	{ .keys = { 's' },
		.action = ACT_COUNT,
		.label = NC_("command", "order"),
		.help = N_("Another order: as given, unfinished first, by your own mean"),
		.blocked = not_shown,
		.run = on_order },
	{ .keys = { 'i' },
		.action = ACT_COUNT,
		.label = NC_("command", "criteria"),
		.help = N_("All criteria with their guidance and what the scores mean"),
		.blocked = not_shown,
		.run = on_criteria },
	{ .keys = { 'A' },
		.action = ACT_REVIEW_OWN,
		.label = NC_("command", "submit all"),
		.help = N_("Submit every review that is complete"),
		.blocked = cannot_submit,
		.run = on_submit },
	{ .keys = { 'y' },
		.action = ACT_REVIEW_OWN,
		.label = NC_("command", "confirm"),
		.help = N_("Confirm what the office entered on your behalf"),
		.blocked = nothing_entered,
		.run = on_confirm },
	{ .keys = { '/' },
		.action = ACT_COUNT,
		.label = NC_("command", "search"),
		.help = N_("Search in codes, titles and texts while typing; arrows go to the next "
			   "match"),
		.blocked = not_shown,
		.run = list_search },
	{ .keys = { 'r' },
		.action = ACT_COUNT,
		.label = NC_("command", "receipts"),
		.help = N_("Your receipts, and when and by which key you were here"),
		.run = jury_open_receipts },
	{ .keys = { 'w' },
		.action = ACT_REVIEW_OWN,
		.label = NC_("command, declaration", "withdraw"),
		.help = N_("Withdraw a conflict that was declared by mistake"),
		.blocked = cannot_withdraw,
		.run = on_withdraw,
		.quiet = true },
};

const struct screen_ops jury_list_ops = {
	.size = sizeof(struct jury_list),
	.title = title,
	.help = N_("What you are asked to review, with your scores. Enter opens one. Everything is "
		   "saved as you type; a "
		   "review counts once you have submitted it."),
	.commands = { commands, LEN(commands) },
	.watches = CHANGED_ANY,
	.load = load,
	.layout = layout,
	.prepare = prepare,
	.paint = paint,
	.key = on_key,
	.selected = selected,
	.status = status,
	.idle = idle,
	.close = on_close,
};

struct screen *jury_list_new(struct ui *ui, int64_t round_id)
{
	struct screen *screen = screen_new(ui, &jury_list_ops);
	struct jury_list *self = jury_list_of(screen);

	self->round_id = round_id;
	self->source = source;
	self->now = context_now(ui->ctx);
	list_init(&self->list, &self->source);
	self->list.list.top_rows = TOP_ROWS;
	return screen;
}
