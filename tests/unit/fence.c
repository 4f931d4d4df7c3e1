/* SPDX-License-Identifier: MIT
 * Trying to get through the juror's fence with SQL of all kinds, as if the code above it had been
 * tricked into running it. */
#define TEST_NAME "fence"
#define SQLITE_ENABLE_SESSION
#define SQLITE_ENABLE_PREUPDATE_HOOK
#include "tests/unit/jury_world.h"

#include "db/fence.h"
#include "db/internal.h"
#include "db/search.h"
#include "db/verify.h"
#include "src/registers/account.h"

struct session {
	struct world world;
	struct context juror; /* j1, who has declared "none" in both rounds */
};

static int setup(void **state)
{
	struct session *s = calloc(1, sizeof(*s));
	void *fixture;

	if (fixture_setup(&fixture) != 0)
		return -1;
	world_make(&s->world, fixture);
	for (int i = 1; i <= 2; i++) {
		const char *login = i == 1 ? "j1" : "j2";

		assert_ok(declaration_enter(
			s->world.ctx, s->world.problems, login, NULL, 0, "Lomake"));
		assert_ok(declaration_enter(
			s->world.ctx, s->world.solutions, login, NULL, 0, "Lomake"));
	}
	assert_ok(context_open(s->world.f->path, &s->juror));
	context_use_clock(&s->juror, fixture_clock);
	assert_ok(context_enter(&s->juror, "j1", "SHA256:test"));
	*state = s;
	return 0;
}

static int teardown(void **state)
{
	struct session *s = *state;
	void *fixture = s->world.f;

	context_close(&s->juror);
	free(s);
	return fixture_teardown(&fixture);
}

/* SQLite's answer to preparing and running it. */
static int run(struct context *ctx, const char *sql)
{
	sqlite3_stmt *statement = NULL;
	int rc = sqlite3_prepare_v2(ctx->db->sqlite, sql, -1, &statement, NULL);

	while (rc == SQLITE_OK || rc == SQLITE_ROW)
		rc = sqlite3_step(statement);
	sqlite3_finalize(statement);
	return rc & 0xFF;
}

/* Not authorized; or (SQLITE_ERROR) it does not exist, or a view that cannot be written to. */
static bool is_refused(struct context *ctx, const char *sql)
{
	int rc = run(ctx, sql);

	return rc == SQLITE_AUTH || rc == SQLITE_ERROR;
}

#define assert_fenced(ctx, sql) \
	do { \
		if (!is_refused(ctx, sql)) \
			stop_test("got through: %s", sql); \
	} while (0)

struct column_name {
	char table[40], column[40];
};

/* Every column of every table, read through the office's connection. */
static size_t all_columns(struct session *s, struct column_name *out, size_t room)
{
	sqlite3_stmt *rows = NULL;
	size_t n = 0;

	assert_int_equal(
		sqlite3_prepare_v2(s->world.ctx->db->sqlite,
			"SELECT m.name, c.name FROM sqlite_schema m, pragma_table_xinfo(m.name) c "
			"WHERE m.type IN ('table', 'view') ORDER BY 1, 2",
			-1, &rows, NULL),
		SQLITE_OK);
	while (sqlite3_step(rows) == SQLITE_ROW) {
		assert_true(n < room);
		snprintf(out[n].table, sizeof(out[n].table), "%s",
			(const char *)sqlite3_column_text(rows, 0));
		snprintf(out[n].column, sizeof(out[n].column), "%s",
			(const char *)sqlite3_column_text(rows, 1));
		n++;
	}
	sqlite3_finalize(rows);
	return n;
}

