/* SPDX-License-Identifier: MIT
 * The panel: its chair and substitutes, what each juror is given, declarations of interest and whom
 * they bar, and how a juror leaves. */
#define TEST_NAME "panel"
#include "tests/unit/judging_fixture.h"

#include "src/registers/account.h"

static struct error seat(struct judging *j, const char *login, bool chair, bool substitute)
{
	return round_seat(j->ctx, j->round, login, chair, substitute);
}

static size_t count_assigned(struct judging *j, const char *code)
{
	struct assignments list;

	assert_ok(assignment_list(
		j->ctx, j->arena, j->round, code == NULL ? 0 : item(j, code), 0, &list));
	return list.n;
}

static void one_chair_and_substitutes(void **state)
{
	struct judging *j = *state;

	add_jurors(j, 3);
	assert_ok(seat(j, "j1", true, false));
	assert_ok(seat(j, "j2", false, false));
	assert_ok(seat(j, "j3", false, true));
	assert_true(get_member(j, "j1").chair);
	assert_true(get_member(j, "j3").substitute);
	assert_ok(seat(j, "j2", true, false));
	assert_false(get_member(j, "j1").chair);
	assert_true(get_member(j, "j2").chair);
	assert_ok(seat(j, "j3", false, false));
	assert_false(get_member(j, "j3").substitute);
}

static void only_those_with_an_account_sit(void **state)
{
	struct judging *j = *state;
	struct account account;

	add_jurors(j, 1);
	assert_refused(E_NOT_FOUND, "account", seat(j, "nobody", false, false));
	assert_ok(account_find(j->ctx, j->arena, "j1", &account));
	account.state = "disabled";
	assert_ok(account_update(j->ctx, &account));
	assert_refused(E_RULE, "disabled", seat(j, "j1", false, false));
}

static void a_juror_is_taken_off_only_before_it_begins(void **state)
{
	struct judging *j = *state;

	add_problems(j, 1);
	seat_jurors(j, 3);
	assert_ok(round_unseat(j->ctx, j->round, "j3"));
	assert_refused(E_NOT_FOUND, "juror", round_unseat(j->ctx, j->round, "j3"));
	open_round(j);
	assert_refused(E_RULE, "has begun", round_unseat(j->ctx, j->round, "j2"));
	close_round(j, "Kesken");
	assert_refused(E_RULE, "has begun", round_unseat(j->ctx, j->round, "j2"));
	assert_refused(E_RULE, "closed", seat(j, "j3", false, false));
	assert_int_equal(count_assigned(j, NULL), 2);
}

static void everybody_but_substitutes_reviews_all(void **state)
{
	struct judging *j = *state;

	add_problems(j, 3);
	seat_jurors(j, 3);
	assert_ok(seat(j, "j3", false, true));
	open_round(j);
	assert_int_equal(get_member(j, "j1").assigned, 3);
	assert_int_equal(get_member(j, "j2").assigned, 3);
	assert_int_equal(get_member(j, "j3").assigned, 0);
	assert_int_equal(count_assigned(j, "P-002"), 2);
}

static void a_juror_who_comes_late_gets_everything(void **state)
{
	struct judging *j = *state;
	struct new_account late = { "late", "Myöhäinen", "", "juror", "fi" };
	int64_t id;

	add_problems(j, 3);
	seat_jurors(j, 2);
	assert_ok(seat(j, "j2", false, true));
	open_round(j);
	assert_ok(account_add(j->ctx, &late, &id));
	assert_ok(seat(j, "late", false, false));
	assert_int_equal(get_member(j, "late").assigned, 3);
	assert_ok(seat(j, "j2", false, false));
	assert_int_equal(get_member(j, "j2").assigned, 3);
}

static void check_shares(struct judging *j, size_t jurors, int64_t least, int64_t most)
{
	struct members members;

	assert_ok(round_members(j->ctx, j->arena, j->round, &members));
	assert_int_equal(members.n, jurors);
	for (size_t i = 0; i < members.n; i++)
		assert_in_range(members.rows[i].assigned, least, most);
}

