/* SPDX-License-Identifier: MIT
 * How firm an order is and how far its jurors agree: the pages that the commands print. */

#include <stdio.h>

#include "src/base/i18n.h"
#include "src/judging/advice_words.h"
#include "ui/office/place.h"

/* Takes the text out of the buffer, a paragraph of the page. */
static void add_text(struct page *page, enum style style, struct buffer *text)
{
	if (text->length == 0)
		return;
	while (text->length > 0 && text->text[text->length - 1] == '\n')
		text->text[--text->length] = '\0';
	page_styled(page, "", style, text->text);
	buffer_clear(text);
}

static void add_end(struct page *page, struct arena *arena)
{
	struct buffer text = { 0 };

	buffer_text(&text, advice_page_end(arena));
	page_gap(page);
	add_text(page, STYLE_QUIET, &text);
}

static struct error fill_firmness(struct context *ctx, struct arena *arena, int64_t id,
	struct page *page, char *title, size_t size)
{
	struct advice advice;
	struct firmness firmness;
	struct buffer text = { 0 };

	snprintf(title, size, "%s", C_("title", "How firm"));
	TRY(advice_make(ctx, arena, id, &advice));
	advice_firmness(arena, &advice, &firmness);
	firmness_sentences(&advice, &firmness, &text);
	add_text(page, STYLE_TITLE, &text);
	page_gap(page);
	firmness_lines(&advice, &firmness, &text);
	add_text(page, STYLE_PLAIN, &text);
	add_end(page, arena);
	return ok();
}

static struct error fill_agreement(struct context *ctx, struct arena *arena, int64_t id,
	struct page *page, char *title, size_t size)
{
	struct advice advice;
	struct agreement agreement;
	struct buffer text = { 0 };

	snprintf(title, size, "%s", C_("title", "Agreement"));
	TRY(advice_make(ctx, arena, id, &advice));
	advice_agreement(arena, &advice, &agreement);
	agreement_lines(&advice, &agreement, &text);
	add_text(page, STYLE_PLAIN, &text);
	add_end(page, arena);
	return ok();
}

const struct place_row firmness_place = {
	.fill = fill_firmness,
};

const struct place_row agreement_place = {
	.fill = fill_agreement,
};
