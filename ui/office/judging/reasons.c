/* SPDX-License-Identifier: MIT
 * The entrants of a decision with what became of each, its points, and how far its reason is. */
#include "src/judging/reasons.h"

#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/judging/blind.h"
#include "src/judging/round.h"
#include "src/phases/applicant.h"
#include "src/phases/submission.h"
#include "ui/office/judging/items.h"
#include "ui/office/judging/outcome.h"
#include "ui/office/judging/ranks.h"
#include "ui/office/judging/round_stand.h"
#include "ui/office/place.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/letters.h"
#include "ui/toolkit/list.h"

struct reasons {
	struct list_screen list;
	int64_t id;
	struct arena arena;
	struct decision decision;
	const char *round_kind;
	struct entrant_reasons rows;
};

static struct reasons *reasons_of(const struct screen *screen)
{
	return (struct reasons *)screen;
}

static void title(const struct screen *screen, char *out, size_t size)
{
	const struct reasons *self = reasons_of(screen);

	/* TRANSLATORS: %s is a decision's code. */
	snprintf(out, size, C_("title", "Reasons of %s"),
		self->decision.code == NULL ? "" : self->decision.code);
}

static const struct list_column columns[] = {
	{ NC_("column", "Rank"), 10, 0, ALIGN_LEFT, -1, SEEN_BY_JURY },
	{ LIST_FIELD("code", 6, 0, -1), .seen_by = SEEN_BY_JURY },
	{ NC_("column", "Entrant"), 9, 2, ALIGN_LEFT, -1, SEEN_BY_JURY },
	{ LIST_FIELD("outcome", 12, 0, -1), .seen_by = SEEN_BY_JURY },
	{ NC_("column", "Points"), 6, 0, ALIGN_RIGHT, -1, SEEN_BY_JURY },
	{ NC_("column", "Reasons"), 15, 1, ALIGN_LEFT, -1 },
	{ NC_("column", "Missing"), 7, 0, ALIGN_LEFT, -1 },
};

static const struct entrant_reason *reason_of(const struct reasons *self, int64_t item_id)
{
	for (size_t i = 0; i < self->rows.n; i++)
		if (self->rows.rows[i].item.item_id == item_id)
			return &self->rows.rows[i];
	return NULL;
}

static struct error ids(struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	const struct reasons *self = reasons_of(screen);

	(void)ctx;
	(void)sort;
	for (size_t i = 0; i < self->rows.n; i++)
		id_list_add(list, self->rows.rows[i].item.item_id);
	return ok();
}

/* "sv": Finnish and Swedish are what letters and documents are written in. */
static const char *missing_in(struct arena *arena, const struct entrant_reason *r)
{
	static const enum language printed[] = { LANGUAGE_FI, LANGUAGE_SV };
	const char *out = "";

	for (size_t i = 0; i < LEN(printed); i++)
		if (reason_state_of(r->states[printed[i]]) == REASON_STATE_MISSING)
			out = arena_printf(arena, "%s%s%s", out, *out == '\0' ? "" : ", ",
				text_code(WORDS_LANGUAGE, (size_t)printed[i] - 1));
	return out;
}

static const char *entrant(const struct reasons *self, struct context *ctx, struct arena *arena,
	const struct decision_item *item)
{
	struct submission s;

	if (blind_hides(ctx, self->decision.round_id) ||
		submission_get(ctx, arena, item->submission_id, &s).code != E_OK)
		return item->title;
	return submission_applicant(ctx, arena, &s);
}

static struct error row(struct screen *screen, struct context *ctx, int64_t id, struct arena *arena,
	struct cell *cells, struct list_look *look)
{
	const struct reasons *self = reasons_of(screen);
	const struct entrant_reason *r = reason_of(self, id);

	if (r == NULL)
		return ok();
	const char *state = r->states[self->rows.language], *missing = missing_in(arena, r);

	list_seal(look, ctx, self->decision.round_id, SIDE_JURY);
	cells[0] = r->ranked == NULL ? cell_none() : cell_text(rank_text(arena, r->ranked));
	cells[1] = cell_text(r->item.code);
	cells[2] = cell_text(entrant(self, ctx, arena, &r->item));
	cells[3] =
		*r->item.outcome == '\0' ? cell_none() : cell_code(WORDS_OUTCOME, r->item.outcome);
	cells[4] =
		r->ranked == NULL ? cell_none() : cell_else(cell_ratio(r->ranked->score, 2), "–");
	cells[5] = cell_code(WORDS_REASON_STATE, state);
	cells[6] = *missing == '\0' ? cell_none() : cell_text(missing);
	look->style = reason_state_of(state) == REASON_STATE_MISSING ? STYLE_ALERT : STYLE_PLAIN;
	return ok();
}

static struct error record(struct screen *screen, struct context *ctx, struct arena *arena,
	int64_t id, struct page *page)
{
	const struct entrant_reason *r = reason_of(reasons_of(screen), id);

	if (r == NULL)
		return ok();
	page_styled(
		page, r->item.code, STYLE_TITLE, entrant(reasons_of(screen), ctx, arena, &r->item));
	page_value(page, ctx, &record_of_decision_item, &r->item, "reason_fi");
	page_value(page, ctx, &record_of_decision_item, &r->item, "reason_sv");
	page_value(page, ctx, &record_of_decision_item, &r->item, "reason_en");
	return ok();
}

