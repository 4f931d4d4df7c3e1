/* SPDX-License-Identifier: MIT
 * Figures of the law by their day: thresholds of procurement and days of notices. */
#include "src/phases/threshold.h"

#include "src/base/i18n.h"
#include "ui/office/place.h"
#include "ui/office/place_list.h"
#include "ui/toolkit/form.h"
#include "ui/toolkit/letters.h"
#include "ui/toolkit/list.h"

static const struct list_column columns[] = {
	{ LIST_FIELD("kind", 21, 0, -1) },
	{ LIST_FIELD("object", 28, 0, -1) },
	{ LIST_FIELD("starts", 10, 0, -1), .title = NC_("column", "From") },
	{ NC_("column", "Figure"), 11, 0, ALIGN_RIGHT, -1 },
	{ LIST_FIELD("source", 16, 3, -1) },
};

static struct error ids(struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	(void)screen;
	(void)sort;
	return threshold_ids(ctx, list);
}

static struct error row(struct screen *screen, struct context *ctx, int64_t id, struct arena *arena,
	struct cell *cells, struct list_look *look)
{
	struct threshold_row t;

	(void)screen;
	TRY(threshold_get(ctx, arena, id, &t));
	cells[0] = cell_code(WORDS_THRESHOLD_KIND, t.kind);
	cells[1] = *t.object == '\0' ? cell_none() : cell_code(WORDS_PROCUREMENT_KIND, t.object);
	cells[2] = cell_day(t.starts);
	cells[3] = cell_shown(t.days != 0 ? cell_number(t.days) : cell_money(t.amount),
		threshold_figure(arena, &t));
	cells[4] = cell_text(t.source);
	look->style = t.holds ? STYLE_HEADING : STYLE_QUIET;
	return ok();
}

static const struct list_source source = {
	.columns = columns,
	.n = LEN(columns),
	.over = &record_of_threshold_row,
	.ids = ids,
	.row = row,
	.empty = N_("No figures of the law. n writes one down with its day and source."),
	.file = "thresholds",
};

static const struct form_field fields[] = {
	{ .name = "threshold_kind" },
	{ .name = "procurement_object", .hint = N_("Of an amount; days have none.") },
	{ .name = "figure_starts", .hint = N_("The first day on which it holds.") },
	{ .name = "amount", .hint = N_("Without VAT, such as 221 000; of a number of days none.") },
	{ .name = "days", .hint = N_("Within how many days; of an amount none.") },
	{ .name = "source",
		.hint = N_("Where it is told: the act or regulation and its section.") },
};

static struct error fill(struct context *ctx, struct form *form, void *arg)
{
	(void)ctx;
	(void)arg;
	form_fill_row(form, &(struct threshold_row){ .kind = "eu", .object = "design_contest" });
	return ok();
}

static struct error save(struct ui *ui, struct form *form, void *arg)
{
	struct threshold_row row = { .id = 0 };

	TRY(form_read_row(form, &row));
	if (threshold_kind_of(row.kind) != THRESHOLD_KIND_NATIONAL &&
		threshold_kind_of(row.kind) != THRESHOLD_KIND_EU)
		row.object = ""; /* the form always has one chosen */
	return threshold_add(ui->ctx, &row, arg);
}

static const struct form_def def = { .title = NC_("title", "Figure of the law"),
	.help = N_("A threshold of procurement, or the days of a notice, from a day on. What is "
		   "there already stays and holds until that day."),
	.fields = fields,
	.n = LEN(fields),
	.fill = fill,
	.save = save,
	.record = &record_of_threshold_row };

static void on_new(struct ui *ui, struct screen *screen)
{
	int64_t id = 0;

	if (!form_run(ui, form_new(ui, &def, &id)))
		return;
	ui_say(ui, "%s", _("Saved."));
	list_expect(screen, id);
}

static const struct command commands[] = {
	{ .keys = { K_NEW },
		.action = ACT_PLAN,
		.label = NC_("command", "new figure"),
		.help = N_("Write down a threshold or a number of days, from a day on"),
		.run = on_new },
};

const struct place_row thresholds_place = {
	.lists = KIND_THRESHOLD,
	.title = NC_("title", "Thresholds and days"),
	.help = N_("Figures of the law, each from a day on and with its source: the thresholds of "
		   "procurement without VAT, and within how many days notices are sent. For a "
		   "contest the day of its notice decides. Those that hold today stand out."),
	.commands = { commands, LEN(commands) },
	.watches = CHANGED_MONEY,
	.list = &source,
	.phase = 6,
};
