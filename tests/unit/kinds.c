/* SPDX-License-Identifier: MIT
 * Each kind of record has all that a kind has, and the log tells of each table what it may. */
#define TEST_NAME "kinds"
#include "tests/unit/full.h"

#include <sqlite3.h>

#include "db/store/meta.h"
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/cli/cli.h"
#include "src/phases/team.h"
#include "src/roof/journal.h"
#include "src/roof/kinds.h"
#include "src/roof/told.h"

/* Their verbs are with what they belong to. */
static const enum kind without_noun[] = { KIND_COMPETITION, KIND_MILESTONE, KIND_HINT,
	KIND_SERVICE };

static bool has_noun(enum kind kind)
{
	for (size_t i = 0; i < LEN(without_noun); i++)
		if (without_noun[i] == kind)
			return false;
	return true;
}

static void every_kind_has_a_noun_and_a_word(void **state)
{
	static const char *const languages[] = { "en", "fi", "sv" };

	(void)state;
	fixture_languages();
	for (enum kind kind = KIND_NONE + 1; kind < KIND_COUNT; kind++) {
		if (cli_knows(kind_rows[kind].noun) != has_noun(kind))
			stop_test("the command line and \"%s\"", kind_rows[kind].noun);
		assert_int_equal(kind_of_noun(kind_rows[kind].noun), kind);
		assert_true(kind_rows[kind].tables[0] != NULL);
		assert_true(kind_rows[kind].changed != 0);
		for (size_t i = 0; i < LEN(languages); i++) {
			i18n_use(languages[i]);
			assert_true(*kind_word(kind) != '\0');
			if (i == 1 && strcmp(kind_word(kind), kind_rows[kind].word) == 0)
				stop_test("no Finnish word for %s", kind_rows[kind].noun);
		}
	}
	i18n_use("en");
}

/* The name that a record has in text finds it again, and it has a title. */
static void every_record_is_found_by_its_name(void **state)
{
	struct fixture *f = *state;

	full_make(f, NULL, NULL);
	for (enum kind kind = KIND_NONE + 1; kind < KIND_COUNT; kind++) {
		struct id_list ids = { 0 };

		if (kind_rows[kind].naming == NAMED_NOWHERE)
			continue;
		assert_ok(kinds_ids(&f->ctx, kind, &ids));
		if (ids.n == 0)
			stop_test("there is no %s", kind_rows[kind].noun);
		for (size_t i = 0; i < ids.n && i < 3; i++) {
			struct reference name, again;
			struct found found;

			assert_ok(reference_of(&f->ctx, kind, ids.ids[i], &name));
			if (kinds_find(&f->ctx, &f->arena, name.text, &found).code != E_OK)
				stop_test("%s is not found", name.text);
			assert_int_equal(found.kind, kind);
			assert_int_equal(found.id, ids.ids[i]);
			assert_true(*kinds_line(&f->arena, &found) != '\0');
			assert_ok(kinds_name(&f->ctx, name.text, &again));
			assert_string_equal(again.text, name.text);
			assert_int_equal(
				kinds_of_row(&f->ctx, kind_rows[kind].tables[0], ids.ids[i]), kind);
		}
		id_list_clear(&ids);
	}
}

/* Of the program alone: no screen shows them. */
static const char *const unwatched[] = { "code_series", "draft", "meta", "place", "region",
	"register_merge" };

static void every_table_is_watched(void **state)
{
	struct fixture *f = *state;
	sqlite3_stmt *tables;
	sqlite3 *db;

	assert_int_equal(sqlite3_open(f->path, &db), SQLITE_OK);
	assert_int_equal(
		sqlite3_prepare_v2(db,
			"SELECT DISTINCT tbl FROM column_class WHERE class <> 'chain' ORDER BY 1",
			-1, &tables, NULL),
		SQLITE_OK);
	while (sqlite3_step(tables) == SQLITE_ROW) {
		const char *table = (const char *)sqlite3_column_text(tables, 0);
		bool listed = false;

		for (size_t i = 0; i < LEN(unwatched); i++)
			listed = listed || strcmp(unwatched[i], table) == 0;
		if (listed == (kind_watches(table) != 0))
			stop_test("who watches %s?", table);
	}
	sqlite3_finalize(tables);
	sqlite3_close(db);
}

