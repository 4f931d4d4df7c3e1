/* SPDX-License-Identifier: MIT
 * The Test Anything Protocol, as much of it as meson reads. */
#pragma once

#include <stdbool.h>
#include <stdio.h>

struct tap {
	int count, failed;
};

/* A comment before the line of a test; every line of the text gets its mark. */
static inline void tap_note(const char *text)
{
	bool begins = true;

	for (; *text != '\0'; text++) {
		if (begins)
			fputs("# ", stdout);
		putchar(*text);
		begins = *text == '\n';
	}
	if (!begins)
		putchar('\n');
}

static inline void tap_test(struct tap *tap, bool passed, const char *name)
{
	tap->failed += passed ? 0 : 1;
	printf("%s %d - %s\n", passed ? "ok" : "not ok", ++tap->count, name);
	fflush(stdout);
}

/* The program's exit status. */
static inline int tap_end(const struct tap *tap)
{
	printf("1..%d\n", tap->count);
	return tap->failed == 0 ? 0 : 1;
}
