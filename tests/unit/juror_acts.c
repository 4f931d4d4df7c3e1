/* SPDX-License-Identifier: MIT
 * What a juror's acts do: declaring, saving, submitting, taking back, recusing, and who may no
 * longer. */
#define TEST_NAME "juror_acts"
#include "tests/unit/jury_world.h"

#include "db/verify.h"
#include "src/documents/score_sheet.h"
#include "src/journal.h"
#include "src/phases/attachment.h"
#include "src/phases/submission.h"
#include "src/registers/account.h"
#include "src/registers/key.h"

struct desk {
	struct world world;
	struct context juror; /* j1, fenced, not declared */
	bool touched;         /* from outside: the file is not expected to be sound */
};

static int setup(void **state)
{
	struct desk *d = calloc(1, sizeof(*d));
	void *fixture;

	if (fixture_setup(&fixture) != 0)
		return -1;
	world_make(&d->world, fixture);
	world_enter(&d->world, "j1", &d->juror);
	*state = d;
	return 0;
}

/* Whatever was done, the file is sound. */
static int teardown(void **state)
{
	struct desk *d = *state;
	void *fixture = d->world.f;
	struct verdict verdict;

	assert_ok(verify_file(d->world.ctx->db, 0, "", &verdict));
	if (!verdict.good && !d->touched)
		stop_test("%s: %s %lld", verdict.fault, verdict.table, (long long)verdict.row);
	context_close(&d->juror);
	free(d);
	return fixture_teardown(&fixture);
}

static void check_refusal(struct error e, const char *words, const char *file, int line)
{
	if (e.code == E_RULE && e.field != NULL && strstr(e.field, words) != NULL)
		return;
	print_error("wanted: \"%s\"; got %d (%s)\n", words, (int)e.code,
		e.field == NULL ? "" : e.field);
	_fail(file, line);
}
#define assert_refused(words, call) check_refusal(call, words, __FILE__, __LINE__)

static const int64_t full[3] = { 8000, 4000, 7000 };

static struct review_input input_with(const int64_t *scores, const char *notes)
{
	return (struct review_input){ scores, 3, notes, "Palaute" };
}

static struct juror_item read_item(struct desk *d, struct context *ctx, int64_t id)
{
	struct criteria criteria;
	struct juror_item item;

	assert_ok(juror_item(ctx, d->world.arena, id, &criteria, &item));
	return item;
}

static struct juror_items read_items(struct desk *d, struct context *ctx, int64_t round)
{
	struct juror_items items;

	assert_ok(juror_items(ctx, d->world.arena, round, &items));
	return items;
}

static struct juror_round read_round(struct desk *d, struct context *ctx, int64_t id)
{
	struct juror_round round;

	assert_ok(juror_round(ctx, d->world.arena, id, &round));
	return round;
}

static void declare_none(struct desk *d)
{
	assert_ok(juror_declare(&d->juror, d->world.problems, NULL, 0));
	assert_ok(juror_declare(&d->juror, d->world.solutions, NULL, 0));
}

static int64_t mine(struct desk *d, const char *code)
{
	return world_assignment(&d->world, d->world.problems, "j1", code);
}

static int64_t blind(struct desk *d, size_t team)
{
	return world_assignment(&d->world, d->world.solutions, "j1", d->world.codes[team]);
}

static struct juror_applicants applicants_of(struct desk *d, int64_t round)
{
	struct juror_applicants applicants;

	assert_ok(juror_applicants(&d->juror, d->world.arena, round, &applicants));
	return applicants;
}

