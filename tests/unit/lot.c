/* SPDX-License-Identifier: MIT
 * Ties across the selection line: what decided them, step by step, and the lot where the locked
 * rule ends in one. */
#define TEST_NAME "lot"
#include "tests/unit/judging_fixture.h"

#include "src/base/dice.h"
#include "src/judging/lot.h"
#include "src/judging/tie_words.h"

/* One is selected; equal weights, so that a score may come about in two ways. */
static void set_rules(struct judging *j, int64_t most, const char *ties)
{
	struct round r = get_round(j);
	struct criteria all;

	assert_ok(round_criteria(j->ctx, j->arena, j->round, &all));
	all.rows[1].weight = all.rows[0].weight;
	assert_ok(round_set_criterion(j->ctx, j->round, &all.rows[1], NULL));
	r.v = get_round(j).v;
	r.select_min = 1;
	r.select_max = most;
	r.ties = ties;
	assert_ok(round_update(j->ctx, &r));
}

/* P-001 to P-003 are tied at 6 and more than the criteria can tell; P-004 falls at a. */
static void make_tie(struct judging *j)
{
	open_for_jurors(j, 5, 1);
	submit(j, "P-001", "j1", 7, 5);
	submit(j, "P-002", "j1", 7, 5);
	submit(j, "P-003", "j1", 7, 5);
	submit(j, "P-004", "j1", 5, 7);
	submit(j, "P-005", "j1", 1, 1);
	close_round(j, "");
}

static struct standing rank(struct judging *j, const char *method)
{
	struct standing standing;

	assert_ok(standing_make(j->ctx, j->arena, j->round, method, &standing));
	return standing;
}

static size_t row_of(const struct standing *standing, const char *code)
{
	for (size_t i = 0; i < standing->n; i++)
		if (strcmp(standing->rows[i].item.code, code) == 0)
			return i;
	stop_test("%s is not ranked", code);
	return 0;
}

static const char *told(struct judging *j, const char *code)
{
	struct standing standing = rank(j, NULL);
	struct round round = get_round(j);
	struct tie_words words;
	const char *all = "";

	assert_ok(tie_tell(j->ctx, j->arena, &standing, &round, row_of(&standing, code), &words));
	for (size_t i = 0; i < words.n; i++)
		all = arena_printf(j->arena, "%s%s%s", all, i > 0 ? " " : "", words.lines[i]);
	return all;
}

static void a_criterion_decides_and_says_so(void **state)
{
	struct judging *j = *state;

	set_rules(j, 1, "a,b");
	open_for_jurors(j, 4, 1);
	submit(j, "P-001", "j1", 7, 5);
	submit(j, "P-002", "j1", 5, 7);
	submit(j, "P-003", "j1", 4, 4);
	submit(j, "P-004", "j1", 4, 4);
	assert_string_equal(told(j, "P-001"),
		"Tied at 6.0000 with P-002. Vaikuttavuus: 7.0000 against P-002 5.0000.");
	assert_string_equal(told(j, "P-002"),
		"Tied at 6.0000 with P-001. Vaikuttavuus: 5.0000 against P-001 7.0000.");
	assert_string_equal(told(j, "P-003"),
		"Tied at 4.0000 with P-004. The tie does not cross the selection line: the rank is "
		"shared.");
	close_round(j, "");
	assert_refused(E_RULE, "knows no lot", lot_draw(j->ctx, j->round));
}

static void what_is_left_is_the_panel_s(void **state)
{
	struct judging *j = *state;

	set_rules(j, 1, "a");
	make_tie(j);
	assert_string_equal(told(j, "P-001"),
		"Tied at 6.0000 with P-002, P-003 and P-004. Vaikuttavuus: 7.0000 against P-002 "
		"7.0000, P-003 7.0000 and P-004 5.0000. Still equal across the selection line: the "
		"panel votes, and its vote is written into the decision.");
	assert_string_equal(told(j, "P-004"),
		"Tied at 6.0000 with P-001, P-002 and P-003. Vaikuttavuus: 5.0000 against P-001 "
		"7.0000, P-002 7.0000 and P-003 7.0000.");
	assert_string_equal(told(j, "P-005"), "");
}

static void the_lot_is_drawn_once(void **state)
{
	struct judging *j = *state;
	struct draw_seed seed;
	static const char *const codes[] = { "P-001", "P-002", "P-003" };
	size_t order[LEN(codes)];

	set_rules(j, 1, "a,lot");
	make_tie(j);
	assert_fails(E_NOT_FOUND, lot_seed(j->ctx, j->arena, j->round, &seed));
	assert_non_null(strstr(told(j, "P-002"), "a lot is to be drawn."));
	assert_int_equal(rank(j, NULL).rows[0].ranked.rank, 1);
	assert_int_equal(rank(j, NULL).rows[2].ranked.rank, 1);
	assert_ok(lot_draw(j->ctx, j->round));
	assert_ok(lot_seed(j->ctx, j->arena, j->round, &seed));
	uint64_t dice = (uint64_t)seed.value;
	dice_order(&dice, order, LEN(codes));
	struct standing drawn = rank(j, NULL);
	for (size_t i = 0; i < LEN(codes); i++) {
		assert_string_equal(drawn.rows[i].item.code, codes[order[i]]);
		assert_int_equal(drawn.rows[i].ranked.rank, i + 1);
		assert_false(drawn.rows[i].ranked.tied);
	}
	assert_false(drawn.lot_waits);
	assert_non_null(strstr(told(j, codes[order[1]]),
		arena_printf(j->arena,
			"Drawn by lot on 1.10.2018: place 2 of 3. The lot's seed was %lld, written "
			"down on 1.10.2018.",
			(long long)seed.value)));
	int64_t head = log_head(j);
	assert_refused(E_RULE, "never drawn again", lot_draw(j->ctx, j->round));
	assert_int_equal(log_head(j), head);
	assert_refused(
		E_RULE, "been looked at", round_move(j->ctx, j->round, ROUND_REOPEN, "Vielä"));
	assert_int_equal(rank(j, "median").rows[1].ranked.rank, 1); /* nothing was drawn for it */
	assert_verifies(j->f);
}

