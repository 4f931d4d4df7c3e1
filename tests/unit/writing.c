/* SPDX-License-Identifier: MIT
 * Letters: what they are written in, whose language they are in, and what an outcome says of
 * points. */
#define TEST_NAME "writing"
#include "tests/unit/fixture.h"

#include "src/documents/writer.h"
#include "src/judging/ranking.h"
#include "src/letters/matter.h"
#include "src/base/notation.h"
#include "src/documents/notation_blocks.h"

/* --- The notation */

static const char *value(void *arg, const char *name)
{
	(void)arg;
	if (strcmp(name, "title") == 0)
		return "# Kyydit {kaikille}\n- ja \\ muille";
	if (strcmp(name, "list") == 0)
		return NOTATION_READY "- yksi\n- kaksi";
	return strcmp(name, "empty") == 0 ? "" : NULL;
}

static const struct notation_values values = { value, NULL };

static const char *filled(struct fixture *f, const char *text)
{
	struct notation_trouble trouble;
	const char *out = notation_fill(&f->arena, text, &values, &trouble);

	return out != NULL ? out :
			     arena_printf(&f->arena, "%d %s", (int)trouble.fault, trouble.field);
}

static void conditions_keep_whole_lines(void **state)
{
	struct fixture *f = *state;

	assert_string_equal(
		filled(f, "a\n{?empty}b\n{!empty}c\n{?list}d\n{?list}{?empty}e\n"), "a\nc\nd\n");
	assert_string_equal(filled(f, "a{?empty} b\nc{!empty} d {title}"),
		"a\nc d # Kyydit \\{kaikille}\n\\- ja \\\\ muille");
	assert_string_equal(filled(f, "{list}\n{?empty}{unknown}"), "- yksi\n- kaksi\n");
}

static void a_field_without_value_is_named(void **state)
{
	struct fixture *f = *state;

	assert_string_equal(filled(f, "a {empty} b"), "2 empty");
	assert_string_equal(filled(f, "{?nothing}a"), "1 nothing");
	assert_string_equal(
		filled(f, "{Nothing} { empty} {} \\{empty}"), "{Nothing} { empty} {} \\{empty}");
}

static const char *as_text(struct fixture *f, const char *text)
{
	struct documents all = { 0 };
	struct buffer out = { 0 };

	notation_blocks(document_new(&all, &f->arena, "fi", "T"), text);
	document_write_text(&all, &out);
	const char *written = arena_text(&f->arena, out.text);
	buffer_clear(&out);
	return written;
}

/* What came from outside says what it says: it makes no heading, no item and no field. */
static void values_are_no_marks(void **state)
{
	struct fixture *f = *state;

	assert_string_equal(as_text(f, filled(f, "# Otsikko\n{title}")),
		"T\n\nOtsikko\n-------\n# Kyydit {kaikille}\n- ja \\ muille\n");
	assert_string_equal(as_text(f, "rivi\nrivi\n- a\n- b\n\nloppu"),
		"T\n\nrivi\nrivi\n\n- a\n- b\n\nloppu\n");
}

/* --- Whose language */

static void check_language(const struct letter_recipient *to, const char *chosen,
	const char *language, const char *leading, const char *rule)
{
	struct letter_tongue tongue = letter_tongue(to, chosen);

	assert_string_equal(tongue.language, language);
	assert_string_equal(tongue.leading, leading);
	assert_string_equal(tongue.rule, rule);
}

static void the_first_known_language_speaks(void **state)
{
	struct letter_recipient to = {
		.own_language = "en", .submission_language = "sv", .body_language = "fi+sv"
	};

	(void)state;
	check_language(&to, NULL, "en", "en", "person");
	to.own_language = "";
	check_language(&to, NULL, "sv", "sv", "submission");
	to.submission_language = "";
	check_language(&to, NULL, "fi,sv", "fi", "municipality");
	to.body_language = "sv+fi";
	check_language(&to, NULL, "fi,sv", "sv", "municipality");
	check_language(&to, "fi,sv", "fi,sv", "sv", "office");
	to.body_language = "sv";
	check_language(&to, NULL, "sv", "sv", "municipality");
	check_language(&to, "fi", "fi", "fi", "office");
	to.body_language = "";
	check_language(&to, NULL, "fi", "fi", "default");
}

/* --- Points in each criterion */

static void check_points(struct ratio points, int64_t num, int64_t den)
{
	assert_int_equal(ratio_compare(points, (struct ratio){ num, den }), 0);
}

/* Two criteria, three jurors; the second item has one review. */
static void points_are_by_the_locked_method(void **state)
{
	struct fixture *f = *state;
	const int64_t weights[] = { 2000, 1000 };
	const int64_t scores[4][2] = { { 7000, 1000 }, { 8000, 2000 }, { 8000, 6000 },
		{ 3250, 0 } };
	const struct ballot ballots[] = { { 0, 0, scores[0] }, { 0, 1, scores[1] },
		{ 0, 2, scores[2] }, { 1, 0, scores[3] } };
	const struct matrix m = { .items = 2,
		.jurors = 3,
		.criteria = 2,
		.weights = weights,
		.ballots = ballots,
		.n = LEN(ballots) };
	const struct ratio *mean = ranking_by_criterion(&f->arena, &m, METHOD_MEAN);
	const struct ratio *median = ranking_by_criterion(&f->arena, &m, METHOD_MEDIAN);
	const struct ratio *trimmed = ranking_by_criterion(&f->arena, &m, METHOD_TRIMMED);
	const struct ratio *borda = ranking_by_criterion(&f->arena, &m, METHOD_BORDA);

	check_points(mean[0], 23, 3);
	check_points(mean[1], 3, 1);
	check_points(mean[2], 13, 4);
	check_points(mean[3], 0, 1);
	check_points(median[0], 8, 1);
	check_points(median[1], 2, 1);
	check_points(trimmed[0], 8, 1);
	assert_int_equal(trimmed[2].den, 0);
	assert_int_equal(borda[0].den, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST_FILE(conditions_keep_whole_lines),
		TEST_FILE(a_field_without_value_is_named),
		TEST_FILE(values_are_no_marks),
		TEST(the_first_known_language_speaks),
		TEST_FILE(points_are_by_the_locked_method),
	};
	return RUN(tests);
}
