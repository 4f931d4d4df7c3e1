/* SPDX-License-Identifier: MIT
 * A blind round: jurors read masked texts under random codes, and the office's screens show the
 * codes too until the names are opened after the statement. Only the custodian of the codes sees
 * both (directive 2014/24/EU, article 82: anonymity until the jury has concluded). */
#pragma once

#include "db/store/round.h"
#include "db/store/custody.h"
#include "src/ground/context.h"

/* Where a blind round stands. Preparing, masking, releasing and opening the names are its
 * custodian's (src/judging/custody.h). */
enum blind_stage { BLIND_NOT, BLIND_MASKING, BLIND_RELEASED, BLIND_OPENED };
struct error blind_stage(struct context *ctx, int64_t round_id, enum blind_stage *stage);
/* Has that act ("release", "open") of the round been done? */
struct error blind_happened(struct context *ctx, int64_t round_id, const char *act, bool *yes);
/* Are the names of this round's items to be hidden from the acting person's screens? */
bool blind_hides(struct context *ctx, int64_t round_id);

/* Copies the submissions that take part to where the custodian masks them, leaving what is there
 * already; those that no longer take part go. Until the release. */
struct error blind_prepare(struct context *ctx, int64_t round_id);
/* The masked text; until the release. */
struct error blind_mask(struct context *ctx, int64_t item_id, const char *title, const char *body);

/* One place that may give the team away. */
struct finding {
	int64_t item_id;
	const char *code; /* the submission's */
	const char
		*kind;          /* team, member, organization, municipality, email, link, phone,
				 * business_id,       personal_id; unsearched: an attachment nothing was
				 * looked       for in; unseen: one with an author, a picture or
				 * pages without text; in what       goes to a sender juror, person, score */
	const char *text;       /* as it stands in the text */
	const char *file;       /* the attachment it is about; "": none */
	bool in_title, in_name; /* in_name: in what that file was called when it came */
	size_t start, length;   /* bytes */
};

struct findings {
	struct finding *rows;
	size_t n;
	size_t open; /* of what reaches the jury: not the names of files, which are replaced */
};

/* "Maija (juror)", in the language in use. Into the arena. */
const char *finding_words(struct arena *arena, const struct finding *finding);

/* Of one item, or with 0 of the whole round: texts, and attachments as far as they are plain text.
 * A hint, never a proof: a person reads the texts. */
struct error blind_check(struct context *ctx, struct arena *arena, int64_t round_id,
	int64_t item_id, struct findings *findings);

/* Gives the codes, in an order of chance, and signs the release. `reason` is what the custodian
 * leaves in the texts though it was found; needed when something is. E_REASON then. */
struct error blind_release(struct context *ctx, int64_t round_id, const char *reason);

/* What has happened on the senders' side since the release and waits for its custodian to carry it
 * over: until then nothing changes for the jury. Only for who holds the codes; nothing for others.
 */
struct error blind_to_carry(
	struct context *ctx, struct arena *arena, int64_t round_id, struct carries *carries);
/* Carries over what waits of the submission of that code, by either code: what was withdrawn or
 * found ineligible leaves the round, what was restored is in it again, attachments are given or
 * taken; of a new version and of what was admitted the jury gets `title` and `body`, masked (NULL:
 * a new version is put aside, the jury keeps its text). Always with a reason. */
struct error blind_carry(struct context *ctx, int64_t round_id, const char *code, const char *title,
	const char *body, const char *reason);
/* Inside a transaction: a code of chance for an item that has none. */
struct error blind_give_code(
	struct context *ctx, struct arena *arena, int64_t item_id, int64_t position);

/* For the opening of a round, in its transaction: E_RULE unless all that takes part is released.
 * Who has withdrawn since is left out. */
struct error blind_ready(struct context *ctx, const struct round *round);
