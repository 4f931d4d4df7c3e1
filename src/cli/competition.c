/* SPDX-License-Identifier: MIT
 * What the competition is called, and its milestones. */
#include <stdlib.h>

#include "src/base/i18n.h"
#include "src/cli/cli.h"
#include "src/roof/competition.h"

static struct error run_show(struct cli *cli)
{
	static const struct column columns[] = {
		{ "name", N_("Name"), SHOW_NAMES, 0 },
	};
	struct competition c;

	TRY(require(&cli->ctx, ACT_READ));
	TRY(competition_get(&cli->ctx, &cli->arena, &c));
	return print_record(cli,
		json_pack("{s:o}", "name", json_names(c.name_fi, c.name_sv, c.name_en)), columns,
		LEN(columns));
}

static struct error run_rename(struct cli *cli)
{
	struct competition c;

	TRY(competition_get(&cli->ctx, &cli->arena, &c));
	if (option(cli, "name-fi") != NULL)
		c.name_fi = option(cli, "name-fi");
	if (option(cli, "name-sv") != NULL)
		c.name_sv = option(cli, "name-sv");
	if (option(cli, "name-en") != NULL)
		c.name_en = option(cli, "name-en");
	TRY(competition_rename(&cli->ctx, &c));
	return print_simply(cli);
}

static const struct option_spec name_options[] = {
	{ "name-fi", "NAME", N_("in Finnish") },
	{ "name-sv", "NAME", N_("in Swedish") },
	{ "name-en", "NAME", N_("in English") },
};
static const struct verb competition_verbs[] = {
	{ .name = "show", .run = run_show, .help = N_("Shows what the competition is called.") },
	{ .name = "rename",
		.options = name_options,
		.option_count = LEN(name_options),
		.run = run_rename,
		.help = N_("Changes the names that are given.") },
};
const struct noun noun_competition = { "competition", N_("what the competition is called"),
	competition_verbs, LEN(competition_verbs) };

static json_t *milestone_json(const struct phase *p, const struct milestone *m)
{
	return json_pack("{s:I, s:s, s:s, s:o, s:o, s:o}", "id", (json_int_t)m->id, "phase", p->key,
		"name", milestone_name(m), "names", json_names(m->name_fi, m->name_sv, ""),
		"planned", json_moment(m->planned, m->planned_precision), "reached",
		json_moment(m->actual, m->actual_precision));
}

static struct error run_list(struct cli *cli)
{
	static const struct column columns[] = {
		{ "id", N_("Number"), SHOW_NUMBER, 0 },
		{ "phase", N_("Phase"), SHOW_WORD, WORDS_PHASE },
		{ "name", N_("Name"), SHOW_TEXT, 0 },
		{ "planned", N_("Planned"), SHOW_TIME, 0 },
		{ "reached", N_("Reached"), SHOW_TIME, 0 },
	};
	json_auto_t *rows = json_array();
	struct phases phases;

	TRY(require(&cli->ctx, ACT_READ));
	TRY(phase_list(&cli->ctx, &cli->arena, &phases));
	for (size_t i = 0; i < phases.n; i++) {
		struct milestones list;

		TRY(milestone_list(&cli->ctx, &cli->arena, phases.rows[i].id, &list));
		for (size_t k = 0; k < list.n; k++)
			json_array_append_new(rows, milestone_json(&phases.rows[i], &list.rows[k]));
	}
	return print_rows(cli, json_take(&rows), columns, LEN(columns));
}

static struct error read_date(struct cli *cli, struct moment *moment)
{
	if (option(cli, "date") == NULL)
		return fail(E_REQUIRED, "date");
	cli->subject = option(cli, "date");
	TRY(moment_parse(option(cli, "date"), EDGE_START, moment));
	cli->subject = cli->argv[0];
	return ok();
}

static struct error run_add(struct cli *cli)
{
	struct moment moment;

	TRY(read_date(cli, &moment));
	TRY(milestone_add(&cli->ctx, cli->argv[0], option_text(cli, "name-fi"),
		option_text(cli, "name-sv"), &moment));
	return print_simply(cli);
}

static struct error run_plan(struct cli *cli)
{
	struct moment moment;
	struct milestone m;
	int64_t id;

	TRY(cli_number(cli, 0, "milestone", &id));
	cli->subject = cli->argv[0];
	TRY(milestone_get(&cli->ctx, &cli->arena, id, &m));
	TRY(read_date(cli, &moment));
	TRY(milestone_replan(&cli->ctx, id, &moment, option_text(cli, "reason")));
	return print_simply(cli);
}

static const struct option_spec add_options[] = {
	{ "name-fi", "NAME", N_("in Finnish") },
	{ "name-sv", "NAME", N_("in Swedish") },
	{ "date", "DATE", N_("when: 23.1.2020, 1.2020, \"autumn 2019\", 2020") },
};
static const struct option_spec plan_options[] = {
	{ "date", "DATE", N_("when: 23.1.2020, 1.2020, \"autumn 2019\", 2020") },
	{ "reason", "TEXT", N_("why the plan changes") },
};
static const struct verb milestone_verbs[] = {
	{ .name = "list", .run = run_list, .help = N_("Lists the milestones of all phases.") },
	{ .name = "add",
		.operands = "PHASE",
		.least = 1,
		.most = 1,
		.options = add_options,
		.option_count = LEN(add_options),
		.run = run_add,
		.help = N_("Adds one to a phase.") },
	{ .name = "plan",
		.operands = "NUMBER",
		.least = 1,
		.most = 1,
		.options = plan_options,
		.option_count = LEN(plan_options),
		.run = run_plan,
		.help = N_("Plans one anew; the earlier plan is kept.") },
};
const struct noun noun_milestone = { "milestone", N_("what happens on a day of a phase"),
	milestone_verbs, LEN(milestone_verbs) };
