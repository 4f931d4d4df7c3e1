/* SPDX-License-Identifier: MIT
 * Errors, dates and numbers as the reader's language has them. */
#include "src/base/text.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "src/base/i18n.h"
#include "src/base/money.h"

/* Of the file itself; NULL for what is no such error. */
static const char *file_sentence(enum errcode code)
{
	static const struct {
		enum errcode code;
		const char *sentence;
	} sentences[] = {
		{ E_NO_FILE,
			N_("There is no such file. `klash init` makes a new competition, `klash demo` one "
			   "to try.") },
		{ E_ACCESS,
			N_("You have no right to open it. Ask the file's owner to add you to its group.") },
		{ E_FOREIGN, N_("This is not a Klash competition. Name another file with --db.") },
		{ E_TOO_NEW,
			N_("A newer Klash made this file. Install that version; nothing was changed.") },
		{ E_TOO_OLD,
			N_("A development version that is no longer read made this file. Nothing was "
			   "changed.") },
		{ E_CORRUPT,
			N_("The file is damaged. Stop working in it and restore the latest backup "
			   "(`klash restore`).") },
		{ E_INDEX,
			N_("A newer SQLite wrote the search index, and this one cannot use it. Nothing was "
			   "changed and nothing is lost: an administrator makes the index anew by "
			   "`klash check --repair`.") },
		{ E_MOVED,
			N_("The file was moved or replaced while it was open: nothing more can be "
			   "saved in it. Take note of what you have just typed, then leave and start "
			   "again.") },
		{ E_BESIDE,
			N_("left by an earlier file of this name, perhaps with what was saved in it last. "
			   "End whatever still has it open, and move what is left to where that file "
			   "is now, under its new name (OLD.db-wal beside OLD.db). Nothing was "
			   "changed.") },
		{ E_READONLY,
			N_("The file or its directory can only be read, so nothing was changed.") },
		{ E_FULL,
			N_("The disk is full. Nothing was changed; free some space and try again.") },
		{ E_NETWORK_FS,
			N_("This is a network file system, where the file could be damaged. Choose a "
			   "directory on a local disk.") },
	};

	for (size_t i = 0; i < LEN(sentences); i++)
		if (sentences[i].code == code)
			return _(sentences[i].sentence);
	return NULL;
}

/* Sentences that need no insert; NULL for those that do. */
static const char *plain_sentence(enum errcode code)
{
	switch (code) {
	case E_OK:
	case E_CANCELLED:
		return "";
	case E_DENIED:
		return _(
			"Your role does not include this. Ask an administrator of the competition.");
	case E_NO_ACCOUNT:
		return _("You have no account in this competition. Ask its administrator for one.");
	case E_STALE:
		return _(
			"Somebody else saved this in between. Look at both versions and save again.");
	case E_BUSY:
		return _("Another program has been reading or writing the file for too long. "
			 "Nothing was changed; try again.");
	case E_SHEET:
		return _("Several sheets of this workbook could be meant. Say which one.");
	case E_INTERRUPTED:
		return _("Interrupted. Nothing was changed.");
	case E_NO_FILE:
	case E_ACCESS:
	case E_FOREIGN:
	case E_TOO_NEW:
	case E_TOO_OLD:
	case E_CORRUPT:
	case E_INDEX:
	case E_MOVED:
	case E_BESIDE:
	case E_READONLY:
	case E_FULL:
	case E_NETWORK_FS:
	case E_NOT_FOUND:
	case E_EXISTS:
	case E_IN_USE:
	case E_INVALID:
	case E_REQUIRED:
	case E_MONEY:
	case E_PERCENT:
	case E_CEILING:
	case E_CONTRACT_SUM:
	case E_NO_COLUMN:
	case E_RANGE:
	case E_RANGE_POINTS:
	case E_TOO_LONG:
	case E_RULE:
	case E_REASON:
	case E_TOO_EARLY:
	case E_HELD:
	case E_MODE:
	case E_IO:
	case E_DB:
		return file_sentence(code);
	}
	return NULL;
}

