/* SPDX-License-Identifier: MIT
 * Mentoring sessions: who they are for, who came, who is booked twice, what happened to them, and who has
 * mentored whom. */
#define TEST_NAME "mentoring"
#include "tests/unit/winners.h"

#include "db/search.h"
#include "db/store/team.h"
#include "db/verify.h"
#include "src/base/daytime.h"
#include "src/desk.h"
#include "src/journal.h"
#include "src/lookup.h"
#include "src/phases/challenge.h"
#include "src/phases/mentoring.h"
#include "src/phases/note.h"
#include "src/phases/team.h"
#include "src/registers/person.h"

/* Today is Monday 1.10.2018 in every test. Challenges C-1 and C-2: T-1 and T-11 go on in C-1, T-2 in C-2;
 * T-12 of C-1 is in reserve. */
struct scene {
	struct fixture *f;
	struct context *ctx;
	int64_t t1, t2, t11, t12, c1, c2;
};

static int64_t team_of(struct scene *s, int64_t challenge, int number, const char *state)
{
	char code[16], name[40];
	struct team team = { .number = number, .code = code, .name = name, .kind = "students",
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

static struct scene set(void **state)
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

static int64_t day(const char *text)
{
	int64_t day;

	assert_ok(day_parse(text, &day));
	return day;
}

static int64_t person(struct scene *s, const char *name)
{
	struct person p = { .name = name, .lang = "fi" };
	int64_t id;

	assert_ok(person_add(s->ctx, &p, &id));
	return id;
}

static struct mentoring_session session_on(const char *when, int64_t challenge)
{
	return (struct mentoring_session){ .day = day(when), .starts = NO_MINUTES, .ends = NO_MINUTES,
		.place = "Vantaa", .topic = "Nuoret opintopolulle", .challenge_id = challenge };
}

/* With one mentor, or (0) none. */
static int64_t add(struct scene *s, const char *when, int64_t challenge, int64_t mentor)
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

static struct mentoring_session get(struct scene *s, int64_t id)
{
	struct mentoring_session row;

	assert_ok(session_get(s->ctx, &s->f->arena, id, &row));
	return row;
}

/* "T-1 T-11" */
static const char *invited(struct scene *s, int64_t id)
{
	struct session_teams teams;
	const char *codes = "";

	assert_ok(session_teams(s->ctx, &s->f->arena, id, &teams));
	for (size_t i = 0; i < teams.n; i++)
		codes = arena_printf(&s->f->arena, "%s%s%s", codes, i > 0 ? " " : "", teams.rows[i].code);
	return codes;
}

static struct error attend(struct scene *s, int64_t id, int64_t team, const char *state)
{
	struct id_list teams = { 0 };

	id_list_add(&teams, team);
	struct error e = session_attend(s->ctx, id, &teams, state);
	id_list_clear(&teams);
	return e;
}

/* "kind name code" a line. */
static const char *warned(struct scene *s, int64_t id)
{
	struct session_warnings w;
	const char *lines = "";

	assert_ok(session_warnings(s->ctx, &s->f->arena, id, &w));
	for (size_t i = 0; i < w.n; i++)
		lines = arena_printf(&s->f->arena, "%s%d %s %s;", lines, (int)w.rows[i].kind,
			w.rows[i].name, w.rows[i].code);
	return lines;
}

static bool has_mentored(struct scene *s, int64_t mentor, int64_t team)
{
	bool has = false;

	assert_ok(mentoring_has_mentored(s->ctx, mentor, team, &has));
	return has;
}

static void assert_verified(struct scene *s)
{
	struct verdict verdict;

	assert_ok(verify_file(s->ctx->db, 0, "", &verdict));
	if (!verdict.good)
		stop_test("%s: %s %lld", verdict.fault, verdict.table, (long long)verdict.row);
}

static void teams_that_go_on_are_invited(void **state)
{
	struct scene s = set(state);
	int64_t one = add(&s, "2018-10-09", s.c1, 0), all = add(&s, "2018-10-10", 0, 0), own;
	struct id_list chosen = { 0 };
	struct mentoring_session row = session_on("2018-10-11", s.c1);

	assert_string_equal(invited(&s, one), "T-1 T-11");
	assert_string_equal(invited(&s, all), "T-1 T-11 T-2");
	id_list_add(&chosen, s.t11);
	assert_ok(session_add(s.ctx, &row, NULL, &chosen, &own));
	assert_string_equal(invited(&s, own), "T-11");
	assert_string_equal(warned(&s, own), "3 Tiimi 1 T-1;");
	assert_string_equal(get(&s, own).code, "M-3");
	/* A reserve that moves up is missing from what was planned before. */
	assert_ok(context_begin(s.ctx));
	assert_ok(store_team_set_state(s.ctx->db, s.t12, "selected"));
	assert_ok(context_end(s.ctx, ok(), "team.edit", "T-12"));
	assert_string_equal(warned(&s, one), "3 Tiimi 12 T-12;");
	size_t n = 0;
	assert_ok(session_invite_missing(s.ctx, one, &n));
	assert_int_equal(n, 1);
	assert_string_equal(invited(&s, one), "T-1 T-11 T-12");
	assert_string_equal(warned(&s, one), "");
	id_list_clear(&chosen);
	assert_verified(&s);
}

static void what_a_session_needs(void **state)
{
	struct scene s = set(state);
	struct mentoring_session row = session_on("2018-10-09", s.c1);
	struct id_list nobody = { 0 };
	int64_t id;

	row.place = " ";
	assert_fails(E_REQUIRED, session_add(s.ctx, &row, NULL, NULL, &id));
	row = session_on("2018-10-09", s.c1);
	row.day = 0;
	assert_string_equal(session_add(s.ctx, &row, NULL, NULL, &id).field, "date");
	row = session_on("2018-10-09", 99);
	assert_string_equal(session_add(s.ctx, &row, NULL, NULL, &id).field, "challenge");
	row = session_on("2018-10-09", s.c1);
	row.ends = 900;
	assert_string_equal(session_add(s.ctx, &row, NULL, NULL, &id).field, "ends");
	row.starts = 900;
	assert_fails(E_RULE, session_add(s.ctx, &row, NULL, NULL, &id));
	row.ends = 901;
	id_list_add(&nobody, 99);
	assert_string_equal(session_add(s.ctx, &row, &nobody, NULL, &id).field, "mentor");
	assert_string_equal(session_add(s.ctx, &row, NULL, &nobody, &id).field, "team");
	struct session_counts counts;
	assert_ok(session_counts(s.ctx, &counts));
	assert_int_equal(counts.planned, 0); /* nothing half done */
	id_list_clear(&nobody);
}

static void who_mentors_becomes_a_mentor(void **state)
{
	struct scene s = set(state);
	int64_t aino = person(&s, "Aino Malli"), made;
	struct person_role role = { .title = "Strategi" };
	struct id_list mentors = { 0 };
	struct mentor m;

	assert_ok(mentor_ids(s.ctx, &mentors));
	assert_int_equal(mentors.n, 0);
	add(&s, "2018-09-24", s.c1, aino); /* recorded afterwards */
	add(&s, "2018-10-09", 0, aino);
	assert_ok(mentor_ids(s.ctx, &mentors));
	assert_int_equal(mentors.n, 1);
	assert_int_equal(outside_number(s.f->path, "SELECT count(*) FROM role WHERE kind = 'mentor'"), 1);
	assert_int_equal(outside_number(s.f->path, "SELECT valid_from FROM role WHERE kind = 'mentor'"),
		day("2018-09-24"));
	assert_fails(E_EXISTS,
		mentor_add(s.ctx, &(struct person){ .id = aino }, &role, &made));
	assert_ok(mentor_add(s.ctx, &(struct person){ .name = "Benny Exempel", .lang = "sv" }, &role,
		&made));
	assert_ok(mentor_get(s.ctx, &s.f->arena, made, &m));
	assert_string_equal(m.title, "Strategi");
	assert_fails(E_REQUIRED, mentor_add(s.ctx, &(struct person){ .name = "", .lang = "sv" }, &role,
					 &made));
	assert_ok(mentor_get(s.ctx, &s.f->arena, aino, &m));
	assert_int_equal(m.sessions, 2);
	assert_int_equal(m.teams, 2); /* of the session that was */
	id_list_clear(&mentors);
}

static void double_bookings_are_warned_of(void **state)
{
	struct scene s = set(state);
	int64_t aino = person(&s, "Aino Malli"), first = add(&s, "2018-10-09", s.c1, aino);
	int64_t same_day = add(&s, "2018-10-09", s.c2, aino), other_day = add(&s, "2018-10-10", 0, aino);
	struct mentoring_session row = get(&s, first);

	assert_string_equal(warned(&s, first), "1 Aino Malli M-2;");
	assert_string_equal(warned(&s, same_day), "1 Aino Malli M-1;");
	assert_string_equal(warned(&s, other_day), "");
	/* One ends when the other begins: no overlap. One minute more is one. */
	row.starts = 9 * 60;
	row.ends = 12 * 60;
	assert_ok(session_update(s.ctx, &row, "", NULL, NULL));
	row = get(&s, same_day);
	row.starts = 12 * 60;
	assert_ok(session_update(s.ctx, &row, "", NULL, NULL));
	assert_string_equal(warned(&s, first), "");
	row = get(&s, same_day);
	row.starts--;
	assert_ok(session_update(s.ctx, &row, "", NULL, NULL));
	assert_string_equal(warned(&s, first), "1 Aino Malli M-2;");
	int64_t teams = add(&s, "2018-10-09", 0, 0);
	assert_string_equal(warned(&s, teams), "2 Tiimi 1 M-1;2 Tiimi 11 M-1;2 Tiimi 2 M-2;");
	assert_ok(session_cancel(s.ctx, first, "Sairaus"));
	assert_string_equal(warned(&s, teams), "2 Tiimi 2 M-2;");
	assert_string_equal(warned(&s, first), "");
}

static void attendance_is_marked_and_taken_back(void **state)
{
	struct scene s = set(state);
	int64_t id = add(&s, "2018-10-01", s.c1, 0);

	assert_ok(attend(&s, id, s.t1, "present"));
	assert_ok(attend(&s, id, s.t11, "absent"));
	assert_int_equal(get(&s, id).came, 1);
	assert_int_equal(get(&s, id).absent, 1);
	assert_ok(attend(&s, id, s.t11, "remote"));
	assert_int_equal(get(&s, id).came, 2);
	assert_ok(attend(&s, id, s.t1, "invited"));
	assert_int_equal(get(&s, id).came, 1);
	assert_ok(attend(&s, id, s.t2, "present")); /* came uninvited */
	assert_string_equal(invited(&s, id), "T-1 T-11 T-2");
	assert_fails(E_INVALID, attend(&s, id, s.t1, "late"));
	assert_string_equal(attend(&s, id, 99, "present").field, "team");
	struct mentored_team t;
	assert_ok(session_hold(s.ctx, id));
	assert_ok(mentored_team_get(s.ctx, &s.f->arena, s.t2, &t));
	assert_int_equal(t.came, 1);
	assert_int_equal(t.held, 1);
}

static void nobody_is_taken_off_what_happened(void **state)
{
	struct scene s = set(state);
	int64_t aino = person(&s, "Aino Malli"), id = add(&s, "2018-10-01", s.c1, aino);
	struct id_list none = { 0 }, one = { 0 };
	struct session_note note = { .session_id = id, .team_id = s.t11, .kind = "note", .text = "Huomio" };
	int64_t note_id;

	id_list_add(&one, s.t11);
	assert_ok(attend(&s, id, s.t1, "present"));
	assert_fails(E_RULE, session_set_teams(s.ctx, id, &one)); /* T-1 is marked */
	assert_ok(attend(&s, id, s.t1, "invited"));
	assert_ok(session_set_teams(s.ctx, id, &one));
	assert_string_equal(invited(&s, id), "T-11");
	assert_ok(session_note_add(s.ctx, &note, &note_id));
	assert_fails(E_RULE, session_set_teams(s.ctx, id, &none)); /* T-11 has a note */
	assert_ok(session_hold(s.ctx, id));
	assert_fails(E_RULE, session_set_mentors(s.ctx, id, &none));
	assert_ok(session_restore(s.ctx, id, "Merkitty väärään tilaisuuteen"));
	assert_ok(session_set_mentors(s.ctx, id, &none));
	assert_false(has_mentored(&s, aino, s.t11));
	id_list_clear(&none);
	id_list_clear(&one);
}

static void a_session_is_held_from_its_day_on(void **state)
{
	struct scene s = set(state);
	int64_t today = add(&s, "2018-10-01", s.c1, 0), tomorrow = add(&s, "2018-10-02", s.c1, 0);
	struct session_acts acts;

	assert_fails(E_RULE, session_hold(s.ctx, tomorrow));
	assert_ok(session_hold(s.ctx, today));
	assert_fails(E_RULE, session_hold(s.ctx, today));
	assert_fails(E_RULE, session_cancel(s.ctx, today, "Ei"));
	assert_fails(E_REQUIRED, session_cancel(s.ctx, tomorrow, " "));
	assert_ok(session_cancel(s.ctx, tomorrow, "Tila on varattu"));
	assert_fails(E_RULE, session_cancel(s.ctx, tomorrow, "Taas"));
	assert_fails(E_RULE, attend(&s, tomorrow, s.t1, "present"));
	struct mentoring_session row = get(&s, tomorrow);
	assert_fails(E_RULE, session_update(s.ctx, &row, "", NULL, NULL));
	assert_fails(E_REQUIRED, session_restore(s.ctx, tomorrow, ""));
	assert_ok(session_restore(s.ctx, tomorrow, "Tila vapautui"));
	assert_fails(E_RULE, session_restore(s.ctx, tomorrow, "Taas"));
	assert_ok(session_acts(s.ctx, &s.f->arena, tomorrow, &acts));
	assert_int_equal(acts.n, 2);
	assert_string_equal(acts.rows[0].act, "cancel");
	assert_string_equal(acts.rows[0].before, "planned");
	assert_string_equal(acts.rows[0].reason, "Tila on varattu");
	assert_string_equal(acts.rows[1].before, "cancelled");
	assert_string_equal(acts.rows[1].who, "Olli Esimerkki");
}

static void a_move_keeps_the_earlier_day(void **state)
{
	struct scene s = set(state);
	int64_t id = add(&s, "2018-10-09", s.c1, 0);
	struct mentoring_session row = get(&s, id), stale = row;
	struct session_acts acts;

	row.place = "Helsinki";
	assert_ok(session_update(s.ctx, &row, "", NULL, NULL));
	assert_ok(session_acts(s.ctx, &s.f->arena, id, &acts));
	assert_int_equal(acts.n, 0);
	row = get(&s, id);
	row.day = day("2018-10-16");
	assert_ok(session_update(s.ctx, &row, "Mentori on matkoilla", NULL, NULL));
	assert_ok(session_acts(s.ctx, &s.f->arena, id, &acts));
	assert_int_equal(acts.n, 1);
	assert_string_equal(acts.rows[0].before, "2018-10-09");
	assert_string_equal(acts.rows[0].reason, "Mentori on matkoilla");
	assert_fails(E_STALE, session_update(s.ctx, &stale, "", NULL, NULL));
	assert_int_equal(get(&s, id).day, day("2018-10-16"));
}

static void teams_follow_the_challenge_until_somebody_came(void **state)
{
	struct scene s = set(state);
	int64_t id = add(&s, "2018-10-01", s.c1, 0);
	struct mentoring_session row = get(&s, id);

	row.challenge_id = s.c2;
	assert_ok(session_update(s.ctx, &row, "", NULL, NULL));
	assert_string_equal(invited(&s, id), "T-2");
	assert_ok(attend(&s, id, s.t2, "present"));
	row = get(&s, id);
	row.challenge_id = 0;
	assert_ok(session_update(s.ctx, &row, "", NULL, NULL));
	assert_string_equal(invited(&s, id), "T-2");
}

static void who_has_mentored_whom(void **state)
{
	struct scene s = set(state);
	int64_t aino = person(&s, "Aino Malli"), benny = person(&s, "Benny Exempel");
	int64_t id = add(&s, "2018-10-02", s.c1, aino);
	struct id_list teams = { 0 };

	assert_false(has_mentored(&s, aino, s.t1)); /* only tomorrow */
	fixture_now = at("2018-10-02T08:00");
	assert_true(has_mentored(&s, aino, s.t1));
	assert_true(has_mentored(&s, aino, s.t11));
	assert_false(has_mentored(&s, aino, s.t2));
	assert_false(has_mentored(&s, benny, s.t1));
	assert_ok(attend(&s, id, s.t11, "absent"));
	assert_false(has_mentored(&s, aino, s.t11));
	assert_ok(attend(&s, id, s.t11, "remote"));
	assert_true(has_mentored(&s, aino, s.t11));
	assert_ok(session_hold(s.ctx, id));
	assert_true(has_mentored(&s, aino, s.t1)); /* held, though nobody has marked it */
	assert_ok(mentor_teams(s.ctx, aino, &teams));
	assert_int_equal(teams.n, 2);
	int64_t never = add(&s, "2018-10-02", s.c2, benny);
	assert_ok(session_cancel(s.ctx, never, "Ei tullut ketään"));
	assert_false(has_mentored(&s, benny, s.t2));
	id_list_clear(&teams);
}

static void what_is_said_is_found(void **state)
{
	struct scene s = set(state);
	int64_t aino = person(&s, "Aino Malli"), id = add(&s, "2018-10-01", s.c1, aino), note_id;
	struct session_note note = { .session_id = id, .team_id = s.t1, .kind = "feedback",
		.text = "Aikataulut auttoivat" };
	struct note contact = { .object = "M-1", .who = "Aino", .text = "Soitti tilasta" };
	struct session_notes notes;
	struct founds founds;

	assert_ok(session_note_add(s.ctx, &note, &note_id));
	note.team_id = 99;
	assert_string_equal(session_note_add(s.ctx, &note, &note_id).field, "team");
	note.team_id = 0;
	note.kind = "praise";
	assert_fails(E_INVALID, session_note_add(s.ctx, &note, &note_id));
	note.kind = "note";
	note.text = "";
	assert_fails(E_REQUIRED, session_note_add(s.ctx, &note, &note_id));
	assert_ok(session_notes(s.ctx, &s.f->arena, id, s.t1, &notes));
	assert_int_equal(notes.n, 1);
	assert_string_equal(notes.rows[0].who, "Olli Esimerkki");
	assert_ok(session_notes(s.ctx, &s.f->arena, id, s.t11, &notes));
	assert_int_equal(notes.n, 0);
	assert_ok(lookup(s.ctx, &s.f->arena, "aikataul", 10, &founds));
	assert_int_equal(founds.n, 1);
	assert_string_equal(founds.rows[0].code, "M-1");
	assert_ok(note_add(s.ctx, &contact, &note_id));
	assert_string_equal(lookup_shown(s.ctx, &s.f->arena, "M-1"), "M-1");
	/* Renamed, the mentor is found by the new name; the index is as it would be made anew. */
	struct person p;
	assert_ok(person_get(s.ctx, &s.f->arena, aino, &p));
	p.name = "Aino Uusinimi";
	assert_ok(person_update(s.ctx, &p));
	assert_ok(lookup(s.ctx, &s.f->arena, "uusinimi", 10, &founds));
	assert_int_equal(founds.n, 2); /* the person and the session */
	assert_verified(&s);
}

static size_t waiting(struct scene *s, const char *what, const char *code)
{
	struct todos todos;
	size_t n = 0;

	assert_ok(desk_todos(s->ctx, &s->f->arena, &todos));
	for (size_t i = 0; i < todos.n; i++)
		n += strcmp(todos.rows[i].what, what) == 0 && strcmp(todos.rows[i].code, code) == 0 ? 1 : 0;
	return n;
}

static void the_desk_knows_what_comes_and_what_passed(void **state)
{
	struct scene s = set(state);
	int64_t id = add(&s, "2018-10-09", s.c1, 0);

	assert_int_equal(waiting(&s, "session_coming", "M-1"), 0); /* in eight days */
	fixture_now = at("2018-10-02T08:00");
	assert_int_equal(waiting(&s, "session_coming", "M-1"), 1);
	fixture_now = at("2018-10-09T23:00");
	assert_int_equal(waiting(&s, "session_coming", "M-1"), 1);
	fixture_now = at("2018-10-10T00:01");
	assert_int_equal(waiting(&s, "session_coming", "M-1"), 0);
	assert_int_equal(waiting(&s, "session_passed", "M-1"), 1);
	assert_ok(attend(&s, id, s.t1, "present"));
	assert_ok(session_hold(s.ctx, id));
	assert_int_equal(waiting(&s, "session_passed", "M-1"), 0);
	assert_int_equal(waiting(&s, "session_unmarked", "M-1"), 1); /* T-11 */
	assert_ok(attend(&s, id, s.t11, "absent"));
	assert_int_equal(waiting(&s, "session_unmarked", "M-1"), 0);
	add(&s, "2018-11-20", s.c1, 0);
	assert_int_equal(waiting(&s, "session_uninvited", "M-2"), 0);
	team_of(&s, s.c1, 13, "selected");
	assert_int_equal(waiting(&s, "session_uninvited", "M-2"), 1);
}

static void lists_of_a_team_a_mentor_a_challenge(void **state)
{
	struct scene s = set(state);
	int64_t aino = person(&s, "Aino Malli");
	int64_t third = add(&s, "2018-10-20", s.c1, 0), common = add(&s, "2018-10-09", 0, aino);
	int64_t other = add(&s, "2018-10-10", s.c2, aino);
	static const struct {
		enum session_sort sort;
		int who; /* 1 T-2, 2 Aino, 3 C-1, 4 from 10.10. */
		int expected[3];
	} cases[] = {
		{ SESSIONS_BY_DAY, 0, { 2, 3, 1 } },
		{ SESSIONS_BY_NUMBER, 0, { 1, 2, 3 } },
		{ SESSIONS_BY_CHALLENGE, 0, { 1, 3, 2 } },
		{ SESSIONS_BY_DAY, 1, { 2, 3 } },
		{ SESSIONS_BY_NUMBER, 2, { 2, 3 } },
		{ SESSIONS_BY_DAY, 3, { 2, 1 } },
		{ SESSIONS_BY_DAY, 4, { 3, 1 } },
	};
	const int64_t known[] = { 0, third, common, other };

	for (size_t i = 0; i < LEN(cases); i++) {
		struct session_filter filter = { .team_id = cases[i].who == 1 ? s.t2 : 0,
			.person_id = cases[i].who == 2 ? aino : 0,
			.challenge_id = cases[i].who == 3 ? s.c1 : 0,
			.from = cases[i].who == 4 ? day("2018-10-10") : 0 };
		struct id_list ids = { 0 };

		assert_ok(session_ids(s.ctx, cases[i].sort, &filter, &ids));
		for (size_t k = 0; k < 3; k++)
			assert_int_equal(k < ids.n ? ids.ids[k] : 0, known[cases[i].expected[k]]);
		id_list_clear(&ids);
	}
}

static void every_act_has_its_sentence(void **state)
{
	struct scene s = set(state);
	int64_t aino = person(&s, "Aino Malli"), id = add(&s, "2018-10-01", s.c1, aino), made;
	struct id_list log = { 0 }, teams = { 0 };
	struct session_note note = { .session_id = id, .kind = "note", .text = "x" };
	struct person_role role = { .title = "" };
	struct mentoring_session row;
	size_t told = 0;

	id_list_add(&teams, s.t1);
	assert_ok(session_set_teams(s.ctx, id, &teams));
	assert_ok(session_set_mentors(s.ctx, id, &(struct id_list){ 0 }));
	assert_ok(attend(&s, id, s.t1, "present"));
	assert_ok(session_note_add(s.ctx, &note, &made));
	row = get(&s, id);
	assert_ok(session_update(s.ctx, &row, "", NULL, NULL));
	assert_ok(session_hold(s.ctx, id));
	assert_ok(session_restore(s.ctx, id, "x"));
	assert_ok(session_cancel(s.ctx, id, "x"));
	assert_ok(mentor_add(s.ctx, &(struct person){ .name = "B", .lang = "fi" }, &role, &made));
	assert_ok(journal_ids(s.ctx, NULL, &log));
	for (size_t i = 0; i < log.n; i++) {
		struct log_entry entry;

		assert_ok(journal_get(s.ctx, &s.f->arena, log.ids[i], &entry));
		if (strncmp(entry.verb, "session.", 8) != 0 && strncmp(entry.verb, "mentor.", 7) != 0)
			continue;
		told++;
		assert_null(strstr(journal_sentence(s.ctx, &s.f->arena, &entry), entry.verb));
	}
	assert_int_equal(told, 10);
	id_list_clear(&log);
	id_list_clear(&teams);
	assert_verified(&s);
}

static void only_the_office_acts(void **state)
{
	struct scene s = set(state);
	int64_t aino = person(&s, "Aino Malli"), id = add(&s, "2018-10-01", s.c1, aino), made;
	struct mentoring_session row = get(&s, id), read;
	struct session_note note = { .session_id = id, .kind = "note", .text = "x" };
	struct person_role role = { .title = "" };
	struct id_list none = { 0 };
	static const char *const roles[] = { "auditor", "juror" };
	bool has;

	for (size_t i = 0; i < LEN(roles); i++) {
		struct context other;
		size_t n;

		fixture_enter(s.f, roles[i], roles[i], &other);
		assert_fails(E_DENIED, session_add(&other, &row, NULL, NULL, &made));
		assert_fails(E_DENIED, session_update(&other, &row, "", NULL, NULL));
		assert_fails(E_DENIED, session_hold(&other, id));
		assert_fails(E_DENIED, session_cancel(&other, id, "x"));
		assert_fails(E_DENIED, session_restore(&other, id, "x"));
		assert_fails(E_DENIED, session_set_mentors(&other, id, &none));
		assert_fails(E_DENIED, session_set_teams(&other, id, &none));
		assert_fails(E_DENIED, session_invite_missing(&other, id, &n));
		assert_fails(E_DENIED, session_attend(&other, id, &none, "present"));
		assert_fails(E_DENIED, session_note_add(&other, &note, &made));
		assert_fails(E_DENIED,
			mentor_add(&other, &(struct person){ .id = aino }, &role, &made));
		bool reads = strcmp(roles[i], "auditor") == 0;
		assert_fails(reads ? E_OK : E_DENIED, session_get(&other, &s.f->arena, id, &read));
		assert_fails(reads ? E_OK : E_DENIED, mentoring_has_mentored(&other, aino, s.t1, &has));
		context_close(&other);
	}
	assert_int_equal(get(&s, id).v, row.v);
}

static void times_of_day(void **state)
{
	static const struct {
		const char *text;
		int64_t minutes; /* -1: none */
	} cases[] = {
		{ "9", 540 }, { "9.30", 570 }, { "09:30", 570 }, { " klo 9.05 ", 545 }, { "kl. 24.00", 1440 },
		{ "0.00", 0 }, { "24.01", -1 }, { "25", -1 }, { "9.60", -1 }, { "9.5", -1 }, { "9.30.00", -1 },
		{ "aamulla", -1 }, { "", -1 }, { "-1", -1 },
	};

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		int64_t minutes = -1;

		if (clock_parse(cases[i].text, &minutes).code != E_OK)
			minutes = -1;
		if (minutes != cases[i].minutes)
			stop_test("\"%s\" is %lld", cases[i].text, (long long)minutes);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_FILE(teams_that_go_on_are_invited),
		TEST_FILE(what_a_session_needs),
		TEST_FILE(who_mentors_becomes_a_mentor),
		TEST_FILE(double_bookings_are_warned_of),
		TEST_FILE(attendance_is_marked_and_taken_back),
		TEST_FILE(nobody_is_taken_off_what_happened),
		TEST_FILE(a_session_is_held_from_its_day_on),
		TEST_FILE(a_move_keeps_the_earlier_day),
		TEST_FILE(teams_follow_the_challenge_until_somebody_came),
		TEST_FILE(who_has_mentored_whom),
		TEST_FILE(what_is_said_is_found),
		TEST_FILE(the_desk_knows_what_comes_and_what_passed),
		TEST_FILE(lists_of_a_team_a_mentor_a_challenge),
		TEST_FILE(every_act_has_its_sentence),
		TEST_FILE(only_the_office_acts),
		TEST(times_of_day),
	};
	return RUN(tests);
}
