/* SPDX-License-Identifier: MIT
 * How the review is laid out: text above and form below, side by side on a wide terminal. What is
 * being typed in gets the room. */
#include <stdio.h>
#include <string.h>

#include "db/base/utf8.h"
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "ui/jury/review.h"
#include "ui/jury/said.h"

enum {
	WIDE = 120,
	NAME_MAX = 26,
	WEIGHT = 5,
	CELL = 7,
	BESIDE = 2,
	TEXT_LEAST = 3,
	FIELD_MOST = 14, /* rows of the field one is in */
	SHOWN_MOST = 7,
	LABEL_BESIDE = 4, /* its key, and blanks */
};

static bool review_is_wide(const struct review_screen *self)
{
	return self->base.body.w >= WIDE;
}

/* Rows of the form, from top to bottom. */
struct plan {
	int text;           /* rows of the text; beside the form none of its rows */
	int criteria, help; /* rows of criteria, and below them what the marked one means */
	int gap;
	int label;           /* rows of the notes' label: what it says of disclosure is never cut */
	int notes, feedback; /* rows of the fields, without their labels */
	int width;           /* of the form */
};

static int largest(int a, int b)
{
	return a > b ? a : b;
}

static int form_width(const struct review_screen *self)
{
	int w = self->base.body.w;

	return review_is_wide(self) ? w - w / 2 - BESIDE : w;
}

static const char *notes_label(const struct review_screen *self)
{
	if (submission_kind_of(self->round.kind) != SUBMISSION_KIND_PROBLEM)
		return _("Notes for the jury (not sent to the team; may be disclosed on request)");
	return _("Notes for the jury (not sent to the applicant; may be disclosed on request)");
}

static int help_rows(const struct review_screen *self, int width);

/* The field one is in grows, the other shows its first line. */
static void share_rows(const struct review_screen *self, struct plan *plan, int rows)
{
	bool typing = self->part != PART_SCORES;

	plan->label = utf8_columns(notes_label(self)) > plan->width - LABEL_BESIDE ? 2 : 1;
	int least = plan->criteria + plan->label + 3; /* another label, a line for each field */

	plan->gap = rows > least + 3 ? 1 : 0;
	plan->help = typing || rows < least + plan->gap + 2 ? 0 : 2;
	plan->notes = plan->feedback = 1;
	int spare = rows - least - plan->gap - plan->help;
	if (spare <= 0)
		return;
	if (!typing && plan->help > 0) {
		int more = help_rows(self, plan->width) - plan->help;

		more = more > spare ? spare : largest(more, 0);
		plan->help += more;
		spare -= more;
	}
	if (typing) {
		int *field = self->part == PART_NOTES ? &plan->notes : &plan->feedback;

		*field += spare < FIELD_MOST - 1 ? spare : FIELD_MOST - 1;
		return;
	}
	if (spare > 2 * (SHOWN_MOST - 1))
		spare = 2 * (SHOWN_MOST - 1);
	plan->notes += (spare + 1) / 2;
	plan->feedback += spare / 2;
}

static struct plan make_plan(const struct review_screen *self)
{
	struct plan plan = { .width = form_width(self) };
	int rows = self->base.body.h, n = (int)self->criteria.n;

	if (review_is_wide(self)) {
		plan.text = rows - 1;
		plan.criteria = n < rows - 8 ? n : largest(rows - 8, 1);
		share_rows(self, &plan, rows - 1);
		return plan;
	}
	/* Two rules; the text keeps what the form does not need, at least a few lines. */
	bool typing = self->part != PART_SCORES;
	int room = rows - 2;
	plan.criteria = n < room - TEXT_LEAST - 4 ? n : largest(room - TEXT_LEAST - 4, 1);
	int form = plan.criteria + 4 + (typing ? 5 : 5);
	if (room > 30)
		form += (room - 30) / 2;
	plan.text = largest(room - form, TEXT_LEAST);
	share_rows(self, &plan, room - plan.text);
	return plan;
}

int review_field_width(const struct review_screen *self)
{
	return form_width(self) - 4 - 1; /* its margins, and the column behind the last letter */
}

void review_layout(struct screen *screen, struct rect body)
{
	struct review_screen *self = review_of(screen);

	(void)body;
	if (!self->read)
		return;
	struct plan plan = make_plan(self);
	int width = review_is_wide(self) ? self->base.body.w / 2 - 2 : self->base.body.w - 2;
	textview_layout(&self->text, width, plan.text);
	textview_set_share(&self->text, self->share);
}

/* "7–10 great", with a mark where the score lies. */
static const char *band_words(
	struct arena *arena, const struct review_screen *self, size_t c, size_t b, bool *here)
{
	const struct criterion *criterion = &self->criteria.rows[c];
	const struct bands *bands = &self->bands[c];
	int64_t score = self->scores[c];

	*here = score >= bands->rows[b].low &&
		(b + 1 == bands->n || score < bands->rows[b + 1].low);
	return jury_band_words(arena, criterion, bands, b);
}

