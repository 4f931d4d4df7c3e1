/* SPDX-License-Identifier: MIT */
#include "src/demo/story.h"

#include <string.h>

#include "db/base/utf8.h"
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

/* Letters and digits as they stand in addresses; `between` for what is none, 0 for nothing. */
static const char *plain(struct arena *arena, const char *text, char between)
{
	const char *folded = utf8_fold(arena, text);
	char *out = arena_alloc(arena, strlen(folded) + 1);
	size_t n = 0;

	while (*folded != '\0') {
		uint32_t code;

		folded += utf8_decode(folded, &code);
		char c = code == 0xe4 || code == 0xe5 ? 'a' : code == 0xf6 ? 'o' : (char)code;
		bool word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
		if (word || (between != '\0' && n > 0 && out[n - 1] != between))
			out[n++] = word ? c : between;
	}
	out[n] = '\0';
	return out;
}

const char *story_address(struct story *story, const char *name, const char *at)
{
	return arena_printf(&story->arena, "%s@%s.example", plain(&story->arena, name, '.'),
		plain(&story->arena, at, '\0'));
}

const char *story_phone(struct story *story, int64_t number)
{
	return arena_printf(&story->arena, "040 000 %04lld", (long long)number);
}

int64_t story_roll(struct story *story, int64_t sides)
{
	return (int64_t)(dice_roll(&story->dice) % (uint64_t)sides);
}