/* What is not told, and why: what tells one row from another; when, by whom and by which act, which
 * the entry itself says; what belongs to the row's own record; what only the program reads. */
static const char *const untold[] = { "id", "v", "tbl", "number", "code", "key", "position",
	"account_id", "at", "act", "before", "made", "added", "entered_by", "signed", "signed_by",
	"named_by", "named", "decided_by", "decided", "proposed", "proposed_by", "approved_by",
	"fingerprint", "sha256", "media", "field", "line", "mapping", "form", "date_order",
	"actual_precision", "planned_precision", "received_ambiguous", "legal_profile", "kept",
	"gone", "submitted", "taken_back", "confirmed", "displaced_by", "revision", "found_in",
	"source", "locked", "hash", "notice", "text", "guidance_fi", "guidance_sv", "guidance_en",
	"ranking_shown", "vat", "exception", "starts", "ends", "abandoned", "kind", "object",
	"row_id", "ground", "asked", "language", "valid_from", "type", "until", "round_item_id",
	"assignment_id", "submission_id", "received", "team_id", "round_id", "municipality_id",
	"session_id", "decision_id", "negotiation_id", "criterion_id", "review_id",
	"organization_id", "challenge_id", "batch_id", "person_id", "milestone_id", "attachment_id",
	"sent", "lang" };
/* Of which nothing is told: the act says it, or it would join the sides of a blind round. */
static const char *const untold_tables[] = { "abstention", "assignment", "attachment_content",
	"blind_act", "code_series", "draw_seed", "lot_place", "meta", "municipality_region",
	"phase_act", "recognition", "region", "register_merge", "round_act", "round_attachment",
	"round_item", "session_act", "submission_version", "team_act" };

static bool among(const char *const *names, size_t n, const char *name)
{
	for (size_t i = 0; i < n; i++)
		if (strcmp(names[i], name) == 0)
			return true;
	return false;
}

static const struct field *told_field(const struct record *record, const char *column)
{
	for (size_t i = 0; record != NULL && i < record->n; i++)
		if (strcmp(record->fields[i].column, column) == 0)
			return &record->fields[i];
	return NULL;
}

static void the_log_tells_every_column_or_says_why_not(void **state)
{
	struct fixture *f = *state;
	sqlite3_stmt *columns;
	sqlite3 *db;

	assert_int_equal(sqlite3_open(f->path, &db), SQLITE_OK);
	assert_int_equal(
		sqlite3_prepare_v2(db, "SELECT tbl, col FROM column_class WHERE class = 'clear'",
			-1, &columns, NULL),
		SQLITE_OK);
	while (sqlite3_step(columns) == SQLITE_ROW) {
		const char *table = (const char *)sqlite3_column_text(columns, 0);
		const char *column = (const char *)sqlite3_column_text(columns, 1);
		const struct field *field = told_field(told_table(table), column);

		if (field == NULL && !among(untold, LEN(untold), column) &&
			!among(untold_tables, LEN(untold_tables), table))
			stop_test("%s.%s is not told", table, column);
		if (field != NULL && (*told_label(field) == '\0' ||
					     (field->meaning == MEANS_CODE && field->words == 0)))
			stop_test("%s.%s has no words", table, column);
	}
	sqlite3_finalize(columns);
	sqlite3_close(db);
}

