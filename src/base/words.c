/* SPDX-License-Identifier: MIT
 * The words of the program that are not a screen's own: a table a vocabulary, made of the lists in
 * db/base/codes.h. */
#include <assert.h>
#include <string.h>

#include "db/record.h"
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/base/words.h"

/* clang-format off */
#define FIRST(text, ...) text
#define WORD(value, code, ...) { code, FIRST(__VA_ARGS__, "") },
#define OTHER_WORD(value, code, text, other) { code, other },
#define TABLE(NAME, context) static const struct word words_##NAME[] = { CODES_##NAME(WORD) { NULL, NULL } };
VOCABULARIES(TABLE)
static const struct word entry_state_words[] = { CODES_SUBMISSION_STATE(OTHER_WORD) { NULL, NULL } };
static const struct word statement_state_words[] = { CODES_DECISION_STATE(OTHER_WORD) { NULL, NULL } };

#define ROW(NAME, context) [WORDS_##NAME] = { context, words_##NAME },
static const struct {
	const char *context; /* NULL: whole sentences, without one */
	const struct word *words;
} vocabularies[] = {
	[WORDS_NONE] = { NULL, (const struct word[]){ { NULL, NULL } } },
	VOCABULARIES(ROW)
	[WORDS_ENTRY_STATE] = { "application or solution state", entry_state_words },
	[WORDS_STATEMENT_STATE] = { "statement state", statement_state_words },
	[WORDS_IMPORT_REASON] = { NULL, reason_words },
	[WORDS_FIELD] = { "field", field_words },
};
/* clang-format on */
static_assert(LEN(vocabularies) == WORDS_COUNT, "every vocabulary has its words");

/* A field is called what its record says; those of no record are in fields.c. */
static const char *field_word(const char *code)
{
	const char *word = record_word(code);

	return word == NULL ? code : i18n_lookup(vocabularies[WORDS_FIELD].context, word);
}

const char *text_word(enum vocabulary vocabulary, const char *code)
{
	for (const struct word *word = vocabularies[vocabulary].words; word->code != NULL; word++) {
		if (strcmp(word->code, code) != 0)
			continue;
		const char *context = vocabularies[vocabulary].context;
		return context == NULL ? _(word->text) : i18n_lookup(context, word->text);
	}
	return vocabulary == WORDS_FIELD ? field_word(code) : code;
}

enum vocabulary text_states_of(const char *kind)
{
	return submission_kind_of(kind) == SUBMISSION_KIND_PROBLEM ? WORDS_SUBMISSION_STATE :
								     WORDS_ENTRY_STATE;
}

const char *text_code(enum vocabulary vocabulary, size_t i)
{
	return vocabularies[vocabulary].words[i].code;
}
