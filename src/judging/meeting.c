/* SPDX-License-Identifier: MIT
 * Opening, changing and closing the jury's meeting. */
#include "src/judging/meeting.h"

#include <stdio.h>
#include <string.h>

#include "src/base/daytime.h"
#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/ground/record.h"
#include "src/judging/approval.h"
#include "src/judging/meeting_act.h"
#include "src/judging/round.h"

struct error meeting_ids(struct context *ctx, struct id_list *ids)
{
	TRY(require(ctx, ACT_READ));
	return store_meeting_ids(ctx->db, ids);
}

struct error meeting_of_round(struct context *ctx, int64_t round_id, int64_t *id)
{
	struct error e = store_meeting_of_round(ctx->db, round_id, id);

	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "meeting") : e;
}

/* The draft that the round's outcomes stand on. On solutions it is the jury's statement. */
static const char *kind_for(const struct round *round)
{
	return submission_kind_of(round->kind) == SUBMISSION_KIND_SOLUTION ? "statement" :
									     "decision";
}

/* 0: there is none yet. The newest one is the one in force, or in preparation. */
static struct error find_draft(
	struct context *ctx, struct arena *arena, const struct round *round, struct decision *d)
{
	struct id_list ids = { 0 };
	struct error e = decision_ids(ctx, round->id, kind_for(round), &ids);

	d->id = 0;
	if (e.code == E_OK && ids.n > 0)
		e = decision_get(ctx, arena, ids.ids[ids.n - 1], d);
	id_list_clear(&ids);
	if (e.code == E_OK && d->id != 0 && decision_state_of(d->state) != DECISION_STATE_DRAFT)
		e = rule(N_("What was concluded on this round is final: begin a correction, and "
			    "meet on that."));
	return e;
}

/* What is the same on the meeting and on its draft; *differs: it has to be saved. */
static bool take_over(struct decision *d, const struct meeting *m)
{
	bool same = d->day == day_of_time(m->starts) && strcmp(d->place, m->place) == 0 &&
		    strcmp(d->form, m->form) == 0 && strcmp(d->lang, m->lang) == 0;

	d->day = day_of_time(m->starts);
	d->place = m->place;
	d->form = m->form;
	d->lang = m->lang;
	return !same;
}

static struct error prepare_draft(struct context *ctx, struct arena *arena,
	const struct round *round, const struct meeting *m, struct decision *d)
{
	TRY(find_draft(ctx, arena, round, d));
	if (d->id != 0)
		return take_over(d, m) ? decision_update(ctx, d) : ok();
	*d = (struct decision){ .kind = kind_for(round),
		.round_id = round->id,
		.regime = "",
		.place = "",
		.form = "",
		.lang = "" };
	(void)take_over(d, m);
	return decision_add(ctx, d, &d->id);
}

static struct error find_chair(
	struct context *ctx, struct arena *arena, int64_t round_id, const char *login, int64_t *id)
{
	struct members members;

	TRY(round_members(ctx, arena, round_id, &members));
	*id = 0;
	for (size_t i = 0; i < members.n; i++) {
		const struct member *m = &members.rows[i];

		if (member_state_of(m->state) == MEMBER_STATE_ACTIVE &&
			(login == NULL ? m->chair : strcmp(m->login, login) == 0))
			*id = m->id;
	}
	if (*id != 0)
		return ok();
	return login == NULL ? rule(N_("A meeting has a chair: name one on the round.")) :
			       fail(E_NOT_FOUND, "juror");
}

static struct error number_within_year(struct context *ctx, struct meeting *m)
{
	struct moment first, last;
	char year[16];

	snprintf(year, sizeof(year), "%d", civil_of_time(m->starts).year);
	TRY(moment_parse(year, EDGE_START, &first));
	TRY(moment_parse(year, EDGE_END, &last));
	return store_meeting_number(ctx->db, first.time, last.time, &m->number);
}

