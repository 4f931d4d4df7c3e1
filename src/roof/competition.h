/* SPDX-License-Identifier: MIT
 * Making a competition's file, with all that is in it from its first day. */
#pragma once

#include "src/ground/competition.h"

struct setup {
	const char *name_fi, *name_sv, *name_en; /* missing ones are another language's */
	const char *login, *person, *lang;       /* who makes it becomes its administrator */
	int64_t ahead;                           /* seconds its clock is ahead of the machine's */
	const char *profile; /* code of WORDS_LEGAL_PROFILE; NULL: association */
};

/* Fills a file that is being made; `arg` is the maker's own. */
typedef struct error (*competition_fill)(struct context *ctx, void *arg);

/* Makes the file with its registers and phases, lets `fill` (may be NULL) add to it, and only then
 * gives it its name; a failure leaves nothing behind. An existing file is refused: E_EXISTS. */
struct error competition_make(
	const char *path, const struct setup *setup, competition_fill fill, void *arg);
