/* SPDX-License-Identifier: MIT */
#include "src/export/cell.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "db/base/error.h"
#include "src/base/i18n.h"
#include "src/base/money.h"
#include "src/base/text.h"
#include "src/export/column.h"

struct cell cell_null(void)
{
	return (struct cell){ .kind = CELL_NULL };
}

struct cell cell_shown(struct cell cell, const char *words)
{
	cell.shown = words;
	return cell;
}

struct cell cell_else(struct cell cell, const char *words)
{
	return cell.kind == CELL_NULL ? cell_shown(cell, words) : cell;
}

struct cell cell_none(void)
{
	return cell_shown(cell_null(), "–");
}

struct cell cell_text(const char *text)
{
	return (struct cell){ .kind = CELL_TEXT, .text = text == NULL ? "" : text };
}

struct cell cell_code(enum vocabulary words, const char *code)
{
	return (struct cell){ .kind = CELL_CODE, .words = words, .text = code };
}

struct cell cell_number(int64_t number)
{
	return (struct cell){ .kind = CELL_NUMBER, .number = number };
}

struct cell cell_money(int64_t cents)
{
	return (struct cell){ .kind = CELL_MONEY, .number = cents };
}

struct cell cell_decimal(int64_t thousandths)
{
	return (struct cell){ .kind = CELL_DECIMAL, .number = thousandths };
}

struct cell cell_ratio(struct ratio value, int decimals)
{
	if (value.den == 0)
		return cell_null();
	return (struct cell){
		.kind = CELL_RATIO, .digits = decimals, .number = value.num, .whole = value.den
	};
}

struct cell cell_share(int64_t part, int64_t whole)
{
	return (struct cell){ .kind = CELL_SHARE, .number = part, .whole = whole };
}

struct cell cell_time(int64_t time)
{
	return cell_moment(time, PRECISION_SECOND);
}

struct cell cell_moment(int64_t time, enum precision precision)
{
	if (time == 0)
		return cell_null();
	return (struct cell){ .kind = CELL_MOMENT, .number = time, .digits = (int)precision };
}

struct cell cell_day(int64_t day)
{
	if (day == 0)
		return cell_null();
	return (struct cell){ .kind = CELL_DAY, .number = day };
}

struct cell cell_clock(int64_t minutes)
{
	if (minutes < 0)
		return cell_null();
	return (struct cell){ .kind = CELL_CLOCK, .number = minutes };
}

struct cell cell_flag(bool flag)
{
	return (struct cell){ .kind = CELL_FLAG, .number = flag };
}

struct cell cell_texts(const char *fi, const char *sv, const char *en)
{
	return (struct cell){ .kind = CELL_TEXTS, .text = fi, .sv = sv, .en = en };
}

struct cell cell_list(const char *const *texts, size_t n)
{
	return (struct cell){ .kind = CELL_LIST, .list = texts, .n = n };
}

struct cell cell_range(int64_t from, int64_t to)
{
	return (struct cell){ .kind = CELL_RANGE, .number = from, .whole = to };
}

struct cell cell_figure(double value)
{
	return (struct cell){
		.kind = CELL_FIGURE, .digits = 4, .number = llround(value * 10000), .whole = 10000
	};
}

struct cell cell_rows(const struct nested *nested)
{
	return (struct cell){ .kind = CELL_ROWS, .nested = nested };
}

struct cell cell_record(const struct nested *nested)
{
	return (struct cell){ .kind = CELL_RECORD, .nested = nested };
}

struct cell cell_parts(json_t *parts)
{
	return (struct cell){ .kind = CELL_PARTS, .parts = parts };
}

static void put_ratio(const struct cell *cell, char *out, size_t size)
{
	bool minus = cell->number < 0;
	struct ratio value = { minus ? -cell->number : cell->number, cell->whole };

	ratio_format(value, cell->digits, out, size);
	if (!minus || strspn(out, "0.") == strlen(out))
		return;
	memmove(out + 1, out, strlen(out) + 1);
	*out = '-';
}

/* As programs read them; people read the same with their language's decimal sign. */
static void put_plain(const struct cell *cell, char *out, size_t size)
{
	if (cell->kind == CELL_MONEY)
		money_plain(cell->number, out, size);
	else if (cell->kind == CELL_DECIMAL)
		thousandths_format(cell->number, out, size);
	else
		put_ratio(cell, out, size);
}

