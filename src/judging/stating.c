/* SPDX-License-Identifier: MIT */
#include "src/judging/stating.h"

#include <string.h>

#include "src/base/i18n.h"
#include "src/judging/decision.h"
#include "src/judging/draft.h"

void statement_hash(const char *text, char hash[CONTENTS_HASH_SIZE])
{
	struct buffer bytes = { 0 };

	buffer_text(&bytes, text);
	contents_hash_text(&bytes, hash);
	buffer_clear(&bytes);
}

struct freezing {
	const char *range_reason;
	statement_writer writer;
	char hash[CONTENTS_HASH_SIZE];
};

static struct error freeze(
	struct context *ctx, struct arena *arena, const struct decision *d, const void *arg)
{
	struct freezing *freezing = *(struct freezing *const *)arg;
	struct frozen_statement frozen = { .decision_id = d->id, .frozen = context_now(ctx) };

	if (decision_kind_of(d->kind) != DECISION_KIND_STATEMENT)
		return fail(E_NOT_FOUND, "statement");
	TRY(decision_settle(ctx, arena, d, freezing->range_reason));
	TRY(freezing->writer(ctx, arena, d->id, &frozen.text));
	statement_hash(frozen.text, freezing->hash);
	frozen.hash = freezing->hash;
	return store_statement_freeze(ctx->db, &frozen, ctx->account.id);
}

struct error statement_freeze(struct context *ctx, int64_t id, const char *range_reason,
	statement_writer writer, char hash[CONTENTS_HASH_SIZE])
{
	struct freezing freezing = { .range_reason = range_reason, .writer = writer };
	struct freezing *of = &freezing;

	TRY(require_self(ctx, ACT_SIGN));
	TRY(change_draft(ctx, id, "freeze", freeze, &of));
	if (hash != NULL)
		memcpy(hash, freezing.hash, sizeof(freezing.hash));
	return ok();
}

struct error statement_frozen(
	struct context *ctx, struct arena *arena, int64_t id, struct frozen_statement *frozen)
{
	TRY(require(ctx, ACT_READ));
	struct error e = store_statement_frozen(ctx->db, arena, id, frozen);
	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "statement") : e;
}

/* What a decision says now, against its hash from the approval. */
static struct error decision_fits(
	struct context *ctx, struct arena *arena, const struct decision *d, bool *fits)
{
	struct decision_content content;
	char hash[CONTENTS_HASH_SIZE];

	*fits = true;
	struct error e = store_content_get(ctx->db, arena, d->id, &content);
	if (e.code == E_NOT_FOUND || (e.code == E_OK && *content.frozen == '\0'))
		return ok();
	TRY(e);
	TRY(contents_hash(ctx, arena, d, hash));
	*fits = strcmp(hash, content.frozen) == 0;
	return ok();
}

static struct error statement_fits(
	struct context *ctx, struct arena *arena, const struct decision *d, bool *fits)
{
	struct frozen_statement frozen;
	char hash[CONTENTS_HASH_SIZE];

	TRY(store_statement_frozen(ctx->db, arena, d->id, &frozen));
	statement_hash(frozen.text, hash);
	*fits = strcmp(hash, frozen.hash) == 0;
	return ok();
}

static struct error fits(
	struct context *ctx, struct arena *arena, const struct decision *d, bool *yes)
{
	*yes = true;
	switch (decision_state_of(d->state)) {
	case DECISION_STATE_FROZEN:
	case DECISION_STATE_SIGNED:
		return (decision_kind_of(d->kind) == DECISION_KIND_STATEMENT ?
				statement_fits :
				decision_fits)(ctx, arena, d, yes);
	case DECISION_STATE_DRAFT:
	case DECISION_STATE_ABANDONED:
	case DECISION_STATE_UNKNOWN:
		break;
	}
	return ok();
}

static struct error check_one(
	struct context *ctx, struct arena *arena, int64_t id, struct frozen_faults *faults)
{
	struct decision d;
	bool yes = true;

	TRY(store_decision_get(ctx->db, arena, id, &d));
	TRY(fits(ctx, arena, &d, &yes));
	if (!yes)
		faults->rows[faults->n++] = (struct frozen_fault){ id, d.code,
			decision_kind_of(d.kind) == DECISION_KIND_STATEMENT ? "statement" :
									      "decision_content" };
	return ok();
}

struct error frozen_check(struct context *ctx, struct arena *arena, struct frozen_faults *faults)
{
	static const char *const kinds[] = { "statement", "decision" };
	struct id_list ids[LEN(kinds)] = { 0 };
	size_t room = 1;
	struct error e = ok();

	for (size_t k = 0; e.code == E_OK && k < LEN(kinds); k++) {
		e = store_decision_ids(ctx->db, 0, kinds[k], &ids[k]);
		room += ids[k].n;
	}
	*faults = (struct frozen_faults){ arena_alloc(arena, room * sizeof(*faults->rows)), 0 };
	for (size_t k = 0; k < LEN(kinds); k++) {
		for (size_t i = 0; e.code == E_OK && i < ids[k].n; i++)
			e = check_one(ctx, arena, ids[k].ids[i], faults);
		id_list_clear(&ids[k]);
	}
	return e;
}
