/* SPDX-License-Identifier: MIT
 * What the log tells of a change: which columns of a table, in which words. The meaning of each is
 * a row (db/record.h); what it refers to is told by that record's title. */
#pragma once

#include <jansson.h>

#include "db/record.h"
#include "src/ground/context.h"

/* The tables that the log tells of, ended by a NULL name; a record's name is its table's. */
extern const struct record told_tables[];

/* NULL: nothing of it is told. */
const struct record *told_table(const char *table);
/* What a field is called, translated. */
const char *told_label(const struct field *field);
/* The value for people, "" for none. `row` is the whole row that it stands in. Into the arena. */
const char *told_value(struct context *ctx, struct arena *arena, const char *table,
	const struct field *field, const json_t *row, const json_t *value);
