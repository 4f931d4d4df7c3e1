/* SPDX-License-Identifier: MIT
 * Opening and closing a round: what is missing is asked about first. */
#include "ui/office/judging/round_move.h"

#include <stdlib.h>

#include "src/base/i18n.h"
#include "src/judging/round.h"
#include "ui/office/ask.h"
#include "ui/office/judging/round_deal.h"
#include "ui/toolkit/dialog.h"

void move_round(struct ui *ui, int64_t id, enum round_move kind)
{
	static const char *const questions[] = {
		[ROUND_OPEN] = N_("Open the round? Its submissions and rules are fixed then."),
		[ROUND_CLOSE] = N_("Close the round? No review can be changed after that."),
		[ROUND_REOPEN] = N_("Open the round again?"),
	};
	static const char *const done[] = {
		[ROUND_OPEN] = N_("The round is open: the jury can begin."),
		[ROUND_CLOSE] = N_("The round is closed."),
		[ROUND_REOPEN] = N_("The round is open again."),
	};
	struct checklist list;
	struct error e = round_check(ui->ctx, id, kind, &list);

	if (e.code != E_OK) {
		ui_complain(ui, e);
		return;
	}
	if (list.n == 0 && !ui_confirm(ui, _(questions[kind]), C_("button", "Yes")))
		return;
	char *reason = ask_about_missing(ui, _(questions[kind]), &list);
	if (reason == NULL)
		return;
	e = round_move(ui->ctx, id, kind, reason);
	if (e.code == E_RULE && kind == ROUND_OPEN)
		tell_shortages(ui, id, -1);
	ui_report(ui, e, _(done[kind]));
	free(reason);
}
