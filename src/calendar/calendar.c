/* SPDX-License-Identifier: MIT */
#include "src/calendar/calendar.h"

#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/calendar/ics.h"
#include "src/calendar/said.h"
#include "src/ground/checkpoint.h"
#include "src/ground/journal_write.h"

enum { HOUR = 3600 };

/* Events on their way into a file. */
struct collecting {
	struct context *ctx;
	struct arena arena;
	struct calendar_event *rows;
	size_t n, room;
	const char *text; /* which competition, whom to ask */
	struct calendar_said said;
};

static struct calendar_event *add(struct collecting *c, const char *kind, int64_t id, int64_t v)
{
	if (c->n == c->room) {
		c->room = c->room == 0 ? 32 : c->room * 2;
		c->rows = xrealloc(c->rows, c->room * sizeof(*c->rows));
	}
	struct calendar_event *event = &c->rows[c->n++];
	*event = (struct calendar_event){ .record = arena_printf(
						  &c->arena, "%s-%lld", kind, (long long)id),
		.sequence = v - 1,
		.title = "",
		.place = "",
		.text = c->text };
	return event;
}

static void set_day(struct calendar_event *event, int64_t day)
{
	event->whole_days = true;
	event->starts = day;
	event->ends = day + DAY_SECONDS;
}

/* Of the clock on the wall in Finland. */
static int64_t wall(int64_t time)
{
	return time + civil_of_time(time).offset;
}

/* What ends at a time is there for the hour before it. */
static void set_closing(struct calendar_event *event, int64_t time)
{
	event->ends = wall(time);
	event->starts = event->ends - HOUR;
}

static void set_hours(
	struct collecting *c, struct calendar_event *event, const struct mentoring_session *s)
{
	if (s->starts == NO_MINUTES) {
		set_day(event, s->day);
		c->said.whole_days++;
		return;
	}
	event->starts = s->day + s->starts * 60;
	event->ends = s->ends == NO_MINUTES ? event->starts + HOUR : s->day + s->ends * 60;
	c->said.hour_set_aside += s->ends == NO_MINUTES ? 1 : 0;
}

static struct error add_session(struct collecting *c, int64_t id)
{
	struct mentoring_session s;

	TRY(session_get(c->ctx, &c->arena, id, &s));
	struct calendar_event *event = add(c, "session", s.id, s.v);
	set_hours(c, event, &s);
	event->cancelled = session_state_of(s.state) == SESSION_STATE_CANCELLED;
	event->place = s.place;
	TRY(said_session_text(c->ctx, &c->arena, &s, &event->text));
	return said_session_title(c->ctx, &c->arena, &s, &event->title);
}

static struct error add_meeting(struct collecting *c, int64_t id)
{
	struct decision decision;

	TRY(decision_get(c->ctx, &c->arena, id, &decision));
	struct calendar_event *event = add(c, "meeting", decision.id, decision.v);
	set_day(event, decision.day);
	event->cancelled = decision.abandoned != 0;
	event->place = decision.place;
	return said_meeting_title(c->ctx, &c->arena, &decision, &event->title);
}

static struct error add_all(struct collecting *c, const struct id_list *ids,
	struct error (*add_one)(struct collecting *c, int64_t id))
{
	struct error e = ok();

	for (size_t i = 0; e.code == E_OK && i < ids->n; i++)
		e = add_one(c, ids->ids[i]);
	return e;
}

static struct error add_sessions(struct collecting *c, const struct calendar_filter *filter)
{
	const struct session_filter sessions = { .challenge_id = filter->challenge_id,
		.team_id = filter->team_id,
		.person_id = filter->person_id };
	struct id_list ids = { 0 };
	struct error e = session_ids(c->ctx, SESSIONS_BY_DAY, &sessions, &ids);

	if (e.code == E_OK)
		e = add_all(c, &ids, add_session);
	id_list_clear(&ids);
	return e;
}

static struct error add_meetings(struct collecting *c, int64_t round_id)
{
	static const char *const kinds[] = { "statement", "decision" };
	struct error e = ok();

	for (size_t i = 0; e.code == E_OK && i < LEN(kinds); i++) {
		struct id_list ids = { 0 };

		e = decision_ids(c->ctx, round_id, kinds[i], &ids);
		if (e.code == E_OK)
			e = add_all(c, &ids, add_meeting);
		id_list_clear(&ids);
	}
	return e;
}

