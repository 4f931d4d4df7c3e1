/* SPDX-License-Identifier: MIT */
#include "ui/office/attachments_page.h"

#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/ground/sides.h"
#include "src/phases/attachment.h"

struct error page_attachments(
	struct context *ctx, struct arena *arena, enum kind kind, int64_t id, struct page *page)
{
	struct attachments list;
	bool any = false;

	TRY(attachment_list(ctx, arena, kind, id, &list));
	for (size_t i = 0; i < list.n; i++) {
		const struct attachment *a = &list.rows[i];
		char size[40];

		if (a->removed != 0)
			continue;
		if (!any)
			page_heading(page, C_("heading", "Attachments"));
		any = true;
		if (*a->name == '\0') {
			page_text(page, arena_printf(arena, "%lld. %s", (long long)a->number,
						sides_cover()));
			continue;
		}
		text_size(a->size, size, sizeof(size));
		page_text(page,
			arena_printf(arena, "%lld. %s (%s)%s%s", (long long)a->number, a->name,
				size,
				publicity_of(a->publicity) == PUBLICITY_UNDECIDED ? "" : " · ",
				publicity_of(a->publicity) == PUBLICITY_UNDECIDED ?
					"" :
					text_word(WORDS_PUBLICITY, a->publicity)));
	}
	return ok();
}
