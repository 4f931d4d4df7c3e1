/* SPDX-License-Identifier: MIT */
#include "ui/office/problems/challenge_form.h"

#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/phases/challenge.h"
#include "src/phases/submission.h"
#include "ui/office/pick.h"

enum {
	CHALLENGE_FI,
	CHALLENGE_SV,
	CHALLENGE_EN,
	CHALLENGE_PILOT,
	CHALLENGE_TEXT_FI,
	CHALLENGE_TEXT_SV,
	CHALLENGE_PROCUREMENT,
	CHALLENGE_NOTICE,
	CHALLENGE_VALUE,
};

static const struct form_field fields[] = {
	[CHALLENGE_FI] = { .name = "title_fi" },
	[CHALLENGE_SV] = { .name = "title_sv",
		.hint = N_("Both titles are needed before it is published, not before.") },
	[CHALLENGE_EN] = { .name = "title_en" },
	[CHALLENGE_PILOT] = { .name = "pilot", .kind = FORM_PICK, .pick = pick_municipality },
	[CHALLENGE_TEXT_FI] = { .name = "description",
		.label = N_("Description in Finnish"),
		.lines = 4 },
	[CHALLENGE_TEXT_SV] = { .name = "description",
		.label = N_("Description in Swedish"),
		.lines = 4 },
	[CHALLENGE_PROCUREMENT] = { .name = "procurement_kind",
		.hint = N_("Decides which thresholds of the procurement act hold.") },
	[CHALLENGE_NOTICE] = { .name = "notice_day",
		.label = N_("Contest notice"),
		.hint = N_("The thresholds of its day hold.") },
	[CHALLENGE_VALUE] = { .name = "contest_value",
		.label = N_("Estimated value"),
		.hint = N_(
			"At the notice, without VAT: prizes, fees and the contract that may follow.") },
};

struct challenge_edit {
	int64_t id, problem_id, v;
	char code[16];
};

static struct error fill(struct context *ctx, struct form *form, void *arg)
{
	struct challenge_edit *edit = arg;
	struct arena arena = { 0 };
	struct challenge c = { .procurement = "design_contest" };
	struct submission s;
	struct error e;

	if (edit->id != 0) {
		e = challenge_get(ctx, &arena, edit->id, &c);
	} else { /* the problem's own words are a start */
		e = submission_get(ctx, &arena, edit->problem_id, &s);
		if (e.code == E_OK) {
			bool swedish = strcmp(s.lang, "sv") == 0;

			*(swedish ? &c.title_sv : &c.title_fi) = s.title;
			*(swedish ? &c.text_sv : &c.text_fi) = s.body;
			c.pilot_id = s.municipality_id;
		}
	}
	if (e.code == E_OK) {
		edit->v = c.v;
		snprintf(edit->code, sizeof(edit->code), "%s", c.code == NULL ? "" : c.code);
		form_fill_row(form, &c);
		form_set_id(form, CHALLENGE_PILOT, c.pilot_id,
			applicant_shown(ctx, &arena, c.pilot_id, 0));
	}
	arena_clear(&arena);
	return e;
}

static struct error save(struct ui *ui, struct form *form, void *arg)
{
	struct challenge_edit *edit = arg;
	struct challenge c = { .id = edit->id, .v = edit->v, .code = edit->code };

	TRY(form_read_row(form, &c));
	return edit->id != 0 ? challenge_update(ui->ctx, &c) :
			       challenge_add(ui->ctx, edit->problem_id, &c, &edit->id);
}

static const struct form_def def = { NC_("title", "Challenge"),
	N_("A challenge has a pilot municipality and titles in both languages; a working title will do "
	   "until it is published."),
	fields, LEN(fields), fill, save, .record = &record_of_challenge };

bool challenge_form(struct ui *ui, int64_t id, int64_t problem_id)
{
	struct challenge_edit edit = { .id = id, .problem_id = problem_id };
	bool saved = form_run(ui, form_new(ui, &def, &edit));

	if (saved)
		ui_say(ui, "%s", _("Saved."));
	return saved;
}
