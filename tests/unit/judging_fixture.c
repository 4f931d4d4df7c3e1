/* SPDX-License-Identifier: MIT */
#include "tests/unit/judging_fixture.h"

#include "src/judging/reasons.h"

#include "src/registers/account.h"

struct criterion criterion_of(const char *key)
{
	return (struct criterion){ .key = key,
		.weight = 1000,
		.high = 10000,
		.step = 1000,
		.name_fi = "Vaikuttavuus",
		.name_sv = "Verkan" };
}

int judging_setup(void **state)
{
	struct judging *j = calloc(1, sizeof(*j));
	struct round round = {
		.key = "problems", .kind = "problem", .select_min = -1, .select_max = -1
	};
	struct criterion a = criterion_of("a"), b = criterion_of("b");
	void *fixture;

	if (fixture_setup(&fixture) != 0)
		return -1;
	j->f = fixture;
	j->ctx = &j->f->ctx;
	j->arena = &j->f->arena;
	a.step = b.step = 250;
	b.weight = 2000;
	assert_ok(round_add(j->ctx, &round, &j->round));
	assert_ok(round_set_criterion(j->ctx, j->round, &a, NULL));
	assert_ok(round_set_criterion(j->ctx, j->round, &b, NULL));
	*state = j;
	return 0;
}

int judging_teardown(void **state)
{
	struct judging *j = *state;
	void *fixture = j->f;

	free(j);
	return fixture_teardown(&fixture);
}

void add_problems(struct judging *j, size_t n)
{
	struct submission_counts counts;
	struct id_list municipalities = { 0 };
	char title[40];
	int64_t id;

	assert_ok(submission_count(j->ctx, "problem", &counts));
	assert_ok(municipality_ids(j->ctx, MUNICIPALITY_BY_CODE, 0, &municipalities));
	for (size_t i = 0; i < n; i++) {
		size_t number = (size_t)counts.all + i;
		struct submission_input input = { .submission = { .kind = "problem",
							  .municipality_id =
								  municipalities.ids[number],
							  .title = title,
							  .body = "Palvelu ei tavoita kaikkia." } };

		snprintf(title, sizeof(title), "Ongelma %zu", number + 1);
		assert_ok(submission_add(j->ctx, &input, &id));
	}
	id_list_clear(&municipalities);
}

void add_jurors(struct judging *j, size_t n)
{
	char login[8], name[40];
	int64_t id;

	for (size_t i = 1; i <= n; i++) {
		snprintf(login, sizeof(login), "j%zu", i);
		snprintf(name, sizeof(name), "Jäsen %zu", i);
		struct new_account account = { login, name, "", "juror", "fi" };

		assert_ok(account_add(j->ctx, &account, &id));
	}
}

void seat_jurors(struct judging *j, size_t n)
{
	char login[8];

	add_jurors(j, n);
	for (size_t i = 1; i <= n; i++) {
		snprintf(login, sizeof(login), "j%zu", i);
		assert_ok(round_seat(j->ctx, j->round, login, i == 1, false));
	}
}

void open_round(struct judging *j)
{
	assert_ok(round_move(j->ctx, j->round, ROUND_OPEN, ""));
}

void close_round(struct judging *j, const char *reason)
{
	assert_ok(round_move(j->ctx, j->round, ROUND_CLOSE, reason));
}

void open_for_jurors(struct judging *j, size_t problems, size_t jurors)
{
	char login[8];

	add_problems(j, problems);
	seat_jurors(j, jurors);
	open_round(j);
	for (size_t i = 1; i <= jurors; i++) {
		snprintf(login, sizeof(login), "j%zu", i);
		declare_none(j, login);
	}
}

void declare_none(struct judging *j, const char *login)
{
	assert_ok(declaration_enter(j->ctx, j->round, login, NULL, 0, "Lomake"));
}

void declare_conflict(struct judging *j, const char *login, const char *code)
{
	struct declared_conflict conflict = { problem(j, code), 1, "" };

	assert_ok(declaration_enter(j->ctx, j->round, login, &conflict, 1, "Lomake"));
}

static int64_t thousandths(double points)
{
	return (int64_t)(points * 1000 + (points < 0 ? -0.5 : 0.5));
}

struct error try_submit(struct judging *j, const char *code, const char *login, double a, double b)
{
	int64_t scores[] = { thousandths(a), thousandths(b) };
	struct review_input input = { .scores = scores, .n = LEN(scores) };

	return review_submit(
		j->ctx, j->round, get_assignment(j, code, login).id, &input, "Paperilomake");
}

struct error try_draft(struct judging *j, const char *code, const char *login, double a, double b)
{
	int64_t scores[] = { thousandths(a), thousandths(b) };
	struct review_input input = { .scores = scores, .n = LEN(scores) };

	return review_save_draft(j->ctx, j->round, get_assignment(j, code, login).id, &input);
}

void submit(struct judging *j, const char *code, const char *login, double a, double b)
{
	assert_ok(try_submit(j, code, login, a, b));
}

struct round get_round(struct judging *j)
{
	struct round round;

	assert_ok(round_get(j->ctx, j->arena, j->round, &round));
	return round;
}

struct member get_member(struct judging *j, const char *login)
{
	struct members members;

	assert_ok(round_members(j->ctx, j->arena, j->round, &members));
	for (size_t i = 0; i < members.n; i++)
		if (strcmp(members.rows[i].login, login) == 0)
			return members.rows[i];
	stop_test("%s is not on the panel", login);
	return (struct member){ 0 };
}

struct assignment get_assignment(struct judging *j, const char *code, const char *login)
{
	struct assignments list;

	assert_ok(assignment_list(j->ctx, j->arena, j->round, item(j, code), 0, &list));
	for (size_t i = 0; i < list.n; i++)
		if (strcmp(list.rows[i].login, login) == 0)
			return list.rows[i];
	stop_test("%s is not assigned to %s", code, login);
	return (struct assignment){ 0 };
}

int64_t problem(struct judging *j, const char *code)
{
	int64_t id = 0;

	assert_ok(submission_find(j->ctx, "problem", code, &id));
	return id;
}

int64_t item(struct judging *j, const char *code)
{
	int64_t id = 0;

	assert_ok(store_item_find(j->ctx->db, j->round, code, &id));
	return id;
}

struct submission get_problem(struct judging *j, const char *code)
{
	struct submission s;

	assert_ok(submission_get(j->ctx, j->arena, problem(j, code), &s));
	return s;
}

int64_t log_head(struct judging *j)
{
	int64_t head = 0;

	assert_ok(store_log_head(j->ctx->db, &head));
	return head;
}

void confirm_same(struct judging *j, int64_t decision_id)
{
	struct same_reasons same;

	assert_ok(reasons_same(j->ctx, j->arena, decision_id, &same));
	if (same.entrants > 0)
		assert_ok(reasons_confirm_same(j->ctx, decision_id, same.entrants));
}

struct error approve_decision(struct judging *j, int64_t decision_id, const char *range_reason)
{
	confirm_same(j, decision_id);
	return decision_sign(j->ctx, decision_id, range_reason);
}

struct error correct_clerical(
	struct context *ctx, int64_t id, const char *reason, int64_t *correction)
{
	return decision_correct(
		ctx, id, &(struct correcting){ .kind = "clerical", .reason = reason }, correction);
}
