/* SPDX-License-Identifier: MIT
 * Published examples of agreement between jurors come out as published, missing reviews and tables
 * without an answer among them; and what must hold of any jury does, for thousands of chance. */
#define TEST_NAME "agreement"
#include "tests/unit/random_jury.h"

#include <math.h>

#include "src/judging/agreement.h"
#include "src/judging/severity.h"

enum { NO = CELL_NONE };

/* Submissions x jurors, whole points. */
static struct cells table(const int64_t *values, size_t items, size_t jurors)
{
	return (struct cells){ items, jurors, values, 1 };
}

static void check(const char *wanted, double value)
{
	char text[40];

	snprintf(text, sizeof(text), "%.*f", (int)strlen(strchr(wanted, '.') + 1), value);
	assert_string_equal(text, wanted);
}

static void check_figure(const char *wanted, struct figure figure, size_t items, size_t jurors)
{
	assert_true(figure.defined);
	check(wanted, figure.value);
	assert_int_equal(figure.items, items);
	assert_int_equal(figure.jurors, jurors);
}

/* "1.0000 2.0000": every n numbers. */
static void check_all(const char *wanted, const double *values, size_t n)
{
	char text[200] = "";

	for (size_t i = 0; i < n; i++)
		snprintf(text + strlen(text), sizeof(text) - strlen(text), "%s%.6f",
			i > 0 ? " " : "", values[i]);
	assert_string_equal(text, wanted);
}

/* Shrout and Fleiss 1979: six targets by four judges. */
static const int64_t shrout_fleiss[] = {
	9, 2, 5, 8,  /**/
	6, 1, 3, 2,  /**/
	8, 4, 6, 8,  /**/
	7, 1, 2, 6,  /**/
	10, 5, 6, 9, /**/
	6, 2, 4, 7,  /**/
};

static void shrout_and_fleiss_come_out_as_published(void **state)
{
	struct cells cells = table(shrout_fleiss, 6, 4);
	struct arena arena = { 0 };
	struct mean_squares ms;

	(void)state;
	assert_true(agreement_squares(&arena, &cells, &ms));
	check("11.2417", ms.items);
	check("6.2639", ms.within);
	check("32.4861", ms.jurors);
	check("1.0194", ms.rest);
	check_figure("0.2898", agreement_icc_2_1(&arena, &cells), 6, 4);
	check_figure("0.6201", agreement_icc_2_k(&arena, &cells), 6, 4);
	/* The four others of their paper, from the same squares. */
	check("0.1657", (ms.items - ms.within) / (ms.items + 3 * ms.within));
	check("0.7148", (ms.items - ms.rest) / (ms.items + 3 * ms.rest));
	check("0.4428", (ms.items - ms.within) / ms.items);
	check("0.9093", (ms.items - ms.rest) / ms.items);
	/* What varies: submissions, jurors, the rest. */
	check("2.5556", (ms.items - ms.rest) / 4);
	check("5.2444", (ms.jurors - ms.rest) / 6);
	check_figure("0.1473", agreement_alpha(&arena, &cells, distance_interval), 6, 4);
	check_figure("0.1091", agreement_alpha(&arena, &cells, distance_ordinal), 6, 4);
	struct figure w = agreement_w(&arena, &cells);
	check_figure("0.8870", w, 6, 4);
	check("17.7407", 4 * 5 * w.value); /* Friedman's chi squared */
	arena_clear(&arena);
}

/* The mean of a submission's scores on their jurors' own scales. */
static void z_means(const struct cells *cells, double *means)
{
	struct arena arena = { 0 };
	const double *z = severity_z(&arena, cells);

	for (size_t i = 0; i < cells->items; i++) {
		double sum = 0;

		for (size_t j = 0; j < cells->jurors; j++)
			if (cells_at(cells, i, j) != NO)
				sum += z[i * cells->jurors + j];
		means[i] = sum / (double)cells_of_item(cells, i);
	}
	arena_clear(&arena);
}

static void check_z(const struct cells *cells, const char *const *wanted)
{
	double means[JURY_ITEMS];

	z_means(cells, means);
	for (size_t i = 0; i < cells->items; i++)
		check(wanted[i], means[i]);
}

static void scores_on_their_jurors_own_scale(void **state)
{
	static const char *const wanted[] = { "0.3633", "-1.1535", "0.6676", "-0.7541", "1.2258",
		"-0.3490" };
	struct cells cells = table(shrout_fleiss, 6, 4);

	(void)state;
	check_z(&cells, wanted);
}

