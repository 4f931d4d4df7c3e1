/* SPDX-License-Identifier: MIT */
#include "src/intake/table.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "db/base/utf8.h"
#include "db/base/watch.h"
#include "src/base/csv_out.h"
#include "src/base/i18n.h"
#include "src/intake/headings.h"
#include "src/intake/workbook.h"

enum { FILE_MAX = 64 << 20, BLOCK = 1 << 16 };

static struct error from_errno(int number)
{
	if (number == ENOENT || number == ENOTDIR)
		return fail(E_NOT_FOUND, "file");
	if (number == EACCES || number == EPERM)
		return fail(E_ACCESS, NULL);
	return (struct error){ .code = E_IO, .low = number };
}

static struct error read_blocks(int fd, struct buffer *bytes)
{
	char block[BLOCK];

	for (;;) {
		ssize_t n = read(fd, block, sizeof(block));

		if (n == 0)
			return ok();
		if (n < 0 && errno == EINTR && watch_stopped() != 0)
			return fail(E_INTERRUPTED, NULL);
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return from_errno(errno);
		buffer_add(bytes, block, (size_t)n);
		if (bytes->length > FILE_MAX)
			return rule(N_("The file is larger than 64 MB. Divide it and import the "
				       "parts."));
	}
}

static struct error read_file(const char *path, struct buffer *bytes)
{
	struct stat status;
	int fd = strcmp(path, "-") == 0 ? dup(STDIN_FILENO) : open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		return from_errno(errno);
	struct error e = fstat(fd, &status) == 0 && S_ISDIR(status.st_mode) ?
				 fail(E_INVALID, "file") :
				 read_blocks(fd, bytes);
	close(fd);
	return e;
}

static bool is_called_workbook(const char *path)
{
	const char *ending = strrchr(path, '.');

	return ending != NULL &&
	       (strcasecmp(ending, ".xlsx") == 0 || strcasecmp(ending, ".xlsm") == 0);
}

static struct error refuse_other_formats(const char *path, const struct buffer *bytes)
{
	if (bytes->length == 0)
		return rule(N_("The file is empty."));
	if (bytes->length > 4 && memcmp(bytes->text, "\xD0\xCF\x11\xE0", 4) == 0)
		return rule(
			N_("This is an old workbook (XLS), or one with a password. Save it as XLSX "
			   "without a password and import that."));
	if (is_called_workbook(path) && !workbook_is(bytes))
		return rule(N_("By its name the file is a workbook (XLSX), but what is in it is "
			       "none. It may have been damaged on its way: ask for it again, or "
			       "open it in a spreadsheet program and save it as XLSX or CSV."));
	return ok();
}

static void note_digest(struct table *table, const struct buffer *bytes)
{
	unsigned char digest[crypto_hash_sha256_BYTES];

	crypto_hash_sha256(digest, (const unsigned char *)bytes->text, bytes->length);
	sodium_bin2hex(table->sha256, sizeof(table->sha256), digest, sizeof(digest));
}

/* Excel's own first line, "sep=;", which names the delimiter and which no spreadsheet shows. */
static void take_separator_line(struct table *table)
{
	const char *at = table->decoded.text, *end = at + table->decoded.n;
	bool quoted = at < end && *at == '"';

	at += quoted ? 1 : 0;
	if (end - at < 5 || strncasecmp(at, "sep=", 4) != 0 || at[4] == '\r' || at[4] == '\n')
		return;
	char delimiter = at[4];
	at += 5;
	if (quoted && (at == end || *at++ != '"'))
		return;
	if (at < end && *at != '\r' && *at != '\n')
		return;
	at += end - at > 1 && at[0] == '\r' && at[1] == '\n' ? 2 : at < end ? 1 : 0;
	table->decoded.n = (size_t)(end - at);
	table->decoded.text = at;
	table->delimiter = delimiter;
}

