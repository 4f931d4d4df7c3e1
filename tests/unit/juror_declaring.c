/* SPDX-License-Identifier: MIT
 * Declaring against names before any text is there. */
#define TEST_NAME "juror_declaring"
#include "tests/unit/juror_desk.h"

static void names_are_declared_against(void **state)
{
	struct desk *d = *state;
	struct juror_applicants teams = applicants_of(d, d->world.solutions);

	assert_int_equal(teams.n, WORLD_SUBMISSIONS);
	/* In the order of the names, not of what was handed in. */
	assert_string_equal(teams.rows[0].name, "Desperado Designs");
	assert_string_equal(teams.rows[3].name, "Mallinaapurit");
	const struct juror_applicant *team = named(&teams, "Esimerkkitiimi");
	assert_int_equal(team->people_count, 2);
	assert_int_equal(team->n, 1);
	/* Nothing of the round is to be seen yet. */
	assert_int_equal(read_items(d, &d->juror, d->world.solutions).n, 0);
	assert_int_equal(juror_stop(&(struct juror_round[]){
				 read_round(d, &d->juror, d->world.solutions) }[0]),
		JUROR_UNDECLARED);
	assert_ok(juror_declare(&d->juror, d->world.solutions, NULL, 0));
	assert_int_equal(read_items(d, &d->juror, d->world.solutions).n, WORLD_SUBMISSIONS);
	assert_refused(E_RULE, "You have declared already",
		juror_applicants(&d->juror, d->world.arena, d->world.solutions, &teams));
	assert_refused(E_RULE, "You have declared already",
		juror_declare(&d->juror, d->world.solutions, NULL, 0));
}

static void municipalities_count_as_co_applicants_too(void **state)
{
	struct desk *d = *state;
	struct juror_applicants before = applicants_of(d, d->world.problems);

	assert_int_equal(before.n, WORLD_SUBMISSIONS);
	d->touched = true;
	outside(d->world.f->path, "INSERT INTO co_applicant (submission_id, municipality_id) "
				  "VALUES (1, 50), (2, 50)");
	struct juror_applicants after = applicants_of(d, d->world.problems);
	assert_int_equal(after.n, WORLD_SUBMISSIONS + 1);
	const struct juror_applicant *twice = NULL;
	for (size_t i = 0; i < after.n; i++)
		if (after.rows[i].n == 2)
			twice = &after.rows[i];
	assert_non_null(twice);
	struct juror_interest interest = { twice, 5, "" };
	assert_ok(juror_declare(&d->juror, d->world.problems, &interest, 1));
	assert_int_equal(
		outside_number(d->world.f->path, "SELECT count(*) FROM conflict WHERE ground = 5"),
		2);
	struct juror_items items = read_items(d, &d->juror, d->world.problems);
	assert_int_equal(items.n, WORLD_SUBMISSIONS);
	for (size_t i = 0; i < items.n; i++)
		assert_int_equal(items.rows[i].state, i < 2 ? JUROR_RECUSED : JUROR_NONE);
	assert_string_equal(items.rows[0].paper.title, "");
	assert_string_not_equal(items.rows[2].paper.title, "");
	/* A slip is put right for one of them. */
	assert_ok(juror_return(&d->juror, items.rows[0].paper.id));
	assert_int_equal(read_items(d, &d->juror, d->world.problems).rows[0].state, JUROR_NONE);
	assert_int_equal(read_items(d, &d->juror, d->world.problems).rows[1].state, JUROR_RECUSED);
}