/* Who has what, as one text. */
static const char *dealt(struct judging *j)
{
	struct assignments list;
	struct buffer text = { 0 };

	assert_ok(assignment_list(j->ctx, j->arena, j->round, 0, 0, &list));
	for (size_t i = 0; i < list.n; i++)
		buffer_printf(&text, "%s %s\n", list.rows[i].code, list.rows[i].login);
	const char *kept = arena_text(j->arena, text.text);
	buffer_clear(&text);
	return kept;
}

static const char *dealt_by(struct judging *j, int64_t seed)
{
	assert_ok(round_assign(j->ctx, j->round, 3, seed));
	assert_ok(round_move(j->ctx, j->round, ROUND_OPEN, "Ei ilmoituksia vielä"));
	const char *text = dealt(j);
	outside(j->f->path, "UPDATE round SET state = 'planned'; DELETE FROM assignment; "
			    "DELETE FROM round_item; DELETE FROM rules_version");
	return text;
}

static void dealing_is_even_and_repeatable(void **state)
{
	struct judging *j = *state;
	bool differs = false;

	add_problems(j, 7);
	seat_jurors(j, 4);
	const char *first = dealt_by(j, 1);
	for (int64_t seed = 2; seed <= 5; seed++)
		differs = differs || strcmp(dealt_by(j, seed), first) != 0;
	assert_true(differs);
	assert_string_equal(dealt_by(j, 1), first);
	assert_ok(round_move(j->ctx, j->round, ROUND_OPEN, "Ei ilmoituksia vielä"));
	for (int i = 1; i <= 7; i++)
		assert_int_equal(count_assigned(j, arena_printf(j->arena, "P-%03d", i)), 3);
	check_shares(j, 4, 5, 6); /* 21 among 4 */
	assert_string_equal(dealt(j), first);
}

/* What was declared before is left out; what is declared after the opening can be left out by
 * dealing again, by the same seed. */
static void nothing_barred_is_dealt(void **state)
{
	struct judging *j = *state;
	struct draw_seed seed;

	add_problems(j, 6);
	seat_jurors(j, 4);
	declare_conflict(j, "j1", "P-002");
	declare_conflict(j, "j2", "P-002");
	declare_none(j, "j4");
	assert_ok(round_assign(j->ctx, j->round, 2, 9));
	assert_refused(E_REASON, "Not every juror has declared",
		round_move(j->ctx, j->round, ROUND_OPEN, ""));
	assert_ok(round_move(j->ctx, j->round, ROUND_OPEN, "j3 tulee myöhemmin"));
	assert_int_equal(count_assigned(j, "P-002"), 2);
	assert_int_not_equal(get_assignment(j, "P-002", "j3").id, 0);
	assert_int_not_equal(get_assignment(j, "P-002", "j4").id, 0);
	declare_conflict(j, "j3", "P-001");
	assert_ok(round_assign(j->ctx, j->round, 2, -1));
	assert_int_equal(count_assigned(j, "P-001"), 2);
	assert_refused(E_RULE, "written down before", round_assign(j->ctx, j->round, 2, 10));
	assert_ok(round_assign(j->ctx, j->round, 2, 9));
	assert_ok(round_seed(j->ctx, j->arena, j->round, &seed));
	assert_int_equal(seed.value, 9);
}

static const char *shortages_of(struct judging *j, int64_t per)
{
	struct shortages list;
	struct buffer text = { 0 };

	assert_ok(round_shortages(j->ctx, j->arena, j->round, per, &list));
	buffer_text(&text, "");
	for (size_t i = 0; i < list.n; i++)
		buffer_printf(&text, "%s\n", list.sentences[i]);
	const char *kept = arena_text(j->arena, text.text);
	buffer_clear(&text);
	return kept;
}

