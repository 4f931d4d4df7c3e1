/* SPDX-License-Identifier: MIT
 * Organizations: teams' companies and associations, joint municipal authorities and wellbeing
 * services counties that send problems, and the competition's partners, with their times. */
#pragma once

#include "db/store/organization.h"
#include "src/ground/act.h"

/* An empty Swedish name is the Finnish one, and the other way round. */
struct error organization_add(
	struct context *ctx, const struct organization *organization, int64_t *id);
struct error organization_update(struct context *ctx, const struct organization *organization);
struct error organization_get(
	struct context *ctx, struct arena *arena, int64_t id, struct organization *organization);
struct error organization_ids(struct context *ctx, const char *kind, struct id_list *ids);
/* By any name or business ID. */
struct error organization_find(struct context *ctx, const char *name, int64_t *id);
/* In the caller's transaction: the organization of that name or business ID behind a team of that
 * kind, a new one if there is none. Does nothing for an empty name, or if *id is one already. */
struct error organization_known(struct context *ctx, struct arena *arena, const char *name,
	const char *team_kind, int64_t *id);
struct error organization_add_name(struct context *ctx, int64_t id, const char *name);
struct error organization_names(
	struct context *ctx, struct arena *arena, int64_t id, struct text_rows *names);
/* In the language in use. */
const char *organization_name(const struct organization *organization);

struct error partner_add(struct context *ctx, const struct partner *partner, int64_t *id);
/* The last day of the partnership. */
struct error partner_end(struct context *ctx, int64_t id, int64_t day);
struct error partner_ids(struct context *ctx, int64_t day, struct id_list *ids);
struct error partner_get(
	struct context *ctx, struct arena *arena, int64_t id, struct partner *partner);
/* partner_end, as both ends offer it. */
extern const struct act partner_ending;
