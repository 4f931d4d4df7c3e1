/* SPDX-License-Identifier: MIT
 * The e-mail addresses of a list's rows: one line for the field Bcc, or a file of name, address and
 * language. Each address stands there once; who has none is told (`without` of struct writing). */
#pragma once

#include <stddef.h>

#include "src/export/writer.h"

/* Where they stand among columns of these names; as many as there are columns: nowhere. */
struct address_places {
	size_t name, email, language;
};

/* Without an e-mail address there is no name either. */
struct address_places address_places(const char *const *names, size_t n);

/* What is said where a list has none. */
extern const char address_lack[];
