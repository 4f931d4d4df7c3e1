/* SPDX-License-Identifier: MIT
 * What a file from outside may cost. A workbook of some kilobytes can unpack to any size: it meets
 * these instead of the machine's. */
#pragma once

#include <stdbool.h>

/* For the rest of this process. False if they could not be set. */
bool limits_set(void);

enum {
	FILE_MAX = 64 << 20,  /* bytes of a workbook */
	PART_MAX = 512 << 20, /* bytes of one part of it, unpacked */
	COLUMNS_MAX = 16384,  /* of a sheet, as Excel has them (ECMA-376, part 1, 18.3.1.4) */
	ROWS_MAX = 1048576,
	OUTPUT_MAX = 256 << 20, /* bytes of what is said of it */
	PAPER_MAX = 32 << 20    /* bytes of the lines of documents */
};
