/* SPDX-License-Identifier: MIT
 * Lists and records as aligned tables, CSV or JSON. Everything is JSON first: one truth for all
 * forms. */
#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "db/base/utf8.h"
#include "db/file.h"
#include "src/base/daytime.h"
#include "src/base/i18n.h"
#include "src/base/money.h"
#include "src/cli/cli.h"
#include "src/export/disclosure.h"

json_t *json_take(json_t **json)
{
	json_t *taken = *json;

	*json = NULL;
	return taken;
}

json_t *json_time(int64_t time)
{
	char text[40];

	if (time == 0)
		return json_null();
	time_iso(time, text, sizeof(text));
	return json_string(text);
}

json_t *json_day(int64_t day)
{
	char text[40];

	if (day == 0)
		return json_null();
	day_iso(day, text, sizeof(text));
	return json_string(text);
}

json_t *json_moment(int64_t time, const char *precision)
{
	char text[40];

	if (time == 0)
		return json_null();
	moment_iso(time, precision_of_code(precision), text, sizeof(text));
	return json_string(text);
}

json_t *json_money(int64_t cents)
{
	char text[40];

	money_plain(cents, text, sizeof(text));
	return json_string(text);
}

json_t *json_ratio(struct ratio value)
{
	char text[40];

	if (value.den == 0)
		return json_null();
	ratio_format(value, 4, text, sizeof(text));
	return json_string(text);
}

json_t *json_names(const char *fi, const char *sv, const char *en)
{
	return json_pack("{s:s, s:s, s:s}", "fi", fi, "sv", sv, "en", en);
}

/* What a member of a JSON object is as a cell, for records that are made as JSON. */
static struct cell cell_of_time(const char *iso)
{
	struct moment moment;

	return moment_parse(iso, EDGE_START, &moment).code == E_OK ?
		       cell_moment(moment.time, moment.precision) :
		       cell_text(iso);
}

static struct cell cell_of_list(struct arena *arena, const json_t *list)
{
	const char **texts = arena_alloc(arena, (json_array_size(list) + 1) * sizeof(*texts));
	size_t i;
	json_t *member;

	json_array_foreach(list, i, member)
	{
		const char *text = json_string_value(member);

		texts[i] = text == NULL ? "" : text;
	}
	return cell_list(texts, json_array_size(list));
}

/* "8.9286" with its decimals, so that each reader writes it in its own way. */
static struct cell cell_of_number(const char *text)
{
	size_t whole = strspn(text, "-0123456789"), decimals = 0;
	struct ratio value = { .num = strtoll(text, NULL, 10), .den = 1 };

	if (text[whole] != '.' || *text == '-')
		return cell_text(text);
	for (const char *c = text + whole + 1; *c >= '0' && *c <= '9' && decimals < 9; c++) {
		value.num = value.num * 10 + (*c - '0');
		value.den *= 10;
		decimals++;
	}
	return cell_ratio(value, (int)decimals);
}

static struct cell cell_of_text(const struct column *column, const char *text)
{
	int64_t number;

	if (column->kind == CELL_CODE)
		return cell_code(column->words, text);
	if (column->kind == CELL_MOMENT || column->kind == CELL_DAY)
		return cell_of_time(text);
	if (column->kind == CELL_MONEY && money_parse("net", text, &number).code == E_OK)
		return cell_money(number);
	if (column->kind == CELL_DECIMAL && thousandths_parse(text, &number) == 0)
		return cell_decimal(number);
	return column->kind == CELL_NUMBER ? cell_of_number(text) : cell_text(text);
}

static struct cell cell_of(struct arena *arena, const json_t *record, const struct column *column)
{
	const json_t *value = json_object_get(record, column->name);

	if (value == NULL || json_is_null(value))
		return cell_null();
	if (json_is_boolean(value))
		return cell_flag(json_is_true(value));
	if (json_is_integer(value))
		return cell_number(json_integer_value(value));
	if (json_is_array(value))
		return cell_of_list(arena, value);
	if (json_is_object(value))
		return cell_texts(json_string_value(json_object_get(value, "fi")),
			json_string_value(json_object_get(value, "sv")),
			json_string_value(json_object_get(value, "en")));
	return cell_of_text(column, json_string_value(value));
}

static void print_json(struct cli *cli, const json_t *value)
{
	/* What is no integer and no text is a rounded figure. */
	json_dumpf(value, cli->out, JSON_INDENT(1) | JSON_REAL_PRECISION(9));
	fputc('\n', cli->out);
}

