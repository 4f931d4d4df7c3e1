/* SPDX-License-Identifier: MIT
 * What a decision says, a reason for each entrant, and that both are frozen with its approval. */
#define TEST_NAME "contents"
#include "tests/unit/judging_fixture.h"

#include "src/documents/document.h"
#include "src/documents/writer.h"
#include "src/ground/competition.h"
#include "src/judging/contents.h"
#include "src/judging/reasons.h"
#include "src/phases/challenge.h"

/* Three problems: P-001 best, P-002 and P-003 behind it; P-001 is selected. */
static int64_t decide(struct judging *j, const char *reason_fi, const char *reason_sv)
{
	struct decision decision = { .round_id = j->round, .lang = "fi", .form = "room" };
	int64_t id;

	open_for_jurors(j, 3, 1);
	submit(j, "P-001", "j1", 9, 8);
	submit(j, "P-002", "j1", 6, 7.5);
	submit(j, "P-003", "j1", 3, 2);
	close_round(j, "");
	assert_ok(decision_add(j->ctx, &decision, &id));
	for (int i = 1; i <= 3; i++) {
		struct decision_item row = { .item_id =
						     item(j, arena_printf(j->arena, "P-%03d", i)),
			.outcome = i == 1 ? "selected" : "not_selected",
			.reason_fi = reason_fi,
			.reason_sv = reason_sv,
			.reason_en = "",
			.deviation_reason = "" };

		assert_ok(decision_set_item(j->ctx, id, &row));
	}
	return id;
}

static struct composed compose(struct judging *j, int64_t id, enum edited_reason edited)
{
	struct composed done;

	assert_ok(reasons_compose(j->ctx, id, NULL, 0, edited, &done));
	return done;
}

static struct entrant_reason reason(struct judging *j, int64_t id, const char *code)
{
	struct entrant_reasons reasons;
	int64_t wanted = item(j, code);

	assert_ok(reasons_list(j->ctx, j->arena, id, &reasons));
	for (size_t i = 0; i < reasons.n; i++)
		if (reasons.rows[i].item.item_id == wanted)
			return reasons.rows[i];
	stop_test("no reason of %s", code);
	return (struct entrant_reason){ 0 };
}

static void edit(struct judging *j, int64_t id, const char *code, const char *fi)
{
	struct decision_item row = { .item_id = item(j, code),
		.outcome = "not_selected",
		.reason_fi = fi,
		.reason_sv = "",
		.reason_en = "",
		.deviation_reason = "" };

	assert_ok(decision_set_item(j->ctx, id, &row));
}

#define FIGURES_OF_SECOND \
	"Ehdotus oli sijalla 2, kun sijoitettuja oli 3. Vaikuttavuus: 6,00 pistettä, valituilla " \
	"vähintään 9,00. Vaikuttavuus: 7,50 pistettä, valituilla vähintään 8,00."

static void figures_are_whole_sentences_beside_the_least_of_those_selected(void **state)
{
	struct judging *j = *state;
	int64_t id = decide(j, "", "");

	assert_string_equal(reason(j, id, "P-002").states[LANGUAGE_FI], "missing");
	struct composed done = compose(j, id, EDITED_REASON_KEEP);
	assert_int_equal(done.composed, 3);
	assert_int_equal(done.kept, 0);
	assert_string_equal(reason(j, id, "P-002").item.reason_fi, FIGURES_OF_SECOND);
	assert_string_equal(reason(j, id, "P-001").item.reason_sv,
		"Bidraget kom på plats 1 bland de 3 som rangordnades. Verkan: 9,00 poäng. Verkan: 8,00 "
		"poäng.");
	assert_string_equal(reason(j, id, "P-001").item.reason_en, "");
	assert_string_equal(reason(j, id, "P-002").states[LANGUAGE_FI], "composed");
	/* Composed again nothing changes, and the log says nothing of it but that it was tried. */
	assert_int_equal(compose(j, id, EDITED_REASON_KEEP).composed, 0);
}

static void what_somebody_edited_stays_until_they_say_otherwise(void **state)
{
	struct judging *j = *state;
	int64_t id = decide(j, "", "");

	compose(j, id, EDITED_REASON_KEEP);
	edit(j, id, "P-002", "Oma peruste");
	assert_string_equal(reason(j, id, "P-002").states[LANGUAGE_FI], "edited");
	assert_string_equal(reason(j, id, "P-002").states[LANGUAGE_SV], "composed");
	struct composed done = compose(j, id, EDITED_REASON_KEEP);
	assert_int_equal(done.kept, 1);
	assert_string_equal(reason(j, id, "P-002").item.reason_fi, "Oma peruste");
	compose(j, id, EDITED_REASON_BEFORE);
	assert_string_equal(
		reason(j, id, "P-002").item.reason_fi, FIGURES_OF_SECOND "\nOma peruste");
	assert_string_equal(reason(j, id, "P-002").states[LANGUAGE_FI], "composed");
	edit(j, id, "P-002", "Taas oma");
	compose(j, id, EDITED_REASON_OVER);
	assert_string_equal(reason(j, id, "P-002").item.reason_fi, FIGURES_OF_SECOND);
}