/* Plainly, with its schema, counted, updated, deleted; and in the guise of the juror's views. */
static void no_table_is_reached(void **state)
{
	static const char *const forms[] = { "SELECT \"%2$s\" FROM \"%1$s\"",
		"SELECT \"%2$s\" FROM main.\"%1$s\"", "SELECT count(*) FROM \"%1$s\" -- %2$s",
		"SELECT 1 FROM \"%1$s\" ORDER BY \"%2$s\"", "UPDATE \"%1$s\" SET \"%2$s\" = NULL",
		"DELETE FROM \"%1$s\" WHERE \"%2$s\" IS NULL",
		"SELECT j.id FROM j_item j JOIN \"%1$s\" t ON t.\"%2$s\" = j.id",
		"WITH j_item AS (SELECT \"%2$s\" AS x FROM \"%1$s\") SELECT * FROM j_item",
		"WITH item AS (SELECT \"%2$s\" AS x FROM \"%1$s\") SELECT * FROM item",
		("WITH RECURSIVE j_round(x) AS (SELECT \"%2$s\" FROM \"%1$s\" UNION SELECT x FROM "
		 "j_round) SELECT * FROM j_round"),
		"SELECT (SELECT \"%2$s\" FROM \"%1$s\" LIMIT 1) FROM j_item AS j_review",
		"SELECT * FROM (SELECT \"%2$s\" FROM \"%1$s\") AS j_item",
		("INSERT INTO j_draft (assignment_id, scores, notes, feedback, saved) "
		 "SELECT id, '{}', (SELECT \"%2$s\" FROM \"%1$s\"), '', 0 FROM j_item"),
		"UPDATE j_draft SET notes = (SELECT \"%2$s\" FROM \"%1$s\")" };
	static struct column_name columns[2000];
	struct session *s = *state;
	size_t n = all_columns(s, columns, LEN(columns)), tried = 0;
	char sql[500];

	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < LEN(forms); k++) {
			snprintf(sql, sizeof(sql), forms[k], columns[i].table, columns[i].column);
			assert_fenced(&s->juror, sql);
			tried++;
		}
	assert_true(tried > 4000);
	/* The same through the office's connection is no nonsense. */
	assert_int_equal(
		run(s->world.ctx, "WITH j_item AS (SELECT name FROM team) SELECT * FROM j_item"),
		SQLITE_DONE);
}

/* Even with the secret prefix known, no column is readable that names anybody. */
static void columns_alone_hold_names_back(void **state)
{
	static const char *const never[] = { "person", "person_name", "role", "organization",
		"organization_name", "municipality", "municipality_name", "team", "team_member",
		"team_act", "submission_version", "co_applicant", "contact_note", "import_row",
		"attachment", "attachment_content", "search", "search_data", "log", "log_change",
		"meta", "decision_item", "session_team", "question", "contract", "opening",
		"opening_witness", "opening_name" };
	static const char *const fields[] = { "submission.title", "submission.body",
		"submission.team_id", "submission.municipality_id", "submission.contact_name",
		"round_item.applicant_fi", "round_item.applicant_sv", "account.login",
		"account.person_id", "panel_member.salt", "round_attachment.attachment_id",
		"decision.decider", "decision.place", "decision.range_reason",
		"decision.tie_reason", "decision.correction_reason", "decision.abandon_reason",
		"decision.signed", "decision.signed_by", "signature.place", "signature.reason",
		"signature.account_id", "statement.frozen_by" };
	static struct column_name columns[2000];
	struct session *s = *state;
	size_t n = all_columns(s, columns, LEN(columns)), tried = 0;
	char sql[1000], name[82];

	for (size_t i = 0; i < n; i++) {
		bool forbidden = false;

		snprintf(name, sizeof(name), "%.40s.%.40s", columns[i].table, columns[i].column);
		for (size_t k = 0; k < LEN(never); k++)
			forbidden = forbidden || strcmp(never[k], columns[i].table) == 0;
		for (size_t k = 0; k < LEN(fields); k++)
			forbidden = forbidden || strcmp(fields[k], name) == 0;
		if (!forbidden)
			continue;
		tried++;
		snprintf(sql, sizeof(sql),
			"WITH %sitem AS (SELECT \"%.40s\" FROM \"%.40s\") SELECT * FROM %sitem",
			s->juror.db->fence, columns[i].column, columns[i].table,
			s->juror.db->fence);
		assert_fenced(&s->juror, sql);
	}
	assert_true(tried > 100);
}

/* The prefix is new at each login, so that nothing can be prepared for it. */
static void prefix_is_secret(void **state)
{
	struct session *s = *state;
	struct context other;

	assert_ok(context_open(s->world.f->path, &other));
	assert_ok(context_enter(&other, "j1", "SHA256:test"));
	assert_int_equal(strlen(other.db->fence), 26);
	assert_string_not_equal(other.db->fence, s->juror.db->fence);
	assert_fenced(&s->juror, "SELECT name FROM sqlite_temp_schema");
	assert_fenced(&s->juror, "SELECT sql FROM temp.sqlite_schema");
	assert_fenced(&s->juror, "SELECT * FROM pragma_table_list");
	context_close(&other);
}

