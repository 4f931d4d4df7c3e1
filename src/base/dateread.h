/* SPDX-License-Identifier: MIT
 * Dates and times as people type and programs print them in and for Finland, read into their parts:
 * no rule of the calendar is known here. For daytime.c. */
#pragma once

#include <stdbool.h>

/* What stands in 10/11/2018 first. */
enum first_number { FIRST_DAY, FIRST_MONTH };

/* -1 is "not given". */
struct date_parts {
	int year, month, day, hour, minute, second;
	int season;  /* 0 is spring */
	int weekday; /* 0 is Monday */
	int offset;  /* seconds east of UTC, if has_offset */
	bool has_offset;
	bool numbers; /* day and month are two numbers that some write the other way round */
};

/* False if the text is no date; what is impossible (31 February) is not noticed. */
bool date_read(const char *text, enum first_number first, struct date_parts *parts);
/* A time of day, alone: "klo 9.30". */
bool clock_read(const char *text, struct date_parts *parts);
