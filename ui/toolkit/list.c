/* SPDX-License-Identifier: MIT */
#include "ui/toolkit/list.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db/base/utf8.h"
#include "src/base/i18n.h"
#include "src/export/field_cell.h"
#include "src/ground/record.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/export.h"
#include "ui/toolkit/letters.h"

enum {
	WIDE = 120,
	LIST_WIDTH = 80,
	MARK_WIDTH = 2,
	GAP = 2,
	LEAST_ROWS = 4,
	AT_ONCE = 1000 /* so many ids before the first painting */
};

static struct list_screen *list_screen_of(const struct screen *screen)
{
	return (struct list_screen *)screen;
}

void list_init(struct list_screen *self, const struct list_source *source)
{
	self->list.source = source;
	self->list.page_stale = true;
	edit_init(&self->list.words, "", false, 100);
}

static void free_rows(struct list_row *rows, size_t n)
{
	for (size_t i = 0; i < n; i++)
		arena_clear(&rows[i].arena);
	free(rows);
}

void list_close(struct screen *screen)
{
	struct list *list = &list_screen_of(screen)->list;

	id_list_clear(&list->ids);
	id_list_clear(&list->found);
	free_rows(list->rows, list->n);
	page_clear(&list->page);
	edit_clear(&list->words);
}

int64_t list_selected(const struct screen *screen)
{
	const struct list *list = &list_screen_of(screen)->list;

	return list->cursor.selected < list->ids.n ? list->ids.ids[list->cursor.selected] : 0;
}

void list_select(struct screen *screen, int64_t id)
{
	struct list *list = &list_screen_of(screen)->list;
	size_t at = id_list_find(&list->ids, id);

	if (at != (size_t)-1)
		cursor_go(&list->cursor, at);
}

void list_expect(struct screen *screen, int64_t id)
{
	list_screen_of(screen)->list.expected = id;
}

static void reverse(struct id_list *ids)
{
	for (size_t i = 0; i < ids->n / 2; i++) {
		int64_t id = ids->ids[i];

		ids->ids[i] = ids->ids[ids->n - 1 - i];
		ids->ids[ids->n - 1 - i] = id;
	}
}

static void forget_rows(struct list *list)
{
	list->rows_stale = true;
	list->page_stale = true;
}

static struct error read_ids(struct screen *screen, struct context *ctx, size_t limit, size_t count)
{
	struct list *list = &list_screen_of(screen)->list;
	struct id_list fresh = { .limit = limit };
	struct error e = list->source->ids(screen, ctx, list->sort, &fresh);

	if (e.code != E_OK) {
		id_list_clear(&fresh);
		return e;
	}
	if (list->descending)
		reverse(&fresh);
	id_list_clear(&list->ids);
	list->ids = fresh;
	screen->rest = fresh.more ? list_read_rest : NULL;
	cursor_fit(&list->cursor, fresh.more ? count : fresh.n, list->cursor.height);
	forget_rows(list);
	return ok();
}

/* The beginning is enough where it is shown: turned round, it would be the end. */
static struct error read_beginning(struct screen *screen, struct context *ctx)
{
	struct list *list = &list_screen_of(screen)->list;
	int64_t count = -1;

	if (list->source->count != NULL && !list->descending)
		TRY(list->source->count(screen, ctx, &count));
	return count > AT_ONCE ? read_ids(screen, ctx, AT_ONCE, (size_t)count) :
				 read_ids(screen, ctx, 0, 0);
}

/* The selection follows its record, not its place. */
struct error list_load(struct screen *screen, struct context *ctx)
{
	struct list *list = &list_screen_of(screen)->list;
	int64_t selected = list->expected != 0 ? list->expected : list_selected(screen);
	bool to_top = list->to_top && list->expected == 0;

	TRY(read_beginning(screen, ctx));
	if (!to_top && selected != 0 && list->ids.more &&
		id_list_find(&list->ids, selected) == (size_t)-1)
		TRY(read_ids(screen, ctx, 0, 0));
	if (to_top)
		cursor_go(&list->cursor, 0);
	else
		list_select(screen, selected);
	list->expected = 0;
	list->to_top = false;
	return ok();
}