static void nothing_else_runs(void **state)
{
	static const char *const tricks[] = { "SELECT * FROM search WHERE search MATCH 'tiimi*'",
		"SELECT rowid FROM search('kokeilijat')", "SELECT * FROM sqlite_schema",
		"SELECT * FROM main.sqlite_master", "PRAGMA data_version",
		"PRAGMA table_info(team)", "PRAGMA table_xinfo(team)", "PRAGMA database_list",
		"PRAGMA trusted_schema = ON", "PRAGMA writable_schema = ON",
		"PRAGMA foreign_keys = OFF", "PRAGMA integrity_check",
		"PRAGMA wal_checkpoint(TRUNCATE)", "SELECT * FROM pragma_table_info('team')",
		"SELECT * FROM json_each('[1]')", "ATTACH '/tmp/klash-nowhere.db' AS x",
		"DETACH main", "VACUUM", "VACUUM INTO '/tmp/klash-nowhere.db'",
		"CREATE TABLE x (y)", "CREATE TEMP TABLE x (y)", "CREATE TEMP VIEW x AS SELECT 1",
		"CREATE VIEW x AS SELECT name FROM team",
		("CREATE TEMP TRIGGER x INSTEAD OF UPDATE ON j_account BEGIN SELECT name FROM "
		 "team; END"),
		"CREATE TRIGGER x AFTER UPDATE ON draft BEGIN SELECT 1; END",
		"CREATE INDEX x ON draft (saved)", "CREATE VIRTUAL TABLE x USING fts5(y)",
		"DROP TABLE team", "DROP VIEW j_item", "ALTER TABLE team RENAME TO x", "REINDEX",
		"ANALYZE", "SAVEPOINT x", "SELECT load_extension('x')", "SELECT sqlite_source_id()",
		"SELECT readfile('/etc/passwd')", "SELECT upper(title) FROM j_item",
		"SELECT zeroblob(10)", "SELECT fts5(NULL)", "INSERT INTO j_item (id) VALUES (1)",
		"DELETE FROM j_item", "UPDATE j_round SET state = 'open'", "DELETE FROM j_review",
		"UPDATE j_score SET value = 0", "INSERT INTO j_account (id) VALUES (1)",
		"DELETE FROM j_place", "INSERT INTO j_round (id) VALUES (1)" };
	struct session *s = *state;

	for (size_t i = 0; i < LEN(tricks); i++)
		assert_fenced(&s->juror, tricks[i]);
}

static int64_t number(struct context *ctx, const char *sql)
{
	sqlite3_stmt *statement = NULL;

	if (sqlite3_prepare_v2(ctx->db->sqlite, sql, -1, &statement, NULL) != SQLITE_OK)
		stop_test("%s: %s", sql, sqlite3_errmsg(ctx->db->sqlite));
	assert_int_equal(sqlite3_step(statement), SQLITE_ROW);
	int64_t value = sqlite3_column_int64(statement, 0);
	sqlite3_finalize(statement);
	return value;
}

/* Of what the views give, only one's own. */
static void rows_are_ones_own(void **state)
{
	struct session *s = *state;
	struct context *ctx = &s->juror;
	int64_t scores[3] = { 8000, 4000, 7000 };
	struct review_input input = { scores, 3, "muiden huomio", "muiden palaute" };
	struct assignments all;

	/* j2's draft, submitted review and conflict. */
	assert_ok(assignment_list(s->world.ctx, s->world.arena, s->world.problems, 0, 0, &all));
	size_t given = 0;
	for (size_t i = 0; i < all.n; i++) {
		if (strcmp(all.rows[i].login, "j2") != 0)
			continue;
		if (given++ % 2 == 0)
			assert_ok(review_submit(
				s->world.ctx, s->world.problems, all.rows[i].id, &input, "Lomake"));
		else
			assert_ok(review_save_draft(
				s->world.ctx, s->world.problems, all.rows[i].id, &input));
	}
	assert_int_equal(number(ctx, "SELECT count(*) FROM j_item"), 2 * WORLD_SUBMISSIONS);
	assert_int_equal(number(ctx, "SELECT count(*) FROM j_assigned"), 2 * WORLD_SUBMISSIONS);
	assert_int_equal(number(ctx, "SELECT count(*) FROM j_draft"), 0);
	assert_int_equal(number(ctx, "SELECT count(*) FROM j_review"), 0);
	assert_int_equal(number(ctx, "SELECT count(*) FROM j_score"), 0);
	assert_int_equal(number(ctx, "SELECT count(*) FROM j_round"), 2);
	assert_int_equal(number(ctx, "SELECT count(*) FROM j_account"), 1);
	assert_int_equal(number(ctx, "SELECT count(*) FROM j_criterion"), 6);
	assert_int_equal(number(ctx, "SELECT count(*) FROM j_band"), 18);
	assert_int_equal(number(ctx, "SELECT count(*) FROM j_recusal"), 0);
	assert_int_equal(number(ctx, "SELECT count(*) FROM j_bar"), 0);
	assert_int_equal(number(ctx, "SELECT count(*) FROM j_place"), 0);
	assert_int_equal(number(ctx, "SELECT count(*) FROM j_recognition"), 0);
	assert_int_equal(number(ctx, "SELECT count(*) FROM j_dialogue"), 0);
	/* Names of applicants where names are known, and only there. */
	assert_int_equal(number(ctx, "SELECT count(*) FROM j_item WHERE applicant_fi <> ''"),
		WORLD_SUBMISSIONS);
	assert_int_equal(
		number(ctx, "SELECT count(*) FROM j_item i JOIN j_round r ON r.id = i.round_id "
			    "WHERE r.blind = 1 AND (i.applicant_fi <> '' OR i.code < 'K-' OR "
			    "i.code > 'K-~')"),
		0);
}

