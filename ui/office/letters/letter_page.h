/* SPDX-License-Identifier: MIT
 * A letter as it will look, and what must be known before it is cleared. */
#pragma once

#include "src/letters/letter.h"
#include "ui/toolkit/page.h"

struct error letter_page(struct context *ctx, struct arena *arena, int64_t id, struct page *page,
	char *name, size_t size);
