/* SPDX-License-Identifier: MIT */
#include "src/phases/phase.h"

#include <stdio.h>
#include <string.h>

#include "db/store/submission.h"
#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/ground/record.h"
#include "src/phases/checklist.h"

static const struct {
	const char *kind, *phase;
} collecting[] = {
	{ "problem", "problems" },
	{ "application", "applications" },
	{ "solution", "solutions" },
};

const char *phase_of_kind(const char *kind)
{
	for (size_t i = 0; i < LEN(collecting); i++)
		if (strcmp(collecting[i].kind, kind) == 0)
			return collecting[i].phase;
	return "";
}

static const char *kind_of_phase(const char *phase)
{
	for (size_t i = 0; i < LEN(collecting); i++)
		if (strcmp(collecting[i].phase, phase) == 0)
			return collecting[i].kind;
	return NULL;
}

struct error phase_list(struct context *ctx, struct arena *arena, struct phases *phases)
{
	return store_phases(ctx->db, arena, NULL, phases);
}

struct error phase_get(
	struct context *ctx, struct arena *arena, const char *key, struct phase *phase)
{
	struct phases found;

	TRY(store_phases(ctx->db, arena, key, &found));
	if (found.n != 1)
		return fail(E_NOT_FOUND, "phase");
	*phase = found.rows[0];
	return ok();
}

struct error deadline_of_kind(struct context *ctx, const char *kind, int64_t *deadline)
{
	struct arena arena = { 0 };
	struct phase phase;
	struct error e = phase_get(ctx, &arena, phase_of_kind(kind), &phase);

	*deadline = e.code == E_OK ? phase.closes : 0;
	arena_clear(&arena);
	return e;
}

static struct error add_plan(
	struct context *ctx, int64_t milestone, const struct moment *when, const char *reason)
{
	struct milestone_plan plan = { when->time, precision_code(when->precision),
		context_now(ctx), NULL, reason };

	return store_milestone_plan_add(ctx->db, milestone, &plan, ctx->account.id);
}

static const char *const edge_keys[] = {
	[PHASE_OPENS] = "opens",
	[PHASE_CLOSES] = "closes",
};

static struct error plan_edge(struct context *ctx, const struct phase *phase, enum phase_edge edge,
	const struct moment *when, const char *reason)
{
	const char *kind = kind_of_phase(phase->key);
	int64_t milestone;
	bool backwards = edge == PHASE_CLOSES ? phase->opens != 0 && when->time <= phase->opens :
						phase->closes != 0 && when->time >= phase->closes;

	if (backwards)
		return rule(N_("A phase must close after it opens."));
	TRY(store_milestone_find(ctx->db, phase->id, edge_keys[edge], &milestone));
	TRY(add_plan(ctx, milestone, when, reason));
	if (edge == PHASE_CLOSES && kind != NULL)
		return store_submission_remark_late(ctx->db, kind, when->time);
	return ok();
}

/* Each is compared with what the other will be. */
static struct error plan_edges(struct context *ctx, struct phase *phase, const struct moment *opens,
	const struct moment *closes, const char *reason)
{
	if (opens != NULL)
		phase->opens = opens->time;
	if (closes != NULL)
		phase->closes = closes->time;
	if (opens != NULL)
		TRY(plan_edge(ctx, phase, PHASE_OPENS, opens, reason));
	return closes == NULL ? ok() : plan_edge(ctx, phase, PHASE_CLOSES, closes, reason);
}

struct error phase_plan_both(struct context *ctx, const char *key, const struct moment *opens,
	const struct moment *closes, const char *reason)
{
	struct arena arena = { 0 };
	const char *why = "";
	struct phase phase;

	TRY(require(ctx, ACT_PLAN));
	struct error e = input_lines(&arena, "reason", reason, REASON_MAX, false, &why);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		e = phase_get(ctx, &arena, key, &phase);
		if (e.code == E_OK)
			e = plan_edges(ctx, &phase, opens, closes, why);
		e = context_end(ctx, e, "phase.plan", key);
	}
	arena_clear(&arena);
	return e;
}

