/* SPDX-License-Identifier: MIT
 * What fields are called, in forms, errors and headings, that no record has: the others are called
 * what its row says (db/record.h). */
#include "src/base/i18n.h"
#include "src/base/words.h"

const struct word field_words[] = {
	{ "document", NC_("field", "Document") },
	{ "attachment", NC_("field", "Attachment") },
	{ "entry", NC_("field", "Entry of the log") },
	{ "coapplicants", NC_("field", "Co-applicants") },
	{ "form_row", NC_("field", "Number of the answer") },
	{ "sheet", NC_("field", "Sheet") },
	{ "heading_row", NC_("field", "Row of the headings") },
	{ "without", NC_("field", "Field given up") },
	{ "scale", NC_("field", "Scale") },
	{ "seed", NC_("field", "Seed") },
	{ "note", NC_("field", "Contact note") },
	{ "column", NC_("field", "Column") },
	{ "json", NC_("field", "JSON") },
	{ "columns", NC_("field", "Columns") },
	{ "partner", NC_("field", "Partner") },
	{ "conflict", NC_("field", "Conflict of interest") },
	{ "declaration", NC_("field", "Declaration of interest") },
	{ "letter", NC_("field", "Letter") },
	{ "reply_by", NC_("field", "Answer by") },
	{ "mentors", NC_("field", "Mentors") },
	{ "teams", NC_("field", "Teams") },
	{ "left", NC_("field", "Left") },
	{ "gross", NC_("field", "Gross") },
	{ "payment", NC_("field", "Payment") },
	{ "complaint", NC_("field", "Complaint") },
	{ "solution", NC_("field", "Solution") },
	{ "application", NC_("field", "Application") },
	{ "mask", NC_("field", "Masked text") },
	{ "fingerprint", NC_("field", "Fingerprint") },
	{ "directory", NC_("field", "Directory") },
	{ "eligibility_question", NC_("field", "Eligibility question") },
	{ "completion", NC_("field", "Request for completion") },
	{ "as_version", NC_("field", "New version") },
	{ "waiting_act", NC_("field", "Waiting act") },
	{ NULL, NULL },
};