/* What is shown is among the first: it stays as it is, unless others have changed the list
 * meanwhile. */
struct error list_read_rest(struct screen *screen, struct context *ctx)
{
	int64_t selected = list_selected(screen);

	if (screen->rest == NULL)
		return ok();
	screen->rest = NULL;
	TRY(read_ids(screen, ctx, 0, 0));
	list_select(screen, selected);
	return ok();
}

static bool is_wide(const struct list *list, int width)
{
	return width >= WIDE && list->source->record != NULL;
}

const struct field *list_field(const struct list_source *source, size_t column)
{
	const struct list_column *c = &source->columns[column];

	if (c->field == NULL)
		return NULL;
	const struct field *field =
		record_named(c->record != NULL ? c->record : source->over, c->field);
	assert(field != NULL);
	return field;
}

const char *list_title(const struct list_source *source, size_t column)
{
	const char *title = source->columns[column].title;
	const struct field *field = list_field(source, column);

	if (title == NULL && field->brief == NULL)
		return i18n_lookup("field", field->word);
	return i18n_lookup("column", title != NULL ? title : field->brief);
}

enum audience list_seen_by(const struct list_source *source, size_t column)
{
	const struct field *field = list_field(source, column);
	enum audience own = source->columns[column].seen_by;

	return own != SEEN_BY_EVERYBODY || field == NULL ? own : field->seen_by;
}

static enum align align_of(const struct list_source *source, size_t column)
{
	const struct field *field = list_field(source, column);

	return field != NULL && cell_is_number(field_cell_kind(field)) ?
		       ALIGN_RIGHT :
		       source->columns[column].align;
}

/* Each column gets its minimum; what does not fit is dropped from the right; the rest is shared. */
static void share_width(struct list *list, int width)
{
	const struct list_source *source = list->source;
	int used = MARK_WIDTH, weights = 0;
	size_t kept = 0;

	memset(list->widths, 0, sizeof(list->widths));
	for (size_t i = 0; i < source->n; i++) {
		const struct list_column *column = &source->columns[i];
		int least = utf8_columns(list_title(source, i));

		least = column->min > least ? column->min : least;
		if (used + least + (i > 0 ? GAP : 0) > width)
			break;
		list->widths[i] = least;
		used += least + (i > 0 ? GAP : 0);
		weights += column->weight;
		kept++;
	}
	int spare = width - used;
	for (size_t i = 0; i < kept && weights > 0; i++)
		list->widths[i] += spare * source->columns[i].weight / weights;
}

void list_layout(struct screen *screen, struct rect body)
{
	struct list *list = &list_screen_of(screen)->list;
	/* Without the heading, and without the line of a running search. */
	int left = body.h - LEAST_ROWS < 0 ? 0 : body.h - LEAST_ROWS;

	list->top = list->top_rows < left ? list->top_rows : left;
	list->bottom = list->bottom_rows < left - list->top ? list->bottom_rows : left - list->top;
	int height = body.h - list->top - list->bottom - (screen->typing ? 2 : 1);
	list->width = is_wide(list, body.w) ? LIST_WIDTH : body.w;
	cursor_fit(&list->cursor, list->cursor.count, (size_t)(height > 0 ? height : 0));
	forget_rows(list);
}

void list_seal(struct list_look *look, struct context *ctx, int64_t round_id, enum side side)
{
	look->sealed_by = sides_sealed(ctx, round_id) ? round_id : 0;
	look->side = side;
}

static void cover(struct context *ctx, const struct list_source *source, size_t column,
	const struct list_look *look, struct cell *cell)
{
	gate_cell(ctx, list_seen_by(source, column), look->side, look->sealed_by, cell);
	if (source->columns[column].covered && cell->kind == CELL_NULL)
		*cell = cell_shown(cell_null(), sides_cover());
}

struct error list_fill(struct screen *screen, const struct list_source *source, struct context *ctx,
	int64_t id, struct arena *arena, struct cell *cells, enum style *style)
{
	struct list_look look = { STYLE_PLAIN, 0, SIDE_SENDER };

	memset(cells, 0, LIST_COLUMNS_MAX * sizeof(*cells));
	TRY(source->row(screen, ctx, id, arena, cells, &look));
	for (size_t c = 0; c < source->n + source->asked; c++)
		cover(ctx, source, c, &look, &cells[c]);
	if (style != NULL)
		*style = look.style;
	return ok();
}

