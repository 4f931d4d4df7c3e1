/* SPDX-License-Identifier: MIT
 * What only a line outside the file can prove: whoever writes rows, digests and log anew with care
 * is not found by verify, but by any checkpoint that was taken before. */
#define TEST_NAME "checkpoint"
#include "src/ground/checkpoint.h"
#include "src/phases/note.h"
#include "src/roof/kinds.h"
#include "tests/unit/chain.h"
#include "tests/unit/outsider.h"

static const char *line_of(struct context *ctx, struct arena *arena)
{
	struct checkpoint checkpoint;
	char line[CHECKPOINT_LINE_SIZE];

	assert_ok(checkpoint_make(ctx, &checkpoint));
	checkpoint_line(&checkpoint, line);
	return arena_text(arena, line);
}

/* "3/5 ok" or "3/5 hash at line 2, entry 17", and whether the file itself verifies. */
static const char *tested(
	struct context *ctx, struct arena *arena, const char *text, struct verdict *verdict)
{
	struct checkpoint_report r;

	assert_ok(checkpoint_test(ctx, arena, text, verdict, &r));
	if (r.line == 0)
		return arena_printf(arena, "%zu/%zu ok", r.hold, r.lines);
	return arena_printf(arena, "%zu/%zu %s at line %zu, entry %lld", r.hold, r.lines,
		checkpoint_code(r.fault), r.line, (long long)r.seq);
}

/* Rewrites the copy with care; plain verify passes it, the checkpoint of the true file does not. */
static void assert_only_checkpoint_finds(struct outsider *o, const char *sql, const char *fault)
{
	struct arena arena = { 0 };
	struct context ctx;
	struct verdict v;

	copy_open(o);
	copy_close(o);
	assert_ok(context_open(o->copy, &ctx));
	const char *line = line_of(&ctx, &arena);
	assert_string_equal(tested(&ctx, &arena, line, &v), "1/1 ok");
	assert_true(v.good);
	context_close(&ctx);
	copy_open(o);
	assert_true(copy_run(o, sql));
	assert_true(sqlite3_changes(o->sqlite) > 0);
	copy_close(o);
	assert_string_not_equal(look(o, &v), "");
	chain_forge_rows(o->copy);
	assert_string_equal(look(o, &v), "");
	assert_ok(context_open(o->copy, &ctx));
	const char *found = tested(&ctx, &arena, line, &v);
	context_close(&ctx);
	if (strncmp(found, fault, strlen(fault)) != 0)
		stop_test("%s: %s", sql, found);
	assert_true(v.good == (strstr(found, "competition") != NULL));
	arena_clear(&arena);
}

static void scores_written_anew(void **state)
{
	assert_only_checkpoint_finds(*state,
		"UPDATE score SET value = value - 500 WHERE value > 500 AND review_id IN (SELECT "
		"id FROM review WHERE assignment_id IN (SELECT id FROM assignment WHERE "
		"round_item_id = (SELECT min(i.id) FROM round_item i JOIN assignment a ON "
		"a.round_item_id = i.id JOIN review r ON r.assignment_id = a.id JOIN score s ON "
		"s.review_id = r.id WHERE s.value > 500)))",
		"0/1 hash at line 1");
}

static void a_juror_made_administrator(void **state)
{
	assert_only_checkpoint_finds(*state,
		"UPDATE account SET role = 'admin' WHERE id = (SELECT min(id) FROM account WHERE "
		"role = 'juror')",
		"0/1 hash at line 1");
}

static void decisions_dated_back(void **state)
{
	assert_only_checkpoint_finds(*state,
		"UPDATE log SET time = time - 2592000 WHERE verb LIKE 'decision.%'; UPDATE "
		"decision SET day = day - 30, signed = signed - 2592000",
		"0/1 hash at line 1");
}

/* The first entry makes the competition: with it anew, the file is another one. */
static void the_whole_log_written_anew(void **state)
{
	assert_only_checkpoint_finds(*state,
		"UPDATE decision SET day = day - 30; UPDATE log SET time = time - 60",
		"0/1 competition at line 1");
}

static void add_note(struct fixture *f, const char *text)
{
	struct note note = { .object = "091", .who = "", .text = text };
	int64_t id;

	assert_ok(note_add(&f->ctx, &note, kinds_name, &id));
}

static void an_old_backup_in_its_place(void **state)
{
	struct fixture *f = *state;
	char path[120];
	struct context old;
	struct verdict v;

	add_note(f, "a");
	const char *then = line_of(&f->ctx, &f->arena);
	snprintf(path, sizeof(path), "%s/b.db", f->directory);
	assert_ok(db_backup(f->ctx.db, path, NULL, NULL));
	add_note(f, "b");
	const char *lines = arena_printf(&f->arena, "%s\n%s\n", then, line_of(&f->ctx, &f->arena));
	assert_string_equal(tested(&f->ctx, &f->arena, lines, &v), "2/2 ok");
	assert_ok(context_open(path, &old));
	assert_ok(verify_file(old.db, 0, "", &v));
	assert_true(v.good);
	assert_string_equal(tested(&old, &f->arena, lines, &v), "1/2 beyond at line 2, entry 3");
	assert_string_equal(v.fault, "head");
	assert_int_equal(v.seq, 3);
	context_close(&old);
}

