/* SPDX-License-Identifier: MIT
 * A column of a list, or a member of a record: its name for programs, its title for people, what is
 * in it and who may see it. */
#pragma once

#include "db/record.h"
#include "src/export/cell.h"

struct column {
	const char *name;  /* of --columns, the member of a JSON object */
	const char *title; /* N_() */
	enum cell_kind kind;
	enum vocabulary words; /* of a code */
	/* SEEN_BY_CONTACT: only where it is asked for by name, and then it is a disclosure. */
	enum audience seen_by;
	bool for_people; /* words made for reading: programs get it only by name */
	bool of_record;  /* a list has it only by name */
};
