/* SPDX-License-Identifier: MIT */
#include "tests/unit/full_parts.h"

#include "src/judging/blind.h"
#include "src/judging/dialogue.h"
#include "src/judging/round.h"

/* Between the release of the texts and the opening of the names. */
void full_ask_by_code(struct full *full, int64_t round)
{
	struct id_list items = { 0 };
	struct members members;
	int64_t first, second;

	assert_ok(store_item_ids(full->ctx->db, round, &items));
	assert_ok(round_members(full->ctx, &full->f->arena, round, &members));
	ACT(dialogue_ask(
		full->ctx, round, items.ids[0], members.rows[0].id, "kysymys" MARK, &first));
	ACT(dialogue_ask(full->ctx, round, items.ids[0], 0, "toinen" MARK, &second));
	ACT(dialogue_pass(full->ctx, first, "välitetty" MARK));
	ACT(dialogue_answer(full->ctx, first, MARK " vastaus", MARK " peitetty", MARK " syy"));
	id_list_clear(&items);
}
