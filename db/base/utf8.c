/* SPDX-License-Identifier: MIT */
#include "db/base/utf8.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>
#include <wchar.h>

enum { REPLACEMENT = 0xFFFD, MARKS_MAX = 8 };

size_t utf8_decode(const char *text, uint32_t *code)
{
	utf8proc_int32_t found = 0;

	if ((unsigned char)*text < 0x80) {
		*code = (unsigned char)*text;
		return *text == '\0' ? 0 : 1;
	}
	utf8proc_ssize_t n = utf8proc_iterate((const utf8proc_uint8_t *)text, -1, &found);
	if (n < 1) {
		*code = REPLACEMENT;
		return 1;
	}
	*code = (uint32_t)found;
	return (size_t)n;
}

size_t utf8_encode(uint32_t code, char out[5])
{
	utf8proc_ssize_t n = utf8proc_encode_char((utf8proc_int32_t)code, (utf8proc_uint8_t *)out);

	if (n < 0)
		n = 0;
	out[n] = '\0';
	return (size_t)n;
}

static bool is_bidi(uint32_t c)
{
	return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
	       (c >= 0x2066 && c <= 0x2069);
}

/* Soft hyphen and the joiners have honest uses; nothing else of category Cf has in this trade. */
static bool is_allowed_format(uint32_t c)
{
	return c == 0x00AD || c == 0x200C || c == 0x200D;
}

bool utf8_unsafe(uint32_t c)
{
	if (c >= 0x20 && c < 0x7F)
		return false;
	if (c < 0xA0 || c == 0x2028 || c == 0x2029 || is_bidi(c))
		return true;
	utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)c);
	if (category == UTF8PROC_CATEGORY_CF)
		return !is_allowed_format(c);
	return category == UTF8PROC_CATEGORY_CO || category == UTF8PROC_CATEGORY_CS ||
	       (c & 0xFFFE) == 0xFFFE;
}

int utf8_width(uint32_t code)
{
	if (code < 0x7F && code >= 0x20)
		return 1;
	if (utf8_unsafe(code))
		return 1;
	int width = wcwidth((wchar_t)code);
	return width < 0 ? 1 : width;
}

int utf8_columns(const char *text)
{
	int columns = 0;

	while (*text != '\0') {
		uint32_t code;

		text += utf8_decode(text, &code);
		columns += utf8_width(code);
	}
	return columns;
}

size_t utf8_prefix(const char *text, int columns)
{
	const char *at = text;

	while (*at != '\0') {
		uint32_t code;
		size_t n = utf8_decode(at, &code);

		columns -= utf8_width(code);
		if (columns < 0)
			break;
		at += n;
	}
	return (size_t)(at - text);
}

size_t utf8_grapheme(const char *text)
{
	uint32_t previous;
	utf8proc_int32_t state = 0;
	size_t at = utf8_decode(text, &previous);

	while (text[at] != '\0') {
		uint32_t code;
		size_t n = utf8_decode(text + at, &code);

		if (utf8proc_grapheme_break_stateful(
			    (utf8proc_int32_t)previous, (utf8proc_int32_t)code, &state))
			break;
		previous = code;
		at += n;
	}
	return at;
}

static enum text_fault check_code(uint32_t c)
{
	if (c == '\n' || c == '\t' || c == '\r')
		return TEXT_GOOD;
	if (is_bidi(c))
		return TEXT_BIDI;
	if (c < 0xA0 || c == 0x2028 || c == 0x2029)
		return TEXT_CONTROL;
	if ((c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF))
		return TEXT_BAD_UTF8;
	if (utf8proc_category((utf8proc_int32_t)c) == UTF8PROC_CATEGORY_CF && !is_allowed_format(c))
		return TEXT_INVISIBLE;
	return TEXT_GOOD;
}

/* Bytes of the plain text that begins there: printing ASCII and the letters of Latin-1, which is
 * nearly all that comes, and of which nothing need be asked. */
static size_t plain(const char *bytes, size_t n)
{
	size_t at = 0;

	while (at < n) {
		unsigned char c = (unsigned char)bytes[at];

		if (c >= 0x20 && c < 0x7F)
			at++;
		else if (c == 0xC3 && at + 1 < n && (bytes[at + 1] & 0xC0) == 0x80)
			at += 2;
		else
			break;
	}
	return at;
}

enum text_fault utf8_check(const char *bytes, size_t n)
{
	int marks = 0;

	for (size_t at = 0; at < n;) {
		utf8proc_int32_t code = 0;
		size_t some = plain(bytes + at, n - at);

		if (some > 0) {
			at += some;
			marks = 0;
			continue;
		}
		utf8proc_ssize_t used = utf8proc_iterate(
			(const utf8proc_uint8_t *)bytes + at, (utf8proc_ssize_t)(n - at), &code);

		if (used < 1)
			return TEXT_BAD_UTF8;
		if (code == 0)
			return TEXT_NUL;
		enum text_fault fault = check_code((uint32_t)code);
		if (fault != TEXT_GOOD)
			return fault;
		utf8proc_category_t category = utf8proc_category(code);
		bool mark = category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_ME;
		marks = mark ? marks + 1 : 0;
		if (marks > MARKS_MAX)
			return TEXT_MARKS;
		at += (size_t)used;
	}
	return TEXT_GOOD;
}

