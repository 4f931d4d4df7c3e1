/* SPDX-License-Identifier: MIT
 * What comes next in the course of the competition: the step after each one that has been taken, so
 * that the desk is never empty before the end. */
#include <string.h>

#include "db/store/checklist.h"
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/desk/desk.h"
#include "src/judging/blind.h"
#include "src/judging/round.h"
#include "src/judging/round_name.h"
#include "src/phases/adoption.h"
#include "src/phases/challenge.h"
#include "src/phases/mentoring.h"
#include "src/phases/procurement.h"

struct course {
	struct context *ctx;
	struct arena *arena;
	struct todos *todos;
	int64_t now;
};

static void add(struct course *c, const char *what, const char *code, enum urgency urgency,
	const char *text)
{
	todo_add(c->todos, c->arena, &(struct todo){ what, code, text, urgency });
}

static bool is(const char *a, const char *b)
{
	return strcmp(a, b) == 0;
}

static const struct phase *phase_of(const struct course *c, const char *key)
{
	for (size_t i = 0; i < c->todos->phases.n; i++)
		if (is(c->todos->phases.rows[i].key, key))
			return &c->todos->phases.rows[i];
	return NULL;
}

static bool in_state(const struct course *c, const char *key, const char *state)
{
	const struct phase *phase = phase_of(c, key);

	return phase != NULL && is(phase->state, state);
}

/* What a phase waits for before it is marked as decided. */
static const struct {
	const char *phase;
	enum missing what;
} ends[] = {
	{ "problems", MISSING_PROBLEM_DECISION },
	{ "problems", MISSING_CHALLENGE },
	{ "applications", MISSING_TEAM_DECISION },
	{ "mentoring", MISSING_ANSWER },
	{ "solutions", MISSING_SOLUTION_ROUND },
	{ "results", MISSING_DECISION },
	{ "results", MISSING_SERVICE },
	{ "procurement", MISSING_PAYMENT },
};

/* A round of its submissions is open. */
static bool is_judged(const struct course *c, const char *phase)
{
	for (size_t i = 0; i < c->todos->rounds.n; i++) {
		const struct round_summary *round = &c->todos->rounds.rows[i];

		if (is(round->state, "open") && is(phase_of_kind(round->kind), phase))
			return true;
	}
	return false;
}

static struct error has_ended(const struct course *c, const struct phase *phase, bool *ended)
{
	*ended = is(phase->state, "closed") && !is_judged(c, phase->key);
	for (size_t i = 0; *ended && i < LEN(ends); i++) {
		int64_t n = 0;

		if (is(ends[i].phase, phase->key))
			TRY(store_missing(c->ctx->db, ends[i].what, &n));
		*ended = n == 0;
	}
	return ok();
}

/* The phase after one that has closed gets its dates; one that has done its work is decided. */
static struct error add_phases(struct course *c)
{
	for (size_t i = 0; i < c->todos->phases.n; i++) {
		const struct phase *p = &c->todos->phases.rows[i];
		const char *name = text_word(WORDS_PHASE, p->key);
		const char *before = i == 0 ? "" : c->todos->phases.rows[i - 1].state;
		bool ended;

		TRY(has_ended(c, p, &ended));
		if (ended)
			/* TRANSLATORS: %s is the name of a phase. */
			add(c, "phase_decide", p->key, SOON,
				arena_printf(c->arena, _("Mark the phase as decided: %s"), name));
		if ((is(before, "closed") || is(before, "decided")) && is(p->state, "planned") &&
			p->opens == 0)
			/* TRANSLATORS: %s is the name of a phase. */
			add(c, "phase_plan", p->key, OPEN_END,
				arena_printf(c->arena, _("Set the dates of the phase: %s"), name));
	}
	return ok();
}

static bool has_round(const struct course *c, const char *kind, int64_t challenge_id)
{
	const struct round_summaries *rounds = &c->todos->rounds;

	for (size_t i = 0; i < rounds->n; i++)
		if (is(rounds->rows[i].kind, kind) && rounds->rows[i].challenge_id == challenge_id)
			return true;
	return false;
}

/* A challenge or, for problems, all (0) that has submissions but no round after its phase has
 * closed. */
static struct error add_missing_round(struct course *c, const char *kind, int64_t challenge_id)
{
	const char *phase = phase_of_kind(kind);
	struct challenge challenge = { .code = "" };
	struct id_list ids = { 0 };

	if (!in_state(c, phase, "closed") || has_round(c, kind, challenge_id))
		return ok();
	if (challenge_id != 0)
		TRY(challenge_get(c->ctx, c->arena, challenge_id, &challenge));
	struct error e = store_round_candidates(c->ctx->db, kind, challenge_id, &ids);
	if (e.code == E_OK && ids.n > 0)
		add(c, "round_missing",
			challenge_id == 0 ? phase :
					    arena_printf(c->arena, "%s-%s", phase, challenge.code),
			SOON,
			/* TRANSLATORS: %s is what is judged: "Reviews of applications, challenge
			   C-1". */
			arena_printf(c->arena, _("%s: set up the round"),
				round_about(c->arena, kind, challenge.code)));
	id_list_clear(&ids);
	return e;
}

static struct error add_missing_rounds(struct course *c)
{
	struct id_list ids = { 0 };

	TRY(add_missing_round(c, "problem", 0));
	struct error e = challenge_ids(c->ctx, &ids);
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		e = add_missing_round(c, "application", ids.ids[i]);
		if (e.code == E_OK)
			e = add_missing_round(c, "solution", ids.ids[i]);
	}
	id_list_clear(&ids);
	return e;
}

