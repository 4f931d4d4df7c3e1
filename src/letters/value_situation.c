/* SPDX-License-Identifier: MIT
 * The situation sheet as part of a letter: its blocks in the letter's notation, so that it is text
 * and HTML as the rest of the letter is, and can be corrected by hand before it goes. */
#include <stddef.h>

#include "src/documents/block.h"
#include "src/documents/situation.h"
#include "src/letters/value.h"

static void put_facts(struct buffer *out, struct arena *arena, const struct block *block)
{
	for (size_t i = 0; i < block->n; i++)
		buffer_printf(out, "- %s: %s\n", notation_words(arena, block->facts[i].label),
			notation_words(arena, block->facts[i].value));
}

/* Lines that stand directly under each other are the items of a list. */
static void put_block(struct buffer *out, struct arena *arena, const struct block *block)
{
	switch (block->kind) {
	case BLOCK_HEADING:
		buffer_printf(out, "\n# %s\n", notation_words(arena, block->text));
		break;
	case BLOCK_FACTS:
		put_facts(out, arena, block);
		break;
	case BLOCK_PARAGRAPH:
		buffer_printf(out, "%s%s\n", block->depth > 0 ? "- " : "",
			notation_words(arena, block->text));
		break;
	case BLOCK_LITERAL:
	case BLOCK_LIST:
	case BLOCK_BOXES:
	case BLOCK_TABLE:
	case BLOCK_TICK:
	case BLOCK_SIGNATURES:
		break;
	}
}

const char *value_situation(const struct letter_matter *m)
{
	struct arena *arena = m->batch->arena;
	const struct document *sheet;
	struct buffer out = { 0 };

	if (situation_blocks(m->batch->ctx, arena, &sheet).code != E_OK)
		return "";
	buffer_text(&out, NOTATION_READY);
	for (size_t i = 0; i < sheet->n; i++)
		put_block(&out, arena, &sheet->blocks[i]);
	const char *text = arena_text(arena, out.text);
	buffer_clear(&out);
	return text;
}
