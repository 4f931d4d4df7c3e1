/* SPDX-License-Identifier: MIT
 * The table of places. Only the session's beginning reads it: everybody else finds a place through
 * the ui, so that no screen leans on all the others. */
#pragma once

#include "ui/office/place.h"

extern const struct place_row *const place_rows[PLACE_COUNT];
