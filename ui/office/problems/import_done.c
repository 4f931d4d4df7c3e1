/* SPDX-License-Identifier: MIT
 * After an import: what became of the file's rows, and how to take it back. */
#include <stdio.h>

#include "src/base/i18n.h"
#include "ui/office/place.h"
#include "ui/office/problems/importing.h"
#include "ui/toolkit/dialog.h"

enum { DONE_ADDED = 1, DONE_LATE, DONE_WAITING, DONE_REFUSED, DONE_DUPLICATES };

static const struct list_column columns[] = {
	{ NC_("column", "Rows"), 6, 0, ALIGN_RIGHT, -1 },
	{ NC_("column", "What became of them"), 40, 1, ALIGN_LEFT, -1 },
};

static size_t count(const struct importing *self, int64_t id)
{
	return id == DONE_ADDED   ? self->added :
	       id == DONE_LATE    ? self->late :
	       id == DONE_WAITING ? self->waiting :
	       id == DONE_REFUSED ? self->refused :
				    self->import.duplicates;
}

static struct error ids(struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	(void)ctx;
	(void)sort;
	for (int64_t id = DONE_ADDED; id <= DONE_DUPLICATES; id++)
		if (id == DONE_ADDED || count(importing_of(screen), id) > 0)
			id_list_add(list, id);
	return ok();
}

static const char *words(const struct importing *self, int64_t id)
{
	if (self->undone && id == DONE_ADDED)
		return _("were recorded, and taken back");
	return id == DONE_ADDED   ? _("are recorded") :
	       id == DONE_LATE    ? _("of them came after the deadline") :
	       id == DONE_WAITING ? _("wait to be corrected or decided on: Enter opens them") :
	       id == DONE_REFUSED ? _("were left out: put them right in the file, then import it "
				      "again") :
				    _("were there already");
}

static struct error row(struct screen *screen, struct context *ctx, int64_t id, struct arena *arena,
	struct cell *cells, struct list_look *look)
{
	const struct importing *self = importing_of(screen);

	(void)ctx;
	(void)arena;
	cells[0] = cell_number((int64_t)count(self, id));
	cells[1] = cell_text(words(self, id));
	look->style = id == DONE_WAITING || id == DONE_REFUSED ? STYLE_ACCENT : STYLE_PLAIN;
	return ok();
}

const struct list_source import_done_source = {
	.columns = columns,
	.n = LEN(columns),
	.ids = ids,
	.row = row,
	.empty = N_("Nothing was in the file."),
	.file = "imported",
};

void import_done_enter(struct ui *ui, struct screen *screen)
{
	const struct importing *self = importing_of(screen);
	bool waits = self->waiting > 0 && !self->undone;

	screen_close(self->chooser);
	screen_close(screen);
	if (waits)
		place_open(ui, PLACE_WAITING, 0);
}

static void on_undo(struct ui *ui, struct screen *screen)
{
	struct importing *self = importing_of(screen);

	if (!ui_confirm(ui,
		    _("Take this import back? Every record it brought, and every row that waits "
		      "from it, goes."),
		    C_("button", "Undo")))
		return;
	struct error e = import_undo(ui->ctx, self->batch);
	self->undone = e.code == E_OK;
	screen->stale = true;
	ui_report(ui, e, _("The import was undone."));
}

static const char *not_undone(const struct screen *screen, const struct context *ctx)
{
	const struct importing *self = importing_of(screen);

	(void)ctx;
	return self->undone     ? N_("It is undone already.") :
	       self->batch == 0 ? N_("What goes into a register is corrected there, record by "
				     "record.") :
				  NULL;
}

static const struct command commands[] = {
	{ .keys = { 'U' },
		.action = ACT_SUBMISSION,
		.label = NC_("command", "undo"),
		.help = N_("Take the whole import back"),
		.blocked = not_undone,
		.final = true,
		.run = on_undo },
};
const struct commands import_done_commands = { commands, LEN(commands) };