static char *map(struct arena *arena, const char *text, unsigned options)
{
	utf8proc_uint8_t *mapped = NULL;
	utf8proc_ssize_t n = utf8proc_map((const utf8proc_uint8_t *)text, 0, &mapped,
		(utf8proc_option_t)(options | UTF8PROC_NULLTERM | UTF8PROC_STABLE));
	char *copy = arena_bytes(arena, n > 0 ? (const char *)mapped : "", n > 0 ? (size_t)n : 0);

	free(mapped);
	return copy;
}

static bool is_space(uint32_t c)
{
	if (c < 0x80)
		return c == ' ' || c == '\t' || c == '\n' || c == '\r';
	return utf8proc_category((utf8proc_int32_t)c) == UTF8PROC_CATEGORY_ZS;
}

/* Writes over the text itself: line ends become LF. */
static void settle_lines(char *text)
{
	char *out = text;

	for (const char *in = text; *in != '\0'; in++)
		if (*in != '\r')
			*out++ = *in;
		else if (in[1] != '\n')
			*out++ = '\n';
	*out = '\0';
}

/* Writes over the text itself: any run of white space that holds a tab or line end becomes one
 * space. */
static void settle_line(char *text)
{
	char *out = text + strcspn(text, "\t\r\n");

	if (*out == '\0')
		return;
	out = text;
	for (const char *in = text; *in != '\0';) {
		size_t blanks = strspn(in, " \t\r\n"), run = blanks > 0 ? blanks : 1;

		if (strcspn(in, "\t\r\n") < blanks) {
			*out++ = ' ';
		} else {
			memmove(out, in, run);
			out += run;
		}
		in += run;
	}
	*out = '\0';
}

static bool is_trimmed(uint32_t c)
{
	return is_space(c) || is_allowed_format(c);
}

/* The last letter of what ends there; NULL if that is no letter. */
static char *last_letter(char *text, char *end)
{
	char *at = end - 1;
	uint32_t c;

	while (at > text && (*at & 0xC0) == 0x80)
		at--;
	return at + utf8_decode(at, &c) == end ? at : NULL;
}

/* White space, and what has no width of its own: a text of nothing else is empty. */
static char *trim(char *text)
{
	char *start = text, *end;
	uint32_t c;

	for (size_t n; (n = utf8_decode(start, &c)) > 0 && is_trimmed(c);)
		start += n;
	end = start + strlen(start);
	for (char *last; end > start && (last = last_letter(start, end)) != NULL; end = last) {
		(void)utf8_decode(last, &c);
		if (!is_trimmed(c))
			break;
	}
	*end = '\0';
	return start;
}

/* Below U+0300 nothing combines with anything: it is in NFC as it stands. */
static bool is_composed(const char *text)
{
	for (; *text != '\0'; text++)
		if ((unsigned char)*text >= 0xCC)
			return false;
	return true;
}

char *utf8_clean(struct arena *arena, const char *text, enum text_kind kind)
{
	char *clean =
		is_composed(text) ? arena_text(arena, text) : map(arena, text, UTF8PROC_COMPOSE);

	if (kind == TEXT_LINES)
		settle_lines(clean);
	else
		settle_line(clean);
	return trim(clean);
}

char *utf8_visible(struct arena *arena, const char *bytes, size_t n, enum text_kind kind)
{
	struct buffer out = { 0 };

	buffer_text(&out, "");
	for (size_t at = 0; at < n;) {
		utf8proc_int32_t code = 0;
		utf8proc_ssize_t used = utf8proc_iterate(
			(const utf8proc_uint8_t *)bytes + at, (utf8proc_ssize_t)(n - at), &code);
		bool kept = kind == TEXT_LINES && (code == '\n' || code == '\t');

		if (used < 1 || (!kept && utf8_unsafe((uint32_t)code)))
			buffer_text(&out, "\xEF\xBF\xBD");
		else
			buffer_add(&out, bytes + at, (size_t)used);
		at += used < 1 ? 1 : (size_t)used;
	}
	char *text = arena_bytes(arena, out.text, out.length);
	buffer_clear(&out);
	return text;
}

/* ASCII and the letters of Latin-1 fold each to one as long; but for sharp s, which becomes two. */
static char *fold(struct arena *arena, const char *text)
{
	for (const char *at = text; *at != '\0'; at++)
		if (*at == '\xC3' && (at[1] & 0xC0) == 0x80 && at[1] != '\x9F')
			at++;
		else if ((unsigned char)*at >= 0x80)
			return map(arena, text, UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD);
	char *folded = arena_text(arena, text);
	for (char *at = folded; *at != '\0'; at++)
		if (*at >= 'A' && *at <= 'Z')
			*at = (char)(*at + 0x20);
		else if (*at == '\xC3' && (unsigned char)*++at < 0x9F && *at != '\x97')
			*at = (char)(*at + 0x20);
	return folded;
}

char *utf8_fold(struct arena *arena, const char *text)
{
	char *folded = fold(arena, text);
	char *out = folded;
	bool gap = false;

	for (const char *in = folded; *in != '\0';) {
		uint32_t code;
		size_t n = utf8_decode(in, &code);

		if (is_space(code)) {
			gap = out != folded;
		} else {
			if (gap)
				*out++ = ' ';
			gap = false;
			memmove(out, in, n);
			out += n;
		}
		in += n;
	}
	*out = '\0';
	return folded;
}

size_t utf8_length(const char *text)
{
	size_t n = 0;

	for (; *text != '\0'; text++)
		n += ((unsigned char)*text & 0xC0) != 0x80;
	return n;
}
