/* SPDX-License-Identifier: MIT
 * Saving a document: the ending of the name that is given chooses its form. */
#pragma once

#include "src/documents/document.h"
#include "ui/toolkit/ui.h"

/* Asks for a file name, proposing this one in the folder of the last export; an existing file is
 * never overwritten. What was written is noted in the log as given out. */
void export_document(struct ui *ui, const char *title, const char *name,
	const struct document_kind *kind, const struct document_ask *ask);
