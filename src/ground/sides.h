/* SPDX-License-Identifier: MIT
 * The two sides of a blind round, from the release of its texts to the opening of the names. The
 * sender's side has who sent what and when; the jury's side has the code, the released text and
 * what was made of it. No row, list, search, order, count, message or command has both, but for the
 * round's custodian or the deputy (directive 2014/24/EU, article 82: anonymity until the jury has
 * concluded). One table says which field is on which side; everything that reads a submission or an
 * item for somebody asks here. */
#pragma once

#include "db/store/attachment.h"
#include "db/store/round.h"
#include "db/store/submission.h"
#include "src/ground/context.h"

enum side { SIDE_SENDER, SIDE_JURY };

enum sided {
	SIDED_CODE, /* S-001 */
	SIDED_TEAM,
	SIDED_ARRIVAL, /* time, channel, late or not, version */
	SIDED_STATE,   /* received, admitted, withdrawn, ineligible */
	SIDED_CONTACT, /* contact data, case number, notes, letters */
	SIDED_FILES,   /* how many, and what is public of them */
	SIDED_ALIAS,   /* K-QDJ */
	SIDED_TITLE,
	SIDED_TEXT,
	SIDED_LANGUAGE,
	SIDED_SCORE, /* scores, rank, number of reviews, outcome */
	SIDED_FILE,  /* an attachment's name, type, size and contents */
	SIDED_COUNT
};

/* May the acting account see that field on that side of the round's rows? Yes to all while the
 * round is not sealed, and for who holds its codes. What cannot be found out is not shown. */
bool may_see(struct context *ctx, int64_t round_id, enum side side, enum sided field);

/* For lists of a kind of submission. Is anything of it hidden from the acting account? */
bool sides_hide_any(struct context *ctx, const char *kind);
/* Takes out of `ids` (in any order) what is hidden: for filters by a hidden field. */
struct error sides_drop_hidden(struct context *ctx, const char *kind, struct id_list *ids);
/* What a search in titles and texts found: without what is hidden, unless its code, team, contact
 * or case number has the words. */
struct error sides_search(struct context *ctx, const char *words, struct id_list *found);
/* Before a correction or a new version by somebody who does not see the text: what was not given
 * ("" or sides_cover) stays as it is. E_RULE if a correction gives a title or a text. */
struct error sides_keep_hidden(
	struct context *ctx, struct arena *arena, struct submission *submission, bool new_version);

/* Are the two sides of the round kept apart for the acting account? */
bool sides_sealed(struct context *ctx, int64_t round_id);
/* The round that keeps the submission's text from the acting account; 0: none. */
int64_t sides_sealed_by(struct context *ctx, const struct submission *submission);
/* All submissions of which that is so. */
struct error sides_hidden_ids(struct context *ctx, struct id_list *ids);

/* Leave of a row what its side has: "" and 0 for the rest. `sealed_by` as above, not 0. */
void sides_cover_submission(struct context *ctx, struct submission *submission);
void sides_cover_item(struct context *ctx, struct item *item);
void sides_cover_attachment(struct attachment *attachment, int64_t sealed_by);

/* An item of the round by the code that who asks may use: while the sides are kept apart the jury's
 * side knows the round's own codes alone. E_NOT_FOUND (field "submission"), in the same words for
 * the other side's code and for one that there is not. */
struct error item_find(struct context *ctx, int64_t round_id, const char *code, int64_t *id);
/* The same for what goes by name, such as a declaration: the sender's side. */
struct error item_find_sender(
	struct context *ctx, int64_t round_id, const char *code, int64_t *submission_id);

/* The submission behind an item that is told by its code: what a juror found while reviewing. */
struct error item_find_judged(
	struct context *ctx, int64_t round_id, const char *code, int64_t *submission_id);

/* What a list shows in the place of a title that is on the other side, in the language in use. */
const char *sides_cover(void);
