/* SPDX-License-Identifier: MIT
 * The register of municipalities. */
#include "src/registers/municipality.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "ui/office/ask.h"
#include "ui/office/desk/note_form.h"
#include "ui/office/pick.h"
#include "ui/office/place.h"
#include "ui/office/place_list.h"
#include "ui/office/record.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/letters.h"
#include "ui/toolkit/list.h"

struct municipalities {
	struct place_list list;
	bool all; /* those that have ended too */
};

static struct municipalities *municipalities_of(const struct screen *screen)
{
	return (struct municipalities *)screen;
}

static const struct list_column columns[] = {
	{ LIST_FIELD("municipality", 6, 0, MUNICIPALITY_BY_CODE) },
	{ NC_("column", "Name"), 22, 2, ALIGN_LEFT, MUNICIPALITY_BY_NAME },
	{ NC_("column", "Other language"), 18, 1, ALIGN_LEFT, -1 },
	{ NC_("column", "Region"), 18, 1, ALIGN_LEFT, -1 },
};

static struct error ids(struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	int64_t today = day_of_time(context_now(ctx));

	return municipality_ids(ctx, (enum municipality_sort)sort,
		municipalities_of(screen)->all ? 0 : today, list);
}

static bool in_swedish(void)
{
	return strcmp(i18n_lang(), "sv") == 0;
}

static struct error row(struct screen *screen, struct context *ctx, int64_t id, struct arena *arena,
	struct cell *cells, struct list_look *look)
{
	struct municipality m;

	(void)screen;
	TRY(municipality_get(ctx, arena, id, &m));
	cells[0] = cell_text(m.code);
	cells[1] = cell_text(municipality_shown(ctx, arena, &m));
	cells[2] = in_swedish() ? cell_text(m.name_fi) : cell_text(m.name_sv);
	cells[3] = in_swedish() ? cell_text(m.region_sv) : cell_text(m.region_fi);
	look->style = m.valid_to != 0 && m.valid_to < day_of_time(context_now(ctx)) ? STYLE_QUIET :
										      STYLE_PLAIN;
	return ok();
}

static const char *name_kind(const char *kind)
{
	return strcmp(kind, "former") == 0 ? C_("name", "former") : C_("name", "other spelling");
}

static struct error add_names(
	struct context *ctx, struct arena *arena, int64_t id, struct page *page)
{
	struct municipality_names names;
	struct municipality_regions regions;

	TRY(municipality_names(ctx, arena, id, &names));
	for (size_t i = 0; i < names.n; i++)
		if (strcmp(names.rows[i].kind, "official") != 0)
			page_field(page, name_kind(names.rows[i].kind), names.rows[i].name);
	TRY(municipality_regions(ctx, arena, id, &regions));
	for (size_t i = 0; regions.n > 1 && i < regions.n; i++) {
		char day[60];

		text_day(regions.rows[i].valid_from, day, sizeof(day));
		/* TRANSLATORS: %s is a day from which on a municipality belongs to a region. */
		page_field(page, arena_printf(arena, _("from %s"), day),
			in_swedish() ? regions.rows[i].name_sv : regions.rows[i].name_fi);
	}
	return ok();
}

static struct error fill_page(struct context *ctx, struct arena *arena, int64_t id,
	struct page *page, char *name, size_t size)
{
	struct municipality m;

	TRY(municipality_get(ctx, arena, id, &m));
	snprintf(name, size, "%s", municipality_name(&m));
	page_styled(page, m.code, STYLE_TITLE, municipality_shown(ctx, arena, &m));
	page_value(page, ctx, &record_of_municipality, &m, "name_fi");
	page_value(page, ctx, &record_of_municipality, &m, "name_sv");
	page_field(
		page, text_word(WORDS_FIELD, "region"), in_swedish() ? m.region_sv : m.region_fi);
	page_field(page, C_("label", "Languages"), municipality_languages(arena, &m));
	if (m.valid_to != 0) {
		page_value(page, ctx, &record_of_municipality, &m, "valid_to");
		page_field(page, text_word(WORDS_FIELD, "successor"),
			in_swedish() ? m.successor_sv : m.successor_fi);
	}
	page_record(page, ctx, &record_of_municipality, &m, 0);
	TRY(add_names(ctx, arena, id, page));
	return page_notes(ctx, arena, m.code, page);
}

static const struct list_source source = {
	.columns = columns,
	.n = LEN(columns),
	.over = &record_of_municipality,
	.ids = ids,
	.row = row,
	.empty = N_("No municipality is in force today."),
	.file = "municipalities",
};

static void on_all(struct ui *ui, struct screen *screen)
{
	struct municipalities *self = municipalities_of(screen);

	self->all = !self->all;
	screen->stale = true;
	ui_say(ui, "%s", self->all ? _("Also those that have ended.") : _("Those of today."));
}

static const struct form_field merge_fields[] = {
	{ .name = "valid_to",
		.required = true,
		.hint = N_("The last day it is a municipality of its own, such as 31.12.2026.") },
	{ .name = "successor", .kind = FORM_PICK, .required = true, .pick = pick_municipality },
};

static struct error save_merge(struct ui *ui, struct form *form, void *arg)
{
	struct municipality m = { 0 };

	TRY(form_read_row(form, &m));
	return municipality_merge(ui->ctx, *(int64_t *)arg, m.valid_to, m.successor_id);
}

static const struct form_def merge_def = { NC_("title", "Merger"),
	N_("A municipality becomes part of another. Old records keep it and show what it is now."),
	merge_fields, LEN(merge_fields), NULL, save_merge, .record = &record_of_municipality };

