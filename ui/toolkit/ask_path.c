/* SPDX-License-Identifier: MIT */
#include "ui/toolkit/ask_path.h"

#include <stdlib.h>

#include "src/base/folder.h"
#include "ui/toolkit/dialog.h"

char *path_typed(const char *typed)
{
	struct arena arena = { 0 };
	char *path = xstrdup(path_whole(&arena, "", typed));

	arena_clear(&arena);
	return path;
}

/* Nothing stays nothing. */
static char *meant(char *typed)
{
	if (typed == NULL || *typed == '\0')
		return typed;
	char *path = path_typed(typed);
	free(typed);
	return path;
}

char *ui_ask_path(struct ui *ui, const char *title, const char *prompt, const char *proposed)
{
	return meant(ui_ask(ui, title, prompt, proposed, 1));
}

char *ui_ask_path_or(struct ui *ui, const char *title, const char *prompt, const char *proposed,
	const char *more, bool *tab)
{
	return meant(tab == NULL ? ui_ask(ui, title, prompt, proposed, 1) :
				   ui_ask_or(ui, title, prompt, proposed, more, tab));
}
