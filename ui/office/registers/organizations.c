/* SPDX-License-Identifier: MIT
 * The register of organizations, and the competition's partners over time. */
#include "src/registers/organization.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/registers/person.h"
#include "ui/office/act_keys.h"
#include "ui/office/ask.h"
#include "ui/office/desk/note_form.h"
#include "ui/office/place.h"
#include "ui/office/record.h"
#include "ui/office/registers/merging.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/letters.h"
#include "ui/toolkit/list.h"

static const struct list_column organization_columns[] = {
	{ NC_("column", "Name"), 30, 3, ALIGN_LEFT, -1 },
	{ LIST_FIELD("kind", 20, 1, -1) },
	{ LIST_FIELD("business_id", 11, 0, -1) },
};

static struct error organization_ids_of(
	struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	(void)screen;
	(void)sort;
	return organization_ids(ctx, NULL, list);
}

static struct error organization_row(struct screen *screen, struct context *ctx, int64_t id,
	struct arena *arena, struct cell *cells, struct list_look *look)
{
	struct organization o;

	(void)screen;
	(void)look;
	TRY(organization_get(ctx, arena, id, &o));
	cells[0] = cell_text(organization_name(&o));
	cells[1] = cell_code(WORDS_ORGANIZATION_KIND, o.kind);
	cells[2] = cell_text(o.business_id);
	return ok();
}

static struct error fill_page(struct context *ctx, struct arena *arena, int64_t id,
	struct page *page, char *name, size_t size)
{
	struct organization o;
	struct text_rows names;

	TRY(organization_get(ctx, arena, id, &o));
	TRY(organization_names(ctx, arena, id, &names));
	snprintf(name, size, "%s", organization_name(&o));
	page_styled(page, "", STYLE_TITLE, organization_name(&o));
	page_value(page, ctx, &record_of_organization, &o, "name_fi");
	page_value(page, ctx, &record_of_organization, &o, "name_sv");
	for (size_t i = 0; i < names.n; i++)
		page_field(page, C_("name", "other spelling"), names.rows[i].text);
	page_value(page, ctx, &record_of_organization, &o, "kind");
	page_value(page, ctx, &record_of_organization, &o, "business_id");
	page_record(page, ctx, &record_of_organization, &o, 0);
	return page_notes(ctx, arena, reference_number(KIND_ORGANIZATION, id).text, page);
}

static const struct list_source organization_source = {
	.columns = organization_columns,
	.n = LEN(organization_columns),
	.over = &record_of_organization,
	.ids = organization_ids_of,
	.row = organization_row,
	.empty = N_("No organizations yet. Press n to add one."),
	.file = "organizations",
};

static const struct form_field fields[] = {
	{ .name = "name_fi" },
	{ .name = "name_sv", .hint = N_("Empty: the same in both languages.") },
	{ .name = "kind" },
	{ .name = "business_id" },
	{ .name = "registry_email", .hint = N_("Where official letters go, not a person's.") },
	{ .name = "registry_post", .lines = 3 },
};

struct organization_edit {
	int64_t id, v, valid_from, valid_to;
};

static struct error fill(struct context *ctx, struct form *form, void *arg)
{
	struct organization_edit *edit = arg;
	struct arena arena = { 0 };
	struct organization o = { 0 };
	struct error e = edit->id == 0 ? ok() : organization_get(ctx, &arena, edit->id, &o);

	if (e.code == E_OK) {
		edit->v = o.v;
		edit->valid_from = o.valid_from;
		edit->valid_to = o.valid_to;
		form_fill_row(form, &o);
	}
	arena_clear(&arena);
	return e;
}

static struct error save(struct ui *ui, struct form *form, void *arg)
{
	struct organization_edit *edit = arg;
	struct organization o = { .id = edit->id,
		.v = edit->v,
		.valid_from = edit->valid_from,
		.valid_to = edit->valid_to };

	TRY(form_read_row(form, &o));
	return edit->id == 0 ? organization_add(ui->ctx, &o, &edit->id) :
			       organization_update(ui->ctx, &o);
}

static const struct form_def def = { NC_("title", "Organization"),
	N_("A company, an association, a joint municipal authority or another body."), fields,
	LEN(fields), fill, save, .record = &record_of_organization };

static void edit_organization(struct ui *ui, int64_t id)
{
	struct organization_edit edit = { .id = id };

	if (form_run(ui, form_new(ui, &def, &edit)))
		ui_say(ui, "%s", _("Saved."));
}

static void on_new(struct ui *ui, struct screen *screen)
{
	(void)screen;
	edit_organization(ui, 0);
}

static void on_edit(struct ui *ui, struct screen *screen)
{
	edit_organization(ui, screen_selected(screen));
}

static void on_spelling(struct ui *ui, struct screen *screen)
{
	int64_t id = screen_selected(screen);
	char *name = ui_ask(ui, _("Another spelling"), _("The name as it is also written."), "", 1);

	if (name != NULL)
		ui_report(ui, organization_add_name(ui->ctx, id, name), _("Saved."));
	free(name);
}

static const struct form_field partner_fields[] = {
	{ .name = "kind" },
	{ .name = "valid_from" },
	{ .name = "valid_to" },
};

static struct error save_partner(struct ui *ui, struct form *form, void *arg)
{
	struct partner p = { .organization_id = *(int64_t *)arg };
	int64_t id;

	TRY(form_read_row(form, &p));
	return partner_add(ui->ctx, &p, &id);
}

static const struct form_def partner_def = { NC_("title", "Partner"),
	N_("What the organization is to the competition, and from when until when."),
	partner_fields, LEN(partner_fields), NULL, save_partner, .record = &record_of_partner };