static struct error read_row(
	struct screen *screen, struct context *ctx, int64_t id, struct list_row *row)
{
	const struct list_source *source = list_screen_of(screen)->list.source;

	*row = (struct list_row){ .id = id };
	struct error e = list_fill(screen, source, ctx, id, &row->arena, row->cells, &row->style);
	if (e.code != E_OK) {
		arena_clear(&row->arena);
		return e;
	}
	for (size_t c = 0; c < source->n; c++)
		row->words[c] = cell_words(&row->arena, &row->cells[c], READ_SHOWN);
	return ok();
}

/* Of the `n` rows from `first` on the one of that place, which its owner then no longer has; false:
 * it is not there. */
static bool take_row(
	struct list_row *rows, size_t first, size_t n, size_t at, int64_t id, struct list_row *row)
{
	if (at < first || at - first >= n || rows[at - first].id != id)
		return false;
	*row = rows[at - first];
	rows[at - first] = (struct list_row){ 0 };
	return true;
}

/* Those that were seen before a list scrolled are not read again. */
static struct error fetch_rows(struct screen *screen, struct context *ctx)
{
	struct list *list = &list_screen_of(screen)->list;
	size_t top = list->cursor.top, n = list->cursor.height, first = list->first, had = list->n;
	struct list_row *rows = list->rows;
	struct error e = ok();

	if (top + n > list->ids.n)
		n = list->ids.n > top ? list->ids.n - top : 0;
	if (!list->rows_stale && had == n && first == top)
		return ok();
	list->rows = xmalloc(n * sizeof(*list->rows));
	list->first = top;
	list->n = 0;
	for (size_t i = 0; i < n && e.code == E_OK; i++) {
		int64_t id = list->ids.ids[top + i];

		if (list->rows_stale || !take_row(rows, first, had, top + i, id, &list->rows[i]))
			e = read_row(screen, ctx, id, &list->rows[i]);
		list->n += e.code == E_OK ? 1 : 0;
	}
	list->rows_stale = e.code != E_OK;
	free_rows(rows, had);
	return e;
}

static struct error fetch_page(struct screen *screen, struct context *ctx)
{
	struct list *list = &list_screen_of(screen)->list;
	int64_t id = list_selected(screen);

	if (!is_wide(list, screen->body.w) || id == 0)
		return ok();
	if (!list->page_stale && list->page_id == id)
		return ok();
	if (list->page_id != id)
		list->page.scroll = 0;
	page_clear(&list->page);
	list->page_id = id;
	list->page_stale = false;
	struct arena arena = { 0 };
	struct error e = list->source->record(screen, ctx, &arena, id, &list->page);
	arena_clear(&arena);
	return e;
}

struct error list_prepare(struct screen *screen, struct context *ctx)
{
	struct list *list = &list_screen_of(screen)->list;

	share_width(list, list->width - 1); /* in the language of now */
	TRY(fetch_rows(screen, ctx));
	return fetch_page(screen, ctx);
}

int list_column_x(const struct list *list, size_t column)
{
	int x = MARK_WIDTH;

	for (size_t i = 0; i < column; i++)
		x += list->widths[i] + GAP;
	return x;
}

static void paint_heading(const struct list *list, const struct canvas *canvas)
{
	int x = MARK_WIDTH;

	for (size_t i = 0; i < list->source->n && list->widths[i] > 0; i++) {
		const struct list_column *column = &list->source->columns[i];
		const char *title = list_title(list->source, i);
		char text[80];
		bool sorted = column->sort == list->sort && column->sort >= 0;

		snprintf(text, sizeof(text), "%s%s", title,
			sorted ? term_glyph(list->descending ? GLYPH_UP : GLYPH_DOWN) : "");
		if (utf8_columns(text) > list->widths[i])
			snprintf(text, sizeof(text), "%s", title);
		canvas_text(canvas, 0, x, list->widths[i], STYLE_LABEL, align_of(list->source, i),
			text);
		x += list->widths[i] + GAP;
	}
}

