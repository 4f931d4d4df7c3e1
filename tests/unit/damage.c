/* SPDX-License-Identifier: MIT
 * The file as a whole: bits of the search index, the schema, bytes that went bad; and what must
 * verify because it is only a copy, a backup, or what a killed process left. */
#define TEST_NAME "damage"
#include "tests/sanitized.h"
#include "tests/unit/outsider.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "src/base/dice.h"
#include "src/phases/note.h"
#include "src/roof/kinds.h"

/* Turns a bit of one page of the index; `part` of 4 says where in it. */
static void turn_bit(struct outsider *o, const char *key, int part)
{
	sqlite3_stmt *row =
		query(o->sqlite, sqlite3_mprintf("SELECT block FROM search_data WHERE %s", key));

	assert_int_equal(sqlite3_step(row), SQLITE_ROW);
	int n = sqlite3_column_bytes(row, 0), at = part == 4 ? n - 1 : n * part / 4;
	uint8_t *bytes = malloc((size_t)n);
	memcpy(bytes, sqlite3_column_blob(row, 0), (size_t)n);
	sqlite3_finalize(row);
	bytes[at] ^= 1;
	row = query(o->sqlite, sqlite3_mprintf("UPDATE search_data SET block = ?1 WHERE %s", key));
	sqlite3_bind_blob(row, 1, bytes, n, SQLITE_TRANSIENT);
	assert_int_equal(sqlite3_step(row), SQLITE_DONE);
	sqlite3_finalize(row);
	free(bytes);
}

/* Does the copy say what the full file says, in every table? Of the index, that every word is found
 * where it is: what was deleted leaves marks in it that nothing reads any more. */
static const char differences[] =
	"SELECT 'SELECT 1 FROM (SELECT * FROM main.' || name || "
	"' EXCEPT SELECT * FROM whole.' || name || "
	"') UNION ALL SELECT 1 FROM (SELECT * FROM whole.' || name || "
	"' EXCEPT SELECT * FROM main.' || name || ')' "
	"FROM whole.sqlite_schema WHERE type = 'table' AND name <> 'search_data' "
	"UNION ALL SELECT 'SELECT * FROM temp.ours EXCEPT SELECT * FROM temp.theirs' "
	"UNION ALL SELECT 'SELECT * FROM temp.theirs EXCEPT SELECT * FROM temp.ours' "
	"UNION ALL SELECT 'SELECT 1 FROM temp.counts c WHERE c.doc <> "
	"(SELECT count(*) FROM main.search WHERE search MATCH ''\"'' || c.term || ''\"'')' "
	"UNION ALL SELECT DISTINCT 'SELECT (SELECT group_concat(rowid) FROM main.search WHERE "
	"search MATCH ''\"' || substr(term, 1, 1) || '\"*'') AS a, (SELECT group_concat(rowid) FROM "
	"whole.search WHERE search MATCH ''\"' || substr(term, 1, 1) || '\"*'') AS b WHERE a IS NOT "
	"b' FROM temp.counts";

static bool says_the_same(struct outsider *o)
{
	bool same = true;

	assert_int_equal(sqlite3_open(o->copy, &o->sqlite), SQLITE_OK);
	char *sql = sqlite3_mprintf(
		"ATTACH %Q AS whole; "
		"CREATE VIRTUAL TABLE temp.ours USING fts5vocab(main, search, instance); "
		"CREATE VIRTUAL TABLE temp.theirs USING fts5vocab(whole, search, instance); "
		"CREATE VIRTUAL TABLE temp.counts USING fts5vocab(whole, search, row);",
		o->f->path);
	assert_true(copy_run(o, sql));
	sqlite3_free(sql);
	sqlite3_stmt *queries = query(o->sqlite, sqlite3_mprintf("%s", differences));
	while (same && sqlite3_step(queries) == SQLITE_ROW) {
		sqlite3_stmt *rows =
			query(o->sqlite, sqlite3_mprintf("%s", sqlite3_column_text(queries, 0)));

		same = sqlite3_step(rows) == SQLITE_DONE;
		if (!same)
			print_error("# %s\n", sqlite3_column_text(queries, 0));
		sqlite3_finalize(rows);
	}
	sqlite3_finalize(queries);
	copy_close(o);
	return same;
}

