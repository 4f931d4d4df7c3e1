/* SPDX-License-Identifier: MIT
 * What a person says of a file's rows before they are saved: cells put right, questions answered.
 * What came stays known, and nothing comes in twice. Folders and letters as the import shows them.
 */
#define TEST_NAME "amending"
#include "tests/unit/fixture.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "db/base/utf8.h"
#include "src/base/folder.h"
#include "src/intake/import.h"
#include "src/intake/telling.h"

#define HEADING "Kunta;Otsikko;Kuvaus;Lähetetty\n"

static const char doubtful[] = HEADING "Hämeenlinnan kaupunki;Yksi;Kuvaus;1.9.2018\n"
				       "Hesa;Kaksi;Kuvaus;2.9.2018\n"
				       "Turku;Kolme;Kuvaus;3.9.2018\n"
				       "Turku;kolme;KUVAUS;3.9.2018 klo 10\n"
				       "Olematon;Neljä;Kuvaus;4.9.2018\n";

static void prepare(struct fixture *f, const char *text, struct import *import)
{
	char path[120];

	snprintf(path, sizeof(path), "%s/problems.csv", f->directory);
	FILE *file = fopen(path, "w");
	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(0, fclose(file));
	assert_ok(import_prepare(&f->ctx, "problem", path, &(struct table_options){ 0 }, import));
}

static int64_t problems(struct fixture *f)
{
	struct submission_counts c;

	assert_ok(submission_count(&f->ctx, "problem", &c));
	return c.all;
}

static struct import_row row_of(struct fixture *f, int64_t batch, int64_t row)
{
	struct import_row found;
	int64_t id;

	assert_ok(import_row_find(&f->ctx, batch, row, &id));
	assert_ok(import_row_get(&f->ctx, &f->arena, id, &found));
	return found;
}

static void a_cell_is_put_right_and_what_came_stays(void **state)
{
	struct fixture *f = *state;
	struct import import;
	struct import_batch kept;
	int64_t batch;

	prepare(f, doubtful, &import);
	assert_int_equal(1, import.added);
	assert_int_equal(2, import.refused);
	assert_int_equal(2, import.held);
	assert_ok(import_amend(&f->ctx, &import, 0, 1, "109"));
	assert_int_equal(ROW_ADD, import.rows[0].verdict);
	assert_true(import.rows[0].amended);
	assert_ok(import_amend(&f->ctx, &import, 1, 1, "Ei tämäkään"));
	assert_string_equal("municipality_unknown", import.rows[1].reason);
	assert_ok(import_amend(&f->ctx, &import, 1, 1, "Helsinki"));
	assert_int_equal(3, import.added);
	assert_fails(E_RULE, import_commit(&f->ctx, &import, false, &batch));
	assert_int_equal(0, problems(f));
	assert_ok(import_commit(&f->ctx, &import, true, &batch));
	assert_int_equal(3, problems(f));
	/* Row 2 of the sheet became a problem, and says what it was. */
	struct import_row first = row_of(f, batch, 2), second = row_of(f, batch, 3);
	assert_string_equal("added", first.verdict);
	assert_string_equal("municipality_uncertain", first.reason);
	assert_string_equal(
		"Hämeenlinnan kaupunki", import_row_cell(&f->arena, &first, "municipality"));
	assert_string_equal("corrected", second.verdict);
	assert_string_equal("Hesa", import_row_cell(&f->arena, &second, "municipality"));
	assert_ok(import_batch_get(&f->ctx, &f->arena, batch, &kept));
	assert_int_equal(3, kept.added);
	import_clear(&import);
	/* The same file again: every row is known. */
	prepare(f, doubtful, &import);
	assert_int_equal(0, import.added);
	assert_int_equal(3, import.duplicates);
	assert_int_equal(2, import.waiting_already);
	assert_true(import.rows[4].waits);
	assert_fails(E_RULE, import_amend(&f->ctx, &import, 4, 1, "Oulu"));
	assert_fails(E_RULE, import_answer(&import, 4, ANSWER_SKIP));
	import_clear(&import);
	assert_ok(import_undo(&f->ctx, batch));
	assert_int_equal(0, problems(f));
	assert_verifies(f);
}

static void questions_are_answered_before(void **state)
{
	struct fixture *f = *state;
	struct import import;
	int64_t batch;

	prepare(f, doubtful, &import);
	assert_true(import_asks_version(&import.rows[3]));
	assert_fails(E_RULE, import_answer(&import, 0, ANSWER_NEW));
	assert_fails(E_RULE, import_answer(&import, 2, ANSWER_SKIP));
	assert_ok(import_answer(&import, 0, ANSWER_SKIP));
	assert_ok(import_answer(&import, 1, ANSWER_SKIP));
	assert_ok(import_answer(&import, 3, ANSWER_NEW));
	assert_ok(import_answer(&import, 4, ANSWER_SKIP));
	assert_int_equal(4, import.settled);
	assert_ok(import_answer(&import, 4, ANSWER_NONE));
	assert_int_equal(3, import.settled);
	/* A new judgement keeps the answers. */
	assert_ok(import_amend(&f->ctx, &import, 4, 1, "Oulu"));
	assert_int_equal(3, import.settled);
	assert_int_equal(ANSWER_SKIP, import.rows[0].answer);
	/* Nothing is open: it is whole. */
	assert_ok(import_commit(&f->ctx, &import, false, &batch));
	assert_int_equal(3, problems(f));
	assert_string_equal("skipped", row_of(f, batch, 2).verdict);
	assert_string_equal("added", row_of(f, batch, 5).verdict);
	import_clear(&import);
	/* A newer text of the same title takes the older one's place. */
	prepare(f, HEADING "Turku;Kolme;Aivan toinen;5.9.2018\n", &import);
	assert_ok(import_answer(&import, 0, ANSWER_REPLACE));
	assert_ok(import_commit(&f->ctx, &import, false, &batch));
	assert_int_equal(3, problems(f));
	assert_string_equal("replaced", row_of(f, batch, 2).verdict);
	import_clear(&import);
	assert_verifies(f);
}

