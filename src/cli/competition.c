/* SPDX-License-Identifier: MIT
 * What the competition is called, what kind of organizer it has, and its milestones. */
#include <stdlib.h>

#include "src/base/i18n.h"
#include "src/cli/fields.h"
#include "src/roof/competition.h"

static const struct column competition_columns[] = {
	{ "name", N_("Name"), CELL_TEXTS },
	{ "profile", N_("Kind of organizer"), CELL_CODE, WORDS_LEGAL_PROFILE },
	{ "changes", N_("Changes of it"), CELL_ROWS },
};

static const struct column change_columns[] = {
	{ "at", N_("When"), CELL_MOMENT },
	{ "before", N_("Before"), CELL_CODE, WORDS_LEGAL_PROFILE },
	{ "profile", N_("Kind of organizer"), CELL_CODE, WORDS_LEGAL_PROFILE },
	{ "reason", N_("Reason"), CELL_TEXT },
};

static struct error put_changes(struct cli *cli, struct row *row)
{
	struct profile_acts acts;

	TRY(competition_profile_acts(&cli->ctx, &row->arena, &acts));
	struct nested *changes =
		nested_new(&row->arena, change_columns, LEN(change_columns), acts.n);
	const char *words = "";
	for (size_t i = 0; i < acts.n; i++) {
		struct row change = nested_add(changes);
		char at[60];

		row_put(&change, "at", cell_time(acts.rows[i].at));
		row_code(&change, "before", acts.rows[i].before);
		row_code(&change, "profile", acts.rows[i].legal_profile);
		row_put(&change, "reason", cell_text(acts.rows[i].reason));
		text_time(acts.rows[i].at, at, sizeof(at));
		words = arena_printf(&row->arena, "%s%s%s: %s → %s. %s", words, i > 0 ? "\n" : "",
			at, text_word(WORDS_LEGAL_PROFILE, acts.rows[i].before),
			text_word(WORDS_LEGAL_PROFILE, acts.rows[i].legal_profile),
			acts.rows[i].reason);
	}
	row_put(row, "changes", cell_shown(cell_rows(changes), words));
	return ok();
}

static struct error competition_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	struct competition c;

	(void)arg;
	(void)id;
	TRY(competition_get(&cli->ctx, &row->arena, &c));
	row_put(row, "name", cell_texts(c.name_fi, c.name_sv, c.name_en));
	row_code(row, "profile", c.legal_profile);
	return put_changes(cli, row);
}

static const struct listing competition_record = { competition_columns, LEN(competition_columns),
	"name,profile,changes", competition_row };

static struct error run_show(struct cli *cli)
{
	TRY(require(&cli->ctx, ACT_READ));
	return print_one(cli, &competition_record, NULL, 1);
}

static struct error run_rename(struct cli *cli)
{
	struct competition c;

	TRY(competition_get(&cli->ctx, &cli->arena, &c));
	TRY(cli_record_fields(cli, NULL, &c));
	TRY(competition_rename(&cli->ctx, &c));
	return print_simply(cli);
}

static struct error run_profile(struct cli *cli)
{
	TRY(competition_set_profile(&cli->ctx, cli->argv[0], option_text(cli, "reason")));
	return print_simply(cli);
}

static const struct option_spec name_options[] = {
	{ "name-fi", "NAME", N_("in Finnish") },
	{ "name-sv", "NAME", N_("in Swedish") },
	{ "name-en", "NAME", N_("in English") },
};
static const struct option_spec profile_options[] = {
	{ "reason", "TEXT", N_("why it is another; it goes into the log") },
};
static const struct verb competition_verbs[] = {
	{ .name = "show",
		.run = run_show,
		.help = N_(
			"Shows what the competition is called and what kind of organizer it has.") },
	{ .name = "profile",
		.operands = "KIND",
		.least = 1,
		.most = 1,
		.options = profile_options,
		.option_count = LEN(profile_options),
		.run = run_profile,
		.help = N_(
			"Changes the kind of organizer (authority, association, company), and with it "
			"which law binds; only before the first decision.") },
	{ .name = "rename",
		.options = name_options,
		.option_count = LEN(name_options),
		.record = &record_of_competition,
		.run = run_rename,
		.help = N_("Changes the names that are given.") },
};
const struct noun noun_competition = { "competition", N_("what the competition is called"),
	competition_verbs, LEN(competition_verbs) };

static const struct column milestone_columns[] = {
	{ "id", N_("Number"), CELL_NUMBER },
	{ "phase", N_("Phase"), CELL_CODE, WORDS_PHASE },
	{ "name", N_("Name"), CELL_TEXT },
	{ "names", N_("Names"), CELL_TEXTS },
	{ "planned", N_("Planned"), CELL_MOMENT },
	{ "reached", N_("Reached"), CELL_MOMENT },
};

static const char *key_of_phase(const struct phases *phases, int64_t id)
{
	for (size_t i = 0; i < phases->n; i++)
		if (phases->rows[i].id == id)
			return phases->rows[i].key;
	return "";
}

static struct error milestone_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	struct milestone m;

	TRY(milestone_get(&cli->ctx, &row->arena, id, &m));
	row_put(row, "id", cell_number(m.id));
	row_code(row, "phase", key_of_phase(arg, m.phase_id));
	row_put(row, "name", cell_text(milestone_name(&m)));
	row_put(row, "names", cell_texts(m.name_fi, m.name_sv, ""));
	row_put(row, "planned", cell_moment(m.planned, precision_of_code(m.planned_precision)));
	row_put(row, "reached", cell_moment(m.actual, precision_of_code(m.actual_precision)));
	return ok();
}

static const struct listing milestone_listing = { milestone_columns, LEN(milestone_columns),
	"id,phase,name,planned,reached", milestone_row };

static struct error all_milestones(
	struct cli *cli, const struct phases *phases, struct id_list *ids)
{
	for (size_t i = 0; i < phases->n; i++) {
		struct milestones list;

		TRY(milestone_list(&cli->ctx, &cli->arena, phases->rows[i].id, &list));
		for (size_t k = 0; k < list.n; k++)
			id_list_add(ids, list.rows[k].id);
	}
	return ok();
}

static struct error run_list(struct cli *cli)
{
	struct id_list ids = { 0 };
	struct phases phases;

	TRY(require(&cli->ctx, ACT_READ));
	TRY(phase_list(&cli->ctx, &cli->arena, &phases));
	struct error e = all_milestones(cli, &phases, &ids);
	return print_listing(cli, &milestone_listing, &phases, e, &ids);
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
	struct milestone m = { 0 };
	struct moment moment;

	TRY(cli_record_fields(cli, NULL, &m));
	TRY(read_date(cli, &moment));
	TRY(milestone_add(&cli->ctx, cli->argv[0], m.name_fi, m.name_sv, &moment));
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
		.record = &record_of_milestone,
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
