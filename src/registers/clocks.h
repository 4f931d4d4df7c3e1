/* SPDX-License-Identifier: MIT
 * The last days of correction and of appeal, apart: one does not lengthen the other. */
#pragma once

#include "src/registers/regime.h"

struct clocks {
	int64_t correction, appeal; /* last days; 0: the time does not run */
	int64_t last;               /* the later of them; 0: neither runs */
};

/* Of what counts as received on the day `deemed`; 0: it was not received. The days are the
 * regime's, and the last one moves past days off (150/1930, 5 §). */
struct clocks clocks_of(const struct regime *regime, int64_t deemed);
/* The last day of that kind of complaint (COMPLAINT_KIND); of any other the later one. */
int64_t clocks_for(const struct clocks *clocks, const char *kind);

/* The day on which what was sent by a channel counts as received, unless shown otherwise. */
int64_t presumed_day(const struct regime *regime, const char *channel, int64_t sent);
