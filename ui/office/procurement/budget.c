/* SPDX-License-Identifier: MIT
 * The budget: its gauge, and the decisions on its ceiling. */
#include <stdio.h>
#include <string.h>

#include "db/base/utf8.h"
#include "src/base/i18n.h"
#include "src/base/money.h"
#include "src/phases/procurement.h"
#include "ui/office/place.h"
#include "ui/toolkit/form.h"
#include "ui/toolkit/letters.h"
#include "ui/toolkit/list.h"

enum { LABEL = 10, BAR_MIN = 6, FIGURES = 4 };

struct budget_screen {
	struct list_screen list;
	struct budget budget;
};

static struct budget_screen *budget_of(const struct screen *screen)
{
	return (struct budget_screen *)screen;
}

static void title(const struct screen *screen, char *out, size_t size)
{
	(void)screen;
	snprintf(out, size, "%s", C_("title", "Budget"));
}

static const struct list_column columns[] = {
	{ LIST_FIELD("date", 10, 0, -1) },
	{ LIST_FIELD("ceiling", 17, 0, -1) },
	{ NC_("column", "Change"), 17, 0, ALIGN_RIGHT, -1 },
	{ LIST_FIELD("reason", 20, 3, -1) },
	{ LIST_FIELD("by", 16, 1, -1) },
};

static struct error ids(struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	(void)screen;
	(void)sort;
	return budget_decision_ids(ctx, list);
}

static const char *change_text(struct arena *arena, int64_t change)
{
	char text[60];

	money_text(change, text, sizeof(text));
	return arena_printf(arena, "%s%s", change > 0 ? "+" : "", text);
}

static struct error row(struct screen *screen, struct context *ctx, int64_t id, struct arena *arena,
	struct cell *cells, struct list_look *look)
{
	struct budget_decision d;

	(void)screen;
	(void)look;
	TRY(budget_decision_get(ctx, arena, id, &d));
	cells[0] = cell_day(d.day);
	cells[1] = cell_money(d.ceiling);
	cells[2] = cell_shown(
		cell_money(d.ceiling - d.before), change_text(arena, d.ceiling - d.before));
	cells[3] = cell_text(d.reason);
	cells[4] = cell_text(d.by);
	return ok();
}

static struct error fill_page(struct context *ctx, struct arena *arena, int64_t id,
	struct page *page, char *name, size_t size)
{
	struct budget_decision d;
	char day[40], sum[60];

	TRY(budget_decision_get(ctx, arena, id, &d));
	text_day(d.day, day, sizeof(day));
	money_text(d.ceiling, sum, sizeof(sum));
	snprintf(name, size, "%s", day);
	page_styled(page, day, STYLE_TITLE, sum);
	page_field(page, C_("column", "Change"), change_text(arena, d.ceiling - d.before));
	page_value(page, ctx, &record_of_budget_decision, &d, "reason");
	page_field(page, C_("column", "Recorded by"), d.by);
	return ok();
}

static struct error record(struct screen *screen, struct context *ctx, struct arena *arena,
	int64_t id, struct page *page)
{
	char name[80];

	(void)screen;
	return fill_page(ctx, arena, id, page, name, sizeof(name));
}

static void open_row(struct ui *ui, struct screen *screen, int64_t id)
{
	(void)screen;
	place_open(ui, PLACE_BUDGET_CHANGE, id);
}

static const struct list_source source = {
	.columns = columns,
	.n = LEN(columns),
	.over = &record_of_budget_decision,
	.ids = ids,
	.row = row,
	.record = record,
	.open = open_row,
	.empty = N_("No decision on the budget yet. Press n to record the first: until then no "
		    "contract can "
		    "be made."),
	.file = "budget",
};

static struct error load(struct screen *screen, struct context *ctx)
{
	TRY(budget_get(ctx, &budget_of(screen)->budget));
	return list_load(screen, ctx);
}

static void paint_figure(
	const struct canvas *body, int y, const char *label, int64_t cents, enum style style)
{
	char sum[60];

	money_text(cents, sum, sizeof(sum));
	canvas_text(body, y, 1, 20, STYLE_LABEL, ALIGN_LEFT, label);
	canvas_text(body, y, 22, 20, style, ALIGN_RIGHT, sum);
}