/* Scope "challenge": who declares a conflict sees no code, title or text. */
static void a_conflict_bars_the_whole_comparison(void **state)
{
	struct desk *d = *state;
	struct juror_applicants teams = applicants_of(d, d->world.solutions);
	struct juror_interest interest = { named(&teams, "Kokeilijat"), 4, "" };
	struct juror_recusals bars;

	assert_ok(juror_declare(&d->juror, d->world.solutions, &interest, 1));
	struct juror_round round = read_round(d, &d->juror, d->world.solutions);
	assert_int_equal(juror_stop(&round), JUROR_BARRED);
	assert_int_equal(read_items(d, &d->juror, d->world.solutions).n, 0);
	assert_ok(juror_bars(&d->juror, d->world.arena, d->world.solutions, &bars));
	assert_int_equal(bars.n, 1);
	assert_int_equal(bars.rows[0].ground, 4);
	struct review_input input = input_with(full, "");
	struct juror_version version = { 0 };
	assert_refused(E_RULE, "bars you from this round",
		juror_save(&d->juror, blind(d, 0), &input, NULL, &version));
	/* A mistake: withdrawn, and declared anew by name. */
	assert_null(juror_undeclare_blocked(&d->juror, &round));
	assert_ok(juror_undeclare(&d->juror, d->world.solutions));
	assert_int_equal(applicants_of(d, d->world.solutions).n, WORLD_SUBMISSIONS);
	assert_ok(juror_declare(&d->juror, d->world.solutions, NULL, 0));
	assert_int_equal(read_items(d, &d->juror, d->world.solutions).n, WORLD_SUBMISSIONS);
	assert_int_equal(outside_number(d->world.f->path,
				 "SELECT count(*) FROM conflict WHERE state = 'withdrawn'"),
		1);
}

static void the_panel_s_decision_stands(void **state)
{
	struct desk *d = *state;
	struct juror_applicants teams = applicants_of(d, d->world.solutions);
	struct juror_interest interest = { named(&teams, "Kokeilijat"), 7, "Naapuri" };

	assert_ok(juror_declare(&d->juror, d->world.solutions, &interest, 1));
	int64_t id = outside_number(d->world.f->path, "SELECT max(id) FROM conflict");
	assert_ok(conflict_decide(d->world.ctx, id, true, "Kokous"));
	assert_refused(
		E_RULE, "The panel has decided", juror_undeclare(&d->juror, d->world.solutions));
	assert_refused(
		E_RULE, "The panel has decided", juror_return_whole(&d->juror, d->world.solutions));
}

static void dismissed_by_the_panel_one_goes_on(void **state)
{
	struct desk *d = *state;
	struct juror_applicants teams = applicants_of(d, d->world.solutions);
	struct juror_interest interest = { named(&teams, "Kokeilijat"), 7, "Naapuri" };

	assert_ok(juror_declare(&d->juror, d->world.solutions, &interest, 1));
	assert_ok(conflict_decide(d->world.ctx,
		outside_number(d->world.f->path, "SELECT max(id) FROM conflict"), false,
		"Ei sidosta"));
	assert_int_equal(read_items(d, &d->juror, d->world.solutions).n, WORLD_SUBMISSIONS);
}

/* A blind round in which a conflict bars one submission: dealt, one juror each, once all have
 * declared. */
static int64_t dealt_round(struct desk *d)
{
	struct round round = { .key = "blind-one",
		.kind = "solution",
		.challenge_id = d->world.challenge,
		.blind = true,
		.select_min = -1,
		.select_max = -1,
		.conflict_scope = "submission" };

	return world_plan(&d->world, &round);
}

static void declare_team(struct desk *d, struct context *ctx, int64_t round, size_t team)
{
	struct juror_applicants teams;

	assert_ok(juror_applicants(ctx, d->world.arena, round, &teams));
	struct juror_interest interest = { named(&teams, world_teams[team]), 4, "" };
	assert_ok(juror_declare(ctx, round, &interest, 1));
}

static void others_declare(struct desk *d, int64_t round)
{
	assert_ok(declaration_enter(d->world.ctx, round, "j2", NULL, 0, "Lomake"));
	assert_ok(declaration_enter(d->world.ctx, round, "j3", NULL, 0, "Lomake"));
}

