/* SPDX-License-Identifier: MIT
 * What there is, from the tables themselves: a line each, "kind NOUN", "writer NAME", "document
 * FORMAT". A test that walks them takes up what is added by itself. */
#include <stdio.h>
#include <string.h>

#include "src/documents/writer.h"
#include "src/export/writer.h"
#include "src/ground/kind.h"

int main(void)
{
	struct arena arena = { 0 };
	char *formats = arena_text(&arena, document_formats(&arena));

	for (enum kind kind = KIND_NONE + 1; kind < KIND_COUNT; kind++)
		printf("kind %s\n", kind_rows[kind].noun);
	for (size_t i = 0; i < writer_count; i++)
		printf("writer %s\n", writers[i]->name);
	for (const char *format; (format = strsep(&formats, "|")) != NULL;)
		printf("document %s\n", format);
	arena_clear(&arena);
	return 0;
}
