/* SPDX-License-Identifier: MIT
 * Teams: their members and what life did to them. */
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/cli/fields.h"
#include "src/phases/challenge.h"
#include "src/phases/submission.h"
#include "src/phases/team.h"
#include "src/registers/organization.h"

static const struct column team_columns[] = {
	{ "code" },
	{ "name", N_("Name") },
	{ "challenge" },
	{ "kind" },
	{ "members", N_("Members") },
	{ "state" },
	{ "people", N_("Members"), CELL_ROWS },
	{ "contact", N_("Contact person"), CELL_TEXT, .seen_by = SEEN_BY_CONTACT },
	{ "contact_email", N_("E-mail"), CELL_TEXT, .seen_by = SEEN_BY_CONTACT },
	{ "contact_phone", N_("Telephone"), CELL_TEXT, .seen_by = SEEN_BY_CONTACT },
	{ "language", N_("Language"), CELL_CODE, WORDS_LANGUAGE, .of_record = true },
};

static const struct column member_columns[] = {
	{ "name", N_("Member"), CELL_TEXT },
	{ "role", N_("Role"), CELL_TEXT },
	{ "consent", N_("Name may be published"), CELL_FLAG },
	{ "from", N_("From"), CELL_DAY },
	{ "to", N_("To"), CELL_DAY },
};

static struct error member_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct team_member *m = &((const struct team_members *)arg)->rows[id];

	(void)cli;
	row_put(row, "name", cell_text(m->name));
	row_put(row, "role", cell_text(m->role));
	row_put(row, "consent", cell_flag(m->consent));
	row_put(row, "from", cell_day(m->from));
	row_put(row, "to", cell_day(m->to));
	return ok();
}

static const struct listing member_listing = { member_columns, LEN(member_columns), NULL,
	member_row };

/* Those of its application. */
static struct error put_contact(struct cli *cli, const struct team *t, struct row *row)
{
	struct submission s;

	if (t->application_id == 0)
		return ok();
	TRY(submission_get(&cli->ctx, &row->arena, t->application_id, &s));
	row->sealed_by = s.sealed_by;
	row_put(row, "contact", cell_text(s.contact_name));
	row_put(row, "contact_email", cell_text(s.contact_email));
	row_put(row, "contact_phone", cell_text(s.contact_phone));
	row_code(row, "language", s.lang);
	return ok();
}

/* With its members as an `arg` the team is shown by itself. */
static struct error team_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct team_members *members = arg;
	struct cell people;
	struct team t;

	TRY(team_get(&cli->ctx, &row->arena, id, &t));
	row_record(row, &t);
	TRY(put_contact(cli, &t, row));
	if (members == NULL)
		return ok();
	TRY(nest_rows(cli, &row->arena, &member_listing, members, members->n, &people));
	row_put(row, "people", people);
	return ok();
}

static const struct listing team_listing = { team_columns, LEN(team_columns),
	"code,name,challenge,kind,members,state", team_row, &record_of_team };

static struct error run_list(struct cli *cli)
{
	struct id_list ids = { 0 };
	int64_t challenge = 0;

	if (option(cli, "challenge") != NULL) {
		cli->subject = option(cli, "challenge");
		TRY(challenge_find(&cli->ctx, option(cli, "challenge"), &challenge));
	}
	if (option(cli, "state") != NULL)
		TRY(input_code("state", WORDS_TEAM_STATE, option(cli, "state")));
	struct error e = team_ids(&cli->ctx, challenge, option(cli, "state"), &ids);
	return print_listing(cli, &team_listing, NULL, e, &ids);
}

static struct error find(struct cli *cli, struct team *team)
{
	int64_t id;

	cli->subject = cli->argv[0];
	TRY(team_find(&cli->ctx, cli->argv[0], &id));
	return team_get(&cli->ctx, &cli->arena, id, team);
}

static struct error run_show(struct cli *cli)
{
	struct team_members members;
	struct team team;

	TRY(find(cli, &team));
	TRY(team_members(&cli->ctx, &cli->arena, team.id, &members));
	TRY(print_one(cli, &team_listing, &members, team.id));
	return print_below(cli, NULL, &member_listing, &members, members.n);
}

static struct error member_add(struct cli *cli, const struct team *team)
{
	struct team_member m = { .name = cli->argv[2] };
	int64_t day;

