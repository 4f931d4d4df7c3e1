/* SPDX-License-Identifier: MIT
 * Conflicts of interest in a round: what was declared or recorded and what the panel decided on it,
 * and the hints that Klash finds in its own data, to be taken up or set aside. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/judging/hint.h"
#include "src/judging/recognition.h"
#include "src/judging/review.h"
#include "src/phases/submission.h"
#include "ui/office/ask.h"
#include "ui/office/judging/panel.h"
#include "ui/office/judging/round_stand.h"
#include "ui/office/place.h"
#include "ui/office/record.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/letters.h"
#include "ui/toolkit/list.h"

struct conflicts_screen {
	struct list_screen list;
	int64_t round_id;
	struct arena arena;
	struct conflicts conflicts;
	struct hints hints;
	struct recognitions recognitions;
};

static struct conflicts_screen *self_of(const struct screen *screen)
{
	return (struct conflicts_screen *)screen;
}

static void title(const struct screen *screen, char *out, size_t size)
{
	(void)screen;
	snprintf(out, size, "%s", _("Conflicts of interest"));
}

static const struct list_column columns[] = {
	{ NC_("column", "Juror"), 14, 1, ALIGN_LEFT, -1 },
	{ NC_("column", "Applicant"), 14, 2, ALIGN_LEFT, -1 },
	{ NC_("column", "Ground or hint"), 18, 2, ALIGN_LEFT, -1 },
	{ NC_("column", "State"), 20, 1, ALIGN_LEFT, -1 },
};

enum { RECOGNIZED = 1000000 }; /* below the hints */

/* A conflict has its own id; a hint is known by its place, below zero, and a recognition far below.
 */
static const struct conflict *conflict_of(const struct conflicts_screen *self, int64_t id)
{
	for (size_t i = 0; i < self->conflicts.n; i++)
		if (self->conflicts.rows[i].id == id)
			return &self->conflicts.rows[i];
	return NULL;
}

static const struct hint *hint_of(const struct conflicts_screen *self, int64_t id)
{
	return id < 0 && (size_t)-id <= self->hints.n ? &self->hints.rows[-id - 1] : NULL;
}

static const struct recognition *recognition_of(const struct conflicts_screen *self, int64_t id)
{
	int64_t at = -id - RECOGNIZED;

	return at >= 0 && (size_t)at < self->recognitions.n ? &self->recognitions.rows[at] : NULL;
}

static bool waits(const struct conflict *c)
{
	return conflict_state_of(c->state) == CONFLICT_STATE_DOUBTFUL;
}

/* First what waits to be decided, last the hints that were. */
static struct error ids(struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	const struct conflicts_screen *self = self_of(screen);

	(void)ctx;
	(void)sort;
	for (int waiting = 1; waiting >= 0; waiting--) {
		for (size_t i = 0; i < self->conflicts.n; i++)
			if (waits(&self->conflicts.rows[i]) == (waiting == 1))
				id_list_add(list, self->conflicts.rows[i].id);
		for (size_t i = 0; i < self->recognitions.n; i++)
			if ((self->recognitions.rows[i].noted == 0) == (waiting == 1))
				id_list_add(list, -(int64_t)i - RECOGNIZED);
		for (size_t i = 0; i < self->hints.n; i++)
			if ((*self->hints.rows[i].state == '\0') == (waiting == 1))
				id_list_add(list, -(int64_t)i - 1);
	}
	return ok();
}

static const char *about(
	struct context *ctx, struct arena *arena, int64_t submission_id, const char *code)
{
	struct submission s;

	if (submission_id == 0)
		return _("the whole round");
	if (submission_get(ctx, arena, submission_id, &s).code != E_OK)
		return code;
	return arena_printf(arena, "%s %s", code, submission_applicant(ctx, arena, &s));
}

static const char *ground_words(struct arena *arena, int64_t ground)
{
	return text_word(WORDS_GROUND, arena_printf(arena, "%lld", (long long)ground));
}

static struct error row(struct screen *screen, struct context *ctx, int64_t id, struct arena *arena,
	struct cell *cells, struct list_look *look)
{
	const struct conflicts_screen *self = self_of(screen);
	const struct conflict *c = conflict_of(self, id);
	const struct hint *h = hint_of(self, id);
	const struct recognition *g = recognition_of(self, id);

