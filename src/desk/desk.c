/* SPDX-License-Identifier: MIT */
#include "src/desk/desk.h"

#include <string.h>

#include "db/store/import.h"
#include "db/store/submission.h"
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/ground/clock.h"
#include "src/judging/decision.h"
#include "src/judging/review.h"
#include "src/phases/completion.h"
#include "src/phases/late.h"
#include "src/phases/note.h"
#include "src/phases/second.h"

enum { NEAR_DAYS = 14, PROMISE_DAYS = 1, COMPLETION_DAYS = 3 };

struct listing {
	struct context *ctx;
	struct arena *arena;
	struct todos *todos;
	int64_t now;
};

static void add(struct listing *l, const char *what, const char *code, enum urgency urgency,
	const char *text)
{
	todo_add(l->todos, l->arena, &(struct todo){ what, code, text, urgency });
}

static const char *counted(struct listing *l, const char *sentence, int64_t n)
{
	return arena_printf(l->arena, sentence, (unsigned long)n);
}

static enum urgency urgency_of(const struct listing *l, int64_t time)
{
	return time - l->now < 3 * DAY_SECONDS ? URGENT : SOON;
}

static void add_phase(struct listing *l, const struct phase *phase)
{
	const char *name = text_word(WORDS_PHASE, phase->key);
	bool planned = phase_state_of(phase->state) == PHASE_STATE_PLANNED,
	     open = phase_state_of(phase->state) == PHASE_STATE_OPEN;
	char when[120];

	if (planned && phase->opens != 0 && phase->opens <= l->now) {
		/* TRANSLATORS: %s is the name of a phase. */
		add(l, "phase_open", phase->key, SOON,
			arena_printf(l->arena, _("Open the phase: %s"), name));
	} else if (open && phase->closes != 0 && phase->closes < l->now) {
		add(l, "phase_close", phase->key, URGENT,
			arena_printf(l->arena,
				_("The closing time has passed. Close the phase: %s"), name));
	} else if (open && phase->closes != 0 && phase->closes - l->now < NEAR_DAYS * DAY_SECONDS) {
		text_deadline(phase->closes, l->now, when, sizeof(when));
		/* TRANSLATORS: a phase's name and its closing time. */
		add(l, "deadline", phase->key, urgency_of(l, phase->closes),
			arena_printf(l->arena, _("%s closes %s"), name, when));
	}
}

static struct error add_phases(struct listing *l)
{
	struct phases *phases = &l->todos->phases;

	TRY(phase_list(l->ctx, l->arena, phases));
	if (phases->n > 0 && phase_state_of(phases->rows[0].state) == PHASE_STATE_PLANNED &&
		phases->rows[0].closes == 0)
		add(l, "phase_plan", phases->rows[0].key, SOON,
			_("Set the dates of the submission period for problems"));
	for (size_t i = 0; i < phases->n; i++)
		add_phase(l, &phases->rows[i]);
	return ok();
}

static struct error add_clock(struct listing *l)
{
	struct clock_state state;

	TRY(clock_state(l->ctx, &state));
	if (state.waits)
		add(l, "clock", "", URGENT,
			_("The clock has jumped: what binds waits until it is accepted"));
	return ok();
}

static struct error add_imports(struct listing *l)
{
	int64_t held = 0, refused = 0;

	TRY(store_import_waiting(l->ctx->db, "held", &held));
	TRY(store_import_waiting(l->ctx->db, "refused", &refused));
	if (held > 0)
		add(l, "import_held", "", SOON,
			counted(l,
				ngettext("%lu imported row waits for a decision",
					"%lu imported rows wait for a decision",
					(unsigned long)held),
				held));
	if (refused > 0)
		add(l, "import_refused", "", SOON,
			counted(l,
				ngettext("%lu imported row is to be corrected",
					"%lu imported rows are to be corrected",
					(unsigned long)refused),
				refused));
	return ok();
}

static const char *late_sentence(const char *kind, unsigned long n)
{
	if (submission_kind_of(kind) == SUBMISSION_KIND_PROBLEM)
		return ngettext("%lu late problem is neither admitted nor excluded",
			"%lu late problems are neither admitted nor excluded", n);
	return submission_kind_of(kind) == SUBMISSION_KIND_APPLICATION ?
		       ngettext("%lu late application is neither admitted nor excluded",
			       "%lu late applications are neither admitted nor excluded", n) :
		       ngettext("%lu late solution is neither admitted nor excluded",
			       "%lu late solutions are neither admitted nor excluded", n);
}

static struct error add_late(struct listing *l, const char *kind)
{
	int64_t n = 0;

	TRY(store_submission_undecided(l->ctx->db, kind, &n));
	if (n > 0)
		add(l, "late", phase_of_kind(kind), OPEN_END,
			counted(l, late_sentence(kind, (unsigned long)n), n));
	return ok();
}

