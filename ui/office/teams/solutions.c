/* SPDX-License-Identifier: MIT
 * Phase 4: the solutions that teams hand in, with the phase's steps on top. */
#include <stdio.h>
#include <string.h>

#include "db/base/vocabulary.h"
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/judging/blind.h"
#include "src/judging/round.h"
#include "src/ground/sides.h"
#include "src/phases/eligibility.h"
#include "src/phases/figure.h"
#include "src/phases/submission.h"
#include "src/phases/team.h"
#include "ui/office/act_keys.h"
#include "ui/office/desk/note_form.h"
#include "ui/office/desk/steps.h"
#include "ui/office/judging/rounds.h"
#include "ui/office/judging/veil.h"
#include "ui/office/place.h"
#include "ui/office/teams/entry_form.h"
#include "ui/toolkit/letters.h"
#include "ui/toolkit/list.h"

struct solutions {
	struct list_screen list;
	struct steps steps;
	int64_t handed_in, expected;
	struct veil veil; /* of the first round that is sealed */
};

static struct solutions *solutions_of(const struct screen *screen)
{
	return (struct solutions *)screen;
}

static void title(const struct screen *screen, char *out, size_t size)
{
	(void)screen;
	snprintf(out, size, "4 %s", text_word(WORDS_PHASE, "solutions"));
}

static const struct list_column columns[] = {
	{ LIST_FIELD("code", 6, 0, SUBMISSIONS_BY_NUMBER) },
	{ LIST_FIELD("team", 16, 1, SUBMISSIONS_BY_APPLICANT) },
	{ NC_("column", "Ch."), 4, 0, ALIGN_LEFT, -1, SEEN_BY_SENDER },
	{ LIST_FIELD("title", 20, 3, SUBMISSIONS_BY_TITLE), .covered = true },
	{ LIST_FIELD("state", 12, 0, SUBMISSIONS_BY_STATE), .seen_by = SEEN_BY_SENDER },
	{ LIST_FIELD("received", 10, 0, SUBMISSIONS_BY_RECEIVED) },
	{ LIST_FIELD("contact", 0, 0, -1) },
	{ LIST_FIELD("contact_email", 0, 0, -1) },
	{ LIST_FIELD("contact_phone", 0, 0, -1) },
};
/* Those behind are for an export alone, and only where they are asked for. */
enum { ASKED = 3 };

static struct error ids(struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	(void)screen;
	return submission_ids(ctx, "solution", (enum submission_sort)sort,
		&(struct submission_filter){ 0 }, NULL, list);
}

static struct error row(struct screen *screen, struct context *ctx, int64_t id, struct arena *arena,
	struct cell *cells, struct list_look *look)
{
	struct submission s;
	struct team t;

	(void)screen;
	TRY(submission_get(ctx, arena, id, &s));
	TRY(team_get(ctx, arena, s.team_id, &t));
	bool late = s.late && submission_state_of(s.state) == SUBMISSION_STATE_RECEIVED;
	cells[0] = cell_text(s.code);
	cells[1] = cell_text(t.name);
	cells[2] = cell_text(t.challenge);
	cells[3] = cell_text(s.title);
	bool received = submission_state_of(s.state) == SUBMISSION_STATE_RECEIVED;
	const char *eligibility = received && !late ? eligibility_brief(ctx, arena, id) : "";
	cells[4] = late                 ? cell_text(C_("short state", "late")) :
		   *eligibility != '\0' ? cell_text(eligibility) :
		   received             ? cell_none() :
					  cell_code(WORDS_ENTRY_STATE, s.state);
	cells[5] = cell_moment(s.received, PRECISION_DAY);
	cells[6] = cell_text(s.contact_name);
	cells[7] = cell_text(s.contact_email);
	cells[8] = cell_text(s.contact_phone);
	look->sealed_by = s.sealed_by;
	if (submission_state_of(s.state) == SUBMISSION_STATE_WITHDRAWN ||
		submission_state_of(s.state) == SUBMISSION_STATE_INELIGIBLE)
		look->style = STYLE_QUIET;
	else if (submission_state_of(s.state) == SUBMISSION_STATE_SELECTED)
		look->style = STYLE_GOOD;
	else if (late)
		look->style = STYLE_ACCENT;
	return ok();
}

static struct error search(
	struct screen *screen, struct context *ctx, const char *words, struct id_list *found)
{
	(void)screen;
	return submission_search(ctx, words, found);
}

