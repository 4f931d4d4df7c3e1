/* SPDX-License-Identifier: MIT
 * Mentoring sessions: who they are for, who came, who is booked twice, what happened to them. */
#define TEST_NAME "mentoring"
#include "tests/unit/mentoring_scene.h"

#include "db/store/team.h"

static void teams_that_go_on_are_invited(void **state)
{
	struct scene s = set_scene(state);
	int64_t one = add_session(&s, "2018-10-09", s.c1, 0),
		all = add_session(&s, "2018-10-10", 0, 0), own;
	struct id_list chosen = { 0 };
	struct mentoring_session row = session_on("2018-10-11", s.c1);

	assert_string_equal(invited(&s, one), "T-1 T-11");
	assert_string_equal(invited(&s, all), "T-1 T-11 T-2");
	id_list_add(&chosen, s.t11);
	assert_ok(session_add(s.ctx, &row, NULL, &chosen, &own));
	assert_string_equal(invited(&s, own), "T-11");
	assert_string_equal(warned(&s, own), "3 Tiimi 1 T-1;");
	assert_string_equal(get_session(&s, own).code, "M-3");
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
	struct scene s = set_scene(state);
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

static void double_bookings_are_warned_of(void **state)
{
	struct scene s = set_scene(state);
	int64_t aino = person(&s, "Aino Malli"), first = add_session(&s, "2018-10-09", s.c1, aino);
	int64_t same_day = add_session(&s, "2018-10-09", s.c2, aino),
		other_day = add_session(&s, "2018-10-10", 0, aino);
	struct mentoring_session row = get_session(&s, first);

	assert_string_equal(warned(&s, first), "1 Aino Malli M-2;");
	assert_string_equal(warned(&s, same_day), "1 Aino Malli M-1;");
	assert_string_equal(warned(&s, other_day), "");
	/* One ends when the other begins: no overlap. One minute more is one. */
	row.starts = 9 * 60;
	row.ends = 12 * 60;
	assert_ok(session_update(s.ctx, &row, "", NULL, NULL));
	row = get_session(&s, same_day);
	row.starts = 12 * 60;
	assert_ok(session_update(s.ctx, &row, "", NULL, NULL));
	assert_string_equal(warned(&s, first), "");
	row = get_session(&s, same_day);
	row.starts--;
	assert_ok(session_update(s.ctx, &row, "", NULL, NULL));
	assert_string_equal(warned(&s, first), "1 Aino Malli M-2;");
	int64_t teams = add_session(&s, "2018-10-09", 0, 0);
	assert_string_equal(warned(&s, teams), "2 Tiimi 1 M-1;2 Tiimi 11 M-1;2 Tiimi 2 M-2;");
	assert_ok(session_cancel(s.ctx, first, "Sairaus"));
	assert_string_equal(warned(&s, teams), "2 Tiimi 2 M-2;");
	assert_string_equal(warned(&s, first), "");
}

static void attendance_is_marked_and_taken_back(void **state)
{
	struct scene s = set_scene(state);
	int64_t id = add_session(&s, "2018-10-01", s.c1, 0);

	assert_ok(attend(&s, id, s.t1, "present"));
	assert_ok(attend(&s, id, s.t11, "absent"));
	assert_int_equal(get_session(&s, id).came, 1);
	assert_int_equal(get_session(&s, id).absent, 1);
	assert_ok(attend(&s, id, s.t11, "remote"));
	assert_int_equal(get_session(&s, id).came, 2);
	assert_ok(attend(&s, id, s.t1, "invited"));
	assert_int_equal(get_session(&s, id).came, 1);
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
	struct scene s = set_scene(state);
	int64_t aino = person(&s, "Aino Malli"), id = add_session(&s, "2018-10-01", s.c1, aino);
	struct id_list none = { 0 }, one = { 0 };
	struct session_note note = {
		.session_id = id, .team_id = s.t11, .kind = "note", .text = "Huomio"
	};
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
	struct scene s = set_scene(state);
	int64_t today = add_session(&s, "2018-10-01", s.c1, 0),
		tomorrow = add_session(&s, "2018-10-02", s.c1, 0);
	struct session_acts acts;

	assert_fails(E_RULE, session_hold(s.ctx, tomorrow));
	assert_ok(session_hold(s.ctx, today));
	assert_fails(E_RULE, session_hold(s.ctx, today));
	assert_fails(E_RULE, session_cancel(s.ctx, today, "Ei"));
	assert_fails(E_REQUIRED, session_cancel(s.ctx, tomorrow, " "));
	assert_ok(session_cancel(s.ctx, tomorrow, "Tila on varattu"));
	assert_fails(E_RULE, session_cancel(s.ctx, tomorrow, "Taas"));
	assert_fails(E_RULE, attend(&s, tomorrow, s.t1, "present"));
	struct mentoring_session row = get_session(&s, tomorrow);
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
	struct scene s = set_scene(state);
	int64_t id = add_session(&s, "2018-10-09", s.c1, 0);
	struct mentoring_session row = get_session(&s, id), stale = row;
	struct session_acts acts;

	row.place = "Helsinki";
	assert_ok(session_update(s.ctx, &row, "", NULL, NULL));
	assert_ok(session_acts(s.ctx, &s.f->arena, id, &acts));
	assert_int_equal(acts.n, 0);
	row = get_session(&s, id);
	row.day = day("2018-10-16");
	assert_ok(session_update(s.ctx, &row, "Mentori on matkoilla", NULL, NULL));
	assert_ok(session_acts(s.ctx, &s.f->arena, id, &acts));
	assert_int_equal(acts.n, 1);
	assert_string_equal(acts.rows[0].before, "2018-10-09");
	assert_string_equal(acts.rows[0].reason, "Mentori on matkoilla");
	assert_fails(E_STALE, session_update(s.ctx, &stale, "", NULL, NULL));
	assert_int_equal(get_session(&s, id).day, day("2018-10-16"));
}

static void teams_follow_the_challenge_until_somebody_came(void **state)
{
	struct scene s = set_scene(state);
	int64_t id = add_session(&s, "2018-10-01", s.c1, 0);
	struct mentoring_session row = get_session(&s, id);

	row.challenge_id = s.c2;
	assert_ok(session_update(s.ctx, &row, "", NULL, NULL));
	assert_string_equal(invited(&s, id), "T-2");
	assert_ok(attend(&s, id, s.t2, "present"));
	row = get_session(&s, id);
	row.challenge_id = 0;
	assert_ok(session_update(s.ctx, &row, "", NULL, NULL));
	assert_string_equal(invited(&s, id), "T-2");
}

static void times_of_day(void **state)
{
	static const struct {
		const char *text;
		int64_t minutes; /* -1: none */
	} cases[] = {
		{ "9", 540 },
		{ "9.30", 570 },
		{ "09:30", 570 },
		{ " klo 9.05 ", 545 },
		{ "kl. 24.00", 1440 },
		{ "0.00", 0 },
		{ "24.01", -1 },
		{ "25", -1 },
		{ "9.60", -1 },
		{ "9.5", -1 },
		{ "9.30.00", -1 },
		{ "aamulla", -1 },
		{ "", -1 },
		{ "-1", -1 },
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
		TEST_FILE(double_bookings_are_warned_of),
		TEST_FILE(attendance_is_marked_and_taken_back),
		TEST_FILE(nobody_is_taken_off_what_happened),
		TEST_FILE(a_session_is_held_from_its_day_on),
		TEST_FILE(a_move_keeps_the_earlier_day),
		TEST_FILE(teams_follow_the_challenge_until_somebody_came),
		TEST(times_of_day),
	};
	return RUN(tests);
}