/* A doubtful ground bars nobody before the panel has decided on it. */
static struct error add_doubts(struct listing *l, const struct round_summary *round)
{
	int64_t n = 0;

	TRY(store_conflict_doubtful(l->ctx->db, round->id, &n));
	if (n > 0)
		add(l, "conflict_doubtful", round->key, SOON,
			counted(l,
				ngettext("%lu doubtful conflict waits for the panel's decision",
					"%lu doubtful conflicts wait for the panel's decision",
					(unsigned long)n),
				n));
	return ok();
}

/* What a juror noted for the chair and the minutes waits until somebody has taken note of it. */
static struct error add_recognitions(struct listing *l, const struct round_summary *round)
{
	int64_t n = 0;

	TRY(store_recognition_waiting(l->ctx->db, round->id, &n));
	if (n > 0)
		add(l, "recognition", round->key, SOON,
			counted(l,
				ngettext("%lu juror recognized a team: take note of it (o)",
					"%lu recognitions of teams by jurors: take note of them (o)",
					(unsigned long)n),
				n));
	return ok();
}

static struct error add_open_round(struct listing *l, const struct round_summary *round)
{
	struct progress progress;
	char when[120];

	TRY(round_progress(l->ctx, round->id, &progress));
	if (l->todos->open_count < OPEN_ROUNDS_MAX)
		l->todos->open[l->todos->open_count++] = (struct open_round){ round, progress };
	int64_t undeclared = progress.undeclared;
	int64_t missing = progress.all - progress.submitted;
	if (round->closes != 0 && missing > 0) {
		text_deadline(round->closes, l->now, when, sizeof(when));
		/* TRANSLATORS: %s is a time with how far it is. */
		add(l, "round_deadline", round->key, urgency_of(l, round->closes),
			arena_printf(l->arena, _("Reviewing ends %s"), when));
	}
	if (undeclared > 0)
		add(l, "undeclared", round->key, SOON,
			counted(l,
				ngettext("%lu juror has not declared conflicts of interest",
					"%lu jurors have not declared conflicts of interest",
					(unsigned long)undeclared),
				undeclared));
	TRY(add_doubts(l, round));
	if (missing > 0)
		add(l, "reviews_missing", round->key, OPEN_END,
			counted(l,
				ngettext("%lu review is missing", "%lu reviews are missing",
					(unsigned long)missing),
				missing));
	else
		add(l, "round_close", round->key, SOON, _("All reviews are in: close the round"));
	return ok();
}

static struct error add_drafts(struct listing *l, const struct round_summary *round)
{
	struct id_list ids = { 0 };
	struct error e = decision_ids(l->ctx, round->id, "decision", &ids);

	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct decision d;

		e = decision_get(l->ctx, l->arena, ids.ids[i], &d);
		if (e.code == E_OK && decision_state_of(d.state) == DECISION_STATE_DRAFT)
			/* TRANSLATORS: %s is a decision's code. */
			add(l, "decision_draft", d.code, SOON,
				arena_printf(
					l->arena, _("Decision %s has not been approved"), d.code));
	}
	id_list_clear(&ids);
	return e;
}

static struct error add_closed_round(struct listing *l, const struct round_summary *round)
{
	if (submission_kind_of(round->kind) == SUBMISSION_KIND_SOLUTION)
		return results_round_todos(l->ctx, l->arena, l->todos, round);
	if (round->decisions == 0)
		add(l, "decision_missing", round->key, SOON,
			_("Reviewing has ended: hold the meeting and decide"));
	if (round->drafts > 0)
		TRY(add_drafts(l, round));
	return submission_kind_of(round->kind) == SUBMISSION_KIND_APPLICATION ?
		       chosen_round_todos(l->ctx, l->arena, l->todos, round) :
		       ok();
}

/* The newest round of its kind and challenge tells of what none of them has. */
static bool is_newest(const struct round_summaries *rounds, size_t at)
{
	for (size_t i = at + 1; i < rounds->n; i++)
		if (strcmp(rounds->rows[i].kind, rounds->rows[at].kind) == 0 &&
			rounds->rows[i].challenge_id == rounds->rows[at].challenge_id)
			return false;
	return true;
}

static struct error add_left_out(struct listing *l, const struct round_summary *round)
{
	struct id_list ids = { 0 };
	struct submission first;
	const char *codes;
	struct error e = late_left_out(l->ctx, round->kind, round->challenge_id, &ids);

	if (e.code == E_OK && ids.n > 0) {
		e = submission_codes(l->ctx, l->arena, &ids, &codes);
		if (e.code == E_OK)
			e = submission_get(l->ctx, l->arena, ids.ids[0], &first);
		if (e.code == E_OK)
			add(l, "left_out", first.code, URGENT,
				/* TRANSLATORS: codes of submissions. */
				arena_printf(l->arena,
					_("In no round, taken in after it was opened: %s"), codes));
	}
	id_list_clear(&ids);
	return e;
}

