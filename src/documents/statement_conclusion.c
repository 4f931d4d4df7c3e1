/* SPDX-License-Identifier: MIT
 * What the jury's statement concludes: each entry with its points, appraisal, remarks and votes,
 * the order and the proposal, what it recommends, and who dissents. */
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/documents/statement.h"

static void put_list(const struct stated *s, const char **lines, size_t n)
{
	if (n > 0)
		document_add(
			s->page, &(struct block){ .kind = BLOCK_LIST, .cells = lines, .n = n });
}

static void put_subheading(const struct stated *s, const char *text)
{
	document_add(s->page, &(struct block){ .kind = BLOCK_HEADING, .level = 2, .text = text });
}

static const char *points_text(const struct stated *s, struct ratio points)
{
	char text[40];

	if (points.den == 0)
		return "–";
	text_ratio(points, 2, text, sizeof(text));
	return arena_text(s->arena, text);
}

static const char *rank_of(const struct stated *s, const struct standing_row *row)
{
	if (row == NULL || !row->ranked.enough)
		return "–";
	return arena_printf(s->arena, "%lld", (long long)row->ranked.rank);
}

/* What its reviews gave it. */
static void put_figures(const struct stated *s, const struct standing_row *row)
{
	size_t criteria = s->points.criteria, n = 0;
	struct fact *facts = arena_alloc(s->arena, (criteria + 3) * sizeof(*facts));

	for (size_t c = 0; s->points.judged && row->ranked.enough && c < criteria; c++)
		facts[n++] = (struct fact){ .label = criterion_name(&s->standing.criteria.rows[c]),
			.value = points_text(s, points_of(&s->points, row, c)) };
	facts[n++] = (struct fact){ .label = C_("document", "In all"),
		.value = points_text(s, row->ranked.score) };
	facts[n++] = (struct fact){ .label = C_("column", "Rank"), .value = rank_of(s, row) };
	facts[n++] = (struct fact){ .label = C_("document", "Reviews"),
		.value = arena_printf(s->arena, "%zu", row->ranked.reviews) };
	document_facts(s->page, facts, n);
}

/* Breaks and proposals are for the minutes. */
static bool is_remark(const char *kind)
{
	switch (meeting_remark_kind_of(kind)) {
	case REMARK_CLARIFICATION:
	case REMARK_NOTE:
		return true;
	case REMARK_RECOMMENDATION:
	case REMARK_BREAK:
	case REMARK_PROPOSAL:
	case REMARK_UNKNOWN:
		break;
	}
	return false;
}

static void put_remarks(const struct stated *s, int64_t item_id)
{
	const struct meeting_remarks *all = &s->meeting.remarks;
	const char **lines = arena_alloc(s->arena, (all->n + 1) * sizeof(*lines));
	size_t n = 0;

	for (size_t i = 0; i < all->n; i++)
		if (all->rows[i].item_id == item_id && is_remark(all->rows[i].kind))
			lines[n++] = arena_printf(s->arena, "%s: %s",
				text_word(WORDS_REMARK, all->rows[i].kind), all->rows[i].text);
	put_list(s, lines, n);
}

/* "Kaarina Kuvitelma: for" of one vote. */
static const char *ballots_of(const struct stated *s, const struct meeting_vote *vote)
{
	const struct meeting_ballots *all = &s->meeting.ballots;
	const char **words = arena_alloc(s->arena, (all->n + 1) * sizeof(*words));
	size_t n = 0;

	for (size_t i = 0; i < all->n; i++)
		if (all->rows[i].vote_id == vote->id)
			words[n++] = arena_printf(s->arena, "%s (%s)", all->rows[i].name,
				text_word(WORDS_VOTE, all->rows[i].choice));
	return n == 0 ? "–" : text_join(s->arena, words, n);
}

static void put_votes(const struct stated *s, int64_t item_id)
{
	const struct meeting_votes *all = &s->meeting.votes;

	for (size_t i = 0; i < all->n; i++) {
		const struct meeting_vote *v = &all->rows[i];

		if (v->item_id != item_id)
			continue;
		document_paragraph(s->page,
			/* TRANSLATORS: a question; how many voted for, against, empty; members
			 * with their votes. */
			arena_printf(s->arena,
				_("Vote: %s For %lld, against %lld, empty %lld. %s."), v->question,
				(long long)v->ayes, (long long)v->noes, (long long)v->blanks,
				ballots_of(s, v)));
		if (v->casting)
			document_paragraph(
				s->page, _("The votes were even: the chair's vote decided."));
	}
}

static void put_item(const struct stated *s, const struct decision_item *item)
{
	const struct standing_row *row = standing_row_of(&s->standing, item->item_id);

	put_subheading(s, arena_printf(s->arena, "%s %s", item->code, item->title));
	if (row != NULL)
		put_figures(s, row);
	document_paragraph(s->page, contents_reason_in(item, i18n_lang()));
	if (*item->deviation_reason != '\0')
		document_paragraph(s->page, item->deviation_reason);
	put_remarks(s, item->item_id);
	put_votes(s, item->item_id);
}

