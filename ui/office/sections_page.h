/* SPDX-License-Identifier: MIT
 * The sections of a record on its page (src/roof/sections.h). */
#pragma once

#include "ui/toolkit/page.h"

/* Those that come before the record's own text, and those after it: a heading each, and lines whose
 * records can be opened. */
struct error page_sections(struct context *ctx, struct arena *arena, enum kind kind, int64_t id,
	bool first, struct page *page);
