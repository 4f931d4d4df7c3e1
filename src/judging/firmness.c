/* SPDX-License-Identifier: MIT */
#include "src/judging/firmness.h"

#include <string.h>

#include "db/base/error.h"

enum { WHOLE = 1000 };

enum seat { SEAT_APART, SEAT_IN, SEAT_AT_LINE, SEAT_OUT };

/* What came out of one ranking, as far as it is compared. */
struct result {
	enum seat *seats; /* one an item */
	bool *first;      /* has the first rank, alone or shared */
	size_t winner, ranked;
	int64_t lead; /* of `of` */
};

static size_t line_of(const struct ranking_rules *rules, size_t ranked)
{
	return rules->line == 0 ? ranked : rules->line;
}

/* The score of `of` less the best of all others. */
static int64_t lead_of(const struct ranked *rows, size_t ranked, size_t of)
{
	int64_t own = 0, other = 0;
	bool found = false;

	for (size_t i = 0; i < ranked; i++) {
		int64_t score = ratio_rounded(rows[i].score, 4);

		if (rows[i].item == of)
			own = score;
		else if (!found || score > other)
			other = score;
		found = found || rows[i].item != of;
	}
	return found ? own - other : 0;
}

static void read_rows(const struct ranked *rows, const struct ranking_rules *rules, size_t items,
	struct result *r)
{
	r->ranked = 0;
	while (r->ranked < items && rows[r->ranked].enough)
		r->ranked++;
	size_t line = line_of(rules, r->ranked);
	for (size_t from = 0, to = 0; from < r->ranked; from = to) {
		while (to < r->ranked && rows[to].rank == rows[from].rank)
			to++;
		for (size_t i = from; i < to; i++) {
			r->seats[rows[i].item] = to <= line   ? SEAT_IN :
						 from >= line ? SEAT_OUT :
								SEAT_AT_LINE;
			r->first[rows[i].item] = rows[i].rank == 1;
		}
	}
	r->winner = r->ranked > 0 && !rows[0].tied ? rows[0].item : NO_WINNER;
}

/* `of`: whose lead is asked for; NO_WINNER: nobody's. */
static struct result rank(
	struct arena *arena, const struct matrix *m, const struct ranking_rules *rules, size_t of)
{
	struct result r = { .seats = arena_alloc(arena, (m->items + 1) * sizeof(*r.seats)),
		.first = arena_alloc(arena, (m->items + 1) * sizeof(*r.first)) };
	const struct ranked *rows = ranking_make(arena, m, rules);

	read_rows(rows, rules, m->items, &r);
	r.lead = lead_of(rows, r.ranked, of == NO_WINNER ? r.winner : of);
	return r;
}

static bool same_first(const struct result *a, const struct result *b, size_t items)
{
	return memcmp(a->first, b->first, items * sizeof(*a->first)) == 0;
}

static bool same_seats(const struct result *a, const struct result *b, size_t items)
{
	return memcmp(a->seats, b->seats, items * sizeof(*a->seats)) == 0;
}

/* What all comparisons start from. */
struct start {
	const struct matrix *matrix;
	struct ranking_rules rules; /* as locked, but for what stands apart */
	struct result official;
	size_t *reviews; /* one an item */
};

static struct start start_from(
	struct arena *arena, const struct matrix *m, const struct ranking_rules *rules)
{
	bool *apart = arena_alloc(arena, (m->items + 1) * sizeof(*apart));
	struct start start = {
		.matrix = m, .rules = *rules, .official = rank(arena, m, rules, NO_WINNER)
	};

	for (size_t i = 0; i < m->items; i++)
		apart[i] = start.official.seats[i] == SEAT_APART;
	start.reviews = arena_alloc(arena, (m->items + 1) * sizeof(*start.reviews));
	for (size_t i = 0; i < m->n; i++)
		start.reviews[m->ballots[i].item]++;
	start.rules.apart = apart;
	start.rules.min_reviews = 1;
	return start;
}

