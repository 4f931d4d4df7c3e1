/* SPDX-License-Identifier: MIT */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "documents/limits.h"
#include "documents/memory.h"
#include "documents/book.h"
#include "documents/xml.h"

struct put_cell {
	char what; /* as lines.h has it; '\0': nothing */
	struct piece text;
};

struct reading {
	const struct book *workbook;
	FILE *out;
	size_t *written;
	long row;               /* that is read, from 1 */
	size_t column, last;    /* from 1; 0: none yet */
	struct put_cell *cells; /* of the row */
	size_t room;
	char type[12]; /* of the cell */
	enum shown shown;
	struct piece value;
	bool in_value, in_reading;
};

static enum line_fault start_row(struct reading *r, const char **attributes)
{
	const char *number = xml_attribute(attributes, "r");
	long row = number == NULL ? 0 : strtol(number, NULL, 10);

	r->row = row > r->row ? row : r->row + 1;
	r->column = r->last = 0;
	return r->row > ROWS_MAX ? FAULT_DAMAGED : FAULT_NONE;
}

/* "AB12" is in column 28; without a name a cell is in the next. */
static size_t column_of(const char *name, size_t before)
{
	size_t column = 0;

	if (name == NULL)
		return before + 1;
	for (; isalpha((unsigned char)*name) && column <= COLUMNS_MAX; name++)
		column = column * 26 + (size_t)(toupper((unsigned char)*name) - 'A' + 1);
	return column;
}

static void make_room(struct reading *r)
{
	if (r->column <= r->room)
		return;
	r->cells = grow(r->cells, r->column * sizeof(*r->cells));
	for (; r->room < r->column; r->room++)
		r->cells[r->room] = (struct put_cell){ 0 };
}

static enum line_fault start_cell(struct reading *r, const char **attributes)
{
	const char *type = xml_attribute(attributes, "t"), *style = xml_attribute(attributes, "s");
	size_t number = style == NULL ? 0 : strtoul(style, NULL, 10);

	r->column = column_of(xml_attribute(attributes, "r"), r->column);
	if (r->column == 0 || r->column > COLUMNS_MAX)
		return FAULT_DAMAGED;
	make_room(r);
	for (; r->last < r->column; r->last++)
		r->cells[r->last].what = '\0';
	snprintf(r->type, sizeof(r->type), "%s", type == NULL ? "n" : type);
	r->shown = number < r->workbook->style_count ? r->workbook->styles[number] : SHOWN_NUMBER;
	piece_empty(&r->value);
	return FAULT_NONE;
}

static enum line_fault on_start(struct xml *xml, const char *element, const char **attributes)
{
	struct reading *r = xml->arg;

	if (strcmp(element, "rPh") == 0)
		r->in_reading = true;
	r->in_value = !r->in_reading && (strcmp(element, "v") == 0 || strcmp(element, "t") == 0);
	if (strcmp(element, "row") == 0)
		return start_row(r, attributes);
	return strcmp(element, "c") == 0 && r->row > 0 ? start_cell(r, attributes) : FAULT_NONE;
}

static void set(struct reading *r, char what, const char *text)
{
	struct put_cell *cell = &r->cells[r->column - 1];

	piece_empty(&cell->text);
	piece_add(&cell->text, text, strlen(text));
	cell->what = *text == '\0' ? '\0' : what;
}

/* "2018-10-31T14:05:00.000Z": the zone is not what the clock showed there, and means nothing. */
static void set_moment(struct reading *r)
{
	char text[32];

	snprintf(text, sizeof(text), "%.19s%s", piece_text(&r->value),
		r->value.n == 10 ? "T00:00:00" : "");
	set(r, r->shown == SHOWN_DAY && strcmp(text + 10, "T00:00:00") == 0 ? 'D' : 'd', text);
}

static enum line_fault set_shared(struct reading *r)
{
	char *end;
	size_t number = strtoul(piece_text(&r->value), &end, 10);

	if (end == piece_text(&r->value) || number >= r->workbook->shared_count)
		return FAULT_DAMAGED;
	set(r, 't', r->workbook->shared[number]);
	return FAULT_NONE;
}

static void set_number(struct reading *r)
{
	char text[32];
	char what = number_words(piece_text(&r->value), r->shown, r->workbook->from_1904, text);

	set(r, what, text);
}

static enum line_fault end_cell(struct reading *r)
{
	if (r->value.n == 0)
		return FAULT_NONE;
	if (strcmp(r->type, "s") == 0)
		return set_shared(r);
	if (strcmp(r->type, "n") == 0) {
		set_number(r);
	} else if (strcmp(r->type, "d") == 0) {
		set_moment(r);
	} else {
		unescape(r->value.text);
		set(r, *r->type == 'b' || *r->type == 'e' ? *r->type : 't', piece_text(&r->value));
	}
	return FAULT_NONE;
}

static enum line_fault end_row(struct reading *r)
{
	while (r->last > 0 && r->cells[r->last - 1].what == '\0')
		r->last--;
	if (r->last == 0)
		return FAULT_NONE;
	*r->written += (size_t)fprintf(r->out, "R\t%ld", r->row);
	for (size_t c = 0; c < r->last; c++)
		*r->written += r->cells[c].what == '\0' ? line_field(r->out, '\0', "") :
							  line_field(r->out, r->cells[c].what,
								  piece_text(&r->cells[c].text));
	putc('\n', r->out);
	r->last = 0;
	return *r->written > OUTPUT_MAX ? FAULT_LARGE : FAULT_NONE;
}

static enum line_fault on_end(struct xml *xml, const char *element)
{
	struct reading *r = xml->arg;

	r->in_value = false;
	if (strcmp(element, "rPh") == 0)
		r->in_reading = false;
	if (strcmp(element, "c") == 0 && r->column > 0)
		return end_cell(r);
	return strcmp(element, "row") == 0 ? end_row(r) : FAULT_NONE;
}

static void on_text(struct xml *xml, const char *text, size_t n)
{
	struct reading *r = xml->arg;

	if (r->in_value && r->column > 0)
		piece_add(&r->value, text, n);
}

enum line_fault sheet_read(
	struct book *workbook, const struct sheet *sheet, FILE *out, size_t *written)
{
	static const struct xml_handler handler = { on_start, on_end, on_text };
	struct reading r = { .workbook = workbook, .out = out, .written = written };
	enum line_fault fault = xml_read(&workbook->package, sheet->part, &handler, &r);

	for (size_t c = 0; c < r.room; c++)
		piece_clear(&r.cells[c].text);
	free(r.cells);
	piece_clear(&r.value);
	return fault == FAULT_WORKBOOK ? FAULT_DAMAGED : fault;
}
