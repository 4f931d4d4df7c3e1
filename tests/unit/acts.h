/* SPDX-License-Identifier: MIT
 * What the acts that make the full file leave in the log: a verb and the tables it changes. */
#pragma once

#include <stddef.h>

enum { ACTS_MAX = 400 };

/* Rows added (+), changed (~) and deleted (-), by table. */
struct act_trace {
	const char *verb, *changes;
};
extern const struct act_trace acts[];
extern const size_t acts_n;
