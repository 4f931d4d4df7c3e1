/* SPDX-License-Identifier: MIT
 * Autumn 2019: the nine teams are mentored for a month. Days, places and topics of the sessions are
 * those of the real competition; the mentors and what anybody says are invented. */
#include <string.h>

#include "src/base/daytime.h"
#include "src/demo/story.h"
#include "src/base/csv.h"
#include "src/phases/challenge.h"
#include "src/phases/mentoring.h"
#include "src/phases/phase.h"
#include "src/phases/question.h"
#include "src/phases/team.h"
#include "src/registers/organization.h"
#include "src/registers/person.h"

static struct error plan(struct story *story, enum phase_edge edge, const char *when)
{
	struct moment moment;

	TRY(moment_parse(when, edge == PHASE_OPENS ? EDGE_START : EDGE_END, &moment));
	return phase_plan(story->ctx, "mentoring", edge, &moment, "Kalenteri vahvistettiin.");
}

/* The columns of data/mentors.csv. */
enum { M_NAME, M_LANG, M_ORGANIZATION, M_TITLE, M_COLUMNS };

static struct error add_mentor(void *arg, const struct csv_row *row)
{
	struct story *story = arg;
	struct person person = { .name = row->cells[M_NAME].text,
		.email = story_address(story, row->cells[M_NAME].text, "mentorit"),
		.phone = story_phone(story, 400 + row->line),
		.lang = row->cells[M_LANG].text };
	struct person_role role = { .title = row->cells[M_TITLE].text };
	int64_t id;

	if (*row->cells[M_ORGANIZATION].text != '\0')
		TRY(organization_find(
			story->ctx, row->cells[M_ORGANIZATION].text, &role.organization_id));
	return mentor_add(story->ctx, &person, &role, &id);
}

/* The columns of data/sessions.csv. */
enum { S_DATE, S_STARTS, S_ENDS, S_PLACE, S_CHALLENGE, S_TOPIC, S_MENTORS, S_COLUMNS };

static struct error add_session(void *arg, const struct csv_row *row)
{
	struct story *story = arg;
	const struct csv_cell *c = row->cells;
	struct mentoring_session s = { .starts = NO_MINUTES,
		.ends = NO_MINUTES,
		.place = c[S_PLACE].text,
		.topic = c[S_TOPIC].text };
	char *rest = arena_text(&story->arena, c[S_MENTORS].text), *name;
	struct id_list mentors = { 0 };
	struct error e = day_parse(c[S_DATE].text, &s.day);

	if (e.code == E_OK && *c[S_STARTS].text != '\0')
		e = clock_parse(c[S_STARTS].text, &s.starts);
	if (e.code == E_OK && *c[S_ENDS].text != '\0')
		e = clock_parse(c[S_ENDS].text, &s.ends);
	if (e.code == E_OK && *c[S_CHALLENGE].text != '\0')
		e = challenge_find(story->ctx, c[S_CHALLENGE].text, &s.challenge_id);
	while (e.code == E_OK && (name = strtok_r(rest, ";", &rest)) != NULL) {
		int64_t id = 0;

		e = person_find(story->ctx, name, &id);
		id_list_add(&mentors, id);
	}
	if (e.code == E_OK)
		e = session_add(story->ctx, &s, &mentors, NULL, &s.id);
	id_list_clear(&mentors);
	return e;
}

/* The hall was free on another day. */
static struct error move_one(struct story *story)
{
	struct mentoring_session s;

	TRY(session_find(story->ctx, "M-2", &s.id));
	TRY(session_get(story->ctx, &story->arena, s.id, &s));
	TRY(day_parse("2019-10-01", &s.day));
	return session_update(story->ctx, &s, "Joensuun sali on vapaana tiistaina.", NULL, NULL);
}

struct error demo_mentoring(struct story *story)
{
	TRY(story_at(story, "2019-08-28T13:15"));
	TRY(plan(story, PHASE_OPENS, "2019-09-24"));
	TRY(plan(story, PHASE_CLOSES, "2019-10-22"));
	TRY(csv_each_row(data_demo_mentors, M_COLUMNS, add_mentor, story));
	TRY(story_at(story, "2019-08-30T10:40"));
	TRY(csv_each_row(data_demo_sessions, S_COLUMNS, add_session, story));
	TRY(story_at(story, "2019-09-12T09:20"));
	TRY(move_one(story));
	TRY(story_at(story, "2019-09-23T09:00"));
	return phase_move(story->ctx, "mentoring", PHASE_OPEN, "");
}

/* What is told of one record: a session or a question. */
struct about {
	struct story *story;
	const char *code;
};

static struct error attend(
	struct story *story, int64_t session, const char *state, const char *only)
{
	struct session_teams teams;
	struct id_list ids = { 0 };
	struct error e = session_teams(story->ctx, &story->arena, session, &teams);

	for (size_t i = 0; e.code == E_OK && i < teams.n; i++)
		if (only == NULL || strcmp(teams.rows[i].name, only) == 0)
			id_list_add(&ids, teams.rows[i].team_id);
	if (e.code == E_OK)
		e = session_attend(story->ctx, session, &ids, state);
	id_list_clear(&ids);
	return e;
}

/* The columns of data/session_notes.csv. */
enum { N_SESSION, N_TEAM, N_KIND, N_TEXT, N_COLUMNS };

