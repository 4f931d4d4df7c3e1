/* SPDX-License-Identifier: MIT
 * People from a file: what would happen is told before anything is saved. */
#include "ui/office/registers/people_import.h"

#include <stdio.h>
#include <stdlib.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/intake/holding.h"
#include "src/intake/people.h"
#include "ui/toolkit/dialog.h"

/* Which rows cannot come in, and why: then none does. */
static void tell_faults(struct ui *ui, const struct people_import *result)
{
	struct buffer text = { 0 };

	for (size_t i = 0; i < result->refused; i++)
		/* TRANSLATORS: a row's number, its line in the file, a field's name, a reason. */
		buffer_printf(&text, _("row %ld, line %ld: %s: %s\n"), result->faults[i].row,
			result->faults[i].line, text_word(WORDS_FIELD, result->faults[i].field),
			text_word(WORDS_IMPORT_REASON, result->faults[i].reason));
	ui_tell(ui, _("Nobody is added before these rows are corrected"), text.text);
	buffer_clear(&text);
}

static bool agrees(struct ui *ui, const struct people_import *result)
{
	char question[200];
	struct arena arena = { 0 };

	snprintf(question, sizeof(question),
		/* TRANSLATORS: two numbers of people. */
		_("Add people: %zu new, %zu already known and left as they are. Go on?"),
		result->added, result->duplicates);
	bool go = ui_confirm(
		ui, holding_asked(&arena, question, result->added), C_("button", "Import"));
	arena_clear(&arena);
	return go;
}

static struct error import(struct ui *ui, const char *path)
{
	const struct table_options options = { 0 };
	struct people_import result;
	struct error e = people_import(ui->ctx, path, &options, true, &result);

	if (result.refused > 0)
		tell_faults(ui, &result);
	bool go = e.code == E_OK && agrees(ui, &result);
	people_import_clear(&result);
	if (!go)
		return e.code == E_OK ? fail(E_CANCELLED, NULL) : e;
	e = people_import(ui->ctx, path, &options, false, &result);
	people_import_clear(&result);
	return e;
}

void import_people(struct ui *ui, struct screen *screen)
{
	struct error e = context_may_open(ui->ctx, "");
	char *path = e.code != E_OK ?
			     NULL :
			     ui_ask(ui, _("Import people"),
				     _("The name of a CSV or TSV file with name, e-mail address, "
				       "telephone and language. You will see what it holds before "
				       "anything is saved."),
				     "", 1);

	(void)screen;
	if (e.code == E_OK && (path == NULL || *path == '\0'))
		e = fail(E_CANCELLED, NULL);
	if (e.code == E_OK)
		e = import(ui, path);
	if (e.code != E_CANCELLED)
		ui_report(ui, e, _("The people were added."));
	free(path);
}
