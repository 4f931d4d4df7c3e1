/* SPDX-License-Identifier: MIT */
#include "src/letters/name.h"

#include <string.h>

#include "db/base/utf8.h"
#include "src/letters/letter.h"

/* An ending may take the last letters of a longer name with it: Näytelä, Näytelän; Kuusinen,
 * Kuusisen. */
enum { ENDING = 3, STEM_LEAST = 4 };

struct error letter_names_read(struct context *ctx, struct arena *arena, struct letter_names *names)
{
	names->arena = arena;
	return store_letter_guarded_names(ctx->db, arena, &names->names);
}

/* How much of a name must stand there, whatever its ending: at a whole letter. */
static size_t stem_of(const char *word)
{
	size_t n = strlen(word);
	size_t stem = n > STEM_LEAST + ENDING ? n - ENDING : n > STEM_LEAST ? n - 1 : n;

	while (stem > 0 && ((unsigned char)word[stem] & 0xC0) == 0x80)
		stem--;
	return stem;
}

/* First and last name beside each other: a first name alone may be many's, or a word. */
static bool stands_in(const char *text, const char *name)
{
	size_t first = strcspn(name, " ");
	const char *last = strrchr(name, ' ');

	if (last == NULL)
		return false;
	last++;
	for (const char *at = text; *at != '\0'; at++) {
		bool begins = at == text || at[-1] == ' ' || at[-1] == '\n' || at[-1] == '(';

		if (begins && strncmp(at, name, first) == 0 && at[first] == ' ' &&
			strncmp(at + first + 1, last, stem_of(last)) == 0)
			return true;
	}
	return false;
}

const char *letter_names_find(
	const struct letter_names *names, const struct letter *letter, const char *lang)
{
	const char *text = utf8_fold(
		names->arena, arena_printf(names->arena, "%s\n%s", letter_subject(letter, lang),
				      letter_body(letter, lang)));

	for (size_t i = 0; i < names->names.n; i++)
		if (stands_in(text, utf8_fold(names->arena, names->names.rows[i].text)))
			return names->names.rows[i].text;
	return NULL;
}