static const char *decimal_words(struct arena *arena, const struct cell *cell, enum reader reader)
{
	char text[60];

	if (cell->kind == CELL_MONEY && (reader == READ_SHOWN || reader == READ_TYPED)) {
		(reader == READ_TYPED ? money_field : money_text)(cell->number, text, sizeof(text));
		return arena_text(arena, text);
	}
	put_plain(cell, text, sizeof(text));
	char *point = strchr(text, '.');
	if (point != NULL && reader != READ_EXACT)
		*point = *C_("decimal sign", ".");
	return arena_text(arena, text);
}

static const char *moment_words(struct arena *arena, const struct cell *cell, enum reader reader)
{
	enum precision precision = (enum precision)cell->digits;
	char text[80];

	if (cell->kind == CELL_DAY && reader == READ_EXACT)
		day_iso(cell->number, text, sizeof(text));
	else if (cell->kind == CELL_DAY)
		text_day(cell->number, text, sizeof(text));
	else if (reader == READ_EXACT)
		moment_iso(cell->number, precision, text, sizeof(text));
	else if (reader == READ_TYPED && precision == PRECISION_SECOND)
		text_time_exact(cell->number, text, sizeof(text));
	else
		text_moment(cell->number, precision, text, sizeof(text));
	return arena_text(arena, text);
}

/* A spreadsheet takes 9.00 for a number, or for a day of September. */
static const char *clock_words(struct arena *arena, int64_t minutes, enum reader reader)
{
	char text[20];

	if (reader == READ_SHOWN || reader == READ_TYPED)
		text_clock(minutes, text, sizeof(text));
	else
		clock_iso(minutes, text, sizeof(text));
	return arena_text(arena, text);
}

static const char *flag_words(bool flag, enum reader reader)
{
	if (reader == READ_EXACT)
		return flag ? "true" : "false";
	return flag ? _("yes") : _("no");
}

/* A spreadsheet would make a day of 4/7. */
static const char *share_words(struct arena *arena, const struct cell *cell, enum reader reader)
{
	long long part = (long long)cell->number, whole = (long long)cell->whole;

	if (reader == READ_SHEET)
		/* TRANSLATORS: how many, and of how many, in a cell of a spreadsheet, which must
		 * not take it for a day: "4 of 7". */
		return arena_printf(arena, C_("share", "%lld of %lld"), part, whole);
	return arena_printf(arena, "%lld/%lld", part, whole);
}

/* A program gets it as --select takes it. */
static const char *range_words(struct arena *arena, const struct cell *cell, enum reader reader)
{
	return arena_printf(arena, "%" PRId64 "%s%" PRId64, cell->number,
		reader == READ_EXACT ? ":" : "–", cell->whole);
}

static const char *list_words(struct arena *arena, const struct cell *cell)
{
	struct buffer text = { 0 };

	buffer_text(&text, "");
	for (size_t i = 0; i < cell->n; i++)
		buffer_printf(&text, "%s%s", i > 0 ? ", " : "", cell->list[i]);
	const char *words = arena_text(arena, text.text);
	buffer_clear(&text);
	return words;
}

const char *cell_words(struct arena *arena, const struct cell *cell, enum reader reader)
{
	if (cell->shown != NULL && reader == READ_SHOWN)
		return cell->shown;
	switch (cell->kind) {
	case CELL_UNSET:
	case CELL_NULL:
	case CELL_ROWS:
	case CELL_RECORD:
	case CELL_PARTS:
		return "";
	case CELL_TEXT:
		return cell->text;
	case CELL_CODE:
		return reader == READ_EXACT ? cell->text : text_word(cell->words, cell->text);
	case CELL_NUMBER:
		return arena_printf(arena, "%" PRId64, cell->number);
	case CELL_MONEY:
	case CELL_DECIMAL:
	case CELL_RATIO:
	case CELL_FIGURE:
		return decimal_words(arena, cell, reader);
	case CELL_SHARE:
		return share_words(arena, cell, reader);
	case CELL_RANGE:
		return range_words(arena, cell, reader);
	case CELL_MOMENT:
	case CELL_DAY:
		return moment_words(arena, cell, reader);
	case CELL_CLOCK:
		return clock_words(arena, cell->number, reader);
	case CELL_FLAG:
		return flag_words(cell->number != 0, reader);
	case CELL_TEXTS:
		return i18n_pick(cell->text, cell->sv, cell->en, NULL);
	case CELL_LIST:
		return list_words(arena, cell);
	}
	return "";
}

