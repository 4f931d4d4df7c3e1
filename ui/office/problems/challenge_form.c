/* SPDX-License-Identifier: MIT */
#include "ui/office/problems/challenge_form.h"

#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/base/money.h"
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
	[CHALLENGE_FI] = { .name = "title_fi", .kind = FORM_LINE, .max = 200 },
	[CHALLENGE_SV] = { .name = "title_sv",
		.kind = FORM_LINE,
		.max = 200,
		.hint = N_("Both titles are needed before it is published, not before.") },
	[CHALLENGE_EN] = { .name = "title_en", .kind = FORM_LINE, .max = 200 },
	[CHALLENGE_PILOT] = { .name = "pilot",
		.kind = FORM_PICK,
		.required = true,
		.pick = pick_municipality },
	[CHALLENGE_TEXT_FI] = { .name = "description",
		.label = N_("Description in Finnish"),
		.kind = FORM_LINES,
		.lines = 4,
		.max = 10000 },
	[CHALLENGE_TEXT_SV] = { .name = "description",
		.label = N_("Description in Swedish"),
		.kind = FORM_LINES,
		.lines = 4,
		.max = 10000 },
	[CHALLENGE_PROCUREMENT] = { .name = "procurement_kind",
		.kind = FORM_CHOICE,
		.words = WORDS_PROCUREMENT_KIND,
		.hint = N_("Decides which thresholds of the procurement act hold.") },
	[CHALLENGE_NOTICE] = { .name = "notice_day",
		.label = N_("Contest notice"),
		.kind = FORM_LINE,
		.max = 20,
		.hint = N_("The thresholds of its day hold.") },
	[CHALLENGE_VALUE] = { .name = "contest_value",
		.label = N_("Estimated value"),
		.kind = FORM_LINE,
		.max = 40,
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
	struct challenge c = {
		.title_fi = "", .title_sv = "", .title_en = "", .text_fi = "", .text_sv = ""
	};
	struct submission s;
	struct error e;
	char text[60] = "";

	c.procurement = "design_contest";
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
		form_set(form, CHALLENGE_FI, c.title_fi);
		form_set(form, CHALLENGE_SV, c.title_sv);
		form_set(form, CHALLENGE_EN, c.title_en);
		form_set_id(form, CHALLENGE_PILOT, c.pilot_id,
			applicant_shown(ctx, &arena, c.pilot_id, 0));
		form_set(form, CHALLENGE_TEXT_FI, c.text_fi);
		form_set(form, CHALLENGE_TEXT_SV, c.text_sv);
		form_set_choice(form, CHALLENGE_PROCUREMENT, c.procurement);
		if (c.notice != 0)
			text_day(c.notice, text, sizeof(text));
		form_set(form, CHALLENGE_NOTICE, text);
		*text = '\0';
		if (c.value != 0)
			money_field(c.value, text, sizeof(text));
		form_set(form, CHALLENGE_VALUE, text);
	}
	arena_clear(&arena);
	return e;
}

static struct error save(struct ui *ui, struct form *form, void *arg)
{
	struct challenge_edit *edit = arg;
	struct challenge c = { .id = edit->id,
		.v = edit->v,
		.code = edit->code,
		.title_fi = form_get(form, CHALLENGE_FI),
		.title_sv = form_get(form, CHALLENGE_SV),
		.title_en = form_get(form, CHALLENGE_EN),
		.text_fi = form_get(form, CHALLENGE_TEXT_FI),
		.text_sv = form_get(form, CHALLENGE_TEXT_SV),
		.procurement = form_choice(form, CHALLENGE_PROCUREMENT),
		.pilot_id = form_id(form, CHALLENGE_PILOT) };

	TRY(input_day("notice_day", form_get(form, CHALLENGE_NOTICE), &c.notice));
	if (*form_get(form, CHALLENGE_VALUE) != '\0')
		TRY(money_parse("contest_value", form_get(form, CHALLENGE_VALUE), &c.value));
	return edit->id != 0 ? challenge_update(ui->ctx, &c) :
			       challenge_add(ui->ctx, edit->problem_id, &c, &edit->id);
}

static const struct form_def def = { NC_("title", "Challenge"),
	N_("A challenge has a pilot municipality and titles in both languages; a working title will do "
	   "until it is published."),
	fields, LEN(fields), fill, save };

bool challenge_form(struct ui *ui, int64_t id, int64_t problem_id)
{
	struct challenge_edit edit = { .id = id, .problem_id = problem_id };
	bool saved = form_run(ui, form_new(ui, &def, &edit));

	if (saved)
		ui_say(ui, "%s", _("Saved."));
	return saved;
}
