/* SPDX-License-Identifier: MIT
 * The declaration: what was read of names and marked among them, and its words; for its screen and
 * for the mode without one. */
#pragma once

#include "ui/jury/jury.h"
#include "ui/toolkit/cursor.h"

struct declare {
	struct screen base;
	int64_t round_id;
	struct arena arena;
	struct juror_round round;
	struct juror_applicants applicants;
	struct interest {
		int64_t ground; /* 0: none */
		char *reason;
	} * interests;
	struct cursor cursor;
	bool read;
	size_t sent_conflicts;
	int64_t sent; /* when; 0: not yet */
};

struct declare *declare_of(const struct screen *screen);
/* The round and whom one declares about, with nothing marked. */
struct error declare_read(struct declare *self, struct context *ctx);
/* Declares what is marked; the names are forgotten then. */
struct error declare_send(struct declare *self, struct context *ctx);
/* Frees what is marked; the arena is its owner's. */
void declare_forget(struct declare *self);
size_t declare_marked(const struct declare *self);

/* In words, into the arena where there is one: the question over the list, and why it is asked; who
 * is in a team; the ground marked of the i-th; what is asked before it is sent, and said after. */
const char *declare_question(const struct declare *self);
const char *declare_explanation(const struct declare *self);
const char *declare_members(struct arena *arena, const struct juror_applicant *a);
const char *declare_ground(const struct declare *self, struct arena *arena, size_t i);
const char *declare_words(const struct declare *self, struct arena *arena);
const char *declare_sent(const struct declare *self, struct arena *arena);
/* What a tie bars from, in words. */
const char *declare_consequence(const struct declare *self);
void declare_paint(const struct screen *screen, const struct canvas *body);
