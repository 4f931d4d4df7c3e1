/* SPDX-License-Identifier: MIT */
#include "src/base/i18n.h"
#include "src/base/text.h"

const char *text_join(struct arena *arena, const char *const *words, size_t n)
{
	const char *all = n == 0 ? "" : words[0];

	for (size_t i = 1; i + 1 < n; i++)
		all = arena_printf(arena, "%s, %s", all, words[i]);
	/* TRANSLATORS: the last two of a list of names. */
	return n < 2 ? all : arena_printf(arena, _("%s and %s"), all, words[n - 1]);
}
