/* SPDX-License-Identifier: MIT
 * The pages behind advice. */
#pragma once

#include "ui/toolkit/ui.h"

/* How firm the order is, a line a comparison. */
struct screen *firmness_new(struct ui *ui, int64_t round_id);
/* The figures, each with what it is over. */
struct screen *agreement_new(struct ui *ui, int64_t round_id);
