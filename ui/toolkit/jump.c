/* SPDX-License-Identifier: MIT */
#include "ui/toolkit/jump.h"

#include <string.h>

#include "db/base/utf8.h"
#include "ui/toolkit/key.h"

size_t jump_to(const char *const *options, size_t n, size_t current, int key)
{
	struct arena arena = { 0 };
	size_t found = current;
	char letter[5];

	if (key <= ' ' || key == K_BACKSPACE || key >= K_FIRST || utf8_unsafe((uint32_t)key))
		return current;
	letter[utf8_encode((uint32_t)key, letter)] = '\0';
	const char *wanted = utf8_fold(&arena, letter);
	for (size_t i = 1; i <= n && found == current; i++) {
		size_t at = (current + i) % n;

		if (strncmp(utf8_fold(&arena, options[at]), wanted, strlen(wanted)) == 0)
			found = at;
	}
	arena_clear(&arena);
	return found;
}
