/* SPDX-License-Identifier: MIT
 * What a text of a document may be. */
#pragma once

#include <stdbool.h>

/* UTF-8 without controls but line feeds, and without what no XML can hold. */
bool text_is_clean(const char *text);
/* "fi", "sv-FI": letters, digits and hyphens. NULL is none. */
bool text_is_language(const char *text);
