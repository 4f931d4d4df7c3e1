/* SPDX-License-Identifier: MIT
 * Requests for information that wait, and the jury's questions that have not come back. */
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/desk/desk.h"
#include "src/judging/custody.h"
#include "src/judging/dialogue.h"
#include "src/phases/request.h"

/* A week before its last day it wants to be done. */
enum { SOON_DAYS = 7 };

static struct error tell_request(
	struct context *ctx, struct arena *arena, int64_t id, struct todos *todos)
{
	int64_t now = day_of_time(context_now(ctx));
	struct info_request r;
	char due[80];

	TRY(request_get(ctx, arena, id, &r));
	if (request_closed(&r) != NULL)
		return ok();
	text_due(r.due, now, due, sizeof(due));
	todo_add(todos, arena,
		&(struct todo){ "request", r.code,
			/* TRANSLATORS: a request's code, a day with how far it is, what is asked.
			 */
			arena_printf(arena, _("Request for information %s, answer by %s: %s"),
				r.code, due, r.text),
			r.due <= now                           ? URGENT :
			r.due <= now + SOON_DAYS * DAY_SECONDS ? SOON :
								 OPEN_END });
	return ok();
}

struct error request_todos(struct context *ctx, struct arena *arena, struct todos *todos)
{
	struct info_request_filter filter = { .state = NULL };
	struct id_list ids = { 0 };
	struct error e = request_ids(ctx, REQUESTS_BY_DUE, &filter, &ids);

	for (size_t i = 0; e.code == E_OK && i < ids.n; i++)
		e = tell_request(ctx, arena, ids.ids[i], todos);
	id_list_clear(&ids);
	return e;
}

/* Only to who can do something about it. */
struct error dialogue_todos(struct context *ctx, struct arena *arena, struct todos *todos)
{
	struct id_list ids = { 0 };
	struct error e = dialogue_open(ctx, &ids);

	for (size_t i = 0; e.code == E_OK && i < ids.n; i++) {
		struct dialogue d;

		e = dialogue_get(ctx, arena, ids.ids[i], &d);
		if (e.code != E_OK || !custody_holds(ctx, d.round_id))
			continue;
		todo_add(todos, arena,
			&(struct todo){ "blind_dialogue", d.round_key,
				arena_printf(arena,
					d.passed == 0 ?
						/* TRANSLATORS: a code of a blind round. */
						_("The jury's question to %s waits to be handed on") :
						_("The jury's question to %s waits for its answer"),
					d.code),
				SOON });
	}
	id_list_clear(&ids);
	return e;
}
