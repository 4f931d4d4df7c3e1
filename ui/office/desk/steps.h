/* SPDX-License-Identifier: MIT
 * The line of steps on top of a phase's screen: where the phase stands, at a glance. */
#pragma once

#include "src/ground/context.h"
#include "ui/toolkit/canvas.h"

enum { STEPS_MAX = 6, STEP_ROWS = 2 };

struct step {
	enum glyph glyph;
	char text[80];
};

struct steps {
	struct step rows[STEPS_MAX];
	size_t n;
};

/* "Reviews ● 3/7": the name, the glyph, and what there is to say (may be ""). */
void steps_add(struct steps *steps, enum glyph glyph, const char *name, const char *format, ...)
	__attribute__((format(printf, 4, 5)));
/* The phase's dates, with the glyph of its state; `name` may be "". */
struct error steps_add_period(
	struct steps *steps, struct context *ctx, const char *phase, const char *name);
/* How many of the reviews of all rounds of the kind are in. */
struct error steps_add_reviews(struct steps *steps, struct context *ctx, const char *kind);
/* For a step that is done when all of it is, open once some of it is. */
enum glyph step_glyph(int64_t done, int64_t all);
/* On the first row, with a rule below. */
void steps_paint(const struct steps *steps, const struct canvas *body);
