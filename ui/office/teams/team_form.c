/* SPDX-License-Identifier: MIT
 * Forms of a team: its own data, its members. */
#include "ui/office/teams/team_form.h"

#include <stdio.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/phases/team.h"
#include "src/registers/organization.h"
#include "ui/office/ask.h"
#include "ui/office/pick.h"
#include "ui/office/registers/known.h"

enum { TEAM_NAME, TEAM_KIND, TEAM_ORGANIZATION };

static const struct form_field team_fields[] = {
	[TEAM_NAME] = { .name = "team" },
	[TEAM_KIND] = { .name = "kind" },
	[TEAM_ORGANIZATION] = { .name = "organization",
		.kind = FORM_PICK,
		.pick = pick_organization,
		.hint = N_("Only if there is one behind the team.") },
};

struct team_edit {
	int64_t id, challenge_id, v;
};

static struct error fill_team(struct context *ctx, struct form *form, void *arg)
{
	struct team_edit *edit = arg;
	struct arena arena = { 0 };
	struct team t = { 0 };
	struct organization o = { 0 };
	struct error e = team_get(ctx, &arena, edit->id, &t);

	if (e.code == E_OK && t.organization_id != 0)
		e = organization_get(ctx, &arena, t.organization_id, &o);
	if (e.code == E_OK) {
		edit->v = t.v;
		edit->challenge_id = t.challenge_id;
		form_fill_row(form, &t);
		form_set_id(form, TEAM_ORGANIZATION, t.organization_id,
			o.id == 0 ? "" : organization_name(&o));
	}
	arena_clear(&arena);
	return e;
}

static struct error save_team(struct ui *ui, struct form *form, void *arg)
{
	struct team_edit *edit = arg;
	struct team t = { .id = edit->id, .v = edit->v, .challenge_id = edit->challenge_id };

	TRY(form_read_row(form, &t));
	return team_update(ui->ctx, &t);
}

static const struct form_def team_def = { NC_("title", "Team"),
	N_("The team's own data. Its members are changed on its page."), team_fields,
	LEN(team_fields), fill_team, save_team, .record = &record_of_team };

bool team_form(struct ui *ui, int64_t team_id)
{
	struct team_edit edit = { .id = team_id };
	bool saved = form_run(ui, form_new(ui, &team_def, &edit));

	if (saved)
		ui_say(ui, "%s", _("Saved."));
	return saved;
}

enum { MEMBER_NAME, MEMBER_EMAIL, MEMBER_ROLE, MEMBER_CONSENT, MEMBER_DAY, MEMBER_REASON };

static const struct form_field member_fields[] = {
	[MEMBER_NAME] = { .name = "name" },
	[MEMBER_EMAIL] = { .name = "email",
		.hint = N_("A person with this address in the register is the same person.") },
	[MEMBER_ROLE] = { .name = "role", .hint = N_("What the member does in the team.") },
	[MEMBER_CONSENT] = { .name = "consent" },
	[MEMBER_DAY] = { .name = "valid_from",
		.label = N_("Since"),
		.hint = N_("Such as 24.9.2019. Empty is today.") },
	[MEMBER_REASON] = { .name = "reason",
		.kind = FORM_LINES,
		.lines = 3,
		.max = 4000,
		.hint = N_("Needed once the application has been decided on.") },
};

static struct error save_member(struct ui *ui, struct form *form, void *arg)
{
	const int64_t *team_id = arg;
	struct team_member m = { 0 };

	TRY(form_read_row(form, &m));
	return team_member_add(ui->ctx, *team_id,
		&(struct member_input){ m.name, m.email, m.role, m.consent }, m.from,
		form_get(form, MEMBER_REASON));
}

static const struct form_def member_def = { NC_("title", "New member"),
	N_("A member who joins the team."), member_fields, LEN(member_fields), NULL, save_member,
	.record = &record_of_team_member };

bool member_form(struct ui *ui, int64_t team_id)
{
	int64_t so_far = people_so_far(ui);
	bool saved = form_run(ui, form_new(ui, &member_def, &team_id));

	if (saved)
		say_saved_people(ui, so_far);
	return saved;
}

static const struct form_field edit_fields[] = {
	{ .name = "role", .hint = N_("What the member does in the team.") },
	{ .name = "consent" },
};

struct member_edit {
	int64_t team_id, member_id;
};

static struct error fill_edit(struct context *ctx, struct form *form, void *arg)
{
	const struct member_edit *edit = arg;
	struct arena arena = { 0 };
	struct team_member m;
	struct error e = team_member_get(ctx, &arena, edit->team_id, edit->member_id, &m);

	if (e.code == E_OK)
		form_fill_row(form, &m);
	arena_clear(&arena);
	return e;
}

static struct error save_edit(struct ui *ui, struct form *form, void *arg)
{
	const struct member_edit *edit = arg;
	struct team_member m = { 0 };

	TRY(form_read_row(form, &m));
	return team_member_set(ui->ctx, edit->team_id, edit->member_id, m.role, m.consent);
}

static const struct form_def edit_def = { NC_("title", "Member"),
	N_("What the member does in the team, and whether the name may be published."), edit_fields,
	LEN(edit_fields), fill_edit, save_edit, .record = &record_of_team_member };

bool member_edit_form(struct ui *ui, int64_t team_id, int64_t member_id)
{
	struct member_edit edit = { team_id, member_id };
	struct arena arena = { 0 };
	struct team t;
	struct team_member m;
	bool saved = false;
	struct error e = team_get(ui->ctx, &arena, team_id, &t);

	if (e.code == E_OK)
		e = team_member_get(ui->ctx, &arena, team_id, member_id, &m);
	if (e.code == E_OK)
		saved = form_run_about(ui, &edit_def, &edit, t.code, m.name);
	else
		ui_complain(ui, e);
	if (saved)
		ui_say(ui, "%s", _("Saved."));
	arena_clear(&arena);
	return saved;
}
