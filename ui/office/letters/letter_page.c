/* SPDX-License-Identifier: MIT */
#include "ui/office/letters/letter_page.h"

#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/documents/block.h"
#include "src/letters/reading.h"

/* What it says, block by block, in a language. */
static void add_blocks(struct page *page, struct arena *arena, const struct document *document)
{
	page_gap(page);
	page_styled(page, text_word(WORDS_LANGUAGE, document->lang), STYLE_TITLE, document->title);
	for (size_t i = 0; i < document->n; i++) {
		const struct block *block = &document->blocks[i];
		bool apart = i > 0 && block[-1].kind != BLOCK_HEADING;

		if (apart && block->kind != BLOCK_HEADING)
			page_gap(page);

		if (block->kind == BLOCK_HEADING)
			page_heading(page, block->text);
		else if (block->kind == BLOCK_LIST)
			for (size_t item = 0; item < block->n; item++)
				page_text(page, arena_printf(arena, "– %s", block->cells[item]));
		else
			page_text(page, block->text);
	}
}

static void add_doubts(struct page *page, struct arena *arena, const struct letter_doubts *doubts)
{
	const char *sentence;

	for (size_t i = 0; (sentence = letter_doubt_text(arena, doubts, i)) != NULL; i++)
		page_styled(page, "", STYLE_ALERT, sentence);
}

static void add_whom(struct page *page, struct context *ctx, const struct letter *l)
{
	page_value(page, ctx, &record_of_letter, l, "to");
	page_field(page, text_word(WORDS_FIELD, "address"), l->to_address);
	page_field(page, text_word(WORDS_FIELD, "copy_address"), l->copy_address);
	page_value(page, ctx, &record_of_letter, l, "channel");
	page_printf(page, text_word(WORDS_FIELD, "language"), "%s (%s)",
		text_word(WORDS_LETTER_LANGUAGE, l->language),
		text_word(WORDS_LETTER_RULE, l->rule));
}

static void add_course(struct page *page, struct context *ctx, const struct letter *l)
{
	page_value(page, ctx, &record_of_letter, l, "cleared");
	page_value(page, ctx, &record_of_letter, l, "written");
	page_value(page, ctx, &record_of_letter, l, "sent");
	page_value(page, ctx, &record_of_letter, l, "day");
	page_value(page, ctx, &record_of_letter, l, "sent_channel");
	page_value(page, ctx, &record_of_letter, l, "fault");
	page_value(page, ctx, &record_of_letter, l, "bounced");
	page_value(page, ctx, &record_of_letter, l, "bounce");
}

struct error letter_page(struct context *ctx, struct arena *arena, int64_t id, struct page *page,
	char *name, size_t size)
{
	struct letter l;
	struct letter_doubts doubts;
	struct documents documents;

	TRY(letter_get(ctx, arena, id, &l));
	TRY(letter_doubts(ctx, arena, &l, &doubts));
	TRY(letter_documents(ctx, arena, &l, &documents));
	snprintf(name, size, "%s %s", l.code, l.to_name);
	page_styled(page, l.code, STYLE_TITLE,
		arena_printf(arena, "%s · %s", text_word(WORDS_LETTER_KIND, l.kind),
			text_word(WORDS_LETTER_STATE, l.state)));
	if (letter_state_of(l.state) == LETTER_STATE_MADE)
		add_doubts(page, arena, &doubts);
	add_whom(page, ctx, &l);
	add_course(page, ctx, &l);
	for (size_t i = 0; i < documents.n; i++)
		add_blocks(page, arena, &documents.rows[i]);
	return ok();
}
