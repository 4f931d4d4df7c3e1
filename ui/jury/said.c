/* SPDX-License-Identifier: MIT */
#include "ui/jury/said.h"

#include "src/base/text.h"
#include "ui/jury/jury.h"
#include "ui/jury/sight.h"

static bool compares_all(const struct juror_round *round)
{
	return conflict_scope_of(round->scope) == SCOPE_CHALLENGE;
}

const char *jury_submit_question(
	struct arena *arena, const struct juror_round *round, const char *code, int64_t now)
{
	return arena_printf(arena,
		juror_is_past(round, now) ?
			_("The closing time is past. Submit the review of %s late? It counts and is "
			  "marked as late; you can take it back until the round is closed.") :
			_("Submit the review of %s? From then on it counts; you can take it back until the "
			  "round is closed."),
		code);
}

const char *jury_submit_all_question(struct arena *arena, size_t n)
{
	return arena_printf(arena,
		ngettext("Submit the %lu review that is complete? From then on it counts; you can "
			 "take it back "
			 "until the round is closed.",
			"Submit the %lu reviews that are complete? From then on they count; you "
			"can take them "
			"back until the round is closed.",
			n),
		(unsigned long)n);
}

const char *jury_submitted_all(struct arena *arena, size_t n)
{
	return arena_printf(arena, ngettext("%lu review submitted.", "%lu reviews submitted.", n),
		(unsigned long)n);
}

const char *jury_recuse_question(
	struct arena *arena, const struct juror_round *round, const char *code, int64_t ground)
{
	return arena_printf(arena, "%s\n%s\n\n%s", code, jury_ground(ground),
		compares_all(round) ?
			_("This bars you from the whole comparison: you will not review "
			  "any of its submissions, and what "
			  "you submitted no longer counts. Go on?") :
			_("You will not review this submission, and what you submitted on "
			  "it no longer counts. Go on?"));
}

const char *jury_abstain_hint(const struct juror_round *round)
{
	return compares_all(round) ?
		       _("All submissions here are compared: while you abstain from one, none of "
			 "your reviews in this comparison count. You can take it back until the "
			 "round is closed. Why? Enter sends it.") :
		       _("You do not review this one, and nobody waits for it. You can take it "
			 "back until the round is closed. Why? Enter sends it.");
}

const char *jury_dialogue_words(struct arena *arena, const struct juror_dialogues *all)
{
	const char *text = "";

	for (size_t i = 0; i < all->n; i++) {
		const struct juror_dialogue *d = &all->rows[i];

		text = arena_printf(arena, "%s%s%lld. %s\n→ %s", text, *text == '\0' ? "" : "\n\n",
			(long long)d->number, d->text,
			d->answered != 0 ? d->answer :
			d->passed != 0   ? _("Handed on; not answered yet.") :
					   _("Waits for the custodian of the codes."));
	}
	return text;
}

const char *jury_range_words(struct arena *arena, const struct criterion *c, bool whole)
{
	char low[40], high[40], step[40];

	text_thousandths(c->low, low, sizeof(low));
	text_thousandths(c->high, high, sizeof(high));
	text_thousandths(c->step, step, sizeof(step));
	if (whole)
		/* TRANSLATORS: the lowest and the highest score. */
		return arena_printf(arena, _("Whole points only, %s–%s."), low, high);
	if (c->step % 1000 != 0)
		/* TRANSLATORS: the lowest and the highest score, and what lies between two. */
		return arena_printf(
			arena, _("Scores go from %s to %s in steps of %s."), low, high, step);
	/* TRANSLATORS: the lowest and the highest score. */
	return arena_printf(arena, _("Scores go from %s to %s."), low, high);
}

const char *jury_mean_words(
	struct arena *arena, const struct criteria *criteria, const int64_t *scores)
{
	const char *mean = jury_mean(arena, criteria, scores);

	return *mean == '\0' ? "" : arena_printf(arena, _("Weighted mean: %s"), mean);
}

const char *jury_weight_words(struct arena *arena, const struct criteria *criteria, size_t c)
{
	int64_t sum = 0;
	char figure[40];

	for (size_t i = 0; i < criteria->n; i++)
		sum += criteria->rows[i].weight;
	if (sum == 0 || criteria->n == 1)
		return "";
	text_ratio(
		(struct ratio){ criteria->rows[c].weight * 100, sum }, 0, figure, sizeof(figure));
	/* TRANSLATORS: a criterion's share of the weights; at most 5 columns. */
	return arena_printf(arena, _("%s %%"), figure);
}

const char *jury_paper_words(struct arena *arena, const struct juror_paper *paper)
{
	const char *applicant = jury_applicant(paper);
	bool both = *applicant != '\0' && *paper->title != '\0';

	return arena_printf(
		arena, "%s %s%s%s", paper->code, applicant, both ? ", " : "", paper->title);
}

const char *jury_scores_words(
	struct arena *arena, const struct criteria *criteria, const struct juror_item *item)
{
	const char *text = item->paper.code;

	for (size_t i = 0; i < criteria->n; i++)
		text = arena_printf(arena, "%s%s %s: %s", text, i == 0 ? "." : ",",
			criterion_name(&criteria->rows[i]), jury_score(arena, item->scores[i]));
	const char *mean = jury_mean_words(arena, criteria, item->scores);
	return *mean == '\0' ? text : arena_printf(arena, "%s. %s", text, mean);
}

const char *jury_left_words(struct context *ctx, struct arena *arena)
{
	struct juror_round_list rounds = { 0 };
	struct juror_items items;
	int64_t done, all, left = 0;

	if (juror_rounds(ctx, arena, &rounds).code != E_OK)
		return "";
	for (size_t i = 0; i < rounds.n; i++) {
		if (juror_stop(&rounds.rows[i]) != JUROR_MAY ||
			juror_items(ctx, arena, rounds.rows[i].id, &items).code != E_OK)
			continue;
		jury_count(&items, &done, &all);
		left += all - done;
	}
	if (left == 0)
		return "";
	return arena_printf(arena,
		ngettext("%lld review is not submitted yet. What you typed is kept, but it does "
			 "not count before it "
			 "is submitted.",
			"%lld reviews are not submitted yet. What you typed is kept, but it does "
			"not count before "
			"it is submitted.",
			(unsigned long)left),
		(long long)left);
}
