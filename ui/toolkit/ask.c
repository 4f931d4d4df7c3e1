/* SPDX-License-Identifier: MIT
 * A question that is answered by typing. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "ui/toolkit/box.h"
#include "ui/toolkit/dialog.h"
#include "ui/toolkit/edit.h"

enum { ASK_MAX = 4000 };

struct ask {
	struct screen base;
	const char *title, *prompt, *text;
	struct edit edit;
	int lines;
	char **answer;
	const char *more; /* what Tab does; NULL: nothing */
	bool *tab;
};

static struct ask *ask_of(const struct screen *screen)
{
	return (struct ask *)screen;
}

static void ask_paint(const struct screen *screen, const struct canvas *body)
{
	const struct ask *self = ask_of(screen);
	int width = box_width(screen), prompt = text_wrap_count(self->prompt, width);
	struct canvas inner = box_paint(screen, prompt + self->lines + 5, width);
	int room = inner.area.h, gap = room > prompt + self->lines + 2 ? 1 : 0;
	int lines = self->lines < room - 1 ? self->lines : room - 1;

	(void)body;
	if (prompt > room - lines - 1)
		prompt = room - lines - 1; /* what is typed must be seen */
	canvas_text(&inner, 0, 0, inner.area.w, STYLE_HEADING, ALIGN_LEFT, self->title);
	box_text(&inner, 1 + gap, 0, prompt, self->prompt);
	struct canvas field = canvas_part(&inner, 1 + gap + prompt + gap, 0, lines, inner.area.w);
	edit_paint(&self->edit, &field, true);
	char keys[160];
	if (self->more != NULL)
		/* TRANSLATORS: %s: what Tab does: "columns and form". */
		snprintf(keys, sizeof(keys), _("Enter goes on  Tab %s  Esc cancels"), self->more);
	else
		snprintf(keys, sizeof(keys), "%s",
			self->lines > 1 ? _("Enter goes on  Ctrl-J breaks the line  Esc cancels") :
					  _("Enter goes on  Esc cancels"));
	canvas_text(&inner, prompt + lines + 4, 0, inner.area.w, STYLE_QUIET, ALIGN_LEFT, keys);
}

/* Ctrl-S too: that is how a form goes on. */
static bool ask_key(struct ui *ui, struct screen *screen, int key)
{
	struct ask *self = ask_of(screen);

	(void)ui;
	if (key == K_TAB && self->more != NULL)
		*self->tab = true;
	else if (key != K_ENTER && key != CTRL_KEY('S'))
		return edit_key(&self->edit, key, box_width(screen) - 1);
	*self->answer = xstrdup(edit_text(&self->edit));
	screen_close(screen);
	return true;
}

static bool ask_leave(struct ui *ui, struct screen *screen)
{
	struct ask *self = ask_of(screen);

	return ui->leaving || strcmp(edit_text(&self->edit), self->text) == 0 ||
	       ui_ask_left(ui, false) == LEFT_DISCARD;
}

static void ask_close(struct screen *screen)
{
	edit_clear(&ask_of(screen)->edit);
}

static const struct screen_ops ask_ops = {
	.size = sizeof(struct ask),
	.title = box_title,
	.help = N_("Type the text; Enter goes on, Esc cancels."),
	.paint = ask_paint,
	.key = ask_key,
	.leave = ask_leave,
	.close = ask_close,
	.overlay = true,
	.typing = true,
};

static const struct command line_keys[] = {
	{ .keys = { K_ENTER }, .action = ACT_COUNT, .label = NC_("command", "go on") },
	{ .keys = { K_ESC }, .action = ACT_COUNT, .label = NC_("command", "cancel") },
};
static const struct command lines_keys[] = {
	{ .keys = { K_ENTER }, .action = ACT_COUNT, .label = NC_("command", "go on") },
	{ .keys = { K_BREAK }, .action = ACT_COUNT, .label = NC_("command", "line break") },
	{ .keys = { K_ESC }, .action = ACT_COUNT, .label = NC_("command", "cancel") },
};
static const struct command more_keys[] = {
	{ .keys = { K_ENTER }, .action = ACT_COUNT, .label = NC_("command", "go on") },
	{ .keys = { K_TAB }, .action = ACT_COUNT, .label = NC_("command", "choose more") },
	{ .keys = { K_ESC }, .action = ACT_COUNT, .label = NC_("command", "cancel") },
};
static const struct commands more_hints = { more_keys, LEN(more_keys) };
static const struct commands line_hints = { line_keys, LEN(line_keys) };
static const struct commands lines_hints = { lines_keys, LEN(lines_keys) };

char *ui_ask(struct ui *ui, const char *title, const char *prompt, const char *text, int lines)
{
	struct screen *screen = screen_new(ui, &ask_ops);
	struct ask *self = ask_of(screen);
	char *answer = NULL;

	self->title = title;
	self->prompt = prompt;
	self->text = text;
	self->lines = lines;
	self->base.hints = lines > 1 ? &lines_hints : &line_hints;
	self->answer = &answer;
	edit_init(&self->edit, text, lines > 1, ASK_MAX);
	return ui_run(ui, screen) ? answer : NULL;
}

char *ui_ask_or(struct ui *ui, const char *title, const char *prompt, const char *text,
	const char *more, bool *tab)
{
	struct screen *screen = screen_new(ui, &ask_ops);
	struct ask *self = ask_of(screen);
	char *answer = NULL;

	*tab = false;
	*self = (struct ask){ .base = self->base,
		.title = title,
		.prompt = prompt,
		.text = text,
		.lines = 1,
		.answer = &answer,
		.more = more,
		.tab = tab };
	self->base.hints = &more_hints;
	edit_init(&self->edit, text, false, ASK_MAX);
	return ui_run(ui, screen) ? answer : NULL;
}
