/* SPDX-License-Identifier: MIT
 * The attachments of a record: in its record, and as a list with its keys. */
#pragma once

#include "ui/office/office.h"

/* Their names below a heading; nothing if there are none. */
struct error page_attachments(
	struct context *ctx, struct arena *arena, enum kind kind, int64_t id, struct page *page);
struct screen *attachments_new(struct ui *ui, enum kind kind, int64_t id);
