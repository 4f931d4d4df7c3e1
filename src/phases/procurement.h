/* SPDX-License-Identifier: MIT
 * Phase 6: the budget and the negotiations with the winners. The ceiling of what may be committed
 * is a recorded decision; commitments never pass it. A winner is not yet a supplier: a negotiation
 * may end with or without a contract (procurement act 1397/2016; what the competition announced was
 * "at most"). */
#pragma once

#include "db/store/budget.h"
#include "db/store/contract.h"
#include "src/ground/context.h"

struct error budget_get(struct context *ctx, struct budget *budget);
/* What may still be committed. */
int64_t budget_left(const struct budget *budget);
/* Decides the ceiling anew; day 0 is today. E_RULE below what is committed already, E_REQUIRED
 * without a reason. */
struct error budget_decide(
	struct context *ctx, const struct budget_decision *decision, int64_t *id);
/* Newest first. */
struct error budget_decision_ids(struct context *ctx, struct id_list *ids);
struct error budget_decision_get(
	struct context *ctx, struct arena *arena, int64_t id, struct budget_decision *decision);

/* How many negotiations are where, and what is not paid yet. */
struct error procurement_count(struct context *ctx, struct procurement_counts *counts);
/* The teams that won, and those that negotiated; a negotiation is known by its team. state NULL:
 * all. */
struct error negotiation_teams(struct context *ctx, const char *state, struct id_list *team_ids);
/* Next steps that are due within so many days. */
struct error negotiation_due_teams(struct context *ctx, int days, struct id_list *team_ids);
/* E_NOT_FOUND (field "team") for no team. A winner without one gives state "not_started". */
struct error negotiation_get(
	struct context *ctx, struct arena *arena, int64_t team_id, struct negotiation *negotiation);
struct error negotiation_acts(
	struct context *ctx, struct arena *arena, int64_t id, struct negotiation_acts *acts);
/* Next step, due day, estimate, procedure; also before it begins. E_STALE by `v`. */
struct error negotiation_edit(struct context *ctx, const struct negotiation *negotiation);
/* With a winner; after an end only with a reason. day 0: today. */
struct error negotiation_start(
	struct context *ctx, int64_t team_id, int64_t day, const char *reason);
/* `act` "contract" needs one that was not cancelled, "no_contract" that none is in force; both a
 * negotiation in progress. A reason is needed for "no_contract". */
struct error negotiation_end(
	struct context *ctx, int64_t team_id, const char *act, int64_t day, const char *reason);

/* Inside a transaction that has checked the rights: begins it if nothing has begun yet. */
struct error negotiation_begin_if_none(
	struct context *ctx, const struct negotiation *negotiation, int64_t day);

/* Where the contest's value stands by the thresholds in force on the day of its notice (procurement
 * act 1397/2016, 25 and 26 §): near from 80 % on, past at equality already. */
enum { THRESHOLD_NEAR_PERCENT = 80, THRESHOLD_KINDS = 2 };

struct threshold {
	const char *kind;          /* "national", "eu" */
	int64_t limit;             /* cents without VAT */
	const char *source;        /* the act */
	bool near, past, together; /* together: only with the challenge's other estimates */
};

struct thresholds {
	struct threshold rows[THRESHOLD_KINDS];
	size_t n;
	int64_t value, day; /* what was compared, and by which day's thresholds */
	bool of_contest;    /* the value is the contest's, not the sum of the talks' estimates */
};

/* Those that the challenge's value is near to or past. Until the contest's own value is recorded
 * the sum of the estimates about the same challenge stands for it (one need must not be split), and
 * the beginning of the talks for the day of the notice. None where nothing is known. */
struct error negotiation_thresholds(struct context *ctx, struct arena *arena,
	const struct negotiation *negotiation, struct thresholds *thresholds);

/* The same of a challenge, whoever is negotiated with. */
struct error challenge_thresholds(struct context *ctx, struct arena *arena, int64_t challenge_id,
	struct thresholds *thresholds);

/* The general rate of VAT on a day, in tenths of a percent (VAT act 84 §). */
struct error vat_general(int64_t day, int64_t *tenths);
