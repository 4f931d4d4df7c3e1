/* SPDX-License-Identifier: MIT
 * Times as people write and read them, codes and errors in all three languages. */
#define TEST_NAME "words"
#include "tests/unit/fixture.h"

#include "db/schema.h"
#include "src/base/daytime.h"
#include "src/base/i18n.h"
#include "src/base/input.h"
#include "src/base/text.h"

static const char *const languages[] = { "fi", "sv", "en" };

static struct moment read_moment(const char *text, enum edge edge)
{
	struct moment moment = { 0 };

	if (moment_parse(text, edge, &moment).code != E_OK)
		stop_test("\"%s\" is not understood", text);
	return moment;
}

static const struct {
	const char *text, *start, *end;
	enum precision precision;
} time_cases[] = {
	{ "31.10.2018 23.59", "2018-10-31T23:59:00+02:00", "2018-10-31T23:59:59+02:00",
		PRECISION_MINUTE },
	{ "31.10.2018 klo 23.59.30", "2018-10-31T23:59:30+02:00", "2018-10-31T23:59:30+02:00",
		PRECISION_SECOND },
	{ "1.2.2019 kl. 9.05", "2019-02-01T09:05:00+02:00", "2019-02-01T09:05:59+02:00",
		PRECISION_MINUTE },
	{ "01.02.2019\u00A0klo\u00A09:05", "2019-02-01T09:05:00+02:00", "2019-02-01T09:05:59+02:00",
		PRECISION_MINUTE },
	{ " 31.10.2018 ", "2018-10-31T00:00:00+02:00", "2018-10-31T23:59:59+02:00", PRECISION_DAY },
	{ "2018-10-31", "2018-10-31T00:00:00+02:00", "2018-10-31T23:59:59+02:00", PRECISION_DAY },
	{ "2018-10-31T23:59", "2018-10-31T23:59:00+02:00", "2018-10-31T23:59:59+02:00",
		PRECISION_MINUTE },
	{ "2018-10-31 23:59:58.75", "2018-10-31T23:59:58+02:00", "2018-10-31T23:59:58+02:00",
		PRECISION_SECOND },
	{ "2018-10-31T21:30:00Z", "2018-10-31T23:30:00+02:00", "2018-10-31T23:30:00+02:00",
		PRECISION_SECOND },
	{ "2018-07-01T12:00-05:00", "2018-07-01T20:00:00+03:00", "2018-07-01T20:00:59+03:00",
		PRECISION_MINUTE },
	{ "2018-07-01T12:00:00+0530", "2018-07-01T09:30:00+03:00", "2018-07-01T09:30:00+03:00",
		PRECISION_SECOND },
	{ "10.2018", "2018-10-01T00:00:00+03:00", "2018-10-31T23:59:59+02:00", PRECISION_MONTH },
	{ "2020-02", "2020-02-01T00:00:00+02:00", "2020-02-29T23:59:59+02:00", PRECISION_MONTH },
	{ "12.2019", "2019-12-01T00:00:00+02:00", "2019-12-31T23:59:59+02:00", PRECISION_MONTH },
	{ "2019", "2019-01-01T00:00:00+02:00", "2019-12-31T23:59:59+02:00", PRECISION_YEAR },
	{ "syksy 2018", "2018-09-01T00:00:00+03:00", "2018-11-30T23:59:59+02:00",
		PRECISION_SEASON },
	{ "Våren 2019", "2019-03-01T00:00:00+02:00", "2019-05-31T23:59:59+03:00",
		PRECISION_SEASON },
	{ "kesä 2019", "2019-06-01T00:00:00+03:00", "2019-08-31T23:59:59+03:00", PRECISION_SEASON },
	{ "vinter 2018", "2018-12-01T00:00:00+02:00", "2019-02-28T23:59:59+02:00",
		PRECISION_SEASON },
	{ "2018-24", "2018-12-01T00:00:00+02:00", "2019-02-28T23:59:59+02:00", PRECISION_SEASON },
	{ "29.2.2020", "2020-02-29T00:00:00+02:00", "2020-02-29T23:59:59+02:00", PRECISION_DAY },
};

static void times_as_people_write_them(void **state)
{
	char iso[40];

	(void)state;
	for (size_t i = 0; i < LEN(time_cases); i++) {
		struct moment start = read_moment(time_cases[i].text, EDGE_START);
		struct moment end = read_moment(time_cases[i].text, EDGE_END);

		time_iso(start.time, iso, sizeof(iso));
		assert_string_equal(time_cases[i].start, iso);
		time_iso(end.time, iso, sizeof(iso));
		assert_string_equal(time_cases[i].end, iso);
		assert_int_equal(time_cases[i].precision, start.precision);
		assert_false(start.ambiguous);
	}
}

/* 31 October 2018, 14.05 or 14.05.22 in Helsinki, as programs print it for Finland: ICU 72 and 78
 * (fi, sv, en-FI), Babel 2.10, glibc 2.36, Node, Excel, LibreOffice, and as people write it. */
