/* SPDX-License-Identifier: MIT
 * Opening the names of a blind round, and its record. */
#include <string.h>

#include "src/base/i18n.h"
#include "src/cli/document.h"
#include "src/documents/statement.h"
#include "src/documents/writer.h"
#include "src/judging/names.h"

static struct error run_open(struct cli *cli)
{
	struct names_opening opening = { .place = option_text(cli, "place") };
	struct round round;

	TRY(cli_round(cli, cli->argv[0], &round));
	opening.n = option_values(cli, "witness", &opening.witnesses);
	TRY(names_open(&cli->ctx, round.id, &opening));
	return print_simply(cli);
}

static const struct column name_columns[] = {
	{ "code" },
	{ "submission" },
	{ "team" },
	{ "organization" },
	{ "members" },
	{ "other_members" },
};

static struct error name_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct names_record *record = arg;

	(void)cli;
	row_record(row, &record->names.rows[id]);
	return ok();
}

static const struct listing name_listing = { name_columns, LEN(name_columns), NULL, name_row,
	&record_of_opening_name };

static const struct column record_columns[] = {
	{ "round", N_("Round"), CELL_TEXT },
	{ "statement", N_("Statement"), CELL_TEXT },
	{ "hash" },
	{ "opened" },
	{ "place" },
	{ "custodian" },
	{ "witnesses", N_("Witnesses"), CELL_TEXT },
	{ "entry", N_("Entry of the log"), CELL_NUMBER },
	{ "names", N_("Names"), CELL_ROWS },
};

static struct error record_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const struct names_record *r = arg;
	const char **names = arena_alloc(&row->arena, (r->witnesses.n + 1) * sizeof(*names));
	struct cell cell;

	(void)id;
	row_record(row, &r->opening);
	for (size_t i = 0; i < r->witnesses.n; i++)
		names[i] = r->witnesses.rows[i].name;
	row_put(row, "round", cell_text(r->opening.round_key));
	row_put(row, "statement", cell_text(r->opening.statement));
	row_put(row, "witnesses", cell_text(text_join(&row->arena, names, r->witnesses.n)));
	row_put(row, "entry", cell_number(r->entry));
	TRY(nest_rows(cli, &row->arena, &name_listing, r, r->names.n, &cell));
	row_put(row, "names", cell);
	return ok();
}

static const struct listing record_listing = { record_columns, LEN(record_columns),
	"round,statement,hash,opened,place,custodian,witnesses,entry", record_row,
	&record_of_opening };

static struct error run_show(struct cli *cli)
{
	struct document_ask ask = { 0 };
	struct names_record record;
	struct round round;

	TRY(require(&cli->ctx, ACT_READ));
	TRY(cli_round(cli, cli->argv[0], &round));
	if (document_writer(cli->format) != NULL) {
		TRY(document_language(cli, &ask.lang));
		ask.id = round.id;
		return print_document(cli, &opening_kind, &ask);
	}
	TRY(names_read(&cli->ctx, &cli->arena, round.id, &record));
	TRY(print_one(cli, &record_listing, &record, 0));
	return cli_reader(cli) == READ_SHOWN ?
		       print_below(cli, NULL, &name_listing, &record, record.names.n) :
		       ok();
}

static const struct option_spec open_options[] = {
	{ "witness", "LOGIN|NAME",
		N_("who is present beside the custodian: a user name, or a name; may be repeated") },
	{ "place", "TEXT", N_("where the names are opened") },
};
static const struct option_spec show_options[] = {
	{ "lang", "fi|sv|en", N_("of the document; the language in use unless given") },
};
static const struct verb verbs[] = {
	{ .name = "open",
		.operands = "ROUND",
		.least = 1,
		.most = 1,
		.options = open_options,
		.option_count = LEN(open_options),
		.run = run_open,
		.help = N_("Opens the names, once, after the statement has been signed, before a "
			   "witness.") },
	{ .name = "show",
		.operands = "ROUND",
		.least = 1,
		.most = 1,
		.options = show_options,
		.option_count = LEN(show_options),
		.document = "json|csv|xlsx",
		.run = run_show,
		.help = N_("Shows the record of the opening, or makes a document of it.") },
};
const struct noun noun_names = { "names", N_("the names of a blind round: their opening"), verbs,
	LEN(verbs) };
