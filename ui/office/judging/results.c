/* SPDX-License-Identifier: MIT
 * Phase 5: what has been concluded on each challenge, from the jury's statement to the winner. */
#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/judging/blind.h"
#include "src/judging/decision.h"
#include "src/judging/round.h"
#include "src/judging/service.h"
#include "src/registers/clocks.h"
#include "src/phases/challenge.h"
#include "src/phases/figure.h"
#include "src/phases/team.h"
#include "ui/office/desk/publishing.h"
#include "ui/office/desk/steps.h"
#include "ui/office/judging/rounds.h"
#include "ui/office/place.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/letters.h"
#include "ui/toolkit/list.h"

/* How a challenge stands; ids 0 where there is nothing yet. */
struct result {
	int64_t round_id, statement_id, decision_id, winner_id;
	bool decided;
	const char *statement_state;
	enum blind_stage stage;
	int64_t served, entrants, last_day;
	const char *winner;
};

struct results {
	struct list_screen list;
	struct steps steps;
};

static struct results *results_of(const struct screen *screen)
{
	return (struct results *)screen;
}

static void title(const struct screen *screen, char *out, size_t size)
{
	(void)screen;
	snprintf(out, size, "5 %s", text_word(WORDS_PHASE, "results"));
}

static const struct list_column columns[] = {
	{ NC_("column", "Code"), 4, 0, ALIGN_LEFT, -1 },
	{ NC_("column", "Challenge"), 14, 3, ALIGN_LEFT, -1 },
	{ NC_("column", "Statement"), 15, 0, ALIGN_LEFT, -1 },
	{ NC_("column", "Decision"), 11, 0, ALIGN_LEFT, -1 },
	{ NC_("column", "Winner"), 14, 2, ALIGN_LEFT, -1 },
	{ NC_("column", "Served"), 7, 0, ALIGN_RIGHT, -1, .share = true },
	{ NC_("column", "Last day"), 10, 0, ALIGN_LEFT, -1 },
};

static struct error ids(struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	(void)screen;
	(void)sort;
	return challenge_ids(ctx, list);
}

/* The newest of that kind on the round; 0 without one. */
static struct error newest(struct context *ctx, struct arena *arena, int64_t round_id,
	const char *kind, struct decision *d)
{
	struct id_list list = { 0 };
	struct error e = decision_ids(ctx, round_id, kind, &list);
	int64_t id = list.n == 0 ? 0 : list.ids[list.n - 1];

	*d = (struct decision){ 0 };
	id_list_clear(&list);
	return e.code != E_OK || id == 0 ? e : decision_get(ctx, arena, id, d);
}

static struct error find_round(
	struct context *ctx, struct arena *arena, int64_t challenge_id, int64_t *round_id)
{
	struct id_list rounds = { 0 };
	struct error e = round_ids(ctx, "solution", &rounds);

	*round_id = 0;
	for (size_t i = 0; e.code == E_OK && i < rounds.n; i++) {
		struct round r;

		e = round_get(ctx, arena, rounds.ids[i], &r);
		if (e.code == E_OK && r.challenge_id == challenge_id)
			*round_id = r.id;
	}
	id_list_clear(&rounds);
	return e;
}

static struct error add_service(
	struct context *ctx, struct arena *arena, const struct decision *d, struct result *result)
{
	struct services services;
	struct regime regime;

	TRY(regime_of(ctx, arena, d->regime_id, &regime));
	TRY(service_list(ctx, arena, d->id, &services));
	result->entrants = (int64_t)services.n;
	for (size_t i = 0; i < services.n; i++) {
		int64_t last = clocks_of(&regime, services.rows[i].deemed).last;

		result->served += *services.rows[i].channel != '\0' ? 1 : 0;
		result->last_day = last > result->last_day ? last : result->last_day;
	}
	return ok();
}

static struct error find_winner(
	struct context *ctx, struct arena *arena, int64_t challenge_id, struct result *result)
{
	struct id_list winners = { 0 };
	struct team t;
	struct error e = team_ids(ctx, challenge_id, "winner", &winners);

	result->winner = "–";
	if (e.code == E_OK && winners.n > 0) {
		result->winner_id = winners.ids[0];
		e = team_get(ctx, arena, winners.ids[0], &t);
		if (e.code == E_OK)
			result->winner = winners.n == 1 ? t.name :
							  arena_printf(arena, "%s +%zu", t.name,
								  winners.n - 1);
	}
	id_list_clear(&winners);
	return e;
}

static struct error find_result(
	struct context *ctx, struct arena *arena, int64_t challenge_id, struct result *result)
{
	struct decision statement, decision;

