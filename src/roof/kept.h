/* SPDX-License-Identifier: MIT
 * The paper of what is final, kept with its record: the PDF as it was when the minutes were closed,
 * the statement signed or the decision approved. What was signed by hand and scanned is attached
 * like any other file. */
#pragma once

#include "src/documents/document.h"

/* "D-1-Päätös-fi.pdf": a name for its file, without blanks; `lang` NULL: it has one only. Into the
 * arena. */
const char *document_file_name(struct context *ctx, struct arena *arena,
	const struct document_kind *kind, const struct document_ask *ask, const char *ending);
/* Can it be kept? E_RULE says what it still lacks, or that nobody signs such a document. */
struct error document_keepable(struct context *ctx, const struct document_kind *kind, int64_t id);
/* Makes the PDF and attaches it to its record; its number there. E_RULE as above, where the same
 * file is there already, or where no PDF can be made; E_DENIED without the right to attach. */
struct error document_keep(struct context *ctx, const struct document_kind *kind,
	const struct document_ask *ask, int64_t *number);
