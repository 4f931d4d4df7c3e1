/* SPDX-License-Identifier: MIT
 * A review line by line: read, score, write, submit. Each answer is saved by its own commit before
 * the next question, so that a lost line loses nothing but what had no Enter yet. */
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/base/text.h"
#include "ui/jury/said.h"
#include "ui/jury/scoring.h"
#include "ui/line/parts.h"
#include "ui/toolkit/page.h"

struct sheet {
	struct talk *talk;
	int64_t id;
	struct arena arena;
	struct juror_round round;
	struct criteria criteria;
	struct juror_item item;
};

/* Anew from the file, as others may have changed it. */
static bool read_sheet(struct sheet *self)
{
	struct context *ctx = self->talk->ctx;

	arena_clear(&self->arena);
	struct error e = juror_item(ctx, &self->arena, self->id, &self->criteria, &self->item);
	if (e.code == E_OK)
		e = juror_round(ctx, &self->arena, self->item.paper.round_id, &self->round);
	if (e.code != E_OK)
		talk_refused(self->talk, e);
	return e.code == E_OK;
}

/* Two versions: which one stays is asked, as on the screen. */
static struct error settle(struct sheet *self, const struct review_input *input)
{
	const char *choices[] = { _("What you typed now"),
		_("What the other window or the office saved") };
	struct arena arena = { 0 };
	struct criteria criteria;
	struct juror_item other;
	struct error e = juror_item(self->talk->ctx, &arena, self->id, &criteria, &other);

	if (e.code == E_OK) {
		talk_say(self->talk,
			_("This review has been changed in another window or by the office."));
		talk_say(self->talk, jury_scores_words(&arena, &criteria, &other));
		talk_say(self->talk, _("Which one stays?"));
		e = fail(E_STALE, "");
		if (talk_choose(self->talk, choices, LEN(choices), C_("button", "Cancel")) == 1)
			e = juror_save(self->talk->ctx, self->id, input, NULL, &other.version);
		self->item.version = other.version;
	}
	arena_clear(&arena);
	return e;
}

/* The review as it stands, with what was typed; says that it is saved, or not. */
static bool save(struct sheet *self, const char *notes, const char *feedback)
{
	struct review_input input = { self->item.scores, self->criteria.n, notes, feedback };
	struct juror_place place = {
		.round_id = self->round.id, .assignment_id = self->id, .field = ""
	};
	struct error e = juror_save(self->talk->ctx, self->id, &input, &place, &self->item.version);

	if (e.code == E_STALE)
		e = settle(self, &input);
	bool saved = talk_report(self->talk, e, _("Saved."));
	if (!saved)
		talk_say(self->talk, _("What you typed last could not be saved."));
	return saved;
}

static void tell_criterion(struct sheet *self, size_t i)
{
	const struct criterion *c = &self->criteria.rows[i];
	struct arena arena = { 0 };
	struct bands bands;

	const char *weight = jury_weight_words(&arena, &self->criteria, i);
	/* TRANSLATORS: a criterion's number, how many there are, and its name. */
	talk_printf(self->talk, _("Criterion %zu of %zu: %s"), i + 1, self->criteria.n,
		criterion_name(c));
	if (*weight != '\0')
		/* TRANSLATORS: a share: "40 %". */
		talk_printf(self->talk, _("Weight: %s"), weight);
	talk_say(self->talk, jury_range_words(&arena, c, c->step % 1000 == 0));
	if (*criterion_guidance(c) != '\0')
		talk_say(self->talk, criterion_guidance(c));
	if (criterion_bands(self->talk->ctx, &arena, c->id, &bands).code == E_OK)
		for (size_t b = 0; b < bands.n; b++) {
			int64_t high = b + 1 < bands.n ? bands.rows[b + 1].low - c->step : c->high;

			talk_printf(self->talk, "%s–%s: %s", jury_score(&arena, bands.rows[b].low),
				jury_score(&arena, high), band_text(&bands.rows[b]));
		}
	talk_printf(self->talk, _("Your score now: %s"),
		self->item.scores[i] < 0 ? C_("score", "none") :
					   jury_score(&arena, self->item.scores[i]));
	arena_clear(&arena);
}

