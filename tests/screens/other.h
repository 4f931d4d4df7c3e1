/* SPDX-License-Identifier: MIT
 * Somebody else at work in the same file, through a connection of their own. */
#pragma once

#include "tests/screens/driver.h"

/* "note": writes a contact note about the code; "title": gives that problem another title. False if
 * it could not be done. */
bool other_writes(
	const struct driver *driver, const char *what, const char *code, const char *text);
