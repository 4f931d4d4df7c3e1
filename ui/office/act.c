/* SPDX-License-Identifier: MIT */
#include "ui/office/act.h"

#include <stdio.h>
#include <stdlib.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/base/text.h"
#include "src/roof/acts.h"
#include "ui/office/ask.h"
#include "ui/toolkit/dialog.h"

enum { IN_TURN = 2 /* so many questions come one after the other; more are a form */ };

/* An act that is being asked about. */
struct asking {
	const struct act *act;
	const int64_t *ids;
	size_t n;
	struct arena arena;
	const char *title, *question;
	const char *texts[ASKS_MAX]; /* what was typed; in the arena, NULL: nothing */
	struct answers answers;
	int64_t failed;
};

/* One of several is named, and that nothing was done. */
static void refuse(struct ui *ui, struct asking *asking, int64_t id, struct error e)
{
	enum kind kind = acts_kind(asking->act);
	char text[400];

	if (asking->n == 1) {
		ui_complain(ui, e);
		return;
	}
	text_error(e, text, sizeof(text));
	/* TRANSLATORS: the code of one of several records, and why the act is not possible on it.
	 */
	ui_say(ui, _("%s: %s Nothing was done."), acts_name(ui->ctx, &asking->arena, kind, id),
		text);
	ui->is_error = true;
}

static bool is_possible(struct ui *ui, struct asking *asking)
{
	for (size_t i = 0; i < asking->n; i++) {
		const char *why;
		struct error e = act_blocked(ui->ctx, asking->act, asking->ids[i], &why);

		if (e.code == E_OK && why != NULL)
			e = rule(why);
		if (e.code == E_OK)
			continue;
		refuse(ui, asking, asking->ids[i], e);
		return false;
	}
	return true;
}

/* What is asked, in words: of several with their number, of one perhaps in its own words; "" for
 * nothing. */
static struct error word_question(struct ui *ui, struct asking *asking)
{
	const struct act *act = asking->act;
	unsigned long n = asking->n;

	asking->title = act->title == NULL ? "" : i18n_lookup("title", act->title);
	if (n > 1) {
		asking->question = arena_printf(&asking->arena, _(act->many), n);
		return ok();
	}
	asking->question = act->question == NULL ? "" : _(act->question);
	return act->word == NULL ?
		       ok() :
		       act->word(ui->ctx, &asking->arena, asking->ids[0], &asking->question);
}

static bool ask_code(struct ui *ui, struct asking *asking, size_t at)
{
	const struct act_ask *ask = &asking->act->asks[at];
	const char *chosen =
		ui_choose_word(ui, text_word(WORDS_FIELD, ask->name), ask->words, NULL);

	asking->texts[at] = chosen;
	return chosen != NULL;
}

static bool ask_text(struct ui *ui, struct asking *asking, size_t at)
{
	const struct act_ask *ask = &asking->act->asks[at];
	char today[40] = "";

	if (ask->kind == ASK_DAY && !ask->required)
		text_day(day_of_time(context_now(ui->ctx)), today, sizeof(today));
	char *typed =
		ui_ask(ui, asking->title, asking->question, today, ask->kind == ASK_LINES ? 4 : 1);
	if (typed != NULL)
		asking->texts[at] = arena_text(&asking->arena, typed);
	bool answered = typed != NULL;
	free(typed);
	return answered;
}

/* A choice first: it may decide what is to be typed. */
static bool ask_in_turn(struct ui *ui, struct asking *asking)
{
	for (int codes = 1; codes >= 0; codes--)
		for (size_t i = 0; i < asking->act->ask_count; i++) {
			const struct act_ask *ask = &asking->act->asks[i];

			if (ask->aside || (ask->kind == ASK_CODE) != (codes == 1))
				continue;
			if (!(codes == 1 ? ask_code(ui, asking, i) : ask_text(ui, asking, i)))
				return false;
		}
	return true;
}

static struct error fill(struct context *ctx, struct form *form, void *arg)
{
	const struct asking *asking = arg;
	char today[40];

	text_day(day_of_time(context_now(ctx)), today, sizeof(today));
	for (size_t i = 0; i < asking->act->ask_count; i++) {
		const struct act_ask *ask = &asking->act->asks[i];

		if (ask->kind == ASK_DAY && !ask->required)
			form_set(form, i, today);
		if (ask->kind == ASK_CODE)
			form_set_choice(form, i,
				ask->otherwise != NULL ? ask->otherwise : text_code(ask->words, 0));
	}
	return ok();
}

static struct error do_asked(struct ui *ui, struct asking *asking)
{
	TRY(act_answers(asking->act, asking->texts, &asking->answers));
	return act_do(
		ui->ctx, asking->act, asking->ids, asking->n, &asking->answers, &asking->failed);
}

static struct error save(struct ui *ui, struct form *form, void *arg)
{
	struct asking *asking = arg;

	for (size_t i = 0; i < asking->act->ask_count; i++)
		asking->texts[i] = asking->act->asks[i].kind == ASK_CODE ? form_choice(form, i) :
									   form_get(form, i);
	return do_asked(ui, asking);
}

