/* SPDX-License-Identifier: MIT */
#include "src/judging/assigning.h"

#include <sodium.h>
#include <stdlib.h>
#include <string.h>

#include "db/store/draw.h"
#include "db/store/review.h"
#include "src/base/i18n.h"
#include "src/judging/blind.h"
#include "src/phases/submission.h"

void reviewing_members(const struct members *members, struct id_list *ids)
{
	for (size_t i = 0; i < members->n; i++)
		if (!members->rows[i].substitute &&
			member_state_of(members->rows[i].state) == MEMBER_STATE_ACTIVE)
			id_list_add(ids, members->rows[i].id);
}

static int compare_codes(const void *a, const void *b)
{
	const struct item *x = a, *y = b;

	return strcmp(x->code, y->code);
}

/* The round's items; before it has any, the submissions that it would take now. */
static struct error read_items(struct context *ctx, struct arena *arena, const struct round *round,
	const struct id_list *ids, bool fixed, struct item *items)
{
	for (size_t i = 0; i < ids->n; i++) {
		struct submission s;

		items[i] = (struct item){ .round_id = round->id, .submission_id = ids->ids[i] };
		if (fixed) {
			TRY(store_item_get(ctx->db, arena, ids->ids[i], &items[i]));
			continue;
		}
		TRY(store_submission_get(ctx->db, arena, ids->ids[i], &s));
		items[i].code = s.code;
	}
	qsort(items, ids->n, sizeof(*items), compare_codes);
	return ok();
}

static struct error lay_items(struct context *ctx, struct arena *arena, const struct round *round,
	struct deal_table *table)
{
	struct id_list ids = { 0 };
	struct error e = store_item_ids(ctx->db, round->id, &ids);
	bool fixed = ids.n > 0;

	if (e.code == E_OK && !fixed)
		e = store_round_candidates(ctx->db, round->kind, round->challenge_id, &ids);
	struct item *items = arena_alloc(arena, (ids.n + 1) * sizeof(*items));
	if (e.code == E_OK)
		e = read_items(ctx, arena, round, &ids, fixed, items);
	table->items = arena_alloc(arena, (ids.n + 1) * sizeof(*table->items));
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		table->items[i].id = items[i].id;
		table->items[i].submission_id = items[i].submission_id;
		table->items[i].position = items[i].position;
		table->items[i].code = items[i].code;
	}
	table->dealing.items = ids.n;
	id_list_clear(&ids);
	return e;
}

static struct error lay_jurors(struct context *ctx, struct arena *arena, const struct round *round,
	struct deal_table *table)
{
	struct members members;

	TRY(store_members(ctx->db, arena, round->id, &members));
	table->jurors = arena_alloc(arena, (members.n + 1) * sizeof(*table->jurors));
	for (size_t i = 0; i < members.n; i++) {
		const struct member *m = &members.rows[i];

		if (m->substitute || member_state_of(m->state) != MEMBER_STATE_ACTIVE)
			continue;
		table->jurors[table->dealing.jurors].id = m->id;
		table->jurors[table->dealing.jurors++].name = m->name;
	}
	return ok();
}

/* Who is barred from what. In a blind round who is gets so few that at most half of the codes
 * missing from the list are barred ones. */
static struct error lay_bars(struct context *ctx, struct arena *arena, const struct round *round,
	struct deal_table *table)
{
	struct dealing *d = &table->dealing;
	bool *barred = arena_alloc(arena, d->items * d->jurors + 1);
	size_t *most = arena_alloc(arena, (d->jurors + 1) * sizeof(*most));

	for (size_t j = 0; j < d->jurors; j++) {
		size_t bars = 0;

		for (size_t i = 0; i < d->items; i++) {
			int64_t n = 0;

			TRY(store_member_is_barred(
				ctx->db, table->jurors[j].id, table->items[i].submission_id, &n));
			barred[i * d->jurors + j] = n > 0;
			bars += n > 0;
		}
		most[j] = 2 * bars < d->items ? d->items - 2 * bars : 0;
	}
	d->barred = barred;
	d->most = round->blind ? most : NULL;
	return ok();
}

