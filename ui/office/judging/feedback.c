/* SPDX-License-Identifier: MIT
 * What goes to one sender: the jurors' texts by number, and beside them (on a narrow terminal
 * below) the one text that is made of them. */
#include "src/judging/feedback.h"

#include <stdio.h>
#include <string.h>

#include "db/base/utf8.h"
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "ui/office/ask.h"
#include "ui/office/judging/feedback_parts.h"
#include "ui/office/judging/round_stand.h"
#include "ui/office/place.h"
#include "ui/toolkit/letters.h"
#include "ui/toolkit/list.h"

struct feedback_screen {
	struct screen base;
	int64_t id; /* of the item */
	struct arena arena;
	struct feedback_item item;
	struct feedback_progress progress;
	const char *warning;
	char lang[4];            /* of the text that is shown; "": the submission's, at first */
	struct cursor said;      /* among the jurors' texts */
	int scroll;              /* of them, in lines */
	struct page text;        /* what goes to the sender */
	struct rect left, right; /* in the body: without their headings */
};

enum { HEAD_ROWS = 4, WIDE = 76, NUMBER_WIDTH = 4 };

static struct feedback_screen *feedback_of(const struct screen *screen)
{
	return (struct feedback_screen *)screen;
}

static void title(const struct screen *screen, char *out, size_t size)
{
	const struct feedback_screen *self = feedback_of(screen);

	snprintf(out, size, "%s %s", C_("title", "Feedback"),
		self->item.item.code == NULL ? "" : self->item.item.code);
}

static const char *shown_text(const struct feedback_screen *self)
{
	return feedback_text(&self->item.feedback, self->lang);
}

static struct error fill_text(struct feedback_screen *self, struct context *ctx)
{
	const char *text = shown_text(self);

	page_clear(&self->text);
	TRY(feedback_warning(ctx, &self->arena, &self->item, text, &self->warning));
	if (*text == '\0')
		page_styled(&self->text, "", STYLE_QUIET,
			self->item.said.n > 0 ?
				_("Nothing in this language yet. Enter takes the marked text of a "
				  "juror over, e writes one.") :
				_("Nothing in this language yet: e writes it."));
	page_text(&self->text, text);
	return ok();
}

static void layout(struct screen *screen, struct rect body);

static struct error load(struct screen *screen, struct context *ctx)
{
	struct feedback_screen *self = feedback_of(screen);

	arena_clear(&self->arena);
	self->item = (struct feedback_item){ 0 };
	TRY(feedback_get(ctx, &self->arena, self->id, &self->item));
	TRY(feedback_progress(ctx, self->item.round.id, &self->progress));
	if (*self->lang == '\0')
		snprintf(self->lang, sizeof(self->lang), "%s",
			*self->item.item.lang == '\0' ? "fi" : self->item.item.lang);
	TRY(fill_text(self, ctx));
	TRY(stand_in_round(screen, ctx, self->item.round.id, true));
	layout(screen, screen->body);
	return ok();
}

static int warning_rows(const struct feedback_screen *self, int width)
{
	int rows = self->warning == NULL || *self->warning == '\0' ?
			   0 :
			   text_wrap_count(self->warning, width > 1 ? width : 1);

	return rows > 3 ? 3 : rows;
}

/* Lines of a juror's text, with the empty one below. */
static int said_height(const struct feedback_screen *self, size_t i)
{
	int width = self->left.w - NUMBER_WIDTH;

	return text_wrap_count(self->item.said.rows[i].text, width > 1 ? width : 1) + 1;
}

/* So far that all of the marked one is seen, or its beginning. */
static void follow_cursor(struct feedback_screen *self)
{
	int top = 0;

	if (self->said.count == 0)
		return;
	for (size_t i = 0; i < self->said.selected; i++)
		top += said_height(self, i);
	int bottom = top + said_height(self, self->said.selected) - 1;
	if (self->scroll < bottom - self->left.h)
		self->scroll = bottom - self->left.h;
	if (self->scroll > top)
		self->scroll = top;
}

