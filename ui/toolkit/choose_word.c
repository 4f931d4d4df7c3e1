/* SPDX-License-Identifier: MIT */
#include <string.h>

#include "db/base/arena.h"
#include "ui/toolkit/dialog.h"

static size_t count(enum vocabulary words)
{
	size_t n = 0;

	while (text_code(words, n) != NULL)
		n++;
	return n;
}

int ui_choose_with_words(struct ui *ui, const char *title, const char *const *first, size_t n,
	enum vocabulary words, const char *now)
{
	struct arena arena = { 0 };
	size_t all = n + count(words), current = 0;
	const char **options = arena_alloc(&arena, (all + 1) * sizeof(*options));

	for (size_t i = 0; i < all; i++) {
		if (i < n) {
			options[i] = first[i];
			continue;
		}
		const char *code = text_code(words, i - n);

		options[i] = text_word(words, code);
		if (now != NULL && strcmp(code, now) == 0)
			current = i;
	}
	int chosen = ui_choose(ui, title, options, (int)all, (int)current);
	arena_clear(&arena);
	return chosen;
}

const char *ui_choose_word(struct ui *ui, const char *title, enum vocabulary words, const char *now)
{
	int chosen = ui_choose_with_words(ui, title, NULL, 0, words, now);

	return chosen < 0 ? NULL : text_code(words, (size_t)chosen);
}
