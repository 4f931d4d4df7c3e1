/* SPDX-License-Identifier: MIT
 * The declaration of interests by name, before any text or code. It is the one thing a juror's
 * session does outside its fence: over a connection of its own that is closed again, and only as
 * long as the juror has not declared. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db/base/sortkey.h"
#include "db/store/submission.h"
#include "db/store/team.h"
#include "src/base/i18n.h"
#include "src/judging/juror.h"
#include "src/registers/municipality.h"
#include "src/registers/organization.h"

/* Whoever may still declare in the round; `member` is their seat. Inside the transaction of a
 * write. */
static struct error check_declaring(struct context *beside, struct arena *arena, int64_t round_id,
	struct round *round, int64_t *member)
{
	struct members members;

	TRY(context_standing(beside));
	struct error e = store_member_find(beside->db, round_id, beside->account.id, member);
	if (e.code == E_NOT_FOUND)
		return fail(E_NOT_FOUND, "round");
	TRY(e);
	TRY(round_get(beside, arena, round_id, round));
	TRY(store_members(beside->db, arena, round_id, &members));
	for (size_t i = 0; i < members.n; i++) {
		if (members.rows[i].id != *member)
			continue;
		if (member_state_of(members.rows[i].state) != MEMBER_STATE_ACTIVE)
			return rule(juror_stop_words(
				member_state_of(members.rows[i].state) == MEMBER_STATE_EXCUSED ?
					JUROR_EXCUSED :
					JUROR_REPLACED));
		if (members.rows[i].declared != 0)
			return rule(N_("You have declared already."));
	}
	if (round_state_of(round->state) == ROUND_STATE_CLOSED)
		return rule(juror_stop_words(JUROR_CLOSED));
	/* Reviews are dealt without conflicts as the round opens. */
	if (round_state_of(round->state) == ROUND_STATE_PLANNED && round->per_submission == 0)
		return rule(juror_stop_words(JUROR_PLANNED));
	return ok();
}

/* Applicants as they are gathered: one may have several submissions, and a submission several
 * applicants. */
struct gathering {
	struct arena *arena;
	struct juror_applicant *rows;
	size_t n, capacity;
};

static void add_submission(struct gathering *g, struct juror_applicant *row, int64_t submission_id)
{
	int64_t *ids = arena_alloc(g->arena, (row->n + 1) * sizeof(*ids));

	if (row->n > 0)
		memcpy(ids, row->submissions, row->n * sizeof(*ids));
	ids[row->n] = submission_id;
	row->submissions = ids;
	row->n++;
}

static struct juror_applicant *add_applicant(
	struct gathering *g, const char *name, int64_t submission_id)
{
	for (size_t i = 0; i < g->n; i++)
		if (strcmp(g->rows[i].name, name) == 0) {
			add_submission(g, &g->rows[i], submission_id);
			return &g->rows[i];
		}
	if (g->n == g->capacity) {
		struct juror_applicant *larger;

		g->capacity = g->capacity == 0 ? 32 : g->capacity * 2;
		larger = arena_alloc(g->arena, g->capacity * sizeof(*larger));
		if (g->n > 0)
			memcpy(larger, g->rows, g->n * sizeof(*larger));
		g->rows = larger;
	}
	struct juror_applicant *row = &g->rows[g->n++];
	*row = (struct juror_applicant){ .name = name, .organization = "" };
	add_submission(g, row, submission_id);
	return row;
}

/* The rows themselves are asked for: what the office reads by its role is not the juror's to read.
 */
static struct error name_of(
	struct context *beside, struct arena *arena, const struct applicant *who, const char **name)
{
	struct municipality municipality;
	struct organization organization;

	*name = "";
	if (who->municipality_id != 0) {
		TRY(store_municipality_get(beside->db, arena, who->municipality_id,
			day_of_time(context_now(beside)), &municipality));
		*name = municipality_shown(beside, arena, &municipality);
	} else if (who->organization_id != 0) {
		TRY(store_organization_get(beside->db, arena, who->organization_id, &organization));
		*name = organization_name(&organization);
	}
	return ok();
}

static struct error add_problem(
	struct context *beside, struct gathering *g, const struct submission *s)
{
	struct applicant lead = { s->municipality_id, s->organization_id };
	struct applicants others;
	const char *name;