static void a_row_that_is_wrong_as_a_whole_is_not_put_right(void **state)
{
	struct fixture *f = *state;
	struct import import;

	prepare(f, HEADING "Turku;Liian vähän\n", &import);
	assert_fails(E_RULE, import_amend(&f->ctx, &import, 0, 0, "x"));
	assert_fails(E_RULE, import_amend(&f->ctx, &import, 0, 9, "x"));
	assert_ok(import_answer(&import, 0, ANSWER_SKIP));
	import_clear(&import);
}

static void put(struct fixture *f, const char *name, time_t when)
{
	const char *path = arena_printf(&f->arena, "%s/files/%s", f->directory, name);
	const struct timespec times[2] = { { .tv_sec = when }, { .tv_sec = when } };
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fclose(file);
	assert_int_equal(0, utimensat(AT_FDCWD, path, times, 0));
}

static void a_folder_shows_what_can_be_imported(void **state)
{
	struct fixture *f = *state;
	const char *path = arena_printf(&f->arena, "%s/files", f->directory);
	struct folder folder;

	assert_int_equal(0, mkdir(path, 0700));
	put(f, "vanha.csv", 1000);
	put(f, "uusi.XLSX", 2000);
	put(f, "kuva.png", 3000);
	put(f, ".piilossa.csv", 3000);
	assert_int_equal(0, mkdir(arena_printf(&f->arena, "%s/alikansio", path), 0700));
	assert_ok(folder_read(&f->arena, path, ".xlsx|.csv", &folder));
	assert_int_equal(3, folder.n);
	assert_string_equal("uusi.XLSX", folder.rows[0].name);
	assert_string_equal("vanha.csv", folder.rows[1].name);
	assert_true(folder.rows[2].folder);
	assert_fails(E_NOT_FOUND, folder_read(&f->arena, "/ei/ole", ".csv", &folder));
	assert_int_equal(0, folder.n);
	setenv("HOME", "/koti/aino", 1);
	assert_string_equal("/koti/aino/a.csv", path_whole(&f->arena, "/x/", "~/a.csv"));
	assert_string_equal("/x/~a", path_whole(&f->arena, "/x/", "~a"));
	assert_string_equal("/x/a", path_whole(&f->arena, "/x/", "a"));
	assert_string_equal("/a", path_whole(&f->arena, "/x/", "/a"));
	assert_string_equal("~/a", path_shown(&f->arena, "/koti/aino/a"));
	assert_string_equal("/koti/ainoa/a", path_shown(&f->arena, "/koti/ainoa/a"));
	assert_string_equal("/x/", path_folder(&f->arena, "/x/a"));
}

static void letters_tell_character_sets_apart(void **state)
{
	static const char latin[] = "Otsikko;Hinta\n\xE4"
				    "iti;50 \xA4 ja \xA8"
				    "akki\n";
	static const char wide[] = "Turku;Åbo on \xE2\x82\xAC kaupunki\n";
	struct fixture *f = *state;
	struct telling telling;

	telling_find(latin, sizeof(latin) - 1, false, &telling);
	assert_int_equal(1, telling.n);
	assert_string_equal("50 € ja šakki", telling_words(&f->arena, &telling, "ISO-8859-15"));
	assert_string_equal("50 ¤ ja ¨akki", telling_words(&f->arena, &telling, "WINDOWS-1252"));
	assert_string_equal("", telling_words(&f->arena, &telling, "KLINGON-8"));
	/* Only letters that all have: they still show what is no letter at all. */
	telling_find("\xE4\xE4kk\xF6set", 8, false, &telling);
	assert_string_equal("ääkköset", telling_words(&f->arena, &telling, "ISO-8859-15"));
	telling_find(wide, sizeof(wide) - 1, true, &telling);
	assert_true(utf8_check(telling.rows[0].at, telling.rows[0].n) == TEXT_GOOD);
	telling_find("", 0, true, &telling);
	assert_int_equal(0, telling.n);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_FILE(a_cell_is_put_right_and_what_came_stays),
		TEST_FILE(questions_are_answered_before),
		TEST_FILE(a_row_that_is_wrong_as_a_whole_is_not_put_right),
		TEST_FILE(a_folder_shows_what_can_be_imported),
		TEST_FILE(letters_tell_character_sets_apart),
	};
	return RUN(tests);
}