static struct matrix without_juror(struct arena *arena, const struct matrix *m, size_t juror)
{
	struct ballot *kept = arena_alloc(arena, (m->n + 1) * sizeof(*kept));
	struct matrix other = *m;

	other.n = 0;
	for (size_t i = 0; i < m->n; i++)
		if (m->ballots[i].juror != juror)
			kept[other.n++] = m->ballots[i];
	other.ballots = kept;
	return other;
}

/* It weighs nothing, and decides no tie. */
static struct matrix without_criterion(
	struct arena *arena, const struct matrix *m, size_t criterion, struct ranking_rules *rules)
{
	int64_t *weights = arena_alloc(arena, m->criteria * sizeof(*weights));
	size_t *ties = arena_alloc(arena, (rules->tie_count + 1) * sizeof(*ties)), n = 0;
	struct matrix other = *m;

	memcpy(weights, m->weights, m->criteria * sizeof(*weights));
	weights[criterion] = 0;
	other.weights = weights;
	for (size_t i = 0; i < rules->tie_count; i++)
		if (rules->ties[i] != criterion)
			ties[n++] = rules->ties[i];
	rules->ties = ties;
	rules->tie_count = n;
	return other;
}

static void compare(struct arena *arena, const struct start *start, enum variant_kind kind,
	size_t left_out, struct firmness *out)
{
	const struct result *official = &start->official;
	struct ranking_rules rules = start->rules;
	struct matrix m = *start->matrix;

	if (kind == VARIANT_JUROR)
		m = without_juror(arena, start->matrix, left_out);
	else if (kind == VARIANT_CRITERION)
		m = without_criterion(arena, start->matrix, left_out, &rules);
	else
		rules.method = (enum method)left_out;
	struct result r = rank(arena, &m, &rules, official->winner);
	if (r.ranked != official->ranked)
		return;
	struct variant v = { .kind = kind,
		.left_out = left_out,
		.winner = r.winner,
		.same_winner = same_first(&r, official, m.items),
		.selection_changes = !same_seats(&r, official, m.items),
		.lead = official->winner == NO_WINNER ? 0 : r.lead };
	out->variants[out->n++] = v;
	out->same += v.same_winner ? 1 : 0;
	out->same_selection += v.selection_changes ? 0 : 1;
}

static bool has_reviews(const struct matrix *m, size_t juror)
{
	for (size_t i = 0; i < m->n; i++)
		if (m->ballots[i].juror == juror)
			return true;
	return false;
}

static void compare_all(struct arena *arena, const struct start *start, struct firmness *out)
{
	const struct matrix *m = start->matrix;

	out->variants = arena_alloc(
		arena, (m->jurors + m->criteria + METHOD_COUNT) * sizeof(*out->variants));
	for (size_t j = 0; j < m->jurors; j++)
		if (has_reviews(m, j))
			compare(arena, start, VARIANT_JUROR, j, out);
	for (size_t c = 0; m->criteria > 1 && c < m->criteria; c++)
		compare(arena, start, VARIANT_CRITERION, c, out);
	for (enum method method = 0; method < METHOD_COUNT; method++)
		if (method != start->rules.method)
			compare(arena, start, VARIANT_METHOD, method, out);
}

/* --- One weight moved --- */

enum { TRIED = 1, OTHER_WINNER = 2, OTHER_SELECTION = 4 };

/* One criterion's weight at every thousandth of the whole, each ranked at most once. */
struct search {
	const struct start *start;
	size_t criterion;
	int64_t others; /* the sum of the other weights */
	unsigned char seen[WHOLE + 1];
	size_t winners[WHOLE + 1];
	int64_t *points; /* of Borda, items x shares; NULL */
};

/* At `share` thousandths; the others keep their proportions: all integers. */
static void weigh(const struct search *search, int64_t share, int64_t *weights)
{
	const struct matrix *m = search->start->matrix;

	for (size_t c = 0; c < m->criteria; c++)
		weights[c] = c == search->criterion ? share * search->others :
						      (WHOLE - share) * m->weights[c];
}

