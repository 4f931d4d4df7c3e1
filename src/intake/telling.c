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
	return byte == '\n' || byte == '\r' || byte == '"' || byte == ';' || byte == '\t';
}

/* The byte with a few on either side, within its cell as far as one can tell. */
static size_t add_place(
	const struct table *table, const char *at, const char *from, struct telling *telling)
{
	const char *end = table->bytes + table->byte_count, *start = at, *stop = at + 1;

	while (start > from && at - start < BEFORE && !is_end(start[-1]))
		start--;
	while (stop < end && stop - at < AFTER && !is_end(*stop))
		stop++;
	telling->rows[telling->n].at = start;
	telling->rows[telling->n++].n = (size_t)(stop - start);
	return (size_t)(stop - at);
}

static void find(const struct table *table, bool rare, struct telling *telling)
{
	const char *end = table->bytes + table->byte_count, *from = table->bytes;

	for (const char *at = from; at < end && telling->n < TELLING_MAX;) {
		if (!is_telling((unsigned char)*at, rare)) {
			at++;
			continue;
		}
		at += add_place(table, at, from, telling);
		from = at;
	}
}

void telling_find(const struct table *table, struct telling *telling)
{
	*telling = (struct telling){ 0 };
	if (table->bytes == NULL)
		return;
	find(table, true, telling);
	if (telling->n == 0)
		find(table, false, telling);
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
		all = arena_printf(arena, "%s%s%s", all, i > 0 ? " · " : "",
			utf8_visible(arena, decoded.text, decoded.n, TEXT_LINE));
	}
	return all;
}
