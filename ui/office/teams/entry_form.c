/* SPDX-License-Identifier: MIT
 * Forms of what teams send: an application with its team, a solution, and corrections of both. */
#include "ui/office/teams/entry_form.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/intake/import.h"
#include "src/ground/sides.h"
#include "src/phases/challenge.h"
#include "src/registers/organization.h"
#include "ui/office/ask.h"
#include "ui/office/mentoring/mentoring_pick.h"
#include "ui/office/pick.h"
#include "ui/office/registers/known.h"
#include "ui/toolkit/dialog.h"

enum { A_TEAM, A_CHALLENGE, A_KIND, A_ORGANIZATION, A_MEMBERS, A_TITLE };
enum { S_TEAM, S_TITLE };

static void set_challenge(struct context *ctx, struct form *form, int64_t id)
{
	struct arena arena = { 0 };
	struct challenge c;

	if (challenge_get(ctx, &arena, id, &c).code == E_OK)
		form_set_id(form, A_CHALLENGE, id,
			arena_printf(&arena, "%s %s", c.code, challenge_title(&c, NULL)));
	arena_clear(&arena);
}

/* An application is for one challenge, never common to all. */
static void pick_one_challenge(struct ui *ui, struct form *form, size_t field)
{
	int64_t id = choose_challenge(ui, _("Challenge"), NULL, form_id(form, field));

	(void)field;
	if (id > 0)
		set_challenge(ui->ctx, form, id);
}

/* Only a team that was selected hands in a solution. */
static void pick_going_on(struct ui *ui, struct form *form, size_t field)
{
	int64_t id = choose_team(ui, _("Team: type a part of its name"), TEAMS_MENTORED);
	struct arena arena = { 0 };
	struct team t;

	if (id > 0 && team_get(ui->ctx, &arena, id, &t).code == E_OK)
		form_set_id(form, field, id, t.name);
	arena_clear(&arena);
}

/* All forms end with these, and the record's others. */
#define ENTRY_FIELDS \
	{ .name = "title" }, { .name = "language" }, { .name = "description", .lines = 6 }, \
		{ .name = "contact" }, { .name = "contact_email" }, { .name = "contact_phone" }, \
	{ \
		.name = "received", .required = true \
	}

static const struct form_field application_fields[] = {
	[A_TEAM] = { .name = "team",
		.kind = FORM_LINE,
		.required = true,
		.hint = N_("The team's name as it has written it.") },
	[A_CHALLENGE] = { .name = "challenge",
		.kind = FORM_PICK,
		.required = true,
		.pick = pick_one_challenge,
		.hint = N_("Enter chooses the challenge it applies to.") },
	[A_KIND] = { .name = "kind", .kind = FORM_CHOICE, .words = WORDS_TEAM_KIND },
	[A_ORGANIZATION] = { .name = "organization",
		.kind = FORM_PICK,
		.pick = pick_organization,
		.hint = N_("Only if there is one behind the team.") },
	[A_MEMBERS] = { .name = "members",
		.kind = FORM_LINES,
		.lines = 5,
		.max = 4000,
		.hint = N_("One on a line, with an e-mail address if it is known: Maija Malli "
			   "maija@malli.example") },
	ENTRY_FIELDS,
};

static const struct form_field solution_fields[] = {
	[S_TEAM] = { .name = "team",
		.kind = FORM_PICK,
		.required = true,
		.pick = pick_going_on,
		.hint = N_("Enter chooses the team that hands it in.") },
	ENTRY_FIELDS,
};

static const struct form_field entry_fields[] = { ENTRY_FIELDS };

struct entry_edit {
	const char *kind;
	int64_t id, row_id;
	struct submission before; /* in the arena */
	struct arena arena;
	bool new_version;
};

static void set_entry(struct form *form, size_t title, const struct submission *s)
{
	form_fill_row(form, s);
	if (s->sealed_by != 0)
		form_set(form, title, sides_cover());
}

static struct submission fresh_entry(struct context *ctx)
{
	return (struct submission){
		.lang = i18n_lang(), .received = context_now(ctx), .channel = "email"
	};
}

static void set_team(struct context *ctx, struct arena *arena, struct form *form,
	const struct application_input *came)
{
	struct buffer members = { 0 };
	struct organization o;

	buffer_text(&members, "");
	for (size_t i = 0; i < came->n; i++)
		buffer_printf(&members, "%s%s %s", i > 0 ? "\n" : "", came->members[i].name,
			came->members[i].email == NULL ? "" : came->members[i].email);
	form_set(form, A_TEAM, came->team.name);
	form_set_choice(form, A_KIND, came->team.kind);
	form_set(form, A_MEMBERS, members.text);
	if (came->team.challenge_id != 0)
		set_challenge(ctx, form, came->team.challenge_id);
	if (came->team.organization_id != 0 &&
		organization_get(ctx, arena, came->team.organization_id, &o).code == E_OK)
		form_set_id(form, A_ORGANIZATION, o.id, organization_name(&o));
	buffer_clear(&members);
}

/* The one challenge there is, else 0. */
static struct error only_challenge(struct context *ctx, int64_t *id)
{
	struct id_list challenges = { 0 };
	struct error e = challenge_ids(ctx, &challenges);

	*id = e.code == E_OK && challenges.n == 1 ? challenges.ids[0] : 0;
	id_list_clear(&challenges);
	return e;
}

/* What came in a file, or an empty one. */
static struct error first_record(
	struct context *ctx, struct entry_edit *edit, struct application_input *came)
{
	struct import_row row;

