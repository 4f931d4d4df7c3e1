/* SPDX-License-Identifier: MIT
 * Deciding on a round, item by item, in a meeting: who was there, what became of each submission
 * and why. Approved, it never changes; another one corrects it. */
#pragma once

#include "db/store/decision.h"
#include "src/ground/context.h"
#include "src/judging/correcting.h"

/* Everybody active on the panel is marked present. Needs a closed round. Day 0 is today, kind NULL
 * a decision. On solutions a statement (kind "statement") comes first; the decision on them begins
 * with its outcomes, after the names are opened, and needs its number and decider. Its regime is
 * the one of `regime_id`, else of the code `regime`, else the one that is offered
 * (regime_choice.h). A number is given once: E_RULE. */
struct error decision_add(struct context *ctx, const struct decision *decision, int64_t *id);
/* Language, day, place, form and the two reasons of a draft. */
struct error decision_update(struct context *ctx, const struct decision *decision);
struct error decision_get(
	struct context *ctx, struct arena *arena, int64_t id, struct decision *decision);
struct error decision_find(struct context *ctx, const char *code, int64_t *id);
/* Round 0: all. Kind: "decision" or "statement". */
struct error decision_ids(
	struct context *ctx, int64_t round_id, const char *kind, struct id_list *ids);

/* Has the jury signed a statement on the round? */
struct error decision_is_stated(struct context *ctx, int64_t round_id, bool *stated);

struct error decision_items(
	struct context *ctx, struct arena *arena, int64_t id, struct decision_items *items);
/* By item_id. Empty texts leave the earlier ones. */
struct error decision_set_item(struct context *ctx, int64_t id, const struct decision_item *item);
/* All of them or none. */
struct error decision_set_items(
	struct context *ctx, int64_t id, const struct decision_item *items, size_t n);
/* The same outcome and reasons for every submission that has none yet. */
struct error decision_set_rest(struct context *ctx, int64_t id, const struct decision_item *item);

struct error decision_persons(
	struct context *ctx, struct arena *arena, int64_t id, struct decision_persons *persons);
struct attendance {
	int64_t member_id;
	const char *presence; /* of WORDS_PRESENCE */
};
/* All of them or none. */
struct error decision_set_presences(
	struct context *ctx, int64_t id, const struct attendance *rows, size_t n);

/* What stands between a draft and its approval. */
struct review_of_decision {
	int64_t selected, reserve, not_selected, undecided;
	int64_t without_reason;           /* in the meeting's language: blocks */
	int64_t untranslated;             /* Finnish or Swedish missing: listed, does not block */
	int64_t deviating_without_reason; /* chosen past a better rank: blocks */
	bool outside_range, tie_split, lot_waits, below_quorum;
	bool unmakes_challenge; /* a problem that has become a challenge is not selected: blocks */
	bool without_chair;     /* of a statement */
	bool without_decider;   /* of a decision on solutions: nor its number */
	bool without_number;    /* it corrects one that has a number */
	bool unexplained;       /* another regime than the one offered, and nobody says why */
	bool without_ground;    /* nothing can be appealed against, and nobody says why */
	const char *lack;       /* the first thing that it must say and does not (N_); NULL */
	bool same_reasons;      /* several have one reason, and nobody has confirmed that */
	bool left_out; /* something was taken in after the round was opened: blocks until somebody
			  acts */
	bool meeting_goes_on; /* the meeting about it has not been closed: blocks */
	const char *blocker;  /* the first thing that blocks (N_), or NULL */
};
struct error decision_review(struct context *ctx, int64_t id, struct review_of_decision *review);
/* Inside a transaction of draft.h: what both an approval and the freezing of a statement ask, and
 * what they do to the draft before it is final. `range_reason` as of decision_sign. */
struct error decision_settle(struct context *ctx, struct arena *arena,
	const struct decision *decision, const char *range_reason);
/* E_RULE with `why` (N_) until it is approved or, a statement, signed. */
struct error decision_must_be_signed(struct context *ctx, int64_t id, const char *why);
/* Why it cannot be changed any more (N_); NULL: it is a draft. */
const char *decision_is_final(const struct decision *decision);
/* The row of an item of the round; NULL: it is none of it. It lies in `items`. */
const struct decision_item *decision_item_of(const struct decision_items *items, int64_t item_id);
bool decision_selects(const struct decision_items *items, int64_t item_id);
/* Approves a decision, no statement (src/judging/stating.h, signing.h): the submissions get their
 * states. E_REASON where a reason is all that is missing; that for a number outside the planned
 * range can be given here (or NULL). */
struct error decision_sign(struct context *ctx, int64_t id, const char *range_reason);
/* Gives a draft up, with a reason; its code is not used again. */
struct error decision_abandon(struct context *ctx, int64_t id, const char *reason);
/* A new draft with everything of the approved one but its number, to correct it. */
struct error decision_correct(
	struct context *ctx, int64_t id, const struct correcting *correcting, int64_t *correction);
