/* SPDX-License-Identifier: MIT
 * E-mail addresses: which are taken, and how they are written where only ASCII is understood. */
#pragma once

#include <stdbool.h>

#include "db/base/arena.h"

/* NULL for an address that letters can be sent to; else why not, a code of WORDS_REASON: "email"
 * for what is none (one @, RFC 5321's dot-string before it, a domain with a dot after it; quoted
 * local parts and address literals are not taken), "email_local" for one whose part before the @
 * has letters outside of ASCII: programs that carry mail lose such a letter without a word, or
 * change the address into somebody else's. */
const char *email_reason(const char *text);
bool is_email(const char *text);
/* The domain in ASCII (RFC 5891, Punycode by RFC 3492): "a@jarvi.fi" as it is, "a@järvi.fi" as
 * "a@xn--jrvi-loa.fi". Of an address that is_email. Into the arena. */
const char *email_in_ascii(struct arena *arena, const char *address);
