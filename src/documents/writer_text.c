/* SPDX-License-Identifier: MIT
 * Documents as plain text, for a printer or a letter: lines of 76 columns, one sign a column. What
 * is to be copied to the letter is never broken. */
#include <string.h>

#include "db/base/error.h"
#include "db/base/utf8.h"
#include "src/base/wrap.h"
#include "src/documents/writer.h"

enum { WIDTH = 76, STEP = 2, LEAST = 8, BETWEEN = 2, WORD_MOST = 24 };

static void put_many(struct buffer *out, const char *sign, int n)
{
	for (int i = 0; i < n; i++)
		buffer_text(out, sign);
}

/* Lines behind so many blanks, the first one behind `prefix`, which is as wide. */
static void put_behind(struct buffer *out, const char *prefix, int indent, const char *text)
{
	const char *next = text;

	buffer_text(out, prefix);
	for (bool first = true; next != NULL; first = false) {
		text = next;
		size_t n = text_wrap_words(text, WIDTH - indent, &next);

		if (!first && n > 0)
			put_many(out, " ", indent);
		buffer_add(out, text, n);
		buffer_text(out, "\n");
	}
}

static void put_words(struct buffer *out, int indent, const char *text)
{
	if (*text != '\n' && *text != '\0')
		put_many(out, " ", indent);
	put_behind(out, "", indent, text);
}

static void put_empty_lines(struct buffer *out, int indent, int lines)
{
	for (int i = 0; i < lines; i++) {
		put_many(out, " ", indent);
		put_many(out, "_", WIDTH - indent);
		buffer_text(out, "\n");
	}
}

/* A number that hangs in the margin of a page stands before the heading here. */
static void put_heading(const struct block *block, struct arena *arena, struct buffer *out)
{
	const char *text = block->number == NULL ?
				   block->text :
				   arena_printf(arena, "%s %s", block->number, block->text);

	if (block->level > 1) {
		put_words(out, block->depth * STEP, text);
		return;
	}
	buffer_printf(out, "%s\n", text);
	put_many(out, "-", utf8_columns(text));
	buffer_text(out, "\n");
}

static void put_literal(const struct block *block, struct buffer *out)
{
	for (const char *line = block->text; *line != '\0';) {
		size_t n = strcspn(line, "\n");

		put_many(out, " ", block->depth * STEP);
		buffer_add(out, line, n);
		buffer_text(out, "\n");
		line += n + (line[n] == '\n' ? 1 : 0);
	}
}

static void put_list(const struct block *block, struct buffer *out)
{
	int indent = block->depth * STEP;

	for (size_t i = 0; i < block->n; i++) {
		put_many(out, " ", indent);
		put_behind(out, "- ", indent + STEP, block->cells[i]);
	}
}

/* What does not fit on its label's line goes on a step further in. */
static void put_facts(const struct block *block, struct buffer *out)
{
	int indent = block->depth * STEP;

	for (size_t i = 0; i < block->n; i++) {
		struct buffer line = { 0 };
		const char *next;

		buffer_printf(&line, "%s: %s", block->facts[i].label, block->facts[i].value);
		size_t n = text_wrap_words(line.text, WIDTH - indent, &next);
		put_many(out, " ", indent);
		buffer_add(out, line.text, n);
		buffer_text(out, "\n");
		if (next != NULL)
			put_words(out, indent + STEP, next);
		buffer_clear(&line);
	}
}

static void put_boxes(const struct block *block, struct buffer *out)
{
	int widest = 0;

	for (size_t i = 0; i < block->n; i++) {
		int columns = utf8_columns(block->facts[i].label);

		widest = columns > widest ? columns : widest;
	}
	for (size_t i = 0; i < block->n; i++) {
		put_many(out, " ", block->depth * STEP);
		buffer_text(out, block->facts[i].label);
		put_many(out, " ", widest - utf8_columns(block->facts[i].label));
		buffer_text(out, "  [      ]\n");
	}
}

static void put_tick(const struct block *block, struct buffer *out)
{
	const char *box = block->numbered ? "[ ] ____  " : "[ ] ";
	int indent = block->depth * STEP + (int)strlen(box);

	put_many(out, " ", block->depth * STEP);
	put_behind(out, box, indent, block->text);
	if (block->below != NULL)
		put_words(out, indent, block->below);
	put_empty_lines(out, indent, block->lines);
}

