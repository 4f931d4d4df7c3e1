/* SPDX-License-Identifier: MIT
 * Mentors and the teams they have mentored; and what of the mentoring search, log, desk and rights
 * know. */
#define TEST_NAME "mentored"
#include "tests/unit/mentoring_scene.h"

#include "src/desk/desk.h"
#include "src/roof/journal.h"
#include "src/roof/lookup.h"
#include "src/phases/note.h"
#include "src/registers/person.h"

static void who_mentors_becomes_a_mentor(void **state)
{
	struct scene s = set_scene(state);
	int64_t aino = person(&s, "Aino Malli"), made;
	struct person_role role = { .title = "Strategi" };
	struct id_list mentors = { 0 };
	struct mentor m;

	assert_ok(mentor_ids(s.ctx, &mentors));
	assert_int_equal(mentors.n, 0);
	add_session(&s, "2018-09-24", s.c1, aino); /* recorded afterwards */
	add_session(&s, "2018-10-09", 0, aino);
	assert_ok(mentor_ids(s.ctx, &mentors));
	assert_int_equal(mentors.n, 1);
	assert_int_equal(
		outside_number(s.f->path, "SELECT count(*) FROM role WHERE kind = 'mentor'"), 1);
	assert_int_equal(
		outside_number(s.f->path, "SELECT valid_from FROM role WHERE kind = 'mentor'"),
		day("2018-09-24"));
	assert_fails(E_EXISTS, mentor_add(s.ctx, &(struct person){ .id = aino }, &role, &made));
	assert_ok(mentor_add(
		s.ctx, &(struct person){ .name = "Benny Exempel", .lang = "sv" }, &role, &made));
	assert_ok(mentor_get(s.ctx, &s.f->arena, made, &m));
	assert_string_equal(m.title, "Strategi");
	assert_fails(E_REQUIRED,
		mentor_add(s.ctx, &(struct person){ .name = "", .lang = "sv" }, &role, &made));
	assert_ok(mentor_get(s.ctx, &s.f->arena, aino, &m));
	assert_int_equal(m.sessions, 2);
	assert_int_equal(m.teams, 2); /* of the session that was */
	id_list_clear(&mentors);
}

static void who_has_mentored_whom(void **state)
{
	struct scene s = set_scene(state);
	int64_t aino = person(&s, "Aino Malli"), benny = person(&s, "Benny Exempel");
	int64_t id = add_session(&s, "2018-10-02", s.c1, aino);
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
	int64_t never = add_session(&s, "2018-10-02", s.c2, benny);
	assert_ok(session_cancel(s.ctx, never, "Ei tullut ketään"));
	assert_false(has_mentored(&s, benny, s.t2));
	id_list_clear(&teams);
}

static void what_is_said_is_found(void **state)
{
	struct scene s = set_scene(state);
	int64_t aino = person(&s, "Aino Malli"), id = add_session(&s, "2018-10-01", s.c1, aino),
		note_id;
	struct session_note note = { .session_id = id,
		.team_id = s.t1,
		.kind = "feedback",
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
	assert_ok(note_add(s.ctx, &contact, kinds_name, &note_id));
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
		n += strcmp(todos.rows[i].what, what) == 0 &&
				     strcmp(todos.rows[i].code, code) == 0 ?
			     1 :
			     0;
	return n;
}

static void the_desk_knows_what_comes_and_what_passed(void **state)
{
	struct scene s = set_scene(state);
	int64_t id = add_session(&s, "2018-10-09", s.c1, 0);

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
	add_session(&s, "2018-11-20", s.c1, 0);
	assert_int_equal(waiting(&s, "session_uninvited", "M-2"), 0);
	team_of(&s, s.c1, 13, "selected");
	assert_int_equal(waiting(&s, "session_uninvited", "M-2"), 1);
}

static void lists_of_a_team_a_mentor_a_challenge(void **state)
{
	struct scene s = set_scene(state);
	int64_t aino = person(&s, "Aino Malli");
	int64_t third = add_session(&s, "2018-10-20", s.c1, 0),
		common = add_session(&s, "2018-10-09", 0, aino);
	int64_t other = add_session(&s, "2018-10-10", s.c2, aino);
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
	struct scene s = set_scene(state);
	int64_t aino = person(&s, "Aino Malli"), id = add_session(&s, "2018-10-01", s.c1, aino),
		made;
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
	row = get_session(&s, id);
	assert_ok(session_update(s.ctx, &row, "", NULL, NULL));
	assert_ok(session_hold(s.ctx, id));
	assert_ok(session_restore(s.ctx, id, "x"));
	assert_ok(session_cancel(s.ctx, id, "x"));
	assert_ok(mentor_add(s.ctx, &(struct person){ .name = "B", .lang = "fi" }, &role, &made));
	assert_ok(journal_ids(s.ctx, NULL, &log));
	for (size_t i = 0; i < log.n; i++) {
		struct log_entry entry;

		assert_ok(journal_get(s.ctx, &s.f->arena, log.ids[i], &entry));
		if (strncmp(entry.verb, "session.", 8) != 0 &&
			strncmp(entry.verb, "mentor.", 7) != 0)
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
	struct scene s = set_scene(state);
	int64_t aino = person(&s, "Aino Malli"), id = add_session(&s, "2018-10-01", s.c1, aino),
		made;
	struct mentoring_session row = get_session(&s, id), read;
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
		assert_fails(
			E_DENIED, mentor_add(&other, &(struct person){ .id = aino }, &role, &made));
		bool reads = strcmp(roles[i], "auditor") == 0;
		assert_fails(reads ? E_OK : E_DENIED, session_get(&other, &s.f->arena, id, &read));
		assert_fails(
			reads ? E_OK : E_DENIED, mentoring_has_mentored(&other, aino, s.t1, &has));
		context_close(&other);
	}
	assert_int_equal(get_session(&s, id).v, row.v);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_FILE(who_mentors_becomes_a_mentor),
		TEST_FILE(who_has_mentored_whom),
		TEST_FILE(what_is_said_is_found),
		TEST_FILE(the_desk_knows_what_comes_and_what_passed),
		TEST_FILE(lists_of_a_team_a_mentor_a_challenge),
		TEST_FILE(every_act_has_its_sentence),
		TEST_FILE(only_the_office_acts),
	};
	return RUN(tests);
}
