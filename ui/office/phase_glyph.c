/* SPDX-License-Identifier: MIT */
#include "ui/office/phase_glyph.h"

#include "db/base/codes.h"

enum glyph phase_glyph(const char *state)
{
	switch (phase_state_of(state)) {
	case PHASE_STATE_DECIDED:
		return GLYPH_DONE;
	case PHASE_STATE_CLOSED:
		return GLYPH_JUDGING;
	case PHASE_STATE_OPEN:
		return GLYPH_OPEN;
	case PHASE_STATE_PLANNED:
	case PHASE_STATE_UNKNOWN:
		break;
	}
	return GLYPH_PLANNED;
}
