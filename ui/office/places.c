/* SPDX-License-Identifier: MIT */
#include "ui/office/place.h"
#include "ui/office/places.h"

#define X(name, row) [PLACE_##name] = &row##_place,
const struct place_row *const place_rows[PLACE_COUNT] = { PLACES(X) };
#undef X
