/* SPDX-License-Identifier: MIT
 * People from a file: name, e-mail, telephone, language. All or nothing. */
#pragma once

#include "src/ground/context.h"
#include "src/intake/table.h"

struct people_fault {
	long row, line;
	const char *field, *reason; /* codes of WORDS_FIELD and WORDS_IMPORT_REASON */
};

struct people_import {
	struct arena arena;
	size_t added, duplicates, refused;
	struct people_fault *faults;
};

/* A person with the same e-mail address, or without one the same name, is a duplicate. With refused
 * rows nothing is saved: E_RULE. */
struct error people_import(struct context *ctx, const char *path,
	const struct table_options *options, bool dry_run, struct people_import *result);
void people_import_clear(struct people_import *result);
