/* SPDX-License-Identifier: MIT */
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/documents/decision_paper.h"

struct error paper_instruction(const struct paper *paper)
{
	document_heading(paper->page, text_word(WORDS_FIELD, "appeal"));
	document_paragraph(paper->page, text_word(WORDS_APPEAL, paper->d.appeal));
	return ok();
}
