/* SPDX-License-Identifier: MIT
 * Ranking by itself: known examples, and thousands of random juries against another computation.
 * The seeds are fixed; KLASH_SEED begins elsewhere. */
#define TEST_NAME "ranking"
#include "tests/unit/exact.h"
#include "tests/unit/random_jury.h"

static const struct ranked *find(const struct ranked *rows, size_t n, size_t item)
{
	for (size_t i = 0; i < n; i++)
		if (rows[i].item == item)
			return &rows[i];
	return NULL;
}

static bool same_texts(struct fraction wanted, struct ratio got)
{
	char a[40], b[40];

	if (got.den == 0)
		return wanted.den == 0;
	fraction_format(wanted, a, sizeof(a));
	ratio_format(got, 4, b, sizeof(b));
	return strcmp(a, b) == 0;
}

static bool agrees(const struct ranked *row, const struct exact *wanted)
{
	size_t i = row->item;

	return row->rank == (int64_t)wanted->rank[i] && row->enough == (wanted->rank[i] != 0) &&
	       row->tied == wanted->tied[i] && row->reviews == wanted->reviews[i] &&
	       fraction_is(wanted->score[i], row->score) &&
	       same_texts(wanted->score[i], row->score) &&
	       fraction_is(wanted->median[i], row->median) &&
	       fraction_is(wanted->spread[i], row->spread);
}

/* Best first, those without enough reviews last, each item once. */
static bool in_order(const struct ranked *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (find(rows, n, i) == NULL)
			return false;
		if (i == 0)
			continue;
		bool fewer = rows[i - 1].enough && !rows[i].enough;
		bool listed =
			!rows[i - 1].enough && !rows[i].enough && rows[i - 1].item < rows[i].item;
		bool ranked =
			rows[i - 1].enough && rows[i].enough && rows[i - 1].rank <= rows[i].rank;
		if (!fewer && !listed && !ranked)
			return false;
	}
	return true;
}

static bool is_exact(struct jury *jury, struct arena *arena, uint64_t seed)
{
	struct exact wanted;
	const struct ranked *rows = ranking_make(arena, &jury->matrix, &jury->rules);

	(void)seed;
	exact_rank(&jury->matrix, &jury->rules, &wanted);
	for (size_t i = 0; i < jury->matrix.items; i++)
		if (!agrees(&rows[i], &wanted))
			return false;
	return in_order(rows, jury->matrix.items);
}

static void random_juries_are_ranked_exactly(void **state)
{
	(void)state;
	for_seeds(JURY_SEEDS, is_exact);
}

static void shuffle(size_t *order, size_t n, uint64_t *dice)
{
	for (size_t i = 0; i < n; i++)
		order[i] = i;
	for (size_t i = n; i > 1; i--) {
		size_t k = roll_below(dice, i), kept = order[i - 1];

		order[i - 1] = order[k];
		order[k] = kept;
	}
}

/* Other numbers for the same items and jurors, ballots in another order: the same ranks. */
static bool ignores_order(struct jury *jury, struct arena *arena, uint64_t seed)
{
	struct ballot mixed[JURY_BALLOTS];
	size_t items[JURY_ITEMS], jurors[JURY_JURORS], ballots[JURY_BALLOTS];
	struct matrix other = jury->matrix;
	uint64_t dice = ~seed;

	shuffle(items, other.items, &dice);
	shuffle(jurors, other.jurors, &dice);
	shuffle(ballots, other.n, &dice);
	for (size_t i = 0; i < other.n; i++) {
		const struct ballot *b = &jury->ballots[ballots[i]];

		mixed[i] = (struct ballot){ items[b->item], jurors[b->juror], b->scores };
	}
	other.ballots = mixed;
	const struct ranked *a = ranking_make(arena, &jury->matrix, &jury->rules);
	const struct ranked *b = ranking_make(arena, &other, &jury->rules);
	for (size_t i = 0; i < other.items; i++) {
		const struct ranked *x = find(a, other.items, i),
				    *y = find(b, other.items, items[i]);

		if (x->rank != y->rank || x->tied != y->tied || x->enough != y->enough)
			return false;
	}
	return true;
}

static void the_order_of_jurors_and_submissions_is_nothing(void **state)
{
	(void)state;
	for_seeds(JURY_SEEDS, ignores_order);
}

