/* SPDX-License-Identifier: MIT
 * What a juror's acts do: saving, submitting, taking back, and who may no longer. */
#define TEST_NAME "juror_acts"
#include "tests/unit/juror_desk.h"

#include "src/roof/journal.h"
#include "src/phases/submission.h"
#include "src/registers/account.h"
#include "src/registers/key.h"

static void a_review_s_life(void **state)
{
	static const int64_t partly[3] = { 8000, -1, -1 }, changed[3] = { 9000, 4000, 7000 };
	struct desk *d = *state;
	struct juror_version version = { 0 };
	struct review_input begun = input_with(partly, "  Alku \n"),
			    whole = input_with(full, "Huomio äöå"),
			    other = input_with(changed, "Toinen");

	desk_declare_none(d);
	int64_t id = blind(d, 0),
		head = outside_number(d->world.f->path, "SELECT max(seq) FROM log");
	assert_ok(juror_save(&d->juror, id, &begun, NULL, &version));
	struct juror_item item = read_item(d, &d->juror, id);
	assert_int_equal(item.state, JUROR_DRAFT);
	assert_string_equal(item.notes, "Alku");
	assert_int_equal(item.scores[0], 8000);
	assert_int_equal(item.scores[1], -1);
	assert_refused(E_RULE, "Every criterion needs a score",
		juror_submit(&d->juror, id, &begun, &version));
	/* Working data leaves no entry. */
	assert_int_equal(outside_number(d->world.f->path, "SELECT max(seq) FROM log"), head);
	assert_ok(juror_submit(&d->juror, id, &whole, &version));
	item = read_item(d, &d->juror, id);
	assert_int_equal(item.state, JUROR_SUBMITTED);
	assert_false(item.entered);
	assert_int_equal(outside_number(d->world.f->path, "SELECT count(*) FROM draft"), 0);
	assert_int_equal(outside_number(d->world.f->path, "SELECT max(seq) FROM log"), head + 1);
	assert_refused(
		E_RULE, "has been submitted", juror_save(&d->juror, id, &other, NULL, &version));
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

	desk_declare_none(d);
	for (size_t i = 0; i < LEN(wrong); i++) {
		struct juror_version version = { 0 };
		struct review_input input = input_with(wrong[i], "");

		assert_refused(E_RULE, "not on the scale",
			juror_save(&d->juror, mine(d, "P-001"), &input, NULL, &version));
		assert_refused(E_RULE, "not on the scale",
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

	desk_declare_none(d);
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

	desk_declare_none(d);
	for (size_t i = 0; i < 3; i++) {
		struct juror_version version = { 0 };
		struct review_input input = input_with(i == 2 ? partly : full, "");

		assert_ok(juror_save(&d->juror, blind(d, i), &input, NULL, &version));
	}
	assert_ok(juror_submit_all(&d->juror, d->world.solutions, &n));
	assert_int_equal(n, 2);
	assert_int_equal(outside_number(d->world.f->path, "SELECT count(*) FROM review"), 2);
	assert_int_equal(outside_number(d->world.f->path, "SELECT count(*) FROM draft"), 1);
	assert_refused(E_RULE, "No draft is complete",
		juror_submit_all(&d->juror, d->world.solutions, &n));
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
	context_use_clock(&d->juror, fixture_clock);
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

		assert_int_equal(desk_setup(&made), 0);
		d = made;
		come_in_by_key(d);
		desk_declare_none(d);
		int64_t id = mine(d, "P-001"), sent = mine(d, "P-002");
		assert_ok(juror_save(&d->juror, id, &input, NULL, &version));
		assert_ok(juror_submit(&d->juror, sent, &input, &other));
		cases[i].happens(d);
		assert_refused(
			E_RULE, cases[i].words, juror_save(&d->juror, id, &input, NULL, &version));
		assert_refused(
			E_RULE, cases[i].words, juror_submit(&d->juror, id, &input, &version));
		assert_refused(E_RULE, cases[i].words, juror_recuse(&d->juror, id, 1, ""));
		assert_int_equal(outside_number(d->world.f->path,
					 "SELECT count(*) FROM review WHERE state = 'submitted'"),
			1);
		assert_int_equal(outside_number(d->world.f->path, "SELECT count(*) FROM draft"), 1);
		desk_teardown(&made);
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
	assert_refused(
		E_RULE, "in another's name", juror_declare(&admin, d->world.problems, NULL, 0));
	desk_declare_none(d);
	int64_t id = mine(d, "P-001");
	assert_int_equal(read_items(d, &admin, d->world.problems).n, WORLD_SUBMISSIONS);
	assert_refused(E_RULE, "in another's name", juror_save(&admin, id, &input, NULL, &version));
	assert_refused(E_RULE, "in another's name", juror_submit(&admin, id, &input, &version));
	assert_refused(E_RULE, "in another's name", juror_recuse(&admin, id, 1, ""));
	assert_refused(E_RULE, "in another's name", juror_set_place(&admin, &place));
	assert_refused(E_RULE, "in another's name", juror_undeclare(&admin, d->world.problems));
	context_close(&admin);
}

static void one_may_have_recognized_a_team(void **state)
{
	struct desk *d = *state;

	desk_declare_none(d);
	int64_t id = blind(d, 2);
	assert_ok(juror_recognize(&d->juror, id, "Sama kuva kuin lehdessä"));
	assert_string_equal(read_item(d, &d->juror, id).recognized, "Sama kuva kuin lehdessä");
	assert_refused(E_RULE, "noted this already", juror_recognize(&d->juror, id, ""));
	assert_ok(juror_unrecognize(&d->juror, id));
	assert_null(read_item(d, &d->juror, id).recognized);
	assert_int_equal(outside_number(d->world.f->path,
				 "SELECT count(*) FROM recognition WHERE withdrawn IS NOT NULL"),
		1);
}

static struct juror_dialogues asked_of(struct desk *d, int64_t id)
{
	struct juror_dialogues list;

	assert_ok(juror_dialogues(&d->juror, d->world.arena, id, &list));
	return list;
}

/* Directive 2014/24/EU, article 82(5): by the code alone; the answer is the whole jury's. */
static void one_asks_by_the_code(void **state)
{
	struct desk *d = *state;

	desk_declare_none(d);
	int64_t id = blind(d, 2);
	assert_refused(E_RULE, "the office asks the team itself",
		juror_ask(&d->juror, mine(d, "P-001"), "Miksi?"));
	assert_fails(E_REQUIRED, juror_ask(&d->juror, id, " "));
	assert_ok(juror_ask(&d->juror, id, "Ovatko mittarit samat?"));
	assert_int_equal(asked_of(d, id).n, 1);
	assert_true(asked_of(d, id).rows[0].own);
	assert_int_equal(asked_of(d, blind(d, 1)).n, 0);
	assert_int_equal(outside_number(d->world.f->path,
				 "SELECT count(*) FROM dialogue g JOIN panel_member m ON m.id = "
				 "g.panel_member_id JOIN account a ON a.id = m.account_id AND "
				 "a.id = g.asked_by WHERE a.login = 'j1'"),
		1);
	/* Another's question is read once it has been answered; what came of the entrant never is.
	 */
	outside(d->world.f->path,
		"UPDATE dialogue SET panel_member_id = (SELECT m.id FROM panel_member m JOIN account a "
		"ON a.id = m.account_id WHERE a.login = 'j2' AND m.round_id = dialogue.round_id)");
	assert_int_equal(asked_of(d, id).n, 0);
	outside(d->world.f->path,
		"UPDATE dialogue SET passed = 1, passed_text = 'SALA', received = 'SALA', answer = "
		"'Samat.', answered = 2");
	assert_int_equal(asked_of(d, id).n, 1);
	assert_false(asked_of(d, id).rows[0].own);
	assert_string_equal(asked_of(d, id).rows[0].answer, "Samat.");
	assert_string_equal(asked_of(d, id).rows[0].text, "Ovatko mittarit samat?");
	d->touched = true;
}

static void one_comes_back_to_where_one_was(void **state)
{
	struct desk *d = *state;
	struct juror_place found,
		place = { .round_id = d->world.solutions, .field = "notes", .offset = 17 };

	desk_declare_none(d);
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

	desk_declare_none(d);
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

	desk_declare_none(d);
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

static const char *receipt_of(struct desk *d, int64_t assignment)
{
	struct criteria criteria;
	struct juror_item item;
	struct juror_round round = read_round(d, &d->juror, d->world.problems);

	assert_ok(juror_item(&d->juror, d->world.arena, assignment, &criteria, &item));
	return juror_receipt(&d->juror, d->world.arena, &round, &criteria, &item);
}

/* What the office finds by the beginning of it, in fours as a juror reads it out. */
static const char *state_of(struct desk *d, const char *receipt)
{
	struct receipt found;
	const char *text =
		arena_printf(d->world.arena, " %.4s %.4s\t%.8s", receipt, receipt + 4, receipt + 8);

	assert_ok(receipt_find(d->world.ctx, d->world.arena, d->world.problems, text, &found));
	assert_string_equal(found.receipt, receipt);
	return found.state;
}

static void a_receipt_tells_what_stands(void **state)
{
	struct desk *d = *state;
	struct juror_version version = { 0 };
	struct review_input input = input_with(full, "Huomio");
	struct receipt found;
	struct receipts all;

	desk_declare_none(d);
	int64_t id = mine(d, "P-001");
	assert_ok(juror_submit(&d->juror, id, &input, &version));
	const char *first = receipt_of(d, id);
	assert_string_equal(state_of(d, first), "stands");
	fixture_now += 60;
	assert_ok(juror_take_back(&d->juror, id, &version));
	assert_string_equal(state_of(d, first), "taken_back");
	assert_ok(juror_submit(&d->juror, id, &input, &version));
	const char *second = receipt_of(d, id);
	assert_string_not_equal(first, second); /* another time */
	assert_string_equal(state_of(d, first), "replaced");
	assert_string_equal(state_of(d, second), "stands");
	assert_ok(receipt_list(d->world.ctx, d->world.arena, d->world.problems, &all));
	assert_int_equal(all.n, 2);
	assert_true(strcmp(all.rows[0].receipt, all.rows[1].receipt) < 0);
	/* Not to be found in another round, by less, or once the file holds something else. */
	assert_refused(E_RULE, "No review of this round",
		receipt_find(d->world.ctx, d->world.arena, d->world.solutions, first, &found));
	assert_refused(E_RULE, "at least the first eight",
		receipt_find(d->world.ctx, d->world.arena, d->world.problems, "abc 123", &found));
	d->touched = true;
	outside(d->world.f->path, "UPDATE score SET value = value - 1000 WHERE review_id = "
				  "(SELECT max(id) FROM review)");
	assert_refused(E_RULE, "No review of this round",
		receipt_find(d->world.ctx, d->world.arena, d->world.problems, second, &found));
	assert_fails(E_DENIED, receipt_list(&d->juror, d->world.arena, d->world.problems, &all));
}

/* One's own, and nothing of others; what the office entered has one too. */
static void a_juror_sees_their_own_receipts_and_visits(void **state)
{
	struct desk *d = *state;
	struct juror_version version = { 0 };
	struct review_input input = input_with(full, "Huomio");
	struct juror_receipts receipts;
	struct juror_visits visits;
	struct context other;

	desk_declare_none(d);
	int64_t id = mine(d, "P-001"), entered = mine(d, "P-002");
	assert_ok(juror_submit(&d->juror, id, &input, &version));
	const char *first = receipt_of(d, id);
	fixture_now += 3600;
	assert_ok(review_submit(d->world.ctx, d->world.problems, entered, &input, "Paperilomake"));
	const char *second = receipt_of(d, entered);
	world_enter(&d->world, "j2", &other);
	assert_ok(juror_declare(&other, d->world.problems, NULL, 0));
	version = (struct juror_version){ 0 };
	assert_ok(juror_submit(&other,
		world_assignment(&d->world, d->world.problems, "j2", "P-001"), &input, &version));
	context_close(&other);
	fixture_now += 48 * 3600;
	version = (struct juror_version){ 1, 0 };
	assert_ok(juror_take_back(&d->juror, id, &version));
	assert_ok(juror_receipts(&d->juror, d->world.arena, &receipts));
	assert_int_equal(receipts.n, 2);
	assert_string_equal(receipts.rows[0].receipt.receipt, second);
	assert_string_equal(receipts.rows[0].receipt.code, "P-002");
	assert_string_equal(receipts.rows[0].receipt.state, "stands");
	assert_string_equal(receipts.rows[1].receipt.receipt, first);
	assert_string_equal(receipts.rows[1].receipt.state, "taken_back");
	assert_string_equal(receipts.rows[1].round->key, "problems");
	assert_string_equal(state_of(d, second), "stands");
	assert_ok(juror_visits(&d->juror, d->world.arena, &visits));
	assert_int_equal(visits.n, 2);
	assert_int_equal(visits.rows[0].entries, 1);
	assert_int_equal(visits.rows[0].from, fixture_now);
	assert_int_equal(visits.rows[1].entries, 3); /* two declarations, one review */
	assert_string_equal(visits.rows[0].via, "SHA256:test");
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
	desk_declare_none(d);
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
	assert_int_equal(outside_number(d->world.f->path,
				 "SELECT count(*) FROM log_change WHERE before LIKE '%Salainen%'"),
		0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_DESK(a_review_s_life),
		TEST_DESK(scores_stay_on_their_scale),
		TEST_DESK(two_windows_never_overwrite),
		TEST_DESK(all_complete_ones_at_once),
		TEST(rights_are_asked_at_each_write),
		TEST_DESK(nobody_acts_in_their_name),
		TEST_DESK(one_may_have_recognized_a_team),
		TEST_DESK(one_asks_by_the_code),
		TEST_DESK(one_comes_back_to_where_one_was),
		TEST_DESK(a_save_says_where_one_is),
		TEST_DESK(a_receipt_tells_of_any_change),
		TEST_DESK(a_receipt_tells_what_stands),
		TEST_DESK(a_juror_sees_their_own_receipts_and_visits),
		TEST_DESK(the_log_tells_of_each_act),
	};
	return RUN(tests);
}
