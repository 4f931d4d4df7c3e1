/* SPDX-License-Identifier: MIT
 * The demo as the jury is about to meet on C-2: two of its seven members are barred, and the two
 * best solutions share their rank, which the tie rule does not decide. */
#pragma once

#include "src/roof/competition.h"

struct error meeting_file_make(const char *path, const struct setup *user);