/* Sentences about a field: its name stands before a colon, in the nominative. */
static const char *field_sentence(struct error e)
{
	enum errcode code = e.code;
	const char *field = e.field;

	if (code == E_EXISTS && field != NULL && strcmp(field, "file") == 0)
		return _("%s: it is already there. Choose another name; nothing was overwritten.");
	if (code == E_NOT_FOUND && field != NULL && strcmp(field, "file") == 0)
		return _("%s: there is no file of that name. Check the folder and the spelling.");
	if (code == E_NOT_FOUND)
		/* TRANSLATORS: %s is the name of a field or kind of record, such as "Problem". */
		return _("%s: nothing found by that name or code.");
	if (code == E_EXISTS)
		return _("%s: there is already one like this.");
	if (code == E_IN_USE)
		return _("%s: something else still refers to it, so it must stay.");
	if (code == E_INVALID)
		return _("%s: this is not a possible value.");
	if (code == E_MONEY)
		return _(
			"%s: write the amount like 250 000 or 250 000,50: spaces between thousands, "
			"two digits of cents.");
	if (code == E_PERCENT)
		return _("%s: write the percentage like 25.5, with at most one decimal.");
	if (code == E_NO_COLUMN && e.low != 0)
		return _(
			"%s: no column has this heading. Say which one it is (--map COLUMN=FIELD), or "
			"that there is none (--without FIELD).");
	if (code == E_NO_COLUMN)
		return _(
			"%s: no column has this heading. Say which one it is (--map COLUMN=FIELD).");
	return _("%s: this must be filled in.");
}

/* Cents. Without a field the second wall spoke: the database's own triggers. */
static void sentence_with_money(struct error e, const char *field, char *out, size_t size)
{
	char asked[48], left[48];

	money_text(e.low, asked, sizeof(asked));
	money_text(e.high, left, sizeof(left));
	if (e.field == NULL)
		snprintf(out, size, "%s",
			_("That would be more than the budget or the contract has left. Nothing was "
			  "changed."));
	else if (e.code == E_CEILING)
		/* TRANSLATORS: the field's name, an amount of money, and what is left of the
		 * budget. */
		snprintf(out, size,
			_("%s: %s is too much, the budget has %s left. Only a decision on the budget "
			  "raises its ceiling."),
			field, asked, left);
	else
		/* TRANSLATORS: the field's name, an amount of money, and what is left of the
		 * contract. */
		snprintf(out, size, _("%s: %s is too much, the contract has %s left for payments."),
			field, asked, left);
}

/* Thousandths as people write them, with spaces between the thousands. */
static void points_text(int64_t value, char *out, size_t size)
{
	char whole[40], part[40];

	text_count(value / 1000, whole, sizeof(whole));
	text_thousandths(value % 1000, part, sizeof(part));
	snprintf(out, size, "%s%s", whole, part + 1); /* without its leading zero */
}

static void sentence_with_numbers(struct error e, const char *field, char *out, size_t size)
{
	char low[80], high[80];

	if (e.code == E_RANGE_POINTS) {
		points_text(e.low, low, sizeof(low));
		points_text(e.high, high, sizeof(high));
	} else {
		text_count(e.low, low, sizeof(low));
		text_count(e.high, high, sizeof(high));
	}
	if (e.code == E_RANGE || e.code == E_RANGE_POINTS)
		/* TRANSLATORS: the field's name, the lowest and the highest that is possible. */
		snprintf(out, size, _("%s: must be from %s to %s."), field, low, high);
	else if (e.code == E_TOO_LONG)
		/* TRANSLATORS: the field's name, its length, and the longest that is possible. */
		snprintf(out, size,
			_("%s: %s characters are too many, %s fit. Nothing was cut off."), field,
			low, high);
	else if (e.code == E_MODE)
		/* TRANSLATORS: file modes in octal: as it is, as it should be, and that again. */
		snprintf(out, size,
			_("Its mode is %03o but should be %03o, so that the right people can use it. "
			  "Run: chmod %03o FILE"),
			(unsigned)e.low, (unsigned)e.high, (unsigned)e.high);
	else if (e.code == E_IO)
		/* TRANSLATORS: %s is the operating system's own words. */
		snprintf(out, size, _("Reading or writing failed: %s."),
			e.low == 0 ? "I/O" : strerror((int)e.low));
	else
		snprintf(out, size,
			_("The database reports an unexpected fault (code %d). Nothing was changed."),
			(int)e.low);
}

