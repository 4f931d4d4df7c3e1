/* SPDX-License-Identifier: MIT
 * What left with personal data. */
#include "src/export/disclosure.h"

#include "src/base/i18n.h"
#include "src/cli/cli.h"

static const struct column disclosure_columns[] = {
	{ "id", N_("Number"), CELL_NUMBER },
	{ "time", N_("When"), CELL_MOMENT },
	{ "by", N_("By"), CELL_TEXT },
	{ "list", N_("List"), CELL_TEXT },
	{ "persons", N_("People"), CELL_NUMBER },
	{ "data", N_("Data"), CELL_TEXT },
	{ "filter", N_("Narrowed by"), CELL_TEXT },
};

static struct error disclosure_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	struct disclosure d;

	(void)arg;
	TRY(disclosure_get(&cli->ctx, &row->arena, id, &d));
	row_put(row, "id", cell_number(d.id));
	row_put(row, "time", cell_time(d.at));
	row_put(row, "by", cell_text(d.who));
	row_put(row, "list", cell_text(d.list));
	row_put(row, "persons", cell_number(d.persons));
	row_put(row, "data", cell_text(d.data));
	row_put(row, "filter", cell_text(d.filter));
	return ok();
}

static struct error run_list(struct cli *cli)
{
	static const struct listing listing = { disclosure_columns, LEN(disclosure_columns), NULL,
		disclosure_row };
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
