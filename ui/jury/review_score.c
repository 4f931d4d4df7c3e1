/* SPDX-License-Identifier: MIT
 * Scoring by keys: nothing typed is dropped or replaced without a word, and the last scores can be
 * undone. */
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "ui/jury/review.h"

static const char *range_words(struct arena *arena, const struct criterion *c, enum scored why)
{
	char low[40], high[40], step[40];

	text_thousandths(c->low, low, sizeof(low));
	text_thousandths(c->high, high, sizeof(high));
	text_thousandths(c->step, step, sizeof(step));
	if (why == SCORED_WHOLE)
		/* TRANSLATORS: the lowest and the highest score. */
		return arena_printf(arena, _("Whole points only, %s–%s."), low, high);
	if (c->step % 1000 != 0)
		/* TRANSLATORS: the lowest and the highest score, and what lies between two. */
		return arena_printf(
			arena, _("Scores go from %s to %s in steps of %s."), low, high, step);
	/* TRANSLATORS: the lowest and the highest score. */
	return arena_printf(arena, _("Scores go from %s to %s."), low, high);
}

/* What the scale takes, and which score stands. */
static void say_refused(struct ui *ui, const struct review_screen *self, enum scored why)
{
	const struct criterion *c = &self->criteria.rows[self->current];
	int64_t score = self->scores[self->current];
	struct arena arena = { 0 };
	const char *range = range_words(&arena, c, why);
	char figure[40];

	text_thousandths(score, figure, sizeof(figure));
	if (score >= 0)
		/* TRANSLATORS: the first %s is a sentence of its own, such as "Whole points only,
		 * 0–10."; %2$s is a score. */
		ui_say(ui, _("%s The score is still %s; Backspace clears it."), range, figure);
	else
		ui_say(ui, "%s", range);
	ui->is_error = true;
	arena_clear(&arena);
}

/* Before the first key of a score: so "1" and "10" are one. */
static void remember(struct review_screen *self)
{
	if (self->undo_count == UNDO_MAX) {
		memmove(self->undo, self->undo + 1, (UNDO_MAX - 1) * sizeof(*self->undo));
		self->undo_count--;
	}
	self->undo[self->undo_count++] =
		(struct score_before){ self->current, self->scores[self->current] };
}

static void take(struct review_screen *self, int64_t value, bool begins)
{
	if (value == self->scores[self->current])
		return;
	if (begins)
		remember(self);
	self->scores[self->current] = value;
	review_changed(self);
}

void review_score(struct ui *ui, struct review_screen *self, int key)
{
	const struct criterion *c = &self->criteria.rows[self->current];
	const char *why = review_blocked(self, ui->ctx);
	int64_t value = self->scores[self->current];
	bool begins = self->scoring.text[0] == '\0';

	if (why != NULL) {
		jury_complain(ui, rule(why));
		return;
	}
	if ((key == K_BACKSPACE || key == K_DELETE) && value < 0 && begins) {
		scoring_end(&self->scoring); /* what was refused is forgotten too */
		jury_complain(ui, rule(N_("There is no score here to clear.")));
		return;
	}
	enum scored scored = scoring_key(&self->scoring, c, key, &value);
	if (scored == SCORED_OFF || scored == SCORED_WHOLE) {
		say_refused(ui, self, scored);
		return;
	}
	take(self, value, begins);
	if (scored == SCORED_TAKEN)
		(void)review_keep(ui, self);
}

const char *review_nothing_to_undo(const struct screen *screen, const struct context *ctx)
{
	const struct review_screen *self = review_of(screen);

	if (self->part != PART_SCORES)
		return NULL; /* the field has its own */
	const char *why = review_blocked(self, ctx);
	return why != NULL           ? why :
	       self->undo_count == 0 ? N_("No score has been changed here since it was opened.") :
				       NULL;
}

void review_undo(struct ui *ui, struct screen *screen)
{
	struct review_screen *self = review_of(screen);
	char figure[40];

	if (self->part != PART_SCORES) {
		(void)review_key(ui, screen, CTRL_KEY('Z'));
		return;
	}
	const struct score_before *before = &self->undo[--self->undo_count];
	const char *name = criterion_name(&self->criteria.rows[before->criterion]);
	review_move_to(self, before->criterion);
	self->scores[before->criterion] = before->score;
	review_changed(self);
	text_thousandths(before->score, figure, sizeof(figure));
	if (!review_keep(ui, self))
		return;
	if (before->score < 0)
		/* TRANSLATORS: %s is a criterion. */
		ui_say(ui, _("Undone: %s has no score again."), name);
	else
		/* TRANSLATORS: the first %s is a criterion, the second its score. */
		ui_say(ui, _("Undone: %s is %s again."), name, figure);
}
