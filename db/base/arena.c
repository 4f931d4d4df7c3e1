/* SPDX-License-Identifier: MIT
 * Chunks in a list, the newest first; a request larger than a chunk gets one of its own. */
#include "db/base/arena.h"

#include <stdalign.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { CHUNK_SIZE = 4096 };

struct chunk {
	struct chunk *next;
	size_t used, size;
	alignas(max_align_t) char bytes[];
};

static void (*restore_terminal)(void);

void memory_on_exhausted(void (*restore)(void))
{
	restore_terminal = restore;
}

static _Noreturn void memory_exhausted(void)
{
	static const char message[] = "klash: out of memory\n";

	if (restore_terminal != NULL)
		restore_terminal();
	if (write(STDERR_FILENO, message, sizeof(message) - 1) < 0)
		_exit(2);
	_exit(1);
}

void *xmalloc(size_t size)
{
	void *memory = malloc(size != 0 ? size : 1);

	if (memory == NULL)
		memory_exhausted();
	return memory;
}

void *xrealloc(void *old, size_t size)
{
	void *memory = realloc(old, size != 0 ? size : 1);

	if (memory == NULL)
		memory_exhausted();
	return memory;
}

char *xstrdup(const char *text)
{
	size_t size = strlen(text) + 1;

	return memcpy(xmalloc(size), text, size);
}

void *arena_alloc(struct arena *arena, size_t size)
{
	size_t align = alignof(max_align_t);
	size_t rounded = (size + align - 1) / align * align;
	struct chunk *chunk = arena->chunk;

	if (chunk == NULL || chunk->size - chunk->used < rounded) {
		size_t room = rounded > CHUNK_SIZE ? rounded : CHUNK_SIZE;

		chunk = xmalloc(sizeof(*chunk) + room);
		chunk->next = arena->chunk;
		chunk->used = 0;
		chunk->size = room;
		arena->chunk = chunk;
	}
	void *memory = chunk->bytes + chunk->used;
	chunk->used += rounded;
	return memset(memory, 0, rounded);
}

char *arena_bytes(struct arena *arena, const void *bytes, size_t n)
{
	char *copy = arena_alloc(arena, n + 1);

	if (n != 0)
		memcpy(copy, bytes, n);
	return copy;
}

char *arena_text(struct arena *arena, const char *text)
{
	return text == NULL ? arena_bytes(arena, "", 0) : arena_bytes(arena, text, strlen(text));
}

char *arena_printf(struct arena *arena, const char *format, ...)
{
	va_list args, again;

	va_start(args, format);
	va_copy(again, args);
	int length = vsnprintf(NULL, 0, format, args);
	va_end(args);
	size_t n = length > 0 ? (size_t)length : 0;
	char *text = arena_alloc(arena, n + 1);
	vsnprintf(text, n + 1, format, again);
	va_end(again);
	return text;
}

void arena_clear(struct arena *arena)
{
	while (arena->chunk != NULL) {
		struct chunk *next = arena->chunk->next;

		free(arena->chunk);
		arena->chunk = next;
	}
}

void arena_take(struct arena *arena, struct arena *from)
{
	struct chunk **last = &from->chunk;

	while (*last != NULL)
		last = &(*last)->next;
	*last = arena->chunk;
	*arena = *from;
	*from = (struct arena){ 0 };
}

void id_list_add(struct id_list *list, int64_t id)
{
	if (list->n == list->capacity) {
		list->capacity = list->capacity == 0 ? 64 : list->capacity * 2;
		list->ids = xrealloc(list->ids, list->capacity * sizeof(*list->ids));
	}
	list->ids[list->n++] = id;
}

void id_list_clear(struct id_list *list)
{
	free(list->ids);
	*list = (struct id_list){ 0 };
}

size_t id_list_find(const struct id_list *list, int64_t id)
{
	for (size_t i = 0; i < list->n; i++)
		if (list->ids[i] == id)
			return i;
	return (size_t)-1;
}

void buffer_add(struct buffer *buffer, const void *bytes, size_t n)
{
	size_t needed = buffer->length + n + 1;

	if (needed > buffer->capacity) {
		buffer->capacity = needed + needed / 2 + 64;
		buffer->text = xrealloc(buffer->text, buffer->capacity);
	}
	if (n != 0)
		memcpy(buffer->text + buffer->length, bytes, n);
	buffer->length += n;
	buffer->text[buffer->length] = '\0';
}

void buffer_text(struct buffer *buffer, const char *text)
{
	buffer_add(buffer, text, strlen(text));
}

void buffer_printf(struct buffer *buffer, const char *format, ...)
{
	va_list args, again;

	va_start(args, format);
	va_copy(again, args);
	int length = vsnprintf(NULL, 0, format, args);
	va_end(args);
	size_t n = length > 0 ? (size_t)length : 0;
	buffer_add(buffer, "", 0);
	if (buffer->capacity - buffer->length < n + 1) {
		buffer->capacity += n + 64;
		buffer->text = xrealloc(buffer->text, buffer->capacity);
	}
	vsnprintf(buffer->text + buffer->length, n + 1, format, again);
	buffer->length += n;
	va_end(again);
}

void buffer_clear(struct buffer *buffer)
{
	free(buffer->text);
	*buffer = (struct buffer){ 0 };
}
