/* SPDX-License-Identifier: MIT
 * Phase 1: the problems, with the phase's steps on top. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db/base/utf8.h"
#include "src/base/i18n.h"
#include "src/base/text.h"
#include "src/judging/decision.h"
#include "src/judging/round.h"
#include "src/phases/challenge.h"
#include "src/phases/eligibility.h"
#include "src/phases/submission.h"
#include "ui/office/act_keys.h"
#include "ui/office/desk/note_form.h"
#include "ui/office/desk/steps.h"
#include "ui/office/judging/rounds.h"
#include "ui/office/place.h"
#include "ui/office/problems/joint.h"
#include "ui/office/problems/problem_form.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/letters.h"
#include "ui/toolkit/list.h"

struct problems {
	struct list_screen list;
	struct submission_filter filter;
	char words[120];
	struct arena arena; /* the filter's texts */
	struct submission_counts counts;
	struct municipality_counts municipalities;
	struct steps steps;
	bool filtered;
};

static struct problems *problems_of(const struct screen *screen)
{
	return (struct problems *)screen;
}

static void title(const struct screen *screen, char *out, size_t size)
{
	(void)screen;
	snprintf(out, size, "1 %s", text_word(WORDS_PHASE, "problems"));
}

static const struct list_column columns[] = {
	{ LIST_FIELD("code", 6, 0, SUBMISSIONS_BY_NUMBER) },
	{ NC_("column", "Applicant"), 13, 1, ALIGN_LEFT, SUBMISSIONS_BY_APPLICANT },
	{ LIST_FIELD("title", 17, 4, SUBMISSIONS_BY_TITLE) },
	{ LIST_FIELD("theme", 11, 0, SUBMISSIONS_BY_THEME) },
	{ LIST_FIELD("state", 13, 0, SUBMISSIONS_BY_STATE) },
	{ NC_("column", "Rev."), 4, 0, ALIGN_RIGHT, -1, .share = true },
	{ LIST_FIELD("received", 10, 0, SUBMISSIONS_BY_RECEIVED) },
	{ LIST_FIELD("contact", 0, 0, -1) },
	{ LIST_FIELD("contact_email", 0, 0, -1) },
	{ LIST_FIELD("contact_phone", 0, 0, -1) },
};
/* Those behind are for an export alone, and only where they are asked for. */
enum { ASKED = 3 };

static struct error ids(struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	struct problems *self = problems_of(screen);

	return submission_ids(
		ctx, "problem", (enum submission_sort)sort, &self->filter, self->words, list);
}

/* What passes a filter is not counted before it is read. */
static struct error count(struct screen *screen, struct context *ctx, int64_t *n)
{
	const struct problems *self = problems_of(screen);

	(void)ctx;
	*n = self->filtered ? -1 : self->counts.all;
	return ok();
}

static const char *short_state(struct context *ctx, struct arena *arena, const struct submission *s)
{
	if (submission_state_of(s->state) == SUBMISSION_STATE_JOINED)
		return joint_lead_words(ctx, arena, s);
	if (submission_state_of(s->state) != SUBMISSION_STATE_RECEIVED)
		return text_word(WORDS_SUBMISSION_STATE, s->state);
	if (s->late)
		/* TRANSLATORS: at most 8 columns: came after the deadline. */
		return C_("short state", "late");
	const char *eligibility = eligibility_brief(ctx, arena, s->id);
	return *eligibility == '\0' ? "–" : eligibility;
}

static struct error row(struct screen *screen, struct context *ctx, int64_t id, struct arena *arena,
	struct cell *cells, struct list_look *look)
{
	struct submission s;
	struct progress progress = { 0 };

	(void)screen;
	TRY(submission_get(ctx, arena, id, &s));
	TRY(submission_progress(ctx, id, &progress));
	const char *applicant = submission_applicant(ctx, arena, &s);
	cells[0] = cell_text(s.code);
	cells[1] = s.coapplicants == 0 ? cell_text(applicant) :
					 cell_text(arena_printf(arena, "%s +%lld", applicant,
						 (long long)s.coapplicants));
	cells[2] = cell_text(s.title);
	cells[3] = cell_text(submission_theme(ctx, arena, &s));
	cells[4] = cell_text(short_state(ctx, arena, &s));
	cells[5] = progress.all == 0 ? cell_none() : cell_share(progress.submitted, progress.all);
	cells[6] = cell_moment(s.received, PRECISION_DAY);
	cells[7] = cell_text(s.contact_name);
	cells[8] = cell_text(s.contact_email);
	cells[9] = cell_text(s.contact_phone);
	look->sealed_by = s.sealed_by;
	enum submission_state state = submission_state_of(s.state);
	look->style = state == SUBMISSION_STATE_SELECTED ? STYLE_GOOD :
		      state == SUBMISSION_STATE_WITHDRAWN || state == SUBMISSION_STATE_INELIGIBLE ||
				      state == SUBMISSION_STATE_JOINED ?
							   STYLE_QUIET :
		      state == SUBMISSION_STATE_RECEIVED && s.late ? STYLE_ACCENT :
								     STYLE_PLAIN;
	return ok();
}

