/* SPDX-License-Identifier: MIT
 * The ranking of a closed round, with the distribution of scores as advice beside it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/judging/advice.h"
#include "ui/office/office.h"
#include "ui/office/ranks.h"
#include "ui/office/veil.h"
#include "ui/toolkit/list.h"

struct ranking {
	struct list_screen list;
	int64_t round_id;
	struct arena arena;
	struct round round;
	struct standing standing;
	struct veil veil;
};

static struct ranking *ranking_of(const struct screen *screen)
{
	return (struct ranking *)screen;
}

static void title(const struct screen *screen, char *out, size_t size)
{
	(void)screen;
	snprintf(out, size, "%s", C_("title", "Ranking"));
}

static const struct list_column columns[] = {
	{ NC_("column", "Rank"), 10, 0, ALIGN_LEFT, -1 },
	{ NC_("column", "Code"), 6, 0, ALIGN_LEFT, -1 },
	{ NC_("column", "Title"), 16, 2, ALIGN_LEFT, -1 },
	{ NC_("column", "Score"), 8, 0, ALIGN_RIGHT, -1 },
	{ NC_("column", "Distribution"), HISTOGRAM_WIDTH, 0, ALIGN_LEFT, -1 },
	{ NC_("column", "Median"), 7, 0, ALIGN_RIGHT, -1 },
	{ NC_("column", "Rev."), 5, 0, ALIGN_RIGHT, -1 },
};

static struct error ids(struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	const struct ranking *self = ranking_of(screen);

	(void)ctx;
	(void)sort;
	for (size_t i = 0; i < self->standing.n; i++)
		id_list_add(list, (int64_t)i + 1);
	return ok();
}

static struct error row(struct screen *screen, struct context *ctx, int64_t id, struct arena *arena,
	const char **cells, enum style *style)
{
	const struct ranking *self = ranking_of(screen);
	const struct standing_row *r = &self->standing.rows[id - 1];

	(void)ctx;
	cells[0] = rank_text(arena, &r->ranked);
	cells[1] = r->item.code;
	cells[2] = r->item.title;
	cells[3] = r->ranked.enough ? ratio_text(arena, r->ranked.score, 4) : "–";
	cells[4] = histogram(arena, &self->standing.matrix, r->ranked.item);
	cells[5] = ratio_text(arena, r->ranked.median, 2);
	cells[6] = arena_printf(arena, "%zu", r->ranked.reviews);
	*style = r->ranked.enough ? STYLE_PLAIN : STYLE_DIM;
	if (r->ranked.enough && self->round.select_max > 0 &&
		r->ranked.rank <= self->round.select_max)
		*style = STYLE_GOOD;
	return ok();
}

static void open_row(struct ui *ui, struct screen *screen, int64_t id)
{
	const struct item *item = &ranking_of(screen)->standing.rows[id - 1].item;

	if (strcmp(ranking_of(screen)->round.kind, "problem") == 0)
		open_problem(ui, item->submission_id);
	else
		open_item(ui, item->id);
}

static struct error record(struct screen *screen, struct context *ctx, struct arena *arena,
	int64_t id, struct page *page)
{
	const struct ranking *self = ranking_of(screen);

	return item_page(ctx, arena, self->round_id, self->standing.rows[id - 1].item.id, page);
}

static const struct list_source source = {
	.columns = columns,
	.n = LEN(columns),
	.ids = ids,
	.row = row,
	.record = record,
	.open = open_row,
	.empty = N_("There is nothing to rank."),
	.file = "ranking",
};

static void layout(struct screen *screen, struct rect body);

static struct error load(struct screen *screen, struct context *ctx)
{
	struct ranking *self = ranking_of(screen);

	arena_clear(&self->arena);
	TRY(stand_in_round(screen, ctx, self->round_id, true));
	self->standing = (struct standing){ 0 };
	TRY(round_get(ctx, &self->arena, self->round_id, &self->round));
	TRY(standing_make(ctx, &self->arena, self->round_id, NULL, &self->standing));
	TRY(standing_show(ctx, self->round_id));
	veil_load(&self->veil, ctx, self->round_id, false);
	TRY(list_load(screen, ctx));
	layout(screen, screen->body);
	return ok();
}

static void layout(struct screen *screen, struct rect body)
{
	struct ranking *self = ranking_of(screen);

	self->list.list.top_rows = veil_rows(&self->veil, body.w);
	list_layout(screen, body);
}

static void paint(const struct screen *screen, const struct canvas *body)
{
	veil_paint(&((const struct ranking *)screen)->veil, body, 0);
	list_paint(screen, body);
}

static void status(const struct screen *screen, char *out, size_t size)
{
	const struct ranking *self = ranking_of(screen);
	char locked[60] = "";

	if (self->round.key == NULL)
		return;
	text_day(day_of_time(self->round.locked), locked, sizeof(locked));
	/* TRANSLATORS: a ranking method, a date, the beginning and end of a hash. */
	snprintf(out, size, _("%s, locked %s (hash %.4s…%s)"),
		text_word(WORDS_METHOD, self->round.method), locked, self->round.rules_hash,
		self->round.rules_hash + strlen(self->round.rules_hash) - 2);
}

static void on_decision(struct ui *ui, struct screen *screen)
{
	struct screen *decision = conclusion_new(ui, ranking_of(screen)->round_id);

	if (decision != NULL)
		ui_push(ui, decision);
}

static void on_advice(struct ui *ui, struct screen *screen)
{
	ui_push(ui, advice_new(ui, ranking_of(screen)->round_id));
}

static const char *no_advice(const struct screen *screen, const struct context *ctx)
{
	(void)ctx;
	return ranking_of(screen)->round.key == NULL ? NULL :
						       advice_blocked(&ranking_of(screen)->round);
}

static void on_close(struct screen *screen)
{
	arena_clear(&ranking_of(screen)->arena);
	list_close(screen);
}

static const struct command commands[] = {
	{ .keys = { 'd' },
		.action = ACT_COUNT,
		.label = NC_("command", "decision"),
		.help = N_("The meeting and the decision"),
		.run = on_decision },
	{ .keys = { 'a' },
		.action = ACT_ADVICE,
		.label = NC_("command", "advice"),
		.help = N_("Beside the order: who saw what, how firm it is, how far the jurors "
			   "agree"),
		.blocked = no_advice,
		.run = on_advice },
};

static const struct screen_ops ops = {
	.size = sizeof(struct ranking),
	.title = title,
	.help = N_(
		"The ranking by the locked method. Equal scores share a rank; what has too few reviews "
		"stands apart. Distribution and median are the office's information, not part of the "
		"result."),
	.commands = { commands, LEN(commands) },
	.shared = &list_commands,
	.watches = CHANGED_REVIEWS | CHANGED_ROUNDS | CHANGED_SUBMISSIONS,
	.load = load,
	.layout = layout,
	.prepare = list_prepare,
	.paint = paint,
	.key = list_key,
	.selected = list_selected,
	.status = status,
	.close = on_close,
};

struct screen *ranking_new(struct ui *ui, int64_t round_id)
{
	struct screen *screen = screen_new(ui, &ops);

	ranking_of(screen)->round_id = round_id;
	list_init(&ranking_of(screen)->list, &source);
	return screen;
}
