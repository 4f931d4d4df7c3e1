/* SPDX-License-Identifier: MIT
 * Rounds with their rules, panels, items and assignments. Scores and weights are thousandths. */
#pragma once

#include "db/db.h"

struct round {
	int64_t id;
	const char *key, *kind; /* kind as of submissions */
	int64_t challenge_id;   /* 0: of all */
	bool blind;
	const char *state, *method, *ties; /* ties: criterion keys with commas between */
	int64_t min_reviews, per_submission, quorum;
	int64_t select_min, select_max; /* -1: no range planned */
	const char *conflict_scope;
	int64_t opened, closes, closed; /* UTC seconds, 0 is not */
	bool ranking_shown;
	int64_t rules_version, locked; /* 0: not locked */
	const char *notice, *rules_hash;
	int64_t v;
};

/* What is enough to see what waits in it. */
struct round_summary {
	int64_t id;
	const char *key, *kind;
	int64_t challenge_id;
	const char *challenge_code; /* "": of all */
	const char *state;
	int64_t closes;
	int64_t decisions, drafts; /* of the kind "decision"; drafts among them */
};

struct round_summaries {
	struct round_summary *rows;
	size_t n;
};

struct criterion {
	int64_t id;
	const char *key;
	int64_t position, weight, low, high, step;
	const char *name_fi, *name_sv, *name_en;
	const char *guidance_fi, *guidance_sv, *guidance_en;
};

struct criteria {
	struct criterion *rows;
	size_t n;
};

struct band {
	int64_t low;
	const char *text_fi, *text_sv, *text_en;
};

struct bands {
	struct band *rows;
	size_t n;
};

struct rules_version {
	int64_t number, locked;
	const char *notice, *reason, *text, *hash;
};

struct rules_versions {
	struct rules_version *rows;
	size_t n;
};

struct member {
	int64_t id, round_id, account_id;
	const char *login, *name;
	bool chair, substitute;
	const char *state, *reason;
	int64_t replaced_by, declared, conflicts; /* declared: when, 0 is not yet */
	int64_t assigned, submitted, drafts; /* without what a conflict bars or what has gone */
	int64_t unconfirmed; /* of the submitted ones: entered by the office, not confirmed by the
				juror */
	const char *email, *phone;
};

struct members {
	struct member *rows;
	size_t n;
};

struct item {
	int64_t id, round_id, submission_id;
	const char *code;
	int64_t position;
	const char *applicant_fi, *applicant_sv; /* "" in a blind round */
	const char *title, *body, *lang;
	int64_t assigned, submitted;
};

struct progress {
	int64_t all, submitted, drafts;
	int64_t undeclared; /* members from whom some are expected, and who have not declared */
};

struct round_act {
	const char *act;
	int64_t at;
	const char *reason;
};

struct round_acts {
	struct round_act *rows;
	size_t n;
};

struct error store_round_add(struct db *db, const struct round *round, int64_t *id);
struct error store_round_update(struct db *db, const struct round *round);
struct error store_round_get(struct db *db, struct arena *arena, int64_t id, struct round *round);
struct error store_round_find(struct db *db, const char *key, int64_t *id);
struct error store_round_ids(struct db *db, const char *kind, struct id_list *ids);
struct error store_round_summaries(
	struct db *db, struct arena *arena, struct round_summaries *rounds);
struct error store_round_set_open(struct db *db, int64_t id, int64_t now);
struct error store_round_set_closed(struct db *db, int64_t id, int64_t now);
struct error store_round_set_shown(struct db *db, int64_t id);
/* A change of what belongs to the round is a new version of the round. */
struct error store_round_bump(struct db *db, int64_t id);

struct error store_round_act_add(
	struct db *db, int64_t round_id, const char *act, int64_t at, const char *reason);
struct error store_round_acts(
	struct db *db, struct arena *arena, int64_t round_id, struct round_acts *acts);

struct error store_rules_version_add(
	struct db *db, int64_t round_id, const struct rules_version *version);
struct error store_rules_versions(
	struct db *db, struct arena *arena, int64_t round_id, struct rules_versions *versions);

struct error store_criterion_add(
	struct db *db, int64_t round_id, const struct criterion *criterion, int64_t *id);
struct error store_criterion_update(struct db *db, const struct criterion *criterion);
struct error store_criterion_find(struct db *db, int64_t round_id, const char *key, int64_t *id);
struct error store_criterion_delete(struct db *db, int64_t id);
struct error store_criteria(
	struct db *db, struct arena *arena, int64_t round_id, struct criteria *criteria);
struct error store_bands_set(
	struct db *db, int64_t criterion_id, const struct band *bands, size_t n);
struct error store_bands(
	struct db *db, struct arena *arena, int64_t criterion_id, struct bands *bands);

struct error store_member_add(struct db *db, int64_t round_id, int64_t account_id, bool chair,
	bool substitute, int64_t *id);
struct error store_member_set(struct db *db, int64_t id, bool chair, bool substitute);
struct error store_member_clear_chair(struct db *db, int64_t round_id);
struct error store_member_set_state(
	struct db *db, int64_t id, const char *state, const char *reason, int64_t replaced_by);
struct error store_member_delete(struct db *db, int64_t id);
struct error store_member_find(struct db *db, int64_t round_id, int64_t account_id, int64_t *id);
struct error store_members(
	struct db *db, struct arena *arena, int64_t round_id, struct members *members);

/* Only id, login and name of each: their reviews are counted nowhere. */
struct error store_member_names(
	struct db *db, struct arena *arena, int64_t round_id, struct members *members);

/* Submissions that take part: in time or admitted. Challenge 0: all. */
struct error store_round_candidates(
	struct db *db, const char *kind, int64_t challenge_id, struct id_list *ids);
struct error store_item_add(struct db *db, const struct item *item, int64_t *id);
struct error store_item_ids(struct db *db, int64_t round_id, struct id_list *ids);
/* Of a blind round: those that have their code. */
struct error store_released_item_ids(struct db *db, int64_t round_id, struct id_list *ids);
/* Without those that were withdrawn or found ineligible before they were decided on. */
struct error store_ranked_item_ids(struct db *db, int64_t round_id, struct id_list *ids);
struct error store_item_get(struct db *db, struct arena *arena, int64_t id, struct item *item);
/* By the round's code or the submission's. */
struct error store_item_find(struct db *db, int64_t round_id, const char *code, int64_t *id);

struct error store_assignment_add(
	struct db *db, int64_t item_id, int64_t member_id, int64_t position);
struct error store_assignments_delete(struct db *db, int64_t round_id);
struct error store_assignment_find(struct db *db, int64_t item_id, int64_t member_id, int64_t *id);
/* Reviews and drafts of the round. */
struct error store_round_review_count(struct db *db, int64_t round_id, int64_t *n);
/* Of the reviews expected from active members without a conflict. */
struct error store_round_progress(
	struct db *db, struct arena *arena, int64_t round_id, struct progress *progress);
/* The same for one submission, over its rounds. */
struct error store_submission_reviews(
	struct db *db, struct arena *arena, int64_t submission_id, struct progress *progress);