/* With a decimal comma or point. */
static int64_t score_of(const struct criterion *c, const char *text)
{
	char figures[16];

	snprintf(figures, sizeof(figures), "%s", text + strspn(text, " "));
	figures[strcspn(figures, " ")] = '\0';
	for (char *at = figures; *at != '\0'; at++)
		*at = *at == ',' ? '.' : *at;
	return strlen(text) < sizeof(figures) ? scoring_read(c, figures) : -1;
}

/* False when nothing more comes, or it could not be saved. */
static bool score(struct sheet *self, size_t i)
{
	const struct criterion *c = &self->criteria.rows[i];
	struct arena arena = { 0 };

	tell_criterion(self, i);
	for (;;) {
		const char *line = talk_ask(
			self->talk, _("Score, Enter to leave it as it is, or - to clear it:"));
		if (line == NULL || *line == '\0')
			return line != NULL;
		bool clears = strcmp(line, "-") == 0;
		int64_t value = clears ? -1 : score_of(c, line);
		if (value >= 0 || clears) {
			self->item.scores[i] = value;
			return save(self, self->item.notes, self->item.feedback);
		}
		talk_printf(self->talk, _("%s is not taken."), line);
		talk_say(self->talk, jury_range_words(&arena, c, c->step % 1000 == 0));
		arena_clear(&arena);
	}
}

static void score_all(struct sheet *self)
{
	struct arena arena = { 0 };
	size_t i = 0;

	while (i < self->criteria.n && score(self, i))
		i++;
	const char *mean = jury_mean_words(&arena, &self->criteria, self->item.scores);
	if (*mean != '\0')
		talk_say(self->talk, mean);
	arena_clear(&arena);
}

static bool keep_text(struct sheet *self, bool feedback, const char *text)
{
	const char *clean;
	struct error e = input_lines(
		&self->arena, feedback ? "feedback" : "notes", text, BODY_MAX, false, &clean);

	if (e.code != E_OK) {
		talk_refused(self->talk, e);
		talk_say(self->talk, _("This line was not saved."));
		return false;
	}
	if (!save(self, feedback ? self->item.notes : clean,
		    feedback ? clean : self->item.feedback))
		return false;
	if (feedback)
		self->item.feedback = clean;
	else
		self->item.notes = clean;
	return true;
}

/* Lines until one that is a full stop alone; each is saved before the next is asked for. */
static void write_lines(struct sheet *self, bool feedback, const char *before)
{
	const char *text = before, *line;

	talk_say(self->talk,
		_("Write. Each line is saved at its Enter; a line with a full stop alone ends."));
	while ((line = talk_ask(self->talk, _("Line:"))) != NULL && strcmp(line, ".") != 0) {
		const char *longer =
			arena_printf(&self->arena, "%s%s%s", text, *text == '\0' ? "" : "\n", line);

		if (keep_text(self, feedback, longer))
			text = longer;
	}
}

static void write_text(struct sheet *self, bool feedback)
{
	const char *now = feedback ? self->item.feedback : self->item.notes;
	const char *choices[] = { _("Write on at the end"), _("Write it anew"), _("Read it"),
		_("Delete it") };
	int chosen = 1;

	if (!feedback)
		talk_say(self->talk,
			_("Notes for the jury; not sent to the team, may be disclosed on request"));
	else
		talk_say(self->talk, _("Feedback that is meant for the applicant"));
	while (*now != '\0' &&
		(chosen = talk_choose(self->talk, choices, LEN(choices), _("Back"))) == 3)
		talk_read(self->talk, now);
	if (chosen == 1 || chosen == 2)
		write_lines(self, feedback, chosen == 1 ? now : "");
	else if (chosen == 4)
		(void)keep_text(self, feedback, "");
}

