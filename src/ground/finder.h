/* SPDX-License-Identifier: MIT
 * Reading what a person typed for a record, for who is below the records: kinds_name (in
 * src/roof/kinds.h) is handed down. */
#pragma once

#include "src/ground/context.h"

/* The name by which the record is kept, such as "T-1" for a team's name: E_NOT_FOUND (field
 * "record") if there is none, E_RULE if several have the name. */
typedef struct error (*record_finder)(
	struct context *ctx, const char *text, struct reference *name);

/* How a record is named in text, as kinds_find finds it again; a submission may be called by any of
 * its three kinds. E_NOT_FOUND (field: the kind's noun). */
struct error reference_of(
	struct context *ctx, enum kind kind, int64_t id, struct reference *reference);
