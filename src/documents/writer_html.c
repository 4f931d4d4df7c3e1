/* SPDX-License-Identifier: MIT
 * Documents as one page of HTML that needs nothing beside itself: read on a screen, by a screen
 * reader (headings, lists of facts, headed tables, the language of every passage: EN 301 549, 9) or
 * printed. The page may load and run nothing, whatever somebody wrote into it. */
#include <stdio.h>
#include <string.h>

#include "db/base/error.h"
#include "src/documents/html.h"
#include "src/documents/writer.h"

extern const char data_page_style[];

/* <tag class="name close in2" lang="sv">; "" for no class of its own. */
static void put_open(
	struct buffer *out, const char *tag, const char *name, const struct block *block)
{
	char depth[16];
	const char *const names[] = { name, block->close ? "close" : "",
		block->depth > 0 ? depth : "" };
	bool first = true;

	snprintf(depth, sizeof(depth), "in%d", block->depth);
	buffer_printf(out, "<%s", tag);
	for (size_t i = 0; i < LEN(names); i++) {
		if (*names[i] == '\0')
			continue;
		buffer_printf(out, "%s%s", first ? " class=\"" : " ", names[i]);
		first = false;
	}
	buffer_text(out, first ? "" : "\"");
	html_lang(out, block->lang);
	buffer_text(out, ">");
}

static void put_tagged(struct buffer *out, const char *tag, const char *text)
{
	buffer_printf(out, "<%s>", tag);
	html_lines(out, text);
	buffer_printf(out, "</%s>", tag);
}

static void put_empty_lines(struct buffer *out, int lines)
{
	for (int i = 0; i < lines; i++)
		buffer_text(out, "<div class=\"line\"></div>\n");
}

/* An empty line in what somebody wrote begins a paragraph. */
static void put_paragraphs(const struct block *block, struct buffer *out)
{
	const char *text = block->text;

	do {
		const char *end = strstr(text, "\n\n");
		size_t n = end == NULL ? strlen(text) : (size_t)(end - text);

		put_open(out, "p", "", block);
		html_part(out, text, n);
		buffer_text(out, "</p>\n");
		text += n + strspn(text + n, "\n");
	} while (*text != '\0');
	put_empty_lines(out, block->lines);
}

static void put_heading(const struct block *block, struct buffer *out)
{
	const char *tag = block->level > 1 ? "h3" : "h2";

	put_open(out, tag, block->number == NULL ? "" : "numbered", block);
	if (block->number != NULL) {
		buffer_text(out, "<span class=\"no\">");
		html_text(out, block->number);
		buffer_text(out, "</span> ");
	}
	html_lines(out, block->text);
	buffer_printf(out, "</%s>\n", tag);
}

static void put_literal(const struct block *block, struct buffer *out)
{
	put_open(out, "pre", "", block);
	html_text(out, block->text);
	buffer_text(out, "</pre>\n");
}

static void put_facts(const struct block *block, struct buffer *out)
{
	put_open(out, "dl", "", block);
	for (size_t i = 0; i < block->n; i++) {
		buffer_text(out, "\n<div><dt");
		html_lang(out, block->facts[i].lang);
		buffer_text(out, ">");
		html_lines(out, block->facts[i].label);
		buffer_text(out, "</dt>");
		put_tagged(out, "dd", block->facts[i].value);
		buffer_text(out, "</div>");
	}
	buffer_text(out, "\n</dl>\n");
}

static void put_list(const struct block *block, struct buffer *out)
{
	put_open(out, "ul", "", block);
	for (size_t i = 0; i < block->n; i++) {
		buffer_text(out, "\n");
		put_tagged(out, "li", block->cells[i]);
	}
	buffer_text(out, "\n</ul>\n");
}

static void put_row_heading(struct buffer *out, const char *text)
{
	buffer_text(out, "\n<tr><th scope=\"row\">");
	html_lines(out, text);
	buffer_text(out, "</th>");
}

static void put_boxes(const struct block *block, struct buffer *out)
{
	put_open(out, "table", "boxes", block);
	for (size_t i = 0; i < block->n; i++) {
		put_row_heading(out, block->facts[i].label);
		buffer_text(out, "<td></td></tr>");
	}
	buffer_text(out, "\n</table>\n");
}

static void put_columns(const struct block *block, struct buffer *out)
{
	buffer_text(out, "\n<thead>\n<tr>");
	for (size_t c = 0; c < block->n; c++) {
		buffer_printf(out, "<th scope=\"col\"%s>",
			block->columns[c].number ? " class=\"number\"" : "");
		html_lines(out, block->columns[c].title);
		buffer_text(out, "</th>");
	}
	buffer_text(out, "</tr>\n</thead>\n<tbody>");
}

/* The first cell of a row says what the row is about. */
static void put_table(const struct block *block, struct buffer *out)
{
	put_open(out, "table", "", block);
	if (*block->text != '\0')
		put_tagged(out, "caption", block->text);
	put_columns(block, out);
	for (size_t r = 0; r < block->row_count; r++) {
		const char *const *cells = &block->cells[r * block->n];

		put_row_heading(out, cells[0]);
		for (size_t c = 1; c < block->n; c++) {
			buffer_text(
				out, block->columns[c].number ? "<td class=\"number\">" : "<td>");
			html_lines(out, cells[c]);
			buffer_text(out, "</td>");
		}
		buffer_text(out, "</tr>");
	}
	buffer_text(out, "\n</tbody>\n</table>\n");
}

