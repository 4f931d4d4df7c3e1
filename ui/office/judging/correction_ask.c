/* SPDX-License-Identifier: MIT */
#include "ui/office/judging/correction_ask.h"

#include "src/base/i18n.h"
#include "src/judging/service.h"
#include "ui/toolkit/dialog.h"

enum { COMPLAINTS_MAX = 40 };

/* The complaints against the decision, and before them that none is the reason. */
struct choices {
	int64_t ids[COMPLAINTS_MAX];
	const char *words[COMPLAINTS_MAX];
	int n;
};

static struct error read_complaints(
	struct context *ctx, struct arena *arena, int64_t decision_id, struct choices *choices)
{
	struct id_list ids = { 0 };
	struct error e = complaint_ids(ctx, decision_id, &ids);

	choices->ids[0] = 0;
	choices->words[0] = _("no complaint: the organizer noticed it");
	choices->n = 1;
	for (size_t i = 0; e.code == E_OK && i < ids.n && choices->n < COMPLAINTS_MAX; i++) {
		struct complaint c;
		const char *name;

		e = complaint_get(ctx, arena, ids.ids[i], &c);
		if (e.code == E_OK)
			e = complaint_name(ctx, arena, &c, &name);
		if (e.code != E_OK)
			continue;
		choices->ids[choices->n] = c.id;
		choices->words[choices->n++] =
			arena_printf(arena, "%s  %s  %s", c.code, name, c.by);
	}
	id_list_clear(&ids);
	return e;
}

/* False: cancelled. */
static bool ask_complaint(struct ui *ui, int64_t decision_id, int64_t *complaint_id)
{
	struct choices choices = { .n = 0 };
	struct arena arena = { 0 };
	struct error e = read_complaints(ui->ctx, &arena, decision_id, &choices);
	int chosen = 0;

	ui_complain(ui, e);
	if (e.code == E_OK && choices.n > 1)
		chosen = ui_choose(
			ui, _("Which complaint does it follow from?"), choices.words, choices.n, 0);
	*complaint_id = chosen < 0 ? 0 : choices.ids[chosen];
	arena_clear(&arena);
	return e.code == E_OK && chosen >= 0;
}

bool correction_ask(struct ui *ui, const struct decision *d, struct correcting *correcting)
{
	if (decision_kind_of(d->kind) == DECISION_KIND_STATEMENT)
		return true;
	correcting->kind =
		ui_choose_word(ui, _("What kind of correction is it?"), WORDS_CORRECTION, NULL);
	return correcting->kind != NULL && ask_complaint(ui, d->id, &correcting->complaint_id);
}
