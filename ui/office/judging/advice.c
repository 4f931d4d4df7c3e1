/* SPDX-License-Identifier: MIT
 * Advice beside the order of a closed round: how firm it is in a sentence, and the table of
 * submissions and jurors: who saw what, how strictly, and where they are divided. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db/base/utf8.h"
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/judging/advice_words.h"
#include "ui/office/judging/ranks.h"
#include "ui/office/judging/round_stand.h"
#include "ui/office/place.h"
#include "ui/toolkit/cursor.h"
#include "ui/toolkit/letters.h"

enum {
	RANK = 10,
	CODE = 6,
	CELL = 6, /* a blank and a score; more for names where there is room */
	CELL_MOST = 12,
	DIVIDED = 8,
	ADJUSTED = 11,
	TITLE_LEAST = 12,
	TITLE_MOST = 40,
	HEADS = 4, /* the rule, names, kind or strict, number of reviews */
	FOOT = 3,  /* a rule, and two lines on the selected row */
};

struct advice_screen {
	struct screen base;
	int64_t round_id;
	struct arena arena;
	struct advice advice;
	struct buffer sentences;
	const double *z;
	size_t *order; /* rows of the standing, as they are shown */
	bool own_scale, by_division;
	struct cursor cursor;
	size_t first; /* juror shown first, where not all fit */
};

static struct advice_screen *advice_of(const struct screen *screen)
{
	return (struct advice_screen *)screen;
}

static void title(const struct screen *screen, char *out, size_t size)
{
	(void)screen;
	snprintf(out, size, "%s", C_("title", "Advice"));
}

/* --- Where things stand --- */

struct places {
	int jurors, divided, adjusted, picture; /* where they begin; 0: not shown */
	int title;                              /* its columns, before the jurors'; 0: not shown */
	int cell;                               /* a juror's columns */
	size_t shown;                           /* jurors */
};

/* First the jurors, then the picture, then the title, then more of the jurors' names. */
static struct places places_in(const struct advice_screen *self, int width)
{
	struct places p = { .jurors = 1 + RANK + 1 + CODE, .cell = CELL };
	int right = DIVIDED + (self->advice.incomplete ? ADJUSTED : 0);
	int room = width - 1 - p.jurors - right, wanted = (int)self->advice.cells.jurors * CELL;

	p.shown = (size_t)(wanted <= room ? wanted : room > 0 ? room : 0) / CELL;
	room -= wanted;
	bool picture = room > HISTOGRAM_WIDTH;
	room -= picture ? HISTOGRAM_WIDTH + 1 : 0;
	if (room > TITLE_LEAST) {
		p.title = room > TITLE_MOST ? TITLE_MOST : room - 1;
		room -= p.title + 1;
		p.jurors += p.title + 1;
	}
	if (room > 0 && p.shown > 0)
		p.cell += room / (int)p.shown;
	p.cell = p.cell > CELL_MOST ? CELL_MOST : p.cell;
	p.divided = p.jurors + (int)p.shown * p.cell;
	p.adjusted = self->advice.incomplete ? p.divided + DIVIDED : 0;
	p.picture = picture ? p.divided + right + 1 : 0;
	return p;
}

static int sentence_rows(const struct advice_screen *self, int width)
{
	return self->sentences.length == 0 ? 0 : text_wrap_count(self->sentences.text, width - 2);
}

static void fit(struct screen *screen)
{
	struct advice_screen *self = advice_of(screen);
	int rows = screen->body.h - sentence_rows(self, screen->body.w) - HEADS - FOOT;
	size_t shown = places_in(self, screen->body.w).shown, all = self->advice.cells.jurors;

	cursor_fit(&self->cursor, self->advice.standing.n, (size_t)(rows > 1 ? rows : 1));
	if (self->first + shown > all)
		self->first = all > shown ? all - shown : 0;
}

static void layout(struct screen *screen, struct rect body)
{
	(void)body;
	fit(screen);
}

/* --- Reading --- */

/* Most divided first; those of one review last. */
static void sort_rows(struct advice_screen *self)
{
	const struct standing *s = &self->advice.standing;

	self->order = arena_alloc(&self->arena, (s->n + 1) * sizeof(*self->order));
	for (size_t i = 0; i < s->n; i++)
		self->order[i] = i;
	for (size_t i = 1; self->by_division && i < s->n; i++)
		for (size_t k = i; k > 0; k--) {
			size_t below = self->order[k], above = self->order[k - 1];

			if (advice_divided(&self->advice, s->rows[below].ranked.item) <=
				advice_divided(&self->advice, s->rows[above].ranked.item))
				break;
			self->order[k] = above;
			self->order[k - 1] = below;
		}
}