static void submit(struct sheet *self)
{
	struct talk *talk = self->talk;
	struct review_input input = { self->item.scores, self->criteria.n, self->item.notes,
		self->item.feedback };

	for (size_t i = 0; i < self->criteria.n; i++)
		if (self->item.scores[i] < 0) {
			talk_printf(talk, _("Still without a score: %s"),
				criterion_name(&self->criteria.rows[i]));
			return;
		}
	talk_say(talk, jury_scores_words(&self->arena, &self->criteria, &self->item));
	if (!talk_confirm(talk,
		    jury_submit_question(&self->arena, &self->round, self->item.paper.code,
			    context_now(talk->ctx)),
		    C_("button", "Submit")))
		return;
	struct error e = juror_submit(talk->ctx, self->id, &input, &self->item.version);
	if (e.code != E_OK) {
		talk_refused(talk, e);
		return;
	}
	if (!read_sheet(self))
		return;
	const char *hash =
		juror_receipt(talk->ctx, &self->arena, &self->round, &self->criteria, &self->item);
	/* TRANSLATORS: the four parts are the beginning of a hash of the juror's own review. */
	talk_printf(talk, _("Submitted. Receipt %.4s %.4s %.4s %.4s."), hash, hash + 4, hash + 8,
		hash + 12);
}

static void take_back(struct sheet *self)
{
	if (talk_confirm(self->talk, _(JURY_BACK_QUESTION), C_("button", "Take back")))
		(void)talk_report(self->talk,
			juror_take_back(self->talk->ctx, self->id, &self->item.version),
			_(JURY_BACK_DONE));
}

static void confirm(struct sheet *self)
{
	struct juror_seen seen = { self->id, self->item.version.revision };

	talk_say(self->talk, jury_scores_words(&self->arena, &self->criteria, &self->item));
	if (talk_confirm(
		    self->talk, _("Are their scores as you gave them?"), C_("button", "Confirm")))
		(void)talk_report(self->talk,
			juror_confirm(self->talk->ctx, self->round.id, &seen, 1), _("Confirmed."));
}

static void recognize(struct sheet *self)
{
	struct talk *talk = self->talk;

	if (self->item.recognized != NULL) {
		if (talk_confirm(talk, _(JURY_UNRECOGNIZE_QUESTION), C_("button", "Withdraw it")))
			(void)talk_report(talk, juror_unrecognize(talk->ctx, self->id),
				_("The note is withdrawn."));
		return;
	}
	const char *text = talk_text(talk, _(JURY_RECOGNIZE_HINT));
	if (text != NULL)
		(void)talk_report(
			talk, juror_recognize(talk->ctx, self->id, text), _(JURY_RECOGNIZED));
}

static void recuse(struct sheet *self)
{
	struct talk *talk = self->talk;
	char *reason;
	int64_t ground = line_ground(talk, self->item.paper.code, &reason);

	if (ground != 0 && talk_confirm(talk,
				   jury_recuse_question(&self->arena, &self->round,
					   self->item.paper.code, ground),
				   C_("button", "Declare")))
		(void)talk_report(talk, juror_recuse(talk->ctx, self->id, ground, reason),
			_("The conflict is declared."));
	free(reason);
}

static void abstain(struct sheet *self)
{
	struct talk *talk = self->talk;

	if (self->item.state == JUROR_ABSTAINED) {
		if (talk_confirm(talk, _(JURY_UNABSTAIN_QUESTION), C_("button", "Take back")))
			(void)talk_report(talk, juror_unabstain(talk->ctx, self->id),
				_("Taken back: you can review it."));
		return;
	}
	const char *text = talk_text(talk, jury_abstain_hint(&self->round));
	if (text != NULL)
		(void)talk_report(
			talk, juror_abstain(talk->ctx, self->id, text), _("You abstain from it."));
}

static void ask_entrant(struct sheet *self)
{
	struct talk *talk = self->talk;
	struct juror_dialogues all = { 0 };

	if (juror_dialogues(talk->ctx, &self->arena, self->id, &all).code == E_OK && all.n > 0)
		talk_read(talk, jury_dialogue_words(&self->arena, &all));
	const char *text = talk_text(talk,
		_("It goes to the custodian of the codes, who hands it on and brings the answer to "
		  "the whole jury. Name nobody."));
	if (text != NULL)
		(void)talk_report(talk, juror_ask(talk->ctx, self->id, text), _(JURY_ASKED));
}

static void read_paper(struct sheet *self)
{
	talk_say(self->talk, self->item.paper.title);
	talk_read(self->talk, jury_text(&self->arena, &self->item));
}

