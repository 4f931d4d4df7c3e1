/* SPDX-License-Identifier: MIT */
#include "src/base/workday.h"

#include "src/base/daytime.h"

/* Easter Sunday of the Gregorian calendar: Meeus, Jones and Butcher's algorithm. */
static int64_t easter(int year)
{
	int a = year % 19, b = year / 100, c = year % 100;
	int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
	int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
	int m = (a + 11 * h + 22 * l) / 451;
	int month = (h + l - 7 * m + 114) / 31, day = (h + l - 7 * m + 114) % 31 + 1;

	return day_of_civil(year, month, day);
}

static bool is_fixed_holiday(int month, int day)
{
	static const int dates[] = { 101, 106, 501, 1206, 1224, 1225, 1226 };

	for (unsigned i = 0; i < sizeof(dates) / sizeof(*dates); i++)
		if (dates[i] == month * 100 + day)
			return true;
	return false;
}

/* Sunday, Saturday, a church holiday, Independence Day, May Day, Christmas Eve or Midsummer Eve.
 * `day` as in daytime.h. */
static bool is_day_off(int64_t day)
{
	struct civil c = civil_of_day(day);
	int64_t after_easter = (day - easter(c.year)) / DAY_SECONDS;

	if (c.weekday >= 5 || is_fixed_holiday(c.month, c.day))
		return true;
	/* Good Friday, Easter Monday, Ascension Day. */
	if (after_easter == -2 || after_easter == 1 || after_easter == 39)
		return true;
	/* Midsummer Eve: the Friday between 19 and 25 June. All other moving holidays are Saturdays
	 * and Sundays. */
	return c.weekday == 4 && c.month == 6 && c.day >= 19 && c.day <= 25;
}

/* The day itself, or the next one that is not off. */
static int64_t next_workday(int64_t day)
{
	while (is_day_off(day))
		day += DAY_SECONDS;
	return day;
}

int64_t service_last_day(int64_t deemed, int64_t days)
{
	return deemed == 0 || days == 0 ? 0 : next_workday(deemed + days * DAY_SECONDS);
}
