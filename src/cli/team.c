/* SPDX-License-Identifier: MIT
 * Teams: their members and what life did to them. */
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/cli/cli.h"
#include "src/phases/challenge.h"
#include "src/phases/team.h"
#include "src/registers/organization.h"

static const struct column team_columns[] = {
	{ "code" },
	{ "name" },
	{ "challenge" },
	{ "kind" },
	{ "members", N_("Members") },
	{ "state" },
	{ "people", N_("Members"), CELL_PARTS },
};

static json_t *members_json(const struct team_members *members)
{
	json_t *list = json_array();

	for (size_t i = 0; i < members->n; i++) {
		const struct team_member *m = &members->rows[i];

		json_array_append_new(list, json_pack("{s:s, s:s, s:b, s:o, s:o}", "name", m->name,
						    "role", m->role, "consent", m->consent, "from",
						    json_day(m->from), "to", json_day(m->to)));
	}
	return list;
}

static struct error put_people(struct cli *cli, int64_t id, struct row *row)
{
	struct team_members members;

	TRY(team_members(&cli->ctx, &row->arena, id, &members));
	row_put(row, "people", cell_parts(members_json(&members)));
	return ok();
}

/* With an `arg` the team is shown by itself, with its people. */
static struct error team_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	struct team t;

	TRY(team_get(&cli->ctx, &row->arena, id, &t));
	row_record(row, &t);
	return arg == NULL ? ok() : put_people(cli, id, row);
}

static const struct listing team_listing = { team_columns, LEN(team_columns),
	"code,name,challenge,kind,members,state", team_row, &record_of_team };
static const struct listing team_record = { team_columns, LEN(team_columns),
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
	static const struct column member_columns[] = {
		{ "name", N_("Member"), CELL_TEXT },
		{ "role", N_("Role"), CELL_TEXT },
		{ "consent", N_("Name may be published"), CELL_FLAG },
		{ "from", N_("From"), CELL_DAY },
		{ "to", N_("To"), CELL_DAY },
	};
	struct team_members members;
	struct team team;

	TRY(find(cli, &team));
	TRY(team_members(&cli->ctx, &cli->arena, team.id, &members));
	TRY(print_one(cli, &team_record, "", team.id));
	if (strcmp(cli->format, "table") != 0)
		return ok();
	return print_rows(cli, members_json(&members), member_columns, LEN(member_columns));
}

static struct error end_member(struct cli *cli, const struct team *team, int64_t day)
{
	int64_t id;

	cli->subject = cli->argv[2];
	TRY(team_member_find(&cli->ctx, team->id, cli->argv[2], option_text(cli, "email"), &id));
	return team_member_end(&cli->ctx, team->id, id, day, option_text(cli, "reason"));
}

static struct error run_member(struct cli *cli)
{
	bool add = strcmp(cli->argv[1], "add") == 0;
	struct member_input member = { .name = cli->argv[2],
		.email = option_text(cli, "email"),
		.role = option_text(cli, "role"),
		.consent = option(cli, "consent") != NULL };
	struct team team;
	int64_t day;

	TRY(find(cli, &team));
	TRY(input_day("date", option_text(cli, "date"), &day));
	if (!add && strcmp(cli->argv[1], "end") != 0) {
		cli->subject = cli->argv[1];
		return fail(E_INVALID, "member");
	}
	TRY(add ? team_member_add(&cli->ctx, team.id, &member, day, option_text(cli, "reason")) :
		  end_member(cli, &team, day));
	return print_simply(cli);
}

static struct error run_edit(struct cli *cli)
{
	struct team team;

	TRY(find(cli, &team));
	if (option(cli, "name") != NULL)
		team.name = option(cli, "name");
	if (option(cli, "kind") != NULL)
		team.kind = option(cli, "kind");
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
		.run = run_edit,
		.help = N_("Changes what is given.") },
	{ .name = "member",
		.operands = "TEAM add|end NAME",
		.least = 3,
		.most = 3,
		.options = member_options,
		.option_count = LEN(member_options),
		.run = run_member,
		.help = N_("Adds a member, or records that one left.") },
};
const struct noun noun_team = { "team", N_("the teams, their members, who moves up"), team_verbs,
	LEN(team_verbs) };
