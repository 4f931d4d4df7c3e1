/* SPDX-License-Identifier: MIT
 * The zone's rules are glibc's; where the machine has no zone data, the European Union's rule since
 * 1996 stands in. */
#include "src/base/daytime.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "src/base/dateread.h"

void daytime_start(void)
{
	bool known = access("/usr/share/zoneinfo/Europe/Helsinki", R_OK) == 0;

	setenv("TZ", known ? "Europe/Helsinki" : "EET-2EEST,M3.5.0/3,M10.5.0/4", 1);
	tzset();
}

struct civil civil_of_time(int64_t time)
{
	struct tm tm = { 0 };
	time_t t = (time_t)time;

	localtime_r(&t, &tm);
	return (struct civil){ tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday, tm.tm_hour, tm.tm_min,
		tm.tm_sec, (tm.tm_wday + 6) % 7, (int)tm.tm_gmtoff };
}

struct civil civil_of_day(int64_t day)
{
	struct tm tm = { 0 };
	time_t t = (time_t)day;

	gmtime_r(&t, &tm);
	return (struct civil){ tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday, 0, 0, 0,
		(tm.tm_wday + 6) % 7, 0 };
}

int season_year(const struct civil *civil)
{
	return civil->month <= 2 ? civil->year - 1 : civil->year;
}

int64_t day_of_civil(int year, int month, int day)
{
	struct tm tm = { .tm_year = year - 1900, .tm_mon = month - 1, .tm_mday = day };

	return timegm(&tm);
}

int64_t day_of_time(int64_t time)
{
	struct civil civil = civil_of_time(time);

	return day_of_civil(civil.year, civil.month, civil.day);
}

static const char *const precision_codes[] = {
	[PRECISION_SECOND] = "second",
	[PRECISION_MINUTE] = "minute",
	[PRECISION_DAY] = "day",
	[PRECISION_MONTH] = "month",
	[PRECISION_SEASON] = "season",
	[PRECISION_YEAR] = "year",
};

const char *precision_code(enum precision precision)
{
	return precision_codes[precision];
}

enum precision precision_of_code(const char *code)
{
	for (size_t i = 0; i < LEN(precision_codes); i++)
		if (strcmp(precision_codes[i], code) == 0)
			return (enum precision)i;
	return PRECISION_DAY;
}

static bool is_possible(const struct date_parts *r)
{
	static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

	if (r->year < 1900 || r->year > 2199 || r->month == 0 || r->month > 12 || r->hour > 23 ||
		r->minute > 59 || r->second > 59)
		return false;
	if (r->day < 0)
		return true;
	bool leap = (r->year % 4 == 0 && r->year % 100 != 0) || r->year % 400 == 0;
	int length = lengths[r->month - 1] + (r->month == 2 && leap ? 1 : 0);
	if (r->day < 1 || r->day > length)
		return false;
	return r->weekday < 0 ||
	       r->weekday == civil_of_day(day_of_civil(r->year, r->month, r->day)).weekday;
}

static enum precision precision_of(const struct date_parts *r)
{
	if (r->season >= 0)
		return PRECISION_SEASON;
	if (r->month < 0)
		return PRECISION_YEAR;
	if (r->day < 0)
		return PRECISION_MONTH;
	if (r->hour < 0)
		return PRECISION_DAY;
	return r->second < 0 ? PRECISION_MINUTE : PRECISION_SECOND;
}

/* A local time with summer time taken as on or off; *exists says whether the clock ever showed it
 * so. */
static int64_t local_time(const struct tm *wanted, int summer, bool *exists)
{
	struct tm tm = *wanted, back = { 0 };

	tm.tm_isdst = summer;
	time_t t = mktime(&tm);
	localtime_r(&t, &back);
	*exists = back.tm_hour == wanted->tm_hour && back.tm_min == wanted->tm_min &&
		  back.tm_mday == wanted->tm_mday && back.tm_isdst == summer;
	return t;
}

