/* SPDX-License-Identifier: MIT */
#include "ui/toolkit/export_document.h"

#include <stdlib.h>

#include "src/base/i18n.h"
#include "src/documents/writer.h"
#include "src/ground/save.h"
#include "ui/toolkit/export.h"

static struct error write_document(const char *path, const struct documents *documents)
{
	struct buffer text = { 0 };

	struct error e = document_writer_of(path)->write(documents, &text);
	if (e.code == E_OK)
		e = save_file(path, text.text, text.length, 0);
	buffer_clear(&text);
	return e;
}

/* Made before the name is asked for: nobody is asked in vain. */
void export_document(struct ui *ui, const char *title, const char *name,
	const struct document_kind *kind, const struct document_ask *ask)
{
	struct documents documents = { 0 };
	struct arena arena = { 0 };
	char *path = NULL;
	struct error e = document_make(ui->ctx, &arena, kind, ask, &documents);

	if (e.code == E_OK) {
		path = export_ask_name(ui, title,
			_("The name of the file; its ending says the form: .pdf, .odt, .html, else text. "
			  "It will be readable only by you."),
			arena_printf(&arena, "%s%s", ui->folder, name));
		e = path == NULL ? fail(E_CANCELLED, NULL) : write_document(path, &documents);
	}
	if (e.code == E_OK)
		e = document_given(ui->ctx, kind, documents.about);
	if (e.code == E_OK) {
		export_remember(ui, path);
		/* TRANSLATORS: a file's name. */
		ui_say(ui, _("Written to %s."), path);
	} else if (e.code != E_CANCELLED || path != NULL) {
		ui_complain(ui, e);
	}
	free(path);
	arena_clear(&arena);
}
