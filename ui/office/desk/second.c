/* SPDX-License-Identifier: MIT */
#include "ui/office/desk/second.h"

#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/phases/submission.h"
#include "ui/office/ask.h"
#include "ui/toolkit/dialog.h"

bool say_if_waiting(struct ui *ui, enum second_kind kind, int64_t row_id)
{
	int64_t number = 0;

	if (second_waiting(ui->ctx, kind, row_id, &number).code != E_OK || number == 0)
		return false;
	ui_say(ui, "%s",
		_("It waits for a second person: the desk tells the others of the office."));
	return true;
}

/* "Something else" needs its own words, the others may have some. */
void ask_admission(struct ui *ui, int64_t id)
{
	const char *ground =
		ui_choose_word(ui, text_word(WORDS_FIELD, "late_ground"), WORDS_LATE_GROUND, NULL);
	char *reason = ground == NULL ? NULL :
					ask_reason(ui, _("Admit a late submission"),
						strcmp(ground, "other") == 0 ?
							_("What was it on the organizer's side?") :
							_("What happened? May be left empty."));

	if (reason != NULL &&
		ui_report(ui, submission_admit(ui->ctx, id, ground, reason), _("Admitted.")))
		say_if_waiting(ui, SECOND_ADMIT, id);
	free(reason);
}
