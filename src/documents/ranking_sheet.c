/* SPDX-License-Identifier: MIT
 * The ranking of a closed round on paper: by what rules, everything that was compared with its
 * points, how a tie was decided, and what has no rank. Until the names of a blind round are opened
 * it has codes alone, whoever makes it (directive 2014/24/EU, article 82). */
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/documents/comparison.h"
#include "src/documents/papers.h"
#include "src/judging/round_name.h"
#include "src/judging/tie_words.h"

enum { CRITERIA_WIDE = 5 };

static void put_ranking(const struct comparison *c)
{
	struct scribe_table t = { 0 };
	bool names = !comparison_hides(c);

	scribe_column(&t, C_("column", "Rank"), true);
	scribe_column(&t, C_("column", "Code"), false);
	scribe_column(&t, names ? C_("document", "Entrant") : C_("column", "Title"), false);
	scribe_column(&t, C_("document", "In all"), true);
	scribe_column(&t, C_("document", "Reviews"), true);
	scribe_column(&t, C_("document", "Outcome"), false);
	for (size_t i = 0; i < c->standing.n; i++) {
		const struct standing_row *row = &c->standing.rows[i];
		const char **cells = scribe_row(c->w, &t);

		cells[0] = row->ranked.enough ? scribe_number(c->w, row->ranked.rank) : "–";
		cells[1] = row->item.code;
		cells[2] = names ? comparison_entrant(c, &row->item) : row->item.title;
		cells[3] = scribe_points(c->w, row->ranked.score);
		cells[4] = scribe_number(c->w, (int64_t)row->ranked.reviews);
		cells[5] = comparison_outcome(c, row->item.id);
	}
	document_heading(c->w->page, C_("document", "Ranking list"));
	scribe_table(c->w, &t, C_("document", "Everything that was compared"),
		C_("document", "Nothing was compared."));
}

/* By criterion; so many criteria that no page is wide enough go on in a table below. */
static void put_points(const struct comparison *c, size_t from)
{
	struct scribe_table t = { 0 };

	scribe_column(&t, C_("column", "Code"), false);
	for (size_t k = from; k < c->points.criteria && t.n <= CRITERIA_WIDE; k++)
		scribe_column(&t, criterion_name(&c->standing.criteria.rows[k]), true);
	for (size_t i = 0; i < c->standing.n; i++) {
		const struct standing_row *row = &c->standing.rows[i];
		const char **cells = scribe_row(c->w, &t);

		cells[0] = row->item.code;
		for (size_t k = 1; k < t.n; k++)
			cells[k] = row->ranked.enough ?
					   scribe_points(
						   c->w, points_of(&c->points, row, from + k - 1)) :
					   "–";
	}
	scribe_table(c->w, &t, C_("document", "Points by criterion"), NULL);
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
		scribe_heading(c->w, c->standing.rows[i].item.code);
		document_add(c->w->page,
			&(struct block){ .kind = BLOCK_LIST, .cells = words.lines, .n = words.n });
	}
	return ok();
}

static struct error write(struct scribe *w, const struct document_ask *ask, struct documents *out)
{
	struct comparison c;
	int64_t decision_id;
	const char *name;

	TRY(comparison_decided(w->ctx, w->arena, ask->id, &decision_id));
	TRY(comparison_read(&c, w, ask->id, decision_id));
	TRY(round_name(w->ctx, w->arena, &c.round, &name));
	TRY(scribe_begin(w, out, C_("document", "Ranking sheet")));
	out->about = c.round.key;
	scribe_fact(w, C_("document", "Matter"), name);
	scribe_fact(w, C_("document", "Round"), c.round.key);
	scribe_fact(w, C_("document", "Evaluation closed"), scribe_time(w, c.round.closed));
	scribe_fact(w, C_("document", "Printed"), scribe_time(w, context_now(w->ctx)));
	scribe_facts(w, NULL);
	comparison_rules(&c);
	put_ranking(&c);
	for (size_t k = 0; c.points.judged && k < c.points.criteria; k += CRITERIA_WIDE)
		put_points(&c, k);
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
	return scribe_in(ctx, arena, ask, out, write);
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
