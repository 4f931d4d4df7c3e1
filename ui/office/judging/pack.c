/* SPDX-License-Identifier: MIT */
#include "ui/office/judging/pack.h"

#include <stdlib.h>

#include "src/base/i18n.h"
#include "src/judging/pack.h"
#include "ui/toolkit/ask_path.h"

void pack_ask(struct ui *ui, int64_t round_id)
{
	struct error e = context_may_open(ui->ctx, "");
	char *path =
		e.code != E_OK ?
			NULL :
			ui_ask_path(ui, _("Reading pack"),
				_("The name of a new directory. It gets a text for each code, and the "
				  "attachments under the codes."),
				"");
	bool go = path != NULL && *path != '\0';

	if (go)
		e = pack_write(ui->ctx, round_id, path);
	if (e.code != E_OK)
		ui_complain(ui, e);
	else if (go)
		ui_say(ui, _("The reading pack is in %s."), path);
	free(path);
}
