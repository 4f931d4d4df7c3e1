/* SPDX-License-Identifier: MIT
 * The meeting: what becomes of each submission and why, who was there, and the approval. */
#include "src/judging/decision.h"

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/judging/standing.h"
#include "src/phases/submission.h"
#include "ui/office/ask.h"
#include "src/registers/regime.h"
#include "ui/office/judging/correction_ask.h"
#include "ui/office/judging/approving.h"
#include "ui/office/judging/decision_head.h"
#include "ui/office/judging/items.h"
#include "ui/office/judging/meeting.h"
#include "ui/office/judging/outcome.h"
#include "ui/office/judging/ranks.h"
#include "ui/office/judging/round_stand.h"
#include "ui/office/judging/statement_paper.h"
#include "ui/office/judging/veil.h"
#include "ui/office/papers.h"
#include "ui/office/place.h"
#include "ui/office/record.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/letters.h"
#include "ui/toolkit/list.h"

enum { HEAD_ROWS = DECISION_HEAD_ROWS + 1 /* and the rule below */ };

enum { COMMANDS_MAX = 16 };

struct meeting {
	struct list_screen list;
	struct screen_ops ops; /* its own: a statement is signed, a decision approved */
	struct command commands[COMMANDS_MAX];
	int64_t id, round_id;
	struct arena arena;
	struct decision decision;
	struct decision_items items;
	struct review_of_decision review;
	struct jury_signatures signatures; /* of a statement */
	struct standing standing;
	const char *round_kind;
	int64_t range_low, range_high;
	const char *corrects, *regime; /* as lines of the head */
	struct veil veil;
};

static struct meeting *meeting_of(const struct screen *screen)
{
	return (struct meeting *)screen;
}

static bool is_statement(const struct meeting *self)
{
	return self->decision.kind != NULL &&
	       decision_kind_of(self->decision.kind) == DECISION_KIND_STATEMENT;
}

static void title(const struct screen *screen, char *out, size_t size)
{
	const struct meeting *self = meeting_of(screen);

	const char *code = self->decision.code == NULL ? "" : self->decision.code;

	if (is_statement(self))
		/* TRANSLATORS: %s is a statement's code. */
		snprintf(out, size, C_("title", "Statement %s"), code);
	else
		/* TRANSLATORS: %s is a decision's code. */
		snprintf(out, size, C_("title", "Decision %s"), code);
}

static const struct list_column columns[] = {
	{ NC_("column", "Rank"), 10, 0, ALIGN_LEFT, -1, SEEN_BY_JURY },
	{ LIST_FIELD("code", 6, 0, -1), .seen_by = SEEN_BY_JURY },
	{ LIST_FIELD("title", 20, 2, -1), .seen_by = SEEN_BY_JURY },
	{ LIST_FIELD("outcome", 13, 0, -1), .seen_by = SEEN_BY_JURY },
	{ NC_("column", "Reasons"), 18, 2, ALIGN_LEFT, -1 },
};

/* In the order of the ranking: that is how a meeting goes through them. */
static struct error ids(struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	const struct meeting *self = meeting_of(screen);

	(void)ctx;
	(void)sort;
	for (size_t i = 0; i < self->standing.n; i++)
		id_list_add(list, self->standing.rows[i].item.id);
	return ok();
}

static const struct ranked *ranked_of(const struct meeting *self, int64_t item_id)
{
	const struct standing_row *row = standing_row_of(&self->standing, item_id);

	return row == NULL ? NULL : &row->ranked;
}

static struct error row(struct screen *screen, struct context *ctx, int64_t id, struct arena *arena,
	struct cell *cells, struct list_look *look)
{
	const struct meeting *self = meeting_of(screen);
	const struct decision_item *item = decision_item_of(&self->items, id);

	if (item == NULL)
		return ok();
	list_seal(look, ctx, self->round_id, SIDE_JURY);
	cells[0] = cell_text(rank_text(arena, ranked_of(self, id)));
	cells[1] = cell_text(item->code);
	cells[2] = cell_text(item_titled(ctx, arena, self->round_kind, self->round_id, item));
	cells[3] = *item->outcome == '\0' ? cell_none() : cell_code(WORDS_OUTCOME, item->outcome);
	cells[4] = cell_text(i18n_pick(item->reason_fi, item->reason_sv, item->reason_en, NULL));
	if (item_outcome_of(item->outcome) == OUTCOME_SELECTED)
		look->style = STYLE_GOOD;
	else if (item_outcome_of(item->outcome) == OUTCOME_RESERVE)
		look->style = STYLE_ACCENT;
	return ok();
}

