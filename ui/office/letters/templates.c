/* SPDX-License-Identifier: MIT
 * The templates of letters: one a kind and language, the office's own where it wrote one. */
#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/letters/template.h"
#include "src/letters/value.h"
#include "ui/office/letters/letter_form.h"
#include "ui/office/place.h"
#include "ui/office/place_list.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/form.h"
#include "ui/toolkit/letters.h"

static const struct list_column columns[] = {
	{ LIST_FIELD("kind", 16, 1, -1) },
	{ LIST_FIELD("language", 9, 0, -1) },
	{ LIST_FIELD("subject", 24, 3, -1) },
	{ NC_("column", "Template"), 12, 0, ALIGN_LEFT, -1 },
};

static size_t count(enum vocabulary words)
{
	size_t n = 0;

	while (text_code(words, n) != NULL)
		n++;
	return n;
}

/* A row's id counts kinds and languages from 1. */
static const char *kind_of(int64_t id)
{
	return text_code(WORDS_LETTER_KIND, (size_t)(id - 1) / count(WORDS_LANGUAGE));
}

static const char *lang_of(int64_t id)
{
	return text_code(WORDS_LANGUAGE, (size_t)(id - 1) % count(WORDS_LANGUAGE));
}

static struct error ids(struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	size_t n = count(WORDS_LETTER_KIND) * count(WORDS_LANGUAGE);

	(void)screen, (void)ctx, (void)sort;
	for (size_t i = 1; i <= n; i++)
		id_list_add(list, (int64_t)i);
	return ok();
}

static struct error row(struct screen *screen, struct context *ctx, int64_t id, struct arena *arena,
	struct cell *cells, struct list_look *look)
{
	struct letter_template t;

	(void)screen;
	TRY(letter_template_get(ctx, arena, kind_of(id), lang_of(id), &t));
	cells[0] = cell_code(WORDS_LETTER_KIND, t.kind);
	cells[1] = cell_code(WORDS_LANGUAGE, t.lang);
	cells[2] = cell_text(t.subject);
	cells[3] = cell_text(t.id != 0 ? C_("template", "your own") : C_("template", "as shipped"));
	look->style = t.id != 0 ? STYLE_ACCENT : STYLE_PLAIN;
	return ok();
}

static struct error template_page(struct screen *screen, struct context *ctx, struct arena *arena,
	int64_t id, struct page *page)
{
	const struct letter_field *field;
	struct letter_template t;

	(void)screen;
	TRY(letter_template_get(ctx, arena, kind_of(id), lang_of(id), &t));
	page_styled(page, "", STYLE_TITLE, t.subject);
	page_text(page, t.body);
	page_heading(page, _("Fields"));
	for (size_t i = 0; (field = letter_field(letter_kind_row(t.kind), i)) != NULL; i++)
		page_field(page, arena_printf(arena, "{%s}", field->name),
			i18n_lookup("field of a letter", field->word));
	return ok();
}

/* --- Editing */

struct template_edit {
	int64_t id; /* of the row */
	struct letter_template t;
	struct arena arena;
	char code[40];
};

enum { F_SUBJECT, F_TEXT };

static const struct form_field fields[] = {
	[F_SUBJECT] = { .name = "subject" },
	[F_TEXT] = { .name = "text",
		.lines = 14,
		.hint = N_(
			"{title} is filled in; {?late}: only where that is so. # heading, - item.") },
};

static struct error fill(struct context *ctx, struct form *form, void *arg)
{
	struct template_edit *edit = arg;

	TRY(letter_template_get(ctx, &edit->arena, kind_of(edit->id), lang_of(edit->id), &edit->t));
	form_fill_row(form, &edit->t);
	return ok();
}

static struct error save(struct ui *ui, struct form *form, void *arg)
{
	struct template_edit *edit = arg;
	struct arena arena = { 0 };
	struct letter_template t = edit->t;
	const char *field = NULL;
	struct error e = form_read_row(form, &t);

	if (e.code == E_OK)
		e = letter_template_save(ui->ctx, &arena, &t, &field);
	e = letter_tell_field(ui, e, field);
	arena_clear(&arena);
	return e;
}

static const struct form_def def = { NC_("title", "Template of a letter"),
	N_("What letters of this kind say in this language. Those made already stay as they are."),
	fields, LEN(fields), fill, save, .record = &record_of_letter_template };

static void edit_template(struct ui *ui, struct screen *screen, int64_t id)
{
	struct template_edit edit = { .id = id };
	struct form_def own = def;

	snprintf(edit.code, sizeof(edit.code), "%s · %s", text_word(WORDS_LETTER_KIND, kind_of(id)),
		text_word(WORDS_LANGUAGE, lang_of(id)));
	own.code = edit.code;
	if (form_run(ui, form_new(ui, &own, &edit)))
		ui_say(ui, "%s", _("Saved."));
	arena_clear(&edit.arena);
	screen->stale = true;
}

/* With its fields, for which a narrow list has no room. */
static void open_template(struct ui *ui, struct screen *screen, int64_t id)
{
	char name[60];

	snprintf(name, sizeof(name), "%s · %s", text_word(WORDS_LETTER_KIND, kind_of(id)),
		text_word(WORDS_LANGUAGE, lang_of(id)));
	open_beside(ui, screen, name);
}

static void on_edit(struct ui *ui, struct screen *screen)
{
	edit_template(ui, screen, screen_selected(screen));
}

static const struct list_source source = {
	.columns = columns,
	.n = LEN(columns),
	.over = &record_of_letter_template,
	.ids = ids,
	.row = row,
	.record = template_page,
	.open = open_template,
	.empty = N_("There are no templates."),
	.file = "templates",
};

static void on_shipped(struct ui *ui, struct screen *screen)
{
	int64_t id = screen_selected(screen);
	struct arena arena = { 0 };
	struct letter_template t, shipped;
	struct error e = letter_template_get(ui->ctx, &arena, kind_of(id), lang_of(id), &t);

	if (e.code == E_OK && t.id == 0)
		e = rule(N_("This template is as it came with Klash."));
	if (e.code != E_OK) {
		ui_complain(ui, e);
	} else if (ui_confirm(ui, _("Put back the template as it came with Klash?"),
			   C_("button", "Put back"))) {
		letter_template_shipped(&arena, t.kind, t.lang, &shipped);
		shipped.id = t.id;
		shipped.v = t.v;
		ui_report(ui, letter_template_save(ui->ctx, &arena, &shipped, NULL),
			_("As it came with Klash."));
	}
	arena_clear(&arena);
}

static const struct command commands[] = {
	{ .keys = { K_EDIT },
		.action = ACT_LETTER,
		.label = NC_("command", "edit"),
		.help = N_("Change the template"),
		.blocked = needs_record,
		.run = on_edit },
	{ .keys = { K_TAKE_BACK },
		.action = ACT_LETTER,
		.label = NC_("command", "as shipped"),
		.help = N_("Put back the template as it came with Klash"),
		.blocked = needs_record,
		.run = on_shipped,
		.final = true },
};

const struct place_row letter_templates_place = {
	.title = NC_("title", "Templates of letters"),
	.help = N_(
		"What letters say, a template a kind and language. Fields in braces are filled in; Enter shows which there are, e changes the template."),
	.commands = { commands, LEN(commands) },
	.watches = CHANGED_LETTERS,
	.list = &source,
};
