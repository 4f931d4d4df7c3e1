/* SPDX-License-Identifier: MIT
 * Memory in a program that ends when there is none: its limit is the guard against what a file asks
 * for, and who started it hears of the end. */
#pragma once

#include <stddef.h>

void *grow(void *memory, size_t n);
char *copy_text(const char *text);

/* A text that grows. */
struct piece {
	char *text; /* NUL-terminated once anything was added */
	size_t n, room;
};

void piece_add(struct piece *piece, const char *bytes, size_t n);
/* Keeps its memory. */
void piece_empty(struct piece *piece);
const char *piece_text(const struct piece *piece);
void piece_clear(struct piece *piece);
