/* SPDX-License-Identifier: MIT
 * The challenges, and making them of selected problems. */
#include "src/phases/challenge.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/base/money.h"
#include "src/base/text.h"
#include "src/phases/submission.h"
#include "ui/office/office.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/list.h"

struct challenges {
	struct list_screen list;
	size_t candidates;
};

static struct challenges *challenges_of(const struct screen *screen)
{
	return (struct challenges *)screen;
}

static void title(const struct screen *screen, char *out, size_t size)
{
	(void)screen;
	snprintf(out, size, "%s", C_("title", "Challenges"));
}

static const struct list_column columns[] = {
	{ NC_("column", "Code"), 5, 0, ALIGN_LEFT, -1 },
	{ NC_("column", "Title"), 28, 3, ALIGN_LEFT, -1 },
	{ NC_("column", "Pilot municipality"), 21, 1, ALIGN_LEFT, -1 },
	{ NC_("column", "Problem"), 7, 0, ALIGN_LEFT, -1 },
};

static struct error ids(struct screen *screen, struct context *ctx, int sort, struct id_list *list)
{
	(void)screen;
	(void)sort;
	return challenge_ids(ctx, list);
}

/* A title that is another language's says so. */
static const char *shown_title(struct arena *arena, const struct challenge *c)
{
	bool fallback;
	const char *text = challenge_title(c, &fallback);

	return fallback ? arena_printf(arena, "%s %s", text, _("(not translated)")) : text;
}

static struct error row(struct screen *screen, struct context *ctx, int64_t id, struct arena *arena,
	struct cell *cells, enum style *style)
{
	struct challenge c;
	struct submission_titles problems;

	(void)screen;
	(void)style;
	TRY(challenge_get(ctx, arena, id, &c));
	TRY(challenge_problems(ctx, arena, id, &problems));
	cells[0] = cell_text(c.code);
	cells[1] = cell_text(shown_title(arena, &c));
	cells[2] = cell_text(applicant_shown(ctx, arena, c.pilot_id, 0));
	cells[3] = problems.n > 0 ? cell_text(problems.rows[0].code) : cell_null();
	return ok();
}

static struct error fill_page(struct context *ctx, struct arena *arena, int64_t id,
	struct page *page, char *name, size_t size)
{
	struct challenge c;
	struct submission_titles problems;

	TRY(challenge_get(ctx, arena, id, &c));
	TRY(challenge_problems(ctx, arena, id, &problems));
	snprintf(name, size, "%s", c.code);
	page_styled(page, c.code, STYLE_TITLE, challenge_title(&c, NULL));
	page_field(page, text_word(WORDS_FIELD, "title_fi"), c.title_fi);
	page_field(page, text_word(WORDS_FIELD, "title_sv"), c.title_sv);
	page_field(page, text_word(WORDS_FIELD, "title_en"), c.title_en);
	if (*c.title_fi == '\0' || *c.title_sv == '\0')
		page_styled(page, "", STYLE_ACCENT,
			_("A title is missing: it cannot be published in that language yet."));
	page_field(
		page, text_word(WORDS_FIELD, "pilot"), applicant_shown(ctx, arena, c.pilot_id, 0));
	for (size_t i = 0; i < problems.n; i++)
		page_printf(page, text_word(WORDS_FIELD, "problem"), "%s %s", problems.rows[i].code,
			problems.rows[i].title);
	page_gap(page);
	page_text(page, i18n_pick(c.text_fi, c.text_sv, "", NULL));
	return page_notes(ctx, arena, c.code, page);
}

static struct error record(struct screen *screen, struct context *ctx, struct arena *arena,
	int64_t id, struct page *page)
{
	char name[20];

	(void)screen;
	return fill_page(ctx, arena, id, page, name, sizeof(name));
}

static void open_row(struct ui *ui, struct screen *screen, int64_t id)
{
	(void)screen;
	open_challenge(ui, id);
}

static const struct list_source source = {
	.columns = columns,
	.n = LEN(columns),
	.ids = ids,
	.row = row,
	.record = record,
	.open = open_row,
	.empty = N_(
		"No challenges yet. When a decision has been approved, n makes a challenge of each "
		"selected problem."),
	.file = "challenges",
};

static struct error load(struct screen *screen, struct context *ctx)
{
	struct id_list candidates = { 0 };
	struct error e = challenge_candidates(ctx, &candidates);

	challenges_of(screen)->candidates = candidates.n;
	id_list_clear(&candidates);
	TRY(e);
	return list_load(screen, ctx);
}

static void status(const struct screen *screen, char *out, size_t size)
{
	const struct challenges *self = challenges_of(screen);
	char place[40];

	list_describe(screen, place, sizeof(place));
	if (self->candidates == 0)
		snprintf(out, size, "%s", place);
	else
		snprintf(out, size,
			ngettext("%s · %zu selected problem is not a challenge yet",
				"%s · %zu selected problems are not challenges yet",
				self->candidates),
			place, self->candidates);
}

