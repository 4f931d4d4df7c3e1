/* SPDX-License-Identifier: MIT
 * The jury's meeting on one screen: the items with their outcome, and of the selected one all that
 * the meeting has before it: beside the list on a wide terminal, below it on a narrow one. */
#include "ui/office/judging/sitting.h"

#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/ground/sides.h"
#include "src/judging/blind.h"
#include "ui/office/judging/items.h"
#include "ui/office/judging/meeting.h"
#include "ui/office/judging/outcome.h"
#include "ui/office/judging/ranks.h"
#include "ui/office/judging/round_stand.h"
#include "ui/office/place.h"
#include "ui/office/record.h"
#include "ui/toolkit/letters.h"

enum { BESIDE = 120, HEAD_ROWS = SITTING_HEAD_ROWS + 1 /* and the rule below */ };

static void title(const struct screen *screen, char *out, size_t size)
{
	(void)screen;
	snprintf(out, size, "%s", C_("title", "Meeting of the jury"));
}

static const struct list_column columns[] = {
	{ NC_("column", "Rank"), 10, 0, ALIGN_LEFT, -1, SEEN_BY_JURY },
	{ LIST_FIELD("code", 6, 0, -1), .seen_by = SEEN_BY_JURY },
	{ LIST_FIELD("title", 18, 2, -1), .seen_by = SEEN_BY_JURY },
	{ LIST_FIELD("outcome", 13, 0, -1), .seen_by = SEEN_BY_JURY },
	{ NC_("column", "Must be out"), 18, 1, ALIGN_LEFT, -1 },
};

static struct error ids(struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	const struct sitting *self = sitting_of(screen);

	(void)ctx;
	(void)sort;
	for (size_t i = 0; i < self->standing.n; i++)
		id_list_add(list, self->standing.rows[i].item.id);
	return ok();
}

static struct error row(struct screen *screen, struct context *ctx, int64_t id, struct arena *arena,
	struct cell *cells, struct list_look *look)
{
	const struct sitting *self = sitting_of(screen);
	const struct decision_item *item = decision_item_of(&self->items, id);

	if (item == NULL)
		return ok();
	list_seal(look, ctx, self->round_id, SIDE_JURY);
	cells[0] = cell_text(rank_text(arena, &standing_row_of(&self->standing, id)->ranked));
	cells[1] = cell_text(item->code);
	cells[2] = cell_text(item_titled(ctx, arena, self->round.kind, self->round_id, item));
	cells[3] = *item->outcome == '\0' ? cell_none() : cell_code(WORDS_OUTCOME, item->outcome);
	cells[4] = cell_text(sitting_barred(self, arena, id));
	if (item_outcome_of(item->outcome) == OUTCOME_SELECTED)
		look->style = STYLE_GOOD;
	else if (item_outcome_of(item->outcome) == OUTCOME_RESERVE)
		look->style = STYLE_ACCENT;
	return ok();
}

static struct error record(struct screen *screen, struct context *ctx, struct arena *arena,
	int64_t id, struct page *page)
{
	return sitting_lines(sitting_of(screen), ctx, arena, id, page);
}

static void open_row(struct ui *ui, struct screen *screen, int64_t id)
{
	open_beside(ui, screen, decision_item_of(&sitting_of(screen)->items, id)->code);
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
	.file = "meeting",
};

static void layout(struct screen *screen, struct rect body);

static struct error read_round(struct sitting *self, struct context *ctx)
{
	struct arena *arena = &self->arena;

	TRY(round_get(ctx, arena, self->round_id, &self->round));
	TRY(standing_make(ctx, arena, self->round_id, NULL, &self->standing));
	TRY(standing_show(ctx, self->round_id));
	self->by_criterion =
		ranking_by_criterion(arena, &self->standing.matrix, self->standing.rules.method);
	return ok();
}

static struct error load(struct screen *screen, struct context *ctx)
{
	struct sitting *self = sitting_of(screen);
	struct arena *arena = &self->arena;

