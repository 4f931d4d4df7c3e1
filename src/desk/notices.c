/* SPDX-License-Identifier: MIT
 * Public notices that are to be sent, and those that nobody has written down yet. */
#include <string.h>

#include "src/base/daytime.h"
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/desk/desk.h"
#include "src/phases/notice.h"

enum { NOTICE_DAYS = 14 };

static struct error add_due(
	struct context *ctx, struct arena *arena, struct todos *todos, int64_t id, int64_t today)
{
	struct notice n;
	char due[80];

	TRY(notice_get(ctx, arena, id, &n));
	text_due(n.due, today, due, sizeof(due));
	/* TRANSLATORS: a kind of public notice, what it is about (a code), a day with how far it
	 * is. */
	const char *text = arena_printf(arena, _("Send the %s, %s: due %s"),
		text_word(WORDS_NOTICE_KIND, n.kind),
		*n.contract_code != '\0' ? n.contract_code : n.challenge_code, due);
	todo_add(todos, arena,
		&(struct todo){ "notice_due", n.code, text, n.due < today ? URGENT : SOON });
	return ok();
}

static void add_owed(
	struct arena *arena, struct todos *todos, const struct owed_notice *owed, int64_t today)
{
	char due[80] = "–";

	if (owed->due != 0)
		text_due(owed->due, today, due, sizeof(due));
	/* TRANSLATORS: a kind of public notice, what it is about (a code), a day with how far it
	 * is. */
	const char *text = arena_printf(arena, _("Write down the %s, %s: due %s"),
		text_word(WORDS_NOTICE_KIND, owed->kind), owed->code, due);
	todo_add(todos, arena,
		&(struct todo){ "notice_missing", owed->code, text,
			owed->due != 0 && owed->due < today ? URGENT : SOON });
}

struct error notice_todos(struct context *ctx, struct arena *arena, struct todos *todos)
{
	int64_t today = day_of_time(context_now(ctx));
	struct owed_notices owed;
	struct id_list ids = { 0 };
	struct error e = notice_due_ids(ctx, NOTICE_DAYS, &ids);

	for (size_t i = 0; e.code == E_OK && i < ids.n; i++)
		e = add_due(ctx, arena, todos, ids.ids[i], today);
	id_list_clear(&ids);
	TRY(e);
	TRY(notice_owed(ctx, arena, &owed));
	for (size_t i = 0; i < owed.n; i++)
		add_owed(arena, todos, &owed.rows[i], today);
	return ok();
}
