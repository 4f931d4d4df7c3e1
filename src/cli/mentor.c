/* SPDX-License-Identifier: MIT
 * Mentors: people with that role, their sessions and the teams they have met. */
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/cli/mentoring.h"
#include "src/phases/applicant.h"
#include "src/phases/challenge.h"
#include "src/phases/submission.h"
#include "src/phases/team.h"
#include "src/registers/organization.h"
#include "src/registers/person.h"

struct error cli_challenge(struct cli *cli, int64_t *id)
{
	if (option(cli, "challenge") == NULL)
		return ok();
	cli->subject = option(cli, "challenge");
	TRY(challenge_find(&cli->ctx, option(cli, "challenge"), id));
	cli->subject = NULL;
	return ok();
}

struct error cli_team(struct cli *cli, const char *text, int64_t *id)
{
	cli->subject = text;
	TRY(team_find(&cli->ctx, text, id));
	cli->subject = NULL;
	return ok();
}

struct error cli_team_option(struct cli *cli, int64_t *id)
{
	return option(cli, "team") == NULL ? ok() : cli_team(cli, option(cli, "team"), id);
}

static struct error mentor_json(struct cli *cli, int64_t id, json_t **json)
{
	struct id_list ids = { 0 };
	json_auto_t *teams = json_array();
	struct mentor m = { .name = "" };

	struct error e = mentor_get(&cli->ctx, &cli->arena, id, &m);
	if (e.code == E_OK)
		e = mentor_teams(&cli->ctx, id, &ids);
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct mentored_team t;

		e = mentored_team_get(&cli->ctx, &cli->arena, ids.ids[i], &t);
		if (e.code == E_OK)
			json_array_append_new(teams, json_string(t.code));
	}
	id_list_clear(&ids);
	TRY(e);
	*json = json_pack("{s:I, s:s, s:s, s:s, s:s, s:s, s:I, s:I, s:o}", "id",
		(json_int_t)m.person_id, "name", m.name, "title", m.title, "organization",
		applicant_shown(&cli->ctx, &cli->arena, m.municipality_id, m.organization_id),
		"email", m.email, "phone", m.phone, "sessions", (json_int_t)m.sessions, "held",
		(json_int_t)m.held, "mentored", json_take(&teams));
	return ok();
}

static const struct column mentor_columns[] = {
	{ "id", N_("Number"), CELL_NUMBER },
	{ "name", N_("Name"), CELL_TEXT },
	{ "title", N_("Title"), CELL_TEXT },
	{ "organization", N_("Organization"), CELL_TEXT },
	{ "sessions", N_("Sessions"), CELL_NUMBER },
	{ "held", N_("Held"), CELL_NUMBER },
	{ "mentored", N_("Has mentored"), CELL_LIST },
};

static struct error run_list(struct cli *cli)
{
	struct id_list ids = { 0 };
	json_auto_t *rows = json_array();
	struct error e = mentor_ids(&cli->ctx, &ids);

	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		json_t *json = NULL;

		e = mentor_json(cli, ids.ids[i], &json);
		if (e.code == E_OK)
			json_array_append_new(rows, json);
	}
	id_list_clear(&ids);
	if (e.code == E_OK)
		return print_rows(cli, json_take(&rows), mentor_columns, LEN(mentor_columns));
	return e;
}

/* Somebody from the register, or with --name somebody new. */
static struct error read_person(struct cli *cli, struct person *p)
{
	if (cli->argc > 0) {
		cli->subject = cli->argv[0];
		return person_find(&cli->ctx, cli->argv[0], &p->id);
	}
	p->name = option_text(cli, "name");
	p->email = option_text(cli, "email");
	p->phone = option_text(cli, "phone");
	p->lang = option(cli, "lang") == NULL ? "fi" : option(cli, "lang");
	return ok();
}

static struct error run_add(struct cli *cli)
{
	struct person person = { 0 };
	struct person_role role = { .title = option_text(cli, "title") };
	int64_t id;

	if (option(cli, "organization") != NULL) {
		cli->subject = option(cli, "organization");
		TRY(organization_find(
			&cli->ctx, option(cli, "organization"), &role.organization_id));
		cli->subject = NULL;
	}
	TRY(input_day("valid_from", option_text(cli, "from"), &role.valid_from));
	TRY(read_person(cli, &person));
	TRY(mentor_add(&cli->ctx, &person, &role, &id));
	print_done(cli, _("Added as number %lld."), (long long)id);
	return ok();
}

static const struct option_spec mentor_options[] = {
	{ "name", "NAME", N_("somebody new: first name and last name") },
	{ "email", "ADDRESS", N_("the e-mail address") },
	{ "phone", "NUMBER", N_("the telephone number") },
	{ "lang", "fi|sv|en", N_("the language of letters to them") },
	{ "organization", "NAME", N_("where they work") },
	{ "title", "TEXT", N_("as what") },
	{ "from", "DATE", N_("a mentor from when; today unless given") },
};
static const struct verb mentor_verbs[] = {
	{ .name = "list",
		.run = run_list,
		.help = N_("Lists the mentors by name, with the teams they have mentored.") },
	{ .name = "add",
		.operands = "[NAME|EMAIL|NUMBER]",
		.least = 0,
		.most = 1,
		.options = mentor_options,
		.option_count = LEN(mentor_options),
		.run = run_add,
		.help = N_(
			"Makes a person of the register a mentor, or somebody new with --name.") },
};
const struct noun noun_mentor = { "mentor", N_("the mentors and whom they have mentored"),
	mentor_verbs, LEN(mentor_verbs) };
