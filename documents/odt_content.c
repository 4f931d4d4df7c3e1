/* SPDX-License-Identifier: MIT
 * What an ODT's documents say. Styles are in odt_styles.c; here are those that one paragraph alone
 * has: a language, a box's rule, how far it is set in, the page of another document. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "documents/markup.h"
#include "documents/odt.h"

static const char begin[] =
	"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
	"<office:document-content office:version=\"1.2\" "
	"xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
	"xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "
	"xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
	"xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
	"xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\">\n"
	"<office:automatic-styles>\n"
	"<style:style style:name=\"Label\" style:family=\"text\"><style:text-properties "
	"fo:color=\"#555555\"/></style:style>\n"
	"<style:style style:name=\"Row\" style:family=\"table-row\">"
	"<style:table-row-properties fo:keep-together=\"always\"/></style:style>\n"
	"<style:style style:name=\"LongRow\" style:family=\"table-row\">"
	"<style:table-row-properties fo:keep-together=\"auto\"/></style:style>\n"
	"<style:style style:name=\"Top\" style:family=\"table-cell\"><style:table-cell-properties "
	"fo:border-top=\"0.9pt solid #17406d\" fo:border-bottom=\"0.4pt solid #17406d\" "
	"fo:padding=\"0.7mm\" fo:padding-left=\"0mm\" fo:padding-right=\"2.5mm\"/></style:style>\n"
	"<style:style style:name=\"Cell\" style:family=\"table-cell\"><style:table-cell-properties "
	"fo:border-bottom=\"0.3pt solid #bfbfbf\" fo:padding=\"0.7mm\" "
	"fo:padding-left=\"0mm\" fo:padding-right=\"2.5mm\"/></style:style>\n"
	"<style:style style:name=\"Last\" style:family=\"table-cell\"><style:table-cell-properties "
	"fo:border-bottom=\"0.9pt solid #17406d\" fo:padding=\"0.7mm\" "
	"fo:padding-left=\"0mm\" fo:padding-right=\"2.5mm\"/></style:style>\n";

enum { LONG_ROW = 1500, TEXT_WIDTH = 170 /* mm */, STEP = 4, SMALL_ROWS = 12 };

/* A document's styles are made while its text is written, and stand before it. */
struct writer {
	struct piece styles, *out;
	const struct paper_block *block;
	size_t style_n, table_n;
	const char *master; /* of the next paragraph: a new document begins; NULL */
};

/* --- Styles of one paragraph */

static void open_styled(
	struct writer *w, const char *element, const char *style, int depth, const char *more)
{
	bool boxed = w->block != NULL && w->block->boxed;

	if (depth == 0 && !boxed && w->master == NULL) {
		odt_put(w->out, "<text:%s text:style-name=\"%s\"%s>", element, style, more);
		return;
	}
	odt_put(&w->styles,
		"<style:style style:name=\"P%zu\" style:family=\"paragraph\" "
		"style:parent-style-name=\"%s\"",
		++w->style_n, style);
	if (w->master != NULL)
		odt_put(&w->styles, " style:master-page-name=\"%s\"", w->master);
	odt_put(&w->styles, "><style:paragraph-properties");
	if (w->master != NULL)
		odt_put(&w->styles, " style:page-number=\"1\"");
	if (depth > 0 && strcmp(style, "Klash_20_Facts") == 0)
		odt_put(&w->styles, " fo:margin-left=\"%dmm\" fo:text-indent=\"-45mm\"",
			45 + depth * STEP);
	else if (depth > 0)
		odt_put(&w->styles, " fo:margin-left=\"%dmm\"", depth * STEP);
	if (boxed)
		odt_put(&w->styles,
			" fo:border-left=\"2mm solid #17406d\" fo:padding-left=\"3mm\"");
	odt_put(&w->styles, "/></style:style>\n");
	odt_put(w->out, "<text:%s text:style-name=\"P%zu\"%s>", element, w->style_n, more);
	w->master = NULL;
}

/* The text, in its language where that is another than the document's. */
static void put_passage(struct writer *w, const char *lang, const char *text)
{
	bool other = lang != NULL && *lang != '\0';

	if (other)
		odt_put(w->out, "<text:span text:style-name=\"In_%s\">", lang);
	odt_text(w->out, text);
	odt_put(w->out, "%s", other ? "</text:span>" : "");
}

