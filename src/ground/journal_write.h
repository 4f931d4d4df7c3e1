/* SPDX-License-Identifier: MIT
 * Entries of the log that record no change: something was taken out of the file. How they are
 * worded: src/roof/journal.h. */
#pragma once

#include "src/ground/context.h"

/* Notes that a list was exported; a file that can only be read has no log to write to. */
struct error journal_export(struct context *ctx, const char *what);
/* The same of another way out of the file, by its verb. */
struct error journal_note(struct context *ctx, const char *verb, const char *object);
