/* SPDX-License-Identifier: MIT */
#include "db/store/plan.h"

static const struct field phase_fields[] = {
	{ COLUMN(struct phase, id) },
	{ COLUMN(struct phase, key), .name = "phase", .word = NC_("field", "Phase"),
		.meaning = MEANS_CODE, .words = WORDS_PHASE },
	{ COLUMN(struct phase, position) },
	{ COLUMN(struct phase, state), .name = "state", .word = NC_("field", "State"),
		.meaning = MEANS_CODE, .words = WORDS_PHASE_STATE, .in = IN_TOLD },
	{ COLUMN(struct phase, opens), .name = "opens", .word = NC_("field", "Opens"),
		.meaning = MEANS_TIME, .in = IN_EDIT },
	{ COLUMN(struct phase, opens_precision) },
	{ COLUMN(struct phase, closes), .name = "closes", .word = NC_("field", "Closes"),
		.meaning = MEANS_TIME, .in = IN_EDIT },
	{ COLUMN(struct phase, closes_precision) },
	{ COLUMN(struct phase, opened) },
	{ COLUMN(struct phase, closed_at) },
	{ COLUMN(struct phase, v) },
};
const struct record record_of_phase = RECORD_OF(phase, "phase");

struct error store_phase_add(struct db *db, const char *key, int64_t position, int64_t *id)
{
	return db_insert(db, Q_PHASE_ADD, ARGS(TXT("key", key), I64("position", position)), id);
}

struct error store_phases(
	struct db *db, struct arena *arena, const char *key, struct phases *phases)
{
	return db_rows(db, Q_PHASE_LIST, ARGS(TXT("key", key)), arena, &phases->rows, &phases->n);
}

struct error store_phase_set_state(struct db *db, int64_t id, const char *state)
{
	return db_run(db, Q_PHASE_SET_STATE, ARGS(TXT("state", state), I64("id", id)));
}

struct error store_phase_act_add(struct db *db, int64_t phase_id, const struct phase_act *act)
{
	return db_put(db, Q_PHASE_ACT_ADD, act, ARGS(I64("phase_id", phase_id)), NULL);
}

static const struct field phase_act_fields[] = {
	{ COLUMN(struct phase_act, act) },
	{ COLUMN(struct phase_act, at) },
	{ COLUMN(struct phase_act, missing) },
	{ COLUMN(struct phase_act, reason), .name = "reason", .word = NC_("field", "Reason"),
		.meaning = MEANS_LINES, .seen_by = SEEN_BY_OFFICE },
	{ NOWHERE("phase_id"), .name = "phase", .word = NC_("field", "Phase"), .meaning = MEANS_REF,
		.of = "phase", .in = IN_TOLD },
};
const struct record record_of_phase_act = RECORD_OF(phase_act, "phase_act");

struct error store_phase_acts(
	struct db *db, struct arena *arena, int64_t phase_id, struct phase_acts *acts)
{
	return db_rows(
		db, Q_PHASE_ACTS, ARGS(I64("phase_id", phase_id)), arena, &acts->rows, &acts->n);
}

struct error store_milestone_add(struct db *db, const struct milestone *milestone, int64_t *id)
{
	return db_put(db, Q_MILESTONE_ADD, milestone, NO_ARGS, id);
}

struct error store_milestone_find(struct db *db, int64_t phase_id, const char *key, int64_t *id)
{
	return db_number(
		db, Q_MILESTONE_FIND, ARGS(I64("phase_id", phase_id), TXT("key", key)), id);
}

static const struct field milestone_fields[] = {
	{ COLUMN(struct milestone, id) },
	{ COLUMN(struct milestone, phase_id), .name = "phase", .word = NC_("field", "Phase"),
		.meaning = MEANS_REF, .of = "phase", .in = IN_TOLD },
	{ COLUMN(struct milestone, key), .name = "key", .word = NC_("field", "Key"),
		.meaning = MEANS_LINE },
	{ COLUMN(struct milestone, name_fi), .name = "name_fi", .lang = "fi",
		.word = NC_("field", "Name in Finnish"), .meaning = MEANS_LINE,
		.in = IN_ADD | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct milestone, name_sv), .name = "name_sv", .lang = "sv",
		.word = NC_("field", "Name in Swedish"), .meaning = MEANS_LINE,
		.in = IN_ADD | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct milestone, actual), .name = "actual", .code = "date",
		.word = NC_("field", "Date"), .brief = NC_("column", "Happened"),
		.meaning = MEANS_TIME, .in = IN_TOLD },
	{ COLUMN(struct milestone, actual_precision) },
	{ COLUMN(struct milestone, planned) },
	{ COLUMN(struct milestone, planned_precision) },
	{ COLUMN(struct milestone, plans) },
};
const struct record record_of_milestone = RECORD_OF(milestone, "milestone");