static void times_as_programs_print_them(void **state)
{
	static const char *const days[] = { "31. lokakuuta 2018", "31 oktober 2018", "31 okt. 2018",
		"31/10/2018", "10/31/2018", "31 Oct 2018", "31-10-2018", "31.10.18", "8/31/18",
		"2018/10/31", "20181031", "31. 10. 2018", "keskiviikko 31. lokakuuta 2018",
		"keskiviikkona 31.10.2018", "onsdag 31 oktober 2018", "onsdag den 31 oktober 2018",
		"ke 31.10.2018", "ons 31.10.2018", "October 31, 2018", "31 October 2018",
		"KE 31. LOKAKUUTA 2018", "31. lokak. 2018", "Wed, 31 Oct 2018" };
	static const char *const minutes[] = { "31. lokakuuta 2018 klo 14.05",
		"31 oktober 2018 kl. 14.05", "2018-10-31, 14.05", "31.10.2018, 14.05",
		"31. 10. 2018 14.05", "31.10.2018 kello 14.05", "31-10-2018 14:05",
		"31.10.2018\u202F14.05", "31.10.2018\u200914.05", "31.10.2018\u00A0klo\u202F14.05",
		"10/31/2018 2:05 PM", "10/31/2018 2:05\u202FPM", "2018-10-31 14:05 +0200",
		"2018-10-31T14:05\u221202:00" };
	static const char *const seconds[] = {
		"31. lokakuuta 2018 klo 14.05.22 UTC+2",
		"31. lokakuuta 2018 klo 14.05.22 +0200",
		"keskiviikko 31. lokakuuta 2018 klo 14.05.22 Itä-Euroopan normaaliaika",
		"31 oktober 2018 kl. 14:05:22 EET",
		"31 okt. 2018 14.05.22",
		"31 okt. 2018 14:05:22",
		"onsdag 31 oktober 2018 kl. 14:05:22 östeuropeisk normaltid",
		"ke 31.10.2018 14.05.22 +0200",
		"ons 31.10.2018 14.05.22 +0200",
		"ke 31. lokakuuta 2018 14.05.22",
		"ons 31. oktober 2018 14.05.22",
		"ons 31 okt 2018 14:05:22",
		"ons 31 okt 2018 14:05:22 EET",
		"Wed Oct 31 14:05:22 EET 2018",
		"Wed Oct 31 2018 14:05:22 GMT+0200 (Eastern European Standard Time)",
		"31/10/2018, 14.05.22",
		"31/10/2018, 14:05:22",
		"31 Oct 2018, 14:05:22",
		"31 October 2018 at 14.05.22 EET",
		"Wed, 31 Oct 2018 14:05:22 +0200",
		"10/31/2018 14:05:22",
		"2018/10/31 14:05:22",
		"2018/10/31 2:05:22 PM GMT+2",
		"2018-10-31 14:05:22 EET",
		"31.10.2018 14.05.22 EET",
		"31.10.2018 klo 14.05.22 UTC+2",
		"20181031T140522",
		"20181031T120522Z",
		"2018-10-31 12:05:22 UTC",
	};
	static const char *const months[] = { "lokakuu 2018", "oktober 2018", "October 2018",
		"lokakuussa 2018", "okt. 2018" };

	(void)state;
	for (size_t i = 0; i < LEN(days); i++) {
		bool august = strcmp(days[i], "8/31/18") == 0;
		int64_t day;

		assert_ok(day_parse(days[i], &day));
		assert_int_equal(day_of_civil(2018, august ? 8 : 10, 31), day);
	}
	for (size_t i = 0; i < LEN(minutes); i++) {
		bool western = strstr(minutes[i], "\u2212") != NULL;
		struct moment moment = read_moment(minutes[i], EDGE_START);

		assert_int_equal(at("2018-10-31T14:05:00") + (western ? 4 * 3600 : 0), moment.time);
		assert_int_equal(PRECISION_MINUTE, moment.precision);
	}
	for (size_t i = 0; i < LEN(seconds); i++) {
		struct moment moment = read_moment(seconds[i], EDGE_START);

		if (moment.time != at("2018-10-31T14:05:22"))
			stop_test("%s: %lld", seconds[i], (long long)moment.time);
		assert_int_equal(PRECISION_SECOND, moment.precision);
	}
	for (size_t i = 0; i < LEN(months); i++) {
		struct moment moment = read_moment(months[i], EDGE_START);

		assert_int_equal(PRECISION_MONTH, moment.precision);
		assert_int_equal(at("2018-10-01T00:00:00"), moment.time);
	}
}

