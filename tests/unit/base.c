/* SPDX-License-Identifier: MIT
 * What everything else stands on: memory, exact numbers, sets, what people type. */
#define TEST_NAME "base"
#include "tests/unit/fixture.h"

#include "db/base/ratio.h"
#include "src/base/csv_out.h"
#include "src/base/email.h"
#include "src/base/input.h"
#include "src/base/set.h"

static void arenas_keep_what_they_were_given(void **state)
{
	struct arena arena = { 0 };
	char *small[500], *large[20];

	(void)state;
	for (int i = 0; i < 500; i++) {
		small[i] =
			arena_printf(&arena, "%d: %.*s", i, i % 90, "ääkkösiä ja muuta täytettä");
		if (i % 25 == 0) {
			large[i / 25] = arena_alloc(&arena, 10000);
			for (int k = 0; k < 10000; k++)
				assert_int_equal(0, large[i / 25][k]);
			memset(large[i / 25], i / 25 + 1, 10000);
		}
		assert_int_equal(0, (uintptr_t)arena_alloc(&arena, 1) % sizeof(void *));
	}
	for (int i = 0; i < 500; i++)
		assert_int_equal(i, atol(small[i]));
	for (int i = 0; i < 20; i++)
		assert_int_equal(i + 1, large[i][9999]);
	assert_string_equal("", arena_text(&arena, NULL));
	assert_memory_equal("a\0b", arena_bytes(&arena, "a\0b", 3), 4);
	arena_clear(&arena);
	assert_null(arena.chunk);
	arena_clear(&arena);
}

static void lists_and_buffers_grow(void **state)
{
	struct id_list list = { 0 };
	struct buffer buffer = { 0 };

	(void)state;
	assert_true(id_list_find(&list, 1) == (size_t)-1);
	for (int64_t id = 1; id <= 1000; id++)
		id_list_add(&list, id * 7);
	assert_int_equal(1000, list.n);
	assert_int_equal(999, id_list_find(&list, 7000));
	assert_true(id_list_find(&list, 3) == (size_t)-1);
	id_list_clear(&list);
	assert_int_equal(0, list.n);
	for (int i = 0; i < 300; i++) {
		buffer_printf(&buffer, "%03d", i);
		buffer_text(&buffer, "-");
		buffer_add(&buffer, "\0", 1);
	}
	assert_int_equal(1500, buffer.length);
	assert_memory_equal("299-\0", buffer.text + 1495, 6);
	buffer_clear(&buffer);
	assert_null(buffer.text);
}

static void fractions_are_exact(void **state)
{
	const int64_t most = 20LL * 1000000 * 1000000 * 200, den = 200LL * 20 * 1000000;

	(void)state;
	assert_int_equal(0, ratio_compare((struct ratio){ 1, 3 }, (struct ratio){ 2, 6 }));
	assert_int_equal(
		-1, ratio_compare((struct ratio){ 1, 3 }, (struct ratio){ 333334, 1000000 }));
	assert_int_equal(
		1, ratio_compare((struct ratio){ 1, 3 }, (struct ratio){ 333333, 1000000 }));
	assert_int_equal(1, ratio_compare((struct ratio){ 7, 2 }, (struct ratio){ 3, 1 }));
	assert_int_equal(0, ratio_compare((struct ratio){ 0, 5 }, (struct ratio){ 0, 9 }));
	/* The largest there can be, one thousandth of a point apart. */
	assert_int_equal(
		0, ratio_compare((struct ratio){ most, den }, (struct ratio){ most / 2, den / 2 }));
	assert_int_equal(
		1, ratio_compare((struct ratio){ most, den }, (struct ratio){ most - 1, den }));
	assert_int_equal(-1,
		ratio_compare((struct ratio){ den - 2, den - 1 }, (struct ratio){ den - 1, den }));
}

static void numbers_as_people_write_them(void **state)
{
	static const struct {
		const char *text;
		int64_t value; /* -1: refused */
		const char *shown;
	} cases[] = {
		{ "0", 0, "0" },
		{ "7,5", 7500, "7.5" },
		{ "7.50", 7500, "7.5" },
		{ "10", 10000, "10" },
		{ "0,001", 1, "0.001" },
		{ ",5", 500, "0.5" },
		{ "007", 7000, "7" },
		{ "8,5000", 8500, "8.5" },
		{ "8,000000", 8000, "8" },
		{ "8,00050", -1, NULL },
		{ "8,5001", -1, NULL },
		{ "1000000000000", 1000000000000000, "1000000000000" },
		{ "1000000000001", -1, NULL },
		{ "1000000000000,001", -1, NULL },
		{ "9999999999999", -1, NULL },
		{ "99999999999999999999", -1, NULL },
		{ "", -1, NULL },
		{ ",", -1, NULL },
		{ "5,", -1, NULL },
		{ "-1", -1, NULL },
		{ "+1", -1, NULL },
		{ "1 000", -1, NULL },
		{ "1,2,3", -1, NULL },
		{ "1.0001", -1, NULL },
		{ "7 ", -1, NULL },
		{ " 7", -1, NULL },
		{ "7x", -1, NULL },
		{ "1e3", -1, NULL },
		{ "0x10", -1, NULL },
		{ "٣", -1, NULL },
	};
	char shown[40];

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		int64_t value = -1;

		if (thousandths_parse(cases[i].text, &value) != (cases[i].shown == NULL ? -1 : 0) ||
			value != cases[i].value)
			stop_test("\"%s\" is %lld", cases[i].text, (long long)value);
		if (cases[i].shown == NULL)
			continue;
		thousandths_format(value, shown, sizeof(shown));
		assert_string_equal(cases[i].shown, shown);
	}
}

