/* SPDX-License-Identifier: MIT */
#include "src/judging/approval.h"

#include <string.h>

#include "db/store/review.h"
#include "src/base/i18n.h"
#include "src/judging/contents.h"
#include "src/judging/reasons.h"
#include "src/judging/meeting.h"
#include "src/judging/regime_choice.h"
#include "src/judging/round.h"
#include "src/judging/standing.h"
#include "src/phases/late.h"
#include "src/registers/regime.h"

static const char *reason_in(const struct decision_item *item, const char *lang)
{
	if (strcmp(lang, "sv") == 0)
		return item->reason_sv;
	return strcmp(lang, "en") == 0 ? item->reason_en : item->reason_fi;
}

static void count_items(const struct decision *d, const struct decision_items *items,
	struct review_of_decision *review)
{
	for (size_t i = 0; i < items->n; i++) {
		const struct decision_item *item = &items->rows[i];

		if (item->gone)
			continue;
		if (*item->outcome == '\0') {
			review->undecided++;
			continue;
		}
		review->selected += item_outcome_of(item->outcome) == OUTCOME_SELECTED ? 1 : 0;
		review->reserve += item_outcome_of(item->outcome) == OUTCOME_RESERVE ? 1 : 0;
		review->not_selected +=
			item_outcome_of(item->outcome) == OUTCOME_NOT_SELECTED ? 1 : 0;
		review->without_reason += *reason_in(item, d->lang) == '\0' ? 1 : 0;
		review->untranslated +=
			*item->reason_fi == '\0' || *item->reason_sv == '\0' ? 1 : 0;
	}
}

/* The best rank among those not selected; what is selected behind it was chosen past it. */
static void compare_with_ranking(const struct standing *standing,
	const struct decision_items *items, struct review_of_decision *review)
{
	int64_t best_left_out = INT64_MAX;

	for (size_t i = 0; i < standing->n; i++) {
		const struct standing_row *row = &standing->rows[i];

		if (row->ranked.enough && !decision_selects(items, row->item.id) &&
			row->ranked.rank < best_left_out)
			best_left_out = row->ranked.rank;
	}
	for (size_t i = 0; i < standing->n; i++) {
		const struct standing_row *row = &standing->rows[i];

		if (!decision_selects(items, row->item.id))
			continue;
		bool past = !row->ranked.enough || row->ranked.rank > best_left_out;
		if (past && *decision_item_of(items, row->item.id)->deviation_reason == '\0')
			review->deviating_without_reason++;
		if (row->ranked.enough && row->ranked.rank == best_left_out)
			review->tie_split = true;
	}
}

/* Members present, less those a conflict keeps from the item with the fewest left. */
static struct error check_quorum(struct context *ctx, struct arena *arena, const struct decision *d,
	const struct round *round, const struct decision_items *items,
	struct review_of_decision *review)
{
	struct decision_persons persons;

	TRY(store_decision_persons(ctx->db, arena, d->id, &persons));
	for (size_t i = 0; i < items->n; i++) {
		int64_t present = 0;

		if (items->rows[i].gone)
			continue;
		for (size_t p = 0; p < persons.n; p++) {
			int64_t barred = 0;

			if (presence_of(persons.rows[p].presence) == PRESENCE_ABSENT)
				continue;
			TRY(store_member_is_barred(ctx->db, persons.rows[p].member_id,
				items->rows[i].submission_id, &barred));
			present += barred == 0 ? 1 : 0;
		}
		review->below_quorum = review->below_quorum || present < round->quorum;
	}
	return ok();
}

/* What a statement and a decision on solutions need beside outcomes and reasons. */
static struct error check_formalities(struct context *ctx, struct arena *arena,
	const struct decision *d, const struct round *round, struct review_of_decision *review)
{
	struct decision_persons persons;

	review->without_decider = submission_kind_of(round->kind) == SUBMISSION_KIND_SOLUTION &&
				  decision_kind_of(d->kind) == DECISION_KIND_DECISION &&
				  (*d->decider == '\0' || *d->case_number == '\0');
	if (decision_kind_of(d->kind) != DECISION_KIND_STATEMENT)
		return ok();
	TRY(store_decision_persons(ctx->db, arena, d->id, &persons));
	review->without_chair = true;
	for (size_t i = 0; i < persons.n; i++)
		if (persons.rows[i].chair &&
			member_state_of(persons.rows[i].member_state) == MEMBER_STATE_ACTIVE &&
			presence_of(persons.rows[i].presence) != PRESENCE_ABSENT)
			review->without_chair = false;
	return ok();
}

/* A challenge has teams and a pilot: a decision cannot take its problem from under it. */
static struct error check_challenges(
	struct context *ctx, const struct decision_items *items, struct review_of_decision *review)
{
	for (size_t i = 0; i < items->n; i++) {
		int64_t n = 0;

		if (items->rows[i].gone ||
			item_outcome_of(items->rows[i].outcome) == OUTCOME_SELECTED)
			continue;
		TRY(store_problem_challenge_count(ctx->db, items->rows[i].submission_id, &n));
		review->unmakes_challenge = review->unmakes_challenge || n > 0;
	}
	return ok();
}

