/* SPDX-License-Identifier: MIT */
#include "ui/office/letters/outgoing.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/letters/letter.h"
#include "src/letters/sender.h"
#include "src/letters/sending.h"
#include "src/letters/writing.h"
#include "ui/toolkit/ask_path.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/form.h"

static void copy(struct id_list *out, const struct id_list *in)
{
	for (size_t i = 0; i < in->n; i++)
		id_list_add(out, in->ids[i]);
}

/* The marked ones, the one of the page, or all that can go that way. */
static struct error choose(
	struct ui *ui, const struct screen *screen, bool by_mail, struct id_list *ids)
{
	if (screen->shows != 0)
		id_list_add(ids, screen->shows);
	else if (screen->marks.n > 0)
		copy(ids, &screen->marks);
	else
		TRY(letters_cleared(ui->ctx, by_mail, ids));
	if (ids->n > 0)
		return ok();
	return by_mail ? rule(N_("No letter by e-mail is cleared: a clears one, A all.")) :
			 rule(N_("No letter on paper is cleared: a clears one, A all."));
}

/* What stood in the way of that letter or file. */
static void complain_about(struct ui *ui, struct error e, const char *what)
{
	char sentence[400];

	if (what == NULL || e.code == E_CANCELLED) {
		ui_complain(ui, e);
		return;
	}
	text_error(e, sentence, sizeof(sentence));
	ui_tell(ui, what, sentence);
}

/* --- By e-mail */

/* Whether a person sends it although it failed or may have gone. */
static struct error is_again(struct ui *ui, const struct id_list *ids, bool *again)
{
	struct arena arena = { 0 };
	struct letter letter = { .state = "" };
	struct error e = ids->n == 1 ? letter_get(ui->ctx, &arena, ids->ids[0], &letter) : ok();
	enum letter_state state = letter_state_of(letter.state);

	*again =
		e.code == E_OK && (state == LETTER_STATE_FAILED || state == LETTER_STATE_UNCERTAIN);
	arena_clear(&arena);
	return e;
}

static bool confirm_send(struct ui *ui, size_t n, bool again)
{
	char question[300];

	if (again)
		return ui_confirm(ui,
			_("It failed, or may have gone already: look first in the sender's mail. "
			  "Send it again?"),
			C_("button", "Send again"));
	snprintf(question, sizeof(question),
		ngettext("Send %zu letter by e-mail? A decision that it brings is served today.",
			"Send %zu letters by e-mail? Decisions that they bring are served today.",
			(unsigned long)n),
		n);
	return ui_confirm(ui, question, C_("button", "Send"));
}

static void tell_sent(struct ui *ui, struct error e, const struct sending_result *result)
{
	char sent[100];

	snprintf(sent, sizeof(sent),
		ngettext("%zu letter sent.", "%zu letters sent.", (unsigned long)result->sent),
		result->sent);
	if (e.code != E_OK)
		complain_about(ui, e, result->stopped_at);
	else if (result->failed + result->unknown > 0)
		ui_tell(ui, sent,
			_("Others were refused by the program that sends mail, or it is not known "
			  "whether they went. They are shown in red; Enter opens one and says "
			  "why."));
	else
		ui_say(ui, "%s", sent);
}

void letters_ask_send(struct ui *ui, struct screen *screen)
{
	struct arena arena = { 0 };
	struct id_list ids = { 0 };
	struct letter_sender sender;
	struct sending_result result = { 0 };
	bool again = false;
	struct error e = letter_sender_ready(ui->ctx, &arena, &sender);

	if (e.code == E_OK)
		e = choose(ui, screen, true, &ids);
	if (e.code == E_OK)
		e = is_again(ui, &ids, &again);
	if (e.code != E_OK) {
		complain_about(ui, e, C_("title", "Sending letters"));
	} else if (confirm_send(ui, ids.n, again)) {
		e = letters_send(ui->ctx, &arena, ids.ids, ids.n, again, &result);
		tell_sent(ui, e, &result);
		id_list_clear(&screen->marks);
		screen->stale = true;
	}
	id_list_clear(&ids);
	arena_clear(&arena);
}

/* --- As files */

