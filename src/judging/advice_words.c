/* SPDX-License-Identifier: MIT
 * How far jurors agree, in words; and what is said of all advice. */
#include "src/judging/advice_words.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/judging/columns.h"

static const struct {
	const char *key, *name, *meaning;
} figures[AGREEMENT_ROWS] = {
	{ "alpha_interval", N_("Krippendorff's alpha, interval"),
		N_("1: all give the same scores; 0: no nearer than by chance") },
	{ "alpha_ordinal", N_("Krippendorff's alpha, ordinal"),
		N_("the same of the order of all scores instead of their size") },
	{ "icc_2_1", "ICC(2,1)", N_("how far any one juror could stand for the jury") },
	{ "icc_2_k", "ICC(2,k)",
		N_("how far the mean would come out again with as many other jurors") },
	{ "kendall_w", N_("Kendall's W"),
		N_("1: all put them in the same order; 0: the orders have nothing in common") },
};

void agreement_rows(const struct agreement *agreement, struct agreement_row *rows)
{
	const struct figure *values[AGREEMENT_ROWS] = { &agreement->alpha_interval,
		&agreement->alpha_ordinal, &agreement->icc_2_1, &agreement->icc_2_k,
		&agreement->kendall_w };

	for (size_t i = 0; i < AGREEMENT_ROWS; i++)
		rows[i] = (struct agreement_row){ figures[i].key, *values[i] };
}

static size_t index_of(const char *key)
{
	size_t i = 0;

	while (i + 1 < AGREEMENT_ROWS && strcmp(figures[i].key, key) != 0)
		i++;
	return i;
}

const char *agreement_name(const char *key)
{
	return _(figures[index_of(key)].name);
}

const char *agreement_meaning(const char *key)
{
	return _(figures[index_of(key)].meaning);
}

/* Rounded to that many decimals, in the language's way. */
static void decimal(double value, int decimals, const char *sign, char *out, size_t size)
{
	double unit = pow(10, decimals);
	long long number = llround(fabs(value) * unit);
	char text[40];

	text_ratio((struct ratio){ number, (int64_t)unit }, decimals, text, sizeof(text));
	/* TRANSLATORS: a number below zero. */
	snprintf(out, size, "%s%s", value < 0 && number > 0 ? C_("number", "−") : sign, text);
}

void agreement_value(const struct figure *figure, char *out, size_t size)
{
	if (figure->defined)
		decimal(figure->value, 4, "", out, size);
	else
		snprintf(out, size, "%s", C_("figure", "not defined"));
}

void advice_points(double points, bool with_sign, char *out, size_t size)
{
	decimal(points, 2, with_sign && points > 0 ? "+" : "", out, size);
}

const char *advice_page_end(struct arena *arena)
{
	struct buffer text = { 0 };

	column_paragraph(&text,
		_("For the office's own use: no part of the result. Nothing of it goes into minutes, "
		  "statement or decision; only the jury could decide that, on record."));
	const char *end = arena_text(arena, text.text);
	buffer_clear(&text);
	return end;
}

enum { NAME = 32, VALUE = 14, COUNT = 13 };

static void add_row(const struct agreement_row *row, struct buffer *out)
{
	char text[40];

	agreement_value(&row->figure, text, sizeof(text));
	buffer_text(out, "  ");
	column_text(out, agreement_name(row->key), NAME, false);
	column_text(out, text, VALUE, true);
	snprintf(text, sizeof(text), "%zu", row->figure.items);
	column_text(out, text, COUNT, true);
	snprintf(text, sizeof(text), "%zu", row->figure.jurors);
	column_text(out, text, COUNT, true);
	buffer_printf(out, "\n      %s\n", agreement_meaning(row->key));
}

void agreement_lines(const struct advice *a, const struct agreement *agreement, struct buffer *out)
{
	struct agreement_row rows[AGREEMENT_ROWS];
	struct arena arena = { 0 };

	agreement_rows(agreement, rows);
	/* TRANSLATORS: first how many it is over. Two numbers with their nouns. */
	column_paragraph(out,
		arena_printf(&arena, _("%s by %s, each juror's weighted score of each submission."),
			arena_printf(&arena,
				ngettext("%zu submission", "%zu submissions", agreement->items),
				agreement->items),
			arena_printf(&arena, ngettext("%zu juror", "%zu jurors", agreement->jurors),
				agreement->jurors)));
	column_paragraph(out,
		_("With few submissions or jurors every one of these is rough: one other score can "
		  "move it far. ICC and W are over those that every juror has reviewed."));
	if (agreement->kendall_w.items == 2)
		column_paragraph(out,
			_("Of two submissions there are only two orders: W can take few values."));
	buffer_text(out, "\n  ");
	column_text(out, C_("heading", "Figure"), NAME, false);
	column_text(out, C_("heading", "Value"), VALUE, true);
	column_text(out, C_("heading", "Submissions"), COUNT, true);
	column_text(out, C_("heading", "Jurors"), COUNT, true);
	column_end(out);
	for (size_t i = 0; i < AGREEMENT_ROWS; i++)
		add_row(&rows[i], out);
	if (a->incomplete && !a->severity.defined)
		column_paragraph(out,
			_("No review connects some of the jurors with the others: who is strict "
			  "cannot be told apart from what is good."));
	arena_clear(&arena);
}