static struct error search(
	struct screen *screen, struct context *ctx, const char *words, struct id_list *found)
{
	(void)screen;
	return submission_search(ctx, words, found);
}

static struct error record(struct screen *screen, struct context *ctx, struct arena *arena,
	int64_t id, struct page *page)
{
	(void)screen;
	return record_lines(screen->ui, ctx, arena, KIND_PROBLEM, id, page);
}

static void open_row(struct ui *ui, struct screen *screen, int64_t id)
{
	(void)screen;
	record_open(ui, KIND_PROBLEM, id);
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
	.count = count,
	.row = row,
	.search = search,
	.record = record,
	.open = open_row,
	.empty = N_(
		"No problems yet. Press n to record one that came by letter or telephone, or i to "
		"import a file from a web form. A filter may hide some: f changes it."),
	.file = "problems",
	.of = KIND_PROBLEM,
};

static struct error add_round_steps(
	struct steps *steps, struct context *ctx, struct arena *arena, int64_t id, int64_t selected)
{
	struct round r = { .state = "planned", .select_min = -1 };
	struct progress progress = { 0 };

	if (id != 0) {
		TRY(round_get(ctx, arena, id, &r));
		TRY(round_progress(ctx, id, &progress));
	}
	enum glyph glyph = round_state_of(r.state) == ROUND_STATE_CLOSED ? GLYPH_DONE :
			   round_state_of(r.state) == ROUND_STATE_OPEN   ? GLYPH_OPEN :
									   GLYPH_PLANNED;
	if (id == 0)
		steps_add(steps, glyph, C_("step", "Reviews"), "%s", "");
	else
		steps_add(steps, glyph, C_("step", "Reviews"), "%lld/%lld",
			(long long)progress.submitted, (long long)progress.all);
	if (selected > 0)
		steps_add(steps, GLYPH_DONE, C_("step", "Decision"), "%lld", (long long)selected);
	else if (r.select_min >= 0)
		steps_add(steps, GLYPH_PLANNED, C_("step", "Decision"), "%lld–%lld",
			(long long)r.select_min, (long long)r.select_max);
	else
		steps_add(steps, GLYPH_PLANNED, C_("step", "Decision"), "%s", "");
	return ok();
}

static struct error load_steps(struct problems *self, struct context *ctx, struct arena *arena)
{
	struct id_list rounds = { 0 }, challenges = { 0 };
	int64_t selected = 0;

	self->steps.n = 0;
	TRY(steps_add_period(&self->steps, ctx, "problems", C_("step", "Period")));
	TRY(submission_count_state(ctx, "problem", "selected", &selected));
	struct error e = round_ids(ctx, "problem", &rounds);
	if (e.code == E_OK)
		e = add_round_steps(&self->steps, ctx, arena,
			rounds.n > 0 ? rounds.ids[rounds.n - 1] : 0, selected);
	if (e.code == E_OK)
		e = challenge_ids(ctx, &challenges);
	steps_add(&self->steps, challenges.n > 0 ? GLYPH_DONE : GLYPH_PLANNED,
		C_("step", "Challenges"), "%zu", challenges.n);
	id_list_clear(&rounds);
	id_list_clear(&challenges);
	return e;
}

static struct error load(struct screen *screen, struct context *ctx)
{
	struct problems *self = problems_of(screen);
	struct arena arena = { 0 };
	struct error e = submission_count(ctx, "problem", &self->counts);

	if (e.code == E_OK)
		e = list_load(screen, ctx);
	if (e.code == E_OK)
		e = submission_municipalities(ctx, "problem", &self->municipalities);
	if (e.code == E_OK)
		e = load_steps(self, ctx, &arena);
	arena_clear(&arena);
	return e;
}

