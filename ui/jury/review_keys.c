/* SPDX-License-Identifier: MIT
 * What the keys of a review do: letters are commands, digits scores; in a field all are text.
 * Nothing typed is dropped or replaced without a word, and the last scores can be undone; what is
 * final is asked about: taking it back, a team recognized, a conflict found. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "ui/jury/review.h"
#include "ui/jury/said.h"
#include "ui/toolkit/dialog.h"

static void review_move_to(struct review_screen *self, size_t criterion)
{
	scoring_end(&self->scoring);
	self->current = criterion;
	self->place_moved = true;
	review_layout(&self->base, self->base.body);
}

static const char *review_not_submitted(const struct screen *screen, const struct context *ctx)
{
	const struct review_screen *self = review_of(screen);

	if (ctx->on_behalf || !self->read || juror_stop(&self->round) != JUROR_MAY)
		return review_blocked(self, ctx);
	return self->item.state == JUROR_SUBMITTED ?
		       NULL :
		       N_("There is no submitted review to take back.");
}

static void review_ask_back(struct ui *ui, struct screen *screen)
{
	struct review_screen *self = review_of(screen);

	if (!ui_confirm(ui, _(JURY_BACK_QUESTION), C_("button", "Take back")))
		return;
	struct error e = juror_take_back(ui->ctx, self->id, &self->version);
	screen->stale = true;
	if (e.code == E_OK)
		ui_say(ui, "%s", _(JURY_BACK_DONE));
	else
		jury_tell_refused(ui, e);
}

static const char *review_not_entered(const struct screen *screen, const struct context *ctx)
{
	const struct review_screen *self = review_of(screen);

	(void)ctx;
	return self->read && !self->missing && juror_is_unconfirmed(&self->item) ?
		       NULL :
		       N_("There is nothing to confirm: the office has not entered anything on "
			  "your behalf.");
}

/* One key: the figures are on the screen. */
static void review_confirm(struct ui *ui, struct screen *screen)
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

static const char *review_not_blind(const struct screen *screen, const struct context *ctx)
{
	const struct review_screen *self = review_of(screen);

	if (self->read && !self->round.blind)
		return N_("Names are known in this round; there is nobody to recognize.");
	if (self->read && self->item.state == JUROR_SUBMITTED &&
		juror_stop(&self->round) == JUROR_MAY && !ctx->on_behalf)
		return NULL;
	return review_blocked(self, ctx);
}

static void review_ask_recognized(struct ui *ui, struct screen *screen)
{
	struct review_screen *self = review_of(screen);

	screen->stale = true;
	if (!review_keep(ui, self))
		return;
	if (self->item.recognized != NULL) {
		if (ui_confirm(ui, _(JURY_UNRECOGNIZE_QUESTION), C_("button", "Withdraw it")))
			jury_report(ui, juror_unrecognize(ui->ctx, self->id),
				_("The note is withdrawn."));
		return;
	}
	char *text = ui_ask(ui, _("I recognized this team"), _(JURY_RECOGNIZE_HINT), "", 1);
	if (text != NULL)
		jury_report(ui, juror_recognize(ui->ctx, self->id, text), _(JURY_RECOGNIZED));
	free(text);
}

static void review_ask_entrant(struct ui *ui, struct screen *screen)
{
	struct review_screen *self = review_of(screen);
	struct arena arena = { 0 };

	screen->stale = true;
	if (!review_keep(ui, self))
		return;
	if (self->dialogues.n > 0)
		ui_tell(ui, C_("title", "What the jury asked"),
			jury_dialogue_words(&arena, &self->dialogues));
	char *text = ui_ask(ui, C_("title", "Ask by the code"),
		_("It goes to the custodian of the codes, who hands it on and brings the answer to "
		  "the whole jury. Name nobody. Enter sends it, Esc asks nothing."),
		"", 3);
	if (text != NULL)
		jury_report(ui, juror_ask(ui->ctx, self->id, text), _(JURY_ASKED));
	free(text);
	arena_clear(&arena);
}

