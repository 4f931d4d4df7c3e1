/* SPDX-License-Identifier: MIT
 * Requests for completion: the office asks a sender for what is missing, on a stated ground and
 * until a day and hour (act on administrative procedure 434/2003, 22 §; in a design contest the
 * procurement act 1397/2016, 74 §: the entry's substance does not change and all are treated
 * alike). The answer is a note or a new version of the submission: within its time it completes
 * what came then, and what came in time stays so; after it the version waits to be admitted like
 * any that is late. While the two sides of a blind round are kept apart only who holds its codes
 * makes, answers or reads one (directive 2014/24/EU, article 82). */
#pragma once

#include "db/store/completion.h"
#include "src/ground/act.h"
#include "src/phases/submission.h"

enum { COMPLETION_LINES = 20 }; /* that one request may have */

/* A request to be made. Without lines it takes the eligibility questions that were judged to be
 * asked for, in the submission's language. */
struct completion_input {
	int64_t submission_id;
	const char *const *missing; /* a line each */
	size_t n;
	const char *ground;
	int64_t due; /* a moment, not only its day */
};

/* E_REQUIRED (field "missing", "completion_ground" or "completion_due"); E_RULE of what has been
 * decided on or is out, of a time that is over, and in a blind round of others than the custodian.
 */
struct error completion_add(struct context *ctx, const struct completion_input *input, int64_t *id);

/* What came. `version` NULL: a note alone, which then must say something. */
struct completion_answer {
	int64_t at; /* 0: now */
	const char *text;
	const struct submission_input *version;
};

/* E_REQUIRED (field "completion_answer") of nothing; E_RULE if it was answered or dropped. */
struct error completion_answer(
	struct context *ctx, int64_t id, const struct completion_answer *answer);

enum completion_act_kind { COMPLETION_REMIND, COMPLETION_DROP, COMPLETION_ACT_COUNT };
/* Reminding, with a new due time if the old one is over; and that it is not needed any more. */
extern const struct act completion_act_rows[COMPLETION_ACT_COUNT];

/* Its texts are "" for who may not join them with the sender. */
struct error completion_get(
	struct context *ctx, struct arena *arena, int64_t id, struct completion *completion);
struct error completion_items(
	struct context *ctx, struct arena *arena, int64_t id, struct completion_items *items);
/* The lines of what is missing, one below the other; into the arena. */
struct error completion_missing(
	struct context *ctx, struct arena *arena, int64_t id, const char **lines);
/* "P-001/2", or "P-001" for its only open one: E_NOT_FOUND (field "completion"), E_RULE if there
 * are several. */
struct error completion_find(struct context *ctx, const char *text, int64_t *id);
/* `filter->now` 0 is now. */
struct error completion_ids(struct context *ctx, enum completion_sort sort,
	const struct completion_filter *filter, struct id_list *ids);
/* Those that wait, the soonest first. */
struct error completion_open_ids(struct context *ctx, struct id_list *ids);

/* A code of WORDS_COMPLETION_STATE. */
const char *completion_state(struct context *ctx, const struct completion *completion);
/* "P-001/2"; into the arena. */
const char *completion_code(struct arena *arena, const struct completion *completion);
/* What can be done about one that is overdue, or how its answer stands, as a sentence (N_); NULL if
 * there is nothing to say. */
const char *completion_advice(struct context *ctx, const struct completion *completion);
/* Why none can be made of that submission (N_), or NULL. */
const char *completion_blocked(const struct submission *submission);
