/* SPDX-License-Identifier: MIT
 * Which municipalities take which solution into use. */
#include "src/phases/adoption.h"

#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/cli/cli.h"
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
	struct adoption step = { .state = cli->argv[2], .source = option_text(cli, "source") };
	int64_t id;

	cli->subject = cli->argv[0];
	TRY(municipality_find(&cli->ctx, cli->argv[0], &step.municipality_id));
	TRY(find_team(cli, cli->argv[1], &step.team_id));
	TRY(input_day("date", option_text(cli, "date"), &step.day));
	TRY(adoption_set(&cli->ctx, &step, &id));
	return print_simply(cli);
}

static struct error adoption_json(struct cli *cli, const struct adoption *a, json_t **json)
{
	struct municipality m;

	TRY(municipality_get(&cli->ctx, &cli->arena, a->municipality_id, &m));
	*json = json_pack("{s:s, s:s, s:s, s:s, s:s, s:s, s:o, s:s, s:I}", "municipality", m.code,
		"name", municipality_shown(&cli->ctx, &cli->arena, &m), "team", a->team_code,
		"team_name", a->team_name, "challenge", a->challenge_code, "state", a->state,
		"date", json_day(a->day), "source", a->source, "steps", (json_int_t)a->steps);
	return ok();
}

static struct error add_rows(struct cli *cli, const struct id_list *ids, json_t *rows)
{
	const char *state = option(cli, "state");

	for (size_t i = 0; i < ids->n; i++) {
		struct adoption a;
		json_t *json;

		TRY(adoption_get(&cli->ctx, &cli->arena, ids->ids[i], &a));
		if (state != NULL && strcmp(state, a.state) != 0)
			continue;
		TRY(adoption_json(cli, &a, &json));
		json_array_append_new(rows, json);
	}
	return ok();
}

static struct error run_list(struct cli *cli)
{
	static const struct column columns[] = {
		{ "challenge", N_("Challenge"), CELL_TEXT },
		{ "team", N_("Team"), CELL_TEXT },
		{ "team_name", N_("Solution of"), CELL_TEXT },
		{ "municipality", N_("Code"), CELL_TEXT },
		{ "name", N_("Municipality"), CELL_TEXT },
		{ "state", N_("State"), CELL_CODE, WORDS_ADOPTION_STATE },
		{ "date", N_("Date"), CELL_DAY },
		{ "source", N_("Source"), CELL_TEXT },
	};
	struct id_list ids = { 0 };
	json_auto_t *rows = json_array();
	int64_t team = 0;
	struct error e = ok();

	if (option(cli, "state") != NULL)
		e = input_code("state", WORDS_ADOPTION_STATE, option(cli, "state"));
	if (e.code == E_OK && option(cli, "team") != NULL)
		e = find_team(cli, option(cli, "team"), &team);
	if (e.code == E_OK)
		e = adoption_ids(&cli->ctx, ADOPTION_BY_TEAM, team, &ids);
	if (e.code == E_OK)
		e = add_rows(cli, &ids, rows);
	id_list_clear(&ids);
	TRY(e);
	return print_rows(cli, json_take(&rows), columns, LEN(columns));
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
		.run = run_set,
		.help = N_("Records one more step; earlier ones stay.") },
};
const struct noun noun_adoption = { "adoption", N_("which municipalities take a solution into use"),
	verbs, LEN(verbs) };
