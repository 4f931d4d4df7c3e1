/* SPDX-License-Identifier: MIT */
#include "src/base/i18n.h"
#include "src/cli/cli.h"
#include "src/roof/journal.h"

/* An entry is the chain's own row, not a record of the competition: it has no fields that a form or
 * a page could show. */
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

static const struct column change_columns[] = {
	{ "field", N_("Field"), CELL_TEXT },
	{ "before", N_("Before"), CELL_TEXT },
	{ "after", N_("After"), CELL_TEXT },
};

static struct error change_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct journal_change *change = &((const struct journal_changes *)arg)->rows[id];

	(void)cli;
	row_put(row, "field", cell_text(change->what));
	row_put(row, "before", cell_text(change->before));
	row_put(row, "after", cell_text(change->after));
	return ok();
}

static const struct listing change_listing = { change_columns, LEN(change_columns),
	"field,before,after", change_row };

static struct error run_show(struct cli *cli)
{
	struct journal_changes changes;
	struct log_entry entry;
	int64_t seq;

	TRY(cli_number(cli, 0, "entry", &seq));
	struct error e = journal_get(&cli->ctx, &cli->arena, seq, &entry);
	if (e.code == E_NOT_FOUND)
		return fail(E_NOT_FOUND, "entry");
	TRY(e);
	TRY(journal_changes(&cli->ctx, &cli->arena, seq, &changes));
	return print_array(cli, &change_listing, &changes, changes.n);
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
	{ .name = "show",
		.operands = "NUMBER",
		.least = 1,
		.most = 1,
		.run = run_show,
		.help = N_("Shows what an entry changed, from what to what.") },
};
const struct noun noun_log = { "log", N_("who did what, and when"), verbs, LEN(verbs) };
