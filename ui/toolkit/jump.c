/* SPDX-License-Identifier: MIT */
#include "ui/toolkit/jump.h"

#include <string.h>

#include "db/base/utf8.h"
#include "ui/toolkit/key.h"

/* The option behind `from` that begins with the folded text; n if none does. */
static size_t find(
	struct arena *arena, const char *const *options, size_t n, size_t from, const char *wanted)
{
	for (size_t i = 0; i < n; i++) {
		size_t at = (from + i) % n;

		if (strncmp(utf8_fold(arena, options[at]), wanted, strlen(wanted)) == 0)
			return at;
	}
	return n;
}

size_t jump_to(struct jump *jump, const char *const *options, size_t n, size_t current, int key)
{
	struct arena arena = { 0 };
	char letter[5];

	if (key < ' ' || key == K_BACKSPACE || key >= K_FIRST || utf8_unsafe((uint32_t)key) ||
		n == 0)
		return current;
	size_t length = utf8_encode((uint32_t)key, letter);
	letter[length] = '\0';
	if (jump->at != current || strlen(jump->typed) + length >= JUMP_TYPED)
		jump->typed[0] = '\0';
	bool more = jump->typed[0] != '\0';
	memcpy(jump->typed + strlen(jump->typed), letter, length + 1);
	const char *typed = utf8_fold(&arena, jump->typed);
	size_t found = find(&arena, options, n, more ? current : current + 1, typed);
	if (found == n && more) {
		memcpy(jump->typed, letter, length + 1);
		typed = utf8_fold(&arena, letter);
		found = find(&arena, options, n, current + 1, typed);
	}
	arena_clear(&arena);
	if (found == n || *jump->typed == ' ') {
		jump->typed[0] = '\0';
		return current;
	}
	return jump->at = found;
}
