/* SPDX-License-Identifier: MIT */
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/form_parts.h"

/* Field by field where the two differ: mine, then theirs. */
static char *differences(const struct form *mine, const struct form *theirs)
{
	struct buffer text = { 0 };

	for (size_t i = 0; i < mine->n; i++) {
		const char *a = form_shown(mine, i), *b = form_shown(theirs, i);

		if (strcmp(a, b) == 0)
			continue;
		/* TRANSLATORS: a field's name, then two versions of its text. */
		buffer_printf(&text, _("%s\n  yours: %s\n  theirs: %s\n"),
			form_label(&mine->fields[i]), a, b);
	}
	if (text.length == 0)
		buffer_text(&text, _("Both versions say the same."));
	return text.text;
}

static void take_values(struct form *to, const struct form *from)
{
	for (size_t i = 0; i < to->n; i++) {
		to->values[i].choice = from->values[i].choice;
		to->values[i].id = from->values[i].id;
		edit_set(&to->values[i].edit, edit_text(&from->values[i].edit));
	}
}

void form_resolve_stale(struct ui *ui, struct form *form)
{
	struct form *theirs = form_new(ui, form->def, form->arg);
	struct error e = form->def->fill(ui->ctx, theirs, form->arg);

	if (e.code != E_OK) {
		ui_complain(ui, e);
	} else {
		const char *options[] = { _("Save mine over theirs"), _("Take theirs"),
			_("Back to the form") };
		char *text = differences(form, theirs);

		ui_tell(ui, _("Somebody else saved this in between"), text);
		free(text);
		int chosen = ui_choose(ui, _("Which version shall stay?"), options, 3, 2);
		if (chosen == 1) {
			take_values(form, theirs);
			form->changed = false;
		} else if (chosen == 0) {
			form_try_save(ui, form);
		}
	}
	theirs->base.ops->close(&theirs->base);
	free(theirs);
}
