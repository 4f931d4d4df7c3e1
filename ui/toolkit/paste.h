/* SPDX-License-Identifier: MIT
 * What is pasted is text, never a command: it goes only where one types, and without keys that
 * would answer a question or leave a field. */
#pragma once

#include "ui/toolkit/ui.h"

enum { PASTE_GAP_MS = 150 }; /* so long a silence ends a paste that has no marks */

/* What the key is by then: itself, one that only text fields know, or K_UNKNOWN for nothing. A
 * paste is what the terminal marks as one; where commands are keys, many bytes in one read too. */
int paste_key(struct ui *ui, int key);
