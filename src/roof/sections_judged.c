/* SPDX-License-Identifier: MIT
 * What became of a submission: points, decisions and their reasons, service, complaints, the jury's
 * questions. */
#include <string.h>

#include "db/store/mention.h"
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/judging/dialogue.h"
#include "src/judging/round_name.h"
#include "src/judging/service.h"
#include "src/judging/standing.h"
#include "src/roof/sections.h"

enum kind section_kind_of(const char *kind)
{
	return decision_kind_of(kind) == DECISION_KIND_STATEMENT ? KIND_STATEMENT : KIND_DECISION;
}

/* Of the three languages each that there is; which, where there are several. */
static void tell_reasons(struct section_found *found, const struct verdict *v)
{
	const char *own = i18n_pick(v->reason_fi, v->reason_sv, v->reason_en, NULL);

	section_more(found, text_word(WORDS_FIELD, "reason"), own);
}

struct error fill_verdicts(
	struct context *ctx, const struct section_of *of, struct section_found *found)
{
	struct verdicts list;

	TRY(store_verdicts(ctx->db, found->arena, of->id, &list));
	section_begin(found, list.n);
	for (size_t i = 0; i < list.n; i++) {
		const struct verdict *v = &list.rows[i];
		struct row row = section_add(found);

		row_put(&row, "code", cell_text(v->code));
		row_code(&row, "outcome", v->outcome);
		row_put(&row, "day", cell_day(v->day));
		row_put(&row, "number", cell_text(v->case_number));
		row_put(&row, "decider", cell_text(v->decider));
		row_put(&row, "reason", cell_texts(v->reason_fi, v->reason_sv, v->reason_en));
		row_put(&row, "corrected", cell_flag(v->corrected));
		section_tell(found, section_kind_of(v->kind), v->decision_id)->faint = v->corrected;
		if (!v->corrected)
			tell_reasons(found, v);
	}
	return ok();
}

static const struct column criterion_columns[] = {
	{ "criterion", N_("Criterion"), CELL_TEXT },
	{ "points", N_("Points"), CELL_RATIO },
};

static const char *points_words(struct arena *arena, struct ratio points)
{
	char text[40];

	text_ratio(points, 2, text, sizeof(text));
	/* TRANSLATORS: %s is a number with two decimals. */
	return arena_printf(arena, _("%s points"), text);
}

/* In each criterion; none by a method that compares orders. */
static void tell_criteria(struct section_found *found, const struct standing *standing,
	const struct standing_row *own, struct row *row)
{
	size_t n = standing->matrix.criteria;
	struct ratio *points =
		ranking_by_criterion(found->arena, &standing->matrix, standing->rules.method);
	struct nested *nested =
		nested_new(found->arena, criterion_columns, LEN(criterion_columns), n);

	for (size_t c = 0; c < n; c++) {
		struct ratio in = points[own->ranked.item * n + c];
		struct row of_criterion = nested_add(nested);

		row_put(&of_criterion, "criterion", cell_text(standing->criteria.rows[c].key));
		row_put(&of_criterion, "points", cell_ratio(in, 4));
		if (in.den != 0)
			section_more(found, criterion_name(&standing->criteria.rows[c]),
				points_words(found->arena, in));
	}
	row_put(row, "criteria", cell_rows(nested));
}

static struct error tell_judged(struct context *ctx, const struct round *round, int64_t item_id,
	struct section_found *found)
{
	struct standing standing;
	const char *name;

	TRY(standing_make(ctx, found->arena, round->id, NULL, &standing));
	const struct standing_row *own = standing_row_of(&standing, item_id);
	if (own == NULL)
		return ok();
	const struct ranked *r = &own->ranked;
	struct row row = section_add(found);
	int64_t of = standing_ranked(&standing);

