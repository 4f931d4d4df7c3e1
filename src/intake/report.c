/* SPDX-License-Identifier: MIT
 * What is said of the rows that are not simply good: the cell, the whole reason, what is offered.
 */
#include <stdio.h>
#include <string.h>

#include "db/base/utf8.h"
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/intake/kinds.h"
#include "src/registers/municipality.h"
#include "src/phases/range.h"

enum { CELL_COLUMNS = 60 };

/* Codes with commas between as people know them: "Hämeenlinna (109)", "P-007". */
static const char *import_shown(struct context *ctx, struct arena *arena, const char *candidate)
{
	char *rest = arena_text(arena, candidate);
	struct buffer all = { 0 };

	buffer_text(&all, "");
	for (char *one; (one = strsep(&rest, ",")) != NULL;) {
		struct municipality m;
		int64_t id;
		bool known = store_municipality_by_code(ctx->db, one, &id).code == E_OK &&
			     municipality_get(ctx, arena, id, &m).code == E_OK;

		buffer_text(&all, all.length > 0 ? ", " : "");
		if (known)
			buffer_printf(&all, "%s (%s)", municipality_shown(ctx, arena, &m), m.code);
		else
			buffer_text(&all, one);
	}
	const char *shown = arena_text(arena, all.text);
	buffer_clear(&all);
	return shown;
}

const char *import_offer(struct context *ctx, struct arena *arena, const char *code)
{
	return import_shown(ctx, arena, code);
}

static struct range members_range(struct context *ctx, struct arena *arena)
{
	struct ranges ranges;

	if (range_list(ctx, arena, &ranges).code == E_OK)
		for (size_t i = 0; i < ranges.n; i++)
			if (strcmp(ranges.rows[i].key, "members") == 0)
				return ranges.rows[i];
	return (struct range){ 0 };
}

/* The sentence of a reason with the number it is about, which may be 0. */
static const char *whole_reason(
	struct context *ctx, struct arena *arena, const char *reason, int64_t value)
{
	const char *words = text_word(WORDS_IMPORT_REASON, reason);

	if (strcmp(reason, "members") == 0) {
		struct range range = members_range(ctx, arena);

		/* TRANSLATORS: a number of people that were found in a cell, then the least and
		 * the most that were planned. */
		return arena_printf(arena,
			_("%lld found, %lld to %lld were planned. Write one member a line, or with "
			  "semicolons or commas between them"),
			(long long)value, (long long)range.low, (long long)range.high);
	}
	return value == 0 ? words : arena_printf(arena, "%s (%lld)", words, (long long)value);
}

static const char *cell_of(
	struct arena *arena, const struct import *import, long row, size_t column)
{
	for (size_t i = 0; column > 0 && i < import->table.n; i++) {
		const struct csv_row *in = &import->table.rows[i];

		if (in->row == row && column <= in->n)
			return utf8_visible(arena, in->cells[column - 1].text,
				in->cells[column - 1].n, TEXT_LINES);
	}
	return "";
}

static const char *other_row(
	struct arena *arena, const struct import *import, const struct sifted_row *row)
{
	if (row->candidate_row == 0)
		return "";
	/* TRANSLATORS: the number of another row of the file, to compare this one with. */
	return arena_printf(arena, _("row %ld"), import->rows[row->candidate_row - 1].row);
}

void import_row_words(struct context *ctx, struct arena *arena, const struct import *import,
	const struct sifted_row *row, struct row_words *words)
{
	bool late = row->verdict == ROW_ADD && row->submission.late;
	const char *heading = row->column == 0 ? "" : import->table.headings[row->column - 1];

	*words = (struct row_words){
		.verdict = text_word(
			WORDS_IMPORT_VERDICT, late ? "late" : import_verdict_code(row->verdict)),
		.column = row->column != 0 && *heading == '\0' ?
				  arena_printf(arena, "%zu", row->column) :
				  heading,
		.cell = cell_of(arena, import, row->row, row->column),
		.reason = late ? _("came after the deadline") :
				 whole_reason(ctx, arena, row->reason, row->value),
		.suggestion = *row->candidate != '\0' ? import_shown(ctx, arena, row->candidate) :
							other_row(arena, import, row),
	};
}

static int64_t waiting_value(struct arena *arena, const struct import_row *row, const char *cell)
{
	struct member_input members[MEMBERS_MAX];

	if (strcmp(row->reason, "members") == 0)
		return (int64_t)members_read(arena, cell, members);
	return strcmp(row->reason, "too_long") == 0 ? (int64_t)utf8_length(cell) : 0;
}

void import_waiting_words(struct context *ctx, struct arena *arena, const struct import_row *row,
	struct row_words *words)
{
	const char *cell = *row->field == '\0' ? "" : import_row_cell(arena, row, row->field);

	*words = (struct row_words){
		.verdict = text_word(WORDS_IMPORT_VERDICT, row->verdict),
		.column = *row->field == '\0' ? "" : text_word(WORDS_FIELD, row->field),
		.cell = cell,
		.reason = whole_reason(ctx, arena, row->reason, waiting_value(arena, row, cell)),
		.suggestion = import_shown(ctx, arena, row->candidate),
	};
}

/* As much of a cell as a line of a report can hold. */
static const char *cell_in_line(struct arena *arena, const char *cell)
{
	const char *line = utf8_visible(arena, cell, strlen(cell), TEXT_LINE);
	size_t n = utf8_prefix(line, CELL_COLUMNS);

	return line[n] == '\0' ? line : arena_printf(arena, "%s…", arena_bytes(arena, line, n));
}

const char *import_row_text(struct context *ctx, struct arena *arena, const struct import *import,
	const struct sifted_row *row)
{
	struct row_words w;
	const char *where, *cell = "", *offer = "";

	import_row_words(ctx, arena, import, row, &w);
	if (row->verdict == ROW_ADD && row->submission.late)
		/* TRANSLATORS: a row's number and its line in the file. */
		return arena_printf(arena, _("row %ld, line %ld: late"), row->row, row->line);
	if (row->column == 0)
		/* TRANSLATORS: a row's number and its line in a file. */
		where = arena_printf(arena, _("row %ld, line %ld"), row->row, row->line);
	else
		/* TRANSLATORS: row, line, column number and the name of its field. */
		where = arena_printf(arena, _("row %ld, line %ld, column %zu (%s)"), row->row,
			row->line, row->column, text_word(WORDS_FIELD, row->field));
	if (*w.cell != '\0')
		/* TRANSLATORS: what stands in a cell of the file; follows a reason. */
		cell = arena_printf(arena, _("; the cell says “%s”"), cell_in_line(arena, w.cell));
	if (row->candidate_row != 0 && *row->candidate == '\0')
		/* TRANSLATORS: follows a reason: "row 3". */
		offer = arena_printf(arena, _("; compare %s"), w.suggestion);
	else if (*w.suggestion != '\0')
		/* TRANSLATORS: what is offered for a row; follows a reason. */
		offer = arena_printf(arena, _("; is it %s?"), w.suggestion);
	return arena_printf(arena, "%s: %s: %s%s%s", where, w.verdict, w.reason, cell, offer);
}
