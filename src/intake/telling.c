/* SPDX-License-Identifier: MIT */
#include "src/intake/telling.h"

#include <string.h>

#include "db/base/utf8.h"

enum { BEFORE = 14, AFTER = 14 };

/* å ä ö Å Ä Ö are the same in Windows-1252 and in all parts of ISO 8859 that are used here. */
static bool is_telling(unsigned char byte, bool rare)
{
	return byte >= 0x80 && (!rare || strchr("\xE5\xE4\xF6\xC5\xC4\xD6", (char)byte) == NULL);
}

static bool is_end(char byte)
{
	return strchr("\n\r\";,\t", byte) != NULL;
}

struct places {
	const char *bytes, *end;
	bool wide;
	struct telling *telling;
};

static bool is_inside(const struct places *places, const char *at)
{
	return places->wide && (*at & 0xC0) == 0x80;
}

/* The byte with a few on either side, whole letters, within its cell as far as one can tell. Where
 * it ends. */
static const char *add_place(const struct places *places, const char *at, const char *from)
{
	struct telling *telling = places->telling;
	const char *start = at, *stop = at + 1;

	while (start > from && at - start < BEFORE && !is_end(start[-1]))
		start--;
	while (start < at && is_inside(places, start))
		start++;
	while (stop < places->end && (stop - at < AFTER || is_inside(places, stop)) &&
		!is_end(*stop))
		stop++;
	telling->rows[telling->n].at = start;
	telling->rows[telling->n++].n = (size_t)(stop - start);
	return stop;
}

static void find(const struct places *places, bool rare)
{
	const char *from = places->bytes;

	for (const char *at = from; at < places->end && places->telling->n < TELLING_MAX;) {
		if (!is_telling((unsigned char)*at, rare))
			at++;
		else
			at = from = add_place(places, at, from);
	}
}

void telling_find(const char *bytes, size_t n, bool wide, struct telling *telling)
{
	struct places places = { bytes, bytes + n, wide, telling };

	*telling = (struct telling){ 0 };
	if (n == 0)
		return;
	find(&places, !wide);
	if (telling->n == 0)
		find(&places, false);
}

const char *telling_words(struct arena *arena, const struct telling *telling, const char *charset)
{
	const char *all = "";

	for (size_t i = 0; i < telling->n; i++) {
		struct decoded decoded;

		if (charset_decode(
			    arena, telling->rows[i].at, telling->rows[i].n, charset, &decoded)
				.code != E_OK)
			return "";
		const char *more = arena_printf(arena, "%s%s%s", all, i > 0 ? " · " : "",
			utf8_visible(arena, decoded.text, decoded.n, TEXT_LINE));

		if (utf8_columns(more) > TELLING_COLUMNS)
			break;
		all = more;
	}
	return all;
}
