/* SPDX-License-Identifier: MIT */
#include "ui/office/desk/second.h"

#include "src/base/i18n.h"

bool say_if_waiting(struct ui *ui, enum second_kind kind, int64_t row_id)
{
	int64_t number = 0;

	if (second_waiting(ui->ctx, kind, row_id, &number).code != E_OK || number == 0)
		return false;
	ui_say(ui, "%s",
		_("It waits for a second person: the desk tells the others of the office."));
	return true;
}
