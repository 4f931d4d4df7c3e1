/* SPDX-License-Identifier: MIT */
#include "db/store/bundle.h"

#include <assert.h>

static const struct {
	const char *name;
	enum query ids;
	const char *opens;
} tables[] = {
	[BUNDLE_ROUND] = { "round", Q_BUNDLE_ROUND },
	[BUNDLE_RULES_VERSION] = { "rules_version", Q_BUNDLE_RULES_VERSION },
	[BUNDLE_CRITERION] = { "criterion", Q_BUNDLE_CRITERION },
	[BUNDLE_ROUND_ACT] = { "round_act", Q_BUNDLE_ROUND_ACT },
	[BUNDLE_BLIND_ACT] = { "blind_act", Q_BUNDLE_BLIND_ACT },
	[BUNDLE_PANEL_MEMBER] = { "panel_member", Q_BUNDLE_PANEL_MEMBER },
	[BUNDLE_SUBMISSION] = { "submission", Q_BUNDLE_SUBMISSION },
	[BUNDLE_ROUND_ITEM] = { "round_item", Q_BUNDLE_ROUND_ITEM },
	[BUNDLE_ASSIGNMENT] = { "assignment", Q_BUNDLE_ASSIGNMENT },
	[BUNDLE_REVIEW] = { "review", Q_BUNDLE_REVIEW },
	[BUNDLE_SCORE] = { "score", Q_BUNDLE_SCORE },
	[BUNDLE_CONFLICT] = { "conflict", Q_BUNDLE_CONFLICT },
	[BUNDLE_ABSTENTION] = { "abstention", Q_BUNDLE_ABSTENTION },
	[BUNDLE_DECISION] = { "decision", Q_BUNDLE_DECISION },
	[BUNDLE_DECISION_ITEM] = { "decision_item", Q_BUNDLE_DECISION_ITEM },
	[BUNDLE_DRAW_SEED] = { "draw_seed", Q_BUNDLE_DRAW_SEED, "value" },
	[BUNDLE_LOT_PLACE] = { "lot_place", Q_BUNDLE_LOT_PLACE },
};
static_assert(LEN(tables) == BUNDLE_TABLES, "every table has its statement");

const char *bundle_table_name(enum bundle_table table)
{
	return tables[table].name;
}

const char *bundle_table_opens(enum bundle_table table)
{
	return tables[table].opens;
}

struct error store_bundle_ids(
	struct db *db, enum bundle_table table, int64_t round_id, struct id_list *ids)
{
	return db_ids(db, tables[table].ids, ARGS(I64("round_id", round_id)), ids);
}

static const struct field bundle_review_fields[] = {
	{ COLUMN(struct bundle_review, id) },
	{ COLUMN(struct bundle_review, member_id) },
	{ COLUMN(struct bundle_review, item_id) },
	{ COLUMN(struct bundle_review, code) },
	{ COLUMN(struct bundle_review, gone) },
	{ COLUMN(struct bundle_review, barred) },
	{ COLUMN(struct bundle_review, set_aside) },
};
const struct record record_of_bundle_review = RECORD(bundle_review);

struct error store_bundle_reviews(
	struct db *db, struct arena *arena, int64_t round_id, struct bundle_reviews *reviews)
{
	return db_rows(db, Q_BUNDLE_REVIEWS, ARGS(I64("round_id", round_id)), arena, &reviews->rows,
		&reviews->n);
}

static const struct field bundle_outcome_fields[] = {
	{ COLUMN(struct bundle_outcome, document) },
	{ COLUMN(struct bundle_outcome, kind) },
	{ COLUMN(struct bundle_outcome, code) },
	{ COLUMN(struct bundle_outcome, outcome) },
};
const struct record record_of_bundle_outcome = RECORD(bundle_outcome);

struct error store_bundle_outcomes(
	struct db *db, struct arena *arena, int64_t round_id, struct bundle_outcomes *outcomes)
{
	return db_rows(db, Q_BUNDLE_OUTCOMES, ARGS(I64("round_id", round_id)), arena,
		&outcomes->rows, &outcomes->n);
}
