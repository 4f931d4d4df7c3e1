/* SPDX-License-Identifier: MIT
 * Each kind of record has all that a kind has, and the log tells of each table what it may. */
#define TEST_NAME "kinds"
#include "tests/unit/full.h"

#include <sqlite3.h>

#include "db/store/meta.h"
#include "src/base/i18n.h"
#include "src/roof/consistency.h"
#include "src/roof/journal.h"
#include "src/cli/nouns.h"
#include "src/roof/kinds.h"

/* Their verbs are with what they belong to. */
static const enum kind without_noun[] = { KIND_HINT, KIND_SERVICE };

static bool has_noun(enum kind kind)
{
	for (size_t i = 0; i < LEN(without_noun); i++)
		if (without_noun[i] == kind)
			return false;
	return true;
}

static bool is_command(const char *noun)
{
	for (size_t i = 0; nouns[i] != NULL; i++)
		if (strcmp(nouns[i]->name, noun) == 0)
			return true;
	return false;
}

static void every_kind_has_a_noun_and_a_word(void **state)
{
	static const char *const languages[] = { "en", "fi", "sv" };

	(void)state;
	fixture_languages();
	for (enum kind kind = KIND_NONE + 1; kind < KIND_COUNT; kind++) {
		if (is_command(kind_rows[kind].noun) != has_noun(kind))
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
		for (size_t i = 0; i < ids.n && i < 3; i++) {
			struct reference name, again;
			struct found found;

			assert_ok(reference_of(&f->ctx, kind, ids.ids[i], &name));
			if (kinds_find(&f->ctx, &f->arena, name.text, &found).code != E_OK)
				stop_test("%s is not found", name.text);
			assert_int_equal(found.kind, kind);
			assert_int_equal(found.id, ids.ids[i]);
			assert_true(*found.title != '\0' || *found.code != '\0');
			assert_ok(kinds_name(&f->ctx, name.text, &again));
			assert_string_equal(again.text, name.text);
		}
		if (ids.n == 0)
			stop_test("there is no %s", kind_rows[kind].noun);
		id_list_clear(&ids);
	}
}

/* Of the program alone: no screen shows them. */
static const char *const unwatched[] = { "code_series", "draft", "meta", "place" };

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

/* What each kind is kept in tells of itself: all but its ids, codes and what names.c says why not.
 */
static void every_kind_tells_of_its_tables(void **state)
{
	(void)state;
	for (enum kind kind = KIND_NONE + 1; kind < KIND_COUNT; kind++) {
		bool told = false;

		for (size_t i = 0; kind_rows[kind].tables[i] != NULL; i++) {
			const struct record *r = record_of_table(kind_rows[kind].tables[i]);

			for (size_t c = 0; r != NULL && c < r->n; c++)
				told = told || (r->fields[c].in & IN_TOLD) != 0;
		}
		if (!told)
			stop_test("the log tells nothing of a %s", kind_rows[kind].noun);
	}
}

/* Told by a title, so of a record that has one, or of a part that is named. */
static bool has_title(const char *table)
{
	static const char *const parts[] = { "panel_member", "criterion", "region", "round_item" };

	for (size_t i = 0; i < LEN(parts); i++)
		if (strcmp(parts[i], table) == 0)
			return true;
	enum kind kind = kind_kept_in(table);
	return kind != KIND_NONE && kind_rows[kind].naming != NAMED_NOWHERE;
}

static void every_reference_that_is_told_has_a_title(void **state)
{
	(void)state;
	for (size_t i = 0; all_records[i] != NULL; i++)
		for (size_t c = 0; c < all_records[i]->n; c++) {
			const struct field *field = &all_records[i]->fields[c];

			if ((field->in & IN_TOLD) != 0 && field->meaning == MEANS_REF &&
				!has_title(field->of))
				stop_test("%s.%s is told by no title", all_records[i]->name,
					field->column);
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
		const struct record *r = record_of_table(items.rows[i].table);

		for (size_t c = 0; r != NULL && *items.rows[i].op == 'U' && c < r->n; c++) {
			/* What a reference is of may be gone since. */
			if ((r->fields[c].in & IN_TOLD) == 0 || r->fields[c].meaning == MEANS_REF)
				continue;
			const char *key = arena_printf(&f->arena, "\"%s\":", r->fields[c].column);

			if (strstr(items.rows[i].before, key) == NULL)
				continue;
			*seen = true;
			if (strstr(words, i18n_lookup("field", r->fields[c].word)) == NULL)
				stop_test("%s.%s is not told: %s", r->table, r->fields[c].column,
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

static void an_attachment_of_a_record_that_is_gone_is_found(void **state)
{
	struct fixture *f = *state;
	struct inconsistencies list;

	full_make(f, NULL, NULL);
	assert_ok(consistency_list(&f->ctx, &f->arena, &list));
	size_t before = list.n;
	outside(f->path, "UPDATE attachment SET tbl = 'team', row_id = 9999, submission_id = NULL "
			 "WHERE id = (SELECT max(id) FROM attachment)");
	assert_ok(consistency_list(&f->ctx, &f->arena, &list));
	assert_int_equal(list.n, before + 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_kind_has_a_noun_and_a_word),
		TEST(every_kind_tells_of_its_tables),
		TEST(every_reference_that_is_told_has_a_title),
		TEST_FILE(every_record_is_found_by_its_name),
		TEST_FILE(every_table_is_watched),
		TEST_FILE(every_change_of_a_told_column_is_told),
		TEST_FILE(a_withdrawal_tells_the_state_before_and_after),
		TEST_FILE(an_attachment_of_a_record_that_is_gone_is_found),
	};
	return RUN(tests);
}
