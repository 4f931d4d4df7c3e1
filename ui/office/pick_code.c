/* SPDX-License-Identifier: MIT */
#include "ui/office/pick_code.h"

#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "ui/toolkit/dialog.h"

enum { CODES_MAX = 20 };

/* Kept as its place in the vocabulary, from 1; 0 is none. */
void pick_code(struct ui *ui, struct form *form, size_t field, enum vocabulary words)
{
	const char *names[CODES_MAX + 1] = { C_("choice", "not known") }, *code;
	int n = 1;

	for (size_t i = 0; i < CODES_MAX && (code = text_code(words, i)) != NULL; i++)
		names[n++] = text_word(words, code);
	int chosen = ui_choose(ui, _("Which one?"), names, n, (int)form_id(form, field));
	if (chosen >= 0)
		form_set_id(form, field, chosen, chosen == 0 ? "" : names[chosen]);
}

const char *picked_code(const struct form *form, size_t field, enum vocabulary words)
{
	int64_t id = form_id(form, field);

	return id > 0 ? text_code(words, (size_t)id - 1) : "";
}

void show_picked_code(struct form *form, size_t field, enum vocabulary words, const char *code)
{
	const char *at;

	for (size_t i = 0; code != NULL && (at = text_code(words, i)) != NULL; i++)
		if (strcmp(at, code) == 0)
			form_set_id(form, field, (int64_t)i + 1, text_word(words, code));
}
