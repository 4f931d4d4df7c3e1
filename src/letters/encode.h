/* SPDX-License-Identifier: MIT
 * Text and bytes in the forms that mail carries: ASCII in short lines. Lines end in LF here;
 * whoever writes the letter makes CR LF of them where they are wanted. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

#include "db/base/arena.h"

/* Longest line of what is written, without its end (RFC 2045, 6.7 and 6.8; RFC 2047, 2). */
enum { MAIL_LINE = 76 };

/* Quoted-printable (RFC 2045, 6.7) of a text whose lines end in LF. No line is a lone dot and none
 * begins with "From ", which carriers and mailboxes have cut or changed. */
void encode_quoted(struct buffer *out, const char *text);
/* Base64 (RFC 2045, 6.8) in lines. */
void encode_base64(struct buffer *out, const void *bytes, size_t n);
/* A header whose value is free text: plain where that is short ASCII, else encoded words (RFC
 * 2047), folded between characters (RFC 5322, 2.2.3). */
void encode_header(struct buffer *out, const char *name, const char *text);
/* A header of one address with a name, which may be "". */
void encode_address(struct buffer *out, const char *name, const char *person, const char *address);
/* A parameter behind a header's value, on a line of its own: quoted where it is short ASCII, else
 * as RFC 2231 says, in as many parts as it takes. */
void encode_parameter(struct buffer *out, const char *name, const char *value);
