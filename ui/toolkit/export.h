/* SPDX-License-Identifier: MIT
 * Exporting what a list shows, all of its rows, or a text. Over SSH there are no files to export
 * to. */
#pragma once

#include "ui/toolkit/list.h"

/* Asks for a file name and writes CSV for a spreadsheet in Finland; an existing file is never
 * overwritten. */
void export_list(struct ui *ui, struct screen *screen);
/* The same for a text as it is; `name` is proposed. True if it was written. */
bool export_text(struct ui *ui, const char *title, const char *name, const char *text);
/* Asks for the name alone, to be freed; NULL, with a message, where there are no files to write. */
char *export_ask_name(struct ui *ui, const char *title, const char *question, const char *proposed);
