/* SPDX-License-Identifier: MIT
 * The jury's dialogue with who entered a blind round (directive 2014/24/EU, article 82(5) and (6):
 * questions are answered under the cover of the code, and the dialogue is minuted). The question
 * goes to a code; the round's custodian hands it on and brings the answer back, masked. The jury
 * never learns whose it is, the entrant never who asked. */
#pragma once

#include "db/store/dialogue.h"
#include "src/ground/context.h"
#include "src/judging/blind.h"

/* Records what the jury asks of an item of a blind round, between the release of its texts and the
 * opening of the names; `member_id` 0: the jury as a whole. E_RULE at another time; E_NOT_FOUND
 * (field "juror") for who is not on the panel. */
struct error dialogue_ask(struct context *ctx, int64_t round_id, int64_t item_id, int64_t member_id,
	const char *text, int64_t *id);
/* May anything be asked by code in the round now? E_RULE says why not. */
struct error dialogue_may_ask(struct context *ctx, int64_t round_id);
/* The custodian has handed it on, in these words (NULL: as it was asked). E_RULE if they name a
 * juror or a member of a team, and once it has been handed on. */
struct error dialogue_pass(struct context *ctx, int64_t id, const char *text);
/* What came, and the same masked for the jury (NULL: there is nothing to mask). E_REASON while that
 * has what may give the team away and nobody says why it may stay; E_RULE before it was handed on,
 * and a second time: it does not change any more. */
struct error dialogue_answer(struct context *ctx, int64_t id, const char *received,
	const char *masked, const char *reason);
/* What in that text may give the entrant away; only for who holds the codes. */
struct error dialogue_check(struct context *ctx, struct arena *arena, int64_t id, const char *text,
	struct findings *findings);

/* Without the sender's side for whom the round keeps it apart from. */
struct error dialogue_get(
	struct context *ctx, struct arena *arena, int64_t id, struct dialogue *dialogue);
/* By its number in the round. E_NOT_FOUND (field "dialogue"). */
struct error dialogue_find(struct context *ctx, int64_t round_id, int64_t number, int64_t *id);
/* In their order; of an item or (0) all of the round, 0: of every round. */
struct error dialogue_ids(
	struct context *ctx, int64_t round_id, int64_t item_id, struct id_list *ids);
/* About that submission: none while its round keeps the sides apart for who asks. */
struct error dialogue_of_submission(
	struct context *ctx, int64_t submission_id, struct id_list *ids);
/* Those that are not answered. */
struct error dialogue_open(struct context *ctx, struct id_list *ids);
/* A code of WORDS_DIALOGUE_STATE. */
const char *dialogue_state(const struct dialogue *dialogue);
/* "K-QDJ/1": how it is told in a list. Into the arena. */
const char *dialogue_code(struct arena *arena, const struct dialogue *dialogue);
/* Why it cannot be handed on or answered now (N_), or NULL. */
const char *dialogue_pass_blocked(const struct dialogue *dialogue);
const char *dialogue_answer_blocked(const struct dialogue *dialogue);
