/* SPDX-License-Identifier: MIT
 * Importing a file, after it was chosen: one screen whose list is that of the step. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db/base/utf8.h"
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "ui/office/problems/importing.h"
#include "ui/office/registers/known.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/export.h"

enum { WORDS_ROWS = 6 };

struct error import_read(struct importing *self, struct context *ctx)
{
	const char *maps[MAPS_COUNT];
	struct table_options options = {
		.charset = *self->asked.charset == '\0' ? NULL : self->asked.charset,
		.delimiter = *self->asked.delimiter == '\0' ? NULL : self->asked.delimiter,
		.sheet = *self->asked.sheet == '\0' ? NULL : self->asked.sheet,
		.sheets = self->sheets,
		.maps = maps,
		.map_count = self->asked.map_count,
		.keep_unmapped = true,
		.heading_row = self->asked.heading_row,
		.without = self->asked.without,
		.without_count = self->asked.without_count,
		.date_order = self->date_order
	};

	for (size_t i = 0; i < self->asked.map_count; i++)
		maps[i] = self->asked.maps[i];
	import_clear(&self->import);
	struct error e = import_prepare(ctx, self->kind, self->path, &options, &self->import);
	self->needs_sheet = e.code == E_SHEET;
	self->missing = e.code == E_NO_COLUMN ? e.field : NULL;
	self->may_be_missing = e.low != 0;
	import_find_readings(self);
	self->read = e.code == E_OK || self->needs_sheet || self->missing != NULL;
	return self->read ? ok() : e;
}

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

	if (!self->read)
		TRY(import_read(self, ctx));
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
		screen_close(self->chooser);
	if (self->step == STEP_DONE || self->step == STEP_TEXT)
		return false;
	import_go(screen, self->step - 1);
	return true;
}

static void on_close(struct screen *screen)
{
	struct importing *self = importing_of(screen);

	import_clear(&self->import);
	arena_clear(&self->arena);
	free(self->path);
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
	{ .keys = { 'x' },
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
	.close = on_close,
};

/* What differs from step to step. */
static const struct {
	const struct list_source *source;
	const struct commands *commands;
	int bottom;
	const char *help;
} steps[] = {
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

void import_go(struct screen *screen, enum import_step step)
{
	struct importing *self = importing_of(screen);

	self->step = step;
	self->ops.commands = *steps[step].commands;
	self->ops.help = steps[step].help;
	self->list.list.source = steps[step].source;
	self->list.list.bottom_rows = steps[step].bottom;
	self->words_of = 0;
	if (step == STEP_TEXT)
		import_find_readings(self);
	id_list_clear(&self->list.list.ids);
	cursor_go(&self->list.list.cursor, 0);
	list_layout(screen, screen->body);
	screen->stale = true;
}

struct screen *import_steps(struct ui *ui, const char *kind, const char *path)
{
	struct screen *screen = screen_new(ui, &ops);
	struct importing *self = importing_of(screen);

	self->kind = kind;
	self->path = xstrdup(path);
	self->ops = ops;
	screen->ops = &self->ops;
	list_init(&self->list, steps[STEP_TEXT].source);
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

/* After an import nobody would read many names in one line. */
static void tell_known_names(struct ui *ui, int64_t so_far)
{
	struct arena arena = { 0 };
	const char *names = known_names(ui, &arena, so_far);

	if (*names != '\0')
		ui_tell(ui, C_("title", "Names that are known already"),
			arena_printf(&arena,
				/* TRANSLATORS: %s is names with commas; h and y are keys. */
				_("%s\n\nThe register already has somebody of each of these names. "
				  "If they are one person, y in the list of people (h) makes them "
				  "one."),
				names));
	arena_clear(&arena);
}

/* What is saved is counted as it is now, with the answers taken. */
static struct error count_saved(struct importing *self, struct context *ctx)
{
	struct import_batch batch;
	struct arena arena = { 0 };
	const struct import *i = &self->import;

	self->added = i->added;
	self->late = i->late;
	self->refused = self->batch == 0 ? i->refused : 0;
	if (self->batch == 0)
		return ok();
	struct error e = import_batch_get(ctx, &arena, self->batch, &batch);
	if (e.code == E_OK) {
		self->added = (size_t)(batch.added + batch.replaced);
		self->waiting = (size_t)(batch.refused + batch.held);
	}
	arena_clear(&arena);
	return e;
}

void import_now(struct ui *ui, struct screen *screen)
{
	struct importing *self = importing_of(screen);

	if (self->needs_sheet || self->missing != NULL) {
		import_go(screen, self->needs_sheet ? STEP_TEXT : STEP_COLUMNS);
		return;
	}
	if (self->step != STEP_ROWS && import_open_count(&self->import) > 0) {
		import_go(screen, STEP_ROWS);
		return;
	}
	int64_t so_far = people_so_far(ui);
	struct error e = import_commit(ui->ctx, &self->import, true, &self->batch);
	if (e.code == E_OK)
		e = count_saved(self, ui->ctx);
	if (e.code != E_OK) {
		ui_complain(ui, e);
		return;
	}
	tell_known_names(ui, so_far);
	import_go(screen, STEP_DONE);
}
