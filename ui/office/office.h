/* SPDX-License-Identifier: MIT
 * What the office's session begins with. */
#pragma once

#include "ui/toolkit/ui.h"

extern const struct ui_places office_places;
