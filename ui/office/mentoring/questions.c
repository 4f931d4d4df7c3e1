/* SPDX-License-Identifier: MIT
 * Questions from applicants and teams, and their answers, published to all alike. */
#include "src/phases/question.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/phases/challenge.h"
#include "ui/office/act_keys.h"
#include "ui/office/desk/note_form.h"
#include "ui/office/desk/publishing.h"
#include "ui/office/mentoring/mentoring_pick.h"
#include "ui/office/place.h"
#include "ui/office/place_list.h"
#include "ui/office/record.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/letters.h"
#include "ui/toolkit/list.h"

struct questions {
	struct place_list list;
	struct question_filter filter;
	struct question_counts counts;
	bool filtered;
};

static struct questions *questions_of(const struct screen *screen)
{
	return (struct questions *)screen;
}

static const struct list_column columns[] = {
	{ LIST_FIELD("code", 5, 0, QUESTIONS_BY_NUMBER) },
	{ NC_("column", "Question"), 18, 4, ALIGN_LEFT, -1 },
	{ LIST_FIELD("challenge", 6, 0, -1) },
	{ LIST_FIELD("team", 11, 1, -1) },
	{ LIST_FIELD("due", 10, 0, QUESTIONS_BY_DUE) },
	{ NC_("column", "State"), 11, 0, ALIGN_LEFT, -1 },
};

static struct error ids(struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	return question_ids(ctx, (enum question_sort)sort, &questions_of(screen)->filter, list);
}

static struct error row(struct screen *screen, struct context *ctx, int64_t id, struct arena *arena,
	struct cell *cells, struct list_look *look)
{
	struct question q;
	int64_t today = day_of_time(context_now(ctx));

	(void)screen;
	TRY(question_get(ctx, arena, id, &q));
	cells[0] = cell_text(q.code);
	cells[1] = cell_text(question_text(&q));
	cells[2] =
		q.challenge_id == 0 ? cell_text(C_("session", "all")) : cell_text(q.challenge_code);
	cells[3] = q.team_id == 0 ? cell_none() : cell_text(q.team_name);
	cells[4] = cell_day(q.due);
	cells[5] = cell_code(WORDS_QUESTION_STATE, question_state(&q));
	if (q.published != 0)
		look->style = STYLE_GOOD;
	else if (q.answered == 0 && q.due != 0)
		look->style = q.due < today ? STYLE_ALERT : STYLE_ACCENT;
	return ok();
}

/* Question and answer stand below each other in two languages: a picture of their own. */
static void add_texts(struct page *page, const char *heading, const char *fi, const char *sv)
{
	if (*fi == '\0' && *sv == '\0')
		return;
	page_heading(page, heading);
	page_field(page, text_word(WORDS_LANGUAGE, "fi"), fi);
	page_field(page, text_word(WORDS_LANGUAGE, "sv"), sv);
}

static struct error fill_page(struct context *ctx, struct arena *arena, int64_t id,
	struct page *page, char *name, size_t size)
{
	struct question q;
	char due[60] = "";

	TRY(question_get(ctx, arena, id, &q));
	snprintf(name, size, "%s", q.code);
	page_styled(page, q.code, STYLE_TITLE, text_word(WORDS_QUESTION_STATE, question_state(&q)));
	page_link(page, text_word(WORDS_FIELD, "challenge"), KIND_CHALLENGE, q.challenge_id,
		q.challenge_id == 0 ? _("common to all challenges") : q.challenge_code);
	page_link(page, C_("column", "Asked by"), KIND_TEAM, q.team_id,
		q.team_id == 0 ? _("somebody who is no team") :
				 arena_printf(arena, "%s %s", q.team_code, q.team_name));
	page_value(page, ctx, &record_of_question, &q, "asked");
	if (q.due != 0)
		text_day(q.due, due, sizeof(due));
	page_field(page, C_("column", "Answer by"), due);
	page_value(page, ctx, &record_of_question, &q, "answered");
	page_value(page, ctx, &record_of_question, &q, "published");
	add_texts(page, text_word(WORDS_FIELD, "question"), q.text_fi, q.text_sv);
	add_texts(page, text_word(WORDS_FIELD, "answer"), q.answer_fi, q.answer_sv);
	if (question_missing(&q) != NULL) {
		page_gap(page);
		/* TRANSLATORS: %s is a language. */
		page_styled(page, "", STYLE_ACCENT,
			arena_printf(arena, _("Not yet in: %s"),
				text_word(WORDS_LANGUAGE, question_missing(&q))));
	}
	return page_notes(ctx, arena, q.code, page);
}