static const struct juror_applicant *named(
	const struct juror_applicants *applicants, const char *name)
{
	for (size_t i = 0; i < applicants->n; i++)
		if (strcmp(applicants->rows[i].name, name) == 0)
			return &applicants->rows[i];
	stop_test("no applicant %s", name);
	return NULL;
}

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
	assert_refused("You have declared already",
		juror_applicants(&d->juror, d->world.arena, d->world.solutions, &teams));
	assert_refused(
		"You have declared already", juror_declare(&d->juror, d->world.solutions, NULL, 0));
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
	assert_refused(
		"bars you from this round", juror_save(&d->juror, blind(d, 0), &input, NULL, &version));
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
	assert_refused("The panel has decided", juror_undeclare(&d->juror, d->world.solutions));
	assert_refused("The panel has decided", juror_return_whole(&d->juror, d->world.solutions));
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

	declare_none(d);
	assert_ok(juror_set_place(&d->juror, &place));
	assert_refused(
		"You have seen the submissions", juror_undeclare(&d->juror, d->world.solutions));
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
	assert_refused(
		"You have seen the submissions", juror_undeclare(&d->juror, d->world.solutions));
	assert_ok(juror_return_whole(&d->juror, d->world.solutions));
	assert_int_equal(read_items(d, &d->juror, d->world.solutions).n, WORLD_SUBMISSIONS);
}

