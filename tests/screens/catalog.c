/* SPDX-License-Identifier: MIT */
#include "tests/screens/catalog.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What an entry has said so far: its strings go on over several lines. */
struct reading {
	struct catalog *catalog;
	struct buffer source, plural, translations[2];
	struct buffer *current; /* NULL: a string that does not matter, such as a context */
};

static void add(struct catalog *catalog, const char *source, const char *translation)
{
	if (source == NULL || *source == '\0' || translation == NULL || *translation == '\0')
		return;
	if (catalog->n == catalog->capacity) {
		catalog->capacity = catalog->capacity == 0 ? 1000 : catalog->capacity * 2;
		catalog->entries =
			xrealloc(catalog->entries, catalog->capacity * sizeof(*catalog->entries));
	}
	catalog->entries[catalog->n++] =
		(struct catalog_entry){ arena_text(&catalog->arena, source),
			arena_text(&catalog->arena, translation) };
}

static void end_entry(struct reading *r)
{
	struct buffer *buffers[] = { &r->source, &r->plural, &r->translations[0],
		&r->translations[1] };

	add(r->catalog, r->source.text, r->translations[0].text);
	add(r->catalog, r->plural.text, r->translations[1].text);
	for (size_t i = 0; i < sizeof(buffers) / sizeof(buffers[0]); i++)
		buffer_clear(buffers[i]);
	r->current = NULL;
}

/* The part of a string that the line has between its quotes. */
static void take_string(struct buffer *out, const char *line)
{
	const char *at = strchr(line, '"'), *end = strrchr(line, '"');

	if (out == NULL || at == NULL)
		return;
	buffer_text(out, "");
	for (at++; at < end; at++) {
		if (*at == '\\') {
			at++;
			buffer_add(out, *at == 'n' ? "\n" : at, 1);
		} else {
			buffer_add(out, at, 1);
		}
	}
}

static void read_line(struct reading *r, const char *line)
{
	if (*line == '\0' || *line == '\n')
		end_entry(r);
	else if (strncmp(line, "msgctxt", 7) == 0)
		r->current = NULL;
	else if (strncmp(line, "msgid_plural", 12) == 0)
		r->current = &r->plural;
	else if (strncmp(line, "msgid", 5) == 0)
		r->current = &r->source;
	else if (strncmp(line, "msgstr[1]", 9) == 0)
		r->current = &r->translations[1];
	else if (strncmp(line, "msgstr", 6) == 0)
		r->current = &r->translations[0];
	if (*line != '#')
		take_string(r->current, line);
}

bool catalog_read(const char *path, struct catalog *catalog)
{
	FILE *in = fopen(path, "r");
	struct reading r = { .catalog = catalog };
	char *line = NULL;
	size_t size = 0;

	*catalog = (struct catalog){ 0 };
	if (in == NULL)
		return false;
	while (getline(&line, &size, in) > 0)
		read_line(&r, line);
	end_entry(&r);
	free(line);
	fclose(in);
	return true;
}

void catalog_clear(struct catalog *catalog)
{
	free(catalog->entries);
	arena_clear(&catalog->arena);
	*catalog = (struct catalog){ 0 };
}
