/* SPDX-License-Identifier: MIT
 * JSON (RFC 8259) for programs: a list of objects, each written when it is known. */
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/export/writer.h"

/* What is no integer and no text is a rounded figure. */
enum { LAYOUT = JSON_INDENT(1) | JSON_REAL_PRECISION(9) };

static json_t *object_of(const struct writing *w, const struct cell *cells)
{
	json_t *object = json_object();

	for (size_t c = 0; c < w->n; c++)
		cell_into(object, w->headings[c].name, &cells[c]);
	return object;
}

static void begin(struct writing *w)
{
	fputc('[', w->out);
}

/* One step further in: a line's end in it is between two values, for inside of a text it is
 * written as \n. */
static void row(struct writing *w, const struct cell *cells)
{
	json_t *object = object_of(w, cells);
	char *text = json_dumps(object, LAYOUT);

	fputs(w->rows > 0 ? ",\n " : "\n ", w->out);
	for (const char *c = text; c != NULL && *c != '\0'; c++) {
		fputc(*c, w->out);
		if (*c == '\n')
			fputc(' ', w->out);
	}
	free(text);
	json_decref(object);
}

static void end(struct writing *w)
{
	fputs(w->rows > 0 ? "\n]\n" : "]\n", w->out);
}

static void record(struct writing *w, const struct cell *cells)
{
	json_t *object = object_of(w, cells);

	json_dumpf(object, w->out, LAYOUT);
	fputc('\n', w->out);
	json_decref(object);
}

const struct writer json_writer = { .name = "json",
	.word = NC_("format", "JSON for a program"),
	.reader = READ_EXACT,
	.to_a_file = true,
	.begin = begin,
	.row = row,
	.end = end,
	.record = record };
