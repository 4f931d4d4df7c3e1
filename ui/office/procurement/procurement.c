/* SPDX-License-Identifier: MIT
 * Phase 6: the winners, how far the talks with each are, and the budget as a gauge. */

#include <stdio.h>
#include <string.h>

#include "db/base/utf8.h"
#include "src/base/i18n.h"
#include "src/base/money.h"
#include "src/base/text.h"
#include "src/phases/adoption.h"
#include "src/phases/contract.h"
#include "src/phases/team.h"
#include "ui/office/desk/note_form.h"
#include "ui/office/desk/steps.h"
#include "ui/office/place.h"
#include "ui/office/procurement/budget_bar.h"
#include "ui/office/procurement/money_forms.h"
#include "ui/office/procurement/negotiation_acts.h"
#include "ui/office/procurement/negotiation_page.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/letters.h"
#include "ui/toolkit/list.h"

enum { GAUGE_ROWS = 3, BAR = 8, PERCENT = 100, SHARES_MAX = 64, SHARE_COLUMN = 5 };

/* How much of a team's contracts is paid; drawn over the list, so that a reversed row shows it too.
 */
struct share {
	int64_t team_id, part, whole;
};

struct winners {
	struct list_screen list;
	struct steps steps;
	struct budget budget;
	struct procurement_counts counts;
	struct share shares[SHARES_MAX];
	size_t share_count;
};

static struct winners *winners_of(const struct screen *screen)
{
	return (struct winners *)screen;
}

static void title(const struct screen *screen, char *out, size_t size)
{
	(void)screen;
	snprintf(out, size, "6 %s", text_word(WORDS_PHASE, "procurement"));
}

static const struct list_column columns[] = {
	{ NC_("column", "Code"), 5, 0, ALIGN_LEFT, -1 },
	{ NC_("column", "Team"), 14, 2, ALIGN_LEFT, -1 },
	{ NC_("column", "Chall."), 6, 0, ALIGN_LEFT, -1 },
	{ NC_("column", "Negotiation"), 13, 0, ALIGN_LEFT, -1 },
	{ NC_("column", "Committed"), 14, 0, ALIGN_RIGHT, -1 },
	{ NC_("column", "Paid"), 14, 0, ALIGN_LEFT, -1 },
	{ NC_("column", "Next step"), 20, 2, ALIGN_LEFT, -1 },
};

static struct error ids(struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	(void)screen;
	(void)sort;
	return negotiation_teams(ctx, NULL, list);
}

/* The percentage behind the room for its bar. */
static const char *share_text(struct arena *arena, int64_t part, int64_t whole)
{
	char percent[24];

	vat_text(part * PERCENT / whole * 10, percent, sizeof(percent));
	return arena_printf(arena, "%*s %s", BAR, "", percent);
}

static struct error row(struct screen *screen, struct context *ctx, int64_t id, struct arena *arena,
	struct cell *cells, struct list_look *look)
{
	struct negotiation n;

	(void)screen;
	TRY(negotiation_get(ctx, arena, id, &n));
	cells[0] = cell_text(n.team_code);
	cells[1] = cell_text(n.team_name);
	cells[2] = cell_text(n.challenge_code);
	cells[3] = cell_code(WORDS_NEGOTIATION_STATE, n.state);
	cells[4] = n.committed > 0 ? cell_money(n.committed) : cell_none();
	cells[SHARE_COLUMN] =
		n.committed <= 0 ?
			cell_none() :
			cell_shown(cell_ratio((struct ratio){ n.paid * PERCENT, n.committed }, 1),
				share_text(arena, n.paid, n.committed));
	cells[6] = cell_text(n.next_step);
	if (n.due != 0 && n.due < day_of_time(context_now(ctx)) &&
		(negotiation_state_of(n.state) == NEGOTIATION_STATE_NEGOTIATING ||
			negotiation_state_of(n.state) == NEGOTIATION_STATE_NOT_STARTED))
		look->style = STYLE_ALERT;
	else if (negotiation_state_of(n.state) == NEGOTIATION_STATE_CONTRACT)
		look->style = STYLE_GOOD;
	else if (negotiation_state_of(n.state) == NEGOTIATION_STATE_NO_CONTRACT)
		look->style = STYLE_QUIET;
	return ok();
}

static struct error record(struct screen *screen, struct context *ctx, struct arena *arena,
	int64_t id, struct page *page)
{
	(void)screen;
	return negotiation_page(ctx, arena, id, page);
}

static void open_row(struct ui *ui, struct screen *screen, int64_t id)
{
	(void)screen;
	place_open(ui, PLACE_NEGOTIATION, id);
}