static struct error add_round(struct collecting *c, const struct round *round)
{
	if (round->closes != 0) {
		struct calendar_event *event = add(c, "round", round->id, round->v);

		set_closing(event, round->closes);
		event->a_limit = true;
		TRY(said_round_title(c->ctx, &c->arena, round, &event->title));
	}
	return add_meetings(c, round->id);
}

static struct error add_rounds(struct collecting *c, int64_t challenge_id)
{
	struct id_list ids = { 0 };
	struct error e = round_ids(c->ctx, NULL, &ids);

	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct round round;

		e = round_get(c->ctx, &c->arena, ids.ids[i], &round);
		if (e.code == E_OK && (challenge_id == 0 || round.challenge_id == challenge_id))
			e = add_round(c, &round);
	}
	id_list_clear(&ids);
	return e;
}

/* "Autumn 2018" is no entry of a calendar. */
static struct error add_phase(struct collecting *c, const struct phase *phase)
{
	enum precision precision = precision_of_code(phase->closes_precision);

	if (phase->closes == 0 || precision > PRECISION_DAY)
		return ok();
	struct milestones milestones;
	TRY(milestone_list(c->ctx, &c->arena, phase->id, &milestones));
	for (size_t i = 0; i < milestones.n; i++) {
		const struct milestone *m = &milestones.rows[i];
		if (strcmp(m->key, "closes") != 0)
			continue;
		struct calendar_event *event = add(c, "phase", phase->id, m->plans);

		if (precision == PRECISION_DAY)
			set_day(event, day_of_time(phase->closes));
		else
			set_closing(event, phase->closes);
		event->a_limit = true;
		TRY(said_phase_title(c->ctx, &c->arena, phase, &event->title));
	}
	return ok();
}

static struct error add_phases(struct collecting *c)
{
	struct phases phases;

	TRY(phase_list(c->ctx, &c->arena, &phases));
	for (size_t i = 0; i < phases.n; i++)
		TRY(add_phase(c, &phases.rows[i]));
	return ok();
}

static struct error collect(struct collecting *c, const struct calendar_filter *filter)
{
	TRY(add_sessions(c, filter));
	if (!filter->more)
		return ok();
	if (filter->team_id != 0 || filter->person_id != 0)
		return rule(N_("The calendar of a team or a mentor has their sessions and nothing "
			       "else."));
	TRY(add_phases(c));
	return add_rounds(c, filter->challenge_id);
}

static struct error begin(struct collecting *c)
{
	TRY(require(c->ctx, ACT_EXPORT));
	return said_text(c->ctx, &c->arena, &c->text);
}

/* Writes what was collected, if all went well. */
static struct error end(struct collecting *c, struct error e, struct buffer *out)
{
	char competition[CHECKPOINT_ID + 1];

	if (e.code == E_OK && c->n == 0)
		e = rule(N_("There is nothing to put into a calendar."));
	if (e.code == E_OK)
		e = checkpoint_competition(c->ctx, competition);
	if (e.code == E_OK)
		calendar_write(out, competition, context_now(c->ctx), c->rows, c->n);
	c->said.events = c->n;
	free(c->rows);
	arena_clear(&c->arena);
	return e;
}

struct error calendar_all(struct context *ctx, const struct calendar_filter *filter,
	struct buffer *out, struct calendar_said *said)
{
	struct collecting c = { .ctx = ctx };
	struct error e = begin(&c);

	if (e.code == E_OK)
		e = collect(&c, filter);
	e = end(&c, e, out);
	*said = c.said;
	return e;
}

static struct error write_one(struct context *ctx, int64_t id,
	struct error (*add_one)(struct collecting *c, int64_t id), struct buffer *out)
{
	struct collecting c = { .ctx = ctx };
	struct error e = begin(&c);

	if (e.code == E_OK)
		e = add_one(&c, id);
	return end(&c, e, out);
}

struct error calendar_session(struct context *ctx, int64_t session_id, struct buffer *out)
{
	return write_one(ctx, session_id, add_session, out);
}

struct error calendar_meeting(struct context *ctx, int64_t decision_id, struct buffer *out)
{
	return write_one(ctx, decision_id, add_meeting, out);
}

struct error calendar_given(struct context *ctx)
{
	return journal_export(ctx, "calendar");
}
