/* SPDX-License-Identifier: MIT
 * A text in the notation of src/base/notation.h as blocks of a document. */
#pragma once

#include "src/documents/block.h"

/* Adds what the text says to the document, block by block. */
void notation_blocks(struct document *document, const char *text);