static void what_is_short_is_said_for_each(void **state)
{
	struct judging *j = *state;
	const struct declared_conflict both[] = { { 0, 1, "" }, { 0, 1, "" } };
	struct declared_conflict told[LEN(both)];
	struct draw_seed seed;

	memcpy(told, both, sizeof(told));
	add_problems(j, 3);
	seat_jurors(j, 4);
	told[0].submission_id = problem(j, "P-002");
	told[1].submission_id = problem(j, "P-003");
	assert_ok(declaration_enter(j->ctx, j->round, "j1", told, 2, "Lomake"));
	assert_ok(declaration_enter(j->ctx, j->round, "j2", told, 2, "Lomake"));
	declare_conflict(j, "j3", "P-003");
	assert_string_equal(shortages_of(j, 1), "");
	assert_string_equal(shortages_of(j, 3),
		"P-002 has 2 of 3: Jäsen 1 and Jäsen 2 are barred. Add a juror or set 2.\n"
		"P-003 has 1 of 3: Jäsen 1, Jäsen 2 and Jäsen 3 are barred. Add a juror or set 1.\n");
	assert_string_equal(shortages_of(j, 5),
		"The panel has 4 jurors, and 5 reviews of each submission are wanted. Add jurors or "
		"set 4.\n");
	int64_t head = log_head(j);
	assert_refused(E_RULE, "Nothing has been changed", round_assign(j->ctx, j->round, 3, 1));
	assert_int_equal(log_head(j), head);
	assert_int_equal(get_round(j).per_submission, 0);
	assert_fails(E_NOT_FOUND, round_seed(j->ctx, j->arena, j->round, &seed));
	assert_ok(round_assign(j->ctx, j->round, 1, 1));
	declare_conflict(j, "j4", "P-003");
	assert_string_equal(shortages_of(j, 1),
		"P-003 has none of 1: Jäsen 1, Jäsen 2, Jäsen 3 and Jäsen 4 are barred. Add a "
		"juror.\n");
	assert_refused(
		E_RULE, "Nothing has been changed", round_move(j->ctx, j->round, ROUND_OPEN, ""));
	assert_string_equal(get_round(j).state, "planned");
}

/* A seed is in the log before the round opens, however the number came there. */
static void a_seed_is_there_before_the_opening(void **state)
{
	struct judging *j = *state;
	struct draw_seed seed;

	add_problems(j, 2);
	seat_jurors(j, 2);
	struct round r = get_round(j);
	r.per_submission = 1;
	assert_ok(round_update(j->ctx, &r));
	assert_ok(round_seed(j->ctx, j->arena, j->round, &seed));
	outside(j->f->path, "DELETE FROM draw_seed");
	assert_refused(
		E_RULE, "Deal the reviews first", round_move(j->ctx, j->round, ROUND_OPEN, "Heti"));
	assert_ok(round_assign(j->ctx, j->round, 1, -1));
	assert_ok(round_move(j->ctx, j->round, ROUND_OPEN, "Heti"));
}

static void what_cannot_be_dealt(void **state)
{
	struct judging *j = *state;
	struct round r = get_round(j);

	add_problems(j, 2);
	assert_ok(round_assign(j->ctx, j->round, 3, 1)); /* before there is a panel */
	seat_jurors(j, 2);
	assert_refused(E_RULE, "Nothing has been changed",
		round_move(j->ctx, j->round, ROUND_OPEN, "Silti"));
	assert_string_equal(get_round(j).state, "planned");
	assert_refused(E_RANGE, "per_submission", round_assign(j->ctx, j->round, -1, 1));
	assert_refused(E_RANGE, "per_submission", round_assign(j->ctx, j->round, 201, 1));
	assert_ok(round_assign(j->ctx, j->round, 0, 1));
	r.v = get_round(j).v;
	r.conflict_scope = "challenge";
	assert_ok(round_update(j->ctx, &r));
	assert_refused(E_RULE, "must review all", round_assign(j->ctx, j->round, 1, 1));
	r.v = get_round(j).v;
	r.conflict_scope = "submission";
	r.method = "borda";
	assert_ok(round_update(j->ctx, &r));
	assert_refused(E_RULE, "Borda", round_assign(j->ctx, j->round, 1, 1));
	assert_int_equal(get_round(j).per_submission, 0);
}

static void nothing_is_dealt_anew_once_reviews_have_begun(void **state)
{
	struct judging *j = *state;

	open_for_jurors(j, 2, 2);
	const char *before = dealt(j);
	assert_refused(E_RULE, "locked rules", round_assign(j->ctx, j->round, 1, 1));
	assert_ok(round_assign(j->ctx, j->round, 0, 1));
	assert_string_equal(dealt(j), before);
	assert_ok(try_draft(j, "P-001", "j1", 5, -1));
	assert_refused(E_RULE, "have begun", round_assign(j->ctx, j->round, 0, 1));
	submit(j, "P-001", "j1", 5, 5);
	assert_refused(E_RULE, "have begun", round_assign(j->ctx, j->round, 0, 1));
	assert_int_equal(get_member(j, "j1").submitted, 1);
}