static struct error record(struct screen *screen, struct context *ctx, struct arena *arena,
	int64_t id, struct page *page)
{
	const struct meeting *self = meeting_of(screen);
	const struct decision_item *item = decision_item_of(&self->items, id);

	if (item == NULL)
		return ok();
	page_field(page, text_word(WORDS_FIELD, "outcome"),
		*item->outcome == '\0' ? "–" : text_word(WORDS_OUTCOME, item->outcome));
	page_value(page, ctx, &record_of_decision_item, item, "reason_fi");
	page_value(page, ctx, &record_of_decision_item, item, "reason_sv");
	page_value(page, ctx, &record_of_decision_item, item, "reason_en");
	page_field(page, _("Why past a better rank"), item->deviation_reason);
	page_gap(page);
	return item_lines(screen->ui, ctx, arena, item->item_id, page);
}

static void layout(struct screen *screen, struct rect body);
static void on_sign(struct ui *ui, struct screen *screen);

static struct error read_remedies(struct meeting *self, struct context *ctx)
{
	struct regime regime;

	TRY(regime_of(ctx, &self->arena, self->decision.regime_id, &regime));
	const char *remedies = regime_remedies(&self->arena, &regime, NULL);
	self->regime = *remedies == '\0' ? regime_name(&regime, NULL) :
					   arena_printf(&self->arena, "%s: %s",
						   regime_name(&regime, NULL), remedies);
	return correcting_words(ctx, &self->arena, &self->decision, &self->corrects);
}

/* What H is for: a statement is frozen once, and then its signatures are looked at. */
static void name_signing(struct meeting *self)
{
	bool draft = decision_state_of(self->decision.state) == DECISION_STATE_DRAFT;

	for (size_t i = 0;
		is_statement(self) && i < LEN(self->commands) && self->commands[i].label != NULL;
		i++)
		if (self->commands[i].run == on_sign) {
			self->commands[i].label =
				draft ? NC_("command", "freeze") : NC_("command", "signatures");
			self->commands[i].help =
				draft ? N_("Freeze the text, which the members then sign") :
					N_("Who has signed the statement, and in which way");
		}
}

static struct error load(struct screen *screen, struct context *ctx)
{
	struct meeting *self = meeting_of(screen);
	struct round round;

	arena_clear(&self->arena);
	self->items = (struct decision_items){ 0 };
	self->standing = (struct standing){ 0 };
	TRY(decision_get(ctx, &self->arena, self->id, &self->decision));
	self->round_id = self->decision.round_id;
	screen->shows = self->id;
	TRY(stand_in_round(screen, ctx, self->round_id, true));
	TRY(decision_items(ctx, &self->arena, self->id, &self->items));
	TRY(decision_review(ctx, self->id, &self->review));
	TRY(read_remedies(self, ctx));
	self->signatures = (struct jury_signatures){ 0 };
	if (is_statement(self))
		TRY(statement_signatures(ctx, &self->arena, self->id, &self->signatures));
	TRY(standing_make(ctx, &self->arena, self->round_id, NULL, &self->standing));
	TRY(round_get(ctx, &self->arena, self->round_id, &round));
	self->round_kind = round.kind;
	self->range_low = round.select_min;
	self->range_high = round.select_max;
	veil_load(&self->veil, ctx, self->round_id, true);
	name_signing(self);
	TRY(list_load(screen, ctx));
	layout(screen, screen->body);
	return ok();
}

static void layout(struct screen *screen, struct rect body)
{
	struct meeting *self = meeting_of(screen);

	self->list.list.top_rows = HEAD_ROWS + veil_rows(&self->veil, body.w);
	list_layout(screen, body);
}

static void paint(const struct screen *screen, const struct canvas *body)
{
	const struct meeting *self = meeting_of(screen);
	struct decision_head head = { &self->decision, &self->review, &self->signatures,
		self->corrects, self->regime, self->range_low, self->range_high };

	if (self->decision.code == NULL)
		return;
	decision_head_paint(&head, body);
	veil_paint(&self->veil, body, DECISION_HEAD_ROWS);
	canvas_rule(body, DECISION_HEAD_ROWS + veil_rows(&self->veil, body->area.w));
	list_paint(screen, body);
}

static const char *is_signed(const struct screen *screen, const struct context *ctx)
{
	const struct meeting *self = meeting_of(screen);

	(void)ctx;
	return self->decision.state == NULL ? NULL : decision_is_final(&self->decision);
}

