/* SPDX-License-Identifier: MIT
 * The reason of each entrant: the facts that decided this one, and where they were compared, its
 * points (Administrative Procedure Act 434/2003, 45 §; procurement act 1397/2016, 123 §). What the
 * figures say is composed, in whole sentences of each language; the words of the jury follow them,
 * from its signed statement. What somebody edited is not composed anew unless they ask for it. */
#pragma once

#include "db/store/content.h"
#include "src/judging/decision.h"
#include "src/judging/ranking.h"

struct entrant_reason {
	struct decision_item item;
	const struct ranked *ranked;         /* NULL: it is not in the ranking */
	const char *states[LANGUAGE_EN + 1]; /* of WORDS_REASON_STATE, by enum language */
};

struct entrant_reasons {
	struct entrant_reason *rows; /* in the order of the ranking */
	size_t n;
	enum language language; /* of the decision */
};

/* Of everything that has not gone. */
struct error reasons_list(
	struct context *ctx, struct arena *arena, int64_t id, struct entrant_reasons *reasons);

struct composed {
	int64_t composed;  /* entrants that got another text in some language */
	int64_t kept;      /* that somebody had edited in some language, which was left alone */
	int64_t undecided; /* that have no outcome yet */
};
/* Composes the reasons of those items of a draft, or of all (n 0), in Finnish and Swedish, and in
 * English where the decision or the jury has that. `edited`: what becomes of edited ones. A
 * language in which the jury's words are missing although they are there in another is left out:
 * nobody is given half the reasons. */
struct error reasons_compose(struct context *ctx, int64_t id, const int64_t *item_ids, size_t n,
	enum edited_reason edited, struct composed *composed);

/* Reasons that several have word for word, in the decision's language. */
struct same_reason {
	const char *text, *codes; /* "P-001, P-004" */
	int64_t n;
};
struct same_reasons {
	struct same_reason *rows;
	size_t n;
	int64_t entrants; /* that share theirs with another, in all */
	bool confirmed;   /* for exactly these reasons, or there is none */
	char hash[65];    /* of them and of whom they are */
};
struct error reasons_same(
	struct context *ctx, struct arena *arena, int64_t id, struct same_reasons *same);
/* One and the same reason is meant for so many. E_RULE if it is for another number. */
struct error reasons_confirm_same(struct context *ctx, int64_t id, int64_t n);
/* Those with an outcome and no reason in that language, by code: "P-001, P-004"; "" for none. */
struct error reasons_missing(
	struct context *ctx, struct arena *arena, int64_t id, const char *lang, const char **codes);
