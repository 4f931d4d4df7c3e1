/* SPDX-License-Identifier: MIT
 * The one road on which a draft of a statement or decision is changed: one transaction, the right
 * asked for, and nothing that is approved. Inside of src/judging. */
#pragma once

#include "src/judging/decision.h"

typedef struct error (*draft_change)(
	struct context *ctx, struct arena *arena, const struct decision *d, const void *arg);

/* What the log calls an act on a record of that kind: a statement has verbs of its own. Lives as
 * long as the program. */
const char *decision_verb(const char *kind, const char *act);
/* `verb` as the log has it, or an act of decision.c that a statement has another verb for. */
struct error change_draft(
	struct context *ctx, int64_t id, const char *verb, draft_change change, const void *arg);
