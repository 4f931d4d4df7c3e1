/* SPDX-License-Identifier: MIT */
#include "src/demo/demo.h"

#include <stdio.h>
#include <string.h>

#include "db/base/watch.h"
#include "db/store/meta.h"
#include "src/base/daytime.h"
#include "src/base/i18n.h"
#include "src/demo/story.h"

/* Where the demo can stand still: at the start of a phase, when the chapters before it are told;
 * while problems arrive, which is a chapter of its own. */
static const struct {
	const char *phase, *now;
	size_t chapters;
	struct error (*own)(struct story *story);
} points[] = {
	{ "call", "2018-08-16T09:30", 1 },
	{ "problems", "2018-11-01T09:30", 1, demo_arriving },
	{ "applications", "2019-04-11T09:30", 4 },
	{ "mentoring", "2019-09-23T09:30", 6 },
	{ "solutions", "2019-10-23T09:30", 8 },
	{ "judging", "2019-12-11T12:04", 9 }, /* what it shows without --at */
	{ "results", "2019-12-16T09:30", 10 },
	{ "procurement", "2020-02-04T09:30", 11 },
	{ "end", "2020-02-14T09:30", 12 },
};
enum { JUDGING = 5 };

/* By whom of the office each begins; NULL: the administrator. */
static const struct {
	struct error (*tell)(struct story *story);
	const char *login;
} chapters[] = {
	{ demo_announcement, NULL },
	{ demo_problems, NULL },
	{ demo_selection, NULL },
	{ demo_challenges, NULL },
	{ demo_applications, "veera" },
	{ demo_mentoring, NULL },
	{ demo_sessions, "veera" },
	{ demo_solutions, NULL },
	{ demo_blind, NULL },
	{ demo_judged, NULL },
	{ demo_results, NULL },
	{ demo_procurement, NULL },
};

/* From now on the file's clock runs on from there. */
static struct error stop_clock(struct story *story, const char *now)
{
	char shown[24], made[24];
	struct context *ctx = story->ctx;

	TRY(story_at(story, now));
	snprintf(shown, sizeof(shown), "%lld", (long long)context_now(ctx));
	snprintf(made, sizeof(made), "%lld", (long long)clock_now());
	TRY(context_begin(ctx));
	struct error e = store_meta_put(ctx->db, "demo_now", shown);
	if (e.code == E_OK)
		e = store_meta_put(ctx->db, "demo_made", made);
	return context_end(ctx, e, "competition.demo", "");
}

static struct error tell_chapter(struct story *story, size_t i)
{
	if (chapters[i].login == NULL)
		return chapters[i].tell(story);
	TRY(story_as(story, chapters[i].login));
	TRY(chapters[i].tell(story));
	return story_as(story, NULL);
}

static struct error tell(struct context *ctx, void *arg)
{
	const size_t *point = arg;
	struct story story = { .ctx = ctx, .dice = 2018 };
	struct error e = ok();

	context_use_clock(ctx, clock_now);
	for (size_t i = 0; e.code == E_OK && i < points[*point].chapters; i++) {
		watch_progress(i, points[*point].chapters);
		e = tell_chapter(&story, i);
	}
	if (e.code == E_OK && points[*point].own != NULL)
		e = points[*point].own(&story);
	watch_progress(points[*point].chapters, points[*point].chapters);
	if (e.code == E_OK)
		e = stop_clock(&story, points[*point].now);
	arena_clear(&story.arena);
	return e;
}

struct error demo_make(const char *path, const struct setup *user, const char *at)
{
	struct setup setup = { "Klash 2018–2020", "Klash 2018–2020", "Klash 2018–2020", user->login,
		"Aino Malli", user->lang, 0 };
	struct moment begins;
	size_t point = JUDGING;

	if (at != NULL) {
		point = 0;
		while (point < LEN(points) && strcmp(points[point].phase, at) != 0)
			point++;
		if (point == LEN(points))
			return fail(E_INVALID, "phase");
	}
	TRY(moment_parse("2018-08-01T09:00", EDGE_START, &begins));
	setup.ahead = begins.time - clock_now();
	return competition_make(path, &setup, tell, &point);
}