struct error deal_try(struct context *ctx, struct arena *arena, const struct round *round,
	uint64_t seed, struct deal_table *table)
{
	struct dealing *d = &table->dealing;

	*table = (struct deal_table){ .dealing = { .per = (size_t)round->per_submission,
					      .seed = seed } };
	TRY(lay_items(ctx, arena, round, table));
	TRY(lay_jurors(ctx, arena, round, table));
	TRY(lay_bars(ctx, arena, round, table));
	table->given = arena_alloc(arena, d->items * d->jurors + 1);
	table->got = arena_alloc(arena, (d->items + 1) * sizeof(*table->got));
	table->lacking = dealing_make(d, table->given, table->got);
	return ok();
}

struct error deal_keep_seed(struct context *ctx, const struct round *round, int64_t seed)
{
	uint64_t drawn;

	randombytes_buf(&drawn, sizeof(drawn));
	return store_seed_add(ctx->db, round->id, "deal", seed < 0 ? (int64_t)(drawn >> 1) : seed,
		context_now(ctx));
}

struct error deal_check_rules(const struct round *round)
{
	if (!round->blind || round->per_submission > 0 ||
		conflict_scope_of(round->conflict_scope) != SCOPE_SUBMISSION)
		return ok();
	return rule(
		N_("Where a conflict bars one submission of a blind round, a juror's list would "
		   "tell which code the conflict is with. Deal a set number of reviews of each, "
		   "or let a conflict bar the whole comparison."));
}

struct error deal_check_opening(struct context *ctx, struct arena *arena, const struct round *round)
{
	struct members members;
	int64_t doubts = 0;

	TRY(deal_check_rules(round));
	if (!round->blind || round->per_submission == 0)
		return ok();
	TRY(store_members(ctx->db, arena, round->id, &members));
	for (size_t i = 0; i < members.n; i++)
		if (members.rows[i].declared == 0 && !members.rows[i].substitute &&
			member_state_of(members.rows[i].state) == MEMBER_STATE_ACTIVE)
			return rule(
				N_("A blind round is dealt once every juror has declared: what "
				   "is declared later would tell a code. Wait for them, or take "
				   "them off the panel."));
	TRY(store_conflict_doubtful(ctx->db, round->id, &doubts));
	return doubts == 0 ?
		       ok() :
		       rule(N_("A doubtful ground waits for the panel: in a blind round it is "
			       "decided on before the reviews are dealt."));
}

int64_t deal_bars(const struct round *round, int64_t submission_id)
{
	bool tells = round->blind && conflict_scope_of(round->conflict_scope) == SCOPE_SUBMISSION &&
		     round_state_of(round->state) != ROUND_STATE_PLANNED;

	return tells ? 0 : submission_id;
}

/* Everybody reviews everything; what a conflict bars is left out when it is counted. */
static struct error give_all(struct context *ctx, struct arena *arena, const struct round *round)
{
	struct members members;
	struct id_list items = { 0 }, ids = { 0 };
	struct error e = store_members(ctx->db, arena, round->id, &members);

	if (e.code == E_OK)
		e = store_item_ids(ctx->db, round->id, &items);
	if (e.code == E_OK)
		reviewing_members(&members, &ids);
	for (size_t i = 0; e.code == E_OK && i < items.n; i++)
		for (size_t m = 0; e.code == E_OK && m < ids.n; m++)
			e = store_assignment_add(ctx->db, items.ids[i], ids.ids[m], (int64_t)i + 1);
	id_list_clear(&items);
	id_list_clear(&ids);
	return e;
}

static struct error refuse_short(const struct deal_table *table)
{
	return table->lacking == 0 ?
		       ok() :
		       rule(N_("Not every submission can get so many reviews. Nothing "
			       "has been changed."));
}

struct error assign_items(struct context *ctx, struct arena *arena, const struct round *round)
{
	struct deal_table table;
	struct draw_seed seed;

