/* SPDX-License-Identifier: MIT
 * Moments: UTC seconds inside, local time of Helsinki for people, as coarse as they are known.
 * Calendar days (valid from, met on) are the UTC midnight of their date and know no time zone. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "db/base/error.h"

enum { DAY_SECONDS = 86400 };

enum precision {
	PRECISION_SECOND,
	PRECISION_MINUTE,
	PRECISION_DAY,
	PRECISION_MONTH,
	PRECISION_SEASON,
	PRECISION_YEAR,
};

struct moment {
	int64_t time;
	enum precision precision;
	bool ambiguous; /* in the hour that autumn repeats: the earlier one is taken */
};

/* What an input may leave out: an opening begins with its day, a closing ends with it. */
enum edge { EDGE_START, EDGE_END };

/* Makes Helsinki the local zone, whatever the machine's; call once, first of all. */
void daytime_start(void);

/* Reads what people and programs write: 2018-10-31, 2018-10-31T23:59:59 (with or without seconds,
 * Z, an offset or the zone's name), 2018/10/31, 20181031T140522, 31.10.2018, 31.10.18, 31.10.2018
 * klo 23.59, klo 16, kl. 23.59, 31. lokakuuta 2018, 31 okt. 2018, Wed Oct 31 14:05:22 EET 2018,
 * 2:05 PM, with a weekday before it if that is right; 2018-10, 10.2018, lokakuu 2018, 2018, syksy
 * 2018, hösten 2018, 2018-23 (as moment_iso writes a season); 31/10/2018 where only one order of
 * day and month is possible. E_INVALID (field "date") for what is no date, does not exist, or could
 * be two. A time typed to the minute as a closing time reaches to the minute's last second. */
struct error moment_parse(const char *text, enum edge edge, struct moment *moment);

/* Two numbers with a slash or dash between: which is the day? Known for a whole column or not at
 * all; never guessed row by row. */
enum date_order { ORDER_UNKNOWN, ORDER_DAY_FIRST, ORDER_MONTH_FIRST };
/* The same with the order known; a date that only the other order makes possible is E_INVALID. */
struct error moment_parse_as(
	const char *text, enum edge edge, enum date_order order, struct moment *moment);
/* The order that alone makes it a date; ORDER_UNKNOWN if it does not depend on it, or either would
 * do. */
enum date_order moment_order(const char *text);
/* Is it one date in one order and another in the other? */
bool moment_is_either(const char *text);
/* A spreadsheet's number of a day, with the time as its decimals ("43404,5868055556"), from 1990 to
 * 2100, rounded to the second. Only where the column is known to hold dates. */
bool moment_serial(const char *text, struct moment *moment);
/* A calendar day in the same forms; anything finer or coarser is E_INVALID. */
struct error day_parse(const char *text, int64_t *day);

/* A time of day as people write it: 9, 9.30, 9:30, klo 9.30, kl. 9.30; to minutes since
 * midnight, 24.00 too. E_INVALID (field "date") for anything else. */
struct error clock_parse(const char *text, int64_t *minutes);

struct civil {
	int year, month, day, hour, minute, second, weekday; /* weekday: 0 is Monday */
	int offset;                                          /* seconds east of UTC */
};

struct civil civil_of_time(int64_t time); /* in Helsinki */
struct civil civil_of_day(int64_t day);
/* The year a season is called by: a winter's is that of its December. */
int season_year(const struct civil *civil);
int64_t day_of_civil(int year, int month, int day);
/* The calendar day in Helsinki at that moment. */
int64_t day_of_time(int64_t time);

const char *precision_code(enum precision precision);
enum precision precision_of_code(const char *code);

/* 2018-10-31T23:59:59+02:00, for JSON. */
void time_iso(int64_t time, char *out, size_t size);
/* As coarse as it is known: 2018-10-31, 2018-10, 2018; seasons as ISO 8601-2 has them, from spring
 * 2018-21 to winter 2018-24. */
void moment_iso(int64_t time, enum precision precision, char *out, size_t size);
void day_iso(int64_t day, char *out, size_t size);
void clock_iso(int64_t minutes, char *out, size_t size); /* 09:30 */
