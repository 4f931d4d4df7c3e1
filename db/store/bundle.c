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
	return db_ids(db, tables[table].ids, ARGS(I64(round_id)), ids);
}

struct error store_bundle_reviews(
	struct db *db, struct arena *arena, int64_t round_id, struct bundle_reviews *reviews)
{
	static const struct row_field fields[] = {
		{ FIELD_INT, offsetof(struct bundle_review, id) },
		{ FIELD_INT, offsetof(struct bundle_review, member_id) },
		{ FIELD_INT, offsetof(struct bundle_review, item_id) },
		{ FIELD_TEXT, offsetof(struct bundle_review, code) },
		{ FIELD_BOOL, offsetof(struct bundle_review, gone) },
		{ FIELD_BOOL, offsetof(struct bundle_review, barred) },
		{ FIELD_BOOL, offsetof(struct bundle_review, set_aside) },
	};
	static const struct shape shape = { sizeof(struct bundle_review), fields, LEN(fields) };

	return db_rows(db, Q_BUNDLE_REVIEWS, ARGS(I64(round_id)), &shape, arena, &reviews->rows,
		&reviews->n);
}

struct error store_bundle_outcomes(
	struct db *db, struct arena *arena, int64_t round_id, struct bundle_outcomes *outcomes)
{
	static const struct row_field fields[] = {
		{ FIELD_TEXT, offsetof(struct bundle_outcome, document) },
		{ FIELD_TEXT, offsetof(struct bundle_outcome, kind) },
		{ FIELD_TEXT, offsetof(struct bundle_outcome, code) },
		{ FIELD_TEXT, offsetof(struct bundle_outcome, outcome) },
	};
	static const struct shape shape = { sizeof(struct bundle_outcome), fields, LEN(fields) };

	return db_rows(db, Q_BUNDLE_OUTCOMES, ARGS(I64(round_id)), &shape, arena, &outcomes->rows,
		&outcomes->n);
}
