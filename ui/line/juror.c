/* SPDX-License-Identifier: MIT
 * The rounds a juror sits in, one of them, and its statement. */
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/judging/juror_statement.h"
#include "ui/jury/said.h"
#include "ui/line/parts.h"
#include "ui/toolkit/page.h"

/* What follows the submissions of a round, and the rounds. */
enum { AFTER_SUBMIT_ALL, AFTER_CONFIRM, AFTER_RECEIPTS, AFTER_COUNT };

static void tell_receipts(struct talk *talk)
{
	struct page page = { 0 };
	struct error e = jury_fill_receipts(talk->ctx, &page);

	if (e.code == E_OK)
		talk_page(talk, &page);
	else
		talk_refused(talk, e);
	page_clear(&page);
}

void line_statement(struct talk *talk, int64_t statement_id)
{
	struct arena arena = { 0 };
	struct juror_statement statement;
	struct buffer text = { 0 };
	struct error e = juror_statement_get(talk->ctx, &arena, statement_id, &statement);

	if (e.code == E_OK)
		e = jury_statement_text(&arena, &statement, &text);
	if (e.code != E_OK) {
		talk_refused(talk, e);
	} else {
		const char *why = juror_sign_blocked(&statement);
		const char *choices[] = { _("Read it"),
			why == NULL ? C_("button", "Sign the statement") : NULL };
		int chosen;

		talk_head(talk, arena_printf(&arena, C_("title", "Statement %s"), statement.code));
		talk_printf(talk, _("Hash %s"), statement.hash);
		if (why != NULL)
			talk_say(talk, _(why));
		while ((chosen = talk_choose(talk, choices, LEN(choices), _("Back"))) > 0) {
			if (chosen == 1)
				talk_read(talk, text.text == NULL ? "" : text.text);
			else if (talk_confirm(talk, _(JURY_SIGN_QUESTION),
					 C_("button", "Sign the statement")) &&
				 talk_report(
					 talk, juror_sign(talk->ctx, statement_id), _(JURY_SIGNED)))
				break;
		}
	}
	buffer_clear(&text);
	arena_clear(&arena);
}

/* Where there is no list: why, and the conflict that may have been declared by mistake. */
static void tell_stopped(struct talk *talk, const struct jury_sight *sight)
{
	struct page why = { 0 };
	const char *withdraw = C_("button", "Withdraw it");

	jury_fill_why(sight, talk->ctx, &why);
	talk_page(talk, &why);
	page_clear(&why);
	if (sight->ended != NULL) {
		talk->ended = true;
		return;
	}
	if (sight->stop != JUROR_BARRED)
		return;
	talk_say(talk, _("Did you declare this conflict by mistake?"));
	if (talk_choose(talk, &withdraw, 1, _("Back")) == 1)
		(void)talk_report(talk, jury_withdraw_conflict(talk->ctx, sight),
			_("The conflict is withdrawn."));
}

/* "K-7QF Title: not begun", and the mean once there is one. */
static const char *item_words(
	struct arena *arena, const struct jury_sight *sight, const struct juror_item *item)
{
	const char *mean = jury_mean_words(arena, &sight->items.criteria, item->scores);

	return arena_printf(arena, "%s: %s%s%s", jury_paper_words(arena, &item->paper),
		jury_state_words(item, sight->items.criteria.n), *mean == '\0' ? "" : ". ", mean);
}

static void tell_progress(struct talk *talk, const struct jury_sight *sight)
{
	struct arena arena = { 0 };
	int64_t done, all, now = context_now(talk->ctx);
	char when[120];

	talk_head(talk, jury_round_name(&arena, &sight->round));
	jury_count(&sight->items, &done, &all);
	talk_printf(talk, _("%lld / %lld submitted"), (long long)done, (long long)all);
	text_deadline(sight->round.closes, now, when, sizeof(when));
	if (sight->stop == JUROR_CLOSED)
		talk_say(talk, _("The round is closed; you can still read."));
	else if (juror_is_past(&sight->round, now))
		talk_printf(talk, _("past: %s. The round is still open"), when);
	else if (sight->round.closes != 0)
		talk_printf(talk, _("Closes: %s"), when);
	if (sight->items.uncounted)
		talk_say(talk, _("You have abstained from one: none of your reviews here count."));
	else if (sight->stop == JUROR_MAY)
		talk_say(talk, _("A review counts only once it is submitted."));
	arena_clear(&arena);
}