static struct error load(struct screen *screen, struct context *ctx)
{
	struct advice_screen *self = advice_of(screen);
	struct firmness firmness;

	arena_clear(&self->arena);
	buffer_clear(&self->sentences);
	self->advice = (struct advice){ 0 };
	TRY(stand_in_round(screen, ctx, self->round_id, true));
	TRY(advice_make(ctx, &self->arena, self->round_id, &self->advice));
	advice_firmness(&self->arena, &self->advice, &firmness);
	firmness_sentences(&self->advice, &firmness, &self->sentences);
	self->z = severity_z(&self->arena, &self->advice.cells);
	sort_rows(self);
	fit(screen);
	return ok();
}

/* --- Painting --- */

static void put_points(const struct canvas *body, int y, int x, int width, enum style style,
	bool with_sign, double value)
{
	char text[40];

	if (isnan(value))
		snprintf(text, sizeof(text), "·");
	else
		advice_points(value, with_sign, text, sizeof(text));
	canvas_text(body, y, x, width, style, ALIGN_RIGHT, text);
}

static double cell_value(const struct advice_screen *self, size_t item, size_t juror)
{
	const struct cells *cells = &self->advice.cells;
	int64_t value = cells_at(cells, item, juror);

	if (value == CELL_NONE)
		return (double)NAN;
	return self->own_scale ? self->z[item * cells->jurors + juror] :
				 (double)value / (double)cells->unit;
}

static void paint_sentences(const struct advice_screen *self, const struct canvas *body)
{
	const char *text = self->sentences.text;
	struct arena arena = { 0 };

	for (int y = 0; text != NULL; y++) {
		const char *next;
		size_t n = text_wrap(text, body->area.w - 2, &next);

		canvas_put(body, y, 1, STYLE_TITLE, arena_bytes(&arena, text, n));
		text = next;
	}
	arena_clear(&arena);
}

/* As far as there is room, shortened as names are: "Kaar.". Whole names stand below, where it
 * matters. */
static const char *first_name(struct arena *arena, const char *name, int width)
{
	const char *first = arena_bytes(arena, name, strcspn(name, " "));

	if (utf8_columns(first) <= width)
		return first;
	return arena_printf(arena, "%.*s.", (int)utf8_prefix(first, width - 1), first);
}

static void paint_heads(
	const struct advice_screen *self, const struct canvas *body, int y, const struct places *p)
{
	const struct advice *a = &self->advice;
	struct arena arena = { 0 };

	canvas_rule(body, y);
	canvas_text(body, y + 1, 1, p->jurors - 2, STYLE_HEADING, ALIGN_LEFT,
		self->own_scale ? C_("heading", "Own scales") : C_("heading", "Score"));
	canvas_text(body, y + 2, 1, p->jurors - 2, STYLE_LABEL, ALIGN_LEFT,
		/* TRANSLATORS: how far above or below the others a juror scores, 16 columns. */
		C_("label", "Kind + strict −"));
	canvas_text(body, y + 3, 1, p->jurors - 2, STYLE_LABEL, ALIGN_LEFT, C_("label", "Reviews"));
	for (size_t i = 0; i < p->shown; i++) {
		size_t j = self->first + i;
		int x = p->jurors + (int)i * p->cell;
		char text[40];

		canvas_text(body, y + 1, x + 1, p->cell - 1, STYLE_HEADING, ALIGN_RIGHT,
			first_name(&arena, a->jurors[j].name, p->cell - 1));
		put_points(body, y + 2, x, p->cell, STYLE_PLAIN, true,
			a->severity.defined ? a->severity.jurors[j] : (double)NAN);
		snprintf(text, sizeof(text), "%zu", a->jurors[j].reviews);
		canvas_text(body, y + 3, x, p->cell, STYLE_PLAIN, ALIGN_RIGHT, text);
	}
	/* TRANSLATORS: how far apart the jurors are; right-aligned, at most 7 columns. */
	canvas_text(body, y + 1, p->divided, DIVIDED, STYLE_HEADING, ALIGN_RIGHT,
		C_("column", "Divided"));
	if (p->adjusted > 0)
		/* TRANSLATORS: the score without strict and kind jurors; at most 10 columns. */
		canvas_text(body, y + 1, p->adjusted + 1, ADJUSTED - 1, STYLE_HEADING, ALIGN_RIGHT,
			C_("column", "Adjusted"));
	if (p->picture > 0)
		canvas_put(body, y + 1, p->picture, STYLE_HEADING, C_("column", "Histogram"));
	arena_clear(&arena);
}