static struct error choose_delimiter(struct table *table, const char *asked)
{
	if (asked == NULL) {
		if (table->delimiter == '\0')
			table->delimiter =
				csv_guess_delimiter(table->decoded.text, table->decoded.n);
		return ok();
	}
	if (strcmp(asked, "tab") == 0 || strcmp(asked, "\\t") == 0)
		asked = "\t";
	if (strlen(asked) != 1 || strchr("\"\r\n", *asked) != NULL)
		return fail(E_INVALID, "delimiter");
	table->delimiter = *asked;
	return ok();
}

/* What Klash guarded when it wrote the file, it takes back as it was. With commas it writes exactly
 * what there is (--plain): an apostrophe is then the text's own. */
static bool next_row(struct csv *csv, struct arena *arena, struct csv_row *row)
{
	if (!csv_next(csv, arena, row))
		return false;
	if (csv->delimiter == ',')
		return true;
	for (size_t c = 0; c < row->n; c++) {
		struct csv_cell *cell = &row->cells[c];
		const char *text = csv_unguarded(cell->text);

		cell->n -= (size_t)(text - cell->text);
		cell->text = text;
	}
	return true;
}

/* Rows of nothing but separators are the spreadsheet's, not anybody's. */
static void read_rows(struct table *table, long first_line)
{
	struct csv csv;
	struct csv_row row;
	size_t capacity = 0;

	csv_start(&csv, table->decoded.text, table->decoded.n, table->delimiter);
	csv.line = first_line;
	while (next_row(&csv, &table->arena, &row)) {
		if (csv_is_blank(&row) && !row.unterminated)
			continue;
		if (table->n == capacity) {
			capacity = capacity == 0 ? 64 : capacity * 2;
			table->rows = xrealloc(table->rows, capacity * sizeof(*table->rows));
		}
		table->rows[table->n++] = row;
	}
}

static struct error apply_map(struct table *table, const char *map)
{
	const char *equals = strrchr(map, '=');
	size_t field = 0, column = 0;

	if (equals == NULL)
		return fail(E_INVALID, "column");
	const char *heading = arena_bytes(&table->arena, map, (size_t)(equals - map));
	while (field < table->field_count &&
		(table->fields[field].code == NULL ||
			strcmp(table->fields[field].code, equals + 1) != 0))
		field++;
	if (field == table->field_count && strcmp(equals + 1, "-") != 0)
		return fail(E_INVALID, "column");
	while (column < table->columns && strcmp(table->headings[column], heading) != 0)
		column++;
	if (column == table->columns) {
		char *end;
		long number = strtol(heading, &end, 10);

		if (*end != '\0' || number < 1 || (size_t)number > table->columns)
			return fail(E_NOT_FOUND, "column");
		column = (size_t)number - 1;
	}
	for (size_t c = 0; c < table->columns; c++)
		if (table->field_of[c] == field && !headings_many(table, field))
			table->field_of[c] = table->field_count;
	table->field_of[column] = field;
	return ok();
}

/* Columns as they were said to be for the same form before: a field's code each, with commas. */
static void apply_remembered(struct table *table, const char *codes)
{
	char *rest = arena_text(&table->arena, codes);

	for (size_t c = 0; c < table->columns && rest != NULL; c++) {
		const char *code = strsep(&rest, ",");
		size_t f = 0;

		while (f < table->field_count &&
			(table->fields[f].code == NULL || strcmp(table->fields[f].code, code) != 0))
			f++;
		table->field_of[c] = f;
		table->guessed[c] = false;
	}
	table->remembered = true;
}

static bool is_given_up(const struct table_options *options, const char *code)
{
	for (size_t i = 0; i < options->without_count; i++)
		if (strcmp(options->without[i], code) == 0)
			return true;
	return false;
}