static void submit_all(struct talk *talk, const struct jury_sight *sight)
{
	struct arena arena = { 0 };
	size_t n = 0;

	if (talk_confirm(talk, jury_submit_all_question(&arena, jury_complete(sight)),
		    C_("button", "Submit"))) {
		struct error e = juror_submit_all(talk->ctx, sight->round.id, &n);

		(void)talk_report(talk, e, jury_submitted_all(&arena, n));
	}
	arena_clear(&arena);
}

/* What is confirmed is what was told when the question was asked. */
static void confirm_entered(struct talk *talk, const struct jury_sight *sight)
{
	struct arena arena = { 0 };
	size_t n;
	struct juror_seen *seen = jury_seen(&arena, &sight->items, &n);

	talk_printf(talk,
		ngettext("The office entered %lu review on your behalf.",
			"The office entered %lu reviews on your behalf.", n),
		(unsigned long)n);
	for (size_t i = 0; i < sight->items.n; i++)
		if (juror_is_unconfirmed(&sight->items.rows[i]))
			talk_say(talk, jury_scores_words(&arena, &sight->items.criteria,
					       &sight->items.rows[i]));
	if (talk_confirm(talk, _("Are their scores as you gave them?"), C_("button", "Confirm")))
		(void)talk_report(
			talk, juror_confirm(talk->ctx, sight->round.id, seen, n), _("Confirmed."));
	arena_clear(&arena);
}

static void withdraw_recused(struct talk *talk, const struct juror_item *item)
{
	if (!jury_is_own_recusal(item)) {
		talk_say(
			talk, _("The panel has decided on this conflict; only the panel can change "
				"that."));
		return;
	}
	talk_say(talk, jury_ground(item->recusal->ground));
	if (talk_confirm(talk,
		    _("You declared this conflict, so you do not review it. Was it a mistake?"),
		    C_("button", "Withdraw it")))
		(void)talk_report(talk, juror_return(talk->ctx, item->paper.id),
			_("The conflict is withdrawn."));
}

static void open_item(struct talk *talk, const struct juror_item *item)
{
	int64_t id = item->paper.id;

	if (item->state == JUROR_GONE)
		talk_say(talk, _("This submission has been withdrawn; it is not reviewed."));
	else if (item->state == JUROR_RECUSED)
		withdraw_recused(talk, item);
	else
		while (id != 0)
			id = line_review(talk, id);
}

static int choose_in_list(struct talk *talk, const struct jury_sight *sight)
{
	struct arena arena = { 0 };
	size_t n = sight->items.n;
	const char **choices = arena_alloc(&arena, (n + AFTER_COUNT) * sizeof(*choices));

	for (size_t i = 0; i < n; i++)
		choices[i] = item_words(&arena, sight, &sight->items.rows[i]);
	choices[n + AFTER_SUBMIT_ALL] = sight->stop == JUROR_MAY && jury_complete(sight) > 0 ?
						_("Submit every review that is complete") :
						NULL;
	choices[n + AFTER_CONFIRM] = jury_unconfirmed(&sight->items) > 0 ?
					     _("Confirm what the office entered on your behalf") :
					     NULL;
	choices[n + AFTER_RECEIPTS] = C_("title", "Receipts and visits");
	int chosen = talk_choose(talk, choices, n + AFTER_COUNT, _("Back"));
	arena_clear(&arena);
	return chosen;
}

/* False when one goes back. */
static bool turn_round(struct talk *talk, struct jury_sight *sight)
{
	if (!jury_is_shown(sight)) {
		tell_stopped(talk, sight);
		return false;
	}
	(void)jury_note_seen(talk->ctx, sight);
	tell_progress(talk, sight);
	int chosen = choose_in_list(talk, sight), n = (int)sight->items.n;
	if (chosen <= 0)
		return false;
	if (chosen <= n)
		open_item(talk, &sight->items.rows[chosen - 1]);
	else if (chosen - 1 - n == AFTER_SUBMIT_ALL)
		submit_all(talk, sight);
	else if (chosen - 1 - n == AFTER_CONFIRM)
		confirm_entered(talk, sight);
	else
		tell_receipts(talk);
	return !talk->ended;
}