	TRY(name_of(beside, g->arena, &lead, &name));
	add_applicant(g, name, s->id);
	TRY(store_co_applicants(beside->db, g->arena, s->id, &others));
	for (size_t i = 0; i < others.n; i++) {
		TRY(name_of(beside, g->arena, &others.rows[i], &name));
		add_applicant(g, name, s->id);
	}
	return ok();
}

static struct error add_team(
	struct context *beside, struct gathering *g, const struct submission *s)
{
	struct team team;
	struct team_members members;
	const char *organization;

	TRY(store_team_get(beside->db, g->arena, s->team_id, &team));
	TRY(store_team_members(beside->db, g->arena, s->team_id, &members));
	TRY(name_of(
		beside, g->arena, &(struct applicant){ 0, team.organization_id }, &organization));
	struct juror_applicant *row = add_applicant(g, team.name, s->id);
	const char **people = arena_alloc(g->arena, (members.n + 1) * sizeof(*people));
	for (size_t i = 0; i < members.n; i++)
		people[i] = members.rows[i].name;
	row->people = people;
	row->people_count = members.n;
	row->organization = organization;
	return ok();
}

struct sorted_applicant {
	struct sortkey key;
	struct juror_applicant row;
};

static int compare_names(const void *a, const void *b)
{
	const struct sorted_applicant *x = a, *y = b;
	size_t n = x->key.n < y->key.n ? x->key.n : y->key.n;
	int order = memcmp(x->key.bytes, y->key.bytes, n);

	return order != 0 ? order : (x->key.n > y->key.n) - (x->key.n < y->key.n);
}

static void sort_by_name(struct gathering *g)
{
	struct sorted_applicant *sorted = arena_alloc(g->arena, (g->n + 1) * sizeof(*sorted));

	for (size_t i = 0; i < g->n; i++)
		sorted[i] = (struct sorted_applicant){ sortkey_make(g->arena, g->rows[i].name),
			g->rows[i] };
	qsort(sorted, g->n, sizeof(*sorted), compare_names);
	for (size_t i = 0; i < g->n; i++)
		g->rows[i] = sorted[i].row;
}

static struct error gather(struct context *beside, struct gathering *g, int64_t round_id)
{
	struct id_list ids = { 0 };
	struct round round;
	int64_t member;

	TRY(check_declaring(beside, g->arena, round_id, &round, &member));
	struct error e = round_submissions(beside, round_id, &ids);
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct submission s;

		e = store_submission_get(beside->db, g->arena, ids.ids[i], &s);
		if (e.code == E_OK)
			e = s.team_id != 0 ? add_team(beside, g, &s) : add_problem(beside, g, &s);
	}
	id_list_clear(&ids);
	if (e.code == E_OK)
		sort_by_name(g);
	return e;
}

struct error juror_applicants(struct context *ctx, struct arena *arena, int64_t round_id,
	struct juror_applicants *applicants)
{
	struct context beside;
	struct gathering g = { .arena = arena };

	TRY(require(ctx, ACT_REVIEW_OWN));
	TRY(context_beside(ctx, &beside));
	struct error e = gather(&beside, &g, round_id);
	context_close(&beside);
	if (e.code == E_OK)
		*applicants = (struct juror_applicants){ g.rows, g.n };
	return e;
}

/* One conflict a submission, even where two of its applicants were named. */
static struct error insert(struct context *beside, struct arena *arena, int64_t round_id,
	const struct juror_interest *interests, size_t n, struct reference *object)
{
	struct round round;
	int64_t member;
	size_t count = 0, room = 0;

	TRY(check_declaring(beside, arena, round_id, &round, &member));
	*object = reference_key(KIND_ROUND, round.key);
	for (size_t i = 0; i < n; i++)
		room += interests[i].applicant->n;
	struct declared_conflict *conflicts = arena_alloc(arena, (room + 1) * sizeof(*conflicts));
	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < interests[i].applicant->n; k++) {
			int64_t id = interests[i].applicant->submissions[k];
			bool named = false;

			for (size_t c = 0; c < count; c++)
				named = named || conflicts[c].submission_id == id;
			if (!named)
				conflicts[count++] = (struct declared_conflict){ id,
					interests[i].ground, interests[i].reason };
		}
	return declaration_insert(beside, &round, member, conflicts, count, "");
}

