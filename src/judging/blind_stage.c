/* SPDX-License-Identifier: MIT */
#include "db/store/blind.h"
#include "src/judging/blind.h"
#include "src/judging/round.h"

struct error blind_happened(struct context *ctx, int64_t round_id, const char *act, bool *yes)
{
	int64_t at;
	struct error e = store_blind_act_at(ctx->db, round_id, act, &at);

	*yes = e.code == E_OK;
	return e.code == E_NOT_FOUND ? ok() : e;
}

struct error blind_stage(struct context *ctx, int64_t round_id, enum blind_stage *stage)
{
	struct arena arena = { 0 };
	struct round round;
	bool released = false, opened = false;
	struct error e = round_get(ctx, &arena, round_id, &round);

	if (e.code == E_OK)
		e = blind_happened(ctx, round_id, "release", &released);
	if (e.code == E_OK)
		e = blind_happened(ctx, round_id, "open", &opened);
	*stage = e.code != E_OK || round.blind == false ? BLIND_NOT :
		 opened                                 ? BLIND_OPENED :
		 released                               ? BLIND_RELEASED :
							  BLIND_MASKING;
	arena_clear(&arena);
	return e;
}
