/* SPDX-License-Identifier: MIT
 * Contact notes: who called, what was promised until when. */
#include "src/phases/note.h"
#include "src/roof/kinds.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/base/text.h"
#include "src/roof/lookup.h"
#include "ui/office/act_keys.h"
#include "ui/office/desk/note_form.h"
#include "ui/office/place.h"
#include "ui/office/place_list.h"
#include "ui/toolkit/list.h"

static void title(const struct screen *screen, char *out, size_t size)
{
	struct arena arena = { 0 };
	const char *about = lookup_shown(screen->ui->ctx, &arena, place_list_of(screen)->text);

	snprintf(out, size, "%s%s%s", C_("title", "Contacts"), *about != '\0' ? ": " : "", about);
	arena_clear(&arena);
}

static const struct list_column columns[] = {
	{ LIST_FIELD("time", 10, 0, -1) },
	{ LIST_FIELD("of", 7, 1, -1) },
	{ LIST_FIELD("who", 14, 1, -1) },
	{ LIST_FIELD("text", 20, 3, -1) },
	{ LIST_FIELD("due", 10, 0, -1) },
};

static struct error ids(struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	const char *object = place_list_of(screen)->text;

	(void)sort;
	return note_ids(ctx, *object == '\0' ? NULL : object, list);
}

static struct error row(struct screen *screen, struct context *ctx, int64_t id, struct arena *arena,
	struct cell *cells, struct list_look *look)
{
	struct note n;
	int64_t today = day_of_time(context_now(ctx));

	(void)screen;
	TRY(note_get(ctx, arena, id, &n));
	cells[0] = cell_moment(n.at, PRECISION_DAY);
	cells[1] = cell_text(lookup_shown(ctx, arena, n.object));
	cells[2] = cell_text(n.who);
	cells[3] = cell_text(n.text);
	cells[4] = n.done != 0 ? cell_text(C_("promise", "kept")) : cell_day(n.due);
	if (n.due != 0 && n.done == 0)
		look->style = n.due < today ? STYLE_ALERT : STYLE_ACCENT;
	return ok();
}

static const struct list_source source = {
	.columns = columns,
	.n = LEN(columns),
	.over = &record_of_note,
	.ids = ids,
	.row = row,
	.empty = N_("No contacts written down yet. On a record, c writes one."),
	.file = "contacts",
};

static const struct command commands[] = {
	NOTE_ACTS,
};

/* A note is its form. */
static struct screen *open_note(struct ui *ui, const struct target *to)
{
	note_correct(ui, to->id);
	return NULL;
}

const struct place_row note_place = {
	.shows = KIND_NOTE,
	.open = open_note,
};

/* Of one record, if the target's text names one. */
const struct place_row notes_place = {
	.lists = KIND_NOTE,
	.title = NC_("title", "Contacts"),
	.titled = title,
	.help = N_("Contacts: who called or wrote about what, and what was promised until when."),
	.go = true,
	.commands = { commands, LEN(commands) },
	.watches = CHANGED_NOTES,
	.list = &source,
};
