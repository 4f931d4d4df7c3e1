/* SPDX-License-Identifier: MIT
 * Writing CSV (RFC 4180). For spreadsheets a text that they would take for a formula (OWASP ASVS
 * 1.2.10), or for a day or a time of the clock, as they do with a case number "5/2019", gets an
 * apostrophe in front, which is taken off where such a file comes back. */
#pragma once

#include <stdbool.h>
#include <stdio.h>

/* `exact`: nothing is prefixed. */
void csv_put(FILE *out, const char *text, bool exact, char delimiter);
/* A cell as it was before csv_put guarded it: without the one apostrophe in front, if that stands
 * there as a guard. Part of `text`. */
const char *csv_unguarded(const char *text);
/* The byte order mark by which Excel knows UTF-8. */
void csv_put_mark(FILE *out);
