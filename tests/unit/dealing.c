/* SPDX-License-Identifier: MIT
 * Dealing by itself: a known deal, and thousands of small ones against trying everything. The seeds
 * are fixed; KLASH_SEED begins elsewhere. */
#define TEST_NAME "dealing"
#include "tests/unit/fixture.h"

#include "src/base/dice.h"
#include "src/judging/dealing.h"

enum { ITEMS = 40, JURORS = 12, SMALL = 4, SEEDS = 4000 };

struct deal {
	struct dealing d;
	bool barred[ITEMS * JURORS], given[ITEMS * JURORS];
	size_t most[JURORS], got[ITEMS];
	size_t lacking;
};

static size_t roll(uint64_t *dice, size_t n)
{
	return (size_t)dice_below(dice, n);
}

static void make(struct deal *t, size_t items, size_t jurors, size_t per, uint64_t seed)
{
	t->d = (struct dealing){ items, jurors, per, t->barred, NULL, seed };
}

static void run(struct deal *t)
{
	t->lacking = dealing_make(&t->d, t->given, t->got);
}

static size_t share(const struct deal *t, size_t juror)
{
	size_t n = 0;

	for (size_t i = 0; i < t->d.items; i++)
		n += t->given[i * t->d.jurors + juror];
	return n;
}

/* Nobody has what they are barred from or more than their limit, and `got` is what is given. */
static void check_sound(const struct deal *t)
{
	size_t lacking = 0;

	for (size_t i = 0; i < t->d.items; i++) {
		size_t n = 0;

		for (size_t j = 0; j < t->d.jurors; j++) {
			size_t at = i * t->d.jurors + j;

			assert_false(t->given[at] && t->barred[at]);
			n += t->given[at];
		}
		assert_int_equal(n, t->got[i]);
		assert_true(n <= t->d.per);
		lacking += n < t->d.per;
	}
	assert_int_equal(lacking, t->lacking);
	for (size_t j = 0; t->d.most != NULL && j < t->d.jurors; j++)
		assert_true(share(t, j) <= t->most[j]);
}

/* Every way to give each item `per` jurors, one after another; the least sum of squared shares, or
 * SIZE_MAX if there is no way. */
static size_t try_all(const struct deal *t, size_t item, size_t *shares)
{
	size_t best = SIZE_MAX;

	if (item == t->d.items) {
		size_t sum = 0;

		for (size_t j = 0; j < t->d.jurors; j++)
			sum += shares[j] * shares[j];
		return sum;
	}
	for (size_t set = 0; set < (size_t)1 << t->d.jurors; set++) {
		bool fits = (size_t)__builtin_popcountll(set) == t->d.per;

		for (size_t j = 0; fits && j < t->d.jurors; j++)
			if ((set >> j & 1) != 0)
				fits = !t->barred[item * t->d.jurors + j] &&
				       (t->d.most == NULL || shares[j] < t->most[j]);
		if (!fits)
			continue;
		for (size_t j = 0; j < t->d.jurors; j++)
			shares[j] += set >> j & 1;
		size_t sum = try_all(t, item + 1, shares);
		best = sum < best ? sum : best;
		for (size_t j = 0; j < t->d.jurors; j++)
			shares[j] -= set >> j & 1;
	}
	return best;
}

static void roll_small(struct deal *t, uint64_t *dice)
{
	size_t items = 1 + roll(dice, SMALL), jurors = 1 + roll(dice, SMALL);

	make(t, items, jurors, 1 + roll(dice, jurors < 3 ? jurors : 3), dice_roll(dice));
	for (size_t i = 0; i < items * jurors; i++)
		t->barred[i] = roll(dice, 4) == 0;
	if (roll(dice, 2) == 0)
		return;
	t->d.most = t->most;
	for (size_t j = 0; j < jurors; j++)
		t->most[j] = roll(dice, items + 1);
}

