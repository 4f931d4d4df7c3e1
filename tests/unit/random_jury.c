/* SPDX-License-Identifier: MIT */
#include "tests/unit/random_jury.h"

size_t roll_below(uint64_t *dice, size_t n)
{
	return (size_t)(dice_roll(dice) % n);
}

static int64_t roll_weight(uint64_t *dice, size_t style)
{
	static const int64_t awkward[] = { 100, 200, 300, 333, 700, 1 };

	if (style == 0)
		return awkward[roll_below(dice, LEN(awkward))];
	return style == 1 ? 1000 * (1 + (int64_t)roll_below(dice, 3)) :
			    1000000 - (int64_t)roll_below(dice, 2);
}

/* Few different scores make ties; the largest ones would overflow what is careless. */
static int64_t roll_score(uint64_t *dice, size_t style)
{
	if (style == 0)
		return 250 * (int64_t)roll_below(dice, 5);
	return style == 1 ? 1000 * (int64_t)roll_below(dice, 11) :
			    1000000 - (int64_t)roll_below(dice, 3);
}

void make_jury(struct jury *jury, uint64_t seed)
{
	uint64_t dice = seed;
	size_t style = roll_below(&dice, 3), missing = roll_below(&dice, 3);
	struct matrix *m = &jury->matrix;

	*jury = (struct jury){ 0 };
	*m = (struct matrix){ .items = 1 + roll_below(&dice, 12),
		.jurors = 1 + roll_below(&dice, JURY_JURORS),
		.criteria = 1 + roll_below(&dice, JURY_CRITERIA),
		.weights = jury->weights,
		.ballots = jury->ballots };
	for (size_t c = 0; c < m->criteria; c++)
		jury->weights[c] = roll_weight(&dice, style);
	for (size_t item = 0; item < m->items; item++)
		for (size_t juror = 0; juror < m->jurors; juror++) {
			if (missing > 0 && roll_below(&dice, 6) < missing)
				continue;
			for (size_t c = 0; c < m->criteria; c++)
				jury->scores[m->n][c] = roll_score(&dice, style);
			jury->ballots[m->n] = (struct ballot){ item, juror, jury->scores[m->n] };
			m->n++;
		}
	jury->rules = (struct ranking_rules){ .method = (enum method)roll_below(&dice, 4),
		.min_reviews = roll_below(&dice, 4),
		.line = roll_below(&dice, m->items + 2),
		.ties = jury->ties,
		.tie_count = roll_below(&dice, m->criteria + 1) };
	for (size_t t = 0; t < jury->rules.tie_count; t++)
		jury->ties[t] = roll_below(&dice, m->criteria);
}

static uint64_t first_seed(void)
{
	const char *text = getenv("KLASH_SEED");

	return text == NULL ? 1 : strtoull(text, NULL, 10);
}

void for_seeds(size_t n, bool (*check)(struct jury *jury, struct arena *arena, uint64_t seed))
{
	static struct jury jury;
	uint64_t first = first_seed();

	printf("# seeds %llu to %llu\n", (unsigned long long)first,
		(unsigned long long)first + n - 1);
	for (uint64_t seed = first; seed < first + n; seed++) {
		struct arena arena = { 0 };

		make_jury(&jury, seed);
		bool good = check(&jury, &arena, seed);
		arena_clear(&arena);
		if (!good)
			stop_test("KLASH_SEED=%llu, method %d, %zu items, %zu jurors",
				(unsigned long long)seed, (int)jury.rules.method, jury.matrix.items,
				jury.matrix.jurors);
	}
}
