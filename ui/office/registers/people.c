/* SPDX-License-Identifier: MIT
 * The register of people, with their roles over time. */
#include "src/registers/person.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/base/text.h"
#include "src/phases/submission.h"
#include "src/registers/organization.h"
#include "ui/office/registers/people_import.h"
#include "ui/office/registers/merging.h"
#include "ui/office/office.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/list.h"

static void title(const struct screen *screen, char *out, size_t size)
{
	(void)screen;
	snprintf(out, size, "%s", C_("title", "People"));
}

static const struct list_column columns[] = {
	{ NC_("column", "Name"), 22, 2, ALIGN_LEFT, -1 },
	{ NC_("column", "E-mail"), 26, 2, ALIGN_LEFT, -1 },
	{ NC_("column", "Telephone"), 14, 0, ALIGN_LEFT, -1 },
	{ NC_("column", "Language"), 8, 0, ALIGN_LEFT, -1 },
};

static struct error ids(struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	(void)screen;
	(void)sort;
	return person_ids(ctx, list);
}

static struct error row(struct screen *screen, struct context *ctx, int64_t id, struct arena *arena,
	const char **cells, enum style *style)
{
	struct person p;

	(void)screen;
	(void)style;
	TRY(person_get(ctx, arena, id, &p));
	cells[0] = p.name;
	cells[1] = p.email;
	cells[2] = p.phone;
	cells[3] = text_word(WORDS_LANGUAGE, p.lang);
	return ok();
}

static void add_period(char *out, size_t size, int64_t from, int64_t to)
{
	char a[40] = "", b[40] = "";

	if (from != 0)
		text_day(from, a, sizeof(a));
	if (to != 0)
		text_day(to, b, sizeof(b));
	snprintf(out, size, from == 0 && to == 0 ? "%s%s" : "%s–%s", a, b);
}

static struct error add_roles(
	struct context *ctx, struct arena *arena, int64_t id, struct page *page)
{
	struct person_roles roles;

	TRY(roles_of(ctx, arena, ROLES_OF_PERSON, id, &roles));
	if (roles.n > 0)
		page_heading(page, C_("label", "Roles"));
	for (size_t i = 0; i < roles.n; i++) {
		const struct person_role *r = &roles.rows[i];
		char period[100];

		add_period(period, sizeof(period), r->valid_from, r->valid_to);
		page_printf(page, text_word(WORDS_PERSON_ROLE, r->kind), "%s%s%s  %s", r->title,
			*r->title != '\0' ? ", " : "",
			applicant_shown(ctx, arena, r->municipality_id, r->organization_id),
			period);
	}
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
	page_field(page, text_word(WORDS_FIELD, "email"), p.email);
	page_field(page, text_word(WORDS_FIELD, "phone"), p.phone);
	page_field(page, text_word(WORDS_FIELD, "language"), text_word(WORDS_LANGUAGE, p.lang));
	TRY(add_roles(ctx, arena, id, page));
	return page_notes(ctx, arena, arena_printf(arena, "person:%lld", (long long)id), page);
}

static struct error record(struct screen *screen, struct context *ctx, struct arena *arena,
	int64_t id, struct page *page)
{
	char name[100];

	(void)screen;
	return fill_page(ctx, arena, id, page, name, sizeof(name));
}

static void open_row(struct ui *ui, struct screen *screen, int64_t id)
{
	(void)screen;
	open_person(ui, id);
}

static const struct list_source source = {
	.columns = columns,
	.n = LEN(columns),
	.ids = ids,
	.row = row,
	.record = record,
	.open = open_row,
	.empty = N_("No people yet. Press n to add one."),
	.file = "people",
};

enum { PERSON_NAME, PERSON_EMAIL, PERSON_PHONE, PERSON_LANG };

static const struct form_field fields[] = {
	[PERSON_NAME] = { .name = "name", .kind = FORM_LINE, .required = true },
	[PERSON_EMAIL] = { .name = "email", .kind = FORM_LINE },
	[PERSON_PHONE] = { .name = "phone", .kind = FORM_LINE },
	[PERSON_LANG] = { .name = "language",
		.kind = FORM_CHOICE,
		.words = WORDS_LANGUAGE,
		.hint = N_("Letters and documents come in this language.") },
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
		form_set(form, PERSON_NAME, p.name);
		form_set(form, PERSON_EMAIL, p.email);
		form_set(form, PERSON_PHONE, p.phone);
		form_set_choice(form, PERSON_LANG, p.lang);
	}
	arena_clear(&arena);
	return e;
}

static struct error save(struct ui *ui, struct form *form, void *arg)
{
	struct person_edit *edit = arg;
	struct person p = { .id = edit->id,
		.v = edit->v,
		.name = form_get(form, PERSON_NAME),
		.email = form_get(form, PERSON_EMAIL),
		.phone = form_get(form, PERSON_PHONE),
		.lang = form_choice(form, PERSON_LANG) };

	return edit->id == 0 ? person_add(ui->ctx, &p, &edit->id) : person_update(ui->ctx, &p);
}

