/* SPDX-License-Identifier: MIT
 * Joint problems: two municipalities sent the same, and it becomes one. Both codes live; the lead
 * is judged, counted and decided on, the applicants of the other become its co-applicants, and
 * letters about it go to them too. Only before a round has either of them; undone by an act with a
 * reason. */
#pragma once

#include "db/store/joint.h"
#include "src/ground/act.h"

/* Joins the problem `id` to the lead. E_REQUIRED (field "reason"); E_RULE with what to do first. */
struct error joint_join(struct context *ctx, int64_t lead_id, int64_t id, const char *reason);
/* Two problems again, as they were before. */
extern const struct act joint_separation;
/* 0: it is joined to none. */
struct error joint_lead(struct context *ctx, int64_t id, int64_t *lead_id);
/* Those joined to it, whose applicants it has among its own: letters go to their contacts too. */
struct error joint_ids(struct context *ctx, int64_t lead_id, struct id_list *ids);
/* Why the problem can neither lead nor be joined (N_), or NULL. */
struct error joint_blocked(struct context *ctx, int64_t id, const char **why);
