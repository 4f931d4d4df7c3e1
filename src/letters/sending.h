/* SPDX-License-Identifier: MIT
 * Letters on their way out, by sendmail. Before the program is started it is on disk that a letter
 * is being sent and under which Message-ID; after it, in one transaction, that it was, and the
 * service of the decision that it brings. What is found half-way later is uncertain: shown, and
 * never sent again but by a person who has looked. */
#pragma once

#include "db/store/letter.h"
#include "src/ground/context.h"

struct sending_result {
	size_t sent, failed, unknown;
	const char *stopped_at; /* code of the letter in whose way the error stood; NULL */
};

/* Cleared letters, which can go now: those by e-mail, or those on paper and by any other way.
 * Right: letter. */
struct error letters_cleared(struct context *ctx, bool by_mail, struct id_list *ids);
/* One after the other; each is sent, failed or unknown when it returns, or was not begun. `again`
 * also takes those that failed, or of which it is unknown whether they went: a person has looked.
 * E_RULE if nothing may be sent (src/letters/sender.h), if a letter of these is not to be sent or
 * somebody else is just sending; E_INTERRUPTED between two letters. What was sent before an error
 * stays sent, and *result counts it. After three refusals in a row nothing more is tried: E_RULE.
 */
struct error letters_send(struct context *ctx, struct arena *arena, const int64_t *ids, size_t n,
	bool again, struct sending_result *result);
/* Of what was being sent when its Klash ended, nobody knows whether it went: it is unknown from now
 * on. Nothing where somebody is sending, or where the file or the one who acts may not write. */
struct error letters_look_after(struct context *ctx);

/* Does the letter serve a decision on whom it is about (Administrative Procedure Act 434/2003, 59
 * §; Act on Public Procurement 1397/2016, 127 §)? */
bool letter_serves(const struct letter *letter);
/* Within the transaction that the letter has gone: serves the decision that it brings, unless it
 * was served by another way before. */
struct error letter_serve(
	struct context *ctx, const struct letter *letter, const char *channel, int64_t day);
