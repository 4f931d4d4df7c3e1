/* SPDX-License-Identifier: MIT */
#include "src/ground/record.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db/base/ratio.h"
#include "db/store/session.h"
#include "src/base/daytime.h"
#include "src/base/input.h"
#include "src/base/money.h"
#include "src/base/words.h"

const struct field *record_named(const struct record *record, const char *name)
{
	for (size_t i = 0; i < record->n; i++)
		if (record->fields[i].name != NULL && strcmp(record->fields[i].name, name) == 0)
			return &record->fields[i];
	return NULL;
}

/* What an error calls it. */
static const char *field_code(const struct field *field)
{
	return field->code == NULL ? field->name : field->code;
}

static void *member_of(const struct field *field, void *row)
{
	return (char *)row + field->offset;
}

const char *field_text(const struct field *field, const void *row)
{
	const char *text = *(const char *const *)((const char *)row + field->offset);

	return text == NULL ? "" : text;
}

int64_t field_number(const struct field *field, const void *row)
{
	const char *member = (const char *)row + field->offset;

	return field->storage == STORED_BOOL ? *(const bool *)member : *(const int64_t *)member;
}

void record_blank(const struct record *record, void *row)
{
	for (size_t i = 0; i < record->n; i++) {
		const struct field *field = &record->fields[i];

		if (field->storage == STORED_TEXT && (field->in & (IN_ADD | IN_IMPORT)) != 0)
			*(const char **)member_of(field, row) = field_text(field, row);
	}
}

/* Was the time in the hour that the clocks showed twice? */
static void note_ambiguous(
	const struct record *record, const struct field *field, void *row, bool ambiguous)
{
	char name[80];

	snprintf(name, sizeof(name), "%s_ambiguous", field->column);
	for (size_t i = 0; i < record->n; i++)
		if (strcmp(record->fields[i].column, name) == 0)
			*(bool *)member_of(&record->fields[i], row) = ambiguous;
}

static struct error read_time(
	const struct record *record, const struct field *field, void *row, const char *text)
{
	struct moment moment;

	if (moment_parse(text, field->until ? EDGE_END : EDGE_START, &moment).code != E_OK)
		return fail(E_INVALID, field_code(field));
	*(int64_t *)member_of(field, row) = moment.time;
	note_ambiguous(record, field, row, moment.ambiguous);
	return ok();
}

static struct error read_number(const struct field *field, void *row, const char *text)
{
	char *end;

	errno = 0;
	long long number = strtoll(text, &end, 10);
	if (*text == '\0' || *end != '\0' || errno != 0)
		return fail(E_INVALID, field_code(field));
	*(int64_t *)member_of(field, row) = number;
	return ok();
}

static struct error read_minutes(const struct field *field, void *row, const char *text)
{
	return clock_parse(text, member_of(field, row)).code == E_OK ?
		       ok() :
		       fail(E_INVALID, field_code(field));
}

/* Given is yes, but for the first of the two words that it may have. */
static void read_flag(const struct field *field, void *row, const char *text)
{
	const char *no = text_code(field->words, 0);

	*(bool *)member_of(field, row) = no == NULL || strcmp(text, no) != 0;
}

struct error field_read(
	const struct record *record, const struct field *field, void *row, const char *text)
{
	switch (field->meaning) {
	case MEANS_LINE:
	case MEANS_LINES:
	case MEANS_EMAIL:
	case MEANS_CODE:
		*(const char **)member_of(field, row) = text;
		return ok();
	case MEANS_TIME:
		return read_time(record, field, row, text);
	case MEANS_DAY:
		return input_day(field_code(field), text, member_of(field, row));
	case MEANS_MONEY:
		return money_parse(field_code(field), text, member_of(field, row));
	case MEANS_NUMBER:
		return read_number(field, row, text);
	case MEANS_TENTHS:
		return vat_parse(field_code(field), text, member_of(field, row));
	case MEANS_MINUTES:
		return read_minutes(field, row, text);
	case MEANS_THOUSANDTHS:
		return thousandths_parse(text, member_of(field, row)) == 0 ?
			       ok() :
			       fail(E_INVALID, field_code(field));
	case MEANS_FLAG:
		read_flag(field, row, text);
		return ok();
	case MEANS_REF:
	case MEANS_NOTHING:
		return ok();
	}
	return ok();
}

void field_empty(const struct field *field, void *row)
{
	if (field->storage == STORED_TEXT)
		*(const char **)member_of(field, row) = "";
	else if (field->meaning == MEANS_MINUTES)
		*(int64_t *)member_of(field, row) = NO_MINUTES;
	else if (field->none || field->meaning == MEANS_DAY || field->meaning == MEANS_TIME)
		*(int64_t *)member_of(field, row) = 0;
}

void field_refer(const struct field *field, void *row, int64_t id)
{
	*(int64_t *)member_of(field, row) = id;
}

static struct error clean_field(
	struct arena *arena, const struct field *field, void *row, bool required)
{
	const char **member = member_of(field, row), *code = field_code(field);

	switch (field->meaning) {
	case MEANS_LINE:
		return input_line(arena, code, *member, field->max == 0 ? FIELD_MAX : field->max,
			required, member);
	case MEANS_LINES:
		return input_lines(arena, code, *member, field->max == 0 ? REASON_MAX : field->max,
			required, member);
	case MEANS_EMAIL:
		return input_email(arena, code, *member, member);
	case MEANS_CODE:
		return *member == NULL && !required ?
			       ok() :
			       input_code(code, field->words, field_text(field, row));
	case MEANS_TIME:
	case MEANS_DAY:
	case MEANS_MONEY:
	case MEANS_NUMBER:
	case MEANS_THOUSANDTHS:
	case MEANS_TENTHS:
	case MEANS_MINUTES:
	case MEANS_FLAG:
	case MEANS_REF:
	case MEANS_NOTHING:
		return ok();
	}
	return ok();
}

struct error record_clean(struct arena *arena, const struct record *record, void *row, unsigned in)
{
	for (size_t i = 0; i < record->n; i++) {
		const struct field *field = &record->fields[i];

		if ((field->in & in) != 0)
			TRY(clean_field(arena, field, row, (field->in & IN_REQUIRED) != 0));
	}
	return ok();
}
