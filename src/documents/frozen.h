/* SPDX-License-Identifier: MIT
 * A document's text as it is kept once it is final: JSON, for each language its title and its
 * blocks. It prints as it was then, whatever has changed since. */
#pragma once

#include "db/base/error.h"
#include "src/documents/block.h"

/* Of headings, paragraphs, lists, facts and tables: one document a language. Into the arena. */
struct error frozen_write(
	struct arena *arena, const struct documents *documents, const char **text);
/* A new document of `out` with what was kept in that language; E_NOT_FOUND (field "language") where
 * it was kept in none such, E_CORRUPT for what is no such text. */
struct error frozen_read(struct arena *arena, const char *text, const char *lang,
	struct documents *out, struct document **document);
