/* SPDX-License-Identifier: MIT */
#pragma once

#include "src/phases/procurement.h"
#include "ui/toolkit/page.h"

/* Everything recorded about the negotiation, for a page. */
struct error negotiation_page(
	struct context *ctx, struct arena *arena, int64_t team_id, struct page *page);
/* "passes the national threshold 60 000 €", or "" where none is near; of the highest. */
const char *threshold_words(
	struct context *ctx, struct arena *arena, const struct negotiation *negotiation);
