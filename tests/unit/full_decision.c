/* SPDX-License-Identifier: MIT
 * What a decision says beside its outcomes, and how its reasons came about. */
#include "tests/unit/full_parts.h"

#include "src/judging/contents.h"
#include "src/judging/reasons.h"

static void write_content(struct full *full, int64_t decision)
{
	struct decision_content content;

	assert_ok(contents_get(full->ctx, &full->f->arena, decision, &content));
	content.entity = "Kunta, 0000000-0";
	content.decider_kind = "officeholder";
	content.presenter = MARK " esittelijä";
	content.preparer = MARK " valmistelija";
	content.contact_name = MARK " yhteyshenkilö";
	content.contact_title = MARK " nimike";
	content.contact_phone = MARK " 040";
	content.contact_email = MARK "@klash.example";
	content.value = 20000000;
	content.notices = "2018-1, 1.8.2018";
	ACT(contents_update(full->ctx, &content));
}

void full_say(struct full *full, int64_t decision)
{
	struct decision_text text = { "provisions", MARK " säännökset", MARK " bestämmelser",
		MARK " provisions" };
	struct same_reasons same;
	struct composed composed;

	write_content(full, decision);
	ACT(contents_set_text(full->ctx, decision, &text));
	text.text_fi = MARK " muut säännökset";
	ACT(contents_set_text(full->ctx, decision, &text));
	ACT(reasons_compose(full->ctx, decision, NULL, 0, EDITED_REASON_BEFORE, &composed));
	assert_ok(reasons_same(full->ctx, &full->f->arena, decision, &same));
	if (same.entrants > 0)
		ACT(reasons_confirm_same(full->ctx, decision, same.entrants));
}
