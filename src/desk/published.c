/* SPDX-License-Identifier: MIT
 * Pages whose take-down day has come, and which nobody has taken off the web. */
#include <stdio.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/desk/desk.h"
#include "src/ground/kind.h"
#include "src/phases/publication.h"

static struct error tell(struct context *ctx, struct arena *arena, int64_t id, struct todos *todos)
{
	struct publication p;
	char due[80];

	TRY(publication_get(ctx, arena, id, &p));
	text_due(p.until, day_of_time(context_now(ctx)), due, sizeof(due));
	todo_add(todos, arena,
		&(struct todo){ "publication_due", reference_number(KIND_PUBLICATION, id).text,
			/* TRANSLATORS: a public page such as "results", a day with how far it is.
			 */
			arena_printf(arena, _("Take a page off the web, %s: due %s"),
				text_word(WORDS_PAGE_STAGE, p.stage), due),
			URGENT });
	return ok();
}

struct error publication_todos(struct context *ctx, struct arena *arena, struct todos *todos)
{
	struct id_list ids = { 0 };
	struct error e = publication_due_ids(ctx, &ids);

	for (size_t i = 0; e.code == E_OK && i < ids.n; i++)
		e = tell(ctx, arena, ids.ids[i], todos);
	id_list_clear(&ids);
	return e;
}
