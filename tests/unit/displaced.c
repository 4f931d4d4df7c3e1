/* SPDX-License-Identifier: MIT
 * What a juror has written is never displaced unasked, and never gone: by a file of reviews, or by
 * what the office types in for them. */
#define TEST_NAME "displaced"
#include "tests/unit/juror_desk.h"

#include "src/base/i18n.h"
#include "src/intake/review_import.h"

static const int64_t begun[3] = { 7000, -1, 6000 };

static void draft(struct desk *d, const char *code, const int64_t *scores, const char *notes)
{
	struct juror_version version = { 0 };
	struct review_input input = input_with(scores, notes);

	assert_ok(juror_save(&d->juror, mine(d, code), &input, NULL, &version));
}

static void submit(struct desk *d, const char *code, const char *notes)
{
	struct juror_version version = { 0 };
	struct review_input input = input_with(full, notes);

	assert_ok(juror_submit(&d->juror, mine(d, code), &input, &version));
}

static struct reviews history_of(struct desk *d, const char *code)
{
	struct reviews history;

	assert_ok(review_history(d->world.ctx, d->world.arena, mine(d, code), &history));
	return history;
}

static struct error import(
	struct desk *d, const char *rows, const char *over, struct review_import *result)
{
	struct arena *arena = d->world.arena;
	struct criteria criteria;
	const char *path = arena_printf(arena, "%s/sheet.csv", d->world.f->directory);
	struct table_options options = { 0 };
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	assert_ok(round_criteria(d->world.ctx, arena, d->world.problems, &criteria));
	assert_int_equal(criteria.n, 3);
	fprintf(file, "juror,submission,%s,%s,%s,notes,feedback,state\n%s", criteria.rows[0].key,
		criteria.rows[1].key, criteria.rows[2].key, rows);
	assert_int_equal(fclose(file), 0);
	return review_import(d->world.ctx, d->world.problems, path, &options, NULL, over, result);
}

/* Held as a whole: nothing of the file comes in, and the sentence names what stands there. */
static void check_held(struct desk *d, const char *rows, const char *words)
{
	struct review_import result;
	char sentence[400];
	int64_t head = outside_number(d->world.f->path, "SELECT max(seq) FROM log");

	assert_refused(E_RULE, "Nothing was imported", import(d, rows, NULL, &result));
	assert_int_equal(result.held, 1);
	assert_int_equal(result.refused, 0);
	review_held_words(&result.holds[0], sentence, sizeof(sentence));
	if (strstr(sentence, words) == NULL)
		stop_test("%s", sentence);
	review_import_clear(&result);
	assert_int_equal(outside_number(d->world.f->path, "SELECT max(seq) FROM log"), head);
}

static void check_taken(struct desk *d, const char *rows, size_t added, size_t drafts)
{
	struct review_import result;

	assert_ok(import(d, rows, "Jurymies pyysi", &result));
	assert_int_equal(result.added, added);
	assert_int_equal(result.drafts, drafts);
	assert_int_equal(result.held, 0);
	review_import_clear(&result);
}

static void check_kept(struct desk *d, const struct review *kept, const char *state,
	const char *notes, size_t scores)
{
	struct scores list;

	assert_string_equal(kept->state, state);
	assert_string_equal(kept->notes, notes);
	assert_string_equal(kept->displaced_by, "Olli Esimerkki");
	assert_string_equal(kept->displaced_reason, "Jurymies pyysi");
	assert_ok(review_scores(d->world.ctx, d->world.arena, kept->id, &list));
	assert_int_equal(list.n, scores);
}

static void a_file_over_a_draft_is_held(void **state)
{
	static const char row[] = "j1,P-001,1,1,1,,,\n";
	struct desk *d = *state;

	desk_declare_none(d);
	draft(d, "P-001", begun, "Kesken");
	check_held(d, row, "has an unfinished draft of P-001");
	struct juror_item item = read_item(d, &d->juror, mine(d, "P-001"));
	assert_int_equal(item.state, JUROR_DRAFT);
	assert_string_equal(item.notes, "Kesken");
	check_taken(d, row, 1, 0);
	struct reviews history = history_of(d, "P-001");
	assert_int_equal(history.n, 2);
	assert_string_equal(history.rows[0].state, "submitted");
	check_kept(d, &history.rows[1], "displaced", "Kesken", 2);
	assert_int_equal(read_item(d, &d->juror, mine(d, "P-001")).state, JUROR_SUBMITTED);
}

static void a_file_over_what_was_submitted_is_held(void **state)
{
	static const char row[] = "j1,P-002,1,1,1,,,\n";
	struct desk *d = *state;

	desk_declare_none(d);
	submit(d, "P-002", "Omani");
	check_held(d, row, "has submitted P-002 on ");
	check_taken(d, row, 1, 0);
	struct reviews history = history_of(d, "P-002");
	assert_int_equal(history.n, 2);
	assert_string_equal(history.rows[0].state, "submitted");
	check_kept(d, &history.rows[1], "taken_back", "Omani", 3);
}