	*result = (struct result){ .winner = "–" };
	TRY(find_winner(ctx, arena, challenge_id, result));
	TRY(find_round(ctx, arena, challenge_id, &result->round_id));
	if (result->round_id == 0)
		return ok();
	TRY(blind_stage(ctx, result->round_id, &result->stage));
	TRY(newest(ctx, arena, result->round_id, "statement", &statement));
	TRY(newest(ctx, arena, result->round_id, "decision", &decision));
	result->statement_id = statement.id;
	result->statement_state = statement.state;
	result->decision_id = decision.id;
	result->decided =
		decision.id != 0 && decision_state_of(decision.state) == DECISION_STATE_SIGNED;
	return result->decided ? add_service(ctx, arena, &decision, result) : ok();
}

/* Of a statement or of the decision after it. */
static const char *state_of(int64_t id, const char *state, enum vocabulary words)
{
	return id == 0 ? "–" : text_word(words, state);
}

static struct error row(struct screen *screen, struct context *ctx, int64_t id, struct arena *arena,
	struct cell *cells, struct list_look *look)
{
	struct challenge c;
	struct result r;

	(void)screen;
	TRY(challenge_get(ctx, arena, id, &c));
	TRY(find_result(ctx, arena, id, &r));
	cells[0] = cell_text(c.code);
	cells[1] = cell_text(challenge_title(&c, NULL));
	cells[2] = cell_text(state_of(r.statement_id, r.statement_state, WORDS_STATEMENT_STATE));
	cells[3] = cell_text(
		state_of(r.decision_id, r.decided ? "signed" : "draft", WORDS_DECISION_STATE));
	cells[5] = r.decided ? cell_share(r.served, r.entrants) : cell_none();
	cells[6] = r.last_day == 0 ? cell_none() : cell_day(r.last_day);
	cells[4] = cell_text(r.winner);
	/* A signed decision that has not been served is an alarm. */
	look->style = r.decided && r.served < r.entrants ? STYLE_ALERT :
		      r.winner_id != 0                   ? STYLE_GOOD :
							   STYLE_PLAIN;
	return ok();
}

static struct error record(struct screen *screen, struct context *ctx, struct arena *arena,
	int64_t id, struct page *page)
{
	struct challenge c;
	struct result r;
	struct services services;

	(void)screen;
	TRY(challenge_get(ctx, arena, id, &c));
	TRY(find_result(ctx, arena, id, &r));
	page_styled(page, c.code, STYLE_TITLE, challenge_title(&c, NULL));
	page_field(page, text_word(WORDS_FIELD, "statement"),
		state_of(r.statement_id, r.statement_state, WORDS_STATEMENT_STATE));
	page_field(page, text_word(WORDS_FIELD, "decision"),
		state_of(r.decision_id, r.decided ? "signed" : "draft", WORDS_DECISION_STATE));
	page_field(page, C_("column", "Winner"), r.winner);
	if (!r.decided)
		return ok();
	TRY(service_list(ctx, arena, r.decision_id, &services));
	page_gap(page);
	page_heading(page, C_("heading", "Served"));
	for (size_t i = 0; i < services.n; i++) {
		char day[40] = "–";

		if (services.rows[i].deemed != 0)
			text_day(services.rows[i].deemed, day, sizeof(day));
		page_printf(page, day, "%s: %s", services.rows[i].applicant,
			text_word(WORDS_OUTCOME, services.rows[i].outcome));
	}
	return ok();
}

static void on_statement(struct ui *ui, struct screen *screen);

static void open_row(struct ui *ui, struct screen *screen, int64_t id)
{
	(void)id;
	on_statement(ui, screen);
}

static const struct list_source source = {
	.columns = columns,
	.n = LEN(columns),
	.ids = ids,
	.row = row,
	.record = record,
	.open = open_row,
	.empty = N_("No challenges yet: they are made of the selected problems in phase 1."),
	.file = "results",
};

static struct error load(struct screen *screen, struct context *ctx)
{
	struct steps *steps = &results_of(screen)->steps;
	struct id_list complaints = { 0 };
	int64_t winners;

	TRY(list_load(screen, ctx));
	steps->n = 0;
	TRY(steps_add_period(steps, ctx, "results", ""));
	TRY(figure_count(ctx, "winners", &winners));
	steps_add(steps, winners > 0 ? GLYPH_DONE : GLYPH_PLANNED, C_("step", "Winners"), "%lld",
		(long long)winners);
	struct error e = complaint_ids(ctx, 0, &complaints);
	steps_add(steps, complaints.n > 0 ? GLYPH_OPEN : GLYPH_PLANNED, C_("step", "Complaints"),
		"%zu", complaints.n);
	id_list_clear(&complaints);
	return e;
}

static void paint(const struct screen *screen, const struct canvas *body)
{
	steps_paint(&results_of(screen)->steps, body);
	list_paint(screen, body);
}

/* The selected challenge's result; false and a message if it has no round. */
static bool selected_result(struct ui *ui, const struct screen *screen, struct result *result)
{
	struct arena arena = { 0 };
	struct error e = find_result(ui->ctx, &arena, screen_selected(screen), result);

	arena_clear(&arena);
	result->winner = result->statement_state = NULL;
	if (e.code == E_OK && result->round_id == 0)
		e = rule(N_("The challenge has no round of solutions yet: phase 4."));
	ui_complain(ui, e);
	return e.code == E_OK;
}

