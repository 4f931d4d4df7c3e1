/* SPDX-License-Identifier: MIT
 * What the competition is called, in each language. */
#include "ui/office/desk/competition_form.h"

#include "ui/toolkit/form.h"

#include "src/base/i18n.h"
#include "src/ground/competition.h"

enum { NAME_FI, NAME_SV, NAME_EN };

static const struct form_field fields[] = {
	[NAME_FI] = { .name = "name_fi", .kind = FORM_LINE, .required = true },
	[NAME_SV] = { .name = "name_sv", .kind = FORM_LINE, .required = true },
	[NAME_EN] = { .name = "name_en", .kind = FORM_LINE },
};

static struct error fill(struct context *ctx, struct form *form, void *arg)
{
	struct arena arena = { 0 };
	struct competition c;
	struct error e = competition_get(ctx, &arena, &c);

	if (e.code == E_OK) {
		*(int64_t *)arg = c.v;
		form_set(form, NAME_FI, c.name_fi);
		form_set(form, NAME_SV, c.name_sv);
		form_set(form, NAME_EN, c.name_en);
	}
	arena_clear(&arena);
	return e;
}

static struct error save(struct ui *ui, struct form *form, void *arg)
{
	struct competition c = { .name_fi = form_get(form, NAME_FI),
		.name_sv = form_get(form, NAME_SV),
		.name_en = form_get(form, NAME_EN),
		.v = *(int64_t *)arg };

	return competition_rename(ui->ctx, &c);
}

static const struct form_def def = { NC_("title", "The competition's name"),
	N_("It stands in the title line and in everything that is printed."), fields, LEN(fields),
	fill, save };

void competition_form(struct ui *ui)
{
	int64_t v = 0;

	if (form_run(ui, form_new(ui, &def, &v)))
		ui_say(ui, "%s", _("Saved."));
}