static const char *review_cannot_ask(const struct screen *screen, const struct context *ctx)
{
	const struct review_screen *self = review_of(screen);

	if (self->read && !self->round.blind)
		return N_("Names are known in this round: the office asks the team itself.");
	return review_not_blind(screen, ctx);
}

static const char *review_cannot_abstain(const struct screen *screen, const struct context *ctx)
{
	const struct review_screen *self = review_of(screen);
	bool set = self->item.state == JUROR_SUBMITTED || self->item.state == JUROR_ABSTAINED;

	if (self->read && set && juror_stop(&self->round) == JUROR_MAY && !ctx->on_behalf)
		return NULL;
	return review_blocked(self, ctx);
}

static void take_abstaining_back(struct ui *ui, struct review_screen *self)
{
	if (ui_confirm(ui, _(JURY_UNABSTAIN_QUESTION), C_("button", "Take back")))
		jury_report(ui, juror_unabstain(ui->ctx, self->id),
			_("Taken back: you can review it."));
}

static void review_ask_abstain(struct ui *ui, struct screen *screen)
{
	struct review_screen *self = review_of(screen);

	screen->stale = true;
	if (!review_keep(ui, self))
		return;
	if (self->item.state == JUROR_ABSTAINED) {
		take_abstaining_back(ui, self);
		return;
	}
	char *text = ui_ask(
		ui, _("I abstain from judging this"), jury_abstain_hint(&self->round), "", 1);
	if (text != NULL)
		jury_report(ui, juror_abstain(ui->ctx, self->id, text),
			_("You abstain from it. x takes that back."));
	free(text);
}

static const char *review_cannot_recuse(const struct screen *screen, const struct context *ctx)
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
		jury_recuse_question(&arena, &self->round, self->item.paper.code, ground);

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

static void review_ask_recused(struct ui *ui, struct screen *screen)
{
	struct review_screen *self = review_of(screen);

	if (!review_keep(ui, self))
		return;
	int64_t ground = jury_choose_ground(ui, self->item.paper.code);
	if (ground == 0)
		return;
	char *reason = ground < 7 ?
			       xstrdup("") :
			       ui_ask(ui, _("Another special reason"), _(JURY_REASON_HINT), "", 3);
	if (reason != NULL)
		recuse(ui, self, ground, reason);
	free(reason);
	for (size_t i = 0; i < ui->depth; i++)
		ui->stack[i]->stale = true;
}

/* What the scale takes, and which score stands. */
static void say_refused(struct ui *ui, const struct review_screen *self, enum scored why)
{
	const struct criterion *c = &self->criteria.rows[self->current];
	int64_t score = self->scores[self->current];
	struct arena arena = { 0 };
	const char *range = jury_range_words(&arena, c, why == SCORED_WHOLE);
	char figure[40];

	text_thousandths(score, figure, sizeof(figure));
	if (score >= 0)
		/* TRANSLATORS: the first %s is a sentence of its own, such as "Whole points only,
		 * 0–10."; %2$s is a score. */
		ui_say(ui, _("%s The score is still %s; Backspace clears it."), range, figure);
	else
		ui_say(ui, "%s", range);
	ui->is_error = true;
	arena_clear(&arena);
}

/* Before the first key of a score: so "1" and "10" are one. */
static void remember(struct review_screen *self)
{
	if (self->undo_count == UNDO_MAX) {
		memmove(self->undo, self->undo + 1, (UNDO_MAX - 1) * sizeof(*self->undo));
		self->undo_count--;
	}
	self->undo[self->undo_count++] =
		(struct score_before){ self->current, self->scores[self->current] };
}

static void take(struct review_screen *self, int64_t value, bool begins)
{
	if (value == self->scores[self->current])
		return;
	if (begins)
		remember(self);
	self->scores[self->current] = value;
	review_changed(self);
}

