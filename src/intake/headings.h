/* SPDX-License-Identifier: MIT
 * Which field is a column? By its heading, in three languages, with the additions that forms make
 * to it: numbers, stars, colons, limits in brackets. For table.c. */
#pragma once

#include "src/intake/table.h"

/* Fills the table's columns from a row taken as the heading. */
void headings_recognize(struct table *table, const struct csv_row *heading);
/* Has every required field a column? */
bool headings_complete(const struct table *table);
/* How many fields have one. */
size_t headings_known(const struct table *table);
/* May more than one column be that field? Any number are none. */
bool headings_many(const struct table *table, size_t field);
/* Fills table->form. */
void headings_digest(struct table *table);
