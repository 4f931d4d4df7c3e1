/* SPDX-License-Identifier: MIT */
#include "src/letters/encode.h"

#include <sodium.h>
#include <string.h>

#include "db/base/utf8.h"

enum {
	WORD_LINE =
		74, /* of encoded words in a header: 75 is the most, and a blank stands before */
	PLAIN_TOKEN = 60, /* a longer word could not be folded */
	PART = 50,        /* of a parameter's value, in bytes as they are written */
	BLOCK = 57,       /* bytes that make a line of base64 */
};

static const char hexadecimal[] = "0123456789ABCDEF";

static bool is_plain(const char *text)
{
	for (; *text != '\0'; text++)
		if (*text < ' ' || *text > '~')
			return false;
	return true;
}

static bool is_alphanumeric(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

static void put_hexadecimal(struct buffer *out, char sign, char byte)
{
	unsigned char value = (unsigned char)byte;
	const char text[] = { sign, hexadecimal[value >> 4], hexadecimal[value & 15] };

	buffer_add(out, text, sizeof(text));
}

/* --- Quoted-printable */

/* How wide that character of the line becomes, with all its bytes. */
static size_t quoted_width(const char *at, bool first, size_t *bytes)
{
	uint32_t code;

	*bytes = utf8_decode(at, &code);
	if (*bytes > 1 || *at < ' ' || *at > '~' || *at == '=')
		return *bytes * 3;
	if (*at == ' ' && (at[1] == '\n' || at[1] == '\0'))
		return 3; /* blanks at a line's end get lost */
	if (first &&
		(strncmp(at, "From ", 5) == 0 || (*at == '.' && (at[1] == '\n' || at[1] == '\0'))))
		return 3;
	return 1;
}

/* Breaks between characters, so that a line that somebody looks at by itself can be read. */
static const char *put_quoted_line(struct buffer *out, const char *text)
{
	size_t column = 0, bytes;

	for (bool first = true; *text != '\n' && *text != '\0';
		text += bytes, first = column == 0) {
		size_t width = quoted_width(text, first, &bytes);

		if (column + width > MAIL_LINE - 1) {
			buffer_text(out, "=\n");
			column = 0;
			width = quoted_width(text, true, &bytes);
		}
		if (width == 1)
			buffer_add(out, text, 1);
		for (size_t i = 0; width > 1 && i < bytes; i++)
			put_hexadecimal(out, '=', text[i]);
		column += width;
	}
	return text;
}

void encode_quoted(struct buffer *out, const char *text)
{
	while (*text != '\0') {
		text = put_quoted_line(out, text);
		buffer_text(out, "\n");
		text += *text == '\n' ? 1 : 0;
	}
}

/* --- Base64 */

void encode_base64(struct buffer *out, const void *bytes, size_t n)
{
	char line[MAIL_LINE + 1];
	const unsigned char *at = bytes;

	for (size_t done = 0; done < n; done += BLOCK) {
		size_t part = n - done < BLOCK ? n - done : BLOCK;

		sodium_bin2base64(
			line, sizeof(line), at + done, part, sodium_base64_VARIANT_ORIGINAL);
		buffer_printf(out, "%s\n", line);
	}
}

/* --- Headers */

static size_t column_of(const struct buffer *out)
{
	size_t n = 0;

	while (n < out->length && out->text[out->length - n - 1] != '\n')
		n++;
	return n;
}

/* Blanks are where it can be folded, and two together or one at an end would not survive it. */
static bool is_foldable(const char *text)
{
	size_t n = strlen(text);

	if (!is_plain(text) || strstr(text, "=?") != NULL || strstr(text, "  ") != NULL ||
		(n > 0 && (*text == ' ' || text[n - 1] == ' ')))
		return false;
	for (; *text != '\0'; text += n + strspn(text + n, " ")) {
		n = strcspn(text, " ");
		if (n > PLAIN_TOKEN)
			return false;
	}
	return true;
}

/* Words behind blanks, each on a new line where it does not fit. */
static void put_folded(struct buffer *out, const char *text)
{
	for (size_t n; *text != '\0'; text += n + strspn(text + n, " ")) {
		n = strcspn(text, " ");
		buffer_text(out, column_of(out) + 1 + n > MAIL_LINE ? "\n " : " ");
		buffer_add(out, text, n);
	}
}

/* What may stand as itself in an encoded word wherever one may be (RFC 2047, 5 (3)). */
static bool is_safe_in_word(char c)
{
	return is_alphanumeric(c) || c == '!' || c == '*' || c == '+' || c == '-' || c == '/';
}

static size_t word_width(const char *text, size_t bytes)
{
	return bytes == 1 && (is_safe_in_word(*text) || *text == ' ') ? 1 : bytes * 3;
}

static void put_word_character(struct buffer *out, const char *text, size_t bytes)
{
	if (bytes == 1 && *text == ' ')
		buffer_text(out, "_");
	else if (bytes == 1 && is_safe_in_word(*text))
		buffer_add(out, text, 1);
	else
		for (size_t i = 0; i < bytes; i++)
			put_hexadecimal(out, '=', text[i]);
}

/* All of it: readers drop the folds between two encoded words, so that nothing is lost or added. */
static void put_words(struct buffer *out, const char *text)
{
	static const char begin[] = "=?utf-8?q?", end[] = "?=";
	bool open = false;
	uint32_t code;

	for (size_t bytes; *text != '\0'; text += bytes) {
		bytes = utf8_decode(text, &code);
		size_t width = word_width(text, bytes) + strlen(end);
		if (open && column_of(out) + width > WORD_LINE) {
			buffer_text(out, end);
			open = false;
		}
		if (!open) {
			bool fits = column_of(out) + 1 + strlen(begin) + width <= WORD_LINE;

			buffer_printf(out, "%s%s", fits ? " " : "\n ", begin);
			open = true;
		}
		put_word_character(out, text, bytes);
	}
	if (open)
		buffer_text(out, end);
}

void encode_header(struct buffer *out, const char *name, const char *text)
{
	buffer_printf(out, "%s:", name);
	if (is_foldable(text))
		put_folded(out, text);
	else
		put_words(out, text);
	buffer_text(out, "\n");
}

static void put_quoted_string(struct buffer *out, const char *text)
{
	buffer_text(out, "\"");
	for (; *text != '\0'; text++) {
		if (*text == '"' || *text == '\\')
			buffer_text(out, "\\");
		buffer_add(out, text, 1);
	}
	buffer_text(out, "\"");
}

void encode_address(struct buffer *out, const char *name, const char *person, const char *address)
{
	buffer_printf(out, "%s:", name);
	if (*person != '\0' && is_foldable(person) && strlen(person) <= PLAIN_TOKEN) {
		buffer_text(out, " ");
		put_quoted_string(out, person);
	} else if (*person != '\0') {
		put_words(out, person);
	}
	buffer_text(out, column_of(out) + strlen(address) + 3 > MAIL_LINE ? "\n " : " ");
	buffer_text(out, *person == '\0' ? "" : "<");
	buffer_text(out, address);
	buffer_text(out, *person == '\0' ? "\n" : ">\n");
}

/* --- Parameters */

/* What RFC 2231, 7 lets stand as itself. */
static void put_extended(struct buffer *out, const char *text, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (is_alphanumeric(text[i]) || text[i] == '-' || text[i] == '.' || text[i] == '_')
			buffer_add(out, &text[i], 1);
		else
			put_hexadecimal(out, '%', text[i]);
}

/* Bytes of the longest beginning that fits a part, never within a character. */
static size_t part_of(const char *text)
{
	size_t n = 0;
	uint32_t code;

	while (text[n] != '\0') {
		size_t bytes = utf8_decode(text + n, &code);

		if ((n + bytes) * 3 > PART)
			break;
		n += bytes;
	}
	return n;
}

void encode_parameter(struct buffer *out, const char *name, const char *value)
{
	if (is_plain(value) && strlen(value) <= PART) {
		buffer_printf(out, ";\n %s=", name);
		put_quoted_string(out, value);
		return;
	}
	bool one = strlen(value) == part_of(value);
	for (int i = 0; *value != '\0'; i++) {
		size_t n = part_of(value);

		if (one)
			buffer_printf(out, ";\n %s*=", name);
		else
			buffer_printf(out, ";\n %s*%d*=", name, i);
		buffer_text(out, i == 0 ? "utf-8''" : "");
		put_extended(out, value, n);
		value += n;
	}
}
