/* SPDX-License-Identifier: MIT */
#include "ui/toolkit/frame.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db/base/utf8.h"
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "ui/toolkit/crumbs.h"

enum { ROW_TITLE, ROW_RIBBON, ROW_RULE, ROW_BODY, PHASES = 6, TITLE_GAPS = 3 };

static int hint_lines(const struct ui *ui)
{
	return ui->places->hint_lines > 1 ? ui->places->hint_lines : 1;
}

/* Without phases the body begins below the title. The status line and the hints are below. */
struct rect frame_body(const struct screen *screen)
{
	int top = screen->ui->places->phase == NULL ? ROW_TITLE + 1 : ROW_BODY;

	return (struct rect){ top, 0, term_rows() - top - 1 - hint_lines(screen->ui),
		term_columns() };
}

static struct canvas whole(void)
{
	return (struct canvas){ { 0, 0, term_rows(), term_columns() } };
}

static int current_phase(const struct ui *ui)
{
	for (size_t i = ui->depth; i-- > 0;) {
		if (ui->stack[i]->place != 0)
			return ui->stack[i]->place;
		if (ui->stack[i]->ops->phase != 0)
			return ui->stack[i]->ops->phase;
	}
	return 0;
}

const char *frame_mark(const struct context *ctx, struct arena *arena, bool dated)
{
	char day[40];

	if (ctx->rehearsal)
		/* TRANSLATORS: in the title line of a copy in which everything may be tried. */
		return C_("title line", "REHEARSAL");
	if (!ctx->demo)
		return "";
	if (!dated)
		/* TRANSLATORS: in the title line of a demonstration, where there is no room for its
		 * date. */
		return C_("title line", "DEMO");
	text_day(day_of_time(context_now(ctx)), day, sizeof(day));
	/* TRANSLATORS: in the title line of a demonstration, with its date: "DEMO 11.12.2019". */
	return arena_printf(arena, _("DEMO %s"), day);
}

static const char *clock_mark(const struct ui *ui)
{
	/* TRANSLATORS: in the title line while a jump of the clock waits to be accepted. */
	return ui->ctx->time_waits ? C_("title line", "CLOCK? ") : "";
}

/* "● DEMO 11.12.2019  Aino Malli · fi", with less of it where there is no room: first the date
 * goes, then the name. */
static const char *right_words(const struct ui *ui, struct arena *arena, bool dated, bool named)
{
	const char *mark = ui->changed_by_others ? term_glyph(GLYPH_CHANGED) : "";
	const char *name = ui->ctx->account.name == NULL || !named ? "" : ui->ctx->account.name;

	return arena_printf(arena, "%s%s%s%s%s%s%s%s", mark, *mark != '\0' ? " " : "",
		clock_mark(ui), frame_mark(ui->ctx, arena, dated),
		ui->ctx->demo || ui->ctx->rehearsal ? "  " : "", name, named ? " · " : "",
		i18n_lang());
}

/* Half of the line is for the way to the place, and more if it needs what the date has. */
static const char *right_side(struct ui *ui, struct arena *arena, int width)
{
	const char *text = right_words(ui, arena, true, true);
	int left = width - utf8_columns(text) - TITLE_GAPS;

	if (left < width / 2 - TITLE_GAPS || utf8_columns(crumbs_text(ui, arena, left)) > left)
		text = right_words(ui, arena, false, true);
	return utf8_columns(text) > width / 2 ? right_words(ui, arena, false, false) : text;
}

static void paint_title(struct ui *ui, const struct canvas *all)
{
	struct arena arena = { 0 };
	const char *right = right_side(ui, &arena, all->area.w);
	int width = utf8_columns(right);

	if (width > all->area.w / 2)
		width = all->area.w / 2;
	int left = all->area.w - width - TITLE_GAPS;
	canvas_text(
		all, ROW_TITLE, 1, left, STYLE_TITLE, ALIGN_LEFT, crumbs_text(ui, &arena, left));
	canvas_text(
		all, ROW_TITLE, all->area.w - width - 1, width, STYLE_PLAIN, ALIGN_RIGHT, right);
	arena_clear(&arena);
}

static int part_width(const char *name, bool with_name)
{
	return with_name ? 3 + utf8_columns(name) : 2;
}

