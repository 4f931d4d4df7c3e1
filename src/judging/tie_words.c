/* SPDX-License-Identifier: MIT */
#include "src/judging/tie_words.h"

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/judging/lot.h"

enum { LINES = 26 /* the score, a line a criterion, the lot and its seed, what is left */ };

struct telling {
	struct arena *arena;
	const struct standing *standing;
	const struct ranked *row;
	struct tie_words *out;
};

static void add(struct telling *t, const char *line)
{
	if (t->out->n < LINES)
		t->out->lines[t->out->n++] = line;
}

static const char *points_text(struct arena *arena, struct ratio value)
{
	char text[40];

	text_ratio(value, 4, text, sizeof(text));
	return arena_text(arena, text);
}

/* Has it the same score, and the same values in the steps before this one? */
static bool is_peer(const struct telling *t, const struct ranked *other, size_t step)
{
	if (other->item == t->row->item || !other->enough ||
		ratio_compare(other->score, t->row->score) != 0 ||
		(step > 0 && other->step_count < step))
		return false;
	for (size_t i = 0; i < step; i++)
		if (ratio_compare(other->steps[i].value, t->row->steps[i].value) != 0)
			return false;
	return true;
}

/* "K-4XW and K-9AB", or with what each has in the step. */
static const char *peers(const struct telling *t, size_t step, bool values)
{
	const struct standing *s = t->standing;
	const char **codes = arena_alloc(t->arena, (s->n + 1) * sizeof(*codes));
	size_t n = 0;

	for (size_t i = 0; i < s->n; i++) {
		const struct ranked *other = &s->rows[i].ranked;
		const char *code = s->rows[i].item.code;

		if (!is_peer(t, other, step) || (values && other->step_count <= step))
			continue;
		codes[n++] = values ? arena_printf(t->arena, "%s %s", code,
					      points_text(t->arena, other->steps[step].value)) :
				      code;
	}
	return text_join(t->arena, codes, n);
}

static void add_criterion(struct telling *t, size_t step)
{
	const struct tie_step *s = &t->row->steps[step];

	/* TRANSLATORS: a criterion, the value here, and those it is tied with, each with its code
	 * and value. */
	add(t, arena_printf(t->arena, _("%s: %s against %s."),
		       criterion_name(&t->standing->criteria.rows[s->criterion]),
		       points_text(t->arena, s->value), peers(t, step, true)));
}

static struct error add_lot(
	struct context *ctx, struct telling *t, int64_t round_id, const struct tie_step *step)
{
	struct draw_seed seed;
	char drawn[60], written[60];

	TRY(lot_seed(ctx, t->arena, round_id, &seed));
	text_day(day_of_time(t->standing->lot.rows[0].drawn), drawn, sizeof(drawn));
	text_day(day_of_time(seed.at), written, sizeof(written));
	/* TRANSLATORS: a date, a place such as 1, and of how many. */
	add(t, arena_printf(t->arena, _("Drawn by lot on %s: place %lld of %zu."), drawn,
		       (long long)step->value.num, t->standing->lot.n));
	/* TRANSLATORS: a number, and a date. */
	add(t, arena_printf(t->arena, _("The lot's seed was %lld, written down on %s."),
		       (long long)seed.value, written));
	return ok();
}

static void add_rest(struct telling *t)
{
	if (t->row->crosses && t->standing->lot_waits)
		add(t, _("Still equal across the selection line: a lot is to be drawn."));
	else if (t->row->crosses)
		add(t, _("Still equal across the selection line: the panel votes, and its vote is "
			 "written into the decision."));
	else if (t->row->tied)
		add(t, _("The tie does not cross the selection line: the rank is shared."));
}

struct error tie_tell(struct context *ctx, struct arena *arena, const struct standing *standing,
	const struct round *round, size_t row, struct tie_words *out)
{
	struct telling t = { arena, standing, &standing->rows[row].ranked, out };

	*out = (struct tie_words){ 0 };
	const char *others = t.row->enough ? peers(&t, 0, false) : "";
	if (*others == '\0')
		return ok();
	out->lines = arena_alloc(arena, LINES * sizeof(*out->lines));
	/* TRANSLATORS: a score, and the codes of those that have the same. */
	add(&t, arena_printf(
			arena, _("Tied at %s with %s."), points_text(arena, t.row->score), others));
	for (size_t i = 0; i < t.row->step_count; i++)
		if (t.row->steps[i].lot)
			TRY(add_lot(ctx, &t, round->id, &t.row->steps[i]));
		else
			add_criterion(&t, i);
	add_rest(&t);
	return ok();
}
