/* SPDX-License-Identifier: MIT
 * The receipt of a submitted review: a hash that its juror gets, and with which anybody who holds
 * it can tell whether that review is what counts now. It names nobody: only who knows what was
 * submitted, by whom and when can make it again. */
#pragma once

#include "db/store/juror.h"
#include "db/store/review.h"
#include "db/store/round.h"
#include "src/ground/context.h"

/* What it is made from; one line a fact (receipt.c), so that it can be made by hand. */
struct receipt_facts {
	const char *round, *code, *login;
	int64_t submitted;
	const char *notes, *feedback;
	const int64_t *scores; /* in the order of the criteria */
};

/* SHA-256 in hexadecimal; into the arena. */
const char *receipt_make(
	struct arena *arena, const struct criteria *criteria, const struct receipt_facts *facts);

struct receipt {
	const char *receipt;
	const char *code; /* the submission's in the round */
	int64_t submitted;
	const char *state; /* of WORDS_RECEIPT: stands, replaced (by a later one), taken_back */
};

struct receipts {
	struct receipt *rows;
	size_t n;
};

/* Every review that was ever submitted in the round, by its receipt: an order that tells nothing.
 */
struct error receipt_list(
	struct context *ctx, struct arena *arena, int64_t round_id, struct receipts *receipts);
/* One by its first characters, at least eight, as a juror was shown them; blanks are left out.
 * E_RULE if it is none, or not one only. */
struct error receipt_find(struct context *ctx, struct arena *arena, int64_t round_id,
	const char *text, struct receipt *receipt);