	if (round->per_submission == 0)
		return give_all(ctx, arena, round);
	struct error e = store_seed(ctx->db, arena, round->id, "deal", &seed);
	if (e.code == E_NOT_FOUND)
		return rule(N_("Deal the reviews first: the seed is written down before the round "
			       "opens."));
	TRY(e);
	TRY(deal_try(ctx, arena, round, (uint64_t)seed.value, &table));
	TRY(refuse_short(&table));
	for (size_t i = 0; i < table.dealing.items; i++)
		for (size_t j = 0; j < table.dealing.jurors; j++)
			if (table.given[i * table.dealing.jurors + j])
				TRY(store_assignment_add(ctx->db, table.items[i].id,
					table.jurors[j].id, table.items[i].position));
	return ok();
}

/* Number and seed of what is to be dealt; the seed < 0: drawn. */
struct assigning {
	int64_t per_submission, seed;
};

static struct error check_seed(
	struct context *ctx, struct arena *arena, const struct round *round, int64_t seed)
{
	struct draw_seed kept = { .value = -1 };

	if (seed < 0)
		return ok();
	if (round->blind)
		return rule(
			N_("In a blind round Klash draws the seed itself, and shows it once the "
			   "names are opened: leave it out."));
	if (round_state_of(round->state) == ROUND_STATE_PLANNED)
		return ok();
	struct error e = store_seed(ctx->db, arena, round->id, "deal", &kept);
	if (e.code == E_OK && kept.value == seed)
		return ok();
	return e.code == E_OK || e.code == E_NOT_FOUND ?
		       rule(N_("The round is dealt by the seed that was written down before it "
			       "opened: leave it out.")) :
		       e;
}

/* After a change of conflicts, by the same seed. */
static struct error deal_again(struct context *ctx, struct arena *arena, const struct round *round)
{
	int64_t reviews = 0;

	TRY(store_round_review_count(ctx->db, round->id, &reviews));
	if (reviews > 0)
		return rule(N_("Reviews have begun; they cannot be dealt anew."));
	if (round->blind && round->per_submission > 0)
		return rule(N_("An open blind round is not dealt again: two lists would tell which "
			       "code a conflict is with."));
	TRY(store_assignments_delete(ctx->db, round->id));
	return assign_items(ctx, arena, round);
}

static struct error assign(
	struct context *ctx, struct arena *arena, const struct round *round, void *arg)
{
	const struct assigning *in = arg;
	struct round changed = *round;
	struct deal_table table;

	changed.per_submission = in->per_submission;
	TRY(check_rules(&changed));
	if (changed.per_submission != round->per_submission && round->locked != 0)
		return rule(N_("How many review each submission is part of the locked rules."));
	if (changed.per_submission > 0)
		TRY(check_seed(ctx, arena, round, in->seed));
	switch (round_state_of(round->state)) {
	case ROUND_STATE_OPEN:
		return deal_again(ctx, arena, round);
	case ROUND_STATE_CLOSED:
	case ROUND_STATE_UNKNOWN:
		return rule(N_("The round is closed."));
	case ROUND_STATE_PLANNED:
		break;
	}
	TRY(store_round_update(ctx->db, &changed));
	if (changed.per_submission == 0)
		return ok();
	TRY(deal_try(ctx, arena, &changed, 0, &table));
	/* The number may be set before there is a panel. */
	if (table.dealing.jurors > 0)
		TRY(refuse_short(&table));
	return deal_keep_seed(ctx, round, in->seed);
}

struct error round_assign(
	struct context *ctx, int64_t round_id, int64_t per_submission, int64_t seed)
{
	struct assigning in = { per_submission, seed };

	return change_round(ctx, round_id, "round.assign", assign, &in);
}

struct error round_seed(
	struct context *ctx, struct arena *arena, int64_t round_id, struct draw_seed *seed)
{
	enum blind_stage stage;
	struct round round;

	TRY(round_get(ctx, arena, round_id, &round));
	TRY(blind_stage(ctx, round_id, &stage));
	if (round.per_submission == 0 || (stage != BLIND_NOT && stage != BLIND_OPENED))
		return fail(E_NOT_FOUND, NULL);
	return store_seed(ctx->db, arena, round_id, "deal", seed);
}