static void sentence_about_contract(struct error e, char *out, size_t size)
{
	char day[40];

	text_day(e.low, day, sizeof(day));
	if (e.code == E_TOO_EARLY)
		snprintf(out, size, _(e.field), day);
	else
		snprintf(out, size, _(e.field), (long long)e.low);
}

/* What can be typed instead. */
static void sentence_with_codes(
	const char *field, enum vocabulary vocabulary, char *out, size_t size)
{
	char codes[400] = "";
	const char *code;
	size_t n = 0;

	for (size_t i = 0; n < sizeof(codes) && (code = text_code(vocabulary, i)) != NULL; i++)
		n += (size_t)snprintf(
			codes + n, sizeof(codes) - n, "%s%s", i == 0 ? "" : ", ", code);
	/* TRANSLATORS: the field's name, and the values, with commas between them. */
	snprintf(out, size, _("%s: this is not a possible value. These are: %s."), field, codes);
}

void text_error(struct error e, char *out, size_t size)
{
	const char *plain = plain_sentence(e.code);
	const char *field = e.field == NULL ? "" : text_word(WORDS_FIELD, e.field);

	if (e.code == E_FOREIGN && e.field != NULL)
		snprintf(out, size, "%s",
			_("This is a copy that another program made of a competition, without the marks "
			  "by which it is known. Copy with `klash backup`."));
	else if (plain != NULL)
		snprintf(out, size, "%s", plain);
	else if (e.code == E_RULE || e.code == E_REASON)
		snprintf(out, size, "%s",
			e.field == NULL ? _("This is approved and can no longer be changed.") :
					  _(e.field));
	else if (e.code == E_TOO_EARLY || e.code == E_HELD)
		sentence_about_contract(e, out, size);
	else if (e.code == E_CEILING || e.code == E_CONTRACT_SUM)
		sentence_with_money(e, field, out, size);
	else if (e.code == E_RANGE || e.code == E_RANGE_POINTS || e.code == E_TOO_LONG ||
		 e.code == E_MODE || e.code == E_IO || e.code == E_DB)
		sentence_with_numbers(e, field, out, size);
	else if (e.code == E_INVALID && e.low > 0)
		sentence_with_codes(field, (enum vocabulary)(e.low - 1), out, size);
	else
		snprintf(out, size, field_sentence(e), field);
}

void text_day(int64_t day, char *out, size_t size)
{
	struct civil c = civil_of_day(day);

	/* TRANSLATORS: a date: day, month, year. */
	snprintf(out, size, C_("date", "%d.%d.%d"), c.day, c.month, c.year);
}

void text_days(int64_t from, int64_t to, char *out, size_t size)
{
	struct civil a = civil_of_day(from), b = civil_of_day(to);
	char first[40], last[40];

	text_day(from, first, sizeof(first));
	text_day(to, last, sizeof(last));
	if (from == to)
		snprintf(out, size, "%s", first);
	else if (a.year != b.year)
		snprintf(out, size, "%s–%s", first, last);
	else
		/* TRANSLATORS: days of one year: day and month, then day, month and year. */
		snprintf(out, size, C_("date range", "%d.%d.–%d.%d.%d"), a.day, a.month, b.day,
			b.month, b.year);
}

static const char *const weekdays_short[] = {
	NC_("weekday, at most 3 columns", "Mon"),
	NC_("weekday, at most 3 columns", "Tue"),
	NC_("weekday, at most 3 columns", "Wed"),
	NC_("weekday, at most 3 columns", "Thu"),
	NC_("weekday, at most 3 columns", "Fri"),
	NC_("weekday, at most 3 columns", "Sat"),
	NC_("weekday, at most 3 columns", "Sun"),
};

