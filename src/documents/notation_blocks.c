/* SPDX-License-Identifier: MIT */
#include "src/documents/notation_blocks.h"

#include <string.h>

#include "src/base/notation.h"

/* Without the backslashes that make signs ordinary. */
static const char *plain(struct arena *arena, const char *text, size_t n)
{
	char *out = arena_bytes(arena, text, n), *to = out;

	for (const char *from = out; *from != '\0'; from++) {
		if (*from == '\\' && notation_is_mark(from[1]))
			from++;
		*to++ = *from;
	}
	*to = '\0';
	return out;
}

static bool is_item(const char *line)
{
	return line[0] == '-' && line[1] == ' ';
}

static bool is_heading(const char *line)
{
	return line[0] == '#' && line[1] == ' ';
}

static const char *next_line(const char *line)
{
	const char *end = line + strcspn(line, "\n");

	return *end == '\n' ? end + 1 : end;
}

static const char *put_list(struct document *document, const char *line)
{
	size_t n = 0;

	for (const char *next = line; is_item(next); next = next_line(next))
		n++;
	const char **items = arena_alloc(document->arena, n * sizeof(*items));

	for (size_t i = 0; i < n; i++, line = next_line(line))
		items[i] = plain(document->arena, line + 2, strcspn(line + 2, "\n"));
	document_add(document, &(struct block){ .kind = BLOCK_LIST, .cells = items, .n = n });
	return line;
}

static const char *put_paragraph(struct document *document, const char *line)
{
	const char *begin = line, *end = line;

	while (*line != '\0' && *line != '\n' && !is_item(line) && !is_heading(line)) {
		end = line + strcspn(line, "\n");
		line = next_line(line);
	}
	document_paragraph(document, plain(document->arena, begin, (size_t)(end - begin)));
	return line;
}

void notation_blocks(struct document *document, const char *text)
{
	while (*text != '\0') {
		if (*text == '\n') {
			text++;
		} else if (is_heading(text)) {
			document_heading(document,
				plain(document->arena, text + 2, strcspn(text + 2, "\n")));
			text = next_line(text);
		} else if (is_item(text)) {
			text = put_list(document, text);
		} else {
			text = put_paragraph(document, text);
		}
	}
}
