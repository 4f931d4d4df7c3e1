/* SPDX-License-Identifier: MIT
 * How a decision is corrected and appealed against: the instruction of its regime with the names,
 * days, sections and addresses filled in (Administrative Procedure Act 434/2003, 46 §: a decision
 * says how it can be appealed against). It is instruction_kind of document.h, and part of the
 * decision and of letters. */
#pragma once

#include "src/documents/block.h"
#include "src/ground/context.h"

struct instruction_ask {
	int64_t decision_id;
	int64_t submission_id; /* with the days of that entrant's service; 0: of nobody's */
	const char *lang;      /* "fi", "sv" or "en": where there is no English, the Finnish */
};

/* In the notation of src/base/notation.h, into the arena. E_RULE for a statement, without an
 * instruction, and where it names what nobody has set (an address, a court). */
struct error instruction_text(struct context *ctx, struct arena *arena,
	const struct instruction_ask *ask, const char **text);
/* Adds it to a document, block by block. */
struct error instruction_add(
	struct context *ctx, struct document *document, const struct instruction_ask *ask);
