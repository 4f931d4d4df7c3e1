/* SPDX-License-Identifier: MIT
 * The zone's rules are glibc's; where the machine has no zone data, the European Union's rule since
 * 1996 stands in. */
#include "src/base/daytime.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>
#include <unistd.h>

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

/* What was read of a text so far. -1 is "not given". */
struct reading {
	const char *at;
	int year, month, day, hour, minute, second, season, offset;
	bool has_offset;
};

static void skip_spaces(struct reading *r)
{
	for (;;) {
		if (*r->at == ' ')
			r->at++;
		else if (strncmp(r->at, "\302\240", 2) == 0)
			r->at += 2;
		else
			return;
	}
}

/* One to `most` digits. */
static bool read_number(struct reading *r, int most, int *number)
{
	int digits = 0;

	*number = 0;
	while (digits < most && isdigit((unsigned char)*r->at)) {
		*number = *number * 10 + (*r->at++ - '0');
		digits++;
	}
	return digits > 0;
}

static bool read_char(struct reading *r, char c)
{
	if (*r->at != c)
		return false;
	r->at++;
	return true;
}

static bool read_season(struct reading *r)
{
	/* clang-format off */
	static const struct {
		const char *word;
		int season;
	} seasons[] = {
		{ "kevät", 0 }, { "våren", 0 }, { "vår", 0 }, { "spring", 0 },
		{ "kesä", 1 }, { "sommaren", 1 }, { "sommar", 1 }, { "summer", 1 },
		{ "syksy", 2 }, { "hösten", 2 }, { "höst", 2 }, { "autumn", 2 },
		{ "talvi", 3 }, { "vintern", 3 }, { "vinter", 3 }, { "winter", 3 },
	};
	/* clang-format on */

	for (size_t i = 0; i < LEN(seasons); i++) {
		size_t n = strlen(seasons[i].word);

		if (strncasecmp(r->at, seasons[i].word, n) != 0)
			continue;
		r->at += n;
		r->season = seasons[i].season;
		skip_spaces(r);
		return read_number(r, 4, &r->year) && r->year > 999;
	}
	return false;
}

/* Of ISO 8601-2, in place of a month. */
enum { SPRING = 21, WINTER = 24 };

/* 2018, 2018-10, 2018-10-31, 2018-23: the year stands first. */
static bool read_iso_date(struct reading *r)
{
	const char *start = r->at;

	if (!read_number(r, 4, &r->year) || r->at - start != 4)
		return false;
	if (!read_char(r, '-'))
		return true;
	if (!read_number(r, 2, &r->month))
		return false;
	if (r->month >= SPRING && r->month <= WINTER) {
		r->season = r->month - SPRING;
		r->month = -1;
		return true;
	}
	return !read_char(r, '-') || read_number(r, 2, &r->day);
}

/* 31.10.2018 or 10.2018. */
static bool read_finnish_date(struct reading *r)
{
	int first, second;

	if (!read_number(r, 2, &first) || !read_char(r, '.') || !read_number(r, 4, &second))
		return false;
	if (second > 999) {
		r->month = first;
		r->year = second;
		return true;
	}
	r->day = first;
	r->month = second;
	return read_char(r, '.') && read_number(r, 4, &r->year) && r->year > 999;
}

static bool skip_time_word(struct reading *r)
{
	static const char *const words[] = { "klo", "kl.", "kl", "at" };

	for (size_t i = 0; i < LEN(words); i++) {
		if (strncasecmp(r->at, words[i], strlen(words[i])) != 0)
			continue;
		r->at += strlen(words[i]);
		skip_spaces(r);
		return true;
	}
	return false;
}

static bool read_separator(struct reading *r)
{
	return read_char(r, ':') || read_char(r, '.');
}

static bool read_offset(struct reading *r)
{
	int hours, minutes = 0, sign = 1;

	if (read_char(r, 'Z') || read_char(r, 'z')) {
		r->has_offset = true;
		return true;
	}
	if (*r->at != '+' && *r->at != '-')
		return true;
	sign = *r->at++ == '-' ? -1 : 1;
	if (!read_number(r, 2, &hours))
		return false;
	(void)read_char(r, ':');
	if (isdigit((unsigned char)*r->at) && !read_number(r, 2, &minutes))
		return false;
	r->has_offset = true;
	r->offset = sign * (hours * 3600 + minutes * 60);
	return hours <= 14 && minutes < 60;
}

