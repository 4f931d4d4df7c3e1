/* SPDX-License-Identifier: MIT
 * A submission as a round knows it: problems by their record, others by a page that hides what a
 * blind round hides. */
#pragma once

#include "ui/toolkit/page.h"
#include "ui/toolkit/ui.h"

struct error item_lines(
	struct ui *ui, struct context *ctx, struct arena *arena, int64_t id, struct page *page);
void open_item(struct ui *ui, int64_t id);