/* Who leaves leaves the others' order as it was drawn. */
static void it_stands_when_one_withdraws(void **state)
{
	struct judging *j = *state;

	set_rules(j, 1, "a,lot");
	make_tie(j);
	assert_ok(lot_draw(j->ctx, j->round));
	struct standing before = rank(j, NULL);
	assert_ok(
		submission_act(j->ctx, before.rows[0].item.submission_id, SUBMISSION_WITHDRAW, ""));
	struct standing after = rank(j, NULL);
	assert_string_equal(after.rows[0].item.code, before.rows[1].item.code);
	assert_string_equal(after.rows[1].item.code, before.rows[2].item.code);
	assert_int_equal(after.rows[1].ranked.rank, 2);
}

static void nothing_is_drawn_without_need(void **state)
{
	struct judging *j = *state;

	set_rules(j, 4, "a,lot");
	open_for_jurors(j, 5, 1);
	assert_refused(E_RULE, "once the round is closed", lot_draw(j->ctx, j->round));
	for (int i = 1; i <= 5; i++)
		submit(j, arena_printf(j->arena, "P-%03d", i), "j1", i < 5 ? 7 : 5, i < 5 ? 5 : 1);
	close_round(j, "");
	assert_refused(E_RULE, "nothing to draw lots about", lot_draw(j->ctx, j->round));
}

/* The seed is there from the locking on, and no rule but the last can be the lot. */
static void the_seed_is_written_down_at_the_locking(void **state)
{
	struct judging *j = *state;
	struct criterion lot = criterion_of("Lot");
	struct round r;

	assert_refused(
		E_RULE, "means drawing lots", round_set_criterion(j->ctx, j->round, &lot, NULL));
	r = get_round(j);
	r.ties = "lot,a";
	assert_refused(E_INVALID, "ties", round_update(j->ctx, &r));
	r.ties = "a";
	assert_ok(round_update(j->ctx, &r));
	assert_false(lot_is_ruled("a") || lot_is_ruled("") || lot_is_ruled("lot,a"));
	set_rules(j, 1, "lot");
	assert_int_equal(outside_number(j->f->path, "SELECT count(*) FROM draw_seed"), 0);
	assert_ok(round_lock(j->ctx, j->round, "123, 15.1.2019"));
	assert_int_equal(outside_number(j->f->path, "SELECT count(*) FROM draw_seed"), 1);
	assert_int_equal(
		outside_number(j->f->path,
			"SELECT count(*) FROM log_change c JOIN draw_seed s ON instr(c.before, "
			"s.value) > 0"),
		0);
	make_tie(j);
	assert_int_equal(outside_number(j->f->path, "SELECT count(*) FROM draw_seed"), 1);
	assert_ok(lot_draw(j->ctx, j->round));
	assert_int_equal(rank(j, NULL).rows[3].ranked.rank, 4);
}

/* Nobody decides before the rule has. */
static void no_decision_before_the_lot(void **state)
{
	struct judging *j = *state;
	struct decision decision = {
		.round_id = j->round, .lang = "fi", .form = "room", .tie_reason = "Äänestys"
	};
	struct decision_item rest = { .outcome = "not_selected", .reason_fi = "Ei" };
	struct decision_item first = {
		.outcome = "selected", .reason_fi = "Hyvä", .deviation_reason = "Paras"
	};
	int64_t id;

	set_rules(j, 1, "lot");
	make_tie(j);
	assert_ok(decision_add(j->ctx, &decision, &id));
	first.item_id = item(j, "P-002");
	assert_ok(decision_set_item(j->ctx, id, &first));
	assert_ok(decision_set_rest(j->ctx, id, &rest));
	assert_refused(E_REASON, "to a lot", decision_sign(j->ctx, id, ""));
	assert_ok(lot_draw(j->ctx, j->round));
	assert_ok(approve_decision(j, id, "Silti"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_JUDGING(a_criterion_decides_and_says_so),
		TEST_JUDGING(what_is_left_is_the_panel_s),
		TEST_JUDGING(the_lot_is_drawn_once),
		TEST_JUDGING(it_stands_when_one_withdraws),
		TEST_JUDGING(nothing_is_drawn_without_need),
		TEST_JUDGING(the_seed_is_written_down_at_the_locking),
		TEST_JUDGING(no_decision_before_the_lot),
	};
	return RUN(tests);
}
