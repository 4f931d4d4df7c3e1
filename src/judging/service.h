/* SPDX-License-Identifier: MIT
 * A signed decision is served on each entrant; from then its last days of correction and appeal
 * run. Who is not content sends a complaint, and while one is open no contract may be made. */
#pragma once

#include "db/store/service.h"
#include "src/base/workday.h"
#include "src/ground/act.h"

/* Day 0 is today. Deemed 0: the same day by electronic means or in person, a letter on the seventh
 * day after sending (Administrative Procedure Act 434/2003, 59 §; Act on Public Procurement
 * 1397/2016, 128 §). */
struct error service_add(struct context *ctx, int64_t decision_id, int64_t submission_id,
	const char *channel, int64_t sent, int64_t deemed);
/* Has it been served on that entrant? */
struct error service_is(
	struct context *ctx, int64_t decision_id, int64_t submission_id, bool *served);
/* What was sent that day by that channel came back: it has not been served, its last days do not
 * run, and it must be served anew. *undone is false where it was served otherwise, and then stays
 * so. */
struct error service_undo(struct context *ctx, int64_t decision_id, int64_t submission_id,
	const char *channel, int64_t sent, bool *undone);
/* Everyone the decision is about, served or not. */
struct error service_list(
	struct context *ctx, struct arena *arena, int64_t decision_id, struct services *services);
/* Entrants of signed decisions on solutions that have not been served. */
struct error service_missing(struct context *ctx, int64_t decision_id, int64_t *n);

/* Submission 0: by somebody else than an entrant. Received 0 is today. */
struct error complaint_add(struct context *ctx, const struct complaint *complaint, int64_t *id);
struct error complaint_get(
	struct context *ctx, struct arena *arena, int64_t id, struct complaint *complaint);
struct error complaint_find(struct context *ctx, const char *code, int64_t *id);
/* Decision 0: all. */
struct error complaint_ids(struct context *ctx, int64_t decision_id, struct id_list *ids);
/* Outcome: rejected, accepted, withdrawn. Day 0 is today. */
struct error complaint_answer(
	struct context *ctx, int64_t id, const char *outcome, const char *answer, int64_t day);
/* The same, as both ends offer it. */
extern const struct act complaint_answering;