	arena_clear(arena);
	self->items = (struct decision_items){ 0 };
	self->standing = (struct standing){ 0 };
	TRY(meeting_read(ctx, arena, self->id, &self->view));
	self->round_id = self->view.meeting.round_id;
	screen->shows = self->id;
	TRY(stand_in_round(screen, ctx, self->round_id, true));
	TRY(decision_get(ctx, arena, self->view.meeting.decision_id, &self->decision));
	TRY(decision_items(ctx, arena, self->decision.id, &self->items));
	TRY(decision_review(ctx, self->decision.id, &self->review));
	TRY(read_round(self, ctx));
	*self->veil.text = '\0';
	if (!sides_sealed(ctx, self->round_id))
		veil_load(&self->veil, ctx, self->round_id, true);
	self->below_of = 0;
	TRY(list_load(screen, ctx));
	layout(screen, screen->body);
	return ok();
}

static void layout(struct screen *screen, struct rect body)
{
	struct sitting *self = sitting_of(screen);

	self->list.list.top_rows = HEAD_ROWS + veil_rows(&self->veil, body.w);
	self->list.list.bottom_rows = body.w < BESIDE ? SITTING_PANE_ROWS + 1 : 0;
	list_layout(screen, body);
}

/* What stands below the list is read as what stands beside one is. */
static struct error prepare(struct screen *screen, struct context *ctx)
{
	struct sitting *self = sitting_of(screen);
	struct arena arena = { 0 };
	int64_t id = list_selected(screen);
	struct error e = list_prepare(screen, ctx);

	if (e.code != E_OK || self->list.list.bottom == 0 || id == 0 || id == self->below_of)
		return e;
	page_clear(&self->below);
	e = sitting_lines(self, ctx, &arena, id, &self->below);
	self->below_of = e.code == E_OK ? id : 0;
	arena_clear(&arena);
	return e;
}

static void paint(const struct screen *screen, const struct canvas *body)
{
	const struct sitting *self = sitting_of(screen);
	int bottom = self->list.list.bottom;

	if (self->decision.code == NULL)
		return;
	sitting_paint_head(self, body);
	veil_paint(&self->veil, body, SITTING_HEAD_ROWS);
	canvas_rule(body, SITTING_HEAD_ROWS + veil_rows(&self->veil, body->area.w));
	list_paint(screen, body);
	if (bottom < 2 || self->below_of == 0 || screen->typing)
		return;
	struct canvas below =
		canvas_part(body, body->area.h - bottom + 1, 1, bottom - 1, body->area.w - 2);
	canvas_rule(body, body->area.h - bottom);
	page_paint(&self->below, &below);
}

static void status(const struct screen *screen, char *out, size_t size)
{
	const struct sitting *self = sitting_of(screen);

	list_describe(screen, out, size);
	if (self->hides_notes) {
		size_t used = strlen(out);

		snprintf(out + used, size - used, " · %s", _("notes hidden"));
	}
}

static const char *is_over(const struct screen *screen, const struct context *ctx)
{
	const struct sitting *self = sitting_of(screen);

	(void)ctx;
	if (self->view.meeting.ends != 0)
		return N_("The meeting has been closed. R opens it again, with the reason.");
	return NULL;
}

static const char *goes_on(const struct screen *screen, const struct context *ctx)
{
	(void)ctx;
	return sitting_of(screen)->view.meeting.ends == 0 ?
		       N_("The meeting goes on: it has not been closed.") :
		       NULL;
}

static const char *cannot_set(const struct screen *screen, const struct context *ctx)
{
	const char *why = is_over(screen, ctx);

	return why != NULL ? why : needs_record(screen, ctx);
}

static void quick(struct ui *ui, struct screen *screen, const char *outcome)
{
	const struct sitting *self = sitting_of(screen);
	const struct decision_item *item = decision_item_of(&self->items, screen_selected(screen));

	if (outcome_quick(ui, self->decision.id, self->round.kind, item, outcome))
		cursor_go(
			&sitting_of(screen)->list.list.cursor, self->list.list.cursor.selected + 1);
}

