/* SPDX-License-Identifier: MIT
 * Forms over a record: which field is which member, and the way in and out. */
#include <assert.h>
#include <string.h>

#include "src/export/field_cell.h"
#include "ui/toolkit/form_parts.h"

enum { LINES_SHOWN = 5 };

/* What a record's field is asked as, where the form does not say it. */
static void complete(struct form_field *asked, const struct field *field)
{
	if (asked->max == 0)
		asked->max = field->max;
	/* A choice always has something chosen: nothing is to be filled in. */
	asked->required =
		asked->required || ((field->in & IN_REQUIRED) != 0 && field->meaning != MEANS_CODE);
	if (asked->kind != FORM_LINE)
		return;
	if (field->meaning == MEANS_LINES) {
		asked->kind = FORM_LINES;
		asked->lines = asked->lines == 0 ? LINES_SHOWN : asked->lines;
	}
	if (field->meaning == MEANS_CODE) {
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

/* The record's field of that name, if anybody can give it. */
static const struct field *field_asked(const struct record *record, const char *name)
{
	const struct field *field = record == NULL ? NULL : record_named(record, name);

	return field != NULL && (field->in & (IN_ADD | IN_EDIT | IN_IMPORT)) != 0 ? field : NULL;
}

void form_take_fields(struct form *form)
{
	const struct record *record = form->def->record;

	form->n = form->def->n;
	for (size_t i = 0; i < form->n; i++) {
		form->fields[i] = form->def->fields[i];
		form->of[i] = field_asked(record, form->fields[i].name);
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

static const char *typed(struct arena *arena, const struct field *field, const void *row)
{
	struct cell cell = field_cell(field, row);

	return cell_words(arena, &cell, READ_TYPED);
}

void form_fill_row(struct form *form, const void *row)
{
	struct arena arena = { 0 };

	for (size_t i = 0; i < form->n; i++) {
		if (is_passed_over(form, i))
			continue;
		if (form->of[i]->meaning == MEANS_CODE)
			form_set_choice(form, i, field_text(form->of[i], row));
		else
			form_set(form, i, typed(&arena, form->of[i], row));
	}
	arena_clear(&arena);
}

struct error form_read_row(const struct form *form, void *row)
{
	for (size_t i = 0; i < form->n; i++) {
		if (is_passed_over(form, i))
			continue;
		bool choice = form->fields[i].kind == FORM_CHOICE;
		const char *text = choice ? form_choice(form, i) : form_get(form, i);

		if (*text != '\0' || form->of[i]->storage == STORED_TEXT)
			TRY(field_read(form->def->record, form->of[i], row, text));
	}
	return ok();
}
