/* SPDX-License-Identifier: MIT */
#include "src/judging/names.h"

#include <string.h>

#include "db/store/blind.h"
#include "db/store/custody.h"
#include "db/store/decision.h"
#include "db/store/meta.h"
#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/judging/blind.h"
#include "src/judging/change.h"
#include "src/judging/custody.h"

enum { WITNESSES_MAX = 20 };

/* Cleaned before the transaction begins. */
struct opening_act {
	const char *place;
	struct opening_witness witnesses[WITNESSES_MAX];
	size_t n;
};

static struct error refuse(struct context *ctx, const struct round *round)
{
	bool released, opened;

	TRY(blind_happened(ctx, round->id, "release", &released));
	TRY(blind_happened(ctx, round->id, "open", &opened));
	if (!released)
		return rule(N_("The round is not blind, or its texts have not been released."));
	return opened ? rule(N_("The names have already been opened.")) : ok();
}

/* A login is an account; anything else is the name of somebody who has none. */
static struct error known_witness(
	struct context *ctx, struct arena *arena, const char *said, struct opening_witness *witness)
{
	struct account account;
	struct error e = store_account_find(ctx->db, arena, said, &account);

	*witness = (struct opening_witness){ .name = said };
	if (e.code == E_NOT_FOUND)
		return ok();
	TRY(e);
	*witness = (struct opening_witness){ account.id, account.name };
	return ok();
}

static struct error add_witness(
	struct context *ctx, struct arena *arena, const char *text, struct opening_act *act)
{
	const char *said;
	struct opening_witness witness;

	TRY(input_line(arena, "witness", text, FIELD_MAX, true, &said));
	TRY(known_witness(ctx, arena, said, &witness));
	if (witness.account_id == ctx->account.id || strcmp(witness.name, ctx->account.name) == 0)
		return rule(N_("Who opens the names is no witness of it: somebody else must be "
			       "present."));
	for (size_t i = 0; i < act->n; i++)
		if (strcmp(act->witnesses[i].name, witness.name) == 0)
			return fail(E_EXISTS, "witness");
	if (act->n == WITNESSES_MAX)
		return fail(E_INVALID, "witness");
	act->witnesses[act->n++] = witness;
	return ok();
}

static struct error put(
	struct context *ctx, struct arena *arena, const struct round *round, void *arg)
{
	const struct opening_act *act = arg;
	struct opening opening = {
		.round_id = round->id, .at = context_now(ctx), .place = act->place
	};
	struct frozen_statement frozen;
	int64_t id;

	TRY(refuse(ctx, round));
	struct error e = store_statement_in_force(ctx->db, round->id, &opening.decision_id);
	if (e.code == E_NOT_FOUND)
		return rule(N_("The names are opened only after the jury's statement has been "
			       "signed."));
	TRY(e);
	TRY(store_statement_frozen(ctx->db, arena, opening.decision_id, &frozen));
	opening.hash = frozen.hash;
	TRY(store_items_unseal(ctx->db, round->id));
	TRY(store_opening_add(ctx->db, &opening, ctx->account.id, &id));
	for (size_t i = 0; i < act->n; i++)
		TRY(store_opening_witness_add(ctx->db, id, &act->witnesses[i]));
	TRY(store_opening_names_add(ctx->db, id));
	return store_blind_act_add(ctx->db, round->id, "open", opening.at, ctx->account.id, "");
}

struct error names_open(struct context *ctx, int64_t round_id, const struct names_opening *opening)
{
	struct arena arena = { 0 };
	struct opening_act act = { .n = 0 };

	TRY(custody_require(ctx, round_id));
	TRY(require_self(ctx, ACT_READ));
	struct error e = opening->n == 0 ? fail(E_REQUIRED, "witness") :
					   input_line(&arena, "place", opening->place, FIELD_MAX,
						   true, &act.place);
	for (size_t i = 0; e.code == E_OK && i < opening->n; i++)
		e = add_witness(ctx, &arena, opening->witnesses[i], &act);
	if (e.code == E_OK)
		e = change_round_as(ctx, ACT_READ, round_id, "names.open", put, &act);
	arena_clear(&arena);
	return e;
}

static struct error find_entry(
	struct context *ctx, struct arena *arena, const char *key, int64_t *entry)
{
	struct reference object = reference_key(KIND_ROUND, key);
	struct id_list ids = { 0 };
	struct error e = store_log_ids(ctx->db, object.text, &ids);

	*entry = 0;
	for (size_t i = 0; e.code == E_OK && *entry == 0 && i < ids.n; i++) {
		struct log_entry row;

		e = store_log_get(ctx->db, arena, ids.ids[i], &row);
		if (e.code == E_OK && strcmp(row.verb, "names.open") == 0)
			*entry = row.seq;
	}
	id_list_clear(&ids);
	return e;
}

struct error names_read(
	struct context *ctx, struct arena *arena, int64_t round_id, struct names_record *record)
{
	TRY(require(ctx, ACT_READ));
	struct error e = store_opening_get(ctx->db, arena, round_id, &record->opening);
	if (e.code == E_NOT_FOUND)
		return rule(N_("The names have not been opened."));
	TRY(e);
	TRY(store_opening_witnesses(ctx->db, arena, record->opening.id, &record->witnesses));
	TRY(store_opening_names(ctx->db, arena, record->opening.id, &record->names));
	return find_entry(ctx, arena, record->opening.round_key, &record->entry);
}