/* A column for each field that a record cannot do without, or would be empty without. */
static struct error check_columns(const struct table *table, const struct table_options *options)
{
	for (size_t f = 0; f < table->field_count; f++) {
		const struct table_field *field = &table->fields[f];

		if (table_column(table, f) != 0 || (!field->required && !field->expected))
			continue;
		if (field->required || (!table->remembered && !is_given_up(options, field->code)))
			return (struct error){ .code = E_NO_COLUMN,
				.field = field->code,
				.low = field->required ? 0 : 1 };
	}
	return ok();
}

static struct error check_given_up(const struct table *table, const struct table_options *options)
{
	for (size_t i = 0; i < options->without_count; i++) {
		size_t f = 0;

		while (f < table->field_count &&
			(table->fields[f].code == NULL ||
				strcmp(table->fields[f].code, options->without[i]) != 0))
			f++;
		if (f == table->field_count || !table->fields[f].expected)
			return fail(E_INVALID, "without");
	}
	return ok();
}

enum { HEADING_WITHIN = 30 };

/* The heading is the first row that names every required field, else the one that names most; what
 * stands above it is a title or the form's head. */
static size_t find_heading(struct table *table, bool anywhere)
{
	size_t best = 0, most = 0;

	for (size_t r = 0; r < table->n && (anywhere || r < HEADING_WITHIN); r++) {
		headings_recognize(table, &table->rows[r]);
		if (headings_complete(table))
			return r;
		size_t known = headings_known(table);
		if (known > most) {
			most = known;
			best = r;
		}
	}
	return best;
}

static struct error choose_heading(
	struct table *table, const struct table_options *options, size_t *heading)
{
	*heading = 0;
	if (options->heading_row == 0) {
		*heading = find_heading(table, options->above);
		return ok();
	}
	while (*heading < table->n && table->rows[*heading].row < options->heading_row)
		(*heading)++;
	return *heading < table->n && table->rows[*heading].row == options->heading_row ?
		       ok() :
		       fail(E_NOT_FOUND, "heading_row");
}

static void split_at_heading(struct table *table, size_t heading)
{
	headings_recognize(table, &table->rows[heading]);
	table->heading_row = table->rows[heading].row;
	if (heading > 0) {
		table->above_count = heading;
		table->above = arena_alloc(&table->arena, heading * sizeof(*table->above));
		memcpy(table->above, table->rows, heading * sizeof(*table->above));
	}
	table->n -= heading + 1;
	memmove(table->rows, table->rows + heading + 1, table->n * sizeof(*table->rows));
}

static struct error map_columns(struct table *table, const struct table_options *options)
{
	headings_digest(table);
	const char *known = options->remembered == NULL ?
				    NULL :
				    options->remembered(options->remembered_arg, table);
	if (known != NULL)
		apply_remembered(table, known);
	for (size_t i = 0; i < options->map_count; i++)
		TRY(apply_map(table, options->maps[i]));
	TRY(check_given_up(table, options));
	return check_columns(table, options);
}

/* What stands in a text with delimiters. */
static struct error read_text(
	struct table *table, const struct buffer *bytes, const struct table_options *options)
{
	/* The arena keeps the bytes: UTF-8 is not copied again. */
	const char *kept = arena_bytes(&table->arena, bytes->text, bytes->length);

	table->bytes = kept;
	table->byte_count = bytes->length;
	TRY(charset_decode(&table->arena, kept, bytes->length, options->charset, &table->decoded));
	take_separator_line(table);
	long first_line = table->delimiter != '\0' ? 2 : 1;
	TRY(choose_delimiter(table, options->delimiter));
	read_rows(table, first_line);
	return ok();
}

static void take_sheet(struct table *table, const struct sheet *sheet)
{
	table->sheet = sheet->name;
	table->decoded.charset = "XLSX";
	free(table->rows);
	table->rows = xmalloc((sheet->n + 1) * sizeof(*table->rows));
	table->n = sheet->n;
	memcpy(table->rows, sheet->rows, sheet->n * sizeof(*table->rows));
}

