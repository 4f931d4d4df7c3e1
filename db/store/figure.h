/* SPDX-License-Identifier: MIT
 * Planned ranges, published figures, and what the records give. */
#pragma once

#include "db/db.h"

struct range {
	const char *key;
	int64_t low, high;
};

struct ranges {
	struct range *rows;
	size_t n;
};

struct figure {
	int64_t id;
	const char *key;
	int64_t value, day;
	const char *source;
};

struct figures {
	struct figure *rows;
	size_t n;
};

struct error store_range_put(struct db *db, const struct range *range);
struct error store_ranges(struct db *db, struct arena *arena, struct ranges *ranges);
struct error store_figure_add(struct db *db, const struct figure *figure, int64_t *id);
struct error store_figures(struct db *db, struct arena *arena, struct figures *figures);

enum record_count { COUNT_CHALLENGES, COUNT_TEAMS, COUNT_WINNERS, COUNT_SESSIONS, COUNT_MENTORS };
struct error store_record_count(struct db *db, enum record_count what, int64_t *n);