	TRY(round_name(ctx, found->arena, round, &name));
	row_put(&row, "round", cell_shown(cell_text(round->key), name));
	row_put(&row, "code", cell_text(own->item.code));
	row_put(&row, "of", cell_number(of));
	row_put(&row, "reviews", cell_number((int64_t)r->reviews));
	row_put(&row, "rank", cell_null());
	row_put(&row, "score", cell_null());
	if (r->enough) {
		/* TRANSLATORS: a place among so many, from the best one. */
		row_put(&row, "rank",
			cell_shown(cell_number(r->rank),
				arena_printf(found->arena, _("rank %lld of %lld"),
					(long long)r->rank, (long long)of)));
		row_put(&row, "score",
			cell_shown(cell_ratio(r->score, 4), points_words(found->arena, r->score)));
	}
	section_tell(found, KIND_ROUND, round->id);
	tell_criteria(found, &standing, own, &row);
	return ok();
}

/* Points are told of what was decided on: before that the round may be opened again. */
struct error fill_judged(
	struct context *ctx, const struct section_of *of, struct section_found *found)
{
	struct verdicts list;
	int64_t done = 0;

	TRY(store_verdicts(ctx->db, found->arena, of->id, &list));
	section_begin(found, list.n);
	for (size_t i = 0; i < list.n; i++) {
		struct round round;

		if (list.rows[i].round_id == done)
			continue;
		done = list.rows[i].round_id;
		TRY(round_get(ctx, found->arena, done, &round));
		TRY(tell_judged(ctx, &round, list.rows[i].item_id, found));
	}
	return ok();
}

struct error fill_served(
	struct context *ctx, const struct section_of *of, struct section_found *found)
{
	struct serveds list;

	TRY(store_served(ctx->db, found->arena, of->id, &list));
	section_begin(found, list.n);
	for (size_t i = 0; i < list.n; i++) {
		const struct served *s = &list.rows[i];
		struct row row = section_add(found);

		row_put(&row, "decision", cell_text(s->code));
		row_code(&row, "channel", s->channel);
		row_put(&row, "sent", cell_day(s->sent));
		row_put(&row, "deemed", cell_day(s->deemed));
		section_tell(found, section_kind_of(s->kind), s->decision_id);
	}
	return ok();
}

struct error fill_complaints(
	struct context *ctx, const struct section_of *of, struct section_found *found)
{
	struct id_list ids = { 0 };
	struct error e = store_complaint_ids_of(ctx->db, of->id, &ids);

	section_begin(found, ids.n);
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct complaint c;
		struct row row;

		e = complaint_get(ctx, found->arena, ids.ids[i], &c);
		if (e.code != E_OK)
			break;
		row = section_add(found);
		row_put(&row, "code", cell_text(c.code));
		row_code(&row, "kind", c.kind);
		row_put(&row, "received", cell_day(c.received));
		row_put(&row, "outcome",
			c.answered == 0 ? cell_shown(cell_null(), "") :
					  cell_code(WORDS_COMPLAINT_OUTCOME, c.outcome));
		row_put(&row, "answered", cell_day(c.answered));
		row_put(&row, "decision", cell_text(c.decision));
		section_tell(found, KIND_COMPLAINT, c.id);
	}
	id_list_clear(&ids);
	return e;
}

struct error fill_dialogues(
	struct context *ctx, const struct section_of *of, struct section_found *found)
{
	struct id_list ids = { 0 };
	struct error e = dialogue_of_submission(ctx, of->id, &ids);

	section_begin(found, ids.n);
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct dialogue d;
		struct row row;

		e = dialogue_get(ctx, found->arena, ids.ids[i], &d);
		if (e.code != E_OK)
			break;
		row = section_add(found);
		row_put(&row, "code", cell_text(dialogue_code(found->arena, &d)));
		row_code(&row, "state", dialogue_state(&d));
		row_put(&row, "asked", cell_time(d.asked));
		row_put(&row, "question", cell_text(d.text));
		row_put(&row, "answer", cell_text(d.answer));
		section_tell(found, KIND_NONE, 0);
		section_more(found, text_word(WORDS_FIELD, "answer"), d.answer);
	}
	id_list_clear(&ids);
	return e;
}