static unsigned try_share(struct search *search, int64_t share)
{
	const struct start *start = search->start;
	struct matrix m = *start->matrix;
	struct arena scratch = { 0 };
	unsigned char *seen = &search->seen[share];

	if (*seen != 0)
		return *seen;
	int64_t *weights = arena_alloc(&scratch, m.criteria * sizeof(*weights));
	weigh(search, share, weights);
	m.weights = weights;
	struct result r = rank(&scratch, &m, &start->rules, NO_WINNER);
	*seen = TRIED;
	if (!same_first(&r, &start->official, m.items))
		*seen |= OTHER_WINNER;
	if (!same_seats(&r, &start->official, m.items))
		*seen |= OTHER_SELECTION;
	search->winners[share] = r.winner;
	arena_clear(&scratch);
	return *seen;
}

/* Every score but Borda's is a straight line in the weight, so what has once changed on the way to
 * `end` stays changed, and halving finds where. */
static int64_t halve(struct search *search, int64_t near, int64_t end, unsigned what)
{
	if ((try_share(search, end) & what) == 0)
		return -1;
	while (near != end) {
		int64_t middle = near < end ? near + (end - near) / 2 : near - (near - end) / 2;

		if ((try_share(search, middle) & what) != 0)
			end = middle;
		else
			near = middle + (near < end ? 1 : -1);
	}
	return end;
}

/* What the criterion adds to the difference between two of a juror's ballots at the whole of the
 * weight, and what the others add at none of it. */
static void apart(const struct search *search, const struct ballot *a, const struct ballot *b,
	int64_t *own, int64_t *others)
{
	const struct matrix *m = search->start->matrix;

	*own = *others = 0;
	for (size_t c = 0; c < m->criteria; c++) {
		int64_t gap = a->scores[c] - b->scores[c];

		if (c == search->criterion)
			*own = search->others * gap;
		else
			*others += m->weights[c] * gap;
	}
}

/* Twice the points that the first of two gets of their juror at that share. */
static int64_t twice_points(int64_t own, int64_t others, int64_t share)
{
	int64_t value = share * own + (WHOLE - share) * others;

	return value > 0 ? 2 : value == 0 ? 1 : 0;
}

static int64_t *points_at(const struct search *search, size_t item, int64_t share)
{
	return &search->points[item * WHOLE + (size_t)share];
}

/* The points of two ballots of one juror, as what changes from one share to the next: they change
 * sides once at most, at the share where both weigh alike, or past it. */
static void add_pair(struct search *search, const struct ballot *a, const struct ballot *b)
{
	int64_t own, others;

	apart(search, a, b, &own, &others);
	int64_t points = twice_points(own, others, 1);
	int64_t turn = own == others ? 0 : WHOLE * others / (others - own);
	*points_at(search, a->item, 1) += points;
	*points_at(search, b->item, 1) += 2 - points;
	for (int64_t share = turn < 2 ? 2 : turn; share <= turn + 1 && share < WHOLE; share++) {
		int64_t now = twice_points(own, others, share);

		*points_at(search, a->item, share) += now - points;
		*points_at(search, b->item, share) -= now - points;
		points = now;
	}
}

/* Twice every submission's points at every share; without the number of its reviews. */
static void add_all(struct arena *arena, struct search *search)
{
	const struct matrix *m = search->start->matrix;

	search->points = arena_alloc(arena, (m->items + 1) * WHOLE * sizeof(*search->points));
	for (size_t i = 0; i < m->n; i++)
		for (size_t k = i + 1; k < m->n; k++)
			if (m->ballots[i].juror == m->ballots[k].juror)
				add_pair(search, &m->ballots[i], &m->ballots[k]);
	for (size_t item = 0; item < m->items; item++)
		for (int64_t share = 2; share < WHOLE; share++)
			*points_at(search, item, share) += *points_at(search, item, share - 1);
}