/* The same without one review of each: plain means put the second above the fourth. */
static void severity_is_taken_out_of_an_incomplete_table(void **state)
{
	static const int64_t values[] = {
		NO, 2, 5, 8, /**/
		6, NO, 3, 2, /**/
		8, 4, NO, 8, /**/
		7, 1, 2, NO, /**/
		NO, 5, 6, 9, /**/
		6, NO, 4, 7, /**/
	};
	static const char *const wanted_z[] = { "0.1724", "-1.0485", "0.7619", "-0.6997", "1.0511",
		"-0.2371" };
	static const int64_t wanted_ranks[] = { 3, 6, 2, 5, 1, 4 };
	struct cells cells = table(values, 6, 4);
	struct arena arena = { 0 };
	struct severity s = severity_fit(&arena, &cells);

	(void)state;
	assert_true(s.defined);
	check_all("5.783333 2.716667 6.369048 3.797619 7.450000 4.716667", s.items, 6);
	check_all("2.350000 -2.850000 -0.892857 1.392857", s.jurors, 4);
	const struct place *places = severity_order(&arena, &s, &cells);
	for (size_t i = 0; i < 6; i++)
		assert_int_equal(places[i].rank, wanted_ranks[i]);
	check_z(&cells, wanted_z);
	arena_clear(&arena);
}

static void on_a_full_table_it_is_the_plain_means(void **state)
{
	struct cells cells = table(shrout_fleiss, 6, 4);
	struct arena arena = { 0 };
	struct severity s = severity_fit(&arena, &cells);

	(void)state;
	check_all("6.000000 3.000000 6.500000 4.000000 7.500000 4.750000", s.items, 6);
	arena_clear(&arena);
}

static void what_no_review_connects_has_no_adjusted_order(void **state)
{
	static const int64_t apart[] = { 5, 6, NO, NO, 7, 8, NO, NO, NO, NO, 1, 2, NO, NO, 3, 4 };
	static const int64_t bridged[] = { 5, 6, NO, NO, 7, 8, 1, NO, NO, NO, 1, 2, NO, NO, 3, 4 };
	struct cells two = table(apart, 4, 4), one = table(bridged, 4, 4);
	struct cells none = table(NULL, 0, 0);
	struct arena arena = { 0 };
	struct severity s = severity_fit(&arena, &two);

	(void)state;
	assert_false(s.defined);
	assert_int_equal(severity_order(&arena, &s, &two)[0].rank, 0);
	assert_true(severity_fit(&arena, &one).defined);
	assert_false(severity_fit(&arena, &none).defined);
	arena_clear(&arena);
}

/* Distances that the program has no use for, for the same published example. */
static double distance_nominal(const struct levels *levels, size_t a, size_t b)
{
	(void)levels;
	return a == b ? 0 : 1;
}

static double distance_ratio(const struct levels *levels, size_t a, size_t b)
{
	double x = (double)levels->values[a], y = (double)levels->values[b];

	return (x - y) / (x + y) * (x - y) / (x + y);
}

/* Krippendorff's example: four observers, twelve units, forty values that have another beside. */
static void krippendorffs_example_comes_out_as_published(void **state)
{
	static const int64_t values[] = {
		1, 1, NO, 1,   /**/
		2, 2, 3, 2,    /**/
		3, 3, 3, 3,    /**/
		3, 3, 3, 3,    /**/
		2, 2, 2, 2,    /**/
		1, 2, 3, 4,    /**/
		4, 4, 4, 4,    /**/
		1, 1, 2, 1,    /**/
		2, 2, 2, 2,    /**/
		NO, 5, 5, 5,   /**/
		NO, NO, 1, 1,  /**/
		NO, NO, 3, NO, /**/
	};
	struct cells cells = table(values, 12, 4);
	struct arena arena = { 0 };

	(void)state;
	check_figure("0.7434", agreement_alpha(&arena, &cells, distance_nominal), 11, 4);
	check_figure("0.8154", agreement_alpha(&arena, &cells, distance_ordinal), 11, 4);
	check_figure("0.8491", agreement_alpha(&arena, &cells, distance_interval), 11, 4);
	check_figure("0.7974", agreement_alpha(&arena, &cells, distance_ratio), 11, 4);
	/* Of the eight that all four have. */
	assert_int_equal(agreement_w(&arena, &cells).items, 8);
	arena_clear(&arena);
}

