/* SPDX-License-Identifier: MIT
 * Planned ranges, and published figures beside what the records give. */
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/cli/cli.h"
#include "src/phases/figure.h"
#include "src/phases/range.h"

static struct error run_ranges(struct cli *cli)
{
	static const struct column columns[] = {
		{ "range", N_("Planned range"), CELL_CODE, WORDS_RANGE },
		{ "low", N_("Least"), CELL_NUMBER },
		{ "high", N_("Most"), CELL_NUMBER },
	};
	struct ranges ranges;
	json_auto_t *rows = json_array();

	TRY(range_list(&cli->ctx, &cli->arena, &ranges));
	for (size_t i = 0; i < ranges.n; i++)
		json_array_append_new(
			rows, json_pack("{s:s, s:I, s:I}", "range", ranges.rows[i].key, "low",
				      (json_int_t)ranges.rows[i].low, "high",
				      (json_int_t)ranges.rows[i].high));
	return print_rows(cli, json_take(&rows), columns, LEN(columns));
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

static struct error run_figures(struct cli *cli)
{
	static const struct column columns[] = {
		{ "figure", N_("Figure"), CELL_CODE, WORDS_FIGURE },
		{ "computed", N_("By the records"), CELL_NUMBER },
		{ "published", N_("Published"), CELL_NUMBER },
		{ "date", N_("Date"), CELL_DAY },
		{ "source", N_("Source"), CELL_TEXT },
		{ "differs", N_("Differs"), CELL_FLAG },
	};
	struct figures figures;
	json_auto_t *rows = json_array();

	TRY(figure_list(&cli->ctx, &cli->arena, &figures));
	for (size_t i = 0; i < figures.n; i++) {
		const struct figure *f = &figures.rows[i];
		int64_t n;

		TRY(figure_count(&cli->ctx, f->key, &n));
		json_array_append_new(rows,
			json_pack("{s:s, s:I, s:I, s:o, s:s, s:b}", "figure", f->key, "computed",
				(json_int_t)n, "published", (json_int_t)f->value, "date",
				json_day(f->day), "source", f->source, "differs", n != f->value));
	}
	return print_rows(cli, json_take(&rows), columns, LEN(columns));
}

static struct error run_publish(struct cli *cli)
{
	struct figure figure = { .key = cli->argv[0], .source = option_text(cli, "source") };
	int64_t id;

	cli->subject = cli->argv[0];
	TRY(input_day("date", option_text(cli, "date"), &figure.day));
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
		.run = run_publish,
		.help = N_("Records a number that was told to the public, with its source.") },
};
const struct noun noun_figure = { "figure", N_("published figures and the computed ones"),
	figure_verbs, LEN(figure_verbs) };
