/* SPDX-License-Identifier: MIT */
#include "src/documents/document.h"

#include "src/documents/award_report.h"
#include "src/documents/statement.h"

#include <string.h>

static const struct document_kind *const kinds[] = {
	&instruction_kind,
	&invitation_kind,
	&score_sheet_kind,
	&situation_kind,
	&decision_document_kind,
	&award_report_kind,
	&statement_kind,
	&opening_kind,
};

const struct document_kind *document_kind(size_t i)
{
	return i < LEN(kinds) ? kinds[i] : NULL;
}

struct error document_kind_find(const char *noun, const struct document_kind **kind)
{
	for (size_t i = 0; i < LEN(kinds); i++)
		if (strcmp(kinds[i]->noun, noun) == 0) {
			*kind = kinds[i];
			return ok();
		}
	return fail(E_NOT_FOUND, "document");
}

struct error document_given(
	struct context *ctx, const struct document_kind *kind, const char *about)
{
	if (db_is_readonly(ctx->db))
		return ok();
	TRY(context_begin(ctx));
	return context_end(ctx, ok(), kind->told == NULL ? "document.make" : kind->told, about);
}