static struct error resolve_local(const struct tm *tm, struct moment *moment)
{
	bool in_summer, in_winter;
	int64_t summer = local_time(tm, 1, &in_summer), winter = local_time(tm, 0, &in_winter);

	if (!in_summer && !in_winter)
		return fail(E_INVALID, "date"); /* skipped when spring comes */
	moment->ambiguous = in_summer && in_winter;
	moment->time = in_summer ? summer : winter;
	return ok();
}

/* Fills what was not given: the first or the last second of what was. */
static void fill_edge(const struct date_parts *r, enum edge edge, struct tm *tm)
{
	bool end = edge == EDGE_END;
	int month = r->season >= 0 ? r->season * 3 + 3 : r->month < 0 ? (end ? 12 : 1) : r->month;

	*tm = (struct tm){ .tm_year = r->year - 1900, .tm_mon = month - 1, .tm_mday = r->day };
	if (r->day < 0)
		tm->tm_mday = 1;
	if (r->day < 0 && end) { /* the day before the next month or season begins */
		int length = r->season >= 0 ? 3 : 1;
		struct civil last =
			civil_of_day(day_of_civil(r->year, month + length, 1) - DAY_SECONDS);
		tm->tm_year = last.year - 1900;
		tm->tm_mon = last.month - 1;
		tm->tm_mday = last.day;
	}
	tm->tm_hour = r->hour >= 0 ? r->hour : end ? 23 : 0;
	tm->tm_min = r->minute >= 0 ? r->minute : end ? 59 : 0;
	tm->tm_sec = r->second >= 0 ? r->second : end ? 59 : 0;
}

static bool is_same_date(const struct date_parts *a, const struct date_parts *b)
{
	return a->month == b->month && a->day == b->day;
}

/* Reads it the one way that is possible; *order says which that is where there are two numbers. */
static bool read_parts(const char *text, enum date_order *order, struct date_parts *parts)
{
	struct date_parts other;
	bool day_first = date_read(text, FIRST_DAY, parts) && is_possible(parts);

	if (!parts->numbers)
		return day_first;
	bool month_first = date_read(text, FIRST_MONTH, &other) && is_possible(&other);
	if (day_first && month_first && *order == ORDER_UNKNOWN && !is_same_date(parts, &other))
		return false;
	bool as_month = day_first && month_first ? *order == ORDER_MONTH_FIRST : month_first;
	if (day_first != month_first && *order != ORDER_UNKNOWN &&
		*order != (as_month ? ORDER_MONTH_FIRST : ORDER_DAY_FIRST))
		return false;
	if (day_first != month_first)
		*order = as_month ? ORDER_MONTH_FIRST : ORDER_DAY_FIRST;
	if (as_month)
		*parts = other;
	return day_first || month_first;
}

enum date_order moment_order(const char *text)
{
	enum date_order order = ORDER_UNKNOWN;
	struct date_parts parts;

	return read_parts(text, &order, &parts) ? order : ORDER_UNKNOWN;
}

bool moment_is_either(const char *text)
{
	enum date_order order = ORDER_UNKNOWN, given = ORDER_DAY_FIRST;
	struct date_parts parts;

	return !read_parts(text, &order, &parts) && read_parts(text, &given, &parts) &&
	       parts.numbers;
}

static struct error resolve(const struct date_parts *parts, enum edge edge, struct moment *moment)
{
	struct tm tm;

	*moment = (struct moment){ .precision = precision_of(parts) };
	fill_edge(parts, edge, &tm);
	if (!parts->has_offset)
		return resolve_local(&tm, moment);
	moment->time = timegm(&tm) - parts->offset;
	return ok();
}

struct error moment_parse_as(
	const char *text, enum edge edge, enum date_order order, struct moment *moment)
{
	struct date_parts parts;

	if (!read_parts(text, &order, &parts))
		return fail(E_INVALID, "date");
	return resolve(&parts, edge, moment);
}

struct error moment_parse(const char *text, enum edge edge, struct moment *moment)
{
	return moment_parse_as(text, edge, ORDER_UNKNOWN, moment);
}