static int64_t team_of(struct context *ctx, int64_t submission_id)
{
	struct arena arena = { 0 };
	struct submission s = { 0 };

	if (submission_id != 0 && submission_get(ctx, &arena, submission_id, &s).code != E_OK)
		s.team_id = 0;
	arena_clear(&arena);
	return s.team_id;
}

static struct error record(struct screen *screen, struct context *ctx, struct arena *arena,
	int64_t id, struct page *page)
{
	(void)screen;
	return record_lines(screen->ui, ctx, arena, KIND_TEAM, team_of(ctx, id), page);
}

static void open_row(struct ui *ui, struct screen *screen, int64_t id)
{
	(void)screen;
	record_open(ui, KIND_TEAM, team_of(ui->ctx, id));
}

static struct error get_sent(
	struct context *ctx, struct arena *arena, int64_t id, void *row, struct list_got *got)
{
	struct submission *s = row;

	TRY(submission_get(ctx, arena, id, s));
	*got = (struct list_got){ true, s->sealed_by };
	return ok();
}

static const struct list_source source = {
	.columns = columns,
	.n = LEN(columns) - ASKED,
	.asked = ASKED,
	.over = &record_of_submission,
	.get = get_sent,
	.ids = ids,
	.row = row,
	.search = search,
	.record = record,
	.open = open_row,
	.empty = N_("No solutions yet. n records one of a team that goes on, i imports a file."),
	.file = "solutions",
	.of = KIND_SOLUTION,
};

/* How many of the blind rounds have been released. */
static struct error release_step(struct steps *steps, struct context *ctx)
{
	struct id_list rounds = { 0 };
	int64_t released = 0;
	struct error e = round_ids(ctx, "solution", &rounds);

	for (size_t i = 0; e.code == E_OK && i < rounds.n; i++) {
		enum blind_stage stage;

		e = blind_stage(ctx, rounds.ids[i], &stage);
		released += e.code == E_OK && stage != BLIND_MASKING ? 1 : 0;
	}
	steps_add(steps, step_glyph(released, (int64_t)rounds.n), C_("step", "Released"),
		"%lld/%zu", (long long)released, rounds.n);
	id_list_clear(&rounds);
	return e;
}

static struct error load_veil(struct solutions *self, struct context *ctx)
{
	struct id_list rounds = { 0 };
	struct error e = round_ids(ctx, "solution", &rounds);

	*self->veil.text = '\0';
	for (size_t i = 0; e.code == E_OK && i < rounds.n && *self->veil.text == '\0'; i++)
		if (sides_sealed(ctx, rounds.ids[i]))
			veil_load(&self->veil, ctx, rounds.ids[i], false);
	id_list_clear(&rounds);
	return e;
}

static void layout(struct screen *screen, struct rect body);

static struct error load(struct screen *screen, struct context *ctx)
{
	struct solutions *self = solutions_of(screen);
	struct steps *steps = &self->steps;

	TRY(list_load(screen, ctx));
	steps->n = 0;
	TRY(steps_add_period(steps, ctx, "solutions", ""));
	TRY(figure_count(ctx, "solutions", &self->handed_in));
	TRY(team_count(ctx, 0, "going_on", &self->expected));
	steps_add(steps, step_glyph(self->handed_in, self->expected), C_("step", "Handed in"),
		"%lld/%lld", (long long)self->handed_in, (long long)self->expected);
	TRY(release_step(steps, ctx));
	TRY(load_veil(self, ctx));
	layout(screen, screen->body);
	return steps_add_reviews(steps, ctx, "solution");
}

static void layout(struct screen *screen, struct rect body)
{
	struct solutions *self = solutions_of(screen);

	self->list.list.top_rows = STEP_ROWS + veil_rows(&self->veil, body.w);
	list_layout(screen, body);
}

static void paint(const struct screen *screen, const struct canvas *body)
{
	steps_paint(&solutions_of(screen)->steps, body);
	veil_paint(&solutions_of(screen)->veil, body, STEP_ROWS);
	list_paint(screen, body);
}

static void on_new(struct ui *ui, struct screen *screen)
{
	list_expect(screen, entry_form(ui, "solution", 0, false));
}

static void on_edit(struct ui *ui, struct screen *screen)
{
	entry_form(ui, "solution", screen_selected(screen), false);
}

