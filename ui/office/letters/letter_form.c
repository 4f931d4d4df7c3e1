/* SPDX-License-Identifier: MIT */
#include "ui/office/letters/letter_form.h"

#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/form.h"

enum { FIELDS_MAX = 9, TEXT_LINES = 8 };

struct letter_edit {
	int64_t id;
	struct arena arena;
	struct letter letter; /* as it was read last */
	char code[24];
	struct form_field fields[FIELDS_MAX];
	size_t n;
};

/* Both texts of each language it is in. */
static void put_fields(struct letter_edit *edit)
{
	static const struct form_field whom[] = {
		{ .name = "recipient" },
		{ .name = "address",
			.lines = 2,
			.hint = N_(
				"An e-mail address; of a letter on paper where it is sent to.") },
		{ .name = "copy_address", .hint = N_("An e-mail address; empty: nobody.") },
		{ .name = "channel" },
		{ .name = "case_number" },
	};
	const char *langs[2];
	size_t n = letter_languages(&edit->letter, langs);

	memcpy(edit->fields, whom, sizeof(whom));
	edit->n = LEN(whom);
	for (size_t i = 0; i < n; i++) {
		edit->fields[edit->n++] = (struct form_field){ .name = arena_printf(&edit->arena,
								       "subject_%s", langs[i]) };
		edit->fields[edit->n++] = (struct form_field){
			.name = arena_printf(&edit->arena, "text_%s", langs[i]),
			.lines = TEXT_LINES,
			.hint = N_("# heading, - item of a list; an empty line ends a paragraph.")
		};
	}
}

static struct error fill(struct context *ctx, struct form *form, void *arg)
{
	struct letter_edit *edit = arg;

	TRY(letter_get(ctx, &edit->arena, edit->id, &edit->letter));
	form_fill_row(form, &edit->letter);
	return ok();
}

struct error letter_tell_field(struct ui *ui, struct error e, const char *field)
{
	char sentence[400];

	if (e.code != E_RULE || field == NULL)
		return e;
	text_error(e, sentence, sizeof(sentence));
	ui_tell(ui, field, sentence);
	return fail(E_CANCELLED, NULL);
}

static struct error save(struct ui *ui, struct form *form, void *arg)
{
	struct letter_edit *edit = arg;
	struct arena arena = { 0 };
	struct letter l = edit->letter;
	const char *field = NULL;
	struct error e = form_read_row(form, &l);

	if (e.code == E_OK)
		e = letter_edit(ui->ctx, &arena, &l, &field);
	e = letter_tell_field(ui, e, field);
	arena_clear(&arena);
	return e;
}

void letter_form(struct ui *ui, int64_t id)
{
	struct letter_edit edit = { .id = id };
	struct error e = letter_get(ui->ctx, &edit.arena, id, &edit.letter);

	if (e.code == E_OK) {
		put_fields(&edit);
		snprintf(edit.code, sizeof(edit.code), "%s", edit.letter.code);
		const struct form_def def = { .title = NC_("title", "Letter"),
			.help = N_("What it says and to whom. What was cleared has to be cleared "
				   "again."),
			.fields = edit.fields,
			.n = edit.n,
			.fill = fill,
			.save = save,
			.code = edit.code,
			.about = edit.letter.to_name,
			.record = &record_of_letter };

		if (form_run(ui, form_new(ui, &def, &edit)))
			ui_say(ui, "%s", _("Saved."));
	} else {
		ui_complain(ui, e);
	}
	arena_clear(&edit.arena);
}

const char *letter_edit_blocked(const struct screen *screen, const struct context *ctx)
{
	struct arena arena = { 0 };
	struct letter letter;
	const char *why = needs_record(screen, ctx);

	if (why == NULL &&
		letter_get(screen->ui->ctx, &arena, screen_selected(screen), &letter).code != E_OK)
		why = N_("The letter cannot be read.");
	else if (why == NULL && letter_may_change(&letter).code != E_OK)
		why = letter_may_change(&letter).field;
	arena_clear(&arena);
	return why;
}