static const char *lang_of(const struct writer *w)
{
	return w->block == NULL ? "" : w->block->lang;
}

static void put_paragraph(struct writer *w, const char *style, int depth, const char *text)
{
	open_styled(w, "p", style, depth, "");
	put_passage(w, lang_of(w), text);
	odt_put(w->out, "</text:p>\n");
}

static void put_lines_to_write(struct writer *w)
{
	for (int i = 0; i < w->block->lines; i++)
		put_paragraph(w, "Text_20_body", w->block->depth,
			"______________________________________________________________________");
}

/* --- Blocks */

static void put_heading(struct writer *w)
{
	int level = w->block->level > 1 ? 3 : 2;
	char more[48];

	snprintf(more, sizeof(more), " text:outline-level=\"%d\"", level);
	open_styled(w, "h", level == 2 ? "Heading_20_2" : "Heading_20_3", w->block->depth, more);
	if (*w->block->number != '\0') {
		odt_text(w->out, w->block->number);
		odt_put(w->out, " ");
	}
	put_passage(w, w->block->lang, w->block->text);
	odt_put(w->out, "</text:h>\n");
}

/* An empty line in what somebody wrote begins a paragraph. */
static void put_text(struct writer *w)
{
	char *text = copy_text(w->block->text), *part = text;

	while (part != NULL) {
		char *end = strstr(part, "\n\n"), *next = NULL;

		if (end != NULL) {
			*end = '\0';
			next = end + 2 + strspn(end + 2, "\n");
		}
		if (*part != '\0')
			put_paragraph(w, w->block->close ? "Standard" : "Text_20_body",
				w->block->depth, part);
		part = next == NULL || *next == '\0' ? NULL : next;
	}
	put_lines_to_write(w);
	free(text);
}

static void put_list(struct writer *w)
{
	odt_put(w->out, "<text:list text:style-name=\"Klash_20_Dots\">\n");
	for (size_t i = 0; i < w->block->item_n; i++) {
		odt_put(w->out, "<text:list-item>");
		put_paragraph(w, "Klash_20_List", 0, w->block->items[i]);
		odt_put(w->out, "</text:list-item>\n");
	}
	odt_put(w->out, "</text:list>\n");
}

static void put_facts(struct writer *w, bool boxes)
{
	for (size_t i = 0; i < w->block->fact_n; i++) {
		const struct paper_fact *fact = &w->block->facts[i];

		open_styled(w, "p", "Klash_20_Facts", w->block->depth, "");
		odt_put(w->out, "<text:span text:style-name=\"Label\">");
		put_passage(w, *fact->lang == '\0' ? w->block->lang : fact->lang, fact->label);
		odt_put(w->out, "</text:span><text:tab/>");
		put_passage(w, w->block->lang, boxes ? "[        ]" : fact->value);
		odt_put(w->out, "</text:p>\n");
	}
}

static void put_tick(struct writer *w)
{
	open_styled(w, "p", "Text_20_body", w->block->depth, "");
	odt_put(w->out, "☐ %s", w->block->numbered ? "____ " : "");
	put_passage(w, w->block->lang, w->block->text);
	odt_put(w->out, "</text:p>\n");
	if (*w->block->below != '\0')
		put_paragraph(w, "Klash_20_Below", w->block->depth + 1, w->block->below);
	put_lines_to_write(w);
}

static void put_signatures(struct writer *w)
{
	for (size_t i = 0; i < w->block->signature_n; i++) {
		const struct paper_signature *s = &w->block->signatures[i];

		open_styled(w, "p", "Klash_20_Signature", w->block->depth, "");
		if (*s->done != '\0') {
			put_passage(w, w->block->lang, s->done);
		} else {
			put_passage(w, w->block->lang, s->day);
			odt_put(w->out, " ________________ ");
			put_passage(w, w->block->lang, s->hand);
			odt_put(w->out, " ______________________________");
		}
		odt_put(w->out, "</text:p>\n");
		if (*s->name != '\0')
			put_paragraph(w, "Klash_20_Signer", w->block->depth, s->name);
		if (*s->role != '\0')
			put_paragraph(w, "Klash_20_Below", w->block->depth, s->role);
	}
}

/* --- Tables */

static size_t letters(const char *text)
{
	size_t n = 0;

	for (; *text != '\0'; text++)
		n += (*text & 0xC0) != 0x80 ? 1 : 0;
	return n;
}

