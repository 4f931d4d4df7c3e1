/* SPDX-License-Identifier: MIT
 * What commands say of acts that wait for a second person. */
#pragma once

#include "src/cli/cli.h"
#include "src/phases/second.h"

/* "Done.", or that it waits and under which number. */
struct error cli_done_or_waiting(struct cli *cli, enum second_kind kind, int64_t id);
/* The same on standard error, and nothing if it is done: for a script reads the code. */
struct error cli_tell_waiting(struct cli *cli, enum second_kind kind, int64_t id);
