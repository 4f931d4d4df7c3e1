/* SPDX-License-Identifier: MIT
 * In the minutes: a paragraph for each submission. */
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/documents/minutes.h"
#include "src/judging/dialogue.h"
#include "src/judging/contents.h"

/* --- One paragraph */

/* What it got: a mean for each criterion and in all, of how many reviews, and its rank. */
static void put_result(struct minutes *m, const struct decision_item *item)
{
	const struct standing_row *row = standing_row_of(&m->c.standing, item->item_id);
	struct scribe_table t = { 0 };

	scribe_heading(m->w, C_("document", "Result of the evaluation"));
	if (row == NULL || !row->ranked.enough) {
		document_paragraph(m->w->page, _("It has too few reviews for a rank."));
		return;
	}
	scribe_column(&t, C_("document", "Criterion"), false);
	scribe_column(&t, C_("document", "Points"), true);
	for (size_t c = 0; m->c.points.judged && c < m->c.points.criteria; c++) {
		const char **cells = scribe_row(m->w, &t);

		cells[0] = criterion_name(&m->c.standing.criteria.rows[c]);
		cells[1] = scribe_points(m->w, points_of(&m->c.points, row, c));
	}
	/* TRANSLATORS: how many reviews the points are the mean of. */
	scribe_table(m->w, &t,
		arena_printf(m->w->arena,
			ngettext("Points, of %zu review", "Points, of %zu reviews",
				row->ranked.reviews),
			row->ranked.reviews),
		NULL);
	scribe_fact(m->w, C_("document", "In all"), scribe_points(m->w, row->ranked.score));
	/* TRANSLATORS: a rank, and of how many. */
	scribe_fact(m->w, C_("column", "Rank"),
		arena_printf(m->w->arena, C_("document", "%lld of %lld"),
			(long long)row->ranked.rank, (long long)standing_ranked(&m->c.standing)));
	scribe_facts(m->w, NULL);
}

static void put_remarks(
	struct minutes *m, int64_t item_id, enum meeting_remark_kind kind, const char *heading)
{
	bool first = true;

	for (size_t i = 0; i < m->view.remarks.n; i++) {
		const struct meeting_remark *r = &m->view.remarks.rows[i];

		if (r->item_id != item_id || meeting_remark_kind_of(r->kind) != kind)
			continue;
		if (first)
			scribe_heading(m->w, heading);
		first = false;
		scribe_text(m->w, r->text, m->lang);
	}
}

/* The questions of the jury to the entrant, and what it got to read of the answers. */
static struct error put_dialogue(struct minutes *m, const struct decision_item *item)
{
	struct id_list ids = { 0 };
	struct error e = dialogue_ids(m->w->ctx, m->c.round.id, item->item_id, &ids);

	if (e.code == E_OK && ids.n > 0)
		scribe_heading(m->w, C_("document", "Questions to the entrant"));
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct dialogue d;

		e = dialogue_get(m->w->ctx, m->w->arena, ids.ids[i], &d);
		if (e.code != E_OK)
			break;
		scribe_fact(m->w, C_("document", "Asked"), scribe_time(m->w, d.asked));
		scribe_fact(m->w, C_("document", "Question"), d.text);
		scribe_fact(m->w, C_("document", "Sent"), scribe_time(m->w, d.passed));
		scribe_fact(m->w, C_("document", "Answered"), scribe_time(m->w, d.answered));
		scribe_fact(m->w, C_("document", "Answer"),
			d.answered == 0 ? C_("document", "no answer") : d.answer);
		scribe_facts(m->w, NULL);
	}
	id_list_clear(&ids);
	return e;
}

static const char *voters(const struct minutes *m, int64_t vote_id, enum vote_choice choice)
{
	const char *text = "";

	for (size_t i = 0; i < m->view.ballots.n; i++) {
		const struct meeting_ballot *b = &m->view.ballots.rows[i];

		if (b->vote_id == vote_id && vote_choice_of(b->choice) == choice)
			text = arena_printf(m->w->arena, "%s%s%s", text, *text == '\0' ? "" : ", ",
				minutes_member(m, b->member_id));
	}
	return *text == '\0' ? "–" : text;
}

static const struct {
	enum vote_choice choice;
	const char *code;
} choices[] = { { VOTE_FOR, "for" }, { VOTE_AGAINST, "against" }, { VOTE_EMPTY, "empty" } };

static void put_vote(struct minutes *m, const struct meeting_vote *v)
{
	const int64_t counts[] = { v->ayes, v->noes, v->blanks };
	struct scribe_table t = { 0 };

	scribe_said(m->w, C_("document", "Voted on"), v->question, m->lang);
	scribe_column(&t, C_("document", "Vote"), false);
	scribe_column(&t, C_("document", "Votes"), true);
	scribe_column(&t, C_("document", "Members"), false);
	for (size_t i = 0; i < LEN(choices); i++) {
		const char **cells = scribe_row(m->w, &t);

		cells[0] = text_word(WORDS_VOTE, choices[i].code);
		cells[1] = scribe_number(m->w, counts[i]);
		cells[2] = voters(m, v->id, choices[i].choice);
	}
	scribe_table(m->w, &t, C_("document", "How the members voted"), NULL);
	if (v->casting)
		document_paragraph(m->w->page, _("The votes were even: the chair's vote decided."));
	document_paragraph(m->w->page, v->passed ? _("What was voted on was accepted.") :
						   _("What was voted on was not accepted."));
}

/* Item 0: on the whole. */
static void put_votes(struct minutes *m, int64_t item_id)
{
	bool first = true;

	for (size_t i = 0; i < m->view.votes.n; i++) {
		if (m->view.votes.rows[i].item_id != item_id)
			continue;
		if (first)
			scribe_heading(m->w, C_("document", "Vote"));
		first = false;
		put_vote(m, &m->view.votes.rows[i]);
	}
}

