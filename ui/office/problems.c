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
#include "src/phases/submission.h"
#include "ui/office/office.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/list.h"

enum { STEPS = 4, STEP_ROWS = 2 };

struct step {
	enum glyph glyph;
	char text[80];
};

struct problems {
	struct list_screen list;
	struct submission_filter filter;
	char words[120];
	struct arena arena; /* the filter's texts */
	struct submission_counts counts;
	struct step steps[STEPS];
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
	{ NC_("column", "Code"), 5, 0, ALIGN_LEFT, SUBMISSIONS_BY_NUMBER },
	{ NC_("column", "Applicant"), 13, 1, ALIGN_LEFT, SUBMISSIONS_BY_APPLICANT },
	{ NC_("column", "Title"), 21, 4, ALIGN_LEFT, SUBMISSIONS_BY_TITLE },
	{ NC_("column", "Theme"), 11, 0, ALIGN_LEFT, SUBMISSIONS_BY_THEME },
	{ NC_("column", "State"), 10, 0, ALIGN_LEFT, SUBMISSIONS_BY_STATE },
	{ NC_("column", "Rev."), 4, 0, ALIGN_RIGHT, -1 },
	{ NC_("column", "Received"), 10, 0, ALIGN_LEFT, SUBMISSIONS_BY_RECEIVED },
};

static struct error ids(
	struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	struct problems *self = problems_of(screen);

	return submission_ids(ctx, "problem", (enum submission_sort)sort, &self->filter,
		self->words, list);
}

static const char *short_state(const struct submission *s)
{
	if (strcmp(s->state, "received") == 0)
		/* TRANSLATORS: at most 8 columns: came after the deadline. */
		return s->late ? C_("short state", "late") : "–";
	return text_word(WORDS_SUBMISSION_STATE, s->state);
}

static struct error row(struct screen *screen, struct context *ctx, int64_t id, struct arena *arena,
	const char **cells, enum style *style)
{
	struct submission s;
	struct progress progress = { 0 };
	char received[40];

	(void)screen;
	TRY(submission_get(ctx, arena, id, &s));
	TRY(submission_progress(ctx, id, &progress));
	const char *applicant = applicant_shown(ctx, arena, s.municipality_id, s.organization_id);
	text_day(day_of_time(s.received), received, sizeof(received));
	cells[0] = s.code;
	cells[1] = s.coapplicants == 0 ?
		applicant :
		arena_printf(arena, "%s +%lld", applicant, (long long)s.coapplicants);
	cells[2] = s.title;
	cells[3] = submission_theme(ctx, arena, &s);
	cells[4] = short_state(&s);
	cells[5] = progress.all == 0 ? "–" :
				       arena_printf(arena, "%lld/%lld", (long long)progress.submitted,
					       (long long)progress.all);
	cells[6] = arena_text(arena, received);
	bool out = strcmp(s.state, "withdrawn") == 0 || strcmp(s.state, "ineligible") == 0;
	*style = out ? STYLE_DIM : s.late && strcmp(s.state, "received") == 0 ? STYLE_ACCENT : STYLE_PLAIN;
	if (strcmp(s.state, "selected") == 0)
		*style = STYLE_GOOD;
	return ok();
}

static struct error search(
	struct screen *screen, struct context *ctx, const char *words, struct id_list *found)
{
	(void)screen;
	return submission_search(ctx, words, found);
}

static struct error record(
	struct screen *screen, struct context *ctx, struct arena *arena, int64_t id, struct page *page)
{
	(void)screen;
	return problem_page(ctx, arena, id, page);
}

static void open_row(struct ui *ui, struct screen *screen, int64_t id)
{
	(void)screen;
	open_problem(ui, id);
}

static const struct list_source source = {
	.columns = columns,
	.n = LEN(columns),
	.ids = ids,
	.row = row,
	.search = search,
	.record = record,
	.open = open_row,
	.empty = N_("No problems yet. Press n to record one that came by letter or telephone, or i to "
		    "import a file from a web form. A filter may hide some: f changes it."),
	.file = "problems",
};

