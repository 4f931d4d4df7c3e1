/* SPDX-License-Identifier: MIT
 * Declarations of interest and reviews. A review is a draft until it is submitted; only submitted
 * ones count, each submitting is kept, and until the round closes it can be taken back. What the
 * office enters on a juror's behalf says so. */
#pragma once

#include "db/store/review.h"
#include "src/ground/context.h"
#include "src/judging/round.h"

struct declared_conflict {
	int64_t submission_id;
	int64_t ground; /* 1 to 7: the points of 28 § */
	const char *reason;
};

/* A declaration on paper or by mail, entered by the office; no conflicts means "none". `source`
 * says where the signed one is. */
struct error declaration_enter(struct context *ctx, int64_t round_id, const char *login,
	const struct declared_conflict *conflicts, size_t n, const char *source);
struct error declaration_list(struct context *ctx, struct arena *arena, int64_t round_id,
	struct declarations *declarations);
/* Round 0: all. */
struct error conflict_list(
	struct context *ctx, struct arena *arena, int64_t round_id, struct conflicts *conflicts);
/* Declared, or confirmed by the panel: its member takes no part. */
bool conflict_bars(const struct conflict *conflict);
/* The panel's decision on a declared or doubtful ground (29 §): it stands, or it does not. The
 * reason stands beside the juror's own. */
struct error conflict_decide(
	struct context *ctx, int64_t conflict_id, bool stands, const char *reason);

/* What the office records after the declaration: what the juror told, which bars at once; or a
 * doubt, with its reason, which bars nobody before the panel has decided on it. `source` says who
 * told it and where. */
struct recorded_conflict {
	struct declared_conflict conflict; /* submission 0: the whole round */
	bool doubtful;
	bool by_code; /* in a blind round its juror knows it by the code only */
	const char *source;
};

struct error conflict_add(struct context *ctx, int64_t round_id, const char *login,
	const struct recorded_conflict *conflict);
/* "1" to "7" or the ground's word in any language; 0 if it is none. */
int64_t ground_of(const char *text);

/* Scores in the order of the round's criteria; -1 where there is none yet. */
struct review_input {
	const int64_t *scores;
	size_t n;
	const char *notes, *feedback;
	int64_t v; /* of the content that was read: E_STALE if it has changed; 0: whatever is there
		    */
	const char *over_juror; /* the reason why it may take the place of the juror's own; NULL:
				 * it may not */
};

/* What a review that the office enters would take the place of: times, 0 where there is none. */
struct review_own {
	int64_t submitted; /* the juror's own, or one that the juror confirmed */
	int64_t draft;     /* when the unfinished one was saved */
	bool draft_by_office;
};
struct error review_own(
	struct context *ctx, struct arena *arena, int64_t assignment_id, struct review_own *own);

/* Why nothing can be written for it now (N_), or NULL. */
const char *assignment_blocked(
	const struct round *round, const struct assignment *assignment, bool declared);
/* Keeps a draft: not in the log, never counted. Over the juror's own draft E_REASON, unless the
 * input has a reason; then what was there is kept as a revision, and the log has it. Beside a
 * submitted review it takes nobody's place. */
struct error review_save_draft(struct context *ctx, int64_t round_id, int64_t assignment_id,
	const struct review_input *input);
/* Submits: every criterion needs a score on its scale. Replaces a submitted one, which is kept;
 * over the juror's own review or draft as review_save_draft. */
struct error review_submit(struct context *ctx, int64_t round_id, int64_t assignment_id,
	const struct review_input *input, const char *source);
/* The submitted review becomes a draft again, unless there is a newer draft; its history stays. */
struct error review_take_back(struct context *ctx, int64_t round_id, int64_t assignment_id);

struct error assignment_list(struct context *ctx, struct arena *arena, int64_t round_id,
	int64_t item_id, int64_t member_id, struct assignments *assignments);
struct error assignment_get(struct context *ctx, struct arena *arena, int64_t assignment_id,
	struct assignment *assignment);
/* What is there now: the draft if there is one, else the submitted review, else nothing. `scores`
 * has room for the round's criteria. */
struct review_content {
	int64_t *scores;
	const char *notes, *feedback;
	bool is_draft, is_submitted;
	int64_t v;
};
struct error review_content(struct context *ctx, struct arena *arena, int64_t round_id,
	int64_t assignment_id, struct review_content *content);
struct error review_history(
	struct context *ctx, struct arena *arena, int64_t assignment_id, struct reviews *reviews);
struct error review_scores(
	struct context *ctx, struct arena *arena, int64_t review_id, struct scores *scores);

/* Inside a transaction, for the import. */
struct error review_insert(struct context *ctx, const struct criteria *criteria,
	int64_t assignment_id, const struct review_input *input, const char *source);
/* Without a source it is the juror's own. */
struct error declaration_insert(struct context *ctx, const struct round *round, int64_t member_id,
	const struct declared_conflict *conflicts, size_t n, const char *source);
struct error conflict_insert(struct context *ctx, int64_t round_id, int64_t member_id,
	const struct recorded_conflict *in);
/* The seat of that login in the round; E_NOT_FOUND (field "juror"). */
struct error member_find(
	struct context *ctx, struct arena *arena, int64_t round_id, const char *login, int64_t *id);
struct error draft_insert(struct context *ctx, const struct criteria *criteria,
	int64_t assignment_id, const struct review_input *input);
/* The texts cleaned, into the arena; the scores as they are. */
struct error review_clean(
	struct arena *arena, const struct review_input *in, struct review_input *out);
/* Scores as a draft keeps them: criterion key to thousandths. Reading leaves alone what is not
 * there. */
char *scores_to_json(
	struct arena *arena, const struct criteria *criteria, const struct review_input *input);
void scores_from_json(const char *text, const struct criteria *criteria, int64_t *scores);
/* Why the score (-1: none) cannot be taken (N_), or NULL. */
const char *score_blocked(const struct criterion *criterion, int64_t score, bool complete);
struct error check_scores(
	const struct criteria *criteria, const struct review_input *input, bool complete);
