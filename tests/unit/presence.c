/* SPDX-License-Identifier: MIT
 * Who took part in which paragraph of the minutes: by when they went out and came back, for what,
 * and when it was decided. */
#define TEST_NAME "presence"
#include "tests/unit/fixture.h"

#include "src/judging/presence.h"

enum { STARTS = 1000, FIRST = 11, SECOND = 12, THIRD = 13, NEVER = 14, A = 1, B = 2, C = 3, D = 4 };

static struct decision_person people[] = {
	{ .member_id = A, .member_state = "active", .presence = "present" },
	{ .member_id = B, .member_state = "active", .presence = "remote" },
	{ .member_id = C, .member_state = "active", .presence = "absent" },
	{ .member_id = D, .member_state = "replaced", .presence = "present" },
};
/* In the order in which they were decided: the second first. */
static struct meeting_item decided[] = { { SECOND, 1100 }, { FIRST, 1200 }, { THIRD, 1200 } };

static struct meeting_view view_with(struct meeting_absence *absences, size_t n)
{
	struct meeting_view view = { .members = { people, LEN(people) },
		.items = { decided, LEN(decided) },
		.absences = { absences, n } };

	view.meeting.starts = STARTS;
	return view;
}

static void check(const struct meeting_view *view, size_t who, bool first, bool second, bool never)
{
	assert_int_equal(meeting_took_part(view, &people[who], FIRST), first);
	assert_int_equal(meeting_took_part(view, &people[who], SECOND), second);
	assert_int_equal(meeting_took_part(view, &people[who], NEVER), never);
}

static void who_stays_takes_part(void **state)
{
	struct meeting_view view = view_with(NULL, 0);

	(void)state;
	check(&view, 0, true, true, true);
	check(&view, 1, true, true, true);
	check(&view, 2, false, false, false); /* did not come */
	check(&view, 3, false, false, false); /* sits there no more */
	assert_int_equal(meeting_part_takers(&view, FIRST), 2);
}

/* Out and back between two decisions, over one, and from one on. */
static void out_for_a_while(void **state)
{
	const struct {
		int64_t since, returned;
		bool first, second, never;
	} rows[] = {
		{ 1010, 1090, true, true, true },   /* before anything */
		{ 1090, 1110, true, false, true },  /* over the second */
		{ 1100, 1110, true, false, true },  /* as it was decided */
		{ 1010, 1100, true, true, true },   /* back as it was decided */
		{ 1110, 1200, true, true, true },   /* between the two */
		{ 1110, 1201, false, true, true },  /* over the first */
		{ 1010, 1300, false, false, true }, /* over both */
		{ 1150, 0, false, true, false },    /* still out */
		{ 1201, 0, true, true, false },     /* went behind both */
	};

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		struct meeting_absence out = {
			.member_id = A, .since = rows[i].since, .returned = rows[i].returned
		};
		struct meeting_view view = view_with(&out, 1);

		check(&view, 0, rows[i].first, rows[i].second, rows[i].never);
		check(&view, 1, true, true, true);
	}
}

/* Out for an item: whenever that was written down, they took no part in it. */
static void out_for_an_item(void **state)
{
	struct meeting_absence out = {
		.member_id = A, .item_id = FIRST, .since = 1010, .returned = 1020, .ground = 4
	};
	struct meeting_view view = view_with(&out, 1);

	(void)state;
	check(&view, 0, false, true, true);
	assert_ptr_equal(meeting_kept_out(&view, &people[0], FIRST), &out);
	assert_null(meeting_kept_out(&view, &people[0], SECOND));
	assert_int_equal(meeting_part_takers(&view, FIRST), 1);
}

/* Barred is barred, also where nobody noted that they went out; from that item alone. */
static void barred(void **state)
{
	struct meeting_bar bar = { .member_id = B, .item_id = SECOND, .ground = 1 };
	struct meeting_view view = view_with(NULL, 0);

	(void)state;
	view.bars = (struct meeting_bars){ &bar, 1 };
	check(&view, 1, true, false, true);
	check(&view, 0, true, true, true);
}

/* By when they were decided; in one second, as they were written down; then the rest. */
static void order_of_the_paragraphs(void **state)
{
	struct decision_item rows[] = { { .item_id = THIRD }, { .item_id = NEVER },
		{ .item_id = FIRST }, { .item_id = SECOND } };
	const struct decision_items items = { rows, LEN(rows) };
	struct meeting_view view = view_with(NULL, 0);
	struct arena arena = { 0 };
	const size_t *order = meeting_order(&arena, &view, &items);
	const size_t wanted[] = { 3, 2, 0, 1 };

	(void)state;
	for (size_t i = 0; i < LEN(wanted); i++)
		assert_int_equal(order[i], wanted[i]);
	assert_int_equal(meeting_decided(&view, SECOND), 1100);
	assert_int_equal(meeting_decided(&view, NEVER), 0);
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(who_stays_takes_part),
		TEST(out_for_a_while),
		TEST(out_for_an_item),
		TEST(barred),
		TEST(order_of_the_paragraphs),
	};

	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name(TEST_NAME, tests, NULL, NULL);
}
