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
/* The record_finder. */
struct error kinds_name(struct context *ctx, const char *text, struct reference *name);
/* The kind of a row of a table that is a record's own: a submission's and a decision's depend on
 * the row. KIND_NONE for what has no name in text. */
enum kind kinds_of_row(struct context *ctx, const char *table, int64_t id);
/* In one line: "T-1 Sinilevä", "Kouvola". */
const char *kinds_line(struct arena *arena, const struct found *found);
