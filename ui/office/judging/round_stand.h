/* SPDX-License-Identifier: MIT */
#pragma once

#include "ui/toolkit/ui.h"

/* For the loading of a round's screens: says which round it is in the title line, and marks its
 * phase in the ribbon; `concludes` is what follows from the reviews. */
struct error stand_in_round(
	struct screen *screen, struct context *ctx, int64_t round_id, bool concludes);
