/* SPDX-License-Identifier: MIT
 * The situation sheet as text, for a screen: it is situation_kind of document.h, and as such saved
 * and given out. */
#pragma once

#include "src/ground/context.h"

/* In the language in use, into the arena. */
struct error situation_text(struct context *ctx, struct arena *arena, const char **text);
