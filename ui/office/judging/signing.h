/* SPDX-License-Identifier: MIT */
#pragma once

#include "ui/toolkit/ui.h"

/* Who signed the jury's statement on paper, and where that is. */
void sign_on_paper(struct ui *ui, int64_t statement_id);
