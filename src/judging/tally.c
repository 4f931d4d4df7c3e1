/* SPDX-License-Identifier: MIT */
#include "src/judging/tally.h"

#include "db/store/review.h"
#include "db/store/round.h"
#include "src/base/i18n.h"
#include "src/judging/decision.h"

static struct error bars_from(struct context *ctx, const struct tally_row *row,
	const struct decision_item *item, bool *bars)
{
	int64_t n = 0;
	struct error e = store_member_is_barred(ctx->db, row->member_id, item->submission_id, &n);

	*bars = n > 0;
	return e;
}

/* Barred from all of it, one was not there for any of it. */
static struct error takes_part(struct context *ctx, const struct decision_items *items,
	const struct tally_row *row, bool *takes)
{
	*takes = items->n == 0;
	for (size_t i = 0; i < items->n && !*takes; i++) {
		bool bars = false;

		TRY(bars_from(ctx, row, &items->rows[i], &bars));
		*takes = !bars;
	}
	return ok();
}

static void take_signatures(const struct jury_signatures *list, struct tally_row *row)
{
	for (size_t i = 0; i < list->n; i++) {
		const struct jury_signature *s = &list->rows[i];

		if (s->member_id != row->member_id)
			continue;
		if (signing_way_of(s->how) == SIGNING_NONE)
			row->reason = s->reason;
		else
			row->signature = s;
	}
}

/* The chair's signature, and for each submission those of a quorum who may deal with it. */
static struct error find_lacks(
	struct context *ctx, const struct decision_items *items, struct tally *tally)
{
	bool chair = false;

	for (size_t r = 0; r < tally->n; r++)
		chair = chair || (tally->rows[r].chair && tally->rows[r].signature != NULL);
	for (size_t i = 0; i < items->n; i++) {
		int64_t n = 0;

		for (size_t r = 0; r < tally->n; r++) {
			bool bars = true;

			if (tally->rows[r].signature != NULL)
				TRY(bars_from(ctx, &tally->rows[r], &items->rows[i], &bars));
			n += bars ? 0 : 1;
		}
		if (!items->rows[i].gone && n < tally->quorum)
			tally->lacks = N_("The signatures of a quorum are still missing, of those "
					  "who may deal with each submission.");
	}
	if (!chair)
		tally->lacks = N_("The chair's signature is still missing.");
	return ok();
}

static struct error add_row(struct context *ctx, const struct decision_items *items,
	const struct jury_signatures *signatures, const struct decision_person *p,
	struct tally *tally)
{
	struct tally_row row = { .member_id = p->member_id,
		.account_id = p->account_id,
		.login = p->login,
		.name = p->name,
		.chair = p->chair,
		.presence = p->presence,
		.reason = "" };
	bool takes = false;

	TRY(takes_part(ctx, items, &row, &takes));
	row.barred = !takes;
	row.may = takes && member_state_of(p->member_state) == MEMBER_STATE_ACTIVE &&
		  presence_of(p->presence) != PRESENCE_ABSENT && *p->presence != '\0';
	take_signatures(signatures, &row);
	tally->signed_by += row.signature != NULL ? 1 : 0;
	tally->expected += row.may || row.signature != NULL ? 1 : 0;
	tally->rows[tally->n++] = row;
	return ok();
}

struct error tally_make(
	struct context *ctx, struct arena *arena, const struct decision *d, struct tally *tally)
{
	struct decision_persons persons;
	struct jury_signatures signatures;
	struct decision_items items;
	struct round round;

	*tally = (struct tally){ 0 };
	TRY(store_round_get(ctx->db, arena, d->round_id, &round));
	TRY(store_decision_persons(ctx->db, arena, d->id, &persons));
	TRY(store_decision_items(ctx->db, arena, d->id, &items));
	TRY(store_signatures(ctx->db, arena, d->id, &signatures));
	tally->rows = arena_alloc(arena, (persons.n + 1) * sizeof(*tally->rows));
	tally->quorum = round.quorum;
	/* The chair stands first. */
	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; i < persons.n; i++)
			if (persons.rows[i].chair == (pass == 0))
				TRY(add_row(ctx, &items, &signatures, &persons.rows[i], tally));
	return find_lacks(ctx, &items, tally);
}

struct error tally_get(
	struct context *ctx, struct arena *arena, int64_t decision_id, struct tally *tally)
{
	struct decision d;

	TRY(require(ctx, ACT_READ));
	TRY(decision_get(ctx, arena, decision_id, &d));
	return tally_make(ctx, arena, &d, tally);
}

const struct tally_row *tally_of(const struct tally *tally, int64_t member_id)
{
	for (size_t i = 0; i < tally->n; i++)
		if (tally->rows[i].member_id == member_id)
			return &tally->rows[i];
	return NULL;
}