static void paint(const struct screen *screen, const struct canvas *body)
{
	const struct budget *b = &budget_of(screen)->budget;

	paint_figure(body, 0, C_("budget", "Ceiling"), b->ceiling, STYLE_HEADING);
	paint_figure(body, 1, C_("budget", "Committed"), b->committed, STYLE_PLAIN);
	paint_figure(body, 2, C_("budget", "Paid"), b->paid, STYLE_PLAIN);
	paint_figure(body, 3, C_("budget", "Left"), budget_left(b), STYLE_HEADING);
	int width = body->area.w - 44 - 2;
	if (width > BAR_MIN && b->ceiling > 0) {
		char legend[160];

		canvas_gauge(body, 1, 44, width, b->paid, b->committed, b->ceiling);
		/* TRANSLATORS: what the three kinds of cells in a bar mean; each %s is such a cell.
		 */
		snprintf(legend, sizeof(legend), _("%s paid  %s committed  %s free"),
			term_glyph(GLYPH_FULL), term_glyph(GLYPH_PART), term_glyph(GLYPH_EMPTY));
		canvas_text(body, 2, 44, width, STYLE_QUIET, ALIGN_LEFT, legend);
	}
	canvas_rule(body, FIGURES);
	list_paint(screen, body);
}

static const struct form_field fields[] = {
	{ .name = "ceiling",
		.hint = N_(
			"Without VAT, such as 1 000 000. Never below what is committed already.") },
	{ .name = "date", .hint = N_("The day of the decision; today unless given.") },
	{ .name = "reason",
		.lines = 4,
		.hint = N_("Who decided, and why. It stays in the record.") },
};

static struct error fill(struct context *ctx, struct form *form, void *arg)
{
	(void)arg;
	form_fill_row(form, &(struct budget_decision){ .day = day_of_time(context_now(ctx)) });
	return ok();
}

static struct error save(struct ui *ui, struct form *form, void *arg)
{
	struct budget_decision d = { 0 };

	TRY(form_read_row(form, &d));
	return budget_decide(ui->ctx, &d, arg);
}

static const struct form_def def = { .title = NC_("title", "Decision on the budget"),
	.help = N_("How much may be committed in all, without VAT. Only a decision moves the "
		   "ceiling; the "
		   "earlier ones stay in the list."),
	.fields = fields,
	.n = LEN(fields),
	.fill = fill,
	.save = save,
	.record = &record_of_budget_decision };

static bool budget_form(struct ui *ui)
{
	int64_t id;
	bool saved = form_run(ui, form_new(ui, &def, &id));

	if (saved)
		ui_say(ui, "%s", _("Saved."));
	return saved;
}

static void on_new(struct ui *ui, struct screen *screen)
{
	(void)screen;
	budget_form(ui);
}

static const struct command commands[] = {
	{ .keys = { K_NEW },
		.action = ACT_MONEY,
		.label = NC_("command", "new decision"),
		.help = N_("Record a decision on the ceiling"),
		.run = on_new },
};

static const struct screen_ops ops = {
	.size = sizeof(struct budget_screen),
	.title = title,
	.help = N_("The budget without VAT: the ceiling, what contracts commit of it, what is "
		   "paid, and the "
		   "decisions that set the ceiling. A contract that ended or was cancelled commits "
		   "only "
		   "what was paid of it."),
	.commands = { commands, LEN(commands) },
	.shared = &marking_commands,
	.watches = CHANGED_MONEY,
	.load = load,
	.layout = list_layout,
	.prepare = list_prepare,
	.paint = paint,
	.key = list_key,
	.selected = list_selected,
	.status = list_describe,
	.close = list_close,
	.phase = 6,
};

static struct screen *open_budget(struct ui *ui, const struct target *to)
{
	struct screen *screen = screen_new(ui, &ops);

	(void)to;
	list_init(&budget_of(screen)->list, &source);
	budget_of(screen)->list.list.top_rows = FIGURES + 1;
	return screen;
}

const struct place_row budget_change_place = {
	.shows = KIND_BUDGET,
	.fill = fill_page,
};

const struct place_row budget_place = {
	.files = KIND_BUDGET,
	.open = open_budget,
};
