/* SPDX-License-Identifier: MIT */
#include "src/base/i18n.h"
#include "src/cli/cli.h"
#include "src/roof/journal.h"

static const struct column log_columns[] = {
	{ "seq", N_("Number"), CELL_NUMBER },
	{ "time", N_("When"), CELL_MOMENT },
	{ "who", N_("Who"), CELL_TEXT },
	{ "what", N_("Act"), CELL_TEXT },
	{ "of", N_("About"), CELL_TEXT },
	{ "hash", N_("Hash"), CELL_TEXT },
	{ "via", N_("Way in"), CELL_TEXT },
	{ "sentence", N_("What"), CELL_TEXT },
};

static struct error log_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	struct log_entry entry;

	(void)arg;
	TRY(journal_get(&cli->ctx, &row->arena, id, &entry));
	row_put(row, "seq", cell_number(entry.seq));
	row_put(row, "time", cell_time(entry.time));
	row_put(row, "who", cell_text(entry.who));
	row_put(row, "what", cell_text(entry.verb));
	row_put(row, "of", cell_text(entry.object));
	row_put(row, "hash", cell_text(entry.hash));
	row_put(row, "via", cell_text(entry.via));
	row_put(row, "sentence", cell_text(journal_sentence(&cli->ctx, &row->arena, &entry)));
	return ok();
}

static const struct listing log_listing = { log_columns, LEN(log_columns), "seq,time,sentence",
	log_row };

static struct error run_list(struct cli *cli)
{
	struct id_list ids = { 0 };
	struct error e = journal_ids(&cli->ctx, option(cli, "of"), &ids);

	return print_listing(cli, &log_listing, NULL, e, &ids);
}

static const struct option_spec options[] = {
	{ "of", "CODE", N_("only about this record") },
};
static const struct verb verbs[] = {
	{ .name = "list",
		.options = options,
		.option_count = 1,
		.run = run_list,
		.help = N_("Lists what was done, newest first.") },
};
const struct noun noun_log = { "log", N_("who did what, and when"), verbs, 1 };
