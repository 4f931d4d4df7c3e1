/* SPDX-License-Identifier: MIT
 * Judging the rows of a file that goes into a register: each cell must be a text that can be kept,
 * then the register's own kind says what the row is. */
#include <stdlib.h>
#include <string.h>

#include "db/base/watch.h"
#include "src/intake/sift.h"

/* Lines of an address without the blank ones and the blanks around them. */
static const char *lines_of(struct arena *arena, const char *text)
{
	char *rest = arena_text(arena, text);
	const char *all = "";

	for (char *part; (part = strsep(&rest, "\n")) != NULL;) {
		const char *line = utf8_clean(arena, part, TEXT_LINE);

		if (*line != '\0')
			all = *all == '\0' ? line : arena_printf(arena, "%s\n%s", all, line);
	}
	return all;
}

/* Behind what stood in the columns before: a post code has its place name on its own line. */
static const char *joined(struct arena *arena, const char *before, const char *text)
{
	const char *last = strrchr(before, '\n');

	last = last == NULL ? before : last + 1;
	if (*before == '\0' || *text == '\0')
		return *before == '\0' ? text : before;
	bool code = strlen(last) == 5 && strspn(last, "0123456789") == 5;
	return arena_printf(arena, "%s%s%s", before, code ? " " : "\n", text);
}

static const char *cell_words(struct sifting *j, const struct csv_cell *cell, size_t f)
{
	const struct table_field *field = &j->import->table.fields[f];
	struct arena *arena = &j->import->table.arena;

	if (cell->number && field->digits > 0 && strspn(cell->text, "0123456789") == cell->n)
		return arena_printf(arena, "%0*ld", field->digits, strtol(cell->text, NULL, 10));
	return field->many ? lines_of(arena, cell->text) : utf8_clean(arena, cell->text, TEXT_LINE);
}

static bool read_field(struct sifting *j, const struct csv_row *in, struct sifted_row *row,
	size_t f, const char **text)
{
	const struct table *table = &j->import->table;
	size_t max = table->fields[f].max == 0 ? FIELD_MAX : table->fields[f].max;

	*text = "";
	for (size_t c = 0; c < table->columns; c++) {
		if (table->field_of[c] != f)
			continue;
		const struct csv_cell *cell = &in->cells[c];
		const char *fault = sift_fault(utf8_check(cell->text, cell->n));

		if (fault == NULL)
			*text = joined(&j->import->table.arena, *text, cell_words(j, cell, f));
		if (fault == NULL && utf8_length(*text) > max)
			fault = "too_long";
		if (fault == NULL)
			continue;
		sift_refuse(j, row, fault, f);
		row->column = c + 1;
		return false;
	}
	return true;
}

static bool read_row(struct sifting *j, const struct csv_row *in, struct sifted_row *row)
{
	const struct table *table = &j->import->table;
	const char **texts =
		arena_alloc(&j->import->table.arena, (table->field_count + 1) * sizeof(*texts));

	row->texts = texts;
	if (in->unterminated || in->n != table->columns) {
		sift_refuse(j, row, in->unterminated ? "quote" : "columns", FIELD_NONE);
		row->value = in->unterminated ? 0 : (int64_t)in->n;
		return false;
	}
	for (size_t f = 0; f < table->field_count; f++)
		if (!read_field(j, in, row, f, &texts[f]))
			return false;
	return true;
}

static void take_said(struct sifted_row *row, const struct row_said *said)
{
	row->amended = said != NULL && said->came != NULL;
	row->answer = said != NULL && row->verdict == ROW_REFUSED ? said->answer : ANSWER_NONE;
}

struct error sift_register(struct sifting *j)
{
	struct import *import = j->import;

	for (size_t i = 0; i < import->n; i++) {
		const struct csv_row *in = &import->table.rows[i];
		struct sifted_row *row = &import->rows[i];

		watch_progress(i, import->n);
		*row = (struct sifted_row){ .row = in->row,
			.line = in->line,
			.reason = "",
			.field = "",
			.candidate = "",
			.source = "" };
		if (read_row(j, in, row))
			TRY(import->kind->of_register->take(j, row, i));
		take_said(row, import_said(import, i));
	}
	watch_progress(import->n, import->n);
	return ok();
}
