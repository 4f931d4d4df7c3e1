/* SPDX-License-Identifier: MIT
 * Opening and closing a round: what is missing is asked about first. */
#include "ui/office/judging/round_move.h"

#include <stdlib.h>

#include "src/base/i18n.h"
#include "src/judging/round.h"
#include "ui/office/act.h"
#include "ui/office/ask.h"
#include "ui/office/judging/round_deal.h"
#include "ui/toolkit/dialog.h"

void move_round(struct ui *ui, int64_t id, enum round_move kind)
{
	do_act(ui, &round_act_rows[kind], id);
}
