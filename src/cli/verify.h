/* SPDX-License-Identifier: MIT
 * What verify has found, told as the format asks. */
#pragma once

#include "db/verify.h"
#include "src/cli/cli.h"

/* A sentence: on standard error what is wrong. */
void print_verdict(struct cli *cli, const struct verdict *v);

/* The same as cells, of whoever tells more than that. */
#define VERDICT_COLUMNS \
	{ "ok", N_("Intact"), CELL_FLAG }, { "rows", N_("Log entries"), CELL_NUMBER }, \
		{ "head", N_("Head"), CELL_TEXT }, \
	{ \
		"first_broken", N_("First fault"), CELL_RECORD \
	}
#define VERDICT_SHOWN "ok,rows,head"
void verdict_put(struct row *row, const struct verdict *v);
