/* SPDX-License-Identifier: MIT
 * An import in four steps that one can go back in. The file is chosen on a screen of its own
 * (import_file.c); above it lies one screen for the others: how the text reads (import_text.c),
 * which column is what (import_columns.c), the rows that are not simply good (import_rows.c), and
 * in the end what became of it (import_done.c). What is above and below their lists is in
 * import_head.c, and what is asked of the file in import_ask.c. */
#pragma once

#include "src/intake/import.h"
#include "src/intake/telling.h"
#include "ui/toolkit/list.h"

enum {
	GIVEN_UP = 4,
	MAPS_COUNT = 20,
	COLUMN_BASE = 1,
	SAMPLES = 3,
	IMPORT_HEAD = 5,
	CHARSETS_SHOWN = 3
};

enum import_step { STEP_FILE, STEP_TEXT, STEP_COLUMNS, STEP_ROWS, STEP_DONE };

/* What differs from step to step. */
struct import_part {
	const struct list_source *source;
	const struct commands *commands;
	int bottom; /* rows below the list */
	const char *help;
};

/* How the file is to be read, as it was said. */
struct import_asked {
	char charset[40], delimiter[8], sheet[120]; /* "" is guessed */
	char maps[MAPS_COUNT][120];
	size_t map_count;
	long heading_row;              /* 0: found */
	const char *without[GIVEN_UP]; /* fields given up on purpose */
	size_t without_count;
};

struct importing {
	struct list_screen list;
	const struct import_part *parts; /* of enum import_step */
	struct screen_ops ops;           /* with the commands of the step */
	char *kind;                      /* of import_kind() */
	char *path;
	enum import_step step;
	struct import_asked asked;
	char sheets[SHEETS_SIZE]; /* of a workbook, if several could be meant; "": none */
	struct import import;
	enum date_order date_order; /* as said */
	bool read;
	bool needs_sheet;    /* several could be meant, and none has been said */
	const char *missing; /* the field no column is yet; NULL: none */
	bool may_be_missing; /* it can be given up */
	/* What is said of the selected row, below the list. */
	struct arena arena;
	struct row_words words;
	int64_t words_of;
	/* How the same bytes read in several character sets. */
	struct {
		const char *charset, *text;
	} readings[CHARSETS_SHOWN];
	size_t reading_count;
	/* After it: what became of it. */
	int64_t batch;
	size_t added, late, waiting, refused;
	bool undone;
};

static inline struct importing *importing_of(const struct screen *screen)
{
	return (struct importing *)screen;
}

/* The phase that an import of that kind belongs to; 0: none. */
int import_phase(const char *kind);
/* 1 File › 2 Text › 3 Columns › 4 Rows, with the present one marked. */
void import_paint_ribbon(const struct canvas *body, enum import_step step);
/* The file and what will happen, above the list. */
void import_paint_head(const struct importing *self, const struct canvas *body);
/* What the step says below its list. */
void import_paint_foot(const struct importing *self, const struct canvas *body);
void import_paint_wrapped(const struct canvas *body, int *y, enum style style, const char *text);

/* Reads the file as it is to be read; after E_SHEET and E_NO_COLUMN the screen can ask. */
struct error import_read(struct importing *self, struct context *ctx);
/* To another step of the same screen. */
void import_go(struct screen *screen, enum import_step step);
/* Saves what is good, with the answers; then the last step says what became of it. */
void import_now(struct ui *ui, struct screen *screen);
/* What is saved of it now. */
struct error import_count_saved(struct importing *self, struct context *ctx);
/* Back to where the import was begun. */
void import_leave(struct ui *ui, struct screen *screen);
/* Is anything still to be asked of the row? */
bool import_is_open(const struct sifted_row *row);
size_t import_open_count(const struct import *import);

extern const struct list_source import_text_source, import_columns_source, import_rows_source,
	import_done_source;
extern const struct commands import_text_commands, import_columns_commands, import_rows_commands,
	import_done_commands;

/* What Enter does in each step, and why the last one cannot go on (N_()), or NULL. */
void import_text_enter(struct ui *ui, struct screen *screen);
void import_columns_enter(struct ui *ui, struct screen *screen);
void import_rows_enter(struct ui *ui, struct screen *screen);
void import_done_enter(struct ui *ui, struct screen *screen);
const char *import_nothing_good(const struct screen *screen, const struct context *ctx);
/* Fills what the text step shows: why it was read so. */
void import_find_readings(struct importing *self);
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
