/* SPDX-License-Identifier: MIT
 * What the competition is called, in each language, and what kind of organizer it has. */
#include "ui/office/desk/competition_form.h"

#include <stdlib.h>

#include "ui/office/ask.h"
#include "ui/toolkit/dialog.h"

#include "src/base/i18n.h"
#include "src/ground/competition.h"

static struct error fill(struct context *ctx, struct form *form, void *arg)
{
	struct arena arena = { 0 };
	struct competition c;
	struct error e = competition_get(ctx, &arena, &c);

	if (e.code == E_OK) {
		*(int64_t *)arg = c.v;
		form_fill_row(form, &c);
	}
	arena_clear(&arena);
	return e;
}

static struct error save(struct ui *ui, struct form *form, void *arg)
{
	struct competition c = { .v = *(int64_t *)arg };

	TRY(form_read_row(form, &c));
	return competition_rename(ui->ctx, &c);
}

static const struct form_def def = { NC_("title", "The competition's name"),
	N_("It stands in the title line and in everything that is printed."), NULL, 0, fill, save,
	.record = &record_of_competition, .in = IN_EDIT };

void competition_form(struct ui *ui)
{
	int64_t v = 0;

	if (form_run(ui, form_new(ui, &def, &v)))
		ui_say(ui, "%s", _("Saved."));
}

void competition_profile(struct ui *ui)
{
	struct arena arena = { 0 };
	struct competition c = { .legal_profile = "" };
	struct error e = competition_get(ui->ctx, &arena, &c);
	const char *chosen = e.code != E_OK ? NULL :
					      ui_choose_word(ui, C_("field", "Kind of organizer"),
						      WORDS_LEGAL_PROFILE, c.legal_profile);

	if (e.code != E_OK)
		ui_complain(ui, e);
	if (chosen != NULL) {
		char *reason = ask_reason(ui, C_("field", "Kind of organizer"),
			_("By it notices name the law they rest on. It can be changed until the first "
			  "decision has been approved. Why is it another?"));

		if (reason != NULL)
			ui_report(
				ui, competition_set_profile(ui->ctx, chosen, reason), _("Saved."));
		free(reason);
	}
	arena_clear(&arena);
}