/* Digits after the sign of a decimal as a part of DAY_SECONDS, rounded. */
static int64_t seconds_of_fraction(const char *digits)
{
	int64_t numerator = 0, denominator = 1;

	for (int n = 0; *digits != '\0' && n < 12; n++, digits++) {
		numerator = numerator * 10 + (*digits - '0');
		denominator *= 10;
	}
	return (numerator * DAY_SECONDS * 2 + denominator) / (denominator * 2);
}

/* Day 0 of a spreadsheet is 30.12.1899; the years that a competition can be in: 1990 to 2100. */
bool moment_serial(const char *text, struct moment *moment)
{
	static const int64_t first = 32874, last = 73415;
	size_t whole = strspn(text, "0123456789");
	bool has_fraction = text[whole] == '.' || text[whole] == ',';
	const char *fraction = text + whole + (has_fraction ? 1 : 0);

	if (whole != 5 || fraction[strspn(fraction, "0123456789")] != '\0')
		return false;
	int64_t day = strtoll(text, NULL, 10);
	if (day < first || day > last)
		return false;
	int64_t seconds = seconds_of_fraction(fraction);
	struct civil date = civil_of_day(
		day_of_civil(1899, 12, 30) + (day + seconds / DAY_SECONDS) * DAY_SECONDS);
	seconds %= DAY_SECONDS;
	struct date_parts parts = { date.year, date.month, date.day, -1, -1, -1, .season = -1,
		.weekday = -1 };
	if (has_fraction) {
		parts.hour = (int)(seconds / 3600);
		parts.minute = (int)(seconds / 60 % 60);
		parts.second = (int)(seconds % 60);
	}
	return resolve(&parts, EDGE_START, moment).code == E_OK;
}

struct error day_parse(const char *text, int64_t *day)
{
	enum date_order order = ORDER_UNKNOWN;
	struct date_parts parts;

	if (!read_parts(text, &order, &parts) || precision_of(&parts) != PRECISION_DAY)
		return fail(E_INVALID, "date");
	*day = day_of_civil(parts.year, parts.month, parts.day);
	return ok();
}

struct error clock_parse(const char *text, int64_t *minutes)
{
	struct date_parts parts;

	if (!clock_read(text, &parts))
		return fail(E_INVALID, "date");
	*minutes = parts.hour * 60 + parts.minute;
	return parts.minute < 60 && *minutes <= 24 * 60 ? ok() : fail(E_INVALID, "date");
}

void clock_iso(int64_t minutes, char *out, size_t size)
{
	snprintf(out, size, "%02d:%02d", (int)(minutes / 60), (int)(minutes % 60));
}

void time_iso(int64_t time, char *out, size_t size)
{
	struct civil c = civil_of_time(time);

	snprintf(out, size, "%04d-%02d-%02dT%02d:%02d:%02d%c%02d:%02d", c.year, c.month, c.day,
		c.hour, c.minute, c.second, c.offset < 0 ? '-' : '+', abs(c.offset) / 3600,
		abs(c.offset) / 60 % 60);
}

/* Of ISO 8601-2, in place of a month. */
enum { SPRING = 21 };

void moment_iso(int64_t time, enum precision precision, char *out, size_t size)
{
	struct civil c = civil_of_time(time);

	switch (precision) {
	case PRECISION_SECOND:
	case PRECISION_MINUTE:
		time_iso(time, out, size);
		break;
	case PRECISION_DAY:
		snprintf(out, size, "%04d-%02d-%02d", c.year, c.month, c.day);
		break;
	case PRECISION_MONTH:
		snprintf(out, size, "%04d-%02d", c.year, c.month);
		break;
	case PRECISION_SEASON:
		snprintf(out, size, "%04d-%02d", season_year(&c), SPRING + (c.month + 9) % 12 / 3);
		break;
	case PRECISION_YEAR:
		snprintf(out, size, "%04d", c.year);
		break;
	}
}

void day_iso(int64_t day, char *out, size_t size)
{
	struct civil c = civil_of_day(day);

	snprintf(out, size, "%04d-%02d-%02d", c.year, c.month, c.day);
}
