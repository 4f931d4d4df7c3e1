/* SPDX-License-Identifier: MIT
 * In the minutes: who was there for which paragraphs, who was barred from what and went out,
 * whom somebody recognized, and whose reviews are missing. */
#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/documents/minutes.h"
#include "src/judging/recognition.h"
#include "src/judging/review.h"

static const struct member *member_of(const struct minutes *m, int64_t id)
{
	for (size_t i = 0; i < m->members.n; i++)
		if (m->members.rows[i].id == id)
			return &m->members.rows[i];
	return NULL;
}

/* In whose place; NULL: in nobody's. */
static const char *replaces(const struct minutes *m, int64_t id)
{
	for (size_t i = 0; i < m->members.n; i++)
		if (m->members.rows[i].replaced_by == id)
			return minutes_member(m, m->members.rows[i].id);
	return NULL;
}

static const char *role_of(const struct minutes *m, const struct decision_person *p)
{
	const struct member *member = member_of(m, p->member_id);
	const char *for_whom = replaces(m, p->member_id);

	if (p->member_id == m->view.meeting.chair_id)
		return C_("document", "chair");
	if (for_whom != NULL)
		/* TRANSLATORS: a member of the jury, by name, in whose place this one sits. */
		return arena_printf(m->w->arena, C_("document", "substitute (for: %s)"), for_whom);
	return member != NULL && member->substitute ? C_("document", "substitute") :
						      C_("document", "member");
}

/* The next run of paragraphs from `at` on that the member took part in; false: there is none. */
static bool next_run(const struct minutes *m, const struct decision_person *p, size_t *at,
	size_t *from, size_t *until)
{
	size_t i = *at;

	while (i < m->paragraphs &&
		!meeting_took_part(&m->view, p, m->c.items.rows[m->order[i]].item_id))
		i++;
	*from = i;
	while (i < m->paragraphs &&
		meeting_took_part(&m->view, p, m->c.items.rows[m->order[i]].item_id))
		i++;
	*until = *at = i;
	return *from < *until;
}

/* "1–3, 5 §", "–" for none. */
static const char *paragraphs_of(const struct minutes *m, const struct decision_person *p)
{
	const char *text = "";
	size_t at = 0, from, until;

	while (next_run(m, p, &at, &from, &until)) {
		const char *comma = *text == '\0' ? "" : ", ";

		text = until - from == 1 ?
			       arena_printf(m->w->arena, "%s%s%zu", text, comma, from + 1) :
			       arena_printf(
				       m->w->arena, "%s%s%zu–%zu", text, comma, from + 1, until);
	}
	return *text == '\0' ? "–" : arena_printf(m->w->arena, "%s\302\240§", text);
}

/* Why a member did not come. */
static const char *reason_of(const struct minutes *m, int64_t member_id)
{
	const struct meeting_absence *a = meeting_out(&m->view, member_id);

	return a == NULL || *a->reason == '\0' ? C_("document", "not recorded") : a->reason;
}

static bool sits(const struct decision_person *p)
{
	return member_state_of(p->member_state) == MEMBER_STATE_ACTIVE;
}

static void put_present(struct minutes *m)
{
	struct scribe_table t = { 0 };

	scribe_column(&t, C_("document", "Name"), false);
	scribe_column(&t, C_("document", "Role"), false);
	scribe_column(&t, C_("document", "How present"), false);
	scribe_column(&t, C_("document", "Took part in"), false);
	for (size_t i = 0; i < m->view.members.n; i++) {
		const struct decision_person *p = &m->view.members.rows[i];

		if (!sits(p) || presence_of(p->presence) == PRESENCE_ABSENT)
			continue;
		const char **cells = scribe_row(m->w, &t);

		cells[0] = p->name;
		cells[1] = role_of(m, p);
		cells[2] = text_word(WORDS_PRESENCE, p->presence);
		cells[3] = paragraphs_of(m, p);
	}
	document_heading(m->w->page, C_("document", "Present"));
	scribe_table(m->w, &t, NULL, C_("document", "nobody"));
}

