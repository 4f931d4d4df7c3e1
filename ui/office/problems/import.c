/* SPDX-License-Identifier: MIT
 * Importing a file, after it was chosen: one screen whose list is that of the step. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db/base/utf8.h"
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "ui/office/place.h"
#include "ui/office/problems/importing.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/export.h"
#include "ui/toolkit/letters.h"

enum { WORDS_ROWS = 6 };

static void title(const struct screen *screen, char *out, size_t size)
{
	const struct importing *self = importing_of(screen);
	const char *slash = strrchr(self->path, '/');
	struct arena arena = { 0 };
	const char *name = slash == NULL ? self->path : slash + 1;

	snprintf(out, size, "%s", utf8_visible(&arena, name, strlen(name), TEXT_LINE));
	arena_clear(&arena);
}

static struct error load(struct screen *screen, struct context *ctx)
{
	struct importing *self = importing_of(screen);

	if (self->step == STEP_DONE)
		TRY(import_count_saved(self, ctx));
	return list_load(screen, ctx);
}

static struct error prepare(struct screen *screen, struct context *ctx)
{
	struct importing *self = importing_of(screen);
	int64_t id = self->step == STEP_ROWS ? list_selected(screen) : 0;

	if (self->step == STEP_ROWS && id != self->words_of) {
		arena_clear(&self->arena);
		self->reading_count = 0;
		if (id != 0)
			import_row_words(ctx, &self->arena, &self->import,
				&self->import.rows[id - 1], &self->words);
		self->words_of = id;
	}
	return list_prepare(screen, ctx);
}

static void paint(const struct screen *screen, const struct canvas *body)
{
	const struct importing *self = importing_of(screen);

	import_paint_head(self, body);
	list_paint(screen, body);
	import_paint_foot(self, body);
}

static bool key(struct ui *ui, struct screen *screen, int key)
{
	struct importing *self = importing_of(screen);

	if (key != K_ESC || screen->typing || screen->marks.n > 0)
		return list_key(ui, screen, key);
	if (self->step == STEP_DONE)
		import_leave(ui, screen);
	if (self->step == STEP_DONE || self->step == STEP_TEXT)
		return self->step == STEP_DONE;
	import_go(screen, self->step - 1);
	return true;
}

/* What was decided of the rows is nowhere yet. */
static bool leave(struct ui *ui, struct screen *screen)
{
	const struct importing *self = importing_of(screen);

	return ui->leaving || self->step == STEP_DONE || self->import.said_count == 0 ||
	       ui_ask_left(ui, false) == LEFT_DISCARD;
}

static void on_close(struct screen *screen)
{
	struct importing *self = importing_of(screen);

	import_clear(&self->import);
	arena_clear(&self->arena);
	free(self->path);
	free(self->kind);
	list_close(screen);
}

static void on_enter(struct ui *ui, struct screen *screen)
{
	static void (*const enter[])(struct ui *, struct screen *) = {
		[STEP_TEXT] = import_text_enter,
		[STEP_COLUMNS] = import_columns_enter,
		[STEP_ROWS] = import_rows_enter,
		[STEP_DONE] = import_done_enter,
	};

	enter[importing_of(screen)->step](ui, screen);
}

static const char *cannot_go_on(const struct screen *screen, const struct context *ctx)
{
	return importing_of(screen)->step == STEP_ROWS ? import_nothing_good(screen, ctx) : NULL;
}

/* The same in every step. */
static const struct command shared_commands[] = {
	{ .keys = { K_ENTER },
		.action = ACT_COUNT,
		.label = NC_("command", "go on"),
		.help = N_("Go on; where something is to be said first, say it. Esc goes back a "
			   "step"),
		.blocked = cannot_go_on,
		.run = on_enter },
	{ .keys = { '/' },
		.action = ACT_COUNT,
		.label = NC_("command", "search"),
		.help = N_("Search in this list while typing; arrows go to the next match"),
		.blocked = needs_record,
		.run = list_search },
	{ .keys = { K_EXPORT },
		.action = ACT_EXPORT,
		.label = NC_("command", "export"),
		.help = N_("Export the list as CSV for a spreadsheet"),
		.blocked = needs_record,
		.run = export_list },
};
static const struct commands shared = { shared_commands, LEN(shared_commands) };

static const struct screen_ops ops = {
	.size = sizeof(struct importing),
	.title = title,
	.shared = &shared,
	.load = load,
	.layout = list_layout,
	.prepare = prepare,
	.paint = paint,
	.key = key,
	.selected = list_selected,
	.leave = leave,
	.close = on_close,
};

/* What differs from step to step. */
static const struct import_part parts[] = {
	[STEP_TEXT] = { &import_text_source, &import_text_commands, WORDS_ROWS,
		N_("How the file reads, and why so. Where letters look wrong, m chooses another "
		   "character set. Nothing is saved yet.") },
	[STEP_COLUMNS] = { &import_columns_source, &import_columns_commands, 0,
		N_("Which column of the file is what. Those that are not imported stand out.") },
	[STEP_ROWS] = { &import_rows_source, &import_rows_commands, WORDS_ROWS,
		N_("The rows that are not simply good, and what can be said of them. What is left "
		   "undecided waits in a list of its own after the import.") },
	[STEP_DONE] = { &import_done_source, &import_done_commands, 0,
		N_("What became of the file's rows.") },
};

/* The target's text is the kind and the path, with a line end between. NULL, with a message, if the
 * file cannot be read. */
static struct screen *open_steps(struct ui *ui, const struct target *to)
{
	struct screen *screen = screen_new(ui, &ops);
	struct importing *self = importing_of(screen);
	const char *path = strchr(to->text, '\n');

	self->kind = xstrdup(to->text);
	self->kind[path - to->text] = '\0';
	self->path = xstrdup(path + 1);
	self->parts = parts;
	self->ops = ops;
	screen->ops = &self->ops;
	screen->place = import_phase(self->kind);
	list_init(&self->list, &import_text_source);
	self->list.list.top_rows = IMPORT_HEAD;
	struct error e = import_read(self, ui->ctx);
	if (e.code != E_OK) {
		ui_complain(ui, e);
		on_close(screen);
		free(screen);
		return NULL;
	}
	import_go(screen, STEP_TEXT);
	return screen;
}

const struct place_row import_steps_place = {
	.open = open_steps,
};
