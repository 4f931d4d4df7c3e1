/* SPDX-License-Identifier: MIT
 * The jury's statement: frozen once, signed one by one until the chair and the quorum of every
 * submission have, by nobody for another; and the names opened after it, before a witness. */
#define TEST_NAME "statement"
#include "tests/unit/jury_world.h"

#include "src/documents/statement.h"
#include "src/judging/decision.h"
#include "src/judging/juror_statement.h"
#include "src/judging/names.h"
#include "src/judging/signing.h"
#include "src/judging/tally.h"

struct case_of {
	struct world world;
	struct fixture *f;
	int64_t id;
};

static void review_all(struct case_of *c, const char *login)
{
	struct context juror;
	struct juror_items items;
	struct arena arena = { 0 };

	world_enter(&c->world, login, &juror);
	assert_ok(juror_declare(&juror, c->world.solutions, NULL, 0));
	assert_ok(juror_items(&juror, &arena, c->world.solutions, &items));
	for (size_t i = 0; i < items.n; i++) {
		struct juror_version version = items.rows[i].version;

		for (size_t k = 0; k < items.criteria.n; k++)
			items.rows[i].scores[k] = 5000 + (int64_t)i * 1000;
		struct review_input input = { items.rows[i].scores, items.criteria.n, "", "" };
		assert_ok(juror_submit(&juror, items.rows[i].paper.id, &input, &version));
	}
	arena_clear(&arena);
	context_close(&juror);
}

static void decide(struct case_of *c)
{
	struct decision_items items;

	assert_ok(decision_items(c->world.ctx, c->world.arena, c->id, &items));
	for (size_t i = 0; i < items.n; i++)
		assert_ok(decision_set_item(c->world.ctx, c->id,
			&(struct decision_item){ .item_id = items.rows[i].item_id,
				.outcome = i == 0 ? "selected" : "not_selected",
				.reason_fi = "Perustelu",
				.reason_sv = "Motivering",
				.reason_en = "",
				.deviation_reason = "Arvio" }));
}

/* Three have reviewed, the round is closed, and two of three must sign. */
static int setup(void **state)
{
	struct case_of *c = calloc(1, sizeof(*c));
	struct decision d = { .kind = "statement",
		.lang = "fi",
		.form = "room",
		.place = "Helsinki",
		.range_reason = "",
		.tie_reason = "Arpa",
		.correction_reason = "",
		.case_number = "",
		.decider = "" };
	struct round round;

	assert_int_equal(fixture_setup((void **)&c->f), 0);
	world_make(&c->world, c->f);
	for (int i = 1; i <= WORLD_JURORS; i++)
		review_all(c, arena_printf(c->world.arena, "j%d", i));
	assert_ok(round_move(c->world.ctx, c->world.solutions, ROUND_CLOSE, "Syy"));
	assert_ok(round_get(c->world.ctx, c->world.arena, c->world.solutions, &round));
	round.quorum = 2;
	assert_ok(db_begin(c->world.ctx->db));
	assert_ok(db_end(c->world.ctx->db, store_round_update(c->world.ctx->db, &round),
		"round.edit", "solutions"));
	d.round_id = c->world.solutions;
	assert_ok(decision_add(c->world.ctx, &d, &c->id));
	*state = c;
	return 0;
}

static int teardown(void **state)
{
	struct case_of *c = *state;
	void *f = c->f;

	free(c);
	return fixture_teardown(&f);
}

static void freeze(struct case_of *c)
{
	decide(c);
	assert_ok(statement_freeze(c->world.ctx, c->id, NULL, statement_text, NULL));
}

static struct error on_paper(struct case_of *c, const char *login)
{
	return statement_sign_recorded(c->world.ctx, c->id,
		&(struct signing){ &login, 1, .how = "paper", .where = "Kansio" });
}

static struct error own(struct case_of *c, const char *login)
{
	struct context juror;

	world_enter(&c->world, login, &juror);
	struct error e = juror_sign(&juror, c->id);
	context_close(&juror);
	return e;
}

static const char *state_of(struct case_of *c)
{
	struct decision d;

	assert_ok(decision_get(c->world.ctx, c->world.arena, c->id, &d));
	return d.state;
}

static struct error open_names(struct case_of *c, const char *witness)
{
	return names_open(c->world.ctx, c->world.solutions,
		&(struct names_opening){ "Helsinki", &witness, 1 });
}

