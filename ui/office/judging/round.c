/* SPDX-License-Identifier: MIT
 * A round: its rules in short, its panel with how far everybody is, and the acts on it. */
#include "src/judging/round.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db/base/vocabulary.h"
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/judging/feedback.h"
#include "ui/office/judging/pack.h"
#include "ui/office/judging/panel.h"
#include "ui/office/judging/receipt.h"
#include "ui/office/judging/round_deal.h"
#include "ui/office/judging/round_form.h"
#include "ui/office/judging/round_head.h"
#include "ui/office/judging/round_move.h"
#include "ui/office/judging/round_stand.h"
#include "ui/office/place.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/letters.h"
#include "ui/toolkit/list.h"

struct round_screen {
	struct list_screen list;
	int64_t id;
	struct arena arena;
	struct round round;
	struct criteria criteria;
	struct members members;
	struct progress progress;
};

static struct round_screen *round_of(const struct screen *screen)
{
	return (struct round_screen *)screen;
}

static void title(const struct screen *screen, char *out, size_t size)
{
	(void)screen;
	snprintf(out, size, "%s", C_("title", "Reviews"));
}

static const struct list_column columns[] = {
	{ LIST_FIELD("name", 18, 2, -1) },
	{ NC_("column", "Declared"), 10, 0, ALIGN_LEFT, -1 },
	{ LIST_FIELD("conflicts", 5, 0, -1) },
	{ NC_("column", "Submitted"), 9, 0, ALIGN_RIGHT, -1, .share = true },
	{ LIST_FIELD("begun", 6, 0, -1) },
	{ LIST_FIELD("state", 12, 1, -1) },
};

static struct error ids(struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	struct round_screen *self = round_of(screen);

	(void)ctx;
	(void)sort;
	for (size_t i = 0; i < self->members.n; i++)
		id_list_add(list, self->members.rows[i].id);
	return ok();
}

static const struct member *member_of(const struct round_screen *self, int64_t id)
{
	for (size_t i = 0; i < self->members.n; i++)
		if (self->members.rows[i].id == id)
			return &self->members.rows[i];
	return NULL;
}

/* What is waited for from them stands before what they sit there as. */
static const char *member_state(const struct round *round, const struct member *m)
{
	const char *waits = member_waits(round, m);

	if (member_state_of(m->state) != MEMBER_STATE_ACTIVE)
		return text_word(WORDS_MEMBER_STATE, m->state);
	if (*waits != '\0' && waits_of(waits) != WAITS_READY)
		return text_word(WORDS_WAITS, waits);
	if (m->substitute)
		return C_("panel", "substitute");
	if (m->chair)
		return C_("panel", "chair");
	return *waits == '\0' ? "" : text_word(WORDS_WAITS, waits);
}

static struct error row(struct screen *screen, struct context *ctx, int64_t id, struct arena *arena,
	struct cell *cells, struct list_look *look)
{
	const struct member *m = member_of(round_of(screen), id);

	(void)arena;
	(void)ctx;
	if (m == NULL)
		return ok();
	cells[0] = cell_text(m->name);
	cells[1] = cell_else(cell_moment(m->declared, PRECISION_DAY), "–");
	cells[2] = m->conflicts == 0 ? cell_none() : cell_number(m->conflicts);
	cells[3] = cell_share(m->submitted, m->assigned);
	cells[4] = m->drafts == 0 ? cell_none() : cell_number(m->drafts);
	cells[5] = cell_text(member_state(&round_of(screen)->round, m));
	if (member_state_of(m->state) != MEMBER_STATE_ACTIVE)
		look->style = STYLE_QUIET;
	else if (waits_of(member_waits(&round_of(screen)->round, m)) == WAITS_READY)
		look->style = STYLE_GOOD;
	return ok();
}

static void open_row(struct ui *ui, struct screen *screen, int64_t id)
{
	place_open_at(
		ui, PLACE_REVIEWS, &(struct target){ .id = round_of(screen)->id, .with = id });
}

static const struct list_source source = {
	.columns = columns,
	.n = LEN(columns),
	.over = &record_of_member,
	.ids = ids,
	.row = row,
	.open = open_row,
	.empty = N_("The panel is empty. Press j to put a juror on it; accounts are made with g, "
		    "Accounts."),
	.file = "panel",
};

