/* SPDX-License-Identifier: MIT
 * Notices in the public register of procurements (HILMA, and TED above the EU thresholds): of the
 * contest, of corrections of it, of its result (directive 2014/24/EU, article 79), of a contract's
 * award (article 50) and, before it, of a direct award (directive 89/665/EEC, article 3a). The days
 * within which they are sent are figures with a date (src/phases/threshold.h). */
#pragma once

#include "db/store/notice.h"
#include "src/ground/context.h"

/* Without a due day it is counted: of a contract's award from the contract's day, of a result from
 * the decision's. E_REQUIRED (field "contract") of an award without its contract; E_RULE of days in
 * the wrong order or to come, and of a challenge that is not the contract's. */
struct error notice_add(struct context *ctx, const struct notice *notice, int64_t *id);
/* All but its kind. E_STALE by `v`. */
struct error notice_update(struct context *ctx, const struct notice *notice);
struct error notice_get(
	struct context *ctx, struct arena *arena, int64_t id, struct notice *notice);
/* By code: N-1. */
struct error notice_find(struct context *ctx, const char *code, int64_t *id);
/* What is to be sent first. */
struct error notice_ids(struct context *ctx, struct id_list *ids);
/* Not sent, and due within so many days. */
struct error notice_due_ids(struct context *ctx, int days, struct id_list *ids);
/* A code of WORDS_NOTICE_STATE. */
const char *notice_state(const struct context *ctx, const struct notice *notice);

/* A notice that ought to be sent and that nobody has written down. */
struct owed_notice {
	const char *kind; /* "result", "award" */
	const char *code; /* of the challenge or contract */
	int64_t id, due;  /* of the same; due 0: no days are known */
};

struct owed_notices {
	struct owed_notice *rows;
	size_t n;
};

/* Of contests whose value is at least the national threshold of their day: below it the act asks
 * for none. */
struct error notice_owed(struct context *ctx, struct arena *arena, struct owed_notices *owed);
