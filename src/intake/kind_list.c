/* SPDX-License-Identifier: MIT
 * The kinds of what is imported. */
#include <string.h>

#include "src/intake/kinds.h"

const struct import_kind *import_kind(const char *kind)
{
	static const struct import_kind *const kinds[] = { &import_kind_problem,
		&import_kind_application, &import_kind_solution, &import_kind_person,
		&import_kind_municipality, &import_kind_organization };

	for (size_t i = 0; i < LEN(kinds); i++)
		if (strcmp(kinds[i]->kind, kind) == 0)
			return kinds[i];
	return NULL;
}
