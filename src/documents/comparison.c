/* SPDX-License-Identifier: MIT */
#include "src/documents/comparison.h"

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/judging/blind.h"
#include "src/judging/decision.h"
#include "src/judging/lot.h"
#include "src/phases/applicant.h"
#include "src/phases/submission.h"

struct error comparison_read(
	struct comparison *c, struct scribe *w, int64_t round_id, int64_t decision_id)
{
	*c = (struct comparison){ .w = w };
	TRY(round_get(w->ctx, w->arena, round_id, &c->round));
	if (decision_id != 0)
		TRY(decision_items(w->ctx, w->arena, decision_id, &c->items));
	TRY(standing_make(w->ctx, w->arena, round_id, NULL, &c->standing));
	points_make(w->arena, &c->standing, &c->items, &c->points);
	return ok();
}

struct error comparison_decided(
	struct context *ctx, struct arena *arena, int64_t round_id, int64_t *decision_id)
{
	struct id_list ids = { 0 };
	struct decision d;
	struct error e = decision_ids(ctx, round_id, "decision", &ids);

	*decision_id = 0;
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		e = decision_get(ctx, arena, ids.ids[i], &d);
		if (e.code == E_OK && decision_state_of(d.state) == DECISION_STATE_SIGNED &&
			d.corrected_by == 0)
			*decision_id = d.id;
	}
	id_list_clear(&ids);
	if (e.code == E_OK && *decision_id == 0)
		e = store_statement_in_force(ctx->db, round_id, decision_id);
	return e.code == E_NOT_FOUND ? ok() : e;
}

const char *comparison_outcome(const struct comparison *c, int64_t item_id)
{
	const struct decision_item *item = decision_item_of(&c->items, item_id);

	return item == NULL || *item->outcome == '\0' ? "–" :
							text_word(WORDS_OUTCOME, item->outcome);
}

bool comparison_hides(const struct comparison *c)
{
	enum blind_stage stage;

	return c->round.blind &&
	       (blind_stage(c->w->ctx, c->round.id, &stage).code != E_OK || stage != BLIND_OPENED);
}

const char *comparison_entrant(const struct comparison *c, const struct item *item)
{
	struct submission s;

	if (comparison_hides(c) || item->submission_id == 0 ||
		submission_get(c->w->ctx, c->w->arena, item->submission_id, &s).code != E_OK)
		return "";
	return submission_applicant(c->w->ctx, c->w->arena, &s);
}

/* "40 %" of all weights. */
static const char *share_of(const struct comparison *c, const struct criterion *criterion)
{
	const struct criteria *all = &c->standing.criteria;
	int64_t sum = 0;
	char text[40];

	for (size_t i = 0; i < all->n; i++)
		sum += all->rows[i].weight;
	text_ratio((struct ratio){ criterion->weight * 100, sum == 0 ? 1 : sum }, 0, text,
		sizeof(text));
	return arena_printf(c->w->arena, "%s\302\240%%", text);
}

static const char *scale_of(const struct comparison *c, const struct criterion *criterion)
{
	char low[40], high[40];

	text_thousandths(criterion->low, low, sizeof(low));
	text_thousandths(criterion->high, high, sizeof(high));
	return arena_printf(c->w->arena, "%s–%s", low, high);
}

/* The criteria that decide a tie, in their order, and the lot. */
static const char *tie_rule(const struct comparison *c)
{
	const struct ranking_rules *rules = &c->standing.rules;
	const char *text = "";

	for (size_t i = 0; i < rules->tie_count; i++)
		text = arena_printf(c->w->arena, "%s%s%s", text, i == 0 ? "" : ", ",
			criterion_name(&c->standing.criteria.rows[rules->ties[i]]));
	if (lot_is_ruled(c->round.ties))
		text = arena_printf(c->w->arena, "%s%s%s", text, *text == '\0' ? "" : ", ",
			C_("document", "lot"));
	return *text == '\0' ? C_("document", "The panel votes.") : text;
}

void comparison_rules(const struct comparison *c)
{
	const struct round *round = &c->round;
	struct scribe_table t = { 0 };

	scribe_fact(c->w, C_("document", "Announced in"), round->notice);
	scribe_fact(c->w, C_("document", "Locked"), scribe_time(c->w, round->locked));
	scribe_fact(c->w, text_word(WORDS_FIELD, "method"), text_word(WORDS_METHOD, round->method));
	scribe_fact(c->w, C_("document", "Rule for ties"), tie_rule(c));
	scribe_fact(c->w, C_("document", "Reviews needed for a rank"),
		scribe_number(c->w, round->min_reviews));
	scribe_fact(c->w, C_("document", "Hash (SHA-256)"), round->rules_hash);
	scribe_facts(c->w, C_("document", "Criteria and method"));
	scribe_column(&t, C_("document", "Criterion"), false);
	scribe_column(&t, C_("document", "Weight"), true);
	scribe_column(&t, C_("document", "Scale"), true);
	for (size_t i = 0; i < c->standing.criteria.n; i++) {
		const struct criterion *criterion = &c->standing.criteria.rows[i];
		const char **cells = scribe_row(c->w, &t);

		cells[0] = criterion_name(criterion);
		cells[1] = share_of(c, criterion);
		cells[2] = scale_of(c, criterion);
	}
	scribe_table(c->w, &t, C_("document", "Criteria"), NULL);
}
