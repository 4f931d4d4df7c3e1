/* SPDX-License-Identifier: MIT
 * What comes from people is checked and cleaned here before it is stored: valid UTF-8 without
 * control, bidi or invisible characters, in NFC, within its length. Too long is refused, never cut.
 */
#pragma once

#include <stdbool.h>

#include "db/base/arena.h"
#include "db/base/error.h"
#include "db/base/limits.h"
#include "db/base/utf8.h"
#include "src/base/text.h"

/* `field` is a code of WORDS_FIELD, for the error. NULL counts as "". */
struct error input_line(struct arena *arena, const char *field, const char *text, size_t max,
	bool required, const char **clean);
struct error input_lines(struct arena *arena, const char *field, const char *text, size_t max,
	bool required, const char **clean);
/* "" or an address that letters can be sent to (src/base/email.h); E_RULE for one with letters
 * outside of ASCII before the @. */
struct error input_email(
	struct arena *arena, const char *field, const char *text, const char **clean);
/* A code of the vocabulary; else E_INVALID, whose sentence lists them. */
struct error input_code(const char *field, enum vocabulary vocabulary, const char *code);
/* "" or a day as day_parse reads it; "" gives 0. */
struct error input_day(const char *field, const char *text, int64_t *day);
