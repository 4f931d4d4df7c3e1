/* SPDX-License-Identifier: MIT
 * Contact notes: who called, what was promised until when. */
#include "src/phases/note.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/base/text.h"
#include "ui/office/act_keys.h"
#include "ui/office/office.h"
#include "ui/toolkit/list.h"

struct notes {
	struct list_screen list;
	char object[80]; /* "": of all records */
};

static struct notes *notes_of(const struct screen *screen)
{
	return (struct notes *)screen;
}

static void title(const struct screen *screen, char *out, size_t size)
{
	const struct notes *self = notes_of(screen);
	struct arena arena = { 0 };
	const char *about = lookup_shown(screen->ui->ctx, &arena, self->object);

	snprintf(out, size, "%s%s%s", C_("title", "Contacts"), *about != '\0' ? ": " : "", about);
	arena_clear(&arena);
}

static const struct list_column columns[] = {
	{ NC_("column", "When"), 10, 0, ALIGN_LEFT, -1 },
	{ NC_("column", "About"), 7, 1, ALIGN_LEFT, -1 },
	{ NC_("column", "With whom"), 14, 1, ALIGN_LEFT, -1 },
	{ NC_("column", "Text"), 20, 3, ALIGN_LEFT, -1 },
	{ NC_("column", "Promised"), 10, 0, ALIGN_LEFT, -1 },
};

static struct error ids(struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	const char *object = notes_of(screen)->object;

	(void)sort;
	return note_ids(ctx, *object == '\0' ? NULL : object, list);
}

static struct error row(struct screen *screen, struct context *ctx, int64_t id, struct arena *arena,
	const char **cells, enum style *style)
{
	struct note n;
	char when[60], due[60] = "";
	int64_t today = day_of_time(context_now(ctx));

	(void)screen;
	TRY(note_get(ctx, arena, id, &n));
	text_day(day_of_time(n.at), when, sizeof(when));
	if (n.due != 0)
		text_day(n.due, due, sizeof(due));
	cells[0] = arena_text(arena, when);
	cells[1] = lookup_shown(ctx, arena, n.object);
	cells[2] = n.who;
	cells[3] = n.text;
	cells[4] = n.done != 0 ? C_("promise", "kept") : arena_text(arena, due);
	if (n.due != 0 && n.done == 0)
		*style = n.due < today ? STYLE_ALERT : STYLE_ACCENT;
	return ok();
}

enum { NOTE_WHO, NOTE_TEXT, NOTE_DUE };

static const struct form_field fields[] = {
	[NOTE_WHO] = { .name = "who", .kind = FORM_LINE },
	[NOTE_TEXT] = { .name = "text",
		.kind = FORM_LINES,
		.lines = 5,
		.max = 4000,
		.required = true },
	[NOTE_DUE] = { .name = "due",
		.kind = FORM_LINE,
		.hint = N_("If something was promised: until when. It comes to the desk then.") },
};

struct note_edit {
	int64_t id, v, done;
	const char *object;
};

static struct error fill(struct context *ctx, struct form *form, void *arg)
{
	struct note_edit *edit = arg;
	struct arena arena = { 0 };
	struct note n = { .who = "", .text = "" };
	char due[60] = "";
	struct error e = edit->id == 0 ? ok() : note_get(ctx, &arena, edit->id, &n);

	if (e.code == E_OK) {
		edit->v = n.v;
		edit->done = n.done;
		if (n.due != 0)
			text_day(n.due, due, sizeof(due));
		form_set(form, NOTE_WHO, n.who);
		form_set(form, NOTE_TEXT, n.text);
		form_set(form, NOTE_DUE, due);
	}
	arena_clear(&arena);
	return e;
}

static struct error save(struct ui *ui, struct form *form, void *arg)
{
	struct note_edit *edit = arg;
	struct note n = { .id = edit->id,
		.v = edit->v,
		.done = edit->done,
		.object = edit->object,
		.who = form_get(form, NOTE_WHO),
		.text = form_get(form, NOTE_TEXT) };

	TRY(input_day("due", form_get(form, NOTE_DUE), &n.due));
	return edit->id == 0 ? note_add(ui->ctx, &n, &edit->id) : note_update(ui->ctx, &n);
}

static const struct form_def def = { NC_("title", "Contact note"),
	N_("Who called or wrote, about what, and what was promised."), fields, LEN(fields), fill,
	save };

bool note_form(struct ui *ui, const char *object)
{
	struct note_edit edit = { .object = object };
	struct arena arena = { 0 };
	const char *about = lookup_shown(ui->ctx, &arena, object);
	bool saved = form_run_about(ui, &def, &edit, NULL, about);

	if (saved)
		ui_say(ui, "%s", _("Saved."));
	arena_clear(&arena);
	return saved;
}

void open_note(struct ui *ui, int64_t id)
{
	struct note_edit edit = { .id = id };

	if (form_run(ui, form_new(ui, &def, &edit)))
		ui_say(ui, "%s", _("Saved."));
}

static void open_row(struct ui *ui, struct screen *screen, int64_t id)
{
	(void)screen;
	open_note(ui, id);
}

static const struct list_source source = {
	.columns = columns,
	.n = LEN(columns),
	.ids = ids,
	.row = row,
	.open = open_row,
	.empty = N_("No contacts written down yet. On a record, c writes one."),
	.file = "contacts",
};

static const struct command commands[] = {
	NOTE_ACTS,
};

static const struct screen_ops ops = {
	.size = sizeof(struct notes),
	.title = title,
	.help = N_("Contacts: who called or wrote about what, and what was promised until when."),
	.commands = { commands, LEN(commands) },
	.shared = &marking_commands,
	.watches = CHANGED_NOTES,
	.load = list_load,
	.layout = list_layout,
	.prepare = list_prepare,
	.paint = list_paint,
	.key = list_key,
	.selected = list_selected,
	.status = list_describe,
	.close = list_close,
};

struct screen *notes_new(struct ui *ui, const char *object)
{
	struct screen *screen = screen_new(ui, &ops);

	snprintf(notes_of(screen)->object, sizeof(notes_of(screen)->object), "%s", object);
	list_init(&notes_of(screen)->list, &source);
	return screen;
}