static const struct list_source source = {
	.columns = columns,
	.n = LEN(columns),
	.ids = ids,
	.row = row,
	.record = record,
	.open = open_row,
	.empty = N_("No winners yet: the decision on the solutions (phase 5) makes them. The "
		    "budget can be "
		    "decided before (b)."),
	.file = "procurement",
};

static struct error load_steps(struct winners *self, struct context *ctx)
{
	const struct procurement_counts *c = &self->counts;
	const struct budget *b = &self->budget;
	int64_t all = c->not_started + c->negotiating + c->concluded, adopting = 0;
	char percent[24];

	self->steps = (struct steps){ 0 };
	steps_add(&self->steps, step_glyph(c->concluded, all), C_("step", "Negotiations"),
		"%lld/%lld", (long long)c->concluded, (long long)all);
	steps_add(&self->steps, c->contracts > 0 ? GLYPH_DONE : GLYPH_PLANNED,
		C_("step", "Contracts"), "%lld", (long long)c->contracts);
	vat_text(b->committed > 0 ? b->paid * PERCENT / b->committed * 10 : 0, percent,
		sizeof(percent));
	steps_add(&self->steps, b->paid == 0 ? GLYPH_PLANNED : step_glyph(b->paid, b->committed),
		C_("step", "Paid"), "%s", percent);
	TRY(adoption_municipalities(ctx, &adopting));
	/* TRANSLATORS: a step of the phase: municipalities that pilot or use a solution. */
	steps_add(&self->steps, adopting > 0 ? GLYPH_OPEN : GLYPH_PLANNED, C_("step", "Adoption"),
		"%lld", (long long)adopting);
	return ok();
}

static struct error load_shares(struct winners *self, struct context *ctx)
{
	struct arena arena = { 0 };
	struct id_list teams = { 0 };
	struct error e = negotiation_teams(ctx, NULL, &teams);

	self->share_count = 0;
	for (size_t i = 0; e.code == E_OK && i < teams.n && i < SHARES_MAX; i++) {
		struct negotiation n;

		e = negotiation_get(ctx, &arena, teams.ids[i], &n);
		if (e.code == E_OK && n.committed > 0)
			self->shares[self->share_count++] =
				(struct share){ n.team_id, n.paid, n.committed };
	}
	id_list_clear(&teams);
	arena_clear(&arena);
	return e;
}

static struct error load(struct screen *screen, struct context *ctx)
{
	struct winners *self = winners_of(screen);

	TRY(budget_get(ctx, &self->budget));
	TRY(procurement_count(ctx, &self->counts));
	TRY(load_steps(self, ctx));
	TRY(load_shares(self, ctx));
	return list_load(screen, ctx);
}

static void paint_shares(const struct winners *self, const struct canvas *body)
{
	const struct list *list = &self->list.list;

	for (size_t i = 0; i < list->n; i++)
		for (size_t s = 0; s < self->share_count; s++)
			if (self->shares[s].team_id == list->rows[i].id &&
				list->widths[SHARE_COLUMN] > BAR)
				canvas_bar(body, list->top + 1 + (int)i,
					list_column_x(list, SHARE_COLUMN), BAR,
					self->shares[s].part, self->shares[s].whole);
}

static void paint(const struct screen *screen, const struct canvas *body)
{
	const struct winners *self = winners_of(screen);

	steps_paint(&self->steps, body);
	if (self->budget.decisions == 0)
		canvas_put(body, STEP_ROWS, 1, STYLE_HEADING,
			_("No budget has been decided: b decides its ceiling."));
	else
		budget_paint(&self->budget, body, STEP_ROWS);
	canvas_rule(body, STEP_ROWS + GAUGE_ROWS - 1);
	list_paint(screen, body);
	paint_shares(self, body);
}

static void status(const struct screen *screen, char *out, size_t size)
{
	const struct winners *self = winners_of(screen);
	char place[40], left[60];

	list_describe(screen, place, sizeof(place));
	money_text(budget_left(&self->budget), left, sizeof(left));
	/* TRANSLATORS: a place in the list, and an amount of money. */
	snprintf(out, size, _("%s · %s of the budget is left"), place, left);
}

static const char *cannot_start(const struct screen *screen, const struct context *ctx)
{
	(void)ctx;
	return negotiation_cannot_start(screen->ui, screen_selected(screen));
}

static const char *cannot_end(const struct screen *screen, const struct context *ctx)
{
	(void)ctx;
	return negotiation_cannot_end(screen->ui, screen_selected(screen));
}

static void on_start(struct ui *ui, struct screen *screen)
{
	negotiation_ask_start(ui, screen_selected(screen));
}

static void on_end(struct ui *ui, struct screen *screen)
{
	negotiation_ask_end(ui, screen_selected(screen));
}

