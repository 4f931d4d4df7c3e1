/* SPDX-License-Identifier: MIT
 * The mentor's day sheet: the sessions of one day in the order of their hours, each with its place,
 * its mentors, the teams that come, what they asked, and what they need there. What somebody needs
 * tells of health or faith (GDPR, article 9): it stands only on the sheet of who arranges the
 * mentoring (ACT_MENTORING). */
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/documents/papers.h"
#include "src/documents/scribe.h"
#include "src/phases/mentoring.h"
#include "src/phases/question.h"

static struct error put_mentors(struct scribe *w, int64_t session_id)
{
	struct session_mentors list;
	const char *text = "";

	TRY(session_mentors(w->ctx, w->arena, session_id, &list));
	for (size_t i = 0; i < list.n; i++)
		text = arena_printf(
			w->arena, "%s%s%s", text, i == 0 ? "" : ", ", list.rows[i].name);
	scribe_fact(w, C_("document", "Mentors"), text);
	return ok();
}

static struct error put_teams(struct scribe *w, int64_t session_id)
{
	struct session_teams list;
	struct scribe_table t = { 0 };

	TRY(session_teams(w->ctx, w->arena, session_id, &list));
	scribe_column(&t, C_("column", "Code"), false);
	scribe_column(&t, C_("document", "Team"), false);
	scribe_column(&t, C_("document", "Challenge"), false);
	scribe_column(&t, C_("document", "Attendance"), false);
	for (size_t i = 0; i < list.n; i++) {
		const char **cells = scribe_row(w, &t);

		cells[0] = list.rows[i].code;
		cells[1] = list.rows[i].name;
		cells[2] = list.rows[i].challenge_code;
		cells[3] = text_word(WORDS_ATTENDANCE, list.rows[i].state);
	}
	scribe_table(w, &t, C_("document", "Who comes"), C_("document", "No team is invited."));
	return ok();
}

/* Of the session's teams, the oldest first: the mentor answers them there. */
static struct error put_questions(struct scribe *w, const struct mentoring_session *s)
{
	struct session_teams teams;
	struct id_list ids = { 0 };
	struct scribe_table t = { 0 };
	const struct question_filter all = { .challenge_id = 0 };

	TRY(session_teams(w->ctx, w->arena, s->id, &teams));
	struct error e = question_ids(w->ctx, QUESTIONS_BY_NUMBER, &all, &ids);
	scribe_column(&t, C_("column", "Code"), false);
	scribe_column(&t, C_("document", "Team"), false);
	scribe_column(&t, C_("document", "Question"), false);
	scribe_column(&t, C_("document", "State"), false);
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct question q;

		e = question_get(w->ctx, w->arena, ids.ids[i], &q);
		for (size_t k = 0; e.code == E_OK && k < teams.n; k++) {
			if (q.team_id == 0 || teams.rows[k].team_id != q.team_id)
				continue;
			const char **cells = scribe_row(w, &t);

			cells[0] = q.code;
			cells[1] = q.team_name;
			cells[2] = question_text(&q);
			cells[3] = text_word(WORDS_QUESTION_STATE, question_state(&q));
		}
	}
	id_list_clear(&ids);
	TRY(e);
	scribe_table(w, &t, C_("document", "What the teams asked"),
		C_("document", "The teams have asked nothing."));
	return ok();
}

/* Notes of that kind, each with the team it is about. */
static struct error put_notes(
	struct scribe *w, int64_t session_id, enum note_kind kind, const char *caption)
{
	struct session_notes list;
	struct scribe_table t = { 0 };

	TRY(session_notes(w->ctx, w->arena, session_id, 0, &list));
	scribe_column(&t, C_("document", "Team"), false);
	scribe_column(&t, C_("document", "Text"), false);
	for (size_t i = 0; i < list.n; i++) {
		if (note_kind_of(list.rows[i].kind) != kind)
			continue;
		const char **cells = scribe_row(w, &t);

		cells[0] =
			list.rows[i].team_id == 0 ? C_("document", "all") : list.rows[i].team_name;
		cells[1] = list.rows[i].text;
	}
	scribe_table(w, &t, caption, NULL);
	return ok();
}

static struct error put_session(struct scribe *w, int64_t id)
{
	struct mentoring_session s;
	char hours[60];

	TRY(session_get(w->ctx, w->arena, id, &s));
	session_hours(&s, hours, sizeof(hours));
	document_heading(w->page,
		arena_printf(w->arena, "%s%s%s", hours, *hours == '\0' ? "" : " ", s.topic));
	scribe_fact(w, text_word(WORDS_FIELD, "session"), s.code);
	scribe_fact(w, text_word(WORDS_FIELD, "place"), s.place);
	scribe_fact(w, C_("document", "Challenge"), session_scope(&s));
	scribe_fact(w, C_("document", "State"), text_word(WORDS_SESSION_STATE, s.state));
	TRY(put_mentors(w, id));
	scribe_facts(w, NULL);
	TRY(put_teams(w, id));
	TRY(put_questions(w, &s));
	TRY(put_notes(w, id, NOTE_KIND_NEEDS, C_("document", "Accessibility and food")));
	return put_notes(w, id, NOTE_KIND_NOTE, C_("document", "Notes of the office"));
}

/* The day's, in the order of the hours; one without hours stands first. */
static struct error put_day(struct scribe *w, int64_t day)
{
	struct id_list ids = { 0 };
	const struct session_filter filter = { .from = day, .to = day };
	struct error e = session_ids(w->ctx, SESSIONS_BY_DAY, &filter, &ids);

	for (size_t i = 0; e.code == E_OK && i < ids.n; i++)
		e = put_session(w, ids.ids[i]);
	id_list_clear(&ids);
	return e;
}

static struct error write(struct scribe *w, const struct document_ask *ask, struct documents *out)
{
	struct mentoring_session s;

	TRY(session_get(w->ctx, w->arena, ask->id, &s));
	TRY(scribe_begin(w, out,
		/* TRANSLATORS: the title of a page; a date. */
		arena_printf(w->arena, C_("document", "Mentoring %s"), scribe_day(w, s.day))));
	out->about = s.code;
	return put_day(w, s.day);
}

static struct error make(struct context *ctx, struct arena *arena, const struct document_ask *ask,
	struct documents *out)
{
	TRY(require(ctx, ACT_READ));
	return scribe_in(ctx, arena, ask, out, write);
}

static struct error find(struct context *ctx, const char *code, int64_t *id)
{
	return session_find(ctx, code, id);
}

const struct document_kind day_sheet_kind = {
	.noun = "day-sheet",
	.word = NC_("document", "Mentor's day sheet"),
	.of = "session",
	.find = find,
	.make = make,
};
