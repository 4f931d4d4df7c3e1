/* SPDX-License-Identifier: MIT
 * What the log tells of a change: a value of a logged row in words, as its field means it
 * (db/record.h: IN_TOLD); what it refers to by that record's title. */
#pragma once

#include <jansson.h>

#include "db/record.h"
#include "src/ground/context.h"

/* For people, "" for none. `row` is the whole row that the value stands in. Into the arena. */
const char *told_value(struct context *ctx, struct arena *arena, const struct field *field,
	const json_t *row, const json_t *value);
