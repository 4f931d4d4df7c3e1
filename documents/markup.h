/* SPDX-License-Identifier: MIT
 * Text in XML. */
#pragma once

#include "documents/memory.h"

/* With what markup is made of guarded, in content and in attributes. */
void put_escaped(struct piece *out, const char *text);
