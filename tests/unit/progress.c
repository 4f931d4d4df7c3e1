/* SPDX-License-Identifier: MIT
 * The bar over what takes its time. */
#define TEST_NAME "progress"
#include "tests/unit/fixture.h"

#include "db/base/watch.h"
#include "src/base/i18n.h"
#include "src/base/pace.h"
#include "src/intake/holding.h"

static int with_catalogs(void **state)
{
	(void)state;
	fixture_languages();
	return 0;
}

static void what_is_quick_has_no_bar(void **state)
{
	char line[160];

	(void)state;
	assert_false(pace_line(1, 2, 999, line, sizeof(line)));
	assert_false(pace_line(0, 2, 5000, line, sizeof(line)));
	assert_true(pace_line(1, 2, 1000, line, sizeof(line)));
}

static void the_time_left_is_what_the_pace_says(void **state)
{
	char line[160];

	(void)state;
	i18n_use("en");
	assert_true(pace_line(250, 1000, 2000, line, sizeof(line)));
	assert_string_equal(line, "[######..................] 25 %, about 6 s left");
	assert_true(pace_line(1000, 1000, 8000, line, sizeof(line)));
	assert_string_equal(line, "[########################] 100 %, about 0 s left");
	i18n_use("fi");
	assert_true(pace_line(250, 1000, 2000, line, sizeof(line)));
	assert_string_equal(line, "[######..................] 25 %, jäljellä noin 6 s");
}

static void note_holding(void *arg, size_t rows)
{
	*(size_t *)arg = rows;
}

/* What is saved in a moment needs no word. */
static void only_a_large_file_is_told_to_hold_others(void **state)
{
	size_t told = 0;
	struct watcher watcher = { .holding = note_holding, .arg = &told };
	struct arena arena = { 0 };

	(void)state;
	watch_by(&watcher);
	holding_tell(5000);
	assert_int_equal(told, 0);
	holding_tell(5001);
	assert_int_equal(told, 5001);
	watch_by(NULL);
	holding_tell(6000);
	assert_int_equal(told, 5001);
	i18n_use("sv");
	assert_string_equal(holding_asked(&arena, "Importera?", 5000), "Importera?");
	assert_string_equal(holding_asked(&arena, "Importera?", 5001),
		"Importera? Det tar en stund att spara 5001 rader, och så länge får det som andra "
		"sparar vänta: gör det helst när ingen annan arbetar.");
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_is_quick_has_no_bar),
		TEST(the_time_left_is_what_the_pace_says),
		TEST(only_a_large_file_is_told_to_hold_others),
	};
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name(TEST_NAME, tests, with_catalogs, NULL);
}
