/* SPDX-License-Identifier: MIT
 * The situation sheet as text for a screen, and as blocks for a letter: it is situation_kind of
 * document.h, and as such saved and given out. */
#pragma once

#include "src/ground/context.h"

struct document;

/* In the language in use, into the arena. */
struct error situation_blocks(
	struct context *ctx, struct arena *arena, const struct document **sheet);
struct error situation_text(struct context *ctx, struct arena *arena, const char **text);
