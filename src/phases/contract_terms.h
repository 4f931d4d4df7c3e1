/* SPDX-License-Identifier: MIT
 * Who a contract is made with, who signs it, in which parts its price is paid, and what a change of
 * it comes to. A team is no legal person: the party is an organization with a business ID, or the
 * persons themselves. For contract.c and for who asks before it is made. */
#pragma once

#include "db/store/contract_part.h"
#include "src/phases/contract.h"

/* The organization that a text names as party: by name or business ID. E_RULE where it names the
 * team itself, E_NOT_FOUND (field "organization"). "" gives 0. */
struct error contract_party_find(
	struct context *ctx, int64_t team_id, const char *text, int64_t *organization_id);
/* Settles the party: where nothing is said, a change's is the first contract's and any other's the
 * organization behind the team. E_RULE without one, with both, or with one that has no business ID
 * that holds. */
struct error contract_party_settle(struct context *ctx, struct arena *arena, struct contract *c);
/* The organization with its business ID, or the persons; into the arena. */
const char *contract_party(struct arena *arena, const struct contract *c);

/* Checks the lines of milestones: "13.2.2020; 60 000; what for". E_HELD names the line that is
 * none, E_RULE if they do not add up to the price. No line at all is right: the price is one. */
struct error contract_milestones_check(struct arena *arena, const struct contract *c);
/* Inside the transaction: what stands in lines becomes rows, in the place of those that are there.
 */
struct error contract_persons_put(
	struct context *ctx, struct arena *arena, const struct contract *c);
struct error contract_lines_put(struct context *ctx, struct arena *arena, const struct contract *c);
struct error contract_milestones(struct context *ctx, struct arena *arena, int64_t id,
	struct contract_milestones *milestones);

/* Is it a change of a contract in force with the same team, that is none itself? */
struct error contract_change_check(
	struct context *ctx, struct arena *arena, const struct contract *c);

/* What a contract and its changes come to (procurement act 1397/2016, 136 §): the first one's price
 * and that with the changes, each beside the thresholds of the contest's day. */
struct contract_change {
	int64_t first, together; /* cents without VAT */
	int64_t percent;         /* that the changes are of the first, rounded up */
	struct {
		const char *kind; /* "national", "eu" */
		int64_t limit;
		bool first, together; /* at least the limit */
	} rows[2];
	size_t n;
};

/* Of the first contract of that one; E_OK with n 0 where no threshold is known. */
struct error contract_change_get(struct context *ctx, struct arena *arena, const struct contract *c,
	struct contract_change *change);
/* Sentences, in the language in use; "" where nothing has been changed; into the arena. */
const char *contract_change_words(struct arena *arena, const struct contract_change *change);
/* The other winner that nobody has begun to negotiate with, as a sentence; "" if all have been
 * invited (directive 2014/24/EU, article 32(4)); into the arena. */
struct error contract_uninvited(
	struct context *ctx, struct arena *arena, int64_t team_id, const char **sentence);