/* By hand: what an act asks for stands in its own table (src/ground/act.h). */
static bool run_form(struct ui *ui, struct asking *asking)
{
	struct form_field fields[ASKS_MAX] = { 0 };

	for (size_t i = 0; i < asking->act->ask_count; i++) {
		const struct act_ask *ask = &asking->act->asks[i];
		bool lines = ask->kind == ASK_LINES;

		fields[i] = (struct form_field){ .name = ask->name,
			.kind = lines                 ? FORM_LINES :
				ask->kind == ASK_CODE ? FORM_CHOICE :
							FORM_LINE,
			.lines = 6,
			.max = lines ? REASON_MAX : FIELD_MAX,
			.required = ask->required && ask->kind != ASK_CODE,
			.words = ask->words };
	}
	const struct form_def def = { asking->act->title, asking->act->question, fields,
		asking->act->ask_count, fill, save, NULL, NULL };
	return form_run(ui, form_new(ui, &def, asking));
}

/* What is missing, if anything, and the reason to go on nevertheless. */
static bool ask_missing(struct ui *ui, struct asking *asking)
{
	struct checklist list = { .n = 0 };
	struct error e = asking->act->missing(ui->ctx, asking->act, asking->ids[0], &list);

	if (e.code != E_OK) {
		ui_complain(ui, e);
		return false;
	}
	if (list.n == 0)
		return ui_confirm(ui, asking->question, i18n_lookup("button", asking->act->button));
	char *reason = ask_about_missing(ui, asking->question, &list);
	if (reason != NULL)
		asking->texts[0] = arena_text(&asking->arena, reason);
	bool answered = reason != NULL;
	free(reason);
	return answered;
}

static size_t asked_of(const struct act *act)
{
	size_t n = 0;

	for (size_t i = 0; i < act->ask_count; i++)
		n += act->asks[i].aside ? 0 : 1;
	return n;
}

static bool ask_all(struct ui *ui, struct asking *asking)
{
	if (asking->act->missing != NULL)
		return ask_missing(ui, asking);
	if (asked_of(asking->act) > 0)
		return ask_in_turn(ui, asking);
	return *asking->question == '\0' ||
	       ui_confirm(ui, asking->question, i18n_lookup("button", asking->act->button));
}

/* What it waits for, or that it is done and what that means. */
static void say_done(struct ui *ui, const struct asking *asking)
{
	const struct act *act = asking->act;
	const char *note = NULL;
	int64_t number = 0;

	for (size_t i = 0; i < asking->n; i++) {
		if (act->waits != NULL && number == 0)
			ui_complain(ui, act->waits(ui->ctx, asking->ids[i], &number));
		if (act->note != NULL && note == NULL)
			note = act->note(ui->ctx, asking->ids[i]);
	}
	if (number != 0)
		ui_say(ui, "%s",
			_("It waits for a second person: the desk tells the others of the office."));
	else
		ui_say(ui, "%s%s%s", _(act->done), note == NULL ? "" : " ",
			note == NULL ? "" : _(note));
}

static void tell_more(struct ui *ui, struct asking *asking, struct error e)
{
	const struct act *act = asking->act;

	if (e.code != E_RULE || act->refused == NULL)
		return;
	const char *more = act->refused(ui->ctx, &asking->arena, asking->failed);
	if (*more != '\0')
		ui_tell(ui, i18n_lookup("title", act->refused_title), more);
}

static bool ask_and_do(struct ui *ui, struct asking *asking)
{
	if (!is_possible(ui, asking))
		return false;
	struct error e = word_question(ui, asking);
	if (e.code == E_OK && asked_of(asking->act) > IN_TURN)
		return run_form(ui, asking);
	if (e.code == E_OK && !ask_all(ui, asking))
		return false;
	asking->failed = asking->ids[0];
	if (e.code == E_OK)
		e = do_asked(ui, asking);
	if (e.code == E_OK)
		return true;
	tell_more(ui, asking, e);
	refuse(ui, asking, asking->failed, e);
	return false;
}

/* On all of them or on none. */
static bool do_acts(struct ui *ui, const struct act *act, const struct id_list *ids)
{
	/* A copy: rows may be unmarked and lists read anew under a question. */
	struct asking asking = { .act = act, .n = ids->n };
	int64_t *copy = arena_alloc(&asking.arena, (ids->n + 1) * sizeof(*copy));

	for (size_t i = 0; i < ids->n; i++)
		copy[i] = ids->ids[i];
	asking.ids = copy;
	bool done = ids->n > 0 && ask_and_do(ui, &asking);
	if (done)
		say_done(ui, &asking);
	arena_clear(&asking.arena);
	return done;
}

bool do_act(struct ui *ui, const struct act *act, int64_t id)
{
	struct id_list one = { 0 };

	id_list_add(&one, id);
	bool done = do_acts(ui, act, &one);
	id_list_clear(&one);
	return done;
}

/* The records that the command's act is about; those without one are left out. */
static void find_subjects(struct ui *ui, const struct screen *screen, struct id_list *ids)
{
	const struct command *command = ui->running;
	int64_t selected = screen_selected(screen);
	size_t n = screen->marks.n > 0 ? screen->marks.n : 1;

	for (size_t i = 0; i < n; i++) {
		int64_t id = screen->marks.n > 0 ? screen->marks.ids[i] : selected;

		if (command->subject != NULL)
			id = command->subject(screen, id);
		if (id != 0 && id_list_find(ids, id) == (size_t)-1)
			id_list_add(ids, id);
	}
}

void run_act(struct ui *ui, struct screen *screen)
{
	const struct act *act = ui->running->act;
	struct id_list ids = { 0 };

	find_subjects(ui, screen, &ids);
	bool done = do_acts(ui, act, &ids);
	if (done)
		id_list_clear(&screen->marks);
	id_list_clear(&ids);
}