static const char *is_final(const struct screen *screen, const struct context *ctx)
{
	const struct reasons *self = reasons_of(screen);

	(void)ctx;
	return self->decision.state == NULL ? NULL : decision_is_final(&self->decision);
}

static void open_row(struct ui *ui, struct screen *screen, int64_t id)
{
	const struct reasons *self = reasons_of(screen);
	const char *why = is_final(screen, ui->ctx);

	if (why != NULL)
		ui_say(ui, "%s", _(why));
	else if (reason_of(self, id) != NULL)
		outcome_edit(ui, self->id, self->round_kind, &reason_of(self, id)->item);
}

static void on_edit(struct ui *ui, struct screen *screen)
{
	open_row(ui, screen, screen_selected(screen));
}

static bool any_edited(const struct entrant_reasons *rows)
{
	for (size_t i = 0; i < rows->n; i++)
		for (enum language l = LANGUAGE_FI; l <= LANGUAGE_EN; l++)
			if (reason_state_of(rows->rows[i].states[l]) == REASON_STATE_EDITED)
				return true;
	return false;
}

/* What becomes of reasons that somebody wrote is asked, where there are any. NULL: cancelled. */
static const char *ask_about_edited(struct ui *ui, const struct reasons *self)
{
	if (!any_edited(&self->rows))
		return "keep";
	return ui_choose_word(
		ui, _("Some reasons were written by hand"), WORDS_EDITED_REASON, "keep");
}

static void on_compose(struct ui *ui, struct screen *screen)
{
	struct reasons *self = reasons_of(screen);
	struct composed done;
	const char *edited = ask_about_edited(ui, self);

	if (edited == NULL)
		return;
	struct error e =
		reasons_compose(ui->ctx, self->id, NULL, 0, edited_reason_of(edited), &done);
	screen->stale = true;
	if (e.code != E_OK)
		ui_complain(ui, e);
	else
		ui_say(ui,
			_("%lld composed, %lld left as somebody wrote them, %lld without an outcome"),
			(long long)done.composed, (long long)done.kept, (long long)done.undecided);
}

static const struct list_source source = {
	.columns = columns,
	.n = LEN(columns),
	.over = &record_of_decision_item,
	.ids = ids,
	.row = row,
	.record = record,
	.open = open_row,
	.empty = N_("The round has no submissions."),
	.file = "reasons",
};

static struct error load(struct screen *screen, struct context *ctx)
{
	struct reasons *self = reasons_of(screen);
	struct round round;

	arena_clear(&self->arena);
	self->rows = (struct entrant_reasons){ 0 };
	TRY(decision_get(ctx, &self->arena, self->id, &self->decision));
	TRY(round_get(ctx, &self->arena, self->decision.round_id, &round));
	self->round_kind = round.kind;
	TRY(stand_in_round(screen, ctx, self->decision.round_id, true));
	TRY(reasons_list(ctx, &self->arena, self->id, &self->rows));
	return list_load(screen, ctx);
}

static void on_close(struct screen *screen)
{
	arena_clear(&reasons_of(screen)->arena);
	list_close(screen);
}

static const char *cannot_edit(const struct screen *screen, const struct context *ctx)
{
	const char *why = is_final(screen, ctx);

	return why != NULL ? why : needs_record(screen, ctx);
}

static const struct command commands[] = {
	{ .keys = { 'i' },
		.action = ACT_DECIDE,
		.label = NC_("command", "edit"),
		.help = N_("Edit the reason of the selected one, in every language"),
		.blocked = cannot_edit,
		.run = on_edit },
	{ .keys = { K_NEW },
		.action = ACT_DECIDE,
		.label = NC_("command", "compose"),
		.help = N_("Compose all reasons of the figures and the jury's words"),
		.blocked = is_final,
		.run = on_compose },
};

static const struct screen_ops ops = {
	.size = sizeof(struct reasons),
	.title = title,
	.help = N_(
		"Each entrant has a reason of its own. c composes them: the rank, the points in each "
		"criterion beside the least of those selected, then the words of the jury's statement. i "
		"edits one; what was edited is never composed anew unless you say so."),
	.commands = { commands, LEN(commands) },
	.shared = &list_commands,
	.watches = CHANGED_DECISIONS | CHANGED_REVIEWS | CHANGED_SUBMISSIONS,
	.load = load,
	.layout = list_layout,
	.prepare = list_prepare,
	.paint = list_paint,
	.key = list_key,
	.selected = list_selected,
	.status = list_describe,
	.close = on_close,
};

static struct screen *open_reasons(struct ui *ui, const struct target *to)
{
	struct screen *screen = screen_new(ui, &ops);

	reasons_of(screen)->id = to->id;
	list_init(&reasons_of(screen)->list, &source);
	return screen;
}

const struct place_row reasons_place = {
	.open = open_reasons,
};