	TRY(cli_record_fields(cli, NULL, &m));
	TRY(input_day("date", option_text(cli, "date"), &day));
	return team_member_add(&cli->ctx, team->id,
		&(struct member_input){ m.name, m.email, m.role, m.consent }, day,
		option_text(cli, "reason"));
}

static struct error member_end(struct cli *cli, const struct team *team, int64_t id)
{
	int64_t day;

	TRY(input_day("date", option_text(cli, "date"), &day));
	return team_member_end(&cli->ctx, team->id, id, day, option_text(cli, "reason"));
}

/* What is not given stays. */
static struct error member_set(struct cli *cli, const struct team *team, int64_t id)
{
	struct team_member m;

	TRY(team_member_get(&cli->ctx, &cli->arena, team->id, id, &m));
	if (option(cli, "consent") != NULL && option(cli, "no-consent") != NULL)
		return rule(N_("The name may be published or it may not: give only one of them."));
	TRY(cli_record_fields(cli, NULL, &m));
	m.consent = m.consent && option(cli, "no-consent") == NULL;
	return team_member_set(&cli->ctx, team->id, id, m.role, m.consent);
}

static struct error run_member(struct cli *cli)
{
	const char *what = cli->argv[1];
	bool add = strcmp(what, "add") == 0, end = strcmp(what, "end") == 0;
	struct team team;
	int64_t id;

	TRY(find(cli, &team));
	if (!add && !end && strcmp(what, "set") != 0) {
		cli->subject = what;
		return fail(E_INVALID, "member");
	}
	if (add) {
		TRY(member_add(cli, &team));
		return print_simply(cli);
	}
	cli->subject = cli->argv[2];
	TRY(team_member_find(&cli->ctx, team.id, cli->argv[2], option_text(cli, "email"), &id));
	TRY(end ? member_end(cli, &team, id) : member_set(cli, &team, id));
	return print_simply(cli);
}

static struct error run_edit(struct cli *cli)
{
	struct team team;

	TRY(find(cli, &team));
	TRY(cli_record_fields(cli, NULL, &team));
	if (option(cli, "organization") != NULL && *option(cli, "organization") == '\0') {
		team.organization_id = 0;
	} else if (option(cli, "organization") != NULL) {
		cli->subject = option(cli, "organization");
		TRY(organization_find(
			&cli->ctx, option(cli, "organization"), &team.organization_id));
		cli->subject = cli->argv[0];
	}
	TRY(team_update(&cli->ctx, &team));
	return print_simply(cli);
}

static const struct option_spec edit_options[] = {
	{ "name", "NAME", N_("the team's name") },
	{ "kind", "KIND", N_("company, startup, association, students or other") },
	{ "organization", "NAME", N_("the organization behind the team; \"\" for none") },
};
static const struct option_spec list_options[] = {
	{ "challenge", "CODE", N_("only of this challenge") },
	{ "state", "STATE", N_("only in this state") },
};
static const struct option_spec member_options[] = {
	{ "email", "ADDRESS", N_("their e-mail address") },
	{ "role", "TEXT", N_("what they do in the team") },
	{ "consent", NULL, N_("the name may be published") },
	{ "no-consent", NULL, N_("the name may not be published (set)") },
	{ "date", "DATE", N_("from that day; today unless given") },
	{ "reason", "TEXT", N_("the reason; needed once the application has been decided on") },
};
static const struct verb team_verbs[] = {
	{ .name = "list",
		.options = list_options,
		.option_count = LEN(list_options),
		.run = run_list,
		.help = N_("Lists the teams.") },
	{ .name = "show",
		.operands = "TEAM",
		.least = 1,
		.most = 1,
		.run = run_show,
		.help = N_("Shows one with its members.") },
	{ .name = "edit",
		.operands = "TEAM",
		.least = 1,
		.most = 1,
		.options = edit_options,
		.option_count = LEN(edit_options),
		.record = &record_of_team,
		.run = run_edit,
		.help = N_("Changes what is given.") },
	{ .name = "member",
		.operands = "TEAM add|set|end NAME",
		.least = 3,
		.most = 3,
		.options = member_options,
		.option_count = LEN(member_options),
		.record = &record_of_team_member,
		.run = run_member,
		.help = N_("Adds a member, corrects one, or records that one left.") },
};
const struct noun noun_team = { "team", N_("the teams, their members, who moves up"), team_verbs,
	LEN(team_verbs) };
