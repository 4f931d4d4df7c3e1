/* SPDX-License-Identifier: MIT
 * Letters: their order, their bytes, their width, and what may not come in among them. */
#define TEST_NAME "letters"
#include "tests/unit/fixture.h"

#include "db/base/sortkey.h"
#include "db/base/utf8.h"

static int compare_keys(struct sortkey a, struct sortkey b)
{
	int order = memcmp(a.bytes, b.bytes, a.n < b.n ? a.n : b.n);

	return order != 0 ? order : (a.n > b.n) - (a.n < b.n);
}

static void names_sort_as_in_finland(void **state)
{
	char path[500], line[200], before[200] = "";
	struct arena arena = { 0 };
	struct sortkey previous = sortkey_make(&arena, "");
	int lines = 0;

	(void)state;
	snprintf(path, sizeof(path), "%s/collation.txt", getenv("DATA"));
	FILE *file = fopen(path, "r");
	assert_non_null(file);
	assert_non_null(fgets(line, sizeof(line), file)); /* how it was made */
	while (fgets(line, sizeof(line), file) != NULL) {
		line[strcspn(line, "\n")] = '\0';
		struct sortkey key = sortkey_make(&arena, line);
		if (compare_keys(previous, key) >= 0)
			stop_test("\"%s\" sorts behind \"%s\"", before, line);
		previous = key;
		memcpy(before, line, sizeof(before));
		lines++;
	}
	fclose(file);
	arena_clear(&arena);
	assert_true(lines > 700);
}

/* macOS takes letters apart: the order and the bytes that are stored must not depend on it. */
static void both_forms_of_a_letter_are_one(void **state)
{
	static const char *const pairs[][2] = {
		{ "Äänekoski", "A\u0308a\u0308nekoski" },
		{ "Åbo", "A\u030Abo" },
		{ "René", "Rene\u0301" },
	};
	struct arena arena = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(pairs); i++) {
		assert_int_equal(0, compare_keys(sortkey_make(&arena, pairs[i][0]),
					    sortkey_make(&arena, pairs[i][1])));
		assert_string_equal(pairs[i][0], utf8_clean(&arena, pairs[i][1], TEXT_LINE));
		assert_string_equal(utf8_fold(&arena, pairs[i][0]), utf8_fold(&arena, pairs[i][1]));
	}
	arena_clear(&arena);
}

/* Whatever the bytes are, decoding moves on, one bad byte at a time. */
static void bad_bytes_are_stepped_over(void **state)
{
	static const struct {
		const char *bytes;
		uint32_t code;
		size_t used;
	} cases[] = {
		{ "a", 'a', 1 },
		{ "ä", 0xE4, 2 },
		{ "€", 0x20AC, 3 },
		{ "😀", 0x1F600, 4 },
		{ "\xC3", 0xFFFD, 1 },
		{ "\xC3(", 0xFFFD, 1 }, /* cut off */
		{ "\xE2\x82", 0xFFFD, 1 },
		{ "\xF0\x9F\x98", 0xFFFD, 1 },
		{ "\x80", 0xFFFD, 1 },
		{ "\xE4", 0xFFFD, 1 }, /* Latin-1 */
		{ "\xC0\xAF", 0xFFFD, 1 },
		{ "\xE0\x80\xAF", 0xFFFD, 1 }, /* overlong */
		{ "\xF0\x80\x80\xAF", 0xFFFD, 1 },
		{ "\xC1\xBF", 0xFFFD, 1 },
		{ "\xED\xA0\x80", 0xFFFD, 1 },
		{ "\xED\xBF\xBF", 0xFFFD, 1 }, /* surrogates */
		{ "\xF4\x90\x80\x80", 0xFFFD, 1 },
		{ "\xFF", 0xFFFD, 1 },
		{ "\xFE", 0xFFFD, 1 },
		{ "", 0, 0 },
	};
	char text[5];

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		uint32_t code = 1;

		assert_int_equal(cases[i].used, utf8_decode(cases[i].bytes, &code));
		assert_int_equal(cases[i].code, code);
		if (code == 0 || code == 0xFFFD)
			continue;
		assert_int_equal(cases[i].used, utf8_encode(code, text));
		assert_string_equal(cases[i].bytes, text);
	}
}

