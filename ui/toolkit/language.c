/* SPDX-License-Identifier: MIT */
#include "ui/toolkit/language.h"

#include <string.h>

#include "src/base/i18n.h"
#include "src/registers/account.h"
#include "ui/toolkit/dialog.h"

/* Each language under its own name, for those who do not read the present one. Who acts as someone
 * else changes only what they see. */
void ui_language(struct ui *ui)
{
	static const char *const names[] = { "suomi", "svenska", "English" };
	static const char *const codes[] = { "fi", "sv", "en" };
	int current = 0;

	for (int i = 0; i < 3; i++)
		current = strcmp(codes[i], i18n_lang()) == 0 ? i : current;
	int chosen = ui_choose(ui, "Kieli · Språk · Language", names, 3, current);
	if (chosen < 0)
		return;
	i18n_use(codes[chosen]);
	for (size_t i = 0; i < ui->depth; i++)
		ui->stack[i]->stale = true;
	if (!context_is_readonly(ui->ctx) && !ui->ctx->on_behalf)
		ui_complain(ui, account_set_language(ui->ctx, codes[chosen]));
}