static struct error insert(struct context *ctx, struct arena *arena, const struct round *round,
	struct meeting *m, int64_t *id)
{
	int64_t there;
	struct error e = store_meeting_of_decision(ctx->db, m->decision_id, &there);

	if (e.code == E_OK)
		return rule(N_("The meeting on this round has been opened already: go on with "
			       "that."));
	if (e.code != E_NOT_FOUND)
		return e;
	TRY(find_chair(ctx, arena, round->id, m->chair, &m->chair_id));
	TRY(number_within_year(ctx, m));
	return store_meeting_add(ctx->db, m, id);
}

static struct error clean(struct context *ctx, struct arena *arena, struct meeting *m)
{
	if (m->starts == 0)
		m->starts = context_now(ctx);
	if (m->form == NULL)
		m->form = "room";
	if (m->lang == NULL)
		m->lang = "fi";
	if (m->starts > context_now(ctx))
		return fail(E_INVALID, "meeting_starts");
	return record_clean(arena, &record_of_meeting, m, IN_ADD | IN_EDIT);
}

static struct error open_on(struct context *ctx, struct arena *arena, const struct round *round,
	struct meeting *m, int64_t *id)
{
	struct decision d = { 0 };

	TRY(prepare_draft(ctx, arena, round, m, &d));
	m->decision_id = d.id;
	TRY(context_begin(ctx));
	return context_end(ctx, insert(ctx, arena, round, m, id), "meeting.open",
		reference_key(KIND_MEETING, round->key).text);
}

struct error meeting_open(
	struct context *ctx, int64_t round_id, const struct meeting *meeting, int64_t *id)
{
	struct arena arena = { 0 };
	struct meeting m = *meeting;
	struct round round;

	TRY(require(ctx, ACT_DECIDE));
	struct error e = clean(ctx, &arena, &m);
	if (e.code == E_OK)
		e = round_get(ctx, &arena, round_id, &round);
	if (e.code == E_OK)
		e = context_begin_series(ctx);
	if (e.code == E_OK)
		e = context_end_series(ctx, open_on(ctx, &arena, &round, &m, id));
	arena_clear(&arena);
	return e;
}

/* The rows may hang on others' times: it does not start after something that happened in it. */
static struct error check_start(const struct meeting_view *view, int64_t starts)
{
	bool late = view->meeting.ends != 0 && starts > view->meeting.ends;

	for (size_t i = 0; i < view->items.n; i++)
		late = late || starts > view->items.rows[i].decided;
	for (size_t i = 0; i < view->absences.n; i++)
		late = late || (view->absences.rows[i].since > view->meeting.starts &&
				       starts > view->absences.rows[i].since);
	return late ? rule(N_("It cannot begin after what has happened in it.")) : ok();
}

static struct error update(struct context *ctx, struct arena *arena, const struct meeting *in)
{
	struct meeting_view view;
	struct meeting m = *in;
	struct decision d;

	TRY(meeting_read(ctx, arena, in->id, &view));
	TRY(check_start(&view, m.starts));
	TRY(decision_get(ctx, arena, view.meeting.decision_id, &d));
	if (decision_state_of(d.state) != DECISION_STATE_DRAFT || take_over(&d, &m))
		TRY(decision_update(ctx, &d));
	m.chair_id = view.meeting.chair_id;
	if (m.chair != NULL && strcmp(m.chair, view.meeting.chair) != 0)
		TRY(find_chair(ctx, arena, view.meeting.round_id, m.chair, &m.chair_id));
	TRY(context_begin(ctx));
	return context_end(ctx, store_meeting_update(ctx->db, &m), "meeting.edit",
		reference_key(KIND_MEETING, view.meeting.round_key).text);
}

struct error meeting_update(struct context *ctx, const struct meeting *meeting)
{
	struct arena arena = { 0 };
	struct meeting m = *meeting;

