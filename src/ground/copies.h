/* SPDX-License-Identifier: MIT
 * A folder of copies of a competition, from which old ones go: plain competition files, named by
 * which competition it is, when (UTC) and at which entry of the log they were made, and the
 * beginning of its hash:
 *
 *   klash-0123456789abcdef-2026-12-01T022000Z-412-0123456789abcdef.db
 *
 * Beside them checkpoints.txt has the checkpoint of each that was ever made
 * (src/ground/checkpoint.h). Files with other names and other competitions' are never touched. */
#pragma once

#include "src/ground/checkpoint.h"
#include "src/ground/context.h"

/* For how many hours, days and months that have copies the last one of each is kept. */
struct keep {
	int hours, days, months;
};

/* "24h,30d,12m", each at most once; E_RULE for anything else, and if none would be kept. */
struct error keep_parse(const char *text, struct keep *keep);

struct copies_made {
	const char *path; /* of the new copy, or the one that holds the same */
	bool same;        /* nothing was made */
	int kept, removed;
	char checkpoint[CHECKPOINT_LINE_SIZE]; /* of the new copy */
};

/* Copies the competition into that folder unless the newest copy there holds the same, drafts
 * included. The copy has been verified whole before it has its name (E_CORRUPT), and only then are
 * those removed that are not to be kept. Asks for no right. Strings go into the arena. */
struct error copies_add(struct context *ctx, struct arena *arena, const char *folder,
	const struct keep *keep, struct copies_made *made);
