/* SPDX-License-Identifier: MIT
 * The bar over what takes its time. */
#define TEST_NAME "progress"
#include "tests/unit/fixture.h"

#include "src/base/i18n.h"
#include "src/cli/progress.h"

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
	assert_false(progress_line(1, 2, 999, line, sizeof(line)));
	assert_false(progress_line(0, 2, 5000, line, sizeof(line)));
	assert_true(progress_line(1, 2, 1000, line, sizeof(line)));
}

static void the_time_left_is_what_the_pace_says(void **state)
{
	char line[160];

	(void)state;
	i18n_use("en");
	assert_true(progress_line(250, 1000, 2000, line, sizeof(line)));
	assert_string_equal(line, "[######..................] 25 %, about 6 s left");
	assert_true(progress_line(1000, 1000, 8000, line, sizeof(line)));
	assert_string_equal(line, "[########################] 100 %, about 0 s left");
	i18n_use("fi");
	assert_true(progress_line(250, 1000, 2000, line, sizeof(line)));
	assert_string_equal(line, "[######..................] 25 %, jäljellä noin 6 s");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(what_is_quick_has_no_bar),
		TEST(the_time_left_is_what_the_pace_says),
	};
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name(TEST_NAME, tests, with_catalogs, NULL);
}