static void turn_bits(struct outsider *o, const char *key)
{
	struct verdict v;

	for (int part = 0; part <= 4; part++) {
		copy_open(o);
		turn_bit(o, key, part);
		copy_close(o);
		if (*look(o, &v) == '\0' && !says_the_same(o))
			stop_test("search_data, %s, part %d: not found", key, part);
	}
}

static void every_part_of_the_search_index_is_checked(void **state)
{
	each_name(*state, "SELECT 'id = ' || id FROM search_data ORDER BY id", turn_bits);
}

/* An entry too early in the order leads past the words before it. */
static void mislead(struct outsider *o, const char *key)
{
	static const char *const changes[] = {
		"UPDATE search_idx SET term = CAST(substr(term, 1, 2) AS BLOB) WHERE %s",
		"UPDATE search_idx SET pgno = pgno - 2 WHERE %s",
		"UPDATE search_idx SET pgno = 0 WHERE %s",
		"UPDATE search_idx SET pgno = pgno + 1 - 2 * (pgno & 1) WHERE %s",
		"DELETE FROM search_idx WHERE %s",
	};

	for (size_t i = 0; i < LEN(changes); i++) {
		copy_open(o);
		assert_true(copy_run_on_one(o, sqlite3_mprintf(changes[i], key)));
		copy_close(o);
		assert_int_equal(missed(o, "search_idx", key, changes[i]), 0);
	}
}

static void every_way_into_the_search_index_is_checked(void **state)
{
	struct outsider *o = *state;

	assert_true(outside_number(o->f->path,
			    "SELECT count(*) FROM search_idx WHERE length(term) > 2") > 0);
	each_name(o,
		"SELECT 'segid = ' || segid || ' AND term = x''' || hex(term) || '''' "
		"FROM search_idx WHERE length(term) > 2 ORDER BY segid, term",
		mislead);
}

static const char *const schema_changes[] = {
	"CREATE TABLE extra (a)",
	"CREATE INDEX extra ON log (time)",
	"CREATE VIEW extra AS SELECT 1",
	"CREATE TRIGGER extra AFTER UPDATE ON person BEGIN DELETE FROM log; END",
	"CREATE TRIGGER search_extra AFTER INSERT ON score BEGIN UPDATE score SET value = 0; END",
	"CREATE VIRTUAL TABLE extra USING fts5 (a)",
	"DROP TRIGGER decision_final",
	"DROP INDEX review_counting",
	"DROP VIEW assignment_status",
	"ALTER TABLE person ADD COLUMN extra TEXT",
	"ALTER TABLE partner RENAME TO partners",
	("PRAGMA writable_schema = ON; UPDATE sqlite_schema "
	 "SET sql = replace(sql, 'signed', 'draft') WHERE name = 'decision_kept'"),
	("PRAGMA writable_schema = ON; UPDATE sqlite_schema "
	 "SET sql = replace(sql, '1000000', '2000000') WHERE name = 'score'"),
	("DROP VIEW search_source; CREATE VIEW search_source (kind, ref, head, body) AS "
	 "SELECT id & 31, id >> 5, '', '' FROM search_docsize"),
	"PRAGMA user_version = 0",
	"PRAGMA user_version = 1",
	"PRAGMA user_version = 3",
	"PRAGMA application_id = 7",
};