static void on_select(struct ui *ui, struct screen *screen)
{
	quick(ui, screen, "selected");
}

static void on_reserve(struct ui *ui, struct screen *screen)
{
	quick(ui, screen, "reserve");
}

static void on_not(struct ui *ui, struct screen *screen)
{
	quick(ui, screen, "not_selected");
}

static void on_rest(struct ui *ui, struct screen *screen)
{
	outcome_edit(ui, sitting_of(screen)->decision.id, sitting_of(screen)->round.kind, NULL);
}

static void on_reason(struct ui *ui, struct screen *screen)
{
	outcome_edit(ui, sitting_of(screen)->decision.id, sitting_of(screen)->round.kind,
		decision_item_of(&sitting_of(screen)->items, screen_selected(screen)));
}

static void on_form(struct ui *ui, struct screen *screen)
{
	int64_t id = sitting_of(screen)->id;

	if (sitting_edit(ui, sitting_of(screen)->round_id, &id))
		ui_say(ui, "%s", _("Saved."));
}

static void on_came(struct ui *ui, struct screen *screen)
{
	meeting_presence(ui, sitting_of(screen)->decision.id);
}

static void on_hide(struct ui *ui, struct screen *screen)
{
	struct sitting *self = sitting_of(screen);

	(void)ui;
	self->hides_notes = !self->hides_notes;
	screen->stale = true;
}

static void on_draft(struct ui *ui, struct screen *screen)
{
	place_open(ui, PLACE_DECISION, sitting_of(screen)->decision.id);
}

static void close_screen(struct screen *screen)
{
	page_clear(&sitting_of(screen)->below);
	arena_clear(&sitting_of(screen)->arena);
	list_close(screen);
}

