/* SPDX-License-Identifier: MIT */
#include "ui/office/problems/kit.h"

#include <stdlib.h>

#include "src/base/i18n.h"
#include "src/documents/intake_kit.h"
#include "ui/toolkit/ask_path.h"

void kit_ask(struct ui *ui, struct screen *screen)
{
	struct error e = context_may_open(ui->ctx, "");
	char *path = NULL;

	(void)screen;
	if (e.code == E_OK)
		path = ui_ask_path(ui, C_("title", "Intake kit"),
			_("The name of a new folder; ~ is your own. It gets an empty workbook and a "
			  "list of questions in Finnish and Swedish, for problems, applications and "
			  "solutions: what comes back in them is imported without a question."),
			"");
	bool go = path != NULL && *path != '\0';
	if (go)
		e = intake_kit_write(ui->ctx, path);
	if (e.code != E_OK)
		ui_complain(ui, e);
	else if (go)
		ui_say(ui, _("Made the empty workbooks and lists of questions in %s."), path);
	free(path);
}
