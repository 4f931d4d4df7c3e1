/* SPDX-License-Identifier: MIT
 * The one road on which a draft of a statement or decision is changed: one transaction, the right
 * asked for, and nothing that is approved. Inside of src/judging. */
#pragma once

#include "src/judging/decision.h"

typedef struct error (*draft_change)(
	struct context *ctx, struct arena *arena, const struct decision *d, const void *arg);

/* `verb` as the log has it, or an act of decision.c that a statement has another verb for. */
struct error change_draft(
	struct context *ctx, int64_t id, const char *verb, draft_change change, const void *arg);
