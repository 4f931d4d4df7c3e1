/* SPDX-License-Identifier: MIT
 * Exporting what a list shows, all of its rows, or a text. Over SSH there are no files to export
 * to. */
#pragma once

#include "ui/toolkit/list.h"

/* Asks for a file and writes what the list shows, as CSV for a spreadsheet in Finland, into the
 * folder of the last export; Tab leads to the choice of columns and of the form. Contacts are
 * written only where they are chosen, and only when that has been recorded as a disclosure. An
 * existing file is never overwritten. */
void export_list(struct ui *ui, struct screen *screen);
/* A text as it is; `name` is proposed. True if it was written. */
bool export_text(struct ui *ui, const char *title, const char *name, const char *text);
/* Asks for the name alone, to be freed; NULL, with a message, where there are no files to write. */
char *export_ask_name(struct ui *ui, const char *title, const char *question, const char *proposed);
/* The folder of what was just written: the next export is proposed there. */
void export_remember(struct ui *ui, const char *path);
