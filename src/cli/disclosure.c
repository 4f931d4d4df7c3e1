/* SPDX-License-Identifier: MIT
 * What left with personal data. */
#include "src/export/disclosure.h"

#include "src/base/i18n.h"
#include "src/cli/cli.h"

static const struct column disclosure_columns[] = {
	{ "id" },
	{ "time" },
	{ "by" },
	{ "list" },
	{ "persons" },
	{ "data" },
	{ "filter" },
};

static struct error disclosure_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	struct disclosure d;

	(void)arg;
	TRY(disclosure_get(&cli->ctx, &row->arena, id, &d));
	row_record(row, &d);
	return ok();
}

static struct error run_list(struct cli *cli)
{
	static const struct listing listing = { disclosure_columns, LEN(disclosure_columns), NULL,
		disclosure_row, &record_of_disclosure };
	struct id_list ids = { 0 };
	struct error e = disclosure_ids(&cli->ctx, &ids);

	return print_listing(cli, &listing, NULL, e, &ids);
}

static const struct verb verbs[] = {
	{ .name = "list",
		.run = run_list,
		.help = N_(
			"Lists what left with personal data, newest first: who took it, from which "
			"list, of how many people, which data.") },
};
const struct noun noun_disclosure = { "disclosure", N_("what left with personal data"), verbs,
	LEN(verbs) };
