/* SPDX-License-Identifier: MIT
 * Which municipalities take which solution into use. */
#include "src/phases/adoption.h"

#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/cli/fields.h"
#include "src/phases/team.h"
#include "src/registers/municipality.h"

static struct error find_team(struct cli *cli, const char *code, int64_t *id)
{
	cli->subject = code;
	TRY(team_find(&cli->ctx, code, id));
	cli->subject = NULL;
	return ok();
}

static struct error run_set(struct cli *cli)
{
	struct adoption step = { .state = cli->argv[2], .source = "" };
	int64_t id;

	cli->subject = cli->argv[0];
	TRY(municipality_find(&cli->ctx, cli->argv[0], &step.municipality_id));
	TRY(find_team(cli, cli->argv[1], &step.team_id));
	TRY(cli_record_fields(cli, NULL, &step));
	TRY(adoption_set(&cli->ctx, &step, &id));
	return print_simply(cli);
}

static const struct column adoption_columns[] = {
	{ "municipality", N_("Code"), CELL_TEXT },
	{ "name", N_("Municipality"), CELL_TEXT },
	{ "team" },
	{ "team_name" },
	{ "challenge" },
	{ "state" },
	{ "date" },
	{ "source" },
	{ "steps" },
};

static struct error adoption_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const char *state = option(cli, "state");
	struct adoption a;
	struct municipality m;

	(void)arg;
	TRY(adoption_get(&cli->ctx, &row->arena, id, &a));
	TRY(municipality_get(&cli->ctx, &row->arena, a.municipality_id, &m));
	row->left_out = state != NULL && strcmp(state, a.state) != 0;
	row_record(row, &a);
	row_put(row, "municipality", cell_text(m.code));
	row_put(row, "name", cell_text(municipality_shown(&cli->ctx, &row->arena, &m)));
	return ok();
}

static const struct listing adoption_listing = { adoption_columns, LEN(adoption_columns),
	"challenge,team,team_name,municipality,name,state,date,source", adoption_row,
	&record_of_adoption };

static struct error run_list(struct cli *cli)
{
	struct id_list ids = { 0 };
	int64_t team = 0;
	struct error e = ok();

	if (option(cli, "state") != NULL)
		e = input_code("state", WORDS_ADOPTION_STATE, option(cli, "state"));
	if (e.code == E_OK && option(cli, "team") != NULL)
		e = find_team(cli, option(cli, "team"), &team);
	if (e.code == E_OK)
		e = adoption_ids(&cli->ctx, ADOPTION_BY_TEAM, team, &ids);
	return print_listing(cli, &adoption_listing, NULL, e, &ids);
}

static const struct option_spec set_options[] = {
	{ "date", "DATE", N_("the day of the step; today unless given") },
	{ "source", "TEXT", N_("where it is known from") },
};
static const struct option_spec list_options[] = {
	{ "team", "CODE", N_("only of this team's solution") },
	{ "state", "STATE", N_("only interested, piloting, in_use or declined") },
};
static const struct verb verbs[] = {
	{ .name = "list",
		.options = list_options,
		.option_count = LEN(list_options),
		.run = run_list,
		.help = N_("Lists the municipalities by solution, each as it stands now.") },
	{ .name = "set",
		.operands = "MUNICIPALITY TEAM interested|piloting|in_use|declined",
		.least = 3,
		.most = 3,
		.options = set_options,
		.option_count = LEN(set_options),
		.record = &record_of_adoption,
		.run = run_set,
		.help = N_("Records one more step; earlier ones stay.") },
};
const struct noun noun_adoption = { "adoption", N_("which municipalities take a solution into use"),
	verbs, LEN(verbs) };