/* Beside each other where there is room, else the jurors' above. */
static void layout(struct screen *screen, struct rect body)
{
	struct feedback_screen *self = feedback_of(screen);
	int room = body.h - HEAD_ROWS > 2 ? body.h - HEAD_ROWS : 2;

	if (body.w >= WIDE) {
		int left = body.w * 9 / 20;

		self->left = (struct rect){ HEAD_ROWS, 1, room, left - 2 };
		self->right = (struct rect){ HEAD_ROWS, left + 1, room, body.w - left - 2 };
	} else {
		int above = (room - 1) / 2;

		self->left = (struct rect){ HEAD_ROWS, 1, above, body.w - 2 };
		self->right =
			(struct rect){ HEAD_ROWS + above + 1, 1, room - above - 1, body.w - 2 };
	}
	int warned = warning_rows(self, self->right.w);
	self->right.h -= warned < self->right.h ? warned : 0;
	cursor_fit(&self->said, self->item.said.n, self->item.said.n);
	follow_cursor(self);
}

static struct canvas pane(const struct canvas *body, const struct rect *at)
{
	return canvas_part(body, at->y, at->x, at->h, at->w);
}

static bool is_taken(const struct feedback_screen *self, size_t i)
{
	return feedback_has(shown_text(self), self->item.said.rows[i].text);
}

static void paint_said(const struct feedback_screen *self, const struct canvas *canvas)
{
	struct arena arena = { 0 };
	int y = -self->scroll, width = canvas->area.w - NUMBER_WIDTH;

	for (size_t i = 0; i < self->item.said.n && y < canvas->area.h; i++) {
		enum style style = i == self->said.selected ? STYLE_SELECTED :
				   is_taken(self, i)        ? STYLE_QUIET :
							      STYLE_PLAIN;
		const char *text = self->item.said.rows[i].text, *next;

		if (y >= 0)
			canvas_put(canvas, y, 0, STYLE_LABEL,
				arena_printf(&arena, "%zu%s", i + 1,
					is_taken(self, i) ? term_glyph(GLYPH_DONE) : ""));
		for (; text != NULL; text = next, y++) {
			size_t n = text_wrap(text, width > 1 ? width : 1, &next);

			if (y >= 0 && y < canvas->area.h)
				canvas_text(canvas, y, NUMBER_WIDTH, width, style, ALIGN_LEFT,
					arena_bytes(&arena, text, n));
		}
		y++;
	}
	arena_clear(&arena);
}

/* Which language is shown, and, ticked, which have a text. */
static void paint_languages(
	const struct feedback_screen *self, const struct canvas *body, int y, int from)
{
	struct arena arena = { 0 };
	const char *lang;
	int x = from;

	for (size_t i = 0; (lang = text_code(WORDS_LANGUAGE, i)) != NULL; i++) {
		bool written = *feedback_text(&self->item.feedback, lang) != '\0';
		enum style style = strcmp(lang, self->lang) == 0 ? STYLE_SELECTED : STYLE_PLAIN;

		x += canvas_put(body, y, x, style,
			arena_printf(&arena, " %s%s ", text_word(WORDS_LANGUAGE, lang),
				written ? term_glyph(GLYPH_DONE) : ""));
	}
	arena_clear(&arena);
}

static const char *cleared_text(const struct feedback *feedback, struct arena *arena)
{
	char day[60];

	if (feedback->cleared == 0)
		return C_("feedback", "not cleared");
	text_day(day_of_time(feedback->cleared), day, sizeof(day));
	/* TRANSLATORS: a date and a person's name. */
	return arena_printf(arena, C_("feedback", "cleared %s, %s"), day, feedback->cleared_by);
}

static void paint_head(const struct feedback_screen *self, const struct canvas *body)
{
	struct arena arena = { 0 };
	const struct item *item = &self->item.item;
	const char *cleared = cleared_text(&self->item.feedback, &arena);
	int right = utf8_columns(cleared);

	int x = canvas_put(body, 0, 1, STYLE_TITLE, item->code) + 2;
	canvas_text(body, 0, x, body->area.w - right - x - 3, STYLE_PLAIN, ALIGN_LEFT, item->title);
	canvas_text(body, 0, body->area.w - right - 1, right,
		self->item.feedback.cleared != 0 ? STYLE_GOOD : STYLE_HEADING, ALIGN_RIGHT,
		cleared);
	feedback_progress_paint(&self->progress, body, 1);
	canvas_rule(body, 2);
	arena_clear(&arena);
}

static void paint_warning(const struct feedback_screen *self, const struct canvas *body)
{
	struct arena arena = { 0 };
	const char *text = self->warning, *next;
	int rows = warning_rows(self, self->right.w), y = self->right.y + self->right.h;

	for (int i = 0; i < rows && text != NULL; i++, text = next)
		canvas_put(body, y + i, self->right.x, STYLE_ALERT,
			arena_bytes(&arena, text, text_wrap(text, self->right.w, &next)));
	arena_clear(&arena);
}