static json_t *list_json(const struct cell *cell)
{
	json_t *list = json_array();

	for (size_t i = 0; i < cell->n; i++)
		json_array_append_new(list, json_string(cell->list[i]));
	return list;
}

static json_t *texts_json(const struct cell *cell)
{
	json_t *texts = json_object();

	json_object_set_new(texts, "fi", json_string(cell->text));
	json_object_set_new(texts, "sv", json_string(cell->sv));
	if (cell->en != NULL)
		json_object_set_new(texts, "en", json_string(cell->en));
	return texts;
}

static json_t *row_json(const struct nested *nested, size_t row)
{
	json_t *object = json_object();

	for (size_t c = 0; c < nested->n; c++)
		cell_into(object, nested->columns[c].name, &nested->cells[row * nested->n + c]);
	return object;
}

static json_t *rows_json(const struct nested *nested)
{
	json_t *list = json_array();

	for (size_t i = 0; i < nested->rows; i++)
		json_array_append_new(list, row_json(nested, i));
	return list;
}

enum json_form cell_in_json(enum cell_kind kind)
{
	switch (kind) {
	case CELL_NULL:
	case CELL_NUMBER:
	case CELL_FLAG:
		return JSON_IS_BARE;
	case CELL_TEXT:
	case CELL_CODE:
	case CELL_MONEY:
	case CELL_DECIMAL:
	case CELL_RATIO:
	case CELL_MOMENT:
	case CELL_DAY:
	case CELL_CLOCK:
		return JSON_IS_TEXT;
	case CELL_UNSET:
	case CELL_SHARE:
	case CELL_TEXTS:
	case CELL_LIST:
	case CELL_RANGE:
	case CELL_FIGURE:
	case CELL_ROWS:
	case CELL_RECORD:
	case CELL_PARTS:
		return JSON_IS_BUILT;
	}
	return JSON_IS_BUILT;
}

json_t *cell_json(const struct cell *cell)
{
	struct arena arena = { 0 };
	json_t *value = NULL;

	switch (cell->kind) {
	case CELL_UNSET:
		return NULL;
	case CELL_NULL:
		return json_null();
	case CELL_NUMBER:
		return json_integer(cell->number);
	case CELL_FLAG:
		return json_boolean(cell->number != 0);
	case CELL_TEXTS:
		return texts_json(cell);
	case CELL_LIST:
		return list_json(cell);
	case CELL_ROWS:
		return rows_json(cell->nested);
	case CELL_RECORD:
		return row_json(cell->nested, 0);
	case CELL_PARTS:
		return json_incref(cell->parts);
	case CELL_RANGE:
		return json_pack("[I, I]", (json_int_t)cell->number, (json_int_t)cell->whole);
	case CELL_FIGURE:
		return json_real((double)cell->number / (double)cell->whole);
	case CELL_SHARE:
		return json_pack("{s:I, s:I}", "part", (json_int_t)cell->number, "of",
			(json_int_t)cell->whole);
	case CELL_TEXT:
	case CELL_CODE:
	case CELL_MONEY:
	case CELL_DECIMAL:
	case CELL_RATIO:
	case CELL_MOMENT:
	case CELL_DAY:
	case CELL_CLOCK:
		value = json_string(cell_words(&arena, cell, READ_EXACT));
		arena_clear(&arena);
		return value;
	}
	return value;
}

void cell_into(json_t *object, const char *name, const struct cell *cell)
{
	json_t *value = cell_json(cell);

	if (value != NULL)
		json_object_set_new(object, name, value);
}

bool cell_is_number(enum cell_kind kind)
{
	return kind == CELL_NUMBER || kind == CELL_MONEY || kind == CELL_DECIMAL ||
	       kind == CELL_RATIO || kind == CELL_FIGURE;
}

bool cell_is_empty(const struct cell *cell)
{
	return cell->kind == CELL_UNSET || cell->kind == CELL_NULL ||
	       (cell->kind == CELL_TEXT && *cell->text == '\0');
}
