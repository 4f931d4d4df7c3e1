/* SPDX-License-Identifier: MIT
 * What the commands about the jury's meeting share. */
#pragma once

#include "src/cli/cli.h"
#include "src/judging/meeting.h"

/* The newest one on the round that the first operand names. */
struct error cli_meeting(struct cli *cli, struct meeting *m);
struct error meeting_show(struct cli *cli);
struct error meeting_list(struct cli *cli);
