/* SPDX-License-Identifier: MIT
 * The attachments of a record, on its page. */
#pragma once

#include "ui/toolkit/page.h"
#include "src/ground/context.h"

/* Their names below a heading; nothing if there are none. */
struct error page_attachments(
	struct context *ctx, struct arena *arena, enum kind kind, int64_t id, struct page *page);
