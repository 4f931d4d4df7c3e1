/* SPDX-License-Identifier: MIT */
#include "src/base/charset.h"

#include <errno.h>
#include <iconv.h>
#include <string.h>
#include <strings.h>
#include <utf8proc.h>

static const struct {
	const char *bytes, *charset;
	size_t n;
} marks[] = {
	{ "\xEF\xBB\xBF", "UTF-8", 3 },
	{ "\xFF\xFE", "UTF-16LE", 2 },
	{ "\xFE\xFF", "UTF-16BE", 2 },
};

static bool is_utf8(const char *bytes, size_t n)
{
	for (size_t at = 0; at < n;) {
		utf8proc_int32_t code;
		utf8proc_ssize_t used = utf8proc_iterate(
			(const utf8proc_uint8_t *)bytes + at, (utf8proc_ssize_t)(n - at), &code);

		if (used < 1)
			return false;
		at += (size_t)used;
	}
	return true;
}

/* Converts as far as it goes; what cannot be is marked and stepped over, so that only its row is
 * refused. */
static void convert(
	iconv_t iconv_handle, const char *bytes, size_t n, size_t unit, struct buffer *out)
{
	char *in = (char *)bytes; /* iconv's prototype; it does not write there */
	char block[4096];

	while (n > 0) {
		char *to = block;
		size_t room = sizeof(block);
		size_t done = iconv(iconv_handle, &in, &n, &to, &room);
		int failed = done == (size_t)-1 ? errno : 0;

		buffer_add(out, block, (size_t)(to - block));
		if (failed != EILSEQ && failed != EINVAL)
			continue;
		size_t step = unit < n ? unit : n;
		buffer_add(out, "\xFF", 1);
		in += step;
		n -= step;
	}
}

static bool same(const char *a, const char *b)
{
	return strcasecmp(a, b) == 0;
}

static struct error decode_as(struct arena *arena, const char *bytes, size_t n, const char *charset,
	struct decoded *decoded)
{
	struct buffer out = { 0 };

	decoded->charset = charset;
	decoded->text = bytes;
	decoded->n = n;
	if (same(charset, "UTF-8") || same(charset, "UTF8"))
		return ok();
	iconv_t handle = iconv_open("UTF-8", charset);
	if (handle == (iconv_t)-1)
		return fail(E_INVALID, "charset");
	bool wide = strncasecmp(charset, "UTF-16", 6) == 0 || strncasecmp(charset, "UCS-2", 5) == 0;
	convert(handle, bytes, n, wide ? 2 : 1, &out);
	iconv_close(handle);
	decoded->text = arena_bytes(arena, out.text, out.length);
	decoded->n = out.length;
	buffer_clear(&out);
	return ok();
}

struct error charset_decode(struct arena *arena, const char *bytes, size_t n, const char *charset,
	struct decoded *decoded)
{
	*decoded = (struct decoded){ 0 };
	for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
		if (n < marks[i].n || memcmp(bytes, marks[i].bytes, marks[i].n) != 0)
			continue;
		if (charset == NULL || strncasecmp(charset, marks[i].charset, 5) == 0)
			return decode_as(arena, bytes + marks[i].n, n - marks[i].n,
				marks[i].charset, decoded);
	}
	if (charset != NULL)
		return decode_as(arena, bytes, n, charset, decoded);
	if (is_utf8(bytes, n))
		return decode_as(arena, bytes, n, "UTF-8", decoded);
	decoded->guessed = true;
	return decode_as(arena, bytes, n, "WINDOWS-1252", decoded);
}