static struct error add_note(void *arg, const struct csv_row *row)
{
	const struct about *about = arg;
	struct context *ctx = about->story->ctx;
	const struct csv_cell *c = row->cells;
	struct session_note note = { .kind = c[N_KIND].text, .text = c[N_TEXT].text };
	int64_t id;

	if (strcmp(c[N_SESSION].text, about->code) != 0)
		return ok();
	TRY(session_find(ctx, about->code, &note.session_id));
	if (*c[N_TEAM].text != '\0')
		TRY(team_find(ctx, c[N_TEAM].text, &note.team_id));
	return session_note_add(ctx, &note, &id);
}

/* All nine came on the last day; before it one took part remotely and one could not come. */
static struct error hold(struct about *about)
{
	struct story *story = about->story;
	int64_t id;

	TRY(session_find(story->ctx, about->code, &id));
	TRY(attend(story, id, "present", NULL));
	if (strcmp(about->code, "M-3") == 0)
		TRY(attend(story, id, "remote", "Studieresan"));
	if (strcmp(about->code, "M-4") == 0)
		TRY(attend(story, id, "absent", "Osallistujat"));
	TRY(session_hold(story->ctx, id));
	return csv_each_row(data_demo_session_notes, N_COLUMNS, add_note, about);
}

/* The columns of data/questions.csv. */
enum { Q_CODE, Q_TEAM, Q_CHALLENGE, Q_FI, Q_SV, Q_DUE, Q_ANSWER_FI, Q_ANSWER_SV, Q_COLUMNS };

static struct error add_question(void *arg, const struct csv_row *row)
{
	const struct about *about = arg;
	struct context *ctx = about->story->ctx;
	const struct csv_cell *c = row->cells;
	struct question q = {
		.text_fi = c[Q_FI].text, .text_sv = c[Q_SV].text, .answer_fi = "", .answer_sv = ""
	};

	if (strcmp(c[Q_CODE].text, about->code) != 0)
		return ok();
	TRY(team_find(ctx, c[Q_TEAM].text, &q.team_id));
	if (*c[Q_CHALLENGE].text != '\0')
		TRY(challenge_find(ctx, c[Q_CHALLENGE].text, &q.challenge_id));
	TRY(day_parse(c[Q_DUE].text, &q.due));
	return question_add(ctx, &q, &q.id);
}

static struct error ask(struct about *about)
{
	return csv_each_row(data_demo_questions, Q_COLUMNS, add_question, about);
}

static struct error answer_question(void *arg, const struct csv_row *row)
{
	const struct about *about = arg;
	struct context *ctx = about->story->ctx;
	struct question q;

	if (strcmp(row->cells[Q_CODE].text, about->code) != 0)
		return ok();
	TRY(question_find(ctx, about->code, &q.id));
	TRY(question_get(ctx, &about->story->arena, q.id, &q));
	q.answer_fi = row->cells[Q_ANSWER_FI].text;
	q.answer_sv = row->cells[Q_ANSWER_SV].text;
	TRY(question_update(ctx, &q));
	return question_publish(ctx, q.id);
}

static struct error answer(struct about *about)
{
	return csv_each_row(data_demo_questions, Q_COLUMNS, answer_question, about);
}

/* One more, over the network. */
static struct error plan_one_more(struct about *about)
{
	struct context *ctx = about->story->ctx;
	struct mentoring_session s = { .place = "Etänä",
		.topic = "Kysymyksiä hankinnasta",
		.starts = 13 * 60,
		.ends = 14 * 60 };
	struct id_list mentors = { 0 };
	int64_t mentor;

	TRY(day_parse("2019-10-17", &s.day));
	TRY(person_find(ctx, "Kaino Koeponnistus", &mentor));
	id_list_add(&mentors, mentor);
	struct error e = session_add(ctx, &s, &mentors, NULL, &s.id);
	id_list_clear(&mentors);
	return e;
}

static struct error call_off(struct about *about)
{
	int64_t id;

	TRY(session_find(about->story->ctx, about->code, &id));
	return session_cancel(
		about->story->ctx, id, "Kysymykset käsiteltiin yhteisenä päivänä 15.10.");
}

struct error demo_sessions(struct story *story)
{
	static const struct {
		const char *when;
		struct error (*happen)(struct about *about);
		const char *code;
	} month[] = {
		{ "2019-09-24T15:40", hold, "M-1" },
		{ "2019-09-25T10:20", ask, "Q-1" },
		{ "2019-09-27T14:05", answer, "Q-1" },
		{ "2019-10-01T15:50", hold, "M-2" },
		{ "2019-10-03T09:15", ask, "Q-2" },
		{ "2019-10-04T11:30", answer, "Q-2" },
		{ "2019-10-07T10:05", plan_one_more, "M-6" },
		{ "2019-10-08T15:30", hold, "M-3" },
		{ "2019-10-15T16:00", hold, "M-4" },
		{ "2019-10-16T09:10", call_off, "M-6" },
		{ "2019-10-16T12:45", ask, "Q-3" },
		{ "2019-10-18T15:20", answer, "Q-3" },
		{ "2019-10-22T15:45", hold, "M-5" },
	};

	for (size_t i = 0; i < LEN(month); i++) {
		struct about about = { story, month[i].code };

		TRY(story_at(story, month[i].when));
		TRY(month[i].happen(&about));
	}
	TRY(story_at(story, "2019-10-23T08:20"));
	TRY(phase_move(story->ctx, "mentoring", PHASE_CLOSE, ""));
	return phase_move(story->ctx, "mentoring", PHASE_DECIDE, "");
}