	if (c != NULL) {
		cells[0] = cell_text(c->name);
		cells[1] = c->by_code ? cell_text(c->code) :
					cell_text(about(ctx, arena, c->submission_id, c->code));
		cells[2] = cell_text(ground_words(arena, c->ground));
		cells[3] = cell_code(WORDS_CONFLICT_STATE, c->state);
		look->style =
			waits(c) ? STYLE_ALERT :
			conflict_state_of(c->state) == CONFLICT_STATE_DECLARED ||
					conflict_state_of(c->state) == CONFLICT_STATE_CONFIRMED ?
				   STYLE_PLAIN :
				   STYLE_QUIET;
	} else if (h != NULL) {
		cells[0] = cell_text(h->name);
		cells[1] = cell_text(about(ctx, arena, h->submission_id, h->code));
		cells[2] = cell_text(hint_words(arena, h));
		cells[3] = *h->state == '\0' ?
				   (hint_is_risk(h) ? cell_text(C_("hint", "anonymity risk")) :
						      cell_text(C_("hint", "hint"))) :
				   cell_code(WORDS_HINT_STATE, h->state);
		look->style = *h->state == '\0' ? STYLE_PLAIN : STYLE_QUIET;
	} else if (g != NULL) {
		cells[0] = cell_text(g->name);
		cells[1] = cell_text(g->code);
		cells[2] = *g->text == '\0' ?
				   cell_text(C_("recognition", "recognized the team")) :
				   cell_text(arena_printf(arena, "%s: %s",
					   C_("recognition", "recognized the team"), g->text));
		cells[3] = g->noted == 0 ? cell_text(C_("recognition", "to be noted")) :
					   cell_text(C_("recognition", "noted"));
		look->style = g->noted == 0 ? STYLE_ALERT : STYLE_QUIET;
	}
	return ok();
}

static void put_when(struct page *page, const char *label, int64_t at)
{
	char when[80];

	if (at == 0)
		return;
	text_time(at, when, sizeof(when));
	page_field(page, label, when);
}

/* "hint:works" is a hint that was taken up; all else stands as it was written. */
static const char *source_words(struct arena *arena, const char *text)
{
	static const char hint[] = "hint:";

	if (strncmp(text, hint, sizeof(hint) - 1) != 0)
		return text;
	return arena_printf(arena, "%s: %s", C_("hint", "hint"),
		text_word(WORDS_HINT, text + sizeof(hint) - 1));
}

static struct error record(struct screen *screen, struct context *ctx, struct arena *arena,
	int64_t id, struct page *page)
{
	const struct conflicts_screen *self = self_of(screen);
	const struct conflict *c = conflict_of(self, id);
	const struct hint *h = hint_of(self, id);
	const struct recognition *g = recognition_of(self, id);
	struct cell filled[LIST_COLUMNS_MAX];
	const char *cells[LEN(columns)];

	TRY(list_fill(screen, self->list.list.source, ctx, id, arena, filled, NULL));
	for (size_t i = 0; i < LEN(columns); i++)
		cells[i] = cell_words(arena, &filled[i], READ_SHOWN);
	/* One of three records: what the list shows of each stands above what it has of its own. */
	page_field(page, text_word(WORDS_FIELD, "juror"), cells[0]);
	page_field(page, text_word(WORDS_FIELD, "applicant"), cells[1]);
	if (g != NULL)
		page_text(page, cells[2]);
	else
		page_field(page, text_word(WORDS_FIELD, c != NULL ? "ground" : "hint"), cells[2]);
	page_field(page, text_word(WORDS_FIELD, "state"), cells[3]);
	if (c != NULL) {
		put_when(page, C_("label", "Recorded"), c->made);
		page_field(page, text_word(WORDS_FIELD, "source"), source_words(arena, c->source));
		page_field(page, C_("label", "Entered by"), c->entered_by);
		page_value(page, ctx, &record_of_conflict, c, "reason");
		put_when(page, C_("label", "The panel decided"), c->decided);
		page_field(page, C_("label", "Its reason"), c->decision);
	} else if (h != NULL) {
		put_when(page, C_("label", "Decided on"), h->at);
		page_field(page, C_("label", "Entered by"), h->by);
		page_value(page, ctx, &record_of_hint, h, "reason");
	} else if (g != NULL) {
		put_when(page, C_("label", "Recorded"), g->at);
		put_when(page, C_("label", "Noted"), g->noted);
		page_field(page, C_("label", "Entered by"), g->noted_by);
		page_field(page, C_("label", "What was decided"), g->decision);
	}
	return ok();
}

