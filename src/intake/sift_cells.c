/* SPDX-License-Identifier: MIT
 * Judging the cells of a row: is each a text that can be kept, and is it what its field needs? What
 * a spreadsheet has made of a cell is nobody's title. */
#include <ctype.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "db/base/utf8.h"
#include "src/base/daytime.h"
#include "src/base/email.h"
#include "src/base/input.h"
#include "src/intake/sift.h"

const char *sift_fault(enum text_fault fault)
{
	switch (fault) {
	case TEXT_GOOD:
		return NULL;
	case TEXT_BAD_UTF8:
		return "utf8";
	case TEXT_NUL:
		return "nul";
	case TEXT_CONTROL:
		return "control";
	case TEXT_BIDI:
		return "bidi";
	case TEXT_INVISIBLE:
		return "invisible";
	case TEXT_MARKS:
		return "marks";
	}
	return NULL;
}

/* The error values of Excel in English, Finnish and Swedish, and of LibreOffice. */
static bool is_error_value(const char *text)
{
	static const char *const values[] = { "#N/A", "#VALUE!", "#REF!", "#DIV/0!", "#NAME?",
		"#NUM!", "#NULL!", "#SPILL!", "#CALC!", "#PUUTTUU!", "#PUUTTUU", "#ARVO!",
		"#VIITTAUS!", "#JAKO/0!", "#NIMI?", "#LUKU!", "#TYHJÄ!", "#SAKNAS!", "#VÄRDEFEL!",
		"#REFERENS!", "#DIVISION/0!", "#NAMN?", "#OGILTIGT!", "#SKÄRNING!", "#OTSIKKO?" };
	static const char *const numbered[] = { "Err:", "Virhe:", "Fel:" };

	for (size_t i = 0; i < LEN(values); i++)
		if (strcmp(values[i], text) == 0)
			return true;
	for (size_t i = 0; i < LEN(numbered); i++) {
		size_t n = strlen(numbered[i]);

		if (strncmp(numbered[i], text, n) == 0 && strspn(text + n, "0123456789") == 3 &&
			text[n + 3] == '\0')
			return true;
	}
	/* "####": the column was too narrow */
	return strlen(text) >= 3 && text[strspn(text, "#")] == '\0';
}

/* 3,58401E+11: a spreadsheet took it for a number and has lost its digits. */
static bool is_exponential(const char *text)
{
	size_t digits = strspn(text, "0123456789");

	if (digits == 0)
		return false;
	text += digits;
	if (*text == ',' || *text == '.')
		text += 1 + strspn(text + 1, "0123456789");
	if (*text != 'E' || (text[1] != '+' && text[1] != '-'))
		return false;
	return text[2] != '\0' && text[2 + strspn(text + 2, "0123456789")] == '\0';
}

static const char *cell_fault(const struct csv_cell *cell, const char *clean, size_t f)
{
	const char *fault = sift_fault(utf8_check(cell->text, cell->n));

	if (fault != NULL)
		return fault;
	if (is_error_value(clean))
		return "spreadsheet_error";
	return f != FIELD_DESCRIPTION && is_exponential(clean) ? "exponential" : NULL;
}

static bool check_cells(
	struct sifting *j, const struct csv_row *in, struct sifted_row *row, size_t f)
{
	struct table *table = &j->import->table;

	for (size_t c = 0; c < table->columns; c++) {
		if (table->field_of[c] != f)
			continue;
		const struct csv_cell *cell = &in->cells[c];
		bool good = utf8_check(cell->text, cell->n) == TEXT_GOOD;
		const char *clean = good ? utf8_clean(&table->arena, cell->text, TEXT_LINE) : "";
		const char *fault = cell_fault(cell, clean, f);

		if (fault == NULL)
			continue;
		sift_refuse(j, row, fault, f);
		row->column = c + 1;
		return false;
	}
	return true;
}

/* A municipality's code alone says which it is. */
static bool is_missing(struct sifting *j, const char *const *texts, size_t f)
{
	if (!j->import->table.fields[f].required || *texts[f] != '\0')
		return false;
	return f != FIELD_MUNICIPALITY || *texts[FIELD_MUNICIPALITY_CODE] == '\0';
}

bool sift_cells(
	struct sifting *j, const struct csv_row *in, struct sifted_row *row, const char **texts)
{
	size_t n = j->import->table.field_count;