/* The order of the lines does not matter, nor what mail and editors do around them. */
static void every_line_is_tested(void **state)
{
	struct fixture *f = *state;
	struct verdict v;
	const char *lines[4];

	for (size_t i = 0; i < LEN(lines); i++) {
		add_note(f, "a");
		lines[i] = line_of(&f->ctx, &f->arena);
	}
	assert_string_equal(tested(&f->ctx, &f->arena,
				    arena_printf(&f->arena, "\n%s\r\n  %s \t\n\n%s\n%s\n%s",
					    lines[2], lines[0], lines[3], lines[1], lines[2]),
				    &v),
		"5/5 ok");
	char *wrong = arena_text(&f->arena, lines[1]);
	char *digit = strchr(wrong, ' ') + 3 + 16 + 1 + 2 + 5;
	*digit = *digit == '0' ? '1' : '0';
	assert_string_equal(
		tested(&f->ctx, &f->arena,
			arena_printf(&f->arena, "%s\n%s\n%s", lines[3], wrong, lines[0]), &v),
		"2/3 hash at line 2, entry 3");
}

/* What is no checkpoint is named by its line and never taken for one. */
static void other_lines_are_named(void **state)
{
	static const char *const wrong[] = {
		"x",
		"klash-checkpoint",
		"klash-checkpoint 2 ID 1 HASH 2018-10-01T09:00:00Z",
		"klash-checkpoint 1 ID 0 HASH 2018-10-01T09:00:00Z",
		"klash-checkpoint 1 ID -1 HASH 2018-10-01T09:00:00Z",
		"klash-checkpoint 1 ID 01 HASH 2018-10-01T09:00:00Z",
		"klash-checkpoint 1 ID 99999999999999999999 HASH 2018-10-01T09:00:00Z",
		"klash-checkpoint 1 ID 1 HASH0 2018-10-01T09:00:00Z",
		"klash-checkpoint 1 ID0 1 HASH 2018-10-01T09:00:00Z",
		"klash-checkpoint 1  ID 1 HASH 2018-10-01T09:00:00Z",
		"klash-checkpoint 1 ID 1 HASH 2018-13-01T09:00:00Z",
		"klash-checkpoint 1 ID 1 HASH 2018-10-01T09:00:00+02:00",
		"klash-checkpoint 1 ID 1 HASH 2018-10-01T09:00:00Z and more",
		"Klash-checkpoint 1 ID 1 HASH 2018-10-01T09:00:00Z",
	};
	struct fixture *f = *state;
	struct checkpoint head;
	struct verdict v;

	assert_ok(checkpoint_make(&f->ctx, &head));
	assert_int_equal(head.seq, 1);
	for (size_t i = 0; i < LEN(wrong); i++) {
		struct buffer text = { 0 };

		for (const char *c = wrong[i]; *c != '\0'; c++) {
			bool id = strncmp(c, "ID", 2) == 0, hash = strncmp(c, "HASH", 4) == 0;

			if (id || hash)
				buffer_text(&text, id ? head.competition : head.hash);
			else
				buffer_add(&text, c, 1);
			c += id ? 1 : hash ? 3 : 0;
		}
		const char *got = tested(&f->ctx, &f->arena,
			arena_printf(&f->arena, "%s\n%s", line_of(&f->ctx, &f->arena), text.text),
			&v);
		if (strcmp(got, "1/2 line at line 2, entry 0") != 0)
			stop_test("%s: %s", text.text, got);
		buffer_clear(&text);
		assert_true(v.good);
	}
	char *huge = arena_alloc(&f->arena, 1000001);
	memset(huge, 'k', 1000000);
	assert_string_equal(tested(&f->ctx, &f->arena, huge, &v), "0/1 line at line 1, entry 0");
}

static void a_text_without_lines_proves_nothing(void **state)
{
	struct fixture *f = *state;
	struct checkpoint_report report;
	struct verdict v;

	assert_refused(E_RULE, "no checkpoint",
		checkpoint_test(&f->ctx, &f->arena, "\n \r\n", &v, &report));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(scores_written_anew),
		TEST(a_juror_made_administrator),
		TEST(decisions_dated_back),
		TEST(the_whole_log_written_anew),
		TEST_FILE(an_old_backup_in_its_place),
		TEST_FILE(every_line_is_tested),
		TEST_FILE(other_lines_are_named),
		TEST_FILE(a_text_without_lines_proves_nothing),
	};
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name(TEST_NAME, tests, outsider_setup, outsider_teardown);
}
