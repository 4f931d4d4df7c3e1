/* SPDX-License-Identifier: MIT */
#include "ui/jury/jury.h"

#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "ui/toolkit/dialog.h"

const char *jury_round_name(struct arena *arena, const struct juror_round *round)
{
	if (*round->challenge == '\0')
		return text_word(
			WORDS_PHASE, submission_kind_of(round->kind) == SUBMISSION_KIND_PROBLEM ?
					     "problems" :
				     submission_kind_of(round->kind) == SUBMISSION_KIND_SOLUTION ?
					     "solutions" :
					     "applications");
	if (submission_kind_of(round->kind) == SUBMISSION_KIND_SOLUTION)
		/* TRANSLATORS: what is reviewed; %s is the code of a challenge. */
		return arena_printf(arena, _("Challenge %s, solutions"), round->challenge);
	return arena_printf(arena, _("Challenge %s, applications"), round->challenge);
}

const char *jury_applicant(const struct juror_paper *paper)
{
	return i18n_pick(paper->applicant_fi, paper->applicant_sv, "", NULL);
}

/* How many attachments the reading pack has of it, and their names if they were read; "" for none.
 */
static const char *jury_files(struct arena *arena, const struct juror_item *item)
{
	if (item->paper.files == 0)
		return "";
	/* TRANSLATORS: how many, and their names: "Attachments: 2 (in the reading pack) ·
	 * K-4XW-1.pdf". */
	return arena_printf(arena, _("Attachments: %lld (in the reading pack) · %s"),
		(long long)item->paper.files, item->files);
}

const char *jury_text(struct arena *arena, const struct juror_item *item)
{
	const char *files = jury_files(arena, item);

	return *files == '\0' ? item->paper.body :
				arena_printf(arena, "%s\n\n%s", item->paper.body, files);
}

const char *jury_contact(struct arena *arena, const struct context *ctx)
{
	const char *office = juror_office(ctx);

	/* TRANSLATORS: %s is a name, a telephone number and an e-mail address. */
	return *office == '\0' ? "" : arena_printf(arena, _("Call: %s"), office);
}

void jury_words(struct error e, char *out, size_t size)
{
	static const struct {
		enum errcode code;
		const char *words;
	} own[] = {
		{ E_BUSY, N_("It could not be saved just now. What you typed is still here; try "
			     "again.") },
		{ E_STALE, N_("This review has been changed in another window or by the office.") },
		{ E_NOT_FOUND, N_("There is no such submission.") },
	};

	for (size_t i = 0; i < LEN(own); i++)
		if (own[i].code == e.code) {
			snprintf(out, size, "%s", _(own[i].words));
			return;
		}
	text_error(e, out, size);
}

void jury_complain(struct ui *ui, struct error e)
{
	if (e.code == E_OK || e.code == E_CANCELLED)
		return;
	jury_words(e, ui->message, sizeof(ui->message));
	ui->is_error = true;
	ui->dirty = true;
}

bool jury_report(struct ui *ui, struct error e, const char *done)
{
	if (e.code == E_OK)
		ui_say(ui, "%s", done);
	else
		jury_complain(ui, e);
	return e.code == E_OK;
}

void jury_tell(struct ui *ui, const char *title, const char *words)
{
	struct arena arena = { 0 };
	const char *contact = jury_contact(&arena, ui->ctx);

	ui_tell(ui, title,
		arena_printf(&arena, "%s%s%s", words, *contact == '\0' ? "" : "\n\n", contact));
	arena_clear(&arena);
}

void jury_tell_refused(struct ui *ui, struct error e)
{
	char words[400];

	jury_words(e, words, sizeof(words));
	jury_tell(ui, _("Not saved"), words);
}
