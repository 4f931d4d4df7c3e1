/* SPDX-License-Identifier: MIT
 * Who one is, and one's language. */
#include <stdio.h>

#include "src/base/i18n.h"
#include "src/base/text.h"
#include "ui/office/place.h"
#include "ui/toolkit/language.h"

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
	page_value(page, ctx, &record_of_account, &ctx->account, "login");
	page_value(page, ctx, &record_of_account, &ctx->account, "role");
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

static struct screen *open_user(struct ui *ui, const struct target *to)
{
	(void)to;
	return screen_new(ui, &user_ops);
}

const struct place_row user_place = {
	.open = open_user,
};