static void on_edit(struct ui *ui, struct screen *screen)
{
	negotiation_form(ui, screen_selected(screen));
}

static void on_budget(struct ui *ui, struct screen *screen)
{
	(void)screen;
	place_open(ui, PLACE_BUDGET, 0);
}

static void on_adoption(struct ui *ui, struct screen *screen)
{
	(void)screen;
	place_open(ui, PLACE_ADOPTIONS, 0);
}

static void on_notices(struct ui *ui, struct screen *screen)
{
	(void)screen;
	place_open(ui, PLACE_NOTICES, 0);
}

static void on_checks(struct ui *ui, struct screen *screen)
{
	place_open(ui, PLACE_CHECKS, screen_selected(screen));
}

static void on_thresholds(struct ui *ui, struct screen *screen)
{
	(void)screen;
	place_open(ui, PLACE_THRESHOLDS, 0);
}

static void on_period(struct ui *ui, struct screen *screen)
{
	(void)screen;
	place_open(ui, PLACE_PHASE, 6);
}

static void on_note(struct ui *ui, struct screen *screen)
{
	struct arena arena = { 0 };
	struct team team;
	struct error e = team_get(ui->ctx, &arena, screen_selected(screen), &team);

	if (e.code == E_OK)
		note_form(ui, team.code);
	else
		ui_complain(ui, e);
	arena_clear(&arena);
}

static const struct command commands[] = {
	{ .keys = { K_NEW },
		.action = ACT_MONEY,
		.label = NC_("command", "begin talks"),
		.help = N_("Begin the negotiation with the selected winner"),
		.blocked = cannot_start,
		.run = on_start },
	{ .keys = { 'v' },
		.action = ACT_MONEY,
		.label = NC_("command", "next step"),
		.help = N_("Next step, estimated value and procedure of the selected negotiation"),
		.blocked = needs_record,
		.run = on_edit },
	{ .keys = { 'd' },
		.action = ACT_MONEY,
		.label = NC_("command", "conclude"),
		.help = N_("End the selected negotiation, with a contract or without"),
		.blocked = cannot_end,
		.run = on_end },
	{ .keys = { 'b' },
		.action = ACT_COUNT,
		.label = NC_("command", "budget"),
		.help = N_("The decisions on the budget's ceiling"),
		.run = on_budget },
	{ .keys = { 'k' },
		.action = ACT_COUNT,
		.label = NC_("command", "adoption"),
		.help = N_("Which municipalities take which solution into use"),
		.run = on_adoption },
	{ .keys = { 'i' },
		.action = ACT_COUNT,
		.label = NC_("command", "notices"),
		.help = N_("The public notices of the procurement"),
		.run = on_notices },
	{ .keys = { 'y' },
		.action = ACT_COUNT,
		.label = NC_("command", "checks"),
		.help = N_("What has been looked into of the selected winner"),
		.blocked = needs_record,
		.run = on_checks },
	{ .keys = { 't' },
		.action = ACT_COUNT,
		.label = NC_("command", "thresholds"),
		.help = N_("The thresholds and within how many days notices are sent"),
		.run = on_thresholds,
		.quiet = true },
	{ .keys = { K_NOTE },
		.action = ACT_NOTE,
		.label = NC_("command", "note"),
		.help = N_("Write down a contact about the selected team"),
		.blocked = needs_record,
		.run = on_note },
	{ .keys = { 'p' },
		.action = ACT_COUNT,
		.label = NC_("command", "dates"),
		.help = N_("Dates of the phase; open and close it"),
		.run = on_period },
};

static const struct screen_ops ops = {
	.size = sizeof(struct winners),
	.title = title,
	.help = N_("The winners and how far the talks with each are. A winner is not yet a "
		   "supplier. On top "
		   "the budget: what is paid, what is committed by contracts, and the ceiling, "
		   "which only "
		   "a decision (b) moves. Enter opens a winner's contracts and payments."),
	.commands = { commands, LEN(commands) },
	.shared = &list_commands,
	.watches = CHANGED_MONEY | CHANGED_TEAMS | CHANGED_PLAN | CHANGED_NOTES,
	.load = load,
	.layout = list_layout,
	.prepare = list_prepare,
	.paint = paint,
	.key = list_key,
	.selected = list_selected,
	.status = status,
	.close = list_close,
	.phase = 6,
};

static struct screen *open_procurement(struct ui *ui, const struct target *to)
{
	struct screen *screen = screen_new(ui, &ops);

	(void)to;
	list_init(&winners_of(screen)->list, &source);
	winners_of(screen)->list.list.top_rows = STEP_ROWS + GAUGE_ROWS;
	return screen;
}

const struct place_row procurement_place = {
	.open = open_procurement,
};