static void put_absent(struct minutes *m)
{
	struct scribe_table t = { 0 };

	scribe_column(&t, C_("document", "Name"), false);
	scribe_column(&t, C_("document", "Role"), false);
	scribe_column(&t, C_("document", "Reason"), false);
	for (size_t i = 0; i < m->view.members.n; i++) {
		const struct decision_person *p = &m->view.members.rows[i];

		if (!sits(p) || presence_of(p->presence) != PRESENCE_ABSENT)
			continue;
		const char **cells = scribe_row(m->w, &t);

		cells[0] = p->name;
		cells[1] = role_of(m, p);
		cells[2] = reason_of(m, p->member_id);
	}
	document_heading(m->w->page, C_("document", "Absent"));
	scribe_table(m->w, &t, NULL, C_("document", "nobody"));
}

static void put_others(struct minutes *m)
{
	struct scribe_table t = { 0 };

	scribe_column(&t, C_("document", "Name"), false);
	scribe_column(&t, C_("document", "Role"), false);
	scribe_column(&t, C_("document", "Present for"), false);
	if (*m->view.meeting.secretary != '\0') {
		const char **cells = scribe_row(m->w, &t);

		cells[0] = m->view.meeting.secretary;
		cells[1] = C_("document", "secretary");
		cells[2] = C_("document", "the whole meeting");
	}
	for (size_t i = 0; i < m->view.persons.n; i++) {
		const struct meeting_person *p = &m->view.persons.rows[i];
		const char **cells = scribe_row(m->w, &t);

		cells[0] = p->name;
		cells[1] = text_word(WORDS_HEARD, p->role);
		cells[2] = p->item_id == 0 ? C_("document", "the whole meeting") :
					     minutes_paragraph(m, p->item_id);
	}
	document_heading(m->w->page, C_("document", "Others present"));
	scribe_table(m->w, &t, NULL, C_("document", "nobody"));
}

void minutes_presence(struct minutes *m)
{
	put_present(m);
	put_absent(m);
	put_others(m);
}

/* "28 § 1 mom. 4 k., employment or commission" */
static const char *ground_words(const struct minutes *m, int64_t ground)
{
	char code[24];

	snprintf(code, sizeof(code), "%lld", (long long)ground);
	/* TRANSLATORS: a point of the Administrative Procedure Act, and what it is about. */
	return arena_printf(m->w->arena, C_("document", "28 § 1 mom. point %s: %s"), code,
		text_word(WORDS_GROUND, code));
}

static const char *decider_words(const char *code)
{
	return strcmp(code, "panel") == 0 ? C_("document", "the jury (29 §)") :
					    C_("document", "the member");
}

/* When they went out for it and came back. */
static const char *out_words(
	const struct minutes *m, const struct decision_person *p, int64_t item_id)
{
	const struct meeting_absence *a = meeting_kept_out(&m->view, p, item_id);

	if (presence_of(p->presence) == PRESENCE_ABSENT)
		return text_word(WORDS_PRESENCE, p->presence);
	if (a == NULL)
		return "–";
	if (a->returned == 0)
		/* TRANSLATORS: a time of day. */
		return arena_printf(m->w->arena, _("left at %s"), scribe_clock(m->w, a->since));
	/* TRANSLATORS: two times of day. */
	return arena_printf(m->w->arena, _("left at %s, returned at %s"),
		scribe_clock(m->w, a->since), scribe_clock(m->w, a->returned));
}

static void put_bars(struct minutes *m, struct scribe_table *t, const struct decision_item *item)
{
	for (size_t i = 0; i < m->view.members.n; i++) {
		const struct decision_person *p = &m->view.members.rows[i];
		const struct meeting_bar *bar = meeting_bar(&m->view, p->member_id, item->item_id);

		if (bar == NULL || !sits(p))
			continue;
		const char **cells = scribe_row(m->w, t);

		cells[0] = arena_printf(
			m->w->arena, "%s %s", minutes_paragraph(m, item->item_id), item->code);
		cells[1] = p->name;
		cells[2] = ground_words(m, bar->ground);
		cells[3] = decider_words(bar->decided_by);
		cells[4] = out_words(m, p, item->item_id);
	}
}

/* A doubt on which the jury decided that there is no bar, or has not decided yet. In a blind round
 * those of which one knows the submission by its name alone are left out: the minutes have codes.
 */
