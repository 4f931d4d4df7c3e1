/* SPDX-License-Identifier: MIT
 * An application brings its team with it: both are recorded at once. */
#pragma once

#include "src/phases/submission.h"
#include "src/phases/team.h"

struct application_input {
	struct team team; /* id 0: a new one, by name, kind and challenge */
	const struct member_input *members;
	size_t n;
	struct submission submission; /* an empty title becomes the team's name */
};

struct error application_add(
	struct context *ctx, const struct application_input *input, int64_t *id);

/* The two halves of application_add, for a caller that has a transaction: texts and team as they
 * must be, and the records with their code. */
struct error application_clean(
	struct context *ctx, struct arena *arena, struct application_input *input);
struct error application_insert(struct context *ctx, struct arena *arena,
	struct application_input *cleaned, char code[16], int64_t *id);

/* What a team's state follows when its application is withdrawn, excluded or restored; in the
 * caller's transaction. */
struct error application_moved(struct context *ctx, struct arena *arena,
	const struct submission *application, const char *state, const char *reason);
/* Takes the challenge from the team; only a team that was taken on hands in a solution. */
struct error application_fit(
	struct context *ctx, struct arena *arena, struct submission *submission);
