/* SPDX-License-Identifier: MIT
 * The form of what becomes of a submission, and why. */
#include "src/base/i18n.h"
#include "src/judging/decision.h"
#include "ui/office/office.h"

enum { ITEM_OUTCOME, ITEM_FI, ITEM_SV, ITEM_DEVIATION };

static const struct form_field item_fields[] = {
	[ITEM_OUTCOME] = { .name = "outcome", .kind = FORM_CHOICE, .words = WORDS_OUTCOME },
	[ITEM_FI] = { .name = "reason", .label = N_("Reason in Finnish"), .kind = FORM_LINES,
		.lines = 4, .max = 4000 },
	[ITEM_SV] = { .name = "reason", .label = N_("Reason in Swedish"), .kind = FORM_LINES,
		.lines = 4, .max = 4000 },
	[ITEM_DEVIATION] = { .name = "reason", .label = N_("Why past a better rank"),
		.kind = FORM_LINES, .lines = 2, .max = 4000,
		.hint = N_("Needed only if it is selected although another one ranks better.") },
};

struct item_edit {
	int64_t decision_id, item_id;
	bool rest;
};

static struct error fill_item(struct context *ctx, struct form *form, void *arg)
{
	struct item_edit *edit = arg;
	struct arena arena = { 0 };
	struct decision_items items = { 0 };
	struct error e = edit->rest ? ok() :
				      decision_items(ctx, &arena, edit->decision_id, &items);

	form_set_choice(form, ITEM_OUTCOME, edit->rest ? "not_selected" : "selected");
	for (size_t i = 0; e.code == E_OK && i < items.n; i++) {
		const struct decision_item *item = &items.rows[i];

		if (item->item_id != edit->item_id)
			continue;
		if (*item->outcome != '\0')
			form_set_choice(form, ITEM_OUTCOME, item->outcome);
		form_set(form, ITEM_FI, item->reason_fi);
		form_set(form, ITEM_SV, item->reason_sv);
		form_set(form, ITEM_DEVIATION, item->deviation_reason);
	}
	arena_clear(&arena);
	return e;
}

static struct error save_item(struct ui *ui, struct form *form, void *arg)
{
	struct item_edit *edit = arg;
	struct decision_item item = { .item_id = edit->item_id,
		.outcome = form_choice(form, ITEM_OUTCOME), .reason_fi = form_get(form, ITEM_FI),
		.reason_sv = form_get(form, ITEM_SV), .reason_en = "",
		.deviation_reason = form_get(form, ITEM_DEVIATION) };

	return edit->rest ? decision_set_rest(ui->ctx, edit->decision_id, &item) :
			    decision_set_item(ui->ctx, edit->decision_id, &item);
}

static const struct form_def item_def = { NC_("title", "Outcome"),
	N_("What becomes of it, and why. The reason is needed in the language of the meeting; what is "
	   "missing in the other one is listed."),
	item_fields, LEN(item_fields), fill_item, save_item };

/* `item` NULL: all that have no outcome yet. */
void outcome_edit(struct ui *ui, int64_t decision_id, const struct decision_item *item)
{
	struct item_edit edit = { decision_id, item == NULL ? 0 : item->item_id, item == NULL };
	struct arena arena = { 0 };
	const char *code = item == NULL ? NULL : arena_text(&arena, item->code);
	const char *about = item == NULL ? NULL : arena_text(&arena, item->title);

	if (form_run_about(ui, &item_def, &edit, code, about))
		ui_say(ui, "%s", _("Saved."));
	arena_clear(&arena);
}