/* Another outcome is another least of those selected. */
static void composed_reasons_tell_when_the_figures_have_changed(void **state)
{
	struct judging *j = *state;
	int64_t id = decide(j, "", "");
	struct decision_item row = { .item_id = item(j, "P-002"),
		.outcome = "selected",
		.reason_fi = "",
		.reason_sv = "",
		.reason_en = "",
		.deviation_reason = "" };

	compose(j, id, EDITED_REASON_KEEP);
	assert_ok(decision_set_item(j->ctx, id, &row));
	assert_string_equal(reason(j, id, "P-003").states[LANGUAGE_FI], "outdated");
	compose(j, id, EDITED_REASON_KEEP);
	assert_string_equal(reason(j, id, "P-003").states[LANGUAGE_FI], "composed");
	assert_non_null(strstr(reason(j, id, "P-003").item.reason_fi, "vähintään 6,00"));
}

/* Half the reasons in one language are none. */
static void words_in_one_language_only_leave_the_other_to_be_written(void **state)
{
	struct judging *j = *state;
	int64_t id = decide(j, "Hyvä idea", "");

	compose(j, id, EDITED_REASON_BEFORE);
	assert_non_null(strstr(reason(j, id, "P-003").item.reason_fi, "\nHyvä idea"));
	assert_string_equal(reason(j, id, "P-003").item.reason_sv, "");
	assert_string_equal(reason(j, id, "P-003").states[LANGUAGE_SV], "missing");
}

static void the_same_reason_for_several_is_counted_and_confirmed(void **state)
{
	struct judging *j = *state;
	int64_t id = decide(j, "Ei nyt", "");
	struct same_reasons same;

	assert_ok(reasons_same(j->ctx, j->arena, id, &same));
	assert_int_equal(same.n, 1);
	assert_int_equal(same.entrants, 3);
	assert_string_equal(same.rows[0].codes, "P-001, P-002, P-003");
	assert_false(same.confirmed);
	assert_refused(E_REASON, "the same reason", decision_sign(j->ctx, id, "Yksi"));
	assert_int_equal(reasons_confirm_same(j->ctx, id, 2).code, E_HELD);
	assert_ok(reasons_confirm_same(j->ctx, id, 3));
	edit(j, id, "P-002", "Oma peruste");
	assert_refused(E_REASON, "the same reason", decision_sign(j->ctx, id, "Yksi"));
	assert_ok(reasons_confirm_same(j->ctx, id, 2));
	/* As many others with the same are others. */
	edit(j, id, "P-002", "Ei nyt");
	edit(j, id, "P-003", "Oma peruste");
	assert_refused(E_REASON, "the same reason", decision_sign(j->ctx, id, "Yksi"));
	assert_ok(reasons_confirm_same(j->ctx, id, 2));
	assert_ok(decision_sign(j->ctx, id, "Yksi"));
}

static void without_a_reason_the_entrants_are_named(void **state)
{
	struct judging *j = *state;
	int64_t id = decide(j, "", "");
	const char *codes;

	edit(j, id, "P-002", "Oma peruste");
	assert_ok(reasons_missing(j->ctx, j->arena, id, "fi", &codes));
	assert_string_equal(codes, "P-001, P-003");
	assert_refused(E_REASON, "no reason", decision_sign(j->ctx, id, "Yksi"));
}

static struct decision_content content_of(struct judging *j, int64_t id)
{
	struct decision_content content;

	assert_ok(contents_get(j->ctx, j->arena, id, &content));
	return content;
}

