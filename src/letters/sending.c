/* SPDX-License-Identifier: MIT */
#include "src/letters/sending.h"

#include <signal.h>
#include <string.h>
#include <unistd.h>

#include "db/base/watch.h"
#include "db/file.h"
#include "src/base/daytime.h"
#include "src/base/i18n.h"
#include "src/judging/service.h"
#include "src/letters/carry.h"
#include "src/letters/mail.h"
#include "src/letters/sender.h"

enum { REFUSALS_MAX = 3 };

struct sending {
	struct context *ctx;
	struct letter_sender sender;
	bool again;
	size_t refusals; /* in a row */
	struct sending_result *result;
};

/* --- The decision that a letter brings */

bool letter_serves(const struct letter *letter)
{
	switch (letter_kind_of(letter->kind)) {
	case LETTER_KIND_SELECTED:
	case LETTER_KIND_NOT_SELECTED:
	case LETTER_KIND_DECISION:
		return letter->decision_id != 0 && letter->submission_id != 0;
	case LETTER_KIND_CALL:
	case LETTER_KIND_RECEIPT:
	case LETTER_KIND_COMPLETION:
	case LETTER_KIND_ANSWERS:
	case LETTER_KIND_INVITATION:
	case LETTER_KIND_REMINDER:
	case LETTER_KIND_CORRECTION:
	case LETTER_KIND_PRESS:
	case LETTER_KIND_SITUATION:
	case LETTER_KIND_FREE:
	case LETTER_KIND_UNKNOWN:
		return false;
	}
	return false;
}

struct error letter_serve(
	struct context *ctx, const struct letter *letter, const char *channel, int64_t day)
{
	bool served;

	if (!letter_serves(letter))
		return ok();
	TRY(service_is(ctx, letter->decision_id, letter->submission_id, &served));
	return served ? ok() :
			service_add(ctx, letter->decision_id, letter->submission_id,
				&(struct service){ .channel = channel,
					.sent = day,
					.proof = letter->message_id });
}

/* What would refuse the service afterwards must stand in the way before: it is tried and undone. */
static struct error could_serve(struct context *ctx, const struct letter *letter)
{
	if (!letter_serves(letter))
		return ok();
	TRY(context_begin_series(ctx));
	struct error e = letter_serve(ctx, letter, "email", day_of_time(context_now(ctx)));
	e = context_end_series(ctx, e.code == E_OK ? fail(E_CANCELLED, NULL) : e);
	return e.code == E_CANCELLED ? ok() : e;
}

/* --- One letter */

/* With its log entry, in the transaction that has begun. */
static struct error move(
	struct context *ctx, struct letter *letter, const char *state, const char *verb)
{
	letter->state = state;
	struct error e = store_letter_move(ctx->db, letter);

	letter->v++;
	return context_end(ctx, e, verb, letter->code);
}

static struct error check_state(const struct sending *s, const struct letter *letter)
{
	enum letter_state state = letter_state_of(letter->state);

	if (letter_channel_of(letter->channel) != LETTER_CHANNEL_EMAIL)
		return rule(N_("The letter does not go by e-mail. Print it (klash letter send "
			       "--print FILE), or say when it went: klash letter sent"));
	if (state == LETTER_STATE_MADE)
		return rule(N_("The letter has not been cleared: read and clear it first."));
	if (state == LETTER_STATE_CLEARED ||
		(s->again && (state == LETTER_STATE_FAILED || state == LETTER_STATE_UNCERTAIN)))
		return ok();
	if (state == LETTER_STATE_FAILED)
		return rule(N_("The letter failed. Look why, and send it again: klash letter send "
			       "--again"));
	if (state == LETTER_STATE_UNCERTAIN)
		return rule(N_("Nobody knows whether the letter went. Look in the sender's mail: "
			       "if it went, mark it (klash letter sent), else send it again: klash "
			       "letter send --again"));
	return state == LETTER_STATE_WRITTEN ?
		       rule(N_("The letter was written as a file. If it went, mark it: klash "
			       "letter sent")) :
		       rule(N_("The letter has been sent."));
}

/* From now on it is on disk that it may go. One that is sent again keeps its Message-ID: who gets
 * it twice after all has one letter. */
static struct error begin(struct sending *s, struct arena *arena, int64_t id, struct letter *letter,
	struct message *message)
{
	TRY(store_letter_get(s->ctx->db, arena, id, letter));
	s->result->stopped_at = letter->code;
	TRY(check_state(s, letter));
	TRY(could_serve(s->ctx, letter));
	if (letter_state_of(letter->state) == LETTER_STATE_CLEARED || *letter->message_id == '\0')
		letter->message_id = message_id(arena, s->sender.address);
	TRY(letter_as_mail(s->ctx, arena, letter, &s->sender, message));
	letter->fault = "";
	TRY(context_begin(s->ctx));
	return move(s->ctx, letter, "sending", "letter.sending");
}

/* That it went, and that the decision is served by it, or neither. */
static struct error end_sent(struct context *ctx, struct letter *letter)
{
	TRY(context_begin_series(ctx));
	letter->sent = context_now(ctx);
	letter->sent_by = ctx->account.id;
	letter->sent_day = day_of_time(letter->sent);
	letter->sent_channel = "";
	letter->bounced = 0;
	letter->bounce = "";
	struct error e = context_begin(ctx);
	if (e.code == E_OK)
		e = move(ctx, letter, "sent", "letter.send");
	if (e.code == E_OK)
		e = letter_serve(ctx, letter, "email", letter->sent_day);
	return context_end_series(ctx, e);
}