static bool is_marked(const struct screen *screen, int64_t id)
{
	return id_list_find(&screen->marks, id) != (size_t)-1;
}

/* Up to the end of the last column. */
static int used_width(const struct list *list)
{
	size_t n = 0;

	while (n < list->source->n && list->widths[n] > 0)
		n++;
	return n == 0 ? 0 : list_column_x(list, n) - GAP;
}

static void paint_row(const struct list *list, const struct canvas *canvas, int y,
	const struct list_row *row, bool marked)
{
	bool selected = list->first + (size_t)(row - list->rows) == list->cursor.selected;
	enum style style = row->style;
	int x = MARK_WIDTH;

	if (selected)
		style = row->style == STYLE_ALERT ? STYLE_SELECTED_ALERT : STYLE_SELECTED;
	if (selected)
		canvas_fill(canvas, y, 0, 1, canvas->area.w, style);
	else if (style != STYLE_PLAIN) /* gaps and all: a terminal is told of it once a row */
		canvas_fill(canvas, y, x, 1, used_width(list) - x, style);
	canvas_put(canvas, y, 0, style, selected ? term_glyph(GLYPH_MARK) : "");
	canvas_put(canvas, y, 1, style, marked ? term_glyph(GLYPH_DONE) : "");
	for (size_t i = 0; i < list->source->n && list->widths[i] > 0; i++) {
		canvas_text(canvas, y, x, list->widths[i], style, align_of(list->source, i),
			row->words[i]);
		x += list->widths[i] + GAP;
	}
}

static void paint_empty(const struct list *list, const struct canvas *canvas)
{
	const char *text = list->source->empty == NULL ? "" : _(list->source->empty);
	struct arena arena = { 0 };

	for (int y = 2; text != NULL && *text != '\0'; y++) {
		const char *next;
		size_t n = text_wrap(text, canvas->area.w - 4, &next);

		canvas_put(canvas, y, 2, STYLE_PLAIN, arena_bytes(&arena, text, n));
		text = next;
	}
	arena_clear(&arena);
}

static void paint_search(const struct list *list, const struct canvas *body)
{
	struct canvas line = canvas_part(body, body->area.h - 1, 0, 1, body->area.w);
	char found[80];

	canvas_fill(&line, 0, 0, 1, line.area.w, STYLE_PLAIN);
	int x = canvas_put(&line, 0, 1, STYLE_HEADING, "/");
	struct canvas field = canvas_part(&line, 0, x + 2, 1, 40);
	edit_paint(&list->words, &field, true);
	/* TRANSLATORS: how many rows match what is being typed. */
	snprintf(found, sizeof(found),
		ngettext("%lu match", "%lu matches", (unsigned long)list->found.n),
		(unsigned long)list->found.n);
	canvas_put(&line, 0, x + 44, STYLE_QUIET, found);
}

void list_paint(const struct screen *screen, const struct canvas *body)
{
	const struct list *list = &list_screen_of(screen)->list;
	struct canvas canvas = canvas_part(
		body, list->top, 0, body->area.h - list->top - list->bottom, list->width);

	if (list->top < list->top_rows)
		canvas_fill(&canvas, 0, 0, canvas.area.h, canvas.area.w, STYLE_PLAIN);
	paint_heading(list, &canvas);
	for (size_t i = 0; i < list->n; i++)
		paint_row(list, &canvas, (int)i + 1, &list->rows[i],
			is_marked(screen, list->rows[i].id));
	if (list->ids.n == 0)
		paint_empty(list, &canvas);
	if (is_wide(list, body->area.w) && list->ids.n > 0) {
		struct canvas beside = canvas_part(body, list->top, list->width + 2, canvas.area.h,
			body->area.w - list->width - 3);

		for (int y = 0; y < canvas.area.h; y++)
			canvas_put(body, list->top + y, list->width, STYLE_FAINT,
				term_glyph(GLYPH_VERTICAL));
		page_paint(&list->page, &beside);
	}
	if (screen->typing)
		paint_search(list, body);
}

