/* SPDX-License-Identifier: MIT
 * What the commands of mentoring share. */
#pragma once

#include "src/cli/cli.h"
#include "src/phases/mentoring.h"

/* The challenge of --challenge, which an error then names; leaves *id as it is without the option.
 */
struct error cli_challenge(struct cli *cli, int64_t *id);
/* A team by its code or name, which an error then names. */
struct error cli_team(struct cli *cli, const char *text, int64_t *id);
/* The team of --team. */
struct error cli_team_option(struct cli *cli, int64_t *id);
