/* SPDX-License-Identifier: MIT
 * What is looked into of a winner before a contract is made with it: the grounds for exclusion (act
 * on public procurement 1397/2016, 80 and 81 §), the extract of the criminal record (88 §), the
 * reports on the contractor's obligations (act 1233/2006, 5 §), tax debt, and the declaration on
 * sanctions (regulation (EU) 833/2014, article 5k). When and from where it is known, until when it
 * holds and what came out of it is written down; what an extract says is not. */
#pragma once

#include "db/store/supplier.h"
#include "src/ground/context.h"

/* Of a winner. Day 0 is today; E_REQUIRED (field "source"); of something that was found, E_REQUIRED
 * (field "found") without what. E_RULE of a day to come and of an end before it. */
struct error supplier_check_add(
	struct context *ctx, const struct supplier_check *check, int64_t *id);
/* All that were ever made of the team, the oldest first. */
struct error supplier_check_ids(struct context *ctx, int64_t team_id, struct id_list *ids);
struct error supplier_check_get(
	struct context *ctx, struct arena *arena, int64_t id, struct supplier_check *check);

enum { SUPPLIER_CHECKS = 5 };

/* How each of them stands on a day. */
struct supplier_standing {
	struct {
		const char *kind, *standing;  /* WORDS_SUPPLIER_CHECK, WORDS_CHECK_STANDING */
		struct supplier_check newest; /* id 0: there is none */
	} rows[SUPPLIER_CHECKS];
	size_t valid;
};

struct error supplier_standing(struct context *ctx, struct arena *arena, int64_t team_id,
	int64_t day, struct supplier_standing *standing);
/* E_RULE that names the first which is not valid on that day. */
struct error supplier_require(
	struct context *ctx, struct arena *arena, int64_t team_id, int64_t day);