static void kendalls_w_with_and_without_ties(void **state)
{
	static const int64_t ranks[] = { 1, 1, 6, 6, 5, 3, 3, 6, 2, 2, 4, 5, 5, 2, 4, 4, 3, 1 };
	/* Hollander and Wolfe: 22 runners by three methods, in hundredths of a second. */
	static const int64_t runners[22][3] = { { 540, 550, 555 }, { 585, 570, 575 },
		{ 520, 560, 550 }, { 555, 550, 540 }, { 590, 585, 570 }, { 545, 555, 560 },
		{ 540, 540, 535 }, { 545, 550, 535 }, { 525, 515, 500 }, { 585, 580, 570 },
		{ 525, 520, 510 }, { 565, 555, 545 }, { 560, 535, 545 }, { 505, 500, 495 },
		{ 550, 550, 540 }, { 545, 555, 550 }, { 555, 555, 535 }, { 545, 550, 555 },
		{ 550, 545, 525 }, { 565, 560, 540 }, { 570, 565, 555 }, { 630, 630, 625 } };
	int64_t turned[66];
	struct cells cells = table(ranks, 6, 3), times = table(turned, 3, 22);
	struct arena arena = { 0 };

	(void)state;
	for (size_t runner = 0; runner < 22; runner++)
		for (size_t method = 0; method < 3; method++)
			turned[method * 22 + runner] = runners[runner][method];
	struct figure w = agreement_w(&arena, &cells);
	check_figure("0.1619", w, 6, 3);
	check("2.4286", 3 * 5 * w.value);
	w = agreement_w(&arena, &times);
	check_figure("0.253247", w, 3, 22);
	check("11.142857", 22 * 2 * w.value);
	arena_clear(&arena);
}

static void nothing_is_made_up_where_there_is_no_answer(void **state)
{
	static const int64_t equal[] = { 5, 5, 5, 5, 5, 5 }, alone[] = { 1, 2, 3 },
			     crossed[] = { 1, 2, 2, 1 }, negative[] = { 1, 3, 2, 2, 3, 1, 2, 3 };
	struct cells same = table(equal, 3, 2), one = table(alone, 3, 1),
		     opposed = table(crossed, 2, 2), below = table(negative, 4, 2);
	struct arena arena = { 0 };

	(void)state;
	assert_false(agreement_icc_2_1(&arena, &same).defined);
	assert_false(agreement_icc_2_k(&arena, &same).defined);
	assert_false(agreement_alpha(&arena, &same, distance_interval).defined);
	assert_false(agreement_w(&arena, &same).defined);
	assert_false(agreement_icc_2_1(&arena, &one).defined);
	assert_false(agreement_alpha(&arena, &one, distance_ordinal).defined);
	assert_false(agreement_w(&arena, &one).defined);
	/* Here what it would be divided by is 0. */
	assert_false(agreement_icc_2_1(&arena, &opposed).defined);
	check_figure("0.0000", agreement_w(&arena, &opposed), 2, 2);
	/* Below 0 is shown as it is. */
	assert_true(agreement_icc_2_1(&arena, &below).value < -0.5);
	arena_clear(&arena);
}

static bool near(double a, double b)
{
	return (isnan(a) && isnan(b)) || fabs(a - b) < 1e-7 * (1 + fabs(a));
}

static bool same_figures(struct figure a, struct figure b)
{
	return a.defined == b.defined && near(a.value, b.value) && a.items == b.items &&
	       a.jurors == b.jurors;
}

/* Jurors in another order. */
static bool ignores_order(struct jury *jury, struct arena *arena, uint64_t seed)
{
	struct ballot turned[JURY_BALLOTS];
	struct matrix other = jury->matrix;
	struct agreement a, b;

	for (size_t i = 0; i < other.n; i++) {
		turned[i] = jury->ballots[other.n - 1 - i];
		turned[i].juror = (turned[i].juror + seed) % other.jurors;
	}
	other.ballots = turned;
	agreement_make(arena, &jury->matrix, &a);
	agreement_make(arena, &other, &b);
	struct cells x = cells_make(arena, &jury->matrix), y = cells_make(arena, &other);
	struct severity s = severity_fit(arena, &x), t = severity_fit(arena, &y);
	bool good = same_figures(a.alpha_interval, b.alpha_interval) &&
		    same_figures(a.alpha_ordinal, b.alpha_ordinal) &&
		    same_figures(a.icc_2_1, b.icc_2_1) && same_figures(a.icc_2_k, b.icc_2_k) &&
		    same_figures(a.kendall_w, b.kendall_w) && a.items == b.items &&
		    a.jurors == b.jurors && s.defined == t.defined;
	for (size_t j = 0; good && s.defined && j < other.jurors; j++)
		good = near(s.jurors[j], t.jurors[(j + seed) % other.jurors]);
	for (size_t i = 0; good && s.defined && i < other.items; i++)
		good = near(s.items[i], t.items[i]);
	return good;
}