const char *text_weekday_short(int weekday)
{
	return i18n_lookup("weekday, at most 3 columns", weekdays_short[weekday]);
}

void text_weekday(int64_t day, char *out, size_t size)
{
	char date[40];

	text_day(day, date, sizeof(date));
	/* TRANSLATORS: a short weekday and a date. */
	snprintf(out, size, C_("date", "%s %s"), text_weekday_short(civil_of_day(day).weekday),
		date);
}

void text_clock(int64_t minutes, char *out, size_t size)
{
	/* TRANSLATORS: a time of day: hour, minute. */
	snprintf(out, size, C_("time", "%d.%02d"), (int)(minutes / 60), (int)(minutes % 60));
}

void text_time(int64_t time, char *out, size_t size)
{
	struct civil c = civil_of_time(time);

	/* TRANSLATORS: day, month, year, hour, minute. */
	snprintf(out, size, C_("date and time", "%d.%d.%d at %d.%02d"), c.day, c.month, c.year,
		c.hour, c.minute);
}

void text_time_exact(int64_t time, char *out, size_t size)
{
	struct civil c = civil_of_time(time);

	/* TRANSLATORS: day, month, year, hour, minute, second. */
	snprintf(out, size, C_("date and time", "%d.%d.%d at %d.%02d.%02d"), c.day, c.month, c.year,
		c.hour, c.minute, c.second);
}

static const char *const seasons[] = {
	NC_("season and year", "winter %d"),
	NC_("season and year", "spring %d"),
	NC_("season and year", "summer %d"),
	NC_("season and year", "autumn %d"),
};

static const char *const month_year[] = {
	NC_("month and year", "January %d"),
	NC_("month and year", "February %d"),
	NC_("month and year", "March %d"),
	NC_("month and year", "April %d"),
	NC_("month and year", "May %d"),
	NC_("month and year", "June %d"),
	NC_("month and year", "July %d"),
	NC_("month and year", "August %d"),
	NC_("month and year", "September %d"),
	NC_("month and year", "October %d"),
	NC_("month and year", "November %d"),
	NC_("month and year", "December %d"),
};

static const char *const months_short[] = {
	NC_("month, at most 6 columns", "Jan"),
	NC_("month, at most 6 columns", "Feb"),
	NC_("month, at most 6 columns", "Mar"),
	NC_("month, at most 6 columns", "Apr"),
	NC_("month, at most 6 columns", "May"),
	NC_("month, at most 6 columns", "Jun"),
	NC_("month, at most 6 columns", "Jul"),
	NC_("month, at most 6 columns", "Aug"),
	NC_("month, at most 6 columns", "Sep"),
	NC_("month, at most 6 columns", "Oct"),
	NC_("month, at most 6 columns", "Nov"),
	NC_("month, at most 6 columns", "Dec"),
};

const char *text_month_short(int month)
{
	return i18n_lookup("month, at most 6 columns", months_short[month - 1]);
}

void text_moment(int64_t time, enum precision precision, char *out, size_t size)
{
	struct civil c = civil_of_time(time);

	switch (precision) {
	case PRECISION_SECOND:
	case PRECISION_MINUTE:
		text_time(time, out, size);
		break;
	case PRECISION_DAY:
		text_day(day_of_time(time), out, size);
		break;
	case PRECISION_MONTH:
		snprintf(out, size, i18n_lookup("month and year", month_year[c.month - 1]), c.year);
		break;
	case PRECISION_SEASON:
		snprintf(out, size, i18n_lookup("season and year", seasons[c.month % 12 / 3]),
			season_year(&c));
		break;
	case PRECISION_YEAR:
		snprintf(out, size, "%d", c.year);
		break;
	}
}

enum { DISTANCE_DAYS = 60, HOUR_SECONDS = 3600 };

