/* SPDX-License-Identifier: MIT
 * Each kind of record has all that a kind has. */
#define TEST_NAME "kinds"
#include "tests/unit/full.h"

#include "src/base/i18n.h"
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

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(every_kind_has_a_noun_and_a_word),
		TEST_FILE(every_record_is_found_by_its_name),
	};
	return RUN(tests);
}