static const struct command commands[] = {
	{ .keys = { 'v' },
		.action = ACT_DECIDE,
		.label = NC_("command", "select"),
		.help = N_("Selected, with the usual reason, and on to the next"),
		.blocked = cannot_set,
		.run = on_select },
	{ .keys = { 'a' },
		.action = ACT_DECIDE,
		.label = NC_("command", "reserve"),
		.help = N_("In reserve, with the usual reason, and on to the next"),
		.blocked = cannot_set,
		.run = on_reserve },
	{ .keys = { 'n' },
		.action = ACT_DECIDE,
		.label = NC_("command", "not selected"),
		.help = N_("Not selected, with the usual reason, and on to the next"),
		.blocked = cannot_set,
		.run = on_not },
	{ .keys = { 'p' },
		.action = ACT_DECIDE,
		.label = NC_("command", "out or back"),
		.help = N_(
			"Somebody goes out, or comes back: who must, for the selected submission, "
			"is marked"),
		.blocked = is_over,
		.run = sitting_on_door },
	{ .keys = { 'r' },
		.action = ACT_DECIDE,
		.label = NC_("command", "the rest"),
		.help = N_("One outcome and reason for all that have none yet"),
		.blocked = is_over,
		.run = on_rest },
	{ .keys = { K_VOTE },
		.action = ACT_DECIDE,
		.label = NC_("command", "vote"),
		.help = N_("Record a vote on the selected submission, and how each member voted"),
		.blocked = cannot_set,
		.run = sitting_on_vote },
	{ .keys = { K_DISSENT },
		.action = ACT_DECIDE,
		.label = NC_("command", "dissent"),
		.help = N_("Record a member's dissenting opinion on the selected submission"),
		.blocked = cannot_set,
		.run = sitting_on_dissent },
	{ .keys = { 'm' },
		.action = ACT_DECIDE,
		.label = NC_("command", "remark"),
		.help = N_("Write down a remark or a point to clarify"),
		.blocked = cannot_set,
		.run = sitting_on_remark },
	{ .keys = { 'y' },
		.action = ACT_DECIDE,
		.label = NC_("command", "ask"),
		.help = N_("Ask who entered the selected submission, by its code: the custodian "
			   "hands it on"),
		.blocked = cannot_set,
		.run = sitting_on_ask },
	{ .keys = { 'i' },
		.action = ACT_DECIDE,
		.label = NC_("command", "reason"),
		.help = N_("The outcome and its reason, in both languages"),
		.blocked = cannot_set,
		.run = on_reason },
	{ .keys = { K_SETTLE },
		.action = ACT_DECIDE,
		.label = NC_("command", "end meeting"),
		.help = N_("Close the meeting: what it concluded goes on to its signatures"),
		.blocked = is_over,
		.run = sitting_on_close },
	{ .keys = { K_PROJECT },
		.action = ACT_COUNT,
		.label = NC_("command", "projector"),
		.help = N_("Hide the jurors' notes, for a projector, or show them again"),
		.run = on_hide },
	{ .keys = { 'k' },
		.action = ACT_DECIDE,
		.label = NC_("command", "meeting"),
		.help = N_("Place, chair, secretary, examiners, call and agenda"),
		.blocked = is_over,
		.run = on_form },
	{ .keys = { 'w' },
		.action = ACT_DECIDE,
		.label = NC_("command", "who came"),
		.help = N_("Who came to the meeting at all, and how"),
		.blocked = is_over,
		.run = on_came,
		.quiet = true },
	{ .keys = { 'h' },
		.action = ACT_DECIDE,
		.label = NC_("command", "heard"),
		.help = N_("An expert who was heard, a presenter, or who else was there"),
		.blocked = is_over,
		.run = sitting_on_hear,
		.quiet = true },
	{ .keys = { 'l' },
		.action = ACT_READ,
		.label = NC_("command", "draft"),
		.help = N_("The statement or decision that the meeting prepares"),
		.run = on_draft,
		.quiet = true },
	{ .keys = { K_RESTORE },
		.action = ACT_DECIDE,
		.label = NC_("command", "open again"),
		.help = N_("The meeting goes on after all, with a reason"),
		.blocked = goes_on,
		.run = sitting_on_reopen,
		.quiet = true },
};

static const struct screen_ops ops = {
	.size = sizeof(struct sitting),
	.title = title,
	.help = N_(
		"The jury's meeting goes through the submissions in the order of the ranking. v, a and n "
		"give the outcome and go on; p notes who goes out and comes back. Who is barred from a "
		"submission must be out for it: their names stand in its line. H closes the meeting."),
	.commands = { commands, LEN(commands) },
	.shared = &list_commands,
	.watches = CHANGED_DECISIONS | CHANGED_REVIEWS | CHANGED_SUBMISSIONS | CHANGED_ROUNDS,
	.load = load,
	.layout = layout,
	.prepare = prepare,
	.paint = paint,
	.key = list_key,
	.selected = list_selected,
	.status = status,
	.close = close_screen,
};

/* Of the round, or the meeting itself; without one, its form comes first. */
static struct screen *open_meeting(struct ui *ui, const struct target *to)
{
	struct screen *screen;
	int64_t id = to->id;

	if (to->kind == KIND_ROUND) {
		struct error e = meeting_of_round(ui->ctx, to->id, &id);

		if (e.code == E_NOT_FOUND) {
			id = 0;
			if (!sitting_edit(ui, to->id, &id))
				return NULL;
		} else if (e.code != E_OK) {
			ui_complain(ui, e);
			return NULL;
		}
	}
	screen = screen_new(ui, &ops);
	sitting_of(screen)->id = id;
	sitting_of(screen)->list.list.top_rows = HEAD_ROWS;
	list_init(&sitting_of(screen)->list, &source);
	screen->live = true; /* the clock goes on */
	return screen;
}

const struct place_row meeting_place = {
	.shows = KIND_MEETING,
	.open = open_meeting,
};
