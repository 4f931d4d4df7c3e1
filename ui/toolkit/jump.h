/* SPDX-License-Identifier: MIT
 * What is typed in a list leads to what begins with it. */
#pragma once

#include <stddef.h>

enum { JUMP_TYPED = 60 };

/* What has been typed since the choice was last moved otherwise; zeroed at first. */
struct jump {
	char typed[JUMP_TYPED];
	size_t at; /* where it led to */
};

/* The next option that begins with all that was typed, from `current` on and then from the first;
 * if none does, the next behind `current` that begins with the last letter; `current` if none does
 * or the key is no letter. */
size_t jump_to(struct jump *jump, const char *const *options, size_t n, size_t current, int key);