static void put_decided(struct minutes *m, const struct decision_item *item, const char *lang)
{
	int64_t decided = meeting_decided(&m->view, item->item_id);

	document_add(m->w->page, &(struct block){ .kind = BLOCK_HEADING,
					 .level = 2,
					 .boxed = true,
					 .text = C_("document", "Conclusion") });
	document_add(m->w->page,
		&(struct block){ .kind = BLOCK_PARAGRAPH,
			.boxed = true,
			.text = *item->outcome == '\0' ? C_("document", "not decided yet") :
							 text_word(WORDS_OUTCOME, item->outcome) });
	scribe_heading(m->w, C_("document", "Reasons"));
	document_paragraph(m->w->page, contents_reason_in(item, lang));
	scribe_said(
		m->w, C_("document", "Why past a better rank"), item->deviation_reason, m->lang);
	scribe_fact(m->w, C_("document", "Decided"), scribe_time(m->w, decided));
	scribe_fact(m->w, C_("document", "Members who took part"),
		scribe_number(m->w, meeting_part_takers(&m->view, item->item_id)));
	scribe_facts(m->w, NULL);
}

static void put_dissents(struct minutes *m, int64_t item_id)
{
	bool first = true;

	for (size_t i = 0; i < m->view.dissents.n; i++) {
		const struct meeting_dissent *d = &m->view.dissents.rows[i];

		if (d->item_id != item_id)
			continue;
		if (first)
			scribe_heading(m->w, C_("document", "Dissenting opinion"));
		first = false;
		scribe_said(m->w, minutes_member(m, d->member_id), d->text, m->lang);
	}
}

/* Why a member who had come took no part. */
static const char *why_out(
	const struct minutes *m, const struct decision_person *p, int64_t item_id)
{
	const struct meeting_absence *a = meeting_kept_out(&m->view, p, item_id);

	if (meeting_bar(&m->view, p->member_id, item_id) != NULL)
		return C_("document", "disqualified");
	return a == NULL || *a->reason == '\0' ? C_("document", "not recorded") : a->reason;
}

static void put_left(struct minutes *m, int64_t item_id)
{
	struct scribe_table t = { 0 };

	scribe_column(&t, C_("document", "Member"), false);
	scribe_column(&t, C_("document", "Left the room"), false);
	scribe_column(&t, C_("document", "Returned"), false);
	scribe_column(&t, C_("document", "Reason"), false);
	for (size_t i = 0; i < m->view.members.n; i++) {
		const struct decision_person *p = &m->view.members.rows[i];
		const struct meeting_absence *a = meeting_kept_out(&m->view, p, item_id);

		if (meeting_took_part(&m->view, p, item_id) ||
			member_state_of(p->member_state) != MEMBER_STATE_ACTIVE ||
			presence_of(p->presence) == PRESENCE_ABSENT)
			continue;
		const char **cells = scribe_row(m->w, &t);

		cells[0] = p->name;
		cells[1] = a == NULL ? "–" : scribe_clock(m->w, a->since);
		cells[2] = a == NULL || a->returned == 0 ? "–" : scribe_clock(m->w, a->returned);
		cells[3] = why_out(m, p, item_id);
	}
	scribe_table(m->w, &t, C_("document", "Out of the room"), NULL);
}

static void put_heard(struct minutes *m, int64_t item_id)
{
	for (size_t i = 0; i < m->view.persons.n; i++)
		if (m->view.persons.rows[i].item_id == item_id)
			scribe_said(m->w, text_word(WORDS_HEARD, m->view.persons.rows[i].role),
				m->view.persons.rows[i].name, NULL);
}

static struct error put_item(struct minutes *m, size_t place)
{
	const struct decision_item *item = &m->c.items.rows[m->order[place]];
	int64_t id = item->item_id;

	document_add(m->w->page, &(struct block){ .kind = BLOCK_HEADING,
					 .level = 1,
					 .number = minutes_paragraph(m, id),
					 .text = minutes_item_name(m, item) });
	put_left(m, id);
	put_heard(m, id);
	put_remarks(m, id, REMARK_PROPOSAL, C_("document", "Proposal"));
	put_result(m, item);
	put_remarks(m, id, REMARK_NOTE, C_("document", "Discussion"));
	put_remarks(m, id, REMARK_CLARIFICATION, C_("document", "Points to clarify"));
	TRY(put_dialogue(m, item));
	put_votes(m, id);
	put_decided(m, item, m->w->page->lang);
	put_dissents(m, id);
	put_remarks(m, id, REMARK_RECOMMENDATION,
		C_("document", "Recommendations for further development"));
	return ok();
}

/* What is noted of no item in particular stands before the paragraphs. */
static void put_common(struct minutes *m)
{
	size_t before = m->w->page->n;

	document_heading(m->w->page, C_("document", "The meeting as a whole"));
	size_t heading = m->w->page->n;
	put_remarks(m, 0, REMARK_PROPOSAL, C_("document", "Proposal"));
	put_remarks(m, 0, REMARK_NOTE, C_("document", "Discussion"));
	put_remarks(m, 0, REMARK_CLARIFICATION, C_("document", "Points to clarify"));
	put_votes(m, 0);
	put_dissents(m, 0);
	put_remarks(m, 0, REMARK_RECOMMENDATION,
		C_("document", "Recommendations for further development"));
	if (m->w->page->n == heading)
		m->w->page->n = before;
}

struct error minutes_items(struct minutes *m)
{
	put_common(m);
	for (size_t i = 0; i < m->paragraphs; i++)
		TRY(put_item(m, i));
	return ok();
}
