/* SPDX-License-Identifier: MIT */
#include "tests/screens/meeting_file.h"

#include <string.h>

#include "src/demo/demo.h"
#include "src/judging/review.h"

static const char key[] = "solutions-C-2";

struct panel {
	struct context ctx;
	struct arena arena;
	int64_t round_id;
	struct criteria criteria;
	struct assignments assignments;
};

static int64_t zero(void)
{
	return 0;
}

static struct error enter(struct panel *p, const char *path, const struct setup *user)
{
	TRY(context_open(path, &p->ctx));
	context_use_clock(&p->ctx, zero);
	p->ctx.ahead = clock_now() + user->ahead;
	TRY(context_enter(&p->ctx, user->login, "uid 1000"));
	TRY(round_find(&p->ctx, key, &p->round_id));
	TRY(round_criteria(&p->ctx, &p->arena, p->round_id, &p->criteria));
	return assignment_list(&p->ctx, &p->arena, p->round_id, 0, 0, &p->assignments);
}

static struct error bar(struct panel *p, const char *login)
{
	const struct recorded_conflict told = { .conflict = { .ground = 4,
							.reason = "Palvelussuhde" },
		.source = "Puhelu 11.12.2019" };

	return conflict_add(&p->ctx, p->round_id, login, &told);
}

/* What the two best have from the others in a criterion, so that two more make them equal. */
static struct error sum_of(struct panel *p, const char *title, size_t criterion, int64_t *sum)
{
	struct review_content content = { 0 };

	content.scores = arena_alloc(&p->arena, p->criteria.n * sizeof(*content.scores));
	*sum = 0;
	for (size_t i = 0; i < p->assignments.n; i++) {
		const struct assignment *a = &p->assignments.rows[i];

		if (a->submitted == 0 || strcmp(a->title, title) != 0)
			continue;
		TRY(review_content(&p->ctx, &p->arena, p->round_id, a->id, &content));
		*sum += content.scores[criterion];
	}
	return ok();
}

static const char best[] = "Talkoot näkyviin", second[] = "Kylätalojen yhteinen kalenteri";

/* `first`: of the two who still review, the one who gives the larger half. */
static struct error scores_for(struct panel *p, const char *title, bool first, int64_t *scores)
{
	for (size_t c = 0; c < p->criteria.n; c++) {
		int64_t high, low, lacks;

		TRY(sum_of(p, best, c, &high));
		TRY(sum_of(p, second, c, &low));
		lacks = (high - low) / 1000;
		scores[c] = 3000;
		if (strcmp(title, best) == 0)
			scores[c] = 5000;
		if (strcmp(title, second) == 0)
			scores[c] = 5000 + 1000 * (first ? lacks - lacks / 2 : lacks / 2);
	}
	return ok();
}

static struct error judge(struct panel *p, const char *login, bool first)
{
	int64_t scores[8];
	struct review_input input = { scores, p->criteria.n, "", "" };

	for (size_t i = 0; i < p->assignments.n; i++) {
		const struct assignment *a = &p->assignments.rows[i];

		if (strcmp(a->login, login) != 0)
			continue;
		TRY(scores_for(p, a->title, first, scores));
		TRY(review_submit(&p->ctx, p->round_id, a->id, &input, "Lomake 11.12.2019"));
	}
	return ok();
}

struct error meeting_file_make(const char *path, const struct setup *user)
{
	struct panel p = { .round_id = 0 };
	struct error e = demo_make(path, user, "judging");

	if (e.code == E_OK)
		e = enter(&p, path, user);
	if (e.code == E_OK)
		e = judge(&p, "helvi", true);
	if (e.code == E_OK)
		e = judge(&p, "oiva", false);
	if (e.code == E_OK)
		e = bar(&p, "tapio");
	if (e.code == E_OK)
		e = bar(&p, "niilo");
	if (e.code == E_OK)
		e = round_move(&p.ctx, p.round_id, ROUND_CLOSE, "");
	context_close(&p.ctx);
	arena_clear(&p.arena);
	return e;
}
