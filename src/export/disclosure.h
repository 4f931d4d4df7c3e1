/* SPDX-License-Identifier: MIT
 * Personal data that leaves is written down before it does: who took it, from which list, of how
 * many people, which data (GDPR, article 5(2): the controller must be able to show it). */
#pragma once

#include "db/store/disclosure.h"
#include "src/ground/context.h"

/* Right: export. A file that can only be read lets nothing leave: E_RULE, or what
 * context_mode_fault says. `disclosure` without id, time and name. */
struct error disclosure_record(
	struct context *ctx, const struct disclosure *disclosure, int64_t *id);
/* The same inside of somebody else's transaction, whose log entry tells of it. */
struct error disclosure_add(struct context *ctx, const struct disclosure *disclosure, int64_t *id);
/* The newest first. Right: read the log. */
struct error disclosure_ids(struct context *ctx, struct id_list *ids);
struct error disclosure_get(
	struct context *ctx, struct arena *arena, int64_t id, struct disclosure *disclosure);
