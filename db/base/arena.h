/* SPDX-License-Identifier: MIT
 * One owner for many small allocations: results of a query and all their strings live in an
 * arena and are freed together. Running out of memory ends the program (see memory_exhausted). */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct arena {
	struct chunk *chunk; /* a zeroed arena is valid and empty */
};

/* Zeroed memory, aligned for any type; lives until arena_clear. */
void *arena_alloc(struct arena *arena, size_t size);
/* A copy of the text; NULL gives "". */
char *arena_text(struct arena *arena, const char *text);
/* A copy of n bytes with a NUL behind. */
char *arena_bytes(struct arena *arena, const void *bytes, size_t n);
char *arena_printf(struct arena *arena, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
void arena_clear(struct arena *arena);
/* What `from` holds lives as long as `arena` from now on; `from` is empty. */
void arena_take(struct arena *arena, struct arena *from);

/* Allocation outside an arena; never NULL. Free with free(). */
void *xmalloc(size_t size);
void *xrealloc(void *old, size_t size);
char *xstrdup(const char *text);

/* What to do last when memory runs out (the terminal is restored here); one line follows. */
void memory_on_exhausted(void (*restore)(void));

/* Ids in the order of a list; what a screen keeps of 100,000 rows. */
/* With a limit, the store reads no further than that many, and says whether there may be more. */
struct id_list {
	int64_t *ids;
	size_t n, capacity;
	size_t limit; /* 0: none */
	bool more;
};

void id_list_add(struct id_list *list, int64_t id);
void id_list_clear(struct id_list *list);
/* Index of the id, or (size_t)-1. */
size_t id_list_find(const struct id_list *list, int64_t id);

/* A text that grows; always NUL-terminated once something was added. */
struct buffer {
	char *text;
	size_t length, capacity;
};

void buffer_add(struct buffer *buffer, const void *bytes, size_t n);
void buffer_text(struct buffer *buffer, const char *text);
void buffer_printf(struct buffer *buffer, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
void buffer_clear(struct buffer *buffer);
