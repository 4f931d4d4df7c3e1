/* SPDX-License-Identifier: MIT
 * What is derived from the records can be made anew from them. */
#pragma once

#include "src/ground/context.h"

/* The search index, whatever is wrong with it; an administrator's act, which the log names. */
struct error repair_search(struct context *ctx);