/* Every month by its names: Finnish inflected and short, Swedish, English. */
static void months_by_name(void **state)
{
	static const char *const names[12] = { "tammikuuta tammik. tammi januari jan. January Jan",
		"helmikuuta helmik. helmi februari feb. febr. February",
		"maaliskuuta maalis mars March", "huhtikuuta huhti april apr. April",
		"toukokuuta touko maj May", "kesäkuuta kesä juni jun. June",
		"heinäkuuta heinä juli jul. July", "elokuuta elo augusti aug. August",
		"syyskuuta syys september sep. sept. Sep", "lokakuuta loka oktober okt. October",
		"marraskuuta marras november nov. Nov", "joulukuuta joulu december dec. Dec" };

	(void)state;
	for (int month = 0; month < 12; month++) {
		char *rest = arena_text(&((struct fixture *)*state)->arena, names[month]);

		for (char *name; (name = strsep(&rest, " ")) != NULL;) {
			char text[80];
			int64_t day = 0;

			snprintf(text, sizeof(text), "7. %s 2019", name);
			if (day_parse(text, &day).code != E_OK ||
				day != day_of_civil(2019, month + 1, 7))
				stop_test("%s", text);
		}
	}
}

static void which_number_is_the_day(void **state)
{
	struct moment moment;
	int64_t day;

	(void)state;
	assert_true(moment_is_either("10/11/2018 12:00"));
	assert_true(moment_is_either("1-2-2019"));
	assert_false(moment_is_either("10/10/2018"));
	assert_false(moment_is_either("31/10/2018"));
	assert_false(moment_is_either("10.11.2018"));
	assert_false(moment_is_either("2018/10/11"));
	assert_int_equal(ORDER_MONTH_FIRST, moment_order("10/31/2018"));
	assert_int_equal(ORDER_DAY_FIRST, moment_order("31/10/2018"));
	assert_int_equal(ORDER_UNKNOWN, moment_order("10/11/2018"));
	assert_int_equal(ORDER_UNKNOWN, moment_order("31.10.2018"));
	assert_ok(day_parse("10/10/2018", &day));
	assert_ok(moment_parse_as("10/11/2018", EDGE_START, ORDER_DAY_FIRST, &moment));
	assert_int_equal(at("2018-11-10T00:00:00"), moment.time);
	assert_ok(moment_parse_as("10/11/2018", EDGE_START, ORDER_MONTH_FIRST, &moment));
	assert_int_equal(at("2018-10-11T00:00:00"), moment.time);
	assert_fails(
		E_INVALID, moment_parse_as("31/10/2018", EDGE_START, ORDER_MONTH_FIRST, &moment));
	assert_fails(
		E_INVALID, moment_parse_as("10/31/2018", EDGE_START, ORDER_DAY_FIRST, &moment));
	assert_ok(moment_parse_as("31.10.2018", EDGE_START, ORDER_MONTH_FIRST, &moment));
}

static void days_numbered_by_spreadsheets(void **state)
{
	static const char *const none[] = { "", "4340", "434040", "43404x", "43404,5x", "43404,5,5",
		"32873", "73416", "-43404", "43404.5868055556 ", "4,3404E+04" };
	struct moment moment;

	(void)state;
	assert_true(moment_serial("43404.5868055556", &moment));
	assert_int_equal(at("2018-10-31T14:05:00"), moment.time);
	assert_int_equal(PRECISION_SECOND, moment.precision);
	assert_true(moment_serial("43404,5868055556", &moment));
	assert_int_equal(at("2018-10-31T14:05:00"), moment.time);
	assert_true(moment_serial("43404,999999", &moment)); /* rounded into the next day */
	assert_int_equal(at("2018-11-01T00:00:00"), moment.time);
	assert_true(moment_serial("43404", &moment));
	assert_int_equal(at("2018-10-31T00:00:00"), moment.time);
	assert_int_equal(PRECISION_DAY, moment.precision);
	for (size_t i = 0; i < LEN(none); i++)
		if (moment_serial(none[i], &moment))
			stop_test("%s is taken for a day", none[i]);
}

