/* SPDX-License-Identifier: MIT */
#include "ui/office/teams/team_acts.h"

#include <stdlib.h>

#include "src/base/i18n.h"
#include "ui/office/ask.h"

static const struct {
	const char *title, *why, *done;
} act_words[] = {
	[TEAM_WITHDRAW] = { N_("Withdrawal"),
		N_("Why did the team withdraw? What it has handed in goes with it."),
		N_("The withdrawal is recorded.") },
	[TEAM_PROMOTE] = { N_("Moving up"), N_("In whose place, and why?"),
		N_("The team moved up.") },
	[TEAM_DECLINE] = { N_("Declining"), N_("Why does the winner decline?"),
		N_("The declining is recorded. The next in order can now move up.") },
	[TEAM_RESTORE] = { N_("Restoring"), N_("What was recorded by mistake?"),
		N_("The team is restored.") },
};

void record_team_act(struct ui *ui, int64_t team_id, enum team_act_kind act)
{
	struct arena arena = { 0 };
	struct team t;
	struct error e = team_get(ui->ctx, &arena, team_id, &t);
	const char *blocked = e.code == E_OK ? team_act_blocked(ui->ctx, &t, act) : NULL;

	arena_clear(&arena);
	if (blocked != NULL)
		e = rule(blocked);
	if (e.code != E_OK) {
		ui_complain(ui, e);
		return;
	}
	char *why = ask_reason(ui, _(act_words[act].title), _(act_words[act].why));
	if (why != NULL)
		ui_report(ui, team_act(ui->ctx, team_id, act, why), _(act_words[act].done));
	free(why);
}
