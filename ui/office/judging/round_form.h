/* SPDX-License-Identifier: MIT */
#pragma once

#include "ui/toolkit/ui.h"

/* Saves the rules of round *id; 0 makes a new one of the kind, and *id becomes its id. */
bool round_form(struct ui *ui, const char *kind, int64_t challenge_id, int64_t *id);
