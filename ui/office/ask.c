/* SPDX-License-Identifier: MIT */
#include "ui/office/ask.h"

#include <stdlib.h>

#include "src/base/i18n.h"
#include "src/phases/late.h"
#include "src/phases/phase.h"
#include "src/phases/submission.h"
#include "ui/toolkit/dialog.h"

bool form_run_about(
	struct ui *ui, const struct form_def *def, void *arg, const char *code, const char *about)
{
	struct form_def with = *def;

	with.code = code;
	with.about = about;
	return form_run(ui, form_new(ui, &with, arg));
}

void report_standing(struct ui *ui, struct error e, int64_t id, const char *done)
{
	struct arena arena = { 0 };
	struct submission s;

	if (e.code == E_OK)
		e = submission_get(ui->ctx, &arena, id, &s);
	const char *standing = e.code == E_OK ? late_standing(ui->ctx, &s) : NULL;
	if (standing != NULL)
		ui_say(ui, "%s %s", done, _(standing));
	else
		ui_report(ui, e, done);
	arena_clear(&arena);
}

struct error with_reason(struct ui *ui, const struct submission_input *input)
{
	struct submission_input again = *input;
	struct error e = submission_update(ui->ctx, input);

	if (e.code != E_REASON)
		return e;
	char *reason = ask_reason(ui, _("The time of arrival is corrected"), _(e.field));
	again.reason = reason;
	e = reason == NULL ? fail(E_CANCELLED, NULL) : submission_update(ui->ctx, &again);
	free(reason);
	return e;
}

char *ask_reason(struct ui *ui, const char *title, const char *why)
{
	return ui_ask(ui, title, why, "", 4);
}

char *ask_about_missing(struct ui *ui, const char *title, const struct checklist *list)
{
	struct buffer text = { 0 };

	if (list->n == 0)
		return xstrdup("");
	for (size_t i = 0; i < list->n; i++)
		buffer_printf(&text, "%s %s%s%s\n", term_glyph(GLYPH_BULLET), _(list->missing[i]),
			*list->about[i] == '\0' ? "" : " ", list->about[i]);
	buffer_printf(&text, "%s", _("It can be done nevertheless. Write the reason:"));
	char *reason = ui_ask(ui, title, text.text, "", 3);
	buffer_clear(&text);
	return reason;
}
