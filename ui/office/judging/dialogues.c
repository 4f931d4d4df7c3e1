/* SPDX-License-Identifier: MIT
 * The jury's dialogue with the entrants of blind rounds: asked by a code, handed on by the
 * custodian, brought back masked. */
#include "src/judging/dialogue.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/ground/sides.h"
#include "src/judging/round.h"
#include "ui/office/place.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/form.h"
#include "ui/toolkit/letters.h"
#include "ui/toolkit/list.h"

static const struct list_column columns[] = {
	{ LIST_FIELD("code", 8, 0, -1) },
	{ NC_("column", "State"), 17, 0, ALIGN_LEFT, -1 },
	{ LIST_FIELD("asked", 10, 0, -1) },
	{ LIST_FIELD("question", 20, 3, -1) },
	{ LIST_FIELD("answer", 16, 2, -1) },
};

static struct error ids(struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	(void)screen;
	(void)sort;
	return dialogue_ids(ctx, 0, 0, list);
}

static struct error row(struct screen *screen, struct context *ctx, int64_t id, struct arena *arena,
	struct cell *cells, struct list_look *look)
{
	struct dialogue d;

	(void)screen;
	TRY(dialogue_get(ctx, arena, id, &d));
	cells[0] = cell_text(dialogue_code(arena, &d));
	cells[1] = cell_code(WORDS_DIALOGUE_STATE, dialogue_state(&d));
	cells[2] = cell_moment(d.asked, PRECISION_DAY);
	cells[3] = cell_text(d.text);
	cells[4] = cell_text(d.answer);
	list_seal(look, ctx, d.round_id, SIDE_JURY);
	look->style = d.answered == 0 ? STYLE_ACCENT : STYLE_PLAIN;
	return ok();
}

static struct error fill_page(struct context *ctx, struct arena *arena, int64_t id,
	struct page *page, char *name, size_t size)
{
	const struct record *record = &record_of_dialogue;
	struct dialogue d;

	TRY(dialogue_get(ctx, arena, id, &d));
	snprintf(name, size, "%s", dialogue_code(arena, &d));
	page_styled(page, dialogue_code(arena, &d), STYLE_TITLE,
		text_word(WORDS_DIALOGUE_STATE, dialogue_state(&d)));
	page_link(page, text_word(WORDS_FIELD, "round"), KIND_ROUND, d.round_id, d.round_key);
	page_field(page, text_word(WORDS_FIELD, "team"), d.team);
	page_value(page, ctx, record, &d, "asked");
	page_field(page, text_word(WORDS_FIELD, "asker"), d.asker);
	page_value(page, ctx, record, &d, "passed");
	page_value(page, ctx, record, &d, "answered");
	page_heading(page, text_word(WORDS_FIELD, "dialogue_question"));
	page_text(page, d.text);
	if (*d.passed_text != '\0' && strcmp(d.passed_text, d.text) != 0)
		page_heading(page, text_word(WORDS_FIELD, "passed_text"));
	if (strcmp(d.passed_text, d.text) != 0)
		page_text(page, d.passed_text);
	if (*d.answer != '\0')
		page_heading(page, text_word(WORDS_FIELD, "dialogue_answer"));
	page_text(page, d.answer);
	if (*d.received != '\0')
		page_heading(page, text_word(WORDS_FIELD, "received_text"));
	page_text(page, d.received);
	return ok();
}

static const struct list_source source = {
	.columns = columns,
	.n = LEN(columns),
	.over = &record_of_dialogue,
	.ids = ids,
	.row = row,
	.empty = N_("The jury has asked nothing by code. n records what it asks in a blind round."),
	.file = "dialogues",
};

enum { F_CODE, F_QUESTION };

static const struct form_field ask_fields[] = {
	[F_CODE] = { .name = "code",
		.required = true,
		.hint = N_("The code of the blind round, such as K-7QX.") },
	[F_QUESTION] = { .name = "dialogue_question", .lines = 5 },
};

/* In whichever round the code is. */
static struct error find_code(
	struct context *ctx, const char *code, int64_t *round_id, int64_t *item_id)
{
	struct id_list rounds = { 0 };
	struct error e = round_ids(ctx, "solution", &rounds),
		     found = fail(E_NOT_FOUND, "submission");

	for (size_t i = 0; e.code == E_OK && found.code == E_NOT_FOUND && i < rounds.n; i++) {
		*round_id = rounds.ids[i];
		found = item_find(ctx, *round_id, code, item_id);
	}
	id_list_clear(&rounds);
	return e.code != E_OK ? e : found;
}

static struct error save_question(struct ui *ui, struct form *form, void *arg)
{
	int64_t round_id = 0, item_id = 0;

