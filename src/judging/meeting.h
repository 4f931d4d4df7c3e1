/* SPDX-License-Identifier: MIT
 * The jury's meeting on a draft (a statement, where there is one, else a decision): who leads and
 * records it, who is in the room for what, votes, dissents and remarks. What it concludes are the
 * draft's outcomes (src/judging/decision.h). Who is barred from a submission is out while it is
 * dealt with (hallintolaki 434/2003, 27-29 §); a member may have a dissent entered (kuntalaki
 * 410/2015, 106 §, by analogy); with equal votes the chair's decides (kuntalaki 104 §, likewise).
 */
#pragma once

#include "db/store/meeting.h"
#include "src/ground/context.h"
#include "src/judging/decision.h"

/* Opens one on the round: on its draft, or on a new one if there is none. The round's chair leads
 * it; start 0 is now; form and language NULL as on the draft. E_RULE while the round is not closed,
 * without a chair, if there is one on that draft already, or if what was concluded is final. */
struct error meeting_open(
	struct context *ctx, int64_t round_id, const struct meeting *meeting, int64_t *id);
/* What its form has, also after its end, until the draft is final; `chair` is a login. E_STALE;
 * E_NOT_FOUND (field "juror") for a chair who does not sit there. */
struct error meeting_update(struct context *ctx, const struct meeting *meeting);
struct error meeting_get(
	struct context *ctx, struct arena *arena, int64_t id, struct meeting *meeting);
struct error meeting_ids(struct context *ctx, struct id_list *ids);
/* The newest on the round; E_NOT_FOUND (field "meeting"). */
struct error meeting_of_round(struct context *ctx, int64_t round_id, int64_t *id);

/* All there is to one, as far as who asks may see it. */
struct meeting_view {
	struct meeting meeting;
	struct decision_persons members;
	struct meeting_bars bars;
	struct meeting_items items;
	struct meeting_absences absences;
	struct meeting_votes votes;
	struct meeting_ballots ballots;
	struct meeting_dissents dissents;
	struct meeting_remarks remarks;
	struct meeting_persons persons;
};
struct error meeting_read(
	struct context *ctx, struct arena *arena, int64_t id, struct meeting_view *view);
/* What the jurors said of an item, once its round is closed; by name: not to be shown to entrants.
 */
struct error meeting_comments(struct context *ctx, struct arena *arena, int64_t item_id,
	struct meeting_comments *comments);

/* Pure, of a view. Item 0: of none in particular. */
const struct meeting_absence *meeting_out(const struct meeting_view *view, int64_t member_id);
const struct meeting_bar *meeting_bar(
	const struct meeting_view *view, int64_t member_id, int64_t item_id);
/* Came, and has not gone out. */
bool meeting_has_in_room(const struct meeting_view *view, const struct decision_person *member);
/* Is a member in the room who must be out for the item? */
bool meeting_must_clear(const struct meeting_view *view, int64_t item_id);
/* Members in the room who may deal with the item. */
int64_t meeting_present(const struct meeting_view *view, int64_t item_id);

/* All below: E_RULE once it is closed. Members by their logins, all of them or none; E_NOT_FOUND
 * (field "juror") for one who does not sit there. Times: 0 is now; never before the start, nor
 * ahead. */
struct member_names {
	const char *const *logins;
	size_t n;
};

/* Who came, how; who did not, and why. Somebody who comes late was out until then. */
struct error meeting_attend(struct context *ctx, int64_t id, const struct member_names *members,
	const char *presence, const char *reason);
struct going {
	int64_t item_id, at;
	int64_t ground;     /* 1 to 7; 0: the one that bars them from the item, if one does */
	const char *reason; /* may be "" */
};
/* E_RULE for one who is out already, or never came. */
struct error meeting_leave(struct context *ctx, int64_t id, const struct member_names *members,
	const struct going *going);
struct error meeting_return(
	struct context *ctx, int64_t id, const struct member_names *members, int64_t at);

struct ballot_given {
	const char *login, *choice;
};
/* E_RULE for one who is out, barred or absent; if it is even and the chair's vote is missing. */
struct error meeting_vote(struct context *ctx, int64_t id, int64_t item_id, const char *question,
	const struct ballot_given *ballots, size_t n);
/* E_RULE for one who took no part in it. */
struct error meeting_dissent(
	struct context *ctx, int64_t id, int64_t item_id, const char *login, const char *text);
struct error meeting_remark(
	struct context *ctx, int64_t id, int64_t item_id, const char *kind, const char *text);
/* An expert, a presenter, or another who was there. */
struct error meeting_hear(
	struct context *ctx, int64_t id, int64_t item_id, const char *role, const char *name);

/* Ends it: every item has its outcome and reason, and what deviates has its own. What is missing of
 * the draft's two reasons can be given here (or NULL). Then the draft is ready for its signatures.
 */
struct meeting_closing {
	int64_t at;
	const char *range_reason, *tie_reason;
};
struct error meeting_close(struct context *ctx, int64_t id, const struct meeting_closing *closing);
/* It goes on, as long as the draft is one; the reason is a remark of it. */
struct error meeting_reopen(struct context *ctx, int64_t id, const char *reason);

/* For src/judging/decision.c, in its transaction: an item gets its outcome. Without a meeting
 * nothing is asked; in one who is barred must be out, and the quorum in; after it, E_RULE. */
struct error meeting_decides(
	struct context *ctx, struct arena *arena, int64_t decision_id, int64_t item_id);
/* Is there one on the draft that has not been closed? */
struct error meeting_goes_on(struct context *ctx, int64_t decision_id, bool *on);
