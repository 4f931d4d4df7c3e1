/* SPDX-License-Identifier: MIT
 * The ranking of a closed round on paper: by what rules, everything that was compared with its
 * points, how a tie was decided, and what has no rank. While the names of a blind round are hidden
 * it has codes alone (directive 2014/24/EU, article 82). */
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/documents/comparison.h"
#include "src/documents/papers.h"
#include "src/judging/blind.h"
#include "src/judging/round_name.h"
#include "src/judging/tie_words.h"

static void add_columns(const struct comparison *c, struct writing_table *t, bool names)
{
	writing_column(t, C_("column", "Rank"), true);
	writing_column(t, C_("column", "Code"), false);
	if (names)
		writing_column(t, C_("document", "Entrant"), false);
	for (size_t i = 0; c->points.judged && i < c->points.criteria; i++)
		writing_column(t, criterion_name(&c->standing.criteria.rows[i]), true);
	writing_column(t, C_("document", "In all"), true);
	writing_column(t, C_("document", "Reviews"), true);
	if (c->items.n > 0)
		writing_column(t, C_("document", "Outcome"), false);
}

static void add_row(const struct comparison *c, struct writing_table *t,
	const struct standing_row *row, bool names)
{
	const char **cells = writing_row(c->w, t);
	size_t n = 0;

	cells[n++] = row->ranked.enough ? writing_number(c->w, row->ranked.rank) : "–";
	cells[n++] = row->item.code;
	if (names)
		cells[n++] = comparison_entrant(c, &row->item);
	for (size_t i = 0; c->points.judged && i < c->points.criteria; i++)
		cells[n++] = row->ranked.enough ?
				     writing_points(c->w, points_of(&c->points, row, i)) :
				     "–";
	cells[n++] = writing_points(c->w, row->ranked.score);
	cells[n++] = writing_number(c->w, (int64_t)row->ranked.reviews);
	if (c->items.n > 0)
		cells[n++] = comparison_outcome(c, row->item.id);
}

/* So many criteria that a table would be wider than the page have their points on the feedback
 * sheets alone. */
static bool is_narrow(const struct comparison *c)
{
	return c->points.criteria + 6 <= WRITING_COLUMNS;
}

static void put_ranking(struct comparison *c)
{
	struct writing_table t = { 0 };
	bool names = !blind_hides(c->w->ctx, c->round.id), judged = c->points.judged;

	c->points.judged = judged && is_narrow(c);
	add_columns(c, &t, names);
	for (size_t i = 0; i < c->standing.n; i++)
		add_row(c, &t, &c->standing.rows[i], names);
	c->points.judged = judged;
	document_heading(c->w->page, C_("document", "Ranking list"));
	writing_table(c->w, &t, C_("document", "Everything that was compared"),
		C_("document", "Nothing was compared."));
}

static struct error put_ties(const struct comparison *c)
{
	bool first = true;

	for (size_t i = 0; i < c->standing.n; i++) {
		struct tie_words words;

		TRY(tie_tell(c->w->ctx, c->w->arena, &c->standing, &c->round, i, &words));
		if (words.n == 0)
			continue;
		if (first)
			document_heading(c->w->page, C_("document", "Ties"));
		first = false;
		writing_heading(c->w, c->standing.rows[i].item.code);
		document_add(c->w->page,
			&(struct block){ .kind = BLOCK_LIST, .cells = words.lines, .n = words.n });
	}
	return ok();
}

static struct error write(struct writing *w, const struct document_ask *ask, struct documents *out)
{
	struct comparison c;
	int64_t decision_id;
	const char *name;

	TRY(comparison_decided(w->ctx, w->arena, ask->id, &decision_id));
	TRY(comparison_read(&c, w, ask->id, decision_id));
	TRY(round_name(w->ctx, w->arena, &c.round, &name));
	TRY(writing_begin(w, out, C_("document", "Ranking sheet")));
	out->about = c.round.key;
	writing_fact(w, C_("document", "Matter"), name);
	writing_fact(w, C_("document", "Round"), c.round.key);
	writing_fact(w, C_("document", "Evaluation closed"), writing_time(w, c.round.closed));
	writing_fact(w, C_("document", "Printed"), writing_time(w, context_now(w->ctx)));
	writing_facts(w, NULL);
	comparison_rules(&c);
	put_ranking(&c);
	return put_ties(&c);
}

static struct error make(struct context *ctx, struct arena *arena, const struct document_ask *ask,
	struct documents *out)
{
	struct round round;

	TRY(require(ctx, ACT_READ));
	TRY(round_get(ctx, arena, ask->id, &round));
	if (round_state_of(round.state) != ROUND_STATE_CLOSED)
		return rule(N_("The ranking is printed once the round is closed."));
	return writing_in(ctx, arena, ask, out, write);
}

static struct error find(struct context *ctx, const char *code, int64_t *id)
{
	return round_find(ctx, code, id);
}

const struct document_kind ranking_sheet_kind = {
	.noun = "ranking",
	.word = NC_("document", "Ranking sheet"),
	.of = "round",
	.find = find,
	.make = make,
};
