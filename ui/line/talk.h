/* SPDX-License-Identifier: MIT
 * Talking line by line: what is said is lines of text, what is answered is lines that end with
 * Enter. No movement of a cursor, no escape sequence, no key without Enter, no time limit: for a
 * screen reader, a line of braille, a pipe and a terminal that can do nothing (TERM=dumb).
 *
 * Held against EN 301 549 V3.2.1 (the chapters on software, 11, and on documentation, 12):
 *   5.2, 5.6      nothing is switched on first, no state is told by a look alone
 *   11.1.3.1      what is shown is told in words, in the order in which it is read
 *   11.1.4.1      nothing is told by colour
 *   11.2.1.1      everything is done from the keyboard, 11.2.1.2 and nothing traps it: 0 goes back
 *   11.2.2.1      there is no time limit, 11.3.2.1 and nothing changes by itself
 *   11.2.4.6      every question has its label before it
 *   11.3.3.1-4    an error is named in words with what would be right; what binds asks once
 *   11.5.2.13     where one is, is the last line
 *   11.7          the terminal's own echo, editing and colours stay as its user has them */
#pragma once

#include <stdbool.h>
#include <stdio.h>

#include "src/ground/context.h"

struct page;

struct talk {
	struct context *ctx;
	FILE *in, *out;
	bool terminal; /* it echoes what is typed, and the line's end with it */
	bool ended;    /* nothing more comes: end of file, or the line was lost */
	bool told;     /* how to read on has been said */
	char *typed;   /* the last line; NULL: none yet */
	size_t size;
};

void talk_start(struct talk *talk, struct context *ctx, FILE *in, FILE *out);
void talk_end(struct talk *talk);

/* Each line of the text, translated already, wrapped between words; control characters show as
 * U+FFFD, as on the screens. */
void talk_say(struct talk *talk, const char *text);
void talk_printf(struct talk *talk, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* A blank line, then the text: where something else begins. */
void talk_head(struct talk *talk, const char *text);
/* Why something was refused, in the words of the role's screens. */
void talk_refused(struct talk *talk, struct error e);
/* talk_say(done), or why not; true if it was done. */
bool talk_report(struct talk *talk, struct error e, const char *done);

/* Asks, and waits for a line: without its end, borrowed until the next one. NULL when nothing more
 * comes: half a line, without an Enter at its end, is no answer. */
const char *talk_ask(struct talk *talk, const char *prompt);

enum { TALK_BACK = 0, TALK_END = -1 };
/* Numbered choices, from 1; a NULL has no number to choose now, so that the others keep theirs.
 * `back` says what 0 does. TALK_END when nothing more comes. */
int talk_choose(struct talk *talk, const char *const *choices, size_t n, const char *back);
/* Asks the question; `act` is choice 1, and 0 changes nothing. */
bool talk_confirm(struct talk *talk, const char *question, const char *act);
/* A short text, Enter alone for none; NULL when it was cancelled by 0 or nothing more comes. */
const char *talk_text(struct talk *talk, const char *prompt);

/* A long text by its paragraphs, and a page by its lines, each as far as one wants. */
void talk_read(struct talk *talk, const char *text);
void talk_page(struct talk *talk, const struct page *page);
