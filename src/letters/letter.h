/* SPDX-License-Identifier: MIT
 * Letters as they stand: shown, corrected by hand, given up. Making them: src/letters/make.h,
 * clearing them: src/letters/reading.h. */
#pragma once

#include "db/store/letter.h"
#include "src/ground/act.h"

struct documents;
struct document_kind;

struct error letter_get(
	struct context *ctx, struct arena *arena, int64_t id, struct letter *letter);
struct error letter_find(struct context *ctx, const char *code, int64_t *id);
struct error letter_ids(
	struct context *ctx, const struct letter_filter *filter, struct id_list *ids);
struct error letter_counts(struct context *ctx, struct letter_counts *counts);

/* Can what it says, and to whom, still be corrected? E_RULE. */
struct error letter_may_change(const struct letter *letter);
/* What was typed over what was made, of one that has not gone out; it has to be read and cleared
 * again. E_RULE and *field (may be NULL) for a field that letters do not have, or that has no
 * value; E_STALE. */
struct error letter_edit(
	struct context *ctx, struct arena *arena, const struct letter *letter, const char **field);

/* Does it say anything in that language? */
bool letter_is_in(const struct letter *letter, const char *lang);
/* In that language; "" where it has none. */
const char *letter_subject(const struct letter *letter, const char *lang);
const char *letter_body(const struct letter *letter, const char *lang);
/* Its subject in the language that comes first; of a letter in two both, "fi / sv". Into the arena.
 */
const char *letter_subjects(struct arena *arena, const struct letter *letter);
/* The languages it is in, the leading one first; how many there are. */
size_t letter_languages(const struct letter *letter, const char *langs[2]);

/* As it will look: one document a language, the leading one first. All in the arena. */
struct error letter_documents(struct context *ctx, struct arena *arena, const struct letter *letter,
	struct documents *out);
/* The same for paper: whom it goes to stands where the window of the envelope is. */
struct error letter_pages(struct context *ctx, struct arena *arena, const struct letter *letter,
	struct documents *out);
extern const struct document_kind letter_document_kind;

/* Giving one up that has not gone out, as both ends offer it. */
extern const struct act letter_removal;
