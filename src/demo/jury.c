/* SPDX-License-Identifier: MIT */
#include "src/demo/jury.h"

#include <string.h>

#include "src/judging/juror.h"

enum { WORDINGS = 3 };

struct opinion {
	int64_t assignment_id; /* 0: none is given */
	int64_t scores[8];
	const char *notes, *feedback;
};

static struct error keep_remark(void *arg, const struct csv_row *row)
{
	struct jury *jury = arg;
	struct arena *arena = &jury->story->arena;
	struct csv_row *kept = &jury->remarks[jury->remark_count++];

	kept->n = row->n;
	kept->cells = arena_alloc(arena, row->n * sizeof(*kept->cells));
	for (size_t i = 0; i < row->n; i++)
		kept->cells[i].text = arena_bytes(arena, row->cells[i].text, row->cells[i].n);
	return ok();
}

/* One of those that fit, in one of its wordings; the juror's language, how good they find it, and
 * for whom it is. */
static const char *remark(
	struct jury *jury, const char *lang, const char *level, const char *kind, size_t wording)
{
	const char *found = "";
	int64_t fitting = 0;

	for (size_t i = 0; i < jury->remark_count; i++) {
		const struct csv_cell *cells = jury->remarks[i].cells;

		if (strcmp(cells[0].text, lang) != 0 || strcmp(cells[1].text, level) != 0 ||
			strcmp(cells[2].text, kind) != 0)
			continue;
		fitting++;
		if (story_roll(jury->story, fitting) == 0)
			found = cells[3 + wording % WORDINGS].text;
	}
	return found;
}

static int64_t limited(int64_t score)
{
	return score < 0 ? 0 : score > 10 ? 10 : score;
}

/* What one juror thinks of one submission. */
static struct opinion opinion_of(struct jury *jury, const struct assignment *a, int64_t quality)
{
	struct opinion o = { .assignment_id = a->id };
	int64_t bias = (int64_t)(a->login[1] % 3) - 1;
	const char *level = quality >= 7 ? "high" : quality >= 4 ? "middle" : "low";
	const char *lang = strcmp(a->login, "exempla") == 0 ? "sv" : "fi";

	for (size_t i = 0; i < jury->criteria.n && i < LEN(o.scores); i++)
		o.scores[i] = 1000 * limited(quality + (quality < 8 ? bias : 0) +
					     story_roll(jury->story, 3) - 1);
	o.notes = remark(jury, lang, level, "notes", 0);
	o.feedback = remark(jury, lang, level, "feedback", (size_t)a->id);
	return o;
}

struct error jury_prepare(struct jury *jury)
{
	struct context *ctx = jury->story->ctx;
	struct arena *arena = &jury->story->arena;

	jury->remark_count = 0;
	jury->remarks = arena_alloc(arena, 64 * sizeof(*jury->remarks));
	TRY(csv_each_row(data_demo_remarks, 3 + WORDINGS, keep_remark, jury));
	TRY(round_members(ctx, arena, jury->round_id, &jury->members));
	TRY(round_criteria(ctx, arena, jury->round_id, &jury->criteria));
	TRY(assignment_list(ctx, arena, jury->round_id, 0, 0, &jury->assignments));
	size_t items = jury->assignments.n / jury->members.n;
	jury->quality = arena_alloc(arena, (items + 1) * sizeof(*jury->quality));
	return ok();
}

static bool is_among(const struct jury *jury, const struct assignment *a, size_t from, size_t to)
{
	for (size_t m = from; m < to && m < jury->members.n; m++)
		if (strcmp(jury->members.rows[m].login, a->login) == 0)
			return true;
	return false;
}

static bool is_twin(const struct jury *jury, const struct assignment *a, size_t which)
{
	return jury->twins[which] != NULL && strcmp(a->title, jury->twins[which]) == 0;
}

/* What was rolled for the second stays unused. */
static void copy_scores(const struct jury *jury, struct opinion *all)
{
	const struct assignments *list = &jury->assignments;

	for (size_t a = 0; a < list->n; a++)
		for (size_t b = 0; is_twin(jury, &list->rows[a], 0) && b < list->n; b++)
			if (is_twin(jury, &list->rows[b], 1) &&
				list->rows[a].member_id == list->rows[b].member_id)
				memcpy(all[b].scores, all[a].scores, sizeof(all[b].scores));
}

