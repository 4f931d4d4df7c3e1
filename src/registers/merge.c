/* SPDX-License-Identifier: MIT */
#include "src/registers/merge.h"

#include <stdio.h>

#include "db/store/attachment.h"
#include "db/search.h"
#include "db/store/merge.h"
#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/registers/organization.h"
#include "src/registers/person.h"

struct error person_merge_clashes(struct context *ctx, struct arena *arena, int64_t keep,
	int64_t gone, struct text_rows *clashes)
{
	TRY(require(ctx, ACT_READ));
	return store_person_merge_clashes(ctx->db, arena, keep, gone, clashes);
}

struct error organization_merge_clashes(struct context *ctx, struct arena *arena, int64_t keep,
	int64_t gone, struct text_rows *clashes)
{
	TRY(require(ctx, ACT_READ));
	return store_organization_merge_clashes(ctx->db, arena, keep, gone, clashes);
}

static struct error may_be_one(int64_t keep, int64_t gone, const struct text_rows *clashes)
{
	if (keep == gone)
		return rule(N_("That is one and the same record already."));
	if (clashes->n > 0)
		return rule(N_("Both stand in the same place, so they cannot become one. "
			       "Take one of them out there first."));
	return ok();
}

static struct error merge_people(
	struct context *ctx, struct arena *arena, int64_t keep, int64_t gone)
{
	struct text_rows clashes = { 0 };
	struct person first, second;

	TRY(person_get(ctx, arena, keep, &first));
	TRY(person_get(ctx, arena, gone, &second));
	TRY(person_merge_clashes(ctx, arena, keep, gone, &clashes));
	TRY(may_be_one(keep, gone, &clashes));
	TRY(store_person_merge(ctx->db, keep, gone, second.name));
	TRY(search_remove(ctx->db, SEARCH_PERSON, gone));
	return search_index(ctx->db, SEARCH_PERSON, keep);
}

static struct error merge_organizations(
	struct context *ctx, struct arena *arena, int64_t keep, int64_t gone)
{
	struct text_rows clashes = { 0 };
	struct organization first, second;

	TRY(organization_get(ctx, arena, keep, &first));
	TRY(organization_get(ctx, arena, gone, &second));
	TRY(organization_merge_clashes(ctx, arena, keep, gone, &clashes));
	TRY(may_be_one(keep, gone, &clashes));
	TRY(store_organization_merge(ctx->db, keep, &second));
	TRY(search_remove(ctx->db, SEARCH_ORGANIZATION, gone));
	return search_index(ctx->db, SEARCH_ORGANIZATION, keep);
}

/* What both have in common: the reason, one transaction, one log entry that names the first. */
static struct error merge(struct context *ctx, enum kind kind, int64_t keep, int64_t gone,
	const char *reason, struct error (*act)(struct context *, struct arena *, int64_t, int64_t))
{
	struct arena arena = { 0 };
	const char *noun = kind_rows[kind].noun;
	struct reference object = reference_number(kind, keep);
	char verb[32];
	const char *why;

	TRY(require(ctx, ACT_REGISTER));
	snprintf(verb, sizeof(verb), "%s.merge", noun);
	struct error e = input_lines(&arena, "reason", reason, REASON_MAX, true, &why);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		e = store_attachments_move(ctx->db, kind_rows[kind].tables[0], keep, gone);
		if (e.code == E_OK)
			e = act(ctx, &arena, keep, gone);
		if (e.code == E_OK)
			e = store_merge_add(
				ctx->db, noun, keep, gone, context_now(ctx), why, ctx->account.id);
		e = context_end(ctx, e, verb, object.text);
	}
	arena_clear(&arena);
	return e;
}

struct error person_merge(struct context *ctx, int64_t keep, int64_t gone, const char *reason)
{
	return merge(ctx, KIND_PERSON, keep, gone, reason, merge_people);
}

struct error organization_merge(struct context *ctx, int64_t keep, int64_t gone, const char *reason)
{
	return merge(ctx, KIND_ORGANIZATION, keep, gone, reason, merge_organizations);
}