static struct error declare(struct judging *j, const char *login, const struct declared_conflict *c,
	size_t n, const char *source)
{
	return declaration_enter(j->ctx, j->round, login, c, n, source);
}

static void a_declaration_says_who_entered_it(void **state)
{
	struct judging *j = *state;
	struct declarations list;

	add_problems(j, 1);
	seat_jurors(j, 2);
	assert_refused(E_REQUIRED, "source", declare(j, "j1", NULL, 0, ""));
	assert_refused(E_NOT_FOUND, "juror", declare(j, "office", NULL, 0, "Lomake"));
	fixture_now += 60;
	assert_ok(declare(j, "j1", NULL, 0, "Lomake 2.11.2018"));
	assert_refused(E_RULE, "already declared", declare(j, "j1", NULL, 0, "Lomake"));
	assert_ok(declaration_list(j->ctx, j->arena, j->round, &list));
	assert_int_equal(list.n, 2);
	assert_string_equal(list.rows[0].login, "j1");
	assert_int_equal(list.rows[0].made, fixture_now);
	assert_string_equal(list.rows[0].source, "Lomake 2.11.2018");
	assert_string_equal(list.rows[0].entered_by, "Olli Esimerkki");
	assert_int_equal(list.rows[1].made, 0);
	assert_int_equal(get_member(j, "j1").conflicts, 0);
}

static void conflicts_have_a_ground_of_the_law(void **state)
{
	struct judging *j = *state;
	struct declared_conflict own[] = { { 0, 5, "Hallituksen jäsen" }, { 0, 8, "" } };
	struct conflicts list;

	add_problems(j, 2);
	seat_jurors(j, 2);
	own[0].submission_id = problem(j, "P-001");
	own[1].submission_id = problem(j, "P-002");
	assert_refused(E_INVALID, "ground", declare(j, "j1", own, 2, "Lomake"));
	assert_int_equal(get_member(j, "j1").declared, 0);
	own[1].ground = 0;
	assert_refused(E_INVALID, "ground", declare(j, "j1", own, 2, "Lomake"));
	own[1].ground = 7;
	assert_ok(declare(j, "j1", own, 2, "Lomake"));
	assert_ok(conflict_list(j->ctx, j->arena, j->round, &list));
	assert_int_equal(list.n, 2);
	assert_string_equal(list.rows[0].code, "P-001");
	assert_int_equal(list.rows[0].ground, 5);
	assert_string_equal(list.rows[0].reason, "Hallituksen jäsen");
	assert_string_equal(list.rows[0].state, "declared");
	assert_int_equal(get_member(j, "j1").conflicts, 2);
	assert_int_equal(ground_of("1"), 1);
	assert_int_equal(ground_of("general clause"), 7);
	assert_int_equal(ground_of("8"), 0);
	assert_int_equal(ground_of(""), 0);
}

static void a_conflict_bars_that_submission_or_all(void **state)
{
	struct judging *j = *state;
	struct round r = get_round(j);

	add_problems(j, 2);
	seat_jurors(j, 2);
	declare_conflict(j, "j1", "P-001");
	open_round(j);
	assert_refused(E_RULE, "disqualified", try_submit(j, "P-001", "j1", 5, 5));
	assert_refused(E_RULE, "disqualified", try_draft(j, "P-001", "j1", 5, 5));
	submit(j, "P-002", "j1", 5, 5);
	assert_int_equal(get_member(j, "j1").assigned, 1);
	assert_int_equal(get_round(j).v > r.v, 1);
}