static void the_order_of_jurors_is_nothing(void **state)
{
	(void)state;
	for_seeds(JURY_SEEDS, ignores_order);
}

/* One juror gives a point more to all: the own scales stay, every adjusted score moves alike. */
static bool knows_kindness(struct jury *jury, struct arena *arena, uint64_t seed)
{
	const struct matrix *m = &jury->matrix;
	struct cells before = cells_make(arena, m);
	struct severity s = severity_fit(arena, &before);
	const double *z = severity_z(arena, &before);
	size_t kind = seed % m->jurors;

	for (size_t i = 0; i < m->n; i++)
		for (size_t c = 0; c < m->criteria; c++)
			jury->scores[i][c] += jury->ballots[i].juror == kind ? 1000 : 0;
	struct cells after = cells_make(arena, m);
	struct severity t = severity_fit(arena, &after);
	const double *y = severity_z(arena, &after);
	size_t active = 0, first = m->items;
	for (size_t j = 0; j < m->jurors; j++)
		active += cells_of_juror(&before, j) > 0 ? 1 : 0;
	double moved = cells_of_juror(&before, kind) > 0 ? 1 / (double)active : 0;
	for (size_t i = 0; i < m->items * m->jurors; i++)
		if (!near(z[i], y[i]))
			return false;
	for (size_t i = 0; s.defined && i < m->items; i++) {
		if (cells_of_item(&before, i) == 0)
			continue;
		first = first == m->items ? i : first;
		if (!near(s.items[i] + moved, t.items[i]))
			return false;
	}
	return s.defined == t.defined;
}

static void a_kind_juror_moves_all_alike(void **state)
{
	(void)state;
	for_seeds(JURY_SEEDS, knows_kindness);
}

/* The first submission once more, with the same reviews: both get the same. */
static bool ties_duplicates(struct jury *jury, struct arena *arena, uint64_t seed)
{
	struct matrix *m = &jury->matrix;
	size_t n = m->n;

	(void)seed;
	for (size_t i = 0; i < n; i++)
		if (jury->ballots[i].item == 0) {
			jury->ballots[m->n] = jury->ballots[i];
			jury->ballots[m->n++].item = m->items;
		}
	m->items++;
	jury->rules.line = 0;
	const struct ranked *rows = ranking_make(arena, m, &jury->rules);
	int64_t ranks[2] = { 0, 0 };
	for (size_t i = 0; i < m->items; i++)
		if (rows[i].item == 0 || rows[i].item == m->items - 1)
			ranks[rows[i].item == 0 ? 0 : 1] = rows[i].rank;
	struct cells cells = cells_make(arena, m);
	struct severity s = severity_fit(arena, &cells);
	const struct place *places = severity_order(arena, &s, &cells);
	return ranks[0] == ranks[1] && places[0].rank == places[m->items - 1].rank;
}

static void a_duplicate_ties(void **state)
{
	(void)state;
	for_seeds(JURY_SEEDS, ties_duplicates);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(shrout_and_fleiss_come_out_as_published),
		TEST(scores_on_their_jurors_own_scale),
		TEST(severity_is_taken_out_of_an_incomplete_table),
		TEST(on_a_full_table_it_is_the_plain_means),
		TEST(what_no_review_connects_has_no_adjusted_order),
		TEST(krippendorffs_example_comes_out_as_published),
		TEST(kendalls_w_with_and_without_ties),
		TEST(nothing_is_made_up_where_there_is_no_answer),
		TEST(the_order_of_jurors_is_nothing),
		TEST(a_kind_juror_moves_all_alike),
		TEST(a_duplicate_ties),
	};
	return RUN(tests);
}