/* Which phases keep their names: those farthest from the present one lose theirs first. */
static void choose_names(const char *const names[PHASES + 1], int present, int width, bool named[])
{
	int used = 0;

	for (int i = 0; i <= PHASES; i++) {
		named[i] = true;
		used += part_width(names[i], true) + 2;
	}
	while (used > width) {
		int farthest = -1;

		for (int i = 0; i <= PHASES; i++)
			if (named[i] && i != present &&
				(farthest < 0 || abs(i - present) >= abs(farthest - present)))
				farthest = i;
		if (farthest < 0)
			return;
		named[farthest] = false;
		used -= part_width(names[farthest], true) - part_width("", false);
	}
}

static void paint_ribbon(struct ui *ui, const struct canvas *all)
{
	const char *names[PHASES + 1] = { C_("place", "Desk") };
	bool named[PHASES + 1];
	int present = current_phase(ui), x = 1;

	for (int i = 0; i < PHASES; i++)
		names[i + 1] = text_word(WORDS_PHASE, text_code(WORDS_PHASE, (size_t)i));
	choose_names(names, present, all->area.w - 1, named);
	for (int i = 0; i <= PHASES; i++) {
		char part[80];

		snprintf(part, sizeof(part), "%s%d%s%s",
			i == 0 ? "" : term_glyph(ui->states[i - 1]), i, named[i] ? " " : "",
			named[i] ? names[i] : "");
		x += canvas_put(
			all, ROW_RIBBON, x, i == present ? STYLE_SELECTED : STYLE_PLAIN, part);
		x += 2;
	}
}

enum { HINTS_MAX = 60 };

struct hint {
	char text[60];
	size_t key; /* so many bytes of it are the key's name */
	bool blocked, shown;
	int line;
};

struct hints {
	struct hint rows[HINTS_MAX];
	size_t n;
};

/* Where rows are marked, what can be done to them has the line for itself. */
static bool is_for_marks(const struct command *command)
{
	return command->keys[0] == ' ' || command->keys[0] == K_ESC ||
	       (command->act != NULL && command->act->many != NULL);
}

static void add_hints(struct ui *ui, struct hints *hints, struct commands commands)
{
	const struct screen *screen = ui->stack[ui->depth - 1];
	char name[16];

	for (size_t i = 0; i < commands.n && hints->n < HINTS_MAX; i++) {
		const struct command *command = &commands.rows[i];
		struct hint *hint = &hints->rows[hints->n];

		if ((screen->marks.n == 0 ? command->quiet : !is_for_marks(command)) ||
			(screen->hints == NULL && screen->typing && command->keys[0] >= ' '))
			continue;
		const char *key = command->written != NULL ?
					  command->written :
					  key_words(command->keys[0], name, sizeof(name));

		hint->key = strlen(key);
		snprintf(hint->text, sizeof(hint->text), "%s %s", key,
			i18n_lookup("command", command->label));
		hint->blocked = command_blocked(command, screen, ui->ctx) != NULL;
		hints->n++;
	}
}

/* The most common come first. A list's first command, opening a row, is the most common of all. */
static void collect_hints(struct ui *ui, struct hints *hints)
{
	const struct screen *screen = ui->stack[ui->depth - 1];
	static const struct command back[] = {
		{ .keys = { K_ESC }, .action = ACT_COUNT, .label = NC_("command", "back") },
	};
	static const struct command unmark[] = {
		{ .keys = { K_ESC }, .action = ACT_COUNT, .label = NC_("command", "unmark all") },
	};
	const struct commands none = { 0 };
	const struct commands *shared = screen->ops->shared == NULL ? &none : screen->ops->shared;
	size_t first = shared->n == 0 ? 0 : screen->ops->leading > 0 ? screen->ops->leading : 1;

	if (screen->hints != NULL) {
		add_hints(ui, hints, *screen->hints);
		return;
	}
	add_hints(ui, hints, (struct commands){ shared->rows, first });
	add_hints(ui, hints, screen->ops->commands);
	if (first > 0)
		add_hints(ui, hints, (struct commands){ shared->rows + first, shared->n - first });
	if (screen->typing || screen->ops->overlay)
		return;
	if (screen->marks.n > 0)
		add_hints(ui, hints, (struct commands){ unmark, LEN(unmark) });
	else if (ui->depth > 1)
		add_hints(ui, hints, (struct commands){ back, LEN(back) });
	add_hints(ui, hints, ui->places->global);
}

/* What is possible now gets the room first; the rest follows where there is room left, if it can be
 * told from that by being dim. The last line keeps room for the key of the help. */
