/* SPDX-License-Identifier: MIT
 * The situation sheet on the screen. */
#include <stdio.h>

#include "src/base/i18n.h"
#include "src/roof/sheet.h"
#include "ui/office/place.h"

static struct error fill(struct context *ctx, struct arena *arena, int64_t id, struct page *page,
	char *title, size_t size)
{
	struct buffer text = { 0 };

	(void)id;
	buffer_text(&text, "");
	struct error e = sheet_write(ctx, &text);
	snprintf(title, size, "%s", C_("title", "Situation"));
	if (e.code == E_OK)
		page_text(page, arena_text(arena, text.text));
	buffer_clear(&text);
	return e;
}

const struct place_row sheet_place = {
	.fill = fill,
};
