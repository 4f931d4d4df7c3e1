/* SPDX-License-Identifier: MIT */
#include "tests/unit/full_parts.h"

#include "src/judging/decision.h"
#include "src/judging/meeting.h"

static struct decision_item item_of_problem(struct full *full, int64_t decision)
{
	struct decision_items items;

	assert_ok(decision_items(full->ctx, &full->f->arena, decision, &items));
	for (size_t i = 0; i < items.n; i++)
		if (items.rows[i].submission_id == full->problem)
			return items.rows[i];
	stop_test("the problem is not in its round");
	return (struct decision_item){ 0 };
}

static void talk(struct full *full, int64_t id, int64_t item)
{
	const struct ballot_given ballots[] = { { "salattu.Salattu2", "for" },
		{ "salattu.Salattu5", "empty" } };

	ACT(meeting_vote(full->ctx, id, item, MARK " kysymys", ballots, LEN(ballots)));
	ACT(meeting_dissent(full->ctx, id, item, "salattu.Salattu2", MARK " eriävä mielipide"));
	ACT(meeting_remark(full->ctx, id, item, "clarification", MARK " huomautus"));
	ACT(meeting_hear(full->ctx, id, item, "expert", MARK " Asiantuntija"));
}

void full_meet(struct full *full)
{
	static const char *const one[] = { "salattu.Salattu1" };
	const struct member_names who = { one, 1 };
	struct going going = { .ground = 7, .reason = MARK " syy" };
	struct meeting m = { .place = "Espoo",
		.secretary = MARK " sihteeri",
		.examiners = MARK " tarkastajat",
		.call_sent = full_day("2018-11-01"),
		.agenda = MARK " esityslista" };
	int64_t id;

	ACT(meeting_open(full->ctx, full->round, &m, &id));
	assert_ok(meeting_get(full->ctx, &full->f->arena, id, &m));
	m.agenda = MARK " toinen esityslista";
	ACT(meeting_update(full->ctx, &m));
	struct decision_item item = item_of_problem(full, m.decision_id);
	going.item_id = item.item_id;
	ACT(meeting_attend(full->ctx, id, &who, "absent", MARK " syy"));
	ACT(meeting_attend(full->ctx, id, &who, "present", ""));
	ACT(meeting_leave(full->ctx, id, &who, &going));
	item.outcome = "reserve";
	ACT(decision_set_item(full->ctx, m.decision_id, &item));
	item.outcome = "selected";
	ACT(decision_set_item(full->ctx, m.decision_id, &item));
	talk(full, id, item.item_id);
	ACT(meeting_return(full->ctx, id, &who, 0));
	ACT(meeting_close(full->ctx, id, &(struct meeting_closing){ .at = 0 }));
	ACT(meeting_reopen(full->ctx, id, MARK " syy"));
	ACT(meeting_close(full->ctx, id, &(struct meeting_closing){ .at = 0 }));
}