static void layout(struct screen *screen, struct rect body);

static struct error load(struct screen *screen, struct context *ctx)
{
	struct round_screen *self = round_of(screen);

	arena_clear(&self->arena);
	self->members = (struct members){ 0 };
	self->criteria = (struct criteria){ 0 };
	TRY(round_get(ctx, &self->arena, self->id, &self->round));
	TRY(round_criteria(ctx, &self->arena, self->id, &self->criteria));
	TRY(round_members(ctx, &self->arena, self->id, &self->members));
	TRY(round_progress(ctx, self->id, &self->progress));
	TRY(stand_in_round(screen, ctx, self->id, false));
	TRY(list_load(screen, ctx));
	layout(screen, screen->body);
	return ok();
}

static struct round_head head_of(const struct round_screen *self)
{
	return (struct round_head){ &self->round, &self->criteria, &self->members,
		&self->progress };
}

static void layout(struct screen *screen, struct rect body)
{
	struct round_screen *self = round_of(screen);
	struct round_head head = head_of(self);

	self->list.list.top_rows = round_head_rows(&head, body.w);
	list_layout(screen, body);
}

static void paint(const struct screen *screen, const struct canvas *body)
{
	const struct round_screen *self = round_of(screen);
	struct round_head head = head_of(self);

	if (self->round.key == NULL)
		return;
	round_head_paint(&head, body);
	list_paint(screen, body);
}

static void on_close(struct screen *screen)
{
	arena_clear(&round_of(screen)->arena);
	list_close(screen);
}

static const char *not_planned(const struct screen *screen, const struct context *ctx)
{
	const struct round_screen *self = round_of(screen);

	(void)ctx;
	return self->round.locked != 0 ? N_("The rules are locked: they have been announced.") :
					 NULL;
}

static void on_criteria(struct ui *ui, struct screen *screen)
{
	place_open(ui, PLACE_RULES, round_of(screen)->id);
}

static void on_fitness(struct ui *ui, struct screen *screen)
{
	place_open(ui, PLACE_FITNESS, round_of(screen)->id);
}

static void on_lock(struct ui *ui, struct screen *screen)
{
	int64_t id = round_of(screen)->id;
	char *notice = ui_ask(ui, _("Lock the rules"),
		_("Once locked, numbers, method and criteria never change. Date, number and link "
		  "of the "
		  "notice:"),
		"", 1);

	if (notice == NULL)
		return;
	ui_report(ui, round_lock(ui->ctx, id, notice), _("The rules are locked."));
	free(notice);
}

static const char *cannot_move(const struct screen *screen, const struct context *ctx)
{
	const struct round_screen *self = round_of(screen);

	(void)ctx;
	return self->round.state != NULL &&
			       round_state_of(self->round.state) == ROUND_STATE_CLOSED ?
		       N_("The round is closed. Next comes the ranking (r) and the decision.") :
		       NULL;
}

static void on_move(struct ui *ui, struct screen *screen)
{
	struct round_screen *self = round_of(screen);

	move_round(ui, self->id,
		round_state_of(self->round.state) == ROUND_STATE_OPEN ? ROUND_CLOSE : ROUND_OPEN);
}

static const char *cannot_reopen(const struct screen *screen, const struct context *ctx)
{
	const struct round_screen *self = round_of(screen);

	(void)ctx;
	return self->round.state != NULL &&
			       round_state_of(self->round.state) == ROUND_STATE_CLOSED ?
		       NULL :
		       N_("Only a closed round can be opened again.");
}

static void on_reopen(struct ui *ui, struct screen *screen)
{
	move_round(ui, round_of(screen)->id, ROUND_REOPEN);
}

static void on_ranking(struct ui *ui, struct screen *screen)
{
	place_open(ui, PLACE_RANKING, round_of(screen)->id);
}

static void on_feedback(struct ui *ui, struct screen *screen)
{
	place_open(ui, PLACE_FEEDBACKS, round_of(screen)->id);
}

static const char *no_feedback(const struct screen *screen, const struct context *ctx)
{
	(void)ctx;
	return round_of(screen)->round.state == NULL ? NULL :
						       feedback_blocked(&round_of(screen)->round);
}

