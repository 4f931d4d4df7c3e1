/* SPDX-License-Identifier: MIT
 * The register of people, with their roles over time. */
#include "src/registers/person.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/phases/submission.h"
#include "src/registers/organization.h"
#include "ui/office/ask.h"
#include "ui/office/desk/note_form.h"
#include "ui/office/pick.h"
#include "ui/office/place.h"
#include "ui/office/record.h"
#include "ui/office/registers/known.h"
#include "ui/office/registers/merging.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/letters.h"
#include "ui/toolkit/list.h"

static const struct list_column columns[] = {
	{ LIST_FIELD("name", 22, 2, -1) },
	{ LIST_FIELD("email", 26, 2, -1) },
	{ LIST_FIELD("phone", 14, 0, -1) },
	{ LIST_FIELD("language", 8, 0, -1) },
};

static struct error ids(struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	(void)screen;
	(void)sort;
	return person_ids(ctx, list);
}

static struct error row(struct screen *screen, struct context *ctx, int64_t id, struct arena *arena,
	struct cell *cells, struct list_look *look)
{
	struct person p;

	(void)screen;
	(void)look;
	TRY(person_get(ctx, arena, id, &p));
	cells[0] = cell_text(p.name);
	cells[1] = cell_text(p.email);
	cells[2] = cell_text(p.phone);
	cells[3] = cell_code(WORDS_LANGUAGE, p.lang);
	return ok();
}

static struct error fill_page(struct context *ctx, struct arena *arena, int64_t id,
	struct page *page, char *name, size_t size)
{
	struct person p;
	struct text_rows names;

	TRY(person_get(ctx, arena, id, &p));
	TRY(person_names(ctx, arena, id, &names));
	snprintf(name, size, "%s", p.name);
	page_styled(page, "", STYLE_TITLE, p.name);
	for (size_t i = 0; i < names.n; i++)
		page_field(page, C_("name", "other spelling"), names.rows[i].text);
	page_record(page, ctx, &record_of_person, &p, 0);
	return page_notes(ctx, arena, reference_number(KIND_PERSON, id).text, page);
}

static const struct list_source source = {
	.columns = columns,
	.n = LEN(columns),
	.over = &record_of_person,
	.ids = ids,
	.row = row,
	.empty = N_("No people yet. Press n to add one."),
	.file = "people",
	.of = KIND_PERSON,
};

static const struct form_field fields[] = {
	{ .name = "name" },
	{ .name = "email" },
	{ .name = "phone" },
	{ .name = "language", .hint = N_("Letters and documents come in this language.") },
};

struct person_edit {
	int64_t id, v;
};

static struct error fill(struct context *ctx, struct form *form, void *arg)
{
	struct person_edit *edit = arg;
	struct arena arena = { 0 };
	struct person p = { 0 };
	struct error e = edit->id == 0 ? ok() : person_get(ctx, &arena, edit->id, &p);

	if (e.code == E_OK) {
		edit->v = p.v;
		form_fill_row(form, &p);
	}
	arena_clear(&arena);
	return e;
}

static struct error save(struct ui *ui, struct form *form, void *arg)
{
	struct person_edit *edit = arg;
	struct person p = { .id = edit->id, .v = edit->v };

	TRY(form_read_row(form, &p));
	return edit->id == 0 ? person_add(ui->ctx, &p, &edit->id) : person_update(ui->ctx, &p);
}

static const struct form_def def = { NC_("title", "Person"),
	N_("A person has one record; other spellings of the name are added to it."), fields,
	LEN(fields), fill, save, .record = &record_of_person };

static void edit_person(struct ui *ui, int64_t id)
{
	struct person_edit edit = { .id = id };
	int64_t so_far = people_so_far(ui);

	if (form_run(ui, form_new(ui, &def, &edit)))
		say_saved_people(ui, so_far);
}

static void on_new(struct ui *ui, struct screen *screen)
{
	(void)screen;
	edit_person(ui, 0);
}

static void on_edit(struct ui *ui, struct screen *screen)
{
	edit_person(ui, screen_selected(screen));
}

static void on_spelling(struct ui *ui, struct screen *screen)
{
	int64_t id = screen_selected(screen);
	char *name = ui_ask(ui, _("Another spelling"), _("The name as it is also written."), "", 1);

	if (name != NULL)
		ui_report(ui, person_add_name(ui->ctx, id, name), _("Saved."));
	free(name);
}

static const struct form_field role_fields[] = {
	{ .name = "role" },
	{ .name = "job_title" },
	{ .name = "organization", .kind = FORM_PICK, .pick = pick_organization },
	{ .name = "municipality", .kind = FORM_PICK, .pick = pick_municipality },
	{ .name = "valid_from" },
	{ .name = "valid_to" },
};

