/* SPDX-License-Identifier: MIT
 * Two people in one file: each is told what the other has saved, at once, and not of what they
 * saved themselves. */
#define TEST_NAME "watching"
#include "tests/unit/fixture.h"

#include "src/phases/note.h"
#include "src/roof/kinds.h"

static void write_note(struct context *ctx)
{
	struct note note = { .object = "091", .who = "Aino Malli", .text = "Soitti" };
	int64_t id;

	assert_ok(note_add(ctx, &note, kinds_name, &id));
}

static void others_are_seen_at_once(void **state)
{
	struct fixture *f = *state;
	struct context colleague;
	bool by_others;

	fixture_enter(f, "virpi", "office", &colleague);
	(void)context_changes(&f->ctx, NULL);
	assert_int_equal(context_changes(&f->ctx, &by_others), 0);
	assert_false(by_others);
	write_note(&colleague);
	assert_int_equal(context_changes(&f->ctx, &by_others), CHANGED_NOTES | CHANGED_LOG);
	assert_true(by_others);
	assert_int_equal(context_changes(&f->ctx, &by_others), 0);
	assert_false(by_others);
	context_close(&colleague);
}

static void what_one_saved_is_no_news(void **state)
{
	struct fixture *f = *state;
	bool by_others;

	(void)context_changes(&f->ctx, NULL);
	write_note(&f->ctx);
	assert_int_equal(context_changes(&f->ctx, &by_others), CHANGED_NOTES | CHANGED_LOG);
	assert_false(by_others);
	assert_int_equal(context_changes(&f->ctx, &by_others), 0);
	assert_false(by_others);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_FILE(others_are_seen_at_once),
		TEST_FILE(what_one_saved_is_no_news),
	};
	return RUN(tests);
}
