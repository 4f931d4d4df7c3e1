/* SPDX-License-Identifier: MIT
 * Acts of the core that need a right, to be tried by every role: those of mentoring, procurement
 * and planning here, the others in rights.c. */
#pragma once

#include "src/ground/context.h"

struct attempt {
	enum action action;
	const char *name;
	struct error (*call)(struct context *ctx);
};

extern const struct attempt later_attempts[];
extern const size_t later_attempt_count;