static void no_times(void **state)
{
	static const char *const texts[] = { "", " ", "huomenna", "31.2.2019", "29.2.2019",
		"29.2.2100", "0.10.2018", "32.1.2019", "1.13.2019", "1.0.2019", "31.10.", "31.10",
		"31.10.2018 24.00", "31.10.2018 23.60", "31.10.2018 23.59.60",
		"2018-12-31T23:59:60Z", "31.10.2018 23", "31.10.2018 klo 23.59 x", "31.10.2018x",
		"2018-13", "2018-20", "2018-25", "2018-23-01", "2018-1O-31", "18-10-31", "1899",
		"2200", "syksy", "syksy 18", "2018-10-31T23:59:59+15:00",
		"2018-10-31T23:59:59+02:60", "2018-10-31 -5:00", "2018-10-31T23:59Zulu",
		"-1.1.2019", "10/11/2018", "10-11-2018", "31/31/2018", "13/13/18",
		"31. lokamatka 2018", "31. loka", "ma 31.10.2018", "tiistaina 31. lokakuuta 2018",
		"31.10.2018 13.05 PM", "31.10.2018 0.05 AM", "20181331", "2018103", "20181031T14",
		"31 10 2018", "lokakuuta", "31.10.2018 14.05 CEST2", "43404", "43404,5",
		"October 32, 2018", "31/10-2018", "31.10.2018 14.05 UTC+25",
		"Wed Oct 31 14:05:22 EET", "2018-10-311.15", "3.1.19091.1.1" };
	struct moment moment;
	int64_t day;

	(void)state;
	for (size_t i = 0; i < LEN(texts); i++) {
		struct error e = moment_parse(texts[i], EDGE_START, &moment);

		if (e.code != E_INVALID || strcmp(e.field, "date") != 0)
			stop_test("\"%s\" is taken for a time", texts[i]);
		assert_fails(E_INVALID, day_parse(texts[i], &day));
	}
	assert_fails(E_INVALID, day_parse("10.2018", &day));
	assert_fails(E_INVALID, day_parse("31.10.2018 12.00", &day));
	assert_fails(E_INVALID, day_parse("syksy 2018", &day));
	assert_ok(day_parse("31.10.2018", &day));
	assert_int_equal(1540944000, day);
	assert_int_equal(day, day_of_civil(2018, 10, 31));
}

/* Autumn shows an hour twice, spring leaves one out; whichever zone the machine believes to be in.
 */
static void hours_that_summer_time_moves(void **state)
{
	static const struct {
		const char *text, *iso; /* NULL: does not exist */
		bool ambiguous;
	} cases[] = {
		{ "28.10.2018 2.59", "2018-10-28T02:59:00+03:00", false },
		{ "28.10.2018 3.00", "2018-10-28T03:00:00+03:00", true },
		{ "28.10.2018 3.59.59", "2018-10-28T03:59:59+03:00", true },
		{ "28.10.2018 4.00", "2018-10-28T04:00:00+02:00", false },
		{ "27.10.2019 3.30", "2019-10-27T03:30:00+03:00", true },
		{ "2018-10-28T03:30:00+02:00", "2018-10-28T03:30:00+02:00", false },
		{ "25.3.2018 2.59.59", "2018-03-25T02:59:59+02:00", false },
		{ "25.3.2018 3.00", NULL, false },
		{ "31.3.2019 3.59", NULL, false },
		{ "25.3.2018 4.00", "2018-03-25T04:00:00+03:00", false },
		{ "28.10.2018", "2018-10-28T00:00:00+03:00", false },
	};
	struct moment moment;
	char iso[40];

	(void)state;
	setenv("TZ", "America/New_York", 1);
	daytime_start();
	for (size_t i = 0; i < LEN(cases); i++) {
		struct error e = moment_parse(cases[i].text, EDGE_START, &moment);

		assert_int_equal(cases[i].iso == NULL ? E_INVALID : E_OK, e.code);
		if (cases[i].iso == NULL)
			continue;
		time_iso(moment.time, iso, sizeof(iso));
		assert_string_equal(cases[i].iso, iso);
		assert_int_equal(cases[i].ambiguous, moment.ambiguous);
	}
	/* A day of 25 hours ends with its last second. */
	moment = read_moment("28.10.2018", EDGE_END);
	assert_int_equal(25 * 3600 - 1, moment.time - read_moment("28.10.2018", EDGE_START).time);
	/* Half past midnight belongs to the day Helsinki has, not to Greenwich's. */
	assert_int_equal(day_of_civil(2018, 10, 31), day_of_time(at("2018-10-31T00:30:00")));
}

static void times_read_as_the_language_has_them(void **state)
{
	static const struct {
		const char *lang, *day, *time, *exact, *month, *winter, *deadline, *ratio;
	} cases[] = {
		{ "fi", "5.2.2020", "5.2.2020 klo 14.05", "5.2.2020 klo 14.05.09", "helmikuu 2020",
			"talvi 2019", "5.2.2020 klo 14.05 (2 päivän kuluttua)", "8,67" },
		{ "sv", "5.2.2020", "5.2.2020 kl. 14.05", "5.2.2020 kl. 14.05.09", "februari 2020",
			"vintern 2019", "5.2.2020 kl. 14.05 (om 2 dagar)", "8,67" },
		{ "en", "5.2.2020", "5.2.2020 at 14.05", "5.2.2020 at 14.05.09", "February 2020",
			"winter 2019", "5.2.2020 at 14.05 (in 2 days)", "8.67" },
	};
	int64_t time = at("2020-02-05T14:05:09"), before = at("2020-02-03T23:00");
	char text[80];

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		i18n_use(cases[i].lang);
		text_day(day_of_time(time), text, sizeof(text));
		assert_string_equal(cases[i].day, text);
		text_time(time, text, sizeof(text));
		assert_string_equal(cases[i].time, text);
		text_time_exact(time, text, sizeof(text));
		assert_string_equal(cases[i].exact, text);
		text_moment(time, PRECISION_MONTH, text, sizeof(text));
		assert_string_equal(cases[i].month, text);
		text_moment(time, PRECISION_SEASON, text, sizeof(text));
		assert_string_equal(cases[i].winter, text);
		text_deadline(time, before, text, sizeof(text));
		assert_string_equal(cases[i].deadline, text);
		text_ratio((struct ratio){ 26, 3 }, 2, text, sizeof(text));
		assert_string_equal(cases[i].ratio, text);
	}
	i18n_use("en");
	text_count(1000000, text, sizeof(text));
	assert_string_equal("1\u00A0000\u00A0000", text);
	text_count(-1234, text, sizeof(text));
	assert_string_equal("-1\u00A0234", text);
	text_count(-123, text, sizeof(text));
	assert_string_equal("-123", text);
}