static enum glyph state_glyph(const char *state)
{
	if (strcmp(state, "decided") == 0)
		return GLYPH_DONE;
	if (strcmp(state, "closed") == 0)
		return GLYPH_JUDGING;
	return strcmp(state, "open") == 0 ? GLYPH_OPEN : GLYPH_PLANNED;
}

static struct error period_step(struct context *ctx, struct arena *arena, struct step *step)
{
	struct phase phase;
	char opens[40] = "", closes[40] = "";

	TRY(phase_get(ctx, arena, "problems", &phase));
	step->glyph = strcmp(phase.state, "closed") == 0 ? GLYPH_DONE : state_glyph(phase.state);
	if (phase.opens != 0)
		text_moment(phase.opens, precision_of_code(phase.opens_precision), opens,
			sizeof(opens));
	if (phase.closes != 0)
		text_day(day_of_time(phase.closes), closes, sizeof(closes));
	/* TRANSLATORS: a step of the phase: the submission period, its first and last day. */
	snprintf(step->text, sizeof(step->text), "%s %s %s–%s", C_("step", "Period"),
		term_glyph(step->glyph), opens, closes);
	return ok();
}

static struct error round_step(
	struct context *ctx, struct arena *arena, int64_t id, struct step *reviews, struct step *decision)
{
	struct progress progress;
	struct round r;

	TRY(round_get(ctx, arena, id, &r));
	TRY(round_progress(ctx, id, &progress));
	reviews->glyph = strcmp(r.state, "closed") == 0 ? GLYPH_DONE : state_glyph(r.state);
	snprintf(reviews->text, sizeof(reviews->text), "%s %s %lld/%lld", C_("step", "Reviews"),
		term_glyph(reviews->glyph), (long long)progress.submitted, (long long)progress.all);
	if (r.select_min >= 0 && decision->glyph != GLYPH_DONE)
		snprintf(decision->text, sizeof(decision->text), "%s %s %lld–%lld",
			C_("step", "Decision"), term_glyph(GLYPH_PLANNED), (long long)r.select_min,
			(long long)r.select_max);
	return ok();
}

static struct error load_steps(struct problems *self, struct context *ctx, struct arena *arena)
{
	struct step *steps = self->steps;
	struct id_list rounds = { 0 }, challenges = { 0 };
	int64_t selected = 0;

	for (int i = 0; i < STEPS; i++)
		steps[i] = (struct step){ .glyph = GLYPH_PLANNED };
	TRY(period_step(ctx, arena, &steps[0]));
	snprintf(steps[1].text, sizeof(steps[1].text), "%s %s", C_("step", "Reviews"),
		term_glyph(GLYPH_PLANNED));
	snprintf(steps[2].text, sizeof(steps[2].text), "%s %s", C_("step", "Decision"),
		term_glyph(GLYPH_PLANNED));
	TRY(submission_count_state(ctx, "problem", "selected", &selected));
	if (selected > 0) {
		steps[2].glyph = GLYPH_DONE;
		snprintf(steps[2].text, sizeof(steps[2].text), "%s %s %lld", C_("step", "Decision"),
			term_glyph(GLYPH_DONE), (long long)selected);
	}
	struct error e = round_ids(ctx, "problem", &rounds);
	if (e.code == E_OK && rounds.n > 0)
		e = round_step(ctx, arena, rounds.ids[rounds.n - 1], &steps[1], &steps[2]);
	if (e.code == E_OK)
		e = challenge_ids(ctx, &challenges);
	steps[3].glyph = challenges.n > 0 ? GLYPH_DONE : GLYPH_PLANNED;
	snprintf(steps[3].text, sizeof(steps[3].text), "%s %s %zu", C_("step", "Challenges"),
		term_glyph(steps[3].glyph), challenges.n);
	id_list_clear(&rounds);
	id_list_clear(&challenges);
	return e;
}

static struct error load(struct screen *screen, struct context *ctx)
{
	struct problems *self = problems_of(screen);
	struct arena arena = { 0 };
	struct error e = list_load(screen, ctx);