static struct error add_rounds(struct listing *l)
{
	struct round_summaries *rounds = &l->todos->rounds;

	TRY(store_round_summaries(l->ctx->db, l->arena, rounds));
	for (size_t i = 0; i < rounds->n; i++) {
		const struct round_summary *round = &rounds->rows[i];

		TRY(add_recognitions(l, round));
		switch (round_state_of(round->state)) {
		case ROUND_STATE_OPEN:
			TRY(add_open_round(l, round));
			break;
		case ROUND_STATE_CLOSED:
			TRY(add_closed_round(l, round));
			break;
		case ROUND_STATE_PLANNED:
		case ROUND_STATE_UNKNOWN:
			break;
		}
		if (is_newest(rounds, i))
			TRY(add_left_out(l, round));
	}
	return ok();
}

static struct error add_challenges(struct listing *l)
{
	int64_t n = 0;

	TRY(store_problems_without_challenge(l->ctx->db, &n));
	if (n > 0)
		add(l, "challenge_missing", "problems", SOON,
			counted(l,
				ngettext("%lu selected problem is not a challenge yet",
					"%lu selected problems are not challenges yet",
					(unsigned long)n),
				n));
	return ok();
}

static struct error add_promises(struct listing *l)
{
	struct id_list ids = { 0 };
	struct error e = note_due_ids(l->ctx, PROMISE_DAYS, &ids);

	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct note note;
		bool overdue;

		e = note_get(l->ctx, l->arena, ids.ids[i], &note);
		if (e.code != E_OK)
			break;
		overdue = note.due < day_of_time(l->now);
		/* TRANSLATORS: who was promised something, and what the note says. */
		add(l, "promise", note.object, overdue ? URGENT : SOON,
			arena_printf(l->arena, _("Promised to %s: %s"),
				*note.who == '\0' ? note.object : note.who, note.text));
	}
	id_list_clear(&ids);
	return e;
}

/* What is overdue waits for the office, the rest for its sender. */
static struct error add_completions(struct listing *l)
{
	struct id_list ids = { 0 };
	struct error e = completion_open_ids(l->ctx, &ids);

	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct completion c;
		char due[80];

		e = completion_get(l->ctx, l->arena, ids.ids[i], &c);
		if (e.code != E_OK || c.due > l->now + (int64_t)COMPLETION_DAYS * DAY_SECONDS)
			break;
		bool overdue = c.due < l->now;
		text_time(c.due, due, sizeof(due));
		add(l, overdue ? "completion_overdue" : "completion_due",
			completion_code(l->arena, &c), overdue ? URGENT : SOON,
			arena_printf(l->arena,
				overdue ?
					/* TRANSLATORS: a request's code, and when it was due. */
					_("Request for completion %s was due %s: remind, record what "
					  "came, or decide without it") :
					/* TRANSLATORS: a request's code, and when it is due. */
					_("Request for completion %s is due %s"),
				completion_code(l->arena, &c), due));
	}
	id_list_clear(&ids);
	return e;
}

static struct error add_second(struct listing *l)
{
	struct id_list ids = { 0 };
	struct error e = second_ids(l->ctx, "waiting", &ids);

	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct second_act act;

		e = second_get(l->ctx, l->arena, ids.ids[i], &act);
		if (e.code == E_OK)
			/* TRANSLATORS: %s is what waits: "Approve a payment: R-2". */
			add(l, "second_person", act.object,
				second_blocked(l->ctx, &act) == NULL ? SOON : OPEN_END,
				arena_printf(l->arena, _("Waits for a second person · %s"),
					second_sentence(l->arena, &act)));
	}
	id_list_clear(&ids);
	return e;
}

struct error desk_todos(struct context *ctx, struct arena *arena, struct todos *todos)
{
	struct listing l = { ctx, arena, todos, context_now(ctx) };

	todos_begin(todos, arena);
	TRY(require(ctx, ACT_READ));
	TRY(add_clock(&l));
	TRY(add_phases(&l));
	TRY(add_imports(&l));
	TRY(add_late(&l, "problem"));
	TRY(add_late(&l, "application"));
	TRY(add_late(&l, "solution"));
	TRY(add_rounds(&l));
	TRY(carry_todos(ctx, arena, todos));
	TRY(add_challenges(&l));
	TRY(mentoring_todos(ctx, arena, todos));
	TRY(add_promises(&l));
	TRY(add_completions(&l));
	TRY(add_second(&l));
	TRY(complaint_todos(ctx, arena, todos));
	TRY(request_todos(ctx, arena, todos));
	TRY(dialogue_todos(ctx, arena, todos));
	TRY(letter_todos(ctx, arena, todos));
	TRY(procurement_todos(ctx, arena, todos));
	TRY(notice_todos(ctx, arena, todos));
	TRY(publication_todos(ctx, arena, todos));
	TRY(course_todos(ctx, arena, todos));
	todos_sort(todos);
	return ok();
}
