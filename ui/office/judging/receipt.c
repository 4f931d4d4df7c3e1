/* SPDX-License-Identifier: MIT
 * A juror reads a receipt out: does that review stand? */
#include "ui/office/judging/receipt.h"

#include <stdlib.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/judging/receipt.h"
#include "ui/toolkit/dialog.h"

void look_up_receipt(struct ui *ui, int64_t round_id)
{
	struct arena arena = { 0 };
	struct receipt receipt;
	char when[80];
	char *text = ui_ask(ui, C_("title", "Receipt"),
		_("Its beginning, at least eight characters, as the juror has it:"), "", 1);

	if (text == NULL)
		return;
	struct error e = receipt_find(ui->ctx, &arena, round_id, text, &receipt);
	if (e.code == E_OK) {
		text_time(receipt.submitted, when, sizeof(when));
		/* TRANSLATORS: a submission's code, a time, and what became of the review. */
		ui_tell(ui, receipt.receipt,
			arena_printf(&arena, _("The review of %s, submitted %s: %s."), receipt.code,
				when, text_word(WORDS_RECEIPT, receipt.state)));
	} else {
		ui_complain(ui, e);
	}
	free(text);
	arena_clear(&arena);
}
