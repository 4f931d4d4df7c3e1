/* SPDX-License-Identifier: MIT */
#include "documents/memory.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "documents/lines.h"

void *grow(void *memory, size_t n)
{
	void *more = realloc(memory, n);

	if (more != NULL)
		return more;
	_exit(FAULT_LARGE);
}

char *copy_text(const char *text)
{
	size_t n = strlen(text) + 1;

	return memcpy(grow(NULL, n), text, n);
}

void piece_add(struct piece *piece, const char *bytes, size_t n)
{
	if (piece->n + n + 1 > piece->room) {
		piece->room = (piece->n + n + 1) * 2;
		piece->text = grow(piece->text, piece->room);
	}
	memcpy(piece->text + piece->n, bytes, n);
	piece->n += n;
	piece->text[piece->n] = '\0';
}

void piece_empty(struct piece *piece)
{
	piece->n = 0;
	if (piece->text != NULL)
		piece->text[0] = '\0';
}

const char *piece_text(const struct piece *piece)
{
	return piece->text == NULL ? "" : piece->text;
}

void piece_clear(struct piece *piece)
{
	free(piece->text);
	*piece = (struct piece){ 0 };
}
