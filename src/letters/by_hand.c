/* SPDX-License-Identifier: MIT */
#include "src/letters/by_hand.h"

#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/judging/service.h"
#include "src/letters/letter.h"
#include "src/letters/sending.h"

/* Today, if nothing was said; never a day that has not come. */
static struct error check_day(struct context *ctx, int64_t *day)
{
	int64_t today = day_of_time(context_now(ctx));

	if (*day == 0)
		*day = today;
	return *day <= today ? ok() : fail(E_INVALID, "sent_day");
}

/* The letter and the service of its decision: both or neither, on their own or among several. */
static struct error begin_both(struct context *ctx, bool *own)
{
	*own = !ctx->series;
	return *own ? context_begin_series(ctx) : ok();
}

static struct error end_both(struct context *ctx, bool own, struct error e)
{
	return own ? context_end_series(ctx, e) : e;
}

/* --- It went */

static const char *why_not_gone(const struct letter *letter)
{
	switch (letter_state_of(letter->state)) {
	case LETTER_STATE_CLEARED:
	case LETTER_STATE_WRITTEN:
	case LETTER_STATE_UNCERTAIN:
	case LETTER_STATE_FAILED:
		return NULL;
	case LETTER_STATE_MADE:
		return N_("The letter has not been cleared: read and clear it first.");
	case LETTER_STATE_SENDING:
		return N_("The letter is being sent just now.");
	case LETTER_STATE_SENT:
	case LETTER_STATE_UNKNOWN:
		return N_("The letter has been sent.");
	}
	return NULL;
}

static struct error went(
	struct context *ctx, struct letter *letter, const char *channel, int64_t day)
{
	const char *why = why_not_gone(letter);

	if (why != NULL)
		return rule(why);
	letter->state = "sent";
	letter->sent = context_now(ctx);
	letter->sent_by = ctx->account.id;
	letter->sent_day = day;
	letter->sent_channel = channel;
	letter->bounced = 0;
	letter->bounce = letter->fault = "";
	return store_letter_move(ctx->db, letter);
}

static struct error keep_went(
	struct context *ctx, struct arena *arena, int64_t id, const char *channel, int64_t day)
{
	struct letter letter = { .code = "" };

	TRY(context_begin(ctx));
	struct error e = letter_get(ctx, arena, id, &letter);
	if (e.code == E_OK)
		e = went(ctx, &letter, channel, day);
	TRY(context_end(ctx, e, letter_by_hand_rows[LETTER_WENT].log, letter.code));
	return letter_serve(ctx, &letter, channel, day);
}

struct error letter_went(struct context *ctx, int64_t id, const char *channel, int64_t day)
{
	struct arena arena = { 0 };
	bool own;

	TRY(require(ctx, ACT_LETTER));
	TRY(input_code("letter_channel", WORDS_LETTER_CHANNEL, channel));
	TRY(check_day(ctx, &day));
	TRY(begin_both(ctx, &own));
	struct error e = end_both(ctx, own, keep_went(ctx, &arena, id, channel, day));
	arena_clear(&arena);
	return e;
}

/* --- It came back */

static struct error came_back(
	struct context *ctx, struct letter *letter, int64_t day, const char *text)
{
	if (letter_state_of(letter->state) != LETTER_STATE_SENT)
		return rule(N_("Only a letter that was sent can come back."));
	if (day < letter->sent_day)
		return rule(N_("It cannot have come back before the day it was sent."));
	letter->state = "failed";
	letter->sent = 0;
	letter->bounced = day;
	letter->bounce = text;
	return store_letter_move(ctx->db, letter);
}

static const char *way_of(const struct letter *letter)
{
	return *letter->sent_channel == '\0' ? "email" : letter->sent_channel;
}

/* Its day and way stay, for they say what came back. */
static struct error keep_back(
	struct context *ctx, struct arena *arena, int64_t id, int64_t day, const char *text)
{
	struct letter letter = { .code = "" };
	bool undone;

	TRY(context_begin(ctx));
	struct error e = letter_get(ctx, arena, id, &letter);
	if (e.code == E_OK)
		e = came_back(ctx, &letter, day, text);
	TRY(context_end(ctx, e, letter_by_hand_rows[LETTER_CAME_BACK].log, letter.code));
	return !letter_serves(&letter) ? ok() :
					 service_undo(ctx, letter.decision_id, letter.submission_id,
						 way_of(&letter), letter.sent_day, &undone);
}

