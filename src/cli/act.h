/* SPDX-License-Identifier: MIT
 * Acts (src/ground/act.h) as verbs: operands, options, help and running from their rows. */
#pragma once

#include "src/cli/cli.h"

/* The noun with the acts on its kind behind the verbs it has itself; into the arena. */
const struct noun *cli_with_acts(struct arena *arena, const struct noun *noun);
