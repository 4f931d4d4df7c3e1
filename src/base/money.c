/* SPDX-License-Identifier: MIT */
#include "src/base/money.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "src/base/blank.h"
#include "src/base/i18n.h"
#include "src/base/text.h"

enum { CENTS = 100, EUROS_DIGITS = 15, TEXT_MAX = 60 };

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The currency's sign or name; bytes, 0 if there is none. */
static size_t currency_at(const char *text)
{
	static const char *const names[] = { "\342\202\254", "euroa", "euron", "euros", "euro",
		"eur", "e" };

	for (size_t i = 0; i < LEN(names); i++)
		if (strncasecmp(text, names[i], strlen(names[i])) == 0)
			return strlen(names[i]);
	return 0;
}

/* What stands between the groups of three digits. */
enum grouping { GROUPS_NONE, GROUPS_BLANK, GROUPS_POINT, GROUPS_COMMA };

struct amount {
	int64_t euros, cents;
	size_t groups; /* three digits behind a blank, a point or a comma */
	size_t digits; /* of the first group */
	enum grouping grouping;
};

/* A blank, a point or a comma before three digits and no fourth; bytes of it, 0 if there is none.
 */
static size_t group_at(const char *text, enum grouping *grouping)
{
	size_t blank = blank_at(text);
	size_t n = blank > 0 ? blank : *text == '.' || *text == ',' ? 1 : 0;

	if (n == 0 || !is_digit(text[n]) || !is_digit(text[n + 1]) || !is_digit(text[n + 2]) ||
		is_digit(text[n + 3]))
		return 0;
	*grouping = blank > 0 ? GROUPS_BLANK : *text == '.' ? GROUPS_POINT : GROUPS_COMMA;
	return n;
}

static const char *read_digits(const char *text, size_t most, int64_t *number, size_t *n)
{
	for (*n = 0; is_digit(*text); (*n)++) {
		if (*n == most)
			return NULL;
		*number = *number * 10 + (*text++ - '0');
	}
	return *n == 0 ? NULL : text;
}

/* Digits, alone or in groups: one to three, then three each, with one sign between all. */
static const char *read_euros(const char *text, struct amount *a)
{
	enum grouping grouping = GROUPS_NONE;
	size_t n, ignored;

	text = read_digits(text, EUROS_DIGITS, &a->euros, &a->digits);
	while (text != NULL && a->digits <= 3 && (n = group_at(text, &grouping)) > 0 &&
		(a->groups == 0 || grouping == a->grouping)) {
		a->grouping = grouping;
		if (++a->groups * 3 > EUROS_DIGITS - 3)
			return NULL;
		text = read_digits(text + n, 3, &a->euros, &ignored);
	}
	return text;
}

static bool is_dash(const char *text, size_t *n)
{
	size_t minus = minus_at(text);

	*n = minus > 0 ? minus : strncmp(text, "\u2013", 3) == 0 ? 3 : 0;
	return *n > 0;
}

/* Cents, where a program prints more of them than two: the rest must be zeros. */
static const char *read_decimals(const char *text, struct amount *a)
{
	size_t n = strspn(text, "0123456789");

	if (n == 0)
		return NULL;
	a->cents = (text[0] - '0') * 10 + (n > 1 ? text[1] - '0' : 0);
	for (size_t i = 2; i < n; i++)
		if (text[i] != '0')
			return NULL;
	return text + n;
}

/* ",5" ",50" ".50" ":50" ",-" ",–" or nothing. */
static const char *read_cents(const char *text, struct amount *a)
{
	size_t dash;

	if (*text != ',' && *text != '.' && *text != ':')
		return text;
	if ((*text == '.' && a->grouping == GROUPS_POINT) ||
		(*text == ',' && a->grouping == GROUPS_COMMA))
		return NULL;
	if (is_dash(text + 1, &dash))
		return text + 1 + dash;
	return read_decimals(text + 1, a);
}

/* Three digits behind a lone point or comma may be thousands or decimals; no sign tells. */
static bool is_two_numbers(const struct amount *a, const char *rest)
{
	return a->groups == 1 && (a->grouping == GROUPS_POINT || a->grouping == GROUPS_COMMA) &&
	       *rest != (a->grouping == GROUPS_POINT ? ',' : '.') && *rest != ':';
}

struct error money_parse(const char *field, const char *text, int64_t *cents)
{
	struct amount amount = { 0 };
	const char *at = blank_skip(text == NULL ? "" : text);

