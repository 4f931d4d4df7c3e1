/* SPDX-License-Identifier: MIT
 * Questions that are answered by a button. */
#include <stdio.h>

#include "src/base/i18n.h"
#include "ui/toolkit/box.h"
#include "ui/toolkit/dialog.h"

struct confirm {
	struct screen base;
	const char *question;
	const char *const *buttons;
	int n, at;
	bool acts; /* the first button does what is asked about */
	int *answer;
};

static struct confirm *confirm_of(const struct screen *screen)
{
	return (struct confirm *)screen;
}

static void confirm_paint(const struct screen *screen, const struct canvas *body)
{
	const struct confirm *self = confirm_of(screen);
	int width = box_width(screen), lines = text_wrap_count(self->question, width);
	struct canvas inner = box_paint(screen, lines + 2, width);
	int y = lines + 1 < inner.area.h ? lines + 1 : inner.area.h - 1, x = 0;

	(void)body;
	box_text(&inner, 0, 0, y, self->question);
	for (int i = 0; i < self->n; i++) {
		char button[80];

		snprintf(button, sizeof(button), "[ %s ]", self->buttons[i]);
		x += canvas_put(
			     &inner, y, x, i == self->at ? STYLE_SELECTED : STYLE_PLAIN, button) +
		     2;
	}
}

static bool confirm_key(struct ui *ui, struct screen *screen, int key)
{
	struct confirm *self = confirm_of(screen);

	(void)ui;
	if (key == K_RIGHT || key == K_TAB) {
		self->at = (self->at + 1) % self->n;
	} else if (key == K_LEFT || key == K_BACKTAB) {
		self->at = (self->at + self->n - 1) % self->n;
	} else if (key == K_ENTER || key == ' ') {
		*self->answer = self->at;
		screen_close(screen);
	} else if (key == K_ESC) {
		screen_close(screen);
	} else {
		return false;
	}
	return true;
}

static const struct screen_ops confirm_ops = {
	.size = sizeof(struct confirm),
	.title = box_title,
	.help = N_("Answer with the arrows and Enter; Esc cancels."),
	.paint = confirm_paint,
	.key = confirm_key,
	.overlay = true,
	.typing = true,
};

static const struct command confirm_keys[] = {
	{ .keys = { K_ENTER }, .action = ACT_COUNT, .label = NC_("command", "choose") },
	{ .keys = { K_TAB }, .action = ACT_COUNT, .label = NC_("command", "other button") },
	{ .keys = { K_ESC }, .action = ACT_COUNT, .label = NC_("command", "cancel") },
};
static const struct commands confirm_hints = { confirm_keys, LEN(confirm_keys) };

/* The button's index, -1 by Esc. */
static int press_one(
	struct ui *ui, const char *question, const char *const *buttons, int n, int at, bool acts)
{
	struct screen *screen = screen_new(ui, &confirm_ops);
	struct confirm *self = confirm_of(screen);
	int answer = -1;

	self->question = question;
	self->buttons = buttons;
	self->n = n;
	self->at = at;
	self->acts = acts;
	self->base.hints = &confirm_hints;
	self->answer = &answer;
	return ui_run(ui, screen) ? answer : -1;
}

bool ui_confirm(struct ui *ui, const char *question, const char *yes)
{
	const char *const buttons[] = { yes, C_("button", "Cancel") };

	return press_one(ui, question, buttons, 2, ui->final ? 1 : 0, true) == 0;
}

enum ui_left ui_ask_left(struct ui *ui, bool can_save)
{
	const char *const buttons[] = { C_("button", "Continue"), C_("button", "Discard"),
		C_("button", "Save") };
	int answer = press_one(ui,
		can_save ? _("Some changes have not been saved.") :
			   _("What you typed has not been used yet."),
		buttons, can_save ? 3 : 2, 0, false);

	return answer == 1 ? LEFT_DISCARD : answer == 2 ? LEFT_SAVE : LEFT_STAY;
}

bool confirm_asks(const struct screen *screen, bool *on_act)
{
	bool asks = screen->ops == &confirm_ops && confirm_of(screen)->acts;

	*on_act = asks && confirm_of(screen)->at == 0;
	return asks;
}