/* What nobody has judged is not passed over in silence. */
static struct error check_left_out(
	struct context *ctx, const struct round *round, struct review_of_decision *review)
{
	struct id_list ids = { 0 };
	struct error e = late_left_out(ctx, round->kind, round->challenge_id, &ids);

	review->left_out = ids.n > 0;
	id_list_clear(&ids);
	return e;
}

/* What a regime without remedies or another than the one offered, and a decision that takes
 * another's place, need. */
static struct error check_regime(struct context *ctx, struct arena *arena, const struct decision *d,
	struct review_of_decision *review)
{
	review->without_number = *d->corrects_number != '\0' && *d->case_number == '\0' &&
				 decision_kind_of(d->kind) == DECISION_KIND_DECISION;
	review->without_ground = strcmp(d->regime, REGIME_NONE) == 0 &&
				 decision_kind_of(d->kind) == DECISION_KIND_DECISION &&
				 *d->no_appeal_ground == '\0';
	return regime_unexplained(ctx, arena, d, &review->unexplained);
}

/* What a decision says, and that each has reasons of its own (procurement act 1397/2016, 123 §). */
static struct error check_contents(struct context *ctx, struct arena *arena,
	const struct decision *d, struct review_of_decision *review)
{
	struct same_reasons same;
	struct lacks lacks;

	if (decision_kind_of(d->kind) != DECISION_KIND_DECISION)
		return ok();
	TRY(contents_lacks(ctx, arena, d, &lacks));
	review->lack = lacks.binding && lacks.n > 0 ? lacks.lines[0] : NULL;
	TRY(reasons_same(ctx, arena, d->id, &same));
	review->same_reasons = !same.confirmed;
	return ok();
}

const char *approval_conclusion(const struct decision *d, const struct review_of_decision *review)
{
	if (review->undecided > 0)
		return N_("Some submissions have no outcome yet.");
	if (review->without_reason > 0)
		return N_("Some outcomes have no reason in the language of the meeting.");
	if (review->unmakes_challenge)
		return N_(
			"A problem that has become a challenge must stay selected: select it, or abandon "
			"this draft.");
	if (review->below_quorum)
		return N_("The quorum is not met: mark who was present, or meet again.");
	if (review->deviating_without_reason > 0)
		return N_("A submission was selected past a better ranked one: that needs its own "
			  "reason.");
	if (review->lot_waits)
		return N_("The tie rule leaves a tie to a lot: draw it on the ranking first.");
	if (review->tie_split && *d->tie_reason == '\0')
		return N_(
			"The selection divides submissions that share a rank: write how the panel "
			"decided between them.");
	if (review->outside_range && *d->range_reason == '\0')
		return N_(
			"The number of selected submissions is outside the planned range: write the "
			"reason.");
	return NULL;
}

/* What the jury concluded is whole; whose decision it is, and how it can be appealed against, comes
 * after its meeting. */
static const char *first_blocker(const struct decision *d, const struct review_of_decision *review)
{
	const char *why = approval_conclusion(d, review);

	if (why != NULL)
		return why;
	if (review->left_out)
		return N_(
			"Something was taken in after the round was opened, and nobody has judged it: "
			"make a round that takes it, or state why it is not judged.");
	if (review->without_chair)
		return N_(
			"The panel's chair signs the statement: name one on the round, who was present.");
	if (review->without_decider)
		return N_("Write who decides and the decision's number before it is approved.");
	if (review->without_number)
		return N_("Write the decision's own number: not that of the decision it corrects.");
	if (review->without_ground)
		return N_("Write why nothing can be appealed against, or choose another regime of "
			  "correction and appeal.");
	if (review->unexplained)
		return N_("Write why another regime is chosen than the one that is offered.");
	if (review->lack != NULL)
		return review->lack;
	if (review->meeting_goes_on)
		return N_("The meeting has not been closed: close it first.");
	if (review->same_reasons)
		return N_("Several have the same reason: confirm that, or give each its own.");
	return NULL;
}

struct error approval_review(struct context *ctx, struct arena *arena, const struct decision *d,
	struct review_of_decision *review)
{
	struct decision_items items;
	struct standing standing;
	struct round round;

	*review = (struct review_of_decision){ 0 };
	TRY(round_get(ctx, arena, d->round_id, &round));
	TRY(store_decision_items(ctx->db, arena, d->id, &items));
	TRY(standing_make(ctx, arena, d->round_id, NULL, &standing));
	count_items(d, &items, review);
	compare_with_ranking(&standing, &items, review);
	review->lot_waits = standing.lot_waits && review->tie_split;
	review->outside_range =
		round.select_min >= 0 &&
		(review->selected < round.select_min || review->selected > round.select_max);
	TRY(check_quorum(ctx, arena, d, &round, &items, review));
	if (submission_kind_of(round.kind) == SUBMISSION_KIND_PROBLEM)
		TRY(check_challenges(ctx, &items, review));
	TRY(check_formalities(ctx, arena, d, &round, review));
	TRY(check_regime(ctx, arena, d, review));
	TRY(check_left_out(ctx, &round, review));
	TRY(check_contents(ctx, arena, d, review));
	TRY(meeting_goes_on(ctx, d->id, &review->meeting_goes_on));
	review->blocker = first_blocker(d, review);
	return ok();
}
