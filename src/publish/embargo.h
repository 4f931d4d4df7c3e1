/* SPDX-License-Identifier: MIT
 * Inside of publish.h: what may be told to everybody already, and this alone is asked before
 * anything is written. Until the names are open and the decision has been made and served on every
 * entrant, a page is the same byte for byte whoever has won (directive 2014/24/EU, article 82;
 * Act on the Openness of Government Activities 621/1999, 6 and 7 §). */
#pragma once

#include "db/store/challenge.h"
#include "db/store/decision.h"
#include "src/publish/page.h"

struct told {
	bool open;         /* the outcome may be told */
	int64_t round_id;  /* 0: nothing is judged yet */
	struct decision d; /* the one in force, if open */
};

/* Of the applications or solutions of a challenge; of problems with challenge 0. */
struct error web_told(struct web *web, const char *kind, int64_t challenge_id, struct told *told);
/* The rounds of that kind whose rules have been announced, a row each challenge. Borrowed ids: to
 * be freed. */
struct error web_rounds(struct web *web, const char *kind, struct id_list *ids);
