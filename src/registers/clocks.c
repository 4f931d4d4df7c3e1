/* SPDX-License-Identifier: MIT */
#include "src/registers/clocks.h"

#include "src/base/daytime.h"
#include "src/base/workday.h"

struct clocks clocks_of(const struct regime *r, int64_t deemed)
{
	struct clocks c = { .correction = service_last_day(deemed, r->correction_days),
		.appeal = service_last_day(deemed, r->appeal_days) };

	c.last = c.appeal > c.correction ? c.appeal : c.correction;
	return c;
}

int64_t clocks_for(const struct clocks *c, const char *kind)
{
	switch (complaint_kind_of(kind)) {
	case COMPLAINT_KIND_CORRECTION:
		return c->correction;
	case COMPLAINT_KIND_APPEAL:
		return c->appeal;
	case COMPLAINT_KIND_OTHER:
	case COMPLAINT_KIND_UNKNOWN:
		break;
	}
	return c->last;
}

int64_t presumed_day(const struct regime *r, const char *channel, int64_t sent)
{
	return sent + regime_presumed_days(r, channel) * DAY_SECONDS;
}
