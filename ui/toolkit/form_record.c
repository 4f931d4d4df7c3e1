/* SPDX-License-Identifier: MIT
 * Forms over a record: which field is which member, and the way in and out. */
#include <assert.h>
#include <string.h>

#include "src/export/field_cell.h"
#include "ui/toolkit/form_parts.h"

enum { LINES_SHOWN = 5, DAY_WIDTH = 20, MONEY_WIDTH = 40, PERCENT_WIDTH = 10 };

/* As many characters as record_clean takes, or as such a value ever needs. */
static size_t most_typed(const struct field *field)
{
	switch (field->meaning) {
	case MEANS_LINES:
		return field->max == 0 ? REASON_MAX : field->max;
	case MEANS_DAY:
		return DAY_WIDTH;
	case MEANS_MONEY:
		return MONEY_WIDTH;
	case MEANS_TENTHS:
		return PERCENT_WIDTH;
	case MEANS_LINE:
	case MEANS_EMAIL:
	case MEANS_CODE:
	case MEANS_TIME:
	case MEANS_NUMBER:
	case MEANS_THOUSANDTHS:
	case MEANS_MINUTES:
	case MEANS_FLAG:
	case MEANS_REF:
	case MEANS_NOTHING:
		break;
	}
	return field->max;
}

/* One of several words: also a yes or no that has words of its own. */
static bool is_choice(const struct field *field)
{
	return field->words != WORDS_NONE;
}

/* What a record's field is asked as, where the form does not say it. */
static void complete(struct form_field *asked, const struct field *field)
{
	if (asked->max == 0)
		asked->max = most_typed(field);
	/* A choice always has something chosen: nothing is to be filled in. */
	asked->required = asked->required || ((field->in & IN_REQUIRED) != 0 && !is_choice(field));
	if (asked->kind != FORM_LINE)
		return;
	if (field->meaning == MEANS_LINES && asked->lines != 1) {
		asked->kind = FORM_LINES;
		asked->lines = asked->lines == 0 ? LINES_SHOWN : asked->lines;
	}
	if (is_choice(field)) {
		asked->kind = FORM_CHOICE;
		asked->words = field->words;
	}
}

static bool is_asked(const struct form *form, const struct field *field)
{
	for (size_t i = 0; i < form->n; i++)
		if (form->of[i] == field)
			return true;
	return false;
}

static bool can_be_given(const struct field *field)
{
	return (field->in & (IN_ADD | IN_EDIT | IN_IMPORT)) != 0;
}

/* The record's field of that name, if anybody can give it; else the next one with that code: of a
 * text in several languages each has the same. */
static const struct field *field_asked(const struct form *form, const char *name)
{
	const struct record *record = form->def->record;
	const struct field *field = record == NULL ? NULL : record_named(record, name);

	if (field != NULL)
		return can_be_given(field) ? field : NULL;
	for (size_t i = 0; record != NULL && i < record->n; i++) {
		field = &record->fields[i];
		if (field->code != NULL && strcmp(field->code, name) == 0 && can_be_given(field) &&
			!is_asked(form, field))
			return field;
	}
	return NULL;
}

void form_take_fields(struct form *form)
{
	const struct record *record = form->def->record;

	form->n = form->def->n;
	for (size_t i = 0; i < form->n; i++) {
		form->fields[i] = form->def->fields[i];
		form->of[i] = field_asked(form, form->fields[i].name);
		if (form->of[i] != NULL)
			complete(&form->fields[i], form->of[i]);
	}
	for (size_t i = 0; record != NULL && i < record->n; i++) {
		const struct field *field = &record->fields[i];

		if ((field->in & form->def->in) == 0 || is_asked(form, field))
			continue;
		assert(form->n < FORM_FIELDS_MAX);
		form->of[form->n] = field;
		form->fields[form->n] = (struct form_field){ .name = field->name };
		complete(&form->fields[form->n++], field);
	}
}

/* What is in it is asked for by other means. */
static bool is_passed_over(const struct form *form, size_t i)
{
	return form->of[i] == NULL || form->fields[i].kind == FORM_PICK ||
	       form->fields[i].kind == FORM_OUTPUT;
}

/* An amount that must be given is none as long as it is 0, and one that need not is below it. */
static bool is_no_amount(const struct field *field, const void *row)
{
	int64_t amount = field->meaning == MEANS_MONEY ? field_number(field, row) : 1;

	return amount < 0 || (amount == 0 && (field->in & IN_REQUIRED) != 0);
}

static const char *typed(struct arena *arena, const struct field *field, const void *row)
{
	struct cell cell = field_cell(field, row);

	if (is_no_amount(field, row))
		return "";
	return cell_words(arena, &cell, READ_TYPED);
}

/* A flag's words are no and yes, in this order. */
static const char *chosen(const struct field *field, const void *row)
{
	return field->storage == STORED_BOOL ?
		       text_code(field->words, field_number(field, row) == 0 ? 0 : 1) :
		       field_text(field, row);
}

void form_fill_row(struct form *form, const void *row)
{
	struct arena arena = { 0 };

	for (size_t i = 0; i < form->n; i++) {
		if (is_passed_over(form, i))
			continue;
		if (form->fields[i].kind == FORM_CHOICE)
			form_set_choice(form, i, chosen(form->of[i], row));
		else
			form_set(form, i, typed(&arena, form->of[i], row));
	}
	arena_clear(&arena);
}

static struct error read_one(const struct form *form, size_t i, void *row)
{
	const struct field *field = form->of[i];
	bool choice = form->fields[i].kind == FORM_CHOICE;
	const char *text = choice ? form_choice(form, i) : form_get(form, i);

	if (*text == '\0' && !form->fields[i].required) {
		field_empty(field, row);
		return ok();
	}
	struct error e = field_read(form->def->record, field, row, text);
	if (e.field != NULL)
		e.field = form->fields[i].name;
	return e;
}

struct error form_read_row(const struct form *form, void *row)
{
	for (size_t i = 0; i < form->n; i++) {
		const struct field *field = form->of[i];

		if (field != NULL && field->meaning == MEANS_REF)
			field_refer(field, row, form_id(form, i));
		else if (!is_passed_over(form, i))
			TRY(read_one(form, i, row));
	}
	return ok();
}