static const struct list_source source = {
	.columns = columns,
	.n = LEN(columns),
	.over = &record_of_question,
	.ids = ids,
	.row = row,
	.empty = N_(
		"No questions yet. n records one; its answer is published to all alike. A filter may hide "
		"some: f changes it."),
	.file = "questions",
};

static struct error load(struct screen *screen, struct context *ctx)
{
	TRY(list_load(screen, ctx));
	return question_counts(ctx, &questions_of(screen)->counts);
}

static void status(const struct screen *screen, char *out, size_t size)
{
	const struct questions *self = questions_of(screen);
	char place[40];

	list_describe(screen, place, sizeof(place));
	/* TRANSLATORS: where one is in the list, then numbers of questions. */
	int used = snprintf(out, size, _("%s · %lld unanswered · %lld answered · %lld published"),
		place, (long long)self->counts.open, (long long)self->counts.answered,
		(long long)self->counts.published);
	if (self->filtered && used > 0 && (size_t)used < size)
		snprintf(out + used, size - (size_t)used, " · %s", _("filtered"));
}

enum question_part { PART_QUESTION, PART_ANSWER };

enum { Q_CHALLENGE, Q_TEAM, Q_TEXT_FI, Q_TEXT_SV, Q_DUE, Q_ANSWER_FI, Q_ANSWER_SV };

static const struct form_field fields[] = {
	[Q_CHALLENGE] = { .name = "challenge",
		.kind = FORM_PICK,
		.pick = pick_challenge,
		.hint = N_("Empty: common to all challenges.") },
	[Q_TEAM] = { .name = "team",
		.label = N_("Asked by"),
		.kind = FORM_PICK,
		.pick = pick_team,
		.hint = N_("The team that asks; empty: somebody who is no team.") },
	[Q_TEXT_FI] = { .name = "question_fi",
		.lines = 2,
		.hint = N_("One language is needed; before it is published, better both.") },
	[Q_TEXT_SV] = { .name = "question_sv", .lines = 2 },
	[Q_DUE] = { .name = "due",
		.label = N_("Answer by"),
		.hint = N_("A day, such as 1.10.2019. It comes to the desk before that.") },
	[Q_ANSWER_FI] = { .name = "answer_fi",
		.lines = 3,
		.hint = N_("All get the same answer: name nobody in it.") },
	[Q_ANSWER_SV] = { .name = "answer_sv",
		.lines = 3,
		.hint = N_("All get the same answer: name nobody in it.") },
};

struct question_edit {
	int64_t id, v;
	char code[16];
};

static struct error fill(struct context *ctx, struct form *form, void *arg)
{
	struct question_edit *edit = arg;
	struct arena arena = { 0 };
	struct question q = { 0 };
	struct challenge c = { 0 };
	struct error e = edit->id == 0 ? ok() : question_get(ctx, &arena, edit->id, &q);

	if (e.code == E_OK && q.challenge_id != 0)
		e = challenge_get(ctx, &arena, q.challenge_id, &c);
	if (e.code == E_OK) {
		edit->v = q.v;
		snprintf(edit->code, sizeof(edit->code), "%s", q.code == NULL ? "" : q.code);
		form_set_id(form, Q_CHALLENGE, q.challenge_id,
			c.id == 0 ?
				"" :
				arena_printf(&arena, "%s %s", c.code, challenge_title(&c, NULL)));
		form_set_id(form, Q_TEAM, q.team_id, q.team_id == 0 ? "" : q.team_name);
		form_fill_row(form, &q);
	}
	arena_clear(&arena);
	return e;
}

static struct error save(struct ui *ui, struct form *form, void *arg)
{
	struct question_edit *edit = arg;
	struct question q = { .id = edit->id, .v = edit->v };

	TRY(form_read_row(form, &q));
	return edit->id == 0 ? question_add(ui->ctx, &q, &edit->id) : question_update(ui->ctx, &q);
}

static const struct form_def def = { NC_("title", "Question"),
	N_("What was asked, by whom, and the answer. Published, it is the same for all and no longer changes."),
	fields, LEN(fields), fill, save, .record = &record_of_question };

