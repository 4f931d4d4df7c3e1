/* SPDX-License-Identifier: MIT
 * The comparison in a decision: the criteria with their weights, and everything that was compared
 * with its points. */
#include <stdio.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/documents/decision_paper.h"

enum { FIRST_COLUMNS = 3 /* rank, code, entrant */ };

static const char *points_text(const struct paper *paper, struct ratio points)
{
	char text[40];

	if (points.den == 0)
		return "–";
	text_ratio(points, 2, text, sizeof(text));
	return arena_text(paper->arena, text);
}

static void put_criteria(const struct paper *paper)
{
	const struct criteria *criteria = &paper->standing.criteria;
	struct fact *facts = arena_alloc(paper->arena, (criteria->n + 1) * sizeof(*facts));
	int64_t sum = 0;

	for (size_t i = 0; i < criteria->n; i++)
		sum += criteria->rows[i].weight;
	for (size_t i = 0; i < criteria->n; i++) {
		char share[40];

		text_ratio((struct ratio){ criteria->rows[i].weight * 100, sum }, 0, share,
			sizeof(share));
		facts[i] = (struct fact){ .label = criterion_name(&criteria->rows[i]),
			.value = arena_printf(paper->arena, "%s\302\240%%", share) };
	}
	document_facts(paper->page, facts, criteria->n);
}

static void put_row(const struct paper *paper, const struct standing_row *row,
	const struct decision_item *item, const char **cells)
{
	const struct ranked *ranked = &row->ranked;

	cells[0] =
		ranked->enough ? arena_printf(paper->arena, "%lld", (long long)ranked->rank) : "–";
	cells[1] = item->code;
	cells[2] = paper_entrant(paper, item);
	for (size_t c = 0; c < paper->points.criteria; c++)
		cells[FIRST_COLUMNS + c] =
			!paper->points.judged || !ranked->enough ?
				"–" :
				points_text(paper, points_of(&paper->points, row, c));
	cells[FIRST_COLUMNS + paper->points.criteria] = points_text(paper, ranked->score);
}

void paper_comparison(const struct paper *paper)
{
	size_t n = FIRST_COLUMNS + paper->points.criteria + 1, rows = 0;
	struct table_column *columns = arena_alloc(paper->arena, n * sizeof(*columns));
	const char **cells =
		arena_alloc(paper->arena, (paper->standing.n + 1) * n * sizeof(*cells));

	document_heading(paper->page, C_("document", "Evaluation"));
	put_criteria(paper);
	columns[0] = (struct table_column){ C_("column", "Rank"), true };
	columns[1] = (struct table_column){ C_("column", "Code"), false };
	columns[2] = (struct table_column){ C_("document", "Entrant"), false };
	for (size_t c = 0; c < paper->points.criteria; c++)
		columns[FIRST_COLUMNS + c] =
			(struct table_column){ criterion_name(&paper->standing.criteria.rows[c]),
				true };
	columns[n - 1] = (struct table_column){ C_("document", "In all"), true };
	for (size_t i = 0; i < paper->standing.n; i++) {
		const struct standing_row *row = &paper->standing.rows[i];
		const struct decision_item *item = decision_item_of(&paper->items, row->item.id);

		if (item != NULL && item->id != 0)
			put_row(paper, row, item, &cells[rows++ * n]);
	}
	document_add(paper->page, &(struct block){ .kind = BLOCK_TABLE,
					  .columns = columns,
					  .n = n,
					  .cells = cells,
					  .row_count = rows,
					  .text = C_("document", "Everything that was compared") });
}
