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
#include "src/base/csv_out.h"
#include "src/base/daytime.h"
#include "src/base/i18n.h"
#include "src/base/money.h"
#include "src/cli/cli.h"

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

static const char *time_words(struct arena *arena, const char *iso)
{
	struct moment moment;
	char text[80];

	if (moment_parse(iso, EDGE_START, &moment).code != E_OK)
		return iso;
	text_moment(moment.time, moment.precision, text, sizeof(text));
	return arena_text(arena, text);
}

static const char *list_words(struct arena *arena, const json_t *list)
{
	struct buffer text = { 0 };
	size_t i;
	json_t *member;

	json_array_foreach(list, i, member)
		buffer_printf(&text, "%s%s", i > 0 ? ", " : "", json_string_value(member));
	const char *words = arena_text(arena, text.text);
	buffer_clear(&text);
	return words;
}

static const char *names_word(const json_t *names)
{
	return i18n_pick(json_string_value(json_object_get(names, "fi")),
		json_string_value(json_object_get(names, "sv")),
		json_string_value(json_object_get(names, "en")), NULL);
}

/* The text of a cell for people; `plain` leaves codes, dates and numbers as they are in JSON. */
static const char *cell_text(
	struct arena *arena, const json_t *value, const struct column *column, bool plain)
{
	if (value == NULL || json_is_null(value))
		return "";
	if (json_is_boolean(value))
		return plain ? (json_is_true(value) ? "true" : "false") :
			       (json_is_true(value) ? _("yes") : _("no"));
	if (json_is_integer(value))
		return arena_printf(arena, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
	if (json_is_array(value))
		return list_words(arena, value);
	if (json_is_object(value))
		return names_word(value);
	const char *text = json_string_value(value);
	if (plain)
		return text;
	if (column->show == SHOW_WORD)
		return text_word(column->words, text);
	if (column->show == SHOW_TIME || column->show == SHOW_DATE)
		return time_words(arena, text);
	if (column->show == SHOW_NUMBER || column->show == SHOW_MONEY) {
		char *local = arena_text(arena, text), *point = strchr(local, '.');

		if (point != NULL)
			*point = *C_("decimal sign", ".");
		return local;
	}
	return text;
}

/* The same in a table, where money has its sign and its spaces. */
static const char *table_text(struct arena *arena, const json_t *value, const struct column *column)
{
	char text[60];
	int64_t cents;

	if (column->show != SHOW_MONEY || !json_is_string(value) ||
		money_parse("net", json_string_value(value), &cents).code != E_OK)
		return cell_text(arena, value, column, false);
	money_text(cents, text, sizeof(text));
	return arena_text(arena, text);
}

/* A terminal must not be driven by what somebody sent: line ends and the like become spaces, the
 * rest U+FFFD. */
static void put_clean(FILE *out, const char *text)
{
	while (*text != '\0') {
		uint32_t code;
		size_t n = utf8_decode(text, &code);

		if (code == '\n' || code == '\t' || code == '\r')
			fputc(' ', out);
		else if (code == 0xFFFD || utf8_unsafe(code)) /* invalid bytes decode to it */
			fputs("\xEF\xBF\xBD", out);
		else
			fwrite(text, 1, n, out);
		text += n;
	}
}

static void put_padded(FILE *out, const char *text, int width, bool right, bool last)
{
	int gap = width - utf8_columns(text);

	if (right)
		fprintf(out, "%*s", gap > 0 ? gap : 0, "");
	put_clean(out, text);
	if (!right && !last)
		fprintf(out, "%*s", gap > 0 ? gap : 0, "");
	fputs(last ? "\n" : "  ", out);
}

static bool is_right(const struct column *column)
{
	return column->show == SHOW_NUMBER || column->show == SHOW_MONEY;
}

static void print_table(struct cli *cli, const json_t *rows, const struct column *columns, size_t n)
{
	int *widths = arena_alloc(&cli->arena, n * sizeof(*widths));
	struct arena arena = { 0 };
	size_t r;
	json_t *row;

	for (size_t c = 0; c < n; c++)
		widths[c] = utf8_columns(_(columns[c].title));
	json_array_foreach(rows, r, row)
	{
		for (size_t c = 0; c < n; c++) {
			int width = utf8_columns(table_text(
				&arena, json_object_get(row, columns[c].key), &columns[c]));
			widths[c] = width > widths[c] ? width : widths[c];
		}
		arena_clear(&arena);
	}
	for (size_t c = 0; c < n; c++)
		put_padded(cli->out, _(columns[c].title), widths[c], is_right(&columns[c]),
			c + 1 == n);
	json_array_foreach(rows, r, row)
	{
		for (size_t c = 0; c < n; c++)
			put_padded(cli->out,
				table_text(
					&arena, json_object_get(row, columns[c].key), &columns[c]),
				widths[c], is_right(&columns[c]), c + 1 == n);
		arena_clear(&arena);
	}
}

static bool is_number(const json_t *value, const struct column *column)
{
	return json_is_integer(value) || is_right(column);
}

static void print_csv(struct cli *cli, const json_t *rows, const struct column *columns, size_t n)
{
	char delimiter = cli->plain ? ',' : ';';
	struct arena arena = { 0 };
	size_t r;
	json_t *row;

	if (!cli->plain)
		csv_put_mark(cli->out);
	for (size_t c = 0; c < n; c++) {
		csv_put(cli->out, cli->plain ? columns[c].key : _(columns[c].title), cli->plain,
			delimiter);
		fputs(c + 1 == n ? "\r\n" : (char[]){ delimiter, '\0' }, cli->out);
	}
	json_array_foreach(rows, r, row)
	{
		for (size_t c = 0; c < n; c++) {
			const json_t *value = json_object_get(row, columns[c].key);

			csv_put(cli->out, cell_text(&arena, value, &columns[c], cli->plain),
				cli->plain || is_number(value, &columns[c]), delimiter);
			fputs(c + 1 == n ? "\r\n" : (char[]){ delimiter, '\0' }, cli->out);
		}
		arena_clear(&arena);
	}
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

struct error print_rows(struct cli *cli, json_t *rows, const struct column *columns, size_t n)
{
	struct error e = open_output(cli);

	if (e.code == E_OK) {
		if (strcmp(cli->format, "json") == 0)
			print_json(cli, rows);
		else if (strcmp(cli->format, "csv") == 0)
			print_csv(cli, rows, columns, n);
		else
			print_table(cli, rows, columns, n);
		e = close_output(cli);
	}
	json_decref(rows);
	return e;
}

static void print_lines(
	struct cli *cli, const json_t *record, const struct column *columns, size_t n)
{
	int width = 0;

	for (size_t c = 0; c < n; c++) {
		int title = utf8_columns(_(columns[c].title));
		width = title > width ? title : width;
	}
	for (size_t c = 0; c < n; c++) {
		const char *text = table_text(
			&cli->arena, json_object_get(record, columns[c].key), &columns[c]);

		put_padded(cli->out, _(columns[c].title), width, false, false);
		put_clean(cli->out, text);
		fputc('\n', cli->out);
	}
}

struct error print_record(struct cli *cli, json_t *record, const struct column *columns, size_t n)
{
	if (strcmp(cli->format, "csv") == 0)
		return print_rows(cli, json_pack("[o]", record), columns, n);
	struct error e = open_output(cli);
	if (e.code == E_OK) {
		if (strcmp(cli->format, "json") == 0)
			print_json(cli, record);
		else
			print_lines(cli, record, columns, n);
		e = close_output(cli);
	}
	json_decref(record);
	return e;
}

struct error print_with_tables(struct cli *cli, json_t *record, const struct column *columns,
	size_t n, const struct table_part *parts, size_t part_count)
{
	if (strcmp(cli->format, "csv") == 0 || strcmp(cli->format, "json") == 0)
		return print_record(cli, record, columns, n);
	struct error e = open_output(cli);
	if (e.code == E_OK) {
		print_lines(cli, record, columns, n);
		for (size_t i = 0; i < part_count; i++) {
			fprintf(cli->out, "\n%s\n", _(parts[i].title));
			print_table(cli, parts[i].rows, parts[i].columns, parts[i].n);
		}
		e = close_output(cli);
	}
	json_decref(record);
	return e;
}

struct error print_text(struct cli *cli, const char *text)
{
	TRY(open_output(cli));
	while (*text != '\0') {
		size_t n = strcspn(text, "\n");

		put_clean(cli->out, arena_bytes(&cli->arena, text, n));
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
	put_clean(cli->out, line);
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