static void on_merge(struct ui *ui, struct screen *screen)
{
	int64_t id = screen_selected(screen);
	struct arena arena = { 0 };
	struct municipality m;
	struct error e = municipality_get(ui->ctx, &arena, id, &m);

	if (e.code != E_OK)
		ui_complain(ui, e);
	else if (form_run_about(ui, &merge_def, &id, m.code, municipality_name(&m)))
		ui_say(ui, "%s", _("Saved."));
	arena_clear(&arena);
}

static const struct form_field address_fields[] = {
	{ .name = "registry_email", .hint = N_("Where official letters go, not a person's.") },
	{ .name = "registry_post", .lines = 3 },
};

struct address_edit {
	int64_t id, v;
};

static struct error fill_addresses(struct context *ctx, struct form *form, void *arg)
{
	struct address_edit *edit = arg;
	struct arena arena = { 0 };
	struct municipality m;
	struct error e = municipality_get(ctx, &arena, edit->id, &m);

	if (e.code == E_OK) {
		edit->v = m.v;
		form_fill_row(form, &m);
	}
	arena_clear(&arena);
	return e;
}

static struct error save_addresses(struct ui *ui, struct form *form, void *arg)
{
	const struct address_edit *edit = arg;
	struct municipality m = { .id = edit->id, .v = edit->v };

	TRY(form_read_row(form, &m));
	return municipality_update(ui->ctx, &m);
}

static const struct form_def address_def = { NC_("title", "Registry"),
	N_("Where the municipality's registry takes official letters: decisions, invitations, "
	   "answers."),
	address_fields, LEN(address_fields), fill_addresses, save_addresses,
	.record = &record_of_municipality };

static void on_edit(struct ui *ui, struct screen *screen)
{
	struct address_edit edit = { .id = screen_selected(screen) };
	struct arena arena = { 0 };
	struct municipality m;
	struct error e = municipality_get(ui->ctx, &arena, edit.id, &m);

	if (e.code != E_OK)
		ui_complain(ui, e);
	else if (form_run_about(ui, &address_def, &edit, m.code, municipality_name(&m)))
		ui_say(ui, "%s", _("Saved."));
	arena_clear(&arena);
}

static void on_import(struct ui *ui, struct screen *screen)
{
	(void)screen;
	place_open_at(ui, PLACE_IMPORT, &(struct target){ .text = "municipality" });
}

static void on_name(struct ui *ui, struct screen *screen)
{
	const char *options[] = { _("New official name in Finnish"),
		_("New official name in Swedish"), _("Another spelling in Finnish"),
		_("Another spelling in Swedish") };
	int64_t id = screen_selected(screen);
	int what = ui_choose(ui, _("A name"), options, 4, 0);
	char *name = what < 0 ?
			     NULL :
			     ui_ask(ui, options[what],
				     _("An earlier official name stays as a former one."), "", 1);

	if (name == NULL)
		return;
	const char *lang = what % 2 == 0 ? "fi" : "sv";
	ui_report(ui,
		what < 2 ? municipality_rename(ui->ctx, id, lang, name) :
			   municipality_add_alias(ui->ctx, id, lang, name),
		_("Saved."));
	free(name);
}

static void on_note(struct ui *ui, struct screen *screen)
{
	struct arena arena = { 0 };
	struct municipality m;
	struct error e = municipality_get(ui->ctx, &arena, screen_selected(screen), &m);

	if (e.code == E_OK)
		note_form(ui, m.code);
	else
		ui_complain(ui, e);
	arena_clear(&arena);
}

static const struct command commands[] = {
	{ .keys = { 'a' },
		.action = ACT_COUNT,
		.label = NC_("command", "all/today"),
		.help = N_("Show also those that have ended, or only those of today"),
		.run = on_all },
	{ .keys = { 'i' },
		.action = ACT_REGISTER,
		.label = NC_("command", "addresses"),
		.help = N_("Import the registries' addresses from a file"),
		.run = on_import },
	{ .keys = { K_EDIT },
		.action = ACT_REGISTER,
		.label = NC_("command", "edit"),
		.help = N_("Say where official letters to it go"),
		.blocked = needs_record,
		.run = on_edit },
	{ .keys = { 'k' },
		.action = ACT_REGISTER,
		.label = NC_("command", "name"),
		.help = N_("Record a new name or another spelling"),
		.blocked = needs_record,
		.run = on_name },
	{ .keys = { 'y' },
		.action = ACT_REGISTER,
		.label = NC_("command", "merger"),
		.help = N_("Record that it becomes part of another"),
		.blocked = needs_record,
		.run = on_merge },
	{ .keys = { K_NOTE },
		.action = ACT_NOTE,
		.label = NC_("command", "note"),
		.help = N_("Write down a contact"),
		.blocked = needs_record,
		.run = on_note },
};
const struct place_row municipality_place = {
	.shows = KIND_MUNICIPALITY,
	.fill = fill_page,
	.commands = { commands + 2, LEN(commands) - 2 },
};

const struct place_row municipalities_place = {
	.lists = KIND_MUNICIPALITY,
	.title = NC_("title", "Municipalities"),
	.help = N_(
		"Finland's municipalities with both names, former names, other spellings and regions "
		"over time. Sorted by the name in your language."),
	.go = true,
	.size = sizeof(struct municipalities),
	.commands = { commands, LEN(commands) },
	.watches = CHANGED_REGISTERS | CHANGED_MONEY | CHANGED_NOTES,
	.list = &source,
};
