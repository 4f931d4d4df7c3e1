/* SPDX-License-Identifier: MIT
 * How firm an order is: published tables, cases made by hand, and juries of chance against trying
 * every way by the ranking itself. */
#define TEST_NAME "firmness"
#include "tests/unit/random_jury.h"

#include "src/judging/firmness.h"

/* Whole points of one criterion, submissions x jurors, into a jury. */
static void fill(struct jury *jury, const int64_t *points, size_t items, size_t jurors)
{
	*jury = (struct jury){ .matrix = { .items = items,
				       .jurors = jurors,
				       .criteria = 1,
				       .weights = jury->weights,
				       .ballots = jury->ballots },
		.weights = { 1000 },
		.rules = { .min_reviews = 1, .ties = jury->ties } };
	for (size_t i = 0; i < items * jurors; i++) {
		jury->scores[i][0] = 1000 * points[i];
		jury->ballots[jury->matrix.n++] =
			(struct ballot){ i / jurors, i % jurors, jury->scores[i] };
	}
}

/* One juror, criteria in thousandths of a point. */
static void fill_criteria(struct jury *jury, const int64_t *scores, size_t items,
	const int64_t *weights, size_t criteria)
{
	*jury = (struct jury){ .matrix = { .items = items,
				       .jurors = 1,
				       .criteria = criteria,
				       .weights = jury->weights,
				       .ballots = jury->ballots },
		.rules = { .min_reviews = 1, .ties = jury->ties } };
	for (size_t c = 0; c < criteria; c++)
		jury->weights[c] = weights[c];
	for (size_t i = 0; i < items; i++) {
		for (size_t c = 0; c < criteria; c++)
			jury->scores[i][c] = scores[i * criteria + c];
		jury->ballots[jury->matrix.n++] = (struct ballot){ i, 0, jury->scores[i] };
	}
}

static struct firmness firmness_of(struct jury *jury, struct arena *arena)
{
	struct firmness f;

	firmness_make(arena, &jury->matrix, &jury->rules, &f);
	return f;
}

static const int64_t shrout_fleiss[] = { 9, 2, 5, 8, 6, 1, 3, 2, 8, 4, 6, 8, 7, 1, 2, 6, 10, 5, 6,
	9, 6, 2, 4, 7 };

/* Shrout and Fleiss: whoever is left out, and by each method, the fifth is the winner. */
static void a_published_table_has_a_stable_winner(void **state)
{
	static const int64_t leads[] = { 6667, 10000, 13333, 10000, 5000, 5000, 45000 };
	struct jury jury;
	struct arena arena = { 0 };

	(void)state;
	fill(&jury, shrout_fleiss, 6, 4);
	struct firmness f = firmness_of(&jury, &arena);
	assert_int_equal(f.winner, 4);
	assert_int_equal(f.lead, 10000);
	assert_int_equal(f.n, 4 + 3);
	assert_int_equal(f.same, 7);
	assert_null(f.weights);
	for (size_t i = 0; i < f.n; i++) {
		assert_int_equal(f.variants[i].kind, i < 4 ? VARIANT_JUROR : VARIANT_METHOD);
		assert_int_equal(f.variants[i].left_out, i < 4 ? i : i - 3);
		assert_int_equal(f.variants[i].winner, 4);
		assert_int_equal(f.variants[i].lead, leads[i]);
	}
	arena_clear(&arena);
}

/* Of two only: the third lies between the first and the sixth, whoever is left out. */
static void the_line_can_move_while_the_winner_stays(void **state)
{
	struct jury jury;
	struct arena arena = { 0 };

	(void)state;
	fill(&jury, shrout_fleiss, 6, 4);
	jury.rules.line = 2;
	struct firmness f = firmness_of(&jury, &arena);
	assert_true(f.has_line);
	assert_int_equal(f.same, 7);
	/* Without the second juror the second place is shared. */
	assert_true(f.variants[1].selection_changes);
	assert_int_equal(f.same_selection, 6);
	jury.rules.line = 6;
	assert_false(firmness_of(&jury, &arena).has_line);
	arena_clear(&arena);
}

