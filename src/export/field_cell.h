/* SPDX-License-Identifier: MIT
 * A field of a row (db/record.h) as what stands in a list, on a page or in a form. */
#pragma once

#include "db/record.h"
#include "src/export/cell.h"

/* What cells of that field are; CELL_UNSET where it is nothing that can be shown: a reference, or
 * what only the program reads. */
enum cell_kind field_cell_kind(const struct field *field);
/* Null for a time or day that is not there, and for a number of which 0 says that. Its text stays
 * the row's. */
struct cell field_cell(const struct field *field, const void *row);
