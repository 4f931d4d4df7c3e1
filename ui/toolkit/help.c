/* SPDX-License-Identifier: MIT */
#include "ui/toolkit/help.h"

#include <stdio.h>
#include <string.h>

#include "src/base/i18n.h"
#include "ui/toolkit/letters.h"
#include "ui/toolkit/page.h"

struct help {
	struct screen base;
	struct page page;
	const struct screen_ops *about;
};

static struct help *help_of(const struct screen *screen)
{
	return (struct help *)screen;
}

static void title(const struct screen *screen, char *out, size_t size)
{
	(void)screen;
	snprintf(out, size, "%s", C_("title", "Help"));
}

static void add_commands(struct page *page, struct commands commands)
{
	for (size_t i = 0; i < commands.n; i++) {
		char keys[60] = "", name[16];
		size_t used = 0;

		for (size_t k = 0; k < LEN(commands.rows[i].keys) && commands.rows[i].keys[k] != 0;
			k++)
			used += (size_t)snprintf(keys + used, sizeof(keys) - used, "%s%s",
				k > 0 ? ", " : "",
				key_words(commands.rows[i].keys[k], name, sizeof(name)));
		page_field(page, commands.rows[i].written != NULL ? commands.rows[i].written : keys,
			_(commands.rows[i].help));
	}
}

void help_of_everywhere(struct page *page, const struct ui_places *places)
{
	page_heading(page, _("In every list and record"));
	page_field(page, "↑ ↓ PgUp PgDn Home End", _("move"));
	page_field(page, "Esc", _("go back; nothing is lost without a question"));
	page_heading(page, _("Everywhere but in a text field"));
	if (places->phase != NULL)
		page_field(page, "0–6", _("the desk and the six phases"));
	add_commands(page, places->global);
	page_field(page, "Ctrl-L", _("paint the screen anew"));
	if (places->phase != NULL)
		page_field(page, "q", _("leave Klash"));
	page_heading(page, _("In a text field"));
	page_field(page, "Tab, Shift-Tab", _("next and previous field"));
	page_field(page, "Ctrl-S", _("save"));
	page_field(page, "Ctrl-J", _("line break where Enter goes on"));
	page_field(page, "Ctrl-Z, Ctrl-Y", _("undo and redo typing"));
	page_field(page, "Ctrl-W, Ctrl-U, Ctrl-K",
		_("delete the word before, everything before, the rest of the line"));
}

static void add_letters(struct page *page)
{
	size_t n;
	const struct key_meaning *rows = key_meanings(&n);
	char name[16];

	page_heading(page, _("Letters that mean the same on every screen"));
	for (size_t i = 0; i < n; i++)
		page_field(page, key_words(rows[i].key, name, sizeof(name)), _(rows[i].meaning));
}

static void layout(struct screen *screen, struct rect body)
{
	(void)body;
	screen->stale = true;
}

void help_of_screen(struct page *page, const struct screen_ops *about)
{
	if (about->help != NULL)
		page_text(page, _(about->help));
	if (about->commands.n > 0 || about->shared != NULL)
		page_heading(page, _("On this screen"));
	add_commands(page, about->commands);
	if (about->shared != NULL)
		add_commands(page, *about->shared);
}

static struct error load(struct screen *screen, struct context *ctx)
{
	struct help *self = help_of(screen);

	(void)ctx;
	page_clear(&self->page);
	help_of_screen(&self->page, self->about);
	if (screen->ui->places->phase != NULL)
		add_letters(&self->page);
	help_of_everywhere(&self->page, screen->ui->places);
	return ok();
}

static void paint(const struct screen *screen, const struct canvas *body)
{
	struct canvas inner = canvas_part(body, 0, 1, body->area.h, body->area.w - 1);

	page_paint(&help_of(screen)->page, &inner);
}

static bool on_key(struct ui *ui, struct screen *screen, int key)
{
	(void)ui;
	if (key == '?' || key == 'q' || key == K_ENTER) {
		screen_close(screen);
		return true;
	}
	return page_key(&help_of(screen)->page, key, screen->body.h, screen->body.w - 1);
}

static void on_close(struct screen *screen)
{
	page_clear(&help_of(screen)->page);
}

static const struct screen_ops help_ops = {
	.size = sizeof(struct help),
	.title = title,
	.load = load,
	.layout = layout,
	.paint = paint,
	.key = on_key,
	.close = on_close,
};

static const struct command hint_keys[] = {
	{ .keys = { K_PAGE_DOWN }, .action = ACT_COUNT, .label = NC_("command", "read on") },
	{ .keys = { K_ESC }, .action = ACT_COUNT, .label = NC_("command", "back") },
};
static const struct commands hints = { hint_keys, LEN(hint_keys) };

struct screen *help_new(struct ui *ui, const struct screen *about)
{
	struct screen *screen = screen_new(ui, &help_ops);

	screen->hints = &hints;
	help_of(screen)->about = about->ops;
	return screen;
}