static void paint(const struct screen *screen, const struct canvas *body)
{
	const struct problems *self = problems_of(screen);

	steps_paint(&self->steps, body);
	list_paint(screen, body);
}

static void status(const struct screen *screen, char *out, size_t size)
{
	const struct problems *self = problems_of(screen);
	const struct submission_counts *c = &self->counts;
	const struct municipality_counts *m = &self->municipalities;
	char place[40];
	int used = 0;

	list_describe(screen, place, sizeof(place));
	used = snprintf(out, size, "%s · ", place);
	if (self->filtered)
		used += snprintf(out + used, size - (size_t)used, "%s · ", _("filtered"));
	used += snprintf(out + used, size - (size_t)used,
		ngettext("%lu problem", "%lu problems", (unsigned long)c->counted),
		(unsigned long)c->counted);
	used += snprintf(out + used, size - (size_t)used, " · ");
	used += snprintf(out + used, size - (size_t)used,
		ngettext("%lu municipality", "%lu municipalities", (unsigned long)m->alone),
		(unsigned long)m->alone);
	if (m->with_coapplicants != m->alone)
		used += snprintf(out + used, size - (size_t)used,
			_(" (including co-applicants %lu)"), (unsigned long)m->with_coapplicants);
	if (c->late > 0)
		snprintf(out + used, size - (size_t)used,
			ngettext(" · %lu late", " · %lu late", (unsigned long)c->late),
			(unsigned long)c->late);
}

static void on_new(struct ui *ui, struct screen *screen)
{
	list_expect(screen, problem_form(ui, 0, false));
}

static void on_edit(struct ui *ui, struct screen *screen)
{
	problem_form(ui, screen_selected(screen), false);
}

static void on_import(struct ui *ui, struct screen *screen)
{
	(void)screen;
	place_open_at(ui, PLACE_IMPORT, &(struct target){ .text = "problem" });
}

static void set_filter(struct ui *ui, struct problems *self, int what)
{
	const char **filter = what == 0 ? &self->filter.state : &self->filter.lang;
	const char *chosen =
		ui_choose_word(ui, what == 0 ? _("Only in this state") : _("Only in this language"),
			what == 0 ? WORDS_SUBMISSION_STATE : WORDS_LANGUAGE, *filter);

	if (chosen != NULL)
		*filter = chosen;
}

static void filter_theme(struct ui *ui, struct problems *self)
{
	struct themes themes = { 0 };
	struct arena arena = { 0 };

	ui_complain(ui, theme_list(ui->ctx, &arena, &themes));
	const char **options = arena_alloc(&arena, (themes.n + 1) * sizeof(*options));
	for (size_t i = 0; i < themes.n; i++)
		options[i] = theme_name(&themes.rows[i]);
	int chosen = themes.n == 0 ?
			     -1 :
			     ui_choose(ui, _("Only of this theme"), options, (int)themes.n, 0);
	if (chosen >= 0)
		self->filter.theme_id = themes.rows[chosen].id;
	arena_clear(&arena);
}

static void filter_words(struct ui *ui, struct problems *self)
{
	char *words = ui_ask(ui, _("Only those with these words"),
		_("Whole words or their beginnings, anywhere in the record."), self->words, 1);

	if (words != NULL)
		snprintf(self->words, sizeof(self->words), "%s", words);
	free(words);
}

static void on_filter(struct ui *ui, struct screen *screen)
{
	struct problems *self = problems_of(screen);
	const char *options[] = { _("All problems (no filter)"), _("By state…"), _("Late ones"),
		_("By theme…"), _("By language…"), _("By words…") };
	int chosen = ui_choose(ui, _("Show"), options, LEN(options), 0);

	if (chosen < 0)
		return;
	if (chosen == 0) {
		self->filter = (struct submission_filter){ 0 };
		self->words[0] = '\0';
	} else if (chosen == 1 || chosen == 4) {
		set_filter(ui, self, chosen == 1 ? 0 : 1);
	} else if (chosen == 2) {
		self->filter.late = "1";
	} else if (chosen == 3) {
		filter_theme(ui, self);
	} else {
		filter_words(ui, self);
	}
	self->filtered = self->filter.state != NULL || self->filter.lang != NULL ||
			 self->filter.late != NULL || self->filter.theme_id != 0 ||
			 self->words[0] != '\0';
	screen->stale = true;
}

static void on_reviews(struct ui *ui, struct screen *screen)
{
	(void)screen;
	open_round_of_kind(ui, "problem", 0, 0);
}