static struct error open_output(struct cli *cli)
{
	cli->out = stdout;
	if (cli->output == NULL)
		return ok();
	TRY(context_may_open(&cli->ctx, cli->output));
	TRY(save_begin(&cli->saving, cli->output));
	cli->out = cli->saving.out;
	return ok();
}

/* A full disk shows at the latest here. */
static struct error end_output(struct cli *cli, struct error e)
{
	bool to_file = cli->out != stdout;

	if (!to_file && e.code == E_OK && (fflush(stdout) != 0 || ferror(stdout) != 0))
		return file_error(errno);
	cli->out = stdout;
	return to_file ? save_end(&cli->saving, e) : e;
}

static struct error close_output(struct cli *cli)
{
	return end_output(cli, ok());
}

/* The writer that --format names. */
static const struct writer *writer_of(const struct cli *cli)
{
	const struct writer *writer = writer_find(cli->format);

	return writer == NULL ? writers[0] : writer;
}

static struct heading *headings_of(
	struct arena *arena, const struct column *columns, const struct choice *choice)
{
	struct heading *headings = arena_alloc(arena, (choice->n + 1) * sizeof(*headings));

	for (size_t i = 0; i < choice->n; i++) {
		const struct column *column = &columns[choice->at[i]];

		headings[i] = (struct heading){ column->name, column_title(column), column->kind };
	}
	return headings;
}

/* Which columns are asked for; what is wrong with --columns names those there are. */
static struct error choose(
	struct cli *cli, const struct listing *l, bool record, struct choice *choice)
{
	struct error e = columns_choose(&cli->arena, l->columns, l->n, cli->columns, l->shown,
		writer_of(cli)->for_people, record, choice);

	if (e.code != E_OK)
		cli->subject = arena_printf(&cli->arena,
			/* TRANSLATORS: a name that somebody typed; names of columns. */
			_("%s (the columns are %s)"), choice->unknown,
			columns_known(&cli->arena, l->columns, l->n));
	return e;
}

/* One row as who asks may see it. */
static struct error fill(
	struct cli *cli, const struct listing *l, const void *arg, int64_t id, struct row *row)
{
	row_clear(row);
	TRY(l->row(cli, arg, id, row));
	row_gate(&cli->ctx, row);
	return ok();
}

static void pick(const struct row *row, const struct choice *choice, struct cell *cells)
{
	for (size_t i = 0; i < choice->n; i++)
		cells[i] = row->cells[choice->at[i]];
}

/* Nothing is written before the first row is there: an error has no beginning of a list before it.
 */
static struct error write_rows(struct cli *cli, const struct listing *l, const void *arg,
	const struct id_list *ids, const struct choice *choice)
{
	const struct writer *writer = writer_of(cli);
	struct writing w = { .exact = cli->plain,
		.headings = headings_of(&cli->arena, l->columns, choice),
		.n = choice->n };
	struct cell *cells = arena_alloc(&cli->arena, (choice->n + 1) * sizeof(*cells));
	struct error e = ok();
	struct row row;
	bool begun = false;

	row_begin(&row, l->columns, l->n);
	w.out = cli->out;
	for (size_t i = 0; e.code == E_OK && i < ids->n; i++) {
		e = fill(cli, l, arg, ids->ids[i], &row);
		if (e.code != E_OK || row.left_out)
			continue;
		if (!begun)
			writer->begin(&w);
		begun = true;
		pick(&row, choice, cells);
		writer->row(&w, cells);
		w.rows++;
	}
	if (e.code == E_OK && !begun)
		writer->begin(&w);
	if (e.code == E_OK)
		writer->end(&w);
	row_end(&row);
	arena_clear(&w.kept);
	return e;
}

/* What a list was narrowed by, as it was typed. */
static const char *filter_words(struct cli *cli)
{
	const char *words = "";

	for (int i = 0; i < cli->argc; i++)
		words = arena_printf(
			&cli->arena, "%s%s%s", words, *words != '\0' ? " " : "", cli->argv[i]);
	for (size_t i = 0; i < cli->verb->option_count; i++)
		if (cli->values[i] != NULL)
			words = arena_printf(&cli->arena, "%s%s--%s %s", words,
				*words != '\0' ? " " : "", cli->verb->options[i].name,
				cli->values[i]);
	return utf8_visible(&cli->arena, words, strlen(words), TEXT_LINE);
}

static struct error count_persons(struct cli *cli, const struct listing *l, const void *arg,
	const struct id_list *ids, const struct choice *choice, int64_t *persons)
{
	struct error e = ok();
	struct row row;

	*persons = 0;
	row_begin(&row, l->columns, l->n);
	for (size_t i = 0; e.code == E_OK && i < ids->n; i++) {
		e = fill(cli, l, arg, ids->ids[i], &row);
		if (e.code == E_OK && !row.left_out && row_discloses(&row, choice))
			++*persons;
	}
	row_end(&row);
	return e;
}

