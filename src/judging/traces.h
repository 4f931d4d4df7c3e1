/* SPDX-License-Identifier: MIT
 * What in a text may tell who wrote it: names with their Finnish and Swedish endings, addresses,
 * numbers; and what does not belong into a text for a sender, scores. Pure; finds too much rather
 * than too little, because a person looks at every hit. */
#pragma once

#include "db/store/blind.h"
#include "src/judging/blind.h"

/* Adds what the item's title and body give away, in the order of the text, into the arena. */
void traces_find(struct arena *arena, const struct item *item, const struct names *names,
	struct findings *findings);
/* The same of an attachment of the item: its name, and its text; text NULL: it cannot be searched,
 * which is a finding too. */
void traces_find_file(struct arena *arena, const struct item *item, const char *name,
	const char *text, const struct names *names, struct findings *findings);

/* And of a file whose text was searched, but which has what a text does not show. */
void traces_add_unseen(
	struct arena *arena, const struct item *item, const char *name, struct findings *findings);

/* What tells a score from another number: the highest that a criterion can get, in points, and what
 * the criteria are called. */
struct scale {
	int64_t most;
	const char *const *names;
	size_t n;
};

/* Adds what may be scores in the item's body: "7,5", "8/10", "8 pistettä", "vaikuttavuus 8". */
void traces_find_scores(struct arena *arena, const struct item *item, const struct scale *scale,
	struct findings *findings);
