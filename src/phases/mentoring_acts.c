/* SPDX-License-Identifier: MIT
 * Holding, cancelling and planning a session again, as both ends offer it. */
#include "src/base/i18n.h"
#include "src/phases/mentoring.h"

static struct error blocked(struct context *ctx, struct arena *arena, const struct act *act,
	int64_t id, const char **why)
{
	struct mentoring_session s;

	TRY(session_get(ctx, arena, id, &s));
	*why = session_move_blocked(ctx, &s, (enum session_move)act->which);
	return ok();
}

/* Nothing is asked of one whose attendance has been marked. */
static struct error word_hold(
	struct context *ctx, struct arena *arena, int64_t id, const char **question)
{
	struct mentoring_session s;

	TRY(session_get(ctx, arena, id, &s));
	const unsigned long unmarked = (unsigned long)(s.invited - s.came - s.absent);
	*question = unmarked == 0 ? "" :
				    arena_printf(arena,
					    ngettext("Attendance of %lu team has not been marked. "
						     "Mark the session as held nevertheless?",
						    "Attendance of %lu teams has not been marked. "
						    "Mark the session as held nevertheless?",
						    unmarked),
					    unmarked);
	return ok();
}

static struct error run(
	struct context *ctx, const struct act *act, int64_t id, const struct answers *answers)
{
	switch ((enum session_move)act->which) {
	case SESSION_HOLD:
		return session_hold(ctx, id);
	case SESSION_CANCEL:
		return session_cancel(ctx, id, answers->rows[0].text);
	case SESSION_RESTORE:
		return session_restore(ctx, id, answers->rows[0].text);
	case SESSION_MOVE_COUNT:
		break;
	}
	return ok();
}

static const struct act_ask asks[] = {
	{ .name = "reason", .required = true, .help = N_("why") },
};

const struct act session_act_rows[] = {
	[SESSION_HOLD] = { .verb = "held",
		.log = "session.hold",
		.told = N_("%s marked a session as held: %s."),
		.action = ACT_MENTORING,
		.which = SESSION_HOLD,
		.help = N_("Marks a session as held."),
		.title = NC_("title", "The session was held"),
		.question = N_("Mark the session as held?"),
		.button = NC_("button", "Mark as held"),
		.done = N_("Marked as held."),
		.many = N_("Mark %lu sessions as held?"),
		.blocked = blocked,
		.word = word_hold,
		.run = run },
	[SESSION_CANCEL] = { .verb = "cancel",
		.log = "session.cancel",
		.told = N_("%s cancelled a session: %s."),
		.action = ACT_MENTORING,
		.which = SESSION_CANCEL,
		.asks = asks,
		.ask_count = LEN(asks),
		.help = N_("Cancels a planned session, with a reason."),
		.title = NC_("title", "The session is cancelled"),
		.question = N_("Why? Those who were invited will ask."),
		.done = N_("Cancelled."),
		.many = N_("Cancel %lu sessions? Why? Those who were invited will ask."),
		.blocked = blocked,
		.run = run },
	[SESSION_RESTORE] = { .verb = "restore",
		.log = "session.restore",
		.told = N_("%s planned a session again: %s."),
		.action = ACT_MENTORING,
		.which = SESSION_RESTORE,
		.asks = asks,
		.ask_count = LEN(asks),
		.help = N_("Plans a cancelled session again, or takes back that it was held."),
		.title = NC_("title", "The session is planned again"),
		.question = N_("It was cancelled or marked as held. Why is that taken back?"),
		.done = N_("Planned again."),
		.many = N_("Plan %lu sessions again? Why is what was recorded taken back?"),
		.blocked = blocked,
		.run = run },
};
