/* SPDX-License-Identifier: MIT
 * On screens of a blind round: why team and code do not stand together, and who has both; for who
 * holds the codes, what to mind. */
#pragma once

#include "src/ground/context.h"
#include "ui/toolkit/canvas.h"

struct veil {
	char text[600]; /* "": nothing to say */
};

/* `records`: a screen on which the jury's meeting is recorded. Round 0: nothing. */
void veil_load(struct veil *veil, struct context *ctx, int64_t round_id, bool records);
/* Rows it takes in that width. */
int veil_rows(const struct veil *veil, int width);
void veil_paint(const struct veil *veil, const struct canvas *body, int y);
