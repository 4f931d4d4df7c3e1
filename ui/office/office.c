/* SPDX-License-Identifier: MIT
 * Where the keys of everywhere lead, and who one is. */
#include "ui/office/letters/making.h"
#include "ui/office/phase_glyph.h"
#include "ui/office/office.h"

#include <string.h>

#include "src/base/i18n.h"
#include "src/phases/phase.h"
#include "ui/office/papers.h"
#include "ui/office/place.h"
#include "ui/office/places.h"
#include "ui/toolkit/letters.h"

static struct screen *desk_screen(struct ui *ui)
{
	return place_screen(ui, PLACE_DESK, &(struct target){ 0 });
}

static struct screen *phase_screen(struct ui *ui, int number)
{
	static const enum place_name phases[] = { PLACE_PROBLEMS, PLACE_TEAMS, PLACE_SESSIONS,
		PLACE_SOLUTIONS, PLACE_RESULTS, PLACE_PROCUREMENT };

	return place_screen(ui, phases[number - 1], &(struct target){ 0 });
}

static struct error states(struct context *ctx, enum glyph glyphs[6])
{
	struct arena arena = { 0 };
	struct phases phases = { 0 };
	struct error e = phase_list(ctx, &arena, &phases);

	for (size_t i = 0; i < 6; i++) {
		const char *state = i < phases.n ? phases.rows[i].state : "planned";

		glyphs[i] = phase_glyph(state);
	}
	arena_clear(&arena);
	return e;
}

static void on_go(struct ui *ui, struct screen *screen)
{
	(void)screen;
	place_go(ui);
}

static void on_search(struct ui *ui, struct screen *screen)
{
	(void)screen;
	place_open(ui, PLACE_SEARCH, 0);
}

static void on_user(struct ui *ui, struct screen *screen)
{
	(void)screen;
	place_open(ui, PLACE_USER, 0);
}

static const char *no_files(const struct screen *screen, const struct context *ctx)
{
	struct target here = record_here(screen);

	(void)ctx;
	if (!kind_rows[here.kind].files)
		return N_(
			"Attachments are kept on a record: open one, or go to its row in a list.");
	return here.id <= 0 ? N_("There is no record here yet that attachments could be kept on.") :
			      NULL;
}

static void on_files(struct ui *ui, struct screen *screen)
{
	struct target here = record_here(screen);

	place_open_at(ui, PLACE_ATTACHMENTS, &here);
}

static void on_letters(struct ui *ui, struct screen *screen)
{
	letters_of_screen(ui, screen);
}

static const struct command global[] = {
	{ .keys = { CTRL_KEY('F') },
		.action = ACT_COUNT,
		.label = NC_("command", "search all"),
		.help = N_(
			"Search everything: by whole words or their beginnings; a also finds ä, but "
			"kuntien does not find kunta"),
		.run = on_search },
	{ .keys = { K_GO },
		.action = ACT_COUNT,
		.label = NC_("command", "go to"),
		.help = N_("Go to the registers, contacts, imports, accounts or the log"),
		.run = on_go },
	{ .keys = { K_YOU },
		.action = ACT_COUNT,
		.label = NC_("command", "you, language"),
		.help = N_("Who you are, and your language"),
		.run = on_user },
	{ .keys = { K_LETTERS },
		.action = ACT_COUNT,
		.label = NC_("command", "letters"),
		.help = N_("Letters: those there are, and new ones about what the screen shows"),
		.run = on_letters,
		.quiet = true },
	{ .keys = { K_FILES },
		.action = ACT_COUNT,
		.label = NC_("command", "attachments"),
		.help = N_(
			"The files that are kept on a record, on its page or on its row in a list"),
		.blocked = no_files,
		.run = on_files,
		.quiet = true },
	{ .keys = { K_PAPERS },
		.action = ACT_COUNT,
		.label = NC_("command", "papers"),
		.help = N_("The documents of a record: in a language, as text, web page, PDF or "
			   "ODT, to a file"),
		.blocked = papers_blocked,
		.run = papers_of_screen,
		.quiet = true },
};

const struct ui_places office_places = {
	.rows = place_rows,
	.desk = desk_screen,
	.phase = phase_screen,
	.global = { global, LEN(global) },
	.states = states,
};
