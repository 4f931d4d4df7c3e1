/* SPDX-License-Identifier: MIT */
#include "src/base/ids.h"

#include <stdlib.h>

static int compare_ids(const void *a, const void *b)
{
	int64_t x = *(const int64_t *)a, y = *(const int64_t *)b;

	return (x > y) - (x < y);
}

void ids_sort(struct id_list *ids)
{
	if (ids->n > 0)
		qsort(ids->ids, ids->n, sizeof(*ids->ids), compare_ids);
}

void ids_keep(struct id_list *ids, struct id_list *wanted)
{
	size_t kept = 0;

	ids_sort(wanted);
	for (size_t i = 0; i < ids->n; i++)
		if (wanted->n > 0 && bsearch(&ids->ids[i], wanted->ids, wanted->n,
					     sizeof(*wanted->ids), compare_ids) != NULL)
			ids->ids[kept++] = ids->ids[i];
	ids->n = kept;
}
