/* SPDX-License-Identifier: MIT
 * What is common to all letters of one making: the round's decision, points and ranks. */
#include "src/letters/matter.h"

#include <string.h>

#include "db/store/account.h"
#include "src/base/i18n.h"
#include "src/judging/contents.h"
#include "src/judging/decision.h"
#include "src/phases/team.h"
#include "src/registers/person.h"

struct letter_matter *letter_matter_new(
	struct letter_batch *batch, struct letter_matters *matters, const char *object)
{
	static const struct letter_recipient nobody = { .whom = "",
		.name_fi = "",
		.name_sv = "",
		.organization_fi = "",
		.organization_sv = "",
		.person = "",
		.email = "",
		.copy = "",
		.post = "",
		.own_language = "",
		.submission_language = "",
		.body_language = "" };

	if (matters->n == matters->room) {
		size_t room = matters->room == 0 ? 64 : matters->room * 2;
		struct letter_matter *rows = arena_alloc(batch->arena, room * sizeof(*rows));

		if (matters->n > 0)
			memcpy(rows, matters->rows, matters->n * sizeof(*rows));
		matters->rows = rows;
		matters->room = room;
	}
	struct letter_matter *m = &matters->rows[matters->n++];

	*m = (struct letter_matter){ .batch = batch, .object = object, .to = nobody };
	return m;
}

/* Who makes the letters is who is asked about them. */
static struct error read_sender(struct letter_batch *b)
{
	struct account account;
	struct person_roles roles;
	int64_t today = day_of_time(context_now(b->ctx));

	b->sender_title = "";
	TRY(store_account_get(b->ctx->db, b->arena, b->ctx->account.id, &account));
	TRY(store_person_get(b->ctx->db, b->arena, account.person_id, &b->sender));
	TRY(store_roles(b->ctx->db, b->arena, ROLES_OF_PERSON, account.person_id, &roles));
	for (size_t i = 0; i < roles.n; i++)
		if (roles.rows[i].valid_to == 0 || roles.rows[i].valid_to >= today)
			b->sender_title = roles.rows[i].title;
	return ok();
}

/* The newest signed one: a correction takes the place of what it corrects. */
static struct error read_decision(struct letter_batch *b)
{
	struct id_list ids = { 0 };
	struct error e = decision_ids(b->ctx, b->round.id, "decision", &ids);

	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct decision d;

		e = decision_get(b->ctx, b->arena, ids.ids[i], &d);
		if (e.code == E_OK && decision_state_of(d.state) == DECISION_STATE_SIGNED &&
			d.id > b->decision.id)
			b->decision = d;
	}
	id_list_clear(&ids);
	TRY(e);
	if (b->decision.id == 0)
		return rule(
			N_("Nobody is told an outcome before the decision on the round has been "
			   "approved."));
	TRY(regime_of(b->ctx, b->arena, b->decision.regime_id, &b->regime));
	TRY(contents_get(b->ctx, b->arena, b->decision.id, &b->content));
	return decision_items(b->ctx, b->arena, b->decision.id, &b->items);
}

static struct error read_points(struct letter_batch *b)
{
	TRY(standing_make(b->ctx, b->arena, b->round.id, NULL, &b->standing));
	points_make(b->arena, &b->standing, &b->items, &b->points);
	return ok();
}

/* Of an outcome without a round named: the one that has the first submission. */
static struct error find_round(struct letter_batch *b, int64_t *round_id)
{
	struct submission s;
	struct id_list ids = { 0 };

	*round_id = 0;
	if (b->order->n == 0 ||
		strcmp(kind_rows[b->order->about[0].kind].tables[0], "submission") != 0)
		return fail(E_REQUIRED, "round");
	TRY(store_submission_get(b->ctx->db, b->arena, b->order->about[0].id, &s));
	struct error e = round_ids(b->ctx, s.kind, &ids);
	for (size_t i = 0; e.code == E_OK && i < ids.n && *round_id == 0; i++) {
		struct round r;

		e = round_get(b->ctx, b->arena, ids.ids[i], &r);
		if (e.code == E_OK && (r.challenge_id == 0 || r.challenge_id == s.challenge_id))
			*round_id = r.id;
	}
	id_list_clear(&ids);
	TRY(e);
	return *round_id == 0 ? fail(E_REQUIRED, "round") : ok();
}

struct error letter_batch_read(struct context *ctx, struct arena *arena,
	const struct letter_order *order, struct letter_batch *batch)
{
	int64_t round_id = order->round_id;

	*batch = (struct letter_batch){
		.ctx = ctx, .arena = arena, .order = order, .kind = letter_kind_row(order->kind)
	};
	if (batch->kind == NULL)
		return (struct error){ E_INVALID, "letter_kind", 1 + WORDS_LETTER_KIND, 0 };
	TRY(competition_get(ctx, arena, &batch->competition));
	TRY(read_sender(batch));
	if (batch->kind->tells != TELLS_NOTHING && round_id == 0)
		TRY(find_round(batch, &round_id));
	if (round_id != 0)
		TRY(round_get(ctx, arena, round_id, &batch->round));
	if (batch->kind->tells == TELLS_NOTHING)
		return ok();
	TRY(read_decision(batch));
	return read_points(batch);
}
