/* SPDX-License-Identifier: MIT
 * mean:    sum of weight x mean of the criterion's scores, divided by the sum of weights.
 * median:  the same with the median (of an even number: the mean of the middle two).
 * trimmed: the same with the mean without one highest and one lowest score; needs three reviews.
 * borda:   each juror gives a submission as many points as they put below it by their weighted
 * score, a tie counting one half; the points' mean over its reviews, times the number of jurors. A
 * juror's weighted score is the sum of weight x score over the sum of weights. */
#include "src/judging/ranking.h"

#include <stdlib.h>
#include <string.h>

#include "db/base/error.h"

#define METHOD_CODE(value, code, ...) [value] = code,
static const char *const codes[METHOD_COUNT] = { CODES_METHOD(METHOD_CODE) };

enum method method_of_code(const char *code)
{
	for (size_t i = 0; i < LEN(codes); i++)
		if (strcmp(codes[i], code) == 0)
			return (enum method)i;
	return METHOD_MEAN;
}

const char *method_code(enum method method)
{
	return codes[method];
}

/* How one ranks. */
struct way {
	/* Of the n sorted scores that an item has in a criterion: their value times the divisor, an
	 * integer. */
	int64_t (*value)(const int64_t *sorted, size_t n);
	int64_t (*divisor)(size_t n);
	/* Or, in the place of both, of the orders of the jurors: an item's points by the criteria
	 * from `first` up to but not including `end`. */
	struct ratio (*orders)(
		const struct matrix *m, size_t item, size_t n, size_t first, size_t end);
	size_t least; /* reviews without which there is none */
};