static void put_signatures(const struct block *block, struct buffer *out)
{
	for (size_t i = 0; i < block->n; i++) {
		const struct signature *s = &block->signatures[i];

		put_many(out, "\n", i > 0 ? 1 : 0);
		put_many(out, " ", block->depth * STEP);
		if (s->done == NULL)
			buffer_printf(out, "%s ______________   %s ___________________________\n",
				s->day, s->hand);
		else
			put_behind(out, "", block->depth * STEP, s->done);
		if (s->name != NULL)
			put_words(out, block->depth * STEP, s->name);
		if (s->role != NULL)
			put_words(out, block->depth * STEP, s->role);
	}
}

/* --- Tables */

/* The columns of a text on the screen, and of its longest word; a number made of many digits is no
 * word. */
static void widen(const char *text, int *width, int *word)
{
	int columns = utf8_columns(text);

	*width = columns > *width ? columns : *width;
	for (const char *c = text; *c != '\0';) {
		size_t n = strcspn(c, " \n");
		struct buffer part = { 0 };

		buffer_add(&part, c, n);
		columns = n == 0 ? 0 : utf8_columns(part.text);
		*word = columns > *word && columns <= WORD_MOST ? columns : *word;
		buffer_clear(&part);
		c += n + strspn(c + n, " \n");
	}
}

/* The widest that is wider than its least; n: none is. */
static size_t widest_of(const int *widths, const int *least, size_t n)
{
	size_t widest = n;

	for (size_t c = 0; c < n; c++)
		if (widths[c] > least[c] && (widest == n || widths[c] > widths[widest]))
			widest = c;
	return widest;
}

/* As wide as its widest cell; what is too much together is taken from the widest columns that need
 * not divide a word for it, then from the widest of all. */
static void fit_columns(const struct block *block, struct arena *arena, int *widths)
{
	int *words = arena_alloc(arena, (block->n + 1) * sizeof(*words));
	int *least = arena_alloc(arena, (block->n + 1) * sizeof(*least));
	int sum = block->depth * STEP;

	for (size_t c = 0; c < block->n; c++) {
		widths[c] = 0;
		words[c] = least[c] = LEAST;
		widen(block->columns[c].title, &widths[c], &words[c]);
		for (size_t r = 0; r < block->row_count; r++)
			widen(block->cells[r * block->n + c], &widths[c], &words[c]);
		sum += widths[c] + (c > 0 ? BETWEEN : 0);
	}
	for (; sum > WIDTH; sum--) {
		size_t widest = widest_of(widths, words, block->n);

		if (widest == block->n)
			widest = widest_of(widths, least, block->n);
		if (widest == block->n)
			return;
		widths[widest]--;
	}
}

static void put_cell(struct buffer *out, const char *text, size_t n, int width, bool right)
{
	struct buffer cell = { 0 };

	buffer_add(&cell, text, n);
	int gap = width - utf8_columns(cell.text);
	put_many(out, " ", right ? gap : 0);
	buffer_add(out, text, n);
	put_many(out, " ", right ? 0 : gap);
	buffer_clear(&cell);
}

/* A row's cells beside each other, each in as many lines as it needs. `rest` is used up. */
static void put_row(
	const struct block *block, const int *widths, const char **rest, struct buffer *out)
{
	for (bool more = true; more;) {
		more = false;
		put_many(out, " ", block->depth * STEP);
		for (size_t c = 0; c < block->n; c++) {
			const char *text = rest[c] == NULL ? "" : rest[c];
			size_t n = text_wrap(text, widths[c], &rest[c]);

			put_many(out, " ", c > 0 ? BETWEEN : 0);
			put_cell(out, text, n, widths[c], block->columns[c].number);
			more = more || rest[c] != NULL;
		}
		while (out->text[out->length - 1] == ' ')
			out->text[--out->length] = '\0';
		buffer_text(out, "\n");
	}
}

