/* SPDX-License-Identifier: MIT
 * The one list of the program: ids in order, visible rows by id, sorting, searching, exporting, and
 * on a wide terminal the record beside it. A list of 100,000 is as light as one of 70. */
#pragma once

#include "src/ground/kind.h"
#include "src/export/cell.h"
#include "src/export/gate.h"
#include "ui/toolkit/cursor.h"
#include "ui/toolkit/edit.h"
#include "ui/toolkit/page.h"
#include "ui/toolkit/ui.h"

enum { LIST_COLUMNS_MAX = 12 };

/* Of a column that shows a field the field has the title, the side that it stands on and who may
 * see it; what stands here wins. */
struct list_column {
	const char *title; /* NC_("column", ...) */
	int min, weight;   /* columns it needs, and its share of what is left */
	enum align align;
	int sort; /* number given to ids(); -1: cannot be sorted by */
	/* SEEN_BY_CONTACT: exported only where it is asked for, and then it is a disclosure. */
	enum audience seen_by;
	/* Its cells are shares (4 of 7): two columns of a spreadsheet, which would make a day of
	 * "4/7". */
	bool share;
	bool covered;      /* people read sides_cover in the place of what they may not see */
	const char *field; /* its name in the record; NULL: the column shows none */
	const struct record *record; /* NULL: the one that the list is over */
};
#define LIST_FIELD(field_, min_, weight_, sort_) \
	.field = (field_), .min = (min_), .weight = (weight_), .sort = (sort_)

/* How a row is drawn, and what its cells are covered by: of a blind round that keeps the two sides
 * of it apart for who asks, the side that the list is on. */
struct list_look {
	enum style style;
	int64_t sealed_by; /* 0: none does */
	enum side side;
};

struct list_got {
	bool there;        /* false: the row has no such record */
	int64_t sealed_by; /* of a blind round that keeps its sides apart; 0: none */
};

struct list_source {
	const struct list_column *columns;
	size_t n;
	size_t asked; /* columns behind those, which only an export has, and only by choice */
	/* The record that a row is about: its fields are what columns show. `get` reads the struct
	 * of the row's record, of which an export has more by choice: what its lists have (IN_LIST)
	 * and no column shows. NULL: nothing more. */
	const struct record *over;
	struct error (*get)(struct context *ctx, struct arena *arena, int64_t id, void *row,
		struct list_got *got);
	struct error (*ids)(
		struct screen *screen, struct context *ctx, int sort, struct id_list *ids);
	/* How many ids() gives, where that is known without reading them, else -1: then a long list
	 * shows its beginning at once and reads the rest while no key comes. NULL: it is always
	 * read whole. */
	struct error (*count)(struct screen *screen, struct context *ctx, int64_t *n);
	/* Fills one cell a column (what it needs into the arena), may choose a style, and says by
	 * what the row is sealed. */
	struct error (*row)(struct screen *screen, struct context *ctx, int64_t id,
		struct arena *arena, struct cell *cells, struct list_look *look);
	/* Ids that have the words, in no order; NULL: the rows' cells are searched. */
	struct error (*search)(
		struct screen *screen, struct context *ctx, const char *words, struct id_list *ids);
	/* The record beside the list; NULL: none. */
	struct error (*record)(struct screen *screen, struct context *ctx, struct arena *arena,
		int64_t id, struct page *page);
	/* What Enter does; NULL: nothing. */
	void (*open)(struct ui *ui, struct screen *screen, int64_t id);
	/* Why it is empty and which key fills it (N_). */
	const char *empty;
	const char *file; /* proposed name of an export, without ending */
	/* Of a list with contacts: whose they are. A disclosure names it as the command line does.
	 */
	enum kind of;
};

struct list_row {
	struct arena arena; /* of its cells and words */
	int64_t id;
	struct cell cells[LIST_COLUMNS_MAX];
	const char *words[LIST_COLUMNS_MAX]; /* as they are drawn */
	enum style style;
};

struct list {
	const struct list_source *source;
	struct id_list ids; /* the first of cursor.count, until the rest is read */
	struct cursor cursor;
	int sort;
	bool descending;
	bool to_top;      /* at the next loading: where one has not moved, one stays */
	int64_t expected; /* to be selected when it has come; 0: none */
	int top_rows;     /* kept free above the list by its screen */
	int top;          /* as many of them as leave a heading and three rows */
	int bottom_rows;  /* the same below it, for what is said of the selected row */
	int bottom;
	/* What is visible, fetched by list_prepare. */
	struct list_row *rows;
	size_t first, n;
	bool rows_stale;
	struct page page;
	int64_t page_id;
	bool page_stale;
	/* A running search. */
	struct edit words;
	struct id_list found;
	size_t origin;
	/* How the columns are laid out: widths, 0 for those that do not fit. */
	int widths[LIST_COLUMNS_MAX];
	int width;
};

/* A screen whose struct begins with one of these can use the functions below as they are. */
struct list_screen {
	struct screen base;
	struct list list;
};

void list_init(struct list_screen *self, const struct list_source *source);
struct error list_load(struct screen *screen, struct context *ctx);
void list_layout(struct screen *screen, struct rect body);
struct error list_prepare(struct screen *screen, struct context *ctx);
void list_paint(const struct screen *screen, const struct canvas *body);
bool list_key(struct ui *ui, struct screen *screen, int key);
void list_close(struct screen *screen);
/* The cells of a row as who asks may see them, LIST_COLUMNS_MAX of them: on the screen, in a search
 * and in a file. `style` may be NULL. */
struct error list_fill(struct screen *screen, const struct list_source *source, struct context *ctx,
	int64_t id, struct arena *arena, struct cell *cells, enum style *style);
/* The field that a column shows; NULL: none. */
const struct field *list_field(const struct list_source *source, size_t column);
/* What stands over it, in the language in use. */
const char *list_title(const struct list_source *source, size_t column);
enum audience list_seen_by(const struct list_source *source, size_t column);
/* The selected record; 0 in an empty list. */
int64_t list_selected(const struct screen *screen);
/* For a row of the round that has its side of it apart from the other, if it is. */
void list_seal(struct list_look *look, struct context *ctx, int64_t round_id, enum side side);
/* Where a column begins, for what is drawn over its cells. */
int list_column_x(const struct list *list, size_t column);
/* Reads what was left for later; for what needs every id. */
struct error list_read_rest(struct screen *screen, struct context *ctx);
/* Selects it at the next loading, if it is there then; for what has just been made. */
void list_expect(struct screen *screen, int64_t id);
/* Selects it if it is there. */
void list_select(struct screen *screen, int64_t id);
/* For a screen that a row of a list has opened: the row below or above is opened in its place, in
 * the order and filter that the list has. Commands, and why they are not possible. */
void list_on_next(struct ui *ui, struct screen *screen);
void list_on_before(struct ui *ui, struct screen *screen);
const char *list_no_neighbour(const struct screen *screen, const struct context *ctx);
/* Starts the search in the list while typing; a command of list_commands. */
void list_search(struct ui *ui, struct screen *screen);
/* A key while it runs; true: it was taken. For list_key. */
bool list_search_key(struct ui *ui, struct screen *screen, int key);
/* "12/77 · by title"; for status lines. Into out. */
void list_describe(const struct screen *screen, char *out, size_t size);

/* / s x Enter ← → */
extern const struct commands list_commands;
/* The same with Space, which marks rows for what is done to several at once. */
extern const struct commands marking_commands;