/* What was typed, at either edge, is what is shown again, and what is exported can be read back. */
static void coarse_times_come_back_as_typed(void **state)
{
	static const char *const texts[] = { "talvi 2018", "kevät 2019", "kesä 2019", "syksy 2019",
		"tammikuu 2019", "2019", "5.2.2020", "5.2.2020 klo 14.05" };
	static const char *const typed[] = { "talvi 2018", "kevät 2019", "kesä 2019", "syksy 2019",
		"1.2019", "2019", "5.2.2020", "5.2.2020 klo 14.05" };
	char text[80];

	(void)state;
	i18n_use("fi");
	for (size_t i = 0; i < LEN(texts); i++)
		for (int edge = EDGE_START; edge <= EDGE_END; edge++) {
			struct moment m = read_moment(typed[i], (enum edge)edge), again;

			text_moment(m.time, m.precision, text, sizeof(text));
			assert_string_equal(texts[i], text);
			moment_iso(m.time, m.precision, text, sizeof(text));
			again = read_moment(text, (enum edge)edge);
			assert_int_equal(m.time, again.time);
			assert_string_equal(precision_code(m.precision),
				precision_code(precision_of_code(precision_code(m.precision))));
			if (m.precision != PRECISION_MINUTE)
				assert_int_equal(m.precision, again.precision);
		}
	i18n_use("en");
}

static void distances_count_days(void **state)
{
	static const struct {
		const char *time, *text;
	} cases[] = {
		{ "2018-10-31T23:59:59", "in 2 days" },
		{ "2018-10-30T00:00", "in 12 hours" },
		{ "2018-10-30T13:00", "in 1 day" },
		{ "2018-10-29T12:30", "in 30 minutes" },
		{ "2018-10-29T12:01", "in 1 minute" },
		{ "2018-10-29T10:59", "1 hour ago" },
		{ "2018-10-29T11:59", "1 minute ago" },
		{ "2018-10-28T11:59", "1 day ago" },
		{ "2018-10-20T12:00", "9 days ago" },
		{ "2018-12-28T12:00", "in 60 days" },
		{ "2018-12-29T12:00", "" },
		{ "2018-08-01T12:00", "" },
	};
	char text[80];

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		text_distance(at(cases[i].time), at("2018-10-29T12:00"), text, sizeof(text));
		assert_string_equal(cases[i].text, text);
	}
}

static bool in_vocabulary(enum vocabulary vocabulary, const char *code)
{
	const char *known;

	for (size_t i = 0; (known = text_code(vocabulary, i)) != NULL; i++)
		if (strcmp(known, code) == 0)
			return true;
	return false;
}

static void word_is_translated(enum vocabulary vocabulary, const char *code, const char *lang)
{
	static const char *const same_in_swedish[] = { "batch", "expert", "json", "median",
		"mentor", "person", "port", "problem", "startup", "team", "text", "version" };
	bool same = strcmp(code, "json") == 0;

	i18n_use("en");
	const char *english = text_word(vocabulary, code);
	i18n_use(lang);
	const char *word = text_word(vocabulary, code);
	for (size_t i = 0; i < LEN(same_in_swedish) && strcmp(lang, "sv") == 0; i++)
		same = same || strcmp(code, same_in_swedish[i]) == 0;
	if (*word == '\0' || (strcmp(word, english) == 0 && !same))
		stop_test("%s has no word in %s", code, lang);
}

static void every_code_has_words(void **state)
{
	const char *code;

	(void)state;
	for (int v = 0; v < WORDS_COUNT; v++)
		for (size_t i = 0; (code = text_code((enum vocabulary)v, i)) != NULL; i++)
			for (size_t l = 0; l < 2; l++)
				word_is_translated((enum vocabulary)v, code, languages[l]);
	i18n_use("en");
	assert_string_equal("nonsense", text_word(WORDS_ROLE, "nonsense"));
}