static void the_approval_freezes_all_of_it_under_a_hash(void **state)
{
	struct judging *j = *state;
	int64_t id = decide(j, "", "");
	struct decision_text text = { "provisions", "Laki", "Lagen", "" };
	struct decision_content content = content_of(j, id);
	char before[CONTENTS_HASH_SIZE], after[CONTENTS_HASH_SIZE];
	struct composed done;
	struct decision d;

	compose(j, id, EDITED_REASON_KEEP);
	assert_ok(decision_get(j->ctx, j->arena, id, &d));
	assert_ok(contents_hash(j->ctx, j->arena, &d, before));
	assert_ok(contents_set_text(j->ctx, id, &text));
	assert_ok(contents_hash(j->ctx, j->arena, &d, after));
	assert_string_not_equal(before, after);
	assert_string_equal(content.frozen, "");
	assert_ok(decision_sign(j->ctx, id, "Yksi"));
	assert_ok(decision_get(j->ctx, j->arena, id, &d));
	assert_ok(contents_hash(j->ctx, j->arena, &d, after));
	assert_string_equal(content_of(j, id).frozen, after);
	assert_refused(E_RULE, "never changes", contents_set_text(j->ctx, id, &text));
	content = content_of(j, id);
	assert_refused(E_RULE, "never changes", contents_update(j->ctx, &content));
	assert_refused(E_RULE, "never changes",
		reasons_compose(j->ctx, id, NULL, 0, EDITED_REASON_OVER, &done));
	/* The second wall, whoever writes. */
	assert_int_not_equal(store_content_freeze(j->ctx->db, id, "0").code, E_OK);
	assert_int_not_equal(store_decision_text_put(j->ctx->db, id, &text).code, E_OK);
}

static void a_correction_begins_with_what_it_corrects(void **state)
{
	struct judging *j = *state;
	int64_t id = decide(j, "", ""), correction;
	struct decision_content content = content_of(j, id);
	struct decision_texts texts;

	content.presenter = "Elli Esittelijä";
	content.value = 5000;
	assert_ok(contents_update(j->ctx, &content));
	assert_int_equal(contents_update(j->ctx, &content).code, E_STALE);
	assert_ok(contents_set_text(
		j->ctx, id, &(struct decision_text){ "follows", "Haasteet", "", "" }));
	compose(j, id, EDITED_REASON_KEEP);
	assert_ok(decision_sign(j->ctx, id, "Yksi"));
	assert_ok(correct_clerical(j->ctx, id, "Virhe", &correction));
	assert_string_equal(content_of(j, correction).presenter, "Elli Esittelijä");
	assert_int_equal(content_of(j, correction).value, 5000);
	assert_string_equal(content_of(j, correction).frozen, "");
	assert_ok(contents_texts(j->ctx, j->arena, correction, &texts));
	assert_string_equal(contents_text_in(&texts.rows[3], "fi"), "Haasteet");
	assert_string_equal(reason(j, correction, "P-002").states[LANGUAGE_FI], "composed");
}

static void a_document_is_refused_in_a_language_in_which_a_reason_is_missing(void **state)
{
	struct judging *j = *state;
	int64_t id = decide(j, "Hyvä", "");
	struct document_ask ask = { .id = id, .lang = "sv" };
	struct documents out = { 0 };
	struct buffer text = { 0 };

	edit(j, id, "P-002", "Oma");
	assert_refused(E_RULE, "P-001, P-002, P-003",
		decision_document_kind.make(j->ctx, j->arena, &ask, &out));
	assert_ok(contents_set_text(
		j->ctx, id, &(struct decision_text){ "follows", "", "Utmaningar", "" }));
	ask.lang = "fi";
	assert_refused(
		E_RULE, "What follows", decision_document_kind.make(j->ctx, j->arena, &ask, &out));
	assert_ok(contents_set_text(
		j->ctx, id, &(struct decision_text){ "follows", "Haasteet", "Utmaningar", "" }));
	assert_ok(decision_document_kind.make(j->ctx, j->arena, &ask, &out));
	document_write_text(&out, &text);
	assert_non_null(strstr(text.text, "mitään ei ole vielä päätetty"));
	assert_non_null(strstr(text.text, "Haasteet"));
	assert_non_null(strstr(text.text, "Oma"));
	buffer_clear(&text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_JUDGING(figures_are_whole_sentences_beside_the_least_of_those_selected),
		TEST_JUDGING(what_somebody_edited_stays_until_they_say_otherwise),
		TEST_JUDGING(composed_reasons_tell_when_the_figures_have_changed),
		TEST_JUDGING(words_in_one_language_only_leave_the_other_to_be_written),
		TEST_JUDGING(the_same_reason_for_several_is_counted_and_confirmed),
		TEST_JUDGING(without_a_reason_the_entrants_are_named),
		TEST_JUDGING(the_approval_freezes_all_of_it_under_a_hash),
		TEST_JUDGING(a_correction_begins_with_what_it_corrects),
		TEST_JUDGING(a_document_is_refused_in_a_language_in_which_a_reason_is_missing),
	};

	return RUN(tests);
}
