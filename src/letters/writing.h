/* SPDX-License-Identifier: MIT
 * Letters as files: one that a mail program opens and sends for each, or one for the printer with
 * all of them. A written letter has not been sent and serves nothing; when it went, somebody says
 * so (src/letters/by_hand.h). */
#pragma once

#include "db/store/letter.h"
#include "src/ground/context.h"

/* A file a letter in that folder, which must be there: "L-001 Oulu.eml". None is written over one
 * that is there: E_EXISTS, with nothing written. *at is the file or letter that an error is about,
 * or NULL, into the arena; *done how many were written, which stay. Right: letter. */
struct error letters_write(struct context *ctx, struct arena *arena, const int64_t *ids, size_t n,
	const char *folder, size_t *done, const char **at);
/* All of them in one file, each on its own pages, under where it goes to: text, or HTML by the
 * file's ending. All or none are written. Right: letter. */
struct error letters_print(struct context *ctx, struct arena *arena, const int64_t *ids, size_t n,
	const char *path, const char **at);
