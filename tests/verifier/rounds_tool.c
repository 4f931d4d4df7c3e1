/* SPDX-License-Identifier: MIT
 * Makes a competition with many small rounds of chance: every method, ties across the line,
 * conflicts, abstentions, missing and taken back reviews, a submission that withdrew. Prints the
 * ranking of each round as the core gives it. LOGIN gets an account of the
 * office. Usage: rounds_tool FILE ROUNDS SEED LOGIN */
#define TEST_NAME "rounds_tool"
#include "tests/unit/judging_fixture.h"

#include "src/base/daytime.h"
#include "src/base/dice.h"
#include "src/base/i18n.h"
#include "src/judging/abstention.h"
#include "src/intake/review_import.h"
#include "src/registers/account.h"

enum { PROBLEMS = 7, JURORS = 5, CRITERIA = 3 };

static uint64_t dice;

static int64_t roll(int64_t n)
{
	return (int64_t)(dice_roll(&dice) % (uint64_t)n);
}

static bool one_in(int64_t n)
{
	return roll(n) == 0;
}

/* One round while it is made. */
struct chance {
	struct judging *j;
	int64_t criteria, jurors;
	bool conflict[JURORS];
	int64_t barred[JURORS]; /* the submission */
};

static const char *login_of(struct chance *c, int64_t juror)
{
	return arena_printf(c->j->arena, "j%lld", (long long)juror + 1);
}

static void add_round(struct chance *c, int64_t number)
{
	static const char *const methods[] = { "mean", "median", "trimmed", "borda" };
	static const char *const ties[] = { "", "c0", "c0,c1", "c2,c0,c1" };
	int64_t most = one_in(9) ? 0 : 1 + roll(PROBLEMS - 2);
	struct round round = { .key = arena_printf(c->j->arena, "r%03lld", (long long)number),
		.kind = "problem",
		.method = methods[roll(LEN(methods))],
		.min_reviews = 1 + roll(2),
		.select_min = one_in(5) ? -1 : 0,
		.conflict_scope = one_in(3) ? "challenge" : "submission" };

	c->criteria = 1 + roll(CRITERIA);
	round.ties = ties[roll(c->criteria == CRITERIA ? 4 : c->criteria + 1)];
	round.select_max = round.select_min < 0 ? -1 : most;
	assert_ok(round_add(c->j->ctx, &round, &c->j->round));
	for (int64_t i = 0; i < c->criteria; i++) {
		struct criterion criterion =
			criterion_of(arena_printf(c->j->arena, "c%lld", (long long)i));

		criterion.weight = 1000 * (1 + roll(3)) + (one_in(4) ? 333 : 0);
		criterion.high = one_in(3) ? 10000 : 2000;
		assert_ok(round_set_criterion(c->j->ctx, c->j->round, &criterion, NULL));
	}
	c->jurors = 2 + roll(JURORS - 1);
	for (int64_t i = 0; i < c->jurors; i++)
		assert_ok(round_seat(c->j->ctx, c->j->round, login_of(c, i), i == 0, false));
}

static void declare(struct chance *c, const struct id_list *problems)
{
	for (int64_t i = 0; i < c->jurors; i++) {
		struct declared_conflict conflict = { problems->ids[roll((int64_t)problems->n)],
			1 + roll(7), "" };

		c->conflict[i] = one_in(12);
		c->barred[i] = conflict.submission_id;
		assert_ok(declaration_enter(c->j->ctx, c->j->round, login_of(c, i), &conflict,
			c->conflict[i] ? 1 : 0, "Lomake"));
	}
}

static void write_rows(struct chance *c, FILE *file, const struct criteria *criteria,
	const struct assignments *list)
{
	fputs("juror;submission", file);
	for (size_t i = 0; i < criteria->n; i++)
		fprintf(file, ";%s", criteria->rows[i].key);
	fputs("\n", file);
	for (size_t i = 0; i < list->n; i++) {
		const struct assignment *a = &list->rows[i];

		if (a->barred > 0 || one_in(14))
			continue;
		fprintf(file, "%s;%s", a->login, a->code);
		for (size_t k = 0; k < criteria->n; k++)
			fprintf(file, ";%lld", (long long)roll(criteria->rows[k].high / 1000 + 1));
		fputs("\n", file);
	}
	(void)c;
}

static struct assignments assignments_of(struct chance *c)
{
	struct assignments list;

	assert_ok(assignment_list(c->j->ctx, c->j->arena, c->j->round, 0, 0, &list));
	return list;
}

