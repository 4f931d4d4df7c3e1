/* SPDX-License-Identifier: MIT
 * The attachments of a submission in its record. */
#pragma once

#include "ui/toolkit/page.h"
#include "src/ground/context.h"

/* Their names below a heading; nothing if there are none. */
struct error page_attachments(
	struct context *ctx, struct arena *arena, int64_t submission_id, struct page *page);
