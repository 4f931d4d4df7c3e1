/* SPDX-License-Identifier: MIT
 * All acts by the kind of record that they are done to, for command line, screens and log. What is
 * done to no one record of a kind stays a verb and a command of its own. */
#pragma once

#include "src/ground/act.h"
#include "src/ground/kind.h"

/* The i-th act on records of that kind; NULL behind the last. */
const struct act *acts_of(enum kind kind, size_t i);
/* By the verb of the command line; NULL if there is none. */
const struct act *acts_named(enum kind kind, const char *verb);
/* A kind that it is an act on, the first if there are several. */
enum kind acts_kind(const struct act *act);
/* The log's sentence (N_) for that verb of the log; NULL if it is no act's. */
const char *acts_told(const char *log);
/* The record as people name it after the noun: a code, a key, a number, a team's name. */
struct error acts_find(struct context *ctx, enum kind kind, const char *text, int64_t *id);
/* What that record is called, "P-012"; into the arena, "" if it cannot be read. */
const char *acts_name(struct context *ctx, struct arena *arena, enum kind kind, int64_t id);
/* What people put behind the noun, for the help: "CODE". */
const char *acts_operand(enum kind kind);
