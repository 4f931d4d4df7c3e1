/* SPDX-License-Identifier: MIT
 * Searching in a list while typing. */
#include <stdlib.h>
#include <string.h>

#include "db/base/utf8.h"
#include "src/base/i18n.h"
#include "ui/toolkit/list.h"

enum { SCAN_MAX = 5000 };

static struct list_screen *list_screen_of(const struct screen *screen)
{
	return (struct list_screen *)screen;
}

static int compare_ids(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

/* As the full text index gives them. */
static bool is_sorted(const struct id_list *ids)
{
	for (size_t i = 1; i < ids->n; i++)
		if (ids->ids[i - 1] > ids->ids[i])
			return false;
	return true;
}

static bool is_found(const struct list *list, size_t index)
{
	return list->found.n > 0 && bsearch(&list->ids.ids[index], list->found.ids, list->found.n,
					    sizeof(int64_t), compare_ids) != NULL;
}

/* Short lists without an index of their own are searched by what they show. */
static struct error scan_rows(struct screen *screen, struct context *ctx, const char *words)
{
	struct list *list = &list_screen_of(screen)->list;
	struct arena arena = { 0 };
	const char *wanted = utf8_fold(&arena, words);
	struct arena row = { 0 };
	struct error e = ok();

	for (size_t i = 0; e.code == E_OK && i < list->ids.n && i < SCAN_MAX; i++) {
		struct cell cells[LIST_COLUMNS_MAX];
		bool match = false;

		e = list_fill(screen, list->source, ctx, list->ids.ids[i], &row, cells, NULL);
		for (size_t c = 0; e.code == E_OK && c < list->source->n; c++)
			match = match ||
				strstr(utf8_fold(&row, cell_words(&row, &cells[c], READ_SHOWN)),
					wanted) != NULL;
		if (match)
			id_list_add(&list->found, list->ids.ids[i]);
		arena_clear(&row);
	}
	arena_clear(&arena);
	return e;
}

static void find_matches(struct ui *ui, struct screen *screen)
{
	struct list *list = &list_screen_of(screen)->list;
	const char *words = edit_text(&list->words);
	struct error e = ok();

	list->found.n = 0;
	if (*words != '\0')
		e = list->source->search != NULL ?
			    list->source->search(screen, ui->ctx, words, &list->found) :
			    scan_rows(screen, ui->ctx, words);
	if (!is_sorted(&list->found))
		qsort(list->found.ids, list->found.n, sizeof(int64_t), compare_ids);
	/* What is in this list counts. */
	size_t first = 0;
	while (first < list->ids.n && !is_found(list, first))
		first++;
	if (first == list->ids.n)
		list->found.n = 0;
	ui_complain(ui, e);
}

static void go_to_match(struct list *list, size_t from, int step)
{
	for (size_t tried = 0; tried < list->ids.n; tried++) {
		size_t at = (from + list->ids.n + (step < 0 ? list->ids.n - tried : tried)) %
			    list->ids.n;

		if (is_found(list, at)) {
			cursor_go(&list->cursor, at);
			return;
		}
	}
}

/* A word to search by is nothing that could be saved: Esc lets it go unasked. */
static void end_search(struct screen *screen, bool keep)
{
	struct list *list = &list_screen_of(screen)->list;

	screen->typing = false;
	screen->hints = NULL;
	list_layout(screen, screen->body);
	if (!keep)
		cursor_go(&list->cursor, list->origin);
	list->found.n = 0;
}

bool list_search_key(struct ui *ui, struct screen *screen, int key)
{
	struct list *list = &list_screen_of(screen)->list;

	if (key == K_ESC || key == K_ENTER) {
		end_search(screen, key == K_ENTER);
	} else if (key == K_DOWN || key == K_TAB) {
		go_to_match(list, list->cursor.selected + 1, 1);
	} else if (key == K_UP || key == K_BACKTAB) {
		go_to_match(list, list->cursor.selected + list->ids.n - 1, -1);
	} else if (edit_key(&list->words, key, 40)) {
		find_matches(ui, screen);
		go_to_match(list, list->origin, 1);
	}
	return true;
}

static const struct command search_keys[] = {
	{ .keys = { K_DOWN }, .action = ACT_COUNT, .label = NC_("command", "next match") },
	{ .keys = { K_ENTER }, .action = ACT_COUNT, .label = NC_("command", "stay here") },
	{ .keys = { K_ESC }, .action = ACT_COUNT, .label = NC_("command", "back") },
};
static const struct commands search_hints = { search_keys, LEN(search_keys) };

void list_search(struct ui *ui, struct screen *screen)
{
	struct list *list = &list_screen_of(screen)->list;

	ui_complain(ui, list_read_rest(screen, ui->ctx));
	list->origin = list->cursor.selected;
	list->found.n = 0;
	edit_set(&list->words, "");
	screen->typing = true;
	screen->hints = &search_hints;
	list_layout(screen, screen->body);
}