struct error store_milestones(
	struct db *db, struct arena *arena, int64_t phase_id, struct milestones *milestones)
{
	return db_rows(db, Q_MILESTONE_LIST, ARGS(REF("id", 0), I64("phase_id", phase_id)), arena,
		&milestones->rows, &milestones->n);
}

struct error store_milestone_get(
	struct db *db, struct arena *arena, int64_t id, struct milestone *milestone)
{
	return db_row(
		db, Q_MILESTONE_LIST, ARGS(I64("id", id), REF("phase_id", 0)), arena, milestone);
}

struct error store_milestone_set_actual(
	struct db *db, int64_t id, int64_t actual, const char *precision)
{
	return db_run(db, Q_MILESTONE_SET_ACTUAL,
		ARGS(REF("actual", actual), TXT("precision", precision), I64("id", id)));
}

struct error store_milestone_plan_add(
	struct db *db, int64_t milestone_id, const struct milestone_plan *plan, int64_t account_id)
{
	return db_put(db, Q_MILESTONE_PLAN_ADD, plan,
		ARGS(I64("milestone_id", milestone_id), REF("account_id", account_id)), NULL);
}

static const struct field milestone_plan_fields[] = {
	{ COLUMN(struct milestone_plan, planned), .name = "planned", .code = "date",
		.word = NC_("field", "Date"), .meaning = MEANS_TIME, .in = IN_TOLD },
	{ COLUMN(struct milestone_plan, precision) },
	{ COLUMN(struct milestone_plan, made) },
	{ COLUMN(struct milestone_plan, who) },
	{ COLUMN(struct milestone_plan, reason), .name = "reason", .word = NC_("field", "Reason"),
		.meaning = MEANS_LINES, .seen_by = SEEN_BY_OFFICE },
	{ NOWHERE("milestone_id"), .name = "milestone", .word = NC_("field", "Milestone"),
		.meaning = MEANS_REF, .of = "milestone", .in = IN_TOLD },
};
const struct record record_of_milestone_plan = RECORD_OF(milestone_plan, "milestone_plan");

struct error store_milestone_plans(
	struct db *db, struct arena *arena, int64_t milestone_id, struct milestone_plans *plans)
{
	return db_rows(db, Q_MILESTONE_PLANS, ARGS(I64("milestone_id", milestone_id)), arena,
		&plans->rows, &plans->n);
}

struct error store_theme_add(struct db *db, const struct theme *theme, int64_t *id)
{
	return db_put(db, Q_THEME_ADD, theme, NO_ARGS, id);
}

static const struct field theme_fields[] = {
	{ COLUMN(struct theme, id) },
	{ COLUMN(struct theme, key), .name = "key", .word = NC_("field", "Key"),
		.meaning = MEANS_LINE, .in = IN_ADD | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct theme, name_fi), .name = "name_fi", .lang = "fi",
		.word = NC_("field", "Name in Finnish"), .meaning = MEANS_LINE,
		.in = IN_ADD | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct theme, name_sv), .name = "name_sv", .lang = "sv",
		.word = NC_("field", "Name in Swedish"), .meaning = MEANS_LINE,
		.in = IN_ADD | IN_TOLD | IN_REQUIRED },
	{ COLUMN(struct theme, name_en), .name = "name_en", .lang = "en",
		.word = NC_("field", "Name in English"), .meaning = MEANS_LINE,
		.in = IN_ADD | IN_TOLD },
};
const struct record record_of_theme = RECORD_OF(theme, "theme");

struct error store_themes(struct db *db, struct arena *arena, struct themes *themes)
{
	return db_rows(db, Q_THEME_LIST, NO_ARGS, arena, &themes->rows, &themes->n);
}
