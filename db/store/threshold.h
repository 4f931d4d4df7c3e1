/* SPDX-License-Identifier: MIT
 * Figures of the law from a day on, each with its source: amounts that a value is compared with,
 * and days within which a notice is sent. */
#pragma once

#include "db/db.h"

struct threshold_row {
	int64_t id;
	const char *kind, *object; /* object: of procurement; "" of days */
	int64_t starts;
	int64_t amount, days; /* cents without VAT; 0: it is the other */
	const char *source;
	bool holds; /* on the day that was asked about */
};

struct error store_threshold_add(struct db *db, const struct threshold_row *row, int64_t *id);
struct error store_threshold_get(
	struct db *db, struct arena *arena, int64_t id, int64_t day, struct threshold_row *row);
struct error store_threshold_ids(struct db *db, struct id_list *ids);
/* The one that holds on that day; E_NOT_FOUND. */
struct error store_threshold_on(
	struct db *db, const char *kind, const char *object, int64_t day, int64_t *id);
/* One that says the same; E_NOT_FOUND. */
struct error store_threshold_known(struct db *db, const struct threshold_row *row, int64_t *id);
