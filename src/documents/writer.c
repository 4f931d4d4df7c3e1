/* SPDX-License-Identifier: MIT */
#include "src/documents/writer.h"

#include <string.h>
#include <strings.h>

#include "db/base/error.h"

static const struct document_writer writers[] = {
	{ "text", ".txt", document_write_text },
	{ "html", ".html", document_write_html },
};

const struct document_writer *document_writer(const char *format)
{
	for (size_t i = 0; i < LEN(writers); i++)
		if (strcmp(writers[i].format, format) == 0)
			return &writers[i];
	return NULL;
}

const struct document_writer *document_writer_of(const char *path)
{
	size_t n = strlen(path);

	for (size_t i = 0; i < LEN(writers); i++) {
		size_t ending = strlen(writers[i].ending);

		if (n > ending && strcasecmp(path + n - ending, writers[i].ending) == 0)
			return &writers[i];
	}
	return &writers[0];
}

const char *document_formats(struct arena *arena)
{
	const char *all = "";

	for (size_t i = 0; i < LEN(writers); i++)
		all = arena_printf(arena, "%s%s%s", all, i > 0 ? "|" : "", writers[i].format);
	return all;
}
