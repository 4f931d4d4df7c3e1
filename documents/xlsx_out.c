/* SPDX-License-Identifier: MIT */
#include "documents/xlsx_out.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "documents/limits.h"
#include "documents/memory.h"

enum {
	NARROWEST = 8,
	WIDEST = 60,       /* characters: longer texts are wrapped */
	TO_FILL_IN = 2000, /* rows of a column with a limit */
	LONG_TEXT = 1000,  /* characters from which a column is as wide as can be */
	FILLED_WIDTH = 24,
	TITLE_MAX = 32, /* what the library takes beside a cell */
	MESSAGE_MAX = 255,
	CHOICES_MAX = 50,
	TEXT_FORMAT = 49,
	DAY_FORMAT = 14,
	MOMENT_FORMAT = 22, /* both as the reader's own country writes them */
};

struct sheet_out {
	lxw_workbook *workbook;
	lxw_worksheet *worksheet;
	lxw_format *heading, *text, *plain, *money, *day, *moment;
	lxw_row_t row, heading_row;
	bool headed;
	size_t columns;
	bool filled_in[COLUMNS_MAX]; /* by whoever gets it: everything in it is a text */
	unsigned widths[COLUMNS_MAX];
	struct piece guarded;
};

static bool is_hex(const char *text)
{
	for (int i = 0; i < 4; i++)
		if (!isxdigit((unsigned char)text[i]))
			return false;
	return true;
}

/* "_x0041_" would be read as a letter: the underline before it is written so itself (ECMA-376, part
 * 1, 22.9.2.19). The library does not (1.1.4). */
static const char *guard(struct sheet_out *s, const char *text)
{
	piece_empty(&s->guarded);
	for (; *text != '\0'; text++)
		if (text[0] == '_' && text[1] == 'x' && is_hex(text + 2) && text[6] == '_')
			piece_add(&s->guarded, "_x005F_", 7);
		else
			piece_add(&s->guarded, text, 1);
	return piece_text(&s->guarded);
}

/* Of the longest line, in characters. */
static unsigned width_of(const char *text)
{
	unsigned widest = 0, width = 0;

	for (; *text != '\0'; text++) {
		width = *text == '\n' ? 0 : width + ((*text & 0xC0) != 0x80 ? 1 : 0);
		widest = width > widest ? width : widest;
	}
	return widest;
}

static void note_width(struct sheet_out *s, size_t column, unsigned width)
{
	if (s->widths[column] < width)
		s->widths[column] = width > WIDEST ? WIDEST : width;
}

static lxw_error put_moment(
	struct sheet_out *s, lxw_col_t column, const char *words, lxw_format *format)
{
	lxw_datetime at = { 0 };
	int hour = 0, minute = 0, second = 0;

	if (sscanf(words, "%d-%d-%dT%d:%d:%d", &at.year, &at.month, &at.day, &hour, &minute,
		    &second) < 3)
		return LXW_ERROR_PARAMETER_VALIDATION;
	at.hour = hour;
	at.min = minute;
	at.sec = second;
	note_width(s, column, format == s->day ? 11 : 17);
	return worksheet_write_datetime(s->worksheet, s->row, column, &at, format);
}

static lxw_error put_number(
	struct sheet_out *s, lxw_col_t column, const char *words, lxw_format *format)
{
	note_width(s, column, width_of(words) + (format == NULL ? 1 : 5));
	return worksheet_write_number(s->worksheet, s->row, column, strtod(words, NULL), format);
}

static lxw_error put_text(
	struct sheet_out *s, lxw_col_t column, const char *words, lxw_format *format)
{
	note_width(s, column, width_of(words) + (format == s->heading ? 3 : 1));
	return worksheet_write_string(s->worksheet, s->row, column, guard(s, words), format);
}

static lxw_error put_cell(struct sheet_out *s, size_t at, const char *field)
{
	lxw_col_t column = (lxw_col_t)at;

	switch (*field) {
	case '\0':
		return LXW_NO_ERROR;
	case 'n':
		return put_number(s, column, field + 1, NULL);
	case 'm':
		return put_number(s, column, field + 1, s->money);
	case 'd':
		return put_moment(s, column, field + 1, s->moment);
	case 'D':
		return put_moment(s, column, field + 1, s->day);
	case 't':
		return put_text(s, column, field + 1, s->text);
	default:
		return LXW_ERROR_PARAMETER_VALIDATION;
	}
}

static enum line_fault fault_of(lxw_error error)
{
	if (error == LXW_NO_ERROR)
		return FAULT_NONE;
	return error == LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED ? FAULT_TEXT : FAULT_INPUT;
}

static void finish(struct sheet_out *s);

