/* SPDX-License-Identifier: MIT
 * A list that is a row of data: what its place and its source leave out is done as in every list.
 * Of a kind with a page, Enter opens the record and a wide terminal shows it beside. */
#pragma once

#include "ui/office/place.h"

/* What the struct of a list with more of its own begins with. */
struct place_list {
	struct list_screen list;
	const struct place_row *place;
	int64_t id;    /* of the target */
	char text[80]; /* of the target */
	struct list_source source;
	struct screen_ops ops;
};

const struct place_list *place_list_of(const struct screen *screen);

struct screen *place_list_new(
	struct ui *ui, const struct place_row *place, const struct target *to);
