/* SPDX-License-Identifier: MIT */
#include "src/documents/block.h"

#include <string.h>

#include "db/base/utf8.h"

/* Rows of a growing array in an arena; the new one is zeroed. */
static void *grown(struct arena *arena, void *rows, size_t n, size_t *room, size_t size)
{
	if (n < *room)
		return rows;
	*room = *room == 0 ? 16 : *room * 2;
	void *more = arena_alloc(arena, *room * size);
	if (n > 0)
		memcpy(more, rows, n * size);
	return more;
}

const char *document_words(const struct document *document, const char *text)
{
	if (text == NULL)
		return NULL;
	char *words = utf8_visible(document->arena, text, strlen(text), TEXT_LINES);

	for (char *tab = strchr(words, '\t'); tab != NULL; tab = strchr(tab, '\t'))
		*tab = ' ';
	return words;
}

struct document *document_new(
	struct documents *all, struct arena *arena, const char *lang, const char *title)
{
	all->rows = grown(arena, all->rows, all->n, &all->room, sizeof(*all->rows));
	struct document *document = &all->rows[all->n++];

	*document = (struct document){ .arena = arena, .lang = arena_text(arena, lang) };
	document->title = document_words(document, title);
	return document;
}

static const struct fact *copied_facts(const struct document *document, const struct block *block)
{
	struct fact *facts = arena_alloc(document->arena, (block->n + 1) * sizeof(*facts));

	for (size_t i = 0; i < block->n; i++)
		facts[i] = (struct fact){ document_words(document, block->facts[i].label),
			document_words(document, block->facts[i].value), block->facts[i].lang };
	return facts;
}

static const struct signature *copied_signatures(
	const struct document *document, const struct block *block)
{
	struct signature *rows = arena_alloc(document->arena, (block->n + 1) * sizeof(*rows));

	for (size_t i = 0; i < block->n; i++)
		rows[i] = (struct signature){
			.day = document_words(document, block->signatures[i].day),
			.hand = document_words(document, block->signatures[i].hand),
			.name = document_words(document, block->signatures[i].name),
			.role = document_words(document, block->signatures[i].role),
			.done = document_words(document, block->signatures[i].done),
		};
	return rows;
}

static void copy_table(const struct document *document, struct block *block)
{
	size_t n = block->n * block->row_count;
	const char **cells = arena_alloc(document->arena, (n + 1) * sizeof(*cells));
	struct table_column *columns =
		arena_alloc(document->arena, (block->n + 1) * sizeof(*columns));

	for (size_t i = 0; i < n; i++)
		cells[i] = document_words(document, block->cells[i]);
	for (size_t i = 0; i < block->n; i++)
		columns[i] =
			(struct table_column){ document_words(document, block->columns[i].title),
				block->columns[i].number };
	block->cells = cells;
	block->columns = columns;
}

static void copy_list(struct document *document, struct block *block)
{
	const char **items = arena_alloc(document->arena, (block->n + 1) * sizeof(*items));

	for (size_t i = 0; i < block->n; i++)
		items[i] = document_words(document, block->cells[i]);
	block->cells = items;
}

void document_add(struct document *document, const struct block *block)
{
	document->blocks = grown(document->arena, document->blocks, document->n, &document->room,
		sizeof(*document->blocks));
	struct block *copy = &document->blocks[document->n++];

	*copy = *block;
	copy->text = document_words(document, block->text == NULL ? "" : block->text);
	copy->below = document_words(document, block->below);
	copy->number = document_words(document, block->number);
	switch (block->kind) {
	case BLOCK_FACTS:
	case BLOCK_BOXES:
		copy->facts = copied_facts(document, block);
		break;
	case BLOCK_TABLE:
		copy_table(document, copy);
		break;
	case BLOCK_LIST:
		copy_list(document, copy);
		break;
	case BLOCK_SIGNATURES:
		copy->signatures = copied_signatures(document, block);
		break;
	case BLOCK_HEADING:
	case BLOCK_PARAGRAPH:
	case BLOCK_LITERAL:
	case BLOCK_TICK:
		break;
	}
}

void document_heading(struct document *document, const char *text)
{
	document_add(document, &(struct block){ .kind = BLOCK_HEADING, .level = 1, .text = text });
}

void document_paragraph(struct document *document, const char *text)
{
	document_add(document, &(struct block){ .kind = BLOCK_PARAGRAPH, .text = text });
}

void document_literal(struct document *document, const char *text)
{
	document_add(document,
		&(struct block){ .kind = BLOCK_LITERAL, .close = true, .depth = 2, .text = text });
}

void document_facts(struct document *document, const struct fact *facts, size_t n)
{
	document_add(document,
		&(struct block){ .kind = BLOCK_FACTS, .depth = 2, .facts = facts, .n = n });
}
