/* SPDX-License-Identifier: MIT
 * A set of texts with a number each: finding duplicates among 100,000 rows. Texts are borrowed and
 * must outlive the set. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct set {
	struct set_slot *slots;
	size_t capacity, n;
	unsigned char key[16]; /* made with the first slot */
};

/* Adds the text unless it is there; returns whether it was new. */
bool set_add(struct set *set, const char *text, int64_t value);
/* The number of a text, or false. */
bool set_find(const struct set *set, const char *text, int64_t *value);
void set_clear(struct set *set);