static void on_partner(struct ui *ui, struct screen *screen)
{
	int64_t id = screen_selected(screen);
	struct arena arena = { 0 };
	struct organization o;
	struct error e = organization_get(ui->ctx, &arena, id, &o);

	if (e.code != E_OK)
		ui_complain(ui, e);
	else if (form_run_about(ui, &partner_def, &id, NULL, organization_name(&o)))
		ui_say(ui, "%s", _("Saved."));
	arena_clear(&arena);
}

static void on_partners(struct ui *ui, struct screen *screen)
{
	(void)screen;
	place_open(ui, PLACE_PARTNERS, 0);
}

static void on_note(struct ui *ui, struct screen *screen)
{
	struct reference object = reference_number(KIND_ORGANIZATION, screen_selected(screen));

	note_form(ui, object.text);
}

static void on_merge(struct ui *ui, struct screen *screen)
{
	merge_into_organization(ui, screen_selected(screen));
}

static void on_import(struct ui *ui, struct screen *screen)
{
	(void)screen;
	place_open_at(ui, PLACE_IMPORT, &(struct target){ .text = "organization" });
}

static const struct command organization_commands[] = {
	{ .keys = { K_NEW },
		.action = ACT_REGISTER,
		.label = NC_("command", "new"),
		.help = N_("Add an organization"),
		.run = on_new },
	{ .keys = { 'i' },
		.action = ACT_REGISTER,
		.label = NC_("command", "addresses"),
		.help = N_("Import the registries' addresses from a file"),
		.run = on_import },
	{ .keys = { K_EDIT },
		.action = ACT_REGISTER,
		.label = NC_("command", "edit"),
		.help = N_("Change the organization's data"),
		.blocked = needs_record,
		.run = on_edit },
	{ .keys = { 'p' },
		.action = ACT_REGISTER,
		.label = NC_("command", "partner"),
		.help = N_("Make it a partner of the competition for a time"),
		.blocked = needs_record,
		.run = on_partner },
	{ .keys = { 'v' },
		.action = ACT_COUNT,
		.label = NC_("command", "partners"),
		.help = N_("The competition's partners"),
		.run = on_partners },
	{ .keys = { 'k' },
		.action = ACT_REGISTER,
		.label = NC_("command", "spelling"),
		.help = N_("Add another spelling of the name"),
		.blocked = needs_record,
		.run = on_spelling },
	{ .keys = { 'y' },
		.action = ACT_REGISTER,
		.label = NC_("command", "make one"),
		.help = N_("Another record is the same: make the two one, with a reason"),
		.blocked = needs_record,
		.final = true,
		.run = on_merge },
	{ .keys = { K_NOTE },
		.action = ACT_NOTE,
		.label = NC_("command", "note"),
		.help = N_("Write down a contact"),
		.blocked = needs_record,
		.run = on_note },
};
const struct place_row organization_place = {
	.shows = KIND_ORGANIZATION,
	.fill = fill_page,
	.commands = { organization_commands + 2, LEN(organization_commands) - 2 },
};

const struct place_row organizations_place = {
	.lists = KIND_ORGANIZATION,
	.title = NC_("title", "Organizations"),
	.help = N_(
		"Organizations: companies and associations of teams, joint municipal authorities and "
		"wellbeing services counties that send problems, partners of the competition."),
	.go = true,
	.commands = { organization_commands, LEN(organization_commands) },
	.watches = CHANGED_REGISTERS | CHANGED_NOTES,
	.list = &organization_source,
};

static const struct list_column partner_columns[] = {
	{ NC_("column", "Name"), 30, 3, ALIGN_LEFT, -1 },
	{ LIST_FIELD("kind", 16, 1, -1) },
	{ LIST_FIELD("from", 10, 0, -1) },
	{ LIST_FIELD("to", 10, 0, -1) },
};

static struct error partner_ids_of(
	struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	(void)screen;
	(void)sort;
	return partner_ids(ctx, 0, list);
}

static struct error partner_row(struct screen *screen, struct context *ctx, int64_t id,
	struct arena *arena, struct cell *cells, struct list_look *look)
{
	struct partner p;

	(void)screen;
	TRY(partner_get(ctx, arena, id, &p));
	cells[0] = cell_text(i18n_pick(p.name_fi, p.name_sv, p.name_fi, NULL));
	cells[1] = cell_code(WORDS_PARTNER_KIND, p.kind);
	cells[2] = cell_day(p.valid_from);
	cells[3] = cell_day(p.valid_to);
	look->style = p.valid_to != 0 && p.valid_to < day_of_time(context_now(ctx)) ? STYLE_QUIET :
										      STYLE_PLAIN;
	return ok();
}

static void partner_open(struct ui *ui, struct screen *screen, int64_t id)
{
	struct arena arena = { 0 };
	struct partner p;
	struct error e = partner_get(ui->ctx, &arena, id, &p);

	(void)screen;
	ui_complain(ui, e);
	if (e.code == E_OK)
		record_open(ui, KIND_ORGANIZATION, p.organization_id);
	arena_clear(&arena);
}

static const struct list_source partner_source = {
	.columns = partner_columns,
	.n = LEN(partner_columns),
	.over = &record_of_partner,
	.ids = partner_ids_of,
	.row = partner_row,
	.open = partner_open,
	.empty = N_("No partners yet. On the list of organizations, p makes one a partner."),
	.file = "partners",
};

static const struct command partner_commands[] = {
	PARTNER_ACTS,
};

const struct place_row partners_place = {
	.files = KIND_PARTNER,
	.title = NC_("title", "Partners"),
	.help = N_("The competition's partners, with the times they are partners."),
	.go = true,
	.commands = { partner_commands, LEN(partner_commands) },
	.watches = CHANGED_REGISTERS | CHANGED_NOTES,
	.list = &partner_source,
};