static void review_score(struct ui *ui, struct review_screen *self, int key)
{
	const struct criterion *c = &self->criteria.rows[self->current];
	const char *why = review_blocked(self, ui->ctx);
	int64_t value = self->scores[self->current];
	bool begins = self->scoring.text[0] == '\0';

	if (why != NULL) {
		jury_complain(ui, rule(why));
		return;
	}
	if ((key == K_BACKSPACE || key == K_DELETE) && value < 0 && begins) {
		scoring_end(&self->scoring); /* what was refused is forgotten too */
		jury_complain(ui, rule(N_("There is no score here to clear.")));
		return;
	}
	enum scored scored = scoring_key(&self->scoring, c, key, &value);
	if (scored == SCORED_OFF || scored == SCORED_WHOLE) {
		say_refused(ui, self, scored);
		return;
	}
	take(self, value, begins);
	if (scored == SCORED_TAKEN)
		(void)review_keep(ui, self);
}

static const char *review_nothing_to_undo(const struct screen *screen, const struct context *ctx)
{
	const struct review_screen *self = review_of(screen);

	if (self->part != PART_SCORES)
		return NULL; /* the field has its own */
	const char *why = review_blocked(self, ctx);
	return why != NULL           ? why :
	       self->undo_count == 0 ? N_("No score has been changed here since it was opened.") :
				       NULL;
}

static void review_undo(struct ui *ui, struct screen *screen)
{
	struct review_screen *self = review_of(screen);
	char figure[40];

	if (self->part != PART_SCORES) {
		(void)review_key(ui, screen, CTRL_KEY('Z'));
		return;
	}
	const struct score_before *before = &self->undo[--self->undo_count];
	const char *name = criterion_name(&self->criteria.rows[before->criterion]);
	review_move_to(self, before->criterion);
	self->scores[before->criterion] = before->score;
	review_changed(self);
	text_thousandths(before->score, figure, sizeof(figure));
	if (!review_keep(ui, self))
		return;
	if (before->score < 0)
		/* TRANSLATORS: %s is a criterion. */
		ui_say(ui, _("Undone: %s has no score again."), name);
	else
		/* TRANSLATORS: the first %s is a criterion, the second its score. */
		ui_say(ui, _("Undone: %s is %s again."), name, figure);
}

static void complain_blocked(struct ui *ui, const char *why)
{
	jury_complain(ui, rule(why));
}

static void enter_field(struct ui *ui, struct review_screen *self, enum review_part part)
{
	const char *why = review_blocked(self, ui->ctx);

	if (why != NULL) {
		complain_blocked(ui, why);
		return;
	}
	scoring_end(&self->scoring);
	self->part = part;
	self->base.typing = true;
	self->base.hints = &review_field_hints;
	self->place_moved = true;
	review_layout(&self->base, self->base.body);
}

/* Leaving a field saves it. */
static void leave_field(struct ui *ui, struct review_screen *self)
{
	self->part = PART_SCORES;
	self->base.typing = false;
	self->base.hints = NULL;
	self->place_moved = true;
	review_layout(&self->base, self->base.body);
	if (review_keep(ui, self))
		review_keep_place(ui, self);
}

static bool field_key(struct ui *ui, struct review_screen *self, int key)
{
	struct edit *field = review_field(self);
	enum review_part other = self->part == PART_NOTES ? PART_FEEDBACK : PART_NOTES;
	size_t cursor = field->cursor, length = field->text.length;

	if (key == K_ESC || key == CTRL_KEY('S')) {
		leave_field(ui, self);
		return true;
	}
	if (key == K_TAB || key == K_BACKTAB) {
		leave_field(ui, self);
		if (!self->base.closed)
			enter_field(ui, self, other);
		return true;
	}
	char *before = xstrdup(edit_text(field));
	bool taken = edit_key(field, key, review_field_width(self));
	if (taken && strcmp(before, edit_text(field)) != 0)
		review_changed(self);
	free(before);
	if (field->refused)
		ui_say(ui, "%s", _("The field is full: 10 000 characters fit."));
	ui->is_error = ui->is_error || field->refused;
	self->place_moved =
		self->place_moved || cursor != field->cursor || length != field->text.length;
	return taken;
}

