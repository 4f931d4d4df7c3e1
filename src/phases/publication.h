/* SPDX-License-Identifier: MIT
 * What has been made for everybody to read, and until when it may stand on the web: a page names
 * people because they agreed to it, and for as long as there is a reason to (GDPR, article
 * 5(1)(e)). Klash makes the page and remembers it; putting it up and taking it down is somebody's
 * work. */
#pragma once

#include "db/store/publication.h"
#include "src/ground/act.h"

/* That a page was made: stage, language, bytes and take-down day of `publication`. Right: publish.
 * E_INVALID (field "take_down") for a day before today; E_RULE where it cannot be written down. */
struct error publication_add(
	struct context *ctx, const struct publication *publication, int64_t *id);
/* Why none can be made now: E_DENIED, or that this file can only be read. */
struct error publication_possible(struct context *ctx);
/* E_INVALID (field "take_down") for a day before today. */
struct error publication_until_check(const struct context *ctx, int64_t until);
/* The newest first. Right: read. */
struct error publication_ids(struct context *ctx, struct id_list *ids);
/* Whose take-down day has come and which nobody has taken down, the oldest first. */
struct error publication_due_ids(struct context *ctx, struct id_list *ids);
/* E_NOT_FOUND (field "publication"). */
struct error publication_get(
	struct context *ctx, struct arena *arena, int64_t id, struct publication *publication);
/* A code of WORDS_PAGE_STATE. */
const char *publication_state(const struct context *ctx, const struct publication *publication);

/* That it has been taken off the web, as both ends offer it. */
extern const struct act publication_taking_down;