/* In tenths of a millimetre: by the longest text of each column, together at most the page. */
static int column_widths(const struct paper_block *block, int *widths)
{
	int all = 0, room = (TEXT_WIDTH - block->depth * STEP - (block->boxed ? 5 : 0)) * 10;
	int sum = 0;

	for (size_t c = 0; c < block->column_n; c++) {
		size_t most = letters(block->columns[c].title) + 1;

		for (size_t r = 0; r < block->row_n; r++) {
			size_t n = letters(block->items[r * block->column_n + c]);

			most = n > most ? n : most;
		}
		widths[c] = 40 + 20 * (int)(most > 60 ? 60 : most < 4 ? 4 : most);
		all += widths[c];
	}
	for (size_t c = 0; c < block->column_n; c++) {
		widths[c] = all > room ? widths[c] * room / all : widths[c];
		sum += widths[c];
	}
	return sum;
}

static void put_columns(struct writer *w)
{
	int widths[PAPER_COLUMNS_MAX];
	int sum = column_widths(w->block, widths);

	w->table_n++;
	odt_put(&w->styles,
		"<style:style style:name=\"T%zu\" style:family=\"table\"><style:table-properties "
		"style:width=\"%d.%dmm\" table:align=\"left\" fo:margin-left=\"%dmm\" "
		"fo:margin-top=\"2mm\" fo:margin-bottom=\"2mm\" "
		"style:may-break-between-rows=\"%s\"/></style:style>\n",
		w->table_n, sum / 10, sum % 10, w->block->depth * STEP + (w->block->boxed ? 5 : 0),
		w->block->row_n > SMALL_ROWS ? "true" : "false");
	odt_put(w->out, "<table:table table:name=\"T%zu\" table:style-name=\"T%zu\">\n", w->table_n,
		w->table_n);
	for (size_t c = 0; c < w->block->column_n; c++) {
		odt_put(&w->styles,
			"<style:style style:name=\"T%zu.%zu\" style:family=\"table-column\">"
			"<style:table-column-properties style:column-width=\"%d.%dmm\"/>"
			"</style:style>\n",
			w->table_n, c + 1, widths[c] / 10, widths[c] % 10);
		odt_put(w->out, "<table:table-column table:style-name=\"T%zu.%zu\"/>\n", w->table_n,
			c + 1);
	}
}

static void put_cell(struct writer *w, const char *cell, const char *style, const char *text)
{
	odt_put(w->out,
		"<table:table-cell table:style-name=\"%s\" office:value-type=\"string\">"
		"<text:p text:style-name=\"%s\">",
		cell, style);
	put_passage(w, w->block->lang, text);
	odt_put(w->out, "</text:p></table:table-cell>\n");
}

static void put_row(struct writer *w, size_t row)
{
	const struct paper_block *block = w->block;
	char **cells = &block->items[row * block->column_n];
	bool is_long = false;

	for (size_t c = 0; c < block->column_n; c++)
		is_long = is_long || strlen(cells[c]) > LONG_ROW;
	odt_put(w->out, "<table:table-row table:style-name=\"%s\">\n", is_long ? "LongRow" : "Row");
	for (size_t c = 0; c < block->column_n; c++)
		put_cell(w, row + 1 == block->row_n ? "Last" : "Cell",
			block->columns[c].number ? "Klash_20_Numbers" : "Table_20_Contents",
			cells[c]);
	odt_put(w->out, "</table:table-row>\n");
}

static void put_table(struct writer *w)
{
	if (w->block->column_n == 0)
		return;
	if (*w->block->text != '\0')
		put_paragraph(w, "Caption", w->block->depth, w->block->text);
	put_columns(w);
	odt_put(w->out, "<table:table-header-rows>\n<table:table-row table:style-name=\"Row\">\n");
	for (size_t c = 0; c < w->block->column_n; c++)
		put_cell(w, "Top",
			w->block->columns[c].number ? "Klash_20_Number_20_Heading" :
						      "Table_20_Heading",
			w->block->columns[c].title);
	odt_put(w->out, "</table:table-row>\n</table:table-header-rows>\n");
	for (size_t r = 0; r < w->block->row_n; r++)
		put_row(w, r);
	odt_put(w->out, "</table:table>\n");
}

