/* SPDX-License-Identifier: MIT
 * What a bundle shows of a judged round (verifier/FORMAT.md). */
#pragma once

#include "db/db.h"

/* The tables that have rows in a bundle, in its order. */
enum bundle_table {
	BUNDLE_ROUND,
	BUNDLE_RULES_VERSION,
	BUNDLE_CRITERION,
	BUNDLE_ROUND_ACT,
	BUNDLE_BLIND_ACT,
	BUNDLE_PANEL_MEMBER,
	BUNDLE_SUBMISSION,
	BUNDLE_ROUND_ITEM,
	BUNDLE_ASSIGNMENT,
	BUNDLE_REVIEW,
	BUNDLE_SCORE,
	BUNDLE_CONFLICT,
	BUNDLE_ABSTENTION,
	BUNDLE_DECISION,
	BUNDLE_DECISION_ITEM,
	BUNDLE_DRAW_SEED,
	BUNDLE_LOT_PLACE,
	BUNDLE_TABLES
};

const char *bundle_table_name(enum bundle_table table);
/* The column of class personal that is shown nevertheless, or NULL. */
const char *bundle_table_opens(enum bundle_table table);
/* The ids of that table's rows that belong to the round; the panel's by id, items by their place.
 */
struct error store_bundle_ids(
	struct db *db, enum bundle_table table, int64_t round_id, struct id_list *ids);

/* A submitted review, and what keeps it from counting. By juror, then item. */
struct bundle_review {
	int64_t id, member_id, item_id;
	const char *code;
	bool gone, barred, set_aside;
};

struct bundle_reviews {
	struct bundle_review *rows;
	size_t n;
};

struct bundle_outcome {
	const char *document, *kind, *code, *outcome;
};

struct bundle_outcomes {
	struct bundle_outcome *rows;
	size_t n;
};

struct error store_bundle_reviews(
	struct db *db, struct arena *arena, int64_t round_id, struct bundle_reviews *reviews);
/* Of signed statements and decisions. */
struct error store_bundle_outcomes(
	struct db *db, struct arena *arena, int64_t round_id, struct bundle_outcomes *outcomes);