static void import_reviews(struct chance *c)
{
	char *path = arena_printf(c->j->arena, "%s/reviews.csv", c->j->f->directory);
	struct assignments list = assignments_of(c);
	struct review_import result;
	struct criteria criteria;
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	assert_ok(round_criteria(c->j->ctx, c->j->arena, c->j->round, &criteria));
	write_rows(c, file, &criteria, &list);
	assert_int_equal(fclose(file), 0);
	assert_ok(review_import(
		c->j->ctx, c->j->round, path, &(struct table_options){ 0 }, NULL, NULL, &result));
	review_import_clear(&result);
}

/* What happens to some reviews afterwards. */
static void disturb(struct chance *c)
{
	struct assignments list = assignments_of(c);

	for (size_t i = 0; i < list.n; i++) {
		const struct assignment *a = &list.rows[i];
		struct recorded_conflict told = { .conflict = { a->submission_id, 2, "Tuttu" },
			.source = "Puhelin" };

		if (a->barred > 0)
			continue;
		if (a->review_id != 0 && one_in(30)) {
			assert_ok(review_take_back(c->j->ctx, c->j->round, a->id));
		} else if (one_in(40)) {
			assert_ok(abstention_add(
				c->j->ctx, c->j->round, a->id, "Vieras ala", "Puhelin"));
			if (one_in(2))
				assert_ok(abstention_withdraw(c->j->ctx, c->j->round, a->id));
		} else if (one_in(60)) {
			assert_ok(conflict_add(c->j->ctx, c->j->round, a->login, &told));
			return; /* in a whole comparison it bars the others too */
		}
	}
}

static void make_round(struct judging *j, int64_t number, const struct id_list *problems)
{
	struct chance c = { .j = j };

	add_round(&c, number);
	assert_ok(round_move(j->ctx, j->round, ROUND_OPEN, "Koe"));
	declare(&c, problems);
	import_reviews(&c);
	disturb(&c);
	assert_ok(round_move(j->ctx, j->round, ROUND_CLOSE, "Koe"));
}

static void print_ranking(struct judging *j, int64_t round_id)
{
	struct standing standing;
	struct round round;

	assert_ok(round_get(j->ctx, j->arena, round_id, &round));
	assert_ok(standing_make(j->ctx, j->arena, round_id, NULL, &standing));
	for (size_t i = 0; i < standing.n; i++) {
		const struct ranked *r = &standing.rows[i].ranked;
		char score[40] = "-";

		if (r->enough)
			ratio_format(r->score, 4, score, sizeof(score));
		printf("%s %s %lld %s %zu %d\n", round.key, standing.rows[i].item.code,
			(long long)r->rank, score, r->reviews, r->tied);
	}
}

static void keep_file(struct fixture *f, const char *path)
{
	struct db *copy;
	char *part = arena_printf(&f->arena, "%s/part.db", f->directory);

	assert_ok(db_backup(f->ctx.db, part, NULL, NULL));
	assert_ok(db_open(part, &copy));
	assert_ok(db_restore(copy, path));
	db_close(copy);
}

static void make(const char *path, int64_t rounds, const char *login)
{
	struct new_account account = { login, "Ulla Kansio", "", "office", "en" };
	int64_t account_id;
	struct id_list problems = { 0 }, made = { 0 };
	struct judging *j;
	void *state;

	assert_int_equal(judging_setup(&state), 0);
	j = state;
	add_problems(j, PROBLEMS);
	add_jurors(j, JURORS);
	assert_ok(account_add(j->ctx, &account, &account_id));
	assert_ok(submission_ids(j->ctx, "problem", SUBMISSIONS_BY_NUMBER,
		&(struct submission_filter){ 0 }, NULL, &problems));
	for (int64_t i = 0; i < rounds; i++) {
		make_round(j, i, &problems);
		id_list_add(&made, j->round);
	}
	assert_ok(submission_act(j->ctx, problems.ids[2], SUBMISSION_WITHDRAW, "Perui"));
	for (size_t i = 0; i < made.n; i++)
		print_ranking(j, made.ids[i]);
	keep_file(j->f, path);
	id_list_clear(&problems);
	id_list_clear(&made);
	judging_teardown(&state);
}

int main(int argc, char **argv)
{
	i18n_start();
	daytime_start();
	if (argc != 5)
		return 2;
	dice = (uint64_t)strtoll(argv[3], NULL, 10);
	make(argv[1], strtoll(argv[2], NULL, 10), argv[4]);
	return 0;
}
