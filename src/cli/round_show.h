/* SPDX-License-Identifier: MIT
 * What the command line shows of rounds: their list, one with its rules and panel, how far
 * everybody is. */
#pragma once

#include "src/cli/cli.h"

struct error round_run_list(struct cli *cli);
struct error round_run_show(struct cli *cli);
/* Who holds the codes of a blind round, and who did: for the minutes. Of struct custodians. */
extern const struct listing custodian_listing;
struct error round_run_progress(struct cli *cli);

struct error round_run_assign(struct cli *cli);
struct error round_run_lot(struct cli *cli);
