/* SPDX-License-Identifier: MIT
 * What is looked into of a winner before a contract: how each check stands today. */
#include "src/phases/supplier.h"

#include "src/base/daytime.h"
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "ui/office/place.h"
#include "ui/office/place_list.h"
#include "ui/toolkit/form.h"
#include "ui/toolkit/letters.h"
#include "ui/toolkit/list.h"

static const struct list_column columns[] = {
	{ LIST_FIELD("kind", 24, 1, -1) },
	{ NC_("column", "Standing"), 13, 1, ALIGN_LEFT, -1 },
	{ LIST_FIELD("date", 10, 0, -1) },
	{ LIST_FIELD("valid_until", 10, 0, -1) },
	{ LIST_FIELD("source", 14, 2, -1) },
	{ LIST_FIELD("found", 12, 2, -1) },
};

/* A row is a kind of check, from 1. */
static struct error ids(struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	(void)screen;
	(void)ctx;
	(void)sort;
	for (int64_t i = 1; i <= SUPPLIER_CHECKS; i++)
		id_list_add(list, i);
	return ok();
}

static struct error row(struct screen *screen, struct context *ctx, int64_t id, struct arena *arena,
	struct cell *cells, struct list_look *look)
{
	struct supplier_standing all;

	TRY(supplier_standing(
		ctx, arena, place_list_of(screen)->id, day_of_time(context_now(ctx)), &all));
	const struct supplier_check *c = &all.rows[id - 1].newest;
	const char *standing = all.rows[id - 1].standing;
	cells[0] = cell_code(WORDS_SUPPLIER_CHECK, all.rows[id - 1].kind);
	cells[1] = cell_code(WORDS_CHECK_STANDING, standing);
	if (c->id != 0) {
		cells[2] = cell_day(c->day);
		cells[3] = cell_day(c->valid_until);
		cells[4] = cell_text(c->source);
		cells[5] = cell_text(c->found);
	}
	look->style =
		check_standing_of(standing) == CHECK_STANDING_VALID ? STYLE_GOOD : STYLE_ALERT;
	return ok();
}

static const struct form_field fields[] = {
	{ .name = "check_kind" },
	{ .name = "check_outcome" },
	{ .name = "date", .hint = N_("The day it was made or the extract was given.") },
	{ .name = "valid_until",
		.hint = N_("The last day on which it holds; empty: without an end.") },
	{ .name = "source",
		.hint = N_("Where it is known from, such as a register and its number.") },
	{ .name = "found",
		.lines = 3,
		.hint = N_("What was found and what follows; not what an extract says.") },
};

struct checking {
	int64_t team_id, row;
};

static struct error fill(struct context *ctx, struct form *form, void *arg)
{
	const struct checking *checking = arg;
	struct supplier_check c = { .kind = text_code(WORDS_SUPPLIER_CHECK,
					    checking->row > 0 ? (size_t)checking->row - 1 : 0),
		.outcome = "clear",
		.day = day_of_time(context_now(ctx)) };

	form_fill_row(form, &c);
	return ok();
}

static struct error save(struct ui *ui, struct form *form, void *arg)
{
	const struct checking *checking = arg;
	struct supplier_check c = { .team_id = checking->team_id };
	int64_t id;

	TRY(form_read_row(form, &c));
	return supplier_check_add(ui->ctx, &c, &id);
}

static const struct form_def def = { .title = NC_("title", "Check of the supplier"),
	.help = N_("A check that was made of the winner. Each time is written down by itself; of a "
		   "kind the newest holds."),
	.fields = fields,
	.n = LEN(fields),
	.fill = fill,
	.save = save,
	.record = &record_of_supplier_check };

static void record_check(struct ui *ui, struct screen *screen, int64_t id)
{
	struct checking checking = { place_list_of(screen)->id, id };

	if (form_run(ui, form_new(ui, &def, &checking)))
		ui_say(ui, "%s", _("Saved."));
}

static void on_new(struct ui *ui, struct screen *screen)
{
	record_check(ui, screen, screen_selected(screen));
}

static const struct list_source source = {
	.columns = columns,
	.n = LEN(columns),
	.over = &record_of_supplier_check,
	.ids = ids,
	.row = row,
	.open = record_check,
	.empty = "",
	.file = "checks",
};

static const struct command commands[] = {
	{ .keys = { K_NEW },
		.action = ACT_MONEY,
		.label = NC_("command", "record check"),
		.help = N_("Record that the selected check was made"),
		.run = on_new },
};

const struct place_row checks_place = {
	.lists = KIND_SUPPLIER,
	.title = NC_("title", "Checks of the supplier"),
	.help = N_("What is looked into of a winner before a contract: a contract asks that every "
		   "one of these holds on its day, or says why there is one without it."),
	.commands = { commands, LEN(commands) },
	.watches = CHANGED_MONEY,
	.list = &source,
	.phase = 6,
};
