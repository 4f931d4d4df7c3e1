/* SPDX-License-Identifier: MIT */
#include "tests/unit/exact.h"

#include <stdio.h>

static struct fraction reduce(wide num, wide den)
{
	wide a = num < 0 ? -num : num, b = den;

	while (b != 0) {
		wide rest = a % b;

		a = b;
		b = rest;
	}
	return a == 0 ? (struct fraction){ 0, 1 } : (struct fraction){ num / a, den / a };
}

static struct fraction add(struct fraction a, struct fraction b)
{
	return reduce(a.num * b.den + b.num * a.den, a.den * b.den);
}

static struct fraction times(struct fraction a, wide num, wide den)
{
	return reduce(a.num * num, a.den * den);
}

static struct fraction whole(wide number)
{
	return (struct fraction){ number, 1 };
}

int fraction_compare(struct fraction a, struct fraction b)
{
	wide left = a.num * b.den, right = b.num * a.den;

	return (left > right) - (left < right);
}

bool fraction_is(struct fraction a, struct ratio b)
{
	if (a.den == 0 || b.den == 0)
		return a.den == 0 && b.den == 0;
	return a.num * b.den == (wide)b.num * a.den;
}

void fraction_format(struct fraction a, char *out, size_t size)
{
	wide rounded = (a.num * 20000 + a.den) / (2 * a.den);

	snprintf(out, size, "%lld.%04lld", (long long)(rounded / 10000),
		(long long)(rounded % 10000));
}

/* The k-th smallest (from 0) of values, by counting. */
static struct fraction kth(const struct fraction *values, size_t n, size_t k)
{
	for (size_t i = 0; i < n; i++) {
		size_t below = 0, same = 0;

		for (size_t o = 0; o < n; o++) {
			int order = fraction_compare(values[o], values[i]);

			below += order < 0 ? 1 : 0;
			same += order == 0 ? 1 : 0;
		}
		if (below <= k && k < below + same)
			return values[i];
	}
	return (struct fraction){ 0 };
}

static struct fraction middle(const struct fraction *values, size_t n)
{
	return times(add(kth(values, n, (n - 1) / 2), kth(values, n, n / 2)), 1, 2);
}

/* One criterion's scores of one item brought together as the method says. */
static struct fraction together(enum method method, const struct fraction *values, size_t n)
{
	struct fraction total = whole(0);

	if (method == METHOD_MEDIAN)
		return middle(values, n);
	for (size_t i = 0; i < n; i++)
		total = add(total, values[i]);
	if (method != METHOD_TRIMMED)
		return times(total, 1, (wide)n);
	total = add(total, times(kth(values, n, 0), -1, 1));
	total = add(total, times(kth(values, n, n - 1), -1, 1));
	return times(total, 1, (wide)n - 2);
}

/* A ballot's weighted score over the criteria [first, end). */
static struct fraction ballot_score(
	const struct matrix *m, const struct ballot *b, size_t first, size_t end)
{
	struct fraction total = whole(0);
	wide weights = 0;

	for (size_t c = first; c < end; c++) {
		total = add(total, reduce((wide)m->weights[c] * b->scores[c], 1000));
		weights += m->weights[c];
	}
	return times(total, 1, weights);
}

static struct fraction borda_points(
	const struct matrix *m, const struct ballot *mine, size_t first, size_t end)
{
	struct fraction own = ballot_score(m, mine, first, end), points = whole(0);

	for (size_t i = 0; i < m->n; i++) {
		const struct ballot *b = &m->ballots[i];

		if (b->juror != mine->juror || b == mine)
			continue;
		int order = fraction_compare(ballot_score(m, b, first, end), own);
		points = add(points, reduce(order < 0 ? 2 : order == 0 ? 1 : 0, 2));
	}
	return points;
}

static size_t voting_jurors(const struct matrix *m)
{
	size_t n = 0;

	for (size_t i = 0; i < m->n; i++) {
		bool seen = false;

		for (size_t k = 0; k < i; k++)
			seen = seen || m->ballots[k].juror == m->ballots[i].juror;
		n += seen ? 0 : 1;
	}
	return n;
}