void list_describe(const struct screen *screen, char *out, size_t size)
{
	const struct list *list = &list_screen_of(screen)->list;
	size_t at = list->ids.n == 0 ? 0 : list->cursor.selected + 1;

	int used = snprintf(out, size, "%zu/%zu", at, list->cursor.count);
	if (screen->marks.n > 0)
		used += snprintf(out + used, size - (size_t)used, " · ");
	if (screen->marks.n > 0)
		snprintf(out + used, size - (size_t)used,
			/* TRANSLATORS: rows of a list that are marked; in the status line. */
			ngettext("%lu marked", "%lu marked", (unsigned long)screen->marks.n),
			(unsigned long)screen->marks.n);
}

bool list_key(struct ui *ui, struct screen *screen, int key)
{
	struct list *list = &list_screen_of(screen)->list;

	if (screen->typing)
		return list_search_key(ui, screen, key);
	if (key == K_ESC && screen->marks.n > 0) {
		id_list_clear(&screen->marks);
		return true;
	}
	if (!cursor_key(&list->cursor, key))
		return false;
	if (list->cursor.top + list->cursor.height > list->ids.n)
		ui_complain(ui, list_read_rest(screen, ui->ctx));
	return true;
}

/* Where there is no record to open: every cell of the row, whole. */
static void tell_row(struct ui *ui, struct list *list)
{
	const struct list_row *row = &list->rows[list->cursor.selected - list->first];
	struct buffer text = { 0 };

	buffer_text(&text, "");
	for (size_t i = 0; i < list->source->n; i++)
		if (*row->words[i] != '\0')
			buffer_printf(&text, "%s%s: %s", text.length > 0 ? "\n" : "",
				list_title(list->source, i), row->words[i]);
	ui_tell(ui, _("The whole row"), text.text);
	buffer_clear(&text);
}

/* What is pushed by it is of the row. */
static void open_selected(struct ui *ui, struct screen *screen)
{
	size_t depth = ui->depth;

	list_screen_of(screen)->list.source->open(ui, screen, list_selected(screen));
	if (ui->depth > depth)
		ui->stack[depth]->from = screen;
}

/* The list may have changed below the page: its row may be elsewhere, or gone. */
static struct error find_neighbour(struct ui *ui, struct screen *screen, int step, size_t *at)
{
	struct list *list = &list_screen_of(screen)->list;
	int64_t id = list_selected(screen);

	if (screen->stale)
		TRY(screen->ops->load(screen, ui->ctx));
	screen->stale = false;
	TRY(list_read_rest(screen, ui->ctx));
	bool gone = list_selected(screen) != id;
	*at = list->cursor.selected + (step < 0 ? (size_t)-1 : gone ? 0 : 1);
	return ok();
}

/* False at the end of the list, or where it cannot be read, which it says. */
static bool open_neighbour(struct ui *ui, struct screen *screen, int step)
{
	struct list *list = &list_screen_of(screen)->list;
	size_t at = 0;
	struct error e = find_neighbour(ui, screen, step, &at);

	if (e.code != E_OK) {
		ui_complain(ui, e);
		return false;
	}
	if (at >= list->ids.n) {
		ui_say(ui, "%s",
			step < 0 ? _("This is the first in the list.") :
				   _("This is the last in the list."));
		return false;
	}
	cursor_go(&list->cursor, at);
	open_selected(ui, screen);
	return true;
}

const char *list_no_neighbour(const struct screen *screen, const struct context *ctx)
{
	(void)ctx;
	return screen->from == NULL ?
		       N_("There is no list here whose next record could be opened.") :
		       NULL;
}

/* A row that opens a form instead has left nothing to go to. */
static void go_beside(struct ui *ui, struct screen *screen, int step)
{
	size_t depth = ui->depth;

	if (open_neighbour(ui, screen->from, step) && ui->depth > depth)
		screen_close(screen);
}

void list_on_next(struct ui *ui, struct screen *screen)
{
	go_beside(ui, screen, 1);
}

void list_on_before(struct ui *ui, struct screen *screen)
{
	go_beside(ui, screen, -1);
}

