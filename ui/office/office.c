/* SPDX-License-Identifier: MIT
 * Where the keys of everywhere lead, and who one is. */
#include "ui/office/office.h"

#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/phases/phase.h"
#include "ui/office/teams/entries.h"
#include "ui/office/procurement/procurement.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/language.h"

static struct screen *phase_screen(struct ui *ui, int number)
{
	switch (number) {
	case 1:
		return problems_new(ui);
	case 2:
		return teams_new(ui);
	case 3:
		return sessions_new(ui);
	case 4:
		return solutions_new(ui);
	case 5:
		return results_new(ui);
	case 6:
		return procurement_new(ui);
	default:
		return phase_new(ui, number);
	}
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

static struct screen *everything(struct ui *ui)
{
	return journal_new(ui, "");
}

static struct screen *all_notes(struct ui *ui)
{
	return notes_new(ui, "");
}

/* Where g leads. */
static const struct {
	const char *name;
	struct screen *(*open)(struct ui *ui);
} places[] = {
	{ NC_("title", "Municipalities"), municipalities_new },
	{ NC_("title", "People"), people_new },
	{ NC_("title", "Organizations"), organizations_new },
	{ NC_("title", "Partners"), partners_new },
	{ NC_("title", "Challenges"), challenges_new },
	{ NC_("title", "Questions"), questions_new },
	{ NC_("title", "Contacts"), all_notes },
	{ NC_("title", "Imports"), batches_new },
	{ NC_("title", "Accounts"), accounts_new },
	{ NC_("title", "Waiting for a second person"), confirms_new },
	{ NC_("title", "Log"), everything },
};

static void on_go(struct ui *ui, struct screen *screen)
{
	const char *names[LEN(places)];

	(void)screen;
	for (size_t i = 0; i < LEN(places); i++)
		names[i] = i18n_lookup("title", places[i].name);
	int chosen = ui_choose(ui, _("Go to"), names, LEN(places), 0);
	if (chosen >= 0)
		ui_go(ui, places[chosen].open(ui));
}

static void on_search(struct ui *ui, struct screen *screen)
{
	(void)screen;
	ui_push(ui, search_new(ui));
}

static void on_user(struct ui *ui, struct screen *screen)
{
	(void)screen;
	ui_push(ui, user_new(ui));
}

static const struct command global[] = {
	{ .keys = { CTRL_KEY('F') },
		.action = ACT_COUNT,
		.label = NC_("command", "search all"),
		.help = N_(
			"Search everything: by whole words or their beginnings; a also finds ä, but "
			"kuntien does not find kunta"),
		.run = on_search },
	{ .keys = { 'g' },
		.action = ACT_COUNT,
		.label = NC_("command", "go to"),
		.help = N_("Go to the registers, contacts, imports, accounts or the log"),
		.run = on_go },
	{ .keys = { 'u' },
		.action = ACT_COUNT,
		.label = NC_("command", "you, language"),
		.help = N_("Who you are, and your language"),
		.run = on_user },
};

struct user {
	struct screen base;
	struct page page;
};

static void user_title(const struct screen *screen, char *out, size_t size)
{
	(void)screen;
	snprintf(out, size, "%s", C_("title", "You"));
}

static struct error user_load(struct screen *screen, struct context *ctx)
{
	struct page *page = &((struct user *)screen)->page;

	page_clear(page);
	page_styled(page, "", STYLE_TITLE, ctx->account.name);
	page_field(page, text_word(WORDS_FIELD, "login"), ctx->account.login);
	page_field(page, text_word(WORDS_FIELD, "role"), text_word(WORDS_ROLE, ctx->account.role));
	page_field(
		page, text_word(WORDS_FIELD, "language"), text_word(WORDS_LANGUAGE, i18n_lang()));
	page_field(page, C_("label", "From"), ctx->via);
	return ok();
}

static void user_paint(const struct screen *screen, const struct canvas *body)
{
	struct canvas inner = canvas_part(body, 0, 1, body->area.h, body->area.w - 1);

	page_paint(&((const struct user *)screen)->page, &inner);
}

static void user_close(struct screen *screen)
{
	page_clear(&((struct user *)screen)->page);
}

static void on_language(struct ui *ui, struct screen *screen)
{
	(void)screen;
	ui_language(ui);
}

static const struct command user_commands[] = {
	{ .keys = { 'l' },
		.action = ACT_COUNT,
		.label = NC_("command", "language"),
		.help = N_("Choose Finnish, Swedish or English; it is remembered"),
		.run = on_language },
};

static const struct screen_ops user_ops = {
	.size = sizeof(struct user),
	.title = user_title,
	.help = N_("Who you are in this competition, and your language."),
	.commands = { user_commands, LEN(user_commands) },
	.watches = CHANGED_ACCOUNTS,
	.load = user_load,
	.paint = user_paint,
	.close = user_close,
};

struct screen *user_new(struct ui *ui)
{
	return screen_new(ui, &user_ops);
}

const struct ui_places office_places = {
	.desk = desk_new,
	.phase = phase_screen,
	.global = { global, LEN(global) },
	.states = states,
};
