/* SPDX-License-Identifier: MIT */
#include "documents/book.h"

#include <stdlib.h>
#include <string.h>

#include "documents/memory.h"
#include "documents/xml.h"

/* A number in the file for a format that is the file's own. */
struct format {
	long number;
	enum shown shown;
};

struct reading {
	struct book *workbook;
	const struct relations *relations;
	struct piece text;
	bool in_text, in_reading; /* how a text is pronounced is none of it */
	struct format *formats;
	size_t format_count;
	bool in_styles;
};

static bool is_true(const char *value)
{
	return value != NULL && (strcmp(value, "1") == 0 || strcmp(value, "true") == 0);
}

static void add_sheet(struct reading *r, const char **attributes)
{
	struct book *w = r->workbook;
	const char *name = xml_attribute(attributes, "name"), *id = xml_attribute(attributes, "id");
	const char *state = xml_attribute(attributes, "state");
	const char *part = id == NULL ? NULL : relation_by_id(r->relations, id);

	if (name == NULL || part == NULL)
		return;
	w->sheets = grow(w->sheets, (w->sheet_count + 1) * sizeof(*w->sheets));
	w->sheets[w->sheet_count++] = (struct sheet){ copy_text(name), copy_text(part),
		state == NULL || strcmp(state, "visible") == 0 };
}

static enum line_fault on_workbook(struct xml *xml, const char *element, const char **attributes)
{
	struct reading *r = xml->arg;

	if (strcmp(element, "sheet") == 0)
		add_sheet(r, attributes);
	else if (strcmp(element, "workbookPr") == 0)
		r->workbook->from_1904 = is_true(xml_attribute(attributes, "date1904"));
	return FAULT_NONE;
}

static enum line_fault on_shared(struct xml *xml, const char *element, const char **attributes)
{
	struct reading *r = xml->arg;

	(void)attributes;
	if (strcmp(element, "rPh") == 0)
		r->in_reading = true;
	r->in_text = !r->in_reading && strcmp(element, "t") == 0;
	return FAULT_NONE;
}

static enum line_fault after_shared(struct xml *xml, const char *element)
{
	struct reading *r = xml->arg;
	struct book *w = r->workbook;

	r->in_text = false;
	if (strcmp(element, "rPh") == 0)
		r->in_reading = false;
	if (strcmp(element, "si") != 0)
		return FAULT_NONE;
	/* By doubling: a file can have a million of them. */
	if ((w->shared_count & (w->shared_count - 1)) == 0)
		w->shared = grow(w->shared, (w->shared_count * 2 + 1) * sizeof(*w->shared));
	w->shared[w->shared_count] = copy_text(piece_text(&r->text));
	unescape(w->shared[w->shared_count++]);
	piece_empty(&r->text);
	return FAULT_NONE;
}

static void on_text(struct xml *xml, const char *text, size_t n)
{
	struct reading *r = xml->arg;

	if (r->in_text)
		piece_add(&r->text, text, n);
}

static void add_format(struct reading *r, const char **attributes)
{
	const char *number = xml_attribute(attributes, "numFmtId");
	const char *code = xml_attribute(attributes, "formatCode");

	if (number == NULL || code == NULL)
		return;
	r->formats = grow(r->formats, (r->format_count + 1) * sizeof(*r->formats));
	r->formats[r->format_count++] =
		(struct format){ strtol(number, NULL, 10), shown_by_code(code) };
}

static void add_style(struct reading *r, const char **attributes)
{
	struct book *w = r->workbook;
	const char *text = xml_attribute(attributes, "numFmtId");
	long number = text == NULL ? 0 : strtol(text, NULL, 10);
	enum shown shown = shown_by_number(number);

	for (size_t i = 0; i < r->format_count; i++)
		if (r->formats[i].number == number)
			shown = r->formats[i].shown;
	w->styles = grow(w->styles, (w->style_count + 1) * sizeof(*w->styles));
	w->styles[w->style_count++] = shown;
}

static enum line_fault on_style(struct xml *xml, const char *element, const char **attributes)
{
	struct reading *r = xml->arg;

	if (strcmp(element, "cellXfs") == 0)
		r->in_styles = true;
	else if (strcmp(element, "numFmt") == 0)
		add_format(r, attributes);
	else if (r->in_styles && strcmp(element, "xf") == 0)
		add_style(r, attributes);
	return FAULT_NONE;
}

static enum line_fault after_style(struct xml *xml, const char *element)
{
	struct reading *r = xml->arg;

	if (strcmp(element, "cellXfs") == 0)
		r->in_styles = false;
	return FAULT_NONE;
}

/* A part that the workbook does not have is nothing wrong. */
static enum line_fault read_beside(
	struct reading *r, const char *type, const struct xml_handler *handler)
{
	const char *part = relation_by_type(r->relations, type);
	enum line_fault fault =
		part == NULL ? FAULT_NONE : xml_read(&r->workbook->package, part, handler, r);

	return fault == FAULT_WORKBOOK ? FAULT_NONE : fault;
}

static enum line_fault read_parts(struct reading *r, const char *part)
{
	static const struct xml_handler workbook = { .start = on_workbook };
	static const struct xml_handler shared = { on_shared, after_shared, on_text };
	static const struct xml_handler styles = { .start = on_style, .end = after_style };
	enum line_fault fault = xml_read(&r->workbook->package, part, &workbook, r);

	if (fault == FAULT_NONE)
		fault = read_beside(r, "sharedStrings", &shared);
	if (fault == FAULT_NONE)
		fault = read_beside(r, "styles", &styles);
	return fault;
}

static enum line_fault read_main(struct book *workbook, const char *part)
{
	struct relations relations;
	struct reading r = { .workbook = workbook, .relations = &relations };
	enum line_fault fault = relations_read(&workbook->package, part, &relations);

	if (fault == FAULT_NONE)
		fault = read_parts(&r, part);
	relations_clear(&relations);
	piece_clear(&r.text);
	free(r.formats);
	return fault;
}

enum line_fault book_open(struct book *workbook, FILE *in)
{
	struct relations top;

	*workbook = (struct book){ 0 };
	enum line_fault fault = package_open(&workbook->package, in);
	if (fault != FAULT_NONE)
		return fault;
	fault = relations_read(&workbook->package, "", &top);
	const char *part = fault == FAULT_NONE ? relation_by_type(&top, "officeDocument") : NULL;
	if (fault == FAULT_NONE)
		fault = part == NULL ? FAULT_WORKBOOK : read_main(workbook, part);
	relations_clear(&top);
	return fault;
}

void book_close(struct book *workbook)
{
	for (size_t i = 0; i < workbook->sheet_count; i++) {
		free(workbook->sheets[i].name);
		free(workbook->sheets[i].part);
	}
	for (size_t i = 0; i < workbook->shared_count; i++)
		free(workbook->shared[i]);
	free(workbook->sheets);
	free(workbook->shared);
	free(workbook->styles);
	package_close(&workbook->package);
}