static void put_doubts(struct minutes *m, struct scribe_table *t, const struct conflicts *all)
{
	for (size_t i = 0; i < all->n; i++) {
		const struct conflict *c = &all->rows[i];
		enum conflict_state state = conflict_state_of(c->state);
		bool coded = conflict_found_of(c->found_in) == CONFLICT_FOUND_REVIEW;

		if ((state != CONFLICT_STATE_DISMISSED && state != CONFLICT_STATE_DOUBTFUL) ||
			(m->c.round.blind && !coded && c->submission_id != 0))
			continue;
		const char **cells = scribe_row(m->w, t);

		cells[0] = *c->item_code != '\0' ? c->item_code :
			   *c->code != '\0'      ? c->code :
						   C_("document", "all");
		cells[1] = minutes_member(m, c->member_id);
		cells[2] = ground_words(m, c->ground);
		cells[3] = C_("document", "the jury (29 §)");
		cells[4] = state == CONFLICT_STATE_DOUBTFUL ?
				   C_("document", "not decided yet") :
				   arena_printf(m->w->arena, "%s: %s",
					   C_("document", "not disqualified"), c->decision);
	}
}

struct error minutes_conflicts(struct minutes *m)
{
	struct scribe_table t = { 0 };
	struct conflicts all;

	TRY(conflict_list(m->w->ctx, m->w->arena, m->c.round.id, &all));
	scribe_column(&t, C_("document", "Paragraph"), false);
	scribe_column(&t, C_("document", "Member"), false);
	scribe_column(&t, C_("document", "Ground"), false);
	scribe_column(&t, C_("document", "Stated by"), false);
	scribe_column(&t, C_("document", "Effect"), false);
	for (size_t i = 0; i < m->paragraphs; i++)
		put_bars(m, &t, &m->c.items.rows[m->order[i]]);
	put_doubts(m, &t, &all);
	document_heading(m->w->page, C_("document", "Disqualification"));
	scribe_table(m->w, &t, NULL, C_("document", "None was declared."));
	return ok();
}

static const char *name_of_login(const struct minutes *m, const char *login)
{
	for (size_t i = 0; i < m->view.members.n; i++)
		if (strcmp(m->view.members.rows[i].login, login) == 0)
			return m->view.members.rows[i].name;
	return "";
}

/* By code and without what the juror wrote: that names whom they think they know. */
struct error minutes_recognitions(struct minutes *m)
{
	struct scribe_table t = { 0 };
	struct recognitions all;

	TRY(recognition_list(m->w->ctx, m->w->arena, m->c.round.id, &all));
	scribe_column(&t, C_("column", "Code"), false);
	scribe_column(&t, C_("document", "Member"), false);
	scribe_column(&t, C_("document", "Effect"), false);
	for (size_t i = 0; i < all.n; i++) {
		const char **cells = scribe_row(m->w, &t);

		cells[0] = all.rows[i].code;
		cells[1] = name_of_login(m, all.rows[i].login);
		cells[2] = all.rows[i].noted == 0 ? C_("document", "not decided yet") :
						    all.rows[i].decision;
	}
	document_heading(m->w->page, C_("document", "Notes on recognition"));
	scribe_table(m->w, &t, NULL, C_("document", "Nobody was recognized."));
	return ok();
}

/* 13: whose reviews the result does not have, and who sat there no more. */
void minutes_missing(struct minutes *m)
{
	struct scribe_table t = { 0 };

	scribe_column(&t, C_("document", "Name"), false);
	scribe_column(&t, C_("document", "State"), false);
	scribe_column(&t, C_("document", "Reviews expected"), true);
	scribe_column(&t, C_("document", "Submitted"), true);
	scribe_column(&t, C_("document", "Reason"), false);
	scribe_column(&t, C_("document", "Replaced by"), false);
	for (size_t i = 0; i < m->members.n; i++) {
		const struct member *p = &m->members.rows[i];

		if (member_state_of(p->state) == MEMBER_STATE_ACTIVE && p->submitted >= p->assigned)
			continue;
		const char **cells = scribe_row(m->w, &t);

		cells[0] = minutes_member(m, p->id);
		cells[1] = text_word(WORDS_MEMBER_STATE, p->state);
		cells[2] = scribe_number(m->w, p->assigned);
		cells[3] = scribe_number(m->w, p->submitted);
		cells[4] = p->reason;
		cells[5] = minutes_member(m, p->replaced_by);
	}
	document_heading(m->w->page, C_("document", "Members whose reviews are missing"));
	scribe_table(m->w, &t, NULL, C_("document", "All reviews that were expected are in."));
}