static int compare_numbers(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

/* The same jury with its ballots item by item, so that an item's need no looking for: every score
 * is read many times. */
static struct matrix group_ballots(struct arena *arena, const struct matrix *m)
{
	struct ballot *ballots = arena_alloc(arena, (m->n + 1) * sizeof(*ballots));
	size_t *starts = arena_alloc(arena, (m->items + 2) * sizeof(*starts));
	size_t *next = arena_alloc(arena, (m->n + 1) * sizeof(*next));
	size_t *last = arena_alloc(arena, (m->jurors + 1) * sizeof(*last));
	struct matrix grouped = *m;

	for (size_t i = 0; i < m->n; i++)
		starts[m->ballots[i].item + 2]++;
	for (size_t i = 2; i < m->items + 2; i++)
		starts[i] += starts[i - 1];
	/* Each place moves to the end of its item, which is the beginning of the next one. */
	for (size_t i = 0; i < m->n; i++)
		ballots[starts[m->ballots[i].item + 1]++] = m->ballots[i];
	for (size_t i = 0; i < m->n; i++)
		last[ballots[i].juror] = i;
	for (size_t i = 0; i < m->n; i++) {
		next[last[ballots[i].juror]] = i;
		last[ballots[i].juror] = i;
	}
	grouped.ballots = ballots;
	grouped.starts = starts;
	grouped.next = next;
	return grouped;
}

static size_t count_reviews(const struct matrix *m, size_t item)
{
	return m->starts[item + 1] - m->starts[item];
}

static int64_t sum(const int64_t *numbers, size_t n)
{
	int64_t total = 0;

	for (size_t i = 0; i < n; i++)
		total += numbers[i];
	return total;
}

/* A criterion's scores of one item, sorted; n is what count_reviews gives. */
static void collect(const struct matrix *m, size_t item, size_t criterion, int64_t *scores)
{
	size_t n = 0;

	for (size_t i = m->starts[item]; i < m->starts[item + 1]; i++)
		scores[n++] = m->ballots[i].scores[criterion];
	qsort(scores, n, sizeof(*scores), compare_numbers);
}

static int64_t mean(const int64_t *sorted, size_t n)
{
	return sum(sorted, n);
}

static int64_t all(size_t n)
{
	return (int64_t)n;
}

static int64_t median(const int64_t *sorted, size_t n)
{
	return sorted[(n - 1) / 2] + sorted[n / 2];
}

static int64_t two(size_t n)
{
	(void)n;
	return 2;
}

static int64_t trimmed(const int64_t *sorted, size_t n)
{
	return sum(sorted + 1, n - 2);
}

static int64_t all_but_two(size_t n)
{
	return (int64_t)n - 2;
}

/* Of the criteria from `first` up to but not including `end`: all of them, or one for a tie. */
static struct ratio weighted(struct arena *arena, const struct matrix *m, const struct way *way,
	size_t item, size_t n, size_t first, size_t end)
{
	int64_t *scores = arena_alloc(arena, (n + 1) * sizeof(*scores));
	int64_t num = 0, weights = 0;

	for (size_t c = first; c < end; c++) {
		collect(m, item, c, scores);
		num += m->weights[c] * way->value(scores, n);
		weights += m->weights[c];
	}
	/* Scores are thousandths of points: the compared fraction leaves that out, see to_points.
	 */
	return (struct ratio){ num, way->divisor(n) * weights };
}

static struct ratio to_points(struct ratio thousandths)
{
	return (struct ratio){ thousandths.num, thousandths.den * 1000 };
}

/* The sum of weight x score of one ballot over the criteria; the common divisor is left out. */
static int64_t ballot_value(
	const struct matrix *m, const struct ballot *ballot, size_t first, size_t end)
{
	int64_t total = 0;

	for (size_t c = first; c < end; c++)
		total += m->weights[c] * ballot->scores[c];
	return total;
}

static size_t count_jurors(const struct matrix *m)
{
	size_t n = 0;

	for (size_t j = 0; j < m->jurors; j++)
		for (size_t i = 0; i < m->n; i++)
			if (m->ballots[i].juror == j) {
				n++;
				break;
			}
	return n;
}

/* Twice the points one ballot gives its item. */
static int64_t borda_twice(const struct matrix *m, size_t ballot, size_t first, size_t end)
{
	int64_t own = ballot_value(m, &m->ballots[ballot], first, end), twice = 0;

	for (size_t i = m->next[ballot]; i != ballot; i = m->next[i]) {
		int64_t value = ballot_value(m, &m->ballots[i], first, end);

		twice += value < own ? 2 : value == own ? 1 : 0;
	}
	return twice;
}

static struct ratio borda(const struct matrix *m, size_t item, size_t n, size_t first, size_t end)
{
	int64_t twice = 0;

	for (size_t i = m->starts[item]; i < m->starts[item + 1]; i++)
		twice += borda_twice(m, i, first, end);
	return (struct ratio){ twice * (int64_t)count_jurors(m), 2 * (int64_t)n };
}

static const struct way ways[METHOD_COUNT] = {
	[METHOD_MEAN] = { mean, all, .least = 1 },
	[METHOD_MEDIAN] = { median, two, .least = 1 },
	[METHOD_TRIMMED] = { trimmed, all_but_two, .least = 3 },
	[METHOD_BORDA] = { .orders = borda, .least = 1 },
};

bool method_by_order(enum method method)
{
	return ways[method].orders != NULL;
}

static struct ratio score_of(struct arena *arena, const struct matrix *m, enum method method,
	size_t item, size_t n, size_t first, size_t end)
{
	const struct way *way = &ways[method];

	return way->orders != NULL ? way->orders(m, item, n, first, end) :
				     weighted(arena, m, way, item, n, first, end);
}

struct ratio *ranking_by_criterion(
	struct arena *arena, const struct matrix *matrix, enum method method)
{
	struct matrix m = group_ballots(arena, matrix);
	struct ratio *values = arena_alloc(arena, (m.items * m.criteria + 1) * sizeof(*values));

	for (size_t i = 0; i < m.items; i++) {
		size_t n = count_reviews(&m, i);

		for (size_t c = 0; c < m.criteria; c++)
			if (ways[method].orders == NULL && n >= ways[method].least &&
				m.weights[c] > 0)
				values[i * m.criteria + c] = to_points(
					weighted(arena, &m, &ways[method], i, n, c, c + 1));
	}
	return values;
}

/* What the jurors' weighted scores say beside the official order. */
static void add_advice(struct arena *arena, const struct matrix *m, struct ranked *row)
{
	int64_t *values = arena_alloc(arena, (row->reviews + 1) * sizeof(*values));
	int64_t weights = sum(m->weights, m->criteria);
	size_t n = 0;

	for (size_t i = m->starts[row->item]; i < m->starts[row->item + 1]; i++)
		values[n++] = ballot_value(m, &m->ballots[i], 0, m->criteria);
	if (n == 0)
		return;
	qsort(values, n, sizeof(*values), compare_numbers);
	row->median = to_points((struct ratio){ values[(n - 1) / 2] + values[n / 2], 2 * weights });
	row->spread = to_points((struct ratio){ values[n - 1] - values[0], weights });
}

/* Higher scores first; rows without enough reviews behind all others, by item. */
static int compare_rows(const void *a, const void *b)
{
	const struct ranked *x = a, *y = b;

	if (x->enough != y->enough)
		return x->enough ? -1 : 1;
	int order = x->enough ? ratio_compare(y->score, x->score) : 0;
	if (order != 0)
		return order;
	return (x->item > y->item) - (x->item < y->item);
}

/* 1 2 2 4: rows[from..to) share a rank where their keys are equal. `keys` belongs to them, in their
 * order. */
static void number_rows(struct ranked *rows, const struct ratio *keys, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++) {
		bool shares = i > from && ratio_compare(keys[i - from], keys[i - from - 1]) == 0;

		rows[i].rank = shares ? rows[i - 1].rank : (int64_t)i + 1;
		rows[i].tied = shares;
		if (shares)
			rows[i - 1].tied = true;
	}
}

/* Orders rows[from..to), which share a rank, by their keys; `keys` belongs to them, in their order.
 */
