/* SPDX-License-Identifier: MIT
 * Planned ranges, and published figures beside what the records give. */
#include <string.h>

#include "src/base/i18n.h"
#include "src/cli/fields.h"
#include "src/phases/figure.h"
#include "src/phases/range.h"

static const struct column range_columns[] = {
	{ "range" },
	{ "low" },
	{ "high" },
};

static struct error range_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct ranges *list = arg;

	(void)cli;
	row_record(row, &list->rows[id]);
	return ok();
}

static const struct listing range_listing = { range_columns, LEN(range_columns), "range,low,high",
	range_row, &record_of_range };

static struct error run_ranges(struct cli *cli)
{
	struct ranges ranges;

	TRY(range_list(&cli->ctx, &cli->arena, &ranges));
	return print_array(cli, &range_listing, &ranges, ranges.n);
}

static struct error run_range_set(struct cli *cli)
{
	struct range range = { .key = cli->argv[0] };

	TRY(cli_range(cli, cli->argv[1], "range", &range.low, &range.high));
	cli->subject = cli->argv[0];
	TRY(range_set(&cli->ctx, &range));
	return print_simply(cli);
}

static const struct verb range_verbs[] = {
	{ .name = "list", .run = run_ranges, .help = N_("Lists how many were planned.") },
	{ .name = "set",
		.operands = "RANGE MIN:MAX",
		.least = 2,
		.most = 2,
		.run = run_range_set,
		.help = N_(
			"Changes how many are planned: challenges, teams, challenge_teams, members or "
			"winners.") },
};
const struct noun noun_range = { "range", N_("how many challenges, teams and winners were planned"),
	range_verbs, LEN(range_verbs) };

static const struct column figure_columns[] = {
	{ "figure" },
	{ "computed", N_("By the records"), CELL_NUMBER },
	{ "published", N_("Published") },
	{ "date" },
	{ "source" },
	{ "differs", N_("Differs"), CELL_FLAG },
};

static struct error figure_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct figures *list = arg;
	const struct figure *f = &list->rows[id];
	int64_t n;

	TRY(figure_count(&cli->ctx, f->key, &n));

	row_record(row, f);
	row_put(row, "computed", cell_number(n));
	row_put(row, "differs", cell_flag(n != f->value));
	return ok();
}

static const struct listing figure_listing = { figure_columns, LEN(figure_columns),
	"figure,computed,published,date,source,differs", figure_row, &record_of_figure };

static struct error run_figures(struct cli *cli)
{
	struct figures figures;

	TRY(figure_list(&cli->ctx, &cli->arena, &figures));
	return print_array(cli, &figure_listing, &figures, figures.n);
}

static struct error run_publish(struct cli *cli)
{
	struct figure figure = { .key = cli->argv[0], .source = "" };
	int64_t id;

	cli->subject = cli->argv[0];
	TRY(cli_record_fields(cli, NULL, &figure));
	TRY(cli_number(cli, 1, "value", &figure.value));
	TRY(figure_publish(&cli->ctx, &figure, &id));
	return print_simply(cli);
}

static const struct option_spec publish_options[] = {
	{ "source", "TEXT", N_("where the number was told") },
	{ "date", "DATE", N_("when; today unless given") },
};
static const struct verb figure_verbs[] = {
	{ .name = "list",
		.run = run_figures,
		.help = N_("Lists the published figures beside what the records give.") },
	{ .name = "publish",
		.operands = "FIGURE NUMBER",
		.least = 2,
		.most = 2,
		.options = publish_options,
		.option_count = LEN(publish_options),
		.record = &record_of_figure,
		.run = run_publish,
		.help = N_("Records a number that was told to the public, with its source.") },
};
const struct noun noun_figure = { "figure", N_("published figures and the computed ones"),
	figure_verbs, LEN(figure_verbs) };