/* What a planned round needs first; once its phase has closed, that it opens. */
static struct error add_planned_round(struct course *c, const struct round_summary *r)
{
	struct criteria criteria;
	struct members members;
	enum blind_stage stage;
	const char *about = round_about(c->arena, r->kind, r->challenge_code);
	const char *what = NULL, *text = NULL;
	bool collected = !in_state(c, phase_of_kind(r->kind), "planned") &&
			 !in_state(c, phase_of_kind(r->kind), "open");

	TRY(round_criteria(c->ctx, c->arena, r->id, &criteria));
	TRY(round_members(c->ctx, c->arena, r->id, &members));
	TRY(blind_stage(c->ctx, r->id, &stage));
	if (criteria.n == 0) {
		what = "round_criteria";
		/* TRANSLATORS: %s is what is judged: "Reviews of applications, challenge C-1". */
		text = _("%s: give the criteria");
	} else if (members.n == 0) {
		what = "round_panel";
		/* TRANSLATORS: %s is what is judged: "Reviews of applications, challenge C-1". */
		text = _("%s: put the panel together");
	} else if (collected && stage == BLIND_MASKING) {
		what = "blind_release";
		/* TRANSLATORS: %s is what is judged: "Reviews of applications, challenge C-1". */
		text = _("%s: mask the texts and release them");
	} else if (collected) {
		what = "round_open";
		/* TRANSLATORS: %s is what is judged: "Reviews of applications, challenge C-1". */
		text = _("%s: open the round");
	}
	if (what != NULL)
		add(c, what, r->key, SOON, arena_printf(c->arena, text, about));
	return ok();
}

static struct error add_planned_rounds(struct course *c)
{
	for (size_t i = 0; i < c->todos->rounds.n; i++)
		if (is(c->todos->rounds.rows[i].state, "planned"))
			TRY(add_planned_round(c, &c->todos->rounds.rows[i]));
	return ok();
}

static struct error add_mentoring(struct course *c)
{
	struct session_filter filter = { 0 };
	struct id_list ids = { 0 };

	if (!in_state(c, "mentoring", "open"))
		return ok();
	struct error e = session_ids(c->ctx, SESSIONS_BY_DAY, &filter, &ids);
	if (e.code == E_OK && ids.n == 0)
		add(c, "session_missing", "mentoring", SOON,
			_("No mentoring session is planned yet"));
	id_list_clear(&ids);
	return e;
}

/* A winner whose contract is made and that nobody takes into use yet. */
static struct error add_adoption(struct course *c, int64_t team_id)
{
	struct negotiation n;
	int64_t steps;

	TRY(adoption_steps_of_team(c->ctx, team_id, &steps));
	if (steps > 0)
		return ok();
	TRY(negotiation_get(c->ctx, c->arena, team_id, &n));
	add(c, "adoption_missing", n.team_code, OPEN_END,
		/* TRANSLATORS: %s is the name of a team that won. */
		arena_printf(
			c->arena, _("Which municipalities take it into use: %s"), n.team_name));
	return ok();
}

static struct error add_procurement(struct course *c)
{
	struct budget budget;
	struct id_list ids = { 0 };

	if (!in_state(c, "procurement", "open"))
		return ok();
	TRY(budget_get(c->ctx, &budget));
	if (budget.decisions == 0)
		add(c, "budget_missing", "procurement", SOON,
			_("Decide the ceiling of the budget"));
	struct error e = negotiation_teams(c->ctx, "contract", &ids);
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++)
		e = add_adoption(c, ids.ids[i]);
	id_list_clear(&ids);
	return e;
}

/* The next date of the plan; without one, the first phase that has not been decided. */
static void add_coming(struct course *c)
{
	const struct phase *first = NULL, *next = NULL;
	int64_t soonest = 0;
	char when[120];

	for (size_t i = 0; i < c->todos->phases.n; i++) {
		const struct phase *p = &c->todos->phases.rows[i];
		int64_t date = is(p->state, "planned") ? p->opens :
			       is(p->state, "open")    ? p->closes :
							 0;

		if (first == NULL && !is(p->state, "decided"))
			first = p;
		if (date >= c->now && (next == NULL || date < soonest)) {
			next = p;
			soonest = date;
		}
	}
	if (first == NULL)
		return;
	const char *name = text_word(WORDS_PHASE, (next == NULL ? first : next)->key);
	if (next != NULL) {
		bool opens = is(next->state, "planned");

		text_moment(soonest,
			precision_of_code(opens ? next->opens_precision : next->closes_precision),
			when, sizeof(when));
		/* TRANSLATORS: a phase's name and a date, as coarse as it is known. */
		add(c, "coming", next->key, OPEN_END,
			arena_printf(c->arena,
				opens ? _("Next: %s opens %s") :
					/* TRANSLATORS: a phase's name and a date. */
					_("Next: %s closes %s"),
				name, when));
	} else if (is(first->state, "planned")) {
		add(c, "phase_plan", first->key, OPEN_END,
			arena_printf(c->arena, _("Set the dates of the phase: %s"), name));
	} else {
		add(c, "phase_move", first->key, OPEN_END,
			/* TRANSLATORS: %s is the name of a phase. */
			arena_printf(c->arena,
				_("When it has done its work, move the phase on: %s"), name));
	}
}

struct error course_todos(struct context *ctx, struct arena *arena, struct todos *todos)
{
	struct course c = { .ctx = ctx, .arena = arena, .todos = todos, .now = context_now(ctx) };

	TRY(add_missing_rounds(&c));
	TRY(add_planned_rounds(&c));
	TRY(add_mentoring(&c));
	TRY(add_procurement(&c));
	TRY(add_phases(&c));
	if (todos->n == 0)
		add_coming(&c);
	return ok();
}
