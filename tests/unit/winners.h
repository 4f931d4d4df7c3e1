/* SPDX-License-Identifier: MIT
 * Winners for tests about what comes after the results, without the phases before it. */
#pragma once

#include "tests/unit/fixture.h"

/* The team of that number, with a challenge of its own; state "winner", "selected", ... The fixture's file
 * must have none of that number. Returns its id. */
int64_t make_team(struct fixture *f, int number, const char *state);
/* A decision on the ceiling, in cents. */
void decide_ceiling(struct fixture *f, int64_t cents);
