/* SPDX-License-Identifier: MIT
 * Searching everything: the best hits with what a list shows of them. */
#pragma once

#include "src/ground/context.h"

struct found {
	enum kind kind;
	int64_t id;
	const char *code, *title; /* code "" where there is none */
};

struct founds {
	struct found *rows;
	size_t n;
};

/* What a contact note or log entry is about: "P-001", "C-1", "T-1", "M-1" (a session), "Q-1" (a
 * question), "H-1" (a contract), "R-1" (a payment), "V-1" (a complaint), "091" (a municipality),
 * "person:12", "organization:3". E_NOT_FOUND (field "record") if there is none. */
struct error lookup_code(
	struct context *ctx, struct arena *arena, const char *code, struct found *found);
/* The code itself where people use it, else the name it stands for. */
const char *lookup_shown(struct context *ctx, struct arena *arena, const char *code);

/* At most `limit`, the best first; none for an empty text. */
struct error lookup(struct context *ctx, struct arena *arena, const char *words, int64_t limit,
	struct founds *founds);
