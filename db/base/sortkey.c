/* SPDX-License-Identifier: MIT
 * Three levels as in the Unicode collation algorithm (UTS 10): letters, then accents, then case.
 * tests/data/collation.txt holds the order that ICU gives; the test compares against it. */
#include "db/base/sortkey.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "db/base/error.h"

/* Primary weights below the digits, in CLDR's order. */
/* clang-format off */
static const uint32_t punctuation[] = {
	'\t', '\n', ' ', '_', '-', 0x2010, 0x2012, 0x2013, 0x2014, 0x2015, ',', ';', ':', '!', 0xA1,
	'?', 0xBF, '.', 0xB7, '\'', 0x2039, 0x203A, '"', 0xAB, 0xBB, '(', ')', '[', ']', '{', '}', 0xA7,
	0xB6, '@', '*', '/', '\\', '&', '#', '%', 0x2030, 0x2020, 0x2022, '`', 0xB4, '^', 0xAF, 0xA8,
	0xB8, 0xB0, 0xA9, 0xAE, '+', 0xB1, 0xF7, 0xD7, '<', '=', '>', 0xAC, '|', 0xA6, '~', 0x2212,
	0xA4, 0xA2, '$', 0xA3, 0xA5, 0x20AC,
};
/* clang-format on */

/* Typographic forms of the typewriter's marks: they count only where no letter differs. */
static const struct {
	uint32_t form;
	const char *plain;
	uint8_t secondary, tertiary;
} typographic[] = {
	{ 0xA0, " ", 2, 4 },
	{ 0x202F, " ", 2, 5 },
	{ 0x2026, "...", 2, 4 },
	{ 0x2018, "'", 60, 2 },
	{ 0x2019, "'", 61, 2 },
	{ 0x201A, "'", 62, 2 },
	{ 0x201C, "\"", 60, 2 },
	{ 0x201D, "\"", 61, 2 },
	{ 0x201E, "\"", 62, 2 },
};

/* Accents in CLDR's secondary order: acute, grave, breve, circumflex, caron, ring, diaeresis,
 * double acute, tilde, dot above, stroke, cedilla, ogonek, macron, comma below. */
static const uint32_t accents[] = {
	0x301,
	0x300,
	0x306,
	0x302,
	0x30C,
	0x30A,
	0x308,
	0x30B,
	0x303,
	0x307,
	0x335,
	0x327,
	0x328,
	0x304,
	0x326,
};

/* Letters that stand for others: base letters in lower case, and the accent that tells them apart.
 */
static const struct {
	uint32_t lower, upper;
	const char *base;
	uint8_t secondary;
} letters[] = {
	{ 0x111, 0x110, "d", 40 },
	{ 0xF0, 0xD0, "d", 41 },
	{ 0x127, 0x126, "h", 40 },
	{ 0x142, 0x141, "l", 40 },
	{ 0x14B, 0x14A, "n", 40 },
	{ 0x167, 0x166, "t", 40 },
	{ 0x153, 0x152, "oe", 40 },
	{ 0x133, 0x132, "ij", 40 },
	{ 0xDF, 0x1E9E, "ss", 40 },
};

enum {
	WEIGHT_DIGIT = 0x60,
	WEIGHT_LETTER = 0x70, /* a */
	WEIGHT_THORN = WEIGHT_LETTER + 26,
	WEIGHT_AO, /* å */
	WEIGHT_AE, /* ä, æ */
	WEIGHT_OE, /* ö, ø */
	WEIGHT_OTHER = 0xF0,
	WEIGHT_PLAIN = 2, /* no accent, no capital */
	SECONDARY_ACCENT = 3,
	SECONDARY_VARIANT = 60, /* ü, æ, ø: after every accent of the letter they sort with */
};

/* The three levels grow side by side and are joined at the end. */
struct levels {
	struct buffer primary, secondary, tertiary;
};

static void put(struct buffer *level, unsigned weight)
{
	uint8_t byte = (uint8_t)weight;

	buffer_add(level, &byte, 1);
}

static void put_element(struct levels *levels, unsigned primary, unsigned secondary, bool upper)
{
	put(&levels->primary, primary);
	put(&levels->secondary, secondary);
	put(&levels->tertiary, upper ? 3 : WEIGHT_PLAIN);
}

/* Å, Ä, Ö and Ü are letters of their own, not accented ones. Returns false for anything else. */
static bool put_nordic(struct levels *levels, uint32_t base, uint32_t mark)
{
	uint32_t lower = base | 0x20;
	bool upper = base < 'a';

	if (lower == 'a' && mark == 0x30A)
		put_element(levels, WEIGHT_AO, WEIGHT_PLAIN, upper);
	else if (lower == 'a' && mark == 0x308)
		put_element(levels, WEIGHT_AE, WEIGHT_PLAIN, upper);
	else if (lower == 'o' && mark == 0x308)
		put_element(levels, WEIGHT_OE, WEIGHT_PLAIN, upper);
	else if (lower == 'u' && mark == 0x308)
		put_element(levels, WEIGHT_LETTER + 'y' - 'a', SECONDARY_VARIANT, upper);
	else
		return false;
	return true;
}

static bool put_special(struct levels *levels, uint32_t c)
{
	if (c == 0xE6 || c == 0xC6)
		put_element(levels, WEIGHT_AE, SECONDARY_VARIANT, c == 0xC6);
	else if (c == 0xF8 || c == 0xD8)
		put_element(levels, WEIGHT_OE, SECONDARY_VARIANT, c == 0xD8);
	else if (c == 0xFE || c == 0xDE)
		put_element(levels, WEIGHT_THORN, WEIGHT_PLAIN, c == 0xDE);
	else
		return false;
	return true;
}

