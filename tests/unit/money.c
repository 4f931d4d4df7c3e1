/* SPDX-License-Identifier: MIT
 * Amounts as people type and read them; VAT; nothing is ever rounded away or overflows. */
#define TEST_NAME "money"
#include "tests/unit/fixture.h"

#include "src/base/i18n.h"
#include "src/base/money.h"
#include "src/base/text.h"

#define NBSP "\302\240"

static const struct {
	const char *typed;
	int64_t cents;
} readable[] = {
	{ "0", 0 },
	{ "1", 100 },
	{ "250000", 25000000 },
	{ "250 000", 25000000 },
	{ " 250 000 ", 25000000 },
	{ "250" NBSP "000", 25000000 },
	{ "250\342\200\257000", 25000000 }, /* U+202F, as glibc writes it */
	{ "250\342\200\211000", 25000000 }, /* U+2009 */
	{ "1 000 000", 100000000 },
	{ "250000,50", 25000050 },
	{ "250 000,50 €", 25000050 },
	{ "250 000,50" NBSP "€", 25000050 },
	{ "250000.50", 25000050 },
	{ "250000.00", 25000000 },
	{ "0,5", 50 },
	{ "0.05", 5 },
	{ "007", 700 },
	{ "€ 12", 1200 },
	{ "EUR 1 000", 100000 },
	{ "12 eur", 1200 },
	{ "12 euroa", 1200 },
	{ "12euro", 1200 },
	{ "250,-", 25000 },
	{ "12 345 678,90", 1234567890 },
	{ "10 000 000 000", 1000000000000 },
	/* as text, letters and spreadsheets have it */
	{ "1 234 567,–", 123456700 },
	{ "1 234 567,−", 123456700 },
	{ "1 234 567,50e", 123456750 },
	{ "50e", 5000 },
	{ "+1 234 567,50", 123456750 },
	{ "+5", 500 },
	{ "1 234 567:50", 123456750 },
	{ "1234567,500", 123456750 },
	{ "1 000,500", 100050 },
	{ "25,5000", 2550 },
	{ "1.234.567,50", 123456750 },
	{ "1.234.567", 123456700 },
	{ "1,234,567.50", 123456750 },
	{ "1.000,50", 100050 },
	{ "1,000.50", 100050 },
};

static const char *const unreadable[] = {
	/* one thousand, or one? */
	"1.000",
	"1,000",
	"250.000",
	"0,005",
	/* groups that are none */
	"25 00",
	"2500 00",
	"1 0000",
	"1 00 000",
	"1  000",
	"1 000 00",
	"10 00,50",
	"-5",
	"−5",
	"- 5",
	",50",
	".50",
	"5,",
	"5.",
	"5,0 0",
	"5,-0",
	"1e6",
	"0x10",
	"12a",
	"a12",
	"12 € €",
	"€ 12 €",
	"12 $",
	"12,50,00",
	"tuhat",
	"1/2",
	"١٢",
	"12\n",
	"12\t3",
	"€",
	"12'000",
	"1,2 milj. €",
	"1.000.00",
	"1.000 000",
	"1,000.000.000",
	"50,505",
	"50ee",
	"++5",
	"+-5",
	"9999999999999999",
	"99999999999999999999999999",
};

static void reads_what_is_typed(void **state)
{
	(void)state;
	for (size_t i = 0; i < LEN(readable); i++) {
		int64_t cents = -1;
		struct error e = money_parse("net", readable[i].typed, &cents);

		if (e.code != E_OK || cents != readable[i].cents)
			stop_test("'%s' gave error %d, %lld", readable[i].typed, (int)e.code,
				(long long)cents);
	}
}

static void refuses_what_is_ambiguous(void **state)
{
	(void)state;
	for (size_t i = 0; i < LEN(unreadable); i++) {
		int64_t cents = -1;
		struct error e = money_parse("net", unreadable[i], &cents);

		if (e.code != E_MONEY || cents != -1 || strcmp(e.field, "net") != 0)
			stop_test("'%s' gave error %d, %lld", unreadable[i], (int)e.code,
				(long long)cents);
	}
}

