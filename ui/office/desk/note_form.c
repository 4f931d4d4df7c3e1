/* SPDX-License-Identifier: MIT */
#include "ui/office/desk/note_form.h"

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/phases/note.h"
#include "src/roof/kinds.h"
#include "src/roof/lookup.h"
#include "ui/office/ask.h"
#include "ui/toolkit/form.h"

static const struct form_field fields[] = {
	{ .name = "who" },
	{ .name = "text" },
	{ .name = "due",
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
	struct note n = { 0 };
	struct error e = edit->id == 0 ? ok() : note_get(ctx, &arena, edit->id, &n);

	if (e.code == E_OK) {
		edit->v = n.v;
		edit->done = n.done;
		form_fill_row(form, &n);
	}
	arena_clear(&arena);
	return e;
}

static struct error save(struct ui *ui, struct form *form, void *arg)
{
	struct note_edit *edit = arg;
	struct note n = {
		.id = edit->id, .v = edit->v, .done = edit->done, .object = edit->object
	};

	TRY(form_read_row(form, &n));
	return edit->id == 0 ? note_add(ui->ctx, &n, kinds_name, &edit->id) :
			       note_update(ui->ctx, &n);
}

static const struct form_def def = { NC_("title", "Contact note"),
	N_("Who called or wrote, about what, and what was promised."), fields, LEN(fields), fill,
	save, .record = &record_of_note };

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

void note_correct(struct ui *ui, int64_t id)
{
	struct note_edit edit = { .id = id };

	if (form_run(ui, form_new(ui, &def, &edit)))
		ui_say(ui, "%s", _("Saved."));
}
