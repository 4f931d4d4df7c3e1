/* SPDX-License-Identifier: MIT
 * Pages for everybody: what the competition tells at its stages, as one file of HTML that needs
 * nothing beside itself and runs nothing. In Finnish, in Swedish, or both with a switch between
 * them. Readable by whoever can read the web (EN 301 549, 9; WCAG 2.1 AA), on paper too. */
#pragma once

#include "db/store/publication.h"
#include "src/ground/context.h"

/* The take-down day that a page of that stage made today has unless something else is said.
 * E_NOT_FOUND (field "page_stage"). */
struct error publish_until(const struct context *ctx, const char *stage, int64_t *until);
/* Makes the page of `publication` (stage, language, take-down day; the rest is filled with what it
 * is) and adds it to `out`. Right: publish. E_RULE with what is missing in a language, whose words
 * live as long as the arena; before the outcome may be told, the page says that it will be. */
struct error publish_page(struct context *ctx, struct arena *arena, struct publication *publication,
	struct buffer *out);
/* "klash-results.html": a name for its file. Into the arena. */
const char *publish_name(struct arena *arena, const struct publication *publication);