static void paint(const struct screen *screen, const struct canvas *body)
{
	const struct feedback_screen *self = feedback_of(screen);

	if (self->item.item.code == NULL)
		return;
	struct canvas left = pane(body, &self->left), right = pane(body, &self->right);
	paint_head(self, body);
	canvas_put(body, self->left.y - 1, self->left.x, STYLE_HEADING,
		C_("heading", "What jurors wrote"));
	if (self->item.said.n == 0)
		canvas_put(&left, 0, 0, STYLE_QUIET, _("No juror wrote to the sender."));
	paint_said(self, &left);
	for (int y = self->left.y - 1; body->area.w >= WIDE && y < body->area.h; y++)
		canvas_put(body, y, self->right.x - 2, STYLE_FAINT, term_glyph(GLYPH_VERTICAL));
	paint_languages(self, body, self->right.y - 1, self->right.x - 1);
	page_paint(&self->text, &right);
	paint_warning(self, body);
}

static bool key(struct ui *ui, struct screen *screen, int pressed)
{
	struct feedback_screen *self = feedback_of(screen);

	(void)ui;
	if (pressed == K_UP || pressed == K_DOWN) {
		cursor_key(&self->said, pressed);
		follow_cursor(self);
		return true;
	}
	return page_key(&self->text, pressed, self->right.h, self->right.w);
}

static const char *not_yet(const struct screen *screen, const struct context *ctx)
{
	const struct feedback_screen *self = feedback_of(screen);

	(void)ctx;
	return self->item.round.state == NULL ? NULL : feedback_blocked(&self->item.round);
}

static const char *nothing_said(const struct screen *screen, const struct context *ctx)
{
	const char *why = not_yet(screen, ctx);

	return why != NULL                          ? why :
	       feedback_of(screen)->item.said.n > 0 ? NULL :
						      N_("No juror wrote to the sender.");
}

static void on_take(struct ui *ui, struct screen *screen)
{
	struct feedback_screen *self = feedback_of(screen);

	if (ui_report(ui,
		    feedback_take(ui->ctx, self->id, (int64_t)self->said.selected + 1, self->lang,
			    self->item.feedback.v),
		    _("Taken over, as a paragraph of its own. e changes it.")))
		cursor_key(&self->said, K_DOWN);
	screen->stale = true;
}

struct writing {
	int64_t id, v;
	const char *lang;
};

static const char hint[] =
	N_("What the sender gets to read. Without names of jurors and without scores.");
static const struct form_field text_fields[][1] = {
	{ { .name = "feedback_fi", .lines = 12, .hint = hint } },
	{ { .name = "feedback_sv", .lines = 12, .hint = hint } },
	{ { .name = "feedback_en", .lines = 12, .hint = hint } },
};

static struct error fill_form(struct context *ctx, struct form *form, void *arg)
{
	struct writing *writing = arg;
	struct arena arena = { 0 };
	struct feedback_item item;
	struct error e = feedback_get(ctx, &arena, writing->id, &item);

	if (e.code == E_OK) {
		writing->v = item.feedback.v;
		form_set(form, 0, feedback_text(&item.feedback, writing->lang));
	}
	arena_clear(&arena);
	return e;
}

static struct error save_form(struct ui *ui, struct form *form, void *arg)
{
	const struct writing *writing = arg;

	return feedback_set(ui->ctx, writing->id, writing->lang, form_get(form, 0), writing->v);
}

/* One a language, in their order. */
static const char heading[] = NC_("title", "Feedback");
static const char about_text[] = N_("One text for the sender, of what the jurors wrote.");
static const struct form_def text_defs[] = {
	{ heading, about_text, text_fields[0], 1, fill_form, save_form,
		.record = &record_of_feedback },
	{ heading, about_text, text_fields[1], 1, fill_form, save_form,
		.record = &record_of_feedback },
	{ heading, about_text, text_fields[2], 1, fill_form, save_form,
		.record = &record_of_feedback },
};

static void on_edit(struct ui *ui, struct screen *screen)
{
	struct feedback_screen *self = feedback_of(screen);
	struct writing writing = { .id = self->id, .lang = self->lang };
	struct arena arena = { 0 };
	const char *code = arena_text(&arena, self->item.item.code);
	const char *about = arena_text(&arena, self->item.item.title);

	if (form_run_about(
		    ui, &text_defs[language_of(self->lang) - LANGUAGE_FI], &writing, code, about))
		ui_say(ui, "%s", _("Saved."));
	screen->stale = true;
	arena_clear(&arena);
}