static void distance_in_hours(int64_t seconds, char *out, size_t size)
{
	unsigned long hours = (unsigned long)(llabs(seconds) / HOUR_SECONDS);
	unsigned long minutes = (unsigned long)(llabs(seconds) / 60);

	if (hours == 0 && seconds >= 0)
		snprintf(out, size, ngettext("in %lu minute", "in %lu minutes", minutes), minutes);
	else if (hours == 0)
		snprintf(
			out, size, ngettext("%lu minute ago", "%lu minutes ago", minutes), minutes);
	else if (seconds >= 0)
		snprintf(out, size, ngettext("in %lu hour", "in %lu hours", hours), hours);
	else
		snprintf(out, size, ngettext("%lu hour ago", "%lu hours ago", hours), hours);
}

/* Whole calendar days, as people count them; hours only within a day. */
void text_distance(int64_t time, int64_t now, char *out, size_t size)
{
	int64_t days = (day_of_time(time) - day_of_time(now)) / DAY_SECONDS;
	unsigned long n = (unsigned long)llabs(days);

	*out = '\0';
	if (n > DISTANCE_DAYS)
		return;
	if (llabs(time - now) < DAY_SECONDS)
		distance_in_hours(time - now, out, size);
	else if (days > 0)
		snprintf(out, size, ngettext("in %lu day", "in %lu days", n), n);
	else
		snprintf(out, size, ngettext("%lu day ago", "%lu days ago", n), n);
}

void text_deadline(int64_t time, int64_t now, char *out, size_t size)
{
	char when[60], distance[60];

	text_time(time, when, sizeof(when));
	text_distance(time, now, distance, sizeof(distance));
	if (*distance == '\0')
		snprintf(out, size, "%s", when);
	else
		/* TRANSLATORS: a time, and how far it is: "31.10.2018 at 23.59 (in 2 days)". */
		snprintf(out, size, C_("deadline", "%s (%s)"), when, distance);
}

void text_day_distance(int64_t day, int64_t today, char *out, size_t size)
{
	unsigned long n = (unsigned long)(llabs(day - today) / DAY_SECONDS);

	if (n > DISTANCE_DAYS)
		*out = '\0';
	else if (n == 0)
		snprintf(out, size, "%s", C_("distance", "today"));
	else if (day > today)
		snprintf(out, size, ngettext("in %lu day", "in %lu days", n), n);
	else
		snprintf(out, size, ngettext("%lu day ago", "%lu days ago", n), n);
}

void text_due(int64_t day, int64_t today, char *out, size_t size)
{
	char date[40], distance[60];

	text_day(day, date, sizeof(date));
	text_day_distance(day, today, distance, sizeof(distance));
	if (*distance == '\0')
		snprintf(out, size, "%s", date);
	else
		snprintf(out, size, C_("deadline", "%s (%s)"), date, distance);
}

void text_count(int64_t number, char *out, size_t size)
{
	char digits[32];
	size_t at = 0;

	snprintf(digits, sizeof(digits), "%" PRId64, number);
	size_t n = strlen(digits);
	for (size_t i = 0; i < n && at + 4 < size; i++) {
		if (i > 0 && (n - i) % 3 == 0 && digits[i - 1] != '-')
			at += (size_t)snprintf(out + at, size - at, "\302\240");
		out[at++] = digits[i];
	}
	out[at] = '\0';
}

static void localize_point(char *number)
{
	char *point = strchr(number, '.');

	if (point != NULL)
		*point = *C_("decimal sign", ".");
}

void text_ratio(struct ratio value, int decimals, char *out, size_t size)
{
	ratio_format(value, decimals, out, size);
	localize_point(out);
}

void text_thousandths(int64_t value, char *out, size_t size)
{
	thousandths_format(value, out, size);
	localize_point(out);
}

void text_size(int64_t bytes, char *out, size_t size)
{
	int64_t tenths = (bytes + 50000) / 100000;

	if (bytes < 1000000)
		/* TRANSLATORS: the size of a file in thousands of bytes. */
		snprintf(out, size, _("%lld kB"), (long long)(bytes + 999) / 1000);
	else
		/* TRANSLATORS: the size of a file in millions of bytes; %s is the decimal sign. */
		snprintf(out, size, _("%lld%s%lld MB"), (long long)(tenths / 10),
			C_("decimal sign", "."), (long long)(tenths % 10));
}