/* All weights times a factor: 1 and 2 are 10 and 20. */
static bool ignores_scale(struct jury *jury, struct arena *arena, uint64_t seed)
{
	struct matrix other = jury->matrix;
	int64_t weights[JURY_CRITERIA];

	for (size_t c = 0; c < other.criteria; c++) {
		if (jury->weights[c] > 100000)
			return true;
		weights[c] = jury->weights[c] * (int64_t)(2 + seed % 9);
	}
	other.weights = weights;
	const struct ranked *a = ranking_make(arena, &jury->matrix, &jury->rules);
	const struct ranked *b = ranking_make(arena, &other, &jury->rules);
	for (size_t i = 0; i < other.items; i++) {
		if (a[i].item != b[i].item || a[i].rank != b[i].rank)
			return false;
		if (a[i].enough && ratio_compare(a[i].score, b[i].score) != 0)
			return false;
	}
	return true;
}

static void only_the_proportion_of_weights_counts(void **state)
{
	(void)state;
	for_seeds(JURY_SEEDS, ignores_scale);
}

/* A better score never makes a submission's rank worse. */
static bool is_monotone(struct jury *jury, struct arena *arena, uint64_t seed)
{
	const struct matrix *m = &jury->matrix;
	uint64_t dice = ~seed;

	if (m->n == 0)
		return true;
	jury->rules.line = 0;
	size_t raised = roll_below(&dice, m->n), item = jury->ballots[raised].item;
	int64_t before = find(ranking_make(arena, m, &jury->rules), m->items, item)->rank;
	jury->scores[raised][roll_below(&dice, m->criteria)] += 250;
	return find(ranking_make(arena, m, &jury->rules), m->items, item)->rank <= before;
}

static void a_better_score_is_never_a_worse_rank(void **state)
{
	(void)state;
	for_seeds(JURY_SEEDS, is_monotone);
}

/* A strict juror and a kind one order alike: Borda sees the order only. */
static bool ignores_kindness(struct jury *jury, struct arena *arena, uint64_t seed)
{
	const struct matrix *m = &jury->matrix;
	struct exact wanted;

	jury->rules.method = METHOD_BORDA;
	exact_rank(m, &jury->rules, &wanted);
	for (size_t i = 0; i < m->n; i++)
		for (size_t c = 0; c < m->criteria; c++)
			if (jury->ballots[i].juror == seed % m->jurors)
				jury->scores[i][c] += 1750;
	const struct ranked *rows = ranking_make(arena, m, &jury->rules);
	for (size_t i = 0; i < m->items; i++)
		if (rows[i].rank != (int64_t)wanted.rank[rows[i].item])
			return false;
	return true;
}

static void borda_knows_no_kind_jurors(void **state)
{
	(void)state;
	for_seeds(JURY_SEEDS, ignores_kindness);
}

/* Shrout and Fleiss 1979: six targets by four judges. */
static const int64_t shrout_fleiss[6][4] = {
	{ 9, 2, 5, 8 },
	{ 6, 1, 3, 2 },
	{ 8, 4, 6, 8 },
	{ 7, 1, 2, 6 },
	{ 10, 5, 6, 9 },
	{ 6, 2, 4, 7 },
};

static void check_table(enum method method, size_t without, const char *wanted)
{
	int64_t weight = 1000, scores[24];
	struct ballot ballots[24];
	struct matrix m = {
		.items = 6, .jurors = 4, .criteria = 1, .weights = &weight, .ballots = ballots
	};
	struct ranking_rules rules = { .method = method, .min_reviews = 1 };
	struct arena arena = { 0 };
	char line[200] = "", score[40];

	for (size_t item = 0; item < 6; item++)
		for (size_t juror = 0; juror < 4; juror++) {
			if (juror + 1 == without)
				continue;
			scores[m.n] = 1000 * shrout_fleiss[item][juror];
			ballots[m.n] = (struct ballot){ item, juror, &scores[m.n] };
			m.n++;
		}
	const struct ranked *rows = ranking_make(&arena, &m, &rules);
	for (size_t i = 0; i < 6; i++) {
		const struct ranked *row = find(rows, 6, i);
		size_t n = strlen(line);

		ratio_format(row->score, 4, score, sizeof(score));
		snprintf(line + n, sizeof(line) - n, "%lld%s %s%s", (long long)row->rank,
			row->tied ? "=" : "", score, i < 5 ? ", " : "");
	}
	assert_string_equal(line, wanted);
	arena_clear(&arena);
}

