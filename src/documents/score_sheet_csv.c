/* SPDX-License-Identifier: MIT
 * The score sheet for a spreadsheet program, as CSV or as a workbook: a head with the declaration,
 * then one row a submission. Every row has as many cells, so that what divides them can be told. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "documents/lines.h"
#include "src/base/csv_out.h"
#include "src/base/documents.h"
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/documents/score_sheet.h"
#include "src/judging/review_columns.h"

enum { FIXED = 5, CELLS_MAX = 30 }; /* code, title, notes, feedback, state */

struct csv_sheet {
	const struct sheet_data *data;
	FILE *out;
	bool book; /* `out` leads to klash-documents */
	size_t width;
};

/* What klash-documents is to make of it. */
enum sheet_line { LINE_ABOVE = 'A', LINE_HEADING = 'H', LINE_ROW = 'R' };

static void put_line(
	const struct csv_sheet *csv, enum sheet_line what, const char *const *cells, size_t n)
{
	putc((int)what, csv->out);
	for (size_t i = 0; i < csv->width; i++) {
		const char *cell = i < n && cells[i] != NULL ? cells[i] : "";

		line_field(csv->out, what == LINE_ROW && *cell != '\0' ? 't' : '\0', cell);
	}
	putc('\n', csv->out);
}

static void put_row(
	const struct csv_sheet *csv, enum sheet_line what, const char *const *cells, size_t n)
{
	if (csv->book) {
		put_line(csv, what, cells, n);
		return;
	}
	for (size_t i = 0; i < csv->width; i++) {
		csv_put(csv->out, i < n && cells[i] != NULL ? cells[i] : "", false, ';');
		fputs(i + 1 == csv->width ? "\r\n" : ";", csv->out);
	}
}

static void put_cells(
	const struct csv_sheet *csv, const char *label, const char *second, const char *third)
{
	const char *const cells[] = { label, second, third };

	put_row(csv, LINE_ABOVE, cells, 3);
}

static void put_head(const struct csv_sheet *csv)
{
	const struct sheet_data *data = csv->data;

	put_cells(csv, _(sheet_label(SHEET_TITLE)), data->name, data->round.key);
	put_cells(csv, _(sheet_label(SHEET_JUROR)), data->account.name, data->account.login);
	put_cells(csv, "",
		data->declared ?
			_("You have declared already. Fill in all three only if you have found a "
			  "conflict since: its code with the number of its ground, such as "
			  "P-003=4") :
			_("Fill in all three. No conflict: write \"none\". Else the codes with "
			  "the "
			  "numbers of their grounds, such as: P-003=4, P-007=7"),
		NULL);
	put_cells(csv, _(sheet_label(SHEET_CONFLICTS)), NULL, NULL);
	put_cells(csv, _(sheet_label(SHEET_DATE)), NULL, NULL);
	put_cells(csv, _(sheet_label(SHEET_SIGNATURE)), NULL, NULL);
	for (int i = 1; i <= GROUNDS; i++)
		put_cells(csv, i == 1 ? _("Grounds (28 §):") : "",
			arena_printf(data->arena, "%d %s", i, _(juror_ground_words(i))), NULL);
}

/* How to pass on a row. */
static void put_abstaining(const struct csv_sheet *csv)
{
	const struct sheet_data *data = csv->data;

	put_cells(csv, "",
		/* TRANSLATORS: the first %s is the word for "abstained", the others are headings.
		 */
		arena_printf(data->arena,
			_("You cannot judge one? Leave its scores empty, write \"%s\" under %s and "
			  "the reason under %s."),
			text_word(WORDS_REVIEW_STATE, "abstained"), text_word(WORDS_FIELD, "state"),
			text_word(WORDS_FIELD, "notes")),
		NULL);
}

static struct error put_criteria(const struct csv_sheet *csv)
{
	const struct sheet_data *data = csv->data;

	for (size_t i = 0; i < data->criteria.n; i++) {
		const struct criterion *c = &data->criteria.rows[i];
		const char *bands;

		TRY(sheet_bands(data, c, &bands));
		put_cells(csv, "",
			arena_printf(
				data->arena, "%s (%s)", criterion_name(c), sheet_scale(data, c)),
			bands);
	}
	return ok();
}

static void put_table(const struct csv_sheet *csv, bool names)
{
	const struct sheet_data *data = csv->data;
	const char *cells[CELLS_MAX] = { C_("column", "Code"), C_("column", "Title") };
	size_t n = 2;

	if (names)
		cells[n++] = C_("column", "Applicant");
	for (size_t i = 0; i < data->criteria.n; i++)
		cells[n++] = review_heading(data->arena, &data->criteria, i);
	cells[n++] = text_word(WORDS_FIELD, "notes");
	cells[n++] = text_word(WORDS_FIELD, "feedback");
	cells[n++] = text_word(WORDS_FIELD, "state");
	put_row(csv, LINE_HEADING, cells, n);
	for (size_t i = 0; i < data->n; i++) {
		const struct sheet_row *row = &data->rows[i];
		const char *const values[] = { row->code, row->title, names ? row->applicant : "" };

		put_row(csv, LINE_ROW, values, 3);
	}
}

static struct error put_all(struct csv_sheet *csv)
{
	bool names = !csv->data->round.blind;

	csv->width = FIXED + csv->data->criteria.n + (names ? 1 : 0);
	if (!csv->book)
		csv_put_mark(csv->out);
	put_head(csv);
	TRY(put_criteria(csv));
	put_abstaining(csv);
	put_table(csv, names);
	return ok();
}

static struct error check_names(const struct sheet_data *sheet)
{
	if (!sheet->names_only)
		return ok();
	return rule(N_("In a blind round the declaration by names comes first: give the juror the "
		       "sheet as text, and enter what they declare."));
}

struct error sheet_write_xlsx(const struct sheet_data *sheet, int out)
{
	struct csv_sheet csv = { .data = sheet, .book = true };
	struct feeding feeding;

	TRY(check_names(sheet));
	TRY(documents_start("write-xlsx", out, &feeding));
	csv.out = feeding.feed;
	struct error e = put_all(&csv);
	if (e.code == E_OK)
		fputs(".\n", csv.out);
	struct error ended = documents_end(&feeding);
	return e.code == E_OK ? ended : e;
}

struct error sheet_write_csv(const struct sheet_data *sheet, struct buffer *out)
{
	struct csv_sheet csv = { .data = sheet };
	char *bytes = NULL;
	size_t n = 0;

	TRY(check_names(sheet));
	csv.out = open_memstream(&bytes, &n);
	if (csv.out == NULL)
		return (struct error){ .code = E_IO, .low = errno };
	struct error e = put_all(&csv);
	fclose(csv.out);
	if (e.code == E_OK)
		buffer_add(out, bytes, n);
	free(bytes);
	return e;
}
