/* SPDX-License-Identifier: MIT
 * Keys that terminals send as escape sequences and terminfo does not know, or knows as something
 * else. Pure. */
#pragma once

#include <stdbool.h>
#include <stddef.h>

/* What ESC O and this letter are on the keypad of a terminal in application mode (DEC VT100 User
 * Guide, "Auxiliary keypad"; PuTTY and xterm send the same): a digit, a sign or K_ENTER; K_UNKNOWN
 * for any other letter. */
int sequence_keypad(int letter);
/* Bytes of the keypad's next key, ESC and all, from number 0 on; false behind the last. */
bool sequence_keypad_bytes(size_t number, char bytes[4]);
/* What stands behind ESC [, to its last byte: Enter with a modifier, as tmux and terminals with
 * extended keys send it ("13;5u", "27;5;13~"), is K_ENTER; everything else K_UNKNOWN. */
int sequence_csi(const char *text);
