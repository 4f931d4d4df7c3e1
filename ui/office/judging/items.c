/* SPDX-License-Identifier: MIT */
#include "ui/office/judging/items.h"

#include <string.h>

#include "src/judging/blind.h"
#include "src/judging/round.h"
#include "src/phases/applicant.h"
#include "src/phases/submission.h"
#include "ui/office/place.h"

/* *problem is 0 where the round is not of problems. */
static struct error read_item(
	struct context *ctx, struct arena *arena, int64_t id, int64_t *problem)
{
	struct round round;
	struct item item;

	TRY(item_get(ctx, arena, id, &item));
	TRY(round_get(ctx, arena, item.round_id, &round));
	*problem =
		submission_kind_of(round.kind) == SUBMISSION_KIND_PROBLEM ? item.submission_id : 0;
	return ok();
}

struct error item_lines(
	struct ui *ui, struct context *ctx, struct arena *arena, int64_t id, struct page *page)
{
	int64_t problem;

	TRY(read_item(ctx, arena, id, &problem));
	return problem != 0 ? record_lines(ui, ctx, arena, KIND_PROBLEM, problem, page) :
			      place_lines(ui, ctx, arena, PLACE_ITEM, id, page);
}

void open_item(struct ui *ui, int64_t id)
{
	struct arena arena = { 0 };
	int64_t problem = 0;
	struct error e = read_item(ui->ctx, &arena, id, &problem);

	arena_clear(&arena);
	if (e.code != E_OK)
		ui_complain(ui, e);
	else if (problem != 0)
		record_open(ui, KIND_PROBLEM, problem);
	else
		place_open(ui, PLACE_ITEM, id);
}

const char *item_titled(struct context *ctx, struct arena *arena, const char *kind,
	int64_t round_id, const struct decision_item *item)
{
	struct submission s;

	if (submission_kind_of(kind) == SUBMISSION_KIND_PROBLEM || blind_hides(ctx, round_id) ||
		submission_get(ctx, arena, item->submission_id, &s).code != E_OK)
		return item->title;
	return arena_printf(arena, "%s: %s", submission_applicant(ctx, arena, &s), item->title);
}