/* Found whenever there is one, and none is more even. */
static void as_good_as_trying_everything(void **state)
{
	const char *from = getenv("KLASH_SEED");
	uint64_t dice = from == NULL ? 1 : strtoull(from, NULL, 10);
	size_t possible = 0, impossible = 0;

	(void)state;
	for (size_t n = 0; n < SEEDS; n++) {
		struct deal t = { 0 };
		size_t shares[SMALL] = { 0 }, sum = 0;

		roll_small(&t, &dice);
		run(&t);
		check_sound(&t);
		size_t best = try_all(&t, 0, shares);
		assert_int_equal(t.lacking == 0, best != SIZE_MAX);
		possible += best != SIZE_MAX;
		impossible += best == SIZE_MAX;
		for (size_t j = 0; j < t.d.jurors; j++)
			sum += share(&t, j) * share(&t, j);
		if (best != SIZE_MAX)
			assert_int_equal(sum, best);
	}
	assert_true(possible > SEEDS / 4 && impossible > SEEDS / 4);
}

/* Without limits every submission gets as many as may review it. */
static void what_is_possible_is_given(void **state)
{
	uint64_t dice = 7;

	(void)state;
	for (size_t n = 0; n < 300; n++) {
		struct deal t = { 0 };

		make(&t, 1 + roll(&dice, ITEMS), 1 + roll(&dice, JURORS), 1 + roll(&dice, 5),
			dice_roll(&dice));
		for (size_t i = 0; i < t.d.items * t.d.jurors; i++)
			t.barred[i] = roll(&dice, 3) == 0;
		run(&t);
		check_sound(&t);
		for (size_t i = 0; i < t.d.items; i++) {
			size_t able = 0;

			for (size_t j = 0; j < t.d.jurors; j++)
				able += !t.barred[i * t.d.jurors + j];
			assert_int_equal(t.got[i], able < t.d.per ? able : t.d.per);
		}
	}
}

static void shares_differ_by_one_at_most(void **state)
{
	(void)state;
	for (uint64_t seed = 0; seed < 300; seed++) {
		struct deal t = { 0 };
		size_t least = SIZE_MAX, most = 0;

		make(&t, 1 + seed % ITEMS, 3 + seed % (JURORS - 2), 1 + seed % 3, seed);
		run(&t);
		check_sound(&t);
		assert_int_equal(t.lacking, 0);
		for (size_t j = 0; j < t.d.jurors; j++) {
			size_t n = share(&t, j);

			least = n < least ? n : least;
			most = n > most ? n : most;
		}
		assert_true(most - least <= 1);
	}
}

static void the_seed_decides(void **state)
{
	struct deal first = { 0 }, again = { 0 };
	size_t differ = 0;

	(void)state;
	for (uint64_t seed = 0; seed < 50; seed++) {
		make(&first, 9, 5, 2, seed);
		make(&again, 9, 5, 2, seed);
		run(&first);
		run(&again);
		assert_memory_equal(first.given, again.given, sizeof(first.given));
		again.d.seed = seed + 1;
		run(&again);
		differ += memcmp(first.given, again.given, sizeof(first.given)) != 0;
	}
	assert_true(differ > 45);
}

/* Dealt apart from this program, by the description in the header. */
static void a_known_deal(void **state)
{
	static const char expected[] = "1a 1d 2a 2b 3c 3d 4a 4b 5c 5d 6b 6c ";
	struct deal t = { 0 };
	char text[60] = "";
	uint64_t known = 1234567;

	(void)state;
	assert_true(dice_roll(&known) == 6457827717110365317U);
	assert_true(dice_roll(&known) == 3203168211198807973U);
	make(&t, 6, 4, 2, 20191211);
	t.barred[0 * 4 + 1] = t.barred[0 * 4 + 2] = t.barred[3 * 4 + 3] = true;
	run(&t);
	for (size_t i = 0; i < 6; i++)
		for (size_t j = 0; j < 4; j++)
			if (t.given[i * 4 + j])
				snprintf(text + strlen(text), sizeof(text) - strlen(text), "%zu%c ",
					i + 1, (char)('a' + j));
	assert_string_equal(text, expected);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(as_good_as_trying_everything),
		TEST(what_is_possible_is_given),
		TEST(shares_differ_by_one_at_most),
		TEST(the_seed_decides),
		TEST(a_known_deal),
	};
	return RUN(tests);
}