	if (e.code == E_OK)
		e = submission_count(ctx, "problem", &self->counts);
	if (e.code == E_OK)
		e = load_steps(self, ctx, &arena);
	arena_clear(&arena);
	return e;
}

static void paint(const struct screen *screen, const struct canvas *body)
{
	const struct problems *self = problems_of(screen);
	int x = 1;

	for (int i = 0; i < STEPS; i++) {
		if (i > 0)
			x += canvas_put(body, 0, x, STYLE_DIM, term_glyph(GLYPH_VERTICAL)) + 1;
		x += canvas_put(body, 0, x,
			     self->steps[i].glyph == GLYPH_OPEN ? STYLE_HEADING : STYLE_PLAIN,
			     self->steps[i].text) +
			1;
	}
	canvas_rule(body, 1);
	list_paint(screen, body);
}

static void status(const struct screen *screen, char *out, size_t size)
{
	const struct problems *self = problems_of(screen);
	const struct submission_counts *c = &self->counts;
	char place[40];
	int used = 0;

	list_describe(screen, place, sizeof(place));
	used = snprintf(out, size, "%s · ", place);
	used += snprintf(out + used, size - (size_t)used,
		ngettext("%lu problem", "%lu problems", (unsigned long)c->counted),
		(unsigned long)c->counted);
	used += snprintf(out + used, size - (size_t)used, " · ");
	used += snprintf(out + used, size - (size_t)used,
		ngettext("%lu municipality", "%lu municipalities", (unsigned long)c->municipalities),
		(unsigned long)c->municipalities);
	if (c->with_coapplicants != c->municipalities)
		used += snprintf(out + used, size - (size_t)used, _(" (including co-applicants %lu)"),
			(unsigned long)c->with_coapplicants);
	if (c->late > 0)
		used += snprintf(out + used, size - (size_t)used,
			ngettext(" · %lu late", " · %lu late", (unsigned long)c->late),
			(unsigned long)c->late);
	if (self->filtered)
		snprintf(out + used, size - (size_t)used, " · %s", _("filtered"));
}

static void on_new(struct ui *ui, struct screen *screen)
{
	(void)screen;
	problem_form(ui, 0, false);
}

static void on_edit(struct ui *ui, struct screen *screen)
{
	problem_form(ui, screen_selected(screen), false);
}

static void on_import(struct ui *ui, struct screen *screen)
{
	struct error e = context_may_open(ui->ctx, "");

	(void)screen;
	if (e.code != E_OK) {
		ui_complain(ui, e);
		return;
	}
	char *path = ui_ask(ui, _("Import problems"),
		_("The name of a CSV or TSV file, as a web form or spreadsheet program saves it. You will "
		  "see what it holds before anything is saved."),
		"", 1);
	if (path != NULL && *path != '\0')
		ui_push(ui, import_new(ui, path));
	free(path);
}

static void set_filter(struct ui *ui, struct problems *self, int what)
{
	const char *options[20];
	int n = 0, chosen;
	enum vocabulary words = what == 0 ? WORDS_SUBMISSION_STATE : WORDS_LANGUAGE;

	while (text_code(words, (size_t)n) != NULL) {
		options[n] = text_word(words, text_code(words, (size_t)n));
		n++;
	}
	chosen = ui_choose(ui, what == 0 ? _("Only in this state") : _("Only in this language"),
		options, n, 0);
	if (chosen < 0)
		return;
	if (what == 0)
		self->filter.state = text_code(words, (size_t)chosen);
	else
		self->filter.lang = text_code(words, (size_t)chosen);
}

static void filter_theme(struct ui *ui, struct problems *self)
{
	struct themes themes = { 0 };
	const char *options[40];
	struct arena arena = { 0 };

	ui_complain(ui, theme_list(ui->ctx, &arena, &themes));
	for (size_t i = 0; i < themes.n && i < 40; i++)
		options[i] = theme_name(&themes.rows[i]);
	int chosen = themes.n == 0 ? -1 : ui_choose(ui, _("Only of this theme"), options,
						  (int)themes.n, 0);
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
		self->filter.late != NULL || self->filter.theme_id != 0 || self->words[0] != '\0';
	screen->stale = true;
}

