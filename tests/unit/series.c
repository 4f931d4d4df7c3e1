/* SPDX-License-Identifier: MIT
 * Several acts in one transaction: each has its entry in the log, and all are kept or none. */
#define TEST_NAME "series"
#include "tests/unit/fixture.h"

#include "src/phases/note.h"
#include "src/phases/submission.h"
#include "src/roof/kinds.h"

static int64_t entries(struct fixture *f)
{
	return outside_number(f->path, "SELECT max(seq) FROM log");
}

static const char *state_of(struct fixture *f, int64_t id)
{
	struct submission s;

	assert_ok(submission_get(&f->ctx, &f->arena, id, &s));
	return s.state;
}

static void each_act_of_a_series_has_its_entry(void **state)
{
	struct fixture *f = *state;
	int64_t a = problem_from(f, "Akaa", "Yksi"), b = problem_from(f, "Alavus", "Kaksi");
	int64_t before = entries(f);

	assert_ok(context_begin_series(&f->ctx));
	assert_ok(submission_act(&f->ctx, a, SUBMISSION_EXCLUDE, "ei kuulu"));
	assert_ok(submission_act(&f->ctx, b, SUBMISSION_EXCLUDE, "ei kuulu"));
	assert_int_equal(entries(f), before); /* nobody sees any of it yet */
	assert_ok(context_end_series(&f->ctx, ok()));
	assert_int_equal(entries(f), before + 2);
	assert_string_equal(state_of(f, a), "ineligible");
	assert_string_equal(state_of(f, b), "ineligible");
	assert_verifies(f);
}

static void a_series_is_kept_whole_or_not_at_all(void **state)
{
	struct fixture *f = *state;
	int64_t a = problem_from(f, "Akaa", "Yksi"), b = problem_from(f, "Alavus", "Kaksi");
	int64_t before = entries(f);

	assert_ok(context_begin_series(&f->ctx));
	assert_ok(submission_act(&f->ctx, a, SUBMISSION_EXCLUDE, "ei kuulu"));
	assert_fails(E_RULE, submission_act(&f->ctx, b, SUBMISSION_RESTORE, "ei ollut poissa"));
	assert_fails(E_RULE, submission_act(&f->ctx, b, SUBMISSION_EXCLUDE, "ei kuulu"));
	assert_fails(E_RULE, context_end_series(&f->ctx, ok())); /* whatever the caller thinks */
	assert_int_equal(entries(f), before);
	assert_string_equal(state_of(f, a), "received");
	assert_ok(submission_act(&f->ctx, b, SUBMISSION_EXCLUDE, "ei kuulu"));
	assert_verifies(f);
}

static void a_series_that_is_given_up_leaves_nothing(void **state)
{
	struct fixture *f = *state;
	int64_t a = problem_from(f, "Akaa", "Yksi"), before = entries(f);

	assert_ok(context_begin_series(&f->ctx));
	assert_ok(submission_act(&f->ctx, a, SUBMISSION_EXCLUDE, "ei kuulu"));
	assert_fails(E_CANCELLED, context_end_series(&f->ctx, fail(E_CANCELLED, NULL)));
	assert_int_equal(entries(f), before);
	assert_string_equal(state_of(f, a), "received");
}

static int64_t note_of(struct fixture *f, const char *text)
{
	int64_t id;

	assert_ok(
		note_add(&f->ctx, &(struct note){ .object = "P-001", .who = "Malli", .text = text },
			kinds_name, &id));
	return id;
}

static size_t found(struct fixture *f, const char *word)
{
	struct search_hits hits;

	assert_ok(search_find(f->ctx.db, &f->arena, word, 10, &hits));
	return hits.n;
}

/* The index knows what was there before the series, and what is there after it. */
static void what_a_series_writes_is_found(void **state)
{
	struct fixture *f = *state;
	struct note note;

	problem_from(f, "Akaa", "Yksi");
	int64_t old = note_of(f, "vanhentunut");
	assert_ok(context_begin_series(&f->ctx));
	note_of(f, "ensimmäinen");
	assert_ok(note_get(&f->ctx, &f->arena, old, &note));
	note.text = "uudistettu";
	assert_ok(note_update(&f->ctx, &note));
	note_of(f, "toinen");
	assert_ok(context_end_series(&f->ctx, ok()));
	assert_int_equal(found(f, "ensimmäinen"), 1);
	assert_int_equal(found(f, "toinen"), 1);
	assert_int_equal(found(f, "uudistettu"), 1);
	assert_int_equal(found(f, "vanhentunut"), 0);
	assert_verifies(f);
}

static void series_do_not_nest(void **state)
{
	struct fixture *f = *state;

	assert_ok(context_begin_series(&f->ctx));
	assert_fails(E_DB, context_begin_series(&f->ctx));
	assert_ok(context_begin(&f->ctx));
	assert_fails(E_DB, context_begin(&f->ctx));
	assert_ok(context_end(&f->ctx, ok(), NULL, NULL));
	assert_ok(context_end_series(&f->ctx, ok()));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_FILE(each_act_of_a_series_has_its_entry),
		TEST_FILE(a_series_is_kept_whole_or_not_at_all),
		TEST_FILE(a_series_that_is_given_up_leaves_nothing),
		TEST_FILE(what_a_series_writes_is_found),
		TEST_FILE(series_do_not_nest),
	};

	return RUN(tests);
}
