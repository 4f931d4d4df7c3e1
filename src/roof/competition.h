/* SPDX-License-Identifier: MIT
 * Making a competition's file, and what it is called. */
#pragma once

#include "db/store/meta.h"
#include "src/ground/context.h"

struct setup {
	const char *name_fi, *name_sv, *name_en; /* missing ones are another language's */
	const char *login, *person, *lang;       /* who makes it becomes its administrator */
	int64_t ahead;                           /* seconds its clock is ahead of the machine's */
};

/* Fills a file that is being made; `arg` is the maker's own. */
typedef struct error (*competition_fill)(struct context *ctx, void *arg);

/* Makes the file with its registers and phases, lets `fill` (may be NULL) add to it, and only then
 * gives it its name; a failure leaves nothing behind. An existing file is refused: E_EXISTS. */
struct error competition_make(
	const char *path, const struct setup *setup, competition_fill fill, void *arg);

struct error competition_get(
	struct context *ctx, struct arena *arena, struct competition *competition);
struct error competition_rename(struct context *ctx, const struct competition *competition);
/* In the language in use. */
const char *competition_name(const struct competition *competition);
