/* SPDX-License-Identifier: MIT
 * What a juror's screens read of a round and how they word it: the list, the number of what is
 * left, and what stands in the way. */
#pragma once

#include "ui/jury/jury.h"
#include "ui/toolkit/page.h"

struct jury_sight {
	struct arena arena;
	struct juror_round round;
	struct juror_items items; /* none where they may not be seen */
	struct juror_recusals bars;
	enum juror_stop stop;
	const char *ended; /* the account may no longer act, in words (N_); NULL: it may */
};

/* Reads it anew; an error leaves what was there. */
struct error jury_look(struct context *ctx, int64_t round_id, struct jury_sight *sight);
/* May the submissions be seen? */
bool jury_is_shown(const struct jury_sight *sight);
/* Submitted ones, and all that are to be reviewed. */
void jury_count(const struct juror_items *items, int64_t *done, int64_t *all);
/* Of what the office submitted on their behalf. */
size_t jury_unconfirmed(const struct juror_items *items);
/* Drafts that lack nothing but being submitted. */
size_t jury_complete(const struct jury_sight *sight);

/* From the first time that codes and titles are shown, names are out of reach: writes it down, and
 * says whether it is written. */
bool jury_note_seen(struct context *ctx, const struct jury_sight *sight);
/* What stands in the way, and whom to call. */
void jury_fill_why(const struct jury_sight *sight, const struct context *ctx, struct page *page);
/* Withdraws the conflict that bars the round, as jury_withdraw does. */
struct error jury_withdraw_conflict(struct context *ctx, const struct jury_sight *sight);
/* Asks whether the conflict that bars the round was a mistake, and withdraws it. True if it is to
 * be declared anew. */
bool jury_withdraw(struct ui *ui, const struct jury_sight *sight);

/* Why a submission is not reviewed. A conflict one declared oneself can be withdrawn, until the
 * panel has decided on it. */
void jury_open_recused(struct ui *ui, const struct juror_item *item);
/* Declared by oneself, and nobody has decided on it. */
bool jury_is_own_recusal(const struct juror_item *item);
/* What the office entered, as it is now; n of them, into the arena. */
struct juror_seen *jury_seen(struct arena *arena, const struct juror_items *items, size_t *n);
/* Asks, and submits all that is complete; confirms all that the office entered. */
void jury_submit_all(struct ui *ui, const struct jury_sight *sight);
void jury_confirm(struct ui *ui, const struct jury_sight *sight);

/* Cells, into the arena. */
const char *jury_state(struct arena *arena, const struct juror_item *item, size_t criteria);
/* The same in words alone. */
const char *jury_state_words(const struct juror_item *item, size_t criteria);
const char *jury_score(struct arena *arena, int64_t score);
/* Of the widest state in the language in use. */
int jury_state_width(void);
/* To one decimal; "" while a score is missing. */
const char *jury_mean(struct arena *arena, const struct criteria *criteria, const int64_t *scores);

enum { JURY_HEAD = 24, JURY_ABBREVIATION = 4 };
/* The first letters of a name: what fits over a score. */
void jury_abbreviate(const char *name, char out[JURY_HEAD]);
