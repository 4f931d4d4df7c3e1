/* SPDX-License-Identifier: MIT
 * What verify has found, told as the format asks. */
#pragma once

#include "db/verify.h"
#include "src/cli/cli.h"

void print_verdict(struct cli *cli, const struct verdict *v);
