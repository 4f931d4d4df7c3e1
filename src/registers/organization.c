/* SPDX-License-Identifier: MIT */
#include "src/registers/organization.h"

#include <stdio.h>
#include <string.h>

#include "db/search.h"
#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/ground/record.h"

static struct error clean(struct arena *arena, struct organization *o)
{
	TRY(record_clean(arena, &record_of_organization, o, IN_ADD));
	if (*o->name_fi == '\0' && *o->name_sv == '\0')
		return fail(E_REQUIRED, "name_fi");
	if (*o->name_fi == '\0')
		o->name_fi = o->name_sv;
	if (*o->name_sv == '\0')
		o->name_sv = o->name_fi;
	return ok();
}

static struct error refuse_twin(struct context *ctx, const struct organization *o)
{
	struct id_list ids = { 0 };
	struct error e = *o->business_id == '\0' ?
				 ok() :
				 store_organization_find(ctx->db, o->business_id, &ids);

	if (e.code == E_OK && ids.n > 0 && ids.ids[0] != o->id)
		e = fail(E_EXISTS, "business_id");
	id_list_clear(&ids);
	return e;
}

static struct error save(struct context *ctx, struct organization *o, int64_t *id)
{
	TRY(refuse_twin(ctx, o));
	if (o->id == 0)
		TRY(store_organization_add(ctx->db, o, id));
	else
		TRY(store_organization_update(ctx->db, o));
	return search_index(ctx->db, SEARCH_ORGANIZATION, *id);
}

static struct error add_or_update(
	struct context *ctx, const struct organization *in, const char *verb, int64_t *id)
{
	struct arena arena = { 0 };
	struct organization o = *in;
	struct reference object = { "" };

	TRY(require(ctx, ACT_REGISTER));
	struct error e = clean(&arena, &o);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		e = save(ctx, &o, id);
		object = reference_number(KIND_ORGANIZATION, *id);
		e = context_end(ctx, e, verb, object.text);
	}
	arena_clear(&arena);
	return e;
}

struct error organization_add(
	struct context *ctx, const struct organization *organization, int64_t *id)
{
	struct organization fresh = *organization;

	fresh.id = 0;
	return add_or_update(ctx, &fresh, "organization.add", id);
}

struct error organization_update(struct context *ctx, const struct organization *organization)
{
	int64_t id = organization->id;

	return add_or_update(ctx, organization, "organization.edit", &id);
}

struct error organization_get(
	struct context *ctx, struct arena *arena, int64_t id, struct organization *organization)
{
	TRY(require(ctx, ACT_READ));
	struct error e = store_organization_get(ctx->db, arena, id, organization);

	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "organization") : e;
}

struct error organization_ids(struct context *ctx, const char *kind, struct id_list *ids)
{
	TRY(require(ctx, ACT_READ));
	return store_organization_ids(ctx->db, i18n_lang(), kind, ids);
}

struct error organization_find(struct context *ctx, const char *name, int64_t *id)
{
	struct id_list ids = { 0 };

	TRY(require(ctx, ACT_READ));
	struct error e = store_organization_find(ctx->db, name, &ids);

	if (e.code == E_OK && ids.n != 1)
		e = ids.n == 0 ? fail(E_NOT_FOUND, "organization") :
				 rule(N_("Several have this name. Use the business ID."));
	if (e.code == E_OK)
		*id = ids.ids[0];
	id_list_clear(&ids);
	return e;
}

/* What kind of organization stands behind a team of that kind. */
static const char *kind_behind(const char *team_kind)
{
	if (strcmp(team_kind, "company") == 0 || team_kind_of(team_kind) == TEAM_KIND_STARTUP)
		return "company";
	return team_kind_of(team_kind) == TEAM_KIND_ASSOCIATION ? "association" : "other";
}

struct error organization_known(struct context *ctx, struct arena *arena, const char *name,
	const char *team_kind, int64_t *id)
{
	struct organization fresh = {
		.kind = kind_behind(team_kind), .name_fi = name, .name_sv = name, .business_id = ""
	};

	if (*name == '\0' || *id != 0)
		return ok();
	struct error e = organization_find(ctx, name, id);
	if (e.code != E_NOT_FOUND)
		return e;
	TRY(clean(arena, &fresh));
	return save(ctx, &fresh, id);
}