static bool put_letters(struct levels *levels, uint32_t c)
{
	for (size_t i = 0; i < LEN(letters); i++) {
		if (c != letters[i].lower && c != letters[i].upper)
			continue;
		for (const char *base = letters[i].base; *base != '\0'; base++)
			put_element(levels, (unsigned)(WEIGHT_LETTER + *base - 'a'),
				base == letters[i].base ? letters[i].secondary : WEIGHT_PLAIN,
				c == letters[i].upper);
		return true;
	}
	return false;
}

static bool put_mark(struct levels *levels, uint32_t c, unsigned secondary, unsigned tertiary)
{
	for (size_t i = 0; i < LEN(punctuation); i++) {
		if (punctuation[i] != c)
			continue;
		put(&levels->primary, (unsigned)i + 2);
		put(&levels->secondary, secondary);
		put(&levels->tertiary, tertiary);
		return true;
	}
	return false;
}

static bool put_punctuation(struct levels *levels, uint32_t c)
{
	if (c == 0x2011)
		return put_mark(levels, 0x2010, WEIGHT_PLAIN, 4);
	for (size_t i = 0; i < LEN(typographic); i++) {
		if (typographic[i].form != c)
			continue;
		for (const char *mark = typographic[i].plain; *mark != '\0'; mark++)
			(void)put_mark(levels, (uint32_t)*mark, typographic[i].secondary,
				typographic[i].tertiary);
		return true;
	}
	return put_mark(levels, c, WEIGHT_PLAIN, WEIGHT_PLAIN);
}

/* Everything else follows the alphabet in the order of its code points. */
static void put_other(struct levels *levels, uint32_t c)
{
	put_element(levels, WEIGHT_OTHER, WEIGHT_PLAIN, false);
	put(&levels->primary, (c >> 14) + 1);
	put(&levels->primary, ((c >> 7) & 0x7F) + 1);
	put(&levels->primary, (c & 0x7F) + 1);
}

static void put_accent(struct levels *levels, uint32_t mark)
{
	for (size_t i = 0; i < LEN(accents); i++) {
		if (accents[i] != mark)
			continue;
		put(&levels->secondary, SECONDARY_ACCENT + (unsigned)i);
		return;
	}
	put(&levels->secondary, SECONDARY_ACCENT + LEN(accents));
}

static void put_code(struct levels *levels, uint32_t c)
{
	if (c >= 'a' && c <= 'z')
		put_element(levels, WEIGHT_LETTER + c - 'a', WEIGHT_PLAIN, false);
	else if (c >= 'A' && c <= 'Z')
		put_element(levels, WEIGHT_LETTER + c - 'A', WEIGHT_PLAIN, true);
	else if (c >= '0' && c <= '9')
		put_element(levels, WEIGHT_DIGIT + c - '0', WEIGHT_PLAIN, false);
	else if (!put_special(levels, c) && !put_letters(levels, c) && !put_punctuation(levels, c))
		put_other(levels, c);
}

static bool is_letter_of_marks(uint32_t c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_mark(uint32_t c)
{
	return utf8proc_category((utf8proc_int32_t)c) == UTF8PROC_CATEGORY_MN;
}

static void weigh(struct levels *levels, const utf8proc_int32_t *codes, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		uint32_t c = (uint32_t)codes[i];

		if (c == 0xAD || c == 0x200C || c == 0x200D)
			continue;
		if (is_mark(c))
			put_accent(levels, c);
		else if (i + 1 < n && is_letter_of_marks(c) &&
			 put_nordic(levels, c, (uint32_t)codes[i + 1]))
			i++;
		else
			put_code(levels, c);
	}
}

/* Nothing is as low as what stands for no accent and no capital: at a level's end it goes without
 * saying. */
static void add_without_plain_end(struct buffer *key, const struct buffer *level)
{
	size_t n = level->length;

	while (n > 0 && level->text[n - 1] == WEIGHT_PLAIN)
		n--;
	buffer_add(key, level->text, n);
}

struct sortkey sortkey_make(struct arena *arena, const char *text)
{
	size_t bytes = strlen(text);
	size_t capacity = bytes * 4 + 4; /* no character decomposes into more than four for NFD */
	utf8proc_int32_t *codes = xmalloc(capacity * sizeof(*codes));
	utf8proc_ssize_t n =
		utf8proc_decompose((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)bytes, codes,
			(utf8proc_ssize_t)capacity, UTF8PROC_DECOMPOSE | UTF8PROC_STABLE);
	struct levels levels = { 0 };
	struct buffer key = { 0 };

	if (n > 0 && (size_t)n <= capacity)
		weigh(&levels, codes, (size_t)n);
	buffer_add(&key, levels.primary.text, levels.primary.length);
	buffer_add(&key, "\1", 1);
	add_without_plain_end(&key, &levels.secondary);
	buffer_add(&key, "\1", 1);
	add_without_plain_end(&key, &levels.tertiary);

	struct sortkey made = { arena_bytes(arena, key.text, key.length), key.length };
	buffer_clear(&levels.primary);
	buffer_clear(&levels.secondary);
	buffer_clear(&levels.tertiary);
	buffer_clear(&key);
	free(codes);
	return made;
}
