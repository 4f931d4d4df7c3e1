/* SPDX-License-Identifier: MIT
 * Opening and closing rounds, as both ends offer it. */
#include <string.h>

#include "src/base/i18n.h"
#include "src/judging/round.h"

static struct error missing(
	struct context *ctx, const struct act *act, int64_t id, struct checklist *list)
{
	return round_check(ctx, id, (enum round_move)act->which, list);
}

static struct error run(
	struct context *ctx, const struct act *act, int64_t id, const struct answers *answers)
{
	return round_move(ctx, id, (enum round_move)act->which, answers->rows[0].text);
}

/* What would get too few reviews. */
static const char *refused(struct context *ctx, struct arena *arena, int64_t id)
{
	struct buffer text = { 0 };
	struct shortages list;

	buffer_text(&text, "");
	if (round_shortages(ctx, arena, id, -1, &list).code == E_OK)
		for (size_t i = 0; i < list.n; i++)
			buffer_printf(&text, "%s%s", i > 0 ? "\n" : "", list.sentences[i]);
	const char *lines = arena_text(arena, text.text);
	buffer_clear(&text);
	return lines;
}

static const struct act_ask asks[] = {
	{ .name = "reason", .aside = true, .help = N_("why, although something is missing") },
};

#define MOVE(which_, verb_) \
	.verb = verb_, .log = "round." verb_, .action = ACT_ROUND, .which = which_, .asks = asks, \
	.ask_count = LEN(asks), .button = NC_("button", "Yes"), .missing = missing, .run = run

const struct act round_act_rows[] = {
	[ROUND_OPEN] = { MOVE(ROUND_OPEN, "open"), .told = N_("%s opened a round: %s."),
		.help = N_("Opens a round: fixes its submissions, and locks the rules if they are "
			   "not."),
		.question = N_("Open the round? Its submissions and rules are fixed then."),
		.done = N_("The round is open: the jury can begin."),
		.refused_title = NC_("title", "Too few reviews"), .refused = refused },
	[ROUND_CLOSE] = { MOVE(ROUND_CLOSE, "close"), .told = N_("%s closed a round: %s."),
		.help = N_("Closes an open round."),
		.question = N_("Close the round? No review can be changed after that."),
		.done = N_("The round is closed.") },
	[ROUND_REOPEN] = { MOVE(ROUND_REOPEN, "reopen"), .told = N_("%s opened a round again: %s."),
		.help = N_("Opens a closed round again, before anybody has seen its ranking."),
		.question = N_("Open the round again?"), .done = N_("The round is open again.") },
};
