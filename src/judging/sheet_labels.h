/* SPDX-License-Identifier: MIT
 * The words by which the head of a score sheet is known again when it comes back. */
#pragma once

#include "db/base/arena.h"

/* What stands at the head of a sheet, by the labels of its first cells. */
enum sheet_label {
	SHEET_TITLE,
	SHEET_JUROR,
	SHEET_CONFLICTS,
	SHEET_DATE,
	SHEET_SIGNATURE,
	SHEET_LABELS,
};
/* N_() */
const char *sheet_label(enum sheet_label label);
/* The label that a cell holds, whichever language the sheet is in; SHEET_LABELS for none. */
enum sheet_label sheet_label_of(struct arena *arena, const char *cell);
