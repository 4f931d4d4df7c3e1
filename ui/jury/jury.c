/* SPDX-License-Identifier: MIT
 * The rounds a juror sits in, and where the session begins and ends. */
#include "ui/jury/jury.h"

#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "ui/jury/said.h"
#include "ui/jury/sight.h"
#include "ui/jury/standing.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/language.h"
#include "ui/toolkit/list.h"

struct jury_rounds {
	struct list_screen list;
	struct arena arena;
	struct jury_standings standings;
};

static struct jury_rounds *jury_rounds_of(const struct screen *screen)
{
	return (struct jury_rounds *)screen;
}

static void title(const struct screen *screen, char *out, size_t size)
{
	(void)screen;
	snprintf(out, size, "%s", C_("title", "Your reviews"));
}

static const struct list_column columns[] = {
	{ NC_("column", "Round"), 26, 3, ALIGN_LEFT, -1 },
	{ NC_("column", "State"), 22, 1, ALIGN_LEFT, -1 },
	{ NC_("column", "Submitted"), 10, 0, ALIGN_RIGHT, -1, .share = true },
	{ NC_("column", "Closes"), 12, 0, ALIGN_LEFT, -1 },
};

static struct error ids(struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	const struct jury_rounds *self = jury_rounds_of(screen);

	(void)ctx;
	(void)sort;
	for (size_t i = 0; i < self->standings.rounds.n; i++)
		id_list_add(list, self->standings.rounds.rows[self->standings.order[i]].id);
	return ok();
}

const char *jury_next_words(const struct juror_round *round)
{
	switch (juror_stop(round)) {
	case JUROR_MAY:
		return C_("what is next", "reviews open");
	case JUROR_EXCUSED:
		return text_word(WORDS_MEMBER_STATE, "excused");
	case JUROR_REPLACED:
		return text_word(WORDS_MEMBER_STATE, "replaced");
	case JUROR_PLANNED:
		return text_word(WORDS_ROUND_STATE, "planned");
	case JUROR_BARRED:
		return text_word(WORDS_REVIEW_STATE, "barred");
	case JUROR_UNDECLARED:
		return C_("what is next", "declare interests");
	case JUROR_UNRELEASED:
		return text_word(WORDS_ROUND_STATE, "planned");
	case JUROR_CLOSED:
		return text_word(WORDS_ROUND_STATE, "closed");
	}
	return "";
}

static struct error row(struct screen *screen, struct context *ctx, int64_t id, struct arena *arena,
	struct cell *cells, struct list_look *look)
{
	const struct jury_rounds *self = jury_rounds_of(screen);

	(void)ctx;
	for (size_t i = 0; i < self->standings.rounds.n; i++) {
		const struct juror_round *round = &self->standings.rounds.rows[i];
		int64_t done = self->standings.rows[i].done, all = self->standings.rows[i].all;

		if (round->id != id)
			continue;
		cells[0] = cell_text(jury_round_name(arena, round));
		cells[1] = cell_text(self->standings.rows[i].statement != 0 ?
					     C_("what is next", "sign the statement") :
					     jury_next_words(round));
		if (self->standings.rows[i].statement != 0)
			look->style = STYLE_ACCENT;
		cells[2] = all == 0 ? cell_null() :
				      cell_shown(cell_share(done, all),
					      arena_printf(arena, "%lld / %lld", (long long)done,
						      (long long)all));
		cells[3] = cell_moment(round->closes, PRECISION_DAY);
	}
	return ok();
}

static void open_round(struct ui *ui, struct screen *screen, int64_t id)
{
	(void)screen;
	jury_open_round(ui, id);
}

static const struct list_source source = {
	.columns = columns,
	.n = LEN(columns),
	.ids = ids,
	.row = row,
	.open = open_round,
	.empty = N_(
		"You do not sit on any panel yet. The office seats jurors before a round opens."),
	.file = "rounds",
};

static struct error load(struct screen *screen, struct context *ctx)
{
	struct jury_rounds *self = jury_rounds_of(screen);
	struct arena fresh = { 0 };
	struct jury_standings standings;
	struct error e = jury_standings(ctx, &fresh, &standings);

	if (e.code != E_OK) {
		arena_clear(&fresh);
		return e;
	}
	arena_clear(&self->arena);
	self->arena = fresh;
	self->standings = standings;
	return list_load(screen, ctx);
}

static void on_close(struct screen *screen)
{
	arena_clear(&jury_rounds_of(screen)->arena);
	list_close(screen);
}

static void on_open(struct ui *ui, struct screen *screen)
{
	jury_open_round(ui, list_selected(screen));
}

static const char *no_statement(const struct screen *screen, const struct context *ctx)
{
	const char *why = needs_record(screen, ctx);

	if (why != NULL)
		return why;
	return jury_statement_newest(screen->ui->ctx, screen_selected(screen)) != 0 ?
		       NULL :
		       N_("The text of the jury's statement is not final yet, or you were not "
			  "present.");
}

static void on_statement(struct ui *ui, struct screen *screen)
{
	int64_t id = jury_statement_newest(ui->ctx, screen_selected(screen));

	if (id != 0)
		ui_push(ui, jury_statement_new(ui, id));
}