static bool is_score_key(int key)
{
	return (key >= '0' && key <= '9') || key == ',' || key == '.' || key == K_BACKSPACE ||
	       key == K_DELETE;
}

bool review_key(struct ui *ui, struct screen *screen, int key)
{
	struct review_screen *self = review_of(screen);

	if (self->missing && self->unsaved) { /* it went while one typed */
		(void)review_keep_quietly(ui, self);
		return true;
	}
	if (!self->read || self->missing || self->criteria.n == 0)
		return false;
	review_keep_in_time(ui, self);
	if (self->part != PART_SCORES)
		return field_key(ui, self, key);
	if (is_score_key(key)) {
		review_score(ui, self, key);
		return true;
	}
	if (key == K_UP || key == K_BACKTAB) {
		review_move_to(self, self->current > 0 ? self->current - 1 : 0);
	} else if (key == K_DOWN || key == K_TAB) {
		review_move_to(self,
			self->current + 1 < self->criteria.n ? self->current + 1 : self->current);
	} else {
		bool moved = textview_key(&self->text, key, false);

		self->share = textview_share(&self->text);
		return moved;
	}
	if (self->unsaved)
		(void)review_keep(ui, self);
	return true;
}

static const char *blocked(const struct screen *screen, const struct context *ctx)
{
	return review_blocked(review_of(screen), ctx);
}

/* Unfinished ones first, round the list; `back` is simply the one before. */
static void go_to_other(struct ui *ui, struct review_screen *self, bool back)
{
	struct arena arena = { 0 };
	struct juror_items items;
	size_t here = 0, at;
	int64_t other = 0;
	struct error e = juror_items(ui->ctx, &arena, self->round.id, &items);

	for (size_t i = 0; e.code == E_OK && i < items.n; i++)
		here = items.rows[i].paper.id == self->id ? i : here;
	for (size_t step = 1; e.code == E_OK && other == 0 && step < items.n; step++) {
		at = back ? (here + items.n - step) % items.n : (here + step) % items.n;
		enum juror_state state = items.rows[at].state;
		bool open = state == JUROR_NONE || state == JUROR_DRAFT;

		if (open || (back && state == JUROR_SUBMITTED))
			other = items.rows[at].paper.id;
	}
	arena_clear(&arena);
	jury_complain(ui, e);
	if (e.code == E_OK && other == 0)
		ui_say(ui, "%s", _("There is nothing else left to review here."));
	if (other == 0 || !review_keep(ui, self))
		return;
	screen_close(&self->base);
	ui_push(ui, jury_review_new(ui, other, NULL));
}

static void say_receipt(struct ui *ui, struct review_screen *self)
{
	struct arena arena = { 0 };
	struct criteria criteria;
	struct juror_item item;

	if (juror_item(ui->ctx, &arena, self->id, &criteria, &item).code == E_OK) {
		const char *hash = juror_receipt(ui->ctx, &arena, &self->round, &criteria, &item);

		/* TRANSLATORS: the four parts are the beginning of a hash of the juror's own
		 * review. */
		ui_say(ui, _("Submitted. Receipt %.4s %.4s %.4s %.4s. n goes to the next."), hash,
			hash + 4, hash + 8, hash + 12);
	}
	arena_clear(&arena);
}

static void submit(struct ui *ui, struct review_screen *self)
{
	struct arena arena = { 0 };
	struct review_input input;
	const char *question = jury_submit_question(
		&arena, &self->round, self->item.paper.code, context_now(ui->ctx));

	if (!review_keep(ui, self) || !ui_confirm(ui, question, C_("button", "Submit"))) {
		arena_clear(&arena);
		return;
	}
	input = review_typed(self);
	struct error e = juror_submit(ui->ctx, self->id, &input, &self->version);
	self->base.stale = true;
	if (e.code == E_OK) {
		self->unsaved = false;
		say_receipt(ui, self);
	} else if (e.code == E_STALE) {
		self->unsaved = true;
		(void)review_keep(ui, self);
	} else {
		jury_tell_refused(ui, e);
	}
	arena_clear(&arena);
}

