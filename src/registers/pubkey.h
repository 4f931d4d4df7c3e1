/* SPDX-License-Identifier: MIT
 * SSH public keys as people send them: a line of OpenSSH, PuTTYgen's file (RFC 4716), or the one
 * key among other lines. A key is taken apart, checked and built anew; nothing that was sent is
 * ever passed on to sshd as it came.
 */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "db/base/arena.h"
#include "db/base/error.h"

enum { FINGERPRINT_SIZE = 51 }; /* "SHA256:", 43 characters, NUL */

struct pubkey {
	const char *type;    /* as OpenSSH calls it; static */
	const char *base64;  /* rebuilt, in the arena */
	const char *comment; /* "" if there was none, or none that may be shown */
	char fingerprint[FINGERPRINT_SIZE];
};

/* One key from n bytes of text. E_RULE with a sentence that says what is wrong and what to do: a
 * private key, two keys, options, a type or length that is not taken, a damaged key. E_REQUIRED
 * (field "ssh_key") if there is nothing in it. */
struct error pubkey_parse(struct arena *arena, const char *text, size_t n, struct pubkey *key);

/* Is the text formed like a fingerprint? */
bool pubkey_is_fingerprint(const char *text);
