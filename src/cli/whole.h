/* SPDX-License-Identifier: MIT
 * A record with the sections of its page (src/roof/sections.h). */
#pragma once

#include "src/cli/cli.h"

/* As print_one, and below it, for people, the lines of its sections; programs get each section as a
 * member of its name. */
struct error print_whole(
	struct cli *cli, const struct listing *record, const void *arg, enum kind kind, int64_t id);