	TRY(require(ctx, ACT_DECIDE));
	struct error e = clean(ctx, &arena, &m);
	if (e.code == E_OK)
		e = context_begin_series(ctx);
	if (e.code == E_OK)
		e = context_end_series(ctx, update(ctx, &arena, &m));
	arena_clear(&arena);
	return e;
}

static struct error check_concluded(
	struct context *ctx, struct arena *arena, const struct decision *d)
{
	struct review_of_decision review;

	TRY(approval_review(ctx, arena, d, &review));
	const char *why = approval_conclusion(d, &review);
	return why == NULL ? ok() : rule(why);
}

static struct error close_it(struct meeting_act *act, const void *arg)
{
	const struct meeting_closing *closing = arg;
	const struct meeting *m = &act->view.meeting;
	struct decision d;
	int64_t at = closing->at;

	TRY(meeting_act_time(act, m->starts, &at));
	TRY(decision_get(act->ctx, &act->arena, m->decision_id, &d));
	TRY(check_concluded(act->ctx, &act->arena, &d));
	for (size_t i = 0; i < act->view.items.n; i++)
		if (at < act->view.items.rows[i].decided)
			return fail(E_INVALID, "time");
	for (size_t i = 0; i < act->view.absences.n; i++)
		if (at < act->view.absences.rows[i].since ||
			at < act->view.absences.rows[i].returned)
			return fail(E_INVALID, "time");
	return store_meeting_end(act->ctx->db, m->id, at);
}

/* The reasons belong to the draft, whose own rules clean and keep them. */
static struct error give_reasons(
	struct context *ctx, struct arena *arena, int64_t id, const struct meeting_closing *closing)
{
	struct meeting m;
	struct decision d;

	if (closing->range_reason == NULL && closing->tie_reason == NULL)
		return ok();
	TRY(meeting_get(ctx, arena, id, &m));
	TRY(decision_get(ctx, arena, m.decision_id, &d));
	if (closing->range_reason != NULL)
		d.range_reason = closing->range_reason;
	if (closing->tie_reason != NULL)
		d.tie_reason = closing->tie_reason;
	return decision_update(ctx, &d);
}

struct error meeting_close(struct context *ctx, int64_t id, const struct meeting_closing *closing)
{
	struct arena arena = { 0 };

	TRY(require(ctx, ACT_DECIDE));
	TRY(context_begin_series(ctx));
	struct error e = give_reasons(ctx, &arena, id, closing);
	if (e.code == E_OK)
		e = meeting_act(ctx, id, "meeting.close", close_it, closing);
	e = context_end_series(ctx, e);
	arena_clear(&arena);
	return e;
}

static struct error reopen(
	struct context *ctx, struct arena *arena, const struct meeting *m, const char *reason)
{
	struct meeting_remark remark = { .kind = "note", .at = context_now(ctx) };

	if (m->ends == 0)
		return rule(N_("The meeting goes on: it has not been closed."));
	if (decision_state_of(m->decision_state) != DECISION_STATE_DRAFT)
		return rule(N_("What the meeting concluded is final. Begin a correction, and meet "
			       "on that."));
	TRY(input_lines(arena, "reason", reason, REASON_MAX, true, &remark.text));
	TRY(store_meeting_end(ctx->db, m->id, 0));
	return store_meeting_remark_add(ctx->db, m->id, &remark);
}

struct error meeting_reopen(struct context *ctx, int64_t id, const char *reason)
{
	struct arena arena = { 0 };
	struct reference object = { "" };
	struct meeting m;

	TRY(require(ctx, ACT_DECIDE));
	TRY(context_begin(ctx));
	struct error e = meeting_get(ctx, &arena, id, &m);
	if (e.code == E_OK) {
		object = reference_key(KIND_MEETING, m.round_key);
		e = reopen(ctx, &arena, &m, reason);
	}
	e = context_end(ctx, e, "meeting.reopen", object.text);
	arena_clear(&arena);
	return e;
}
