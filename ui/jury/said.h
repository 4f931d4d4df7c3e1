/* SPDX-License-Identifier: MIT
 * What is asked and told of a juror's acts, in the same words on the screens and without them. */
#pragma once

#include "src/base/i18n.h"
#include "src/judging/juror.h"

#define JURY_SIGN_QUESTION \
	N_("Sign the statement? You say with it that this text, with its order, reasons and " \
	   "dissents, is what the jury concluded. It cannot be taken back.")
#define JURY_SIGNED N_("Signed. Thank you: nothing more waits for you in this statement.")
#define JURY_BACK_QUESTION \
	N_("Take the submitted review back? It becomes a draft; its history stays.")
#define JURY_BACK_DONE N_("Taken back. It does not count before you submit it again.")
#define JURY_RECOGNIZE_HINT \
	N_("It goes to the chair and into the minutes; you review on. What gave the team " \
	   "away? Do not write its name. It may be left empty; Enter sends it.")
#define JURY_RECOGNIZED N_("Noted for the chair and the minutes.")
#define JURY_UNRECOGNIZE_QUESTION N_("You noted that you recognized the team. Was it a mistake?")
#define JURY_UNABSTAIN_QUESTION N_("You have abstained from this submission. Review it after all?")
#define JURY_ASKED N_("Sent to the custodian of the codes.")
#define JURY_REASON_HINT N_("What is the special reason? In a few words, for the panel.")

/* Into the arena where there is one. */
const char *jury_submit_question(
	struct arena *arena, const struct juror_round *round, const char *code, int64_t now);
const char *jury_submit_all_question(struct arena *arena, size_t n);
const char *jury_submitted_all(struct arena *arena, size_t n);
const char *jury_recuse_question(
	struct arena *arena, const struct juror_round *round, const char *code, int64_t ground);
/* What abstaining does, and the question why. */
const char *jury_abstain_hint(const struct juror_round *round);
/* "1. question", below it the answer or how far it is. */
const char *jury_dialogue_words(struct arena *arena, const struct juror_dialogues *all);
/* What the scale takes: "Scores go from 0 to 10."; `whole`: that it takes whole points alone. */
const char *jury_range_words(struct arena *arena, const struct criterion *c, bool whole);
/* "Weighted mean: 7,4"; "" while a score is missing. */
const char *jury_mean_words(
	struct arena *arena, const struct criteria *criteria, const int64_t *scores);
/* A criterion's share of the weights: "40 %"; "" where there is one alone. */
const char *jury_weight_words(struct arena *arena, const struct criteria *criteria, size_t c);
/* "K-7QF Title", "P-001 Akaa, Title"; of what one may not see, its code and whose it is. */
const char *jury_paper_words(struct arena *arena, const struct juror_paper *paper);
/* "K-7QF. Impact: 8, Innovation: –. Weighted mean: 7,4" */
const char *jury_scores_words(
	struct arena *arena, const struct criteria *criteria, const struct juror_item *item);
/* What leaving leaves behind; "" for nothing. */
const char *jury_left_words(struct context *ctx, struct arena *arena);
