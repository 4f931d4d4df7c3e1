/* SPDX-License-Identifier: MIT
 * What the parts of the meeting's screen look up: an item, its rank, who must be out for it. */
#include "src/base/text.h"
#include "ui/office/judging/sitting.h"

const char *sitting_barred(const struct sitting *self, struct arena *arena, int64_t item_id)
{
	const char **names = arena_alloc(arena, (self->view.members.n + 1) * sizeof(*names));
	size_t n = 0;

	for (size_t i = 0; i < self->view.members.n; i++)
		if (meeting_bar(&self->view, self->view.members.rows[i].member_id, item_id) != NULL)
			names[n++] = self->view.members.rows[i].name;
	return n == 0 ? "" : text_join(arena, names, n);
}