static const char *cannot_rank(const struct screen *screen, const struct context *ctx)
{
	const struct round_screen *self = round_of(screen);

	(void)ctx;
	return self->round.state != NULL &&
			       round_state_of(self->round.state) == ROUND_STATE_CLOSED ?
		       NULL :
		       N_("The ranking is shown when the round is closed.");
}

static const char *cannot_declare(const struct screen *screen, const struct context *ctx)
{
	const struct member *m = member_of(round_of(screen), screen_selected(screen));

	(void)ctx;
	if (m == NULL)
		return N_("There is nothing to choose here yet.");
	return m->declared != 0 ? N_("This juror has already declared.") : NULL;
}

/* The acts on people copy what they need first: a refresh may replace the panel meanwhile. */
static void on_juror(struct ui *ui, struct screen *screen)
{
	panel_seat(ui, round_of(screen)->id);
}

static void on_declare(struct ui *ui, struct screen *screen)
{
	struct arena arena = { 0 };
	const struct member *m = member_of(round_of(screen), screen_selected(screen));

	panel_declare(ui, round_of(screen)->id, arena_text(&arena, m->login));
	arena_clear(&arena);
}

static void on_import(struct ui *ui, struct screen *screen)
{
	panel_import(ui, round_of(screen)->id);
}

static void on_sheet(struct ui *ui, struct screen *screen)
{
	const struct round_screen *self = round_of(screen);

	panel_sheet(ui, self->id, member_of(self, screen_selected(screen)));
}

static void on_waited(struct ui *ui, struct screen *screen)
{
	place_open(ui, PLACE_WAITED, round_of(screen)->id);
}

static void on_conflicts(struct ui *ui, struct screen *screen)
{
	place_open(ui, PLACE_CONFLICTS, round_of(screen)->id);
}

static void on_excuse(struct ui *ui, struct screen *screen)
{
	const struct round_screen *self = round_of(screen);

	panel_excuse(ui, &self->round, member_of(self, screen_selected(screen)));
}

static void on_history(struct ui *ui, struct screen *screen)
{
	place_open(ui, PLACE_HISTORY, round_of(screen)->id);
}

static const char *is_not_open(const struct screen *screen, const struct context *ctx)
{
	(void)ctx;
	return round_state_of(round_of(screen)->round.state) == ROUND_STATE_OPEN ?
		       NULL :
		       N_("Reviews come in while the round is open.");
}

static void on_rules(struct ui *ui, struct screen *screen)
{
	int64_t id = round_of(screen)->id;

	round_form(ui, NULL, 0, &id);
}

static void on_receipt(struct ui *ui, struct screen *screen)
{
	look_up_receipt(ui, round_of(screen)->id);
}

static void on_deal(struct ui *ui, struct screen *screen)
{
	deal_round(ui, round_of(screen)->id);
}

static void on_pack(struct ui *ui, struct screen *screen)
{
	pack_ask(ui, round_of(screen)->id);
}