static void put_table(const struct block *block, struct arena *arena, struct buffer *out)
{
	int *widths = arena_alloc(arena, (block->n + 1) * sizeof(*widths));
	const char **rest = arena_alloc(arena, (block->n + 1) * sizeof(*rest));

	if (*block->text != '\0')
		put_words(out, block->depth * STEP, block->text);
	fit_columns(block, arena, widths);
	for (size_t c = 0; c < block->n; c++)
		rest[c] = block->columns[c].title;
	put_row(block, widths, rest, out);
	put_many(out, " ", block->depth * STEP);
	for (size_t c = 0; c < block->n; c++) {
		put_many(out, " ", c > 0 ? BETWEEN : 0);
		put_many(out, "-", widths[c]);
	}
	buffer_text(out, "\n");
	for (size_t r = 0; r < block->row_count; r++) {
		for (size_t c = 0; c < block->n; c++)
			rest[c] = block->cells[r * block->n + c];
		put_row(block, widths, rest, out);
	}
}

/* --- All of it */

/* What stands directly under a heading belongs to it; but a file that is to be cut out of the page
 * begins behind an empty line. */
static bool is_apart(const struct block *before, const struct block *block)
{
	if (block->close)
		return false;
	return before == NULL || before->kind != BLOCK_HEADING || block->kind == BLOCK_HEADING ||
	       (block->kind == BLOCK_LITERAL && block->depth == 0);
}

/* What the eye is to find first stands between two lines. */
static void put_box_edge(const struct block *before, const struct block *block, struct buffer *out)
{
	if ((before != NULL && before->boxed) == (block != NULL && block->boxed))
		return;
	buffer_text(out, block != NULL && block->boxed ? "\n" : "");
	put_many(out, "=", WIDTH);
	buffer_text(out, "\n");
}

static void put_block(const struct document *document, size_t i, struct buffer *out)
{
	const struct block *block = &document->blocks[i], *before = i == 0 ? NULL : block - 1;
	bool opens = block->boxed && (before == NULL || !before->boxed);

	put_box_edge(before, block, out);
	if (!opens && is_apart(before, block))
		buffer_text(out, "\n");
	switch (block->kind) {
	case BLOCK_HEADING:
		put_heading(block, document->arena, out);
		break;
	case BLOCK_PARAGRAPH:
		put_words(out, block->depth * STEP, block->text);
		put_empty_lines(out, block->depth * STEP, block->lines);
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
		put_table(block, document->arena, out);
		break;
	case BLOCK_TICK:
		put_tick(block, out);
		break;
	case BLOCK_SIGNATURES:
		put_signatures(block, out);
		break;
	}
}

/* Whose it is, what kind of paper, its number and day: the head of a page. */
static void put_head(const struct document *document, struct buffer *out)
{
	const char *const parts[] = { document->name, document->number, document->day };
	bool any = false;

	if (document->head != NULL)
		put_words(out, 0, document->head);
	for (size_t i = 0; i < LEN(parts); i++) {
		if (parts[i] == NULL)
			continue;
		buffer_printf(out, "%s%s", any ? "   " : "", parts[i]);
		any = true;
	}
	buffer_text(out, any ? "\n" : "");
	if (document->address != NULL) {
		buffer_text(out, "\n");
		put_words(out, 0, document->address);
		buffer_text(out, "\n");
	}
}

static void put_foot(const struct document *document, struct buffer *out)
{
	const char *const parts[] = { document->hash, document->hash_use, document->foot };
	bool any = false;

	for (size_t i = 0; i < LEN(parts); i++) {
		if (parts[i] == NULL)
			continue;
		buffer_text(out, any ? "" : "\n");
		put_words(out, 0, parts[i]);
		any = true;
	}
}

void document_write_text(const struct documents *all, struct buffer *out)
{
	for (size_t d = 0; d < all->n; d++) {
		const struct document *document = &all->rows[d];

		put_many(out, "\n", d > 0 ? 3 : 0); /* pages of its own */
		if (document->notice != NULL) {
			put_words(out, 0, document->notice);
			buffer_text(out, "\n");
		}
		put_head(document, out);
		put_words(out, 0, document->title);
		for (size_t i = 0; i < document->n; i++)
			put_block(document, i, out);
		if (document->n > 0)
			put_box_edge(&document->blocks[document->n - 1], NULL, out);
		put_foot(document, out);
	}
}