/* Has it a heading that names every field that is required? */
static bool has_such_a_list(
	struct table *table, const struct sheet *sheet, const struct table_options *options)
{
	take_sheet(table, sheet);
	if (table->n == 0)
		return false;
	headings_recognize(table, &table->rows[find_heading(table, options->above)]);
	return headings_complete(table);
}

/* The one that was named; else the one with such a list; else the only one that there is. */
static struct error choose_sheet(
	struct table *table, const struct workbook *workbook, const struct table_options *options)
{
	size_t chosen = 0, fitting = 0, filled = 0, only = 0;

	for (size_t i = 0; i < workbook->n; i++) {
		filled += workbook->sheets[i].n > 0 ? 1 : 0;
		only = workbook->sheets[i].n > 0 ? i : only;
		if (has_such_a_list(table, &workbook->sheets[i], options)) {
			chosen = i;
			fitting++;
		}
	}
	if (options->sheet == NULL && options->sheets != NULL && workbook->n > 1)
		workbook_names(workbook, options->sheets, SHEETS_SIZE);
	if (options->sheet == NULL && fitting != 1 && filled > 1)
		return fail(E_SHEET, NULL);
	take_sheet(table, &workbook->sheets[fitting > 0 ? chosen : only]);
	return ok();
}

static struct error read_workbook(
	struct table *table, const struct buffer *bytes, const struct table_options *options)
{
	struct workbook workbook;

	TRY(workbook_read(&table->arena, bytes, options->sheet, &workbook));
	return choose_sheet(table, &workbook, options);
}

/* What has thousands of columns was divided wrongly, or is no list. */
static struct error check_width(const struct table *table)
{
	enum { COLUMNS_MAX = 1000 };

	for (size_t i = 0; i < table->n; i++)
		if (table->rows[i].n > COLUMNS_MAX)
			return rule(
				N_("The file has a row of more than 1,000 columns. Is the "
				   "separator the right one? Take away what is not of the list."));
	return ok();
}

static struct error read_into(const char *path, const struct table_options *options,
	struct buffer *bytes, struct table *table)
{
	size_t heading;

	TRY(read_file(path, bytes));
	TRY(refuse_other_formats(path, bytes));
	note_digest(table, bytes);
	TRY(workbook_is(bytes) ? read_workbook(table, bytes, options) :
				 read_text(table, bytes, options));
	if (table->n == 0)
		return rule(N_("The file has no rows."));
	TRY(check_width(table));
	TRY(choose_heading(table, options, &heading));
	split_at_heading(table, heading);
	return map_columns(table, options);
}

struct error table_read(const char *path, const struct table_options *options,
	const struct table_field *fields, size_t field_count, struct table *table)
{
	struct buffer bytes = { 0 };

	*table = (struct table){ .fields = fields, .field_count = field_count };
	const char *name = basename(arena_text(&table->arena, path));
	table->file = utf8_visible(&table->arena, name, strlen(name), TEXT_LINE);
	struct error e = read_into(path, options, &bytes, table);
	buffer_clear(&bytes);
	if (e.code != E_OK && !(e.code == E_NO_COLUMN && options->keep_unmapped))
		table_clear(table);
	return e;
}

void table_clear(struct table *table)
{
	free(table->rows);
	arena_clear(&table->arena);
	*table = (struct table){ 0 };
}

size_t table_column(const struct table *table, size_t field)
{
	for (size_t c = 0; c < table->columns; c++)
		if (table->field_of[c] == field)
			return c + 1;
	return 0;
}

size_t table_columns(const struct table *table, size_t field)
{
	size_t n = 0;

	for (size_t c = 0; c < table->columns; c++)
		n += table->field_of[c] == field ? 1 : 0;
	return n;
}

const struct csv_cell *table_cell(
	const struct table *table, const struct csv_row *row, size_t field)
{
	size_t column = table_column(table, field);

	return column == 0 || column > row->n ? NULL : &row->cells[column - 1];
}
