/* SPDX-License-Identifier: MIT
 * The juror's own side of judging: rounds where one sits, the declaration of interests by name, and
 * one's own reviews. Everything but the declaration goes through the juror's fenced connection
 * (db/fence.h). Each write checks inside its transaction that it is still theirs to make; what was
 * never theirs is E_NOT_FOUND (field "submission"), with the same words as what does not exist.
 * Interests: Administrative Procedure Act (hallintolaki 434/2003) 27-30 §. */
#pragma once

#include "db/base/ratio.h"
#include "db/store/juror.h"
#include "db/store/round.h"
#include "src/ground/context.h"
#include "src/judging/ground.h"
#include "src/judging/receipt.h"
#include "src/judging/review.h"

/* What stands in the way in a round, the gravest first. */
enum juror_stop {
	JUROR_MAY,
	JUROR_EXCUSED,
	JUROR_REPLACED,
	JUROR_PLANNED,
	JUROR_BARRED, /* a conflict bars the whole round */
	JUROR_UNDECLARED,
	JUROR_UNRELEASED, /* blind, and the codes are not out yet */
	JUROR_CLOSED,
};

enum juror_stop juror_stop(const struct juror_round *round);
/* The sentence for it (N_); NULL for JUROR_MAY. */
const char *juror_stop_words(enum juror_stop stop);
/* Whom in the office to call; "" if nobody is known. */
const char *juror_office(const struct context *ctx);

/* Rounds where one sits, by key. */
struct error juror_rounds(
	struct context *ctx, struct arena *arena, struct juror_round_list *rounds);
/* E_NOT_FOUND (field "round"). */
struct error juror_round(
	struct context *ctx, struct arena *arena, int64_t id, struct juror_round *round);
/* "C-2 Title", "" for a round over all challenges. */
const char *juror_round_challenge(struct arena *arena, const struct juror_round *round);
/* The conflicts that bar the whole round. */
struct error juror_bars(
	struct context *ctx, struct arena *arena, int64_t round_id, struct juror_recusals *bars);

enum juror_state {
	JUROR_NONE,
	JUROR_DRAFT,
	JUROR_SUBMITTED,
	JUROR_ABSTAINED,
	JUROR_RECUSED,
	JUROR_GONE,
};

/* Which state of a review one has seen; a save is refused when it is another one by now. */
struct juror_version {
	int64_t revision, draft;
};

/* One submission to review and how far one is. */
struct juror_item {
	struct juror_paper paper;
	enum juror_state state;
	int64_t *scores; /* in the order of the criteria; -1: none */
	const char *notes, *feedback;
	int64_t submitted; /* when, 0: not */
	bool entered;      /* by the office on one's behalf */
	int64_t confirmed; /* when one confirmed that, 0: not */
	bool late;         /* submitted after the closing time */
	struct juror_version version;
	const struct juror_recusal *recusal; /* NULL: none */
	const char *recognized;              /* what was noted; NULL: nothing */
	const char *abstained;               /* why one passes on it; NULL: one does not */
	const char *files; /* names of the attachments in the reading pack; "" in lists */
};

struct juror_items {
	struct juror_item *rows;
	size_t n;
	bool uncounted; /* one abstained from one, and so none of the comparison counts */
	struct criteria criteria;
};

/* In a blind round in an order of one's own, the same at every login. Without their texts. */
struct error juror_items(
	struct context *ctx, struct arena *arena, int64_t round_id, struct juror_items *items);
/* With its text. */
struct error juror_item(struct context *ctx, struct arena *arena, int64_t assignment_id,
	struct criteria *criteria, struct juror_item *item);
/* One's own submissions that hold the words, whatever their case. */
struct error juror_search(
	struct context *ctx, int64_t round_id, const char *words, struct id_list *ids);
bool juror_is_complete(const int64_t *scores, size_t n);
/* The weighted mean in points; false while a score is missing. */
bool juror_mean(const struct criteria *criteria, const int64_t *scores, struct ratio *mean);

/* Keeps what has been typed: not in the log, never counted. E_STALE, and nothing saved, if the
 * review is no longer the version one has seen and holds something else. `place` (may be NULL):
 * where one is, noted by the same commit. */
struct error juror_save(struct context *ctx, int64_t assignment_id,
	const struct review_input *input, const struct juror_place *place,
	struct juror_version *version);
/* Submits: every criterion needs a score. E_STALE as above. */
struct error juror_submit(struct context *ctx, int64_t assignment_id,
	const struct review_input *input, struct juror_version *version);
/* Every complete draft of the round, all or none; how many they were. */
struct error juror_submit_all(struct context *ctx, int64_t round_id, size_t *n);
/* The submitted review becomes a draft again; its history stays. */
struct error juror_take_back(
	struct context *ctx, int64_t assignment_id, struct juror_version *version);

