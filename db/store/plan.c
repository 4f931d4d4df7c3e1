/* SPDX-License-Identifier: MIT */
#include "db/store/plan.h"

static const struct row_field phase_fields[] = {
	{ FIELD_INT, offsetof(struct phase, id) },
	{ FIELD_TEXT, offsetof(struct phase, key) },
	{ FIELD_INT, offsetof(struct phase, position) },
	{ FIELD_TEXT, offsetof(struct phase, state) },
	{ FIELD_INT, offsetof(struct phase, opens) },
	{ FIELD_TEXT, offsetof(struct phase, opens_precision) },
	{ FIELD_INT, offsetof(struct phase, closes) },
	{ FIELD_TEXT, offsetof(struct phase, closes_precision) },
	{ FIELD_INT, offsetof(struct phase, opened) },
	{ FIELD_INT, offsetof(struct phase, closed_at) },
	{ FIELD_INT, offsetof(struct phase, v) },
};
static const struct shape phase_shape = { sizeof(struct phase), phase_fields, LEN(phase_fields) };

struct error store_phase_add(struct db *db, const char *key, int64_t position, int64_t *id)
{
	return db_insert(db, Q_PHASE_ADD, ARGS(TXT(key), I64(position)), id);
}

struct error store_phases(
	struct db *db, struct arena *arena, const char *key, struct phases *phases)
{
	return db_rows(
		db, Q_PHASE_LIST, ARGS(TXT(key)), &phase_shape, arena, &phases->rows, &phases->n);
}

struct error store_phase_set_state(struct db *db, int64_t id, const char *state)
{
	return db_run(db, Q_PHASE_SET_STATE, ARGS(TXT(state), I64(id)));
}

struct error store_phase_act_add(struct db *db, int64_t phase_id, const struct phase_act *act)
{
	return db_run(db, Q_PHASE_ACT_ADD,
		ARGS(I64(phase_id), TXT(act->act), I64(act->at), TXT(act->missing),
			TXT(act->reason)));
}

static const struct row_field phase_act_fields[] = {
	{ FIELD_TEXT, offsetof(struct phase_act, act) },
	{ FIELD_INT, offsetof(struct phase_act, at) },
	{ FIELD_TEXT, offsetof(struct phase_act, missing) },
	{ FIELD_TEXT, offsetof(struct phase_act, reason) },
};
static const struct shape phase_act_shape = { sizeof(struct phase_act), phase_act_fields,
	LEN(phase_act_fields) };

struct error store_phase_acts(
	struct db *db, struct arena *arena, int64_t phase_id, struct phase_acts *acts)
{
	return db_rows(db, Q_PHASE_ACTS, ARGS(I64(phase_id)), &phase_act_shape, arena, &acts->rows,
		&acts->n);
}

struct error store_milestone_add(struct db *db, const struct milestone *milestone, int64_t *id)
{
	return db_insert(db, Q_MILESTONE_ADD,
		ARGS(I64(milestone->phase_id), TXT(milestone->key), TXT(milestone->name_fi),
			TXT(milestone->name_sv)),
		id);
}

struct error store_milestone_find(struct db *db, int64_t phase_id, const char *key, int64_t *id)
{
	return db_number(db, Q_MILESTONE_FIND, ARGS(I64(phase_id), TXT(key)), id);
}

static const struct row_field milestone_fields[] = {
	{ FIELD_INT, offsetof(struct milestone, id) },
	{ FIELD_INT, offsetof(struct milestone, phase_id) },
	{ FIELD_TEXT, offsetof(struct milestone, key) },
	{ FIELD_TEXT, offsetof(struct milestone, name_fi) },
	{ FIELD_TEXT, offsetof(struct milestone, name_sv) },
	{ FIELD_INT, offsetof(struct milestone, actual) },
	{ FIELD_TEXT, offsetof(struct milestone, actual_precision) },
	{ FIELD_INT, offsetof(struct milestone, planned) },
	{ FIELD_TEXT, offsetof(struct milestone, planned_precision) },
	{ FIELD_INT, offsetof(struct milestone, plans) },
};
static const struct shape milestone_shape = { sizeof(struct milestone), milestone_fields,
	LEN(milestone_fields) };

struct error store_milestones(
	struct db *db, struct arena *arena, int64_t phase_id, struct milestones *milestones)
{
	return db_rows(db, Q_MILESTONE_LIST, ARGS(value_ref(0), I64(phase_id)), &milestone_shape,
		arena, &milestones->rows, &milestones->n);
}

struct error store_milestone_get(
	struct db *db, struct arena *arena, int64_t id, struct milestone *milestone)
{
	return db_row(db, Q_MILESTONE_LIST, ARGS(I64(id), value_ref(0)), &milestone_shape, arena,
		milestone);
}

struct error store_milestone_set_actual(
	struct db *db, int64_t id, int64_t actual, const char *precision)
{
	return db_run(db, Q_MILESTONE_SET_ACTUAL, ARGS(value_ref(actual), TXT(precision), I64(id)));
}

struct error store_milestone_plan_add(
	struct db *db, int64_t milestone_id, const struct milestone_plan *plan, int64_t account_id)
{
	return db_run(db, Q_MILESTONE_PLAN_ADD,
		ARGS(I64(milestone_id), I64(plan->planned), TXT(plan->precision), I64(plan->made),
			value_ref(account_id), TXT(plan->reason)));
}

static const struct row_field milestone_plan_fields[] = {
	{ FIELD_INT, offsetof(struct milestone_plan, planned) },
	{ FIELD_TEXT, offsetof(struct milestone_plan, precision) },
	{ FIELD_INT, offsetof(struct milestone_plan, made) },
	{ FIELD_TEXT, offsetof(struct milestone_plan, who) },
	{ FIELD_TEXT, offsetof(struct milestone_plan, reason) },
};
static const struct shape milestone_plan_shape = { sizeof(struct milestone_plan),
	milestone_plan_fields, LEN(milestone_plan_fields) };

struct error store_milestone_plans(
	struct db *db, struct arena *arena, int64_t milestone_id, struct milestone_plans *plans)
{
	return db_rows(db, Q_MILESTONE_PLANS, ARGS(I64(milestone_id)), &milestone_plan_shape, arena,
		&plans->rows, &plans->n);
}

struct error store_theme_add(struct db *db, const struct theme *theme, int64_t *id)
{
	return db_insert(db, Q_THEME_ADD,
		ARGS(TXT(theme->key), TXT(theme->name_fi), TXT(theme->name_sv),
			TXT(theme->name_en)),
		id);
}

static const struct row_field theme_fields[] = {
	{ FIELD_INT, offsetof(struct theme, id) },
	{ FIELD_TEXT, offsetof(struct theme, key) },
	{ FIELD_TEXT, offsetof(struct theme, name_fi) },
	{ FIELD_TEXT, offsetof(struct theme, name_sv) },
	{ FIELD_TEXT, offsetof(struct theme, name_en) },
};
static const struct shape theme_shape = { sizeof(struct theme), theme_fields, LEN(theme_fields) };

struct error store_themes(struct db *db, struct arena *arena, struct themes *themes)
{
	return db_rows(db, Q_THEME_LIST, NO_ARGS, &theme_shape, arena, &themes->rows, &themes->n);
}