static const struct {
	const char *column; /* table.column */
	int vocabulary;     /* -1: people never see the code */
} coded[] = {
	{ "competition.legal_profile", WORDS_LEGAL_PROFILE },
	{ "profile_act.legal_profile", WORDS_LEGAL_PROFILE },
	{ "account.role", WORDS_ROLE },
	{ "account.lang", WORDS_LANGUAGE },
	{ "account.state", WORDS_ACCOUNT_STATE },
	{ "log_change.op", -1 },
	{ "municipality_name.lang", WORDS_LANGUAGE },
	{ "municipality_name.kind", -1 },
	{ "organization.kind", WORDS_ORGANIZATION_KIND },
	{ "person.lang", WORDS_LANGUAGE },
	{ "role.kind", WORDS_PERSON_ROLE },
	{ "partner.kind", WORDS_PARTNER_KIND },
	{ "phase.state", WORDS_PHASE_STATE },
	{ "phase_act.act", -1 },
	{ "milestone.key", -1 },
	{ "milestone.actual_precision", -1 },
	{ "milestone_plan.planned_precision", -1 },
	{ "submission.kind", -1 },
	{ "submission.lang", WORDS_LANGUAGE },
	{ "submission.channel", WORDS_CHANNEL },
	{ "submission.state", WORDS_SUBMISSION_STATE },
	{ "submission_act.act", WORDS_SUBMISSION_ACT },
	{ "import_row.verdict", WORDS_IMPORT_VERDICT },
	{ "round.kind", -1 },
	{ "round.state", WORDS_ROUND_STATE },
	{ "round.method", WORDS_METHOD },
	{ "round.conflict_scope", WORDS_SCOPE },
	{ "round_act.act", WORDS_ROUND_ACT },
	{ "import_batch.date_order", -1 },
	{ "panel_member.state", WORDS_MEMBER_STATE },
	{ "conflict.state", WORDS_CONFLICT_STATE },
	{ "conflict.decided_by", -1 },
	{ "conflict.found_in", -1 },
	{ "hint.kind", WORDS_HINT },
	{ "hint.state", WORDS_HINT_STATE },
	{ "review.state", WORDS_REVIEW_STATE },
	{ "planned_range.key", WORDS_RANGE },
	{ "published_figure.key", WORDS_FIGURE },
	{ "team.kind", WORDS_TEAM_KIND },
	{ "team.state", WORDS_TEAM_STATE },
	{ "team_act.act", WORDS_TEAM_ACT },
	{ "blind_act.act", -1 },
	{ "draw_seed.purpose", -1 },
	{ "round_item.part", -1 },
	{ "attachment.publicity", WORDS_PUBLICITY },
	{ "mentoring_session.state", WORDS_SESSION_STATE },
	{ "session_act.act", WORDS_SESSION_ACT },
	{ "session_team.state", WORDS_ATTENDANCE },
	{ "session_note.kind", WORDS_NOTE_KIND },
	{ "negotiation.state", WORDS_NEGOTIATION_STATE },
	{ "negotiation_act.act", -1 },
	{ "contract.state", WORDS_CONTRACT_STATE },
	{ "payment.state", WORDS_PAYMENT_STATE },
	{ "adoption.state", WORDS_ADOPTION_STATE },
	{ "service.channel", WORDS_SERVICE },
	{ "info_request.channel", WORDS_REQUEST_CHANNEL },
	{ "info_request.standing", WORDS_REQUESTER },
	{ "info_request.extent", WORDS_EXTENT },
	{ "complaint.kind", WORDS_COMPLAINT_KIND },
	{ "complaint.outcome", WORDS_COMPLAINT_OUTCOME },
	{ "complaint.interim", WORDS_INTERIM },
	{ "complaint.effect", WORDS_EFFECT },
	{ "decision.correction_kind", WORDS_CORRECTION },
	{ "regime.holds", WORDS_HOLDS },
	{ "regime_setting.name", WORDS_REGIME_SETTING },
	{ "decision.kind", WORDS_DECISION_KIND },
	{ "decision.state", WORDS_DECISION_STATE },
	{ "decision.lang", WORDS_LANGUAGE },
	{ "decision.form", WORDS_MEETING_FORM },
	{ "decision_person.presence", WORDS_PRESENCE },
	{ "decision_item.outcome", WORDS_OUTCOME },
	{ "decision_content.decider_kind", WORDS_DECIDER_KIND },
	{ "decision_text.part", WORDS_DECISION_PART },
	{ "meeting_person.role", WORDS_HEARD },
	{ "meeting_absence.decided_by", -1 },
	{ "meeting_ballot.choice", WORDS_VOTE },
	{ "meeting_remark.kind", WORDS_REMARK },
	{ "register_merge.kind", -1 },
	{ "second_act.kind", -1 },
	{ "second_act.state", -1 },
	{ "signature.how", WORDS_SIGNING },
	{ "signature.level", WORDS_SIGNING_LEVEL },
	{ "challenge.procurement", WORDS_PROCUREMENT_KIND },
	{ "eligibility_question.kind", WORDS_SUBMISSION_KIND },
	{ "eligibility_answer.outcome", WORDS_ELIGIBILITY },
	{ "letter_template.kind", WORDS_LETTER_KIND },
	{ "letter_template.lang", WORDS_LANGUAGE },
	{ "letter.kind", WORDS_LETTER_KIND },
	{ "letter.channel", WORDS_LETTER_CHANNEL },
	{ "letter.language", WORDS_LETTER_LANGUAGE },
	{ "letter.leading", WORDS_LANGUAGE },
	{ "letter.rule", WORDS_LETTER_RULE },
	{ "letter.state", WORDS_LETTER_STATE },
	{ "threshold.kind", WORDS_THRESHOLD_KIND },
	{ "threshold.object", WORDS_PROCUREMENT_KIND },
	{ "notice.kind", WORDS_NOTICE_KIND },
	{ "publication.stage", WORDS_PAGE_STAGE },
	{ "publication.lang", WORDS_PAGE_LANGUAGE },
	{ "supplier_check.kind", WORDS_SUPPLIER_CHECK },
	{ "supplier_check.outcome", WORDS_CHECK_OUTCOME },
	{ "contract.licence_kind", WORDS_LICENCE_KIND },
	{ "contract.change_ground", WORDS_CHANGE_GROUND },
	{ "contract_person.part", WORDS_CONTRACT_PART },
	{ "juror_fitness.independent", WORDS_KNOWN },
	{ "juror_fitness.qualified", WORDS_KNOWN },
};