static struct fraction borda_score(
	const struct matrix *m, size_t item, size_t n, size_t first, size_t end)
{
	struct fraction total = whole(0);

	for (size_t i = 0; i < m->n; i++)
		if (m->ballots[i].item == item)
			total = add(total, borda_points(m, &m->ballots[i], first, end));
	return times(total, (wide)voting_jurors(m), (wide)n);
}

static struct fraction item_score(
	const struct matrix *m, enum method method, size_t item, size_t n, size_t first, size_t end)
{
	struct fraction total = whole(0), values[256];
	wide weights = 0;

	if (method == METHOD_BORDA)
		return borda_score(m, item, n, first, end);
	for (size_t c = first; c < end; c++) {
		size_t k = 0;

		for (size_t i = 0; i < m->n; i++)
			if (m->ballots[i].item == item)
				values[k++] = reduce(m->ballots[i].scores[c], 1000);
		total = add(total, times(together(method, values, n), m->weights[c], 1));
		weights += m->weights[c];
	}
	return times(total, 1, weights);
}

/* Ranks those in the group, which come after `above` others, by their keys. */
static void rank_group(
	size_t items, const bool *in, const struct fraction *keys, size_t above, struct exact *out)
{
	for (size_t i = 0; i < items; i++) {
		size_t better = 0, same = 0;

		for (size_t k = 0; in[i] && k < items; k++) {
			int order = in[k] ? fraction_compare(keys[k], keys[i]) : -1;

			better += order > 0 ? 1 : 0;
			same += order == 0 ? 1 : 0;
		}
		if (!in[i])
			continue;
		out->rank[i] = above + better + 1;
		out->tied[i] = same > 1;
	}
}

/* Those who share the rank that the line divides; how many. */
static size_t group_at_line(size_t items, size_t line, const struct exact *out, bool *in)
{
	for (size_t i = 0; i < items; i++) {
		size_t n = 0;

		for (size_t k = 0; k < items; k++) {
			in[k] = out->rank[k] != 0 && out->rank[k] == out->rank[i];
			n += in[k] ? 1 : 0;
		}
		if (out->rank[i] != 0 && out->rank[i] <= line && out->rank[i] + n - 1 > line)
			return n;
	}
	return 0;
}

static void break_ties(const struct matrix *m, const struct ranking_rules *rules, struct exact *out)
{
	for (size_t t = 0; t < rules->tie_count; t++) {
		struct fraction keys[EXACT_ITEMS];
		bool in[EXACT_ITEMS];
		size_t c = rules->ties[t], above = 0;

		if (group_at_line(m->items, rules->line, out, in) == 0)
			return;
		for (size_t i = 0; i < m->items; i++) {
			if (!in[i])
				continue;
			above = out->rank[i] - 1;
			keys[i] = item_score(m, rules->method, i, out->reviews[i], c, c + 1);
		}
		rank_group(m->items, in, keys, above, out);
	}
}

static void advise(const struct matrix *m, size_t item, struct exact *out)
{
	struct fraction values[256];
	size_t n = 0;

	for (size_t i = 0; i < m->n; i++)
		if (m->ballots[i].item == item)
			values[n++] = ballot_score(m, &m->ballots[i], 0, m->criteria);
	out->reviews[item] = n;
	if (n == 0)
		return;
	out->median[item] = middle(values, n);
	out->spread[item] = add(kth(values, n, n - 1), times(kth(values, n, 0), -1, 1));
}

void exact_rank(const struct matrix *m, const struct ranking_rules *rules, struct exact *out)
{
	bool enough[EXACT_ITEMS];
	size_t least = rules->min_reviews;

	if (rules->method == METHOD_TRIMMED && least < 3)
		least = 3;
	*out = (struct exact){ 0 };
	for (size_t i = 0; i < m->items; i++) {
		advise(m, i, out);
		enough[i] = out->reviews[i] >= least && out->reviews[i] > 0;
		if (enough[i])
			out->score[i] =
				item_score(m, rules->method, i, out->reviews[i], 0, m->criteria);
	}
	rank_group(m->items, enough, out->score, 0, out);
	if (rules->line > 0)
		break_ties(m, rules, out);
}
