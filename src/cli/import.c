/* SPDX-License-Identifier: MIT
 * Importing files, and what waits or is to be corrected of them. */

#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/cli/cli.h"
#include "src/cli/fields.h"
#include "src/cli/import.h"
#include "src/cli/submission.h"
#include "src/intake/import.h"

static void say_line(void *arg, const char *line)
{
	fprintf(arg, "%s\n", line);
}

static void report_rows(struct cli *cli, const struct import *import)
{
	if (import_report(&cli->ctx, &cli->arena, import, say_line, stderr) > 0)
		fprintf(stderr, "%s\n",
			_("Rows with the same fault are told together; --report FILE has each of "
			  "them."));
}

/* The rows that are not simply good, as programs read them. */
static json_t *report_json(struct cli *cli, const struct import *import)
{
	json_t *list = json_array();

	for (size_t i = 0; i < import->n; i++) {
		const struct sifted_row *row = &import->rows[i];
		struct row_words w;

		if (import_row_is_good(row))
			continue;
		import_row_words(&cli->ctx, &cli->arena, import, row, &w);
		json_array_append_new(list,
			json_pack("{s:I, s:I, s:s?, s:s?, s:s?, s:s, s:s?}", "row",
				(json_int_t)row->row, "line", (json_int_t)row->line, "sheet",
				import->table.sheet, "column", row->column == 0 ? NULL : w.column,
				"cell", row->column == 0 ? NULL : w.cell, "reason", w.reason,
				"suggestion", *w.suggestion == '\0' ? NULL : w.suggestion));
	}
	return list;
}

static struct error write_report(struct cli *cli, FILE *out, const struct import *import)
{
	json_t *list = report_json(cli, import);
	bool written = json_dumpf(list, out, JSON_INDENT(1)) == 0 && fputc('\n', out) != EOF;

	json_decref(list);
	return written ? ok() : (struct error){ .code = E_IO };
}

enum { LEFT_MAX = 20 };

/* One that belongs to no field; of very many, the number is enough. */
static void report_left(const char *heading, size_t so_far)
{
	if (so_far < LEFT_MAX)
		/* TRANSLATORS: a heading in a file. */
		fprintf(stderr, _("Column not imported: %s\n"), heading);
}

static void report_columns(const struct import *import)
{
	const struct table *table = &import->table;
	size_t left = 0;

	if (table->remembered)
		/* TRANSLATORS: the number of an import. */
		fprintf(stderr,
			_("The columns are taken as in import %lld, which had the same "
			  "headings.\n"),
			(long long)import->remembered_batch);
	for (size_t c = 0; c < table->columns; c++) {
		if (table->field_of[c] == table->field_count && *table->headings[c] != '\0')
			report_left(table->headings[c], left++);
		else if (table->guessed[c])
			/* TRANSLATORS: a heading in a file, and the field that it was taken for. */
			fprintf(stderr, _("Column \"%s\" was taken for: %s\n"), table->headings[c],
				text_word(WORDS_FIELD, table->fields[table->field_of[c]].code));
	}
	if (left > LEFT_MAX)
		fprintf(stderr,
			ngettext("%zu more column is not imported.\n",
				"%zu more columns are not imported.\n", left - LEFT_MAX),
			left - LEFT_MAX);
}

static void report_dates(const struct import *import)
{
	if (import->order_row != 0)
		fprintf(stderr,
			import->date_order == ORDER_MONTH_FIRST ?
				/* TRANSLATORS: the number of a row. */
				_("Dates such as 10/11 are read month first, as row %ld must be.\n") :
				/* TRANSLATORS: the number of a row. */
				_("Dates such as 10/11 are read day first, as row %ld must be.\n"),
			import->order_row);
	for (size_t i = 0; i < import->n; i++)
		if (strcmp(import->rows[i].reason, "date_order") == 0) {
			fprintf(stderr,
				_("Dates such as 10/11/2018 can be two days: say which it is for the "
				  "whole file with --date-order dmy or --date-order mdy.\n"));
			break;
		}
	if (import->serials > 0)
		fprintf(stderr,
			ngettext("%zu time of arrival was a spreadsheet's number of a day; it was "
				 "read to the second.\n",
				"%zu times of arrival were a spreadsheet's numbers of days; they "
				"were read to the second.\n",
				import->serials),
			import->serials);
}

static void report_reading(const struct import *import)
{
	const struct table *table = &import->table;

	if (table->decoded.guessed)
		/* TRANSLATORS: a character set's name. */
		fprintf(stderr,
			_("The file is not UTF-8; it was read as %s. If letters look wrong, name its "
			  "character set with --charset.\n"),
			table->decoded.charset);
	if (table->heading_row > 1)
		/* TRANSLATORS: the number of a row. */
		fprintf(stderr, _("The headings were found on row %ld.\n"), table->heading_row);
	report_columns(import);
	report_dates(import);
}

static struct error report_import(struct cli *cli, const struct import *import)
{
	const char *path = option(cli, "report");
	struct saving saving;

