/* SPDX-License-Identifier: MIT
 * What the program says in the line above the hints. */
#include <stdarg.h>
#include <stdio.h>

#include "src/base/text.h"
#include "ui/toolkit/ui.h"

void ui_say(struct ui *ui, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	vsnprintf(ui->message, sizeof(ui->message), format, args);
	va_end(args);
	ui->is_error = false;
	ui->dirty = true;
}

void ui_complain(struct ui *ui, struct error e)
{
	if (e.code == E_OK || e.code == E_CANCELLED)
		return;
	text_error(e, ui->message, sizeof(ui->message));
	ui->is_error = true;
	ui->dirty = true;
}

bool ui_report(struct ui *ui, struct error e, const char *done)
{
	if (e.code == E_OK)
		ui_say(ui, "%s", done);
	else
		ui_complain(ui, e);
	return e.code == E_OK;
}
