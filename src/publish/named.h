/* SPDX-License-Identifier: MIT
 * Inside of publish.h: how a challenge is called on the page, and who of a team may be named. */
#pragma once

#include "db/store/challenge.h"
#include "src/publish/page.h"

/* Its title in the page's language: E_RULE where it has none. */
struct error web_title(struct web *web, const struct challenge *challenge, const char **title);
/* <h3> with it, and a line with its pilot municipality. */
struct error web_challenge_head(struct web *web, const struct challenge *challenge);
/* The present members who have agreed that their name be published, each of them for themselves
 * (GDPR, articles 6(1)(a) and 7): "Maija, Oiva and Kaarina"; "" for nobody. */
struct error web_members(struct web *web, int64_t team_id, const char **names);