	if (*at == '\0')
		return fail(E_REQUIRED, field);
	size_t before = currency_at(at);
	at = blank_skip(at + before);
	at = read_euros(at + (*at == '+' ? 1 : 0), &amount);
	if (at != NULL)
		at = is_two_numbers(&amount, at) ? NULL : read_cents(at, &amount);
	if (at == NULL)
		return fail(E_MONEY, field);
	at = blank_skip(at);
	if (before == 0)
		at = blank_skip(at + currency_at(at));
	if (*at != '\0')
		return fail(E_MONEY, field);
	if (amount.euros > MONEY_MAX / CENTS || amount.euros * CENTS + amount.cents > MONEY_MAX)
		return (struct error){ .code = E_RANGE, .field = field, .high = MONEY_MAX / CENTS };
	*cents = amount.euros * CENTS + amount.cents;
	return ok();
}

/* "25,5", "25,50", "25,500": the zeros say nothing. */
static const char *read_tenths(const char *at, int64_t *vat)
{
	size_t n;

	if (*at != ',' && *at != '.')
		return at;
	n = strspn(at + 1, "0123456789");
	if (n == 0 || strspn(at + 2, "0") < n - 1)
		return NULL;
	*vat += at[1] - '0';
	return at + 1 + n;
}

struct error vat_parse(const char *field, const char *text, int64_t *tenths)
{
	struct error range = { .code = E_RANGE, .field = field, .low = 0, .high = VAT_MAX / 10 };
	const char *at = blank_skip(text == NULL ? "" : text);
	int64_t vat = 0;
	size_t digits;

	at = read_digits(at, 3, &vat, &digits);
	vat *= 10;
	if (at != NULL)
		at = read_tenths(at, &vat);
	if (at == NULL)
		return fail(E_PERCENT, field);
	at = blank_skip(at);
	if (*at == '%')
		at = blank_skip(at + 1);
	if (*at != '\0')
		return fail(E_PERCENT, field);
	if (vat > VAT_MAX)
		return range;
	*tenths = vat;
	return ok();
}

struct error money_gross(int64_t net, int64_t vat, int64_t *gross)
{
	struct error e = { .code = E_RANGE, .field = "gross", .high = MONEY_MAX / CENTS };
	int64_t tax, sum;

	if (net < 0 || vat < 0 || vat > VAT_MAX || __builtin_mul_overflow(net, vat, &tax) ||
		__builtin_add_overflow(tax, VAT_MAX / 2, &tax) ||
		__builtin_add_overflow(net, tax / VAT_MAX, &sum))
		return e;
	*gross = sum;
	return ok();
}

struct error money_add(int64_t *sum, int64_t cents)
{
	int64_t total;

	if (__builtin_add_overflow(*sum, cents, &total))
		return (struct error){ .code = E_RANGE, .field = "net", .high = MONEY_MAX / CENTS };
	*sum = total;
	return ok();
}

/* Without the sign of the currency: "-1 250,05". */
static void amount(int64_t cents, bool always_cents, char *out, size_t size)
{
	uint64_t value = cents < 0 ? 0 - (uint64_t)cents : (uint64_t)cents;
	const char *minus = cents < 0 ? "−" : "";
	char euros[TEXT_MAX];

	text_count((int64_t)(value / CENTS), euros, sizeof(euros));
	if (value % CENTS == 0 && !always_cents)
		snprintf(out, size, "%s%s", minus, euros);
	else
		snprintf(out, size, "%s%s%c%02d", minus, euros, *C_("decimal sign", "."),
			(int)(value % CENTS));
}

void money_text(int64_t cents, char *out, size_t size)
{
	char text[TEXT_MAX];

	amount(cents, true, text, sizeof(text));
	snprintf(out, size, "%s\302\240€", text);
}

void money_text_short(int64_t cents, char *out, size_t size)
{
	char text[TEXT_MAX];

	amount(cents, false, text, sizeof(text));
	snprintf(out, size, "%s\302\240€", text);
}

void money_field(int64_t cents, char *out, size_t size)
{
	amount(cents, true, out, size);
}

void money_plain(int64_t cents, char *out, size_t size)
{
	uint64_t value = cents < 0 ? 0 - (uint64_t)cents : (uint64_t)cents;

	snprintf(out, size, "%s%" PRIu64 ".%02d", cents < 0 ? "-" : "", value / CENTS,
		(int)(value % CENTS));
}

static void percent(int64_t tenths, char sign, char *out, size_t size)
{
	if (tenths % 10 == 0)
		snprintf(out, size, "%d", (int)(tenths / 10));
	else
		snprintf(out, size, "%d%c%d", (int)(tenths / 10), sign, (int)(tenths % 10));
}

void vat_text(int64_t tenths, char *out, size_t size)
{
	char text[TEXT_MAX];

	vat_field(tenths, text, sizeof(text));
	/* TRANSLATORS: a percentage; a no-break space stands before the sign: "25,5 %". */
	snprintf(out, size, C_("percentage", "%s%%"), text);
}

void vat_field(int64_t tenths, char *out, size_t size)
{
	percent(tenths, *C_("decimal sign", "."), out, size);
}

void vat_plain(int64_t tenths, char *out, size_t size)
{
	percent(tenths, '.', out, size);
}
