/* SPDX-License-Identifier: MIT
 * Figures of the law that change with time: the thresholds of procurement (act 1397/2016, 25 and
 * 26 §; directive 2014/24/EU, article 4) and the days within which its notices are sent (article
 * 50). They are rows of the file, each from a day on and with its source: those that ship with the
 * program are its first, the office adds what comes after them. The day decides, never the code. */
#pragma once

#include "db/store/threshold.h"
#include "src/ground/context.h"

/* Into a new file, inside the transaction that makes it. */
struct error threshold_load_first(struct db *db);
/* An amount of a kind and object, or days of a kind. E_REQUIRED (field "source", "starts",
 * "amount", "days"), E_RANGE; E_RULE for an amount of what is counted in days and the other way
 * round, and for what is there already. */
struct error threshold_add(struct context *ctx, const struct threshold_row *row, int64_t *id);
/* By kind and object, the newest first. */
struct error threshold_ids(struct context *ctx, struct id_list *ids);
/* `holds`: today. */
struct error threshold_get(
	struct context *ctx, struct arena *arena, int64_t id, struct threshold_row *row);
/* The one that holds on a day: E_NOT_FOUND if nothing is known of it. `object` "" for days. */
struct error threshold_on(struct context *ctx, struct arena *arena, const char *kind,
	const char *object, int64_t day, struct threshold_row *row);
/* "60 000 €" or "30", and what it is of: for lists; into the arena. */
const char *threshold_figure(struct arena *arena, const struct threshold_row *row);
/* The day until which a notice is sent whose time begins on `from`, by the days of that kind; 0
 * where nothing is known. */
struct error threshold_due(struct context *ctx, const char *kind, int64_t from, int64_t *due);
/* Those that an earlier competition's office added; inside the caller's transaction. */
struct error threshold_copy(struct db *from, struct db *to, struct arena *arena);
