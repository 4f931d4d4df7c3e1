/* SPDX-License-Identifier: MIT
 * What is wrong with a row of a file, or has to be decided about it. */
#include "src/base/i18n.h"
#include "src/base/words.h"

const struct word reason_words[] = {
	{ "utf8", N_("the bytes are not valid in the file's character set") },
	{ "nul", N_("contains a NUL character") },
	{ "control", N_("contains control characters") },
	{ "bidi", N_("contains characters that reverse the direction of text") },
	{ "invisible", N_("contains invisible characters") },
	{ "marks", N_("too many combining marks on one letter") },
	{ "too_long", N_("too long") },
	{ "required", N_("is missing") },
	{ "municipality_unknown", N_("no municipality has this name") },
	{ "municipality_ended", N_("was no longer a municipality when this arrived") },
	{ "municipality_uncertain", N_("which municipality is meant?") },
	{ "probable_duplicate", N_("nearly the same as one that is already here") },
	{ "new_version", N_("same applicant and title as one that is already here, other text") },
	{ "team_version", N_("the team has already sent another one") },
	{ "other_members", N_("the same as one that is already here, but with other members") },
	{ "challenge_unknown", N_("no challenge has this code or title") },
	{ "team_unknown", N_("no team, or more than one, has this code or name") },
	{ "team_not_selected", N_("only a team that was selected hands in a solution") },
	{ "kind", N_("is not a kind of team") },
	{ "organization_several", N_("several organizations have this name: use the business ID") },
	{ "members", N_("another number of members than was planned") },
	{ "too_many", N_("too many") },
	{ "email", N_("is not an e-mail address") },
	{ "date", N_("is not a possible date and time") },
	{ "columns", N_("the row has another number of fields than the heading") },
	{ "quote", N_("a quotation mark is never closed") },
	{ "same_row", N_("the same row is already in this file") },
	{ "already_here", N_("is already saved") },
	{ "language", N_("is not a language code (fi, sv, en)") },
	{ "person", N_("no account has this login or name") },
	{ "value", N_("is not one of the possible values") },
	{ NULL, NULL },
};