/* Wrapped between bands; returns the rows used. Only measures when `canvas` is NULL. */
static int put_bands(const struct review_screen *self, const struct canvas *canvas, int y, int x,
	int width, int rows, size_t c)
{
	struct arena arena = { 0 };
	int at = 0, row = 0;

	for (size_t b = 0; b < self->bands[c].n; b++) {
		bool here;
		const char *words = band_words(&arena, self, c, b, &here);
		int columns = utf8_columns(words) + 1;

		if (at > 0 && at + columns > width) {
			at = 0;
			row++;
		}
		if (canvas != NULL && row < rows) {
			struct canvas part = canvas_part(canvas, y + row, x + at, 1, width - at);

			canvas_put(&part, 0, 0, STYLE_TITLE, here ? term_glyph(GLYPH_MARK) : "");
			canvas_text(&part, 0, 1, columns - 1, here ? STYLE_TITLE : STYLE_PLAIN,
				ALIGN_LEFT, words);
		}
		at += columns + 1;
	}
	arena_clear(&arena);
	return self->bands[c].n == 0 ? 0 : row + 1;
}

static int name_width(const struct review_screen *self)
{
	int widest = 0;

	for (size_t i = 0; i < self->criteria.n; i++)
		widest = largest(widest, utf8_columns(criterion_name(&self->criteria.rows[i])));
	return widest < NAME_MAX ? widest : NAME_MAX;
}

/* "[ 8 ]"; while digits are typed, as they stand. */
static void put_score(
	const struct review_screen *self, const struct canvas *canvas, int y, int x, size_t c)
{
	bool marked = c == self->current && self->part == PART_SCORES;
	char figure[40], cell[60];

	review_figure(self, c, figure, sizeof(figure));
	if (strcmp(figure, "–") == 0)
		figure[0] = '\0';
	snprintf(cell, sizeof(cell), "[%*s%s]",
		utf8_columns(figure) < 3 ? 3 - utf8_columns(figure) : 0, "", figure);
	canvas_put(canvas, y, x, marked ? STYLE_SELECTED : STYLE_PLAIN, cell);
	if (marked)
		canvas_cursor(canvas, y, x + utf8_columns(cell) - 2);
}

/* One row: name, weight, score, and the bands if all fit; else the one where the score lies. */
static void put_criterion(
	const struct review_screen *self, const struct canvas *canvas, int y, size_t c)
{
	struct arena arena = { 0 };
	bool marked = c == self->current && self->part == PART_SCORES;
	int names = name_width(self), x = 1, rest;

	canvas_put(canvas, y, 0, STYLE_TITLE, marked ? term_glyph(GLYPH_MARK) : "");
	canvas_text(canvas, y, x, names, marked ? STYLE_TITLE : STYLE_PLAIN, ALIGN_LEFT,
		criterion_name(&self->criteria.rows[c]));
	x += names + 1;
	canvas_text(canvas, y, x, WEIGHT, STYLE_QUIET, ALIGN_RIGHT,
		jury_weight_words(&arena, &self->criteria, c));
	x += WEIGHT + 1;
	put_score(self, canvas, y, x, c);
	x += CELL;
	rest = canvas->area.w - x - 1; /* the last column stays free */
	if (put_bands(self, NULL, 0, 0, rest, 1, c) <= 1) {
		put_bands(self, canvas, y, x, rest, 1, c);
	} else {
		for (size_t b = 0; b < self->bands[c].n; b++) {
			bool here;
			const char *words = band_words(&arena, self, c, b, &here);

			if (here)
				canvas_text(
					canvas, y, x + 1, rest - 1, STYLE_PLAIN, ALIGN_LEFT, words);
		}
	}
	arena_clear(&arena);
}

static int put_wrapped(
	const struct canvas *canvas, int y, int rows, enum style style, const char *text)
{
	struct arena arena = { 0 };
	int start = y;

	while (text != NULL && *text != '\0' && y - start < rows) {
		const char *next;
		size_t n = text_wrap(text, canvas->area.w - 3, &next);
		const char *line = arena_bytes(&arena, text, n);

		if (next != NULL && y - start == rows - 1)
			line = arena_printf(&arena, "%s%s", line, term_glyph(GLYPH_ELLIPSIS));
		canvas_put(canvas, y++, 2, style, line);
		text = next;
	}
	arena_clear(&arena);
	return y - start;
}

static int score_end(const struct review_screen *self)
{
	return 1 + name_width(self) + 1 + WEIGHT + 1 + CELL;
}

/* For the criterion that needs most of them, so that nothing moves from one to the next. */
static int help_rows(const struct review_screen *self, int width)
{
	int most = 0;

	for (size_t c = 0; c < self->criteria.n; c++) {
		const char *text = criterion_guidance(&self->criteria.rows[c]);
		int rows = put_bands(self, NULL, 0, 0, width - score_end(self) - 1, 1, c) > 1 ?
				   put_bands(self, NULL, 0, 2, width - 3, 1, c) :
				   0;

		for (; text != NULL && *text != '\0'; rows++)
			(void)text_wrap(text, width - 3, &text);
		most = largest(most, rows);
	}
	return most;
}