static void refuses_nothing_and_too_much(void **state)
{
	int64_t cents = -1;

	(void)state;
	assert_fails(E_REQUIRED, money_parse("net", "", &cents));
	assert_fails(E_REQUIRED, money_parse("net", NULL, &cents));
	assert_fails(E_REQUIRED, money_parse("net", " " NBSP, &cents));
	assert_fails(E_RANGE, money_parse("net", "10 000 000 000,01", &cents));
	assert_fails(E_RANGE, money_parse("net", "999999999999999", &cents));
	assert_int_equal(cents, -1);
}

static void the_error_says_how_to_write_it(void **state)
{
	int64_t cents;
	char text[400];

	(void)state;
	i18n_use("en");
	text_error(money_parse("net", "1.000", &cents), text, sizeof(text));
	assert_non_null(strstr(text, "Net"));
	assert_non_null(strstr(text, "250 000,50"));
	text_error(
		(struct error){
			.code = E_CEILING, .field = "net", .low = 60000000, .high = 40000000 },
		text, sizeof(text));
	assert_non_null(strstr(text, "600" NBSP "000.00" NBSP "€"));
	assert_non_null(strstr(text, "400" NBSP "000.00" NBSP "€"));
}

static void vat_percentages(void **state)
{
	static const struct {
		const char *typed;
		int64_t tenths; /* -1: refused */
	} rows[] = {
		{ "24", 240 },
		{ "25,5", 255 },
		{ "25.5", 255 },
		{ "25,5 %", 255 },
		{ "24%", 240 },
		{ "25,50 %", 255 },
		{ "25,50" NBSP "%", 255 },
		{ "25,500", 255 },
		{ "25,505", -1 },
		{ "0", 0 },
		{ "100", 1000 },
		{ " 10 ", 100 },
		{ "", -1 },
		{ "100,1", -1 },
		{ "101", -1 },
		{ "-1", -1 },
		{ "25,55", -1 },
		{ "25,", -1 },
		{ "abc", -1 },
		{ "24 % alv", -1 },
		{ "1000", -1 },
	};

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		int64_t tenths = -1;
		struct error e = vat_parse("vat", rows[i].typed, &tenths);

		if (tenths != rows[i].tenths || (e.code == E_OK) != (rows[i].tenths >= 0))
			stop_test("'%s' gave error %d, %lld", rows[i].typed, (int)e.code,
				(long long)tenths);
	}
}

/* Worked out by hand: net, tenths of a percent, gross. */
/* Which is wrong, the size or the writing? */
static void a_percentage_is_told_what_is_wrong(void **state)
{
	int64_t tenths;

	(void)state;
	assert_fails(E_RANGE, vat_parse("vat", "100,1", &tenths));
	assert_fails(E_PERCENT, vat_parse("vat", "25,55 %", &tenths));
	assert_fails(E_PERCENT, vat_parse("vat", "paljon", &tenths));
}

static void gross_sums(void **state)
{
	static const int64_t rows[][3] = {
		{ 10000, 240, 12400 },       /* 100,00 + 24,00 */
		{ 1, 240, 1 },               /* 0,01 + 0,0024 */
		{ 2, 240, 2 },               /* 0,0048 */
		{ 3, 240, 4 },               /* 0,0072 */
		{ 10000050, 240, 12400062 }, /* 100 000,50 + 24 000,12 */
		{ 100, 255, 126 },           /* 1,00 + 0,255: half a cent up */
		{ 98, 255, 123 },            /* 0,2499 */
		{ 102, 255, 128 },           /* 0,2601 */
		{ 300, 255, 377 },           /* 0,765: half a cent up */
		{ 1, 500, 2 },               /* 0,005: half a cent up */
		{ 1, 499, 1 },               /* 0,00499 */
		{ 12345, 140, 14073 },       /* 17,283 */
		{ 12345, 100, 13580 },       /* 12,345: half a cent up */
		{ 0, 255, 0 },
		{ 99999, 0, 99999 },
		{ 99999, 1000, 199998 },
		{ 1000000000000, 255, 1255000000000 },
	};

	(void)state;
	for (size_t i = 0; i < LEN(rows); i++) {
		int64_t gross = -1;

		assert_ok(money_gross(rows[i][0], rows[i][1], &gross));
		assert_int_equal(gross, rows[i][2]);
	}
}