/* Is every one of the chosen still ahead of every other, with no tie to be decided? */
static bool is_ahead(const struct search *search, int64_t share, unsigned what)
{
	const struct start *start = search->start;
	struct ratio least = { INT64_MAX, 1 }, most = { -1, 1 };

	for (size_t i = 0; i < start->matrix->items; i++) {
		enum seat seat = start->official.seats[i];
		bool chosen = what == OTHER_WINNER ? start->official.first[i] : seat == SEAT_IN;
		struct ratio score = { *points_at(search, i, share), (int64_t)start->reviews[i] };

		if (seat == SEAT_APART)
			continue;
		if (seat == SEAT_AT_LINE && what == OTHER_SELECTION)
			return false;
		if (chosen &&
			(least.num == INT64_MAX || score.num * least.den < least.num * score.den))
			least = score;
		if (!chosen && score.num * most.den > most.num * score.den)
			most = score;
	}
	return most.num < 0 || least.num * most.den > most.num * least.den;
}

/* Borda's points can go and come back: step by step, but ranked only where it is close. */
static int64_t walk(struct search *search, int64_t near, int64_t end, unsigned what)
{
	int64_t step = near <= end ? 1 : -1;
	bool sole = what == OTHER_SELECTION || search->start->official.winner != NO_WINNER;

	for (int64_t share = near; share != end + step; share += step)
		if (!(sole && is_ahead(search, share, what)) &&
			(try_share(search, share) & what) != 0)
			return share;
	return -1;
}

static int64_t find(struct search *search, struct ratio now, unsigned what)
{
	int64_t (*way)(struct search *, int64_t, int64_t, unsigned) =
		search->start->rules.method == METHOD_BORDA ? walk : halve;
	int64_t below = now.num * WHOLE / now.den, above = below + 1;

	below -= below * now.den == now.num * WHOLE ? 1 : 0;
	int64_t up = above < WHOLE ? way(search, above, WHOLE - 1, what) : -1;
	int64_t down = below > 0 ? way(search, below, 1, what) : -1;
	if (up < 0 || down < 0)
		return up < 0 ? down : up;
	/* The nearer one; of two as near the larger. */
	return up * now.den - now.num * WHOLE <= now.num * WHOLE - down * now.den ? up : down;
}

static void tip(struct arena *arena, const struct start *start, struct firmness *out)
{
	const struct matrix *m = start->matrix;
	int64_t whole = 0;

	out->weights = arena_alloc(arena, m->criteria * sizeof(*out->weights));
	for (size_t c = 0; c < m->criteria; c++)
		whole += m->weights[c];
	for (size_t c = 0; c < m->criteria; c++) {
		struct search search = { start, c, whole - m->weights[c], { 0 }, { 0 }, NULL };
		struct tipping *t = &out->weights[c];

		if (start->rules.method == METHOD_BORDA)
			add_all(arena, &search);
		t->now = (struct ratio){ m->weights[c], whole };
		t->winner_at = find(&search, t->now, OTHER_WINNER);
		t->selection_at = find(&search, t->now, OTHER_SELECTION);
		t->then = t->winner_at < 0 ? NO_WINNER : search.winners[t->winner_at];
	}
}

void firmness_make(struct arena *arena, const struct matrix *matrix,
	const struct ranking_rules *rules, struct firmness *out)
{
	struct start start = start_from(arena, matrix, rules);

	*out = (struct firmness){ .winner = start.official.winner,
		.ranked = start.official.ranked,
		.lead = start.official.winner == NO_WINNER ? 0 : start.official.lead,
		.has_line = rules->line > 0 && rules->line < start.official.ranked };
	if (out->ranked == 0)
		return;
	compare_all(arena, &start, out);
	if (matrix->criteria > 1)
		tip(arena, &start, out);
}
