/* SPDX-License-Identifier: MIT
 * The demo competition Klash 2018-2020: the real competition's course with invented people and
 * texts, built through the same functions an office uses, by a clock that follows the story. */
#pragma once

#include "src/roof/competition.h"

/* Makes the file as it was at the start of a phase; NULL: as late as the demo goes. E_INVALID
 * (field "phase") for a phase it does not have. */
struct error demo_make(const char *path, const struct setup *setup, const char *at);
/* Makes the directory, and in it three files to try the import of problems with. E_EXISTS; nothing
 * is left on failure. */
struct error demo_files(const char *directory);
