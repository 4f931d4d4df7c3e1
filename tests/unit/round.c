/* SPDX-License-Identifier: MIT
 * A round's life: adding, opening with its checklist, closing without the missing, opening again;
 * what cannot be done in which state, and by whom. */
#define TEST_NAME "round"
#include "tests/unit/judging_fixture.h"

static struct error add(struct judging *j, struct round r, int64_t *id)
{
	if (r.select_min == 0 && r.select_max == 0)
		r.select_min = r.select_max = -1;
	return round_add(j->ctx, &r, id);
}

static struct error move(struct judging *j, enum round_move kind, const char *reason)
{
	return round_move(j->ctx, j->round, kind, reason);
}

static void a_round_begins_with_defaults(void **state)
{
	struct judging *j = *state;
	struct round r;
	int64_t id;

	assert_ok(add(j, (struct round){ .key = "r-2", .kind = "problem" }, &id));
	assert_ok(round_get(j->ctx, j->arena, id, &r));
	assert_string_equal(r.state, "planned");
	assert_string_equal(r.method, "mean");
	assert_string_equal(r.conflict_scope, "submission");
	assert_int_equal(r.min_reviews, 1);
	assert_int_equal(r.quorum, 1);
	assert_int_equal(r.select_min, -1);
	assert_int_equal(r.locked, 0);
	assert_ok(add(j, (struct round){ .key = "s_1", .kind = "solution", .blind = true }, &id));
	assert_ok(round_get(j->ctx, j->arena, id, &r));
	assert_string_equal(r.conflict_scope, "challenge");
	assert_true(r.blind);
	assert_ok(round_find(j->ctx, "r-2", &id));
	assert_refused(E_NOT_FOUND, "round", round_find(j->ctx, "r-3", &id));
	assert_refused(E_NOT_FOUND, "round", round_get(j->ctx, j->arena, 99, &r));
}

static void what_no_round_can_be(void **state)
{
	static const struct {
		struct round round;
		enum errcode code;
		const char *field;
	} cases[] = {
		{ { .key = "", .kind = "problem" }, E_REQUIRED, "key" },
		{ { .key = "a b", .kind = "problem" }, E_INVALID, "key" },
		{ { .key = "ä", .kind = "problem" }, E_INVALID, "key" },
		{ { .key = "problems", .kind = "problem" }, E_EXISTS, "round" },
		{ { .key = "x", .kind = "idea" }, E_INVALID, "kind" },
		{ { .key = "x" }, E_INVALID, "kind" },
		{ { .key = "x", .kind = "problem", .blind = true }, E_RULE, "Only solutions" },
		{ { .key = "x", .kind = "problem", .method = "sum" }, E_INVALID, "method" },
		{ { .key = "x", .kind = "problem", .conflict_scope = "all" }, E_INVALID,
			"conflict_scope" },
		{ { .key = "x", .kind = "problem", .min_reviews = 201 }, E_RANGE, "min_reviews" },
		{ { .key = "x", .kind = "problem", .min_reviews = -1 }, E_RANGE, "min_reviews" },
		{ { .key = "x", .kind = "problem", .quorum = 201 }, E_RANGE, "quorum" },
		{ { .key = "x", .kind = "problem", .select_min = 6, .select_max = 4 }, E_INVALID,
			"select" },
		{ { .key = "x", .kind = "problem", .method = "borda", .per_submission = 2 }, E_RULE,
			"Borda" },
		{ { .key = "0123456789012345678901234567890123456789x", .kind = "problem" },
			E_INVALID, "key" },
	};
	struct judging *j = *state;
	int64_t head = log_head(j), id;

	for (size_t i = 0; i < LEN(cases); i++)
		assert_refused(cases[i].code, cases[i].field, add(j, cases[i].round, &id));
	assert_int_equal(log_head(j), head);
}

static void the_second_of_two_editors_is_told(void **state)
{
	struct judging *j = *state;
	struct round first = get_round(j), second = first;

	first.quorum = 3;
	second.quorum = 5;
	assert_ok(round_update(j->ctx, &first));
	assert_refused(E_STALE, "", round_update(j->ctx, &second));
	assert_int_equal(get_round(j).quorum, 3);
	second.v = get_round(j).v;
	assert_ok(round_update(j->ctx, &second));
	second.v = get_round(j).v;
	/* A change of the criteria is a change of the round too. */
	struct criterion c = criterion_of("c");
	assert_ok(round_set_criterion(j->ctx, j->round, &c, NULL));
	assert_refused(E_STALE, "", round_update(j->ctx, &second));
}