/* What a declared name bars is not in the list, like so much else; nothing ties it to a code. */
static void a_declared_name_meets_no_code(void **state)
{
	struct desk *d = *state;
	int64_t id = dealt_round(d);
	struct draw_seed seed;

	assert_ok(round_assign(d->world.ctx, id, 1, -1));
	declare_team(d, &d->juror, id, 1);
	struct juror_round planned = read_round(d, &d->juror, id);
	assert_int_equal(juror_stop(&planned), JUROR_PLANNED);
	assert_refused(E_RULE, "every juror has declared",
		round_move(d->world.ctx, id, ROUND_OPEN, "Silti"));
	others_declare(d, id);
	world_release(&d->world, id);
	const char *code = world_code(&d->world, id, world_teams[1]);
	assert_ok(round_move(d->world.ctx, id, ROUND_OPEN, "Testissä heti"));
	assert_fails(E_NOT_FOUND, round_seed(d->world.ctx, d->world.arena, id, &seed));
	struct juror_items items = read_items(d, &d->juror, id);
	assert_in_range(items.n, 1, WORLD_SUBMISSIONS - 2);
	for (size_t i = 0; i < items.n; i++)
		assert_string_not_equal(items.rows[i].paper.code, code);
	/* By its code one may recuse oneself from another, and come back. */
	assert_ok(juror_recuse(&d->juror, items.rows[0].paper.id, 3, "Tunnen aiheen"));
	assert_int_equal(read_items(d, &d->juror, id).rows[0].state, JUROR_RECUSED);
	assert_ok(juror_return(&d->juror, items.rows[0].paper.id));
	assert_int_equal(read_items(d, &d->juror, id).rows[0].state, JUROR_NONE);
	assert_refused(E_RULE, "not dealt again", round_assign(d->world.ctx, id, 1, -1));
}

/* Though the list should hold a code that a name declared before bars, it would not be there. */
static void the_fence_hides_a_declared_name(void **state)
{
	struct desk *d = *state;
	int64_t id = dealt_round(d);

	assert_ok(round_assign(d->world.ctx, id, 1, -1));
	declare_team(d, &d->juror, id, 1);
	others_declare(d, id);
	world_release(&d->world, id);
	assert_ok(round_move(d->world.ctx, id, ROUND_OPEN, "Testissä heti"));
	const char *code = world_code(&d->world, id, world_teams[1]);
	size_t before = read_items(d, &d->juror, id).n;
	d->touched = true;
	outside(d->world.f->path,
		arena_printf(d->world.arena,
			"INSERT INTO assignment (round_item_id, panel_member_id, position) "
			"SELECT i.id, m.id, 9 FROM round_item i JOIN panel_member m ON m.round_id = "
			"i.round_id JOIN account a ON a.id = m.account_id AND a.login = 'j1' WHERE "
			"i.code = '%s'",
			code));
	int64_t hidden = world_assignment(&d->world, id, "j1", code);
	struct review_input input = input_with(full, "");
	struct juror_version version = { 0 };
	assert_int_equal(read_items(d, &d->juror, id).n, before);
	assert_fails(E_NOT_FOUND, juror_save(&d->juror, hidden, &input, NULL, &version));
	assert_fails(E_NOT_FOUND, juror_return(&d->juror, hidden));
}

/* Everything given to everybody would leave out just the code that is barred; and so would a
 * conflict by name once the lists are out: it bars the whole round. */
static void no_list_tells_which_code_is_barred(void **state)
{
	struct desk *d = *state;
	int64_t id = dealt_round(d);

	others_declare(d, id);
	assert_ok(declaration_enter(d->world.ctx, id, "j1", NULL, 0, "Lomake"));
	world_release(&d->world, id);
	assert_refused(E_RULE, "would tell which code", round_lock(d->world.ctx, id, ""));
	assert_refused(
		E_RULE, "would tell which code", round_move(d->world.ctx, id, ROUND_OPEN, "Silti"));
	assert_refused(E_RULE, "Klash draws the seed", round_assign(d->world.ctx, id, 1, 7));
	assert_ok(round_assign(d->world.ctx, id, 1, -1));
	assert_ok(round_move(d->world.ctx, id, ROUND_OPEN, "Testissä heti"));
	struct id_list ids = { 0 };
	assert_ok(round_submissions(d->world.ctx, id, &ids));
	struct recorded_conflict told = { .conflict = { ids.ids[0], 4, "" }, .source = "Puhelin" };
	assert_ok(conflict_add(d->world.ctx, id, "j1", &told));
	id_list_clear(&ids);
	struct juror_round barred = read_round(d, &d->juror, id);
	assert_int_equal(juror_stop(&barred), JUROR_BARRED);
	assert_refused(
		E_RULE, "has no conflict", round_replace(d->world.ctx, id, "j2", "j1", "Matka"));
}

