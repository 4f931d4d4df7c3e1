/* SPDX-License-Identifier: MIT
 * What stands in a row of a list, as what it is: an amount, a day, a code. The words for it are
 * made once, by whoever writes or draws it. */
#pragma once

#include <jansson.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "db/base/arena.h"
#include "db/base/ratio.h"
#include "db/base/vocabulary.h"
#include "src/base/daytime.h"

enum cell_kind {
	CELL_UNSET, /* the row has no such cell: a program is not told of it either */
	CELL_NULL,  /* known to be nothing */
	CELL_TEXT,
	CELL_CODE, /* of a vocabulary */
	CELL_NUMBER,
	CELL_MONEY,   /* cents */
	CELL_DECIMAL, /* thousandths */
	CELL_RATIO,
	CELL_SHARE,  /* 4 of 7 */
	CELL_MOMENT, /* UTC seconds, as coarse as they are known */
	CELL_DAY,
	CELL_CLOCK, /* minutes of a day */
	CELL_FLAG,
	CELL_TEXTS,  /* in Finnish, Swedish, English */
	CELL_LIST,   /* of texts */
	CELL_RANGE,  /* from, to */
	CELL_FIGURE, /* ten-thousandths of what was never exact: programs get a number */
	CELL_ROWS,   /* a table inside of the cell */
	CELL_RECORD, /* the only row of it */
	CELL_PARTS,  /* JSON as it is kept: the rules of a round */
};

/* Rows inside of a cell: n cells each, one a column. */
struct nested {
	const struct column *columns; /* src/export/column.h */
	size_t n;
	struct cell *cells;
	size_t rows, most;
};

struct cell {
	enum cell_kind kind;
	enum vocabulary words; /* of a code */
	int digits;            /* of a ratio: its decimals; of a moment: enum precision */
	int64_t number, whole; /* whole: the denominator, what it is a share of, or the range's end
				*/
	const char *text, *sv, *en;
	const char *const *list;
	size_t n;
	const struct nested *nested;
	json_t *parts;
	const char *shown; /* what people read instead of the value's own words; NULL: those */
};

/* Texts stay the caller's, whose arena outlives the row. */
struct cell cell_text(const char *text);
struct cell cell_code(enum vocabulary words, const char *code);
struct cell cell_number(int64_t number);
struct cell cell_money(int64_t cents);
struct cell cell_decimal(int64_t thousandths);
struct cell cell_ratio(struct ratio value, int decimals); /* null without a value */
struct cell cell_share(int64_t part, int64_t whole);
struct cell cell_time(int64_t time); /* null for 0, as the next two */
struct cell cell_moment(int64_t time, enum precision precision);
struct cell cell_day(int64_t day);
struct cell cell_clock(int64_t minutes); /* null below 0 */
struct cell cell_flag(bool flag);
/* "" instead of a language's text is a text that is missing; NULL: there is no such language. */
struct cell cell_texts(const char *fi, const char *sv, const char *en);
struct cell cell_list(const char *const *texts, size_t n);
struct cell cell_range(int64_t from, int64_t to);
struct cell cell_figure(double value);
struct cell cell_rows(const struct nested *nested); /* stays the caller's, as texts do */
struct cell cell_record(const struct nested *nested);
struct cell cell_parts(json_t *parts); /* takes it */
struct cell cell_null(void);
/* The same value, but these words for people: "–" where there is nothing, a bar before a share. */
struct cell cell_shown(struct cell cell, const char *words);
/* These words for people if it is null. */
struct cell cell_else(struct cell cell, const char *words);
/* Null, for people "–". */
struct cell cell_none(void);

/* Who reads it: people on a screen; the same in a field of a form, which must give back what it was
 * given, so with the seconds; a spreadsheet, in the words of people but with numbers that it can
 * count with; a program, codes and numbers as they are. */
enum reader { READ_SHOWN, READ_TYPED, READ_SHEET, READ_EXACT };

/* Its words; into the arena, or where they are for good. */
const char *cell_words(struct arena *arena, const struct cell *cell, enum reader reader);
/* How it stands in JSON: its exact words as they are (or null), its exact words as a string, or
 * something that has to be built. */
enum json_form { JSON_IS_BARE, JSON_IS_TEXT, JSON_IS_BUILT };
enum json_form cell_in_json(enum cell_kind kind);
/* As JSON has it; NULL if it is not to be there at all. */
json_t *cell_json(const struct cell *cell);
/* As a member of that name; none if it is not to be there. */
void cell_into(json_t *object, const char *name, const struct cell *cell);
/* Does a heading over such cells stand at the right, as numbers do? */
bool cell_is_number(enum cell_kind kind);
/* Is there anything in it? */
bool cell_is_empty(const struct cell *cell);
