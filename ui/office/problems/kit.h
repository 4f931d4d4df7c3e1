/* SPDX-License-Identifier: MIT */
#pragma once

#include "ui/toolkit/ui.h"

/* Asks for a folder and puts the intake kit there (src/documents/intake_kit.h); a command. */
void kit_ask(struct ui *ui, struct screen *screen);