/* Who is barred gets so few that at most half of what the list lacks is barred. */
static void the_barred_is_one_of_several_missing(void **state)
{
	struct desk *d = *state;
	int64_t id = dealt_round(d);
	struct shortages list;

	assert_ok(round_assign(d->world.ctx, id, 2, -1));
	declare_team(d, &d->juror, id, 1);
	others_declare(d, id);
	world_release(&d->world, id);
	assert_ok(round_shortages(d->world.ctx, d->world.arena, id, 3, &list));
	assert_int_equal(list.n, 1);
	assert_non_null(strstr(list.sentences[0],
		"submissions would get fewer than 3 reviews, because jurors are barred. Add a juror "
		"or set 2."));
	assert_ok(round_move(d->world.ctx, id, ROUND_OPEN, "Testissä heti"));
	assert_int_equal(read_items(d, &d->juror, id).n, WORLD_SUBMISSIONS - 2);
}

static void no_name_after_texts(void **state)
{
	struct desk *d = *state;
	struct juror_place place = { .round_id = d->world.solutions, .field = "" };
	struct id_list ids = { 0 };

	desk_declare_none(d);
	assert_ok(juror_set_place(&d->juror, &place));
	assert_refused(E_RULE, "You have seen the submissions",
		juror_undeclare(&d->juror, d->world.solutions));
	for (size_t i = 0; i < WORLD_SUBMISSIONS; i++) {
		assert_ok(juror_search(&d->juror, d->world.solutions, world_teams[i], &ids));
		assert_int_equal(ids.n, 0);
	}
	assert_ok(juror_search(&d->juror, d->world.solutions, "KALENTERIIN", &ids));
	assert_int_equal(ids.n, WORLD_SUBMISSIONS);
	id_list_clear(&ids);
	/* A conflict found while reading bars the round; it is taken back without any name. */
	assert_ok(juror_recuse(&d->juror, blind(d, 3), 4, ""));
	struct juror_round barred = read_round(d, &d->juror, d->world.solutions);
	assert_int_equal(juror_stop(&barred), JUROR_BARRED);
	assert_refused(E_RULE, "You have seen the submissions",
		juror_undeclare(&d->juror, d->world.solutions));
	assert_ok(juror_return_whole(&d->juror, d->world.solutions));
	assert_int_equal(read_items(d, &d->juror, d->world.solutions).n, WORLD_SUBMISSIONS);
}

static void unreleased_texts_are_not_there(void **state)
{
	struct desk *d = *state;

	desk_declare_none(d);
	d->touched = true;
	outside(d->world.f->path, "DELETE FROM blind_act");
	assert_int_equal(read_items(d, &d->juror, d->world.solutions).n, 0);
	struct juror_round round = read_round(d, &d->juror, d->world.solutions);
	assert_int_equal(juror_stop(&round), JUROR_UNRELEASED);
}

static void each_has_an_order_of_their_own(void **state)
{
	struct desk *d = *state;
	char orders[WORLD_JURORS][80] = { 0 };
	bool differ = false;

	for (int j = 0; j < WORLD_JURORS; j++) {
		struct context ctx;
		char login[4];

		snprintf(login, sizeof(login), "j%d", j + 1);
		world_enter(&d->world, login, &ctx);
		assert_ok(juror_declare(&ctx, d->world.solutions, NULL, 0));
		for (int again = 0; again < 2; again++) {
			struct juror_items items = read_items(d, &ctx, d->world.solutions);
			char order[80] = "";

			for (size_t i = 0; i < items.n; i++)
				snprintf(order + strlen(order), sizeof(order) - strlen(order),
					"%s ", items.rows[i].paper.code);
			if (again == 1)
				assert_string_equal(orders[j], order);
			memcpy(orders[j], order, sizeof(order));
			assert_ok(context_reopen(&ctx));
		}
		differ = differ || strcmp(orders[j], orders[0]) != 0;
		context_close(&ctx);
	}
	assert_true(differ);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_DESK(names_are_declared_against),
		TEST_DESK(municipalities_count_as_co_applicants_too),
		TEST_DESK(a_conflict_bars_the_whole_comparison),
		TEST_DESK(the_panel_s_decision_stands),
		TEST_DESK(dismissed_by_the_panel_one_goes_on),
		TEST_DESK(a_declared_name_meets_no_code),
		TEST_DESK(the_fence_hides_a_declared_name),
		TEST_DESK(no_list_tells_which_code_is_barred),
		TEST_DESK(the_barred_is_one_of_several_missing),
		TEST_DESK(no_name_after_texts),
		TEST_DESK(unreleased_texts_are_not_there),
		TEST_DESK(each_has_an_order_of_their_own),
	};
	return RUN(tests);
}
