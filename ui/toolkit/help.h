/* SPDX-License-Identifier: MIT
 * What `?` shows: the screen's sentence, its commands, the movement keys, the keys of everywhere.
 * Made from the command tables. */
#pragma once

#include "ui/toolkit/ui.h"

struct screen *help_new(struct ui *ui, const struct screen *about);
