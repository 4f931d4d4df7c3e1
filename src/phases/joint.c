/* SPDX-License-Identifier: MIT */
#include "src/phases/joint.h"

#include <stdio.h>
#include <string.h>

#include "db/search.h"
#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/phases/submission.h"

enum { APPLICANTS_MAX = 120 };

/* Who is to be among the lead's applicants, and who of them was not before. */
struct merged {
	struct applicant all[APPLICANTS_MAX], added[APPLICANTS_MAX];
	size_t n, added_count;
};

static bool same(const struct applicant *a, const struct applicant *b)
{
	return a->municipality_id == b->municipality_id && a->organization_id == b->organization_id;
}

static struct applicant sender(const struct submission *s)
{
	return (struct applicant){ s->municipality_id, s->organization_id };
}

static bool is_there(const struct submission *lead, const struct merged *m, struct applicant who)
{
	struct applicant first = sender(lead);

	if (same(&first, &who))
		return true;
	for (size_t i = 0; i < m->n; i++)
		if (same(&m->all[i], &who))
			return true;
	return false;
}

static void take(const struct submission *lead, struct merged *m, struct applicant who, bool added)
{
	if (is_there(lead, m, who) || m->n == APPLICANTS_MAX)
		return;
	m->all[m->n++] = who;
	if (added)
		m->added[m->added_count++] = who;
}

static const char *standing_blocked(const struct submission *s)
{
	enum submission_state state = submission_state_of(s->state);

	if (submission_kind_of(s->kind) != SUBMISSION_KIND_PROBLEM)
		return N_("Only problems are joined.");
	if (state == SUBMISSION_STATE_JOINED)
		return N_("It has been joined to another problem already.");
	if (state != SUBMISSION_STATE_RECEIVED && state != SUBMISSION_STATE_ADMITTED)
		return N_("It has been decided on, withdrawn or excluded.");
	if (s->waiting != 0 || (s->late && state == SUBMISSION_STATE_RECEIVED))
		return N_("It came late: admit it first, or leave it as it is.");
	return NULL;
}

static struct error fixed(struct context *ctx, int64_t id, int64_t lead_id, const char **why)
{
	int64_t round;

	TRY(store_joint_fixed(ctx->db, id, lead_id, &round));
	if (round != 0)
		*why = N_("A round that has been opened has it: problems are joined or separated "
			  "before that.");
	return ok();
}

struct error joint_blocked(struct context *ctx, int64_t id, const char **why)
{
	struct arena arena = { 0 };
	struct submission s;
	struct error e = submission_get(ctx, &arena, id, &s);

	*why = e.code == E_OK ? standing_blocked(&s) : NULL;
	if (e.code == E_OK && *why == NULL)
		e = fixed(ctx, id, id, why);
	arena_clear(&arena);
	return e;
}

static struct error check(struct context *ctx, int64_t lead_id, int64_t id)
{
	struct id_list joined = { 0 };
	const char *why;

	if (lead_id == id)
		return rule(N_("Name two different problems."));
	TRY(joint_blocked(ctx, lead_id, &why));
	if (why == NULL)
		TRY(joint_blocked(ctx, id, &why));
	if (why != NULL)
		return rule(why);
	TRY(store_joint_ids(ctx->db, id, &joined));
	size_t n = joined.n;
	id_list_clear(&joined);
	return n == 0 ? ok() :
			rule(N_("Others are joined to it: separate them first, or let it lead."));
}

static struct error merge(struct context *ctx, struct arena *arena, const struct submission *lead,
	const struct submission *s)
{
	struct merged merged = { .n = 0 };
	struct applicants present, more;

	TRY(store_co_applicants(ctx->db, arena, lead->id, &present));
	TRY(store_co_applicants(ctx->db, arena, s->id, &more));
	for (size_t i = 0; i < present.n; i++)
		take(lead, &merged, present.rows[i], false);
	take(lead, &merged, sender(s), true);
	for (size_t i = 0; i < more.n; i++)
		take(lead, &merged, more.rows[i], true);
	TRY(store_co_applicants_set(ctx->db, lead->id, merged.all, merged.n));
	return store_joint_add(ctx->db, s->id, lead->id, merged.added, merged.added_count);
}

static struct error note_act(
	struct context *ctx, const struct submission *s, const char *act, const char *reason)
{
	return store_submission_act_add(ctx->db, s->id,
		&(struct submission_act){ act, context_now(ctx), s->state, reason, NULL, "" },
		ctx->account.id);
}

static struct error join(struct context *ctx, struct arena *arena, int64_t lead_id, int64_t id,
	const char *reason, const char **code)
{
	struct submission lead, s;

	TRY(submission_get(ctx, arena, lead_id, &lead));
	TRY(submission_get(ctx, arena, id, &s));
	*code = s.code;
	TRY(check(ctx, lead_id, id));
	TRY(merge(ctx, arena, &lead, &s));
	TRY(note_act(ctx, &s, "join", reason));
	TRY(store_submission_set_state(ctx->db, s.id, "joined"));
	return search_index(ctx->db, SEARCH_SUBMISSION, lead.id);
}