static void unreleased_texts_are_not_there(void **state)
{
	struct desk *d = *state;

	declare_none(d);
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

static void a_review_s_life(void **state)
{
	static const int64_t partly[3] = { 8000, -1, -1 }, changed[3] = { 9000, 4000, 7000 };
	struct desk *d = *state;
	struct juror_version version = { 0 };
	struct review_input begun = input_with(partly, "  Alku \n"),
			    whole = input_with(full, "Huomio äöå"),
			    other = input_with(changed, "Toinen");

	declare_none(d);
	int64_t id = blind(d, 0),
		head = outside_number(d->world.f->path, "SELECT max(seq) FROM log");
	assert_ok(juror_save(&d->juror, id, &begun, NULL, &version));
	struct juror_item item = read_item(d, &d->juror, id);
	assert_int_equal(item.state, JUROR_DRAFT);
	assert_string_equal(item.notes, "Alku");
	assert_int_equal(item.scores[0], 8000);
	assert_int_equal(item.scores[1], -1);
	assert_refused(
		"Every criterion needs a score", juror_submit(&d->juror, id, &begun, &version));
	/* Working data leaves no entry. */
	assert_int_equal(outside_number(d->world.f->path, "SELECT max(seq) FROM log"), head);
	assert_ok(juror_submit(&d->juror, id, &whole, &version));
	item = read_item(d, &d->juror, id);
	assert_int_equal(item.state, JUROR_SUBMITTED);
	assert_false(item.entered);
	assert_int_equal(outside_number(d->world.f->path, "SELECT count(*) FROM draft"), 0);
	assert_int_equal(outside_number(d->world.f->path, "SELECT max(seq) FROM log"), head + 1);
	assert_refused("has been submitted", juror_save(&d->juror, id, &other, NULL, &version));
	assert_ok(juror_take_back(&d->juror, id, &version));
	assert_int_equal(read_item(d, &d->juror, id).state, JUROR_DRAFT);
	assert_ok(juror_save(&d->juror, id, &other, NULL, &version));
	assert_ok(juror_submit(&d->juror, id, &other, &version));
	item = read_item(d, &d->juror, id);
	assert_int_equal(item.scores[0], 9000);
	assert_int_equal(item.version.revision, 2);
	/* What was submitted first is kept. */
	assert_int_equal(outside_number(d->world.f->path,
				 "SELECT s.value FROM review v JOIN score s ON s.review_id = v.id "
				 "WHERE v.revision = 1 AND v.state = 'taken_back' ORDER BY "
				 "s.criterion_id LIMIT 1"),
		8000);
}

static void scores_stay_on_their_scale(void **state)
{
	static const int64_t wrong[][3] = { { 11000, 0, 0 }, { 500, 0, 0 }, { 0, 0, 10500 } };
	struct desk *d = *state;

	declare_none(d);
	for (size_t i = 0; i < LEN(wrong); i++) {
		struct juror_version version = { 0 };
		struct review_input input = input_with(wrong[i], "");

		assert_refused("not on the scale",
			juror_save(&d->juror, mine(d, "P-001"), &input, NULL, &version));
		assert_refused("not on the scale",
			juror_submit(&d->juror, mine(d, "P-001"), &input, &version));
	}
}

static void two_windows_never_overwrite(void **state)
{
	static const int64_t changed[3] = { 1000, 2000, 3000 };
	struct desk *d = *state;
	struct context second;
	struct juror_version a = { 0 }, b = { 0 };
	struct review_input mine_first = input_with(full, "Ensimmäinen"),
			    theirs = input_with(changed, "Toinen");

	declare_none(d);
	int64_t id = mine(d, "P-001");
	world_enter(&d->world, "j1", &second);
	assert_ok(juror_save(&d->juror, id, &mine_first, NULL, &a));
	assert_fails(E_STALE, juror_save(&second, id, &theirs, NULL, &b));
	assert_string_equal(read_item(d, &second, id).notes, "Ensimmäinen");
	/* The very same is no conflict. */
	assert_ok(juror_save(&second, id, &mine_first, NULL, &b));
	assert_ok(juror_save(&second, id, &theirs, NULL, &b));
	assert_fails(E_STALE, juror_save(&d->juror, id, &mine_first, NULL, &a));
	assert_fails(E_STALE, juror_submit(&d->juror, id, &mine_first, &a));
	/* Nor after the review went once round: submitted and taken back, it is another draft. */
	struct juror_version old = b;
	assert_ok(juror_submit(&second, id, &theirs, &b));
	assert_ok(juror_take_back(&second, id, &b));
	assert_fails(E_STALE, juror_save(&d->juror, id, &mine_first, NULL, &old));
	a = read_item(d, &d->juror, id).version;
	assert_ok(juror_save(&d->juror, id, &mine_first, NULL, &a));
	context_close(&second);
}

static void all_complete_ones_at_once(void **state)
{
	static const int64_t partly[3] = { 8000, -1, -1 };
	struct desk *d = *state;
	size_t n = 0;

	declare_none(d);
	for (size_t i = 0; i < 3; i++) {
		struct juror_version version = { 0 };
		struct review_input input = input_with(i == 2 ? partly : full, "");

		assert_ok(juror_save(&d->juror, blind(d, i), &input, NULL, &version));
	}
	assert_ok(juror_submit_all(&d->juror, d->world.solutions, &n));
	assert_int_equal(n, 2);
	assert_int_equal(outside_number(d->world.f->path, "SELECT count(*) FROM review"), 2);
	assert_int_equal(outside_number(d->world.f->path, "SELECT count(*) FROM draft"), 1);
	assert_refused("No draft is complete", juror_submit_all(&d->juror, d->world.solutions, &n));
	/* The other round was not touched. */
	assert_int_equal(read_items(d, &d->juror, d->world.problems).rows[0].state, JUROR_NONE);
}

/* What happens to the juror between two writes. */
static void disable(struct desk *d)
{
	struct account account;

	assert_ok(account_find(d->world.ctx, d->world.arena, "j1", &account));
	account.state = "disabled";
	assert_ok(account_update(d->world.ctx, &account));
}

/* They came in by this key. */
static const char key_line[] =
	"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIAht4UT7hZyyqObkeannmLqPUMmAKJmMwcwHuuJ1xFYh j1";

static void come_in_by_key(struct desk *d)
{
	struct pubkey key;

	assert_ok(key_add(d->world.ctx, "j1", key_line, strlen(key_line), &key));
	context_close(&d->juror);
	assert_ok(context_open(d->world.f->path, &d->juror));
	d->juror.clock = fixture_clock;
	assert_ok(context_enter_key(&d->juror, key.fingerprint));
}

static void revoke_key(struct desk *d)
{
	assert_ok(key_revoke(d->world.ctx, d->juror.via));
}

static void make_office(struct desk *d)
{
	struct account account;

	assert_ok(account_find(d->world.ctx, d->world.arena, "j1", &account));
	account.role = "office";
	assert_ok(account_update(d->world.ctx, &account));
}

static void excuse(struct desk *d)
{
	assert_ok(round_excuse(d->world.ctx, d->world.problems, "j1", "Sairastui"));
}

static void replace(struct desk *d)
{
	struct new_account account = { "j9", "Vara Jäsen", "", "juror", "fi" };
	int64_t id;

	assert_ok(account_add(d->world.ctx, &account, &id));
	assert_ok(round_replace(d->world.ctx, d->world.problems, "j1", "j9", "Vaihtui"));
}

static void close_round(struct desk *d)
{
	assert_ok(round_move(d->world.ctx, d->world.problems, ROUND_CLOSE, "Aika loppui"));
}

static void bar(struct desk *d)
{
	d->touched = true;
	outside(d->world.f->path, "INSERT INTO conflict (panel_member_id, submission_id, ground, "
				  "made, reason) SELECT m.id, NULL, 1, 1, '' "
				  "FROM panel_member m JOIN account a ON a.id = m.account_id JOIN "
				  "round r ON r.id = m.round_id "
				  "WHERE a.login = 'j1' AND r.key = 'problems'");
}

static void withdraw_problem(struct desk *d)
{
	int64_t id;

	assert_ok(submission_find(d->world.ctx, "problem", "P-001", &id));
	assert_ok(submission_act(d->world.ctx, id, SUBMISSION_WITHDRAW, "Perui"));
}

/* Each in a world of its own: the next write is refused with the reason, and what was submitted
 * stays. */
static void rights_are_asked_at_each_write(void **state)
{
	static const struct {
		void (*happens)(struct desk *d);
		const char *words;
	} cases[] = {
		{ revoke_key, "Your rights here were changed" },
		{ disable, "Your rights here were changed" },
		{ make_office, "Your rights here were changed" },
		{ excuse, "You have been excused" },
		{ replace, "has taken your place" },
		{ close_round, "The round is closed" },
		{ bar, "bars you from this round" },
		{ withdraw_problem, "has been withdrawn" },
	};

	for (size_t i = 0; i < LEN(cases); i++) {
		struct desk *d;
		void *made = NULL;
		struct juror_version version = { 0 }, other = { 0 };
		struct review_input input = input_with(full, "");

		assert_int_equal(setup(&made), 0);
		d = made;
		come_in_by_key(d);
		declare_none(d);
		int64_t id = mine(d, "P-001"), sent = mine(d, "P-002");
		assert_ok(juror_save(&d->juror, id, &input, NULL, &version));
		assert_ok(juror_submit(&d->juror, sent, &input, &other));
		cases[i].happens(d);
		assert_refused(cases[i].words, juror_save(&d->juror, id, &input, NULL, &version));
		assert_refused(cases[i].words, juror_submit(&d->juror, id, &input, &version));
		assert_refused(cases[i].words, juror_recuse(&d->juror, id, 1, ""));
		assert_int_equal(outside_number(d->world.f->path,
					 "SELECT count(*) FROM review WHERE state = 'submitted'"),
			1);
		assert_int_equal(outside_number(d->world.f->path, "SELECT count(*) FROM draft"), 1);
		teardown(&made);
	}
	(void)state;
}

static void nobody_acts_in_their_name(void **state)
{
	struct desk *d = *state;
	struct context admin;
	struct juror_version version = { 0 };
	struct review_input input = input_with(full, "");
	struct juror_place place = { .round_id = d->world.problems, .field = "" };
	struct juror_applicants applicants;

	assert_ok(context_open(d->world.f->path, &admin));
	assert_ok(context_enter(&admin, "office", "uid 1000"));
	assert_ok(context_enter_as(&admin, "j1"));
	assert_ok(juror_applicants(&admin, d->world.arena, d->world.problems, &applicants));
	assert_refused("in another's name", juror_declare(&admin, d->world.problems, NULL, 0));
	declare_none(d);
	int64_t id = mine(d, "P-001");
	assert_int_equal(read_items(d, &admin, d->world.problems).n, WORLD_SUBMISSIONS);
	assert_refused("in another's name", juror_save(&admin, id, &input, NULL, &version));
	assert_refused("in another's name", juror_submit(&admin, id, &input, &version));
	assert_refused("in another's name", juror_recuse(&admin, id, 1, ""));
	assert_refused("in another's name", juror_set_place(&admin, &place));
	assert_refused("in another's name", juror_undeclare(&admin, d->world.problems));
	context_close(&admin);
}

static void one_may_have_recognized_a_team(void **state)
{
	struct desk *d = *state;

	declare_none(d);
	int64_t id = blind(d, 2);
	assert_ok(juror_recognize(&d->juror, id, "Sama kuva kuin lehdessä"));
	assert_string_equal(read_item(d, &d->juror, id).recognized, "Sama kuva kuin lehdessä");
	assert_refused("noted this already", juror_recognize(&d->juror, id, ""));
	assert_ok(juror_unrecognize(&d->juror, id));
	assert_null(read_item(d, &d->juror, id).recognized);
	assert_int_equal(outside_number(d->world.f->path,
				 "SELECT count(*) FROM recognition WHERE withdrawn IS NOT NULL"),
		1);
}

static void one_comes_back_to_where_one_was(void **state)
{
	struct desk *d = *state;
	struct juror_place found,
		place = { .round_id = d->world.solutions, .field = "notes", .offset = 17 };

	declare_none(d);
	assert_fails(E_NOT_FOUND, juror_place(&d->juror, d->world.arena, 0, &found));
	place.assignment_id = blind(d, 1);
	assert_ok(juror_set_place(&d->juror, &place));
	fixture_now += 60;
	struct juror_place later = {
		.round_id = d->world.problems, .assignment_id = mine(d, "P-003"), .field = "novelty"
	};
	assert_ok(juror_set_place(&d->juror, &later));
	assert_ok(context_reopen(&d->juror));
	assert_ok(juror_place(&d->juror, d->world.arena, 0, &found));
	assert_int_equal(found.assignment_id, later.assignment_id);
	assert_ok(juror_place(&d->juror, d->world.arena, d->world.solutions, &found));
	assert_int_equal(found.assignment_id, place.assignment_id);
	assert_string_equal(found.field, "notes");
	assert_int_equal(found.offset, 17);
	/* Another's submission is no place to be. */
	place.assignment_id =
		world_assignment(&d->world, d->world.solutions, "j2", d->world.codes[1]);
	assert_ok(juror_set_place(&d->juror, &place));
	assert_ok(juror_place(&d->juror, d->world.arena, d->world.solutions, &found));
	assert_int_equal(found.assignment_id, 0);
}

static void a_save_says_where_one_is(void **state)
{
	struct desk *d = *state;
	struct review_input input = input_with(full, "Huomio");
	struct juror_version version = { 0 }, old = { 0 };
	struct juror_place found, place = { .round_id = d->world.problems, .field = "notes" };

	declare_none(d);
	int64_t id = place.assignment_id = mine(d, "P-001");
	assert_ok(juror_save(&d->juror, id, &input, &place, &version));
	assert_ok(juror_place(&d->juror, d->world.arena, 0, &found));
	assert_int_equal(found.assignment_id, id);
	assert_string_equal(found.field, "notes");
	/* What is not saved moves nobody. */
	place.field = "feedback";
	input = input_with(full, "Toinen");
	assert_fails(E_STALE, juror_save(&d->juror, id, &input, &place, &old));
	assert_ok(juror_place(&d->juror, d->world.arena, 0, &found));
	assert_string_equal(found.field, "notes");
}

static void a_receipt_tells_of_any_change(void **state)
{
	struct desk *d = *state;
	struct juror_version version = { 0 };
	struct review_input input = input_with(full, "Huomio");

	declare_none(d);
	int64_t id = mine(d, "P-001");
	struct criteria criteria;
	struct juror_item item;
	struct juror_round round = read_round(d, &d->juror, d->world.problems);
	assert_ok(juror_item(&d->juror, d->world.arena, id, &criteria, &item));
	assert_string_equal(juror_receipt(&d->juror, d->world.arena, &round, &criteria, &item), "");
	assert_ok(juror_submit(&d->juror, id, &input, &version));
	assert_ok(juror_item(&d->juror, d->world.arena, id, &criteria, &item));
	const char *receipt = juror_receipt(&d->juror, d->world.arena, &round, &criteria, &item);
	assert_int_equal(strlen(receipt), 64);
	assert_string_equal(
		juror_receipt(&d->juror, d->world.arena, &round, &criteria, &item), receipt);
	item.scores[2] += 1000;
	assert_string_not_equal(
		juror_receipt(&d->juror, d->world.arena, &round, &criteria, &item), receipt);
	item.scores[2] -= 1000;
	item.notes = "Huomio.";
	assert_string_not_equal(
		juror_receipt(&d->juror, d->world.arena, &round, &criteria, &item), receipt);
}

static void the_log_tells_of_each_act(void **state)
{
	static const char *const verbs[] = { "juror.declare", "juror.submit", "juror.take_back",
		"juror.recuse", "juror.return", "juror.recognize", "juror.unrecognize",
		"juror.submit_all", "juror.undeclare" };
	struct desk *d = *state;
	struct juror_version version = { 0 };
	struct review_input input = input_with(full, "Salainen huomio");
	size_t n;
	char sql[200];

	assert_ok(juror_declare(&d->juror, d->world.problems, NULL, 0));
	assert_ok(juror_undeclare(&d->juror, d->world.problems));
	declare_none(d);
	int64_t id = mine(d, "P-001"), anonymous = blind(d, 0);
	assert_ok(juror_submit(&d->juror, id, &input, &version));
	assert_ok(juror_take_back(&d->juror, id, &version));
	assert_ok(juror_recuse(&d->juror, id, 2, "Salainen syy"));
	assert_ok(juror_return(&d->juror, id));
	assert_ok(juror_recognize(&d->juror, anonymous, "Salainen tieto"));
	assert_ok(juror_unrecognize(&d->juror, anonymous));
	assert_ok(juror_submit_all(&d->juror, d->world.problems, &n));
	for (size_t i = 0; i < LEN(verbs); i++) {
		struct log_entry entry = {
			.verb = verbs[i], .object = "round:problems", .who = "Maija Malli"
		};

		snprintf(sql, sizeof(sql),
			"SELECT count(*) FROM log WHERE verb = '%s' AND via = 'SHA256:test'",
			verbs[i]);
		assert_true(outside_number(d->world.f->path, sql) > 0);
		/* With a sentence of its own. */
		assert_null(
			strstr(journal_sentence(d->world.ctx, d->world.arena, &entry), verbs[i]));
	}
	assert_int_equal(
		outside_number(d->world.f->path,
			"SELECT count(*) FROM log_change WHERE clear_json LIKE '%Salainen%'"),
		0);
}

static void the_office_s_hand_shows(void **state)
{
	struct desk *d = *state;
	struct review_input input = input_with(full, "Puhelimessa");

	declare_none(d);
	int64_t id = mine(d, "P-001");
	assert_ok(review_submit(d->world.ctx, d->world.problems, id, &input, "Puhelin"));
	struct juror_item item = read_item(d, &d->juror, id);
	assert_int_equal(item.state, JUROR_SUBMITTED);
	assert_true(item.entered);
	assert_string_equal(juror_office(&d->juror), "Olli Esimerkki");
}

static int64_t unconfirmed_of(struct desk *d, const char *login)
{
	struct members members;

	assert_ok(round_members(d->world.ctx, d->world.arena, d->world.problems, &members));
	for (size_t i = 0; i < members.n; i++)
		if (strcmp(members.rows[i].login, login) == 0)
			return members.rows[i].unconfirmed;
	stop_test("%s is not on the panel", login);
	return 0;
}

static struct juror_seen enter(struct desk *d, const char *code, const char *notes)
{
	struct review_input input = input_with(full, notes);
	int64_t id = mine(d, code);

	assert_ok(review_submit(d->world.ctx, d->world.problems, id, &input, "Puhelin"));
	return (struct juror_seen){ id, read_item(d, &d->juror, id).version.revision };
}

static void what_the_office_enters_its_juror_confirms(void **state)
{
	struct desk *d = *state;
	struct juror_version version = { 0 };
	struct review_input input = input_with(full, "Oma");

	declare_none(d);
	int64_t own = mine(d, "P-002");
	assert_ok(juror_submit(&d->juror, own, &input, &version));
	assert_refused("nothing to confirm",
		juror_confirm(&d->juror, d->world.problems,
			&(struct juror_seen){ own, version.revision }, 1));
	struct juror_seen old = enter(d, "P-001", "Ensin");
	struct juror_seen seen[2] = { enter(d, "P-001", "Sitten"), enter(d, "P-003", "Toinen") };
	assert_int_equal(unconfirmed_of(d, "j1"), 2);
	/* Seen before the office entered something else: nothing is confirmed. */
	struct juror_seen mixed[2] = { seen[1], old };
	assert_fails(E_STALE, juror_confirm(&d->juror, d->world.problems, mixed, 2));
	assert_int_equal(unconfirmed_of(d, "j1"), 2);
	d->juror.on_behalf = true;
	assert_refused("--as", juror_confirm(&d->juror, d->world.problems, seen, 1));
	d->juror.on_behalf = false;
	assert_ok(juror_confirm(&d->juror, d->world.problems, seen, 1));
	assert_int_equal(unconfirmed_of(d, "j1"), 1);
	assert_true(read_item(d, &d->juror, seen[0].assignment_id).confirmed > 0);
	assert_refused(
		"nothing to confirm", juror_confirm(&d->juror, d->world.problems, seen, 1));
	/* Nobody else can: what is not theirs is not there. */
	struct context other;
	world_enter(&d->world, "j2", &other);
	assert_ok(juror_declare(&other, d->world.problems, NULL, 0));
	assert_fails(E_NOT_FOUND, juror_confirm(&other, d->world.problems, seen + 1, 1));
	context_close(&other);
	/* To object is to take it back: then it is the juror's own again. */
	version = read_item(d, &d->juror, seen[1].assignment_id).version;
	assert_ok(juror_take_back(&d->juror, seen[1].assignment_id, &version));
	assert_ok(juror_submit(&d->juror, seen[1].assignment_id, &input, &version));
	assert_false(read_item(d, &d->juror, seen[1].assignment_id).entered);
	assert_int_equal(unconfirmed_of(d, "j1"), 0);
}

static const char *sheet_of(struct desk *d, int64_t round)
{
	const char *text = "";

	assert_ok(score_sheet(d->world.ctx, d->world.arena, round, "j1", false, &text));
	return text;
}

/* Of the blind round's codes and its teams' names, how many stand on it. */
static size_t held(const char *text, const char *const *words)
{
	size_t n = 0;

	for (size_t i = 0; i < WORLD_SUBMISSIONS; i++)
		n += strstr(text, words[i]) != NULL ? 1 : 0;
	return n;
}

static void a_sheet_has_what_its_juror_sees(void **state)
{
	struct desk *d = *state;
	const char *text = sheet_of(d, d->world.solutions), *at;

	assert_int_equal(held(text, world_teams), WORLD_SUBMISSIONS);
	assert_int_equal(held(text, d->world.codes), 0);
	declare_none(d);
	text = at = sheet_of(d, d->world.solutions);
	assert_int_equal(held(text, world_teams), 0);
	struct juror_items items = read_items(d, &d->juror, d->world.solutions);
	assert_int_equal(items.n, WORLD_SUBMISSIONS);
	for (size_t i = 0; i < items.n; i++) {
		at = strstr(at, items.rows[i].paper.code);
		assert_non_null(at); /* in the order of the juror's own screen */
	}
	/* What is barred is not there; who is barred from all of it gets none. */
	assert_ok(juror_recuse(&d->juror, mine(d, "P-002"), 2, ""));
	assert_null(strstr(sheet_of(d, d->world.problems), "P-002  "));
	assert_ok(juror_recuse(&d->juror, blind(d, 0), 2, ""));
	assert_refused("disqualified",
		score_sheet(d->world.ctx, d->world.arena, d->world.solutions, "j1", false, &text));
	assert_ok(round_excuse(d->world.ctx, d->world.problems, "j1", "Sairastui"));
	assert_refused("excused",
		score_sheet(d->world.ctx, d->world.arena, d->world.problems, "j1", false, &text));
	/* Nor does a juror print another's. */
	assert_fails(E_DENIED,
		score_sheet(&d->juror, d->world.arena, d->world.problems, "j2", false, &text));
}

static void a_closed_round_can_still_be_confirmed(void **state)
{
	struct desk *d = *state;

	declare_none(d);
	struct juror_seen seen = enter(d, "P-001", "Puhelimessa");
	assert_ok(round_move(d->world.ctx, d->world.problems, ROUND_CLOSE, "Aika loppui"));
	assert_ok(juror_confirm(&d->juror, d->world.problems, &seen, 1));
	assert_int_equal(unconfirmed_of(d, "j1"), 0);
}

/* By the code alone, and only what was there when the texts were released. */
static void attachments_have_the_code_s_name(void **state)
{
	struct desk *d = *state;
	struct arena *arena = d->world.arena;
	int64_t solution;

	declare_none(d);
	assert_ok(submission_find(d->world.ctx, "solution", "S-001", &solution));
	int64_t id = outside_number(d->world.f->path,
		"SELECT x.id FROM assignment x JOIN round_item i ON i.id = x.round_item_id JOIN submission s "
		"ON s.id = i.submission_id JOIN panel_member m ON m.id = x.panel_member_id JOIN account a "
		"ON a.id = m.account_id WHERE s.code = 'S-001' AND a.login = 'j1'");
	struct juror_item item = read_item(d, &d->juror, id);
	const char *expected = arena_printf(arena, "%s-1.txt", item.paper.code);
	assert_int_equal(1, item.paper.files);
	assert_string_equal(expected, item.files);
	world_attach(d->world.ctx, d->world.f, solution, "late.txt", "Myöhässä");
	assert_string_equal(expected, read_item(d, &d->juror, id).files);
	assert_ok(attachment_remove(d->world.ctx, solution, 1, "Nimi kannessa"));
	item = read_item(d, &d->juror, id);
	assert_int_equal(0, item.paper.files);
	assert_string_equal("", item.files);
}

#define TEST_DESK(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

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
		TEST_DESK(a_review_s_life),
		TEST_DESK(scores_stay_on_their_scale),
		TEST_DESK(two_windows_never_overwrite),
		TEST_DESK(all_complete_ones_at_once),
		TEST(rights_are_asked_at_each_write),
		TEST_DESK(nobody_acts_in_their_name),
		TEST_DESK(one_may_have_recognized_a_team),
		TEST_DESK(one_comes_back_to_where_one_was),
		TEST_DESK(a_save_says_where_one_is),
		TEST_DESK(a_receipt_tells_of_any_change),
		TEST_DESK(the_log_tells_of_each_act),
		TEST_DESK(the_office_s_hand_shows),
		TEST_DESK(what_the_office_enters_its_juror_confirms),
		TEST_DESK(a_closed_round_can_still_be_confirmed),
		TEST_DESK(a_sheet_has_what_its_juror_sees),
		TEST_DESK(attachments_have_the_code_s_name),
	};
	return RUN(tests);
}
