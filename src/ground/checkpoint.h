/* SPDX-License-Identifier: MIT
 * Checkpoints: one line each that says where the log stood at a time. The file cannot prove by
 * itself that its log was not written anew from some entry on, cut off, or put back to an older
 * copy; a line that lies elsewhere (on paper, in a mailbox, signed) can. The line is
 *
 *   klash-checkpoint 1 COMPETITION SEQ HASH TIME
 *
 * COMPETITION: the first 16 hexadecimal digits of the hash of the log's first entry, which tells
 * competition files apart and stays when one is copied or renamed. SEQ and HASH: the log's last
 * entry. TIME: UTC, 2018-10-31T12:00:00Z. One blank between two words. */
#pragma once

#include "db/verify.h"
#include "src/ground/context.h"

enum {
	CHECKPOINT_ID = 16,
	CHECKPOINT_LINE_SIZE = 200,           /* longer lines are none */
	CHECKPOINT_TEXT_MAX = 4 * 1024 * 1024 /* what a list of them may have */
};

struct checkpoint {
	char competition[CHECKPOINT_ID + 1], hash[65];
	int64_t seq, time;
};

/* What tells this competition from every other, in copies and after restore too: the beginning of
 * the hash of its log's first entry; "" if the log has no beginning any more. Asks for no right. */
struct error checkpoint_competition(struct context *ctx, char id[CHECKPOINT_ID + 1]);
/* Of the log as it stands now. Asks for no right. */
struct error checkpoint_make(struct context *ctx, struct checkpoint *checkpoint);
/* Of the log as it stood when that statement or decision (its code) was last signed or approved:
 * whoever has its signed page has an anchor. E_NOT_FOUND before that. */
struct error checkpoint_of_signing(
	struct context *ctx, const char *code, struct checkpoint *checkpoint);
/* Without the newline. */
void checkpoint_line(const struct checkpoint *checkpoint, char out[CHECKPOINT_LINE_SIZE]);

enum checkpoint_fault {
	CHECKPOINT_HOLDS,
	CHECKPOINT_NONE,     /* the line is no checkpoint */
	CHECKPOINT_FOREIGN,  /* another competition, or the log anew from its first entry */
	CHECKPOINT_BEYOND,   /* the log ends before it */
	CHECKPOINT_REWRITTEN /* the entry has another hash */
};

struct checkpoint_report {
	size_t lines, hold;          /* lines: all that are not empty */
	int64_t proven;              /* the newest entry that one which holds names; 0: none */
	enum checkpoint_fault fault; /* of the first line that does not hold */
	size_t line;                 /* its number in the text, from 1; 0: all hold */
	int64_t seq;                 /* which it names; 0 if it is none */
};

/* Verifies the file, and every line of the text against it. The verdict says what verify_heads
 * says; of lines that are none or foreign only the report tells. E_RULE if the text has no line. */
struct error checkpoint_test(struct context *ctx, struct arena *arena, const char *text,
	struct verdict *verdict, struct checkpoint_report *report);
/* What it means, as a sentence to be translated; and as programs read it. */
const char *checkpoint_words(enum checkpoint_fault fault);
const char *checkpoint_code(enum checkpoint_fault fault);
