/* SPDX-License-Identifier: MIT
 * Records of every kind, above all that knows one: found by what they are called in text, and what
 * they are called for people. Who below reads a reference from text is given the found one. */
#pragma once

#include "src/ground/finder.h"

struct found {
	enum kind kind;
	int64_t id;
	const char *code, *title; /* code "" where people use none */
};

/* By "P-001", "T-1", "D-2", "091" (a municipality), "person:12", "round:problems", a team's name.
 * E_NOT_FOUND (field "record") if there is none, E_RULE if several have the name. */
struct error kinds_find(
	struct context *ctx, struct arena *arena, const char *text, struct found *found);
/* E_NOT_FOUND (field: the kind's noun) if there is none. A text that is on the other side of a
 * blind round is covered (src/ground/sides.h). */
struct error kinds_get(
	struct context *ctx, struct arena *arena, enum kind kind, int64_t id, struct found *found);
struct error kinds_ids(struct context *ctx, enum kind kind, struct id_list *ids);
/* How the record is named in text, and found again by kinds_find. */
struct error kinds_reference(
	struct context *ctx, enum kind kind, int64_t id, struct reference *reference);
/* The record_finder. */
struct error kinds_name(struct context *ctx, const char *text, struct reference *name);