static void write_files(struct ui *ui, const struct id_list *ids, bool paper, const char *path)
{
	struct arena arena = { 0 };
	const char *at = NULL;
	size_t done = 0;
	struct error e = paper ? letters_print(ui->ctx, &arena, ids->ids, ids->n, path, &at) :
				 letters_write(ui->ctx, &arena, ids->ids, ids->n, path, &done, &at);

	if (e.code != E_OK)
		complain_about(ui, e, at);
	else
		ui_say(ui,
			ngettext("%zu letter written. When it has gone, m says so.",
				"%zu letters written. When they have gone, m says so.",
				(unsigned long)ids->n),
			ids->n);
	arena_clear(&arena);
}

static char *ask_path(struct ui *ui, bool paper)
{
	return paper ? ui_ask_path(ui, _("For the printer"),
			       _("The name of a new file, ending in .html or .txt. Each letter "
				 "begins on a page of its own, under its address."),
			       "") :
		       ui_ask_path(ui, _("Files for a mail program"),
			       _("The name of a folder that is there. It gets a file for each "
				 "letter, which a mail program opens and sends."),
			       "");
}

void letters_ask_files(struct ui *ui, struct screen *screen)
{
	const char *ways[] = { _("A file each, for a mail program"),
		_("One file, for the printer") };
	struct id_list ids = { 0 };
	struct error e = context_may_open(ui->ctx, "");
	int way = e.code == E_OK ? ui_choose(ui, _("Letters as files"), ways, LEN(ways), 0) : -1;

	if (way >= 0)
		e = choose(ui, screen, way == 0, &ids);
	if (e.code != E_OK) {
		ui_complain(ui, e);
	} else if (way >= 0) {
		char *path = ask_path(ui, way == 1);

		if (path != NULL && *path != '\0') {
			write_files(ui, &ids, way == 1, path);
			id_list_clear(&screen->marks);
			screen->stale = true;
		}
		free(path);
	}
	id_list_clear(&ids);
}

/* --- Who they come from */

static const struct form_field sender_fields[] = {
	{ .name = "sender_address",
		.hint = N_("The office's: answers come there, and what could not be delivered.") },
	{ .name = "sender_name_fi",
		.hint = N_("Whose letters they are; empty: the competition's name.") },
	{ .name = "sender_name_sv" },
	{ .name = "sender_name_en" },
	{ .name = "program",
		.hint = N_("Its whole path on this machine. Over SSH it cannot be changed.") },
};

struct sender_edit {
	struct arena arena;
	struct letter_sender sender;
};

static struct error fill(struct context *ctx, struct form *form, void *arg)
{
	struct sender_edit *edit = arg;

	TRY(letter_sender_get(ctx, &edit->arena, &edit->sender));
	form_fill_row(form, &edit->sender);
	return ok();
}

static struct error save(struct ui *ui, struct form *form, void *arg)
{
	struct sender_edit *edit = arg;

	TRY(form_read_row(form, &edit->sender));
	return letter_sender_set(ui->ctx, &edit->sender);
}

static const struct form_def sender_form = { NC_("title", "Who letters come from"),
	N_("Nothing is sent before a letter to yourself was tried: that is asked next."),
	sender_fields, LEN(sender_fields), fill, save, .record = &record_of_letter_sender };

static void try_sending(struct ui *ui)
{
	struct arena arena = { 0 };
	const char *said = "";
	struct error e = letter_sender_try(ui->ctx, &arena, &said);

	if (e.code == E_CANCELLED)
		ui_tell(ui, _("The program that sends mail did not take the letter"),
			*said != '\0' ? said : _("It did not say why."));
	else if (e.code != E_OK)
		complain_about(ui, e, C_("title", "Sending letters"));
	else
		ui_tell(ui, ui->ctx->account.email,
			_("The program took a letter to you. Look whether it arrives: taken is not "
			  "delivered. From now on letters can be sent."));
	arena_clear(&arena);
}

void letters_ask_sender(struct ui *ui, struct screen *screen)
{
	struct sender_edit edit = { 0 };
	bool saved = form_run(ui, form_new(ui, &sender_form, &edit));

	if (saved && ui_confirm(ui, _("Saved. Send a letter to yourself now, to try it?"),
			     C_("button", "Try")))
		try_sending(ui);
	screen->stale = true;
	arena_clear(&edit.arena);
}
