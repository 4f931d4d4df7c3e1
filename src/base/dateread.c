/* SPDX-License-Identifier: MIT
 * The forms are those of ICU and CLDR, Babel, glibc, Node and LibreOffice for fi-FI, sv-FI, sv-SE,
 * en-FI and en-GB, and what people type. */
#include "src/base/dateread.h"

#include <ctype.h>
#include <string.h>

#include "db/base/error.h"
#include "src/base/reader.h"

struct date_reader {
	struct reader base;
	enum first_number first;
	struct date_parts *parts;
};

static bool start(struct date_reader *d, const char *text, struct date_parts *parts)
{
	*parts = (struct date_parts){ -1, -1, -1, -1, -1, -1, .season = -1, .weekday = -1 };
	d->parts = parts;
	return reader_start(&d->base, text);
}

/* 2018, or 18 for it: nobody sends anything from before 1970. */
static bool read_year(struct date_reader *d, bool short_too)
{
	const char *begin = d->base.at;

	if (!read_number(&d->base, 4, &d->parts->year) || is_digit(*d->base.at))
		return false;
	if (d->base.at - begin == 2 && short_too) {
		d->parts->year += d->parts->year < 70 ? 2000 : 1900;
		return true;
	}
	return d->base.at - begin == 4;
}

static const char *const months[] = {
	"tammi|januari|january|jan",
	"helmi|februari|february|febr|feb",
	"maalis|mars|march|mar",
	"huhti|april|apr",
	"touko|maj|may",
	"kesä|juni|june|jun",
	"heinä|juli|july|jul",
	"elo|augusti|august|aug",
	"syys|september|sept|sep",
	"loka|oktober|october|okt|oct",
	"marras|november|nov",
	"joulu|december|dec",
};

/* "lokakuu", "lokakuuta", "lokak." of the month whose Finnish stem, "loka", stands first. */
static bool is_finnish_month(const char *names, const char *word)
{
	static const char *const endings[] = { "kuu|kuuta|kuun|kuussa|k" };
	size_t stem = strcspn(names, "|");

	return strncmp(word, names, stem) == 0 && place_of(endings, 1, word + stem) == 0;
}

static bool read_month(struct date_reader *d)
{
	const char *begin = d->base.at;
	char word[READER_WORD];

	if (!read_word(&d->base, word))
		return false;
	int month = place_of(months, LEN(months), word);
	for (size_t i = 0; month < 0 && i < LEN(months); i++)
		month = is_finnish_month(months[i], word) ? (int)i : -1;
	if (month < 0) {
		d->base.at = begin;
		return false;
	}
	(void)read_char(&d->base, '.');
	d->parts->month = month + 1;
	return true;
}

/* "ke", "keskiviikkona", "ons", "onsdag den", "Wed," */
static void read_weekday(struct date_reader *d)
{
	static const char *const days[] = {
		"ma|maanantai|maanantaina|mån|må|måndag|måndagen|mon|monday",
		"ti|tiistai|tiistaina|tis|tisdag|tisdagen|tue|tues|tuesday",
		"ke|keskiviikko|keskiviikkona|ons|on|onsdag|onsdagen|wed|wednesday",
		"to|torstai|torstaina|tors|tor|torsdag|torsdagen|thu|thur|thurs|thursday",
		"pe|perjantai|perjantaina|fre|fr|fredag|fredagen|fri|friday",
		"la|lauantai|lauantaina|lör|lö|lördag|lördagen|sat|saturday",
		"su|sunnuntai|sunnuntaina|sön|sö|söndag|söndagen|sun|sunday",
	};
	static const char *const article[] = { "den|the" };

	d->parts->weekday = read_listed(&d->base, days, LEN(days));
	if (d->parts->weekday < 0)
		return;
	(void)read_char(&d->base, '.');
	(void)read_char(&d->base, ',');
	skip_blanks(&d->base);
	(void)read_listed(&d->base, article, LEN(article));
	skip_blanks(&d->base);
}

static bool read_season(struct date_reader *d)
{
	static const char *const seasons[] = {
		"kevät|våren|vår|spring",
		"kesä|sommaren|sommar|summer",
		"syksy|hösten|höst|autumn",
		"talvi|vintern|vinter|winter",
	};

	d->parts->season = read_listed(&d->base, seasons, LEN(seasons));
	if (d->parts->season < 0)
		return false;
	skip_blanks(&d->base);
	return read_year(d, false);
}

/* Of ISO 8601-2, in place of a month. */
enum { SPRING = 21, WINTER = 24 };