static const struct command commands[] = {
	{ .keys = { K_ENTER },
		.action = ACT_COUNT,
		.label = NC_("command", "open"),
		.help = N_("Open the selected round"),
		.blocked = needs_record,
		.run = on_open },
	{ .keys = { 't' },
		.action = ACT_COUNT,
		.label = NC_("command", "statement"),
		.help = N_("The jury's statement on the selected round, once its text is final"),
		.blocked = no_statement,
		.run = on_statement },
	{ .keys = { 'r' },
		.action = ACT_COUNT,
		.label = NC_("command", "receipts"),
		.help = N_("Your receipts, and when and by which key you were here"),
		.run = jury_open_receipts },
};

const struct screen_ops jury_rounds_ops = {
	.size = sizeof(struct jury_rounds),
	.title = title,
	.help = N_("The rounds you are asked to review in. Enter opens one."),
	.commands = { commands, LEN(commands) },
	.watches = CHANGED_ANY,
	.load = load,
	.layout = list_layout,
	.prepare = list_prepare,
	.paint = list_paint,
	.key = list_key,
	.selected = list_selected,
	.close = on_close,
};

static struct screen *jury_rounds_new(struct ui *ui)
{
	struct screen *screen = screen_new(ui, &jury_rounds_ops);
	struct jury_rounds *self = jury_rounds_of(screen);

	list_init(&self->list, &source);
	self->list.list.top_rows = 1;
	return screen;
}

void jury_open_round(struct ui *ui, int64_t round_id)
{
	struct arena arena = { 0 };
	struct juror_round round;
	struct error e = juror_round(ui->ctx, &arena, round_id, &round);

	if (e.code != E_OK)
		jury_complain(ui, e);
	else if (juror_stop(&round) == JUROR_UNDECLARED)
		ui_push(ui, jury_declare_new(ui, round_id));
	else if (jury_statement_waits(ui->ctx, round_id) != 0)
		ui_push(ui, jury_statement_new(ui, jury_statement_waits(ui->ctx, round_id)));
	else
		ui_push(ui, jury_list_new(ui, round_id));
	arena_clear(&arena);
}

/* Where a lost line left one, if that is still to be reviewed. */
static bool return_to_place(struct ui *ui, struct arena *arena)
{
	struct juror_place place;
	struct juror_round round;
	struct criteria criteria;
	struct juror_item item;

	if (juror_place(ui->ctx, arena, 0, &place).code != E_OK || place.assignment_id == 0 ||
		juror_round(ui->ctx, arena, place.round_id, &round).code != E_OK ||
		juror_stop(&round) != JUROR_MAY ||
		juror_item(ui->ctx, arena, place.assignment_id, &criteria, &item).code != E_OK ||
		(item.state != JUROR_NONE && item.state != JUROR_DRAFT))
		return false;
	jury_open_round(ui, place.round_id);
	ui_push(ui, jury_review_new(ui, place.assignment_id, &place));
	return true;
}

/* Else the only round there is, of which nothing need be read for that, or the one that waits; of
 * several the first is marked. */
static void land(struct ui *ui)
{
	struct arena arena = { 0 };
	struct juror_round_list rounds = { 0 };
	struct jury_standings all = { 0 };
	size_t waiting = 0;

	jury_complain(ui, juror_rounds(ui->ctx, &arena, &rounds));
	if (rounds.n > 1)
		jury_complain(ui, jury_standings(ui->ctx, &arena, &all));
	while (waiting < all.rounds.n && all.rows[all.order[waiting]].urgency == WAITS)
		waiting++;
	int64_t first = all.rounds.n > 0 ? all.rounds.rows[all.order[0]].id :
			rounds.n > 0     ? rounds.rows[0].id :
					   0;
	if (!return_to_place(ui, &arena) && (waiting == 1 || rounds.n == 1))
		jury_open_round(ui, first);
	if (waiting > 1)
		list_expect(ui->stack[0], first);
	arena_clear(&arena);
}

/* Leaving says what is not submitted. */
static bool leave(struct ui *ui)
{
	struct arena arena = { 0 };
	const char *left = jury_left_words(ui->ctx, &arena);
	bool leaves = *left == '\0' || ui_confirm(ui, left, C_("button", "Leave"));
	arena_clear(&arena);
	return leaves;
}

static void on_language(struct ui *ui, struct screen *screen)
{
	(void)screen;
	ui_language(ui);
}

static void on_quit(struct ui *ui, struct screen *screen)
{
	(void)screen;
	ui_leave(ui);
}

static const struct command global[] = {
	{ .keys = { 'l' },
		.action = ACT_COUNT,
		.label = NC_("command", "language"),
		.help = N_("Choose Finnish, Swedish or English; it is remembered"),
		.run = on_language },
	{ .keys = { 'q' },
		.action = ACT_COUNT,
		.label = NC_("command", "leave"),
		.help = N_("Leave Klash; it says what is not submitted"),
		.run = on_quit },
};

const struct ui_places jury_places = {
	.desk = jury_rounds_new,
	.global = { global, LEN(global) },
	.land = land,
	.leave = leave,
	.hint_lines = 2,
};