/* Once the file can be made, and before anything is in it: what cannot be recorded does not leave.
 */
static struct error disclose(struct cli *cli, const struct listing *l, const void *arg,
	const struct id_list *ids, const struct choice *choice)
{
	struct disclosure disclosure = { .list = cli->noun->name,
		.data = columns_disclosed(&cli->arena, l->columns, choice) };
	int64_t id;

	if (*disclosure.data == '\0')
		return ok();
	disclosure.filter = filter_words(cli);
	TRY(count_persons(cli, l, arg, ids, choice, &disclosure.persons));
	return disclosure_record(&cli->ctx, &disclosure, &id);
}

static struct listing whole(struct cli *cli, const struct listing *listing)
{
	struct listing l = *listing;

	l.columns = columns_over(&cli->arena, l.record, l.columns, l.n);
	return l;
}

static struct error print_chosen(
	struct cli *cli, const struct listing *listing, const void *arg, const struct id_list *ids)
{
	const struct listing l = whole(cli, listing);
	struct choice choice;

	TRY(choose(cli, &l, false, &choice));
	TRY(open_output(cli));
	struct error e = disclose(cli, &l, arg, ids, &choice);
	return end_output(cli, e.code == E_OK ? write_rows(cli, &l, arg, ids, &choice) : e);
}

struct error print_listing(struct cli *cli, const struct listing *listing, const void *arg,
	struct error e, struct id_list *ids)
{
	if (e.code == E_OK)
		e = print_chosen(cli, listing, arg, ids);
	id_list_clear(ids);
	return e;
}

struct error print_array(struct cli *cli, const struct listing *listing, const void *arg, size_t n)
{
	struct id_list ids = { 0 };

	for (size_t i = 0; i < n; i++)
		id_list_add(&ids, (int64_t)i);
	return print_listing(cli, listing, arg, ok(), &ids);
}

static struct error write_record(struct cli *cli, const struct listing *l, struct row *row)
{
	const struct writer *writer = writer_of(cli);
	struct choice choice;

	TRY(choose(cli, l, true, &choice));
	struct cell *cells = arena_alloc(&cli->arena, (choice.n + 1) * sizeof(*cells));
	struct writing w = { .exact = cli->plain,
		.headings = headings_of(&cli->arena, l->columns, &choice),
		.n = choice.n };
	pick(row, &choice, cells);
	TRY(open_output(cli));
	w.out = cli->out;
	if (writer->record != NULL) {
		writer->record(&w, cells);
	} else {
		writer->begin(&w);
		writer->row(&w, cells);
		writer->end(&w);
	}
	arena_clear(&w.kept);
	return close_output(cli);
}

struct error print_one(struct cli *cli, const struct listing *listing, const void *arg, int64_t id)
{
	const struct listing l = whole(cli, listing);
	struct row row;

	row_begin(&row, l.columns, l.n);
	struct error e = fill(cli, &l, arg, id, &row);
	if (e.code == E_OK)
		e = write_record(cli, &l, &row);
	row_end(&row);
	return e;
}

/* The rows of an array of objects. */
static struct error member_row(struct cli *cli, const void *arg, int64_t id, struct row *row)
{
	const json_t *record = json_array_get(arg, (size_t)id);

	(void)cli;
	for (size_t i = 0; i < row->n; i++)
		row->cells[i] = cell_of(&row->arena, record, &row->columns[i]);
	return ok();
}

struct error print_rows(struct cli *cli, json_t *rows, const struct column *columns, size_t n)
{
	const struct listing listing = { columns, n, NULL, member_row };
	struct error e;

	if (writer_of(cli)->for_people) {
		e = print_array(cli, &listing, rows, json_array_size(rows));
	} else {
		e = open_output(cli);
		if (e.code == E_OK) {
			print_json(cli, rows);
			e = close_output(cli);
		}
	}
	json_decref(rows);
	return e;
}

struct error print_record(struct cli *cli, json_t *record, const struct column *columns, size_t n)
{
	const struct listing listing = { columns, n, NULL, member_row };
	json_t *alone = json_pack("[o]", record);
	struct error e;

	if (writer_of(cli)->for_people) {
		e = print_one(cli, &listing, alone, 0);
	} else {
		e = open_output(cli);
		if (e.code == E_OK) {
			print_json(cli, record);
			e = close_output(cli);
		}
	}
	json_decref(alone);
	return e;
}

