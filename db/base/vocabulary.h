/* SPDX-License-Identifier: MIT
 * The vocabularies of codes, by number: what a column of codes is worded by. Their words are in
 * src/base/words.c. */
#pragma once

#include "db/base/codes.h"

#define VOCABULARY_NUMBER(NAME, context) WORDS_##NAME,
enum vocabulary {
	WORDS_NONE,                     /* no code: what is left out of a row is this */
	VOCABULARIES(VOCABULARY_NUMBER) /* WORDS_TEAM_STATE ... */
	WORDS_ENTRY_STATE,              /* SUBMISSION_STATE of an application or a solution */
	WORDS_STATEMENT_STATE,          /* DECISION_STATE of a statement */
	WORDS_IMPORT_REASON,
	WORDS_FIELD,
	WORDS_COUNT,
};