static void every_fault_has_its_name(void **state)
{
	static const struct {
		const char *text;
		enum text_fault fault;
	} cases[] = {
		{ "Hyvää päivää, 5 €\tja\r\nuusi rivi", TEXT_GOOD },
		{ "e\u0301 a\u0308\u0301 Ti\u00ADlaus x\u200Dy 😀", TEXT_GOOD },
		{ "caf\xE9", TEXT_BAD_UTF8 },
		{ "a\xC0\xAF", TEXT_BAD_UTF8 },
		{ "a\xED\xA0\x80", TEXT_BAD_UTF8 },
		{ "a\xF4\x90\x80\x80", TEXT_BAD_UTF8 },
		{ "a\uFFFF", TEXT_BAD_UTF8 },
		{ "a\uFDD0", TEXT_BAD_UTF8 },
		{ "\033[2J", TEXT_CONTROL },
		{ "a\ab", TEXT_CONTROL },
		{ "a\x7F", TEXT_CONTROL },
		{ "a\xC2\x9B", TEXT_CONTROL },
		{ "a\u2028b", TEXT_CONTROL },
		{ "a\u202Eb", TEXT_BIDI },
		{ "a\u2066b", TEXT_BIDI },
		{ "a\u200Fb", TEXT_BIDI },
		{ "a\u061Cb", TEXT_BIDI },
		{ "a\u2069", TEXT_BIDI },
		{ "Vantaa\u200B", TEXT_INVISIBLE },
		{ "\uFEFFKunta", TEXT_INVISIBLE },
		{ "a\u2060b", TEXT_INVISIBLE },
		{ "a\U000E0041", TEXT_INVISIBLE },
		{ "a\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301", TEXT_GOOD },
		{ "a\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301", TEXT_MARKS },
	};

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++)
		if (utf8_check(cases[i].text, strlen(cases[i].text)) != cases[i].fault)
			stop_test("case %zu: %d", i,
				(int)utf8_check(cases[i].text, strlen(cases[i].text)));
	assert_int_equal(TEXT_NUL, utf8_check("a\0b", 3));
	assert_int_equal(TEXT_GOOD, utf8_check("a\0b", 1));
	assert_int_equal(TEXT_BAD_UTF8, utf8_check("ä", 1));
}

static void columns_and_clipping(void **state)
{
	static const struct {
		const char *text;
		int columns;
	} widths[] = {
		{ "", 0 },
		{ "Yö", 2 },
		{ "漢字", 4 },
		{ "e\u0301", 1 },
		{ "5 000 €", 7 },
		{ "a\033b", 3 },
		{ "a\u202Eb", 3 },
		{ "\xE4", 1 },
		{ "x\u200Dy", 2 },
		{ "\uE000", 1 },
	};

	(void)state;
	for (size_t i = 0; i < LEN(widths); i++)
		if (utf8_columns(widths[i].text) != widths[i].columns)
			stop_test(
				"\"%s\" is %d wide", widths[i].text, utf8_columns(widths[i].text));
	assert_int_equal(0, utf8_prefix("äiti", 0));
	assert_int_equal(2, utf8_prefix("äiti", 1));
	assert_int_equal(5, utf8_prefix("äiti", 9));
	assert_int_equal(3, utf8_prefix("e\u0301x", 1)); /* the mark goes with its letter */
	assert_int_equal(1, utf8_prefix("a漢", 2));      /* no half of a wide one */
	assert_int_equal(3, utf8_grapheme("e\u0301x"));
	assert_int_equal(8, utf8_grapheme("🇫🇮🇸🇪"));
	assert_int_equal(0, utf8_grapheme(""));
}

