/* SPDX-License-Identifier: MIT */
#include "src/judging/sheet_labels.h"

#include <string.h>

#include "db/base/error.h"
#include "db/base/utf8.h"
#include "src/base/i18n.h"

const char *sheet_label(enum sheet_label label)
{
	static const char *const labels[SHEET_LABELS] = {
		[SHEET_TITLE] = N_("Score sheet"),
		[SHEET_JUROR] = N_("Juror"),
		[SHEET_CONFLICTS] = N_("Conflicts of interest"),
		[SHEET_DATE] = N_("Date"),
		[SHEET_SIGNATURE] = N_("Signature"),
	};

	return labels[label];
}

enum sheet_label sheet_label_of(struct arena *arena, const char *cell)
{
	static const char *const langs[] = { "fi", "sv", "en" };
	const char *before = i18n_lang(), *folded = utf8_fold(arena, cell);
	enum sheet_label found = SHEET_LABELS;

	for (size_t l = 0; l < LEN(langs); l++) {
		i18n_use(langs[l]);
		for (int i = 0; i < SHEET_LABELS; i++)
			if (strcmp(utf8_fold(arena, _(sheet_label((enum sheet_label)i))), folded) ==
				0)
				found = (enum sheet_label)i;
	}
	i18n_use(before);
	return found;
}