struct error phase_plan(struct context *ctx, const char *key, enum phase_edge edge,
	const struct moment *when, const char *reason)
{
	return edge == PHASE_OPENS ? phase_plan_both(ctx, key, when, NULL, reason) :
				     phase_plan_both(ctx, key, NULL, when, reason);
}

struct error phase_check(
	struct context *ctx, const char *key, enum phase_act_kind act, struct checklist *checklist)
{
	struct arena arena = { 0 };
	struct phase phase;
	struct error e = phase_get(ctx, &arena, key, &phase);

	if (e.code == E_OK)
		e = checklist_make(ctx, &phase, act, checklist);
	arena_clear(&arena);
	return e;
}

static const struct {
	const char *from, *to, *refusal;
} moves[] = {
	[PHASE_OPEN] = { "planned", "open", N_("Only a planned phase can be opened.") },
	[PHASE_CLOSE] = { "open", "closed", N_("Only an open phase can be closed.") },
	[PHASE_DECIDE] = { "closed", "decided",
		N_("Only a closed phase can be marked as decided.") },
	[PHASE_REOPEN] = { "closed", "open", N_("Only a closed phase can be opened again.") },
};

static struct error mark_actual(struct context *ctx, int64_t phase, enum phase_act_kind act)
{
	int64_t milestone, now = context_now(ctx);
	const char *key = act == PHASE_OPEN ? "opens" : "closes";

	if (act == PHASE_DECIDE)
		return ok();
	TRY(store_milestone_find(ctx->db, phase, key, &milestone));
	return store_milestone_set_actual(
		ctx->db, milestone, act == PHASE_REOPEN ? 0 : now, "minute");
}

const char *phase_act_blocked(const struct phase *phase, enum phase_act_kind act)
{
	return strcmp(phase->state, moves[act].from) == 0 ? NULL : moves[act].refusal;
}

static struct error move(
	struct context *ctx, const struct phase *phase, enum phase_act_kind act, const char *reason)
{
	struct checklist list;
	struct buffer missing = { 0 };

	const char *blocked = phase_act_blocked(phase, act);

	if (blocked != NULL)
		return rule(blocked);
	TRY(checklist_make(ctx, phase, act, &list));
	if (list.n > 0 && *reason == '\0')
		return fail(E_REASON, list.missing[0]);
	for (size_t i = 0; i < list.n; i++)
		buffer_printf(&missing, "%s%s", i > 0 ? "\n" : "", list.missing[i]);
	struct phase_act row = { phase_act_rows[act].verb, context_now(ctx),
		missing.text == NULL ? "" : missing.text, reason };
	struct error e = store_phase_act_add(ctx->db, phase->id, &row);
	buffer_clear(&missing);
	TRY(e);
	TRY(mark_actual(ctx, phase->id, act));
	return store_phase_set_state(ctx->db, phase->id, moves[act].to);
}

struct error phase_move(
	struct context *ctx, const char *key, enum phase_act_kind act, const char *reason)
{
	struct arena arena = { 0 };
	const char *why = "";
	struct phase phase;

	TRY(require(ctx, ACT_PLAN));
	struct error e = input_lines(&arena, "reason", reason, REASON_MAX, false, &why);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		e = phase_get(ctx, &arena, key, &phase);
		if (e.code == E_OK)
			e = move(ctx, &phase, act, why);
		e = context_end(ctx, e, phase_act_rows[act].log, key);
	}
	arena_clear(&arena);
	return e;
}

struct error milestone_list(
	struct context *ctx, struct arena *arena, int64_t phase_id, struct milestones *milestones)
{
	return store_milestones(ctx->db, arena, phase_id, milestones);
}

