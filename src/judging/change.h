/* SPDX-License-Identifier: MIT
 * What the files about a round share: one change of it in one transaction. Not for anyone else. */
#pragma once

#include "src/judging/round.h"

/* Changes the round in a transaction of its own, given what the caller passes along. */
typedef struct error (*round_change)(
	struct context *ctx, struct arena *arena, const struct round *round, void *arg);
/* Needs the right to change rounds; a change counts up the round's version; `verb` names it in the
 * log. */
struct error change_round(
	struct context *ctx, int64_t id, const char *verb, round_change change, void *arg);

/* The same for who has that right instead. */
struct error change_round_as(struct context *ctx, enum action action, int64_t id, const char *verb,
	round_change change, void *arg);

/* Letters, digits, - and _. */
struct error check_key(const char *key);
struct error check_count(const char *field, int64_t number, int64_t low, int64_t high);
struct error refuse_locked(const struct round *round);
/* Method, numbers and scope fit each other. */
struct error check_rules(const struct round *round);
/* The tie rule names criteria of the round. */
struct error check_ties(struct context *ctx, const struct round *round);
/* Updates the round's own row, if the lock allows what has changed. */
struct error update_round(
	struct context *ctx, const struct round *before, const struct round *after);

/* Members that review from the start: active, and no substitutes. */
void reviewing_members(const struct members *members, struct id_list *ids);