/* What the office submitted on one's behalf, as one has seen it. */
struct juror_seen {
	int64_t assignment_id, revision;
};

/* Waits for being confirmed? To object is to take it back. */
bool juror_is_unconfirmed(const struct juror_item *item);
/* That these are the figures one gave, all or none; in a closed round too. E_STALE if the office
 * has entered something else since. */
struct error juror_confirm(
	struct context *ctx, int64_t round_id, const struct juror_seen *seen, size_t n);

/* A conflict found while reviewing; what it bars is the round's rule. Ground 1 to 7: the points of
 * 28 §. */
struct error juror_recuse(
	struct context *ctx, int64_t assignment_id, int64_t ground, const char *reason);
/* Back, as long as nobody else has decided on it. */
struct error juror_return(struct context *ctx, int64_t assignment_id);
/* The same where the whole round is barred. */
struct error juror_return_whole(struct context *ctx, int64_t round_id);
/* "I recognized this team": for the chair and the minutes. The text may be empty. */
struct error juror_recognize(struct context *ctx, int64_t assignment_id, const char *text);
struct error juror_unrecognize(struct context *ctx, int64_t assignment_id);

/* What the jury asked by the code of it, as far as one may read it: one's own questions, and those
 * that have been answered, masked. */
struct error juror_dialogues(struct context *ctx, struct arena *arena, int64_t assignment_id,
	struct juror_dialogues *dialogues);
/* Asks whoever entered it, by its code: the custodian hands it on and brings the answer back masked
 * (directive 2014/24/EU, article 82(5)). E_RULE where names are known. */
struct error juror_ask(struct context *ctx, int64_t assignment_id, const char *text);

/* Passes on it, with a reason (abstention.h); drafts and a submitted review stay, but do not count
 * meanwhile. */
struct error juror_abstain(struct context *ctx, int64_t assignment_id, const char *reason);
struct error juror_unabstain(struct context *ctx, int64_t assignment_id);
/* The announced closing time is past, and the round still open. */
bool juror_is_past(const struct juror_round *round, int64_t now);

/* A hash of one's own submitted review, to hold against what is published later; "" if there is
 * none. */
const char *juror_receipt(struct context *ctx, struct arena *arena, const struct juror_round *round,
	const struct criteria *criteria, const struct juror_item *item);

/* One's own, round by round, the newest first in all: of what counts now and of what no longer
 * does. */
struct juror_receipt_row {
	const struct juror_round *round;
	struct receipt receipt;
};

struct juror_receipts {
	struct juror_receipt_row *rows;
	size_t n;
};
struct error juror_receipts(
	struct context *ctx, struct arena *arena, struct juror_receipts *receipts);

/* When something was done in one's name: a day's work by one way in; the newest first. Closes the
 * fence anew, because the log lies outside it. */
struct juror_visit {
	int64_t from, to; /* first and last entry in the log */
	size_t entries;
	const char *via; /* the fingerprint of the key, or what it was on the server itself */
};

struct juror_visits {
	struct juror_visit *rows;
	size_t n;
};
struct error juror_visits(struct context *ctx, struct arena *arena, struct juror_visits *visits);

/* Where one was last, in the round or (0) anywhere; E_NOT_FOUND if nowhere yet. */
struct error juror_place(
	struct context *ctx, struct arena *arena, int64_t round_id, struct juror_place *place);
/* Not logged. */
struct error juror_set_place(struct context *ctx, const struct juror_place *place);

/* Who applied: a municipality or a team, with all of its submissions in the round. */
struct juror_applicant {
	const char *name;
	const char *organization;  /* "" for none */
	const char *const *people; /* members, names */
	size_t people_count;
	const int64_t *submissions;
	size_t n;
};

struct juror_applicants {
	struct juror_applicant *rows;
	size_t n;
};

/* What one declares: an applicant of the list, a ground and a reason that may be empty. */
struct juror_interest {
	const struct juror_applicant *applicant;
	int64_t ground;
	const char *reason;
};

/* By name, in an order that follows from the names. E_RULE once one has declared: then names are
 * out of reach. */
struct error juror_applicants(struct context *ctx, struct arena *arena, int64_t round_id,
	struct juror_applicants *applicants);
/* No interests: "none". Never in another's name. */
struct error juror_declare(
	struct context *ctx, int64_t round_id, const struct juror_interest *interests, size_t n);
/* A declaration made by mistake: it can be made anew. Not once one has seen texts, nor once the
 * panel has decided on it. */
struct error juror_undeclare(struct context *ctx, int64_t round_id);
/* NULL if it can be withdrawn, else why not (N_). */
const char *juror_undeclare_blocked(struct context *ctx, const struct juror_round *round);