/* Voters for Tennessee's capital, with 10, 9, 8 and 7 points: by the mean Nashville as by Borda; by
 * the median Chattanooga shares the place. */
static void methods_differ(void **state)
{
	static const size_t orders[4][4] = { { 0, 1, 2, 3 }, { 1, 2, 3, 0 }, { 2, 3, 1, 0 },
		{ 3, 2, 1, 0 } }; /* Memphis, Nashville, Chattanooga, Knoxville */
	static const size_t voters[4] = { 42, 26, 15, 17 };
	int64_t weight = 1000, scores[400];
	struct ballot ballots[400];
	struct matrix m = { .items = 4, .criteria = 1, .weights = &weight, .ballots = ballots };
	struct ranking_rules rules = { .method = METHOD_BORDA, .min_reviews = 1 };
	struct arena arena = { 0 };
	struct firmness f;

	(void)state;
	for (size_t o = 0; o < 4; o++)
		for (size_t v = 0; v < voters[o]; v++, m.jurors++)
			for (size_t place = 0; place < 4; place++, m.n++) {
				scores[m.n] = 10000 - 1000 * (int64_t)place;
				ballots[m.n] =
					(struct ballot){ orders[o][place], m.jurors, &scores[m.n] };
			}
	firmness_make(&arena, &m, &rules, &f);
	assert_int_equal(f.winner, 1);
	assert_int_equal(f.lead, (194 - 173) * 10000);
	assert_int_equal(f.n, 103);
	assert_int_equal(f.same, 102);
	const struct variant *median = &f.variants[101];
	assert_int_equal(median->left_out, METHOD_MEDIAN);
	assert_int_equal(median->winner, NO_WINNER);
	assert_false(median->same_winner);
	assert_int_equal(median->lead, 0);
	arena_clear(&arena);
}

/* Impact 40, innovation 30, scaling 30: 9 5 6 against 7 7 6. */
static void a_weight_tips_the_winner(void **state)
{
	static const int64_t scores[] = { 9000, 5000, 6000, 7000, 7000, 6000 };
	static const int64_t weights[] = { 40000, 30000, 30000 };
	struct jury jury;
	struct arena arena = { 0 };

	(void)state;
	fill_criteria(&jury, scores, 2, weights, 3);
	jury.rules.line = 1;
	struct firmness f = firmness_of(&jury, &arena);
	/* 0.4 x 2 - 0.3 x 2: ahead by 0.2. */
	assert_int_equal(f.winner, 0);
	assert_int_equal(f.lead, 2000);
	/* Equal where impact weighs as much as innovation, at a third: ahead at 33.4, not at 33.3.
	 */
	assert_int_equal(f.weights[0].winner_at, 333);
	assert_int_equal(f.weights[0].then, 1);
	/* Innovation: x = (1 - x) 4/7, which is 36.36. */
	assert_int_equal(f.weights[1].winner_at, 364);
	assert_int_equal(f.weights[1].selection_at, 364);
	/* Scaling is 6 for both. */
	assert_int_equal(f.weights[2].winner_at, -1);
	assert_int_equal(f.weights[2].then, NO_WINNER);
	/* One juror alone can neither be left out nor be trimmed. */
	assert_int_equal(f.n, 3 + 2);
	assert_int_equal(f.variants[0].kind, VARIANT_CRITERION);
	assert_int_equal(f.variants[0].winner, 1);
	assert_int_equal(f.variants[0].lead, -10000);
	assert_true(f.variants[0].selection_changes);
	assert_int_equal(f.same, 4);
	arena_clear(&arena);
}

/* 0.1 x 0 + 0.2 x 1.5 and 0.1 x 0.5 + 0.2 x 1.25 are equal, though not as floating point numbers,
 * where the first would win. Both share the first place, and any other weight makes a winner. */
