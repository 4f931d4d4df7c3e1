/* SPDX-License-Identifier: MIT */
#include "src/intake/sheet_declaration.h"

#include <string.h>

#include "db/base/utf8.h"
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/ground/sides.h"

static const char *cell_of(struct arena *arena, const struct csv_row *row, size_t c)
{
	if (c >= row->n || utf8_check(row->cells[c].text, row->cells[c].n) != TEXT_GOOD)
		return "";
	return utf8_clean(arena, row->cells[c].text, TEXT_LINE);
}

/* What was written behind the label, into one cell or several. */
static const char *rest_of(struct arena *arena, const struct csv_row *row)
{
	struct buffer text = { 0 };

	buffer_text(&text, "");
	for (size_t c = 1; c < row->n; c++) {
		const char *cell = cell_of(arena, row, c);

		if (*cell != '\0')
			buffer_printf(&text, "%s%s", text.length > 0 ? ", " : "", cell);
	}
	const char *copy = arena_text(arena, text.text);
	buffer_clear(&text);
	return copy;
}

/* A day that a spreadsheet program has made of what was typed; whatever else stays. */
static const char *as_people_write(struct arena *arena, const char *text)
{
	char iso[40] = "", words[60];
	int64_t day;

	if (day_parse(text, &day).code == E_OK)
		day_iso(day, iso, sizeof(iso));
	if (strcmp(text, iso) != 0 || *text == '\0')
		return text;
	text_day(day, words, sizeof(words));
	return arena_text(arena, words);
}

void sheet_read(struct arena *arena, const struct table *table, struct sheet_declaration *sheet)
{
	*sheet = (struct sheet_declaration){
		.key = "", .juror = "", .answer = "", .date = "", .signature = ""
	};
	for (size_t r = 0; r < table->above_count; r++) {
		const struct csv_row *row = &table->above[r];
		const char *third = cell_of(arena, row, 2);

		switch (sheet_label_of(arena, cell_of(arena, row, 0))) {
		case SHEET_TITLE:
			sheet->key = third;
			break;
		case SHEET_JUROR:
			sheet->juror = *third != '\0' ? third : cell_of(arena, row, 1);
			sheet->is_sheet = true;
			break;
		case SHEET_CONFLICTS:
			sheet->answer = rest_of(arena, row);
			sheet->line = row->line;
			break;
		case SHEET_DATE:
			sheet->date = as_people_write(arena, rest_of(arena, row));
			break;
		case SHEET_SIGNATURE:
			sheet->signature = rest_of(arena, row);
			break;
		case SHEET_LABELS:
			break;
		}
	}
}

bool sheet_is_blank(const struct sheet_declaration *sheet)
{
	return *sheet->answer == '\0' && *sheet->date == '\0' && *sheet->signature == '\0';
}

static bool says_none(struct arena *arena, const char *answer)
{
	static const char *const words[] = { "none", "no", "no conflicts", "ei", "ei ole",
		"ei sidoksia", "ei sidonnaisuuksia", "ei esteellisyyksiä", "ei ole sidonnaisuuksia",
		"inga", "nej", "inga jäv", "inget", "ingen", "inga bindningar" };
	const char *folded = utf8_fold(arena, answer);

	for (size_t i = 0; i < LEN(words); i++)
		if (strcmp(folded, utf8_fold(arena, words[i])) == 0)
			return true;
	return false;
}

/* "P-003=4", "P-003 4", "P-003 (4)" */
static const char *understand_one(struct context *ctx, struct arena *arena, int64_t round_id,
	bool by_code, const char *text, struct declared_conflict *out)
{
	size_t n = strcspn(text, " =:(");
	size_t gap = strspn(text + n, " =:(");
	const char *ground = text + n + gap;
	const char *code = arena_bytes(arena, text, n);
	int64_t submission;
	struct error e = by_code ? item_find_judged(ctx, round_id, code, &submission) :
				   item_find_sender(ctx, round_id, code, &submission);

	if (e.code != E_OK)
		return N_("The declaration names a code that is not in this round.");
	*out = (struct declared_conflict){ .submission_id = submission, .reason = "" };
	if (*ground < '1' || *ground > '7' || ground[1 + strspn(ground + 1, " ).")] != '\0')
		return N_("The declaration lacks the number of a ground, 1 to 7: write it after "
			  "the code, "
			  "such as P-003=4.");
	out->ground = *ground - '0';
	return NULL;
}

static const char *understand_answer(struct context *ctx, struct arena *arena, int64_t round_id,
	bool by_code, struct sheet_declaration *sheet)
{
	char *rest = arena_text(arena, sheet->answer);

	if (says_none(arena, sheet->answer))
		return NULL;
	sheet->conflicts = arena_alloc(arena, (strlen(rest) + 1) * sizeof(*sheet->conflicts));
	for (char *part; (part = strsep(&rest, ",;")) != NULL;) {
		const char *text = utf8_clean(arena, part, TEXT_LINE);

		if (*text == '\0')
			continue;
		const char *fault = understand_one(
			ctx, arena, round_id, by_code, text, &sheet->conflicts[sheet->n]);
		if (fault != NULL)
			return fault;
		sheet->n++;
	}
	return NULL;
}

const char *sheet_understand(struct context *ctx, struct arena *arena, int64_t round_id,
	bool by_code, struct sheet_declaration *sheet)
{
	if (*sheet->answer == '\0')
		return N_("The declaration on the sheet does not say whether there are conflicts: "
			  "write "
			  "\"none\", or the codes with the numbers of their grounds, such as "
			  "P-003=4.");
	if (*sheet->date == '\0')
		return N_("The declaration on the sheet has no date.");
	if (*sheet->signature == '\0')
		return N_("The declaration on the sheet has no signature: the juror's name in its "
			  "cell.");
	return understand_answer(ctx, arena, round_id, by_code, sheet);
}
