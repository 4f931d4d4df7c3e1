/* SPDX-License-Identifier: MIT
 * Autumn 2019: the nine teams are mentored for a month. */
#include "src/demo/story.h"
#include "src/phases/phase.h"

static struct error plan(struct story *story, enum phase_edge edge, const char *when)
{
	struct moment moment;

	TRY(moment_parse(when, edge == PHASE_OPENS ? EDGE_START : EDGE_END, &moment));
	return phase_plan(story->ctx, "mentoring", edge, &moment, "Kalenteri vahvistettiin.");
}

struct error demo_mentoring(struct story *story)
{
	TRY(story_at(story, "2019-08-28T13:15"));
	TRY(plan(story, PHASE_OPENS, "2019-09-24"));
	TRY(plan(story, PHASE_CLOSES, "2019-10-22"));
	TRY(story_at(story, "2019-09-23T09:00"));
	return phase_move(story->ctx, "mentoring", PHASE_OPEN, "");
}