static void every_told_column_is_one_that_the_log_has(void **state)
{
	struct fixture *f = *state;

	for (const struct record *r = told_tables; r->name != NULL; r++)
		for (size_t i = 0; i < r->n; i++) {
			char sql[300];

			snprintf(sql, sizeof(sql),
				"SELECT count(*) FROM column_class WHERE tbl = '%s' AND col = '%s' "
				"AND class = 'clear'",
				r->name, r->fields[i].column);
			if (outside_number(f->path, sql) != 1)
				stop_test("%s.%s is not in the log", r->name, r->fields[i].column);
			if (r->fields[i].meaning == MEANS_REF) {
				snprintf(sql, sizeof(sql),
					"SELECT count(*) FROM pragma_foreign_key_list('%s') "
					"WHERE \"from\" = '%s'",
					r->name, r->fields[i].column);
				assert_int_equal(outside_number(f->path, sql), 1);
			}
		}
}

static const char *told(struct fixture *f, int64_t seq)
{
	struct journal_changes changes;
	const char *all = "";

	assert_ok(journal_changes(&f->ctx, &f->arena, seq, &changes));
	for (size_t i = 0; i < changes.n; i++)
		all = arena_printf(&f->arena, "%s%s%s: %s -> %s", all, *all == '\0' ? "" : "; ",
			changes.rows[i].what, changes.rows[i].before, changes.rows[i].after);
	return all;
}

/* Every change of a told column in a file in which everything has happened is told. */
static void watch_told(struct fixture *f, const struct context *who, const char *act, void *arg)
{
	struct log_items items;
	int64_t head;
	bool *seen = arg;

	(void)who;
	(void)act;
	assert_ok(store_log_head(f->ctx.db, &head));
	assert_ok(store_log_changes(f->ctx.db, &f->arena, head, &items));
	const char *words = told(f, head);
	for (size_t i = 0; i < items.n; i++) {
		const struct record *r = told_table(items.rows[i].table);

		for (size_t c = 0; r != NULL && *items.rows[i].op == 'U' && c < r->n; c++) {
			const char *key = arena_printf(&f->arena, "\"%s\":", r->fields[c].column);

			if (strstr(items.rows[i].before, key) == NULL)
				continue;
			*seen = true;
			if (strstr(words, told_label(&r->fields[c])) == NULL)
				stop_test("%s.%s is not told: %s", r->name, r->fields[c].column,
					words);
		}
	}
}

static void every_change_of_a_told_column_is_told(void **state)
{
	bool seen = false;

	full_make(*state, watch_told, &seen);
	assert_true(seen);
}

static void a_withdrawal_tells_the_state_before_and_after(void **state)
{
	struct fixture *f = *state;
	struct log_entry entry = { .verb = "" };
	int64_t seq;

	full_make(f, NULL, NULL);
	assert_ok(store_log_head(f->ctx.db, &seq));
	while (strcmp(entry.verb, "team.withdraw") != 0)
		assert_ok(journal_get(&f->ctx, &f->arena, seq--, &entry));
	if (strstr(told(f, seq + 1), "State: applied -> withdrawn") == NULL)
		stop_test("told: %s", told(f, seq + 1));
	/* A reference is told by its title. */
	assert_ok(store_log_head(f->ctx.db, &seq));
	while (strcmp(entry.verb, "session.teams") != 0)
		assert_ok(journal_get(&f->ctx, &f->arena, seq--, &entry));
	if (strstr(told(f, seq + 1), "Team:  -> T-") == NULL)
		stop_test("told: %s", told(f, seq + 1));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_kind_has_a_noun_and_a_word),
		TEST_FILE(every_record_is_found_by_its_name),
		TEST_FILE(every_table_is_watched),
		TEST_FILE(the_log_tells_every_column_or_says_why_not),
		TEST_FILE(every_told_column_is_one_that_the_log_has),
		TEST_FILE(every_change_of_a_told_column_is_told),
		TEST_FILE(a_withdrawal_tells_the_state_before_and_after),
	};
	return RUN(tests);
}
