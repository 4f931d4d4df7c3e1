/* SPDX-License-Identifier: MIT
 * Judging a submission by the eligibility questions of its kind: a box with all of them, a key for
 * each answer, and on to the next. */
#include "ui/office/problems/eligible.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/phases/completion.h"
#include "src/phases/eligibility.h"
#include "src/phases/submission.h"
#include "ui/office/act.h"
#include "ui/office/problems/completion_form.h"
#include "ui/toolkit/ask_each.h"
#include "ui/toolkit/dialog.h"

static const char *const outcomes[] = { "yes", "no", "ask" };

struct judging {
	struct context *ctx;
	struct arena arena; /* of what was read last */
	struct eligibility_lines lines;
	struct ask_row *rows;
	int64_t submission_id;
	bool judged; /* anything was */
};

static const char *outcome_word(const struct eligibility_line *line)
{
	return *line->outcome == '\0' ? "" : text_word(WORDS_ELIGIBILITY, line->outcome);
}

static enum style outcome_style(const struct eligibility_line *line)
{
	switch (eligibility_outcome_of(line->outcome)) {
	case ELIGIBILITY_NO:
		return STYLE_ALERT;
	case ELIGIBILITY_ASK:
		return STYLE_ACCENT;
	case ELIGIBILITY_YES:
		return STYLE_GOOD;
	case ELIGIBILITY_UNKNOWN:
		break;
	}
	return STYLE_QUIET;
}

/* What cannot be read anew stays as it was. */
static struct error read_lines(struct judging *self)
{
	struct eligibility_lines lines;
	struct arena fresh = { 0 };
	struct error e = eligibility_lines(self->ctx, &fresh, self->submission_id, &lines);

	if (e.code != E_OK) {
		arena_clear(&fresh);
		return e;
	}
	arena_clear(&self->arena);
	self->arena = fresh;
	self->lines = lines;
	self->rows = arena_alloc(&self->arena, (self->lines.n + 1) * sizeof(*self->rows));
	for (size_t i = 0; i < self->lines.n; i++) {
		const struct eligibility_line *line = &self->lines.rows[i];

		self->rows[i] = (struct ask_row){ eligibility_words(line, NULL), line->note,
			outcome_word(line), outcome_style(line) };
	}
	return ok();
}

static size_t rows(void *arg, const struct ask_row **out)
{
	struct judging *self = arg;

	*out = self->rows;
	return self->lines.n;
}

static void set(
	struct ui *ui, struct judging *self, size_t row, const char *outcome, const char *note)
{
	struct error e = eligibility_set(
		ui->ctx, self->submission_id, self->lines.rows[row].number, outcome, note);

	if (e.code == E_OK) {
		self->judged = true;
		e = read_lines(self);
	}
	ui_complain(ui, e);
}

static void answer(struct ui *ui, void *arg, size_t row, int word)
{
	struct judging *self = arg;
	const struct eligibility_line *line = &self->lines.rows[row];
	const char *outcome = word < 0 ? "" : outcomes[word];

	/* What was remarked on another answer is not true of this one. */
	set(ui, self, row, outcome, strcmp(outcome, line->outcome) == 0 ? line->note : "");
}

static void remark(struct ui *ui, void *arg, size_t row)
{
	struct judging *self = arg;
	char *text = ui_ask(ui, C_("title", "Remark"),
		_("What is missing, or why? A request for completion has it behind the question."),
		self->lines.rows[row].note, 3);

	if (text != NULL)
		set(ui, self, row, self->lines.rows[row].outcome, text);
	free(text);
}

/* True if anything was judged. */
static bool run(struct ui *ui, int64_t submission_id)
{
	struct judging self = { .ctx = ui->ctx, .submission_id = submission_id };
	const char *words[LEN(outcomes)];
	struct arena arena = { 0 };
	struct submission s;
	struct error e = submission_get(ui->ctx, &arena, submission_id, &s);

	for (size_t i = 0; i < LEN(outcomes); i++)
		words[i] = text_word(WORDS_ELIGIBILITY, outcomes[i]);
	if (e.code == E_OK)
		e = read_lines(&self);
	ui_complain(ui, e);
	if (e.code == E_OK)
		ui_ask_each(ui, &(struct ask_each){ arena_printf(&arena, "%s · %s", s.code,
							    C_("title", "Eligibility")),
					words, LEN(outcomes), &self, rows, answer, remark });
	arena_clear(&self.arena);
	arena_clear(&arena);
	return self.judged;
}

static bool may_exclude(struct ui *ui, int64_t submission_id)
{
	const char *why;

	return act_blocked(ui->ctx, &submission_act_rows[SUBMISSION_EXCLUDE], submission_id, &why)
			       .code == E_OK &&
	       why == NULL;
}