static void open_row(struct ui *ui, struct screen *screen, int64_t id)
{
	struct arena arena = { 0 };
	struct cell cells[LIST_COLUMNS_MAX];

	if (list_fill(screen, self_of(screen)->list.list.source, ui->ctx, id, &arena, cells, NULL)
			.code == E_OK)
		open_beside(ui, screen, cell_words(&arena, &cells[0], READ_SHOWN));
	arena_clear(&arena);
}

static const struct list_source source = {
	.columns = columns,
	.n = LEN(columns),
	.ids = ids,
	.row = row,
	.record = record,
	.open = open_row,
	.empty = N_("Nobody has declared a conflict, and Klash's own data gives no hint. n records "
		    "one that "
		    "a juror told of."),
	.file = "conflicts",
};

static struct error load(struct screen *screen, struct context *ctx)
{
	struct conflicts_screen *self = self_of(screen);

	arena_clear(&self->arena);
	TRY(stand_in_round(screen, ctx, self->round_id, false));
	self->conflicts = (struct conflicts){ 0 };
	self->hints = (struct hints){ 0 };
	self->recognitions = (struct recognitions){ 0 };
	TRY(conflict_list(ctx, &self->arena, self->round_id, &self->conflicts));
	TRY(hint_list(ctx, &self->arena, self->round_id, &self->hints));
	TRY(recognition_list(ctx, &self->arena, self->round_id, &self->recognitions));
	return list_load(screen, ctx);
}

static void on_close(struct screen *screen)
{
	arena_clear(&self_of(screen)->arena);
	list_close(screen);
}

static const char *cannot_decide(const struct screen *screen, const struct context *ctx)
{
	const struct conflict *c = conflict_of(self_of(screen), screen_selected(screen));

	(void)ctx;
	if (c == NULL)
		return N_(
			"The panel decides on conflicts. A hint is taken up (t) or set aside (X).");
	return waits(c) || conflict_state_of(c->state) == CONFLICT_STATE_DECLARED ?
		       NULL :
		       N_("This conflict has already been decided on or withdrawn.");
}

static void on_decide(struct ui *ui, struct screen *screen)
{
	const char *verdicts[] = { _("It stands: the juror is disqualified"),
		_("There is no conflict") };
	int64_t id = screen_selected(screen);
	int verdict = ui_choose(ui, _("What did the panel decide (29 §)?"), verdicts, 2, 0);
	char *reason = verdict < 0 ?
			       NULL :
			       ask_reason(ui, _("The reason"), _("It goes into the minutes."));

	if (reason != NULL)
		ui_report(ui, conflict_decide(ui->ctx, id, verdict == 0, reason),
			_("The panel's decision is recorded."));
	free(reason);
}

static const char *no_hint(const struct screen *screen, const struct context *ctx)
{
	const struct hint *h = hint_of(self_of(screen), screen_selected(screen));

	(void)ctx;
	if (h == NULL)
		return N_("This is no hint but a conflict: the panel decides on it (d).");
	return hint_state_of(h->state) == HINT_STATE_TAKEN ?
		       N_("This hint has been taken up already; the panel decides on it.") :
		       NULL;
}

static void on_take(struct ui *ui, struct screen *screen)
{
	struct arena arena = { 0 };
	int64_t round_id = self_of(screen)->round_id;
	const char *name = hint_name(&arena, hint_of(self_of(screen), screen_selected(screen)));
	int64_t ground = choose_ground(ui);
	char *reason = ground == 0 ?
			       NULL :
			       ask_reason(ui, _("A doubtful ground for the panel"),
				       _("What speaks for it? It bars nobody before the panel has "
					 "decided (29 §)."));

	if (reason != NULL)
		ui_report(ui, hint_take(ui->ctx, round_id, name, ground, reason),
			_("Recorded for the panel."));
	free(reason);
	arena_clear(&arena);
}

