/* SPDX-License-Identifier: MIT
 * Joint problems on the screens. */
#pragma once

#include "src/phases/submission.h"
#include "ui/office/record.h"

/* Asks which problem leads, and why they are one; joins that one to it. */
void joint_form(struct ui *ui, int64_t id);
/* What it is joined to, and what is joined to it: each can be opened. */
struct error page_joint(struct context *ctx, struct arena *arena, int64_t id, struct page *page);
/* "→ P-001": what it is one with, for the state in a list. */
const char *joint_lead_words(
	struct context *ctx, struct arena *arena, const struct submission *submission);
