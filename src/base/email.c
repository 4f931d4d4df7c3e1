/* SPDX-License-Identifier: MIT */
#include "src/base/email.h"

#include <string.h>

#include "db/base/error.h"
#include "db/base/utf8.h"

/* RFC 5321, 4.5.3.1; RFC 1035, 2.3.4 */
enum { LOCAL_MAX = 64, ADDRESS_MAX = 254, LABEL_MAX = 63 };

static bool is_ascii(const char *text, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if ((unsigned char)text[i] > '~')
			return false;
	return true;
}

static bool is_alphanumeric(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* A dot-string; what begins with a hyphen would be an option to the program that sends it. */
static bool is_local(const char *text, size_t n)
{
	if (n == 0 || n > LOCAL_MAX || *text == '-' || *text == '.' || text[n - 1] == '.')
		return false;
	for (size_t i = 0; i < n; i++) {
		bool dot = text[i] == '.' && text[i - 1] != '.';
		bool other = (unsigned char)text[i] > '~' ||
			     strchr("!#$%&'*+-/=?^_`{|}~", text[i]) != NULL;

		if (!dot && !other && !is_alphanumeric(text[i]))
			return false;
	}
	return true;
}

static bool is_label(const char *text, size_t n)
{
	if (n == 0 || n > LABEL_MAX || *text == '-' || text[n - 1] == '-')
		return false;
	for (size_t i = 0; i < n; i++)
		if (!is_alphanumeric(text[i]) && text[i] != '-' && (unsigned char)text[i] <= '~')
			return false;
	return true;
}

static bool is_domain(const char *text)
{
	int labels = 0;

	for (;; labels++) {
		size_t n = strcspn(text, ".");

		if (!is_label(text, n))
			return false;
		if (text[n] == '\0')
			return labels > 0;
		text += n + 1;
	}
}

const char *email_reason(const char *text)
{
	struct arena arena = { 0 };
	const char *at = strchr(text, '@'), *reason = "email";

	if (at == NULL || !is_local(text, (size_t)(at - text)) || !is_domain(at + 1))
		return "email";
	/* In ASCII a label may be too long that was not before. */
	const char *ascii = email_in_ascii(&arena, text);
	if (strlen(ascii) <= ADDRESS_MAX && is_domain(strchr(ascii, '@') + 1))
		reason = is_ascii(text, (size_t)(at - text)) ? NULL : "email_local";
	arena_clear(&arena);
	return reason;
}

bool is_email(const char *text)
{
	return email_reason(text) == NULL;
}

/* --- Punycode: RFC 3492, 5 and 6; its own names for its own numbers */

enum { BASE = 36, TMIN = 1, TMAX = 26, SKEW = 38, DAMP = 700, INITIAL_BIAS = 72, INITIAL_N = 128 };

static uint32_t adapt(uint32_t delta, uint32_t points, bool first)
{
	uint32_t k = 0;

	delta = first ? delta / DAMP : delta / 2;
	delta += delta / points;
	for (; delta > (BASE - TMIN) * TMAX / 2; k += BASE)
		delta /= BASE - TMIN;
	return k + (BASE - TMIN + 1) * delta / (delta + SKEW);
}

static void put_digits(struct buffer *out, uint32_t number, uint32_t bias)
{
	static const char digits[] = "abcdefghijklmnopqrstuvwxyz0123456789";

	for (uint32_t k = BASE;; k += BASE) {
		uint32_t least = k <= bias ? TMIN : k >= bias + TMAX ? TMAX : k - bias;

		if (number < least)
			break;
		buffer_add(out, &digits[least + (number - least) % (BASE - least)], 1);
		number = (number - least) / (BASE - least);
	}
	buffer_add(out, &digits[number], 1);
}

/* The least code point that is at least `from`. */
static uint32_t next_point(const uint32_t *points, size_t n, uint32_t from)
{
	uint32_t least = UINT32_MAX;

	for (size_t i = 0; i < n; i++)
		if (points[i] >= from && points[i] < least)
			least = points[i];
	return least;
}

static void put_others(struct buffer *out, const uint32_t *points, size_t n, size_t basic)
{
	uint32_t delta = 0, bias = INITIAL_BIAS, from = INITIAL_N;

	for (size_t done = basic; done < n;) {
		uint32_t next = next_point(points, n, from);

		delta += (next - from) * (uint32_t)(done + 1);
		for (size_t i = 0; i < n; i++) {
			if (points[i] < next)
				delta++;
			if (points[i] != next)
				continue;
			put_digits(out, delta, bias);
			bias = adapt(delta, (uint32_t)(done + 1), done == basic);
			delta = 0;
			done++;
		}
		delta++;
		from = next + 1;
	}
}

static void put_label(struct buffer *out, const char *label, size_t bytes)
{
	uint32_t points[LABEL_MAX];
	size_t n = 0, basic = 0;

	for (const char *at = label; at < label + bytes && n < LABEL_MAX; n++)
		at += utf8_decode(at, &points[n]);
	buffer_text(out, "xn--");
	for (size_t i = 0; i < n; i++)
		if (points[i] < INITIAL_N) {
			char c = (char)points[i];

			buffer_add(out, &c, 1);
			basic++;
		}
	buffer_text(out, basic > 0 ? "-" : "");
	put_others(out, points, n, basic);
}

const char *email_in_ascii(struct arena *arena, const char *address)
{
	struct buffer out = { 0 };
	const char *domain = strchr(address, '@') + 1;

	buffer_add(&out, address, (size_t)(domain - address));
	if (!is_ascii(domain, strlen(domain)))
		domain = utf8_fold(arena, domain);
	while (*domain != '\0') {
		size_t n = strcspn(domain, ".");

		if (is_ascii(domain, n))
			buffer_add(&out, domain, n);
		else
			put_label(&out, domain, n);
		buffer_text(&out, domain[n] == '.' ? "." : "");
		domain += n + (domain[n] == '.' ? 1 : 0);
	}
	const char *ascii = arena_bytes(arena, out.text, out.length);
	buffer_clear(&out);
	return ascii;
}
