/* SPDX-License-Identifier: MIT
 * Moving phases on, and milestones reached, as both ends offer it. */
#include <string.h>

#include "src/base/i18n.h"
#include "src/phases/phase.h"

/* By its id, which a phase has but nobody uses. */
static struct error phase_of(
	struct context *ctx, struct arena *arena, int64_t id, struct phase *phase)
{
	struct phases phases;

	TRY(phase_list(ctx, arena, &phases));
	for (size_t i = 0; i < phases.n; i++)
		if (phases.rows[i].id == id) {
			*phase = phases.rows[i];
			return ok();
		}
	return fail(E_NOT_FOUND, "phase");
}

static struct error blocked(struct context *ctx, struct arena *arena, const struct act *act,
	int64_t id, const char **why)
{
	struct phase phase;

	TRY(phase_of(ctx, arena, id, &phase));
	*why = phase_act_blocked(&phase, (enum phase_act_kind)act->which);
	return ok();
}

static struct error missing(
	struct context *ctx, const struct act *act, int64_t id, struct checklist *list)
{
	struct arena arena = { 0 };
	struct phase phase;
	struct error e = phase_of(ctx, &arena, id, &phase);

	if (e.code == E_OK)
		e = phase_check(ctx, phase.key, (enum phase_act_kind)act->which, list);
	arena_clear(&arena);
	return e;
}

static struct error run(
	struct context *ctx, const struct act *act, int64_t id, const struct answers *answers)
{
	struct arena arena = { 0 };
	struct phase phase;
	struct error e = phase_of(ctx, &arena, id, &phase);

	if (e.code == E_OK)
		e = phase_move(
			ctx, phase.key, (enum phase_act_kind)act->which, answers->rows[0].text);
	arena_clear(&arena);
	return e;
}

static const struct act_ask asks[] = {
	{ .name = "reason", .aside = true, .help = N_("why, although something is missing") },
};

#define MOVE(which_, verb_) \
	.verb = verb_, .log = "phase." verb_, .action = ACT_PLAN, .which = which_, .asks = asks, \
	.ask_count = LEN(asks), .button = NC_("button", "Yes"), .blocked = blocked, \
	.missing = missing, .run = run

const struct act phase_act_rows[] = {
	[PHASE_OPEN] = { MOVE(PHASE_OPEN, "open"), .told = N_("%s opened a phase: %s."),
		.help = N_("Opens a planned phase."), .question = N_("Open the phase now?"),
		.done = N_("The phase is open.") },
	[PHASE_CLOSE] = { MOVE(PHASE_CLOSE, "close"), .told = N_("%s closed a phase: %s."),
		.help = N_("Closes an open phase."), .question = N_("Close the phase now?"),
		.done = N_("The phase is closed.") },
	[PHASE_DECIDE] = { MOVE(PHASE_DECIDE, "decide"),
		.told = N_("%s marked a phase as decided: %s."),
		.help = N_("Marks a closed phase as decided."),
		.question = N_("Mark the phase as decided?"),
		.done = N_("The phase is marked as decided.") },
	[PHASE_REOPEN] = { MOVE(PHASE_REOPEN, "reopen"), .told = N_("%s opened a phase again: %s."),
		.help = N_("Opens a closed phase again."), .question = N_("Open the phase again?"),
		.done = N_("The phase is open again.") },
};

/* The phase's own dates are set by opening and closing it. */
static struct error milestone_blocked(struct context *ctx, struct arena *arena,
	const struct act *act, int64_t id, const char **why)
{
	struct milestone m;

	(void)act;
	TRY(milestone_get(ctx, arena, id, &m));
	if (*m.key != '\0')
		*why = N_("The phase's own dates are reached by opening and closing it.");
	return ok();
}

static struct error run_reached(
	struct context *ctx, const struct act *act, int64_t id, const struct answers *answers)
{
	(void)act;
	return milestone_reached(ctx, id, &answers->rows[0].moment);
}

static const struct act_ask reached_asks[] = {
	{ .name = "date",
		.kind = ASK_MOMENT,
		.required = true,
		.help = N_("when: 23.1.2020, 1.2020, \"autumn 2019\", 2020") },
};

const struct act milestone_reaching = { .verb = "reached",
	.log = "milestone.reached",
	.told = N_("%s marked a milestone as reached: %s."),
	.action = ACT_PLAN,
	.asks = reached_asks,
	.ask_count = LEN(reached_asks),
	.help = N_("It has happened."),
	.title = NC_("title", "When did it happen?"),
	.question = N_("As coarse as it is known: 23.1.2020, 1.2020, autumn 2019, 2020."),
	.done = N_("Saved."),
	.blocked = milestone_blocked,
	.run = run_reached };
