/* SPDX-License-Identifier: MIT
 * Exact fractions for scores. Weights and scores are integers in thousandths; with at most 20
 * criteria, weights to 1000, scores to 1000 and 200 reviews a submission, num stays below 4e15
 * (checked by the schema's limits), and below 4e18 where one weight is tried at every thousandth of
 * the whole: int64 cannot overflow, and a comparison multiplies nothing. */
#pragma once

#include <stddef.h>
#include <stdint.h>

struct ratio {
	int64_t num, den; /* den > 0 */
};

/* -1, 0 or 1, exactly; of what is not negative. */
int ratio_compare(struct ratio a, struct ratio b);
/* The value rounded half up, as an integer of that many decimals (0 to 6): 8.32861 is 83286. */
int64_t ratio_rounded(struct ratio value, int decimals);
/* The value rounded half up to `decimals` (0 to 6) places, with a decimal point: "8.3286". */
void ratio_format(struct ratio value, int decimals, char *out, size_t size);
/* A number as people type it ("7,5", "7.5", "10") in thousandths. Returns 0, or -1 if it is no such
 * number, negative, has more than three decimals, or exceeds 10^12. */
int thousandths_parse(const char *text, int64_t *value);
/* Thousandths without needless zeros: 7500 -> "7.5". */
void thousandths_format(int64_t value, char *out, size_t size);
