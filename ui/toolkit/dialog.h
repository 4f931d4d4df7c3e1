/* SPDX-License-Identifier: MIT
 * Questions in a box over the screen. Each turns the same loop until it is answered, so that the
 * asking code reads straight down; it must hold ids, not rows, across the question. */
#pragma once

#include "src/base/text.h"
#include "ui/toolkit/ui.h"

/* Yes or no, by highlighted buttons; Esc is no. `yes` is the button's word; it is marked at first,
 * but where the command that asks is final: Enter alone does nothing that cannot be taken back. */
bool ui_confirm(struct ui *ui, const char *question, const char *yes);

/* Before something typed or chosen is left: what shall become of it? Esc is staying. */
enum ui_left { LEFT_STAY, LEFT_DISCARD, LEFT_SAVE };
enum ui_left ui_ask_left(struct ui *ui, bool can_save);

/* For tests that walk: whether it is a question of ui_confirm; *on_act: the act is marked now. */
bool confirm_asks(const struct screen *screen, bool *on_act);

/* Something to be read and closed with any key. */
void ui_tell(struct ui *ui, const char *title, const char *text);
/* One of several; the index, or -1. `current` is marked (-1: none). */
int ui_choose(struct ui *ui, const char *title, const char *const *options, int n, int current);
/* A word of the vocabulary; its code, or NULL. `now` is marked (NULL: the first). */
const char *ui_choose_word(
	struct ui *ui, const char *title, enum vocabulary words, const char *now);
/* The same below `n` choices of one's own; the index among all, or -1. */
int ui_choose_with_words(struct ui *ui, const char *title, const char *const *first, size_t n,
	enum vocabulary words, const char *now);
/* A text; `lines` 1 is one line. Enter goes on, Ctrl-J breaks a line; Esc asks first if something
 * was typed. NULL if it was cancelled; else to be freed with free(). */
char *ui_ask(struct ui *ui, const char *title, const char *prompt, const char *text, int lines);
/* The same of one line, with one way more: Tab, which `more` names (translated, short), closes it
 * too and sets *tab. */
char *ui_ask_or(struct ui *ui, const char *title, const char *prompt, const char *text,
	const char *more, bool *tab);
/* A list to search in by typing: municipalities, people. The chosen index, or -1. `current` is
 * where it begins. */
int ui_pick_from(
	struct ui *ui, const char *title, const char *const *options, size_t n, size_t current);
static inline int ui_pick(struct ui *ui, const char *title, const char *const *options, size_t n)
{
	return ui_pick_from(ui, title, options, n, 0);
}