	report_reading(import);
	if (path == NULL) {
		report_rows(cli, import);
		return ok();
	}
	TRY(context_may_open(&cli->ctx, path));
	cli->subject = path;
	TRY(save_begin(&saving, path));
	TRY(save_end(&saving, write_report(cli, saving.out, import)));
	cli->subject = cli->argv[0];
	return ok();
}

static struct error finish_import(struct cli *cli, struct import *import)
{
	bool dry = option(cli, "dry-run") != NULL;
	struct error e = ok();
	int64_t batch = 0;

	TRY(report_import(cli, import));
	if (!dry)
		e = import_commit(&cli->ctx, import, option(cli, "partial") != NULL, &batch);
	if (e.code == E_RULE) {
		print_done(cli, _("%zu added, %zu to be corrected, %zu duplicate, %zu held"),
			(size_t)0, import->refused, import->duplicates, import->held);
		return e;
	}
	TRY(e);
	print_done(cli, _("%zu added, %zu to be corrected, %zu duplicate, %zu held"), import->added,
		import->refused, import->duplicates, import->held);
	if (dry)
		print_done(cli, "%s", _("Nothing was saved."));
	else if (batch != 0)
		/* TRANSLATORS: the number of an import. */
		print_done(cli, _("Import %lld; `klash import undo %lld` takes it back."),
			(long long)batch, (long long)batch);
	return ok();
}

static struct error read_options(struct cli *cli, struct table_options *options)
{
	const char *row = option(cli, "heading-row"), *order = option(cli, "date-order");
	char *end = NULL;

	options->without_count = option_values(cli, "without", &options->without);
	options->heading_row = row == NULL ? 0 : strtol(row, &end, 10);
	if (row != NULL && (options->heading_row < 1 || *end != '\0'))
		return fail(E_INVALID, "heading_row");
	options->date_order = import_date_order(order == NULL ? "" : order);
	return order != NULL && options->date_order == ORDER_UNKNOWN ?
		       fail(E_INVALID, "date_order") :
		       ok();
}

struct table_options read_table_options(struct cli *cli, char *sheets)
{
	struct table_options options = { .charset = option(cli, "charset"),
		.delimiter = option(cli, "delimiter"),
		.sheet = option(cli, "sheet"),
		.sheets = sheets };

	options.map_count = option_values(cli, "map", &options.maps);
	return options;
}

struct error table_complain(struct error e, char *sheets)
{
	if (e.code != E_SHEET)
		return e;
	for (char *at = sheets; (at = strchr(at, '\n')) != NULL;)
		*at = '|';
	/* TRANSLATORS: names of a workbook's sheets, with | between. */
	fprintf(stderr, _("The sheets are: %s. Name one with --sheet.\n"), sheets);
	return e;
}

struct error cli_import(struct cli *cli)
{
	char sheets[SHEETS_SIZE];
	struct table_options options = read_table_options(cli, sheets);
	struct import import;

	TRY(read_options(cli, &options));
	cli->subject = cli->argv[0];
	struct error e =
		import_prepare(&cli->ctx, cli->noun->name, cli->argv[0], &options, &import);
	if (e.code != E_OK)
		return table_complain(e, sheets);
	e = finish_import(cli, &import);
	import_clear(&import);
	return e;
}

const struct option_spec import_options[IMPORT_OPTIONS] = {
	TABLE_OPTIONS,
	{ "dry-run", NULL, N_("only say what would happen") },
	{ "partial", NULL, N_("import the good rows; refused and held ones wait") },
	{ "report", "FILE", N_("write the report there, as JSON, instead of on standard error") },
	{ "heading-row", "N", N_("the row of the headings, as a spreadsheet numbers it") },
	{ "without", "FIELD", N_("the file has no such field; may be repeated") },
	{ "date-order", "dmy|mdy", N_("what stands first in dates such as 10/11/2018") },
};

static const struct column batch_columns[] = {
	{ "batch" },
	{ "kind" },
	{ "file" },
	{ "made" },
	{ "charset" },
	{ "added", N_("Added") },
	{ "replaced" },
	{ "to_be_corrected" },
	{ "held" },
	{ "undone", N_("Undone"), CELL_FLAG },
};

static struct error batch_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	struct import_batch b;

	(void)arg;
	TRY(import_batch_get(&cli->ctx, &row->arena, id, &b));
	row_record(row, &b);
	row_put(row, "undone", cell_flag(b.undone != 0));
	return ok();
}

static const struct listing batch_listing = { batch_columns, LEN(batch_columns),
	"batch,kind,file,made,charset,added,replaced,to_be_corrected,held,undone", batch_row,
	&record_of_import_batch };

static struct error run_import_list(struct cli *cli)
{
	struct id_list ids = { 0 };
	struct error e = import_batches(&cli->ctx, &ids);

	return print_listing(cli, &batch_listing, NULL, e, &ids);
}

