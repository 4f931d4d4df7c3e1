/* SPDX-License-Identifier: MIT
 * The form of a problem: a new one, a correction, a new version, or a waiting row of an import. */
#include "ui/office/problems/problem_form.h"

#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/intake/import.h"
#include "src/phases/submission.h"
#include "ui/office/ask.h"
#include "ui/office/pick.h"

enum {
	PROBLEM_APPLICANT,
	PROBLEM_CO,
	PROBLEM_TITLE,
	PROBLEM_BODY,
	PROBLEM_THEME,
};

static void pick_coapplicants(struct ui *ui, struct form *form, size_t field);

static const struct form_field fields[] = {
	[PROBLEM_APPLICANT] = { .name = "municipality",
		.label = N_("Applicant"),
		.kind = FORM_PICK,
		.required = true,
		.pick = pick_applicant },
	[PROBLEM_CO] = { .name = "coapplicants",
		.kind = FORM_PICK,
		.pick = pick_coapplicants,
		.hint = N_("Enter adds one; Backspace empties the field.") },
	[PROBLEM_TITLE] = { .name = "title", .hint = N_("At most 200 characters.") },
	[PROBLEM_BODY] = { .name = "description",
		.hint = N_("At most 10,000 characters. Enter begins a new line, Tab goes on.") },
	[PROBLEM_THEME] = { .name = "theme", .kind = FORM_PICK, .pick = pick_theme },
	{ .name = "language" },
	{ .name = "received", .hint = N_("Such as 31.10.2018 klo 14.05. Empty is now.") },
	{ .name = "channel" },
};

enum { CO_MAX = 60 };

/* What the form is about: a problem (id), a new one, or a waiting row of an import. */
struct editing {
	int64_t id, row_id, v;
	bool new_version;
	struct applicant co[CO_MAX];
	size_t co_count;
	char code[16];
	char theme_text[330];
};

static void show_coapplicants(struct context *ctx, struct form *form, struct editing *editing)
{
	struct arena arena = { 0 };
	struct buffer names = { 0 };

	buffer_text(&names, "");
	for (size_t i = 0; i < editing->co_count; i++)
		buffer_printf(&names, "%s%s", i > 0 ? ", " : "",
			applicant_shown(ctx, &arena, editing->co[i].municipality_id,
				editing->co[i].organization_id));
	form_set_id(form, PROBLEM_CO, (int64_t)editing->co_count, names.text);
	buffer_clear(&names);
	arena_clear(&arena);
}

/* Enter adds one more; it is shown with those that are there already. */
static void pick_coapplicants(struct ui *ui, struct form *form, size_t field)
{
	struct editing *editing = form_arg(form);

	if (form_id(form, field) == 0)
		editing->co_count = 0;
	form_set_id(form, field, INT64_MAX, "");
	pick_applicant(ui, form, field);
	int64_t id = form_id(form, field);
	if (id != INT64_MAX && editing->co_count < CO_MAX)
		editing->co[editing->co_count++] =
			(struct applicant){ id > 0 ? id : 0, id < 0 ? -id : 0 };
	show_coapplicants(ui->ctx, form, editing);
}

static void show_submission(
	struct context *ctx, struct arena *arena, struct form *form, const struct submission *s)
{
	int64_t applicant = s->municipality_id != 0 ? s->municipality_id : -s->organization_id;

	form_set_id(form, PROBLEM_APPLICANT, applicant,
		applicant == 0 ? "" : applicant_field_text(ctx, arena, applicant));
	form_set_id(form, PROBLEM_THEME, s->theme_id, submission_theme(ctx, arena, s));
	form_fill_row(form, s);
}

static struct error fill_from_record(
	struct context *ctx, struct arena *arena, struct form *form, struct editing *editing)
{
	struct submission s;
	struct applicants co;

	TRY(submission_get(ctx, arena, editing->id, &s));
	TRY(submission_coapplicants(ctx, arena, editing->id, &co));
	editing->v = s.v;
	editing->co_count = co.n < CO_MAX ? co.n : CO_MAX;
	if (editing->co_count > 0)
		memcpy(editing->co, co.rows, editing->co_count * sizeof(*editing->co));
	snprintf(editing->code, sizeof(editing->code), "%s", s.code);
	snprintf(editing->theme_text, sizeof(editing->theme_text), "%s", s.theme_text);
	if (editing->new_version)
		s.received = 0; /* it arrives now, unless something else is written */
	show_submission(ctx, arena, form, &s);
	show_coapplicants(ctx, form, editing);
	return ok();
}