static const char *cannot_set(const struct screen *screen, const struct context *ctx)
{
	const char *why = is_signed(screen, ctx);

	return why != NULL ? why : needs_record(screen, ctx);
}

static void open_row(struct ui *ui, struct screen *screen, int64_t id)
{
	const char *why = is_signed(screen, ui->ctx);

	if (why != NULL)
		open_beside(ui, screen, decision_item_of(&meeting_of(screen)->items, id)->code);
	else
		outcome_edit(ui, meeting_of(screen)->id, meeting_of(screen)->round_kind,
			decision_item_of(&meeting_of(screen)->items, id));
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
	.file = "decision",
};

static void quick(struct ui *ui, struct screen *screen, const char *outcome)
{
	struct meeting *self = meeting_of(screen);
	const struct decision_item *item = decision_item_of(&self->items, screen_selected(screen));

	if (outcome_quick(ui, self->id, self->round_kind, item, outcome))
		cursor_go(&self->list.list.cursor, self->list.list.cursor.selected + 1);
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
	outcome_edit(ui, meeting_of(screen)->id, meeting_of(screen)->round_kind, NULL);
}

static void on_meeting(struct ui *ui, struct screen *screen)
{
	if (meeting_edit(ui, meeting_of(screen)->round_id, meeting_of(screen)->decision.kind,
		    &meeting_of(screen)->id))
		ui_say(ui, "%s", _("Saved."));
}

static void on_sitting(struct ui *ui, struct screen *screen)
{
	place_open_at(ui, PLACE_MEETING,
		&(struct target){ .kind = KIND_ROUND, .id = meeting_of(screen)->round_id });
}

/* The contracting entity decides without the jury. */
static const char *no_sitting(const struct screen *screen, const struct context *ctx)
{
	(void)ctx;
	return meeting_of(screen)->decision.statement_id == 0 ?
		       NULL :
		       N_("The jury met on its statement; the contracting entity decides without it.");
}

static void on_presence(struct ui *ui, struct screen *screen)
{
	meeting_presence(ui, meeting_of(screen)->id);
}

/* A number outside the planned range is allowed with its reason, which is asked for here. */
static bool give_range_reason(struct ui *ui, struct meeting *self)
{
	struct decision d = self->decision;

	if (!self->review.outside_range || *d.range_reason != '\0')
		return true;
	char *why = ask_reason(ui, _("Outside the planned range"),
		_("The number of selected submissions is outside the planned range: write the reason."));
	if (why == NULL || *why == '\0') {
		free(why);
		return false;
	}
	d.range_reason = why;
	bool saved = ui_report(ui, decision_update(ui->ctx, &d), _("Saved."));
	free(why);
	return saved;
}

static void on_sign(struct ui *ui, struct screen *screen)
{
	struct meeting *self = meeting_of(screen);
	int64_t id = self->id;

	bool draft = self->decision.state != NULL &&
		     decision_state_of(self->decision.state) == DECISION_STATE_DRAFT;

	if (draft && self->review.undecided == 0 && self->review.without_reason == 0 &&
		!give_range_reason(ui, self))
		return;
	if (is_statement(self)) {
		if (!draft || statement_freeze_ask(ui, id, self->decision.code))
			place_open(ui, PLACE_SIGNATURES, id);
		return;
	}
	if (self->review.undecided == 0 && !approve_reasons(ui, id))
		return;
	if (!ui_confirm(ui,
		    _("Approve the decision? It can never be changed after that, only corrected by "
		      "another."),
		    C_("button", "Approve")))
		return;
	ui_report(ui, decision_sign(ui->ctx, id, NULL),
		submission_kind_of(self->round_kind) == SUBMISSION_KIND_PROBLEM ?
			_("Approved. The key h on the list of problems makes challenges of what was "
			  "selected.") :
			_("Approved. The desk says what comes next."));
}

/* A statement that is final shows its signatures. */
static const char *cannot_sign(const struct screen *screen, const struct context *ctx)
{
	const struct meeting *self = meeting_of(screen);

	if (!is_statement(self))
		return is_signed(screen, ctx);
	return decision_state_of(self->decision.state) == DECISION_STATE_ABANDONED ?
		       decision_is_final(&self->decision) :
		       NULL;
}

