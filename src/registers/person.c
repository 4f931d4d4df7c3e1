/* SPDX-License-Identifier: MIT */
#include "src/registers/person.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db/search.h"
#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/ground/record.h"

struct error person_clean(struct arena *arena, struct person *person)
{
	return record_clean(arena, &record_of_person, person, IN_ADD);
}

struct error person_insert(struct db *db, const struct person *person, int64_t *id)
{
	TRY(store_person_add(db, person, id));
	return search_index(db, SEARCH_PERSON, *id);
}

/* What was signed under the earlier name keeps it, and it goes on finding the person. */
static struct error keep_name(struct context *ctx, const struct person *person)
{
	struct arena arena = { 0 };
	struct person before;
	struct error e = store_person_get(ctx->db, &arena, person->id, &before);

	if (e.code == E_OK && strcmp(before.name, person->name) != 0)
		e = store_person_name_add(ctx->db, person->id, before.name, context_now(ctx));
	arena_clear(&arena);
	return e;
}

static struct error save(struct context *ctx, const struct person *person, int64_t *id)
{
	if (person->id == 0)
		return person_insert(ctx->db, person, id);
	TRY(keep_name(ctx, person));
	TRY(store_person_update(ctx->db, person));
	return search_index(ctx->db, SEARCH_PERSON, person->id);
}

static struct error add_or_update(
	struct context *ctx, const struct person *in, const char *verb, int64_t *id)
{
	struct arena arena = { 0 };
	struct person person = *in;
	struct reference object = { "" };

	TRY(require(ctx, ACT_REGISTER));
	struct error e = person_clean(&arena, &person);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		e = save(ctx, &person, id);
		object = reference_number(KIND_PERSON, *id);
		e = context_end(ctx, e, verb, object.text);
	}
	arena_clear(&arena);
	return e;
}

struct error person_add(struct context *ctx, const struct person *person, int64_t *id)
{
	struct person fresh = *person;

	fresh.id = 0;
	return add_or_update(ctx, &fresh, "person.add", id);
}

struct error person_update(struct context *ctx, const struct person *person)
{
	int64_t id = person->id;

	return add_or_update(ctx, person, "person.edit", &id);
}

struct error person_get(struct context *ctx, struct arena *arena, int64_t id, struct person *person)
{
	TRY(require(ctx, ACT_READ));
	struct error e = store_person_get(ctx->db, arena, id, person);

	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, "person") : e;
}

struct error person_ids(struct context *ctx, struct id_list *ids)
{
	TRY(require(ctx, ACT_READ));
	return store_person_ids(ctx->db, ids);
}

static struct error find_by_number(struct context *ctx, const char *number, int64_t *id)
{
	struct arena arena = { 0 };
	struct person person;
	char *end;

	*id = strtoll(number, &end, 10);
	if (*number == '\0' || *end != '\0')
		return fail(E_NOT_FOUND, "person");
	struct error e = person_get(ctx, &arena, *id, &person);
	arena_clear(&arena);
	return e;
}

struct error person_find(struct context *ctx, const char *name, int64_t *id)
{
	struct id_list ids = { 0 };

	TRY(require(ctx, ACT_READ));
	struct error e = store_person_find(ctx->db, name, &ids);

	if (e.code == E_OK && ids.n == 1)
		*id = ids.ids[0];
	else if (e.code == E_OK && ids.n > 1)
		e = rule(
			N_("Several people have this name. Use the number or the e-mail address."));
	else if (e.code == E_OK)
		e = find_by_number(ctx, name, id);
	id_list_clear(&ids);
	return e;
}

struct error person_add_name(struct context *ctx, int64_t id, const char *name)
{
	struct arena arena = { 0 };
	const char *line = NULL;
	struct reference object;

	TRY(require(ctx, ACT_REGISTER));
	object = reference_number(KIND_PERSON, id);
	struct error e = input_line(&arena, "name", name, FIELD_MAX, true, &line);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK) {
		e = store_person_name_add(ctx->db, id, line, 0);
		if (e.code == E_OK)
			e = search_index(ctx->db, SEARCH_PERSON, id);
		e = context_end(ctx, e, "person.alias", object.text);
	}
	arena_clear(&arena);
	return e;
}

struct error person_newest(struct context *ctx, int64_t *id)
{
	TRY(require(ctx, ACT_READ));
	return store_person_newest(ctx->db, id);
}

struct error person_namesakes(
	struct context *ctx, struct arena *arena, int64_t newest, struct namesakes *namesakes)
{
	TRY(require(ctx, ACT_READ));
	return store_person_namesakes(ctx->db, arena, newest, namesakes);
}

struct error person_names(
	struct context *ctx, struct arena *arena, int64_t id, struct text_rows *names)
{
	TRY(require(ctx, ACT_READ));
	return store_person_names(ctx->db, arena, id, names);
}

struct error role_add(struct context *ctx, const struct person_role *in, int64_t *id)
{
	struct arena arena = { 0 };
	struct person_role role = *in;
	struct reference object;

	TRY(require(ctx, ACT_REGISTER));
	if (role.valid_to != 0 && role.valid_to < role.valid_from)
		return fail(E_INVALID, "valid_to");
	object = reference_number(KIND_PERSON, role.person_id);
	struct error e = record_clean(&arena, &record_of_person_role, &role, IN_ADD);
	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK)
		e = context_end(ctx, store_role_add(ctx->db, &role, id), "role.add", object.text);
	arena_clear(&arena);
	return e;
}

struct error role_end(struct context *ctx, int64_t person_id, int64_t id, int64_t day)
{
	struct reference object;

	TRY(require(ctx, ACT_REGISTER));
	object = reference_number(KIND_PERSON, person_id);
	TRY(context_begin(ctx));
	return context_end(ctx, store_role_end(ctx->db, id, day), "role.end", object.text);
}

struct error roles_of(struct context *ctx, struct arena *arena, enum role_owner owner, int64_t id,
	struct person_roles *roles)
{
	TRY(require(ctx, ACT_READ));
	return store_roles(ctx->db, arena, owner, id, roles);
}