static void check_list(struct judging *j, enum round_move kind, const char *const *words, size_t n)
{
	struct checklist list;

	assert_ok(round_check(j->ctx, j->round, kind, &list));
	assert_int_equal(list.n, n);
	for (size_t i = 0; i < n; i++)
		if (strstr(list.missing[i], words[i]) == NULL)
			stop_test("wanted: %s; got: %s", words[i], list.missing[i]);
}
#define assert_missing(j, kind, ...) \
	check_list(j, kind, (const char *const[]){ __VA_ARGS__ }, \
		LEN(((const char *const[]){ __VA_ARGS__ })))

static void opening_lists_what_is_missing(void **state)
{
	struct judging *j = *state;
	struct round r = get_round(j);

	r.min_reviews = 2;
	assert_ok(round_update(j->ctx, &r));
	assert_ok(phase_move(j->ctx, "problems", PHASE_OPEN, "Ilman määräaikaa"));
	assert_missing(j, ROUND_OPEN, "phase is still open", "nothing to review", "no jurors");
	add_problems(j, 1);
	seat_jurors(j, 1);
	assert_missing(j, ROUND_OPEN, "phase is still open", "fewer jurors");
	assert_refused(E_REASON, "phase is still open", move(j, ROUND_OPEN, " \n"));
	assert_string_equal(get_round(j).state, "planned");
	assert_int_equal(get_round(j).locked, 0);
	assert_ok(phase_move(j->ctx, "problems", PHASE_CLOSE, ""));
	assert_missing(j, ROUND_OPEN, "fewer jurors");
	r.v = get_round(j).v;
	r.min_reviews = 1;
	assert_ok(round_update(j->ctx, &r));
	check_list(j, ROUND_OPEN, NULL, 0);
	assert_ok(move(j, ROUND_OPEN, ""));
}

static void opening_with_a_reason_keeps_it(void **state)
{
	struct judging *j = *state;
	struct round_acts acts;

	seat_jurors(j, 1);
	assert_refused(E_REASON, "nothing to review", move(j, ROUND_OPEN, ""));
	assert_ok(move(j, ROUND_OPEN, " Ongelmat tulevat myöhemmin "));
	assert_ok(round_acts(j->ctx, j->arena, j->round, &acts));
	assert_int_equal(acts.n, 1);
	assert_string_equal(acts.rows[0].act, "open");
	assert_string_equal(acts.rows[0].reason, "Ongelmat tulevat myöhemmin");
	assert_int_equal(acts.rows[0].at, fixture_now);
}

static void opening_needs_criteria_and_comes_once(void **state)
{
	struct judging *j = *state;

	add_problems(j, 1);
	seat_jurors(j, 1);
	assert_ok(round_remove_criterion(j->ctx, j->round, "a"));
	assert_ok(round_remove_criterion(j->ctx, j->round, "b"));
	int64_t head = log_head(j);
	assert_refused(E_RULE, "no criteria", move(j, ROUND_OPEN, "Silti"));
	assert_int_equal(log_head(j), head);
	struct criterion c = criterion_of("c");
	assert_ok(round_set_criterion(j->ctx, j->round, &c, NULL));
	fixture_now += 60;
	assert_ok(move(j, ROUND_OPEN, ""));
	struct round r = get_round(j);
	assert_string_equal(r.state, "open");
	assert_int_equal(r.opened, fixture_now);
	assert_int_equal(r.locked, fixture_now);
	assert_int_equal(strlen(r.rules_hash), 64);
	assert_refused(E_RULE, "in preparation", move(j, ROUND_OPEN, "Uudestaan"));
	assert_refused(E_RULE, "locked", round_lock(j->ctx, j->round, ""));
}

static void rules_locked_before_stay_so(void **state)
{
	struct judging *j = *state;

	add_problems(j, 1);
	seat_jurors(j, 1);
	assert_ok(round_lock(j->ctx, j->round, "Ilmoitus 7"));
	int64_t locked = get_round(j).locked;
	fixture_now += 3600;
	assert_ok(move(j, ROUND_OPEN, ""));
	assert_int_equal(get_round(j).locked, locked);
	assert_int_equal(get_round(j).rules_version, 1);
	assert_string_equal(get_round(j).notice, "Ilmoitus 7");
}