struct error letter_came_back(struct context *ctx, int64_t id, int64_t day, const char *text)
{
	struct arena arena = { 0 };
	bool own;

	TRY(require(ctx, ACT_LETTER));
	TRY(check_day(ctx, &day));
	struct error e = input_lines(&arena, "bounce_text", text, REASON_MAX, true, &text);
	if (e.code == E_OK)
		e = begin_both(ctx, &own);
	if (e.code == E_OK)
		e = end_both(ctx, own, keep_back(ctx, &arena, id, day, text));
	arena_clear(&arena);
	return e;
}

/* --- As acts */

static struct error blocked(struct context *ctx, struct arena *arena, const struct act *act,
	int64_t id, const char **why)
{
	struct letter letter;

	TRY(letter_get(ctx, arena, id, &letter));
	if (act->which == LETTER_WENT)
		*why = why_not_gone(&letter);
	else if (letter_state_of(letter.state) != LETTER_STATE_SENT)
		*why = N_("Only a letter that was sent can come back.");
	return ok();
}

static struct error run_went(
	struct context *ctx, const struct act *act, int64_t id, const struct answers *answers)
{
	(void)act;
	return letter_went(ctx, id, answers->rows[1].text, answers->rows[0].day);
}

static struct error run_came_back(
	struct context *ctx, const struct act *act, int64_t id, const struct answers *answers)
{
	(void)act;
	return letter_came_back(ctx, id, answers->rows[0].day, answers->rows[1].text);
}

/* What it means for the decision that it was to serve. */
static const char *note_unserved(struct context *ctx, int64_t id)
{
	struct arena arena = { 0 };
	struct letter letter;
	bool served = true, serves = false;

	if (letter_get(ctx, &arena, id, &letter).code == E_OK && letter_serves(&letter)) {
		serves = service_is(ctx, letter.decision_id, letter.submission_id, &served).code ==
			 E_OK;
	}
	arena_clear(&arena);
	if (!serves)
		return NULL;
	return served ? N_("The decision was served by another way, and that stands.") :
			N_("The decision counts as not served by it, and its last days do not "
			   "run: serve it anew.");
}

static const struct act_ask went_asks[] = {
	{ .name = "sent_day",
		.option = "day",
		.kind = ASK_DAY,
		.help = N_("when it was sent; today unless given") },
	{ .name = "letter_channel",
		.option = "channel",
		.kind = ASK_CODE,
		.words = WORDS_LETTER_CHANNEL,
		.otherwise = "letter",
		.help = N_("how it was sent; on paper unless given") },
};

static const struct act_ask came_back_asks[] = {
	{ .name = "bounced",
		.option = "day",
		.kind = ASK_DAY,
		.help = N_("when it came back; today unless given") },
	{ .name = "bounce_text",
		.option = "text",
		.required = true,
		.help = N_("why, as what came back says") },
};

const struct act letter_by_hand_rows[LETTER_BY_HAND_COUNT] = {
	[LETTER_WENT] = { .verb = "sent",
		.log = "letter.sent",
		.told = N_("%s recorded that a letter went by another way: %s."),
		.action = ACT_LETTER,
		.which = LETTER_WENT,
		.asks = went_asks,
		.ask_count = LEN(went_asks),
		.help = N_("Marks letters as sent that went by another way than Klash's own: on "
			   "paper, by the e-tendering system, from the office's own mail. A "
			   "decision that a letter brings is served by it."),
		.title = NC_("title", "It was sent"),
		.question = N_("When and how was it sent? A decision that it brings is served by "
			       "it that day."),
		.done = N_("Marked as sent."),
		.many = N_("When and how were these %lu letters sent?"),
		.blocked = blocked,
		.run = run_went },
	[LETTER_CAME_BACK] = { .verb = "bounce",
		.log = "letter.bounce",
		.told = N_("%s recorded that a letter came back: %s."),
		.action = ACT_LETTER,
		.which = LETTER_CAME_BACK,
		.asks = came_back_asks,
		.ask_count = LEN(came_back_asks),
		.help = N_("Records that a letter came back: it has not arrived. A decision that "
			   "it was to serve counts as not served, and must be served anew."),
		.title = NC_("title", "It came back"),
		.question = N_("A letter that came back has not arrived. A decision that it was "
			       "to serve counts as not served from now on: its last days do not "
			       "run until it is served anew."),
		.done = N_("Recorded: the letter came back."),
		.blocked = blocked,
		.note = note_unserved,
		.run = run_came_back },
};
