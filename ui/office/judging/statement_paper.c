/* SPDX-License-Identifier: MIT */
#include "ui/office/judging/statement_paper.h"

#include "src/base/i18n.h"
#include "src/documents/statement.h"
#include "src/judging/decision.h"
#include "ui/toolkit/dialog.h"

bool statement_freeze_ask(struct ui *ui, int64_t id, const char *code)
{
	struct review_of_decision review;
	struct arena arena = { 0 };
	char hash[CONTENTS_HASH_SIZE];
	struct error e = decision_review(ui->ctx, id, &review);

	if (e.code == E_OK && review.blocker != NULL)
		e = rule(review.blocker);
	if (e.code != E_OK) {
		ui_complain(ui, e);
		return false;
	}
	if (!ui_confirm(ui,
		    _("Freeze the text of the statement? It becomes what the members sign, and never "
		      "changes after that: another statement corrects it."),
		    C_("button", "Freeze")))
		return false;
	e = statement_freeze(ui->ctx, id, NULL, statement_text, hash);
	ui_complain(ui, e);
	if (e.code == E_OK)
		ui_tell(ui, _("The text is final"),
			/* TRANSLATORS: a statement's code, and a hash of 64 characters. */
			arena_printf(&arena,
				_("Hash of the text of %s:\n\n%s\n\nIt is the mark of exactly this "
				  "text: a changed word gives another. It stands on the last page of "
				  "the statement, and every member signs it."),
				code, hash));
	arena_clear(&arena);
	return e.code == E_OK;
}