static struct error save_role(struct ui *ui, struct form *form, void *arg)
{
	struct person_role role = { .person_id = *(int64_t *)arg };
	int64_t id;

	TRY(form_read_row(form, &role));
	return role_add(ui->ctx, &role, &id);
}

static const struct form_def role_def = { NC_("title", "Role"),
	N_("What the person is, where, and from when until when. An earlier role is never "
	   "overwritten."),
	role_fields, LEN(role_fields), NULL, save_role, .record = &record_of_person_role };

static void on_role(struct ui *ui, struct screen *screen)
{
	int64_t id = screen_selected(screen);
	struct arena arena = { 0 };
	struct person p;
	struct error e = person_get(ui->ctx, &arena, id, &p);

	if (e.code != E_OK)
		ui_complain(ui, e);
	else if (form_run_about(ui, &role_def, &id, NULL, p.name))
		ui_say(ui, "%s", _("Saved."));
	arena_clear(&arena);
}

static void on_end_role(struct ui *ui, struct screen *screen)
{
	int64_t id = screen_selected(screen), day = 0;
	struct arena arena = { 0 };
	struct person_roles roles = { 0 };
	struct error e = roles_of(ui->ctx, &arena, ROLES_OF_PERSON, id, &roles);
	const char **names = arena_alloc(&arena, (roles.n + 1) * sizeof(*names));

	for (size_t i = 0; i < roles.n; i++)
		names[i] = arena_printf(&arena, "%s %s",
			text_word(WORDS_PERSON_ROLE, roles.rows[i].kind),
			applicant_shown(ui->ctx, &arena, roles.rows[i].municipality_id,
				roles.rows[i].organization_id));
	int chosen = e.code != E_OK || roles.n == 0 ?
			     -1 :
			     ui_choose(ui, _("Which role ends?"), names, (int)roles.n, 0);
	char *typed = chosen < 0 ? NULL : ui_ask(ui, _("The last day"), "", "", 1);
	if (e.code == E_OK && roles.n == 0)
		e = rule(N_("The person has no role."));
	if (typed != NULL) {
		e = day_parse(typed, &day);
		if (e.code == E_OK)
			e = role_end(ui->ctx, id, roles.rows[chosen].id, day);
		ui_report(ui, e, _("Saved."));
	} else {
		ui_complain(ui, e);
	}
	free(typed);
	arena_clear(&arena);
}

static void on_note(struct ui *ui, struct screen *screen)
{
	struct reference object = reference_number(KIND_PERSON, screen_selected(screen));

	note_form(ui, object.text);
}

static void on_merge(struct ui *ui, struct screen *screen)
{
	merge_into_person(ui, screen_selected(screen));
}

static void on_import(struct ui *ui, struct screen *screen)
{
	(void)screen;
	place_open_at(ui, PLACE_IMPORT, &(struct target){ .text = "person" });
}

static const struct command commands[] = {
	{ .keys = { K_NEW },
		.action = ACT_REGISTER,
		.label = NC_("command", "new"),
		.help = N_("Add a person"),
		.run = on_new },
	{ .keys = { 'i' },
		.action = ACT_REGISTER,
		.label = NC_("command", "import"),
		.help = N_("Add people from a file"),
		.run = on_import },
	{ .keys = { K_EDIT },
		.action = ACT_REGISTER,
		.label = NC_("command", "edit"),
		.help = N_("Change the person's data"),
		.blocked = needs_record,
		.run = on_edit },
	{ .keys = { 'r' },
		.action = ACT_REGISTER,
		.label = NC_("command", "role"),
		.help = N_("Give the person a role for a time"),
		.blocked = needs_record,
		.run = on_role },
	{ .keys = { 'z' },
		.action = ACT_REGISTER,
		.label = NC_("command", "end role"),
		.help = N_("A role of the person ends on a day"),
		.blocked = needs_record,
		.run = on_end_role },
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
/* On one record: all but "new" and "import". */
enum { OF_LIST = 2 };
const struct place_row person_place = {
	.shows = KIND_PERSON,
	.fill = fill_page,
	.commands = { commands + OF_LIST, LEN(commands) - OF_LIST },
};

const struct place_row people_place = {
	.lists = KIND_PERSON,
	.title = NC_("title", "People"),
	.help = N_(
		"People: jurors, contact persons, project managers. Roles have a from and a to."),
	.go = true,
	.commands = { commands, LEN(commands) },
	.watches = CHANGED_REGISTERS | CHANGED_NOTES,
	.list = &source,
};
