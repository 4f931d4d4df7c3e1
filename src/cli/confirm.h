/* SPDX-License-Identifier: MIT
 * What commands say of acts that wait for a second person. */
#pragma once

#include "src/cli/cli.h"
#include "src/phases/second.h"

/* That it waits, and under which number, on standard error; nothing if it is done. For a script
 * reads the code on standard output. */
struct error cli_tell_waiting(struct cli *cli, enum second_kind kind, int64_t id);
