/* SPDX-License-Identifier: MIT
 * Acts that need a second person: whoever recorded something does not settle it alone. The act of
 * the first waits until another account of the office confirms it, in whose transaction it then
 * happens, or turns it down. One table says which acts these are. */
#pragma once

#include "db/store/second.h"
#include "src/ground/context.h"

enum second_kind {
	SECOND_ADMIT,    /* a late application or solution is admitted */
	SECOND_CONTRACT, /* a contract is made before its time, by an exception */
	SECOND_PAYMENT,  /* a payment above the limit is approved */
	SECOND_COUNT,
};

/* Which act: whose row, whose right it is, what the log says, and what it does as a sentence. */
struct second_row {
	const char *code, *table;
	enum action action;
	const char *propose, *confirm, *refuse; /* verbs of the log */
	const char *sentence;                   /* N_() */
};
const struct second_row *second_row(enum second_kind kind);
enum second_kind second_kind_of(const struct second_act *act);

/* The limit until somebody sets another, in cents without VAT. */
enum { PAYMENT_LIMIT_AT_FIRST = 10000 * 100 };

/* Did the one who acts record it? Then their act waits. */
struct error second_is_own(struct context *ctx, enum second_kind kind, int64_t row_id, bool *own);
/* Inside a transaction: lets the act wait. E_RULE if it waits already. */
struct error second_propose(
	struct context *ctx, enum second_kind kind, const struct second_act *act);
/* What the log calls the proposal. */
const char *second_verb(enum second_kind kind);
/* Does an act on it wait? Its number, or 0. */
struct error second_waiting(
	struct context *ctx, enum second_kind kind, int64_t row_id, int64_t *number);

/* Confirms and does it; neither by who proposed or recorded it nor in another's name. Everything
 * that the act itself refuses is refused. */
struct error second_confirm(struct context *ctx, int64_t number);
/* Turns it down, with a reason; whoever proposed it may too. */
struct error second_refuse(struct context *ctx, int64_t number, const char *reason);

/* State NULL: all; "waiting", "confirmed", "refused". */
struct error second_ids(struct context *ctx, const char *state, struct id_list *ids);
/* By id. */
struct error second_get(
	struct context *ctx, struct arena *arena, int64_t id, struct second_act *act);
/* What it does, as a sentence: "Admit a late submission: A-017". */
const char *second_sentence(struct arena *arena, const struct second_act *act);
/* Why the one who acts cannot confirm it (N_), or NULL. */
const char *second_blocked(const struct context *ctx, const struct second_act *act);

/* Above how many cents without VAT a payment needs a second person. */
struct error second_limit(struct context *ctx, int64_t *cents);
/* By an administrator, with a reason. */
struct error second_limit_set(struct context *ctx, int64_t cents, const char *reason);