static void arithmetic_never_wraps(void **state)
{
	int64_t gross = -1, sum = INT64_MAX - 5;

	(void)state;
	assert_fails(E_RANGE, money_gross(INT64_MAX, 1, &gross));
	assert_fails(E_RANGE, money_gross(INT64_MAX / 1000 + 1, 1000, &gross));
	assert_fails(E_RANGE, money_gross(-1, 240, &gross));
	assert_fails(E_RANGE, money_gross(100, -1, &gross));
	assert_fails(E_RANGE, money_gross(100, 1001, &gross));
	assert_int_equal(gross, -1);
	assert_ok(money_add(&sum, 5));
	assert_int_equal(sum, INT64_MAX);
	assert_fails(E_RANGE, money_add(&sum, 1));
	assert_int_equal(sum, INT64_MAX);
	sum = INT64_MIN;
	assert_fails(E_RANGE, money_add(&sum, -1));
}

static void shown(void (*show)(int64_t, char *, size_t), int64_t cents, const char *wanted)
{
	char text[60];

	show(cents, text, sizeof(text));
	assert_string_equal(text, wanted);
}

static void shows_as_in_finland(void **state)
{
	(void)state;
	i18n_use("fi");
	shown(money_text, 25000000, "250" NBSP "000,00" NBSP "€");
	shown(money_text, 5, "0,05" NBSP "€");
	shown(money_text, 0, "0,00" NBSP "€");
	shown(money_text, 100000000, "1" NBSP "000" NBSP "000,00" NBSP "€");
	shown(money_text, -12345, "−123,45" NBSP "€");
	shown(money_text_short, 100000000, "1" NBSP "000" NBSP "000" NBSP "€");
	shown(money_text_short, 100000001, "1" NBSP "000" NBSP "000,01" NBSP "€");
	shown(vat_text, 255, "25,5" NBSP "%");
	shown(vat_text, 240, "24" NBSP "%");
	shown(vat_field, 255, "25,5");
	i18n_use("sv");
	shown(money_text, 25000050, "250" NBSP "000,50" NBSP "€");
	shown(vat_text, 255, "25,5" NBSP "%");
	i18n_use("en");
}

static void programs_get_plain_numbers(void **state)
{
	(void)state;
	i18n_use("fi");
	shown(money_plain, 25000000, "250000.00");
	shown(money_plain, 7, "0.07");
	shown(money_plain, -7, "-0.07");
	shown(money_plain, INT64_MAX, "92233720368547758.07");
	shown(money_plain, INT64_MIN, "-92233720368547758.08");
	shown(vat_plain, 255, "25.5");
	i18n_use("en");
}

/* What a field shows can be saved again unchanged. */
static void fields_read_back(void **state)
{
	static const int64_t amounts[] = { 0, 1, 99, 100, 99999, 100000, 123456789, 1000000000000 };
	static const char *const languages[] = { "fi", "sv", "en" };

	(void)state;
	for (size_t l = 0; l < LEN(languages); l++) {
		i18n_use(languages[l]);
		for (size_t i = 0; i < LEN(amounts); i++) {
			char text[60];
			int64_t cents = -1;

			money_field(amounts[i], text, sizeof(text));
			assert_ok(money_parse("net", text, &cents));
			assert_int_equal(cents, amounts[i]);
			money_text(amounts[i], text, sizeof(text));
			assert_ok(money_parse("net", text, &cents));
			assert_int_equal(cents, amounts[i]);
		}
		for (int64_t vat = 0; vat <= VAT_MAX; vat++) {
			char text[60];
			int64_t tenths = -1;

			vat_text(vat, text, sizeof(text));
			assert_ok(vat_parse("vat", text, &tenths));
			assert_int_equal(tenths, vat);
		}
	}
	i18n_use("en");
}

static int with_catalogs(void **state)
{
	(void)state;
	i18n_start();
	i18n_catalogs(getenv("KLASH_CATALOGS"), "");
	i18n_use("en");
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(reads_what_is_typed),
		TEST(refuses_what_is_ambiguous),
		TEST(refuses_nothing_and_too_much),
		TEST(the_error_says_how_to_write_it),
		TEST(vat_percentages),
		TEST(a_percentage_is_told_what_is_wrong),
		TEST(gross_sums),
		TEST(arithmetic_never_wraps),
		TEST(shows_as_in_finland),
		TEST(programs_get_plain_numbers),
		TEST(fields_read_back),
	};
	cmocka_set_message_output(CM_OUTPUT_TAP);
	return cmocka_run_group_tests_name(TEST_NAME, tests, with_catalogs, NULL);
}
