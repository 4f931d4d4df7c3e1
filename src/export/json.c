/* SPDX-License-Identifier: MIT
 * JSON (RFC 8259) for programs: a list of objects, each written when it is known. */
#include <stdlib.h>
#include <string.h>

#include "db/base/utf8.h"
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

/* As RFC 8259 (7) has it. */
static void put_escaped(FILE *out, unsigned char c)
{
	static const char plain[] = "\"\\\b\f\n\r\t", letters[] = "\"\\bfnrt";
	const char *found = strchr(plain, c);

	if (found != NULL)
		fprintf(out, "\\%c", letters[found - plain]);
	else
		fprintf(out, "\\u%04X", (unsigned)c);
}

/* Bytes up to the next that cannot stand in a string as they are. */
static size_t plain_run(const char *text)
{
	size_t n = 0;

	for (;;) {
		unsigned char c = (unsigned char)text[n];
		uint32_t code;

		if (c < 0x20 || c == '"' || c == '\\')
			return n;
		size_t bytes = c < 0x80 ? 1 : utf8_decode(text + n, &code);
		if (c >= 0x80 && bytes == 1)
			return n;
		n += bytes;
	}
}

/* What is no UTF-8 is U+FFFD. */
static void put_string(FILE *out, const char *text)
{
	fputc('"', out);
	for (;;) {
		size_t n = plain_run(text);

		fwrite(text, 1, n, out);
		text += n;
		if (*text == '\0')
			break;
		if ((unsigned char)*text >= 0x80)
			fputs("\xEF\xBF\xBD", out);
		else
			put_escaped(out, (unsigned char)*text);
		text++;
	}
	fputc('"', out);
}

/* Two steps further in: a line's end in it is between two values, for inside of a text it is
 * written as \n. */
static void put_nested(FILE *out, const struct cell *cell)
{
	json_t *value = cell_json(cell);
	char *text = json_dumps(value, LAYOUT | JSON_ENCODE_ANY);

	for (const char *c = text; c != NULL && *c != '\0'; c++) {
		fputc(*c, out);
		if (*c == '\n')
			fputs("  ", out);
	}
	free(text);
	json_decref(value);
}

/* What nearly every cell of a long list is goes out without being built as JSON first. */
static void put_value(FILE *out, const struct cell *cell)
{
	struct arena arena = { 0 };

	switch (cell_in_json(cell->kind)) {
	case JSON_IS_BARE:
		fputs(cell->kind == CELL_NULL ? "null" : cell_words(&arena, cell, READ_EXACT), out);
		break;
	case JSON_IS_TEXT:
		put_string(out, cell_words(&arena, cell, READ_EXACT));
		break;
	case JSON_IS_BUILT:
		put_nested(out, cell);
		break;
	}
	arena_clear(&arena);
}

static void row(struct writing *w, const struct cell *cells)
{
	const char *before = "\n  ";

	fputs(w->rows > 0 ? ",\n {" : "\n {", w->out);
	for (size_t c = 0; c < w->n; c++) {
		if (cells[c].kind == CELL_UNSET)
			continue;
		fputs(before, w->out);
		put_string(w->out, w->headings[c].name);
		fputs(": ", w->out);
		put_value(w->out, &cells[c]);
		before = ",\n  ";
	}
	fputs(*before == ',' ? "\n }" : "}", w->out);
}

static struct error end(struct writing *w, struct error e)
{
	if (e.code == E_OK)
		fputs(w->rows > 0 ? "\n]\n" : "]\n", w->out);
	return e;
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
