/* SPDX-License-Identifier: MIT
 * People: one record a person, with other spellings of the name, and roles that have a from and a
 * to. */
#pragma once

#include "db/store/person.h"
#include "src/ground/context.h"

struct error person_add(struct context *ctx, const struct person *person, int64_t *id);
struct error person_update(struct context *ctx, const struct person *person);
struct error person_get(
	struct context *ctx, struct arena *arena, int64_t id, struct person *person);
struct error person_ids(struct context *ctx, struct id_list *ids);
/* By name, other spelling, earlier name, e-mail or number, whatever the case. */
struct error person_find(struct context *ctx, const char *name, int64_t *id);
/* The highest number given so far; 0 if there is nobody. */
struct error person_newest(struct context *ctx, int64_t *id);
/* Who has come since, from anywhere, with a name that somebody in the register has or had: perhaps
 * the same person (person_merge). An address would have told; without one Klash cannot know. */
struct error person_namesakes(
	struct context *ctx, struct arena *arena, int64_t newest, struct namesakes *namesakes);
struct error person_add_name(struct context *ctx, int64_t id, const char *name);
struct error person_names(
	struct context *ctx, struct arena *arena, int64_t id, struct text_rows *names);

struct error role_add(struct context *ctx, const struct person_role *role, int64_t *id);
struct error role_end(struct context *ctx, int64_t person_id, int64_t id, int64_t day);
struct error roles_of(struct context *ctx, struct arena *arena, enum role_owner owner, int64_t id,
	struct person_roles *roles);

/* For functions that make a person in a transaction of their own: cleans and checks. */
struct error person_clean(struct arena *arena, struct person *person);
struct error person_insert(struct db *db, const struct person *person, int64_t *id);