static void a_draft_is_frozen_once_and_whole(void **state)
{
	struct case_of *c = *state;
	struct frozen_statement frozen;
	char hash[CONTENTS_HASH_SIZE];

	assert_refused(E_REASON, "no outcome",
		statement_freeze(c->world.ctx, c->id, NULL, statement_text, NULL));
	assert_refused(E_RULE, "still a draft", on_paper(c, "j1"));
	assert_int_equal(own(c, "j1").code, E_NOT_FOUND);
	freeze(c);
	assert_ok(statement_frozen(c->world.ctx, c->world.arena, c->id, &frozen));
	statement_hash(frozen.text, hash);
	assert_string_equal(hash, frozen.hash);
	assert_non_null(strstr(frozen.text, "Perustelu"));
	for (size_t i = 0; i < WORLD_SUBMISSIONS; i++)
		assert_null(strstr(frozen.text, world_teams[i]));
	assert_refused(E_RULE, "frozen for its signatures",
		statement_freeze(c->world.ctx, c->id, NULL, statement_text, NULL));
	assert_string_equal(state_of(c), "frozen");
}

static void chair_and_quorum_sign_it(void **state)
{
	struct case_of *c = *state;
	struct tally tally;

	freeze(c);
	assert_ok(own(c, "j2"));
	assert_ok(on_paper(c, "j3"));
	assert_string_equal(state_of(c), "frozen"); /* two, without the chair */
	assert_refused(E_RULE, "already", own(c, "j2"));
	assert_refused(E_RULE, "already", on_paper(c, "j2"));
	assert_ok(own(c, "j1"));
	assert_string_equal(state_of(c), "signed");
	assert_ok(tally_get(c->world.ctx, c->world.arena, c->id, &tally));
	assert_int_equal(tally.signed_by, 3);
	assert_null(tally.lacks);
}

static void the_chair_alone_is_no_quorum(void **state)
{
	struct case_of *c = *state;
	struct tally tally;

	freeze(c);
	assert_ok(own(c, "j1"));
	assert_string_equal(state_of(c), "frozen");
	assert_ok(statement_not_signed(c->world.ctx, c->id, "j3", "Sairas"));
	assert_string_equal(state_of(c), "frozen");
	assert_ok(tally_get(c->world.ctx, c->world.arena, c->id, &tally));
	assert_non_null(strstr(tally.lacks, "quorum"));
	assert_refused(E_RULE, "signed", open_names(c, "Vilma Vieras"));
	assert_ok(own(c, "j2"));
	assert_string_equal(state_of(c), "signed");
}

static void nobody_signs_for_another(void **state)
{
	struct case_of *c = *state;

	freeze(c);
	assert_refused(E_RULE, "Only a member", statement_sign(c->world.ctx, c->id));
	assert_int_equal(on_paper(c, "nobody").code, E_NOT_FOUND);
	c->world.ctx->on_behalf = true;
	assert_refused(E_RULE, "another's name", on_paper(c, "j1"));
	c->world.ctx->on_behalf = false;
}

static void names_are_opened_after_it_before_a_witness(void **state)
{
	struct case_of *c = *state;
	struct names_record record;

	freeze(c);
	assert_ok(own(c, "j1"));
	assert_ok(own(c, "j2"));
	assert_refused(E_RULE, "somebody else", open_names(c, c->world.ctx->account.login));
	assert_ok(open_names(c, "j3"));
	assert_refused(E_RULE, "already", open_names(c, "j3"));
	assert_ok(names_read(c->world.ctx, c->world.arena, c->world.solutions, &record));
	assert_int_equal(record.names.n, WORLD_SUBMISSIONS);
	assert_int_equal(record.witnesses.n, 1);
	assert_true(record.entry > 0);
	/* What was not signed before it is none of it. */
	assert_refused(E_RULE, "none of this statement", own(c, "j3"));
	assert_refused(E_RULE, "none of this statement", on_paper(c, "j3"));
}

/* Past the log and its digests: the text no longer fits its hash. */
static void a_changed_text_is_found(void **state)
{
	struct case_of *c = *state;
	struct frozen_faults faults;

	freeze(c);
	assert_ok(frozen_check(c->world.ctx, c->world.arena, &faults));
	assert_int_equal(faults.n, 0);
	outside(c->f->path, "DROP TRIGGER statement_final; UPDATE statement SET text = "
			    "replace(text, 'Perustelu', 'Muu')");
	assert_ok(frozen_check(c->world.ctx, c->world.arena, &faults));
	assert_int_equal(faults.n, 1);
	assert_string_equal(faults.rows[0].code, "J-1");
}

#define TEST_STATEMENT(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_STATEMENT(a_draft_is_frozen_once_and_whole),
		TEST_STATEMENT(chair_and_quorum_sign_it),
		TEST_STATEMENT(the_chair_alone_is_no_quorum),
		TEST_STATEMENT(nobody_signs_for_another),
		TEST_STATEMENT(names_are_opened_after_it_before_a_witness),
		TEST_STATEMENT(a_changed_text_is_found),
	};

	return RUN(tests);
}