void line_round(struct talk *talk, int64_t round_id)
{
	struct jury_sight sight = { 0 };
	int64_t statement = jury_statement_waits(talk->ctx, round_id);

	if (statement != 0)
		line_statement(talk, statement);
	for (bool again = !talk->ended; again;) {
		struct error e = jury_look(talk->ctx, round_id, &sight);

		if (e.code != E_OK) {
			talk_refused(talk, e);
			break;
		}
		if (sight.ended == NULL && sight.stop == JUROR_UNDECLARED)
			again = line_declare(talk, round_id);
		else
			again = turn_round(talk, &sight);
	}
	arena_clear(&sight.arena);
}

static const char *round_words(
	struct talk *talk, struct arena *arena, const struct juror_round *round)
{
	const char *next = jury_statement_waits(talk->ctx, round->id) != 0 ?
				   C_("what is next", "sign the statement") :
				   jury_next_words(round);
	struct jury_sight sight = { 0 };
	const char *count = "";
	int64_t done, all;

	if (jury_look(talk->ctx, round->id, &sight).code == E_OK && jury_is_shown(&sight)) {
		jury_count(&sight.items, &done, &all);
		count = arena_printf(
			arena, _("%lld / %lld submitted"), (long long)done, (long long)all);
	}
	arena_clear(&sight.arena);
	return arena_printf(arena, "%s: %s%s%s", jury_round_name(arena, round), next,
		*count == '\0' ? "" : ", ", count);
}

/* Leaving says what is not submitted. */
static bool leaves(struct talk *talk)
{
	struct arena arena = { 0 };
	const char *left = jury_left_words(talk->ctx, &arena);
	bool leaves = *left == '\0' || talk_confirm(talk, left, _("Leave Klash"));

	arena_clear(&arena);
	return leaves || talk->ended;
}

/* True if one chose to leave. */
static bool turn_rounds(struct talk *talk, const struct juror_round_list *rounds)
{
	struct arena arena = { 0 };
	const char **choices = arena_alloc(&arena, (rounds->n * 2 + 2) * sizeof(*choices));
	int n = (int)rounds->n;

	talk_head(talk, C_("title", "Your reviews"));
	if (n == 0)
		talk_say(
			talk, _("You do not sit on any panel yet. The office seats jurors before a "
				"round opens."));
	for (int i = 0; i < n; i++)
		choices[i] = round_words(talk, &arena, &rounds->rows[i]);
	choices[n] = C_("title", "Receipts and visits");
	choices[n + 1] = _("Language");
	for (int i = 0; i < n; i++)
		choices[n + 2 + i] = jury_statement_newest(talk->ctx, rounds->rows[i].id) == 0 ?
					     NULL :
					     /* TRANSLATORS: what a round is called. */
					     arena_printf(&arena, _("The jury's statement: %s"),
						     jury_round_name(&arena, &rounds->rows[i]));
	int chosen = talk_choose(talk, choices, (size_t)(2 * n + 2), _("Leave Klash"));
	if (chosen > 0 && chosen <= n)
		line_round(talk, rounds->rows[chosen - 1].id);
	else if (chosen == n + 1)
		tell_receipts(talk);
	else if (chosen == n + 2)
		line_language(talk);
	else if (chosen > 0)
		line_statement(
			talk, jury_statement_newest(talk->ctx, rounds->rows[chosen - n - 3].id));
	arena_clear(&arena);
	return chosen == TALK_BACK && leaves(talk);
}

void line_jury(struct talk *talk)
{
	bool left = false;

	while (!left && !talk->ended && line_stands(talk)) {
		struct arena arena = { 0 };
		struct juror_round_list rounds;
		struct error e = juror_rounds(talk->ctx, &arena, &rounds);

		if (e.code == E_OK) {
			left = turn_rounds(talk, &rounds);
		} else {
			talk_refused(talk, e);
			left = true;
		}
		arena_clear(&arena);
	}
}