/* In the order of the submissions, so that the dice fall as they always did. */
static struct opinion *opinions_of(struct jury *jury, size_t from, size_t to)
{
	struct opinion *all =
		arena_alloc(&jury->story->arena, (jury->assignments.n + 1) * sizeof(*all));

	for (size_t i = 0; i < jury->assignments.n; i++) {
		const struct assignment *a = &jury->assignments.rows[i];

		all[i] = (struct opinion){ 0 };
		if (a->barred == 0 && a->review_id == 0 && is_among(jury, a, from, to))
			all[i] = opinion_of(jury, a, jury->quality[i / jury->members.n]);
	}
	copy_scores(jury, all);
	return all;
}

/* A row as the juror's own session writes it. */
static struct error submit_own(struct jury *jury, const struct opinion *o)
{
	struct db *db = jury->story->ctx->db;
	const struct review review = { .assignment_id = o->assignment_id,
		.submitted = context_now(jury->story->ctx),
		.notes = o->notes,
		.feedback = o->feedback,
		.source = "" };
	int64_t id;

	TRY(store_review_add(db, &review, 0, &id));
	for (size_t i = 0; i < jury->criteria.n; i++)
		TRY(store_score_add(db, id, jury->criteria.rows[i].id, o->scores[i]));
	return ok();
}

static struct error submit_each(
	struct jury *jury, const struct member *m, const struct opinion *opinions)
{
	for (size_t i = 0; i < jury->assignments.n; i++)
		if (opinions[i].assignment_id != 0 && jury->assignments.rows[i].member_id == m->id)
			TRY(submit_own(jury, &opinions[i]));
	return ok();
}

static int64_t now_of(const void *ctx)
{
	return context_now(ctx);
}

/* Six hundred of them in sessions of their own, behind the fence, would make the demo thrice as
 * slow: the juror acts through the office's connection. */
static struct error submit_all(
	struct jury *jury, const struct member *m, const struct opinion *opinions)
{
	struct context *ctx = jury->story->ctx;

	TRY(context_begin(ctx));
	db_set_actor(ctx->db, (struct db_actor){ m->account_id, ctx->via, now_of, ctx });
	TRY(context_end(ctx, submit_each(jury, m, opinions), "juror.submit_all",
		reference_key(KIND_ROUND, jury->key).text));
	return story_as(jury->story, NULL);
}

static bool is(const char *who, const struct member *m)
{
	return who != NULL && strcmp(who, m->login) == 0;
}

/* What the office types in from paper, the juror confirms in a session of their own. */
static struct error submit_paper(
	struct jury *jury, const struct member *m, const struct opinion *opinions)
{
	struct juror_seen *seen =
		arena_alloc(&jury->story->arena, (jury->assignments.n + 1) * sizeof(*seen));
	struct context juror;
	size_t n = 0;

	for (size_t i = 0; i < jury->assignments.n; i++) {
		const struct opinion *o = &opinions[i];
		struct review_input input = { .scores = o->scores,
			.n = jury->criteria.n,
			.notes = o->notes,
			.feedback = o->feedback };

		if (o->assignment_id == 0 || jury->assignments.rows[i].member_id != m->id)
			continue;
		TRY(review_submit(jury->story->ctx, jury->round_id, o->assignment_id, &input,
			jury->paper_source));
		seen[n++] = (struct juror_seen){ o->assignment_id, 1 };
	}
	if (is(jury->waits, m))
		return ok();
	TRY(story_colleague(jury->story, m->login, &juror));
	struct error e = juror_confirm(&juror, jury->round_id, seen, n);
	context_close(&juror);
	return e;
}

struct error jury_review(struct jury *jury, size_t from, size_t to)
{
	const struct opinion *opinions = opinions_of(jury, from, to);

	for (size_t i = from; i < to && i < jury->members.n; i++) {
		const struct member *m = &jury->members.rows[i];
		bool on_paper = is(jury->confirms, m) || is(jury->waits, m);

		TRY(on_paper ? submit_paper(jury, m, opinions) : submit_all(jury, m, opinions));
		jury->story->ctx->ahead += 13 * 60; /* each at a time of their own */
	}
	return ok();
}

struct error story_open_round(struct story *story, int64_t round_id)
{
	struct checklist list;

	TRY(round_check(story->ctx, round_id, ROUND_OPEN, &list));
	return round_move(story->ctx, round_id, ROUND_OPEN,
		list.n == 0 ? "" : "Myöhästyneistä päätetään erikseen.");
}
