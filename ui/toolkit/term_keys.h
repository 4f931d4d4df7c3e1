/* SPDX-License-Identifier: MIT
 * What the two files of the terminal share: keys as curses and the terminal give them. Not for
 * anyone else. */
#pragma once

#include "ui/toolkit/term.h"

/* A hang-up and the signals that ask to end become K_HANGUP; coming back after a stop is K_RESIZE.
 */
void term_keys_watch_signals(void);
/* Takes the terminal as after another program: its modes are set, and all of it is painted. */
void term_come_back(void);
/* Tells curses what the keys send, over terminfo where that is wrong. */
void term_keys_define(void);
/* Where keys come from instead of the keyboard; NULL: the keyboard. What was read ahead goes. */
void term_keys_from(term_reader read, void *arg);