static void it_takes_what_came_in_time_or_was_admitted(void **state)
{
	struct judging *j = *state;
	struct moment deadline;
	struct id_list items = { 0 };
	struct item first;

	assert_ok(moment_parse("2018-10-31T23:59", EDGE_END, &deadline));
	assert_ok(phase_plan(j->ctx, "problems", PHASE_CLOSES, &deadline, ""));
	fixture_now = at("2018-10-31T23:59:59");
	add_problems(j, 4);
	fixture_now++;
	add_problems(j, 2);
	assert_true(get_problem(j, "P-005").late);
	assert_ok(submission_act(j->ctx, problem(j, "P-001"), SUBMISSION_WITHDRAW, ""));
	assert_ok(submission_act(j->ctx, problem(j, "P-002"), SUBMISSION_EXCLUDE, "Ei kunta"));
	assert_ok(submission_act(j->ctx, problem(j, "P-006"), SUBMISSION_ADMIT, "Postin viive"));
	seat_jurors(j, 1);
	assert_fails(E_REASON, move(j, ROUND_OPEN, "")); /* nobody has decided on P-005 */
	assert_ok(move(j, ROUND_OPEN, "P-005 jää pois"));
	assert_ok(round_items(j->ctx, j->round, &items));
	assert_int_equal(items.n, 3);
	assert_ok(item_get(j->ctx, j->arena, items.ids[0], &first));
	assert_string_equal(first.code, "P-003");
	assert_int_equal(first.position, 1);
	assert_int_equal(items.ids[1], item(j, "P-004"));
	assert_int_equal(items.ids[2], item(j, "P-006"));
	id_list_clear(&items);
	/* Restored now, it is in no round: named until somebody states why not. */
	struct checklist list;
	assert_ok(submission_act(j->ctx, problem(j, "P-001"), SUBMISSION_RESTORE, "Väärä kunta"));
	assert_ok(round_check(j->ctx, j->round, ROUND_CLOSE, &list));
	assert_string_equal(list.about[list.n - 1], "P-001");
	assert_ok(submission_act(j->ctx, problem(j, "P-001"), SUBMISSION_PASS, "Liian myöhään"));
	assert_ok(round_check(j->ctx, j->round, ROUND_CLOSE, &list));
	assert_string_equal(list.about[list.n - 1], "");
}

static void what_jurors_read_is_fixed(void **state)
{
	struct judging *j = *state;
	struct item read;

	add_problems(j, 1);
	seat_jurors(j, 1);
	assert_ok(move(j, ROUND_OPEN, ""));
	struct submission_input input = { .submission = get_problem(j, "P-001") };
	input.submission.title = "Toinen otsikko";
	input.submission.body = "Toinen teksti";
	assert_ok(submission_update(j->ctx, &input));
	add_problems(j, 1);
	assert_ok(item_get(j->ctx, j->arena, item(j, "P-001"), &read));
	assert_string_equal(read.title, "Ongelma 1");
	assert_string_equal(read.body, "Palvelu ei tavoita kaikkia.");
	assert_int_equal(outside_number(j->f->path, "SELECT count(*) FROM round_item"), 1);
}

static void closing_lists_what_is_missing(void **state)
{
	struct judging *j = *state;
	struct round r = get_round(j);
	struct round_acts acts;

	r.quorum = 2;
	assert_ok(round_update(j->ctx, &r));
	assert_refused(E_RULE, "Only an open round", move(j, ROUND_CLOSE, "Silti"));
	add_problems(j, 1);
	seat_jurors(j, 2);
	assert_ok(move(j, ROUND_OPEN, ""));
	assert_missing(j, ROUND_CLOSE, "has not declared", "Reviews are missing", "quorum");
	declare_none(j, "j1");
	declare_none(j, "j2");
	assert_missing(j, ROUND_CLOSE, "Reviews are missing", "quorum");
	submit(j, "P-001", "j1", 5, 5);
	assert_ok(try_draft(j, "P-001", "j2", 5, 5));
	assert_missing(j, ROUND_CLOSE, "Reviews are missing", "quorum");
	assert_refused(E_REASON, "Reviews are missing", move(j, ROUND_CLOSE, ""));
	assert_string_equal(get_round(j).state, "open");
	fixture_now += 60;
	assert_ok(move(j, ROUND_CLOSE, "Yksi jäi kesken"));
	assert_string_equal(get_round(j).state, "closed");
	assert_int_equal(get_round(j).closed, fixture_now);
	assert_ok(round_acts(j->ctx, j->arena, j->round, &acts));
	assert_int_equal(acts.n, 1);
	assert_string_equal(acts.rows[0].reason, "Yksi jäi kesken");
	assert_refused(E_RULE, "Only an open round", move(j, ROUND_CLOSE, "Uudestaan"));
}

