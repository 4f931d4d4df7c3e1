/* SPDX-License-Identifier: MIT */
#include "ui/toolkit/export.h"

#include <stdio.h>
#include <stdlib.h>

#include "src/base/csv_out.h"
#include "src/base/i18n.h"
#include "src/ground/save.h"
#include "src/ground/journal_write.h"
#include "ui/toolkit/dialog.h"

/* Puts what is exported into the file. */
typedef struct error (*writing)(struct ui *ui, const void *what, FILE *out);

static struct error write_rows(struct ui *ui, const void *what, FILE *out)
{
	struct screen *screen = (struct screen *)(uintptr_t)what;
	struct list *list = &((struct list_screen *)screen)->list;
	struct arena arena = { 0 };
	struct error e = ok();
	size_t n = list->source->n;

	csv_put_mark(out);
	for (size_t c = 0; c < n; c++) {
		csv_put(out, i18n_lookup("column", list->source->columns[c].title), false, ';');
		fputs(c + 1 == n ? "\r\n" : ";", out);
	}
	for (size_t i = 0; e.code == E_OK && i < list->ids.n; i++) {
		const char *cells[LIST_COLUMNS_MAX] = { 0 };
		enum style style;

		e = list->source->row(screen, ui->ctx, list->ids.ids[i], &arena, cells, &style);
		for (size_t c = 0; e.code == E_OK && c < n; c++) {
			csv_put(out, cells[c] == NULL ? "" : cells[c], false, ';');
			fputs(c + 1 == n ? "\r\n" : ";", out);
		}
		arena_clear(&arena);
	}
	return e;
}

static struct error write_text(struct ui *ui, const void *what, FILE *out)
{
	(void)ui;
	fputs(what, out); /* a full disk shows at closing */
	return ok();
}

static struct error write_file(struct ui *ui, const char *path, writing write, const void *what)
{
	struct saving saving;

	TRY(save_begin(&saving, path));
	return save_end(&saving, write(ui, what, saving.out));
}

/* NULL, with a message, where there are no files to write. */
static char *ask_name(struct ui *ui, const char *title, const char *proposed)
{
	struct error allowed = context_may_open(ui->ctx, "");

	if (allowed.code == E_OK)
		return ui_ask(ui, title,
			_("The name of the file. It will be readable only by you."), proposed, 1);
	ui_complain(ui, allowed);
	return NULL;
}

bool export_text(struct ui *ui, const char *title, const char *name, const char *text)
{
	char *path = ask_name(ui, title, name);

	if (path == NULL)
		return false;
	struct error e = write_file(ui, path, write_text, text);
	if (e.code == E_OK)
		/* TRANSLATORS: a file's name. */
		ui_say(ui, _("Written to %s."), path);
	else
		ui_complain(ui, e);
	free(path);
	return e.code == E_OK;
}

void export_list(struct ui *ui, struct screen *screen)
{
	const struct list *list = &((struct list_screen *)screen)->list;
	const char *file = list->source->file == NULL ? "klash" : list->source->file;
	char name[100];

	snprintf(name, sizeof(name), "%s.csv", file);
	char *path = ask_name(ui, _("Export the list"), name);
	if (path == NULL)
		return;
	struct error e = list_read_rest(screen, ui->ctx);
	if (e.code == E_OK)
		e = write_file(ui, path, write_rows, screen);
	if (e.code == E_OK)
		e = journal_export(ui->ctx, file);
	if (e.code == E_OK)
		/* TRANSLATORS: number of rows, a file's name. */
		ui_say(ui,
			ngettext("%zu row written to %s.", "%zu rows written to %s.", list->ids.n),
			list->ids.n, path);
	else
		ui_complain(ui, e);
	free(path);
}
