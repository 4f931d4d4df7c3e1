/* SPDX-License-Identifier: MIT
 * What waits in the mentoring: sessions of the coming week, sessions that passed, questions. */
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/desk/desk.h"
#include "src/phases/mentoring.h"
#include "src/phases/question.h"

enum { WEEK = 7 };

struct waiting {
	struct context *ctx;
	struct arena *arena;
	struct todos *todos;
	int64_t today;
};

static void add(struct waiting *w, const char *what, const char *code, enum urgency urgency,
	const char *text)
{
	todo_add(w->todos, w->arena, &(struct todo){ what, code, text, urgency });
}

static void add_coming(struct waiting *w, const struct mentoring_session *s)
{
	const char *what = arena_printf(w->arena, "%s, %s", s->place, s->topic);
	char day[60];

	if (s->day == w->today) {
		/* TRANSLATORS: %s is a session's place and topic. */
		add(w, "session_coming", s->code, URGENT,
			arena_printf(w->arena, _("Mentoring session today: %s"), what));
	} else if (s->day == w->today + DAY_SECONDS) {
		add(w, "session_coming", s->code, URGENT,
			arena_printf(w->arena, _("Mentoring session tomorrow: %s"), what));
	} else {
		text_weekday(s->day, day, sizeof(day));
		/* TRANSLATORS: a weekday with its date, and a session's place and topic. */
		add(w, "session_coming", s->code, SOON,
			arena_printf(w->arena, _("Mentoring session %s: %s"), day, what));
	}
}

static void add_passed(struct waiting *w, const struct mentoring_session *s)
{
	char day[60];

	text_day(s->day, day, sizeof(day));
	/* TRANSLATORS: a day and a session's place. */
	add(w, "session_passed", s->code, SOON,
		arena_printf(w->arena, _("The session of %s, %s: who came? Mark it as held"), day,
			s->place));
}

static void add_unmarked(struct waiting *w, const struct mentoring_session *s)
{
	int64_t unmarked = s->invited - s->came - s->absent;

	if (unmarked > 0)
		add(w, "session_unmarked", s->code, SOON,
			arena_printf(w->arena,
				ngettext("Attendance of %lu team has not been marked",
					"Attendance of %lu teams has not been marked",
					(unsigned long)unmarked),
				(unsigned long)unmarked));
}

static struct error add_session(struct waiting *w, int64_t id)
{
	struct session_warnings warnings;
	struct mentoring_session s;
	size_t missing = 0;

	TRY(session_get(w->ctx, w->arena, id, &s));
	if (session_state_of(s.state) == SESSION_STATE_HELD || s.day < w->today) {
		(session_state_of(s.state) == SESSION_STATE_HELD ? add_unmarked : add_passed)(
			w, &s);
		return ok();
	}
	if (s.day <= w->today + WEEK * DAY_SECONDS)
		add_coming(w, &s);
	TRY(session_warnings(w->ctx, w->arena, id, &warnings));
	for (size_t i = 0; i < warnings.n; i++)
		missing += warnings.rows[i].kind == WARN_TEAM_MISSING ? 1 : 0;
	if (missing > 0)
		add(w, "session_uninvited", s.code, SOON,
			arena_printf(w->arena,
				ngettext("%lu team that goes on is not invited to the session",
					"%lu teams that go on are not invited to the session",
					missing),
				(unsigned long)missing));
	return ok();
}

static struct error add_sessions(struct waiting *w, int64_t from)
{
	struct id_list ids = { 0 };
	struct error e = store_session_waiting_ids(w->ctx->db, from, &ids);

	for (size_t i = 0; e.code == E_OK && i < ids.n; i++)
		e = add_session(w, ids.ids[i]);
	id_list_clear(&ids);
	return e;
}

/* Those with a day one by one, the rest as a number. */
static struct error add_open_questions(struct waiting *w)
{
	struct question_filter filter = { .state = "open" };
	struct id_list ids = { 0 };
	unsigned long undated = 0;
	struct error e = question_ids(w->ctx, QUESTIONS_BY_DUE, &filter, &ids);

	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct question q;
		char day[60];

		e = question_get(w->ctx, w->arena, ids.ids[i], &q);
		if (e.code != E_OK)
			break;
		undated += q.due == 0 ? 1 : 0;
		if (q.due == 0)
			continue;
		text_day(q.due, day, sizeof(day));
		/* TRANSLATORS: a day, and the question's text. */
		add(w, "question_due", q.code, q.due <= w->today + DAY_SECONDS ? URGENT : SOON,
			arena_printf(w->arena, _("Answer by %s: %s"), day, question_text(&q)));
	}
	id_list_clear(&ids);
	if (undated > 0)
		add(w, "question_open", "mentoring", SOON,
			arena_printf(w->arena,
				ngettext("%lu question waits for an answer",
					"%lu questions wait for an answer", undated),
				undated));
	return e;
}

static struct error add_questions(struct waiting *w)
{
	struct question_counts counts;

	TRY(question_counts(w->ctx, &counts));
	if (counts.open > 0)
		TRY(add_open_questions(w));
	if (counts.answered > 0)
		add(w, "question_unpublished", "mentoring", SOON,
			arena_printf(w->arena,
				ngettext("%lu answer has not been published to all",
					"%lu answers have not been published to all",
					(unsigned long)counts.answered),
				(unsigned long)counts.answered));
	return ok();
}

struct error mentoring_todos(struct context *ctx, struct arena *arena, struct todos *todos)
{
	struct waiting w = { ctx, arena, todos, day_of_time(context_now(ctx)) };

	TRY(add_sessions(&w, w.today - 2 * WEEK * DAY_SECONDS));
	return add_questions(&w);
}