static void a_complete_round_closes_without_a_reason(void **state)
{
	struct judging *j = *state;
	struct progress progress;
	struct round_acts acts;

	open_for_jurors(j, 2, 1);
	submit(j, "P-001", "j1", 5, 5);
	assert_ok(try_draft(j, "P-002", "j1", 5, -1));
	assert_ok(round_progress(j->ctx, j->round, &progress));
	assert_int_equal(progress.all, 2);
	assert_int_equal(progress.submitted, 1);
	assert_int_equal(progress.drafts, 1);
	submit(j, "P-002", "j1", 5, 5);
	check_list(j, ROUND_CLOSE, NULL, 0);
	assert_ok(move(j, ROUND_CLOSE, ""));
	assert_ok(round_acts(j->ctx, j->arena, j->round, &acts));
	assert_int_equal(acts.n, 0);
}

/* What was withdrawn after the opening is nobody's to review any more. */
static void nobody_waits_for_what_was_withdrawn(void **state)
{
	struct judging *j = *state;
	struct progress progress;

	open_for_jurors(j, 2, 1);
	submit(j, "P-001", "j1", 5, 5);
	assert_ok(submission_act(j->ctx, problem(j, "P-002"), SUBMISSION_WITHDRAW, "Kunta perui"));
	assert_ok(round_progress(j->ctx, j->round, &progress));
	assert_int_equal(progress.all, 1);
	assert_int_equal(get_member(j, "j1").assigned, 1);
	assert_refused(E_RULE, "withdrawn", try_submit(j, "P-002", "j1", 5, 5));
	check_list(j, ROUND_CLOSE, NULL, 0);
	assert_ok(submission_act(j->ctx, problem(j, "P-002"), SUBMISSION_RESTORE, "Erehdys"));
	assert_missing(j, ROUND_CLOSE, "Reviews are missing");
	submit(j, "P-002", "j1", 5, 5);
}

static void opening_again_needs_a_reason(void **state)
{
	struct judging *j = *state;
	struct round_acts acts;

	open_for_jurors(j, 1, 1);
	assert_refused(E_RULE, "Only a closed round", move(j, ROUND_REOPEN, "Turhaan"));
	close_round(j, "Kesken");
	assert_refused(E_REASON, "needs a reason", move(j, ROUND_REOPEN, ""));
	int64_t opened = get_round(j).opened;
	fixture_now += 60;
	assert_ok(move(j, ROUND_REOPEN, "Arvio jäi kirjaamatta"));
	struct round r = get_round(j);
	assert_string_equal(r.state, "open");
	assert_int_equal(r.opened, opened);
	assert_int_equal(r.closed, 0);
	assert_ok(round_acts(j->ctx, j->arena, j->round, &acts));
	assert_string_equal(acts.rows[acts.n - 1].act, "reopen");
	submit(j, "P-001", "j1", 5, 5);
	close_round(j, "");
}

static void never_again_once_the_ranking_was_seen(void **state)
{
	struct judging *j = *state;

	open_for_jurors(j, 1, 1);
	assert_ok(standing_show(j->ctx, j->round));
	assert_false(get_round(j).ranking_shown);
	close_round(j, "Kesken");
	assert_ok(standing_show(j->ctx, j->round));
	assert_true(get_round(j).ranking_shown);
	int64_t head = log_head(j);
	assert_ok(standing_show(j->ctx, j->round));
	assert_int_equal(log_head(j), head);
	assert_refused(E_RULE, "has been looked at", move(j, ROUND_REOPEN, "Silti"));
	assert_string_equal(get_round(j).state, "closed");
}

static const char *last_verb(struct judging *j, const char **object)
{
	struct log_entry entry;

	assert_ok(store_log_get(j->ctx->db, j->arena, log_head(j), &entry));
	*object = entry.object;
	return entry.verb;
}

