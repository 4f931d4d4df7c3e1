/* SPDX-License-Identifier: MIT
 * A list as a workbook: numbers, amounts and days as such, texts as texts. */
#pragma once

#include <stdio.h>

#include "documents/lines.h"

/* Lines H, R ... and "." (documents/lines.h) become one workbook; without the last nothing is
 * written. FAULT_INPUT, FAULT_TEXT, FAULT_OUTPUT. */
enum line_fault write_xlsx(FILE *in, FILE *out);
