/* SPDX-License-Identifier: MIT
 * What the competition is called, and what kind of organizer it has. */
#pragma once

#include "db/store/meta.h"
#include "src/ground/context.h"

struct error competition_get(
	struct context *ctx, struct arena *arena, struct competition *competition);
struct error competition_rename(struct context *ctx, const struct competition *competition);
/* Marks the file, a copy that whoever has it open made, as one to try things in: from now on
 * nothing is sent from it. It is called by the names given, of which the rehearsal must be told.
 * Asks for no right. */
struct error competition_make_rehearsal(struct context *ctx, const struct competition *names);
/* Which law binds: a public authority acts by the law's own rules, an association or a company by
 * the same rules as it has chosen them; notices of personal data name their legal basis by it
 * (GDPR, article 6(1), last sentence). Right: profile. E_INVALID, E_REQUIRED without a reason;
 * E_RULE once a decision is approved, and where nothing would change. */
struct error competition_set_profile(struct context *ctx, const char *profile, const char *reason);
/* How it came to be the kind it is, the first change first. Right: read. */
struct error competition_profile_acts(
	struct context *ctx, struct arena *arena, struct profile_acts *acts);
/* In the language in use. */
const char *competition_name(const struct competition *competition);
