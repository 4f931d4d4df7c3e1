/* SPDX-License-Identifier: MIT
 * Advice as pages that a layperson reads, in the language in use: the same on a screen and printed.
 */
#pragma once

#include "src/judging/advice.h"

/* "Same winner in 12 of 13 comparisons; it changes if ... weighs 45 % or more." And, where several
 * can be selected, the same of the line, behind a line end. */
void firmness_sentences(
	const struct advice *advice, const struct firmness *firmness, struct buffer *out);
/* What is below these on the page: a line a comparison, and a line a weight. */
void firmness_lines(
	const struct advice *advice, const struct firmness *firmness, struct buffer *out);
/* Both. */
void firmness_page(
	const struct advice *advice, const struct firmness *firmness, struct buffer *out);

/* The figures, each with what it is over and what it means. */
void agreement_lines(
	const struct advice *advice, const struct agreement *agreement, struct buffer *out);
struct agreement_row {
	const char *key;
	struct figure figure;
};
enum { AGREEMENT_ROWS = 5 };
void agreement_rows(const struct agreement *agreement, struct agreement_row *rows);
const char *agreement_name(const char *key);
const char *agreement_meaning(const char *key);
/* Four decimals, or that it is not defined. */
void agreement_value(const struct figure *figure, char *out, size_t size);

/* Points with two decimals, the language's decimal sign; with_sign: "+0,12". */
void advice_points(double points, bool with_sign, char *out, size_t size);
/* Whose this is, and that no document has it: at the end of each page. Into the arena. */
const char *advice_page_end(struct arena *arena);
