/* SPDX-License-Identifier: MIT
 * The form of what becomes of a submission, and why. */
#include "ui/office/judging/outcome.h"

#include <string.h>

#include "src/base/i18n.h"
#include "src/judging/decision.h"
#include "ui/office/ask.h"

static const struct form_field item_fields[] = {
	{ .name = "outcome" },
	{ .name = "reason_fi", .label = N_("Reason in Finnish"), .lines = 4 },
	{ .name = "reason_sv", .label = N_("Reason in Swedish"), .lines = 4 },
	{ .name = "reason",
		.label = N_("Why past a better rank"),
		.lines = 2,
		.hint = N_("Needed only if it is selected although another one ranks better.") },
};

/* The reasons an office writes again and again, by what is judged; each can be changed afterwards.
 */
static const struct {
	const char *kind, *outcome, *fi, *sv;
} phrases[] = {
	{ "problem", "selected",
		"Ongelma on merkittävä, ja sen ratkaisu olisi hyödynnettävissä monessa kunnassa.",
		"Problemet är betydande och en lösning kan tas i bruk i många kommuner." },
	{ "problem", "reserve", "Ongelma sai hyvät pisteet ja jää varalle.",
		"Problemet fick goda poäng och står på reservplats." },
	{ "problem", "not_selected",
		"Ongelma on todellinen, mutta muut ehdotukset arvioitiin paremmiksi arviointiperusteiden "
		"mukaan.",
		"Problemet är verkligt, men andra förslag bedömdes som bättre enligt kriterierna." },
	{ "application", "selected",
		"Hakemus vastaa haasteeseen hyvin arviointiperusteiden mukaan.",
		"Ansökan svarar väl på utmaningen enligt kriterierna." },
	{ "application", "reserve", "Hakemus sai hyvät pisteet ja jää varalle.",
		"Ansökan fick goda poäng och står på reservplats." },
	{ "application", "not_selected",
		"Muut saman haasteen hakemukset arvioitiin paremmiksi arviointiperusteiden mukaan.",
		"De andra ansökningarna till samma utmaning bedömdes som bättre enligt kriterierna." },
	{ "solution", "selected", "Ratkaisu arvioitiin parhaaksi arviointiperusteiden mukaan.",
		"Lösningen bedömdes som den bästa enligt kriterierna." },
	{ "solution", "reserve", "Ratkaisu sai hyvät pisteet ja on seuraava järjestyksessä.",
		"Lösningen fick goda poäng och är nästa i ordningen." },
	{ "solution", "not_selected",
		"Muut ratkaisut arvioitiin paremmiksi arviointiperusteiden mukaan.",
		"De andra lösningarna bedömdes som bättre enligt kriterierna." },
};

/* In both languages. */
static void usual_reason(const char *kind, const char *outcome, struct decision_item *item)
{
	for (size_t i = 0; i < LEN(phrases); i++)
		if (strcmp(phrases[i].kind, kind) == 0 &&
			strcmp(phrases[i].outcome, outcome) == 0) {
			item->reason_fi = phrases[i].fi;
			item->reason_sv = phrases[i].sv;
		}
}

/* A reason that somebody wrote stays. */
static bool has_reason(const struct decision_item *item)
{
	return *item->reason_fi != '\0' || *item->reason_sv != '\0' || *item->reason_en != '\0';
}

bool outcome_quick(struct ui *ui, int64_t decision_id, const char *kind,
	const struct decision_item *before, const char *outcome)
{
	struct decision_item item = { .item_id = before->item_id,
		.outcome = outcome,
		.reason_fi = "",
		.reason_sv = "",
		.reason_en = "",
		.deviation_reason = "" };

	usual_reason(kind, outcome, &item);
	if (strcmp(before->outcome, outcome) == 0 && has_reason(before)) {
		ui_say(ui, "%s", _("It is that already, with its reason; Enter changes it."));
		return true;
	}
	return ui_report(ui, decision_set_item(ui->ctx, decision_id, &item),
		_("Saved with the usual reason; Enter changes it."));
}

struct item_edit {
	int64_t decision_id, item_id;
	const char *kind; /* as of submissions */
	bool rest;
};

static struct error fill_item(struct context *ctx, struct form *form, void *arg)
{
	struct item_edit *edit = arg;
	struct arena arena = { 0 };
	struct decision_items items = { 0 };
	struct decision_item shown = { .outcome = edit->rest ? "not_selected" : "selected" };
	struct error e = edit->rest ? ok() : decision_items(ctx, &arena, edit->decision_id, &items);

	if (edit->rest)
		usual_reason(edit->kind, shown.outcome, &shown);
	for (size_t i = 0; e.code == E_OK && i < items.n; i++) {
		const struct decision_item *item = &items.rows[i];

		if (item->item_id != edit->item_id)
			continue;
		const char *before = *item->outcome == '\0' ? shown.outcome : item->outcome;
		shown = *item;
		shown.outcome = before;
	}
	form_fill_row(form, &shown);
	arena_clear(&arena);
	return e;
}

/* The usual reason of another outcome cannot be meant: it was there before the outcome was chosen.
 */
static void follow_outcome(const char *kind, struct decision_item *item)
{
	const char *code;
	struct decision_item right = *item;

	usual_reason(kind, item->outcome, &right);
	for (size_t i = 0; (code = text_code(WORDS_OUTCOME, i)) != NULL; i++) {
		struct decision_item usual = { .reason_fi = "", .reason_sv = "" };

		usual_reason(kind, code, &usual);
		if (*usual.reason_fi != '\0' && strcmp(item->reason_fi, usual.reason_fi) == 0)
			item->reason_fi = right.reason_fi;
		if (*usual.reason_sv != '\0' && strcmp(item->reason_sv, usual.reason_sv) == 0)
			item->reason_sv = right.reason_sv;
	}
}

static struct error save_item(struct ui *ui, struct form *form, void *arg)
{
	struct item_edit *edit = arg;
	struct decision_item item = { .item_id = edit->item_id, .reason_en = "" };

	TRY(form_read_row(form, &item));
	follow_outcome(edit->kind, &item);
	return edit->rest ? decision_set_rest(ui->ctx, edit->decision_id, &item) :
			    decision_set_item(ui->ctx, edit->decision_id, &item);
}

static const struct form_def item_def = { NC_("title", "Outcome"),
	N_("What becomes of it, and why. The reason is needed in the language of the meeting; what is "
	   "missing in the other one is listed."),
	item_fields, LEN(item_fields), fill_item, save_item, .record = &record_of_decision_item };

/* `item` NULL: all that have no outcome yet. */
void outcome_edit(
	struct ui *ui, int64_t decision_id, const char *kind, const struct decision_item *item)
{
	struct item_edit edit = { decision_id, item == NULL ? 0 : item->item_id, kind,
		item == NULL };
	struct arena arena = { 0 };
	edit.kind = arena_text(&arena, kind);
	const char *code = item == NULL ? NULL : arena_text(&arena, item->code);
	const char *about = item == NULL ? NULL : arena_text(&arena, item->title);

	if (form_run_about(ui, &item_def, &edit, code, about))
		ui_say(ui, "%s", _("Saved."));
	arena_clear(&arena);
}
