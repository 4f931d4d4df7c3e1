/* SPDX-License-Identifier: MIT */
#include "tests/unit/mentoring_scene.h"

#include "db/search.h"
#include "db/store/team.h"
#include "src/phases/team.h"
#include "src/registers/person.h"

int64_t team_of(struct scene *s, int64_t challenge, int number, const char *state)
{
	char code[16], name[40];
	struct team team = { .number = number,
		.code = code,
		.name = name,
		.kind = "students",
		.challenge_id = challenge };
	int64_t id;

	snprintf(code, sizeof(code), "T-%d", number);
	snprintf(name, sizeof(name), "Tiimi %d", number);
	assert_ok(context_begin(s->ctx));
	assert_ok(store_team_add(s->ctx->db, &team, &id));
	assert_ok(store_team_set_state(s->ctx->db, id, state));
	assert_ok(search_index(s->ctx->db, SEARCH_TEAM, id));
	assert_ok(context_end(s->ctx, ok(), "team.edit", code));
	return id;
}

struct scene set_scene(void **state)
{
	struct fixture *f = *state;
	struct scene s = { .f = f, .ctx = &f->ctx };
	struct team team;

	s.t1 = make_team(f, 1, "selected");
	s.t2 = make_team(f, 2, "winner");
	assert_ok(team_get(s.ctx, &f->arena, s.t1, &team));
	s.c1 = team.challenge_id;
	assert_ok(team_get(s.ctx, &f->arena, s.t2, &team));
	s.c2 = team.challenge_id;
	s.t11 = team_of(&s, s.c1, 11, "selected");
	s.t12 = team_of(&s, s.c1, 12, "reserve");
	return s;
}

int64_t day(const char *text)
{
	int64_t day;

	assert_ok(day_parse(text, &day));
	return day;
}

int64_t person(struct scene *s, const char *name)
{
	struct person p = { .name = name, .lang = "fi" };
	int64_t id;

	assert_ok(person_add(s->ctx, &p, &id));
	return id;
}

struct mentoring_session session_on(const char *when, int64_t challenge)
{
	return (struct mentoring_session){ .day = day(when),
		.starts = NO_MINUTES,
		.ends = NO_MINUTES,
		.place = "Vantaa",
		.topic = "Nuoret opintopolulle",
		.challenge_id = challenge };
}

int64_t add_session(struct scene *s, const char *when, int64_t challenge, int64_t mentor)
{
	struct mentoring_session row = session_on(when, challenge);
	struct id_list mentors = { 0 };
	int64_t id;

	if (mentor != 0)
		id_list_add(&mentors, mentor);
	assert_ok(session_add(s->ctx, &row, &mentors, NULL, &id));
	id_list_clear(&mentors);
	return id;
}

struct mentoring_session get_session(struct scene *s, int64_t id)
{
	struct mentoring_session row;

	assert_ok(session_get(s->ctx, &s->f->arena, id, &row));
	return row;
}

const char *invited(struct scene *s, int64_t id)
{
	struct session_teams teams;
	const char *codes = "";

	assert_ok(session_teams(s->ctx, &s->f->arena, id, &teams));
	for (size_t i = 0; i < teams.n; i++)
		codes = arena_printf(
			&s->f->arena, "%s%s%s", codes, i > 0 ? " " : "", teams.rows[i].code);
	return codes;
}

struct error attend(struct scene *s, int64_t id, int64_t team, const char *state)
{
	struct id_list teams = { 0 };

	id_list_add(&teams, team);
	struct error e = session_attend(s->ctx, id, &teams, state);
	id_list_clear(&teams);
	return e;
}

const char *warned(struct scene *s, int64_t id)
{
	struct session_warnings w;
	const char *lines = "";

	assert_ok(session_warnings(s->ctx, &s->f->arena, id, &w));
	for (size_t i = 0; i < w.n; i++)
		lines = arena_printf(&s->f->arena, "%s%d %s %s;", lines, (int)w.rows[i].kind,
			w.rows[i].name, w.rows[i].code);
	return lines;
}

bool has_mentored(struct scene *s, int64_t mentor, int64_t team)
{
	bool has = false;

	assert_ok(mentoring_has_mentored(s->ctx, mentor, team, &has));
	return has;
}

void assert_verified(struct scene *s)
{
	struct verdict verdict;

	assert_ok(verify_file(s->ctx->db, 0, "", &verdict));
	if (!verdict.good)
		stop_test("%s: %s %lld", verdict.fault, verdict.table, (long long)verdict.row);
}
