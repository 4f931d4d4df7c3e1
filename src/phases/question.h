/* SPDX-License-Identifier: MIT
 * Questions from applicants and teams, and their answers, published to all alike: who enters a
 * design contest is told what the others are told (directive 2014/24/EU, article 18). A published
 * text never changes; what is missing in the other language may be added to it. */
#pragma once

#include "db/store/question.h"
#include "src/ground/act.h"

/* Text in one language at least; `asked` 0 is now; an answer may come with it. */
struct error question_add(struct context *ctx, const struct question *question, int64_t *id);
/* E_STALE; E_RULE if a published text would change. `asked` 0: as it is. */
struct error question_update(struct context *ctx, const struct question *question);
/* E_RULE without an answer in a language in which the question is too, and if it is published. */
struct error question_publish(struct context *ctx, int64_t id);
struct error question_get(
	struct context *ctx, struct arena *arena, int64_t id, struct question *question);
struct error question_find(struct context *ctx, const char *code, int64_t *id);
struct error question_ids(struct context *ctx, enum question_sort sort,
	const struct question_filter *filter, struct id_list *ids);
/* What all are told alike, without who asked: published at `since` or later (0: ever), of a
 * challenge with those common to all (0: all). What the letter to all is made of. */
struct error questions_published(struct context *ctx, struct arena *arena, int64_t since,
	int64_t challenge_id, struct published_questions *questions);
struct error question_counts(struct context *ctx, struct question_counts *counts);

/* Why not now (N_), or NULL. */
const char *question_edit_blocked(const struct question *question);
/* "fi" or "sv", where the question or its answer is not in both; NULL if nothing is missing. */
const char *question_missing(const struct question *question);
/* A code of WORDS_QUESTION_STATE. */
const char *question_state(const struct question *question);
/* In the language in use, or the other. */
const char *question_text(const struct question *question);

/* Publishing, as both ends offer it. */
extern const struct act question_publication;