static void every_act_is_in_the_log(void **state)
{
	struct judging *j = *state;
	const char *object;

	add_problems(j, 1);
	seat_jurors(j, 1);
	assert_string_equal(last_verb(j, &object), "round.seat");
	assert_ok(round_lock(j->ctx, j->round, ""));
	assert_string_equal(last_verb(j, &object), "round.lock");
	int64_t head = log_head(j);
	assert_ok(move(j, ROUND_OPEN, ""));
	assert_int_equal(log_head(j), head + 1);
	assert_string_equal(last_verb(j, &object), "round.open");
	assert_string_equal(object, "round:problems");
	assert_ok(move(j, ROUND_CLOSE, "Kesken"));
	assert_string_equal(last_verb(j, &object), "round.close");
	assert_ok(move(j, ROUND_REOPEN, "Erehdys"));
	assert_string_equal(last_verb(j, &object), "round.reopen");
}

/* Every change of a round, as one role after the other tries it. */
static struct error try_change(struct judging *j, struct context *ctx, size_t i)
{
	struct round r = get_round(j), other = { .key = "other", .kind = "problem" };
	struct criterion c = criterion_of("c");
	int64_t id = 0, round = j->round;

	switch (i) {
	case 0:
		return round_add(ctx, &other, &id);
	case 1:
		return round_update(ctx, &r);
	case 2:
		return round_set_criterion(ctx, round, &c, NULL);
	case 3:
		return round_remove_criterion(ctx, round, "a");
	case 4:
		return rules_define(ctx, round,
			"{\"criteria\":[{\"key\":\"x\","
			"\"name\":{\"fi\":\"X\",\"sv\":\"X\"}}]}");
	case 5:
		return round_seat(ctx, round, "j2", false, false);
	case 6:
		return round_unseat(ctx, round, "j1");
	case 7:
		return round_assign(ctx, round, 1, 1);
	case 8:
		return round_lock(ctx, round, "");
	case 9:
		return round_correct_wording(ctx, round, &c, NULL, "Virhe");
	case 10:
		return round_excuse(ctx, round, "j1", "Sairaus");
	case 11:
		return round_replace(ctx, round, "j1", "j2", "Sairaus");
	case 12:
		return round_move(ctx, round, ROUND_OPEN, "Silti");
	case 13:
		return round_move(ctx, round, ROUND_CLOSE, "Silti");
	case 14:
		return round_move(ctx, round, ROUND_REOPEN, "Silti");
	default:
		return fail(E_CANCELLED, NULL);
	}
}

static void only_admin_and_office_change_rounds(void **state)
{
	static const char *const roles[] = { "custodian", "juror", "auditor", "office" };
	struct judging *j = *state;

	add_problems(j, 1);
	add_jurors(j, 2);
	assert_ok(round_seat(j->ctx, j->round, "j1", false, false));
	for (size_t r = 0; r < LEN(roles); r++) {
		struct context ctx;
		struct error e;

		fixture_enter(j->f, arena_printf(j->arena, "the-%s", roles[r]), roles[r], &ctx);
		int64_t head = log_head(j);
		for (size_t i = 0; (e = try_change(j, &ctx, i)).code != E_CANCELLED; i++)
			if ((e.code == E_DENIED) != (strcmp(roles[r], "office") != 0))
				stop_test("%s, change %zu: %d", roles[r], i, (int)e.code);
		if (strcmp(roles[r], "office") != 0)
			assert_int_equal(log_head(j), head);
		context_close(&ctx);
	}
	assert_string_equal(get_round(j).state, "open");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_JUDGING(a_round_begins_with_defaults),
		TEST_JUDGING(what_no_round_can_be),
		TEST_JUDGING(the_second_of_two_editors_is_told),
		TEST_JUDGING(opening_lists_what_is_missing),
		TEST_JUDGING(opening_with_a_reason_keeps_it),
		TEST_JUDGING(opening_needs_criteria_and_comes_once),
		TEST_JUDGING(rules_locked_before_stay_so),
		TEST_JUDGING(it_takes_what_came_in_time_or_was_admitted),
		TEST_JUDGING(what_jurors_read_is_fixed),
		TEST_JUDGING(closing_lists_what_is_missing),
		TEST_JUDGING(a_complete_round_closes_without_a_reason),
		TEST_JUDGING(nobody_waits_for_what_was_withdrawn),
		TEST_JUDGING(opening_again_needs_a_reason),
		TEST_JUDGING(never_again_once_the_ranking_was_seen),
		TEST_JUDGING(every_act_is_in_the_log),
		TEST_JUDGING(only_admin_and_office_change_rounds),
	};
	return RUN(tests);
}
