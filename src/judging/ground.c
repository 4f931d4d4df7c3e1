/* SPDX-License-Identifier: MIT */
#include "src/judging/ground.h"

#include <stddef.h>

#include "src/base/i18n.h"

static const char *const words[GROUNDS] = {
	N_("You or someone close to you is a party (applicant, member of a team)"),
	N_("You or someone close to you assists or represents them"),
	N_("Special gain or loss for you or someone close to you"),
	N_("You work for the applicant, or have a commission in this matter"),
	N_("You or someone close: a board member or managing director"),
	N_("You or someone close: on the board of the body that steers the applicant"),
	N_("Another special reason"),
};

static const char *const law[GROUNDS] = {
	N_("You or someone close to you is a party."),
	N_("You or someone close to you assists or represents a party, or somebody to whom the "
	   "outcome is likely to bring special gain or loss."),
	N_("The outcome is likely to bring special gain or loss to you or someone close to you."),
	N_("You are employed by, or have a commission connected with this matter from, a party or "
	   "somebody to whom the outcome is likely to bring special gain or loss."),
	N_("You or someone close to you is a member of the board, supervisory board or a "
	   "comparable body, or the managing director or in a comparable position, of a "
	   "corporation, foundation, state enterprise or institution that is a party or to which "
	   "the outcome is likely to bring special gain or loss."),
	N_("You or someone close to you sits on the board or a comparable body of an agency or "
	   "institution, and the matter concerns its steering or supervision."),
	N_("Confidence in your impartiality is endangered for another special reason."),
};

static const char *const circles[CIRCLES] = {
	N_("Spouse, child, grandchild, sibling, parent, grandparent and whoever is otherwise "
	   "especially close to you, and their spouses."),
	N_("Siblings of your parents and their spouses, children of your siblings, your former "
	   "spouse."),
	N_("Children, grandchildren, siblings, parents and grandparents of your spouse and their "
	   "spouses, and children of your spouse's siblings."),
};

const char *juror_ground_words(int64_t ground)
{
	return ground < 1 || ground > GROUNDS ? NULL : words[ground - 1];
}

const char *juror_ground_law(int64_t ground)
{
	return ground < 1 || ground > GROUNDS ? NULL : law[ground - 1];
}

const char *juror_circle_words(int circle)
{
	return circle < 1 || circle > CIRCLES ? NULL : circles[circle - 1];
}

const char *juror_circles_note(void)
{
	return N_("A partner you live with and a registered partner count as a spouse. For grounds "
		  "5 and 6 only the first circle counts.");
}
