/* SPDX-License-Identifier: MIT
 * A new competition with the set-up of an earlier one: names, themes, planned ranges, milestones
 * without their dates, and the rounds that are not of one challenge, with their criteria. No
 * submission, no person. */
#pragma once

#include "src/roof/competition.h"

/* For competition_make: `from` is the path of the earlier competition. Missing names are the
 * earlier one's. */
struct error successor_make(const char *path, struct setup *setup, const char *from);