static void on_open(struct ui *ui, struct screen *screen)
{
	struct list *list = &list_screen_of(screen)->list;

	if (list->source->open != NULL)
		open_selected(ui, screen);
	else if (list->cursor.selected - list->first < list->n)
		tell_row(ui, list);
}

static void on_sort(struct ui *ui, struct screen *screen)
{
	struct list *list = &list_screen_of(screen)->list;
	const char *options[LIST_COLUMNS_MAX];
	int sorts[LIST_COLUMNS_MAX], n = 0, current = -1;

	for (size_t i = 0; i < list->source->n; i++) {
		if (list->source->columns[i].sort < 0)
			continue;
		if (list->source->columns[i].sort == list->sort)
			current = n;
		sorts[n] = list->source->columns[i].sort;
		options[n++] = list_title(list->source, i);
	}
	int chosen = ui_choose(
		ui, _("Sort by (the same again: the other way round)"), options, n, current);
	if (chosen < 0)
		return;
	list->descending = chosen == current && !list->descending;
	list->sort = sorts[chosen];
	list->to_top = list->cursor.selected == 0;
	screen->stale = true;
}

static const char *cannot_sort(const struct screen *screen, const struct context *ctx)
{
	const struct list *list = &list_screen_of(screen)->list;

	(void)ctx;
	for (size_t i = 0; i < list->source->n; i++)
		if (list->source->columns[i].sort >= 0)
			return NULL;
	return N_("This list has one order only.");
}

static void on_export(struct ui *ui, struct screen *screen)
{
	export_list(ui, screen);
}

/* By id: marks stay where they are when the list is sorted or filtered anew. */
static void on_mark(struct ui *ui, struct screen *screen)
{
	int64_t id = list_selected(screen);
	size_t at = id_list_find(&screen->marks, id);

	if (at == (size_t)-1)
		id_list_add(&screen->marks, id);
	else
		screen->marks.ids[at] = screen->marks.ids[--screen->marks.n];
	list_key(ui, screen, K_DOWN);
}

/* clang-format off */
#define LIST_ROWS \
	{ .keys = { K_ENTER }, \
		.action = ACT_COUNT, \
		.label = NC_("command", "open"), \
		.help = N_("Open the selected row"), \
		.blocked = needs_record, \
		.run = on_open }, \
	{ .keys = { '/' }, \
		.action = ACT_COUNT, \
		.label = NC_("command", "search"), \
		.help = N_("Search in this list while typing; arrows go to the next match"), \
		.blocked = needs_record, \
		.run = list_search }, \
	{ .keys = { K_SORT }, \
		.action = ACT_COUNT, \
		.label = NC_("command", "sort"), \
		.help = N_("Sort the list"), \
		.blocked = cannot_sort, \
		.run = on_sort }, \
	{ .keys = { K_EXPORT }, \
		.action = ACT_EXPORT, \
		.label = NC_("command", "export"), \
		.help = N_("Export the list as CSV for a spreadsheet"), \
		.blocked = needs_record, \
		.run = on_export }, \
	{ .keys = { K_RIGHT }, \
		.action = ACT_COUNT, \
		.label = NC_("command", "next record"), \
		.help = N_("The next record in the list that this one was opened from"), \
		.blocked = list_no_neighbour, \
		.run = list_on_next, \
		.quiet = true }, \
	{ .keys = { K_LEFT }, \
		.action = ACT_COUNT, \
		.label = NC_("command", "record before"), \
		.help = N_("The record before this one in that list"), \
		.blocked = list_no_neighbour, \
		.run = list_on_before, \
		.quiet = true }
/* clang-format on */

static const struct command rows[] = { LIST_ROWS };
const struct commands list_commands = { rows, LEN(rows) };

static const struct command marking_rows[] = {
	LIST_ROWS,
	{ .keys = { ' ' },
		.action = ACT_COUNT,
		.label = NC_("command", "mark"),
		.help = N_(
			"Mark rows: what can be done to several is then done to all that are marked; "
			"Esc takes the marks away"),
		.blocked = needs_record,
		.run = on_mark },
};
const struct commands marking_commands = { marking_rows, LEN(marking_rows) };
