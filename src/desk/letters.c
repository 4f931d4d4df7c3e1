/* SPDX-License-Identifier: MIT
 * Letters that have not gone, or of which it is not known. */
#include "db/store/letter.h"
#include "src/base/i18n.h"
#include "src/desk/desk.h"

struct waiting {
	struct arena *arena;
	struct todos *todos;
};

/* `state` is where they are found; each sentence has its number as %lu. */
static void add(const struct waiting *w, const char *what, const char *state, int64_t n,
	const char *sentence, enum urgency urgency)
{
	if (n > 0)
		todo_add(w->todos, w->arena,
			&(struct todo){ what, state,
				arena_printf(w->arena, sentence, (unsigned long)n), urgency });
}

static void add_stuck(const struct waiting *w, const struct letter_counts *c)
{
	int64_t unknown = c->unknown + c->sending;

	add(w, "letters_unknown", "unknown", unknown,
		ngettext("Of %lu letter nobody knows whether it went: look in the sender's mail",
			"Of %lu letters nobody knows whether they went: look in the sender's mail",
			(unsigned long)unknown),
		URGENT);
	add(w, "letters_failed", "failed", c->failed_last,
		ngettext("%lu letter could not be sent, or came back",
			"%lu letters could not be sent, or came back",
			(unsigned long)c->failed_last),
		URGENT);
}

static void add_waiting(const struct waiting *w, const struct letter_counts *c)
{
	add(w, "letters_cleared", "cleared", c->cleared,
		ngettext("%lu letter is cleared and has not been sent",
			"%lu letters are cleared and have not been sent",
			(unsigned long)c->cleared),
		SOON);
	add(w, "letters_written", "written", c->written,
		ngettext("%lu letter was written as a file: say so when it has gone",
			"%lu letters were written as files: say so when they have gone",
			(unsigned long)c->written),
		SOON);
	add(w, "letters_made", "made", c->made,
		ngettext("%lu letter waits to be read and cleared",
			"%lu letters wait to be read and cleared", (unsigned long)c->made),
		SOON);
}

struct error letter_todos(struct context *ctx, struct arena *arena, struct todos *todos)
{
	struct letter_counts counts;
	const struct waiting w = { arena, todos };

	TRY(store_letter_counts(ctx->db, &counts));
	add_stuck(&w, &counts);
	add_waiting(&w, &counts);
	return ok();
}
