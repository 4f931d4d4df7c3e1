/* SPDX-License-Identifier: MIT
 * What is looked into of a winner before a contract. */
#include "src/phases/supplier.h"

#include "src/base/daytime.h"
#include "src/base/i18n.h"
#include "src/cli/fields.h"
#include "src/ground/record.h"
#include "src/phases/team.h"

static const struct column columns[] = {
	{ "kind" },
	{ "standing", N_("Standing"), CELL_CODE, WORDS_CHECK_STANDING },
	{ "date" },
	{ "valid_until" },
	{ "source" },
	{ "found" },
	{ "by" },
};

static struct error row_of(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct supplier_standing *standing = arg;
	const struct supplier_check *c = &standing->rows[id].newest;

	(void)cli;
	if (c->id != 0)
		row_record(row, c);
	row_code(row, "kind", standing->rows[id].kind);
	row_code(row, "standing", standing->rows[id].standing);
	return ok();
}

static const struct listing listing = { columns, LEN(columns), NULL, row_of,
	&record_of_supplier_check };

static struct error find_team(struct cli *cli, int64_t *id)
{
	cli->subject = cli->argv[0];
	TRY(team_find(&cli->ctx, cli->argv[0], id));
	cli->subject = NULL;
	return ok();
}

static struct error run_check(struct cli *cli)
{
	struct supplier_standing standing;
	int64_t team, day = day_of_time(context_now(&cli->ctx));

	TRY(find_team(cli, &team));
	if (option(cli, "date") != NULL)
		TRY(day_parse(option(cli, "date"), &day));
	TRY(supplier_standing(&cli->ctx, &cli->arena, team, day, &standing));
	return print_array(cli, &listing, &standing, SUPPLIER_CHECKS);
}

static struct error run_add(struct cli *cli)
{
	struct supplier_check c = { .id = 0 };
	int64_t id;

	TRY(find_team(cli, &c.team_id));
	record_blank(&record_of_supplier_check, &c);
	TRY(cli_record_fields(cli, NULL, &c));
	TRY(supplier_check_add(&cli->ctx, &c, &id));
	return print_simply(cli);
}

static const struct option_spec check_options[] = {
	{ "date", "DATE", N_("how it stands on that day; today unless given") },
};
static const struct option_spec add_options[] = {
	{ "kind", "", N_("what was looked into; needed"), .codes = WORDS_SUPPLIER_CHECK },
	{ "outcome", "", N_("what came out; clear unless given"), .codes = WORDS_CHECK_OUTCOME },
	{ "date", "DATE", N_("the day it was made; today unless given") },
	{ "valid-until", "DATE",
		N_("the last day on which it holds; without an end unless given") },
	{ "source", "TEXT", N_("where it is known from; needed") },
	{ "found", "TEXT", N_("what was found; not what an extract says") },
};
static const struct verb verbs[] = {
	{ .name = "check",
		.operands = "TEAM",
		.least = 1,
		.most = 1,
		.options = check_options,
		.option_count = LEN(check_options),
		.run = run_check,
		.help = N_("Shows which checks of a winner are valid: a contract asks for all of "
			   "them.") },
	{ .name = "add",
		.operands = "TEAM",
		.least = 1,
		.most = 1,
		.options = add_options,
		.option_count = LEN(add_options),
		.record = &record_of_supplier_check,
		.run = run_add,
		.help = N_("Records a check of a winner.") },
};
const struct noun noun_supplier = { "supplier", N_("checks of the winners before a contract"),
	verbs, LEN(verbs) };