static void under_the_wide_scope_it_bars_all(void **state)
{
	struct judging *j = *state;
	struct round r = get_round(j);

	r.conflict_scope = "challenge";
	assert_ok(round_update(j->ctx, &r));
	add_problems(j, 2);
	seat_jurors(j, 2);
	declare_conflict(j, "j1", "P-001");
	declare_none(j, "j2");
	open_round(j);
	assert_refused(E_RULE, "disqualified", try_submit(j, "P-002", "j1", 5, 5));
	submit(j, "P-002", "j2", 5, 5);
	assert_int_equal(get_member(j, "j1").assigned, 0);
}

static void the_panel_decides_on_a_doubtful_ground(void **state)
{
	struct judging *j = *state;
	struct conflicts list;

	add_problems(j, 2);
	seat_jurors(j, 2);
	declare_conflict(j, "j1", "P-001");
	declare_conflict(j, "j2", "P-001");
	open_round(j);
	assert_ok(conflict_list(j->ctx, j->arena, 0, &list));
	assert_refused(E_REQUIRED, "reason", conflict_decide(j->ctx, list.rows[0].id, false, ""));
	assert_ok(conflict_decide(j->ctx, list.rows[0].id, false, "Kaukainen yhteys"));
	assert_ok(conflict_decide(j->ctx, list.rows[1].id, true, "Selvä peruste"));
	assert_refused(E_RULE, "already been decided",
		conflict_decide(j->ctx, list.rows[0].id, true, "Sittenkin"));
	assert_refused(E_NOT_FOUND, "record", conflict_decide(j->ctx, 99, true, "Peruste"));
	submit(j, "P-001", "j1", 5, 5);
	assert_refused(E_RULE, "disqualified", try_submit(j, "P-001", "j2", 5, 5));
	assert_ok(conflict_list(j->ctx, j->arena, j->round, &list));
	assert_string_equal(list.rows[0].state, "dismissed");
	assert_string_equal(list.rows[0].decided_by, "panel");
	assert_string_equal(list.rows[1].state, "confirmed");
}

static void no_declaration_once_it_is_closed(void **state)
{
	struct judging *j = *state;

	add_problems(j, 1);
	seat_jurors(j, 1);
	open_round(j);
	close_round(j, "Kesken");
	assert_refused(E_RULE, "closed", declare(j, "j1", NULL, 0, "Lomake"));
	assert_int_equal(get_member(j, "j1").declared, 0);
}

static void an_excused_juror_keeps_what_counts(void **state)
{
	struct judging *j = *state;
	struct progress progress;
	struct standing standing;

	open_for_jurors(j, 2, 2);
	submit(j, "P-001", "j2", 8, 8);
	assert_refused(E_REQUIRED, "reason", round_excuse(j->ctx, j->round, "j2", "\n "));
	assert_refused(E_NOT_FOUND, "juror", round_excuse(j->ctx, j->round, "j9", "Sairaus"));
	assert_ok(round_excuse(j->ctx, j->round, "j2", "Sairaus"));
	assert_string_equal(get_member(j, "j2").state, "excused");
	assert_string_equal(get_member(j, "j2").reason, "Sairaus");
	assert_refused(
		E_RULE, "already been excused", round_excuse(j->ctx, j->round, "j2", "Uudestaan"));
	assert_refused(E_RULE, "already been excused", seat(j, "j2", true, false));
	assert_true(get_member(j, "j1").chair);
	assert_refused(E_RULE, "excused", try_submit(j, "P-002", "j2", 5, 5));
	assert_ok(round_progress(j->ctx, j->round, &progress));
	assert_int_equal(progress.all, 2);
	submit(j, "P-001", "j1", 6, 6);
	submit(j, "P-002", "j1", 6, 6);
	close_round(j, "");
	assert_ok(standing_make(j->ctx, j->arena, j->round, NULL, &standing));
	assert_int_equal(standing.rows[0].ranked.reviews, 2);
}

