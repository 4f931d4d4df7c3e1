/* SPDX-License-Identifier: MIT */
#pragma once

#include "ui/toolkit/ui.h"

void competition_form(struct ui *ui);