struct error joint_join(struct context *ctx, int64_t lead_id, int64_t id, const char *reason)
{
	struct arena arena = { 0 };
	const char *why = "", *code = "";

	TRY(require(ctx, ACT_SUBMISSION));
	struct error e = input_lines(&arena, "reason", reason, REASON_MAX, true, &why);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		e = join(ctx, &arena, lead_id, id, why, &code);
		e = context_end(ctx, e, "problem.join", code);
	}
	arena_clear(&arena);
	return e;
}

/* What it was when it was joined. */
static struct error state_before(
	struct context *ctx, struct arena *arena, int64_t id, const char **state)
{
	struct submission_acts acts;

	TRY(store_submission_acts(ctx->db, arena, id, &acts));
	*state = "received";
	for (size_t i = 0; i < acts.n; i++)
		if (submission_act_code_of(acts.rows[i].act) == SUBMISSION_ACT_JOIN)
			*state = acts.rows[i].before;
	return ok();
}

/* Who became a co-applicant by the joining is none any more. */
static struct error unmerge(
	struct context *ctx, struct arena *arena, const struct submission *s, int64_t lead_id)
{
	struct merged left = { .n = 0 };
	struct submission none = { .id = lead_id };
	struct applicants present, added;

	TRY(store_co_applicants(ctx->db, arena, lead_id, &present));
	TRY(store_joint_applicants(ctx->db, arena, s->id, &added));
	for (size_t i = 0; i < present.n; i++) {
		bool goes = false;

		for (size_t k = 0; k < added.n; k++)
			goes = goes || same(&present.rows[i], &added.rows[k]);
		if (!goes)
			take(&none, &left, present.rows[i], false);
	}
	TRY(store_co_applicants_set(ctx->db, lead_id, left.all, left.n));
	return store_joint_remove(ctx->db, s->id);
}

static struct error separate(
	struct context *ctx, struct arena *arena, int64_t id, const char *reason, const char **code)
{
	struct submission s;
	const char *state, *why = NULL;
	int64_t lead_id;

	TRY(submission_get(ctx, arena, id, &s));
	*code = s.code;
	TRY(store_joint_lead(ctx->db, id, &lead_id));
	if (lead_id == 0)
		return rule(N_("It is not joined to another problem."));
	TRY(fixed(ctx, id, lead_id, &why));
	if (why != NULL)
		return rule(why);
	TRY(state_before(ctx, arena, id, &state));
	TRY(unmerge(ctx, arena, &s, lead_id));
	TRY(note_act(ctx, &s, "separate", reason));
	TRY(store_submission_set_state(ctx->db, id, state));
	return search_index(ctx->db, SEARCH_SUBMISSION, lead_id);
}

static struct error run(
	struct context *ctx, const struct act *act, int64_t id, const struct answers *answers)
{
	struct arena arena = { 0 };
	const char *why = "", *code = "";

	TRY(require(ctx, ACT_SUBMISSION));
	struct error e =
		input_lines(&arena, "reason", answers->rows[0].text, REASON_MAX, true, &why);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		e = separate(ctx, &arena, id, why, &code);
		e = context_end(ctx, e, act->log, code);
	}
	arena_clear(&arena);
	return e;
}

static struct error blocked(struct context *ctx, struct arena *arena, const struct act *act,
	int64_t id, const char **why)
{
	int64_t lead_id;

	(void)act;
	(void)arena;
	TRY(joint_lead(ctx, id, &lead_id));
	if (lead_id != 0)
		return fixed(ctx, id, lead_id, why);
	*why = N_("It is not joined to another problem.");
	return ok();
}

static const struct act_ask asks[] = {
	{ .name = "reason", .required = true, .help = N_("the reason") },
};

const struct act joint_separation = { .verb = "separate",
	.log = "problem.separate",
	.told = N_("%s made a joined problem one of its own again: %s."),
	.action = ACT_SUBMISSION,
	.asks = asks,
	.ask_count = LEN(asks),
	.help = N_("Makes a joined problem one of its own again, with a reason."),
	.title = NC_("title", "Separate it again"),
	.question = N_("Why is it a problem of its own again?"),
	.done = N_("It is a problem of its own again."),
	.blocked = blocked,
	.run = run };

struct error joint_lead(struct context *ctx, int64_t id, int64_t *lead_id)
{
	TRY(require(ctx, ACT_READ));
	return store_joint_lead(ctx->db, id, lead_id);
}

struct error joint_ids(struct context *ctx, int64_t lead_id, struct id_list *ids)
{
	TRY(require(ctx, ACT_READ));
	return store_joint_ids(ctx->db, lead_id, ids);
}
