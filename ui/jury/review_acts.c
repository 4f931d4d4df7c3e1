/* SPDX-License-Identifier: MIT
 * What is done about a review besides scoring it: taking it back, a team recognized, a conflict
 * found. */
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "ui/jury/review.h"
#include "ui/toolkit/dialog.h"

const char *review_not_submitted(const struct screen *screen, const struct context *ctx)
{
	const struct review_screen *self = review_of(screen);

	if (ctx->on_behalf || !self->read || juror_stop(&self->round) != JUROR_MAY)
		return review_blocked(self, ctx);
	return self->item.state == JUROR_SUBMITTED ?
		       NULL :
		       N_("There is no submitted review to take back.");
}

void review_ask_back(struct ui *ui, struct screen *screen)
{
	struct review_screen *self = review_of(screen);

	if (!ui_confirm(ui,
		    _("Take the submitted review back? It becomes a draft; its history stays."),
		    C_("button", "Take back")))
		return;
	struct error e = juror_take_back(ui->ctx, self->id, &self->version);
	screen->stale = true;
	if (e.code == E_OK)
		ui_say(ui, "%s", _("Taken back. It does not count before you submit it again."));
	else
		jury_tell_refused(ui, e);
}

const char *review_not_entered(const struct screen *screen, const struct context *ctx)
{
	const struct review_screen *self = review_of(screen);

	(void)ctx;
	return self->read && !self->missing && juror_is_unconfirmed(&self->item) ?
		       NULL :
		       N_("There is nothing to confirm: the office has not entered anything on "
			  "your behalf.");
}

/* One key: the figures are on the screen. */
void review_confirm(struct ui *ui, struct screen *screen)
{
	struct review_screen *self = review_of(screen);
	struct juror_seen seen = { self->id, self->version.revision };
	struct error e = juror_confirm(ui->ctx, self->round.id, &seen, 1);

	screen->stale = true;
	if (e.code == E_OK)
		ui_say(ui, "%s", _("Confirmed."));
	else
		jury_tell_refused(ui, e);
}

const char *review_not_blind(const struct screen *screen, const struct context *ctx)
{
	const struct review_screen *self = review_of(screen);

	if (self->read && !self->round.blind)
		return N_("Names are known in this round; there is nobody to recognize.");
	if (self->read && self->item.state == JUROR_SUBMITTED &&
		juror_stop(&self->round) == JUROR_MAY && !ctx->on_behalf)
		return NULL;
	return review_blocked(self, ctx);
}

void review_ask_recognized(struct ui *ui, struct screen *screen)
{
	struct review_screen *self = review_of(screen);

	screen->stale = true;
	if (!review_keep(ui, self))
		return;
	if (self->item.recognized != NULL) {
		if (ui_confirm(ui, _("You noted that you recognized the team. Was it a mistake?"),
			    C_("button", "Withdraw it")))
			jury_report(ui, juror_unrecognize(ui->ctx, self->id),
				_("The note is withdrawn."));
		return;
	}
	char *text = ui_ask(ui, _("I recognized this team"),
		_("It goes to the chair and into the minutes; you review on. What gave the team "
		  "away? Do not write its name. It may be left empty; Enter sends it."),
		"", 1);
	if (text != NULL)
		jury_report(ui, juror_recognize(ui->ctx, self->id, text),
			_("Noted for the chair and the minutes."));
	free(text);
}

const char *review_cannot_abstain(const struct screen *screen, const struct context *ctx)
{
	const struct review_screen *self = review_of(screen);
	bool set = self->item.state == JUROR_SUBMITTED || self->item.state == JUROR_ABSTAINED;

	if (self->read && set && juror_stop(&self->round) == JUROR_MAY && !ctx->on_behalf)
		return NULL;
	return review_blocked(self, ctx);
}

static void take_abstaining_back(struct ui *ui, struct review_screen *self)
{
	if (ui_confirm(ui, _("You have abstained from this submission. Review it after all?"),
		    C_("button", "Take back")))
		jury_report(ui, juror_unabstain(ui->ctx, self->id),
			_("Taken back: you can review it."));
}

void review_ask_abstain(struct ui *ui, struct screen *screen)
{
	struct review_screen *self = review_of(screen);
	bool whole = conflict_scope_of(self->round.scope) == SCOPE_CHALLENGE;

	screen->stale = true;
	if (!review_keep(ui, self))
		return;
	if (self->item.state == JUROR_ABSTAINED) {
		take_abstaining_back(ui, self);
		return;
	}
	char *text = ui_ask(ui, _("I abstain from judging this"),
		whole ? _("All submissions here are compared: while you abstain from one, none of "
			  "your reviews in this comparison count. You can take it back until the "
			  "round is closed. Why? Enter sends it.") :
			_("You do not review this one, and nobody waits for it. You can take it "
			  "back until the round is closed. Why? Enter sends it."),
		"", 1);
	if (text != NULL)
		jury_report(ui, juror_abstain(ui->ctx, self->id, text),
			_("You abstain from it. x takes that back."));
	free(text);
}

const char *review_cannot_recuse(const struct screen *screen, const struct context *ctx)
{
	const struct review_screen *self = review_of(screen);

	if (self->read && self->item.state == JUROR_SUBMITTED &&
		juror_stop(&self->round) == JUROR_MAY && !ctx->on_behalf)
		return NULL;
	return review_blocked(self, ctx);
}

static void recuse(struct ui *ui, struct review_screen *self, int64_t ground, const char *reason)
{
	struct arena arena = { 0 };
	bool whole = conflict_scope_of(self->round.scope) == SCOPE_CHALLENGE;
	const char *question =
		arena_printf(&arena, "%s\n%s\n\n%s", self->item.paper.code, jury_ground(ground),
			whole ? _("This bars you from the whole comparison: you will not review "
				  "any of its submissions, and what "
				  "you submitted no longer counts. Go on?") :
				_("You will not review this submission, and what you submitted on "
				  "it no longer counts. Go on?"));

	if (ui_confirm(ui, question, C_("button", "Declare"))) {
		struct error e = juror_recuse(ui->ctx, self->id, ground, reason);

		if (e.code == E_OK) {
			ui_say(ui, "%s",
				whole ? _("The conflict is declared. w withdraws a mistake.") :
					_("The conflict is declared. Enter on its row withdraws a "
					  "mistake."));
			self->missing = true;
			screen_close(&self->base);
		} else {
			jury_tell_refused(ui, e);
		}
	}
	arena_clear(&arena);
}

void review_ask_recused(struct ui *ui, struct screen *screen)
{
	struct review_screen *self = review_of(screen);

	if (!review_keep(ui, self))
		return;
	int64_t ground = jury_choose_ground(ui, self->item.paper.code);
	if (ground == 0)
		return;
	char *reason =
		ground < 7 ?
			xstrdup("") :
			ui_ask(ui, _("Another special reason"),
				_("What is the special reason? In a few words, for the panel."), "",
				3);
	if (reason != NULL)
		recuse(ui, self, ground, reason);
	free(reason);
	for (size_t i = 0; i < ui->depth; i++)
		ui->stack[i]->stale = true;
}
