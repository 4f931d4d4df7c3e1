/* SPDX-License-Identifier: MIT
 * Inside of text.h: a vocabulary is a table of codes and words, ended by a NULL code. */
#pragma once

#include <stddef.h>

struct word {
	const char *code, *text;
};

extern const struct word field_words[];  /* fields.c */
extern const struct word reason_words[]; /* reasons.c */
