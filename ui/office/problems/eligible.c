/* SPDX-License-Identifier: MIT
 * Judging a submission by the eligibility questions of its kind: a box with all of them, a key for
 * each answer, and on to the next. */
#include "ui/office/problems/eligible.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db/base/utf8.h"
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/phases/completion.h"
#include "src/phases/eligibility.h"
#include "src/phases/submission.h"
#include "ui/office/act.h"
#include "ui/office/problems/completion_form.h"
#include "ui/toolkit/box.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/term.h"

enum { OUTCOMES = 3, OUTCOME_WIDTH = 12 };

struct judging {
	struct screen base;
	struct arena arena; /* of the lines and the title */
	struct eligibility_lines lines;
	const char *title;
	int64_t submission_id;
	size_t at;
	bool *judged; /* anything was, since it began */
};

static struct judging *judging_of(const struct screen *screen)
{
	return (struct judging *)screen;
}

static const char *outcome_word(const struct eligibility_line *line)
{
	return *line->outcome == '\0' ? "–" : text_word(WORDS_ELIGIBILITY, line->outcome);
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
	return STYLE_DIM;
}

/* "1 yes  2 no  3 ask for it": each also by the first letter of its word. */
static const char *keys_line(struct arena *arena)
{
	return arena_printf(arena, "1 %s   2 %s   3 %s", text_word(WORDS_ELIGIBILITY, "yes"),
		text_word(WORDS_ELIGIBILITY, "no"), text_word(WORDS_ELIGIBILITY, "ask"));
}

static void paint_line(const struct judging *self, const struct canvas *inner, int y, size_t i)
{
	const struct eligibility_line *line = &self->lines.rows[i];
	enum style style = i == self->at ? STYLE_SELECTED : STYLE_PLAIN;
	int room = inner->area.w - 2 - OUTCOME_WIDTH - 1;

	canvas_text(inner, y, 0, 2, style, ALIGN_LEFT, i == self->at ? term_glyph(GLYPH_MARK) : "");
	canvas_text(inner, y, 2, room, style, ALIGN_LEFT, eligibility_words(line, NULL));
	canvas_text(inner, y, 2 + room + 1, OUTCOME_WIDTH, outcome_style(line), ALIGN_LEFT,
		outcome_word(line));
}

/* The title, all questions, then the one at hand in full with its remark. */
static void paint(const struct screen *screen, const struct canvas *body)
{
	struct judging *self = judging_of(screen);
	const struct eligibility_line *line = &self->lines.rows[self->at];
	struct arena arena = { 0 };
	int width = box_width(screen), y = 2;
	const char *note = *line->note == '\0' ? "" : arena_printf(&arena, "\n%s", line->note);
	const char *full = arena_printf(
		&arena, "%lld. %s%s", (long long)line->number, eligibility_words(line, NULL), note);
	int lines = text_wrap_count(full, width), most = box_room(screen) - 5;
	int rows = (int)self->lines.n;
	size_t first = 0;

	(void)body;
	if (rows + lines > most)
		rows = most - lines > 1 ? most - lines : 1;
	if (self->at >= (size_t)rows)
		first = self->at - (size_t)rows + 1;
	struct canvas inner = box_paint(screen, rows + lines + 5, width);
	canvas_text(&inner, 0, 0, inner.area.w, STYLE_HEADING, ALIGN_LEFT, self->title);
	for (int i = 0; i < rows; i++, y++)
		paint_line(self, &inner, y, first + (size_t)i);
	box_text(&inner, y + 1, 0, lines, full);
	canvas_text(
		&inner, y + lines + 2, 0, inner.area.w, STYLE_DIM, ALIGN_LEFT, keys_line(&arena));
	arena_clear(&arena);
}

static struct error read_lines(struct ui *ui, struct judging *self)
{
	struct submission s;

	arena_clear(&self->arena);
	TRY(submission_get(ui->ctx, &self->arena, self->submission_id, &s));
	TRY(eligibility_lines(ui->ctx, &self->arena, s.id, &self->lines));
	self->title = arena_printf(&self->arena, "%s · %s", s.code, C_("title", "Eligibility"));
	return ok();
}

static void set(struct ui *ui, struct judging *self, const char *outcome, const char *note)
{
	const struct eligibility_line *line = &self->lines.rows[self->at];
	struct error e = eligibility_set(ui->ctx, self->submission_id, line->number, outcome,
		note == NULL ? line->note : note);

	ui_complain(ui, e);
	if (e.code == E_OK) {
		*self->judged = true;
		ui_complain(ui, read_lines(ui, self));
	}
}