/* --- Documents */

static void put_block(struct writer *w)
{
	switch (w->block->kind) {
	case PAPER_HEADING:
		put_heading(w);
		break;
	case PAPER_PARAGRAPH:
		put_text(w);
		break;
	case PAPER_LITERAL:
		put_paragraph(w, "Preformatted_20_Text", w->block->depth, w->block->text);
		break;
	case PAPER_LIST:
		put_list(w);
		break;
	case PAPER_FACTS:
		put_facts(w, false);
		break;
	case PAPER_BOXES:
		put_facts(w, true);
		break;
	case PAPER_TABLE:
		put_table(w);
		break;
	case PAPER_TICK:
		put_tick(w);
		break;
	case PAPER_SIGNATURES:
		put_signatures(w);
		break;
	}
}

/* From 50 to 87 mm below the paper's edge: where the window of an envelope is. */
static void put_address(struct writer *w, const struct paper *paper)
{
	const char *address = odt_around(paper, AROUND_ADDRESS);
	int lines = 1;

	if (*address == '\0')
		return;
	for (const char *c = address; *c != '\0'; c++)
		lines += *c == '\n' ? 1 : 0;
	odt_put(&w->styles,
		"<style:style style:name=\"P%zu\" style:family=\"paragraph\" "
		"style:parent-style-name=\"Klash_20_Address\"%s%s%s><style:paragraph-properties "
		"fo:margin-top=\"22mm\" fo:margin-bottom=\"%dmm\"%s/></style:style>\n",
		++w->style_n, w->master == NULL ? "" : " style:master-page-name=\"",
		w->master == NULL ? "" : w->master, w->master == NULL ? "" : "\"",
		lines < 6 ? 37 - lines * 6 : 4,
		w->master == NULL ? "" : " style:page-number=\"1\"");
	odt_put(w->out, "<text:p text:style-name=\"P%zu\">", w->style_n);
	odt_text(w->out, address);
	odt_put(w->out, "</text:p>\n");
	w->master = NULL;
}

static void put_around(
	struct writer *w, const struct paper *paper, enum around what, const char *style)
{
	if (*odt_around(paper, what) != '\0')
		put_paragraph(w, style, 0, odt_around(paper, what));
}

static void put_paper(struct writer *w, const struct paper *paper, size_t i)
{
	char master[32];

	snprintf(master, sizeof(master), "Klash%zu", i + 1);
	w->master = master;
	w->block = NULL;
	put_address(w, paper);
	put_around(w, paper, AROUND_NOTICE, "Klash_20_Notice");
	open_styled(w, "h", "Title", 0, " text:outline-level=\"1\"");
	odt_text(w->out, paper->title);
	odt_put(w->out, "</text:h>\n");
	for (size_t b = 0; b < paper->n; b++) {
		w->block = &paper->blocks[b];
		put_block(w);
	}
	w->block = NULL;
	put_around(w, paper, AROUND_HASH, "Klash_20_Hash");
	put_around(w, paper, AROUND_HASH_USE, "Klash_20_Hash");
}

/* Of every language that a passage may be in. */
static void put_languages(struct piece *out)
{
	static const struct {
		const char *lang, *country;
	} languages[] = { { "fi", "FI" }, { "sv", "FI" }, { "en", "GB" } };

	for (size_t i = 0; i < sizeof(languages) / sizeof(*languages); i++)
		odt_put(out,
			"<style:style style:name=\"In_%s\" style:family=\"text\">"
			"<style:text-properties fo:language=\"%s\" fo:country=\"%s\"/>"
			"</style:style>\n",
			languages[i].lang, languages[i].lang, languages[i].country);
}

void odt_content(const struct papers *papers, struct piece *out)
{
	struct piece body = { 0 };
	struct writer w = { .out = &body };

	for (size_t i = 0; i < papers->n; i++)
		put_paper(&w, &papers->rows[i], i);
	piece_add(out, begin, sizeof(begin) - 1);
	put_languages(out);
	piece_add(out, piece_text(&w.styles), w.styles.n);
	odt_put(out, "</office:automatic-styles>\n<office:body><office:text>\n");
	piece_add(out, piece_text(&body), body.n);
	odt_put(out, "</office:text></office:body>\n</office:document-content>\n");
	piece_clear(&w.styles);
	piece_clear(&body);
}
