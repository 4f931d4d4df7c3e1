/* SPDX-License-Identifier: MIT */
#include "src/roof/consistency.h"

#include <string.h>

#include "src/base/i18n.h"
#include "src/judging/stating.h"

/* TRANSLATORS: two codes each, such as H-1 and T-4. */
static const struct {
	const char *what, *sentence;
} sentences[] = {
	{ "contract_team", N_("Contract %s is in force, but team %s is not a winner.") },
	{ "contract_twice", N_("Contracts %s and %s are in force in one challenge, and no decision "
			       "let both teams win.") },
	{ "payment_team", N_("Payment %s is approved, but team %s is not a winner.") },
	{ "payment_contract", N_("Payment %s is open, but contract %s is not in force.") },
	{ "negotiation_team", N_("The negotiation with %s is in progress, but team %s is not a "
				 "winner.") },
	{ "session_team", N_("Session %s is planned with team %s, which is no longer in the "
			     "competition.") },
	{ "frozen", N_("What %s says is not what was frozen: its hash in %s does not fit.") },
	{ "attachment_record", N_("Attachment %s is kept on a record that is gone: %s.") },
};

struct error consistency_list(
	struct context *ctx, struct arena *arena, struct inconsistencies *list)
{
	struct frozen_faults faults;
	struct inconsistencies found = { 0 };

	TRY(store_inconsistencies(ctx->db, arena, &found));
	TRY(frozen_check(ctx, arena, &faults));
	*list = (struct inconsistencies){
		arena_alloc(arena, (found.n + faults.n + 1) * sizeof(*list->rows)), 0
	};
	for (size_t i = 0; i < found.n; i++)
		list->rows[list->n++] = found.rows[i];
	for (size_t i = 0; i < faults.n; i++)
		list->rows[list->n++] = (struct inconsistency){ "frozen", faults.rows[i].code,
			faults.rows[i].table };
	return ok();
}

const char *consistency_sentence(struct arena *arena, const struct inconsistency *found)
{
	for (size_t i = 0; i < LEN(sentences); i++)
		if (strcmp(sentences[i].what, found->what) == 0)
			return arena_printf(
				arena, _(sentences[i].sentence), found->code, found->other);
	return found->what;
}
