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

/* Scope "submission" in a blind round: what a declared name bars is not there at all, so that
 * nothing ties the name to a code. */
static void a_declared_name_meets_no_code(void **state)
{
	struct desk *d = *state;
	struct round open = { .key = "blind-one",
		.kind = "solution",
		.challenge_id = d->world.challenge,
		.blind = true,
		.select_min = -1,
		.select_max = -1,
		.conflict_scope = "submission" };
	int64_t id = world_round(&d->world, &open);

	const char *code = world_code(&d->world, id, world_teams[1]);
	struct juror_applicants teams = applicants_of(d, id);
	struct juror_interest interest = { named(&teams, world_teams[1]), 4, "" };
	assert_ok(juror_declare(&d->juror, id, &interest, 1));
	struct juror_items items = read_items(d, &d->juror, id);
	assert_int_equal(items.n, WORLD_SUBMISSIONS - 1);
	for (size_t i = 0; i < items.n; i++)
		assert_string_not_equal(items.rows[i].paper.code, code);
	int64_t hidden = world_assignment(&d->world, id, "j1", code);
	struct review_input input = input_with(full, "");
	struct juror_version version = { 0 };
	assert_fails(E_NOT_FOUND, juror_save(&d->juror, hidden, &input, NULL, &version));
	assert_fails(E_NOT_FOUND, juror_return(&d->juror, hidden));
	/* By its code one may recuse oneself from another, and come back. */
	assert_ok(juror_recuse(&d->juror, items.rows[0].paper.id, 3, "Tunnen aiheen"));
	assert_int_equal(read_items(d, &d->juror, id).rows[0].state, JUROR_RECUSED);
	assert_ok(juror_return(&d->juror, items.rows[0].paper.id));
	assert_int_equal(read_items(d, &d->juror, id).n, WORLD_SUBMISSIONS - 1);
	assert_int_equal(read_items(d, &d->juror, id).rows[0].state, JUROR_NONE);
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
		TEST_DESK(no_name_after_texts),
		TEST_DESK(unreleased_texts_are_not_there),
		TEST_DESK(each_has_an_order_of_their_own),
	};
	return RUN(tests);
}