static const struct command commands[] = {
	{ .keys = { 'k' },
		.action = ACT_COUNT,
		.label = NC_("command", "criteria"),
		.help = N_("Criteria with weights, scales and bands in words"),
		.run = on_criteria },
	{ .keys = { 'j' },
		.action = ACT_ROUND,
		.label = NC_("command", "juror"),
		.help = N_("Put a juror on the panel"),
		.run = on_juror },
	{ .keys = { 'm' },
		.action = ACT_ROUND,
		.label = NC_("command", "open/close"),
		.help = N_("Open the round, or close it"),
		.blocked = cannot_move,
		.run = on_move },
	{ .keys = { K_EDIT },
		.action = ACT_REVIEW_ENTER,
		.label = NC_("command", "declaration"),
		.final = true,
		.help = N_("Enter the selected juror's declaration of interest"),
		.blocked = cannot_declare,
		.run = on_declare },
	{ .keys = { 'i' },
		.action = ACT_REVIEW_ENTER,
		.label = NC_("command", "import"),
		.help = N_("Import reviews from a file"),
		.blocked = is_not_open,
		.run = on_import },
	{ .keys = { 'w' },
		.action = ACT_COUNT,
		.label = NC_("command", "remind"),
		.help = N_("Whom to remind of what, with addresses; x exports them"),
		.run = on_waited },
	{ .keys = { 'r' },
		.action = ACT_COUNT,
		.label = NC_("command", "ranking"),
		.help = N_("The ranking, once the round is closed"),
		.blocked = cannot_rank,
		.run = on_ranking },
	{ .keys = { 'b' },
		.action = ACT_COUNT,
		.label = NC_("command", "feedback"),
		.help = N_("What goes to each sender of the jury's feedback"),
		.blocked = no_feedback,
		.run = on_feedback },
	{ .keys = { 'y' },
		.action = ACT_ROUND,
		.label = NC_("command", "rules"),
		.help = N_("Ranking method, ties, numbers, closing time"),
		.run = on_rules },
	{ .keys = { K_SETTLE },
		.action = ACT_ROUND,
		.label = NC_("command", "lock"),
		.final = true,
		.help = N_("Lock the rules, when the notice is published"),
		.blocked = not_planned,
		.run = on_lock },
	{ .keys = { 'a' },
		.action = ACT_ROUND,
		.label = NC_("command", "deal"),
		.help = N_("How many review each submission, dealt evenly and without conflicts"),
		.run = on_deal },
	{ .keys = { 'o' },
		.action = ACT_COUNT,
		.label = NC_("command", "conflicts"),
		.help = N_("Conflicts of interest with what the panel decided on them, and Klash's "
			   "hints"),
		.run = on_conflicts },
	{ .keys = { 'p' },
		.action = ACT_EXPORT,
		.label = NC_("command", "score sheet"),
		.help = N_("A score sheet for who reviews on paper or in a spreadsheet"),
		.blocked = needs_record,
		.run = on_sheet },
	{ .keys = { K_CALL_OFF },
		.action = ACT_ROUND,
		.label = NC_("command", "excuse"),
		.help = N_("Take the selected juror off the panel; once the round has begun, "
			   "excuse or "
			   "replace them with a reason"),
		.blocked = needs_record,
		.run = on_excuse },
	{ .keys = { K_RESTORE },
		.action = ACT_ROUND,
		.label = NC_("command", "reopen"),
		.help = N_("Open a closed round again, before its ranking was seen"),
		.blocked = cannot_reopen,
		.run = on_reopen },
	{ .keys = { 'l' },
		.action = ACT_EXPORT,
		.label = NC_("command", "reading pack"),
		.help = N_("Write what the jury reads, with attachments, into a directory"),
		.run = on_pack },
	{ .keys = { 't' },
		.action = ACT_COUNT,
		.label = NC_("command", "receipt"),
		.help = N_("Look a juror's receipt up: does that review stand?"),
		.run = on_receipt },
	{ .keys = { 'v' },
		.action = ACT_COUNT,
		.label = NC_("command", "fitness"),
		.help = N_("Which jurors are independent, and qualified as the entrants must be"),
		.run = on_fitness,
		.quiet = true },
	{ .keys = { 'h' },
		.action = ACT_COUNT,
		.label = NC_("command", "history"),
		.help = N_("The rules as locked and corrected, and what was done with a reason"),
		.run = on_history },
};

static const struct screen_ops ops = {
	.size = sizeof(struct round_screen),
	.title = title,
	.help = N_("The round of reviews: first its criteria (k) and panel (j), then it is opened "
		   "(m). Enter "
		   "on a juror shows their reviews, to be typed in on their behalf. When it is "
		   "closed, r "
		   "shows the ranking."),
	.commands = { commands, LEN(commands) },
	.shared = &list_commands,
	.watches = CHANGED_ROUNDS | CHANGED_REVIEWS | CHANGED_ACCOUNTS,
	.load = load,
	.layout = layout,
	.prepare = list_prepare,
	.paint = paint,
	.key = list_key,
	.selected = list_selected,
	.status = list_describe,
	.close = on_close,
};

static struct screen *open_round(struct ui *ui, const struct target *to)
{
	struct screen *screen = screen_new(ui, &ops);

	round_of(screen)->id = to->id;
	list_init(&round_of(screen)->list, &source);
	screen->live = true; /* drafts are not in the log */
	return screen;
}

const struct place_row round_place = {
	.shows = KIND_ROUND,
	.open = open_round,
};