/* What the marked criterion asks, and its bands if they did not fit beside it. */
static void put_help(const struct review_screen *self, const struct canvas *canvas, int y, int rows)
{
	const struct criterion *c = &self->criteria.rows[self->current];
	int x = score_end(self), used = 0;

	if (rows <= 0)
		return;
	if (put_bands(self, NULL, 0, 0, canvas->area.w - x - 1, 1, self->current) > 1)
		used = put_bands(self, canvas, y, 2, canvas->area.w - 3, rows, self->current);
	if (used < rows)
		put_wrapped(canvas, y + used, rows - used, STYLE_PLAIN, criterion_guidance(c));
}

static void put_field(const struct review_screen *self, const struct canvas *canvas, int y,
	int rows, enum review_part part)
{
	const struct edit *edit = part == PART_NOTES ? &self->notes : &self->feedback;
	struct canvas field = canvas_part(canvas, y, 2, rows, canvas->area.w - 4);

	if (self->part == part)
		edit_paint(edit, &field, true);
	else
		put_wrapped(canvas, y, rows, STYLE_PLAIN, edit_text(edit));
}

/* The key stands before it, also where it takes two rows. */
static void put_label(
	const struct canvas *canvas, int y, int rows, const char *key, const char *label)
{
	struct canvas beside = canvas_part(canvas, y, 1, rows, canvas->area.w - 1);

	canvas_put(canvas, y, 1, STYLE_HEADING, key);
	put_wrapped(&beside, 0, rows, STYLE_LABEL, label);
}

/* The first criterion shown, so that the marked one is. */
static size_t first_criterion(const struct review_screen *self, int rows)
{
	return self->current >= (size_t)rows ? self->current - (size_t)rows + 1 : 0;
}

static void paint_form(
	const struct review_screen *self, const struct canvas *form, const struct plan *plan)
{
	size_t first = first_criterion(self, plan->criteria);
	int y = 0;

	for (int i = 0; i < plan->criteria && first + (size_t)i < self->criteria.n; i++)
		put_criterion(self, form, y + i, first + (size_t)i);
	y += plan->criteria;
	put_help(self, form, y, plan->help);
	y += plan->help + plan->gap;
	put_label(form, y, plan->label, "k", notes_label(self));
	y += plan->label;
	put_field(self, form, y, plan->notes, PART_NOTES);
	y += plan->notes;
	put_label(form, y, 1, "p",
		submission_kind_of(self->round.kind) != SUBMISSION_KIND_PROBLEM ?
			_("Feedback to the team") :
			_("Feedback to the applicant"));
	put_field(self, form, y + 1, plan->feedback, PART_FEEDBACK);
}

/* In the rule below the text: how far one is, and the key that shows it whole. */
static void paint_more(
	const struct review_screen *self, const struct canvas *body, int y, int width)
{
	struct arena arena = { 0 };
	/* TRANSLATORS: below a text that goes on; %d is how much of it has been shown. */
	const char *words = arena_printf(&arena, _(" v reads it on the whole screen · %d %% "),
		textview_percent(&self->text));
	int columns = utf8_columns(words);

	if (columns + 2 < width)
		canvas_put(body, y, width - columns - 1, STYLE_LABEL, words);
	arena_clear(&arena);
}

static void paint_beside(
	const struct review_screen *self, const struct canvas *body, const struct plan *plan)
{
	int half = body->area.w / 2;
	struct canvas text = canvas_part(body, 1, 1, plan->text, half - 2);
	struct canvas form = canvas_part(body, 1, half + BESIDE, body->area.h - 1, plan->width);

	textview_paint(&self->text, &text, -1);
	for (int y = 1; y < body->area.h; y++)
		canvas_put(body, y, half, STYLE_FAINT, term_glyph(GLYPH_VERTICAL));
	if ((int)self->text.n > plan->text)
		paint_more(self, body, 0, half);
	paint_form(self, &form, plan);
}

static void paint_below(
	const struct review_screen *self, const struct canvas *body, const struct plan *plan)
{
	struct canvas text = canvas_part(body, 1, 1, plan->text, body->area.w - 2);
	int y = 1 + plan->text;
	struct canvas form = canvas_part(body, y + 1, 0, body->area.h - y - 1, body->area.w);

	textview_paint(&self->text, &text, -1);
	canvas_rule(body, y);
	if ((int)self->text.n > plan->text)
		paint_more(self, body, y, body->area.w);
	paint_form(self, &form, plan);
}

void review_paint(const struct screen *screen, const struct canvas *body)
{
	const struct review_screen *self = review_of(screen);

	canvas_rule(body, 0);
	if (!self->read || self->missing || self->criteria.n == 0)
		return;
	struct plan plan = make_plan(self);
	if (review_is_wide(self))
		paint_beside(self, body, &plan);
	else
		paint_below(self, body, &plan);
}
