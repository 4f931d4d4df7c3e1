/* SPDX-License-Identifier: MIT
 * The situation sheet: one page of text for the board, as of now. */
#pragma once

#include "src/ground/context.h"

/* Appends lines in the language in use: phases, counts beside what was planned and published,
 * challenges with their teams and winner, the budget, and what waits. */
struct error sheet_write(struct context *ctx, struct buffer *out);