static int64_t question_form(struct ui *ui, int64_t id, enum question_part part)
{
	struct question_edit edit = { .id = id };
	struct form_def own = def;

	own.code = id == 0 ? NULL : edit.code;
	struct form *form = form_new(ui, &own, &edit);
	if (part == PART_ANSWER)
		form_focus(form, strcmp(i18n_lang(), "sv") == 0 ? "answer_sv" : "answer_fi");
	if (!form_run(ui, form))
		return 0;
	ui_say(ui, "%s", _("Saved."));
	return edit.id;
}

static const char *edit_blocked(const struct screen *screen, const struct context *ctx)
{
	struct arena arena = { 0 };
	struct question q;
	const char *blocked = needs_record(screen, ctx);

	if (blocked == NULL &&
		question_get(screen->ui->ctx, &arena, screen_selected(screen), &q).code == E_OK)
		blocked = question_edit_blocked(&q);
	arena_clear(&arena);
	return blocked;
}

static void on_new(struct ui *ui, struct screen *screen)
{
	list_expect(screen, question_form(ui, 0, PART_QUESTION));
}

static void on_edit(struct ui *ui, struct screen *screen)
{
	question_form(ui, screen_selected(screen), PART_QUESTION);
}

static void on_answer(struct ui *ui, struct screen *screen)
{
	question_form(ui, screen_selected(screen), PART_ANSWER);
}

static void on_note(struct ui *ui, struct screen *screen)
{
	struct arena arena = { 0 };
	struct question q;
	struct error e = question_get(ui->ctx, &arena, screen_selected(screen), &q);

	if (e.code == E_OK)
		note_form(ui, q.code);
	else
		ui_complain(ui, e);
	arena_clear(&arena);
}

static void filter_challenge(struct ui *ui, struct question_filter *filter)
{
	int64_t id = choose_challenge(ui, _("Challenge"), NULL, 0);

	if (id > 0)
		filter->challenge_id = id;
}

static void on_filter(struct ui *ui, struct screen *screen)
{
	struct questions *self = questions_of(screen);
	const char *first[] = { _("All questions (no filter)"),
		_("Of one challenge, common ones among them…") };
	int chosen =
		ui_choose_with_words(ui, _("Show"), first, LEN(first), WORDS_QUESTION_STATE, NULL);

	if (chosen == 0)
		self->filter = (struct question_filter){ 0 };
	else if (chosen == 1)
		filter_challenge(ui, &self->filter);
	else if (chosen > 1)
		self->filter.state = text_code(WORDS_QUESTION_STATE, (size_t)chosen - LEN(first));
	self->filtered = self->filter.challenge_id != 0 || self->filter.state != NULL;
	screen->stale = true;
}

static const struct command commands[] = {
	{ .keys = { K_NEW },
		.action = ACT_MENTORING,
		.label = NC_("command", "new"),
		.help = N_("Record a question"),
		.run = on_new },
	{ .keys = { K_FILTER },
		.action = ACT_COUNT,
		.label = NC_("command", "filter"),
		.help = N_("Show only some of the questions"),
		.run = on_filter },
	{ .keys = { 'a' },
		.action = ACT_MENTORING,
		.label = NC_("command", "answer"),
		.help = N_("Write the answer"),
		.blocked = edit_blocked,
		.run = on_answer },
	QUESTION_ACTS,
	{ .keys = { K_EDIT },
		.action = ACT_MENTORING,
		.label = NC_("command", "edit"),
		.help = N_("Change the question; of a published one only add a language"),
		.blocked = edit_blocked,
		.run = on_edit },
	{ .keys = { K_NOTE },
		.action = ACT_NOTE,
		.label = NC_("command", "note"),
		.help = N_("Write down a contact"),
		.blocked = needs_record,
		.run = on_note },
	PUBLISHING,
};
/* On one record: those that act on it. */
const struct place_row question_place = {
	.shows = KIND_QUESTION,
	.fill = fill_page,
	.commands = { commands + 2, LEN(commands) - 2 },
};

const struct place_row questions_place = {
	.lists = KIND_QUESTION,
	.title = NC_("title", "Questions"),
	.help = N_(
		"Questions and their answers. Whoever asked, all get the same answer at the same time: once "
		"published, question and answer do not change."),
	.go = true,
	.phase = 3,
	.size = sizeof(struct questions),
	.load = load,
	.status = status,
	.commands = { commands, LEN(commands) },
	.watches = CHANGED_MENTORING | CHANGED_TEAMS | CHANGED_CHALLENGES | CHANGED_NOTES,
	.list = &source,
};
