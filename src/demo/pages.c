/* SPDX-License-Identifier: MIT
 * The pages that were made for everybody: the results on the evening they were told. */
#include "src/demo/story.h"
#include "src/phases/publication.h"
#include "src/publish/publish.h"

struct error demo_pages(struct story *story)
{
	struct publication page = { .stage = "results", .lang = "both" };
	struct buffer text = { 0 };
	int64_t id;

	TRY(story_at(story, "2020-01-23T20:10"));
	TRY(publish_until(story->ctx, page.stage, &page.until));
	struct error e = publish_page(story->ctx, &story->arena, &page, &text);
	buffer_clear(&text);
	return e.code == E_OK ? publication_add(story->ctx, &page, &id) : e;
}
