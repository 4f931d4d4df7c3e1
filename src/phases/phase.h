/* SPDX-License-Identifier: MIT
 * The six phases: their dates as planned, re-planned and real, and moving them on. A phase is
 * planned, open, closed or decided; phases may overlap. What is missing is listed and needs a
 * reason; it does not stand in the way. */
#pragma once

#include "db/store/plan.h"
#include "src/base/daytime.h"
#include "src/ground/act.h"

enum phase_edge { PHASE_OPENS, PHASE_CLOSES };

struct error phase_list(struct context *ctx, struct arena *arena, struct phases *phases);
/* E_NOT_FOUND (field "phase") for an unknown key. */
struct error phase_get(
	struct context *ctx, struct arena *arena, const char *key, struct phase *phase);
/* Plans or re-plans one date; the earlier plan is kept with who, when and why. A new closing time
 * decides anew what is late among the submissions that nobody has admitted yet. */
struct error phase_plan(struct context *ctx, const char *key, enum phase_edge edge,
	const struct moment *when, const char *reason);

/* Both dates at once, or with NULL the other one alone: both are kept or neither. */
struct error phase_plan_both(struct context *ctx, const char *key, const struct moment *opens,
	const struct moment *closes, const char *reason);

enum phase_act_kind { PHASE_OPEN, PHASE_CLOSE, PHASE_DECIDE, PHASE_REOPEN, PHASE_ACT_COUNT };
/* The same, as both ends offer it. */
extern const struct act phase_act_rows[PHASE_ACT_COUNT];

struct error phase_check(
	struct context *ctx, const char *key, enum phase_act_kind act, struct checklist *checklist);
/* NULL if its state allows the act, else why not (N_). */
const char *phase_act_blocked(const struct phase *phase, enum phase_act_kind act);
/* E_REASON if the checklist is not clear and there is no reason; E_RULE if the state does not allow
 * it. */
struct error phase_move(
	struct context *ctx, const char *key, enum phase_act_kind act, const char *reason);

struct error milestone_list(
	struct context *ctx, struct arena *arena, int64_t phase_id, struct milestones *milestones);
struct error milestone_get(
	struct context *ctx, struct arena *arena, int64_t id, struct milestone *milestone);
/* In the language in use. */
const char *milestone_name(const struct milestone *milestone);
struct error milestone_add(struct context *ctx, const char *phase, const char *name_fi,
	const char *name_sv, const struct moment *planned);
struct error milestone_replan(
	struct context *ctx, int64_t id, const struct moment *planned, const char *reason);
struct error milestone_reached(struct context *ctx, int64_t id, const struct moment *actual);
/* milestone_reached, as both ends offer it. */
extern const struct act milestone_reaching;
struct error milestone_history(
	struct context *ctx, struct arena *arena, int64_t id, struct milestone_plans *plans);

struct error theme_list(struct context *ctx, struct arena *arena, struct themes *themes);
const char *theme_name(const struct theme *theme);
/* By key or a name in any language, whatever its case; 0 if there is none. */
int64_t theme_recognize(const struct themes *themes, const char *text);

/* The closing time of the phase that collects this kind of submission; 0 without one. */
struct error deadline_of_kind(struct context *ctx, const char *kind, int64_t *deadline);
const char *phase_of_kind(const char *kind);