enum {
	CHALLENGE_FI,
	CHALLENGE_SV,
	CHALLENGE_EN,
	CHALLENGE_PILOT,
	CHALLENGE_TEXT_FI,
	CHALLENGE_TEXT_SV,
	CHALLENGE_PROCUREMENT,
	CHALLENGE_NOTICE,
	CHALLENGE_VALUE,
};

static const struct form_field fields[] = {
	[CHALLENGE_FI] = { .name = "title_fi", .kind = FORM_LINE, .max = 200 },
	[CHALLENGE_SV] = { .name = "title_sv",
		.kind = FORM_LINE,
		.max = 200,
		.hint = N_("Both titles are needed before it is published, not before.") },
	[CHALLENGE_EN] = { .name = "title_en", .kind = FORM_LINE, .max = 200 },
	[CHALLENGE_PILOT] = { .name = "pilot",
		.kind = FORM_PICK,
		.required = true,
		.pick = pick_municipality },
	[CHALLENGE_TEXT_FI] = { .name = "description",
		.label = N_("Description in Finnish"),
		.kind = FORM_LINES,
		.lines = 4,
		.max = 10000 },
	[CHALLENGE_TEXT_SV] = { .name = "description",
		.label = N_("Description in Swedish"),
		.kind = FORM_LINES,
		.lines = 4,
		.max = 10000 },
	[CHALLENGE_PROCUREMENT] = { .name = "procurement_kind",
		.kind = FORM_CHOICE,
		.words = WORDS_PROCUREMENT_KIND,
		.hint = N_("Decides which thresholds of the procurement act hold.") },
	[CHALLENGE_NOTICE] = { .name = "notice_day",
		.label = N_("Contest notice"),
		.kind = FORM_LINE,
		.max = 20,
		.hint = N_("The thresholds of its day hold.") },
	[CHALLENGE_VALUE] = { .name = "contest_value",
		.label = N_("Estimated value"),
		.kind = FORM_LINE,
		.max = 40,
		.hint = N_(
			"At the notice, without VAT: prizes, fees and the contract that may follow.") },
};

struct challenge_edit {
	int64_t id, problem_id, v;
	char code[16];
};

static struct error fill(struct context *ctx, struct form *form, void *arg)
{
	struct challenge_edit *edit = arg;
	struct arena arena = { 0 };
	struct challenge c = {
		.title_fi = "", .title_sv = "", .title_en = "", .text_fi = "", .text_sv = ""
	};
	struct submission s;
	struct error e;
	char text[60] = "";

	c.procurement = "design_contest";
	if (edit->id != 0) {
		e = challenge_get(ctx, &arena, edit->id, &c);
	} else { /* the problem's own words are a start */
		e = submission_get(ctx, &arena, edit->problem_id, &s);
		if (e.code == E_OK) {
			bool swedish = strcmp(s.lang, "sv") == 0;

			*(swedish ? &c.title_sv : &c.title_fi) = s.title;
			*(swedish ? &c.text_sv : &c.text_fi) = s.body;
			c.pilot_id = s.municipality_id;
		}
	}
	if (e.code == E_OK) {
		edit->v = c.v;
		snprintf(edit->code, sizeof(edit->code), "%s", c.code == NULL ? "" : c.code);
		form_set(form, CHALLENGE_FI, c.title_fi);
		form_set(form, CHALLENGE_SV, c.title_sv);
		form_set(form, CHALLENGE_EN, c.title_en);
		form_set_id(form, CHALLENGE_PILOT, c.pilot_id,
			applicant_shown(ctx, &arena, c.pilot_id, 0));
		form_set(form, CHALLENGE_TEXT_FI, c.text_fi);
		form_set(form, CHALLENGE_TEXT_SV, c.text_sv);
		form_set_choice(form, CHALLENGE_PROCUREMENT, c.procurement);
		if (c.notice != 0)
			text_day(c.notice, text, sizeof(text));
		form_set(form, CHALLENGE_NOTICE, text);
		*text = '\0';
		if (c.value != 0)
			money_field(c.value, text, sizeof(text));
		form_set(form, CHALLENGE_VALUE, text);
	}
	arena_clear(&arena);
	return e;
}

static struct error save(struct ui *ui, struct form *form, void *arg)
{
	struct challenge_edit *edit = arg;
	struct challenge c = { .id = edit->id,
		.v = edit->v,
		.code = edit->code,
		.title_fi = form_get(form, CHALLENGE_FI),
		.title_sv = form_get(form, CHALLENGE_SV),
		.title_en = form_get(form, CHALLENGE_EN),
		.text_fi = form_get(form, CHALLENGE_TEXT_FI),
		.text_sv = form_get(form, CHALLENGE_TEXT_SV),
		.procurement = form_choice(form, CHALLENGE_PROCUREMENT),
		.pilot_id = form_id(form, CHALLENGE_PILOT) };