/* 7: each by itself, in the order of the ranking; what has no place in it after them. */
static void put_items(const struct stated *s)
{
	document_heading(s->page, C_("document", "Appraisal of the entries"));
	for (size_t i = 0; i < s->standing.n; i++) {
		const struct decision_item *item =
			decision_item_of(&s->items, s->standing.rows[i].item.id);

		if (item != NULL && item->id != 0)
			put_item(s, item);
	}
	for (size_t i = 0; i < s->items.n; i++)
		if (s->items.rows[i].id != 0 &&
			standing_row_of(&s->standing, s->items.rows[i].item_id) == NULL)
			put_item(s, &s->items.rows[i]);
	put_remarks(s, 0);
	put_votes(s, 0);
}

/* 8: what the jury asked by code, and the masked answers. */
static struct error put_dialogue(const struct stated *s)
{
	struct id_list ids = { 0 };
	struct error e = dialogue_ids(s->ctx, s->round.id, 0, &ids);

	if (e.code == E_OK && ids.n > 0)
		document_heading(s->page, C_("document", "Dialogue with the entrants"));
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct dialogue d;

		e = dialogue_get(s->ctx, s->arena, ids.ids[i], &d);
		if (e.code != E_OK)
			break;
		document_paragraph(s->page,
			arena_printf(s->arena, "%s: %s", dialogue_code(s->arena, &d), d.text));
		document_paragraph(
			s->page, *d.answer != '\0' ? d.answer : _("No answer had come."));
	}
	id_list_clear(&ids);
	return e;
}

static void put_reason(const struct stated *s, const char *label, const char *reason)
{
	if (*reason != '\0')
		document_paragraph(s->page, arena_printf(s->arena, "%s: %s", label, reason));
}

static void add_outcome(
	const struct stated *s, const struct decision_item *item, const char **cells)
{
	cells[0] = rank_of(s, standing_row_of(&s->standing, item->item_id));
	cells[1] = item->code;
	cells[2] = item->title;
	cells[3] = text_word(WORDS_OUTCOME, item->outcome);
}

/* 9: the order, and what is proposed. */
static void put_order(const struct stated *s)
{
	const struct table_column columns[] = { { C_("column", "Rank"), true },
		{ C_("column", "Code"), false }, { C_("document", "Title"), false },
		{ C_("document", "Proposal"), false } };
	size_t n = LEN(columns), rows = 0;
	const char **cells = arena_alloc(s->arena, (s->items.n + 1) * n * sizeof(*cells));

	for (size_t i = 0; i < s->standing.n; i++) {
		const struct decision_item *item =
			decision_item_of(&s->items, s->standing.rows[i].item.id);

		if (item != NULL && item->id != 0)
			add_outcome(s, item, &cells[rows++ * n]);
	}
	for (size_t i = 0; i < s->items.n; i++)
		if (s->items.rows[i].id != 0 &&
			standing_row_of(&s->standing, s->items.rows[i].item_id) == NULL)
			add_outcome(s, &s->items.rows[i], &cells[rows++ * n]);
	document_heading(s->page, C_("document", "Order and proposal"));
	document_add(s->page, &(struct block){ .kind = BLOCK_TABLE,
				      .columns = columns,
				      .n = n,
				      .cells = cells,
				      .row_count = rows,
				      .text = C_("document", "Order of the entries") });
	put_reason(s, C_("document", "Outside the planned number"), s->d.range_reason);
	put_reason(s, C_("document", "Order of equals"), s->d.tie_reason);
}

/* 10: for what is developed further. */
static void put_recommendations(const struct stated *s)
{
	const struct meeting_remarks *all = &s->meeting.remarks;
	const char **lines = arena_alloc(s->arena, (all->n + 1) * sizeof(*lines));
	size_t n = 0;

	for (size_t i = 0; i < all->n; i++)
		if (meeting_remark_kind_of(all->rows[i].kind) == REMARK_RECOMMENDATION)
			lines[n++] = *all->rows[i].item_code == '\0' ?
					     all->rows[i].text :
					     arena_printf(s->arena, "%s: %s",
						     all->rows[i].item_code, all->rows[i].text);
	if (n > 0)
		document_heading(
			s->page, C_("document", "Recommendations for further development"));
	put_list(s, lines, n);
}

/* 11: who did not agree, and why. */
static void put_dissents(const struct stated *s)
{
	const struct meeting_dissents *all = &s->meeting.dissents;
	const char **lines = arena_alloc(s->arena, (all->n + 1) * sizeof(*lines));

	document_heading(s->page, C_("document", "Dissenting opinions"));
	for (size_t i = 0; i < all->n; i++)
		lines[i] = *all->rows[i].item_code == '\0' ?
				   arena_printf(s->arena, "%s: %s", all->rows[i].name,
					   all->rows[i].text) :
				   arena_printf(s->arena, "%s, %s: %s", all->rows[i].name,
					   all->rows[i].item_code, all->rows[i].text);
	if (all->n == 0)
		document_paragraph(s->page, _("No member entered a dissenting opinion."));
	put_list(s, lines, all->n);
}

struct error stated_conclusion(const struct stated *s)
{
	put_items(s);
	TRY(put_dialogue(s));
	put_order(s);
	put_recommendations(s);
	put_dissents(s);
	return ok();
}
