/* SPDX-License-Identifier: MIT */
#include "ui/toolkit/paste.h"

#include "src/base/i18n.h"

static bool takes_text(const struct ui *ui)
{
	return ui->depth > 0 && ui->stack[ui->depth - 1]->typing;
}

static int not_taken(struct ui *ui)
{
	ui_say(ui, "%s", _("What was pasted was not taken: there is no field to type in here."));
	ui->is_error = true;
	return K_UNKNOWN;
}

/* A pause ends a paste whose end mark was lost. */
int paste_key(struct ui *ui, int key)
{
	bool after_return = ui->pasted_return;

	ui->pasted_return = ui->pasting && key == K_ENTER;
	if (key == K_PASTE_BEGIN || key == K_PASTE_END || key == K_NONE) {
		bool lost = key == K_NONE && ui->pasting && !ui->burst;

		ui->pasting = key == K_PASTE_BEGIN;
		ui->burst = false;
		return lost ? K_PASTE_END : key;
	}
	if (key == K_HANGUP || key == K_RESIZE)
		return key;
	if (!ui->pasting && !takes_text(ui) && term_is_burst(key))
		ui->pasting = ui->burst = true;
	if (!ui->pasting)
		return key;
	if (ui->burst || !takes_text(ui))
		return not_taken(ui);
	if (key == '\n' && after_return)
		return K_UNKNOWN; /* CR LF is one line end */
	if (key == K_ENTER || key == '\n' || key == '\v')
		return K_PASTED_LINE;
	if (key == K_TAB || key == ' ')
		return K_PASTED_SPACE;
	return key < ' ' || key == K_BACKSPACE || key >= K_FIRST ? K_UNKNOWN : key;
}
