/* SPDX-License-Identifier: MIT
 * Making letters of the records: all that an order asks for, or none. */
#pragma once

#include "src/letters/letter.h"
#include "src/letters/matter.h"

/* What stands in the way of one. */
struct letter_refusal {
	const char *object, *to; /* the record's code, and to whom */
	const char *sentence;    /* N_(), with %s for the field */
	const char *field;       /* that is unknown or has no value; "" */
};

struct letters_made {
	struct id_list made, again; /* new; and those not cleared that now say what is so now */
	size_t left;                /* that are there already: cleared, edited or gone out */
	struct letter_refusal *refusals;
	size_t refused;
};

/* E_RULE if anything is refused: nothing is made then, and `refusals` (in the arena) say why. What
 * exists already is not made twice: one that is not cleared and that nobody has edited is made
 * anew, others are left; reminders, invitations and the like are made again once they have been
 * cleared. The id lists are the caller's to clear. */
struct error letters_make(struct context *ctx, struct arena *arena,
	const struct letter_order *order, struct letters_made *made);
/* A refusal as a sentence, in the language in use. */
const char *letter_refusal_text(struct arena *arena, const struct letter_refusal *refusal);
