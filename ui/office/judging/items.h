/* SPDX-License-Identifier: MIT
 * A submission as a round knows it: problems by their record, others by a page that hides what a
 * blind round hides. */
#pragma once

#include "src/judging/decision.h"
#include "ui/toolkit/page.h"
#include "ui/toolkit/ui.h"

struct error item_lines(
	struct ui *ui, struct context *ctx, struct arena *arena, int64_t id, struct page *page);
void open_item(struct ui *ui, int64_t id);
/* Its title; of what teams send, whose it is too, once that may be seen. `kind` as of submissions.
 */
const char *item_titled(struct context *ctx, struct arena *arena, const char *kind,
	int64_t round_id, const struct decision_item *item);
