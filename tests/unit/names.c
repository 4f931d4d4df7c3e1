/* SPDX-License-Identifier: MIT
 * What statements name: members of their records, each other's parameters; and how SQLite goes
 * about them, so that a name that comes to hide a column's does not turn an index into a sort
 * unseen. */
#define TEST_NAME "names"
#define SQLITE_ENABLE_SESSION
#define SQLITE_ENABLE_PREUPDATE_HOOK
#include "tests/unit/jury_world.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "db/internal.h"
#include "src/base/words.h"
#include "src/registers/account.h"

struct session {
	struct world world;
	struct context juror;
};

static int setup(void **state)
{
	struct session *s = calloc(1, sizeof(*s));
	void *fixture;

	if (fixture_setup(&fixture) != 0)
		return -1;
	world_make(&s->world, fixture);
	assert_ok(context_open(s->world.f->path, &s->juror));
	context_use_clock(&s->juror, fixture_clock);
	assert_ok(context_enter(&s->juror, "j1", "SHA256:test"));
	assert_ok(db_prepare_all(s->world.ctx->db));
	assert_ok(db_prepare_all(s->juror.db));
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

static struct db *handle_of(struct session *s, int query)
{
	return query_for_jurors[query] ? s->juror.db : s->world.ctx->db;
}

/* Does the statement give or take it? */
static bool names_field(struct db *db, int query, const struct field *field)
{
	const struct statement *statement = &db->statements[query];

	for (int i = 0; i < sqlite3_column_count(statement->sqlite); i++)
		if (statement->columns[i] == field)
			return true;
	for (size_t i = 0; i < statement->n; i++)
		if (statement->parameters[i].field == field)
			return true;
	return false;
}

static bool is_named(struct session *s, const struct record *record, const struct field *field)
{
	for (int i = 0; i < Q_COUNT; i++)
		if (query_records[i] == record && names_field(handle_of(s, i), i, field))
			return true;
	return false;
}

/* A row of a table of fields that no statement knows would stay 0 for ever. */
static void every_field_comes_from_a_statement(void **state)
{
	struct session *s = *state;

	for (int i = 0; i < Q_COUNT; i++) {
		const struct record *record = query_records[i];

		if (record == NULL)
			continue;
		for (size_t k = 0; k < record->n; k++)
			if (record->fields[k].storage != STORED_NOWHERE &&
				!is_named(s, record, &record->fields[k]))
				stop_test("%s.%s", record->name, record->fields[k].column);
	}
}

/* A member named twice would be filled once. */
static void no_column_comes_twice(void **state)
{
	struct session *s = *state;

	for (int i = 0; i < Q_COUNT; i++) {
		const struct statement *statement = &handle_of(s, i)->statements[i];

		if (statement->columns == NULL)
			continue;
		for (int a = 0; a < sqlite3_column_count(statement->sqlite); a++)
			for (int b = 0; b < a; b++)
				if (statement->columns[a] == statement->columns[b])
					stop_test("%s: %s", query_names[i],
						statement->columns[a]->column);
	}
}

/* What the log does not tell of a row, or tells otherwise. A NULL table: of any. */
static const struct {
	const char *table, *column, *why;
} untold[] = {
	{ NULL, "id", "a code or name stands for it" },
	{ NULL, "number", "the code has it" },
	{ NULL, "position", "an order on the screen" },
	{ NULL, "code", "the entry is about it" },
	{ NULL, "v", "counts the changes" },
	{ NULL, "salt", "hides what was erased" },
	{ NULL, "account_id", "the entry says who" },
	{ NULL, "entered_by", "the entry says who" },
	{ NULL, "accepted_by", "the entry says who" },
	{ NULL, "approved_by", "the entry says who" },
	{ NULL, "signed_by", "the entry says who" },
	{ NULL, "noted_by", "the entry says who" },
	{ NULL, "decided_by", "the entry says who" },
	{ NULL, "displaced_by", "the entry says who" },
	{ NULL, "proposed_by", "the entry says who" },
	{ NULL, "at", "the entry says when" },
	{ NULL, "made", "the entry says when" },
	{ NULL, "act", "the entry's sentence says it" },
	{ NULL, "before", "the record's own change tells it" },
	{ NULL, "assignment_id", "its review's paper is what the entry is about" },
	{ NULL, "received_ambiguous", "belongs to the time beside it" },
	{ NULL, "actual_precision", "belongs to the time beside it" },
	{ NULL, "planned_precision", "belongs to the time beside it" },
	{ NULL, "sha256", "a digest" },
	{ "meta", NULL, "the program's own" },
	{ "code_series", NULL, "the program's own" },
	{ "attachment_content", NULL, "bytes of a file" },
	{ "submission", "kind", "it never changes" },
	{ "submission", "number", "its code has it" },
	{ "submission", "theme_id", "the theme's text stands for it" },
	{ "submission", "fingerprint", "a digest" },
	{ "submission", "batch_id", "the page of the import says it" },
	{ "submission", "came_batch_id", "the page of the import says it" },
	{ "submission", "came_row", "a row of the file it came in" },
	{ "submission", "came_source", "the form's own number" },
	{ "submission", "came_digest", "a digest" },
	{ "submission_version", NULL, "as its submission's" },
	{ "round_item", NULL, "a copy of its submission" },
	{ "round_attachment", NULL, "has both sides of a blind round" },
	{ "attachment", "tbl", "the entry is about it" },
	{ "attachment", "row_id", "the entry is about it" },
	{ "attachment", "submission_id", "the entry is about it" },
	{ "municipality_name", "kind", "how it was found out" },
	{ "register_merge", "kept", "the entry is about it" },
	{ "register_merge", "gone", "the entry is about it" },
	{ "account_key", "blob", "the fingerprint stands for it" },
	{ "phase_act", "missing", "the page of the phase words it" },
	{ "import_batch", "form", "a digest" },
	{ "import_batch", "mapping", "the page of the import words it" },
	{ "import_row", "cells", "the page of the row words it" },
	{ "import_row", "raw_digest", "a digest" },
	{ "import_row", "candidate", "the page of the row words it" },
	{ "import_row", "source", "the form's own number" },
	{ "round", "ranking_shown", "the entry's sentence says it" },
	{ "draw_seed", "purpose", "the entry's sentence says it" },
	{ "draw_seed", "value", "a secret until it is opened" },
	{ "lot_place", "drawn", "the entry says when" },
	{ "score", "review_id", "its review is what the entry is about" },
	{ NULL, "meeting_id", "the entry is about it" },
	{ "meeting_ballot", "vote_id", "its vote is told beside it" },
	{ "completion_item", "completion_id", "its request is what the entry is about" },
	{ "completion_item", "number", "its place in the request" },
	{ "completion_item", "question_id", "its line says it" },
	{ "joint_applicant", "joint_id", "its problem is what the entry is about" },
	{ "letter", "made_by", "the entry says who" },
	{ "letter", "cleared_by", "the entry says who" },
	{ "letter", "written_by", "the entry says who" },
	{ "letter", "sent_by", "the entry says who" },
	{ "letter_sender", "place", "a digest of where the file lies" },
	{ "letter_sender", "tried_by", "the entry says who" },
	{ "letter", "whom", "the name of who gets it stands for it" },
	{ "letter", "leading", "the language says it" },
	{ "letter", "feedback", "the letter shows it" },
	{ "decision_content", "same_hash", "a digest" },
	{ "decision_reason", NULL, "the reason of the outcome has it" },
	{ "dialogue", "round_item_id", "the entry is about it" },
	{ "dialogue", "panel_member_id", "the page says it" },
	{ "dialogue", "asked_by", "the entry says who" },
	{ "dialogue", "passed_by", "the entry says who" },
	{ "dialogue", "answered_by", "the entry says who" },
	{ "statement", "frozen_by", "the entry says who" },
	{ "signature", "attachment_id", "the page says it" },
	{ "opening", "account_id", "the entry says who" },
	{ "opening_witness", "opening_id", "the entry is about it" },
	{ "opening_witness", "account_id", "the name of the witness stands for it" },
	{ "opening_name", "opening_id", "the entry is about it" },
	{ "opening_name", "round_item_id", "has both sides of a blind round" },
	{ "second_act", "kind", "the entry's sentence says it" },
	{ "second_act", "row_id", "the object stands for it" },
	{ "second_act", "object", "the entry is about it" },
};

static bool is_untold(const char *table, const char *column)
{
	for (size_t i = 0; i < LEN(untold); i++)
		if ((untold[i].table == NULL || strcmp(untold[i].table, table) == 0) &&
			(untold[i].column == NULL || strcmp(untold[i].column, column) == 0))
			return true;
	return false;
}

static bool has_word(const char *table, const char *column)
{
	const struct record *record = record_of_table(table);
	const struct field *field = record == NULL ? NULL : record_column(record, column);

	return field != NULL && field->name != NULL && field->word != NULL;
}

/* A new column is told, or somebody has said here why not. */
static void every_logged_column_has_a_word(void **state)
{
	struct session *s = *state;
	struct db *db = s->world.ctx->db;

	assert_ok(tables_load(db));
	for (size_t t = 0; t < db->table_count; t++) {
		const struct table_class *table = &db->tables[t];

		if (!table_is_logged(table) || table_is_working(table))
			continue;
		for (size_t c = 0; c < table->n; c++)
			if (table->columns[c].class != CLASS_DERIVED &&
				!has_word(table->name, table->columns[c].name) &&
				!is_untold(table->name, table->columns[c].name))
				stop_test("%s.%s", table->name, table->columns[c].name);
	}
}

/* What is personal is shown to no one but those whom its field names; a personal column without a
 * field is shown by none, and stands above. */
static void every_personal_column_says_who_sees_it(void **state)
{
	struct session *s = *state;
	struct db *db = s->world.ctx->db;

	assert_ok(tables_load(db));
	for (size_t t = 0; t < db->table_count; t++) {
		const struct table_class *table = &db->tables[t];
		const struct record *record = record_of_table(table->name);

		for (size_t c = 0; c < table->n; c++) {
			const char *column = table->columns[c].name;
			const struct field *field =
				record == NULL ? NULL : record_column(record, column);

			if (table->columns[c].class != CLASS_PERSONAL)
				continue;
			if (field == NULL ? !is_untold(table->name, column) :
					    field->seen_by == SEEN_BY_EVERYBODY)
				stop_test("%s.%s", table->name, column);
		}
	}
}

static bool is_column_of(struct db *db, const char *table, const char *column)
{
	const struct table_class *found = table_named(db, table);

	for (size_t c = 0; found != NULL && c < found->n; c++)
		if (strcmp(found->columns[c].name, column) == 0)
			return true;
	return false;
}

/* One table, one record; what it tells is in the table; a code has its vocabulary, a reference its
 * table; and what one code of WORDS_FIELD is called is the same everywhere. */
static void rows_are_whole(void **state)
{
	struct session *s = *state;
	struct db *db = s->world.ctx->db;

	assert_ok(tables_load(db));
	for (size_t i = 0; all_records[i] != NULL; i++) {
		const struct record *record = all_records[i];

		if (record->table != NULL && record_of_table(record->table) != record)
			stop_test("two records of %s", record->table);
		for (size_t k = 0; k < record->n; k++) {
			const struct field *field = &record->fields[k];
			const char *code = field->code == NULL ? field->name : field->code;

			if ((field->in & IN_TOLD) != 0 &&
				!is_column_of(db, record->table, field->column))
				stop_test("%s.%s is in no table", record->name, field->column);
			if ((field->meaning == MEANS_CODE) !=
					(field->words != WORDS_NONE &&
						field->meaning != MEANS_FLAG) ||
				(field->meaning == MEANS_REF && field->name != NULL &&
					table_named(db, field->of) == NULL))
				stop_test("%s.%s of what?", record->name, field->column);
			if (code != NULL && strcmp(record_word(code), field->word) != 0)
				stop_test("%s.%s: %s", record->name, field->column, code);
		}
	}
}

/* src/base/fields.c is for what no record has. */
static void no_word_is_kept_twice(void **state)
{
	(void)state;
	for (const struct word *word = field_words; word->code != NULL; word++)
		if (record_word(word->code) != NULL)
			stop_test("%s", word->code);
}

/* The signal that the call ends the program with; 0 if it returns. */
static int killed_by(struct db *db, const struct value *args, size_t n)
{
	int status;
	pid_t child = fork();

	if (child == 0) {
		int64_t number;
		struct error e;

		fclose(stderr);
		signal(SIGABRT, SIG_DFL);
		e = db_number(db, Q_SUBMISSION_COUNT, args, n, &number);
		_exit(e.code == E_OK ? 0 : 1);
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	return WIFSIGNALED(status) ? WTERMSIG(status) : 0;
}

static void wrong_names_are_found(void **state)
{
	struct session *s = *state;
	struct db *db = s->world.ctx->db;

	assert_int_equal(killed_by(db, ARGS(TXT("state", "received"), TXT("kind", "problem"))), 0);
	assert_int_equal(killed_by(db, ARGS(TXT("kind", "problem"))), SIGABRT);
	assert_int_equal(
		killed_by(db, ARGS(TXT("kind", "problem"), TXT("stat", "received"))), SIGABRT);
	assert_int_equal(
		killed_by(db, ARGS(TXT("kind", "problem"), TXT("kind", "problem"))), SIGABRT);
	assert_int_equal(
		killed_by(db, ARGS(TXT("kind", "problem"), TXT("state", "received"), I64("id", 1))),
		SIGABRT);
}

static void order_means_nothing(void **state)
{
	struct session *s = *state;
	struct db *db = s->world.ctx->db;
	int64_t one = 0, other = 0;

	assert_ok(db_number(db, Q_SUBMISSION_COUNT,
		ARGS(TXT("state", "received"), TXT("kind", "problem")), &one));
	assert_ok(db_number(db, Q_SUBMISSION_COUNT,
		ARGS(TXT("kind", "problem"), TXT("state", "received")), &other));
	assert_true(one > 0);
	assert_int_equal(one, other);
}

/* The steps of a statement, or its title line alone. */
struct plan {
	const char *name;
	size_t n; /* bytes of the name */
	const char *steps, *end;
};

static bool next_plan(const char **at, struct plan *plan)
{
	if (strncmp(*at, "-- ", 3) != 0)
		return false;
	plan->name = *at + 3;
	plan->n = strcspn(plan->name, "\n");
	plan->steps = plan->name + plan->n + 1;
	const char *next = strstr(plan->name, "\n-- ");
	plan->end = next == NULL ? plan->steps + strlen(plan->steps) : next + 1;
	*at = plan->end;
	return true;
}

static size_t steps_that(const struct plan *plan, const char *begin)
{
	size_t n = 0;

	for (const char *at = plan->steps; at < plan->end; at += strcspn(at, "\n") + 1) {
		const char *step = at + strspn(at, " ");

		n += strncmp(step, begin, strlen(begin)) == 0;
	}
	return n;
}

static void print_plan(struct buffer *out, struct db *db, int query)
{
	char *sql = sqlite3_mprintf("EXPLAIN QUERY PLAN %s", query_texts[query]);
	sqlite3_stmt *steps = NULL;

	buffer_printf(out, "-- %s\n", query_names[query]);
	if (sqlite3_prepare_v2(db->sqlite, sql, -1, &steps, NULL) != SQLITE_OK)
		stop_test("%s: %s", query_names[query], sqlite3_errmsg(db->sqlite));
	while (sqlite3_step(steps) == SQLITE_ROW) {
		const char *step = (const char *)sqlite3_column_text(steps, 3);
		const char *fenced = *db->fence == '\0' ? NULL : strstr(step, db->fence);

		/* A view of the fence has another name at each login. */
		if (fenced == NULL)
			buffer_printf(out, "%s\n", step);
		else
			buffer_printf(out, "%.*s%s\n", (int)(fenced - step), step,
				fenced + strlen(db->fence));
	}
	sqlite3_finalize(steps);
	sqlite3_free(sql);
}

static void read_agreed(const char *path, struct buffer *out)
{
	char part[4096];
	FILE *file = fopen(path, "r");

	assert_non_null(file);
	for (size_t n; (n = fread(part, 1, sizeof(part), file)) > 0;)
		buffer_add(out, part, n);
	assert_int_equal(fclose(file), 0);
}

/* Another SQLite words its steps otherwise, but neither reads a whole table nor sorts where none
 * did. */
static void no_worse_than(const char *agreed, const char *now)
{
	static const char *const costly[] = { "SCAN", "USE TEMP B-TREE" };
	struct plan was, is;

	while (next_plan(&agreed, &was)) {
		if (!next_plan(&now, &is) || was.n != is.n || strncmp(was.name, is.name, is.n) != 0)
			stop_test("another statement than %.*s", (int)was.n, was.name);
		for (size_t i = 0; i < LEN(costly); i++)
			if (steps_that(&is, costly[i]) > steps_that(&was, costly[i]))
				stop_test("%.*s: %s", (int)is.n, is.name, costly[i]);
	}
	assert_int_equal(*now, '\0');
}

/* data/plans.txt; UPDATE=1 writes it anew, with SQLite 3.40. */
static void plans_are_as_agreed(void **state)
{
	struct session *s = *state;
	struct buffer now = { 0 }, agreed = { 0 };
	char path[400];

	for (int i = 0; i < Q_COUNT; i++)
		print_plan(&now, handle_of(s, i), i);
	snprintf(path, sizeof(path), "%s/plans.txt", getenv("DATA"));
	if (getenv("UPDATE") != NULL) {
		FILE *file = fopen(path, "w");

		assert_non_null(file);
		fputs(now.text, file);
		assert_int_equal(fclose(file), 0);
	}
	read_agreed(path, &agreed);
	if (sqlite3_libversion_number() / 1000 == 3040)
		assert_string_equal(now.text, agreed.text);
	no_worse_than(agreed.text, now.text);
	buffer_clear(&now);
	buffer_clear(&agreed);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_field_comes_from_a_statement),
		cmocka_unit_test(no_column_comes_twice),
		cmocka_unit_test(every_logged_column_has_a_word),
		cmocka_unit_test(every_personal_column_says_who_sees_it),
		cmocka_unit_test(rows_are_whole),
		cmocka_unit_test(no_word_is_kept_twice),
		cmocka_unit_test(wrong_names_are_found),
		cmocka_unit_test(order_means_nothing),
		cmocka_unit_test(plans_are_as_agreed),
	};
	return (cmocka_set_message_output(CM_OUTPUT_TAP),
		cmocka_run_group_tests_name(TEST_NAME, tests, setup, teardown));
}
