/* SPDX-License-Identifier: MIT
 * What a decision says beside its outcomes: whose it is, on what ground, who prepared it and who
 * tells more, its value, notices, provisions and what follows (Administrative Procedure Act
 * 434/2003, 44 and 45 §; procurement act 1397/2016, 123 §). It is a draft's until the approval, and
 * is frozen with it. A statement has none of it: E_NOT_FOUND (field "decision"). */
#pragma once

#include "db/store/content.h"
#include "src/judging/decision.h"

enum { CONTENTS_HASH_SIZE = 65, LACKS_MAX = 12 };

struct error contents_get(
	struct context *ctx, struct arena *arena, int64_t id, struct decision_content *content);
/* All fields of a draft, by content->decision_id. E_STALE, E_RULE of what is no draft. */
struct error contents_update(struct context *ctx, const struct decision_content *content);
/* A row for every part, in their order; "" where nothing is written. */
struct error contents_texts(
	struct context *ctx, struct arena *arena, int64_t id, struct decision_texts *texts);
/* The part of a draft in every language. */
struct error contents_set_text(struct context *ctx, int64_t id, const struct decision_text *text);
/* In that language alone; "" where it is missing. */
const char *contents_text_in(const struct decision_text *text, const char *lang);
/* The reason of an outcome in that language alone. */
const char *contents_reason_in(const struct decision_item *item, const char *lang);

/* What it must say and does not, a sentence (N_) each. Of the choice of teams and of solutions;
 * problems are no candidates, and nothing is asked of a decision on them. Binding for an
 * authority: another organizer follows the same rules by choice. */
struct lacks {
	const char *lines[LACKS_MAX];
	size_t n;
	bool binding;
};
struct error contents_lacks(
	struct context *ctx, struct arena *arena, const struct decision *d, struct lacks *lacks);

/* Inside a transaction of decision.c. A new one begins with what the one that it corrects says, or
 * else the newest on submissions of the same kind. A statement has none, here and below. */
struct error contents_begin(struct context *ctx, int64_t id, const struct decision *d);
/* Its hash is kept with it. */
struct error contents_freeze(struct context *ctx, struct arena *arena, const struct decision *d);
/* SHA-256 of a text, as hex. */
void contents_hash_text(const struct buffer *text, char hash[CONTENTS_HASH_SIZE]);
/* SHA-256, as hex, of everything that it says: fields, texts, outcomes and reasons. */
struct error contents_hash(struct context *ctx, struct arena *arena, const struct decision *d,
	char hash[CONTENTS_HASH_SIZE]);
