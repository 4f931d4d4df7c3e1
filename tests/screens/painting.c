/* SPDX-License-Identifier: MIT
 * A screen is painted whole and shown in part: only lines that changed go to curses, and what is
 * seen is the same as if all had gone. */
#include <string.h>

#include "tests/screens/driver.h"
#include "tests/screens/image.h"
#include "tests/unit/fixture.h"
#define TEST_NAME "painting"

#include "ui/toolkit/painted.h"

enum { STEPS_MAX = 8, ROWS = 24, COLUMNS = 80, CURSOR_LINES = 3 };

/* A key at each painting, and what was seen at it. */
struct play {
	const char *keys[STEPS_MAX];
	int resized[STEPS_MAX]; /* rows before the key; 0: as they are */
	struct image images[STEPS_MAX + 1];
	int handed[STEPS_MAX + 1];
	size_t n; /* paintings that were seen */
};

static bool next(struct driver *driver, void *arg)
{
	struct play *play = arg;

	image_read(&play->images[play->n]);
	play->handed[play->n] = term_lines_handed();
	size_t step = play->n++;
	if (step == STEPS_MAX || play->keys[step] == NULL)
		return false;
	if (play->resized[step] != 0) {
		driver_resize(driver, play->resized[step], COLUMNS);
		driver_resize(driver, ROWS, COLUMNS);
	}
	assert_true(driver_press(driver, play->keys[step]));
	return true;
}

static void run(struct play *play, const char *term)
{
	static struct driver driver;
	struct driver_setup setup = { "demo-applications", "fi", NULL, term, ROWS, COLUMNS };

	driver_start(&driver, &setup);
	driver_run(&driver, next, play);
	driver_end(&driver);
}

static void assert_same(const struct image *a, const struct image *b)
{
	assert_int_equal(ROWS, a->rows);
	assert_int_equal(ROWS, b->rows);
	for (int y = 0; y < ROWS; y++)
		for (int x = 0; x < COLUMNS; x++) {
			const struct image_cell *one = &a->cells[y][x], *other = &b->cells[y][x];

			assert_string_equal(one->text, other->text);
			assert_int_equal(one->look.reversed, other->look.reversed);
			assert_int_equal(one->look.bold, other->look.bold);
			assert_int_equal(one->look.underlined, other->look.underlined);
			assert_int_equal(one->look.color, other->look.color);
		}
}

/* Lines in which the pictures differ. */
static int changed_lines(const struct image *a, const struct image *b)
{
	int changed = 0;

	for (int y = 0; y < ROWS; y++) {
		bool differs = false;

		for (int x = 0; x < COLUMNS; x++)
			differs = differs ||
				  strcmp(a->cells[y][x].text, b->cells[y][x].text) != 0 ||
				  a->cells[y][x].look.reversed != b->cells[y][x].look.reversed;
		changed += differs ? 1 : 0;
	}
	return changed;
}

/* The row that was selected, the row that is, and the line that counts them ("2/77"). */
static void a_key_hands_over_the_two_rows_it_changes(void **state)
{
	static struct play play = { .keys = { "1", "Down", "Down", "Up" } };

	(void)state;
	run(&play, NULL);
	assert_int_equal(5, play.n);
	assert_int_equal(ROWS, play.handed[0]);
	for (size_t i = 2; i < play.n; i++) {
		assert_int_equal(CURSOR_LINES, changed_lines(&play.images[i - 1], &play.images[i]));
		assert_int_equal(CURSOR_LINES, play.handed[i]);
	}
	assert_same(&play.images[2], &play.images[4]);
}

/* "?" opens the keys of the screen over it. */
static void what_a_dialog_covered_comes_back(const char *term)
{
	static struct play play;

	play = (struct play){ .keys = { "1", "?", "Esc", "C-l" } };
	run(&play, term);
	assert_int_equal(5, play.n);
	assert_true(changed_lines(&play.images[1], &play.images[2]) > 5);
	assert_same(&play.images[1], &play.images[3]);
	assert_true(play.handed[3] < ROWS);
	/* Ctrl-L trusts nothing, and shows the same. */
	assert_int_equal(ROWS, play.handed[4]);
	assert_same(&play.images[3], &play.images[4]);
}

static void what_a_dialog_covered_comes_back_in_colour(void **state)
{
	(void)state;
	what_a_dialog_covered_comes_back(NULL);
}

static void what_a_dialog_covered_comes_back_in_one_colour(void **state)
{
	(void)state;
	what_a_dialog_covered_comes_back("vt100");
}

/* Smaller and as large as before at once: curses has lost what was below. */
static void a_window_that_was_small_for_a_moment_is_whole(void **state)
{
	static struct play play = { .keys = { "1", "Down", "Up" }, .resized = { 0, 12 } };

	(void)state;
	run(&play, NULL);
	assert_same(&play.images[1], &play.images[play.n - 1]);
}

static int cleared;

static void count_cleared(int y)
{
	(void)y;
	cleared++;
}

static void put_nowhere(int y, int x, const wchar_t *text, int n, enum style style)
{
	(void)y, (void)x, (void)text, (void)n, (void)style;
}

/* As a message while something is saved: what is below it shows through until the next painting. */
static void what_lies_over_a_painting_goes_with_the_next(void **state)
{
	static const struct painted_hand hand = { count_cleared, put_nowhere };
	struct painted painted = { 0 };

	(void)state;
	cleared = 0;
	painted_begin(&painted, 3, COLUMNS);
	painted_put(&painted, 1, 0, L"below", 5, STYLE_PLAIN);
	assert_int_equal(3, painted_hand_over(&painted, &hand));
	assert_int_equal(3, cleared);
	painted_put(&painted, 1, 6, L"over", 4, STYLE_GOOD);
	assert_int_equal(1, painted_hand_over(&painted, &hand));
	assert_int_equal(3, cleared);
	assert_int_equal(0, painted_hand_over(&painted, &hand));
	painted_begin(&painted, 3, COLUMNS);
	painted_put(&painted, 1, 6, L"over", 4, STYLE_GOOD);
	assert_int_equal(1, painted_hand_over(&painted, &hand));
	assert_int_equal(4, cleared);
	painted_begin(&painted, 3, COLUMNS);
	painted_put(&painted, 1, 6, L"over", 4, STYLE_ALERT);
	assert_int_equal(1, painted_hand_over(&painted, &hand));
	painted_free(&painted);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_key_hands_over_the_two_rows_it_changes),
		cmocka_unit_test(what_a_dialog_covered_comes_back_in_colour),
		cmocka_unit_test(what_a_dialog_covered_comes_back_in_one_colour),
		cmocka_unit_test(a_window_that_was_small_for_a_moment_is_whole),
		cmocka_unit_test(what_lies_over_a_painting_goes_with_the_next),
	};

	return RUN(tests);
}
