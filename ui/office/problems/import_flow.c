/* SPDX-License-Identifier: MIT
 * From step to step of an import: reading the file, the list and commands of a step, saving. */
#include <stdio.h>

#include "src/base/i18n.h"
#include "ui/office/problems/importing.h"
#include "ui/office/registers/known.h"
#include "ui/toolkit/dialog.h"

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

void import_go(struct screen *screen, enum import_step step)
{
	struct importing *self = importing_of(screen);

	self->step = step;
	self->ops.commands = *self->parts[step].commands;
	self->ops.help = self->parts[step].help;
	self->list.list.source = self->parts[step].source;
	self->list.list.bottom_rows = self->parts[step].bottom;
	self->words_of = 0;
	if (step == STEP_TEXT)
		import_find_readings(self);
	id_list_clear(&self->list.list.ids);
	cursor_go(&self->list.list.cursor, 0);
	list_layout(screen, screen->body);
	screen->stale = true;
}

/* The screen where the file was chosen lies just below. */
void import_leave(struct ui *ui, struct screen *screen)
{
	for (size_t i = 1; i < ui->depth; i++)
		if (ui->stack[i] == screen)
			screen_close(ui->stack[i - 1]);
	screen_close(screen);
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
struct error import_count_saved(struct importing *self, struct context *ctx)
{
	struct import_batch batch;
	struct arena arena = { 0 };
	const struct import *i = &self->import;

	self->added = self->undone ? self->added : i->added;
	self->late = i->late;
	self->refused = self->batch == 0 ? i->refused : 0;
	if (self->batch == 0)
		return ok();
	struct error e = import_batch_get(ctx, &arena, self->batch, &batch);
	self->undone = e.code == E_OK && batch.undone != 0;
	if (self->undone)
		self->waiting = 0;
	else if (e.code == E_OK) {
		self->added = (size_t)(batch.added + batch.replaced);
		self->waiting = (size_t)(batch.refused + batch.held);
	}
	arena_clear(&arena);
	return e;
}

void import_now(struct ui *ui, struct screen *screen)
{
	struct importing *self = importing_of(screen);

	if (self->missing != NULL) {
		import_go(screen, STEP_COLUMNS);
		return;
	}
	if (self->step != STEP_ROWS && import_open_count(&self->import) > 0) {
		import_go(screen, STEP_ROWS);
		return;
	}
	int64_t so_far = people_so_far(ui);
	struct error e = import_commit(ui->ctx, &self->import, true, &self->batch);
	if (e.code == E_OK)
		e = import_count_saved(self, ui->ctx);
	if (e.code != E_OK) {
		ui_complain(ui, e);
		return;
	}
	tell_known_names(ui, so_far);
	import_go(screen, STEP_DONE);
}
