/* SPDX-License-Identifier: MIT
 * People from a file. */
#pragma once

#include "ui/toolkit/ui.h"

/* Asks for the file, tells what would happen, and does it if that is agreed to. */
void import_people(struct ui *ui, struct screen *screen);
