/* SPDX-License-Identifier: MIT
 * The attachments of a submission: in its record, and as a list with its keys. */
#pragma once

#include "ui/office/office.h"

/* Their names below a heading; nothing if there are none. */
struct error page_attachments(
	struct context *ctx, struct arena *arena, int64_t submission_id, struct page *page);
struct screen *attachments_new(struct ui *ui, int64_t submission_id);
