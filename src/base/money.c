/* SPDX-License-Identifier: MIT */
#include "src/base/money.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "src/base/i18n.h"
#include "src/base/text.h"

enum { CENTS = 100, EUROS_DIGITS = 15, TEXT_MAX = 60 };

/* The spaces that people and programs put between thousands: U+0020, U+00A0, U+202F, U+2009. Bytes
 * of the one at `text`, 0 if there is none. */
static size_t space_at(const char *text)
{
	static const char *const spaces[] = { " ", "\302\240", "\342\200\257", "\342\200\211" };

	for (size_t i = 0; i < LEN(spaces); i++)
		if (strncmp(text, spaces[i], strlen(spaces[i])) == 0)
			return strlen(spaces[i]);
	return 0;
}

static const char *skip_spaces(const char *text)
{
	for (size_t n; (n = space_at(text)) > 0;)
		text += n;
	return text;
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* The currency's sign or name; bytes, 0 if there is none. */
static size_t currency_at(const char *text)
{
	static const char *const names[] = { "\342\202\254", "euroa", "euron", "euros", "euro",
		"eur" };

	for (size_t i = 0; i < LEN(names); i++)
		if (strncasecmp(text, names[i], strlen(names[i])) == 0)
			return strlen(names[i]);
	return 0;
}

/* Digits, alone or in groups: one to three, then three each. NULL if they are grouped otherwise. */
static const char *read_euros(const char *text, int64_t *euros)
{
	size_t digits = 0, in_group = 0;
	bool grouped = false;

	*euros = 0;
	for (;;) {
		if (is_digit(*text)) {
			if (++digits > EUROS_DIGITS)
				return NULL;
			*euros = *euros * 10 + (*text++ - '0');
			in_group++;
			continue;
		}
		size_t space = space_at(text);
		if (grouped ? in_group != 3 : (space > 0 && is_digit(text[space]) && in_group > 3))
			return NULL;
		if (space == 0 || !is_digit(text[space]))
			break;
		grouped = true;
		in_group = 0;
		text += space;
	}
	return digits == 0 ? NULL : text;
}

/* ",5" ",50" ".50" ",-" or nothing; NULL for three digits, which may be thousands. */
static const char *read_cents(const char *text, int64_t *cents)
{
	*cents = 0;
	if (*text != ',' && *text != '.')
		return text;
	text++;
	if (*text == '-')
		return text + 1;
	if (!is_digit(*text))
		return NULL;
	*cents = (*text++ - '0') * 10;
	if (is_digit(*text))
		*cents += *text++ - '0';
	return is_digit(*text) ? NULL : text;
}

struct error money_parse(const char *field, const char *text, int64_t *cents)
{
	int64_t euros, rest;
	const char *at = skip_spaces(text == NULL ? "" : text);

	if (*at == '\0')
		return fail(E_REQUIRED, field);
	size_t before = currency_at(at);
	at = read_euros(skip_spaces(at + before), &euros);
	if (at != NULL)
		at = read_cents(at, &rest);
	if (at == NULL)
		return fail(E_MONEY, field);
	at = skip_spaces(at);
	if (before == 0)
		at = skip_spaces(at + currency_at(at));
	if (*at != '\0')
		return fail(E_MONEY, field);
	if (euros > MONEY_MAX / CENTS || euros * CENTS + rest > MONEY_MAX)
		return (struct error){ .code = E_RANGE, .field = field, .high = MONEY_MAX / CENTS };
	*cents = euros * CENTS + rest;
	return ok();
}

struct error vat_parse(const char *field, const char *text, int64_t *tenths)
{
	struct error e = { .code = E_RANGE, .field = field, .low = 0, .high = VAT_MAX / 10 };
	const char *at = skip_spaces(text == NULL ? "" : text);
	int64_t vat = 0;

	if (!is_digit(*at))
		return e;
	for (size_t digits = 0; is_digit(*at); digits++) {
		if (digits == 3)
			return e;
		vat = vat * 10 + (*at++ - '0');
	}
	vat *= 10;
	if (*at == ',' || *at == '.') {
		if (!is_digit(at[1]) || is_digit(at[2]))
			return e;
		vat += at[1] - '0';
		at += 2;
	}
	at = skip_spaces(at);
	if (*at == '%')
		at = skip_spaces(at + 1);
	if (*at != '\0' || vat > VAT_MAX)
		return e;
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
