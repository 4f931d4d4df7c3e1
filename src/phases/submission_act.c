/* SPDX-License-Identifier: MIT
 * What happens to a submission after it has come: withdrawn, excluded, admitted, restored, left as
 * it is.
 */
#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/phases/application.h"
#include "src/phases/eligibility.h"
#include "src/phases/late.h"
#include "src/phases/second.h"

static bool in_state(const struct submission *s, enum submission_state state)
{
	return submission_state_of(s->state) == state;
}

static bool in_review(const struct submission *s)
{
	return in_state(s, SUBMISSION_STATE_RECEIVED) || in_state(s, SUBMISSION_STATE_ADMITTED);
}

/* NULL if the act is possible on it, else why not (N_). */
static const char *submission_act_blocked(const struct submission *s, enum act_kind act)
{
	bool out =
		in_state(s, SUBMISSION_STATE_WITHDRAWN) || in_state(s, SUBMISSION_STATE_INELIGIBLE);

	if (in_state(s, SUBMISSION_STATE_JOINED))
		return N_("It has been joined to another problem: separate them first.");
	switch (act) {
	case SUBMISSION_WITHDRAW:
		return in_state(s, SUBMISSION_STATE_WITHDRAWN) ?
			       N_("It has already been withdrawn.") :
			       NULL;
	case SUBMISSION_EXCLUDE:
		return out ? N_("It has already been withdrawn or excluded.") : NULL;
	case SUBMISSION_ADMIT:
		if (s->waiting != 0)
			return in_review(s) ? NULL : N_("It has already been decided on.");
		if (!s->late)
			return N_("It came in time: it needs no admission.");
		return in_state(s, SUBMISSION_STATE_RECEIVED) ?
			       NULL :
			       N_("It has already been admitted or decided on.");
	case SUBMISSION_RESTORE:
		return out ? NULL : N_("Only what was withdrawn or excluded can be restored.");
	case SUBMISSION_PASS:
		return in_review(s) ? NULL : N_("It has already been decided on.");
	case SUBMISSION_ACT_COUNT:
		break;
	}
	return NULL;
}

/* What it then is; NULL: that depends on what it was. */
static const char *const states[] = {
	[SUBMISSION_WITHDRAW] = "withdrawn",
	[SUBMISSION_EXCLUDE] = "ineligible",
	[SUBMISSION_ADMIT] = "admitted",
	[SUBMISSION_RESTORE] = NULL,
	[SUBMISSION_PASS] = NULL,
};
static_assert(LEN(states) == SUBMISSION_ACT_COUNT, "every act has its row");

/* What it was before it was withdrawn or excluded. */
static struct error state_before(
	struct context *ctx, struct arena *arena, int64_t id, const char **state)
{
	struct submission_acts history;

	TRY(store_submission_acts(ctx->db, arena, id, &history));
	for (size_t i = history.n; i-- > 0;) {
		const struct submission_act *act = &history.rows[i];
		bool went_out = strcmp(act->act, "withdraw") == 0 ||
				submission_act_code_of(act->act) == SUBMISSION_ACT_EXCLUDE;

		if (!went_out || submission_state_of(act->before) == SUBMISSION_STATE_WITHDRAWN ||
			submission_state_of(act->before) == SUBMISSION_STATE_INELIGIBLE)
			continue;
		*state = act->before;
		return ok();
	}
	*state = "received";
	return ok();
}

static struct error act_on(struct context *ctx, struct arena *arena, const struct submission *s,
	enum act_kind act, const char *ground, const char *reason)
{
	const char *blocked = submission_act_blocked(s, act);
	const char *state = states[act];

	if (blocked != NULL)
		return rule(blocked);
	if (act == SUBMISSION_EXCLUDE && *reason == '\0')
		TRY(eligibility_named(ctx, arena, s->id, ELIGIBILITY_NO, s->lang, &reason));
	if (act != SUBMISSION_WITHDRAW && *reason == '\0' && *ground == '\0')
		return fail(E_REQUIRED, "reason");
	if (act == SUBMISSION_PASS) {
		state = s->state;
		TRY(store_submission_wait_no_more(ctx->db, s->id));
	}
	if (act == SUBMISSION_RESTORE)
		TRY(state_before(ctx, arena, s->id, &state));
	if (act == SUBMISSION_ADMIT && s->waiting != 0)
		TRY(late_admit(ctx, arena, s));
	if (act != SUBMISSION_ADMIT && act != SUBMISSION_PASS &&
		submission_kind_of(s->kind) == SUBMISSION_KIND_APPLICATION)
		TRY(application_moved(ctx, arena, s, state, reason));
	TRY(store_submission_act_add(ctx->db, s->id,
		&(struct submission_act){ submission_act_rows[act].verb, context_now(ctx), s->state,
			reason, NULL, ground },
		ctx->account.id));
	return store_submission_set_state(ctx->db, s->id, state);
}

