/* SPDX-License-Identifier: MIT */
#include "src/demo/jury.h"

#include <string.h>

static struct error keep_remark(void *arg, const struct csv_row *row)
{
	struct jury *jury = arg;
	struct arena *arena = &jury->story->arena;
	struct csv_row *kept = &jury->remarks[jury->remark_count++];

	kept->cells = arena_alloc(arena, row->n * sizeof(*kept->cells));
	for (size_t i = 0; i < row->n; i++)
		kept->cells[i].text = arena_bytes(arena, row->cells[i].text, row->cells[i].n);
	return ok();
}

/* One of those that fit; the juror's language, how good they find it, and for whom it is. */
static const char *remark(struct jury *jury, const char *lang, const char *level, const char *kind)
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
			found = cells[3].text;
	}
	return found;
}

static int64_t limited(int64_t score)
{
	return score < 0 ? 0 : score > 10 ? 10 : score;
}

static struct error review_one(
	struct jury *jury, const struct assignment *a, int64_t quality, const char *source)
{
	int64_t scores[8], bias = (int64_t)(a->login[1] % 3) - 1;
	const char *level = quality >= 7 ? "high" : quality >= 4 ? "middle" : "low";
	const char *lang = strcmp(a->login, "exempla") == 0 ? "sv" : "fi";
	struct review_input input = { .scores = scores, .n = jury->criteria.n };

	for (size_t i = 0; i < jury->criteria.n && i < LEN(scores); i++)
		scores[i] = 1000 * limited(quality + (quality < 8 ? bias : 0) +
					   story_roll(jury->story, 3) - 1);
	input.notes = remark(jury, lang, level, "notes");
	input.feedback = remark(jury, lang, level, "feedback");
	return review_insert(jury->story->ctx, &jury->criteria, a->id, &input, source);
}

struct error jury_prepare(struct jury *jury)
{
	struct context *ctx = jury->story->ctx;
	struct arena *arena = &jury->story->arena;

	jury->remark_count = 0;
	jury->remarks = arena_alloc(arena, 64 * sizeof(*jury->remarks));
	TRY(csv_each_row(data_demo_remarks, 4, keep_remark, jury));
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

struct error jury_review(
	struct jury *jury, const char *key, const char *source, size_t from, size_t to)
{
	struct context *ctx = jury->story->ctx;
	struct error e = ok();

	TRY(context_begin(ctx));
	for (size_t i = 0; e.code == E_OK && i < jury->assignments.n; i++) {
		const struct assignment *a = &jury->assignments.rows[i];

		if (a->barred == 0 && a->review_id == 0 && is_among(jury, a, from, to))
			e = review_one(jury, a, jury->quality[i / jury->members.n], source);
	}
	return context_end(ctx, e, "review.import", reference_key(KIND_ROUND, key).text);
}

struct error story_open_round(struct story *story, int64_t round_id)
{
	struct checklist list;

	TRY(round_check(story->ctx, round_id, ROUND_OPEN, &list));
	return round_move(story->ctx, round_id, ROUND_OPEN,
		list.n == 0 ? "" : "Myöhästyneistä päätetään erikseen.");
}