/* Goes to what is missing; asks when nothing is; goes on when it is submitted. */
static void on_enter(struct ui *ui, struct screen *screen)
{
	struct review_screen *self = review_of(screen);

	if (self->read && self->item.state == JUROR_SUBMITTED) {
		go_to_other(ui, self, false);
		return;
	}
	const char *why = review_blocked(self, ui->ctx);
	if (why != NULL) {
		complain_blocked(ui, why);
		return;
	}
	bool had = self->scores[self->current] >= 0;
	scoring_end(&self->scoring);
	size_t missing = review_missing(self);
	if (missing == self->criteria.n) {
		submit(ui, self);
		return;
	}
	if (self->unsaved && !review_keep(ui, self))
		return;
	review_move_to(self, missing);
	if (!had)
		/* TRANSLATORS: %s is a criterion without a score. */
		ui_say(ui, _("Still without a score: %s"),
			criterion_name(&self->criteria.rows[missing]));
	ui->is_error = ui->is_error || !had; /* it waits, it is not done */
}

static void on_notes(struct ui *ui, struct screen *screen)
{
	enter_field(ui, review_of(screen), PART_NOTES);
}

static void on_feedback(struct ui *ui, struct screen *screen)
{
	enter_field(ui, review_of(screen), PART_FEEDBACK);
}

static void on_read(struct ui *ui, struct screen *screen)
{
	struct review_screen *self = review_of(screen);

	if (self->read && !self->missing && review_keep(ui, self))
		ui_push(ui, jury_reader_new(ui, &self->item, &self->share));
}

static void on_next(struct ui *ui, struct screen *screen)
{
	go_to_other(ui, review_of(screen), false);
}

static void on_previous(struct ui *ui, struct screen *screen)
{
	go_to_other(ui, review_of(screen), true);
}

static const char *one_version(const struct screen *screen, const struct context *ctx)
{
	(void)ctx;
	return review_of(screen)->stale_version ? NULL :
						  N_("There is one version only, and it is saved.");
}

static void on_versions(struct ui *ui, struct screen *screen)
{
	(void)review_keep(ui, review_of(screen));
}

static const char *needs_score(const struct screen *screen, const struct context *ctx)
{
	const struct review_screen *self = review_of(screen);

	return self->read && self->item.state == JUROR_SUBMITTED ? NULL : review_blocked(self, ctx);
}

static const struct command field_rows[] = {
	{ .keys = { K_ESC }, .action = ACT_COUNT, .label = NC_("command", "done") },
	{ .keys = { K_TAB }, .action = ACT_COUNT, .label = NC_("command", "other field") },
	{ .keys = { CTRL_KEY('Z') }, .action = ACT_COUNT, .label = NC_("command", "undo") },
	{ .keys = { CTRL_KEY('W') }, .action = ACT_COUNT, .label = NC_("command", "delete word") },
};
const struct commands review_field_hints = { field_rows, LEN(field_rows) };

static const struct command submitted_rows[] = {
	{ .keys = { K_ENTER }, .action = ACT_COUNT, .label = NC_("command", "next") },
	{ .keys = { 'v' }, .action = ACT_COUNT, .label = NC_("command", "read") },
	{ .keys = { 'b' }, .action = ACT_COUNT, .label = NC_("command", "previous") },
	{ .keys = { 'y' },
		.action = ACT_COUNT,
		.label = NC_("command", "confirm"),
		.blocked = review_not_entered },
	{ .keys = { 'o' },
		.action = ACT_COUNT,
		.label = NC_("command", "take back"),
		.blocked = review_not_submitted },
	{ .keys = { 't' },
		.action = ACT_COUNT,
		.label = NC_("command", "I know them"),
		.blocked = review_not_blind },
	{ .keys = { 'e' },
		.action = ACT_COUNT,
		.label = NC_("command", "conflict"),
		.blocked = review_cannot_recuse },
	{ .keys = { 'x' },
		.action = ACT_COUNT,
		.label = NC_("command", "abstain"),
		.blocked = review_cannot_abstain },
	{ .keys = { K_ESC }, .action = ACT_COUNT, .label = NC_("command", "back") },
};
const struct commands review_submitted_hints = { submitted_rows, LEN(submitted_rows) };

