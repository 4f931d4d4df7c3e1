/* SPDX-License-Identifier: MIT
 * A letter on paper: its languages one after the other, each on a page of its own with the address
 * where the window of the envelope is. */
#include "src/documents/document.h"

#include <string.h>

#include "src/base/i18n.h"
#include "src/letters/letter.h"

/* What an envelope's window shows: an e-mail address is none to post it to. */
static const char *window_of(struct arena *arena, const struct letter *letter)
{
	bool posted = strchr(letter->to_address, '@') == NULL && *letter->to_address != '\0';

	return posted ? arena_printf(arena, "%s\n%s", letter->to_name, letter->to_address) :
			letter->to_name;
}

struct error letter_pages(struct context *ctx, struct arena *arena, const struct letter *letter,
	struct documents *out)
{
	TRY(letter_documents(ctx, arena, letter, out));
	for (size_t i = 0; i < out->n; i++)
		out->rows[i].address = document_words(&out->rows[i], window_of(arena, letter));
	return ok();
}

static struct error make(struct context *ctx, struct arena *arena, const struct document_ask *ask,
	struct documents *out)
{
	struct letter letter;

	TRY(letter_get(ctx, arena, ask->id, &letter));
	return letter_pages(ctx, arena, &letter, out);
}

const struct document_kind letter_document_kind = {
	.noun = "letter",
	.word = NC_("document", "Letter"),
	.of = "letter",
	.own_language = true,
	.find = letter_find,
	.make = make,
};