/* Those that were written before it are whole. */
static enum line_fault begin_sheet(struct sheet_out *s, const char *name)
{
	if (s->worksheet != NULL)
		finish(s);
	s->worksheet = workbook_add_worksheet(s->workbook, name);
	s->row = s->heading_row = 0;
	s->headed = false;
	s->columns = 0;
	memset(s->widths, 0, sizeof(s->widths));
	memset(s->filled_in, 0, sizeof(s->filled_in));
	return s->worksheet == NULL ? FAULT_INPUT : FAULT_NONE;
}

/* As wide as there is room: it says nothing of how wide the columns are. */
static enum line_fault put_above(struct sheet_out *s, char *rest)
{
	lxw_error error = LXW_NO_ERROR;
	lxw_col_t column = 0;

	for (char *field; error == LXW_NO_ERROR && (field = line_next(&rest)) != NULL; column++)
		if (column >= COLUMNS_MAX)
			error = LXW_ERROR_PARAMETER_VALIDATION;
		else if (*field != '\0')
			error = worksheet_write_string(
				s->worksheet, s->row, column, guard(s, field), NULL);
	s->row++;
	return fault_of(error);
}

static enum line_fault put_headings(struct sheet_out *s, char *rest)
{
	lxw_error error = LXW_NO_ERROR;

	for (char *field; error == LXW_NO_ERROR && (field = line_next(&rest)) != NULL; s->columns++)
		error = s->columns < COLUMNS_MAX ?
				put_text(s, (lxw_col_t)s->columns, field, s->heading) :
				LXW_ERROR_PARAMETER_VALIDATION;
	s->heading_row = s->row++;
	s->headed = true;
	return fault_of(error);
}

static enum line_fault put_row(struct sheet_out *s, char *rest)
{
	lxw_error error = LXW_NO_ERROR;
	size_t column = 0;

	if (!s->headed || s->row >= ROWS_MAX)
		return FAULT_INPUT;
	for (char *field; error == LXW_NO_ERROR && (field = line_next(&rest)) != NULL; column++)
		error = column < s->columns ? put_cell(s, column, field) :
					      LXW_ERROR_PARAMETER_VALIDATION;
	s->row++;
	return fault_of(error);
}

/* At most so many bytes, cut between letters. */
static char *shortened(char *text, size_t most)
{
	if (text == NULL || strlen(text) <= most)
		return text;
	while (most > 0 && (text[most] & 0xC0) == 0x80)
		most--;
	text[most] = '\0';
	return text;
}

/* The words come up when the cell is entered, and again when what was written does not fit. */
static enum line_fault put_rule(
	struct sheet_out *s, size_t column, lxw_data_validation *rule, char **rest)
{
	rule->input_title = rule->error_title = shortened(line_next(rest), TITLE_MAX);
	rule->input_message = rule->error_message = shortened(line_next(rest), MESSAGE_MAX);
	if (column >= s->columns || rule->input_message == NULL)
		return FAULT_INPUT;
	s->filled_in[column] = true;
	return FAULT_NONE;
}

static enum line_fault apply_rule(struct sheet_out *s, size_t column, lxw_data_validation *rule)
{
	return fault_of(worksheet_data_validation_range(s->worksheet, s->heading_row + 1,
		(lxw_col_t)column, TO_FILL_IN, (lxw_col_t)column, rule));
}

static size_t number_of(const char *field)
{
	return field == NULL ? COLUMNS_MAX : strtoul(field, NULL, 10);
}

static enum line_fault put_limit(struct sheet_out *s, char *rest)
{
	lxw_data_validation rule = { .validate = LXW_VALIDATION_TYPE_LENGTH,
		.criteria = LXW_VALIDATION_CRITERIA_LESS_THAN_OR_EQUAL_TO };
	size_t column = number_of(line_next(&rest));

	rule.value_number = (double)number_of(line_next(&rest));
	enum line_fault fault = put_rule(s, column, &rule, &rest);
	if (fault == FAULT_NONE)
		note_width(s, column, rule.value_number > LONG_TEXT ? WIDEST : FILLED_WIDTH);
	return fault == FAULT_NONE ? apply_rule(s, column, &rule) : fault;
}

static enum line_fault put_choices(struct sheet_out *s, char *rest)
{
	lxw_data_validation rule = { .validate = LXW_VALIDATION_TYPE_LIST };
	size_t column = number_of(line_next(&rest)), n = 0;
	const char *choices[CHOICES_MAX + 1] = { NULL };
	enum line_fault fault = put_rule(s, column, &rule, &rest);

	for (char *field; n < CHOICES_MAX && (field = line_next(&rest)) != NULL; n++)
		choices[n] = field;
	rule.value_list = (void *)choices;
	return fault == FAULT_NONE ? apply_rule(s, column, &rule) : fault;
}

static enum line_fault put_line(struct sheet_out *s, char *line)
{
	char *rest = line, *what = line_next(&rest);