struct error organization_add_name(struct context *ctx, int64_t id, const char *name)
{
	struct arena arena = { 0 };
	const char *line = NULL;
	struct reference object;

	TRY(require(ctx, ACT_REGISTER));
	object = reference_number(KIND_ORGANIZATION, id);
	struct error e = input_line(&arena, "name", name, FIELD_MAX, true, &line);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		e = store_organization_name_add(ctx->db, id, line);
		if (e.code == E_OK)
			e = search_index(ctx->db, SEARCH_ORGANIZATION, id);
		e = context_end(ctx, e, "organization.alias", object.text);
	}
	arena_clear(&arena);
	return e;
}

struct error organization_names(
	struct context *ctx, struct arena *arena, int64_t id, struct text_rows *names)
{
	TRY(require(ctx, ACT_READ));
	return store_organization_names(ctx->db, arena, id, names);
}

const char *organization_name(const struct organization *organization)
{
	return strcmp(i18n_lang(), "sv") == 0 ? organization->name_sv : organization->name_fi;
}

struct error partner_add(struct context *ctx, const struct partner *in, int64_t *id)
{
	struct partner partner = *in;
	struct arena arena = { 0 };
	struct reference object;

	TRY(require(ctx, ACT_REGISTER));
	struct error e = record_clean(&arena, &record_of_partner, &partner, IN_ADD);
	if (e.code == E_OK && partner.valid_to != 0 && partner.valid_to < partner.valid_from)
		e = fail(E_INVALID, "valid_to");
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		object = reference_number(KIND_ORGANIZATION, partner.organization_id);
		e = context_end(
			ctx, store_partner_add(ctx->db, &partner, id), "partner.add", object.text);
	}
	arena_clear(&arena);
	return e;
}

struct error partner_end(struct context *ctx, int64_t id, int64_t day)
{
	struct arena arena = { 0 };
	struct partner partner;
	struct reference object = { "" };

	TRY(require(ctx, ACT_REGISTER));
	TRY(context_begin(ctx));
	struct error e = store_partner_get(ctx->db, &arena, id, &partner);
	if (e.code == E_NOT_FOUND)
		e.field = "partner";
	if (e.code == E_OK && day < partner.valid_from)
		e = fail(E_INVALID, "valid_to");
	if (e.code == E_OK) {
		object = reference_number(KIND_ORGANIZATION, partner.organization_id);
		e = store_partner_end(ctx->db, id, day);
	}
	arena_clear(&arena);
	return context_end(ctx, e, partner_ending.log, object.text);
}

struct error partner_ids(struct context *ctx, int64_t day, struct id_list *ids)
{
	TRY(require(ctx, ACT_READ));
	return store_partner_ids(ctx->db, day, ids);
}

struct error partner_get(
	struct context *ctx, struct arena *arena, int64_t id, struct partner *partner)
{
	TRY(require(ctx, ACT_READ));
	struct error e = store_partner_get(ctx->db, arena, id, partner);

	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "partner") : e;
}

static struct error run(
	struct context *ctx, const struct act *act, int64_t id, const struct answers *answers)
{
	(void)act;
	return partner_end(ctx, id, answers->rows[0].day);
}

static const struct act_ask asks[] = {
	{ .name = "valid_to",
		.option = "to",
		.kind = ASK_DAY,
		.required = true,
		.help = N_("until when") },
};

const struct act partner_ending = { .verb = "end",
	.log = "partner.end",
	.told = N_("%s ended a partnership: %s."),
	.action = ACT_REGISTER,
	.asks = asks,
	.ask_count = LEN(asks),
	.help = N_("Ends a partnership."),
	.title = NC_("title", "The partnership ends"),
	.question = N_("The last day, such as 31.12.2019."),
	.done = N_("Saved."),
	.many = N_("Do %lu partnerships end? The last day, such as 31.12.2019:"),
	.run = run };
