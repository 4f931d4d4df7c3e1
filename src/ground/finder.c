/* SPDX-License-Identifier: MIT */
#include "src/ground/finder.h"

#include "db/store/record.h"

struct error reference_of(
	struct context *ctx, enum kind kind, int64_t id, struct reference *reference)
{
	struct arena arena = { 0 };
	char *code;
	struct error e = store_record_code(ctx->db, kind_rows[kind].tables[0], id, &arena, &code);

	if (e.code == E_OK)
		*reference = kind_rows[kind].naming == NAMED_BY_CODE ? reference_code(code) :
								       reference_key(kind, code);
	arena_clear(&arena);
	return e.code == E_NOT_FOUND ? fail(E_NOT_FOUND, kind_rows[kind].noun) : e;
}