static struct error add_milestone(struct context *ctx, const char *phase_key,
	struct milestone *milestone, const struct moment *planned)
{
	struct arena arena = { 0 };
	struct phase phase;
	int64_t id = 0;
	struct error e = phase_get(ctx, &arena, phase_key, &phase);

	if (e.code == E_OK) {
		milestone->phase_id = phase.id;
		e = store_milestone_add(ctx->db, milestone, &id);
	}
	if (e.code == E_OK)
		e = add_plan(ctx, id, planned, "");
	arena_clear(&arena);
	return e;
}

struct error milestone_add(struct context *ctx, const char *phase, const char *name_fi,
	const char *name_sv, const struct moment *planned)
{
	struct arena arena = { 0 };
	struct milestone milestone = { .key = "", .name_fi = name_fi, .name_sv = name_sv };

	TRY(require(ctx, ACT_PLAN));
	struct error e = record_clean(&arena, &record_of_milestone, &milestone, IN_ADD);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK)
		e = context_end(ctx, add_milestone(ctx, phase, &milestone, planned),
			"milestone.add", phase);
	arena_clear(&arena);
	return e;
}

struct error milestone_replan(
	struct context *ctx, int64_t id, const struct moment *planned, const char *reason)
{
	struct arena arena = { 0 };
	const char *why = "";
	struct reference object;

	TRY(require(ctx, ACT_PLAN));
	object = reference_number(KIND_MILESTONE, id);
	struct error e = input_lines(&arena, "reason", reason, REASON_MAX, true, &why);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK)
		e = context_end(
			ctx, add_plan(ctx, id, planned, why), "milestone.plan", object.text);
	arena_clear(&arena);
	return e;
}

struct error milestone_get(
	struct context *ctx, struct arena *arena, int64_t id, struct milestone *milestone)
{
	struct error e = store_milestone_get(ctx->db, arena, id, milestone);

	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "milestone") : e;
}

const char *milestone_name(const struct milestone *m)
{
	if (strcmp(m->key, "opens") == 0)
		return C_("milestone", "Opens");
	if (strcmp(m->key, "closes") == 0)
		return C_("milestone", "Closes");
	return i18n_pick(m->name_fi, m->name_sv, "", NULL);
}

struct error milestone_reached(struct context *ctx, int64_t id, const struct moment *actual)
{
	struct reference object;

	TRY(require(ctx, ACT_PLAN));
	object = reference_number(KIND_MILESTONE, id);
	TRY(context_begin(ctx));
	return context_end(ctx,
		store_milestone_set_actual(
			ctx->db, id, actual->time, precision_code(actual->precision)),
		milestone_reaching.log, object.text);
}

struct error milestone_history(
	struct context *ctx, struct arena *arena, int64_t id, struct milestone_plans *plans)
{
	return store_milestone_plans(ctx->db, arena, id, plans);
}

struct error theme_list(struct context *ctx, struct arena *arena, struct themes *themes)
{
	return store_themes(ctx->db, arena, themes);
}

const char *theme_name(const struct theme *theme)
{
	return i18n_pick(theme->name_fi, theme->name_sv, theme->name_en, NULL);
}

static bool is_called(struct arena *arena, const struct theme *theme, const char *folded)
{
	return strcmp(utf8_fold(arena, theme->key), folded) == 0 ||
	       strcmp(utf8_fold(arena, theme->name_fi), folded) == 0 ||
	       strcmp(utf8_fold(arena, theme->name_sv), folded) == 0 ||
	       strcmp(utf8_fold(arena, theme->name_en), folded) == 0;
}

int64_t theme_recognize(const struct themes *themes, const char *text)
{
	struct arena arena = { 0 };

	if (*text == '\0')
		return 0;
	const char *folded = utf8_fold(&arena, text);
	int64_t id = 0;

	for (size_t i = 0; i < themes->n && id == 0; i++)
		if (is_called(&arena, &themes->rows[i], folded))
			id = themes->rows[i].id;
	arena_clear(&arena);
	return id;
}