static const struct command rows[] = {
	{ .written = "0–9",
		.action = ACT_COUNT,
		.label = NC_("command", "score"),
		.blocked = blocked,
		.help = N_("The score of the marked criterion; Backspace clears it") },
	{ .keys = { 'u', CTRL_KEY('Z') },
		.action = ACT_COUNT,
		.label = NC_("command", "undo"),
		.help = N_("Undo the last change of a score"),
		.blocked = review_nothing_to_undo,
		.run = review_undo },
	{ .written = "↑↓",
		.action = ACT_COUNT,
		.label = NC_("command", "criterion"),
		.help = N_("The criterion above or below") },
	{ .keys = { K_ENTER },
		.action = ACT_COUNT,
		.label = NC_("command", "submit"),
		.help = N_("On to what is missing; when nothing is, submit"),
		.blocked = needs_score,
		.run = on_enter },
	{ .keys = { 'v' },
		.action = ACT_COUNT,
		.label = NC_("command", "read"),
		.help = N_(
			"Read the text on the whole screen; Space and PgUp move it here as well"),
		.run = on_read },
	{ .keys = { 'k' },
		.action = ACT_REVIEW_OWN,
		.label = NC_("command", "jury notes"),
		.help = N_("Notes for the jury; not sent to the team, may be disclosed on request"),
		.blocked = blocked,
		.run = on_notes },
	{ .keys = { 'p' },
		.action = ACT_REVIEW_OWN,
		.label = NC_("command", "feedback"),
		.help = N_("Feedback that is meant for the applicant"),
		.blocked = blocked,
		.run = on_feedback },
	{ .keys = { 'n' },
		.action = ACT_COUNT,
		.label = NC_("command", "next"),
		.help = N_("The next submission that is not finished"),
		.run = on_next },
	{ .keys = { 'b' },
		.action = ACT_COUNT,
		.label = NC_("command", "previous"),
		.help = N_("The submission before this one"),
		.run = on_previous },
	{ .keys = { 'y' },
		.action = ACT_REVIEW_OWN,
		.label = NC_("command", "confirm"),
		.help = N_(
			"Confirm what the office entered on your behalf; take it back to object"),
		.blocked = review_not_entered,
		.run = review_confirm },
	{ .keys = { 'o' },
		.action = ACT_REVIEW_OWN,
		.label = NC_("command", "take back"),
		.help = N_("Take a submitted review back, to change it"),
		.blocked = review_not_submitted,
		.run = review_ask_back },
	{ .keys = { 't' },
		.action = ACT_REVIEW_OWN,
		.label = NC_("command", "I know them"),
		.help = N_("Note that you recognized the team, or withdraw such a note"),
		.blocked = review_not_blind,
		.run = review_ask_recognized },
	{ .keys = { 'e' },
		.action = ACT_REVIEW_OWN,
		.label = NC_("command", "conflict"),
		.help = N_("Declare a conflict of interest that you found while reading"),
		.blocked = review_cannot_recuse,
		.final = true,
		.run = review_ask_recused },
	{ .keys = { 'x' },
		.action = ACT_REVIEW_OWN,
		.label = NC_("command", "abstain"),
		.help = N_("Abstain from this submission, with a reason, or take that back"),
		.blocked = review_cannot_abstain,
		.run = review_ask_abstain },
	{ .keys = { 'a' },
		.action = ACT_REVIEW_OWN,
		.label = NC_("command", "ask"),
		.help = N_("Ask who entered it, by its code, and read what was answered"),
		.blocked = review_cannot_ask,
		.run = review_ask_entrant,
		.quiet = true },
	{ .keys = { 's' },
		.action = ACT_REVIEW_OWN,
		.label = NC_("command", "two versions"),
		.help = N_("Show both versions when another window saved in between"),
		.blocked = one_version,
		.run = on_versions,
		.quiet = true },
};
const struct commands review_commands = { rows, LEN(rows) };
