/* SPDX-License-Identifier: MIT
 * What each entrant gets to read of the comparison once it has been decided: the own points beside
 * the lowest of those selected, the rank, the reasons and the jury's feedback, as far as somebody
 * has read it and cleared it. No juror is named, and nobody else's points are told (Administrative
 * Procedure Act 434/2003, 45 §; act on public procurement 1397/2016, 123 §). A page each. */
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/documents/comparison.h"
#include "src/documents/papers.h"
#include "src/judging/contents.h"
#include "src/judging/feedback.h"
#include "src/judging/round_name.h"

static void put_points(const struct comparison *c, const struct standing_row *row)
{
	struct scribe_table t = { 0 };

	scribe_column(&t, C_("document", "Criterion"), false);
	scribe_column(&t, C_("document", "Own points"), true);
	scribe_column(&t, C_("document", "Lowest of those selected"), true);
	for (size_t i = 0; c->points.judged && i < c->points.criteria; i++) {
		const char **cells = scribe_row(c->w, &t);

		cells[0] = criterion_name(&c->standing.criteria.rows[i]);
		cells[1] = scribe_points(c->w, points_of(&c->points, row, i));
		cells[2] = scribe_points(c->w, c->points.lowest[i]);
	}
	document_heading(c->w->page, C_("document", "Result of the evaluation"));
	scribe_fact(c->w, C_("document", "In all"), scribe_points(c->w, row->ranked.score));
	/* TRANSLATORS: a rank, and of how many. */
	scribe_fact(c->w, C_("column", "Rank"),
		arena_printf(c->w->arena, C_("document", "%lld of %lld"),
			(long long)row->ranked.rank, (long long)standing_ranked(&c->standing)));
	scribe_facts(c->w, NULL);
	scribe_table(c->w, &t, C_("document", "Points"), NULL);
}

static struct error put_feedback(const struct comparison *c, int64_t item_id)
{
	struct feedback_item f;

	TRY(feedback_get(c->w->ctx, c->w->arena, item_id, &f));
	document_heading(c->w->page, C_("document", "Feedback of the jury"));
	const char *text = feedback_text(&f.feedback, i18n_lang());
	if (f.feedback.cleared == 0 || *text == '\0')
		text = _("There is no feedback in this language.");
	document_paragraph(c->w->page, text);
	return ok();
}

static struct error write_one(
	struct comparison *c, const struct decision_item *item, struct documents *out)
{
	const struct standing_row *row = standing_row_of(&c->standing, item->item_id);
	const char *name;

	TRY(round_name(c->w->ctx, c->w->arena, &c->round, &name));
	TRY(scribe_begin(c->w, out,
		/* TRANSLATORS: the title of a page; the code of a submission. */
		arena_printf(c->w->arena, C_("document", "Feedback on %s"), item->code)));
	scribe_fact(c->w, C_("document", "Matter"), name);
	scribe_fact(c->w, text_word(WORDS_FIELD, "title"), item->title);
	if (row != NULL)
		scribe_fact(c->w, C_("document", "Entrant"), comparison_entrant(c, &row->item));
	scribe_fact(c->w, C_("document", "Outcome"), comparison_outcome(c, item->item_id));
	scribe_facts(c->w, NULL);
	document_heading(c->w->page, C_("document", "Reasons"));
	document_paragraph(c->w->page, contents_reason_in(item, i18n_lang()));
	if (row != NULL && row->ranked.enough)
		put_points(c, row);
	return put_feedback(c, item->item_id);
}

/* Those the decision is about, in the order of the round. */
static struct error write(struct scribe *w, const struct document_ask *ask, struct documents *out)
{
	struct comparison c;
	int64_t decision_id;

	TRY(comparison_decided(w->ctx, w->arena, ask->id, &decision_id));
	TRY(comparison_read(&c, w, ask->id, decision_id));
	for (size_t i = 0; i < c.items.n; i++)
		if (c.items.rows[i].id != 0 && !c.items.rows[i].gone)
			TRY(write_one(&c, &c.items.rows[i], out));
	out->about = c.round.key;
	return out->n > 0 ? ok() : rule(N_("Nothing was decided on in this round."));
}

static struct error make(struct context *ctx, struct arena *arena, const struct document_ask *ask,
	struct documents *out)
{
	struct decision d;
	int64_t decision_id = 0;

	TRY(require(ctx, ACT_READ));
	TRY(comparison_decided(ctx, arena, ask->id, &decision_id));
	if (decision_id != 0)
		TRY(decision_get(ctx, arena, decision_id, &d));
	if (decision_id == 0 || decision_kind_of(d.kind) != DECISION_KIND_DECISION)
		return rule(N_("The entrants are told of the comparison once the decision has been "
			       "approved."));
	return scribe_in(ctx, arena, ask, out, write);
}

static struct error find(struct context *ctx, const char *code, int64_t *id)
{
	return round_find(ctx, code, id);
}

const struct document_kind feedback_sheet_kind = {
	.noun = "feedback",
	.word = NC_("document", "Feedback sheets of the entrants"),
	.of = "round",
	.find = find,
	.make = make,
};
