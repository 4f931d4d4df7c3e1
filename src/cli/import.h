/* SPDX-License-Identifier: MIT
 * Importing as a verb of what is imported: `klash problem import FILE`. */
#pragma once

#include "src/cli/cli.h"
#include "src/intake/table.h"

/* How a file is read, whatever is in it: of every verb that takes one. */
#define TABLE_OPTIONS \
	{ "charset", "NAME", \
		N_("the file's character set, as iconv names it; guessed unless given") }, \
		{ "delimiter", "CHAR", \
			N_("what stands between the fields: a character or \"tab\"") }, \
		{ "sheet", "NAME", \
			N_("the sheet of a workbook; the one with such a list unless given") }, \
	{ \
		"map", "COLUMN=FIELD", \
			N_("a heading or column number is this field; may be repeated") \
	}
/* What was said of it. `sheets`: SHEETS_SIZE bytes, for table_complain. */
struct table_options read_table_options(struct cli *cli, char *sheets);
/* Names the sheets if the error is that several could be meant; returns it. */
struct error table_complain(struct error e, char *sheets);

/* Of the noun's kind of submissions; needs the verb to have `import_options`. */
struct error cli_import(struct cli *cli);
enum { IMPORT_OPTIONS = 10 };
extern const struct option_spec import_options[IMPORT_OPTIONS];
