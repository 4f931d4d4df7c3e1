/* SPDX-License-Identifier: MIT
 * A file that is wrong throughout is told in a few lines: of many rows with the same fault the
 * first are named. */
#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/intake/import.h"

enum { ALIKE_MAX = 20, NAMED = 5, GROUPS_MAX = 64 };

struct group {
	const struct sifted_row *first;
	size_t n;
	long rows[NAMED];
};

struct groups {
	struct group rows[GROUPS_MAX];
	size_t n;
};

bool import_row_is_good(const struct sifted_row *row)
{
	return row->verdict == ROW_ADD && !row->submission.late;
}

/* The reason and the field are words of the program, whose addresses differ by where they were
 * given. */
static bool is_alike(const struct sifted_row *a, const struct sifted_row *b)
{
	return a->verdict == b->verdict && a->submission.late == b->submission.late &&
	       a->column == b->column && strcmp(a->reason, b->reason) == 0 &&
	       strcmp(a->field, b->field) == 0;
}

/* NULL: there are more kinds of faults than anybody groups. */
static struct group *group_of(struct groups *groups, const struct sifted_row *row)
{
	for (size_t i = 0; i < groups->n; i++)
		if (is_alike(groups->rows[i].first, row))
			return &groups->rows[i];
	if (groups->n == GROUPS_MAX)
		return NULL;
	groups->rows[groups->n] = (struct group){ .first = row };
	return &groups->rows[groups->n++];
}

static void count(struct groups *groups, const struct import *import)
{
	for (size_t i = 0; i < import->n; i++) {
		const struct sifted_row *row = &import->rows[i];
		struct group *group = import_row_is_good(row) ? NULL : group_of(groups, row);

		if (group == NULL)
			continue;
		if (group->n < NAMED)
			group->rows[group->n] = row->row;
		group->n++;
	}
}

static const char *named(struct arena *arena, const struct group *group)
{
	const char *rows = "";

	for (size_t i = 0; i < NAMED; i++)
		rows = arena_printf(arena, "%s%s%ld", rows, i > 0 ? ", " : "", group->rows[i]);
	return rows;
}

static const char *group_text(struct arena *arena, const struct group *group)
{
	const char *rows = named(arena, group);
	const bool late = group->first->verdict == ROW_ADD;
	const char *verdict = text_word(
		WORDS_IMPORT_VERDICT, late ? "late" : import_verdict_code(group->first->verdict));
	const char *reason = late ? _("came after the deadline") :
				    text_word(WORDS_IMPORT_REASON, group->first->reason);

	if (group->first->column == 0)
		/* TRANSLATORS: how many rows; what becomes of them ("to be corrected"); why; the
		 * numbers of the first of them, "2, 3, 4, 5, 6". */
		return arena_printf(arena, _("%zu rows: %s: %s; the first are rows %s"), group->n,
			verdict, reason, rows);
	/* TRANSLATORS: how many rows; the number of a column and the name of its field; what
	 * becomes of them ("to be corrected"); why; the numbers of the first of them, "2, 3, 4, 5,
	 * 6". */
	return arena_printf(arena, _("%zu rows, column %zu (%s): %s: %s; the first are rows %s"),
		group->n, group->first->column, text_word(WORDS_FIELD, group->first->field),
		verdict, reason, rows);
}

size_t import_report(struct context *ctx, struct arena *arena, const struct import *import,
	void (*say)(void *arg, const char *line), void *arg)
{
	struct groups *groups = arena_alloc(arena, sizeof(*groups));
	size_t together = 0;

	count(groups, import);
	for (size_t i = 0; i < import->n; i++) {
		const struct sifted_row *row = &import->rows[i];
		struct group *group = import_row_is_good(row) ? NULL : group_of(groups, row);

		if (import_row_is_good(row))
			continue;
		if (group == NULL || group->n <= ALIKE_MAX) {
			say(arg, import_row_text(ctx, arena, import, row));
		} else if (group->first == row) {
			say(arg, group_text(arena, group));
			together += group->n;
		}
	}
	return together;
}
