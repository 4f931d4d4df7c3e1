/* SPDX-License-Identifier: MIT
 * What waits between the jury's last review and the last day of appeal. */
#include <string.h>

#include "src/base/daytime.h"
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/desk/desk.h"
#include "db/store/custody.h"
#include "src/judging/blind.h"
#include "src/judging/decision.h"
#include "src/judging/service.h"
#include "src/judging/tally.h"
#include "src/phases/late.h"
#include "src/registers/clocks.h"

struct waiting {
	struct context *ctx;
	struct arena *arena;
	struct todos *todos;
};

static void add(struct waiting *w, const char *what, const char *code, const char *text,
	enum urgency urgency)
{
	todo_add(w->todos, w->arena, &(struct todo){ what, code, text, urgency });
}

static struct error newest(
	struct waiting *w, int64_t round_id, const char *kind, struct decision *d)
{
	struct id_list ids = { 0 };
	struct error e = decision_ids(w->ctx, round_id, kind, &ids);
	int64_t id = ids.n == 0 ? 0 : ids.ids[ids.n - 1];

	*d = (struct decision){ .state = "" };
	id_list_clear(&ids);
	return e.code != E_OK || id == 0 ? e : decision_get(w->ctx, w->arena, id, d);
}

/* No contract before everyone's last day has passed. */
static struct error add_last_day(struct waiting *w, const struct decision *d)
{
	int64_t today = day_of_time(context_now(w->ctx)), latest = 0;
	struct services services;
	struct regime regime;
	char due[80];

	TRY(regime_of(w->ctx, w->arena, d->regime_id, &regime));
	TRY(service_list(w->ctx, w->arena, d->id, &services));
	for (size_t i = 0; i < services.n; i++) {
		int64_t last = clocks_of(&regime, services.rows[i].deemed).last;

		latest = last > latest ? last : latest;
	}
	if (latest < today)
		return ok();
	text_due(latest, today, due, sizeof(due));
	add(w, "appeal_day", d->code,
		/* TRANSLATORS: a decision's code; a day with how far it is; the remedies. */
		arena_printf(w->arena, _("Decision %s: last day of correction and appeal %s (%s)"),
			d->code, due, regime_remedies(w->arena, &regime, NULL)),
		OPEN_END);
	return ok();
}

static struct error unserved_codes(struct waiting *w, const struct decision *d, const char **codes)
{
	struct id_list ids = { 0 };
	struct services services;

	TRY(service_list(w->ctx, w->arena, d->id, &services));
	for (size_t i = 0; i < services.n; i++)
		if (services.rows[i].deemed == 0)
			id_list_add(&ids, services.rows[i].submission_id);
	struct error e = submission_codes(w->ctx, w->arena, &ids, codes);
	id_list_clear(&ids);
	return e;
}

/* A signed decision that has not been served is an alarm. */
static struct error add_service(struct waiting *w, const struct decision *d)
{
	int64_t missing;
	const char *codes;

	TRY(service_missing(w->ctx, d->id, &missing));
	if (missing == 0)
		return add_last_day(w, d);
	TRY(unserved_codes(w, d, &codes));
	add(w, "service_missing", d->code,
		/* TRANSLATORS: a decision's code, how many entrants, their codes. */
		arena_printf(w->arena, _("Decision %s is signed but not served on %lld: %s"),
			d->code, (long long)missing, codes),
		URGENT);
	return ok();
}

/* A team that is left out is a rejected candidate: the choice of teams is served like that of the
 * solutions (procurement act 1397/2016, 123 and 127 §). */
struct error chosen_round_todos(struct context *ctx, struct arena *arena, struct todos *todos,
	const struct round_summary *round)
{
	struct waiting w = { ctx, arena, todos };
	struct decision d;

	TRY(newest(&w, round->id, "decision", &d));
	return d.id != 0 && decision_state_of(d.state) == DECISION_STATE_SIGNED ?
		       add_service(&w, &d) :
		       ok();
}

static struct error add_signatures(struct waiting *w, const struct decision *d)
{
	struct tally tally;

	TRY(tally_get(w->ctx, w->arena, d->id, &tally));
	add(w, "statement_frozen", d->code,
		/* TRANSLATORS: a statement's code, how many have signed it, of how many. */
		arena_printf(w->arena, _("Statement %s waits for signatures: %lld/%lld"), d->code,
			(long long)tally.signed_by, (long long)tally.expected),
		SOON);
	return ok();
}

struct error results_round_todos(struct context *ctx, struct arena *arena, struct todos *todos,
	const struct round_summary *round)
{
	struct waiting w = { ctx, arena, todos };
	struct decision statement, decision;
	enum blind_stage stage;

	TRY(newest(&w, round->id, "statement", &statement));
	TRY(newest(&w, round->id, "decision", &decision));
	TRY(blind_stage(ctx, round->id, &stage));
	if (statement.id == 0)
		add(&w, "statement_missing", round->key,
			_("Reviewing has ended: hold the meeting and write the jury's statement"),
			SOON);
	else if (decision_state_of(statement.state) == DECISION_STATE_DRAFT)
		add(&w, "statement_draft", statement.code,
			arena_printf(arena,
				_("Statement %s has not been frozen for its signatures"),
				statement.code),
			SOON);
	else if (decision_state_of(statement.state) == DECISION_STATE_FROZEN)
		TRY(add_signatures(&w, &statement));
	else if (stage == BLIND_RELEASED)
		add(&w, "names_open", round->key, _("The statement is signed: open the names"),
			SOON);
	else if (decision.id == 0)
		add(&w, "decision_missing", round->key,
			_("The statement is signed: the contracting entity decides"), SOON);
	else if (decision_state_of(decision.state) == DECISION_STATE_DRAFT)
		add(&w, "decision_draft", decision.code,
			arena_printf(arena, _("Decision %s has not been approved"), decision.code),
			SOON);
	else
		return add_service(&w, &decision);
	return ok();
}

struct error complaint_todos(struct context *ctx, struct arena *arena, struct todos *todos)
{
	struct waiting w = { ctx, arena, todos };
	struct id_list ids = { 0 };
	int64_t today = day_of_time(context_now(ctx));
	struct error e = complaint_ids(ctx, 0, &ids);

	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct complaint c;

		e = complaint_get(ctx, arena, ids.ids[i], &c);
		if (e.code == E_OK && c.answered == 0)
			add(&w, "complaint", c.code,
				/* TRANSLATORS: a complaint's code and a decision's. */
				arena_printf(arena,
					_("%s against %s waits for an answer; no contract before"),
					c.code, c.decision),
				c.due != 0 && c.due <= today ? URGENT : SOON);
	}
	id_list_clear(&ids);
	return e;
}

struct error carry_todos(struct context *ctx, struct arena *arena, struct todos *todos)
{
	bool holds = false;

	TRY(store_custodian_holds_any(ctx->db, ctx->account.id, &holds));
	for (size_t i = 0; holds && i < todos->rounds.n; i++) {
		const struct round_summary *round = &todos->rounds.rows[i];
		struct carries carries;

		TRY(blind_to_carry(ctx, arena, round->id, &carries));
		if (carries.n > 0)
			todo_add(todos, arena,
				&(struct todo){ "blind_carry", round->key,
					arena_printf(arena,
						ngettext(
							"%lu change waits to be carried over to the "
							"jury's side",
							"%lu changes wait to be carried over to the "
							"jury's side",
							(unsigned long)carries.n),
						(unsigned long)carries.n),
					SOON });
	}
	return ok();
}
