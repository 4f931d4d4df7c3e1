/* SPDX-License-Identifier: MIT
 * Regimes of correction and appeal: the dated rows, and on the page of each its instruction and
 * what that names. */
#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/registers/regime.h"
#include "ui/office/place.h"
#include "ui/office/place_list.h"
#include "ui/office/record.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/form.h"
#include "ui/toolkit/letters.h"
#include "ui/toolkit/list.h"

static const struct list_column columns[] = {
	{ NC_("column", "Name"), 25, 1, ALIGN_LEFT, -1 },
	{ LIST_FIELD("since", 10, 0, -1) },
	{ NC_("column", "Correction, days"), 13, 0, ALIGN_RIGHT, -1 },
	{ NC_("column", "Appeal, days"), 12, 0, ALIGN_RIGHT, -1 },
	{ NC_("column", "Correction"), 23, 1, ALIGN_LEFT, -1 },
	{ NC_("column", "Appeal"), 34, 1, ALIGN_LEFT, -1 },
	{ LIST_FIELD("source", 24, 1, -1) },
};

static struct error ids(struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	(void)screen;
	(void)sort;
	return regime_ids(ctx, list);
}

static struct cell days(int64_t n)
{
	return n == 0 ? cell_none() : cell_number(n);
}

static struct error row(struct screen *screen, struct context *ctx, int64_t id, struct arena *arena,
	struct cell *cells, struct list_look *look)
{
	struct regime r;

	(void)screen;
	(void)look;
	TRY(regime_get(ctx, arena, id, &r));
	cells[0] = cell_text(regime_name(&r, NULL));
	cells[1] = cell_day(r.since);
	cells[2] = days(r.correction_days);
	cells[3] = days(r.appeal_days);
	cells[4] = cell_else(cell_text(regime_correction(&r, NULL)), "–");
	cells[5] = cell_else(cell_text(regime_appeal(&r, NULL)), "–");
	cells[6] = cell_text(r.source);
	return ok();
}

static const struct list_source source = {
	.columns = columns,
	.n = LEN(columns),
	.over = &record_of_regime,
	.ids = ids,
	.row = row,
	.empty = N_("No regimes. n writes one."),
	.file = "regimes",
};

/* --- The page */

static struct error fill_settings(
	struct context *ctx, struct arena *arena, const struct regime *r, struct page *page)
{
	struct regime_settings settings;
	char since[40];

	TRY(regime_settings(ctx, arena, r->code, 0, &settings));
	page_gap(page);
	page_heading(page, _("What the instruction names"));
	for (size_t i = 0; i < settings.n; i++) {
		const struct regime_setting *s = &settings.rows[i];

		text_day(s->since, since, sizeof(since));
		page_printf(page, text_word(WORDS_REGIME_SETTING, s->name), "%s",
			i18n_pick(s->value_fi, s->value_sv, s->value_en, NULL));
		page_printf(page, "", "%s · %s", since, s->source);
	}
	if (settings.n == 0)
		page_text(page, _("Nothing has been set: a sets the address, office hours, court "
				  "and fee."));
	return ok();
}

static struct error fill_page(struct context *ctx, struct arena *arena, int64_t id,
	struct page *page, char *name, size_t size)
{
	static const char *const fields[] = { "since", "correction_days", "correction_section",
		"appeal_days", "appeal_section", "email_days", "letter_days", "etendering_days",
		"suomifi_days", "hand_days", "service_section", "consent", "holds",
		"clerical_section", "factual_section", "source", "decisions" };
	struct regime r;

	TRY(regime_get(ctx, arena, id, &r));
	snprintf(name, size, "%s", r.code);
	page_styled(page, r.code, STYLE_TITLE, regime_name(&r, NULL));
	page_field(page, C_("column", "Correction"), regime_correction(&r, NULL));
	page_field(page, C_("column", "Appeal"), regime_appeal(&r, NULL));
	for (size_t i = 0; i < LEN(fields); i++)
		page_value(page, ctx, &record_of_regime, &r, fields[i]);
	TRY(fill_settings(ctx, arena, &r, page));
	page_gap(page);
	page_heading(page, _("Instruction"));
	/* TRANSLATORS: names in braces. */
	page_printf(page, "", _("Fields of an instruction: %s"), regime_fields(arena));
	page_text(page, i18n_pick(r.instruction_fi, r.instruction_sv, r.instruction_en, NULL));
	return ok();
}

/* --- Another row */