static void sort_group(struct ranked *rows, struct ratio *keys, size_t from, size_t to)
{
	/* Insertion sort: groups are small, and it keeps key and row together. */
	for (size_t i = 1; i < to - from; i++)
		for (size_t k = i; k > 0 && ratio_compare(keys[k], keys[k - 1]) > 0; k--) {
			struct ratio key = keys[k];
			struct ranked row = rows[from + k];

			keys[k] = keys[k - 1];
			keys[k - 1] = key;
			rows[from + k] = rows[from + k - 1];
			rows[from + k - 1] = row;
		}
	number_rows(rows, keys, from, to);
}

/* Every row keeps what it was compared by. */
static void add_step(struct arena *arena, const struct ranking_rules *rules, struct ranked *row,
	struct tie_step step)
{
	if (row->steps == NULL)
		row->steps = arena_alloc(arena, (rules->tie_count + 1) * sizeof(*row->steps));
	row->steps[row->step_count++] = step;
}

static void split_group(struct arena *arena, const struct matrix *m,
	const struct ranking_rules *rules, struct ranked *rows, size_t from, size_t to, size_t tie)
{
	struct ratio *keys = arena_alloc(arena, (to - from) * sizeof(*keys));
	size_t c = rules->ties[tie];

	for (size_t i = from; i < to; i++) {
		struct ratio key =
			score_of(arena, m, rules->method, rows[i].item, rows[i].reviews, c, c + 1);

		keys[i - from] = key;
		add_step(arena, rules, &rows[i],
			(struct tie_step){ .criterion = c,
				.value = method_by_order(rules->method) ? key : to_points(key) });
	}
	sort_group(rows, keys, from, to);
}

/* A lot decides only between those it was drawn among. */
static void split_by_lot(struct arena *arena, const struct ranking_rules *rules,
	struct ranked *rows, size_t from, size_t to)
{
	struct ratio *keys = arena_alloc(arena, (to - from) * sizeof(*keys));

	for (size_t i = from; i < to; i++)
		if (rules->lot == NULL || rules->lot[rows[i].item] == 0)
			return;
	for (size_t i = from; i < to; i++) {
		int64_t place = (int64_t)rules->lot[rows[i].item];

		keys[i - from] = (struct ratio){ -place, 1 };
		add_step(arena, rules, &rows[i],
			(struct tie_step){ .lot = true, .value = { place, 1 } });
	}
	sort_group(rows, keys, from, to);
}

/* The group of equal ranks that crosses the line, if one does. */
static bool find_crossing(const struct ranking_rules *rules, const struct ranked *rows,
	size_t ranked_count, size_t *from, size_t *to)
{
	if (rules->line == 0 || rules->line >= ranked_count)
		return false;
	*from = rules->line - 1;
	while (*from > 0 && rows[*from - 1].rank == rows[*from].rank)
		(*from)--;
	*to = *from + 1;
	while (*to < ranked_count && rows[*to].rank == rows[*from].rank)
		(*to)++;
	return *to > rules->line;
}

/* The one group that crosses the line is split by the tie rule, criterion by criterion and at last
 * by the lot, as far as the part that still crosses it goes. */
static void resolve_line(struct arena *arena, const struct matrix *m,
	const struct ranking_rules *rules, struct ranked *rows, size_t ranked_count)
{
	size_t from, to;

	for (size_t tie = 0; tie < rules->tie_count; tie++)
		if (find_crossing(rules, rows, ranked_count, &from, &to))
			split_group(arena, m, rules, rows, from, to, tie);
	if (find_crossing(rules, rows, ranked_count, &from, &to))
		split_by_lot(arena, rules, rows, from, to);
	if (find_crossing(rules, rows, ranked_count, &from, &to))
		for (size_t i = from; i < to; i++)
			rows[i].crosses = true;
}

struct ranked *ranking_make(
	struct arena *arena, const struct matrix *matrix, const struct ranking_rules *rules)
{
	struct matrix grouped = group_ballots(arena, matrix);
	const struct matrix *m = &grouped;
	struct ranked *rows = arena_alloc(arena, (m->items + 1) * sizeof(*rows));
	size_t least = rules->min_reviews, ranked_count = 0;

	if (least < ways[rules->method].least)
		least = ways[rules->method].least;
	for (size_t i = 0; i < m->items; i++) {
		rows[i] = (struct ranked){ .item = i, .reviews = count_reviews(m, i) };
		rows[i].enough =
			rows[i].reviews >= least && (rules->apart == NULL || !rules->apart[i]);
		add_advice(arena, m, &rows[i]);
		if (!rows[i].enough)
			continue;
		rows[i].score =
			score_of(arena, m, rules->method, i, rows[i].reviews, 0, m->criteria);
		ranked_count++;
	}
	qsort(rows, m->items, sizeof(*rows), compare_rows);
	struct ratio *keys = arena_alloc(arena, (ranked_count + 1) * sizeof(*keys));
	for (size_t i = 0; i < ranked_count; i++)
		keys[i] = rows[i].score;
	number_rows(rows, keys, 0, ranked_count);
	resolve_line(arena, m, rules, rows, ranked_count);
	for (size_t i = 0; i < ranked_count; i++)
		if (!method_by_order(rules->method))
			rows[i].score = to_points(rows[i].score);
	return rows;
}
