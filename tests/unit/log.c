/* SPDX-License-Identifier: MIT
 * What each act leaves in the log: who, when, what, which rows; and what must never be in it. */
#define TEST_NAME "log"
#include "tests/sanitized.h"
#include "tests/unit/acts.h"
#include "tests/unit/chain.h"
#include "tests/unit/full.h"

#include "db/base/sortkey.h"
#include "db/store/note.h"
#include "db/store/round.h"
#include "db/verify.h"
#include "src/ground/journal_write.h"
#include "src/roof/journal.h"
#include "src/judging/round.h"
#include "src/phases/note.h"
#include "src/roof/kinds.h"
#include "src/registers/account.h"

struct watching {
	int64_t head;
	bool seen[ACTS_MAX];
};

static int by_text(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The counter behind a code goes with whatever gets one. */
static const char *changes_of(struct fixture *f, int64_t seq)
{
	struct log_items items;
	struct buffer text = { 0 };
	size_t n = 0;

	assert_ok(store_log_changes(f->ctx.db, &f->arena, seq, &items));
	char **all = arena_alloc(&f->arena, (items.n + 1) * sizeof(*all));
	for (size_t i = 0; i < items.n; i++) {
		char op = *items.rows[i].op;

		if (strcmp(items.rows[i].table, "code_series") == 0)
			continue;
		all[n++] = arena_printf(&f->arena, "%c%s",
			op == 'I' ? '+' :
			op == 'U' ? '~' :
				    '-',
			items.rows[i].table);
	}
	qsort(all, n, sizeof(*all), by_text);
	buffer_text(&text, "");
	for (size_t i = 0; i < n; i++)
		if (i == 0 || strcmp(all[i], all[i - 1]) != 0)
			buffer_printf(&text, "%s%s", i == 0 ? "" : " ", all[i]);
	const char *changes = arena_text(&f->arena, text.text);
	buffer_clear(&text);
	return changes;
}

static void find_act(struct watching *watching, const char *verb, const char *changes)
{
	for (size_t i = 0; i < acts_n; i++) {
		if (strcmp(acts[i].verb, verb) != 0 || strcmp(acts[i].changes, changes) != 0)
			continue;
		watching->seen[i] = true;
		return;
	}
	stop_test("%s leaves \"%s\" in the log", verb, changes);
}

static void assert_worded(struct fixture *f, const struct log_entry *entry)
{
	const char *sentence = journal_sentence(&f->ctx, &f->arena, entry);

	if (strstr(sentence, arena_printf(&f->arena, ": %s ", entry->verb)) != NULL)
		stop_test("no words for %s: %s", entry->verb, sentence);
}

static void assert_good(struct fixture *f, const char *when)
{
	struct verdict v;

	assert_ok(verify_file(f->ctx.db, 0, "", &v));
	if (!v.good)
		stop_test("%s: %s in %s, row %lld", when, v.fault, v.table, (long long)v.row);
}

static void watch_entry(struct fixture *f, const struct context *who, const char *act, void *arg)
{
	struct watching *watching = arg;
	int entries = full_entries(act);
	struct log_entry entry;
	int64_t head;

	assert_ok(store_log_head(f->ctx.db, &head));
	assert_int_equal(head, watching->head + entries);
	for (int i = 1; i <= entries; i++) {
		assert_ok(journal_get(&f->ctx, &f->arena, watching->head + i, &entry));
		assert_int_equal(entry.account_id, who->account.id);
		assert_string_equal(entry.who, who->account.name);
		assert_string_equal(entry.via, who->via);
		assert_int_equal(entry.time, fixture_now);
		find_act(watching, entry.verb, changes_of(f, watching->head + i));
		assert_worded(f, &entry);
	}
	watching->head = head;
	if (!sanitized() || head % 8 == 0)
		assert_good(f, act);
}

static void every_act_leaves_one_entry_and_a_file_that_verifies(void **state)
{
	struct watching watching = { .head = 1 };

	assert_true(acts_n <= ACTS_MAX);

	full_make(*state, watch_entry, &watching);
	for (size_t i = 0; i < acts_n; i++)
		/* Whether a row's id is taken again depends on the order of the random codes. */
		if (!watching.seen[i] && strcmp(acts[i].verb, "blind.carry") != 0)
			stop_test("never seen: %s with \"%s\"", acts[i].verb, acts[i].changes);
}

static void add_note(struct context *ctx, const char *text, int64_t *id)
{
	struct note note = { .object = "091", .who = MARK " Soittaja", .text = text };

	assert_ok(note_add(ctx, &note, kinds_name, id));
}

static int64_t head_of(struct context *ctx)
{
	int64_t head;

	assert_ok(store_log_head(ctx->db, &head));
	return head;
}

static const char *hash_of(struct fixture *f, int64_t seq)
{
	struct log_entry entry;

	assert_ok(journal_get(&f->ctx, &f->arena, seq, &entry));
	return entry.hash;
}

static const char *fault_with_head(struct fixture *f, int64_t seq, const char *hex)
{
	struct verdict v;

	assert_ok(verify_file(f->ctx.db, seq, hex, &v));
	return v.good ? "" :
			arena_printf(&f->arena, "%s %s %lld", v.fault, v.table, (long long)v.row);
}

/* What is not personal is copied, what is personal is not: neither its words nor, for drafts,
 * anything. */
static void assert_absent(sqlite3 *sqlite, const char *table, const char *column, bool working)
{
	char *sql = sqlite3_mprintf("SELECT \"%w\" FROM \"%w\" WHERE typeof(\"%w\") = 'text' AND "
				    "length(\"%w\") >= 6",
		column, table, column, column);
	sqlite3_stmt *values, *found;
	int marked = 0;

	assert_int_equal(sqlite3_prepare_v2(sqlite, sql, -1, &values, NULL), SQLITE_OK);
	assert_int_equal(
		sqlite3_prepare_v2(sqlite,
			"SELECT 1 FROM log WHERE instr(via || ' ' || verb || ' ' || object, ?1) "
			"UNION SELECT 1 FROM log_change WHERE instr(before, ?1)",
			-1, &found, NULL),
		SQLITE_OK);
	while (sqlite3_step(values) == SQLITE_ROW) {
		const char *text = (const char *)sqlite3_column_text(values, 0);

		if (!working && strstr(text, MARK) == NULL && strlen(text) != 64)
			continue;
		marked++;
		sqlite3_bind_text(found, 1, text, -1, SQLITE_TRANSIENT);
		if (sqlite3_step(found) == SQLITE_ROW)
			stop_test("%s.%s is in the log: %s", table, column, text);
		sqlite3_reset(found);
	}
	if (marked == 0)
		stop_test("%s.%s has nothing to look for", table, column);
	sqlite3_finalize(values);
	sqlite3_finalize(found);
	sqlite3_free(sql);
}

static void personal_and_unfinished_texts_are_not_in_the_log(void **state)
{
	struct fixture *f = *state;
	sqlite3_stmt *columns;
	sqlite3 *sqlite;
	int n = 0;

	full_make(f, NULL, NULL);
	assert_int_equal(sqlite3_open(f->path, &sqlite), SQLITE_OK);
	/* Applicants are copies of what municipalities and teams are called, which the log may have
	 * of those. */
	assert_int_equal(sqlite3_prepare_v2(sqlite,
				 "SELECT c.tbl, c.col, c.class = 'working' FROM column_class c "
				 "JOIN pragma_table_info(c.tbl) i ON i.name = c.col "
				 "WHERE c.class IN ('personal', 'working') AND i.type = 'TEXT' "
				 "AND c.col NOT IN ('applicant_fi', 'applicant_sv')",
				 -1, &columns, NULL),
		SQLITE_OK);
	while (sqlite3_step(columns) == SQLITE_ROW) {
		n++;
		assert_absent(sqlite, (const char *)sqlite3_column_text(columns, 0),
			(const char *)sqlite3_column_text(columns, 1),
			sqlite3_column_int(columns, 2) != 0);
	}
	sqlite3_finalize(columns);
	sqlite3_close(sqlite);
	assert_true(n > 40);
	assert_int_equal(
		outside_number(f->path, "SELECT count(*) FROM log_change WHERE before LIKE "
					"'%" MARK "%'"),
		0);
}

/* A column without a class would be in neither the log nor a digest. */
static void every_column_has_a_class(void **state)
{
	struct fixture *f = *state;

	assert_int_equal(outside_number(f->path,
				 "SELECT count(*) FROM (SELECT t.name, c.name FROM sqlite_schema t "
				 "JOIN pragma_table_info(t.name) c WHERE t.type = 'table' "
				 "AND t.name NOT LIKE 'search%' "
				 "EXCEPT SELECT tbl, col FROM column_class)"),
		0);
	assert_int_equal(outside_number(f->path,
				 "SELECT count(*) FROM (SELECT tbl, col FROM column_class EXCEPT "
				 "SELECT t.name, c.name FROM sqlite_schema t "
				 "JOIN pragma_table_info(t.name) c)"),
		0);
}

static void hashes_are_as_documented(void **state)
{
	struct fixture *f = *state;

	full_make(f, NULL, NULL);
	assert_int_equal(chain_first_wrong(f->path), 0);
	outside(f->path, "UPDATE log SET object = 'P-009' WHERE seq = 7");
	assert_int_equal(chain_first_wrong(f->path), 7);
}

/* id, object, at, who, text, due, done, account_id, v, salt */
static void digest_of_a_row_is_as_documented(void **state)
{
	struct fixture *f = *state;
	uint8_t digest[HASH_SIZE];
	sqlite3_stmt *row;
	sqlite3 *sqlite;
	int64_t id;

	add_note(&f->ctx, MARK, &id);
	assert_int_equal(sqlite3_open(f->path, &sqlite), SQLITE_OK);
	assert_int_equal(sqlite3_prepare_v2(sqlite,
				 "SELECT n.salt, n.*, "
				 "(SELECT digest FROM log_change WHERE tbl = 'contact_note' ORDER "
				 "BY id DESC) "
				 "FROM contact_note n",
				 -1, &row, NULL),
		SQLITE_OK);
	assert_int_equal(sqlite3_step(row), SQLITE_ROW);
	chain_row_digest("contact_note", "0001100001", row, digest);
	assert_int_equal(sqlite3_column_bytes(row, 11), HASH_SIZE);
	assert_memory_equal(sqlite3_column_blob(row, 11), digest, HASH_SIZE);
	sqlite3_finalize(row);
	sqlite3_close(sqlite);
}

static void a_head_noted_earlier_must_still_be_there(void **state)
{
	struct fixture *f = *state;
	int64_t id;

	add_note(&f->ctx, "a", &id);
	int64_t seq = head_of(&f->ctx);
	const char *hash = hash_of(f, seq);
	add_note(&f->ctx, "b", &id);
	assert_string_equal(fault_with_head(f, seq, hash), "");
	assert_string_equal(fault_with_head(f, seq + 1, hash), "head log 3");
	assert_string_equal(fault_with_head(f, seq + 7, hash), "head log 9");
}

/* Somebody who knows how can write the log anew; only what was noted outside the file tells. */
static void a_log_written_anew_shows_against_a_noted_head(void **state)
{
	struct fixture *f = *state;
	int64_t id;

	add_note(&f->ctx, "a", &id);
	add_note(&f->ctx, "b", &id);
	int64_t seq = head_of(&f->ctx);
	const char *hash = hash_of(f, seq);
	outside(f->path, "UPDATE log SET time = time - 86400 WHERE seq = 2");
	chain_forge(f->path);
	fixture_reopen(f);
	assert_string_equal(fault_with_head(f, 0, ""), "");
	assert_string_equal(fault_with_head(f, seq, hash), "head log 3");
}

static void a_log_cut_off_shows_against_a_noted_head(void **state)
{
	struct fixture *f = *state;
	int64_t id;

	add_note(&f->ctx, "a", &id);
	assert_ok(journal_export(&f->ctx, "problems"));
	int64_t seq = head_of(&f->ctx);
	const char *hash = hash_of(f, seq);
	outside(f->path, "DELETE FROM log WHERE seq = 3");
	assert_string_equal(fault_with_head(f, 0, ""), "");
	assert_string_equal(fault_with_head(f, seq, hash), "head log 3");
	outside(f->path, "DELETE FROM log_change WHERE log_seq = 2; DELETE FROM log WHERE seq = 2");
	assert_string_equal(fault_with_head(f, 0, ""), "extra contact_note 1");
}

static void what_is_refused_leaves_nothing(void **state)
{
	struct fixture *f = *state;
	struct note note = { .object = "091", .who = "", .text = "t" };
	struct context juror;
	int64_t id;

	add_note(&f->ctx, "a", &id);
	fixture_enter(f, "maija", "juror", &juror);
	int64_t head = head_of(&f->ctx);
	assert_fails(E_DENIED, note_add(&juror, &note, kinds_name, &id));
	assert_fails(E_NOT_FOUND,
		note_add(&f->ctx, &(struct note){ .object = "P-9", .text = "t" }, kinds_name, &id));
	assert_fails(
		E_REQUIRED, note_add(&f->ctx, &(struct note){ .object = "091" }, kinds_name, &id));
	assert_ok(note_get(&f->ctx, &f->arena, 1, &note));
	note.v = 7;
	assert_fails(E_STALE, note_update(&f->ctx, &note));
	assert_ok(context_begin(&f->ctx));
	assert_ok(store_note_add(f->ctx.db, &note, 1, &id));
	assert_fails(E_RULE, context_end(&f->ctx, rule("no"), "note.add", "091"));
	context_close(&juror);
	assert_int_equal(head_of(&f->ctx), head);
	assert_int_equal(outside_number(f->path, "SELECT count(*) FROM contact_note"), 1);
	assert_good(f, "after refusals");
}

static void acting_for_another_names_both(void **state)
{
	struct fixture *f = *state;
	struct new_account colleague = { "virpi", MARK " Virpi", "", "office", "fi" };
	struct log_entry entry;
	int64_t id, note;

	assert_ok(account_add(&f->ctx, &colleague, &id));
	assert_ok(context_enter_as(&f->ctx, "virpi"));
	add_note(&f->ctx, "a", &note);
	assert_ok(journal_get(&f->ctx, &f->arena, head_of(&f->ctx), &entry));
	assert_string_equal(entry.who, MARK " Virpi");
	assert_int_equal(entry.account_id, id);
	assert_string_equal(entry.via, "uid 1000 as 1");
}

/* A row that comes and goes, or is written as it was, has not changed when the act ends. */
static void an_entry_holds_what_the_act_changed_in_the_end(void **state)
{
	struct fixture *f = *state;
	char version[12];
	int64_t id;

	snprintf(version, sizeof(version), "%d", SORTKEY_VERSION);
	assert_ok(round_add(&f->ctx, &(struct round){ .key = "r", .kind = "problem" }, &id));
	assert_ok(context_begin(&f->ctx));
	assert_ok(store_member_add(f->ctx.db, id, f->ctx.account.id, false, false, &id));
	assert_ok(store_member_delete(f->ctx.db, id));
	assert_ok(store_meta_put(f->ctx.db, "key_version", version));
	assert_ok(context_end(&f->ctx, ok(), "round.seat", "round:r"));
	assert_string_equal(changes_of(f, head_of(&f->ctx)), "");
	assert_good(f, "afterwards");
}

static void what_bypasses_the_log_is_found(void **state)
{
	struct fixture *f = *state;
	struct note note = { .object = "091", .who = "", .text = "t" };
	int64_t id;

	assert_ok(context_begin(&f->ctx));
	assert_ok(store_note_add(f->ctx.db, &note, 1, &id));
	assert_fails(E_DB, context_end(&f->ctx, ok(), NULL, "")); /* only unfinished work may */
	assert_string_equal(fault_with_head(f, 0, ""), "");
	outside(f->path,
		"INSERT INTO contact_note (object, at, who, text) VALUES ('091', 1, '', 't')");
	assert_string_equal(fault_with_head(f, 0, ""), "extra contact_note 1");
	outside(f->path, "DELETE FROM contact_note; UPDATE person SET phone = '1' WHERE id = 1");
	assert_string_equal(fault_with_head(f, 0, ""), "digest person 1");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_FILE(every_act_leaves_one_entry_and_a_file_that_verifies),
		TEST_FILE(personal_and_unfinished_texts_are_not_in_the_log),
		TEST_FILE(every_column_has_a_class),
		TEST_FILE(hashes_are_as_documented),
		TEST_FILE(digest_of_a_row_is_as_documented),
		TEST_FILE(a_head_noted_earlier_must_still_be_there),
		TEST_FILE(a_log_written_anew_shows_against_a_noted_head),
		TEST_FILE(a_log_cut_off_shows_against_a_noted_head),
		TEST_FILE(what_is_refused_leaves_nothing),
		TEST_FILE(acting_for_another_names_both),
		TEST_FILE(an_entry_holds_what_the_act_changed_in_the_end),
		TEST_FILE(what_bypasses_the_log_is_found),
	};
	return RUN(tests);
}
