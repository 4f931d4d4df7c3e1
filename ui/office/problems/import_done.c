/* SPDX-License-Identifier: MIT
 * After an import: what became of the file's rows, and how to take it back. */
#include <stdio.h>

#include "src/base/i18n.h"
#include "ui/office/act_keys.h"
#include "ui/office/place.h"
#include "ui/office/problems/importing.h"

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
	bool waits = importing_of(screen)->waiting > 0;

	import_leave(ui, screen);
	if (waits)
		place_open(ui, PLACE_WAITING, 0);
}

static int64_t batch_of(const struct screen *screen, int64_t selected)
{
	(void)selected;
	return importing_of(screen)->batch;
}

static const struct command commands[] = {
	BATCH_ACTS(batch_of),
};
const struct commands import_done_commands = { commands, LEN(commands) };