static void print_part(struct cli *cli, const struct table_part *part)
{
	const struct listing listing = { part->columns, part->n, NULL, member_row };
	struct id_list ids = { 0 };
	struct choice all;

	fprintf(cli->out, "\n%s\n", _(part->title));
	for (size_t i = 0; i < json_array_size(part->rows); i++)
		id_list_add(&ids, (int64_t)i);
	struct error e =
		columns_choose(&cli->arena, part->columns, part->n, NULL, NULL, true, true, &all);
	if (e.code == E_OK)
		e = write_rows(cli, &listing, part->rows, &ids, &all);
	id_list_clear(&ids);
	(void)e; /* an array that is there gives its rows */
}

struct error print_tables(struct cli *cli, const struct table_part *parts, size_t n)
{
	if (strcmp(cli->format, "table") != 0)
		return ok();
	for (size_t i = 0; i < n; i++)
		print_part(cli, &parts[i]);
	return ok();
}

struct error print_with_tables(struct cli *cli, json_t *record, const struct column *columns,
	size_t n, const struct table_part *parts, size_t part_count)
{
	const struct listing listing = { columns, n, NULL, member_row };

	if (strcmp(cli->format, "table") != 0)
		return print_record(cli, record, columns, n);
	json_t *alone = json_pack("[O]", record);
	struct error e = print_one(cli, &listing, alone, 0);
	for (size_t i = 0; e.code == E_OK && i < part_count; i++)
		print_part(cli, &parts[i]);
	json_decref(alone);
	json_decref(record);
	return e;
}

struct error print_text(struct cli *cli, const char *text)
{
	TRY(open_output(cli));
	while (*text != '\0') {
		size_t n = strcspn(text, "\n");

		write_clean(cli->out, arena_bytes(&cli->arena, text, n));
		fputc('\n', cli->out);
		text += n + (text[n] == '\n' ? 1 : 0);
	}
	return close_output(cli);
}

struct error print_exactly(struct cli *cli, const char *text)
{
	TRY(open_output(cli));
	fputs(text, cli->out);
	return close_output(cli);
}

struct error print_stream(
	struct cli *cli, struct error (*write)(struct cli *cli, void *arg), void *arg)
{
	TRY(open_output(cli));
	return end_output(cli, write(cli, arg));
}

void print_done(struct cli *cli, const char *format, ...)
{
	va_list args;
	char line[600];

	va_start(args, format);
	vsnprintf(line, sizeof(line), format, args);
	va_end(args);
	write_clean(cli->out, line);
	fputc('\n', cli->out);
}

struct error print_simply(struct cli *cli)
{
	print_done(cli, "%s", _("Done."));
	return ok();
}

struct error read_at_most(struct cli *cli, const char *path, size_t most, char **bytes, size_t *n)
{
	struct buffer read = { 0 };
	char block[4096];

	TRY(context_may_open(&cli->ctx, path));
	FILE *in = strcmp(path, "-") == 0 ? stdin : fopen(path, "re");
	if (in == NULL)
		return errno == ENOENT ? fail(E_NOT_FOUND, "file") :
					 (struct error){ .code = E_IO, .low = errno };
	for (size_t got; read.length <= most && (got = fread(block, 1, sizeof(block), in)) > 0;)
		buffer_add(&read, block, got);
	bool failed = ferror(in) != 0, too_much = read.length > most;
	if (in != stdin)
		fclose(in);
	*n = read.length;
	*bytes = arena_bytes(&cli->arena, read.length == 0 ? "" : read.text, read.length);
	buffer_clear(&read);
	if (failed)
		return (struct error){ .code = E_IO, .low = EIO };
	return too_much ? rule(N_("The file is larger than anything that belongs here.")) : ok();
}

struct error read_bytes(struct cli *cli, const char *path, char **bytes, size_t *n)
{
	return read_at_most(cli, path, SIZE_MAX, bytes, n);
}

struct error read_text(struct cli *cli, const char *path, char **text)
{
	size_t n;

	TRY(read_bytes(cli, path, text, &n));
	return strlen(*text) == n ? ok() : fail(E_INVALID, "text");
}

void print_missing(const struct checklist *list)
{
	for (size_t i = 0; i < list->n; i++)
		fprintf(stderr, "%s%s%s\n", _(list->missing[i]), *list->about[i] == '\0' ? "" : " ",
			list->about[i]);
}

struct error cli_number(struct cli *cli, int i, const char *field_code, int64_t *number)
{
	char *end;

	*number = strtoll(cli->argv[i], &end, 10);
	if (*end == '\0' && *number > 0)
		return ok();
	cli->subject = cli->argv[i];
	return fail(E_INVALID, field_code);
}
