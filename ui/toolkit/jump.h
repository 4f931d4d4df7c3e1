/* SPDX-License-Identifier: MIT
 * A letter typed in a list leads to what begins with it. */
#pragma once

#include <stddef.h>

/* The next of the options behind `current`, and then from the first on, that begins with the
 * letter; `current` if none does or the key is no letter. */
size_t jump_to(const char *const *options, size_t n, size_t current, int key);
