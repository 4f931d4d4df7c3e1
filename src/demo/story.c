/* SPDX-License-Identifier: MIT */
#include "src/demo/story.h"

#include <string.h>

#include "src/base/daytime.h"
#include "src/base/dice.h"

/* Between two of its moments the story's clock stands still: what somebody sends in the last second
 * of the last day is in time, however slow the machine that tells it. */
static int64_t stands_still(void)
{
	return 0;
}

struct error story_at(struct story *story, const char *when)
{
	struct moment moment;

	TRY(moment_parse(when, EDGE_START, &moment));
	story->ctx->clock = stands_still;
	story->ctx->ahead = moment.time;
	return ok();
}

struct error story_colleague(struct story *story, const char *login, struct context *colleague)
{
	TRY(context_open(db_path(story->ctx->db), colleague));
	context_use_clock(colleague, story->ctx->clock);
	colleague->ahead = story->ctx->ahead;
	struct error e = context_enter(colleague, login, "uid 1001");
	if (e.code != E_OK)
		context_close(colleague);
	return e;
}

struct error story_as(struct story *story, const char *login)
{
	struct context *ctx = story->ctx;
	char via[sizeof(ctx->via)];

	memcpy(via, ctx->via, sizeof(via));
	if (story->admin == NULL)
		story->admin = arena_text(&story->arena, ctx->account.login);
	return context_enter(ctx, login == NULL ? story->admin : login, via);
}

int64_t story_roll(struct story *story, int64_t sides)
{
	return (int64_t)(dice_roll(&story->dice) % (uint64_t)sides);
}