struct error submission_admit_confirmed(
	struct context *ctx, struct arena *arena, const struct second_act *act)
{
	struct submission s;

	TRY(submission_get(ctx, arena, act->row_id, &s));
	return act_on(ctx, arena, &s, SUBMISSION_ADMIT, act->ground, act->reason);
}

/* Did the one who acts record what is to be admitted: the submission, or the version that waits? */
static struct error is_own(struct context *ctx, const struct submission *s, bool *own)
{
	int64_t recorder = 0;

	if (s->waiting == 0)
		return second_is_own(ctx, SECOND_ADMIT, s->id, own);
	struct error e = store_submission_version_recorder(ctx->db, s->id, s->waiting, &recorder);
	*own = e.code == E_OK && recorder == ctx->account.id;
	return e.code == E_NOT_FOUND ? ok() : e;
}

/* What a team sent late is admitted only for what the organizer did, and never by whoever recorded
 * it alone. */
static struct error admit(struct context *ctx, struct arena *arena, const struct submission *s,
	const struct second_act *in, bool *waits)
{
	struct second_act act = *in;
	const char *blocked = submission_act_blocked(s, SUBMISSION_ADMIT);
	int64_t number;

	act.object = s->code;
	if (s->team_id == 0)
		act.ground = "";
	else
		TRY(is_own(ctx, s, waits));
	if (blocked != NULL)
		return rule(blocked);
	if (*waits)
		return second_propose(ctx, SECOND_ADMIT, &act);
	TRY(second_waiting(ctx, SECOND_ADMIT, s->id, &number));
	if (number != 0) /* else it would go on waiting for what has happened */
		return rule(N_("It waits for a second person: confirm it or turn it down."));
	return submission_admit_confirmed(ctx, arena, &act);
}

struct error submission_admit(
	struct context *ctx, int64_t id, const char *ground, const char *reason)
{
	struct arena arena = { 0 };
	struct second_act act = { .row_id = id, .ground = ground, .reason = "" };
	struct submission s = { .code = "" };
	bool waits = false;

	TRY(require(ctx, ACT_SUBMISSION));
	TRY(input_code("late_ground", WORDS_LATE_GROUND, ground));
	struct error e = input_lines(&arena, "reason", reason, REASON_MAX,
		late_ground_of(ground) == LATE_GROUND_OTHER, &act.reason);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		e = submission_get(ctx, &arena, id, &s);
		if (e.code == E_OK)
			e = admit(ctx, &arena, &s, &act, &waits);
		e = context_end(ctx, e,
			waits ? second_verb(SECOND_ADMIT) :
				submission_act_rows[SUBMISSION_ADMIT].log,
			s.code == NULL ? "" : s.code);
	}
	arena_clear(&arena);
	return e;
}

struct error submission_act(struct context *ctx, int64_t id, enum act_kind act, const char *reason)
{
	struct arena arena = { 0 };
	struct submission s;
	const char *why = "";
	char code[16] = "";

	if (act == SUBMISSION_ADMIT)
		return submission_admit(ctx, id, "other", reason);
	TRY(require(ctx, ACT_SUBMISSION));
	struct error e = input_lines(&arena, "reason", reason, REASON_MAX, false, &why);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		e = submission_get(ctx, &arena, id, &s);
		if (e.code == E_OK) {
			snprintf(code, sizeof(code), "%s", s.code);
			e = act_on(ctx, &arena, &s, act, "", why);
		}
		e = context_end(ctx, e, submission_act_rows[act].log, code);
	}
	arena_clear(&arena);
	return e;
}

static struct error blocked(struct context *ctx, struct arena *arena, const struct act *act,
	int64_t id, const char **why)
{
	struct submission s;

	TRY(submission_get(ctx, arena, id, &s));
	*why = submission_act_blocked(&s, (enum act_kind)act->which);
	return ok();
}

/* What was answered with no is the reason, where none is typed. */
static struct error word_exclusion(
	struct context *ctx, struct arena *arena, int64_t id, const char **question)
{
	const char *lines;

	TRY(eligibility_named(ctx, arena, id, ELIGIBILITY_NO, NULL, &lines));
	if (*lines == '\0')
		*question = _("Why? The applicant will read this reason.");
	else
		/* TRANSLATORS: %s is one or more questions, a line each. */
		*question = arena_printf(arena,
			_("Not eligible by:\n%s\nWhy? The applicant will read this reason; empty: "
			  "these questions are the reason."),
			lines);
	return ok();
}

static const char *note(struct context *ctx, int64_t id)
{
	struct arena arena = { 0 };
	struct submission s;
	const char *standing =
		submission_get(ctx, &arena, id, &s).code == E_OK ? late_standing(ctx, &s) : NULL;

	arena_clear(&arena);
	return standing;
}

static struct error run(
	struct context *ctx, const struct act *act, int64_t id, const struct answers *answers)
{
	return submission_act(ctx, id, (enum act_kind)act->which, answers->rows[0].text);
}

