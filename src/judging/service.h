/* SPDX-License-Identifier: MIT
 * A signed decision is served on each entrant; from then its last days of correction and appeal
 * run. Who is not content sends a complaint, and while one is open no contract may be made. */
#pragma once

#include "db/store/service.h"
#include "src/ground/act.h"

/* By `channel` on the day `sent` (0 is today), with what proves it. Deemed 0: as the regime of the
 * decision presumes of the channel. E_RULE before the day of the decision, before its approval and
 * for a statement; E_INVALID (field "served") for a day before it was sent. */
struct error service_add(
	struct context *ctx, int64_t decision_id, int64_t submission_id, const struct service *how);
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

/* Submission 0: by somebody else than an entrant. Received 0 is today. Whether it came in time is
 * marked by the regime of the decision and the service. E_RULE about a decision that has not been
 * approved, or not been served on who complains (by anybody else: on nobody). */
struct error complaint_add(struct context *ctx, const struct complaint *complaint, int64_t *id);
/* Court and its case number, an interim order, the due day and the case number: of one that is
 * open. E_STALE by `v`. */
struct error complaint_update(struct context *ctx, const struct complaint *complaint);
/* The decision that corrects because of it; 0: none. */
struct error complaint_correction(struct context *ctx, int64_t id, int64_t *decision_id);
/* What it is called: the remedy of its regime ("Procurement correction"), in the language in use,
 * into the arena. */
struct error complaint_name(struct context *ctx, struct arena *arena,
	const struct complaint *complaint, const char **name);
struct error complaint_get(
	struct context *ctx, struct arena *arena, int64_t id, struct complaint *complaint);
struct error complaint_find(struct context *ctx, const char *code, int64_t *id);
/* Decision 0: all. */
struct error complaint_ids(struct context *ctx, int64_t decision_id, struct id_list *ids);
struct answer_to_complaint {
	const char *outcome; /* COMPLAINT_OUTCOME */
	const char *effect;  /* EFFECT; "": corrected first where it was accepted, else none */
	const char *text;
	int64_t day; /* 0 is today */
};
struct error complaint_answer(
	struct context *ctx, int64_t id, const struct answer_to_complaint *answer);
/* The same, as both ends offer it. */
extern const struct act complaint_answering;
