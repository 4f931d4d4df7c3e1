/* SPDX-License-Identifier: MIT */
#include "src/roof/papers.h"

#include <string.h>

#include "src/documents/award_report.h"
#include "src/documents/papers.h"
#include "src/documents/statement.h"
#include "src/letters/letter.h"

static const struct document_kind *const rows[] = {
	&minutes_kind,
	&decision_document_kind,
	&statement_kind,
	&opening_kind,
	&instruction_kind,
	&letter_document_kind,
	&ranking_sheet_kind,
	&feedback_sheet_kind,
	&score_sheet_kind,
	&award_report_kind,
	&negotiation_minutes_kind,
	&contract_summary_kind,
	&day_sheet_kind,
	&situation_kind,
	&closing_report_kind,
	&invitation_kind,
};

const struct document_kind *document_kind(size_t i)
{
	return i < LEN(rows) ? rows[i] : NULL;
}

struct error document_kind_find(const char *noun, const struct document_kind **kind)
{
	for (size_t i = 0; i < LEN(rows); i++)
		if (strcmp(rows[i]->noun, noun) == 0) {
			*kind = rows[i];
			return ok();
		}
	return fail(E_NOT_FOUND, "document");
}

size_t documents_of(enum kind of, const struct document_kind **kinds, size_t most)
{
	size_t n = 0;

	for (size_t i = 0; i < LEN(rows); i++)
		if (n < most && kind_of_noun(rows[i]->of) == of)
			kinds[n++] = rows[i];
	return n;
}