/* 2018, 2018-10, 2018-10-31, 2018/10/31, 2018-23, 20181031: the year stands first. */
static bool read_iso_date(struct date_reader *d)
{
	struct date_parts *p = d->parts;

	if (!read_digits(&d->base, 4, &p->year))
		return false;
	if (is_digit(*d->base.at))
		return read_digits(&d->base, 2, &p->month) && read_digits(&d->base, 2, &p->day) &&
		       !is_digit(*d->base.at);
	char sign = *d->base.at;
	if (sign != '-' && sign != '/')
		return true;
	d->base.at++;
	if (!read_number(&d->base, 2, &p->month))
		return false;
	if (sign == '-' && p->month >= SPRING && p->month <= WINTER) {
		p->season = p->month - SPRING;
		p->month = -1;
		return true;
	}
	return !read_char(&d->base, sign) || read_number(&d->base, 2, &p->day);
}

/* 31/10/2018, 10/31/2018, 31-10-2018: two numbers of which either may be the month. */
static bool read_either_way(struct date_reader *d, int number)
{
	struct date_parts *p = d->parts;
	char sign = *d->base.at++;
	int second;

	if (!read_number(&d->base, 2, &second) || !read_char(&d->base, sign) ||
		!read_year(d, sign == '/'))
		return false;
	p->numbers = true;
	p->day = d->first == FIRST_DAY ? number : second;
	p->month = d->first == FIRST_DAY ? second : number;
	return true;
}

/* 31. lokakuuta 2018, 31 okt. 2018; the number is read. */
static bool read_named_month(struct date_reader *d)
{
	skip_blanks(&d->base);
	if (!read_month(d))
		return false;
	(void)read_char(&d->base, ',');
	skip_blanks(&d->base);
	return read_year(d, false);
}

/* 31.10.2018, 31. 10. 2018, 31.10.18, 10.2018, 31. lokakuuta 2018; behind the point. */
static bool read_pointed(struct date_reader *d, int number)
{
	struct date_parts *p = d->parts;
	int second;

	skip_blanks(&d->base);
	if (!is_digit(*d->base.at)) {
		p->day = number;
		return read_named_month(d);
	}
	if (!read_number(&d->base, 4, &second))
		return false;
	if (second > 999) {
		p->month = number;
		p->year = second;
		return true;
	}
	p->day = number;
	p->month = second;
	if (!read_char(&d->base, '.'))
		return false;
	skip_blanks(&d->base);
	return read_year(d, true);
}

static bool read_day_first(struct date_reader *d)
{
	int number;

	if (!read_number(&d->base, 2, &number))
		return false;
	if (*d->base.at == '/' || *d->base.at == '-')
		return read_either_way(d, number);
	if (read_char(&d->base, '.'))
		return read_pointed(d, number);
	d->parts->day = number;
	return read_named_month(d);
}

static bool read_clock(struct date_reader *d, bool full_hour);

/* "lokakuu 2018", "October 31, 2018", "Oct 31 2018", and with the time before the year, as date(1)
 * prints it: "Oct 31 14:05:22 EET 2018". */
static bool read_month_first(struct date_reader *d)
{
	struct date_parts *p = d->parts;

	if (!read_month(d))
		return false;
	skip_blanks(&d->base);
	const char *begin = d->base.at;
	if (read_year(d, false))
		return true;
	d->base.at = begin;
	p->year = -1;
	if (!read_number(&d->base, 2, &p->day))
		return false;
	(void)read_char(&d->base, ',');
	skip_blanks(&d->base);
	begin = d->base.at;
	if (read_year(d, false))
		return true;
	d->base.at = begin;
	if (!read_clock(d, false))
		return false;
	skip_blanks(&d->base);
	return read_year(d, false);
}

static bool skip_time_word(struct date_reader *d)
{
	static const char *const words[] = { "klo|kello|kl|at" };

	if (read_listed(&d->base, words, LEN(words)) < 0)
		return false;
	(void)read_char(&d->base, '.');
	skip_blanks(&d->base);
	return true;
}

static bool read_separator(struct date_reader *d)
{
	return read_char(&d->base, ':') || read_char(&d->base, '.');
}

/* +02:00, +0200, +2 */
static bool read_offset(struct date_reader *d)
{
	int hours, minutes = 0, sign = *d->base.at == '-' ? -1 : 1;

	d->base.at++;
	if (!read_number(&d->base, 2, &hours))
		return false;
	(void)read_char(&d->base, ':');
	if (is_digit(*d->base.at) && !read_number(&d->base, 2, &minutes))
		return false;
	d->parts->has_offset = true;
	d->parts->offset = sign * (hours * 3600 + minutes * 60);
	return hours <= 14 && minutes < 60;
}

