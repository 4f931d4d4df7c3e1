/* SPDX-License-Identifier: MIT
 * The situation sheet on the screen. */
#include <stdio.h>

#include "src/base/i18n.h"
#include "src/documents/situation.h"
#include "ui/office/desk/figures.h"
#include "ui/office/letters/making.h"
#include "ui/office/place.h"
#include "ui/toolkit/export_document.h"
#include "ui/toolkit/letters.h"

static struct error fill(struct context *ctx, struct arena *arena, int64_t id, struct page *page,
	char *title, size_t size)
{
	const char *text;

	(void)id;
	snprintf(title, size, "%s", C_("title", "Situation"));
	TRY(situation_text(ctx, arena, &text));
	page_text(page, text);
	return ok();
}

static void on_save(struct ui *ui, struct screen *screen)
{
	(void)screen;
	export_document(ui, _("The situation sheet"), _("situation.txt"), &situation_kind,
		&(struct document_ask){ 0 });
}

static void on_letter(struct ui *ui, struct screen *screen)
{
	(void)screen;
	letters_of_kind(ui, "situation");
}

static const struct command commands[] = {
	{ .keys = { 'p' },
		.action = ACT_PLAN,
		.label = NC_("command", "published"),
		.help = N_("Record a number that was told to the public, with its source"),
		.run = publish_figure },
	{ .keys = { 'r' },
		.action = ACT_PLAN,
		.label = NC_("command", "planned"),
		.help = N_("Change how many challenges, teams, members or winners are planned"),
		.run = set_range },
	{ .keys = { K_EXPORT },
		.action = ACT_EXPORT,
		.label = NC_("command", "save"),
		.help = N_("Save the sheet as text, web page, PDF or ODT, to be sent on"),
		.run = on_save },
	{ .keys = { 'l' },
		.action = ACT_LETTER,
		.label = NC_("command", "letter"),
		.help = N_(
			"Make a letter of the sheet: fill in its recipient, clear it, send it. To "
			"several people: K on marked rows of their list"),
		.run = on_letter },
};

const struct place_row sheet_place = {
	.fill = fill,
	.commands = { commands, LEN(commands) },
};
