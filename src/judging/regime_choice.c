/* SPDX-License-Identifier: MIT */
#include "src/judging/regime_choice.h"

#include <string.h>

#include "src/base/daytime.h"
#include "src/base/i18n.h"
#include "src/base/money.h"
#include "src/base/text.h"
#include "src/ground/competition.h"
#include "src/judging/round.h"
#include "src/phases/challenge.h"
#include "src/phases/threshold.h"
#include "src/registers/regime.h"

#define PROCUREMENT "hankinta"
#define LOCAL_GOVERNMENT "kunta"
#define OWN_RULES "yhdistys"

static const char *usual_ground(void)
{
	return _(
		"A municipality that sends in a problem is no entrant: the choice does not concern "
		"its rights, duties or interests.");
}

static const char *money(struct arena *arena, int64_t cents)
{
	char text[60];

	money_text(cents, text, sizeof(text));
	return arena_text(arena, text);
}

static void compare(struct arena *arena, const struct challenge *c, const struct threshold_row *t,
	int64_t at, struct regime_offer *offer)
{
	const char *value = money(arena, c->value), *limit = money(arena, t->amount);
	char day[40];

	text_day(at, day, sizeof(day));
	if (c->value >= t->amount) {
		/* TRANSLATORS: the value, the threshold, and the day by which it counts. */
		offer->why = arena_printf(arena,
			_("The value %s is at least the national threshold %s of %s: the Act on "
			  "Public Procurement applies."),
			value, limit, day);
		return;
	}
	offer->code = LOCAL_GOVERNMENT;
	offer->why = arena_printf(arena,
		/* TRANSLATORS: the value, the threshold, and the day by which it counts. */
		_("The value %s is below the national threshold %s of %s: there is no appeal to "
		  "the Market Court."),
		value, limit, day);
}

/* The contest's value beside the national threshold of the day of its notice, or of today before
 * there is one. */
static struct error offer_by_value(
	struct context *ctx, struct arena *arena, int64_t challenge_id, struct regime_offer *offer)
{
	struct threshold_row threshold;
	struct challenge c;

	*offer = (struct regime_offer){ PROCUREMENT,
		_("The contest's value is not known yet: the Act on Public Procurement is offered. "
		  "Write the value on the challenge.") };
	if (challenge_id == 0)
		return ok();
	TRY(challenge_get(ctx, arena, challenge_id, &c));
	if (c.value == 0)
		return ok();
	int64_t day = c.notice != 0 ? c.notice : day_of_time(context_now(ctx));
	struct error e = threshold_on(ctx, arena, "national", c.procurement, day, &threshold);
	if (e.code == E_NOT_FOUND) {
		offer->why =
			_("No national threshold is known of the day of the notice: the Act on "
			  "Public Procurement is offered.");
		return ok();
	}
	TRY(e);
	compare(arena, &c, &threshold, day, offer);
	return ok();
}

struct error regime_offered(
	struct context *ctx, struct arena *arena, int64_t round_id, struct regime_offer *offer)
{
	struct competition competition;
	struct round round;

	TRY(round_get(ctx, arena, round_id, &round));
	TRY(competition_get(ctx, arena, &competition));
	if (submission_kind_of(round.kind) == SUBMISSION_KIND_PROBLEM) {
		*offer = (struct regime_offer){ REGIME_NONE, usual_ground() };
		return ok();
	}
	if (legal_profile_of(competition.legal_profile) == LEGAL_PROFILE_AUTHORITY)
		return offer_by_value(ctx, arena, round.challenge_id, offer);
	*offer = (struct regime_offer){ OWN_RULES,
		_("The organizer is no authority: its own rules apply.") };
	return ok();
}

struct error regime_unexplained(
	struct context *ctx, struct arena *arena, const struct decision *d, bool *yes)
{
	struct regime_offer offer;

	*yes = false;
	if (decision_kind_of(d->kind) != DECISION_KIND_DECISION || *d->regime_reason != '\0' ||
		strcmp(d->regime, REGIME_NONE) == 0)
		return ok();
	TRY(regime_offered(ctx, arena, d->round_id, &offer));
	*yes = strcmp(d->regime, offer.code) != 0;
	return ok();
}

/* Municipalities are no candidates: a decision on problems says so by itself, in its language. */
static struct error settle_ground(struct context *ctx, struct arena *arena, struct decision *d)
{
	const char *before = i18n_lang();
	struct regime regime;
	struct round round;

	if (d->no_appeal_ground != NULL && *d->no_appeal_ground != '\0')
		return ok();
	TRY(regime_get(ctx, arena, d->regime_id, &regime));
	TRY(round_get(ctx, arena, d->round_id, &round));
	if (strcmp(regime.code, REGIME_NONE) != 0 ||
		submission_kind_of(round.kind) != SUBMISSION_KIND_PROBLEM)
		return ok();
	i18n_use(d->lang);
	d->no_appeal_ground = arena_text(arena, usual_ground());
	i18n_use(before);
	return ok();
}

struct error regime_settle(struct context *ctx, struct arena *arena, struct decision *d)
{
	struct regime_offer offer = { .code = d->regime };

	if (decision_kind_of(d->kind) == DECISION_KIND_STATEMENT) {
		d->regime_id = 0;
		return ok();
	}
	if (d->regime_id != 0) {
		TRY(regime_on_day(ctx, d->regime_id, d->day, &d->regime_id));
		return settle_ground(ctx, arena, d);
	}
	if (d->regime == NULL || *d->regime == '\0')
		TRY(regime_offered(ctx, arena, d->round_id, &offer));
	TRY(regime_find(ctx, offer.code, d->day, &d->regime_id));
	return settle_ground(ctx, arena, d);
}

const char *regime_ground(const struct decision *d)
{
	static const char *const langs[] = { "fi", "sv", "en" };
	const char *before = i18n_lang();
	bool usual = false;

	for (size_t i = 0; !usual && i < LEN(langs); i++) {
		i18n_use(langs[i]);
		usual = strcmp(d->no_appeal_ground, usual_ground()) == 0;
	}
	i18n_use(before);
	return usual ? usual_ground() : d->no_appeal_ground;
}
