/* SPDX-License-Identifier: MIT
 * A juror passes on one submission that they cannot judge, with a reason. It is no conflict of
 * interest and no review: nobody waits for one. Where all of a challenge is compared, a mean over
 * some of it would weigh apples of one basket only: none of that juror's reviews count there while
 * it stands. It can be taken back until the round is closed. The juror's own are juror_abstain
 * (juror.h). */
#pragma once

#include "src/judging/review.h"

/* What stands in a round. */
struct error abstention_list(struct context *ctx, struct arena *arena, int64_t round_id,
	struct abstentions *abstentions);
/* On the juror's behalf; `source` says where they said so. E_RULE as for a review. */
struct error abstention_add(struct context *ctx, int64_t round_id, int64_t assignment_id,
	const char *reason, const char *source);
struct error abstention_withdraw(struct context *ctx, int64_t round_id, int64_t assignment_id);
/* Inside a transaction, for the import. */
struct error abstention_insert(
	struct context *ctx, int64_t assignment_id, const char *reason, const char *source);
