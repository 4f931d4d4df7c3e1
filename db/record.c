/* SPDX-License-Identifier: MIT */
#include "db/record.h"

#include <string.h>

const struct record *record_of_table(const char *table)
{
	for (size_t i = 0; all_records[i] != NULL; i++)
		if (all_records[i]->table != NULL && strcmp(all_records[i]->table, table) == 0)
			return all_records[i];
	return NULL;
}

const struct field *record_column(const struct record *record, const char *column)
{
	for (size_t i = 0; i < record->n; i++)
		if (strcmp(record->fields[i].column, column) == 0)
			return &record->fields[i];
	return NULL;
}

static const char *word_in(const struct record *record, const char *code)
{
	for (size_t i = 0; i < record->n; i++) {
		const struct field *field = &record->fields[i];
		const char *own = field->code == NULL ? field->name : field->code;

		if (own != NULL && strcmp(own, code) == 0)
			return field->word;
	}
	return NULL;
}

const char *record_word(const char *code)
{
	const char *word = NULL;

	for (size_t i = 0; word == NULL && all_records[i] != NULL; i++)
		word = word_in(all_records[i], code);
	return word;
}
