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
#include "ui/office/desk/note_form.h"
#include "ui/office/desk/publishing.h"
#include "ui/office/place.h"
#include "ui/office/place_list.h"
#include "ui/office/problems/challenge_form.h"
#include "ui/office/record.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/letters.h"
#include "ui/toolkit/list.h"

struct challenges {
	struct place_list list;
	size_t candidates;
};

static struct challenges *challenges_of(const struct screen *screen)
{
	return (struct challenges *)screen;
}

static const struct list_column columns[] = {
	{ LIST_FIELD("code", 5, 0, -1) },
	{ NC_("column", "Title"), 28, 3, ALIGN_LEFT, -1 },
	{ LIST_FIELD("pilot", 21, 1, -1) },
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
	struct cell *cells, struct list_look *look)
{
	struct challenge c;
	struct submission_titles problems;

	(void)screen;
	(void)look;
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
	page_record(page, ctx, &record_of_challenge, &c, 0);
	if (*c.title_fi == '\0' || *c.title_sv == '\0')
		page_styled(page, "", STYLE_ACCENT,
			_("A title is missing: it cannot be published in that language yet."));
	page_link(page, text_word(WORDS_FIELD, "pilot"), KIND_MUNICIPALITY, c.pilot_id,
		applicant_shown(ctx, arena, c.pilot_id, 0));
	for (size_t i = 0; i < problems.n; i++)
		page_link(page, text_word(WORDS_FIELD, "problem"), KIND_PROBLEM,
			problems.rows[i].id,
			arena_printf(
				arena, "%s %s", problems.rows[i].code, problems.rows[i].title));
	page_gap(page);
	page_text(page, i18n_pick(c.text_fi, c.text_sv, "", NULL));
	return page_notes(ctx, arena, c.code, page);
}

static const struct list_source source = {
	.columns = columns,
	.n = LEN(columns),
	.over = &record_of_challenge,
	.ids = ids,
	.row = row,
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
	{ .keys = { K_NEW },
		.action = ACT_CHALLENGE,
		.label = NC_("command", "new"),
		.help = N_("Make a selected problem a challenge"),
		.blocked = no_candidate,
		.run = on_new },
	{ .keys = { K_EDIT },
		.action = ACT_CHALLENGE,
		.label = NC_("command", "edit"),
		.help = N_("Change titles, texts or pilot"),
		.blocked = needs_record,
		.run = on_edit },
	{ .keys = { K_NOTE },
		.action = ACT_NOTE,
		.label = NC_("command", "note"),
		.help = N_("Write down a contact"),
		.blocked = needs_record,
		.run = on_note },
	PUBLISHING,
};
const struct place_row challenge_place = {
	.shows = KIND_CHALLENGE,
	.fill = fill_page,
	.commands = { commands + 1, LEN(commands) - 1 },
};

const struct place_row challenges_place = {
	.lists = KIND_CHALLENGE,
	.title = NC_("title", "Challenges"),
	.help = N_("The challenges of the competition, each made of a selected problem."),
	.go = true,
	.phase = 1,
	.size = sizeof(struct challenges),
	.load = load,
	.status = status,
	.commands = { commands, LEN(commands) },
	.watches = CHANGED_CHALLENGES | CHANGED_NOTES | CHANGED_SUBMISSIONS | CHANGED_DECISIONS |
		   CHANGED_REGISTERS,
	.list = &source,
};