/* Writing reaches only one's own rows, whatever ids are given. */
static void writes_are_ones_own(void **state)
{
	struct session *s = *state;
	char sql[400];

	int64_t other = outside_number(s->world.f->path,
		"SELECT x.id FROM assignment x JOIN panel_member m ON m.id = x.panel_member_id "
		"JOIN account a ON a.id = m.account_id WHERE a.login = 'j2' LIMIT 1");
	static const char *const writes[] = {
		"INSERT INTO j_draft (assignment_id, scores, notes, feedback, saved) VALUES (%lld, "
		"'{}', '', '', 0)",
		"INSERT INTO j_review (assignment_id, submitted, notes, feedback) VALUES (%lld, 1, "
		"'', '')",
		"INSERT INTO j_recusal (assignment_id, ground, made, reason) VALUES (%lld, 1, 1, "
		"'')",
		"INSERT INTO j_recognition (assignment_id, at, text) VALUES (%lld, 1, '')",
		"INSERT INTO j_dialogue (assignment_id, text, asked) VALUES (%lld, 'Kuka?', 1)",
		"INSERT INTO j_place (round_id, assignment_id, field, offset, at) VALUES (1, %lld, "
		"'', 0, 1)",
	};
	for (size_t i = 0; i < LEN(writes); i++) {
		snprintf(sql, sizeof(sql), writes[i], (long long)other);
		assert_int_equal(run(&s->juror, sql), SQLITE_DONE);
	}
	assert_int_equal(outside_number(s->world.f->path, "SELECT count(*) FROM draft"), 0);
	assert_int_equal(outside_number(s->world.f->path, "SELECT count(*) FROM review"), 0);
	assert_int_equal(outside_number(s->world.f->path, "SELECT count(*) FROM conflict"), 0);
	assert_int_equal(outside_number(s->world.f->path, "SELECT count(*) FROM recognition"), 0);
	assert_int_equal(outside_number(s->world.f->path, "SELECT count(*) FROM dialogue"), 0);
	assert_int_equal(outside_number(s->world.f->path,
				 "SELECT count(*) FROM place WHERE assignment_id IS NOT NULL"),
		0);
	assert_int_equal(
		run(&s->juror, "UPDATE j_account SET role = 'admin', lang = 'sv'"), SQLITE_DONE);
	assert_int_equal(outside_number(s->world.f->path,
				 "SELECT count(*) FROM account WHERE role = 'admin'"),
		1);
	assert_int_equal(
		outside_number(s->world.f->path, "SELECT count(*) FROM account WHERE lang = 'sv'"),
		1);
}

static void only_statements_for_jurors(void **state)
{
	struct session *s = *state;
	struct arena *arena = s->world.arena;
	struct verdict verdict;
	struct search_hits hits;
	struct declarations declarations;
	char *text;

	assert_ok(db_prepare_all(s->juror.db));
	for (int i = 0; i < Q_COUNT; i++)
		if (!query_for_jurors[i])
			assert_fails(E_DENIED, fence_check(s->juror.db, i));
	assert_fails(E_DENIED,
		db_text(s->juror.db, Q_META_GET, ARGS(TXT("key", "schema")), arena, &text));
	assert_fails(E_DENIED, search_find(s->juror.db, arena, "kokeilijat", 10, &hits));
	assert_fails(
		E_DENIED, declaration_list(&s->juror, arena, s->world.solutions, &declarations));
	assert_fails(E_DENIED, verify_file(s->juror.db, 0, "", &verdict));
	assert_fails(E_DENIED, db_backup(s->juror.db, "/tmp/klash-nowhere.db", NULL, NULL));
	/* What the log needs was prepared in its time; it is not there for others afterwards. */
	assert_ok(account_set_language(&s->juror, "sv"));
	assert_fails(E_DENIED, db_run(s->juror.db, Q_LOG_HEAD_SEQ, NO_ARGS));
	assert_fails(E_DENIED, db_run(s->juror.db, Q_LOG_HEAD, NO_ARGS));
	assert_fenced(&s->juror, "SELECT hash FROM log");
}