static void ratios_round_half_up(void **state)
{
	static const struct {
		struct ratio value;
		int decimals;
		const char *text;
	} cases[] = {
		{ { 2, 3 }, 4, "0.6667" },
		{ { 1, 3 }, 4, "0.3333" },
		{ { 26, 3 }, 2, "8.67" },
		{ { 1, 2 }, 0, "1" },
		{ { 5, 2 }, 0, "3" },
		{ { 9999, 1000 }, 2, "10.00" },
		{ { 1005, 1000 }, 2, "1.01" },
		{ { 100499, 100000 }, 2, "1.00" },
		{ { 10, 1 }, 4, "10.0000" },
		{ { 0, 7 }, 1, "0.0" },
		{ { 4000000000000000, 4000000000 }, 6, "1000000.000000" },
	};
	char text[40];

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		ratio_format(cases[i].value, cases[i].decimals, text, sizeof(text));
		assert_string_equal(cases[i].text, text);
	}
}

static void sets_tell_what_is_new(void **state)
{
	struct arena arena = { 0 };
	struct set set = { 0 };
	int64_t value = 0;

	(void)state;
	assert_false(set_find(&set, "a", &value));
	for (int64_t i = 0; i < 5000; i++)
		assert_true(set_add(&set, arena_printf(&arena, "row %lld", (long long)i), i));
	assert_false(set_add(&set, "row 17", 99));
	for (int64_t i = 0; i < 5000; i++) {
		assert_true(set_find(&set, arena_printf(&arena, "row %lld", (long long)i), &value));
		assert_int_equal(i, value);
	}
	assert_false(set_find(&set, "row 5000", &value));
	assert_false(set_find(&set, "", &value));
	assert_true(set_add(&set, "", 1));
	assert_true(set_find(&set, "", &value));
	set_clear(&set);
	assert_false(set_find(&set, "row 17", &value));
	arena_clear(&arena);
}

static void long_texts_are_refused_not_cut(void **state)
{
	struct arena arena = { 0 };
	const char *clean = NULL;
	char text[64] = "";

	(void)state;
	for (int i = 0; i < 20; i++)
		memcpy(text + 2 * i, "ä", 3);
	assert_ok(input_line(&arena, "title", text, 20, true, &clean));
	assert_string_equal(text, clean);
	struct error e = input_line(&arena, "title", text, 19, true, &clean);
	assert_int_equal(E_TOO_LONG, e.code);
	assert_string_equal("title", e.field);
	assert_int_equal(20, e.low);
	assert_int_equal(19, e.high);
	assert_ok(input_line(&arena, "title", "  ä  ", 1, true, &clean)); /* counted when clean */
	assert_fails(E_REQUIRED, input_line(&arena, "title", " \t\n", 20, true, &clean));
	assert_fails(E_REQUIRED, input_line(&arena, "title", "\u00A0", 20, true, &clean));
	assert_fails(E_REQUIRED, input_lines(&arena, "text", NULL, 20, true, &clean));
	assert_ok(input_line(&arena, "title", NULL, 20, false, &clean));
	assert_string_equal("", clean);
	assert_fails(E_INVALID, input_line(&arena, "title", "caf\xE9", 20, true, &clean));
	assert_fails(E_RULE, input_line(&arena, "title", "\033[31mx", 20, true, &clean));
	assert_fails(E_RULE, input_lines(&arena, "text", "a\u202Eb", 20, true, &clean));
	assert_fails(E_RULE, input_lines(&arena, "text", "a\u200Bb", 20, true, &clean));
	arena_clear(&arena);
}

#define TEN "abcdefghij"

