/* SPDX-License-Identifier: MIT */
#include "src/phases/checklist.h"

#include <stdio.h>
#include <string.h>

#include "db/store/checklist.h"
#include "src/base/i18n.h"
#include "src/phases/completion.h"
#include "src/phases/late.h"

static const struct {
	const char *phase;
	enum phase_act_kind act;
	enum missing what;
	const char *sentence;
} checks[] = {
	{ "problems", PHASE_CLOSE, MISSING_HELD_ROWS,
		N_("Held rows of imported files wait for a decision.") },
	{ "problems", PHASE_CLOSE, MISSING_CORRECTIONS,
		N_("Refused rows of imported files wait to be corrected.") },
	{ "problems", PHASE_DECIDE, MISSING_PROBLEM_DECISION,
		N_("No decision has been approved.") },
	{ "problems", PHASE_DECIDE, MISSING_CHALLENGE,
		N_("A selected problem has not been made a challenge.") },
	{ "applications", PHASE_OPEN, MISSING_CHALLENGES,
		N_("There is no challenge to apply to.") },
	{ "applications", PHASE_OPEN, MISSING_TRANSLATION,
		N_("A challenge has no title in both Finnish and Swedish.") },
	{ "applications", PHASE_DECIDE, MISSING_TEAM_DECISION,
		N_("Some applications have not been decided on.") },
	{ "applications", PHASE_DECIDE, MISSING_TEAM_RANGE,
		N_("The number of teams going on is outside the planned range.") },
	{ "applications", PHASE_DECIDE, MISSING_CHALLENGE_RANGE,
		N_("A challenge has more or fewer teams than was planned for one challenge.") },
	{ "applications", PHASE_DECIDE, MISSING_MEMBER_RANGE,
		N_("A team has more or fewer members than was planned.") },
	{ "mentoring", PHASE_OPEN, MISSING_TEAMS, N_("No team goes on to mentoring.") },
	{ "mentoring", PHASE_CLOSE, MISSING_SESSION,
		N_("A session has been neither held nor cancelled.") },
	{ "mentoring", PHASE_DECIDE, MISSING_ANSWER, N_("A question has not been answered.") },
	{ "solutions", PHASE_OPEN, MISSING_TEAMS, N_("No team goes on to solutions.") },
	{ "solutions", PHASE_CLOSE, MISSING_SOLUTION, N_("A team has handed in no solution.") },
	{ "solutions", PHASE_DECIDE, MISSING_SOLUTION_ROUND,
		N_("The round of a challenge with solutions has not been closed.") },
	{ "results", PHASE_CLOSE, MISSING_STATEMENT,
		N_("The jury has not signed its statement on every challenge.") },
	{ "results", PHASE_CLOSE, MISSING_DECISION,
		N_("The decision on a challenge has not been approved.") },
	{ "results", PHASE_DECIDE, MISSING_SERVICE,
		N_("A decision has not been served on every entrant.") },
	{ "procurement", PHASE_OPEN, MISSING_WINNER, N_("There is no winner to negotiate with.") },
	{ "procurement", PHASE_CLOSE, MISSING_NEGOTIATION, N_("A negotiation has not ended.") },
	{ "procurement", PHASE_CLOSE, MISSING_COMPLAINT_ANSWER,
		N_("A complaint has not been answered.") },
	{ "procurement", PHASE_DECIDE, MISSING_PAYMENT,
		N_("A payment is planned or approved but not paid.") },
};

void checklist_add(struct checklist *list, bool missing, const char *sentence, const char *about)
{
	if (!missing || list->n == LEN(list->missing))
		return;
	snprintf(list->about[list->n], sizeof(list->about[0]), "%s", about == NULL ? "" : about);
	list->missing[list->n++] = sentence;
}

static const char *const kinds[] = { "problem", "application", "solution" };

/* Taken in after their round was opened, and judged by none. */
static struct error add_left_out(
	struct context *ctx, const struct phase *phase, struct checklist *list)
{
	struct arena arena = { 0 };
	struct id_list ids = { 0 };
	const char *codes = "";
	struct error e = ok();

	for (size_t i = 0; e.code == E_OK && i < LEN(kinds); i++)
		if (strcmp(phase_of_kind(kinds[i]), phase->key) == 0)
			e = late_left_out(ctx, kinds[i], 0, &ids);
	if (e.code == E_OK)
		e = submission_codes(ctx, &arena, &ids, &codes);
	checklist_add(list, ids.n > 0,
		N_("Taken in after the round was opened, and judged by nobody:"), codes);
	id_list_clear(&ids);
	arena_clear(&arena);
	return e;
}

/* Requests for completion of that kind of submission which nobody has answered yet. */
static struct error open_completions(
	struct context *ctx, struct arena *arena, const char *kind, const char **codes)
{
	struct id_list ids = { 0 };
	struct buffer text = { 0 };
	struct error e = completion_open_ids(ctx, &ids);

	buffer_text(&text, "");
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct completion c;

		e = completion_get(ctx, arena, ids.ids[i], &c);
		if (e.code == E_OK && strcmp(c.kind, kind) == 0)
			buffer_printf(&text, "%s%s", *text.text == '\0' ? "" : ", ",
				completion_code(arena, &c));
	}
	*codes = arena_text(arena, text.text);
	buffer_clear(&text);
	id_list_clear(&ids);
	return e;
}

static struct error add_completions(
	struct context *ctx, const struct phase *phase, struct checklist *list)
{
	struct arena arena = { 0 };
	const char *codes = "";
	struct error e = ok();

	for (size_t i = 0; e.code == E_OK && i < LEN(kinds); i++) {
		if (strcmp(phase_of_kind(kinds[i]), phase->key) != 0)
			continue;
		e = open_completions(ctx, &arena, kinds[i], &codes);
		checklist_add(list, *codes != '\0',
			N_("Requests for completion have not been answered:"), codes);
	}
	arena_clear(&arena);
	return e;
}

/* Only the phases that collect by a deadline need it before they open. */
static bool collects(const char *phase)
{
	return phase_key_of(phase) == PHASE_PROBLEMS || phase_key_of(phase) == PHASE_APPLICATIONS ||
	       phase_key_of(phase) == PHASE_SOLUTIONS;
}

struct error checklist_make(struct context *ctx, const struct phase *phase, enum phase_act_kind act,
	struct checklist *list)
{
	*list = (struct checklist){ 0 };
	checklist_add(list, act == PHASE_REOPEN, N_("Opening a closed phase again needs a reason."),
		NULL);
	checklist_add(list, act == PHASE_OPEN && collects(phase->key) && phase->closes == 0,
		N_("The closing time has not been set."), NULL);
	checklist_add(list,
		act == PHASE_CLOSE && phase->closes != 0 && context_now(ctx) < phase->closes,
		N_("The closing time has not come yet."), NULL);
	if (act == PHASE_DECIDE)
		TRY(add_left_out(ctx, phase, list));
	if (act == PHASE_CLOSE || act == PHASE_DECIDE)
		TRY(add_completions(ctx, phase, list));
	for (size_t i = 0; i < LEN(checks); i++) {
		int64_t n = 0;

		if (checks[i].act != act || strcmp(checks[i].phase, phase->key) != 0)
			continue;
		TRY(store_missing(ctx->db, checks[i].what, &n));
		checklist_add(list, n > 0, checks[i].sentence, NULL);
	}
	return ok();
}