/* "klo 16" is the full hour; without its word a number alone is no time. */
static bool read_time(struct reading *r, bool full_hour)
{
	if (!read_number(r, 2, &r->hour))
		return false;
	if (full_hour && *r->at == '\0')
		r->minute = 0;
	else if (!read_separator(r) || !read_number(r, 2, &r->minute))
		return false;
	if (read_separator(r)) {
		if (!read_number(r, 2, &r->second))
			return false;
		int fraction;
		if (*r->at == '.' && isdigit((unsigned char)r->at[1])) {
			r->at++;
			(void)read_number(r, 9, &fraction);
		}
	}
	skip_spaces(r);
	return read_offset(r);
}

static bool read_all(struct reading *r)
{
	skip_spaces(r);
	const char *start = r->at;
	if (!read_season(r)) {
		r->at = start;
		bool iso = isdigit((unsigned char)r->at[0]) && isdigit((unsigned char)r->at[1]) &&
			   isdigit((unsigned char)r->at[2]);
		if (iso ? !read_iso_date(r) : !read_finnish_date(r))
			return false;
	}
	if (r->day > 0) {
		(void)read_char(r, 'T');
		skip_spaces(r);
		bool full_hour = skip_time_word(r);
		if (*r->at != '\0' && !read_time(r, full_hour))
			return false;
	}
	skip_spaces(r);
	return *r->at == '\0';
}

static bool is_possible(const struct reading *r)
{
	static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

	if (r->year < 1900 || r->year > 2199 || r->month == 0 || r->month > 12 || r->hour > 23 ||
		r->minute > 59 || r->second > 59)
		return false;
	if (r->day < 0)
		return true;
	bool leap = (r->year % 4 == 0 && r->year % 100 != 0) || r->year % 400 == 0;
	int length = lengths[r->month - 1] + (r->month == 2 && leap ? 1 : 0);
	return r->day >= 1 && r->day <= length;
}

static enum precision precision_of(const struct reading *r)
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
static void fill_edge(const struct reading *r, enum edge edge, struct tm *tm)
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

struct error moment_parse(const char *text, enum edge edge, struct moment *moment)
{
	struct reading r = { .at = text,
		.year = -1,
		.month = -1,
		.day = -1,
		.hour = -1,
		.minute = -1,
		.second = -1,
		.season = -1 };
	struct tm tm;

	if (!read_all(&r) || !is_possible(&r))
		return fail(E_INVALID, "date");
	*moment = (struct moment){ .precision = precision_of(&r) };
	fill_edge(&r, edge, &tm);
	if (!r.has_offset)
		return resolve_local(&tm, moment);
	moment->time = timegm(&tm) - r.offset;
	return ok();
}

struct error day_parse(const char *text, int64_t *day)
{
	struct reading r = { .at = text,
		.year = -1,
		.month = -1,
		.day = -1,
		.hour = -1,
		.minute = -1,
		.second = -1,
		.season = -1 };

	if (!read_all(&r) || !is_possible(&r) || precision_of(&r) != PRECISION_DAY)
		return fail(E_INVALID, "date");
	*day = day_of_civil(r.year, r.month, r.day);
	return ok();
}

struct error clock_parse(const char *text, int64_t *minutes)
{
	struct reading r = { .at = text };

	skip_spaces(&r);
	skip_time_word(&r);
	if (!read_number(&r, 2, &r.hour))
		return fail(E_INVALID, "date");
	if (read_separator(&r) &&
		(!isdigit((unsigned char)r.at[0]) || !isdigit((unsigned char)r.at[1]) ||
			!read_number(&r, 2, &r.minute)))
		return fail(E_INVALID, "date");
	skip_spaces(&r);
	*minutes = r.hour * 60 + r.minute;
	return *r.at == '\0' && r.minute < 60 && *minutes <= 24 * 60 ? ok() :
								       fail(E_INVALID, "date");
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