static const char *cannot_correct(const struct screen *screen, const struct context *ctx)
{
	const struct meeting *self = meeting_of(screen);

	(void)ctx;
	return self->decision.state != NULL &&
			       (decision_state_of(self->decision.state) == DECISION_STATE_SIGNED ||
				       decision_state_of(self->decision.state) ==
					       DECISION_STATE_FROZEN) ?
		       NULL :
		       N_("It is still a draft: change it.");
}

static void on_abandon(struct ui *ui, struct screen *screen)
{
	int64_t id = meeting_of(screen)->id;
	char *why = ask_reason(ui, _("Abandon the draft"),
		_("Why? It stays in the record; its code is not used again."));

	if (why != NULL &&
		ui_report(ui, decision_abandon(ui->ctx, id, why), _("The draft is abandoned.")))
		screen_close(screen);
	free(why);
}

static void on_correct(struct ui *ui, struct screen *screen)
{
	int64_t id = meeting_of(screen)->id, correction;
	struct correcting correcting = { .kind = "" };
	char *why;

	if (!correction_ask(ui, &meeting_of(screen)->decision, &correcting))
		return;
	why = ask_reason(ui, _("Correct the decision"),
		_("What was wrong? A new draft with everything of this one is made; this one stays."));
	if (why == NULL)
		return;
	correcting.reason = why;
	struct error e = decision_correct(ui->ctx, id, &correcting, &correction);
	free(why);
	if (e.code == E_OK) {
		meeting_of(screen)->id = correction;
		screen->stale = true;
	}
	ui_report(ui, e, _("A new draft corrects it."));
}

static const char *has_no_contents(const struct screen *screen, const struct context *ctx)
{
	(void)ctx;
	return is_statement(meeting_of(screen)) ?
		       N_("A statement has the jury's own words; this belongs to the decision.") :
		       NULL;
}

static void on_contents(struct ui *ui, struct screen *screen)
{
	place_open(ui, PLACE_CONTENTS, meeting_of(screen)->id);
}

static void on_reasons(struct ui *ui, struct screen *screen)
{
	place_open(ui, PLACE_REASONS, meeting_of(screen)->id);
}

static const char *is_not_served(const struct screen *screen, const struct context *ctx)
{
	(void)ctx;
	if (is_statement(meeting_of(screen)))
		return N_("A statement is not served; the decision after it is.");
	return decision_state_of(meeting_of(screen)->decision.state) == DECISION_STATE_SIGNED ?
		       NULL :
		       N_("Only an approved decision is served.");
}

static void on_services(struct ui *ui, struct screen *screen)
{
	place_open(ui, PLACE_SERVICES, meeting_of(screen)->id);
}

static void on_close(struct screen *screen)
{
	arena_clear(&meeting_of(screen)->arena);
	list_close(screen);
}

static const struct command commands[] = {
	{ .keys = { 'v' },
		.action = ACT_DECIDE,
		.label = NC_("command", "select"),
		.help = N_("Selected, with the usual reason"),
		.blocked = cannot_set,
		.run = on_select },
	{ .keys = { 'a' },
		.action = ACT_DECIDE,
		.label = NC_("command", "reserve"),
		.help = N_("In reserve, with the usual reason"),
		.blocked = cannot_set,
		.run = on_reserve },
	{ .keys = { 'n' },
		.action = ACT_DECIDE,
		.label = NC_("command", "not selected"),
		.help = N_("Not selected, with the usual reason"),
		.blocked = cannot_set,
		.run = on_not },
	{ .keys = { 'r' },
		.action = ACT_DECIDE,
		.label = NC_("command", "the rest"),
		.help = N_("One outcome and reason for all that have none yet"),
		.blocked = is_signed,
		.run = on_rest },
	{ .keys = { K_MEETING },
		.action = ACT_READ,
		.label = NC_("command", "hold meeting"),
		.help = N_(
			"The jury's meeting on one screen: who is in the room, votes, dissents, remarks"),
		.blocked = no_sitting,
		.run = on_sitting },
	{ .keys = { 'k' },
		.action = ACT_DECIDE,
		.label = NC_("command", "meeting"),
		.help = N_("Date, place, language and the reasons for deviations"),
		.blocked = is_signed,
		.run = on_meeting },
	{ .keys = { 'p' },
		.action = ACT_DECIDE,
		.label = NC_("command", "present"),
		.help = N_("Who was present"),
		.blocked = is_signed,
		.run = on_presence },
	{ .keys = { 'y' },
		.action = ACT_READ,
		.label = NC_("command", "reasons"),
		.help = N_("The reason of each entrant: composed, edited or missing"),
		.blocked = has_no_contents,
		.run = on_reasons },
	{ .keys = { K_EDIT },
		.action = ACT_READ,
		.label = NC_("command", "contents"),
		.help = N_("What the decision says beside its outcomes, and what it still lacks"),
		.blocked = has_no_contents,
		.run = on_contents },
	{ .keys = { K_PAPERS },
		.action = ACT_READ,
		.label = NC_("command", "papers"),
		.help = N_("The documents of the decision, to a file"),
		.blocked = papers_blocked,
		.run = papers_of_screen },
	{ .keys = { 't' },
		.action = ACT_READ,
		.label = NC_("command", "service"),
		.help = N_("On whom the decision has been served, and the last days that follow"),
		.blocked = is_not_served,
		.run = on_services },
	{ .keys = { K_SETTLE },
		.action = ACT_SIGN,
		.label = NC_("command", "approve"),
		.final = true,
		.help = N_("Approve the decision"),
		.blocked = cannot_sign,
		.run = on_sign },
	{ .keys = { K_CORRECT },
		.action = ACT_DECIDE,
		.label = NC_("command", "correct"),
		.help = N_("Correct an approved decision by another"),
		.blocked = cannot_correct,
		.run = on_correct },
	{ .keys = { K_CALL_OFF },
		.action = ACT_DECIDE,
		.label = NC_("command", "abandon"),
		.help = N_("Give the draft up, with a reason"),
		.blocked = is_signed,
		.run = on_abandon },
};

