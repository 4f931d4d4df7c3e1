/* SPDX-License-Identifier: MIT */
#pragma once

#include "db/db.h"

struct phase {
	int64_t id;
	const char *key;
	int64_t position;
	const char *state;
	int64_t opens; /* as planned now; 0 is not planned */
	const char *opens_precision;
	int64_t closes;
	const char *closes_precision;
	int64_t opened, closed_at; /* as it happened; 0 is not yet */
	int64_t v;
};

struct phases {
	struct phase *rows;
	size_t n;
};

struct phase_act {
	const char *act;
	int64_t at;
	const char *missing, *reason;
};

struct phase_acts {
	struct phase_act *rows;
	size_t n;
};

struct milestone {
	int64_t id, phase_id;
	const char *key, *name_fi, *name_sv;
	int64_t actual;
	const char *actual_precision;
	int64_t planned;
	const char *planned_precision;
	int64_t plans; /* how often it was planned */
};

struct milestones {
	struct milestone *rows;
	size_t n;
};

struct milestone_plan {
	int64_t planned;
	const char *precision;
	int64_t made;
	const char *who, *reason;
};

struct milestone_plans {
	struct milestone_plan *rows;
	size_t n;
};

struct theme {
	int64_t id;
	const char *key, *name_fi, *name_sv, *name_en;
};

struct themes {
	struct theme *rows;
	size_t n;
};

struct error store_phase_add(struct db *db, const char *key, int64_t position, int64_t *id);
/* NULL key: all. */
struct error store_phases(
	struct db *db, struct arena *arena, const char *key, struct phases *phases);
struct error store_phase_set_state(struct db *db, int64_t id, const char *state);
struct error store_phase_act_add(struct db *db, int64_t phase_id, const struct phase_act *act);
struct error store_phase_acts(
	struct db *db, struct arena *arena, int64_t phase_id, struct phase_acts *acts);

struct error store_milestone_add(struct db *db, const struct milestone *milestone, int64_t *id);
struct error store_milestone_find(struct db *db, int64_t phase_id, const char *key, int64_t *id);
struct error store_milestones(
	struct db *db, struct arena *arena, int64_t phase_id, struct milestones *milestones);
struct error store_milestone_get(
	struct db *db, struct arena *arena, int64_t id, struct milestone *milestone);
struct error store_milestone_set_actual(
	struct db *db, int64_t id, int64_t actual, const char *precision);
struct error store_milestone_plan_add(
	struct db *db, int64_t milestone_id, const struct milestone_plan *plan, int64_t account_id);
struct error store_milestone_plans(
	struct db *db, struct arena *arena, int64_t milestone_id, struct milestone_plans *plans);

struct error store_theme_add(struct db *db, const struct theme *theme, int64_t *id);
struct error store_themes(struct db *db, struct arena *arena, struct themes *themes);