static const struct form_field fields[] = {
	{ .name = "regime_code",
		.hint = N_("Of one there is: the new row takes its place from its "
			   "day on.") },
	{ .name = "since", .required = true },
	{ .name = "source",
		.hint = N_("The law or the rule that says so, with its number and section.") },
	{ .name = "name_fi" },
	{ .name = "name_sv" },
	{ .name = "correction_fi", .hint = N_("Empty: it has no such remedy.") },
	{ .name = "correction_sv" },
	{ .name = "correction_days", .hint = N_("0: it has no such remedy.") },
	{ .name = "correction_section" },
	{ .name = "appeal_fi", .hint = N_("Empty: it has no such remedy.") },
	{ .name = "appeal_sv" },
	{ .name = "appeal_days", .hint = N_("0: it has no such remedy.") },
	{ .name = "appeal_section" },
	{ .name = "email_days", .hint = N_("0: on the day it was sent.") },
	{ .name = "letter_days" },
	{ .name = "etendering_days" },
	{ .name = "suomifi_days" },
	{ .name = "hand_days" },
	{ .name = "service_section" },
	{ .name = "holds" },
	{ .name = "who_fi" },
	{ .name = "who_sv" },
	{ .name = "instruction_fi",
		.lines = 6,
		.hint = N_(
			"# begins a heading, - an item; {correction_days} and the like are filled "
			"in.") },
	{ .name = "instruction_sv", .lines = 6 },
};

struct editing {
	const char *code; /* to begin with */
	struct arena arena;
	struct regime regime;
	int64_t id; /* of the new one */
};

static struct error fill(struct context *ctx, struct form *form, void *arg)
{
	struct editing *editing = arg;

	TRY(regime_begin(ctx, &editing->arena, editing->code, &editing->regime));
	form_fill_row(form, &editing->regime);
	return ok();
}

static struct error save(struct ui *ui, struct form *form, void *arg)
{
	struct editing *editing = arg;
	struct regime r = editing->regime;

	TRY(form_read_row(form, &r));
	return regime_add(ui->ctx, &r, &editing->id);
}

static const struct form_def def = { NC_("title", "Regime"),
	N_("A row holds from its day on. Decisions made before keep the row they were made under."),
	fields, LEN(fields), fill, save, .record = &record_of_regime };

/* Of the selected one; "": there is none. */
static const char *selected_code(struct ui *ui, struct screen *screen, struct arena *arena)
{
	struct regime r;

	return regime_get(ui->ctx, arena, screen_selected(screen), &r).code == E_OK ? r.code : "";
}

static void on_new(struct ui *ui, struct screen *screen)
{
	struct editing editing = { .id = 0 };

	editing.code = selected_code(ui, screen, &editing.arena);
	if (form_run(ui, form_new(ui, &def, &editing)))
		ui_say(ui, "%s", _("Saved."));
	arena_clear(&editing.arena);
}

/* --- What its instruction names */

static const struct form_field setting_fields[] = {
	{ .name = "regime_setting" },
	{ .name = "since", .required = true },
	{ .name = "value_fi" },
	{ .name = "value_sv" },
	{ .name = "value_en", .hint = N_("May stay empty.") },
	{ .name = "source", .hint = N_("Where it was read.") },
};

static struct error fill_setting(struct context *ctx, struct form *form, void *arg)
{
	struct regime_setting s = { .regime = arg,
		.name = text_code(WORDS_REGIME_SETTING, 0),
		.since = day_of_time(context_now(ctx)) };

	form_fill_row(form, &s);
	return ok();
}

static struct error save_setting(struct ui *ui, struct form *form, void *arg)
{
	struct regime_setting s = { .regime = arg };

	TRY(form_read_row(form, &s));
	return regime_set(ui->ctx, &s);
}

static const struct form_def setting_def = { NC_("title", "What the instruction names"),
	N_("From a day on, in Finnish and Swedish: instructions of decisions made before that day "
	   "keep what held then."),
	setting_fields, LEN(setting_fields), fill_setting, save_setting,
	.record = &record_of_regime_setting };

static void on_set(struct ui *ui, struct screen *screen)
{
	struct arena arena = { 0 };
	char code[4 * KEY_MAX + 1];

	snprintf(code, sizeof(code), "%s", selected_code(ui, screen, &arena));
	arena_clear(&arena);
	if (form_run(ui, form_new(ui, &setting_def, code)))
		ui_say(ui, "%s", _("Saved."));
}

static const struct command commands[] = {
	{ .keys = { K_NEW },
		.action = ACT_PLAN,
		.label = NC_("command", "new row"),
		.help = N_("Write another row of it from a day on, or another regime"),
		.run = on_new },
	{ .keys = { 'a' },
		.action = ACT_PLAN,
		.label = NC_("command", "set"),
		.help = N_("Set an address, hours, a court or a fee that the instruction names"),
		.blocked = needs_record,
		.run = on_set },
};

const struct place_row regime_place = {
	.shows = KIND_REGIME,
	.fill = fill_page,
	.commands = { commands, LEN(commands) },
};

const struct place_row regimes_place = {
	.lists = KIND_REGIME,
	.title = NC_("title", "Correction and appeal"),
	.help = N_(
		"By which law or rule decisions are corrected and appealed against: the names of "
		"the remedies, their days, when what was sent counts as received, and the "
		"instruction. Each row has its source; a change of law is another row from its "
		"day on."),
	.go = true,
	.commands = { commands, LEN(commands) },
	.watches = CHANGED_PLAN,
	.list = &source,
};