	for (size_t f = 0; f < n; f++) {
		if (!check_cells(j, in, row, f))
			return false;
		texts[f] = import_text(&j->import->table, in, f, false);
		size_t length = utf8_length(texts[f]);
		if (length > j->import->table.fields[f].max && j->import->table.fields[f].max > 0) {
			sift_refuse(j, row, "too_long", f);
			row->value = (int64_t)length;
			return false;
		}
	}
	for (size_t f = 0; f < n; f++)
		if (is_missing(j, texts, f)) {
			sift_refuse(j, row, "required", f);
			return false;
		}
	return true;
}

void sift_date_order(struct import *import)
{
	long day_first = 0, month_first = 0;

	import->order_row = 0;
	import->date_order = import->asked_order;
	if (import->asked_order != ORDER_UNKNOWN)
		return;
	for (size_t i = 0; i < import->table.n; i++) {
		const struct csv_row *row = &import->table.rows[i];
		const struct csv_cell *cell = table_cell(&import->table, row, FIELD_RECEIVED);
		enum date_order order = cell == NULL ? ORDER_UNKNOWN : moment_order(cell->text);

		if (order == ORDER_DAY_FIRST && day_first == 0)
			day_first = row->row;
		if (order == ORDER_MONTH_FIRST && month_first == 0)
			month_first = row->row;
	}
	if ((day_first == 0) != (month_first == 0)) {
		import->date_order = day_first != 0 ? ORDER_DAY_FIRST : ORDER_MONTH_FIRST;
		import->order_row = day_first + month_first;
	} else if (day_first == 0) {
		import->date_order = import->remembered_order;
	}
}

/* A row's arrival is asked for more than once, and often the next row's is the same. */
static bool read_moment(struct sifting *j, const char *text, struct moment *moment)
{
	struct read_moment *last = &j->last_moment;

	if (*last->text == '\0' || strcmp(last->text, text) != 0) {
		last->good = moment_parse_as(text, EDGE_START, j->import->date_order, &last->moment)
				     .code == E_OK;
		snprintf(last->text, sizeof(last->text), "%s",
			strlen(text) < sizeof(last->text) ? text : "");
	}
	if (last->good)
		*moment = last->moment;
	return last->good;
}

bool sift_received(struct sifting *j, struct sifted_row *row, const char *text)
{
	struct import *import = j->import;
	struct moment moment = { .time = j->now };
	bool has_column = table_column(&import->table, FIELD_RECEIVED) != 0;

	if (*text == '\0' && has_column) {
		sift_hold(j, row, "received_missing", FIELD_RECEIVED);
	} else if (*text != '\0' && !read_moment(j, text, &moment)) {
		if (moment_serial(text, &moment)) {
			import->serials++;
		} else if (import->date_order == ORDER_UNKNOWN && moment_is_either(text)) {
			sift_hold(j, row, "date_order", FIELD_RECEIVED);
			moment.time = j->now;
		} else {
			sift_refuse(j, row, "date", FIELD_RECEIVED);
			return false;
		}
	}
	row->submission.received = moment.time;
	row->submission.received_ambiguous = moment.ambiguous;
	row->submission.late =
		row->verdict == ROW_ADD && import->deadline != 0 && moment.time > import->deadline;
	return true;
}

void sift_arrival(struct sifting *j, const struct csv_row *in, struct sifted_row *row)
{
	const struct csv_cell *cell = table_cell(&j->import->table, in, FIELD_RECEIVED);
	struct moment moment;

	row->submission.received = j->now;
	if (cell == NULL || utf8_check(cell->text, cell->n) != TEXT_GOOD)
		return;
	const char *text = utf8_clean(&j->import->table.arena, cell->text, TEXT_LINE);
	if (read_moment(j, text, &moment) || moment_serial(text, &moment))
		row->submission.received = moment.time;
}

void sift_source(struct sifting *j, const struct csv_row *in, struct sifted_row *row)
{
	const struct csv_cell *cell = table_cell(&j->import->table, in, FIELD_SOURCE);

	if (cell != NULL && cell->n <= FIELD_MAX && utf8_check(cell->text, cell->n) == TEXT_GOOD)
		row->source = utf8_clean(&j->import->table.arena, cell->text, TEXT_LINE);
}

bool sift_is_anonymous(struct sifting *j, const char *address)
{
	static const char *const words[] = { "anonymous", "anonyymi", "anonym" };
	const char *folded = utf8_fold(&j->import->table.arena, address);

	for (size_t i = 0; i < LEN(words); i++)
		if (strcmp(words[i], folded) == 0)
			return true;
	return false;
}

const char *sift_offered_email(const char *text)
{
	static const char scheme[] = "mailto:";
	size_t n = sizeof(scheme) - 1;

	return strncasecmp(text, scheme, n) == 0 && is_email(text + n) ? text + n : "";
}