static void on_reviews(struct ui *ui, struct screen *screen)
{
	(void)screen;
	struct screen *reviews = round_new(ui, "problem");
	if (reviews != NULL)
		ui_push(ui, reviews);
}

static void on_decision(struct ui *ui, struct screen *screen)
{
	struct id_list rounds = { 0 };
	struct error e = round_ids(ui->ctx, "problem", &rounds);

	(void)screen;
	ui_complain(ui, e);
	if (e.code == E_OK && rounds.n == 0)
		ui_complain(ui, rule(N_("First the reviews: key a makes the round.")));
	if (rounds.n > 0) {
		struct screen *decision = decision_new(ui, rounds.ids[rounds.n - 1]);

		if (decision != NULL)
			ui_push(ui, decision);
	}
	id_list_clear(&rounds);
}

static void on_challenges(struct ui *ui, struct screen *screen)
{
	(void)screen;
	ui_push(ui, challenges_new(ui));
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
	ui_push(ui, waiting_new(ui));
}

static void on_dates(struct ui *ui, struct screen *screen)
{
	(void)screen;
	struct screen *phase = phase_new(ui, 1);
	phase->place = 1;
	ui_push(ui, phase);
}

static const struct command commands[] = {
	{ .keys = { 'n' }, .action = ACT_SUBMISSION, .label = NC_("command", "new"),
		.help = N_("Record a problem that came by letter, e-mail or telephone"),
		.run = on_new },
	{ .keys = { 'i' }, .action = ACT_SUBMISSION, .label = NC_("command", "import"),
		.help = N_("Import a file of problems"), .run = on_import },
	{ .keys = { 'f' }, .action = ACT_COUNT, .label = NC_("command", "filter"),
		.help = N_("Show only some of the problems"), .run = on_filter },
	{ .keys = { 'a' }, .action = ACT_COUNT, .label = NC_("command", "reviews"),
		.help = N_("The round: criteria, panel, reviews, ranking"), .run = on_reviews },
	{ .keys = { 'd' }, .action = ACT_COUNT, .label = NC_("command", "decision"),
		.help = N_("The meeting and the decision"), .run = on_decision },
	{ .keys = { 'p' }, .action = ACT_COUNT, .label = NC_("command", "period"),
		.help = N_("Dates of the phase; open and close it"), .run = on_dates },
	{ .keys = { 'h' }, .action = ACT_COUNT, .label = NC_("command", "challenges"),
		.help = N_("Make selected problems challenges"), .run = on_challenges },
	{ .keys = { 'e' }, .action = ACT_SUBMISSION, .label = NC_("command", "edit"),
		.help = N_("Correct the selected problem"), .blocked = needs_record,
		.run = on_edit },
	{ .keys = { 'c' }, .action = ACT_NOTE, .label = NC_("command", "note"),
		.help = N_("Write down a contact about the selected problem"),
		.blocked = needs_record, .run = on_note },
	{ .keys = { 'w' }, .action = ACT_COUNT, .label = NC_("command", "waiting rows"),
		.help = N_("Rows of imported files that wait to be corrected or decided on"),
		.run = on_waiting },
};

static void on_close(struct screen *screen)
{
	arena_clear(&problems_of(screen)->arena);
	list_close(screen);
}

static const struct screen_ops ops = {
	.size = sizeof(struct problems),
	.title = title,
	.help = N_("The problems that municipalities have sent in. On top stand the steps of the phase: "
		   "the submission period, the reviews, the decision, the challenges."),
	.commands = { commands, LEN(commands) },
	.shared = &list_commands,
	.watches = CHANGED_SUBMISSIONS | CHANGED_PLAN | CHANGED_ROUNDS | CHANGED_REVIEWS |
		CHANGED_DECISIONS | CHANGED_CHALLENGES | CHANGED_REGISTERS,
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

struct screen *problems_new(struct ui *ui)
{
	struct screen *screen = screen_new(ui, &ops);

	list_init(&problems_of(screen)->list, &source);
	problems_of(screen)->list.list.top_rows = STEP_ROWS;
	return screen;
}