static void a_substitute_takes_over_what_is_left(void **state)
{
	struct judging *j = *state;

	add_problems(j, 3);
	seat_jurors(j, 3);
	assert_ok(seat(j, "j3", false, true));
	open_round(j);
	declare_none(j, "j1");
	submit(j, "P-001", "j1", 5, 5);
	assert_refused(E_REQUIRED, "reason", round_replace(j->ctx, j->round, "j1", "j3", ""));
	assert_refused(E_INVALID, "juror", round_replace(j->ctx, j->round, "j1", "j1", "Matka"));
	assert_refused(
		E_NOT_FOUND, "account", round_replace(j->ctx, j->round, "j1", "j9", "Matka"));
	assert_ok(round_replace(j->ctx, j->round, "j1", "j3", "Matka"));
	struct member left = get_member(j, "j1"), came = get_member(j, "j3");
	assert_string_equal(left.state, "replaced");
	assert_false(left.chair);
	assert_int_equal(left.replaced_by, came.id);
	assert_true(came.chair);
	assert_false(came.substitute);
	assert_int_equal(came.assigned, 2);
	assert_refused(E_RULE, "has not declared", try_submit(j, "P-002", "j3", 5, 5));
	declare_none(j, "j3");
	submit(j, "P-002", "j3", 5, 5);
	assert_refused(E_RULE, "replaced", try_submit(j, "P-003", "j1", 5, 5));
	assert_refused(
		E_RULE, "already been excused", round_replace(j->ctx, j->round, "j1", "j2", "x"));
}

static void who_has_left_replaces_nobody(void **state)
{
	struct judging *j = *state;

	open_for_jurors(j, 1, 3);
	assert_ok(round_excuse(j->ctx, j->round, "j3", "Sairaus"));
	assert_refused(E_RULE, "already been excused",
		round_replace(j->ctx, j->round, "j1", "j3", "Matka"));
	assert_string_equal(get_member(j, "j1").state, "active");
	assert_true(get_member(j, "j1").chair);
}

static void a_chair_who_takes_over_stays_the_chair(void **state)
{
	struct judging *j = *state;

	open_for_jurors(j, 1, 2);
	assert_ok(round_replace(j->ctx, j->round, "j2", "j1", "Matka"));
	assert_true(get_member(j, "j1").chair);
	assert_int_equal(get_member(j, "j1").assigned, 1);
}

/* Under the wide scope a juror's reviews count only together: the successor begins anew. */
static void under_the_wide_scope_a_successor_gets_all(void **state)
{
	struct judging *j = *state;
	struct round r = get_round(j);

	r.conflict_scope = "challenge";
	assert_ok(round_update(j->ctx, &r));
	open_for_jurors(j, 3, 2);
	submit(j, "P-001", "j1", 5, 5);
	struct new_account account = { "new", "Uusi", "", "juror", "fi" };
	int64_t id;
	assert_ok(account_add(j->ctx, &account, &id));
	assert_ok(round_replace(j->ctx, j->round, "j1", "new", "Matka"));
	assert_int_equal(get_member(j, "new").assigned, 3);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_JUDGING(one_chair_and_substitutes),
		TEST_JUDGING(only_those_with_an_account_sit),
		TEST_JUDGING(a_juror_is_taken_off_only_before_it_begins),
		TEST_JUDGING(everybody_but_substitutes_reviews_all),
		TEST_JUDGING(a_juror_who_comes_late_gets_everything),
		TEST_JUDGING(dealing_is_even_and_repeatable),
		TEST_JUDGING(nothing_barred_is_dealt),
		TEST_JUDGING(what_cannot_be_dealt),
		TEST_JUDGING(what_is_short_is_said_for_each),
		TEST_JUDGING(a_seed_is_there_before_the_opening),
		TEST_JUDGING(nothing_is_dealt_anew_once_reviews_have_begun),
		TEST_JUDGING(a_declaration_says_who_entered_it),
		TEST_JUDGING(conflicts_have_a_ground_of_the_law),
		TEST_JUDGING(a_conflict_bars_that_submission_or_all),
		TEST_JUDGING(under_the_wide_scope_it_bars_all),
		TEST_JUDGING(the_panel_decides_on_a_doubtful_ground),
		TEST_JUDGING(no_declaration_once_it_is_closed),
		TEST_JUDGING(an_excused_juror_keeps_what_counts),
		TEST_JUDGING(a_substitute_takes_over_what_is_left),
		TEST_JUDGING(who_has_left_replaces_nobody),
		TEST_JUDGING(a_chair_who_takes_over_stays_the_chair),
		TEST_JUDGING(under_the_wide_scope_a_successor_gets_all),
	};
	return RUN(tests);
}
