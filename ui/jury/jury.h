/* SPDX-License-Identifier: MIT
 * The juror's screens: the rounds one sits in, the declaration by name, the list, the review, the
 * text. Nothing here shows, marks or waits for what others do. */
#pragma once

#include "src/judging/juror.h"
#include "ui/jury/grounds.h"
#include "ui/toolkit/ui.h"

struct page;

extern const struct ui_places jury_places;
/* What the screens are and do, for the manual page. */
extern const struct screen_ops jury_rounds_ops, jury_declare_ops, jury_list_ops, jury_review_ops,
	jury_reader_ops, jury_statement_ops;

/* The list of a round's submissions, or why there is none and whom to call. */
struct screen *jury_list_new(struct ui *ui, int64_t round_id);
struct screen *jury_declare_new(struct ui *ui, int64_t round_id);
/* `place` (may be NULL): where in it one was. */
struct screen *jury_review_new(
	struct ui *ui, int64_t assignment_id, const struct juror_place *place);
/* The whole text on the whole screen. `share` (may be NULL): how far down it one is
 * (textview_share), of the screen below. */
struct screen *jury_reader_new(struct ui *ui, const struct juror_item *item, int *share);

/* One's own receipts, and when one was here. */
struct error jury_fill_receipts(struct context *ctx, struct page *page);
void jury_open_receipts(struct ui *ui, struct screen *screen);

/* The whole frozen statement, and one's signature. */
struct screen *jury_statement_new(struct ui *ui, int64_t statement_id);
/* Its text in the language in use, or the first in which it was frozen. */
struct error jury_statement_text(
	struct arena *arena, const struct juror_statement *statement, struct buffer *out);
/* The statement of the round that waits for one's signature; the newest one at all. 0: none. */
int64_t jury_statement_waits(struct context *ctx, int64_t round_id);
int64_t jury_statement_newest(struct context *ctx, int64_t round_id);

/* What is next in the round: the declaration, the statement to be signed, or the list. */
void jury_open_round(struct ui *ui, int64_t round_id);

/* "Challenge C-2, solutions", "Problems". Into the arena. */
const char *jury_round_name(struct arena *arena, const struct juror_round *round);
/* What is next there, in a word or two. */
const char *jury_next_words(const struct juror_round *round);
/* Who applied, in the language in use; "" in a blind round. */
const char *jury_applicant(const struct juror_paper *paper);
/* The text, and below it the attachments. */
const char *jury_text(struct arena *arena, const struct juror_item *item);
/* "Call: Aino Malli, 050 123 4567"; "" if nobody is known. */
const char *jury_contact(struct arena *arena, const struct context *ctx);
/* The error in words that tell nothing of others. */
void jury_words(struct error e, char *out, size_t size);
void jury_complain(struct ui *ui, struct error e);
bool jury_report(struct ui *ui, struct error e, const char *done);
/* What stands in the way, and whom to call, in a box. */
void jury_tell(struct ui *ui, const char *title, const char *words);
/* A write was refused: why, and whom to call, in a box. */
void jury_tell_refused(struct ui *ui, struct error e);
