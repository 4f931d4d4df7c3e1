/* SPDX-License-Identifier: MIT
 * Eligibility: three to eight questions a kind of submission, in the office's own words in Finnish
 * and Swedish, and what was judged of each submission: yes, no, or that it is to be asked for. With
 * fewer nobody is judged: a question that is added later would not have been asked of all. Nothing
 * follows by itself: a no is a ground to exclude it (SUBMISSION_EXCLUDE), what is to be asked for a
 * line of a request for completion. All are judged by the same questions, so they are fixed once
 * the phase has been decided. */
#pragma once

#include "db/store/eligibility.h"
#include "src/ground/context.h"

/* Takes the lowest free number of its kind. E_RULE if there are eight, or the phase is decided. */
struct error eligibility_question_add(
	struct context *ctx, const struct eligibility_question *question, int64_t *id);
/* The words alone; E_STALE. */
struct error eligibility_question_update(
	struct context *ctx, const struct eligibility_question *question);
/* E_RULE if anything has been judged by it, or the phase is decided. */
struct error eligibility_question_remove(struct context *ctx, int64_t id);
struct error eligibility_question_get(struct context *ctx, struct arena *arena, int64_t id,
	struct eligibility_question *question);
/* E_NOT_FOUND (field "eligibility_question"). */
struct error eligibility_question_find(
	struct context *ctx, const char *kind, int64_t number, int64_t *id);
/* `kind` NULL: of all. */
struct error eligibility_question_ids(struct context *ctx, const char *kind, struct id_list *ids);
/* Why nobody is judged by so few questions (N_), or NULL. */
const char *eligibility_too_few(const struct eligibility_tally *tally);
/* Why the questions of that kind cannot change (N_), or NULL. */
const char *eligibility_fixed(struct context *ctx, const char *kind);

/* What was judged of a submission by the question of that number: `outcome` a code of
 * WORDS_ELIGIBILITY, or "" to take it back. E_RULE of what has been decided on or is out, and
 * while there are fewer than three questions. */
struct error eligibility_set(struct context *ctx, int64_t submission_id, int64_t number,
	const char *outcome, const char *note);
/* Every question of its kind, with what was judged. */
struct error eligibility_lines(struct context *ctx, struct arena *arena, int64_t submission_id,
	struct eligibility_lines *lines);
struct error eligibility_tally(
	struct context *ctx, int64_t submission_id, struct eligibility_tally *tally);
/* "3/5", "!" behind it with a no among them, "?" with something to be asked for; "" without
 * questions. */
const char *eligibility_count(struct context *ctx, struct arena *arena, int64_t submission_id);
/* "rules 3/5 !", for the column of a list that has nothing better to say; "" as above. */
const char *eligibility_brief(struct context *ctx, struct arena *arena, int64_t submission_id);
/* The question in that language, Finnish where it has none; NULL: in the one in use. */
const char *eligibility_words(const struct eligibility_line *line, const char *lang);
/* The questions judged so, a line each with its note, in the language `lang` (NULL: in use); "" for
 * none. */
struct error eligibility_named(struct context *ctx, struct arena *arena, int64_t submission_id,
	enum eligibility_outcome outcome, const char *lang, const char **lines);