/* Vocabularies that hold more than any column does, and what else. */
static bool holds_more(const char *column, enum vocabulary vocabulary)
{
	switch ((int)vocabulary) {
	case WORDS_LANGUAGE: /* a municipality's name is Finnish or Swedish */
		return strcmp(column, "municipality_name.lang") == 0;
	case WORDS_REVIEW_STATE:   /* none, draft, barred, abstained: there is no review then */
	case WORDS_IMPORT_VERDICT: /* late, duplicate: counted, not kept */
		return true;
	}
	return false;
}

/* Codes that stand in the file; "" stands for none. */
static size_t vocabulary_size(enum vocabulary vocabulary)
{
	const char *code;
	size_t n = 0;

	for (size_t i = 0; (code = text_code(vocabulary, i)) != NULL; i++)
		n += *code != '\0' ? 1 : 0;
	return n;
}

/* The words for one "column IN ('a', 'b')" of the schema; returns where it ends. */
static const char *check_codes(const char *table, const char *column, const char *list)
{
	char name[100], code[60];
	size_t i = 0, n = 0;

	snprintf(name, sizeof(name), "%s.%s", table, column);
	while (i < LEN(coded) && strcmp(coded[i].column, name) != 0)
		i++;
	if (i == LEN(coded))
		stop_test("%s has codes the test does not know", name);
	for (; *list != ')'; list++) {
		if (*list != '\'')
			continue;
		snprintf(code, sizeof(code), "%.*s", (int)strcspn(list + 1, "'"), list + 1);
		if (coded[i].vocabulary >= 0 && *code != '\0' &&
			!in_vocabulary((enum vocabulary)coded[i].vocabulary, code))
			stop_test("%s: no word for %s", name, code);
		n += *code != '\0' ? 1 : 0;
		list += strlen(code) + 1;
	}
	if (coded[i].vocabulary >= 0 &&
		n != vocabulary_size((enum vocabulary)coded[i].vocabulary) &&
		!holds_more(name, (enum vocabulary)coded[i].vocabulary))
		stop_test("%s: the schema does not know all the codes of its list", name);
	return list;
}

static void every_code_of_the_schema_is_in_a_vocabulary(void **state)
{
	char table[60] = "", column[60];
	size_t found = 0;

	(void)state;
	for (const char *at = schema_text; *at != '\0'; at++) {
		if (strncmp(at, "CREATE TABLE ", 13) == 0)
			snprintf(table, sizeof(table), "%.*s", (int)strcspn(at + 13, " "), at + 13);
		/* A list of codes; with brackets in it, it is a rule between columns. */
		if (strncmp(at, "CHECK (", 7) != 0 || at[7 + strcspn(at + 7, "()")] == '(')
			continue;
		const char *end = at + 7 + strcspn(at + 7, " ");
		if (strncmp(end, " = '", 4) != 0)
			continue;
		snprintf(column, sizeof(column), "%.*s", (int)(end - at - 7), at + 7);
		at = check_codes(table, column, end + 3);
		found++;
	}
	assert_int_equal(LEN(coded), found);
}

/* What is in no list is none of them. */
static void codes_are_read(void **state)
{
	(void)state;
	assert_int_equal(team_state_of("withdrawn"), TEAM_STATE_WITHDRAWN);
	assert_int_equal(team_state_of("applied"), TEAM_STATE_APPLIED);
	assert_int_equal(team_state_of("winner"), TEAM_STATE_WINNER);
	assert_int_equal(team_state_of("Winner"), TEAM_STATE_UNKNOWN);
	assert_int_equal(team_state_of(""), TEAM_STATE_UNKNOWN);
}