static struct error run_admit(
	struct context *ctx, const struct act *act, int64_t id, const struct answers *answers)
{
	(void)act;
	return submission_admit(ctx, id, answers->rows[1].text, answers->rows[0].text);
}

static struct error admission_waits(struct context *ctx, int64_t id, int64_t *number)
{
	return second_waiting(ctx, SECOND_ADMIT, id, number);
}

static const struct act_ask asks[] = {
	{ .name = "reason", .help = N_("the reason") },
};

static const struct act_ask admit_asks[] = {
	{ .name = "reason", .help = N_("the reason") },
	{ .name = "late_ground",
		.option = "ground",
		.kind = ASK_CODE,
		.words = WORDS_LATE_GROUND,
		.otherwise = "other",
		.help = N_(
			"what on the organizer's side: system, instruction or other, which needs a "
			"reason") },
};

const struct act submission_act_rows[] = {
	[SUBMISSION_WITHDRAW] = { .verb = "withdraw",
		.log = "submission.withdraw",
		.told = N_("%s recorded a withdrawal: %s."),
		.action = ACT_SUBMISSION,
		.which = SUBMISSION_WITHDRAW,
		.asks = asks,
		.ask_count = LEN(asks),
		.help = N_("The applicant withdrew it."),
		.title = NC_("title", "The applicant withdraws it"),
		.question = N_("Who told it, and why if they said:"),
		.done = N_("Recorded as withdrawn."),
		.many = N_("Are %lu withdrawn? Who told it, and why if they said:"),
		.blocked = blocked,
		.note = note,
		.run = run },
	[SUBMISSION_EXCLUDE] = { .verb = "exclude",
		.log = "submission.exclude",
		.told = N_("%s recorded as ineligible: %s."),
		.action = ACT_SUBMISSION,
		.which = SUBMISSION_EXCLUDE,
		.asks = asks,
		.ask_count = LEN(asks),
		.help = N_("It is ineligible, with a reason."),
		.title = NC_("title", "It is ineligible"),
		.question = N_("Why? The applicant will read this reason."),
		.done = N_("Recorded as ineligible."),
		.many = N_("Are %lu ineligible? Why? Each applicant will read this reason."),
		.blocked = blocked,
		.word = word_exclusion,
		.note = note,
		.run = run },
	[SUBMISSION_RESTORE] = { .verb = "restore",
		.log = "submission.restore",
		.told = N_("%s restored a submission: %s."),
		.action = ACT_SUBMISSION,
		.which = SUBMISSION_RESTORE,
		.asks = asks,
		.ask_count = LEN(asks),
		.help = N_("It was withdrawn or excluded by mistake."),
		.title = NC_("title", "Restore it"),
		.question = N_("It was withdrawn or excluded. Why is it restored?"),
		.done = N_("Restored."),
		.many = N_("Restore %lu that were withdrawn or excluded? Why?"),
		.blocked = blocked,
		.note = note,
		.run = run },
	[SUBMISSION_PASS] = { .verb = "pass",
		.log = "submission.pass",
		.told = N_("%s stated why a submission stays as it is: %s."),
		.action = ACT_SUBMISSION,
		.which = SUBMISSION_PASS,
		.asks = asks,
		.ask_count = LEN(asks),
		.help = N_("States why no round takes it, or no late version: it stays as it is."),
		.title = NC_("title", "Leave it as it is"),
		.question = N_("Why does no round take it, or no late version replace it?"),
		.done = N_("Recorded."),
		.many = N_("Why does no round take these %lu, or no late version replace them?"),
		.blocked = blocked,
		.note = note,
		.run = run },
	[SUBMISSION_ADMIT] = { .verb = "admit",
		.log = "submission.admit",
		.told = N_("%s admitted a late submission: %s."),
		.action = ACT_SUBMISSION,
		.which = SUBMISSION_ADMIT,
		.asks = asks,
		.ask_count = LEN(asks),
		.help = N_("Admits a late one to review, with a reason."),
		.title = NC_("title", "Admit a late submission"),
		.question = N_("Why is it admitted although it came after the deadline?"),
		.done = N_("Admitted."),
		.many = N_("Admit all %lu that came after the deadline? Why?"),
		.blocked = blocked,
		.note = note,
		.run = run },
};

const struct act entry_admission = { .verb = "admit",
	.log = "submission.admit",
	.told = N_("%s admitted a late submission: %s."),
	.action = ACT_SUBMISSION,
	.which = SUBMISSION_ADMIT,
	.asks = admit_asks,
	.ask_count = LEN(admit_asks),
	.help = N_("Admits a late one for what the organizer did; it waits for a second person if "
		   "you recorded it."),
	.title = NC_("title", "Admit a late submission"),
	.question = N_("What happened on the organizer's side? Needed where it is something else."),
	.done = N_("Admitted."),
	.waits = admission_waits,
	.blocked = blocked,
	.note = note,
	.run = run_admit };
