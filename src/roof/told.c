/* SPDX-License-Identifier: MIT */
#include "src/roof/told.h"

#include <string.h>

#include "db/store/record.h"
#include "src/base/i18n.h"
#include "src/base/money.h"
#include "src/base/text.h"
#include "src/ground/sides.h"
#include "src/judging/round.h"
#include "src/roof/kinds.h"

static const char *plain(struct arena *arena, const json_t *value)
{
	if (json_is_string(value))
		return arena_text(arena, json_string_value(value));
	if (json_is_integer(value))
		return arena_printf(arena, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
	return "";
}

static const char *record_told(struct context *ctx, struct arena *arena, enum kind kind, int64_t id)
{
	struct found found;

	if (kinds_get(ctx, arena, kind, id, &found).code != E_OK)
		return "";
	/* Its code beside what the jury's side has would say whose it is. */
	return strcmp(found.title, sides_cover()) == 0 ? sides_cover() : kinds_line(arena, &found);
}

/* What the jury knows by a code of its own: beside whose it is, that would say the same. */
static const char *item_told(struct context *ctx, struct arena *arena, int64_t id)
{
	struct item item;

	if (item_get(ctx, arena, id, &item).code != E_OK)
		return "";
	return may_see(ctx, item.round_id, SIDE_JURY, SIDED_CODE) ? item.code : sides_cover();
}

/* The title of the record that the number is an id of; what is on the other side of a blind round
 * is covered. */
static const char *referred(
	struct context *ctx, struct arena *arena, const struct field *field, int64_t id)
{
	enum kind kind = kinds_of_row(ctx, field->of, id);
	struct part_name part;

	if (kind != KIND_NONE)
		return record_told(ctx, arena, kind, id);
	if (strcmp(field->of, "round_item") == 0)
		return item_told(ctx, arena, id);
	return store_part_name(ctx->db, field->of, id, arena, &part).code == E_OK ?
		       i18n_pick(part.name_fi, part.name_sv, part.name_en, NULL) :
		       "";
}

/* A submission's states are worded by its kind. */
static enum vocabulary words_of(enum vocabulary words, const json_t *row)
{
	const char *kind = json_string_value(json_object_get(row, "kind"));

	return words == WORDS_SUBMISSION_STATE && kind != NULL ? text_states_of(kind) : words;
}

const char *told_value(struct context *ctx, struct arena *arena, const struct field *field,
	const json_t *row, const json_t *value)
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
	case MEANS_TENTHS:
		text_thousandths(number * 100, text, sizeof(text));
		break;
	case MEANS_MINUTES:
		text_clock(number, text, sizeof(text));
		break;
	case MEANS_MONEY:
		money_text(number, text, sizeof(text));
		break;
	case MEANS_FLAG:
		return number != 0 ? _("yes") : _("no");
	case MEANS_REF:
		return referred(ctx, arena, field, number);
	case MEANS_NOTHING:
	case MEANS_LINE:
	case MEANS_LINES:
	case MEANS_EMAIL:
	case MEANS_NUMBER:
		return plain(arena, value);
	}
	return arena_text(arena, text);
}
