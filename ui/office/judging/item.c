/* SPDX-License-Identifier: MIT
 * One submission as a round knows it: while a blind round hides the names, only its code and the
 * text that was released. */
#include <stdio.h>
#include <string.h>

#include "db/base/vocabulary.h"
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/ground/sides.h"
#include "src/judging/custody.h"
#include "src/judging/round.h"
#include "src/ground/sides.h"
#include "src/phases/submission.h"
#include "src/phases/team.h"
#include "ui/office/place.h"

static struct error team_lines(
	struct context *ctx, struct arena *arena, const struct item *item, struct page *page)
{
	struct submission s;
	struct team t;

	TRY(submission_get(ctx, arena, item->submission_id, &s));
	page_field(page, text_word(WORDS_FIELD, "code"), s.code);
	if (s.team_id == 0)
		return ok();
	TRY(team_get(ctx, arena, s.team_id, &t));
	page_printf(page, text_word(WORDS_FIELD, "team"), "%s %s", t.code, t.name);
	page_leads_to(page, KIND_TEAM, t.id);
	return ok();
}

/* The record's id is the item's, and the round is the item's own. */
static struct error fill(struct context *ctx, struct arena *arena, int64_t id, struct page *page,
	char *title, size_t size)
{
	struct item item;

	TRY(item_get(ctx, arena, id, &item));
	snprintf(title, size, "%s", item.code);
	page_styled(page, item.code, STYLE_TITLE, item.title);
	if (item.submission_id == 0)
		page_text(page, sides_reason(ctx, arena, item.round_id));
	else
		TRY(team_lines(ctx, arena, &item, page));
	page_gap(page);
	page_text(page, item.body);
	return ok();
}

const struct place_row item_place = {
	.fill = fill,
};
