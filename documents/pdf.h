/* SPDX-License-Identifier: MIT
 * Documents as PDF: pages (press.h), then a pass over the finished file (finish.h). */
#pragma once

#include <stdio.h>

#include "documents/lines.h"

/* Reads the lines of documents and writes the file: the same bytes for the same lines. FAULT_INPUT,
 * FAULT_LARGE, FAULT_FONT, FAULT_OUTPUT. */
enum line_fault write_pdf(FILE *in, FILE *out);
