/* SPDX-License-Identifier: MIT */
#include "src/documents/writer.h"

#include <string.h>
#include <strings.h>

#include "db/base/error.h"
#include "src/base/i18n.h"

static struct error write_text(const struct documents *all, struct buffer *out)
{
	document_write_text(all, out);
	return ok();
}

static struct error write_html(const struct documents *all, struct buffer *out)
{
	document_write_html(all, out);
	return ok();
}

static const struct document_writer writers[] = {
	{ "text", ".txt", NC_("format", "text"), false, write_text },
	{ "html", ".html", NC_("format", "web page (HTML)"), false, write_html },
	{ "pdf", ".pdf", NC_("format", "PDF, to be signed and kept"), true, document_write_pdf },
	{ "odt", ".odt", NC_("format", "ODT, to be finished in an office program"), true,
		document_write_odt },
};

const struct document_writer *document_writer_at(size_t i)
{
	return i < LEN(writers) ? &writers[i] : NULL;
}

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