static void equal_is_equal_where_floating_point_is_not(void **state)
{
	static const int64_t scores[] = { 0, 1500, 500, 1250 }, weights[] = { 100, 200 };
	volatile double a = 0.2 * 1.5, b = 0.1 * 0.5 + 0.2 * 1.25;
	struct jury jury;
	struct arena arena = { 0 };

	(void)state;
	assert_true(a > b);
	fill_criteria(&jury, scores, 2, weights, 2);
	struct firmness f = firmness_of(&jury, &arena);
	assert_int_equal(f.winner, NO_WINNER);
	assert_int_equal(f.lead, 0);
	/* 33.3 is below a third, 33.4 above, and 33.3 is the nearer. */
	assert_int_equal(f.weights[0].winner_at, 333);
	assert_int_equal(f.weights[0].then, 0);
	assert_int_equal(f.weights[1].winner_at, 667);
	/* By the median, and by Borda: each has one half point. */
	assert_int_equal(f.same, 2);
	arena_clear(&arena);
}

/* What has too few reviews stays apart, and what was ranked stays in it with one review less. */
static void the_least_number_is_that_of_the_whole_jury(void **state)
{
	static const int64_t points[] = { 5, 5, 9, 8, 4, 4 };
	struct jury jury;
	struct arena arena = { 0 };

	(void)state;
	fill(&jury, points, 3, 2);
	jury.rules.min_reviews = 2;
	jury.matrix.n = 5; /* the third has one review */
	struct firmness f = firmness_of(&jury, &arena);
	assert_int_equal(f.ranked, 2);
	/* Two jurors, median and Borda; nothing can be trimmed. */
	assert_int_equal(f.n, 4);
	assert_int_equal(f.same, 4);
	jury.matrix.n = 0;
	assert_int_equal(firmness_of(&jury, &arena).n, 0);
	arena_clear(&arena);
}

/* --- Every way, tried by the ranking itself --- */

/* Who is first, who is in, at or behind the line: as a text, to compare. */
static void tell(const struct matrix *m, const struct ranking_rules *rules, const bool *apart,
	char *first, char *seats)
{
	struct arena arena = { 0 };
	struct ranking_rules r = *rules;
	size_t n[JURY_ITEMS + 2] = { 0 };

	r.apart = apart;
	const struct ranked *rows = ranking_make(&arena, m, &r);
	for (size_t i = 0; i < m->items; i++)
		n[rows[i].rank]++;
	for (size_t i = 0; i < m->items; i++) {
		size_t rank = (size_t)rows[i].rank, last = rank + n[rank] - 1;

		first[rows[i].item] = rank == 1 ? '1' : '-';
		seats[rows[i].item] = rank == 0                               ? 'x' :
				      rules->line == 0 || last <= rules->line ? 'i' :
				      rank > rules->line                      ? 'o' :
										'?';
	}
	first[m->items] = seats[m->items] = '\0';
	arena_clear(&arena);
}

static bool tips_as_tried(const struct jury *jury, const struct firmness *f, size_t criterion,
	const bool *apart, const char *first, const char *seats)
{
	const struct matrix *m = &jury->matrix;
	struct ranking_rules rules = jury->rules;
	int64_t weights[JURY_CRITERIA], whole = 0, nearest[2] = { -1, -1 }, gaps[2] = { 0, 0 };
	struct matrix other = *m;

	rules.min_reviews = 1;
	other.weights = weights;
	for (size_t c = 0; c < m->criteria; c++)
		whole += m->weights[c];
	for (int64_t share = 999; share > 0; share--) {
		char a[JURY_ITEMS + 1], b[JURY_ITEMS + 1];
		int64_t gap = share * whole - 1000 * m->weights[criterion];

		if (gap == 0)
			continue;
		for (size_t c = 0; c < m->criteria; c++)
			weights[c] = c == criterion ? share * (whole - m->weights[c]) :
						      (1000 - share) * m->weights[c];
		tell(&other, &rules, apart, a, b);
		bool changes[2] = { strcmp(a, first) != 0, strcmp(b, seats) != 0 };
		for (size_t what = 0; what < 2; what++)
			if (changes[what] && (nearest[what] < 0 || llabs(gap) < gaps[what])) {
				nearest[what] = share;
				gaps[what] = llabs(gap);
			}
	}
	return f->weights[criterion].winner_at == nearest[0] &&
	       f->weights[criterion].selection_at == nearest[1];
}