/* What is asked about begins at the challenge of the selected row. */
static int64_t selected_challenge(struct ui *ui, const struct screen *screen)
{
	struct arena arena = { 0 };
	struct submission s = { 0 };
	int64_t id = screen_selected(screen);

	if (id != 0)
		ui_complain(ui, submission_get(ui->ctx, &arena, id, &s));
	arena_clear(&arena);
	return s.challenge_id;
}

static void on_blind(struct ui *ui, struct screen *screen)
{
	int64_t id = choose_round(ui, "solution", 0, selected_challenge(ui, screen), true);

	if (id != 0)
		place_open(ui, PLACE_BLIND, id);
}

static void on_reviews(struct ui *ui, struct screen *screen)
{
	open_round_of_kind(ui, "solution", 0, selected_challenge(ui, screen));
}

static void on_dates(struct ui *ui, struct screen *screen)
{
	(void)screen;
	place_open(ui, PLACE_PHASE, 4);
}

static void on_note(struct ui *ui, struct screen *screen)
{
	struct arena arena = { 0 };
	struct submission s;
	struct error e = submission_get(ui->ctx, &arena, screen_selected(screen), &s);

	if (e.code == E_OK)
		note_form(ui, s.code);
	else
		ui_complain(ui, e);
	arena_clear(&arena);
}

static void on_import(struct ui *ui, struct screen *screen)
{
	(void)screen;
	place_open_at(ui, PLACE_IMPORT, &(struct target){ .text = "solution" });
}

static void on_waiting(struct ui *ui, struct screen *screen)
{
	(void)screen;
	place_open(ui, PLACE_WAITING, 0);
}

static const struct command commands[] = {
	{ .keys = { K_NEW },
		.action = ACT_SUBMISSION,
		.label = NC_("command", "new"),
		.help = N_("Record a solution that a team handed in"),
		.run = on_new },
	{ .keys = { 'b' },
		.action = ACT_COUNT,
		.label = NC_("command", "masking"),
		.help = N_("Mask the texts of a challenge and release them to the jury"),
		.run = on_blind },
	{ .keys = { 'a' },
		.action = ACT_COUNT,
		.label = NC_("command", "reviews"),
		.help = N_("The round of a challenge: criteria, panel, reviews, ranking"),
		.run = on_reviews },
	{ .keys = { 'p' },
		.action = ACT_COUNT,
		.label = NC_("command", "period"),
		.help = N_("Dates of the phase; open and close it"),
		.run = on_dates },
	{ .keys = { K_EDIT },
		.action = ACT_SUBMISSION,
		.label = NC_("command", "edit"),
		.help = N_("Correct the selected solution"),
		.blocked = needs_record,
		.run = on_edit },
	{ .keys = { 'i' },
		.action = ACT_SUBMISSION,
		.label = NC_("command", "import"),
		.help = N_("Import a file of solutions"),
		.run = on_import },
	{ .keys = { 'w' },
		.action = ACT_COUNT,
		.label = NC_("command", "waiting rows"),
		.help = N_("Rows of imported files that wait to be corrected or decided on"),
		.run = on_waiting },
	{ .keys = { K_NOTE },
		.action = ACT_NOTE,
		.label = NC_("command", "note"),
		.help = N_("Write down a contact about the selected solution"),
		.blocked = needs_record,
		.run = on_note },
	ENTRY_ACTS(0, true),
};

static const struct screen_ops ops = {
	.size = sizeof(struct solutions),
	.title = title,
	.help = N_(
		"The solutions that the teams hand in by the deadline. b masks what gives a team away "
		"and releases the texts under codes; then a opens the jury's round. The results follow in "
		"phase 5."),
	.commands = { commands, LEN(commands) },
	.shared = &marking_commands,
	.watches = CHANGED_TEAMS | CHANGED_NOTES | CHANGED_SUBMISSIONS | CHANGED_PLAN |
		   CHANGED_ROUNDS | CHANGED_REVIEWS,
	.load = load,
	.layout = layout,
	.prepare = list_prepare,
	.paint = paint,
	.key = list_key,
	.selected = list_selected,
	.status = list_describe,
	.close = list_close,
	.phase = 4,
};

static struct screen *open_solutions(struct ui *ui, const struct target *to)
{
	struct screen *screen = screen_new(ui, &ops);

	(void)to;
	list_init(&solutions_of(screen)->list, &source);
	solutions_of(screen)->list.list.top_rows = STEP_ROWS;
	return screen;
}

const struct place_row solutions_place = {
	.lists = KIND_SOLUTION,
	.open = open_solutions,
};
