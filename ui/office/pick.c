/* SPDX-License-Identifier: MIT */
#include "ui/office/pick.h"

#include <string.h>

#include "src/base/i18n.h"
#include "src/phases/submission.h"
#include "src/registers/municipality.h"
#include "src/registers/organization.h"
#include "src/registers/person.h"
#include "ui/toolkit/dialog.h"

/* Names and ids side by side, for a pick; the names to be found by may be longer than those shown
 * afterwards. */
struct choices {
	struct arena arena;
	const char **names, **shown;
	int64_t *ids;
	size_t n;
};

static void choices_init(struct choices *choices, size_t capacity)
{
	*choices = (struct choices){ 0 };
	choices->names = arena_alloc(&choices->arena, (capacity + 1) * sizeof(*choices->names));
	choices->shown = arena_alloc(&choices->arena, (capacity + 1) * sizeof(*choices->shown));
	choices->ids = arena_alloc(&choices->arena, (capacity + 1) * sizeof(*choices->ids));
}

static void choices_add(struct choices *choices, int64_t id, const char *name)
{
	choices->ids[choices->n] = id;
	choices->shown[choices->n] = arena_text(&choices->arena, name);
	choices->names[choices->n] = choices->shown[choices->n];
	choices->n++;
}

static void choices_run(
	struct ui *ui, struct choices *choices, const char *title, struct form *form, size_t field)
{
	int chosen = ui_pick(ui, title, choices->names, choices->n);

	if (chosen >= 0)
		form_set_id(form, field, choices->ids[chosen], choices->shown[chosen]);
	arena_clear(&choices->arena);
}

static struct error add_municipalities(
	struct ui *ui, struct choices *choices, const struct id_list *ids)
{
	for (size_t i = 0; i < ids->n; i++) {
		struct municipality m;

		TRY(municipality_get(ui->ctx, &choices->arena, ids->ids[i], &m));
		const char *shown = municipality_shown(ui->ctx, &choices->arena, &m);
		bool swedish = strcmp(i18n_lang(), "sv") == 0;

		choices_add(choices, m.id, shown);
		if (strcmp(m.name_fi, m.name_sv) != 0) /* found by either name */
			choices->names[choices->n - 1] = arena_printf(
				&choices->arena, "%s (%s)", shown, swedish ? m.name_fi : m.name_sv);
	}
	return ok();
}

/* Those that there are today: wellbeing services counties began in 2023. */
static struct error add_organizations(
	struct ui *ui, struct choices *choices, const struct id_list *ids, int sign)
{
	int64_t today = day_of_time(context_now(ui->ctx));

	for (size_t i = 0; i < ids->n; i++) {
		struct organization o;

		TRY(organization_get(ui->ctx, &choices->arena, ids->ids[i], &o));
		if (o.valid_from > today || (o.valid_to != 0 && o.valid_to < today))
			continue;
		choices_add(choices, sign * o.id, organization_name(&o));
	}
	return ok();
}

void pick_municipality(struct ui *ui, struct form *form, size_t field)
{
	struct id_list ids = { 0 };
	struct choices choices;
	struct error e = municipality_ids(ui->ctx, MUNICIPALITY_BY_NAME, 0, &ids);

	choices_init(&choices, ids.n);
	if (e.code == E_OK)
		e = add_municipalities(ui, &choices, &ids);
	id_list_clear(&ids);
	ui_complain(ui, e);
	choices_run(ui, &choices, _("Municipality: type the beginning of its name"), form, field);
}

/* Municipalities, and the joint authorities and counties that may send problems as well. */
void pick_applicant(struct ui *ui, struct form *form, size_t field)
{
	struct id_list ids = { 0 }, joint = { 0 }, counties = { 0 };
	struct choices choices;
	struct error e = municipality_ids(ui->ctx, MUNICIPALITY_BY_NAME, 0, &ids);

	if (e.code == E_OK)
		e = organization_ids(ui->ctx, "joint_authority", &joint);
	if (e.code == E_OK)
		e = organization_ids(ui->ctx, "county", &counties);
	choices_init(&choices, ids.n + joint.n + counties.n);
	if (e.code == E_OK)
		e = add_municipalities(ui, &choices, &ids);
	if (e.code == E_OK)
		e = add_organizations(ui, &choices, &joint, -1);
	if (e.code == E_OK)
		e = add_organizations(ui, &choices, &counties, -1);
	id_list_clear(&ids);
	id_list_clear(&joint);
	id_list_clear(&counties);
	ui_complain(ui, e);
	choices_run(ui, &choices, _("Applicant: type the beginning of its name"), form, field);
}

const char *applicant_field_text(struct context *ctx, struct arena *arena, int64_t id)
{
	return applicant_shown(ctx, arena, id > 0 ? id : 0, id < 0 ? -id : 0);
}

void pick_organization(struct ui *ui, struct form *form, size_t field)
{
	struct id_list ids = { 0 };
	struct choices choices;
	struct error e = organization_ids(ui->ctx, NULL, &ids);

	choices_init(&choices, ids.n);
	if (e.code == E_OK)
		e = add_organizations(ui, &choices, &ids, 1);
	id_list_clear(&ids);
	ui_complain(ui, e);
	choices_run(ui, &choices, _("Organization: type the beginning of its name"), form, field);
}

void pick_theme(struct ui *ui, struct form *form, size_t field)
{
	struct choices choices;
	struct themes themes = { 0 };

	choices_init(&choices, 100);
	ui_complain(ui, theme_list(ui->ctx, &choices.arena, &themes));
	for (size_t i = 0; i < themes.n && i < 100; i++)
		choices_add(&choices, themes.rows[i].id, theme_name(&themes.rows[i]));
	choices_run(ui, &choices, _("Theme"), form, field);
}