struct error juror_declare(
	struct context *ctx, int64_t round_id, const struct juror_interest *interests, size_t n)
{
	struct context beside;
	struct arena arena = { 0 };
	struct reference object = { "" };

	TRY(require_self(ctx, ACT_REVIEW_OWN));
	TRY(context_beside(ctx, &beside));
	struct error e = context_begin(&beside);
	if (e.code == E_OK) {
		e = insert(&beside, &arena, round_id, interests, n, &object);
		e = context_end(&beside, e, "juror.declare", object.text);
	}
	ctx->wrote = ctx->wrote || beside.wrote;
	context_close(&beside);
	arena_clear(&arena);
	/* The applicants' names of a round by names are known from now on. */
	return e.code == E_OK ? context_reopen(ctx) : e;
}

const char *juror_undeclare_blocked(struct context *ctx, const struct juror_round *round)
{
	struct arena arena = { 0 };
	struct juror_recusals bars = { 0 };
	struct juror_items items = { 0 };
	struct juror_place place;
	const char *why = NULL;

	if (round->declared == 0)
		why = N_("You have not declared anything yet.");
	else if (round_state_of(round->state) == ROUND_STATE_CLOSED)
		why = juror_stop_words(JUROR_CLOSED);
	else if (member_state_of(round->seat) != MEMBER_STATE_ACTIVE)
		why = juror_stop_words(juror_stop(round));
	else if (juror_place(ctx, &arena, round->id, &place).code == E_OK)
		why = N_("You have seen the submissions since; the panel can still change a "
			 "conflict.");
	else if (juror_bars(ctx, &arena, round->id, &bars).code != E_OK ||
		 juror_items(ctx, &arena, round->id, &items).code != E_OK)
		why = juror_stop_words(JUROR_CLOSED);
	for (size_t i = 0; why == NULL && i < bars.n; i++)
		if (conflict_state_of(bars.rows[i].state) != CONFLICT_STATE_DECLARED)
			why = N_("The panel has decided on this conflict; only the panel can "
				 "change that.");
	for (size_t i = 0; why == NULL && i < items.n; i++)
		if (items.rows[i].state == JUROR_DRAFT || items.rows[i].state == JUROR_SUBMITTED)
			why = N_("You have seen the submissions since; the panel can still change "
				 "a conflict.");
	arena_clear(&arena);
	return why;
}

/* What was declared stays as rows that say it was withdrawn; the declaration itself is made anew.
 */
static struct error withdraw(struct context *ctx, struct context *beside, struct arena *arena,
	int64_t round_id, struct reference *object)
{
	struct juror_round round;
	struct conflicts conflicts;
	int64_t member;

	TRY(juror_round(ctx, arena, round_id, &round));
	*object = reference_key(KIND_ROUND, round.key);
	const char *why = juror_undeclare_blocked(ctx, &round);
	if (why != NULL)
		return rule(why);
	TRY(store_member_find(beside->db, round_id, ctx->account.id, &member));
	TRY(store_conflicts(beside->db, arena, round_id, &conflicts));
	for (size_t i = 0; i < conflicts.n; i++) {
		const struct conflict *c = &conflicts.rows[i];

		if (c->member_id == member &&
			conflict_state_of(c->state) == CONFLICT_STATE_DECLARED)
			TRY(store_conflict_withdraw(beside->db, c->id));
	}
	return store_declaration_withdraw(beside->db, member);
}

struct error juror_undeclare(struct context *ctx, int64_t round_id)
{
	struct context beside;
	struct arena arena = { 0 };
	struct reference object = { "" };

	TRY(require_self(ctx, ACT_REVIEW_OWN));
	TRY(context_beside(ctx, &beside));
	struct error e = context_begin(&beside);
	if (e.code == E_OK) {
		e = withdraw(ctx, &beside, &arena, round_id, &object);
		e = context_end(&beside, e, "juror.undeclare", object.text);
	}
	ctx->wrote = ctx->wrote || beside.wrote;
	context_close(&beside);
	arena_clear(&arena);
	return e;
}
