/* SPDX-License-Identifier: MIT
 * What the two files of the declaration share. Not for anyone else. */
#pragma once

#include "ui/jury/jury.h"
#include "ui/toolkit/cursor.h"

struct declare {
	struct screen base;
	int64_t round_id;
	struct arena arena;
	struct juror_round round;
	struct juror_applicants applicants;
	struct interest {
		int64_t ground; /* 0: none */
		char *reason;
	} * interests;
	struct cursor cursor;
	bool read;
	size_t sent_conflicts;
	int64_t sent; /* when; 0: not yet */
};

struct declare *declare_of(const struct screen *screen);
/* What a tie bars from, in words. */
const char *declare_consequence(const struct declare *self);
void declare_paint(const struct screen *screen, const struct canvas *body);