/* Where it is remarked, something is judged: only that has a remark. */
static void remark(struct ui *ui, struct judging *self)
{
	const struct eligibility_line *line = &self->lines.rows[self->at];

	if (*line->outcome == '\0') {
		ui_complain(ui, rule(N_("First answer the question, then write the remark.")));
		return;
	}
	char *text = ui_ask(ui, C_("title", "Remark"),
		_("What is missing, or why? A request for completion has it behind the question."),
		line->note, 3);
	if (text != NULL)
		set(ui, self, line->outcome, text);
	free(text);
}

/* The outcome of a key; NULL: none has it. */
static const char *outcome_of_key(int key)
{
	static const char *const codes[OUTCOMES] = { "yes", "no", "ask" };

	for (int i = 0; i < OUTCOMES; i++) {
		const char *word = text_word(WORDS_ELIGIBILITY, codes[i]);

		if (key == '1' + i || key == (unsigned char)*word)
			return codes[i];
	}
	return NULL;
}

static bool key(struct ui *ui, struct screen *screen, int pressed)
{
	struct judging *self = judging_of(screen);
	const char *outcome = outcome_of_key(pressed);
	bool last = self->at + 1 == self->lines.n;

	if (outcome != NULL) {
		set(ui, self, outcome, NULL);
		if (last)
			screen_close(screen);
		else
			self->at++;
	} else if (pressed == K_BACKSPACE || pressed == K_DELETE) {
		set(ui, self, "", "");
	} else if (pressed == 't') {
		remark(ui, self);
	} else if (pressed == K_DOWN && !last) {
		self->at++;
	} else if (pressed == K_UP && self->at > 0) {
		self->at--;
	} else if (pressed == K_ENTER) {
		screen_close(screen);
	} else {
		return pressed != K_ESC;
	}
	return true;
}

static void on_close(struct screen *screen)
{
	arena_clear(&judging_of(screen)->arena);
}

static const struct screen_ops ops = {
	.size = sizeof(struct judging),
	.title = box_title,
	.help = N_(
		"A digit, or the first letter of the answer, answers the question and goes on to "
		"the next; t writes a remark, Backspace takes the answer back, the arrows move."),
	.paint = paint,
	.key = key,
	.close = on_close,
	.overlay = true,
	.typing = true,
};

static const struct command hint_rows[] = {
	{ .keys = { '1' }, .action = ACT_COUNT, .label = NC_("command", "answer") },
	{ .keys = { 't' }, .action = ACT_COUNT, .label = NC_("command", "remark") },
	{ .keys = { K_BACKSPACE }, .action = ACT_COUNT, .label = NC_("command", "take back") },
	{ .keys = { K_ENTER }, .action = ACT_COUNT, .label = NC_("command", "finish") },
};
static const struct commands hints = { hint_rows, LEN(hint_rows) };

/* True if anything was judged. */
static bool run(struct ui *ui, int64_t submission_id)
{
	struct screen *screen = screen_new(ui, &ops);
	struct judging *self = judging_of(screen);
	bool judged = false;

	self->submission_id = submission_id;
	self->judged = &judged;
	self->base.hints = &hints;
	ui_complain(ui, read_lines(ui, self));
	while (self->at + 1 < self->lines.n && *self->lines.rows[self->at].outcome != '\0')
		self->at++;
	ui_run(ui, screen);
	return judged;
}

static bool may_exclude(struct ui *ui, int64_t submission_id)
{
	const char *why;

	return act_blocked(ui->ctx, &submission_act_rows[SUBMISSION_EXCLUDE], submission_id, &why)
			       .code == E_OK &&
	       why == NULL;
}

/* A no outweighs what could be asked for. */
static void follow(struct ui *ui, int64_t submission_id)
{
	struct eligibility_tally tally = { 0 };

	ui_complain(ui, eligibility_tally(ui->ctx, submission_id, &tally));
	if (tally.no > 0 && may_exclude(ui, submission_id))
		do_act(ui, &submission_act_rows[SUBMISSION_EXCLUDE], submission_id);
	else if (tally.ask > 0)
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
	if (e.code != E_OK) {
		ui_complain(ui, e);
		return;
	}
	if (run(ui, submission_id))
		follow(ui, submission_id);
}

struct error page_eligibility(
	struct context *ctx, struct arena *arena, int64_t submission_id, struct page *page)
{
	struct eligibility_lines lines;

	TRY(eligibility_lines(ctx, arena, submission_id, &lines));
	if (lines.n > 0)
		page_heading(page, C_("title", "Eligibility"));
	for (size_t i = 0; i < lines.n; i++) {
		const struct eligibility_line *line = &lines.rows[i];
		enum style style = *line->outcome == '\0' ? STYLE_DIM : outcome_style(line);

		page_styled(page, outcome_word(line), style == STYLE_GOOD ? STYLE_PLAIN : style,
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
