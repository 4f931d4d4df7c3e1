/* SPDX-License-Identifier: MIT
 * Where a file or folder is, as a person types it: "~" is one's own folder, as it is in the import.
 */
#pragma once

#include "ui/toolkit/ui.h"

/* The path that was meant, to be freed with free(). */
char *path_typed(const char *typed);
/* Asks for one, and proposes one. NULL if it was cancelled, "" if nothing was typed; else to be
 * freed with free(). */
char *ui_ask_path(struct ui *ui, const char *title, const char *prompt, const char *proposed);
/* The same with one way more, as ui_ask_or has it; `tab` NULL: without. */
char *ui_ask_path_or(struct ui *ui, const char *title, const char *prompt, const char *proposed,
	const char *more, bool *tab);