/* The names that a Finnish computer gives to its own time and to universal time. */
static bool read_zone_name(struct date_reader *d)
{
	static const struct {
		const char *name;
		int hours;
	} zones[] = {
		{ "itä-euroopan normaaliaika", 2 },
		{ "itä-euroopan kesäaika", 3 },
		{ "östeuropeisk normaltid", 2 },
		{ "östeuropeisk sommartid", 3 },
		{ "eastern european standard time", 2 },
		{ "eastern european summer time", 3 },
		{ "eest", 3 },
		{ "eet", 2 },
		{ "utc", 0 },
		{ "gmt", 0 },
		{ "z", 0 },
	};

	for (size_t i = 0; i < LEN(zones); i++) {
		size_t n = strlen(zones[i].name);

		if (strncmp(d->base.at, zones[i].name, n) != 0 ||
			isalpha((unsigned char)d->base.at[n]))
			continue;
		d->base.at += n;
		d->parts->has_offset = true;
		d->parts->offset = zones[i].hours * 3600;
		return true;
	}
	return false;
}

/* Z, +02:00, EET, UTC+2, GMT+0200 (Eastern European Standard Time), or none. */
static bool read_zone(struct date_reader *d)
{
	skip_blanks(&d->base);
	(void)read_zone_name(d);
	if ((*d->base.at == '+' || *d->base.at == '-') && !read_offset(d))
		return false;
	skip_blanks(&d->base);
	const char *begin = d->base.at;
	int offset = d->parts->offset;
	if (!d->parts->has_offset || !read_char(&d->base, '(') || !read_zone_name(d) ||
		!read_char(&d->base, ')'))
		d->base.at = begin;
	d->parts->offset = offset;
	return true;
}

/* "2:05 PM", with any blank before the letters. */
static bool read_half_day(struct date_reader *d)
{
	static const char *const halves[] = { "am|ap", "pm|ip" };
	const char *begin = d->base.at;
	struct date_parts *p = d->parts;

	skip_blanks(&d->base);
	int half = read_listed(&d->base, halves, LEN(halves));
	if (half < 0) {
		d->base.at = begin;
		return true;
	}
	(void)read_char(&d->base, '.');
	if (p->hour < 1 || p->hour > 12)
		return false;
	p->hour = p->hour % 12 + 12 * half;
	return true;
}

/* 140522 behind the T of 20181031T140522. */
static bool read_compact_clock(struct date_reader *d)
{
	struct date_parts *p = d->parts;

	if (!read_digits(&d->base, 2, &p->hour) || !read_digits(&d->base, 2, &p->minute))
		return false;
	return !is_digit(*d->base.at) || read_digits(&d->base, 2, &p->second);
}

/* "klo 16" is the full hour; without its word a number alone is no time. */
static bool read_pointed_clock(struct date_reader *d, bool full_hour)
{
	struct date_parts *p = d->parts;
	int fraction;

	if (!read_number(&d->base, 2, &p->hour))
		return false;
	if (full_hour && *d->base.at == '\0') {
		p->minute = 0;
		return true;
	}
	if (!read_separator(d) || !read_number(&d->base, 2, &p->minute))
		return false;
	if (!read_separator(d))
		return true;
	if (!read_number(&d->base, 2, &p->second))
		return false;
	if (*d->base.at == '.' && is_digit(d->base.at[1])) {
		d->base.at++;
		(void)read_number(&d->base, 9, &fraction);
	}
	return true;
}

static bool read_clock(struct date_reader *d, bool full_hour)
{
	size_t digits = strspn(d->base.at, "0123456789");

	return (digits >= 4 ? read_compact_clock(d) : read_pointed_clock(d, full_hour)) &&
	       read_half_day(d) && read_zone(d);
}

static bool read_date(struct date_reader *d)
{
	size_t digits = strspn(d->base.at, "0123456789");
	const char *begin = d->base.at;

	if (digits > 2)
		return read_iso_date(d);
	if (digits > 0)
		return read_day_first(d);
	if (read_season(d))
		return true;
	d->base.at = begin;
	d->parts->season = d->parts->year = -1;
	return read_month_first(d);
}

bool date_read(const char *text, enum first_number first, struct date_parts *parts)
{
	struct date_reader r = { .first = first };

	if (!start(&r, text, parts))
		return false;
	read_weekday(&r);
	if (!read_date(&r))
		return false;
	if (is_digit(*r.base.at)) /* 2018-10-311.15: which digit is whose? */
		return false;
	if (parts->day > 0 && parts->hour < 0) {
		if (!read_char(&r.base, ',') && !read_char(&r.base, 't'))
			skip_blanks(&r.base);
		skip_blanks(&r.base);
		bool full_hour = skip_time_word(&r);
		if (*r.base.at != '\0' && !read_clock(&r, full_hour))
			return false;
	}
	return *r.base.at == '\0';
}

bool clock_read(const char *text, struct date_parts *parts)
{
	struct date_reader r = { 0 };

	if (!start(&r, text, parts))
		return false;
	(void)skip_time_word(&r);
	if (!read_number(&r.base, 2, &parts->hour))
		return false;
	parts->minute = 0;
	if (read_separator(&r) && !read_digits(&r.base, 2, &parts->minute))
		return false;
	return *r.base.at == '\0';
}