	TRY(input_day("notice_day", form_get(form, CHALLENGE_NOTICE), &c.notice));
	if (*form_get(form, CHALLENGE_VALUE) != '\0')
		TRY(money_parse("contest_value", form_get(form, CHALLENGE_VALUE), &c.value));
	return edit->id != 0 ? challenge_update(ui->ctx, &c) :
			       challenge_add(ui->ctx, edit->problem_id, &c, &edit->id);
}

static const struct form_def def = { NC_("title", "Challenge"),
	N_("A challenge has a pilot municipality and titles in both languages; a working title will do "
	   "until it is published."),
	fields, LEN(fields), fill, save };

bool challenge_form(struct ui *ui, int64_t id, int64_t problem_id)
{
	struct challenge_edit edit = { .id = id, .problem_id = problem_id };
	bool saved = form_run(ui, form_new(ui, &def, &edit));

	if (saved)
		ui_say(ui, "%s", _("Saved."));
	return saved;
}

static const char *no_candidate(const struct screen *screen, const struct context *ctx)
{
	(void)ctx;
	return challenges_of(screen)->candidates == 0 ?
		       N_("No selected problem waits: an approved decision selects them.") :
		       NULL;
}

static void on_new(struct ui *ui, struct screen *screen)
{
	struct id_list candidates = { 0 };
	struct arena arena = { 0 };
	struct error e = challenge_candidates(ui->ctx, &candidates);
	const char **names = arena_alloc(&arena, (candidates.n + 1) * sizeof(*names));
	int chosen = 0;

	(void)screen;
	for (size_t i = 0; e.code == E_OK && i < candidates.n; i++) {
		struct submission s;

		e = submission_get(ui->ctx, &arena, candidates.ids[i], &s);
		names[i] = e.code == E_OK ? arena_printf(&arena, "%s  %s", s.code, s.title) : "";
	}
	if (e.code == E_OK && candidates.n > 1)
		chosen = ui_choose(
			ui, _("Which problem becomes a challenge?"), names, (int)candidates.n, 0);
	int64_t problem = chosen >= 0 && candidates.n > 0 ? candidates.ids[chosen] : 0;
	id_list_clear(&candidates);
	arena_clear(&arena);
	ui_complain(ui, e);
	if (problem != 0)
		challenge_form(ui, 0, problem);
}

static void on_edit(struct ui *ui, struct screen *screen)
{
	challenge_form(ui, screen_selected(screen), 0);
}

static void on_note(struct ui *ui, struct screen *screen)
{
	struct arena arena = { 0 };
	struct challenge c;
	struct error e = challenge_get(ui->ctx, &arena, screen_selected(screen), &c);

	if (e.code == E_OK)
		note_form(ui, c.code);
	else
		ui_complain(ui, e);
	arena_clear(&arena);
}

static const struct command commands[] = {
	{ .keys = { 'n' },
		.action = ACT_CHALLENGE,
		.label = NC_("command", "new"),
		.help = N_("Make a selected problem a challenge"),
		.blocked = no_candidate,
		.run = on_new },
	{ .keys = { 'e' },
		.action = ACT_CHALLENGE,
		.label = NC_("command", "edit"),
		.help = N_("Change titles, texts or pilot"),
		.blocked = needs_record,
		.run = on_edit },
	{ .keys = { 'c' },
		.action = ACT_NOTE,
		.label = NC_("command", "note"),
		.help = N_("Write down a contact"),
		.blocked = needs_record,
		.run = on_note },
};
static const struct commands record_commands = { commands + 1, LEN(commands) - 1 };

void open_challenge(struct ui *ui, int64_t id)
{
	ui_push(ui, record_new(ui, fill_page, id, &record_commands));
}

static const struct screen_ops ops = {
	.size = sizeof(struct challenges),
	.title = title,
	.help = N_("The challenges of the competition, each made of a selected problem."),
	.commands = { commands, LEN(commands) },
	.shared = &list_commands,
	.watches = CHANGED_CHALLENGES | CHANGED_NOTES | CHANGED_SUBMISSIONS | CHANGED_DECISIONS |
		   CHANGED_REGISTERS,
	.load = load,
	.layout = list_layout,
	.prepare = list_prepare,
	.paint = list_paint,
	.key = list_key,
	.selected = list_selected,
	.status = status,
	.close = list_close,
	.phase = 1,
};

struct screen *challenges_new(struct ui *ui)
{
	struct screen *screen = screen_new(ui, &ops);

	list_init(&challenges_of(screen)->list, &source);
	return screen;
}