	if (strcmp(what, "W") == 0)
		return begin_sheet(s, rest == NULL ? "Klash" : line_next(&rest));
	if (s->worksheet == NULL && begin_sheet(s, "Klash") != FAULT_NONE)
		return FAULT_INPUT;
	if (strcmp(what, "L") == 0)
		return put_limit(s, rest);
	if (strcmp(what, "V") == 0)
		return put_choices(s, rest);
	if (strcmp(what, "A") == 0)
		return s->headed || s->row >= ROWS_MAX ? FAULT_INPUT : put_above(s, rest);
	if (strcmp(what, "H") == 0)
		return s->headed ? FAULT_INPUT : put_headings(s, rest);
	return strcmp(what, "R") == 0 ? put_row(s, rest) : FAULT_INPUT;
}

/* The heading stays in sight and has a filter; columns are as wide as what is in them. */
static void finish(struct sheet_out *s)
{
	lxw_col_t last = (lxw_col_t)(s->columns == 0 ? 0 : s->columns - 1);

	for (size_t c = 0; c < s->columns; c++)
		worksheet_set_column(s->worksheet, (lxw_col_t)c, (lxw_col_t)c,
			s->widths[c] < NARROWEST ? NARROWEST : s->widths[c],
			s->filled_in[c] ? s->plain : NULL);
	lxw_row_t first = s->heading_row + 1;

	worksheet_freeze_panes(s->worksheet, first, 0);
	worksheet_autofilter(
		s->worksheet, s->heading_row, 0, s->row > first ? s->row - 1 : first, last);
}

static enum line_fault put_lines(struct sheet_out *s, FILE *in)
{
	enum line_fault fault = FAULT_NONE;
	char *line = NULL;
	size_t room = 0;
	ssize_t n;
	bool ended = false;

	while (fault == FAULT_NONE && !ended && (n = getline(&line, &room, in)) > 0) {
		if (line[n - 1] == '\n')
			line[n - 1] = '\0';
		ended = strcmp(line, ".") == 0;
		fault = ended ? FAULT_NONE : put_line(s, line);
	}
	free(line);
	return fault == FAULT_NONE && !ended ? FAULT_INPUT : fault;
}

static void make_formats(struct sheet_out *s)
{
	s->heading = workbook_add_format(s->workbook);
	format_set_bold(s->heading);
	format_set_align(s->heading, LXW_ALIGN_VERTICAL_TOP);
	s->text = workbook_add_format(s->workbook);
	format_set_text_wrap(s->text);
	format_set_align(s->text, LXW_ALIGN_VERTICAL_TOP);
	s->plain = workbook_add_format(s->workbook);
	format_set_text_wrap(s->plain);
	format_set_align(s->plain, LXW_ALIGN_VERTICAL_TOP);
	format_set_num_format_index(s->plain, TEXT_FORMAT);
	s->money = workbook_add_format(s->workbook);
	format_set_num_format(s->money, "#,##0.00\\ \"€\"");
	s->day = workbook_add_format(s->workbook);
	format_set_num_format_index(s->day, DAY_FORMAT);
	s->moment = workbook_add_format(s->workbook);
	format_set_num_format_index(s->moment, MOMENT_FORMAT);
}

static enum line_fault write_to(FILE *in, const char *path)
{
	struct sheet_out *s = grow(NULL, sizeof(*s));

	*s = (struct sheet_out){ .workbook = workbook_new(path) };
	make_formats(s);
	enum line_fault fault = put_lines(s, in);
	if (s->worksheet != NULL)
		finish(s);
	lxw_error error = workbook_close(s->workbook);
	piece_clear(&s->guarded);
	free(s);
	return fault == FAULT_NONE && error != LXW_NO_ERROR ? FAULT_OUTPUT : fault;
}

static bool copy(int from, int to)
{
	char block[1 << 16];
	ssize_t n;

	while ((n = read(from, block, sizeof(block))) > 0)
		for (ssize_t done = 0, now; done < n; done += now)
			if ((now = write(to, block + done, (size_t)(n - done))) < 0)
				return false;
	return n == 0;
}

/* The library seeks in what it writes, which a pipe does not let it: so a nameless file first. */
enum line_fault write_xlsx(FILE *in, FILE *out)
{
	FILE *file = tmpfile();
	char path[32];

	if (file == NULL)
		return FAULT_OUTPUT;
	snprintf(path, sizeof(path), "/proc/self/fd/%d", fileno(file));
	enum line_fault fault = write_to(in, path);
	if (fault == FAULT_NONE &&
		(lseek(fileno(file), 0, SEEK_SET) != 0 || !copy(fileno(file), fileno(out))))
		fault = FAULT_OUTPUT;
	fclose(file);
	return fault;
}