static void every_change_of_the_schema_is_found(void **state)
{
	struct outsider *o = *state;
	struct verdict v;

	for (size_t i = 0; i < LEN(schema_changes); i++) {
		bool number = strncmp(schema_changes[i], "PRAGMA u", 8) == 0 ||
			      strncmp(schema_changes[i], "PRAGMA a", 8) == 0;

		copy_open(o);
		if (!copy_run(o, schema_changes[i]))
			stop_test("%s: %s", schema_changes[i], sqlite3_errmsg(o->sqlite));
		copy_close(o);
		const char *fault = look(o, &v);
		if (strcmp(fault, "schema") != 0 && !(number && strcmp(fault, "refused") == 0))
			stop_test("%s: \"%s\" in \"%s\"", schema_changes[i], fault, v.table);
	}
}

/* What other programs may do by themselves is none; what they change on top of it is, by its name.
 */
static void statistics_are_no_change(void **state)
{
	struct outsider *o = *state;
	struct verdict v;

	copy_open(o);
	assert_true(copy_run(o, "ANALYZE"));
	copy_close(o);
	assert_string_equal(look(o, &v), "");
	copy_open(o);
	assert_true(copy_run(o, "ANALYZE; DROP INDEX review_counting"));
	copy_close(o);
	assert_string_equal(look(o, &v), "schema");
	assert_string_equal(v.table, "review_counting");
}

/* A bit anywhere in the file turns: it is found, or nothing that the file says has changed. */
static void a_bad_bit_is_found_or_means_nothing(void **state)
{
	struct outsider *o = *state;
	uint64_t dice = 7;
	struct verdict v;
	int found = 0, tries = sanitized() ? 16 : 150;

	for (int i = 0; i < tries; i++) {
		size_t at = (size_t)(dice_roll(&dice) % o->n);
		char was = o->bytes[at];

		o->bytes[at] = (char)(was ^ (1 << dice_roll(&dice) % 8));
		copy_write(o, o->bytes, o->n);
		o->bytes[at] = was;
		const char *fault = look(o, &v);
		if (*fault == '\0' && !says_the_same(o))
			stop_test("byte %zu: not found", at);
		found += *fault == '\0' ? 0 : 1;
	}
	assert_true(found > tries / 8);
}

static void a_copy_verifies(void **state)
{
	struct outsider *o = *state;
	struct verdict v;

	copy_write(o, o->bytes, o->n);
	assert_string_equal(look(o, &v), "");
	assert_true(says_the_same(o));
}

static void add_note(struct context *ctx, int64_t *id)
{
	struct note note = { .object = "091", .who = "", .text = "t" };

	assert_ok(note_add(ctx, &note, kinds_name, id));
}

static void assert_verdict(const char *path, int64_t last_note)
{
	struct verdict v;
	struct db *db;

	assert_ok(db_open(path, &db));
	assert_ok(verify_file(db, 0, "", &v));
	if (!v.good)
		stop_test("%s: %s in %s, row %lld", path, v.fault, v.table, (long long)v.row);
	db_close(db);
	assert_int_equal(outside_number(path, "SELECT max(id) FROM contact_note"), last_note);
}

static void a_backup_and_what_is_restored_from_it_verify(void **state)
{
	struct outsider *o = *state;
	char backup[140], restored[140];
	struct context ctx;
	struct db *db;
	int64_t id, later;

	snprintf(backup, sizeof(backup), "%s.backup", o->copy);
	snprintf(restored, sizeof(restored), "%s.restored", o->copy);
	copy_write(o, o->bytes, o->n);
	assert_ok(context_open(o->copy, &ctx));
	assert_ok(context_enter(&ctx, "office", "uid 1000"));
	add_note(&ctx, &id);
	assert_ok(db_backup(ctx.db, backup, NULL, NULL));
	add_note(&ctx, &later);
	context_close(&ctx);
	assert_ok(db_open(backup, &db));
	assert_ok(db_restore(db, restored));
	db_close(db);
	assert_verdict(o->copy, later);
	assert_verdict(backup, id);
	assert_verdict(restored, id);
}