static void on_language(struct ui *ui, struct screen *screen)
{
	struct feedback_screen *self = feedback_of(screen);
	size_t i = 0;

	(void)ui;
	while (strcmp(text_code(WORDS_LANGUAGE, i), self->lang) != 0)
		i++;
	const char *next = text_code(WORDS_LANGUAGE, i + 1);
	snprintf(self->lang, sizeof(self->lang), "%s",
		next == NULL ? text_code(WORDS_LANGUAGE, 0) : next);
	self->text.scroll = 0;
	screen->stale = true;
}

/* On to another item of the round, from its beginning and in its own language. */
static void go_to(struct screen *screen, int64_t id)
{
	struct feedback_screen *self = feedback_of(screen);

	self->id = id;
	*self->lang = '\0';
	self->scroll = self->text.scroll = 0;
	cursor_go(&self->said, 0);
	if (screen->from != NULL)
		list_select(screen->from, id);
}

static void on_clear(struct ui *ui, struct screen *screen)
{
	struct feedback_screen *self = feedback_of(screen);
	int64_t next =
		feedback_clear_and_go(ui, self->item.round.id, self->id, self->item.feedback.v);

	if (next != 0)
		go_to(screen, next);
	screen->stale = true;
}

static void on_unclear(struct ui *ui, struct screen *screen)
{
	feedback_take_clearing_back(ui, feedback_of(screen)->id);
	screen->stale = true;
}

static int64_t selected(const struct screen *screen)
{
	return feedback_of(screen)->id;
}

static void on_close(struct screen *screen)
{
	page_clear(&feedback_of(screen)->text);
	arena_clear(&feedback_of(screen)->arena);
}

static const struct command commands[] = {
	{ .keys = { K_ENTER },
		.action = ACT_FEEDBACK,
		.label = NC_("command", "take over"),
		.help = N_("Take the marked text of a juror over, as the last paragraph"),
		.blocked = nothing_said,
		.run = on_take },
	{ .keys = { K_EDIT },
		.action = ACT_FEEDBACK,
		.label = NC_("command", "write"),
		.help = N_("Write or change the text for the sender"),
		.blocked = not_yet,
		.run = on_edit },
	{ .keys = { 'l' },
		.action = ACT_COUNT,
		.label = NC_("command", "language"),
		.help = N_("The text in the next language"),
		.run = on_language },
	{ .keys = { K_SETTLE },
		.action = ACT_FEEDBACK,
		.label = NC_("command", "cleared"),
		.help = N_("It was read and can go; on to the next that is not cleared"),
		.blocked = not_yet,
		.run = on_clear },
	{ .keys = { K_TAKE_BACK },
		.action = ACT_FEEDBACK,
		.label = NC_("command", "take back"),
		.help = N_("It is not cleared after all"),
		.blocked = not_yet,
		.run = on_unclear,
		.quiet = true },
	{ .keys = { K_RIGHT },
		.action = ACT_COUNT,
		.label = NC_("command", "next record"),
		.help = N_("The next record in the list that this one was opened from"),
		.blocked = list_no_neighbour,
		.run = list_on_next,
		.quiet = true },
	{ .keys = { K_LEFT },
		.action = ACT_COUNT,
		.label = NC_("command", "record before"),
		.help = N_("The record before this one in that list"),
		.blocked = list_no_neighbour,
		.run = list_on_before,
		.quiet = true },
};

static const struct screen_ops ops = {
	.size = sizeof(struct feedback_screen),
	.title = title,
	.help = N_(
		"What the jurors wrote to this sender, by number and without their names, and the "
		"one text that goes to the sender. ↑ and ↓ choose a juror's text, Enter takes it "
		"over; Page Up and Page Down scroll the text. Names of people, addresses and "
		"scores in it are shown below: a hint, nothing more."),
	.commands = { commands, LEN(commands) },
	.watches = CHANGED_ROUNDS | CHANGED_REVIEWS,
	.load = load,
	.layout = layout,
	.paint = paint,
	.key = key,
	.selected = selected,
	.close = on_close,
};

static struct screen *open_feedback(struct ui *ui, const struct target *to)
{
	struct screen *screen = screen_new(ui, &ops);

	feedback_of(screen)->id = to->id;
	return screen;
}

const struct place_row feedback_place = {
	.open = open_feedback,
};