static const struct screen_ops ops = {
	.size = sizeof(struct meeting),
	.title = title,
	.help = N_(
		"The meeting goes through the submissions in the order of the ranking. v selects, a puts "
		"in reserve, n leaves out, each with a reason that Enter changes; H approves."),
	.commands = { commands, LEN(commands) },
	.shared = &list_commands,
	.watches = CHANGED_DECISIONS | CHANGED_REVIEWS | CHANGED_SUBMISSIONS | CHANGED_ROUNDS,
	.load = load,
	.layout = layout,
	.prepare = list_prepare,
	.paint = paint,
	.key = list_key,
	.selected = list_selected,
	.status = list_describe,
	.close = on_close,
};

static void join_commands(struct meeting *self)
{
	static_assert(LEN(commands) <= COMMANDS_MAX, "there is room for every command");
	memcpy(self->commands, commands, sizeof(commands));
	self->ops = ops;
	self->ops.commands = (struct commands){ self->commands, LEN(commands) };
	self->list.base.ops = &self->ops;
}

/* The one in force or in preparation; without one, the meeting's form comes first. */
static struct screen *open_of_round(struct ui *ui, int64_t round_id, const char *kind)
{
	struct id_list decisions = { 0 };
	struct arena arena = { 0 };
	struct round round;
	struct error e = decision_ids(ui->ctx, round_id, kind, &decisions);
	int64_t id = decisions.n > 0 ? decisions.ids[decisions.n - 1] : 0;

	id_list_clear(&decisions);
	if (e.code == E_OK && id == 0) {
		e = round_get(ui->ctx, &arena, round_id, &round);
		if (e.code == E_OK && round_state_of(round.state) != ROUND_STATE_CLOSED)
			e = rule(N_("Close the round first: a decision follows from its reviews."));
		arena_clear(&arena);
	}
	if (e.code != E_OK) {
		ui_complain(ui, e);
		return NULL;
	}
	if (id == 0 && !meeting_edit(ui, round_id, kind, &id))
		return NULL;
	struct screen *screen = screen_new(ui, &ops);
	meeting_of(screen)->id = id;
	meeting_of(screen)->list.list.top_rows = HEAD_ROWS;
	list_init(&meeting_of(screen)->list, &source);
	join_commands(meeting_of(screen));
	return screen;
}

static struct screen *open_one(struct ui *ui, int64_t id)
{
	struct arena arena = { 0 };
	struct decision d;
	struct screen *screen = NULL;
	struct error e = decision_get(ui->ctx, &arena, id, &d);

	if (e.code == E_OK)
		screen = open_of_round(ui, d.round_id, d.kind);
	else
		ui_complain(ui, e);
	arena_clear(&arena);
	return screen;
}

/* The decision or statement that the target's id is; or of the round that it is, and the kind is
 * the target's text. */
static struct screen *open_decision(struct ui *ui, const struct target *to)
{
	return to->kind == KIND_ROUND ? open_of_round(ui, to->id, to->text) : open_one(ui, to->id);
}

const struct place_row decision_place = {
	.shows = KIND_DECISION,
	.open = open_decision,
};