static const struct form_def def = { NC_("title", "Person"),
	N_("A person has one record; other spellings of the name are added to it."), fields,
	LEN(fields), fill, save };

int64_t people_so_far(struct ui *ui)
{
	int64_t newest = 0;

	ui_complain(ui, person_newest(ui->ctx, &newest));
	return newest;
}

const char *known_names(struct ui *ui, struct arena *arena, int64_t so_far)
{
	struct namesakes all = { 0 };
	struct buffer names = { 0 };

	ui_complain(ui, person_namesakes(ui->ctx, arena, so_far, &all));
	buffer_text(&names, "");
	for (size_t i = 0; i < all.n; i++)
		if (i == 0 || all.rows[i].id != all.rows[i - 1].id)
			buffer_printf(&names, "%s%s", i > 0 ? ", " : "", all.rows[i].name);
	const char *text = arena_text(arena, names.text);
	buffer_clear(&names);
	return text;
}

void say_saved_people(struct ui *ui, int64_t so_far)
{
	struct arena arena = { 0 };
	const char *names = known_names(ui, &arena, so_far);

	if (*names == '\0')
		ui_say(ui, "%s", _("Saved."));
	else
		/* TRANSLATORS: %s is a name, or several with commas; h and y are keys. */
		ui_say(ui,
			_("Saved. The register already has a person of this name: %s. If they are "
			  "one, y in the list of people (h) makes them one."),
			names);
	arena_clear(&arena);
}

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

enum { ROLE_KIND, ROLE_TITLE, ROLE_ORGANIZATION, ROLE_MUNICIPALITY, ROLE_FROM, ROLE_TO };

static const struct form_field role_fields[] = {
	[ROLE_KIND] = { .name = "role", .kind = FORM_CHOICE, .words = WORDS_PERSON_ROLE },
	[ROLE_TITLE] = { .name = "title", .label = N_("Job title"), .kind = FORM_LINE },
	[ROLE_ORGANIZATION] = { .name = "organization",
		.kind = FORM_PICK,
		.pick = pick_organization },
	[ROLE_MUNICIPALITY] = { .name = "municipality",
		.kind = FORM_PICK,
		.pick = pick_municipality },
	[ROLE_FROM] = { .name = "valid_from", .kind = FORM_LINE },
	[ROLE_TO] = { .name = "valid_to", .kind = FORM_LINE },
};

static struct error save_role(struct ui *ui, struct form *form, void *arg)
{
	struct person_role role = { .person_id = *(int64_t *)arg,
		.kind = form_choice(form, ROLE_KIND),
		.title = form_get(form, ROLE_TITLE),
		.organization_id = form_id(form, ROLE_ORGANIZATION),
		.municipality_id = form_id(form, ROLE_MUNICIPALITY) };
	int64_t id;

	TRY(input_day("valid_from", form_get(form, ROLE_FROM), &role.valid_from));
	TRY(input_day("valid_to", form_get(form, ROLE_TO), &role.valid_to));
	return role_add(ui->ctx, &role, &id);
}

static const struct form_def role_def = { NC_("title", "Role"),
	N_("What the person is, where, and from when until when. An earlier role is never "
	   "overwritten."),
	role_fields, LEN(role_fields), NULL, save_role };

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
	char object[40];

	snprintf(object, sizeof(object), "person:%lld", (long long)screen_selected(screen));
	note_form(ui, object);
}

static void on_merge(struct ui *ui, struct screen *screen)
{
	merge_into_person(ui, screen_selected(screen));
}

static const struct command commands[] = {
	{ .keys = { 'n' },
		.action = ACT_REGISTER,
		.label = NC_("command", "new"),
		.help = N_("Add a person"),
		.run = on_new },
	{ .keys = { 'i' },
		.action = ACT_REGISTER,
		.label = NC_("command", "import"),
		.help = N_("Add people from a file"),
		.run = import_people },
	{ .keys = { 'e' },
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
	{ .keys = { 'R' },
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
	{ .keys = { 'c' },
		.action = ACT_NOTE,
		.label = NC_("command", "note"),
		.help = N_("Write down a contact"),
		.blocked = needs_record,
		.run = on_note },
};
/* On one record: all but "new" and "import". */
enum { OF_LIST = 2 };
static const struct commands record_commands = { commands + OF_LIST, LEN(commands) - OF_LIST };

void open_person(struct ui *ui, int64_t id)
{
	ui_push(ui, record_new(ui, fill_page, id, &record_commands));
}

static const struct screen_ops ops = {
	.size = sizeof(struct list_screen),
	.title = title,
	.help = N_(
		"People: jurors, contact persons, project managers. Roles have a from and a to."),
	.commands = { commands, LEN(commands) },
	.shared = &list_commands,
	.watches = CHANGED_REGISTERS,
	.load = list_load,
	.layout = list_layout,
	.prepare = list_prepare,
	.paint = list_paint,
	.key = list_key,
	.selected = list_selected,
	.status = list_describe,
	.close = list_close,
};

struct screen *people_new(struct ui *ui)
{
	struct screen *screen = screen_new(ui, &ops);

	list_init((struct list_screen *)screen, &source);
	return screen;
}