static bool is_as_tried(struct jury *jury, struct arena *arena, uint64_t seed)
{
	const struct matrix *m = &jury->matrix;
	char first[JURY_ITEMS + 1], seats[JURY_ITEMS + 1];
	bool apart[JURY_ITEMS] = { 0 };
	struct firmness f = firmness_of(jury, arena);

	tell(m, &jury->rules, NULL, first, seats);
	for (size_t i = 0; i < m->items; i++)
		apart[i] = seats[i] == 'x';
	if (f.ranked == 0 || m->criteria < 2)
		return f.weights == NULL;
	return tips_as_tried(jury, &f, seed % m->criteria, apart, first, seats);
}

/* Of every method: the seeds roll it. */
static void the_smallest_change_of_a_weight_is_the_smallest(void **state)
{
	(void)state;
	for_seeds(200, is_as_tried);
}

/* Each comparison against a jury in which what is left out has never been. */
static bool leaves_out(struct jury *jury, struct arena *arena, uint64_t seed)
{
	static struct jury other;
	const struct matrix *m = &jury->matrix;
	char first[JURY_ITEMS + 1], seats[JURY_ITEMS + 1], a[JURY_ITEMS + 1], b[JURY_ITEMS + 1];
	bool apart[JURY_ITEMS] = { 0 };
	struct firmness f = firmness_of(jury, arena);

	if (f.n == 0)
		return true;
	const struct variant *v = &f.variants[seed % f.n];
	tell(m, &jury->rules, NULL, first, seats);
	for (size_t i = 0; i < m->items; i++)
		apart[i] = seats[i] == 'x';
	other = *jury;
	other.matrix.weights = other.weights;
	other.matrix.ballots = other.ballots;
	other.rules.ties = other.ties;
	other.rules.min_reviews = 1;
	other.matrix.n = other.matrix.criteria = other.rules.tie_count = 0;
	for (size_t c = 0; c < m->criteria; c++)
		if (v->kind != VARIANT_CRITERION || v->left_out != c)
			other.weights[other.matrix.criteria++] = jury->weights[c];
	for (size_t t = 0; t < jury->rules.tie_count; t++)
		if (v->kind != VARIANT_CRITERION || v->left_out != jury->ties[t])
			other.ties[other.rules.tie_count++] =
				jury->ties[t] -
				(v->kind == VARIANT_CRITERION && jury->ties[t] > v->left_out);
	for (size_t i = 0; i < m->n; i++) {
		size_t n = 0;

		if (v->kind == VARIANT_JUROR && jury->ballots[i].juror == v->left_out)
			continue;
		for (size_t c = 0; c < m->criteria; c++)
			if (v->kind != VARIANT_CRITERION || v->left_out != c)
				other.scores[other.matrix.n][n++] = jury->scores[i][c];
		other.ballots[other.matrix.n] = (struct ballot){ jury->ballots[i].item,
			jury->ballots[i].juror, other.scores[other.matrix.n] };
		other.matrix.n++;
	}
	if (v->kind == VARIANT_METHOD)
		other.rules.method = (enum method)v->left_out;
	tell(&other.matrix, &other.rules, apart, a, b);
	return v->same_winner == (strcmp(a, first) == 0) &&
	       v->selection_changes == (strcmp(b, seats) != 0);
}

static void what_is_left_out_is_as_if_it_had_never_been(void **state)
{
	(void)state;
	for_seeds(JURY_SEEDS, leaves_out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_published_table_has_a_stable_winner),
		TEST(the_line_can_move_while_the_winner_stays),
		TEST(methods_differ),
		TEST(a_weight_tips_the_winner),
		TEST(equal_is_equal_where_floating_point_is_not),
		TEST(the_least_number_is_that_of_the_whole_jury),
		TEST(the_smallest_change_of_a_weight_is_the_smallest),
		TEST(what_is_left_out_is_as_if_it_had_never_been),
	};
	return RUN(tests);
}
