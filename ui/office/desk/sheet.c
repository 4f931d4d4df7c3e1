/* SPDX-License-Identifier: MIT
 * The situation sheet on the screen. */
#include <stdio.h>

#include "src/base/i18n.h"
#include "src/roof/sheet.h"
#include "ui/office/desk/figures.h"
#include "ui/office/place.h"

static struct error fill(struct context *ctx, struct arena *arena, int64_t id, struct page *page,
	char *title, size_t size)
{
	struct buffer text = { 0 };

	(void)id;
	buffer_text(&text, "");
	struct error e = sheet_write(ctx, &text);
	snprintf(title, size, "%s", C_("title", "Situation"));
	if (e.code == E_OK)
		page_text(page, arena_text(arena, text.text));
	buffer_clear(&text);
	return e;
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
};

const struct place_row sheet_place = {
	.fill = fill,
	.commands = { commands, LEN(commands) },
};
