/* SPDX-License-Identifier: MIT */
#include "ui/office/judging/approving.h"

#include "src/base/i18n.h"
#include "src/judging/reasons.h"
#include "ui/toolkit/dialog.h"

static struct error tell_missing(
	struct ui *ui, struct arena *arena, const struct decision *d, bool *missing)
{
	const char *codes;

	TRY(reasons_missing(ui->ctx, arena, d->id, d->lang, &codes));
	*missing = *codes != '\0';
	if (*missing)
		ui_tell(ui, _("Reasons are missing"),
			/* TRANSLATORS: codes of submissions. */
			arena_printf(arena,
				_("These have no reason in the language of the decision: %s"),
				codes));
	return ok();
}

/* "Same reason for 74: P-001, ...: “...”", each such reason. */
static const char *same_question(struct arena *arena, const struct same_reasons *same)
{
	const char *text = "";

	for (size_t i = 0; i < same->n; i++)
		text = arena_printf(arena, "%s%s%s", text, i == 0 ? "" : "\n\n",
			/* TRANSLATORS: how many have one reason, their codes, and the reason. */
			arena_printf(arena,
				ngettext("Same reason for %lld (%s): %s",
					"Same reason for %lld (%s): %s",
					(unsigned long)same->rows[i].n),
				(long long)same->rows[i].n, same->rows[i].codes,
				same->rows[i].text));
	return text;
}

static struct error ask_same(
	struct ui *ui, struct arena *arena, const struct decision *d, bool *go_on)
{
	struct same_reasons same;

	TRY(reasons_same(ui->ctx, arena, d->id, &same));
	if (same.confirmed)
		return ok();
	*go_on = ui_confirm(ui, same_question(arena, &same), C_("button", "It is meant"));
	return *go_on ? reasons_confirm_same(ui->ctx, d->id, same.entrants) : ok();
}

bool approve_reasons(struct ui *ui, int64_t decision_id)
{
	struct arena arena = { 0 };
	bool missing = false, go_on = true;
	struct decision d;
	struct error e = decision_get(ui->ctx, &arena, decision_id, &d);

	if (e.code == E_OK)
		e = tell_missing(ui, &arena, &d, &missing);
	if (e.code == E_OK && !missing)
		e = ask_same(ui, &arena, &d, &go_on);
	ui_complain(ui, e);
	arena_clear(&arena);
	return e.code == E_OK && !missing && go_on;
}
