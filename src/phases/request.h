/* SPDX-License-Identifier: MIT
 * Requests for information (Act on the Openness of Government Activities 621/1999). A request is
 * answered without delay, at the latest in two weeks, in one month where there is much to give or
 * it is hard to separate (14 § 4 mom.; the days are a dated row of src/phases/data). Who refuses
 * tells the reason and that a decision can be had (14 § 3 mom.), which can be appealed against by
 * the general road (33 §). */
#pragma once

#include "db/store/request.h"
#include "src/ground/act.h"
#include "src/ground/finder.h"

/* Received 0 is today; handler 0 is who records it; `extent` and `channel` NULL are the first of
 * their words. What it concerns is found by `find`. */
struct error request_add(
	struct context *ctx, const struct info_request *request, record_finder find, int64_t *id);
/* What was asked, by whom, how much: until it is answered or refused. The due day follows. */
struct error request_update(
	struct context *ctx, const struct info_request *request, record_finder find);
/* `given` and what goes with it: answered (0: today), withheld with its clause, fee, purpose.
 * E_REQUIRED (field "clause") where something was withheld without one, and the other way round. */
struct error request_answer(struct context *ctx, const struct info_request *request);
/* Told the reason, and that a decision can be had; then the decision that was made. */
enum request_move { REQUEST_REFUSE, REQUEST_DECIDE, REQUEST_MOVE_COUNT };
extern const struct act request_act_rows[REQUEST_MOVE_COUNT];

struct error request_get(
	struct context *ctx, struct arena *arena, int64_t id, struct info_request *request);
struct error request_find(struct context *ctx, const char *code, int64_t *id);
/* What waits first, or in the order of numbers; `today` of the filter is filled in. */
struct error request_ids(struct context *ctx, enum info_request_sort sort,
	const struct info_request_filter *filter, struct id_list *ids);
/* A code of WORDS_REQUEST_STATE. */
const char *request_state(const struct context *ctx, const struct info_request *request);
/* Why it cannot be changed or answered any more (N_), or NULL. */
const char *request_closed(const struct info_request *request);

/* How long there is, by the law of that day. */
struct request_term {
	int64_t days, months; /* for a plain one; for much, or what is hard */
	const char *source;
};
struct error request_term(struct arena *arena, int64_t day, struct request_term *term);
/* The last day for what was received that day. */
int64_t request_due(const struct request_term *term, int64_t received, const char *extent);
