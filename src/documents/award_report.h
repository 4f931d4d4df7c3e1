/* SPDX-License-Identifier: MIT
 * The individual report on the procurement that a challenge's contest led to (directive 2014/24/EU,
 * article 84(1)): what was procured and at which value, by which notices, who took part and was
 * selected or not and why, complaints, conflicts of interest and what was done about them,
 * the contracts with their parties and what they subcontract. Each fact is read from the rows:
 * nothing is typed into the report.
 */
#pragma once

#include "src/documents/document.h"

/* One fact of it: a chapter and a key for programs, a label and a value for people. */
struct report_fact {
	const char *chapter, *key, *label, *value;
};

struct report_facts {
	struct report_fact *rows;
	size_t n, room;
};

/* In the language in use, into the arena. E_RULE before a decision on the solutions is in force:
 * until then names and judging are kept apart. */
struct error award_report_facts(
	struct context *ctx, struct arena *arena, int64_t challenge_id, struct report_facts *facts);
/* What a chapter is called. */
const char *award_report_heading(const char *chapter);

extern const struct document_kind award_report_kind;