static void fence_stays(void **state)
{
	struct session *s = *state;

	assert_true(db_is_fenced(s->juror.db));
	assert_fails(E_DB, db_fence(s->juror.db, 1));
	assert_ok(context_reopen(&s->juror));
	assert_true(db_is_fenced(s->juror.db));
	assert_fenced(&s->juror, "SELECT name FROM team");
	/* An administrator who looks at it as the juror is inside as well. */
	struct context admin;
	assert_ok(context_open(s->world.f->path, &admin));
	assert_ok(context_enter(&admin, "office", "uid 1000"));
	assert_false(db_is_fenced(admin.db));
	assert_ok(context_enter_as(&admin, "j1"));
	assert_true(db_is_fenced(admin.db));
	context_close(&admin);
}

/* That something has changed is all it learns of others, once. */
static void changes_are_noticed(void **state)
{
	struct session *s = *state;
	bool by_others = true;

	(void)context_changes(&s->juror, NULL);
	assert_int_equal(context_changes(&s->juror, &by_others), 0);
	assert_ok(round_excuse(s->world.ctx, s->world.problems, "j3", "Sairastui"));
	assert_int_equal(context_changes(&s->juror, &by_others), CHANGED_ANY);
	assert_false(by_others);
	assert_int_equal(context_changes(&s->juror, &by_others), 0);
	assert_ok(account_set_language(&s->juror, "sv"));
	assert_int_equal(context_changes(&s->juror, &by_others), CHANGED_ANY);
}

/* What is written through the fence is logged and sealed like anything else. */
static void writes_leave_the_log_sound(void **state)
{
	struct session *s = *state;
	int64_t before = outside_number(s->world.f->path, "SELECT max(seq) FROM log");

	assert_ok(account_set_language(&s->juror, "en"));
	assert_int_equal(outside_number(s->world.f->path, "SELECT max(seq) FROM log"), before + 1);
	assert_int_equal(
		outside_number(s->world.f->path,
			"SELECT count(*) FROM log_change WHERE tbl = 'account' AND log_seq = "
			"(SELECT max(seq) FROM log) AND before LIKE '%\"lang\":\"fi\"%'"),
		1);
}

/* The third wall is the text of juror.sql itself. */
static void statements_keep_to_the_views(void **state)
{
	static struct column_name columns[2000];
	struct session *s = *state;
	size_t n = all_columns(s, columns, LEN(columns)), seen = 0;

	for (int i = 0; i < Q_COUNT; i++) {
		const char *text = query_texts[i];
		const char *after;

		if (!query_for_jurors[i])
			continue;
		seen++;
		assert_null(strstr(text, "WITH "));
		assert_null(strstr(text, "main."));
		assert_null(strstr(text, "temp."));
		assert_null(strstr(text, "sqlite_"));
		/* Behind FROM, JOIN, INTO and UPDATE stands a view of the juror's, and nothing
		 * else. */
		static const char *const words[] = { "FROM ", "JOIN ", "INTO ", "UPDATE " };
		for (size_t k = 0; k < LEN(words); k++)
			for (const char *at = text; (after = strstr(at, words[k])) != NULL;
				at = after) {
				after += strlen(words[k]);
				if (strncmp(after, "j_", 2) != 0)
					stop_test("%s: %s", query_names[i], after);
			}
	}
	assert_true(seen > 25 && n > 0);
}

#define TEST_FENCE(name) cmocka_unit_test_setup_teardown(name, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_FENCE(no_table_is_reached),
		TEST_FENCE(columns_alone_hold_names_back),
		TEST_FENCE(prefix_is_secret),
		TEST_FENCE(nothing_else_runs),
		TEST_FENCE(rows_are_ones_own),
		TEST_FENCE(writes_are_ones_own),
		TEST_FENCE(only_statements_for_jurors),
		TEST_FENCE(fence_stays),
		TEST_FENCE(changes_are_noticed),
		TEST_FENCE(writes_leave_the_log_sound),
		TEST_FENCE(statements_keep_to_the_views),
	};
	return RUN(tests);
}
