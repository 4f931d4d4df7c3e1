/* SPDX-License-Identifier: MIT */
#pragma once

#include "ui/toolkit/term.h"

/* How far a phase is; its state as kept. */
enum glyph phase_glyph(const char *state);
