/* SPDX-License-Identifier: MIT
 * The ranking of a closed round, with the distribution of scores as advice beside it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/judging/lot.h"
#include "src/judging/tie_words.h"
#include "src/judging/advice.h"
#include "ui/office/judging/items.h"
#include "ui/office/judging/ranks.h"
#include "ui/office/judging/round_stand.h"
#include "ui/office/judging/rounds.h"
#include "ui/office/judging/veil.h"
#include "ui/office/place.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/letters.h"
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
	{ NC_("column", "Rank"), 10, 0, ALIGN_LEFT, -1, SEEN_BY_JURY },
	{ NC_("column", "Code"), 6, 0, ALIGN_LEFT, -1, SEEN_BY_JURY },
	{ NC_("column", "Title"), 16, 2, ALIGN_LEFT, -1, SEEN_BY_JURY },
	{ NC_("column", "Score"), 8, 0, ALIGN_RIGHT, -1, SEEN_BY_JURY },
	{ NC_("column", "Distribution"), HISTOGRAM_WIDTH, 0, ALIGN_LEFT, -1, SEEN_BY_JURY },
	{ NC_("column", "Median"), 7, 0, ALIGN_RIGHT, -1, SEEN_BY_JURY },
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
	struct cell *cells, struct list_look *look)
{
	const struct ranking *self = ranking_of(screen);
	const struct standing_row *r = &self->standing.rows[id - 1];

	list_seal(look, ctx, self->round_id, SIDE_JURY);
	cells[0] = cell_shown(r->ranked.enough ? cell_number(r->ranked.rank) : cell_null(),
		rank_text(arena, &r->ranked));
	cells[1] = cell_text(r->item.code);
	cells[2] = cell_text(r->item.title);
	cells[3] = r->ranked.enough ? cell_ratio(r->ranked.score, 4) : cell_none();
	cells[4] = cell_text(histogram(arena, &self->standing.matrix, r->ranked.item));
	cells[5] = cell_else(cell_ratio(r->ranked.median, 2), "–");
	cells[6] = cell_number((int64_t)r->ranked.reviews);
	look->style = r->ranked.enough ? STYLE_PLAIN : STYLE_QUIET;
	if (r->ranked.enough && self->round.select_max > 0 &&
		r->ranked.rank <= self->round.select_max)
		look->style = STYLE_GOOD;
	return ok();
}

static void open_row(struct ui *ui, struct screen *screen, int64_t id)
{
	open_item(ui, ranking_of(screen)->standing.rows[id - 1].item.id);
}

static struct error record(struct screen *screen, struct context *ctx, struct arena *arena,
	int64_t id, struct page *page)
{
	const struct ranking *self = ranking_of(screen);

	return item_lines(screen->ui, ctx, arena, self->standing.rows[id - 1].item.id, page);
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
	if (self->standing.lot_waits) {
		snprintf(out, size, "%s", _("The tie rule leaves a tie to a lot: t draws it."));
		return;
	}
	if (*self->round.notice != '\0') {
		/* TRANSLATORS: a ranking method; number and date of the notice, as they were
		 * written. */
		snprintf(out, size, _("%s; rules locked by notice: %s"),
			text_word(WORDS_METHOD, self->round.method), self->round.notice);
		return;
	}
	text_day(day_of_time(self->round.locked), locked, sizeof(locked));
	/* TRANSLATORS: a ranking method, a date, the beginning and end of a hash. */
	snprintf(out, size, _("%s, locked %s (hash %.4s…%s)"),
		text_word(WORDS_METHOD, self->round.method), locked, self->round.rules_hash,
		self->round.rules_hash + strlen(self->round.rules_hash) - 2);
}

static void on_decision(struct ui *ui, struct screen *screen)
{
	open_conclusion(ui, ranking_of(screen)->round_id);
}

static void on_meeting(struct ui *ui, struct screen *screen)
{
	place_open_at(ui, PLACE_MEETING,
		&(struct target){ .kind = KIND_ROUND, .id = ranking_of(screen)->round_id });
}

static const char *not_tied(const struct screen *screen, const struct context *ctx)
{
	const struct ranking *self = ranking_of(screen);
	int64_t id = list_selected(screen);

	(void)ctx;
	for (size_t i = 0; id > 0 && i < self->standing.n; i++) {
		const struct ranked *a = &self->standing.rows[id - 1].ranked;
		const struct ranked *b = &self->standing.rows[i].ranked;

		if (a->item != b->item && a->enough && b->enough &&
			ratio_compare(a->score, b->score) == 0)
			return NULL;
	}
	return N_("Nothing has the same score as this one.");
}

/* How the tie of that row was decided, a line a step; NULL if nothing is tied with it. */
static const char *tie_text(
	struct context *ctx, struct arena *arena, const struct ranking *self, int64_t id)
{
	struct tie_words words;
	struct buffer text = { 0 };

	if (id <= 0 || (size_t)id > self->standing.n ||
		tie_tell(ctx, arena, &self->standing, &self->round, (size_t)id - 1, &words).code !=
			E_OK ||
		words.n == 0)
		return NULL;
	for (size_t i = 0; i < words.n; i++)
		buffer_printf(&text, "%s%s", i > 0 ? "\n" : "", words.lines[i]);
	const char *kept = arena_text(arena, text.text);
	buffer_clear(&text);
	return kept;
}

static void on_tie(struct ui *ui, struct screen *screen)
{
	struct arena arena = { 0 };
	int64_t id = list_selected(screen);
	const char *text = tie_text(ui->ctx, &arena, ranking_of(screen), id);

	if (text != NULL)
		ui_tell(ui, ranking_of(screen)->standing.rows[id - 1].item.code, text);
	arena_clear(&arena);
}

static const char *no_lot(const struct screen *screen, const struct context *ctx)
{
	(void)ctx;
	return ranking_of(screen)->standing.lot_waits ?
		       NULL :
		       N_("The tie rule leaves nothing to draw lots about.");
}

static void on_lot(struct ui *ui, struct screen *screen)
{
	int64_t id = ranking_of(screen)->round_id;

	if (ui_confirm(ui,
		    _("Draw the lot that the locked tie rule leaves the tie to? It is drawn once, "
		      "and never again."),
		    C_("button", "Draw")))
		ui_report(ui, lot_draw(ui->ctx, id), _("The lot has been drawn: i tells how."));
}

static void on_advice(struct ui *ui, struct screen *screen)
{
	place_open(ui, PLACE_ADVICE, ranking_of(screen)->round_id);
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
	{ .keys = { K_MEETING },
		.action = ACT_READ,
		.label = NC_("command", "hold meeting"),
		.help = N_(
			"The jury's meeting on one screen: who is in the room, votes, dissents, remarks"),
		.run = on_meeting },
	{ .keys = { 'i' },
		.action = ACT_COUNT,
		.label = NC_("command", "tie"),
		.help = N_("How the selected one's tie was decided, step by step"),
		.blocked = not_tied,
		.run = on_tie },
	{ .keys = { 't' },
		.action = ACT_ROUND,
		.label = NC_("command", "draw lots"),
		.final = true,
		.help = N_("Draw the lot that the locked tie rule leaves a tie to"),
		.blocked = no_lot,
		.run = on_lot,
		.quiet = true },
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

static struct screen *open_ranking(struct ui *ui, const struct target *to)
{
	struct screen *screen = screen_new(ui, &ops);

	ranking_of(screen)->round_id = to->id;
	list_init(&ranking_of(screen)->list, &source);
	return screen;
}

const struct place_row ranking_place = {
	.open = open_ranking,
};