static void what_a_terminal_acts_on_is_unsafe(void **state)
{
	static const uint32_t unsafe[] = { 0, 7, 0x1B, 0x7F, 0x80, 0x9B, 0x9F, 0x200B, 0x202E,
		0x2028, 0x2067, 0xE000, 0xD800, 0xFEFF, 0xFFFE, 0xE0041, 0x10FFFF };
	static const uint32_t safe[] = { ' ', 'a', 0xA0, 0xE4, 0x2013, 0x20AC, 0x1F600, 0xAD,
		0x200D };

	(void)state;
	for (size_t i = 0; i < LEN(unsafe); i++)
		if (!utf8_unsafe(unsafe[i]))
			stop_test("U+%04X", (unsigned)unsafe[i]);
	for (size_t i = 0; i < LEN(safe); i++)
		if (utf8_unsafe(safe[i]))
			stop_test("U+%04X", (unsigned)safe[i]);
}

static void cleaning(void **state)
{
	static const struct {
		const char *text, *line, *lines;
	} cases[] = {
		{ "", "", "" },
		{ "  Liikenne \t", "Liikenne", "Liikenne" },
		{ "yksi\r\nkaksi\rkolme\nneljä", "yksi kaksi kolme neljä",
			"yksi\nkaksi\nkolme\nneljä" },
		{ "yksi\r\n\r\n  kaksi", "yksi kaksi", "yksi\n\n  kaksi" },
		{ "yksi\t kaksi", "yksi kaksi", "yksi\t kaksi" },
		{ "kaksi  väliä", "kaksi  väliä", "kaksi  väliä" },
		{ "\u00A0Nurmes\u00A0", "Nurmes", "Nurmes" }, /* web forms send these */
		{ "\u00A0\u2003 \u00AD", "", "" },
		{ "5\u00A0000", "5\u00A0000", "5\u00A0000" },
	};
	struct arena arena = { 0 };

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		assert_string_equal(cases[i].line, utf8_clean(&arena, cases[i].text, TEXT_LINE));
		assert_string_equal(cases[i].lines, utf8_clean(&arena, cases[i].text, TEXT_LINES));
	}
	assert_string_equal("äiti ja isä", utf8_fold(&arena, "  ÄITI\u00A0\n Ja ISÄ "));
	assert_string_equal("strasse", utf8_fold(&arena, "Straße"));
	assert_int_equal(4, utf8_length("Yöt€"));
	arena_clear(&arena);
}

/* Most letters take a short way; one more from far off makes the whole text take the long one. */
static void short_ways_lead_to_the_same(void **state)
{
	struct arena arena = { 0 };

	(void)state;
	for (uint32_t c = 0x20; c < 0x500; c++) {
		char letter[5], text[40], far[60];

		utf8_encode(c, letter);
		if (utf8_check(letter, strlen(letter)) != TEXT_GOOD)
			continue;
		snprintf(text, sizeof(text), " A%s  %sb\t%sÄ", letter, letter, letter);
		snprintf(far, sizeof(far), "%s Ж", text);
		assert_int_equal(TEXT_GOOD, utf8_check(text, strlen(text)));
		const char *folded = arena_printf(&arena, "%s ж", utf8_fold(&arena, text));
		assert_string_equal(folded, utf8_fold(&arena, far));
		const char *clean =
			arena_printf(&arena, "%s Ж", utf8_clean(&arena, text, TEXT_LINE));
		assert_string_equal(clean, utf8_clean(&arena, far, TEXT_LINE));
	}
	arena_clear(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(names_sort_as_in_finland),
		TEST(both_forms_of_a_letter_are_one),
		TEST(bad_bytes_are_stepped_over),
		TEST(every_fault_has_its_name),
		TEST(columns_and_clipping),
		TEST(what_a_terminal_acts_on_is_unsafe),
		TEST(cleaning),
		TEST(short_ways_lead_to_the_same),
	};

	fixture_languages();
	return RUN(tests);
}
