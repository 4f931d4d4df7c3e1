/* SPDX-License-Identifier: MIT
 * A decision that corrects another: of what kind the correction is (Administrative Procedure Act
 * 434/2003, 50-51 §; the remedy of the regime itself; a court's order), and because of which
 * complaint. */
#pragma once

#include "db/store/decision.h"
#include "src/ground/context.h"

struct correcting {
	const char *kind;     /* CORRECTION; "" of a statement */
	int64_t complaint_id; /* 0: of the organizer's own accord */
	const char *reason;
};

/* Inside of the transaction. E_REQUIRED (field "correction_kind") for a decision without one;
 * E_RULE for a complaint about a decision on another round. */
struct error correcting_check(struct context *ctx, struct arena *arena,
	const struct correcting *correcting, const struct decision *of);
/* "Corrects decision D-7 (6/2020): clerical error, 434/2003 51 §", in the language in use, into the
 * arena; "" for what corrects nothing. */
struct error correcting_words(struct context *ctx, struct arena *arena,
	const struct decision *decision, const char **words);
/* A decision's own number is given once: E_RULE. */
struct error correcting_number(struct context *ctx, const struct decision *decision);