static void addresses_codes_and_days(void **state)
{
	static const char *const good[] = { "", "a@b.fi", "aino.malli@kunta.example.fi",
		"o'neil+x@ä.fi" };
	static const char *const bad[] = { "a", "a@", "@b.fi", "a@b", "a@b.", "a@.fi", "a b@c.fi",
		"a@b@c.fi", "a@b.fi, c@d.fi", "<a@b.fi>", "a@b..fi", "a@b.fi;x", "a..b@c.fi",
		".a@c.fi", "a.@c.fi", "mailto:a@c.fi", "a@[127.0.0.1]", "-a@b.fi", "a@-b.fi",
		"a@b-.fi", "a@b_c.fi", "a\"b@c.fi", "a@b.fi\\",
		/* A label of 63 letters is whole; in ASCII it is longer. */
		"a@" TEN TEN TEN TEN TEN TEN "abcä.fi", TEN TEN TEN TEN TEN TEN "abcde@b.fi" };
	struct arena arena = { 0 };
	const char *clean;
	int64_t day = 7;

	(void)state;
	for (size_t i = 0; i < LEN(good); i++)
		assert_ok(input_email(&arena, "email", good[i], &clean));
	for (size_t i = 0; i < LEN(bad); i++)
		if (input_email(&arena, "email", bad[i], &clean).code != E_INVALID)
			stop_test("%s is taken", bad[i]);
	assert_fails(E_RULE, input_email(&arena, "email", "märi@b.fi", &clean));
	assert_string_equal("a@b.fi", email_in_ascii(&arena, "a@b.fi"));
	assert_string_equal("A@xn--jrvi-loa.fi", email_in_ascii(&arena, "A@JÄRVI.fi"));
	/* RFC 3492, 7.1: (F) Hebrew, (S) a name with two Latin words around Japanese. */
	assert_string_equal("a@xn--4dbcagdahymbxekheh6e0a7fei0b.example",
		email_in_ascii(&arena, "a@למההםפשוטלאמדבריםעברית.example"));
	assert_string_equal("a@xn---with-super-monkeys-pc58ag80a8qai00g7n9n.example",
		email_in_ascii(&arena, "a@安室奈美恵-with-super-monkeys.example"));
	assert_ok(input_code("channel", WORDS_CHANNEL, "letter"));
	assert_fails(E_INVALID, input_code("channel", WORDS_CHANNEL, "Letter"));
	assert_fails(E_INVALID, input_code("channel", WORDS_CHANNEL, ""));
	assert_ok(input_day("due", "", &day));
	assert_int_equal(0, day);
	struct error e = input_day("due", "31.2.2019", &day);
	assert_int_equal(E_INVALID, e.code);
	assert_string_equal("due", e.field);
	arena_clear(&arena);
}

static void cells_of_csv(void **state)
{
	static const struct {
		const char *text, *sheet, *exact;
	} cases[] = {
		{ "Kunta", "Kunta", "Kunta" },
		{ "a;b", "\"a;b\"", "\"a;b\"" },
		{ "a,b", "a,b", "a,b" },
		{ "\"x\"", "\"\"\"x\"\"\"", "\"\"\"x\"\"\"" },
		{ "a\nb", "\"a\nb\"", "\"a\nb\"" },
		{ "=1+1", "'=1+1", "=1+1" },
		{ "+358", "'+358", "+358" },
		{ "-5 %", "'-5 %", "-5 %" },
		{ "@x", "'@x", "@x" },
		{ "\tx", "'\tx", "\tx" },
		{ "\rx", "\"'\rx\"", "\"\rx\"" },
		{ "a=b", "a=b", "a=b" },
		{ "5/2019", "'5/2019", "5/2019" },
		{ "12/2018", "'12/2018", "12/2018" },
		{ "7-7", "'7-7", "7-7" },
		{ " 1.2.2019 ", "' 1.2.2019 ", " 1.2.2019 " },
		{ "8:30", "'8:30", "8:30" },
		{ "'5/2019", "''5/2019", "'5/2019" },
		{ "5/2019/x", "5/2019/x", "5/2019/x" },
		{ "5/", "5/", "5/" },
		{ "HEL 5/2019", "HEL 5/2019", "HEL 5/2019" },
		{ "2018-001234", "2018-001234", "2018-001234" },
		{ "1/2/3/4", "1/2/3/4", "1/2/3/4" },
		{ "P-001", "P-001", "P-001" },
		{ "2019", "2019", "2019" },
		{ "", "", "" },
	};

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		char *text = NULL;
		size_t size;
		FILE *out = open_memstream(&text, &size);

		csv_put(out, cases[i].text, false, ';');
		fputc('|', out);
		csv_put(out, cases[i].text, true, ';');
		fclose(out);
		assert_int_equal(strlen(cases[i].sheet), strcspn(text, "|"));
		assert_memory_equal(cases[i].sheet, text, strlen(cases[i].sheet));
		assert_string_equal(cases[i].exact, strchr(text, '|') + 1);
		if (*cases[i].sheet != '"')
			assert_string_equal(cases[i].text, csv_unguarded(cases[i].sheet));
		free(text);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(arenas_keep_what_they_were_given),
		TEST(lists_and_buffers_grow),
		TEST(fractions_are_exact),
		TEST(numbers_as_people_write_them),
		TEST(ratios_round_half_up),
		TEST(sets_tell_what_is_new),
		TEST(long_texts_are_refused_not_cut),
		TEST(addresses_codes_and_days),
		TEST(cells_of_csv),
	};

	fixture_languages();
	return RUN(tests);
}
