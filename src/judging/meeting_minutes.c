/* SPDX-License-Identifier: MIT
 * What the minutes of the jury's meeting have of an item: votes, dissents, remarks, who was heard.
 */
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/ground/record.h"
#include "src/judging/meeting_act.h"

struct voting {
	int64_t item_id;
	const char *question;
	const struct ballot_given *ballots;
	size_t n;
};

struct tally {
	int64_t ayes, noes;
	enum vote_choice chair; /* VOTE_UNKNOWN: the chair has not voted */
};

static bool is_twice(const struct voting *in, size_t i)
{
	for (size_t before = 0; before < i; before++)
		if (strcmp(in->ballots[before].login, in->ballots[i].login) == 0)
			return true;
	return false;
}

static struct error count_votes(
	const struct meeting_act *act, const struct voting *in, struct tally *tally)
{
	for (size_t i = 0; i < in->n; i++) {
		const struct ballot_given *b = &in->ballots[i];
		const struct decision_person *member;

		TRY(input_code("choice", WORDS_VOTE, b->choice));
		TRY(meeting_act_member(act, b->login, &member));
		TRY(meeting_act_takes_part(act, member, in->item_id));
		if (is_twice(in, i))
			return rule(N_("A member has one vote: one was given twice."));
		tally->ayes += vote_choice_of(b->choice) == VOTE_FOR ? 1 : 0;
		tally->noes += vote_choice_of(b->choice) == VOTE_AGAINST ? 1 : 0;
		if (member->member_id == act->view.meeting.chair_id)
			tally->chair = vote_choice_of(b->choice);
	}
	return in->n > 0 ? ok() : fail(E_REQUIRED, "choice");
}

static struct error decide(const struct tally *tally, struct meeting_vote *vote)
{
	vote->casting = tally->ayes == tally->noes;
	vote->passed = vote->casting ? tally->chair == VOTE_FOR : tally->ayes > tally->noes;
	if (vote->casting && tally->chair != VOTE_FOR && tally->chair != VOTE_AGAINST)
		return rule(N_("The votes are even, and the chair's decides: note how the chair "
			       "voted, or who leads the meeting now."));
	return ok();
}

static struct error put_ballots(
	const struct meeting_act *act, const struct voting *in, int64_t vote_id)
{
	for (size_t i = 0; i < in->n; i++) {
		const struct decision_person *member;

		TRY(meeting_act_member(act, in->ballots[i].login, &member));
		TRY(store_meeting_ballot_add(
			act->ctx->db, vote_id, member->member_id, in->ballots[i].choice));
	}
	return ok();
}

static struct error hold_vote(struct meeting_act *act, const void *arg)
{
	const struct voting *in = arg;
	struct meeting_vote vote = { .item_id = in->item_id, .at = context_now(act->ctx) };
	struct tally tally = { .chair = VOTE_UNKNOWN };
	int64_t id;

	TRY(input_line(
		&act->arena, "vote_question", in->question, FIELD_MAX, true, &vote.question));
	TRY(count_votes(act, in, &tally));
	TRY(decide(&tally, &vote));
	TRY(store_meeting_vote_add(act->ctx->db, act->view.meeting.id, &vote, &id));
	return put_ballots(act, in, id);
}

struct error meeting_vote(struct context *ctx, int64_t id, int64_t item_id, const char *question,
	const struct ballot_given *ballots, size_t n)
{
	const struct voting in = { item_id, question, ballots, n };

	return meeting_act(ctx, id, "meeting.vote", hold_vote, &in);
}

struct saying {
	int64_t item_id;
	const char *who, *text; /* a login, a kind of remark, or a role */
};

static struct error dissent(struct meeting_act *act, const void *arg)
{
	const struct saying *in = arg;
	struct meeting_dissent row = { .item_id = in->item_id, .at = context_now(act->ctx) };
	const struct decision_person *member;

	TRY(meeting_act_member(act, in->who, &member));
	TRY(meeting_act_takes_part(act, member, in->item_id));
	row.member_id = member->member_id;
	TRY(input_lines(&act->arena, "dissent", in->text, REASON_MAX, true, &row.text));
	return store_meeting_dissent_add(act->ctx->db, act->view.meeting.id, &row);
}

struct error meeting_dissent(
	struct context *ctx, int64_t id, int64_t item_id, const char *login, const char *text)
{
	const struct saying in = { item_id, login, text };

	return meeting_act(ctx, id, "meeting.dissent", dissent, &in);
}

static struct error remark(struct meeting_act *act, const void *arg)
{
	const struct saying *in = arg;
	struct meeting_remark row = { .item_id = in->item_id,
		.kind = in->who,
		.text = in->text,
		.at = context_now(act->ctx) };

	TRY(record_clean(&act->arena, &record_of_meeting_remark, &row, IN_ADD));
	return store_meeting_remark_add(act->ctx->db, act->view.meeting.id, &row);
}

struct error meeting_remark(
	struct context *ctx, int64_t id, int64_t item_id, const char *kind, const char *text)
{
	const struct saying in = { item_id, kind, text };

	return meeting_act(ctx, id, "meeting.remark", remark, &in);
}

static struct error hear(struct meeting_act *act, const void *arg)
{
	const struct saying *in = arg;
	struct meeting_person row = { .item_id = in->item_id, .role = in->who, .name = in->text };

	TRY(record_clean(&act->arena, &record_of_meeting_person, &row, IN_ADD));
	return store_meeting_person_add(act->ctx->db, act->view.meeting.id, &row);
}

struct error meeting_hear(
	struct context *ctx, int64_t id, int64_t item_id, const char *role, const char *name)
{
	const struct saying in = { item_id, role, name };

	return meeting_act(ctx, id, "meeting.hear", hear, &in);
}