static void every_error_says_something(void **state)
{
	char english[600], text[600];

	(void)state;
	for (int code = E_DENIED; code < E_CANCELLED; code++) {
		struct error e = { (enum errcode)code, "title", 3, 20 };

		if (code == E_RULE || code == E_REASON || code == E_TOO_EARLY || code == E_HELD)
			e.field = "A phase must close after it opens.";
		i18n_use("en");
		text_error(e, english, sizeof(english));
		for (size_t l = 0; l < 2; l++) {
			i18n_use(languages[l]);
			text_error(e, text, sizeof(text));
			if (strlen(text) < 10 || strcmp(text, english) == 0 ||
				strstr(text, "%") != NULL)
				stop_test("error %d in %s: %s", code, languages[l], text);
		}
		assert_true(strlen(english) >= 10);
	}
	i18n_use("en");
	text_error((struct error){ E_TOO_LONG, "title", 20001, 10000 }, text, sizeof(text));
	assert_string_equal(
		"Title: 20\u00A0001 characters are too many, 10\u00A0000 fit. Nothing was cut off.",
		text);
	text_error((struct error){ E_TOO_LONG, "title", 20001, 10000 }, text, 9);
	assert_string_equal("Title: 2", text);
	text_error(fail(E_EXISTS, "file"), text, sizeof(text));
	assert_non_null(strstr(text, "nothing was overwritten"));
	text_error(ok(), text, sizeof(text));
	assert_string_equal("", text);
	text_error(fail(E_CANCELLED, NULL), text, sizeof(text));
	assert_string_equal("", text);
}

static void a_code_that_is_none_hears_which_there_are(void **state)
{
	char text[400];

	(void)state;
	text_error(input_code("channel", WORDS_CHANNEL, "e-mail"), text, sizeof(text));
	for (size_t i = 0; text_code(WORDS_CHANNEL, i) != NULL; i++)
		assert_non_null(strstr(text, text_code(WORDS_CHANNEL, i)));
	text_error(fail(E_INVALID, "channel"), text, sizeof(text));
	assert_null(strstr(text, text_code(WORDS_CHANNEL, 0)));
}

static void a_missing_language_falls_back(void **state)
{
	bool fallback = true;

	(void)state;
	i18n_use("sv");
	assert_string_equal("ruotsi", i18n_pick("suomi", "ruotsi", "", &fallback));
	assert_false(fallback);
	assert_string_equal("suomi", i18n_pick("suomi", "", "", &fallback));
	assert_true(fallback);
	assert_string_equal("en", i18n_pick(NULL, NULL, "en", NULL));
	assert_string_equal("", i18n_pick("", NULL, "", &fallback));
	i18n_use("de"); /* ignored */
	assert_string_equal("sv", i18n_lang());
	i18n_use("../../evil");
	assert_string_equal("sv", i18n_lang());
	i18n_use("en");
}

static void the_environment_names_a_language(void **state)
{
	static const struct {
		const char *all, *messages, *lang, *guess;
	} cases[] = {
		{ "", "", "fi_FI.UTF-8", "fi" },
		{ "", "sv_FI.UTF-8", "fi_FI.UTF-8", "sv" },
		{ "en_GB", "sv", "fi", "en" },
		{ "C.UTF-8", "", "fi_FI.UTF-8", "en" },
		{ "", "", "", "en" },
		{ "", "", "de_DE.UTF-8", "en" },
		{ "", "", "fil_PH.UTF-8", "en" },
		{ "fi@euro", "", "", "fi" },
		{ "sv.UTF-8", "", "", "sv" },
	};

	(void)state;
	for (size_t i = 0; i < LEN(cases); i++) {
		setenv("LC_ALL", cases[i].all, 1);
		setenv("LC_MESSAGES", cases[i].messages, 1);
		setenv("LANG", cases[i].lang, 1);
		assert_string_equal(cases[i].guess, i18n_guess());
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(times_as_people_write_them),
		TEST(times_as_programs_print_them),
		TEST_FILE(months_by_name),
		TEST(which_number_is_the_day),
		TEST(days_numbered_by_spreadsheets),
		TEST(no_times),
		TEST(hours_that_summer_time_moves),
		TEST(times_read_as_the_language_has_them),
		TEST(coarse_times_come_back_as_typed),
		TEST(distances_count_days),
		TEST(every_code_has_words),
		TEST(every_code_of_the_schema_is_in_a_vocabulary),
		TEST(codes_are_read),
		TEST(every_error_says_something),
		TEST(a_code_that_is_none_hears_which_there_are),
		TEST(a_missing_language_falls_back),
		TEST(the_environment_names_a_language),
	};

	fixture_languages();
	return RUN(tests);
}