	TRY(find_code(ui->ctx, form_get(form, F_CODE), &round_id, &item_id));
	return dialogue_ask(
		ui->ctx, round_id, item_id, 0, form_get(form, F_QUESTION), (int64_t *)arg);
}

static const struct form_def ask_def = { NC_("title", "The jury asks"),
	N_("The question goes by its code to the custodian, who hands it on. Name nobody."),
	ask_fields, LEN(ask_fields), NULL, save_question, .record = &record_of_dialogue };

static void on_new(struct ui *ui, struct screen *screen)
{
	int64_t id = 0;

	if (form_run(ui, form_new(ui, &ask_def, &id)))
		list_expect(screen, id);
}

static const char *selected_blocked(
	const struct screen *screen, const char *(*why_not)(const struct dialogue *dialogue))
{
	struct arena arena = { 0 };
	struct dialogue d;
	const char *why = needs_record(screen, screen->ui->ctx);

	if (why != NULL)
		return why;
	if (dialogue_get(screen->ui->ctx, &arena, screen_selected(screen), &d).code == E_OK)
		why = why_not(&d);
	arena_clear(&arena);
	return why;
}

static const char *no_pass(const struct screen *screen, const struct context *ctx)
{
	(void)ctx;
	return selected_blocked(screen, dialogue_pass_blocked);
}

static const char *no_answer(const struct screen *screen, const struct context *ctx)
{
	(void)ctx;
	return selected_blocked(screen, dialogue_answer_blocked);
}

static void on_pass(struct ui *ui, struct screen *screen)
{
	int64_t id = screen_selected(screen);
	struct arena arena = { 0 };
	struct dialogue d;
	struct error e = dialogue_get(ui->ctx, &arena, id, &d);
	char *text =
		e.code != E_OK ?
			NULL :
			ui_ask(ui, _("Hand the question on"),
				_("What the entrant is asked; it names no juror. Send it, then "
				  "press Enter here."),
				d.text, 4);

	ui_complain(ui, e);
	if (text != NULL)
		ui_report(ui, dialogue_pass(ui->ctx, id, text), _("Handed on."));
	free(text);
	arena_clear(&arena);
}

enum { F_RECEIVED, F_ANSWER, F_REASON };

static const struct form_field answer_fields[] = {
	[F_RECEIVED] = { .name = "received_text",
		.lines = 4,
		.hint = N_("Word for word. Only who holds the codes sees it until the names are "
			   "opened.") },
	[F_ANSWER] = { .name = "dialogue_answer",
		.lines = 4,
		.hint = N_("The same without what tells whose it is; empty: there is nothing to "
			   "mask.") },
	[F_REASON] = { .name = "reason",
		.hint = N_("Only if words that may give the team away must stay.") },
};

static struct error save_answer(struct ui *ui, struct form *form, void *arg)
{
	const char *masked = form_get(form, F_ANSWER);

	return dialogue_answer(ui->ctx, *(int64_t *)arg, form_get(form, F_RECEIVED),
		*masked == '\0' ? NULL : masked, form_get(form, F_REASON));
}

static const struct form_def answer_def = { NC_("title", "The answer comes back"),
	N_("The jury reads the masked answer, by code. It does not change after that."),
	answer_fields, LEN(answer_fields), NULL, save_answer, .record = &record_of_dialogue };

static void on_answer(struct ui *ui, struct screen *screen)
{
	int64_t id = screen_selected(screen);

	if (form_run(ui, form_new(ui, &answer_def, &id)))
		ui_say(ui, "%s", _("Saved."));
}

static const struct command commands[] = {
	{ .keys = { K_NEW },
		.action = ACT_DECIDE,
		.label = NC_("command", "new"),
		.help = N_("Record what the jury asks, by a code"),
		.run = on_new },
	{ .keys = { 'p' },
		.action = ACT_READ,
		.label = NC_("command", "hand on"),
		.help = N_("The custodian has handed the question on to the entrant"),
		.blocked = no_pass,
		.run = on_pass },
	{ .keys = { 'a' },
		.action = ACT_READ,
		.label = NC_("command", "answer"),
		.help = N_("The custodian brings the answer back, masked"),
		.blocked = no_answer,
		.run = on_answer },
};

const struct place_row dialogue_place = {
	.shows = KIND_DIALOGUE,
	.fill = fill_page,
	.commands = { commands + 1, LEN(commands) - 1 },
};

const struct place_row dialogues_place = {
	.lists = KIND_DIALOGUE,
	.title = NC_("title", "The jury's questions by code"),
	.help = N_("What the jury asked those who entered a blind round. The custodian hands each "
		   "question on and brings the answer back masked: nobody learns whose it is."),
	.go = true,
	.phase = 5,
	.commands = { commands, LEN(commands) },
	.watches = CHANGED_REVIEWS,
	.list = &source,
};