static void on_statement(struct ui *ui, struct screen *screen)
{
	struct result r;

	if (selected_result(ui, screen, &r))
		open_decision_of_round(ui, r.round_id, "statement");
}

static void on_decision(struct ui *ui, struct screen *screen)
{
	struct result r;

	if (selected_result(ui, screen, &r))
		open_decision_of_round(ui, r.round_id, "decision");
}

static void on_names(struct ui *ui, struct screen *screen)
{
	struct result r;

	if (selected_result(ui, screen, &r))
		place_open(ui, PLACE_BLIND, r.round_id);
}

static void on_service(struct ui *ui, struct screen *screen)
{
	struct result r;

	if (!selected_result(ui, screen, &r))
		return;
	if (r.decided)
		place_open(ui, PLACE_SERVICES, r.decision_id);
	else
		ui_complain(ui, rule(N_("Only an approved decision is served.")));
}

static void on_complaints(struct ui *ui, struct screen *screen)
{
	(void)screen;
	place_open(ui, PLACE_COMPLAINTS, 0);
}

static void on_winner(struct ui *ui, struct screen *screen)
{
	struct result r;

	if (!selected_result(ui, screen, &r))
		return;
	if (r.winner_id != 0)
		record_open(ui, KIND_TEAM, r.winner_id);
	else
		ui_complain(ui, rule(N_("There is no winner yet.")));
}

static void on_dates(struct ui *ui, struct screen *screen)
{
	(void)screen;
	place_open(ui, PLACE_PHASE, 5);
}

static void on_sitting(struct ui *ui, struct screen *screen)
{
	struct result r;

	if (selected_result(ui, screen, &r))
		place_open_at(ui, PLACE_MEETING,
			&(struct target){ .kind = KIND_ROUND, .id = r.round_id });
}

static const struct command commands[] = {
	{ .keys = { K_MEETING },
		.action = ACT_READ,
		.label = NC_("command", "hold meeting"),
		.help = N_(
			"The jury's meeting on one screen: who is in the room, votes, dissents, remarks"),
		.blocked = needs_record,
		.run = on_sitting },
	{ .keys = { 'l' },
		.action = ACT_COUNT,
		.label = NC_("command", "statement"),
		.help = N_("The jury's meeting and its statement, by code"),
		.blocked = needs_record,
		.run = on_statement },
	{ .keys = { K_NAMES },
		.action = ACT_COUNT,
		.label = NC_("command", "names"),
		.help = N_("Open the names after the statement"),
		.blocked = needs_record,
		.run = on_names },
	{ .keys = { 'd' },
		.action = ACT_COUNT,
		.label = NC_("command", "decision"),
		.help = N_("The contracting entity's decision"),
		.blocked = needs_record,
		.run = on_decision },
	{ .keys = { 't' },
		.action = ACT_COUNT,
		.label = NC_("command", "service"),
		.help = N_("Serve the decision on the entrants; last days"),
		.blocked = needs_record,
		.run = on_service },
	{ .keys = { 'v' },
		.action = ACT_COUNT,
		.label = NC_("command", "winner"),
		.help = N_("The winner's page: k there records that it declines"),
		.blocked = needs_record,
		.run = on_winner },
	{ .keys = { 'o' },
		.action = ACT_COUNT,
		.label = NC_("command", "complaints"),
		.help = N_("Correction requests and appeals"),
		.run = on_complaints },
	{ .keys = { 'p' },
		.action = ACT_COUNT,
		.label = NC_("command", "period"),
		.help = N_("Dates of the phase; open and close it"),
		.run = on_dates },
	PUBLISHING,
};

static const struct screen_ops ops = {
	.size = sizeof(struct results),
	.title = title,
	.help = N_(
		"For each challenge: the jury's statement by code (l), the names (N), the contracting "
		"entity's decision (d), its service on the entrants (t). A red row has a decision that "
		"has not been served on everyone."),
	.commands = { commands, LEN(commands) },
	.shared = &list_commands,
	.watches = CHANGED_DECISIONS | CHANGED_ROUNDS | CHANGED_TEAMS | CHANGED_PLAN |
		   CHANGED_CHALLENGES,
	.load = load,
	.layout = list_layout,
	.prepare = list_prepare,
	.paint = paint,
	.key = list_key,
	.selected = list_selected,
	.status = list_describe,
	.close = list_close,
	.phase = 5,
};

static struct screen *open_results(struct ui *ui, const struct target *to)
{
	struct screen *screen = screen_new(ui, &ops);

	(void)to;
	list_init(&results_of(screen)->list, &source);
	results_of(screen)->list.list.top_rows = STEP_ROWS;
	return screen;
}

const struct place_row results_place = {
	.open = open_results,
};
