/* SPDX-License-Identifier: MIT */
#include "src/intake/table.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "db/base/utf8.h"
#include "src/base/csv_out.h"
#include "src/base/i18n.h"

enum { FILE_MAX = 256 << 20, BLOCK = 1 << 16 };

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
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0)
			return from_errno(errno);
		buffer_add(bytes, block, (size_t)n);
		if (bytes->length > FILE_MAX)
			return rule(N_("The file is larger than 256 MB. Divide it and import the "
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

static struct error refuse_other_formats(const struct buffer *bytes)
{
	if (bytes->length == 0)
		return rule(N_("The file is empty."));
	if (bytes->length > 4 && memcmp(bytes->text, "PK\3\4", 4) == 0)
		return rule(
			N_("This is a spreadsheet (XLSX) or another packed file. Save it as CSV in "
			   "the spreadsheet program and import that."));
	if (bytes->length > 4 && memcmp(bytes->text, "\xD0\xCF\x11\xE0", 4) == 0)
		return rule(
			N_("This is an old spreadsheet (XLS). Save it as CSV and import that."));
	return ok();
}

static void note_digest(struct table *table, const struct buffer *bytes)
{
	unsigned char digest[crypto_hash_sha256_BYTES];

	crypto_hash_sha256(digest, (const unsigned char *)bytes->text, bytes->length);
	sodium_bin2hex(table->sha256, sizeof(table->sha256), digest, sizeof(digest));
}

static struct error choose_delimiter(struct table *table, const char *asked)
{
	if (asked == NULL) {
		table->delimiter = csv_guess_delimiter(table->decoded.text, table->decoded.n);
		return ok();
	}
	if (strcmp(asked, "tab") == 0 || strcmp(asked, "\\t") == 0)
		asked = "\t";
	if (strlen(asked) != 1 || strchr("\"\r\n", *asked) != NULL)
		return fail(E_INVALID, "delimiter");
	table->delimiter = *asked;
	return ok();
}

/* What Klash guarded when it wrote the file, it takes back as it was. */
static bool next_row(struct csv *csv, struct arena *arena, struct csv_row *row)
{
	if (!csv_next(csv, arena, row))
		return false;
	for (size_t c = 0; c < row->n; c++) {
		struct cell *cell = &row->cells[c];
		const char *text = csv_unguarded(cell->text);

		cell->n -= (size_t)(text - cell->text);
		cell->text = text;
	}
	return true;
}

static void read_rows(struct table *table, struct csv_row *heading)
{
	struct csv csv;
	struct csv_row row;
	size_t capacity = 0;

	csv_start(&csv, table->decoded.text, table->decoded.n, table->delimiter);
	*heading = (struct csv_row){ 0 };
	(void)next_row(&csv, &table->arena, heading);
	while (next_row(&csv, &table->arena, &row)) {
		if (table->n == capacity) {
			capacity = capacity == 0 ? 64 : capacity * 2;
			table->rows = xrealloc(table->rows, capacity * sizeof(*table->rows));
		}
		table->rows[table->n++] = row;
	}
}

/* Does the heading, or one part of a bilingual one ("Kunta / Kommun"), name the field? */
static bool heading_names(struct arena *arena, const char *folded, const char *names)
{
	char *rest = arena_text(arena, names);

	for (char *name; (name = strsep(&rest, "|")) != NULL;) {
		if (strcmp(name, folded) == 0)
			return true;
		char *parts = arena_text(arena, folded);
		for (char *part; (part = strsep(&parts, "/")) != NULL;)
			if (strcmp(utf8_clean(arena, part, TEXT_LINE), name) == 0)
				return true;
	}
	return false;
}

/* "2. jäsen" and "jäsen 2" without their numbers. */
static const char *unnumbered(struct arena *arena, const char *folded)
{
	char *text = arena_text(arena, folded), *out = text;

	for (const char *c = text; *c != '\0'; c++)
		if (strchr("0123456789.:#", *c) == NULL)
			*out++ = *c;
	*out = '\0';
	return utf8_fold(arena, text);
}

static bool is_field(struct table *table, const struct table_field *field, const char *folded)
{
	if (field->code == NULL)
		return false;
	if (field->many)
		folded = unnumbered(&table->arena, folded);
	return strcmp(field->code, folded) == 0 ||
	       heading_names(&table->arena, folded, field->headings);
}

static size_t recognize(struct table *table, const char *heading)
{
	const char *folded = utf8_fold(&table->arena, heading);

	for (size_t f = 0; f < table->field_count; f++)
		if (is_field(table, &table->fields[f], folded))
			return f;
	return table->field_count;
}

/* May more than one column be that field? Any number are none. */
static bool is_many(const struct table *table, size_t field)
{
	return field == table->field_count || table->fields[field].many;
}

static void recognize_columns(struct table *table, const struct csv_row *heading)
{
	table->columns = heading->n;
	table->headings = arena_alloc(&table->arena, (heading->n + 1) * sizeof(*table->headings));
	table->field_of = arena_alloc(&table->arena, (heading->n + 1) * sizeof(*table->field_of));
	for (size_t c = 0; c < heading->n; c++) {
		const struct cell *cell = &heading->cells[c];
		bool good = utf8_check(cell->text, cell->n) == TEXT_GOOD;

		table->headings[c] = good ? utf8_clean(&table->arena, cell->text, TEXT_LINE) : "";
		table->field_of[c] = recognize(table, table->headings[c]);
		for (size_t before = 0; before < c; before++)
			if (table->field_of[before] == table->field_of[c] &&
				!is_many(table, table->field_of[c]))
				table->field_of[c] = table->field_count; /* the first one wins */
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
		if (table->field_of[c] == field && !is_many(table, field))
			table->field_of[c] = table->field_count;
	table->field_of[column] = field;
	return ok();
}

static struct error check_required(const struct table *table)
{
	for (size_t f = 0; f < table->field_count; f++)
		if (table->fields[f].required && table_column(table, f) == 0)
			return fail(E_NO_COLUMN, table->fields[f].code);
	return ok();
}

/* The heading is the first row that names every required field; those before it are the form's
 * head. */
static void look_below(struct table *table, const struct csv_row *first)
{
	size_t r = 0;

	if (check_required(table).code == E_OK)
		return;
	while (r < table->n &&
		(recognize_columns(table, &table->rows[r]), check_required(table).code != E_OK))
		r++;
	if (r == table->n) {
		recognize_columns(table, first);
		return;
	}
	table->above_count = r + 1;
	table->above = arena_alloc(&table->arena, table->above_count * sizeof(*table->above));
	table->above[0] = *first;
	memcpy(table->above + 1, table->rows, r * sizeof(*table->above));
	table->n -= r + 1;
	memmove(table->rows, table->rows + r + 1, table->n * sizeof(*table->rows));
}

static struct error read_into(const char *path, const struct table_options *options,
	struct buffer *bytes, struct table *table)
{
	struct csv_row heading;

	TRY(read_file(path, bytes));
	TRY(refuse_other_formats(bytes));
	note_digest(table, bytes);
	/* The arena keeps the bytes: UTF-8 is not copied again. */
	const char *kept = arena_bytes(&table->arena, bytes->text, bytes->length);
	TRY(charset_decode(&table->arena, kept, bytes->length, options->charset, &table->decoded));
	TRY(choose_delimiter(table, options->delimiter));
	read_rows(table, &heading);
	recognize_columns(table, &heading);
	if (options->above)
		look_below(table, &heading);
	for (size_t i = 0; i < options->map_count; i++)
		TRY(apply_map(table, options->maps[i]));
	return check_required(table);
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

const struct cell *table_cell(const struct table *table, const struct csv_row *row, size_t field)
{
	size_t column = table_column(table, field);

	return column == 0 || column > row->n ? NULL : &row->cells[column - 1];
}
