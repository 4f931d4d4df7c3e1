/* SPDX-License-Identifier: MIT */
#include "src/roof/told.h"

#include <string.h>

#include "db/store/record.h"
#include "src/base/i18n.h"
#include "src/base/money.h"
#include "src/base/text.h"
#include "src/judging/sides.h"
#include "src/roof/kinds.h"

const struct record *told_table(const char *table)
{
	for (const struct record *record = told_tables; record->name != NULL; record++)
		if (strcmp(record->name, table) == 0)
			return record;
	return NULL;
}

const char *told_label(const struct field *field)
{
	return field->word != NULL ? i18n_lookup("field", field->word) :
				     text_word(WORDS_FIELD, field->name);
}

static const char *plain(struct arena *arena, const json_t *value)
{
	if (json_is_string(value))
		return arena_text(arena, json_string_value(value));
	if (json_is_integer(value))
		return arena_printf(arena, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
	return "";
}

/* The title of the record that the number is an id of, by the schema; what is on the other side of
 * a blind round is covered. */
static const char *referred(struct context *ctx, struct arena *arena, const char *table,
	const struct field *field, int64_t id)
{
	struct part_name part;
	struct found found;
	char *other;

	if (store_reference_table(ctx->db, table, field->column, arena, &other).code != E_OK)
		return "";
	if (kinds_get(ctx, arena, kinds_of_row(ctx, other, id), id, &found).code == E_OK)
		/* Its code beside what the jury's side has would say whose it is. */
		return strcmp(found.title, sides_cover()) == 0 ? sides_cover() :
								 kinds_line(arena, &found);
	if (store_part_name(ctx->db, other, id, arena, &part).code == E_OK)
		return i18n_pick(part.fi, part.sv, part.en, NULL);
	return arena_printf(arena, "%lld", (long long)id);
}

/* A submission's states are worded by its kind. */
static enum vocabulary words_of(enum vocabulary words, const json_t *row)
{
	const char *kind = json_string_value(json_object_get(row, "kind"));

	return words == WORDS_SUBMISSION_STATE && kind != NULL ? text_states_of(kind) : words;
}

const char *told_value(struct context *ctx, struct arena *arena, const char *table,
	const struct field *field, const json_t *row, const json_t *value)
{
	char text[80] = "";
	int64_t number = json_integer_value(value);

	if (value == NULL || json_is_null(value))
		return "";
	switch (field->meaning) {
	case MEANS_CODE:
		return text_word(words_of(field->words, row), plain(arena, value));
	case MEANS_TIME:
		text_time(number, text, sizeof(text));
		break;
	case MEANS_DAY:
		text_day(number, text, sizeof(text));
		break;
	case MEANS_THOUSANDTHS:
		text_thousandths(number, text, sizeof(text));
		break;
	case MEANS_MONEY:
		money_text(number, text, sizeof(text));
		break;
	case MEANS_FLAG:
		return number != 0 ? _("yes") : _("no");
	case MEANS_REF:
		return referred(ctx, arena, table, field, number);
	case MEANS_NOTHING:
	case MEANS_LINE:
	case MEANS_LINES:
	case MEANS_EMAIL:
	case MEANS_NUMBER:
		return plain(arena, value);
	}
	return arena_text(arena, text);
}