static const struct column waiting_columns[] = {
	{ "batch", N_("Import"), CELL_NUMBER },
	{ "kind" },
	{ "row" },
	{ "line" },
	{ "verdict" },
	{ "field" },
	{ "reason", N_("Reason") },
	{ "candidate" },
	{ "cell", N_("Cell"), CELL_TEXT },
	{ "suggestion", N_("Offered"), CELL_TEXT },
};

static struct error waiting_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	struct import_row r;
	struct row_words w;

	(void)arg;
	TRY(import_row_get(&cli->ctx, &row->arena, id, &r));
	import_waiting_words(&cli->ctx, &row->arena, &r, &w);
	row_record(row, &r);
	row_put(row, "batch", cell_number(r.batch_id));
	row_put(row, "cell", cell_text(w.cell));
	row_put(row, "suggestion", cell_text(w.suggestion));
	return ok();
}

static const struct listing waiting_listing = { waiting_columns, LEN(waiting_columns),
	"batch,kind,row,line,verdict,field,reason,cell,suggestion", waiting_row,
	&record_of_import_row };

static struct error run_import_rows(struct cli *cli)
{
	struct id_list ids = { 0 };
	struct error e = import_waiting(&cli->ctx, NULL, &ids);

	return print_listing(cli, &waiting_listing, NULL, e, &ids);
}

static struct error find_row(struct cli *cli, int64_t *id)
{
	int64_t batch, row;

	TRY(cli_number(cli, 0, "batch", &batch));
	TRY(cli_number(cli, 1, "row", &row));
	return import_row_find(&cli->ctx, batch, row, id);
}

static struct error run_import_decide(struct cli *cli)
{
	int64_t id, batch;
	struct import_row row;
	size_t n = 0;

	if (strcmp(cli->argv[1], "all") == 0 && strcmp(cli->argv[2], "replace") == 0) {
		TRY(cli_number(cli, 0, "batch", &batch));
		TRY(import_take_versions(&cli->ctx, batch, &n));
		print_done(cli, ngettext("%zu replaced", "%zu replaced", n), n);
		return ok();
	}
	TRY(find_row(cli, &id));
	cli->subject = cli->argv[2];
	TRY(import_decide(&cli->ctx, id, cli->argv[2]));
	TRY(import_row_get(&cli->ctx, &cli->arena, id, &row));
	if (import_verdict_of(row.verdict) != IMPORT_VERDICT_HELD)
		return print_simply(cli);
	print_done(
		cli, "%s", _("The row still waits, for another reason: see `klash import rows`."));
	return ok();
}

/* What is given goes over what came. */
static struct error read_correction(
	struct cli *cli, const struct import_row *row, struct application_input *record)
{
	json_auto_t *json = NULL;
	struct error e = cli_json(cli, &json);

	if (e.code == E_OK)
		e = cli_submission_fields(cli, json, &record->submission);
	if (e.code == E_OK && submission_kind_of(row->kind) == SUBMISSION_KIND_APPLICATION)
		e = cli_application_team(cli, json, record);
	if (e.code == E_OK && submission_kind_of(row->kind) == SUBMISSION_KIND_SOLUTION)
		e = cli_solution_team(cli, json, &record->submission);
	return e;
}

static struct error run_import_correct(struct cli *cli)
{
	struct application_input record;
	struct import_row row;
	struct submission s;
	int64_t id, added = 0;

	TRY(find_row(cli, &id));
	TRY(import_row_get(&cli->ctx, &cli->arena, id, &row));
	TRY(import_row_record(&cli->ctx, &cli->arena, &row, &record));
	TRY(read_correction(cli, &row, &record));
	TRY(import_correct(&cli->ctx, id, &record, &added));
	TRY(submission_get(&cli->ctx, &cli->arena, added, &s));
	print_done(cli, "%s", s.code);
	return ok();
}

static const struct option_spec import_correct_options[] = {
	{ "municipality", "NAME|CODE",
		N_("the applicant; a joint authority or county by its name") },
	APPLICATION_TEAM_OPTIONS,
	{ "theme", "TEXT", N_("the theme") },
	JSON_OPTION,
};
static const struct verb import_verbs[] = {
	{ .name = "list", .run = run_import_list, .help = N_("Lists the imports, newest first.") },
	{ .name = "rows",
		.run = run_import_rows,
		.help = N_("Lists the rows that wait to be corrected or decided on.") },
	{ .name = "decide",
		.operands = "IMPORT ROW|all CODE|new|skip|replace",
		.least = 3,
		.most = 3,
		.run = run_import_decide,
		.help = N_(
			"Decides on a held row: the municipality it is from, when it arrived, the code of what it "
			"replaces, new, or skip; `all replace` takes every new version of the form's rows.") },
	{ .name = "correct",
		.operands = "IMPORT ROW",
		.least = 2,
		.most = 2,
		.options = import_correct_options,
		.option_count = LEN(import_correct_options),
		.record = &record_of_submission,
		.in = IN_ADD,
		.run = run_import_correct,
		.help = N_("Saves a waiting row with the fields that are given put right.") },
};
const struct noun noun_import = { "import", N_("imported files and the rows that wait"),
	import_verbs, LEN(import_verbs) };