enum review_act {
	READ,
	SCORE,
	NOTES,
	FEEDBACK,
	SUBMIT,
	BACK,
	CONFIRM,
	RECOGNIZE,
	RECUSE,
	ABSTAIN,
	ASK,
	NEXT,
	ACTS,
};

static void list_acts(const struct sheet *self, const char *choices[ACTS])
{
	bool may = juror_stop(&self->round) == JUROR_MAY && !self->talk->ctx->on_behalf;
	bool draft = may && (self->item.state == JUROR_NONE || self->item.state == JUROR_DRAFT);
	bool submitted = may && self->item.state == JUROR_SUBMITTED;
	bool abstained = may && self->item.state == JUROR_ABSTAINED;

	choices[READ] = _("Read the text");
	choices[SCORE] = draft ? _("Score") : NULL;
	choices[NOTES] = draft ? _("Notes for the jury") : NULL;
	choices[FEEDBACK] = draft ? _("Feedback") : NULL;
	choices[SUBMIT] = draft ? C_("button", "Submit") : NULL;
	choices[BACK] = submitted ? _("Take a submitted review back, to change it") : NULL;
	choices[CONFIRM] = juror_is_unconfirmed(&self->item) ?
				   _("Confirm what the office entered on your behalf") :
				   NULL;
	choices[RECOGNIZE] =
		(draft || submitted) && self->round.blind ? _("I recognized this team") : NULL;
	choices[RECUSE] = draft || submitted ?
				  _("Declare a conflict of interest that you found while reading") :
				  NULL;
	choices[ABSTAIN] = draft || submitted ? _("I abstain from judging this") :
			   abstained          ? _("Review it after all") :
						NULL;
	choices[ASK] =
		(draft || submitted) && self->round.blind ? C_("title", "Ask by the code") : NULL;
	choices[NEXT] = may ? _("The next submission that is not finished") : NULL;
}

/* Unfinished ones first, round the list; 0: none is left. */
static int64_t next_open(struct sheet *self)
{
	struct juror_items items;
	size_t here = 0;

	if (juror_items(self->talk->ctx, &self->arena, self->round.id, &items).code != E_OK)
		return 0;
	for (size_t i = 0; i < items.n; i++)
		here = items.rows[i].paper.id == self->id ? i : here;
	for (size_t step = 1; step < items.n; step++) {
		const struct juror_item *item = &items.rows[(here + step) % items.n];

		if (item->state == JUROR_NONE || item->state == JUROR_DRAFT)
			return item->paper.id;
	}
	talk_say(self->talk, _("There is nothing else left to review here."));
	return 0;
}

static void do_act(struct sheet *self, enum review_act act)
{
	static void (*const acts[ACTS])(struct sheet *) = {
		[READ] = read_paper,
		[SCORE] = score_all,
		[SUBMIT] = submit,
		[BACK] = take_back,
		[CONFIRM] = confirm,
		[RECOGNIZE] = recognize,
		[RECUSE] = recuse,
		[ABSTAIN] = abstain,
		[ASK] = ask_entrant,
	};

	if (act == NOTES || act == FEEDBACK)
		write_text(self, act == FEEDBACK);
	else
		acts[act](self);
}

static void tell_sheet(struct sheet *self)
{
	talk_head(self->talk, arena_printf(&self->arena, "%s: %s",
				      jury_paper_words(&self->arena, &self->item.paper),
				      jury_state_words(&self->item, self->criteria.n)));
}

int64_t line_review(struct talk *talk, int64_t assignment_id)
{
	struct sheet self = { .talk = talk, .id = assignment_id };
	const char *choices[ACTS];
	int64_t next = 0;

	while (!talk->ended && line_stands(talk) && read_sheet(&self)) {
		if (self.item.state == JUROR_RECUSED || self.item.state == JUROR_GONE)
			break;
		tell_sheet(&self);
		list_acts(&self, choices);
		int chosen = talk_choose(talk, choices, ACTS, _("Back"));
		if (chosen <= 0)
			break;
		if (chosen - 1 != NEXT)
			do_act(&self, (enum review_act)(chosen - 1));
		else if ((next = next_open(&self)) != 0)
			break;
	}
	arena_clear(&self.arena);
	return next;
}
