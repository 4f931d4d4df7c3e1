/* SPDX-License-Identifier: MIT */
#include "ui/office/judging/statement_paper.h"

#include "src/base/i18n.h"
#include "src/documents/statement.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/export_document.h"

bool statement_freeze_ask(struct ui *ui, int64_t id, const char *code)
{
	struct arena arena = { 0 };
	char hash[CONTENTS_HASH_SIZE];

	if (!ui_confirm(ui,
		    _("Freeze the text of the statement? It becomes what the members sign, and never "
		      "changes after that: another statement corrects it."),
		    C_("button", "Freeze")))
		return false;
	struct error e = statement_freeze(ui->ctx, id, NULL, statement_text, hash);
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

static void save(struct ui *ui, const char *heading, const char *name,
	const struct document_kind *kind, int64_t id)
{
	const char *lang = ui_choose_word(ui, _("In which language?"), WORDS_LANGUAGE, i18n_lang());
	struct arena arena = { 0 };

	if (lang != NULL)
		export_document(ui, heading, arena_printf(&arena, "%s-%s.html", name, lang), kind,
			&(struct document_ask){ .id = id, .lang = lang });
	arena_clear(&arena);
}

void statement_save(struct ui *ui, int64_t id, const char *code)
{
	save(ui, _("The statement"), code, &statement_kind, id);
}

void opening_save(struct ui *ui, int64_t round_id, const char *key)
{
	save(ui, _("Record of opening the names"), key, &opening_kind, round_id);
}
