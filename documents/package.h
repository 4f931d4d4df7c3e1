/* SPDX-License-Identifier: MIT
 * A packed file of parts with relations between them (ECMA-376, part 2: open packaging). Parts are
 * found by their relations alone, never by the names that one program or another gives them. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <zip.h>

#include "documents/lines.h"

struct package {
	zip_t *zip;
	char *bytes; /* the file, which the archive reads from */
};

/* All of a stream. FAULT_PACKED, FAULT_LARGE. */
enum line_fault package_open(struct package *package, FILE *in);
void package_close(struct package *package);

/* Runs `take` on blocks of an unpacked part until it says that something is wrong. `name` without a
 * slash before it. FAULT_WORKBOOK: there is no such part; FAULT_LOCKED, FAULT_DAMAGED, FAULT_LARGE.
 */
typedef enum line_fault (*part_take)(void *arg, const char *bytes, size_t n, bool last);
enum line_fault package_read(struct package *package, const char *name, part_take take, void *arg);

struct relation {
	char *id, *type,
		*part; /* the type's last word; the part's name without a slash before it */
};

struct relations {
	struct relation *rows;
	size_t n;
};

/* Of a part; of the package where the part is "". None where there are none. */
enum line_fault relations_read(
	struct package *package, const char *part, struct relations *relations);
void relations_clear(struct relations *relations);
/* The part by the relation's id, or the first of that type; NULL. */
const char *relation_by_id(const struct relations *relations, const char *id);
const char *relation_by_type(const struct relations *relations, const char *type);