	*came = (struct application_input){ .team = { .name = "", .kind = "other" },
		.submission = fresh_entry(ctx) };
	if (edit->row_id == 0)
		return only_challenge(ctx, &came->team.challenge_id);
	TRY(import_row_get(ctx, &edit->arena, edit->row_id, &row));
	return import_row_record(ctx, &edit->arena, &row, came);
}

static struct error fill_application(struct context *ctx, struct form *form, void *arg)
{
	struct entry_edit *edit = arg;
	struct application_input came;

	TRY(first_record(ctx, edit, &came));
	set_team(ctx, &edit->arena, form, &came);
	set_entry(form, A_TITLE, &came.submission);
	return ok();
}

static struct error save_application(struct ui *ui, struct form *form, void *arg)
{
	struct entry_edit *edit = arg;
	struct member_input members[MEMBERS_MAX];
	struct arena arena = { 0 };
	struct application_input input = { .members = members,
		.team = { .name = form_get(form, A_TEAM),
			.challenge_id = form_id(form, A_CHALLENGE),
			.kind = form_choice(form, A_KIND),
			.organization_id = form_id(form, A_ORGANIZATION) } };

	if (input.team.challenge_id == 0)
		return fail(E_REQUIRED, "challenge");
	TRY(form_read_row(form, &input.submission));
	input.n = members_read(&arena, form_get(form, A_MEMBERS), members);
	struct error e = edit->row_id != 0 ?
				 import_correct(ui->ctx, edit->row_id, &input, &edit->id) :
				 application_add(ui->ctx, &input, &edit->id);
	arena_clear(&arena);
	return e;
}

static const struct form_def application_def = { NC_("title", "New application"),
	N_("A team with its application to one challenge. The members can be changed later."),
	application_fields, LEN(application_fields), fill_application, save_application, NULL, NULL,
	&record_of_submission, IN_ADD };

static struct error fill_solution(struct context *ctx, struct form *form, void *arg)
{
	struct entry_edit *edit = arg;
	struct application_input came;
	struct team t;

	TRY(first_record(ctx, edit, &came));
	set_entry(form, S_TITLE, &came.submission);
	if (came.submission.team_id != 0 &&
		team_get(ctx, &edit->arena, came.submission.team_id, &t).code == E_OK)
		form_set_id(form, S_TEAM, t.id, t.name);
	return ok();
}

static struct error save_solution(struct ui *ui, struct form *form, void *arg)
{
	struct entry_edit *edit = arg;
	struct application_input in = { .submission = { .kind = "solution",
						.team_id = form_id(form, S_TEAM) } };

	if (in.submission.team_id == 0)
		return fail(E_REQUIRED, "team");
	TRY(form_read_row(form, &in.submission));
	if (edit->row_id != 0)
		return import_correct(ui->ctx, edit->row_id, &in, &edit->id);
	return submission_add(
		ui->ctx, &(struct submission_input){ .submission = in.submission }, &edit->id);
}

static const struct form_def solution_def = { NC_("title", "New solution"),
	N_("What a team hands in. The jury reads it without names, after masking."),
	solution_fields, LEN(solution_fields), fill_solution, save_solution, NULL, NULL,
	&record_of_submission, IN_ADD };

static struct error fill_entry(struct context *ctx, struct form *form, void *arg)
{
	struct entry_edit *edit = arg;

	TRY(submission_get(ctx, &edit->arena, edit->id, &edit->before));
	set_entry(form, 0, &edit->before);
	return ok();
}

static struct error save_entry(struct ui *ui, struct form *form, void *arg)
{
	struct entry_edit *edit = arg;
	struct submission_input input = { .submission = edit->before };

	TRY(form_read_row(form, &input.submission));
	return edit->new_version ? submission_replace(ui->ctx, &input) : with_reason(ui, &input);
}

static const struct form_def entry_def = { NC_("title", "Correct"),
	N_("Corrects the record. What the team sends anew is recorded as a new version instead."),
	entry_fields, LEN(entry_fields), fill_entry, save_entry, NULL, NULL, &record_of_submission,
	IN_EDIT };
static const struct form_def version_def = { NC_("title", "New version"),
	N_("The team sent it anew: the earlier one is kept as a version."), entry_fields,
	LEN(entry_fields), fill_entry, save_entry, NULL, NULL, &record_of_submission, IN_EDIT };

int64_t entry_form(struct ui *ui, const char *kind, int64_t id, bool new_version)
{
	struct entry_edit edit = { .kind = kind, .id = id, .new_version = new_version };
	const struct form_def *def = id != 0 ? (new_version ? &version_def : &entry_def) :
				     submission_kind_of(kind) == SUBMISSION_KIND_SOLUTION ?
					       &solution_def :
					       &application_def;
	int64_t so_far = people_so_far(ui);
	bool saved = form_run(ui, form_new(ui, def, &edit));

	if (saved && *known_names(ui, &edit.arena, so_far) != '\0')
		say_saved_people(ui, so_far);
	else if (saved)
		report_standing(ui, ok(), edit.id, _("Saved."));
	arena_clear(&edit.arena);
	return saved ? edit.id : 0;
}

bool entry_form_from_row(struct ui *ui, const char *kind, int64_t row_id, const char *field)
{
	struct entry_edit edit = { .kind = kind, .row_id = row_id };
	struct form *form = form_new(ui,
		submission_kind_of(kind) == SUBMISSION_KIND_SOLUTION ? &solution_def :
								       &application_def,
		&edit);

	int64_t so_far = people_so_far(ui);
	form_focus(form, field);
	bool saved = form_run(ui, form);
	arena_clear(&edit.arena);
	if (saved)
		say_saved_people(ui, so_far);
	return saved;
}
