/* SPDX-License-Identifier: MIT
 * All documents there are, a row each, in the order they are offered in. One that is added is a
 * file that makes its blocks (src/documents/document.h) and its row in papers.c: the command line,
 * the key P on the record it is about, and every form (text, web page, PDF, ODT) then have it. */
#pragma once

#include "src/documents/document.h"
#include "src/ground/kind.h"

/* The i-th; NULL behind the last. */
const struct document_kind *document_kind(size_t i);
/* By its noun. E_NOT_FOUND (field "document"). */
struct error document_kind_find(const char *noun, const struct document_kind **kind);
/* Those about a record of that kind: how many; the first `most` of them are in `kinds`. */
size_t documents_of(enum kind of, const struct document_kind **kinds, size_t most);
