/* SPDX-License-Identifier: MIT
 * What a person says of the rows of a file before it is saved: a cell put right, an answer to what
 * is asked. Both outlast a new judgement; what came stays known. */
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/intake/import.h"

static struct row_said *said_of(struct import *import, size_t index)
{
	struct row_said *said = (struct row_said *)import_said(import, index);

	if (said != NULL)
		return said;
	import->said = xrealloc(import->said, (import->said_count + 1) * sizeof(*import->said));
	said = &import->said[import->said_count++];
	*said = (struct row_said){ .index = index };
	return said;
}

static struct error refuse_waiting(const struct sifted_row *row)
{
	if (row->waits)
		return rule(N_("This row waits already from an earlier import of the same: decide "
			       "on it there."));
	return ok();
}

/* The first time: what came, and why it did not do. */
static void keep_what_came(
	struct import *import, struct row_said *said, const struct sifted_row *row)
{
	const struct csv_row *in = &import->table.rows[said->index];
	struct csv_cell *cells;

	if (said->came != NULL)
		return;
	cells = arena_alloc(&import->table.arena, (in->n + 1) * sizeof(*cells));
	memcpy(cells, in->cells, in->n * sizeof(*cells));
	said->came = cells;
	said->verdict = row->verdict;
	said->reason = row->reason;
	said->field = row->field;
	said->candidate = row->candidate;
}

struct error import_amend(
	struct context *ctx, struct import *import, size_t index, size_t column, const char *text)
{
	const struct sifted_row *row = &import->rows[index];
	struct csv_row *in = &import->table.rows[index];

	TRY(refuse_waiting(row));
	if (column == 0 || column > in->n)
		return rule(N_("This row is wrong as a whole: correct the file."));
	struct row_said *said = said_of(import, index);
	keep_what_came(import, said, row);
	said->answer = ANSWER_NONE;
	const char *kept = arena_text(&import->table.arena, text);
	in->cells[column - 1] = (struct csv_cell){ .text = kept, .n = strlen(kept) };
	return import_judge(ctx, import);
}

bool import_asks_version(const struct sifted_row *row)
{
	static const char *const reasons[] = { "probable_duplicate", "new_version", "team_version",
		"other_members", "source_version" };

	for (size_t i = 0; i < LEN(reasons); i++)
		if (row->verdict == ROW_HELD && strcmp(row->reason, reasons[i]) == 0)
			return true;
	return false;
}

struct error import_answer(struct import *import, size_t index, enum row_answer answer)
{
	struct sifted_row *row = &import->rows[index];
	bool asked = import_asks_version(row) || strcmp(row->reason, "members") == 0;
	bool settled = row->answer != ANSWER_NONE;

	TRY(refuse_waiting(row));
	if (row->verdict != ROW_REFUSED && row->verdict != ROW_HELD)
		return rule(N_("Nothing is asked of this row."));
	if (!asked && (answer == ANSWER_NEW || answer == ANSWER_REPLACE))
		return rule(N_("This row can be put right or skipped."));
	said_of(import, index)->answer = answer;
	row->answer = answer;
	if (settled != (answer != ANSWER_NONE))
		settled ? import->settled-- : import->settled++;
	return ok();
}
