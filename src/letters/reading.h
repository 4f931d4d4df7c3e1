/* SPDX-License-Identifier: MIT
 * Nobody reads 70 letters that differ in a name; somebody reads those that may be wrong. A letter
 * is cleared before it goes; all at once only when each that must be read was opened as it stands.
 */
#pragma once

#include "src/letters/letter.h"

/* Why a letter must be read before it is cleared together with others. */
enum letter_doubt {
	DOUBT_NO_FEEDBACK = 1 << 0, /* of an outcome: without the jury's feedback */
	DOUBT_ALIKE = 1 << 1,       /* others were decided on for the same reason, word for word */
	DOUBT_LANGUAGE = 1 << 2,    /* in another language than they wrote in */
	DOUBT_NO_ADDRESS = 1 << 3,
	DOUBT_EDITED = 1 << 4, /* by hand */
};
enum { DOUBTS = 5 };

struct letter_doubts {
	unsigned doubts; /* of enum letter_doubt */
	int64_t alike;   /* how many others */
};

struct error letter_doubts(struct context *ctx, struct arena *arena, const struct letter *letter,
	struct letter_doubts *doubts);
/* The i-th of them as a sentence in the language in use; NULL behind the last. */
const char *letter_doubt_text(struct arena *arena, const struct letter_doubts *doubts, size_t i);
/* All in a few words, "no feedback, edited"; "" for none. */
const char *letter_doubts_brief(struct arena *arena, const struct letter_doubts *doubts);

/* Somebody has it open: notes that it was read as it stands. Nothing for who may not clear, and for
 * what is cleared already. */
struct error letter_read(struct context *ctx, int64_t id);
/* Those of `ids` that must be read and have not been; what is not "made" is none of them. */
struct error letters_unread(struct context *ctx, const struct id_list *ids, struct id_list *unread);
/* Clears all of these that are made, or none: E_RULE while one of them must be read yet. */
struct error letters_clear(struct context *ctx, const struct id_list *ids, size_t *cleared);

enum { LETTER_CLEAR, LETTER_UNCLEAR, LETTER_ACT_COUNT };
/* Clearing one, and taking that back, as both ends offer it. */
extern const struct act letter_act_rows[LETTER_ACT_COUNT];
