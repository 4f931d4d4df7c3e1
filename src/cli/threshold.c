/* SPDX-License-Identifier: MIT
 * Figures of the law, with their day and source. */
#include "src/phases/threshold.h"

#include "src/base/i18n.h"
#include "src/cli/fields.h"
#include "src/ground/record.h"

static const struct column columns[] = {
	{ "kind" },
	{ "object" },
	{ "starts" },
	{ "amount" },
	{ "days" },
	{ "source" },
	{ "holds", N_("Holds today"), CELL_FLAG },
};

static struct error row_of(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	struct threshold_row t;

	(void)arg;
	TRY(threshold_get(&cli->ctx, &row->arena, id, &t));
	row_record(row, &t);
	row_put(row, "amount", t.amount == 0 ? cell_null() : cell_money(t.amount));
	row_put(row, "days", t.days == 0 ? cell_null() : cell_number(t.days));
	row_put(row, "holds", cell_flag(t.holds));
	return ok();
}

static const struct listing listing = { columns, LEN(columns), NULL, row_of,
	&record_of_threshold_row };

static struct error run_list(struct cli *cli)
{
	struct id_list ids = { 0 };
	struct error e = threshold_ids(&cli->ctx, &ids);

	return print_listing(cli, &listing, NULL, e, &ids);
}

static struct error run_add(struct cli *cli)
{
	struct threshold_row row = { .id = 0 };
	int64_t id;

	record_blank(&record_of_threshold_row, &row);
	TRY(cli_record_fields(cli, NULL, &row));
	TRY(threshold_add(&cli->ctx, &row, &id));
	return print_simply(cli);
}

static const struct verb verbs[] = {
	{ .name = "list",
		.run = run_list,
		.help = N_("Lists the thresholds of procurement and the days of notices, with the "
			   "day from which each holds and its source.") },
	{ .name = "add",
		.record = &record_of_threshold_row,
		.in = IN_ADD,
		.run = run_add,
		.help = N_(
			"Writes down one from a day on, with its source. What is there stays.") },
};
const struct noun noun_threshold = { "threshold",
	N_("thresholds of procurement and days of notices, by date"), verbs, LEN(verbs) };
