/* SPDX-License-Identifier: MIT
 * Searching everything: the best hits with what a list shows of them. */
#pragma once

#include "src/context.h"

enum found_kind { FOUND_PROBLEM, FOUND_MUNICIPALITY, FOUND_ORGANIZATION, FOUND_PERSON, FOUND_CHALLENGE,
	FOUND_NOTE };

struct found {
	enum found_kind kind;
	int64_t id;
	const char *code, *title; /* code "" where there is none */
};

struct founds {
	struct found *rows;
	size_t n;
};

/* At most `limit`, the best first; none for an empty text. */
struct error lookup(struct context *ctx, struct arena *arena, const char *words, int64_t limit,
	struct founds *founds);