static void a_published_table_comes_out_as_published(void **state)
{
	(void)state;
	check_table(METHOD_MEAN, 0, "3 6.0000, 6 3.0000, 2 6.5000, 5 4.0000, 1 7.5000, 4 4.7500");
	check_table(METHOD_MEDIAN, 0, "3 6.5000, 6 2.5000, 2 7.0000, 5 4.0000, 1 7.5000, 4 5.0000");
	check_table(
		METHOD_TRIMMED, 0, "3 6.5000, 6 2.5000, 2 7.0000, 5 4.0000, 1 7.5000, 4 5.0000");
	check_table(
		METHOD_BORDA, 0, "3 13.0000, 6 2.0000, 2 15.0000, 5 3.5000, 1 19.5000, 4 7.0000");
	check_table(METHOD_MEAN, 1, "3 5.0000, 6 2.0000, 2 6.0000, 5 3.0000, 1 6.6667, 4 4.3333");
	check_table(METHOD_MEAN, 2, "2= 7.3333, 6 3.6667, 2= 7.3333, 5 5.0000, 1 8.3333, 4 5.6667");
	check_table(METHOD_MEAN, 4, "3 5.3333, 5= 3.3333, 2 6.0000, 5= 3.3333, 1 7.0000, 4 4.0000");
}

/* The city that each method makes Tennessee's capital: Borda prefers Nashville. */
static void borda_elects_nashville(void **state)
{
	static const size_t orders[4][4] = { { 0, 1, 2, 3 }, { 1, 2, 3, 0 }, { 2, 3, 1, 0 },
		{ 3, 2, 1, 0 } }; /* Memphis, Nashville, Chattanooga, Knoxville */
	static const size_t voters[4] = { 42, 26, 15, 17 };
	static const int64_t points[4] = { 126, 194, 173, 107 };
	int64_t weight = 1000, scores[400];
	struct ballot ballots[400];
	struct matrix m = {
		.items = 4, .jurors = 100, .criteria = 1, .weights = &weight, .ballots = ballots
	};
	struct ranking_rules rules = { .method = METHOD_BORDA, .min_reviews = 1 };
	struct arena arena = { 0 };
	size_t juror = 0;

	(void)state;
	for (size_t o = 0; o < 4; o++)
		for (size_t v = 0; v < voters[o]; v++, juror++)
			for (size_t place = 0; place < 4; place++) {
				scores[m.n] = 10000 - 1000 * (int64_t)place;
				ballots[m.n] =
					(struct ballot){ orders[o][place], juror, &scores[m.n] };
				m.n++;
			}
	const struct ranked *rows = ranking_make(&arena, &m, &rules);
	for (size_t i = 0; i < 4; i++)
		assert_int_equal(
			ratio_compare(find(rows, 4, i)->score, (struct ratio){ points[i], 1 }), 0);
	assert_int_equal(rows[0].item, 1);
	arena_clear(&arena);
}

static void rounding_is_half_up_and_exact(void **state)
{
	static const struct {
		struct ratio value;
		int decimals;
		const char *text;
	} cases[] = {
		{ { 1, 20000 }, 4, "0.0001" },
		{ { 1, 20001 }, 4, "0.0000" },
		{ { 199999, 20000 }, 4, "10.0000" },
		{ { 2, 3 }, 4, "0.6667" },
		{ { 1, 3 }, 4, "0.3333" },
		{ { 0, 7 }, 4, "0.0000" },
		{ { 7, 2 }, 0, "4" },
		{ { 4000000000000000, 4000000000000 }, 4, "1000.0000" },
		{ { 3999999999999999, 4000000000000 }, 6, "1000.000000" },
	};
	char text[40];

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		ratio_format(cases[i].value, cases[i].decimals, text, sizeof(text));
		assert_string_equal(text, cases[i].text);
	}
	/* The largest there are, 6e-20 apart; doubles would be equal. */
	struct ratio a = { 3999999999999999, 4000000000 }, b = { 3999999998999999, 3999999999 };
	assert_int_equal(ratio_compare(a, b), 1);
	assert_int_equal(ratio_compare(b, a), -1);
	assert_int_equal(ratio_compare(a, a), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(random_juries_are_ranked_exactly),
		TEST(the_order_of_jurors_and_submissions_is_nothing),
		TEST(only_the_proportion_of_weights_counts),
		TEST(a_better_score_is_never_a_worse_rank),
		TEST(borda_knows_no_kind_jurors),
		TEST(a_published_table_comes_out_as_published),
		TEST(borda_elects_nashville),
		TEST(rounding_is_half_up_and_exact),
	};
	return RUN(tests);
}
