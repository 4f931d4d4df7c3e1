/* SPDX-License-Identifier: MIT
 * What problems, applications and solutions have in common on the command line; the noun is the kind. */
#pragma once

#include "src/cli/cli.h"

enum { SUBMISSION_LIST_OPTIONS = 4, SUBMISSION_ACT_OPTIONS = 1 };
extern const struct option_spec submission_list_options[SUBMISSION_LIST_OPTIONS];
extern const struct option_spec submission_act_options[SUBMISSION_ACT_OPTIONS];

struct error cli_submission_list(struct cli *cli);
struct error cli_submission_show(struct cli *cli);
struct error cli_submission_add(struct cli *cli);
struct error cli_submission_edit(struct cli *cli);
struct error cli_submission_withdraw(struct cli *cli);
struct error cli_submission_admit(struct cli *cli);
struct error cli_submission_exclude(struct cli *cli);
struct error cli_submission_restore(struct cli *cli);
/* Prints what has just been recorded: its code, or the record. */
struct error cli_submission_added(struct cli *cli, int64_t id);
