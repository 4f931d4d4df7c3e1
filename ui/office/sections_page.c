/* SPDX-License-Identifier: MIT */
#include "ui/office/sections_page.h"

#include "src/roof/sections.h"

static void put_line(const struct section_line *line, struct page *page)
{
	page_styled(page, line->label, line->faint ? STYLE_QUIET : STYLE_PLAIN, line->text);
	if (line->kind != KIND_NONE)
		page_leads_to(page, line->kind, line->id);
}

struct error page_sections(struct context *ctx, struct arena *arena, enum kind kind, int64_t id,
	bool first, struct page *page)
{
	const struct section *section;
	struct section_of of;
	bool any = false;

	TRY(section_of(ctx, arena, kind, id, &of));
	for (size_t i = 0; (section = section_at(kind, i)) != NULL; i++) {
		struct section_found found;

		if (section->first != first)
			continue;
		TRY(section_find(ctx, arena, section, &of, &found));
		if (found.n > 0)
			page_heading(page, section_heading(&found));
		for (size_t l = 0; l < found.n; l++)
			put_line(&found.lines[l], page);
		any = any || found.n > 0;
	}
	if (first && any) /* the record's own fields follow */
		page_gap(page);
	return ok();
}