static struct error fill_from_row(
	struct context *ctx, struct arena *arena, struct form *form, struct editing *editing)
{
	struct import_row row;
	struct application_input came;

	TRY(import_row_get(ctx, arena, editing->row_id, &row));
	TRY(import_row_record(ctx, arena, &row, &came));
	snprintf(
		editing->theme_text, sizeof(editing->theme_text), "%s", came.submission.theme_text);
	show_submission(ctx, arena, form, &came.submission);
	return ok();
}

static struct error fill(struct context *ctx, struct form *form, void *arg)
{
	struct editing *editing = arg;
	struct arena arena = { 0 };
	struct error e = ok();

	if (editing->id != 0)
		e = fill_from_record(ctx, &arena, form, editing);
	else if (editing->row_id != 0)
		e = fill_from_row(ctx, &arena, form, editing);
	else
		form_fill_row(
			form, &(struct submission){ .lang = i18n_lang(), .channel = "email" });
	arena_clear(&arena);
	return e;
}

static struct error save(struct ui *ui, struct form *form, void *arg)
{
	struct editing *editing = arg;
	int64_t applicant = form_id(form, PROBLEM_APPLICANT), id;
	struct submission_input input = { .coapplicants = editing->co,
		.n = form_id(form, PROBLEM_CO) == 0 ? 0 : editing->co_count };
	struct submission *s = &input.submission;

	*s = (struct submission){
		.id = editing->id, .v = editing->v, .kind = "problem", .code = editing->code
	};
	s->municipality_id = applicant > 0 ? applicant : 0;
	s->organization_id = applicant < 0 ? -applicant : 0;
	s->theme_id = form_id(form, PROBLEM_THEME);
	/* What was written stays as long as nobody chooses from the list or empties the field. */
	s->theme_text = s->theme_id == 0 && *form_get(form, PROBLEM_THEME) != '\0' ?
				editing->theme_text :
				"";
	TRY(form_read_row(form, s));
	if (editing->row_id != 0)
		return import_correct(ui->ctx, editing->row_id,
			&(struct application_input){ .submission = *s }, &id);
	if (editing->new_version)
		return submission_replace(ui->ctx, &input);
	return editing->id != 0 ? with_reason(ui, &input) :
				  submission_add(ui->ctx, &input, &editing->id);
}

static const struct form_def new_def = { NC_("title", "New problem"),
	N_("Record a problem as it came. Fields with * must be filled in; Ctrl-S saves."), fields,
	LEN(fields), fill, save, NULL, NULL, &record_of_submission, IN_ADD };
static const struct form_def edit_def = { NC_("title", "Correct the problem"),
	N_("Correct what was recorded wrongly. What the applicant sends anew is a new version: key v "
	   "on the record."),
	fields, LEN(fields), fill, save, NULL, NULL, &record_of_submission, IN_ADD };
static const struct form_def version_def = { NC_("title", "New version"),
	N_("The applicant sent it anew: this replaces the text, and the earlier one is kept."),
	fields, LEN(fields), fill, save, NULL, NULL, &record_of_submission, IN_ADD };
static const struct form_def row_def = { NC_("title", "Correct the row"),
	N_("A row of an imported file. Put right what was refused and save: it becomes a problem with "
	   "its own time of arrival."),
	fields, LEN(fields), fill, save, NULL, NULL, &record_of_submission, IN_ADD };

static void say_code(struct ui *ui, int64_t id)
{
	struct arena arena = { 0 };
	struct submission s;
	struct error e = submission_get(ui->ctx, &arena, id, &s);

	if (e.code == E_OK)
		/* TRANSLATORS: %s is the code of what was saved, such as P-013. */
		report_standing(ui, e, id, arena_printf(&arena, _("Saved: %s."), s.code));
	else
		ui_complain(ui, e);
	arena_clear(&arena);
}

int64_t problem_form(struct ui *ui, int64_t id, bool new_version)
{
	struct editing editing = { .id = id, .new_version = new_version };
	const struct form_def *def = id == 0 ? &new_def : new_version ? &version_def : &edit_def;

	if (!form_run(ui, form_new(ui, def, &editing)))
		return 0;
	say_code(ui, editing.id);
	return editing.id;
}

bool problem_form_from_row(struct ui *ui, int64_t row_id, const char *field)
{
	struct editing editing = { .row_id = row_id };
	struct form *form = form_new(ui, &row_def, &editing);

	form_focus(form, field);
	bool saved = form_run(ui, form);

	if (saved)
		ui_say(ui, "%s", _("Saved as a problem."));
	return saved;
}