static void on_decision(struct ui *ui, struct screen *screen)
{
	struct id_list rounds = { 0 };
	struct error e = round_ids(ui->ctx, "problem", &rounds);

	(void)screen;
	ui_complain(ui, e);
	if (e.code == E_OK && rounds.n == 0)
		ui_complain(ui, rule(N_("First the reviews: key a makes the round.")));
	if (rounds.n > 0)
		open_decision_of_round(ui, rounds.ids[rounds.n - 1], "decision");
	id_list_clear(&rounds);
}

static void on_challenges(struct ui *ui, struct screen *screen)
{
	(void)screen;
	place_open(ui, PLACE_CHALLENGES, 0);
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

static void on_waiting(struct ui *ui, struct screen *screen)
{
	(void)screen;
	place_open(ui, PLACE_WAITING, 0);
}

static void on_dates(struct ui *ui, struct screen *screen)
{
	(void)screen;
	place_open(ui, PLACE_PHASE, 1);
}

static const struct command commands[] = {
	{ .keys = { K_NEW },
		.action = ACT_SUBMISSION,
		.label = NC_("command", "new"),
		.help = N_("Record a problem that came by letter, e-mail or telephone"),
		.run = on_new },
	{ .keys = { 'i' },
		.action = ACT_SUBMISSION,
		.label = NC_("command", "import"),
		.help = N_("Import a file of problems"),
		.run = on_import },
	{ .keys = { K_FILTER },
		.action = ACT_COUNT,
		.label = NC_("command", "filter"),
		.help = N_("Show only some of the problems"),
		.run = on_filter },
	{ .keys = { 'a' },
		.action = ACT_COUNT,
		.label = NC_("command", "reviews"),
		.help = N_("The round: criteria, panel, reviews, ranking"),
		.run = on_reviews },
	{ .keys = { 'd' },
		.action = ACT_COUNT,
		.label = NC_("command", "decision"),
		.help = N_("The meeting and the decision"),
		.run = on_decision },
	{ .keys = { 'p' },
		.action = ACT_COUNT,
		.label = NC_("command", "period"),
		.help = N_("Dates of the phase; open and close it"),
		.run = on_dates },
	{ .keys = { 'h' },
		.action = ACT_COUNT,
		.label = NC_("command", "challenges"),
		.help = N_("Make selected problems challenges"),
		.run = on_challenges },
	{ .keys = { K_EDIT },
		.action = ACT_SUBMISSION,
		.label = NC_("command", "edit"),
		.help = N_("Correct the selected problem"),
		.blocked = needs_record,
		.run = on_edit },
	{ .keys = { K_NOTE },
		.action = ACT_NOTE,
		.label = NC_("command", "note"),
		.help = N_("Write down a contact about the selected problem"),
		.blocked = needs_record,
		.run = on_note },
	{ .keys = { 'w' },
		.action = ACT_COUNT,
		.label = NC_("command", "waiting rows"),
		.help = N_("Rows of imported files that wait to be corrected or decided on"),
		.run = on_waiting },
	PROBLEM_ACTS(true),
};

static void on_close(struct screen *screen)
{
	arena_clear(&problems_of(screen)->arena);
	list_close(screen);
}

static const struct screen_ops ops = {
	.size = sizeof(struct problems),
	.title = title,
	.help = N_(
		"The problems that municipalities have sent in. On top stand the steps of the phase: "
		"the submission period, the reviews, the decision, the challenges."),
	.commands = { commands, LEN(commands) },
	.shared = &marking_commands,
	.watches = CHANGED_SUBMISSIONS | CHANGED_NOTES | CHANGED_PLAN | CHANGED_ROUNDS |
		   CHANGED_REVIEWS | CHANGED_DECISIONS | CHANGED_CHALLENGES | CHANGED_REGISTERS,
	.load = load,
	.layout = list_layout,
	.prepare = list_prepare,
	.paint = paint,
	.key = list_key,
	.selected = list_selected,
	.status = status,
	.close = on_close,
	.phase = 1,
};

static struct screen *open_problems(struct ui *ui, const struct target *to)
{
	struct screen *screen = screen_new(ui, &ops);

	(void)to;
	list_init(&problems_of(screen)->list, &source);
	problems_of(screen)->list.list.top_rows = STEP_ROWS;
	return screen;
}

const struct place_row problems_place = {
	.lists = KIND_PROBLEM,
	.open = open_problems,
};