static void choose_hints(struct hints *hints, int lines, int width, int help)
{
	int line = 0, room = width - (lines == 1 ? help : 0);

	for (int blocked = 0; blocked <= (term_has_colors() ? 1 : 0); blocked++)
		for (size_t i = 0; i < hints->n; i++) {
			struct hint *hint = &hints->rows[i];
			int columns = utf8_columns(hint->text) + 2;

			if (hint->blocked != (blocked == 1))
				continue;
			if (columns > room && ++line == lines)
				return;
			if (columns > room)
				room = width - (line == lines - 1 ? help : 0);
			hint->line = line;
			hint->shown = true;
			room -= columns;
		}
}

/* The key stands out from its words. Returns the columns used. */
static int paint_hint(const struct canvas *all, int y, int x, const struct hint *hint)
{
	char key[sizeof(hint->text)];

	if (hint->blocked)
		return canvas_put(all, y, x, STYLE_FAINT, hint->text);
	snprintf(key, sizeof(key), "%.*s", (int)hint->key, hint->text);
	int used = canvas_put(all, y, x, STYLE_KEY, key);
	return used + canvas_put(all, y, x + used, STYLE_PLAIN, hint->text + strlen(key));
}

static void paint_hints(struct ui *ui, const struct canvas *all)
{
	const struct screen *screen = ui->stack[ui->depth - 1];
	struct hints hints = { 0 };
	int lines = hint_lines(ui), y = all->area.h - lines, x = 1;
	struct hint help = { .key = 1 };

	snprintf(help.text, sizeof(help.text), "? %s", C_("command", "help"));
	collect_hints(ui, &hints);
	choose_hints(&hints, lines, all->area.w, screen->typing ? 0 : utf8_columns(help.text) + 1);
	for (int line = 0; line < lines; line++, y++) {
		x = 1;
		for (size_t i = 0; i < hints.n; i++)
			if (hints.rows[i].shown && hints.rows[i].line == line)
				x += paint_hint(all, y, x, &hints.rows[i]) + 2;
	}
	if (!screen->typing)
		paint_hint(all, all->area.h - 1, x, &help);
}

void frame_paint(struct ui *ui)
{
	struct canvas all = whole();

	paint_title(ui, &all);
	if (ui->places->phase == NULL)
		return;
	paint_ribbon(ui, &all);
	canvas_rule(&all, ROW_RULE);
}

/* A message that does not fit its line takes the hints' too, which come back with the next key;
 * only what is still longer grows upwards over the body: it must be readable whole. */
static void paint_message(
	const struct canvas *all, int y, enum style style, const char *mark, const char *message)
{
	struct arena arena = { 0 };
	int width = all->area.w - 2;
	const char *text = arena_printf(&arena, "%s%s", mark, message);
	int lines = text_wrap_count(text, width), room = all->area.h - y;
	int line = lines <= room ? y : all->area.h - lines;

	if (lines > 1)
		canvas_fill(all, y, 0, room, all->area.w, STYLE_PLAIN);
	while (text != NULL && line < all->area.h) {
		const char *next;
		size_t n = text_wrap(text, width, &next);

		canvas_text(all, line++, 1, width, style, ALIGN_LEFT, arena_bytes(&arena, text, n));
		text = next;
	}
	arena_clear(&arena);
}

void frame_paint_message(const struct ui *ui, const char *message)
{
	struct canvas all = whole();
	int y = all.area.h - 1 - hint_lines(ui);

	canvas_fill(&all, y, 0, 1, all.area.w, STYLE_PLAIN);
	paint_message(&all, y, STYLE_GOOD, "", message);
}

void frame_paint_status(struct ui *ui)
{
	struct canvas all = whole();
	const struct screen *screen = crumbs_ground(ui);
	char status[300] = "";
	int y = all.area.h - 1 - hint_lines(ui), x = 1;

	if (screen->ops->status != NULL)
		screen->ops->status(screen, status, sizeof(status));
	paint_hints(ui, &all);
	if (ui->message[0] != '\0') {
		const char *mark = ui->is_error ? "! " : "";
		enum style style = ui->is_error ? STYLE_ALERT : STYLE_GOOD;

		paint_message(&all, y, style, mark, ui->message);
	} else {
		canvas_text(&all, y, x, all.area.w - x, STYLE_QUIET, ALIGN_LEFT, status);
	}
}
