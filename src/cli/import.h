/* SPDX-License-Identifier: MIT
 * Importing as a verb of what is imported: `klash problem import FILE`. */
#pragma once

#include "src/cli/cli.h"

/* Needs the verb to have `import_options`. */
/* Of the noun's kind of submissions. */
struct error cli_import(struct cli *cli);
enum { IMPORT_OPTIONS = 9 };
extern const struct option_spec import_options[IMPORT_OPTIONS];
