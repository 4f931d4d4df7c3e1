/* SPDX-License-Identifier: MIT
 * The screen of an import and its parts: what is above and below its lists (import_head.c), and how
 * the file is to be read (import_ask.c). */
#pragma once

#include "src/intake/import.h"
#include "ui/toolkit/list.h"

enum { GIVEN_UP = 4, MAPS_COUNT = 20, COLUMN_BASE = 1 };

/* Two lists of one screen: the columns, and with r the rows that are not simply good. */
struct importing {
	struct list_screen list;
	const char *kind;
	char *path;
	char charset[40], delimiter[8], sheet[120]; /* as chosen; "" is guessed */
	char sheets[SHEETS_SIZE]; /* of a workbook, if several could be meant; "": none */
	char maps[MAPS_COUNT][120];
	size_t map_count;
	struct import import;
	long heading_row;              /* 0: found */
	enum date_order date_order;    /* as said */
	const char *without[GIVEN_UP]; /* fields given up on purpose */
	size_t without_count;
	bool rows_shown, read;
	const char *missing; /* the field no column is yet; NULL: none */
	bool may_be_missing; /* it can be given up */
	/* What is said of the selected row, below the list. */
	struct arena arena;
	struct row_words words;
	int64_t words_of;
};

static inline struct importing *importing_of(const struct screen *screen)
{
	return (struct importing *)screen;
}

/* The file, how it was read and what will happen, above the list. */
void import_paint_head(const struct importing *self, const struct canvas *body);
/* The whole reason of the selected row, what stands in its cell, and what is offered: below it. */
void import_paint_words(const struct importing *self, const struct canvas *body);

/* Each asks and has the file read anew. Which field is this column? */
void import_ask_field(struct ui *ui, struct screen *screen, int64_t id);
void import_ask_charset(struct ui *ui, struct screen *screen);
void import_ask_delimiter(struct ui *ui, struct screen *screen);
void import_ask_sheet(struct ui *ui, struct screen *screen);
void import_ask_heading(struct ui *ui, struct screen *screen);
void import_ask_order(struct ui *ui, struct screen *screen);
void import_ask_without(struct ui *ui, struct screen *screen);
/* Why there is no sheet to choose (N_()), or NULL; no character set; no separator. */
const char *import_no_sheets(const struct screen *screen, const struct context *ctx);
const char *import_no_text(const struct screen *screen, const struct context *ctx);
/* Why no field can be given up (N_()), or NULL. */
const char *import_nothing_to_give_up(const struct screen *screen, const struct context *ctx);