static void on_set_aside(struct ui *ui, struct screen *screen)
{
	struct arena arena = { 0 };
	int64_t round_id = self_of(screen)->round_id;
	const char *name = hint_name(&arena, hint_of(self_of(screen), screen_selected(screen)));
	char *reason = ask_reason(
		ui, _("Set the hint aside"), _("Why is it no conflict? It stays in the file."));

	if (reason != NULL)
		ui_report(ui, hint_set_aside(ui->ctx, round_id, name, reason), _("Set aside."));
	free(reason);
	arena_clear(&arena);
}

static const char *no_recognition(const struct screen *screen, const struct context *ctx)
{
	(void)ctx;
	return recognition_of(self_of(screen), screen_selected(screen)) != NULL ?
		       NULL :
		       N_("This is no note of a juror who recognized a team.");
}

static void on_note(struct ui *ui, struct screen *screen)
{
	int64_t id = recognition_of(self_of(screen), screen_selected(screen))->id;
	char *decision = ask_reason(ui, _("A juror recognized the team"),
		_("What was decided: does the juror go on? It goes into the minutes."));

	if (decision != NULL)
		ui_report(ui, recognition_note(ui->ctx, id, decision),
			_("Noted, with what was decided."));
	free(decision);
}

static void on_new(struct ui *ui, struct screen *screen)
{
	panel_conflict(ui, self_of(screen)->round_id);
}

static const struct command commands[] = {
	{ .keys = { 'd' },
		.action = ACT_REVIEW_ENTER,
		.label = NC_("command", "decision"),
		.help = N_("Record what the panel decided on the selected conflict (29 §)"),
		.blocked = cannot_decide,
		.run = on_decide },
	{ .keys = { 't' },
		.action = ACT_REVIEW_ENTER,
		.label = NC_("command", "take up"),
		.help = N_("Record the selected hint as a doubtful ground for the panel"),
		.blocked = no_hint,
		.run = on_take },
	{ .keys = { K_CALL_OFF },
		.action = ACT_REVIEW_ENTER,
		.label = NC_("command", "set aside"),
		.help = N_("Set the selected hint aside, with a reason"),
		.blocked = no_hint,
		.run = on_set_aside },
	{ .keys = { 'm' },
		.action = ACT_REVIEW_ENTER,
		.label = NC_("command", "take note"),
		.help = N_("Take note that a juror recognized a team, with what was decided"),
		.blocked = no_recognition,
		.run = on_note },
	{ .keys = { K_NEW },
		.action = ACT_REVIEW_ENTER,
		.label = NC_("command", "new"),
		.help = N_("Record a conflict that a juror told of after declaring, or a doubtful "
			   "one"),
		.run = on_new },
};

static const struct screen_ops ops = {
	.size = sizeof(struct conflicts_screen),
	.title = title,
	.help = N_("Who is disqualified from what, and on which ground. Hints come from Klash's "
		   "own data and "
		   "decide nothing: take one up for the panel, or set it aside with a reason."),
	.commands = { commands, LEN(commands) },
	.shared = &list_commands,
	.watches = CHANGED_REVIEWS | CHANGED_ROUNDS | CHANGED_REGISTERS | CHANGED_TEAMS |
		   CHANGED_MENTORING | CHANGED_SUBMISSIONS,
	.load = load,
	.layout = list_layout,
	.prepare = list_prepare,
	.paint = list_paint,
	.key = list_key,
	.selected = list_selected,
	.status = list_describe,
	.close = on_close,
};

static struct screen *open_conflicts(struct ui *ui, const struct target *to)
{
	struct screen *screen = screen_new(ui, &ops);

	self_of(screen)->round_id = to->id;
	list_init(&self_of(screen)->list, &source);
	return screen;
}

const struct place_row conflicts_place = {
	.files = KIND_CONFLICT,
	.open = open_conflicts,
};