static void paint_adjusted(const struct advice *a, const struct canvas *body, int y, int x,
	enum style style, size_t item)
{
	char points[40], text[60] = "–";

	if (a->places[item].rank > 0) {
		advice_points(a->severity.items[item], false, points, sizeof(points));
		snprintf(text, sizeof(text), "%s %4lld.", points, (long long)a->places[item].rank);
	}
	canvas_text(body, y, x, ADJUSTED, style, ALIGN_RIGHT, text);
}

static void paint_row(const struct advice_screen *self, const struct canvas *body, int y,
	const struct places *p, size_t shown)
{
	const struct advice *a = &self->advice;
	const struct standing_row *row = &a->standing.rows[self->order[shown]];
	size_t item = row->ranked.item;
	bool selected = shown == self->cursor.selected;
	enum style style = selected           ? STYLE_SELECTED :
			   row->ranked.enough ? STYLE_PLAIN :
						STYLE_QUIET;
	double divided = advice_divided(a, item);
	struct arena arena = { 0 };

	canvas_fill(body, y, 0, 1, body->area.w, style);
	if (selected)
		canvas_put(body, y, 0, style, term_glyph(GLYPH_MARK));
	canvas_text(body, y, 1, RANK, style, ALIGN_LEFT, rank_text(&arena, &row->ranked));
	canvas_text(body, y, 1 + RANK + 1, CODE, style, ALIGN_LEFT, row->item.code);
	if (p->title > 0)
		canvas_text(body, y, p->jurors - p->title, p->title, style, ALIGN_LEFT,
			row->item.title);
	for (size_t i = 0; i < p->shown; i++)
		put_points(body, y, p->jurors + (int)i * p->cell, p->cell, style, self->own_scale,
			cell_value(self, item, self->first + i));
	put_points(body, y, p->divided, DIVIDED, style, false, divided < 0 ? (double)NAN : divided);
	if (p->adjusted > 0)
		paint_adjusted(a, body, y, p->adjusted, style, item);
	if (p->picture > 0)
		canvas_put(
			body, y, p->picture, style, histogram(&arena, &a->standing.matrix, item));
	arena_clear(&arena);
}

/* The jurors with the highest and the lowest score; false with fewer than two. */
static bool extremes(const struct cells *cells, size_t item, size_t *high, size_t *low)
{
	size_t n = 0;

	for (size_t j = 0; j < cells->jurors; j++) {
		int64_t value = cells_at(cells, item, j);

		if (value == CELL_NONE)
			continue;
		*high = n == 0 || value > cells_at(cells, item, *high) ? j : *high;
		*low = n == 0 || value < cells_at(cells, item, *low) ? j : *low;
		n++;
	}
	return n > 1;
}

static const char *division_text(struct arena *arena, const struct advice *a, size_t item)
{
	struct division on;
	char low[40], high[40];

	if (!advice_divided_on(a, item, &on))
		return _("All give it the same scores.");
	text_thousandths(on.low, low, sizeof(low));
	text_thousandths(on.high, high, sizeof(high));
	/* TRANSLATORS: the name of a criterion, the lowest and the highest score. */
	return arena_printf(arena, _("Most divided on “%s”: from %s to %s."),
		criterion_name(&a->criteria.rows[on.criterion]), low, high);
}

static void paint_foot(const struct advice_screen *self, const struct canvas *body, int y)
{
	const struct advice *a = &self->advice;
	size_t item, high = 0, low = 0;
	char most[40], least[40];
	struct arena arena = { 0 };

	canvas_rule(body, y);
	if (a->standing.n == 0)
		return;
	item = a->standing.rows[self->order[self->cursor.selected]].ranked.item;
	if (extremes(&a->cells, item, &high, &low)) {
		text_ratio((struct ratio){ cells_at(&a->cells, item, high), a->cells.unit }, 2,
			most, sizeof(most));
		text_ratio((struct ratio){ cells_at(&a->cells, item, low), a->cells.unit }, 2,
			least, sizeof(least));
		canvas_put(body, y + 1, 1, STYLE_PLAIN,
			/* TRANSLATORS: a submission's code; a juror's name and score, twice. */
			arena_printf(&arena, _("%s: highest %s %s, lowest %s %s."),
				advice_row(a, item)->item.code, a->jurors[high].name, most,
				a->jurors[low].name, least));
		canvas_put(body, y + 2, 1, STYLE_PLAIN, division_text(&arena, a, item));
	}
	arena_clear(&arena);
}

