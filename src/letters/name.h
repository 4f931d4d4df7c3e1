/* SPDX-License-Identifier: MIT
 * Names of people that a letter to an entrant of a blind round must not have. */
#pragma once

#include "db/store/letter.h"
#include "src/ground/context.h"

struct letter_names {
	struct arena *arena;
	struct names names;
};

struct error letter_names_read(
	struct context *ctx, struct arena *arena, struct letter_names *names);
/* The first whose first and last name stand in the letter's text of that language, whatever the
 * ending of the last; NULL: none. */
const char *letter_names_find(
	const struct letter_names *names, const struct letter *letter, const char *lang);
