/* SPDX-License-Identifier: MIT
 * Exporting what a list shows, all of its rows. */
#pragma once

#include "ui/toolkit/list.h"

/* Asks for a file name and writes CSV for a spreadsheet in Finland; an existing file is never
 * overwritten. */
void export_list(struct ui *ui, struct screen *screen);