static void so_is_a_draft_from_a_file(void **state)
{
	static const char row[] = "j1,P-001,1,,,Tuotu,,draft\n";
	struct desk *d = *state;

	desk_declare_none(d);
	draft(d, "P-001", begun, "Kesken");
	check_held(d, row, "has an unfinished draft of P-001");
	check_taken(d, row, 0, 1);
	struct reviews history = history_of(d, "P-001");
	assert_int_equal(history.n, 1);
	check_kept(d, &history.rows[0], "displaced", "Kesken", 2);
	assert_string_equal(read_item(d, &d->juror, mine(d, "P-001")).notes, "Tuotu");
	/* Under a draft that was displaced, a review goes its way as ever. */
	check_taken(d, "j1,P-001,1,1,1,,,\n", 1, 0);
	assert_string_equal(history_of(d, "P-001").rows[0].state, "submitted");
	assert_int_equal(history_of(d, "P-001").n, 3);
}

static void the_very_same_is_a_duplicate(void **state)
{
	struct desk *d = *state;
	struct review_import result;

	desk_declare_none(d);
	submit(d, "P-002", "Omani");
	assert_ok(import(d, "j1,P-002,8,4,7,Omani,Palaute,\n", NULL, &result));
	assert_int_equal(result.duplicates, 1);
	assert_int_equal(result.held, 0);
	review_import_clear(&result);
}

static void what_the_office_entered_it_corrects(void **state)
{
	struct desk *d = *state;
	struct review_import result;

	desk_declare_none(d);
	check_taken(d, "j1,P-003,1,1,1,,,\n", 1, 0);
	assert_ok(import(d, "j1,P-003,2,1,1,,,\n", NULL, &result));
	assert_int_equal(result.added, 1);
	review_import_clear(&result);
	/* Once its juror has confirmed it, it is the juror's. */
	struct juror_seen seen = { mine(d, "P-003"),
		read_item(d, &d->juror, mine(d, "P-003")).version.revision };
	assert_ok(juror_confirm(&d->juror, d->world.problems, &seen, 1));
	check_held(d, "j1,P-003,3,1,1,,,\n", "has submitted P-003 on ");
}

static void typed_in_it_asks_for_a_reason(void **state)
{
	struct desk *d = *state;
	struct context *office = d->world.ctx;
	struct review_input input = input_with(full, "Puhelimessa");
	int64_t round = d->world.problems;

	desk_declare_none(d);
	draft(d, "P-001", begun, "Kesken");
	submit(d, "P-002", "Omani");
	int64_t drafted = mine(d, "P-001"), submitted = mine(d, "P-002");
	assert_refused(E_REASON, "unfinished draft",
		review_submit(office, round, drafted, &input, "Puhelin"));
	assert_refused(
		E_REASON, "unfinished draft", review_save_draft(office, round, drafted, &input));
	assert_refused(E_REASON, "has been submitted",
		review_submit(office, round, submitted, &input, "Puhelin"));
	input.over_juror = " ";
	assert_refused(
		E_REQUIRED, "reason", review_submit(office, round, drafted, &input, "Puhelin"));
	input.over_juror = "Jurymies pyysi";
	assert_ok(review_save_draft(office, round, drafted, &input));
	check_kept(d, &history_of(d, "P-001").rows[0], "displaced", "Kesken", 2);
	assert_ok(review_submit(office, round, submitted, &input, "Puhelin"));
	check_kept(d, &history_of(d, "P-002").rows[1], "taken_back", "Omani", 3);
	/* The office's own draft it goes on with unasked. */
	input.over_juror = NULL;
	assert_ok(review_submit(office, round, drafted, &input, "Puhelin"));
}

/* What was submitted goes on counting: nothing is displaced, so there is no reason to ask for. */
static void a_draft_beside_a_review_takes_nobodys_place(void **state)
{
	struct desk *d = *state;
	struct context *office = d->world.ctx;
	struct review_input input = input_with(begun, "Puhelimessa");
	struct review_import result;
	int64_t round = d->world.problems;

	desk_declare_none(d);
	submit(d, "P-001", "Omani");
	submit(d, "P-002", "Omani");
	assert_ok(review_save_draft(office, round, mine(d, "P-001"), &input));
	assert_ok(import(d, "j1,P-002,1,,,Tuotu,,draft\n", NULL, &result));
	assert_int_equal(result.drafts, 1);
	assert_int_equal(result.held, 0);
	review_import_clear(&result);
	for (int i = 0; i < 2; i++) {
		const char *code = i == 0 ? "P-001" : "P-002";
		struct juror_item item = read_item(d, &d->juror, mine(d, code));

		assert_int_equal(item.state, JUROR_SUBMITTED);
		assert_string_equal(item.notes, "Omani");
		assert_int_equal(history_of(d, code).n, 1);
		assert_string_equal(history_of(d, code).rows[0].state, "submitted");
	}
	/* In its place it comes on purpose only, and the reason stays. */
	input = input_with(full, "Puhelimessa");
	assert_refused(E_REASON, "has been submitted",
		review_submit(office, round, mine(d, "P-001"), &input, "Puhelin"));
	input.over_juror = "Jurymies pyysi";
	assert_ok(review_submit(office, round, mine(d, "P-001"), &input, "Puhelin"));
	check_kept(d, &history_of(d, "P-001").rows[2], "taken_back", "Omani", 3);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_DESK(a_file_over_a_draft_is_held),
		TEST_DESK(a_file_over_what_was_submitted_is_held),
		TEST_DESK(so_is_a_draft_from_a_file),
		TEST_DESK(the_very_same_is_a_duplicate),
		TEST_DESK(what_the_office_entered_it_corrects),
		TEST_DESK(typed_in_it_asks_for_a_reason),
		TEST_DESK(a_draft_beside_a_review_takes_nobodys_place),
	};
	return RUN(tests);
}