static void paint(const struct screen *screen, const struct canvas *body)
{
	const struct advice_screen *self = advice_of(screen);
	struct places p;
	int y;

	if (self->advice.round.key == NULL || self->sentences.length == 0)
		return;
	p = places_in(self, body->area.w);
	y = sentence_rows(self, body->area.w);
	paint_sentences(self, body);
	paint_heads(self, body, y, &p);
	y += HEADS;
	for (size_t i = 0; i < self->cursor.height && self->cursor.top + i < self->cursor.count;
		i++)
		paint_row(self, body, y + (int)i, &p, self->cursor.top + i);
	paint_foot(self, body, body->area.h - FOOT);
}

static void status(const struct screen *screen, char *out, size_t size)
{
	const struct advice_screen *self = advice_of(screen);

	if (self->advice.incomplete && !self->advice.severity.defined)
		snprintf(out, size, "%s",
			_("Adjusted: not defined, as no review connects some jurors with others."));
	else
		snprintf(out, size, "%s", _("The office's own; in no document."));
}

/* --- Keys --- */

static bool key(struct ui *ui, struct screen *screen, int pressed)
{
	struct advice_screen *self = advice_of(screen);

	(void)ui;
	if (pressed == K_LEFT && self->first > 0) {
		self->first--;
		return true;
	}
	if (pressed == K_RIGHT) {
		self->first++;
		fit(screen);
		return true;
	}
	return cursor_key(&self->cursor, pressed);
}

static void on_firmness(struct ui *ui, struct screen *screen)
{
	place_open(ui, PLACE_FIRMNESS, advice_of(screen)->round_id);
}

static void on_agreement(struct ui *ui, struct screen *screen)
{
	place_open(ui, PLACE_AGREEMENT, advice_of(screen)->round_id);
}

static void on_scale(struct ui *ui, struct screen *screen)
{
	(void)ui;
	advice_of(screen)->own_scale = !advice_of(screen)->own_scale;
}

static void on_sort(struct ui *ui, struct screen *screen)
{
	struct advice_screen *self = advice_of(screen);

	(void)ui;
	self->by_division = !self->by_division;
	sort_rows(self);
	cursor_go(&self->cursor, 0);
}

static void on_close(struct screen *screen)
{
	arena_clear(&advice_of(screen)->arena);
	buffer_clear(&advice_of(screen)->sentences);
}

static const struct command commands[] = {
	{ .keys = { 'w' },
		.action = ACT_ADVICE,
		.label = NC_("command", "how firm"),
		.help = N_("What comes out without one juror or criterion, by another method, with "
			   "other weights"),
		.run = on_firmness },
	{ .keys = { 'y' },
		.action = ACT_ADVICE,
		.label = NC_("command", "agreement"),
		.help = N_("How far the jurors agree, in figures"),
		.run = on_agreement },
	{ .keys = { K_SORT },
		.action = ACT_ADVICE,
		.label = NC_("command", "sort"),
		.help = N_("By rank, or what divides the jury most first"),
		.run = on_sort },
	{ .keys = { 'z' },
		.action = ACT_ADVICE,
		.label = NC_("command", "own scales"),
		.help = N_("Each score on its juror's own scale: 0 is their mean, 1 their usual "
			   "distance from it; and back"),
		.run = on_scale },
};

static const struct screen_ops ops = {
	.size = sizeof(struct advice_screen),
	.title = title,
	.help = N_(
		"Who saw what and how each juror scored it; · is not reviewed. Divided: how far "
		"apart the jurors are once each one's kindness is taken off. Left and right show "
		"more jurors. The office's information, no part of the result."),
	.commands = { commands, LEN(commands) },
	.watches = CHANGED_REVIEWS | CHANGED_ROUNDS | CHANGED_SUBMISSIONS,
	.load = load,
	.layout = layout,
	.paint = paint,
	.key = key,
	.status = status,
	.close = on_close,
};

static struct screen *open_advice(struct ui *ui, const struct target *to)
{
	struct screen *screen = screen_new(ui, &ops);

	advice_of(screen)->round_id = to->id;
	return screen;
}

const struct place_row advice_place = {
	.open = open_advice,
};
