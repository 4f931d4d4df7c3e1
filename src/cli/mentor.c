/* SPDX-License-Identifier: MIT
 * Mentors: people with that role, their sessions and the teams they have met. */
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/cli/fields.h"
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
	*id = 0; /* "": of none */
	if (*cli->subject != '\0')
		TRY(challenge_find(&cli->ctx, cli->subject, id));
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

static const struct column mentor_columns[] = {
	{ "id" },
	{ "name" },
	{ "title" },
	{ "organization", N_("Organization"), CELL_TEXT },
	{ "email", N_("E-mail") },
	{ "phone" },
	{ "language" },
	{ "sessions" },
	{ "held" },
	{ "mentored", N_("Has mentored"), CELL_LIST },
};

static struct error put_teams(struct cli *cli, const struct id_list *ids, struct row *row)
{
	const char **codes = arena_alloc(&row->arena, (ids->n + 1) * sizeof(*codes));

	for (size_t i = 0; i < ids->n; i++) {
		struct mentored_team t;

		TRY(mentored_team_get(&cli->ctx, &row->arena, ids->ids[i], &t));
		codes[i] = t.code;
	}
	row_put(row, "mentored", cell_list(codes, ids->n));
	return ok();
}

static struct error mentor_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	struct id_list teams = { 0 };
	struct mentor m;

	(void)arg;
	TRY(mentor_get(&cli->ctx, &row->arena, id, &m));
	row_record(row, &m);
	row_put(row, "organization",
		cell_text(applicant_shown(
			&cli->ctx, &row->arena, m.municipality_id, m.organization_id)));
	struct error e = mentor_teams(&cli->ctx, id, &teams);
	if (e.code == E_OK)
		e = put_teams(cli, &teams, row);
	id_list_clear(&teams);
	return e;
}

static const struct listing mentor_listing = { mentor_columns, LEN(mentor_columns),
	"id,name,title,organization,sessions,held,mentored", mentor_row, &record_of_mentor };

static struct error run_list(struct cli *cli)
{
	struct id_list ids = { 0 };
	struct error e = mentor_ids(&cli->ctx, &ids);

	return print_listing(cli, &mentor_listing, NULL, e, &ids);
}

/* Somebody from the register, or with --name somebody new. */
static struct error read_person(struct cli *cli, struct person *p)
{
	if (cli->argc > 0) {
		cli->subject = cli->argv[0];
		return person_find(&cli->ctx, cli->argv[0], &p->id);
	}
	p->lang = "";
	return cli_record_fields(cli, NULL, p);
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
	{ "lang", "fi|sv|en", N_("the language of letters to them"), .field = "language" },
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
		.record = &record_of_person,
		.run = run_add,
		.help = N_(
			"Makes a person of the register a mentor, or somebody new with --name.") },
};
const struct noun noun_mentor = { "mentor", N_("the mentors and whom they have mentored"),
	mentor_verbs, LEN(mentor_verbs) };
