/* SPDX-License-Identifier: MIT
 * Searching everything by any word, while it is typed. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/roof/lookup.h"
#include "ui/office/place.h"
#include "ui/toolkit/cursor.h"
#include "ui/toolkit/edit.h"

enum { HITS_MAX = 200, LINE_ROWS = 2 };

struct search {
	struct screen base;
	struct edit words;
	struct arena arena;
	struct founds founds;
	struct cursor cursor;
};

static struct search *search_of(const struct screen *screen)
{
	return (struct search *)screen;
}

static void title(const struct screen *screen, char *out, size_t size)
{
	(void)screen;
	snprintf(out, size, "%s", C_("title", "Search everything"));
}

static void layout(struct screen *screen, struct rect body)
{
	struct search *self = search_of(screen);
	int height = body.h - LINE_ROWS;

	cursor_fit(&self->cursor, self->founds.n, (size_t)(height > 0 ? height : 0));
}

static struct error load(struct screen *screen, struct context *ctx)
{
	struct search *self = search_of(screen);

	arena_clear(&self->arena);
	self->founds = (struct founds){ 0 };
	struct error e =
		lookup(ctx, &self->arena, edit_text(&self->words), HITS_MAX, &self->founds);
	layout(screen, screen->body);
	return e;
}

static void paint(const struct screen *screen, const struct canvas *body)
{
	const struct search *self = search_of(screen);
	struct canvas line = canvas_part(body, 0, 3, 1, body->area.w - 4);

	canvas_put(body, 0, 1, STYLE_HEADING, "/");
	edit_paint(&self->words, &line, true);
	if (self->founds.n == 0)
		canvas_text(body, LINE_ROWS, 3, body->area.w - 4, STYLE_QUIET, ALIGN_LEFT,
			*edit_text(&self->words) == '\0' ?
				_("Type any word of a problem, person, municipality or note, or its "
				  "beginning.") :
				_("Nothing has this word."));
	for (size_t i = 0; i < self->cursor.height && self->cursor.top + i < self->founds.n; i++) {
		size_t at = self->cursor.top + i;
		const struct found *f = &self->founds.rows[at];
		enum style style = at == self->cursor.selected ? STYLE_SELECTED : STYLE_PLAIN;
		int y = LINE_ROWS + (int)i;

		canvas_text(body, y, 0, 2, style, ALIGN_LEFT,
			at == self->cursor.selected ? term_glyph(GLYPH_MARK) : "");
		canvas_text(body, y, 2, 14, style, ALIGN_LEFT, kind_word(f->kind));
		canvas_text(body, y, 17, 8, style, ALIGN_LEFT, f->code);
		canvas_text(body, y, 25, body->area.w - 26, style, ALIGN_LEFT, f->title);
	}
}

/* A note leads to what it is about, where it stands among the rest. */
static void open_selected(struct ui *ui, const struct found *f)
{
	struct arena arena = { 0 };
	struct found about;

	if (f->kind == KIND_NOTE && lookup_code(ui->ctx, &arena, f->code, &about).code == E_OK)
		record_open(ui, about.kind, about.id);
	else
		record_open(ui, f->kind, f->id);
	arena_clear(&arena);
}

static bool on_key(struct ui *ui, struct screen *screen, int key)
{
	struct search *self = search_of(screen);

	if (key == K_ENTER && self->founds.n == 0)
		return false;
	if (key == K_ENTER) {
		open_selected(ui, &self->founds.rows[self->cursor.selected]);
		return true;
	}
	if (key == K_UP || key == K_DOWN || key == K_PAGE_UP || key == K_PAGE_DOWN)
		return cursor_key(&self->cursor, key);
	if (!edit_key(&self->words, key, screen->body.w - 5))
		return false;
	screen->stale = true;
	cursor_go(&self->cursor, 0);
	return true;
}

/* There is no `leave`: a word to search by is nothing that could be saved, so Esc lets it go. */
static void on_close(struct screen *screen)
{
	edit_clear(&search_of(screen)->words);
	arena_clear(&search_of(screen)->arena);
}

static void nothing(struct ui *ui, struct screen *screen)
{
	(void)ui;
	(void)screen;
}

static const struct command commands[] = {
	{ .keys = { K_ENTER },
		.action = ACT_COUNT,
		.label = NC_("command", "open"),
		.help = N_("Open the selected record"),
		.run = nothing },
	{ .keys = { K_ESC },
		.action = ACT_COUNT,
		.label = NC_("command", "back"),
		.help = N_("Go back"),
		.run = nothing },
};

static const struct screen_ops ops = {
	.size = sizeof(struct search),
	.title = title,
	.help = N_(
		"Finds whole words and their beginnings in problems, people, organizations, "
		"municipalities, challenges, teams, sessions, questions, contracts and contact notes."),
	.commands = { commands, LEN(commands) },
	.watches = CHANGED_SUBMISSIONS | CHANGED_REGISTERS | CHANGED_CHALLENGES | CHANGED_NOTES |
		   CHANGED_TEAMS | CHANGED_MENTORING | CHANGED_MONEY,
	.load = load,
	.layout = layout,
	.paint = paint,
	.key = on_key,
	.close = on_close,
	.typing = true,
};

static struct screen *open_search(struct ui *ui, const struct target *to)
{
	struct screen *screen = screen_new(ui, &ops);

	(void)to;
	edit_init(&search_of(screen)->words, "", false, 100);
	return screen;
}

const struct place_row search_place = {
	.open = open_search,
};
