/* SPDX-License-Identifier: MIT
 * What the meeting has before it of the selected item: rank, points, histogram and spread, who must
 * be out, what was voted on and said, and the jurors' notes. */
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/judging/dialogue.h"
#include "ui/office/judging/items.h"
#include "ui/office/judging/ranks.h"
#include "ui/office/judging/sitting.h"

static const char *number(struct arena *arena, struct ratio value, int decimals)
{
	char text[40];

	if (value.den == 0)
		return "–";
	text_ratio(value, decimals, text, sizeof(text));
	return arena_text(arena, text);
}

static void rank_lines(const struct sitting *self, struct arena *arena,
	const struct standing_row *row, struct page *page)
{
	const struct ranked *r = &row->ranked;

	/* TRANSLATORS: rank, points, a picture of the scores, and how far the jurors' highest and
	 * lowest are apart. */
	page_printf(page, C_("label", "Rank"), _("%s  %s  %s  spread %s"), rank_text(arena, r),
		r->enough ? number(arena, r->score, 4) : "",
		histogram(arena, &self->standing.matrix, r->item), number(arena, r->spread, 2));
}

/* One line a criterion would not leave room for what was said. */
static void criterion_line(const struct sitting *self, struct arena *arena,
	const struct standing_row *row, struct page *page)
{
	const struct criteria *criteria = &self->standing.criteria;
	struct buffer text = { 0 };

	for (size_t c = 0; c < criteria->n; c++) {
		struct ratio value =
			self->by_criterion[row->ranked.item * self->standing.matrix.criteria + c];

		buffer_printf(&text, "%s%s %s", c == 0 ? "" : " · ",
			i18n_pick(criteria->rows[c].name_fi, criteria->rows[c].name_sv,
				criteria->rows[c].name_en, NULL),
			number(arena, value, 2));
	}
	if (text.length > 0)
		page_field(page, C_("label", "Criteria"), text.text);
	buffer_clear(&text);
}

/* TRANSLATORS: the question that was voted on, then how. */
static const char *vote_format(const struct meeting_vote *v)
{
	if (v->casting)
		return v->passed ? _("%s For %lld, against %lld, empty %lld: carried by the "
				     "chair's vote.") :
				   _("%s For %lld, against %lld, empty %lld: rejected by the "
				     "chair's vote.");
	return v->passed ? _("%s For %lld, against %lld, empty %lld: carried.") :
			   _("%s For %lld, against %lld, empty %lld: rejected.");
}

static void vote_lines(const struct sitting *self, int64_t item_id, struct page *page)
{
	for (size_t i = 0; i < self->view.votes.n; i++) {
		const struct meeting_vote *v = &self->view.votes.rows[i];

		if (v->item_id == item_id)
			page_printf(page, C_("label", "Vote"), vote_format(v), v->question,
				(long long)v->ayes, (long long)v->noes, (long long)v->blanks);
	}
}

static void said_lines(
	const struct sitting *self, struct arena *arena, int64_t item_id, struct page *page)
{
	for (size_t i = 0; i < self->view.dissents.n; i++) {
		const struct meeting_dissent *d = &self->view.dissents.rows[i];

		if (d->item_id == item_id)
			page_field(page, C_("label", "Dissent"),
				arena_printf(arena, "%s: %s", d->name, d->text));
	}
	for (size_t i = 0; i < self->view.remarks.n; i++) {
		const struct meeting_remark *r = &self->view.remarks.rows[i];

		if (r->item_id == item_id)
			page_field(page, text_word(WORDS_REMARK, r->kind), r->text);
	}
	for (size_t i = 0; i < self->view.persons.n; i++) {
		const struct meeting_person *p = &self->view.persons.rows[i];

		if (p->item_id == item_id)
			page_field(page, text_word(WORDS_HEARD, p->role), p->name);
	}
}

/* What the jury asked by its code, and the answer or how far it is (directive 2014/24/EU, article
 * 82(5) and (6)). */
static struct error dialogue_lines(const struct sitting *self, struct context *ctx,
	struct arena *arena, int64_t item_id, struct page *page)
{
	struct id_list ids = { 0 };
	struct error e = dialogue_ids(ctx, self->round_id, item_id, &ids);

	/* The newest first: that is what is waited for. */
	for (size_t i = ids.n; e.code == E_OK && i > 0; i--) {
		struct dialogue d;

		e = dialogue_get(ctx, arena, ids.ids[i - 1], &d);
		if (e.code != E_OK)
			break;
		page_field(page, C_("label", "Asked"), d.text);
		page_styled(page, C_("label", "Answer"),
			d.answered != 0 ? STYLE_PLAIN : STYLE_ACCENT,
			d.answered != 0 ? d.answer :
					  text_word(WORDS_DIALOGUE_STATE, dialogue_state(&d)));
	}
	id_list_clear(&ids);
	return e;
}

static void outcome_lines(struct context *ctx, const struct decision_item *item, struct page *page)
{
	if (*item->outcome == '\0')
		return;
	page_field(
		page, text_word(WORDS_FIELD, "outcome"), text_word(WORDS_OUTCOME, item->outcome));
	page_value(page, ctx, &record_of_decision_item, item, "reason_fi");
	page_value(page, ctx, &record_of_decision_item, item, "reason_sv");
	page_value(page, ctx, &record_of_decision_item, item, "reason_en");
	page_field(page, _("Why past a better rank"), item->deviation_reason);
}

static struct error note_lines(const struct sitting *self, struct context *ctx, struct arena *arena,
	int64_t item_id, struct page *page)
{
	struct meeting_comments comments;

	if (self->hides_notes) {
		page_text(page, _("The jurors' notes are hidden; B shows them."));
		return ok();
	}
	TRY(meeting_comments(ctx, arena, item_id, &comments));
	for (size_t i = 0; i < comments.n; i++) {
		const struct meeting_comment *c = &comments.rows[i];
		bool both = *c->notes != '\0' && *c->feedback != '\0';

		page_printf(page, c->name, "%s%s%s", c->notes, both ? "\n" : "", c->feedback);
	}
	return ok();
}

struct error sitting_lines(const struct sitting *self, struct context *ctx, struct arena *arena,
	int64_t item_id, struct page *page)
{
	const struct decision_item *item = decision_item_of(&self->items, item_id);
	const struct standing_row *row = standing_row_of(&self->standing, item_id);

	if (item == NULL || row == NULL)
		return ok();
	rank_lines(self, arena, row, page);
	criterion_line(self, arena, row, page);
	page_styled(page, C_("label", "Must be out"), STYLE_ALERT,
		sitting_barred(self, arena, item_id));
	vote_lines(self, item_id, page);
	said_lines(self, arena, item_id, page);
	TRY(dialogue_lines(self, ctx, arena, item_id, page));
	outcome_lines(ctx, item, page);
	TRY(note_lines(self, ctx, arena, item_id, page));
	page_gap(page);
	return item_lines(self->list.base.ui, ctx, arena, item_id, page);
}