static struct error end(struct sending *s, struct letter *letter, const struct carriage *carriage)
{
	s->refusals = carriage->outcome == CARRIED_REFUSED ? s->refusals + 1 : 0;
	switch (carriage->outcome) {
	case CARRIED_TAKEN:
		TRY(end_sent(s->ctx, letter));
		s->result->sent++;
		return ok();
	case CARRIED_REFUSED:
		letter->fault = carriage->said;
		TRY(context_begin(s->ctx));
		TRY(move(s->ctx, letter, "failed", "letter.fail"));
		s->result->failed++;
		return ok();
	case CARRIED_UNCERTAIN:
		letter->fault = carriage->said;
		TRY(context_begin(s->ctx));
		TRY(move(s->ctx, letter, "unknown", "letter.lose"));
		s->result->unknown++;
		return ok();
	}
	return ok();
}

static struct error send_one(struct sending *s, struct arena *arena, int64_t id)
{
	struct letter letter;
	struct message message;
	struct carriage carriage = { .outcome = CARRIED_REFUSED, .said = "" };

	TRY(begin(s, arena, id, &letter, &message));
	struct error e = carry(arena, s->sender.program, &message, &carriage);
	TRY(end(s, &letter, &carriage));
	return e;
}

/* Whoever asks to end is heard between two letters, not between a letter and its being kept. */
static struct error send_whole(struct sending *s, int64_t id)
{
	static const int asking[] = { SIGINT, SIGTERM, SIGHUP };
	struct arena arena = { 0 };
	struct error e = ok();
	sigset_t hold, before;

	sigemptyset(&hold);
	for (size_t i = 0; i < LEN(asking); i++)
		sigaddset(&hold, asking[i]);
	sigprocmask(SIG_BLOCK, &hold, &before);
	s->result->stopped_at = NULL;
	if (watch_stopped() != 0)
		e = fail(E_INTERRUPTED, NULL);
	else
		e = send_one(s, &arena, id);
	/* What it names goes with this letter's arena. */
	if (s->result->stopped_at != NULL)
		s->result->stopped_at =
			e.code == E_OK ? NULL : arena_text(&s->ctx->arena, s->result->stopped_at);
	sigprocmask(SIG_SETMASK, &before, NULL);
	arena_clear(&arena);
	return e;
}

/* --- All of them */

static struct error send_all(struct sending *s, const int64_t *ids, size_t n)
{
	struct error e = ok();

	for (size_t i = 0; e.code == E_OK && i < n; i++) {
		watch_progress(i, n);
		e = send_whole(s, ids[i]);
		if (e.code == E_OK && s->refusals == REFUSALS_MAX && i + 1 < n)
			e = rule(N_("The program that sends mail has refused three letters in a "
				    "row, so no more were tried. See what it said (klash letter "
				    "list --state failed), then send them again: klash letter send "
				    "--again"));
	}
	watch_over();
	return e;
}

static struct error sending_already(struct error e)
{
	return e.code != E_BUSY ? e :
				  rule(N_("Somebody else is sending letters just now. Wait "
					  "until that has ended."));
}

struct error letters_send(struct context *ctx, struct arena *arena, const int64_t *ids, size_t n,
	bool again, struct sending_result *result)
{
	struct sending s = { .ctx = ctx, .again = again, .result = result };
	int alone;

	*result = (struct sending_result){ 0 };
	TRY(require(ctx, ACT_LETTER));
	TRY(letter_sender_ready(ctx, arena, &s.sender));
	TRY(letters_look_after(ctx));
	TRY(sending_already(lock_alone(db_path(ctx->db), &alone)));
	struct error e = send_all(&s, ids, n);
	close(alone);
	return e;
}

/* --- What lies there */

static struct error in_state(struct context *ctx, const char *state, struct id_list *ids)
{
	return store_letter_ids(ctx->db, &(struct letter_filter){ .state = state }, ids);
}

struct error letters_cleared(struct context *ctx, bool by_mail, struct id_list *ids)
{
	struct id_list all = { 0 };

	TRY(require(ctx, ACT_LETTER));
	struct error e = in_state(ctx, "cleared", &all);
	for (size_t i = 0; e.code == E_OK && i < all.n; i++) {
		struct arena arena = { 0 };
		struct letter letter;

		e = store_letter_get(ctx->db, &arena, all.ids[i], &letter);
		if (e.code == E_OK &&
			(letter_channel_of(letter.channel) == LETTER_CHANNEL_EMAIL) == by_mail)
			id_list_add(ids, all.ids[i]);
		arena_clear(&arena);
	}
	id_list_clear(&all);
	return e;
}

static struct error lose(struct context *ctx, int64_t id)
{
	struct arena arena = { 0 };
	struct letter letter;
	struct error e = store_letter_get(ctx->db, &arena, id, &letter);

	if (e.code == E_OK)
		e = context_begin(ctx);
	if (e.code == E_OK)
		e = move(ctx, &letter, "unknown", "letter.lose");
	arena_clear(&arena);
	return e;
}

/* Nobody is sending: what was being sent a moment ago may be sent by now. */
static struct error lose_all(struct context *ctx)
{
	struct id_list ids = { 0 };
	struct error e = in_state(ctx, "sending", &ids);

	for (size_t i = 0; e.code == E_OK && i < ids.n; i++)
		e = lose(ctx, ids.ids[i]);
	id_list_clear(&ids);
	return e;
}

struct error letters_look_after(struct context *ctx)
{
	struct letter_counts counts;
	int alone;

	if (context_is_readonly(ctx) || !may(ctx->role, ACT_LETTER))
		return ok();
	TRY(store_letter_counts(ctx->db, &counts));
	if (counts.sending == 0)
		return ok();
	struct error e = lock_alone(db_path(ctx->db), &alone);
	if (e.code == E_OK) {
		e = lose_all(ctx);
		close(alone);
	}
	return e.code == E_BUSY ? ok() : e;
}
