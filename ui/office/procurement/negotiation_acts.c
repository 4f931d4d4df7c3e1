/* SPDX-License-Identifier: MIT
 * Beginning and ending a negotiation, with their questions: from the list of winners and from its
 * page. */
#include "ui/office/procurement/negotiation_acts.h"

#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/phases/procurement.h"
#include "ui/office/ask.h"
#include "ui/toolkit/dialog.h"

const char *negotiation_cannot_start(struct ui *ui, int64_t team_id)
{
	struct arena arena = { 0 };
	struct negotiation n;
	const char *why = N_("There is nothing to act on: the list is empty.");

	if (team_id != 0 && negotiation_get(ui->ctx, &arena, team_id, &n).code == E_OK)
		why = negotiation_state_of(n.state) == NEGOTIATION_STATE_NEGOTIATING ?
			      N_("The negotiation is in progress already.") :
			      NULL;
	arena_clear(&arena);
	return why;
}

const char *negotiation_cannot_end(struct ui *ui, int64_t team_id)
{
	struct arena arena = { 0 };
	struct negotiation n;
	bool going = team_id != 0 && negotiation_get(ui->ctx, &arena, team_id, &n).code == E_OK &&
		     negotiation_state_of(n.state) == NEGOTIATION_STATE_NEGOTIATING;

	arena_clear(&arena);
	return going ? NULL : N_("No negotiation is in progress with this team.");
}

/* A first beginning needs no reason; a second does. */
void negotiation_ask_start(struct ui *ui, int64_t team_id)
{
	struct arena arena = { 0 };
	struct negotiation n;
	struct error e = negotiation_get(ui->ctx, &arena, team_id, &n);
	char *reason = NULL;

	if (e.code == E_OK && negotiation_state_of(n.state) != NEGOTIATION_STATE_NOT_STARTED)
		reason = ask_reason(ui, _("The negotiation begins again"),
			_("It has ended once. Why does it begin again?"));
	else if (e.code == E_OK && ui_confirm(ui,
					   arena_printf(&arena, "%s: %s", n.team_name,
						   _("Begin the negotiation today?")),
					   C_("button", "Begin")))
		reason = xstrdup("");
	if (reason != NULL)
		ui_report(ui, negotiation_start(ui->ctx, team_id, 0, reason),
			_("The negotiation has begun."));
	else
		ui_complain(ui, e);
	free(reason);
	arena_clear(&arena);
}

void negotiation_ask_end(struct ui *ui, int64_t team_id)
{
	const char *options[] = { _("With a contract"), _("Without a contract…") };
	struct arena arena = { 0 };
	struct negotiation n = { .contracts = 0 };
	struct error e = negotiation_get(ui->ctx, &arena, team_id, &n);
	int chosen = ui_choose(ui, _("How does the negotiation end?"), options, LEN(options),
		n.contracts > 0 ? 0 : 1);
	char *reason = NULL;

	arena_clear(&arena);
	if (chosen == 0)
		reason = xstrdup("");
	else if (chosen == 1)
		reason = ask_reason(ui, _("No contract"), _("Why? It stays in the record."));
	if (reason != NULL)
		ui_report(ui,
			negotiation_end(ui->ctx, team_id, chosen == 0 ? "contract" : "no_contract",
				0, reason),
			_("The negotiation has ended."));
	else
		ui_complain(ui, e);
	free(reason);
}