/* What is to be asked for has been, if a request waits for its answer. */
static bool is_asked_for(struct ui *ui, int64_t submission_id)
{
	struct completion_filter filter = { .submission_id = submission_id, .state = "open" };
	struct id_list ids = { 0 };
	struct error e = completion_ids(ui->ctx, COMPLETIONS_BY_DUE, &filter, &ids);
	bool waits = ids.n > 0;

	ui_complain(ui, e);
	id_list_clear(&ids);
	return waits;
}

/* A no outweighs what could be asked for. */
static void follow(struct ui *ui, int64_t submission_id)
{
	struct eligibility_tally tally = { 0 };

	ui_complain(ui, eligibility_tally(ui->ctx, submission_id, &tally));
	if (tally.no > 0 && may_exclude(ui, submission_id))
		do_act(ui, &submission_act_rows[SUBMISSION_EXCLUDE], submission_id);
	else if (tally.ask > 0 && !is_asked_for(ui, submission_id))
		completion_form(ui, submission_id);
	else
		ui_say(ui, "%s", _("Saved."));
}

void eligible_judge(struct ui *ui, int64_t submission_id)
{
	struct eligibility_tally tally = { 0 };
	struct error e = eligibility_tally(ui->ctx, submission_id, &tally);

	if (e.code == E_OK && tally.all == 0)
		e = rule(N_("There are no eligibility questions for it yet: g leads to them."));
	else if (e.code == E_OK && tally.answered == 0 && eligibility_too_few(&tally) != NULL)
		e = rule(eligibility_too_few(&tally));
	if (e.code != E_OK) {
		ui_complain(ui, e);
		return;
	}
	if (run(ui, submission_id))
		follow(ui, submission_id);
}

/* Of what has been decided on without them, the questions are nobody's business any more. */
static bool is_open(const struct submission *s)
{
	return submission_state_of(s->state) == SUBMISSION_STATE_RECEIVED ||
	       submission_state_of(s->state) == SUBMISSION_STATE_ADMITTED;
}

static bool any_judged(const struct eligibility_lines *lines)
{
	for (size_t i = 0; i < lines->n; i++)
		if (*lines->rows[i].outcome != '\0')
			return true;
	return false;
}

struct error page_eligibility(
	struct context *ctx, struct arena *arena, int64_t submission_id, struct page *page)
{
	struct eligibility_lines lines;
	struct submission s;

	TRY(submission_get(ctx, arena, submission_id, &s));
	TRY(eligibility_lines(ctx, arena, submission_id, &lines));
	if (!is_open(&s) && !any_judged(&lines))
		return ok();
	if (lines.n > 0)
		page_heading(page, C_("title", "Eligibility"));
	for (size_t i = 0; i < lines.n; i++) {
		const struct eligibility_line *line = &lines.rows[i];
		enum style style = *line->outcome == '\0' ? STYLE_QUIET : outcome_style(line);

		page_styled(page, *line->outcome == '\0' ? "–" : outcome_word(line),
			style == STYLE_GOOD ? STYLE_PLAIN : style,
			arena_printf(arena, "%lld. %s%s%s", (long long)line->number,
				eligibility_words(line, NULL), *line->note == '\0' ? "" : " – ",
				line->note));
	}
	return ok();
}

static struct error completion_line(
	struct context *ctx, struct arena *arena, int64_t id, struct page *page)
{
	struct completion c;
	const char *missing;
	char due[60];

	TRY(completion_get(ctx, arena, id, &c));
	TRY(completion_missing(ctx, arena, id, &missing));
	const char *state = completion_state(ctx, &c);
	text_time(c.due, due, sizeof(due));
	page_styled(page, text_word(WORDS_COMPLETION_STATE, state),
		completion_state_of(state) == COMPLETION_STATE_OVERDUE ? STYLE_ALERT :
		completion_state_of(state) == COMPLETION_STATE_OPEN    ? STYLE_ACCENT :
									 STYLE_PLAIN,
		/* TRANSLATORS: a request's code, its due time, and what is missing. */
		arena_printf(arena, _("%s, due %s: %s"), completion_code(arena, &c), due, missing));
	page_leads_to(page, KIND_COMPLETION, id);
	return ok();
}

struct error page_completions(
	struct context *ctx, struct arena *arena, int64_t submission_id, struct page *page)
{
	struct completion_filter filter = { .submission_id = submission_id };
	struct id_list ids = { 0 };
	struct error e = completion_ids(ctx, COMPLETIONS_BY_CODE, &filter, &ids);

	if (ids.n > 0)
		page_heading(page, C_("title", "Requests for completion"));
	for (size_t i = 0; e.code == E_OK && i < ids.n; i++)
		e = completion_line(ctx, arena, ids.ids[i], page);
	id_list_clear(&ids);
	return e;
}