static void put_tick(const struct block *block, struct buffer *out)
{
	put_open(out, "p", "tick", block);
	buffer_text(out, "<span class=\"box\"></span>");
	if (block->numbered)
		buffer_text(out, "<span class=\"room\"></span>");
	html_lines(out, block->text);
	if (block->below != NULL) {
		buffer_text(out, " <span class=\"below\">");
		html_lines(out, block->below);
		buffer_text(out, "</span>");
	}
	buffer_text(out, "</p>\n");
	put_empty_lines(out, block->lines);
}

static void put_signature_lines(const struct signature *s, struct buffer *out)
{
	put_tagged(out, "span", s->day);
	buffer_text(out, "<span class=\"day\"></span>");
	put_tagged(out, "span", s->hand);
	buffer_text(out, "<span class=\"hand\"></span>");
}

static void put_signer(const char *text, struct buffer *out)
{
	if (text == NULL)
		return;
	buffer_text(out, "<span class=\"signer\">");
	html_lines(out, text);
	buffer_text(out, "</span>");
}

static void put_signatures(const struct block *block, struct buffer *out)
{
	for (size_t i = 0; i < block->n; i++) {
		const struct signature *s = &block->signatures[i];

		put_open(out, "div", "signature", block);
		if (s->done == NULL)
			put_signature_lines(s, out);
		put_signer(s->done, out);
		put_signer(s->name, out);
		put_signer(s->role, out);
		buffer_text(out, "</div>\n");
	}
}

static void put_block(const struct block *block, struct buffer *out)
{
	switch (block->kind) {
	case BLOCK_HEADING:
		put_heading(block, out);
		break;
	case BLOCK_PARAGRAPH:
		put_paragraphs(block, out);
		break;
	case BLOCK_LITERAL:
		put_literal(block, out);
		break;
	case BLOCK_LIST:
		put_list(block, out);
		break;
	case BLOCK_FACTS:
		put_facts(block, out);
		break;
	case BLOCK_BOXES:
		put_boxes(block, out);
		break;
	case BLOCK_TABLE:
		put_table(block, out);
		break;
	case BLOCK_TICK:
		put_tick(block, out);
		break;
	case BLOCK_SIGNATURES:
		put_signatures(block, out);
		break;
	}
}

static void put_around(struct buffer *out, const char *tag, const char *name, const char *text)
{
	static const struct block plain = { 0 };

	if (text == NULL)
		return;
	put_open(out, tag, name, &plain);
	html_lines(out, text);
	buffer_printf(out, "</%s>\n", tag);
}

/* Whose it is, what kind of paper, its number and day: the head of a page. */
static void put_head(const struct document *document, struct buffer *out)
{
	const char *const parts[] = { document->name, document->number, document->day };
	bool any = false;

	put_around(out, "p", "notice", document->notice);
	put_around(out, "p", "head", document->head);
	for (size_t i = 0; i < LEN(parts); i++) {
		if (parts[i] == NULL)
			continue;
		buffer_text(out, any ? " <span>" : "<p class=\"head parts\"><span>");
		html_text(out, parts[i]);
		buffer_text(out, "</span>");
		any = true;
	}
	buffer_text(out, any ? "</p>\n" : "");
	put_around(out, "p", "address", document->address);
}

static void put_foot(const struct document *document, struct buffer *out)
{
	if (document->hash == NULL && document->hash_use == NULL && document->foot == NULL)
		return;
	buffer_text(out, "<footer>\n");
	put_around(out, "p", "hash", document->hash);
	put_around(out, "p", "hash", document->hash_use);
	put_around(out, "p", "foot", document->foot);
	buffer_text(out, "</footer>\n");
}

static void put_blocks(const struct document *document, struct buffer *out)
{
	bool boxed = false;

	for (size_t i = 0; i < document->n; i++) {
		const struct block *block = &document->blocks[i];

		if (block->boxed != boxed)
			buffer_text(out, boxed ? "</div>\n" : "<div class=\"boxed\">\n");
		boxed = block->boxed;
		put_block(block, out);
	}
	buffer_text(out, boxed ? "</div>\n" : "");
}

static void put_document(const struct document *document, struct buffer *out)
{
	buffer_text(out, "<article");
	html_lang(out, document->lang);
	buffer_text(out, ">\n");
	put_head(document, out);
	put_tagged(out, "h1", document->title);
	buffer_text(out, "\n");
	put_blocks(document, out);
	put_foot(document, out);
	buffer_text(out, "</article>\n");
}

void document_write_html(const struct documents *all, struct buffer *out)
{
	buffer_text(out, "<!DOCTYPE html>\n<html");
	html_lang(out, all->rows[0].lang);
	buffer_text(out,
		">\n<head>\n<meta charset=\"utf-8\">\n"
		"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
		"style-src 'unsafe-inline'\">\n"
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
	buffer_text(out, "<title>");
	html_text(out, all->rows[0].title);
	buffer_printf(
		out, "</title>\n<style>\n%s</style>\n</head>\n<body>\n<main>\n", data_page_style);
	for (size_t i = 0; i < all->n; i++)
		put_document(&all->rows[i], out);
	buffer_text(out, "</main>\n</body>\n</html>\n");
}
