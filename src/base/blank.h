/* SPDX-License-Identifier: MIT
 * The blanks and minus signs that people and programs write in times and amounts, read in one
 * place: U+0020, U+00A0 (CLDR, LibreOffice), U+202F (glibc), U+2009; "-" and U+2212 (CLDR). */
#pragma once

#include <stddef.h>

/* Bytes of the blank at `text`, 0 if there is none. */
size_t blank_at(const char *text);
const char *blank_skip(const char *text);
/* Bytes of the minus sign at `text`, 0 if there is none. */
size_t minus_at(const char *text);
