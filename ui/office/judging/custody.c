/* SPDX-License-Identifier: MIT
 * What the custodian of a blind round is asked: who holds the codes, and what is carried over to
 * the jury's side. */
#include "ui/office/judging/custody.h"

#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/judging/blind.h"
#include "src/judging/custody.h"
#include "src/phases/submission.h"
#include "ui/office/ask.h"
#include "ui/office/judging/panel.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/form.h"

void custody_ask(struct ui *ui, int64_t round_id)
{
	char *login =
		pick_account(ui, _("Who holds the codes? Type the beginning of the name"), true);
	char *deputy =
		login == NULL ?
			NULL :
			pick_account(
				ui, _("And who stands in? Esc leaves the deputy as it is"), true);
	char *reason = NULL;
	struct error e = login == NULL ? fail(E_CANCELLED, NULL) :
					 custody_name(ui->ctx, round_id, login, deputy, "");

	if (e.code == E_REASON) {
		reason = ask_reason(ui, C_("title", "Taking over the codes"),
			_("Why does another take over? It stays in the file and in the minutes."));
		e = reason == NULL ? fail(E_CANCELLED, NULL) :
				     custody_name(ui->ctx, round_id, login, deputy, reason);
	}
	if (e.code == E_OK) {
		const char *warning = custody_recorder_warning(ui->ctx, round_id);

		ui_tell(ui, C_("title", "Custodian of the codes"),
			warning != NULL ? warning : custody_advice());
		ui_say(ui, "%s", _("Saved."));
	} else if (e.code != E_CANCELLED) {
		ui_complain(ui, e);
	}
	free(reason);
	free(deputy);
	free(login);
}

/* By hand, as the mask is: with why it is carried over. */
enum { CARRY_TITLE, CARRY_TEXT, CARRY_REASON };

static const struct form_field carry_fields[] = {
	[CARRY_TITLE] = { .name = "title", .kind = FORM_LINE, .max = 200, .required = true },
	[CARRY_TEXT] = { .name = "mask",
		.kind = FORM_LINES,
		.lines = 10,
		.max = 10000,
		.hint = N_("What the jury reads. The team's own text stays as it was handed in.") },
	[CARRY_REASON] = { .name = "reason", .kind = FORM_LINE, .max = 2000, .required = true },
};

struct carrying {
	int64_t round_id, submission_id;
	const char *code;
};

static struct error fill_carry(struct context *ctx, struct form *form, void *arg)
{
	const struct carrying *carrying = arg;
	struct arena arena = { 0 };
	struct submission s;
	struct error e = submission_get(ctx, &arena, carrying->submission_id, &s);

	if (e.code == E_OK) {
		form_set(form, CARRY_TITLE, s.title);
		form_set(form, CARRY_TEXT, s.body);
	}
	arena_clear(&arena);
	return e;
}

static struct error save_carry(struct ui *ui, struct form *form, void *arg)
{
	const struct carrying *carrying = arg;

	return blind_carry(ui->ctx, carrying->round_id, carrying->code, form_get(form, CARRY_TITLE),
		form_get(form, CARRY_TEXT), form_get(form, CARRY_REASON));
}

static const struct form_def carry_def = { NC_("title", "Carry over"),
	N_("Take out what tells who the team is: names, places, addresses, numbers."), carry_fields,
	LEN(carry_fields), fill_carry, save_carry, NULL, NULL };

/* The jury gets the text, masked; or keeps what it has. */
static bool takes_text(struct ui *ui, const struct carry *c, bool *cancelled)
{
	const char *options[] = { _("Mask it and give it to the jury"),
		_("Put it aside: the jury keeps the text it has") };

	*cancelled = false;
	if (strcmp(c->what, "version") != 0)
		return strcmp(c->what, "admitted") == 0;
	int chosen = ui_choose(ui, text_word(WORDS_CARRY, c->what), options, 2, 0);
	*cancelled = chosen < 0;
	return chosen == 0;
}

static void carry_one(struct ui *ui, int64_t round_id, const struct carry *c)
{
	struct carrying carrying = { round_id, c->submission_id, c->code };
	bool cancelled;

	if (takes_text(ui, c, &cancelled)) {
		if (form_run(ui, form_new(ui, &carry_def, &carrying)))
			ui_say(ui, "%s", _("Carried over."));
		return;
	}
	char *reason = cancelled ? NULL :
				   ask_reason(ui, C_("title", "Carry over"),
					   _("Why? From now on it holds for the jury too."));
	if (reason != NULL)
		ui_report(ui, blind_carry(ui->ctx, round_id, c->code, NULL, NULL, reason),
			_("Carried over."));
	free(reason);
}

void carry_ask(struct ui *ui, int64_t round_id)
{
	struct arena arena = { 0 };
	struct carries all;
	struct error e = blind_to_carry(ui->ctx, &arena, round_id, &all);
	const char **lines = arena_alloc(&arena, (all.n + 1) * sizeof(*lines));

	for (size_t i = 0; i < all.n; i++)
		lines[i] = arena_printf(&arena, "%s  %s  %s", all.rows[i].code,
			all.rows[i].item_code, text_word(WORDS_CARRY, all.rows[i].what));
	if (e.code != E_OK)
		ui_complain(ui, e);
	else if (all.n == 0)
		ui_say(ui, "%s", _("Nothing waits to be carried over."));
	int chosen = all.n == 0 ?
			     -1 :
			     ui_choose(ui, C_("title", "To be carried over"), lines, (int)all.n, 0);
	if (chosen >= 0)
		carry_one(ui, round_id, &all.rows[chosen]);
	arena_clear(&arena);
}