/* As an index does that grows by single records, with parts of it merged now and then. */
static void grow(struct context *ctx, uint64_t *dice)
{
	struct note note = { .object = "091", .who = "" };
	struct buffer text = { 0 };
	int64_t id;

	buffer_printf(&text, "sana");
	for (uint64_t n = dice_roll(dice) % 200; n > 0; n--)
		buffer_printf(&text, " %c%d", (char)('a' + dice_roll(dice) % 26),
			(int)(dice_roll(dice) % 500));
	note.text = text.text;
	assert_ok(note_add(ctx, &note, kinds_name, &id));
	if (id % 3 == 0) {
		struct arena arena = { 0 };

		assert_ok(note_get(ctx, &arena, id / 3, &note));
		note.text = text.text;
		assert_ok(note_update(ctx, &note));
		arena_clear(&arena);
	}
	buffer_clear(&text);
}

static void a_search_index_that_grew_and_was_merged_verifies(void **state)
{
	struct outsider *o = *state;
	struct context ctx;
	uint64_t dice = 3;
	struct verdict v;

	copy_write(o, o->bytes, o->n);
	assert_ok(context_open(o->copy, &ctx));
	assert_ok(context_enter(&ctx, "office", "uid 1000"));
	for (int i = 0; i < 400; i++) {
		grow(&ctx, &dice);
		if (i % 50 == 49)
			assert_string_equal(look(o, &v), "");
	}
	context_close(&ctx);
	int64_t half_merged = 0;
	for (int i = 0; i < 20; i++) {
		outside(o->copy, "INSERT INTO search (search, rank) VALUES ('merge', -3)");
		assert_string_equal(look(o, &v), "");
		half_merged += outside_number(o->copy,
			"SELECT count(*) FROM search_idx i WHERE NOT EXISTS "
			"(SELECT 1 FROM search_data WHERE id = (i.segid << 37) + (i.pgno >> 1))");
	}
	assert_true(half_merged > 0);
}

/* Says on `fd` each note that is saved, until it is killed. */
static void write_notes(const char *path, int fd)
{
	struct note note = { .object = "091", .who = "", .text = "t" };
	struct context ctx;
	int64_t id;

	if (context_open(path, &ctx).code != E_OK ||
		context_enter(&ctx, "office", "uid 1000").code != E_OK)
		_exit(1);
	while (note_add(&ctx, &note, kinds_name, &id).code == E_OK &&
		write(fd, &id, sizeof(id)) == sizeof(id))
		continue;
	_exit(1);
}

static void what_a_killed_process_leaves_verifies(void **state)
{
	struct outsider *o = *state;
	int64_t id = 0, saved = 0;
	int pipes[2], status;

	copy_write(o, o->bytes, o->n);
	assert_int_equal(pipe(pipes), 0);
	pid_t child = fork();
	if (child == 0)
		write_notes(o->copy, pipes[1]);
	close(pipes[1]);
	for (int i = 0; i < 5; i++)
		assert_int_equal(read(pipes[0], &saved, sizeof(saved)), sizeof(saved));
	kill(child, SIGKILL);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFSIGNALED(status));
	while (read(pipes[0], &id, sizeof(id)) == sizeof(id))
		saved = id;
	close(pipes[0]);
	id = outside_number(o->copy, "SELECT max(id) FROM contact_note");
	assert_true(id == saved || id == saved + 1);
	assert_verdict(o->copy, id);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_part_of_the_search_index_is_checked),
		TEST(every_way_into_the_search_index_is_checked),
		TEST(every_change_of_the_schema_is_found),
		TEST(statistics_are_no_change),
		TEST(a_bad_bit_is_found_or_means_nothing),
		TEST(a_copy_verifies),
		TEST(a_search_index_that_grew_and_was_merged_verifies),
		TEST(a_backup_and_what_is_restored_from_it_verify),
		TEST(what_a_killed_process_leaves_verifies),
	};
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name(TEST_NAME, tests, outsider_setup, outsider_teardown);
}
