/* SPDX-License-Identifier: MIT
 * Klash without screens: the same work line by line (talk.h). What can be read and written, and by
 * whom, is the core's business here as there: a juror's lines go through the fenced connection. */
#pragma once

#include <stdio.h>

#include "src/ground/context.h"

/* Until who talks leaves, or nothing more comes; the exit status. The role chooses what there is.
 */
int line_main(struct context *ctx, FILE *in, FILE *out);
