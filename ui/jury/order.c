/* SPDX-License-Identifier: MIT
 * A juror's own orders of the list. Each is stable: what is equal stays as it was given. */
#include <stdlib.h>

#include "ui/jury/sight.h"

/* Smaller comes first. */
static int rank_of(const struct juror_item *item)
{
	return item->state == JUROR_DRAFT ? 0 :
	       item->state == JUROR_NONE  ? 1 :
	       juror_is_unconfirmed(item) ? 2 :
					    3;
}

static bool is_before(const struct juror_items *items, enum jury_order order, size_t a, size_t b)
{
	const struct juror_item *one = &items->rows[a], *other = &items->rows[b];
	struct ratio first, second;
	int by = 0;

	switch (order) {
	case ORDER_GIVEN:
		break;
	case ORDER_UNFINISHED:
		by = rank_of(one) - rank_of(other);
		break;
	case ORDER_MEAN: {
		bool has = one->state < JUROR_ABSTAINED &&
			   juror_mean(&items->criteria, one->scores, &first);
		bool other_has = other->state < JUROR_ABSTAINED &&
				 juror_mean(&items->criteria, other->scores, &second);

		by = has && other_has ? ratio_compare(second, first) : (int)other_has - (int)has;
		break;
	}
	}
	return by != 0 ? by < 0 : a < b;
}

/* Few rows: a jury reads them all. */
void jury_put_in_order(const struct juror_items *items, enum jury_order order, struct id_list *list)
{
	size_t *places = xmalloc((items->n + 1) * sizeof(*places));

	for (size_t i = 0; i < items->n; i++) {
		size_t at = i;

		for (; at > 0 && is_before(items, order, i, places[at - 1]); at--)
			places[at] = places[at - 1];
		places[at] = i;
	}
	for (size_t i = 0; i < items->n; i++)
		id_list_add(list, items->rows[places[i]].paper.id);
	free(places);
}
