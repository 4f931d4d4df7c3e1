/* SPDX-License-Identifier: MIT */
#include "src/base/input.h"

#include <string.h>

#include "src/base/email.h"
#include "src/base/i18n.h"

static struct error fault_error(enum text_fault fault, const char *field)
{
	switch (fault) {
	case TEXT_GOOD:
		return ok();
	case TEXT_BAD_UTF8:
	case TEXT_NUL:
		return fail(E_INVALID, field);
	case TEXT_CONTROL:
		return rule(N_("The text contains control characters. Remove them and try again."));
	case TEXT_BIDI:
	case TEXT_INVISIBLE:
		return rule(
			N_("The text contains invisible characters that could mislead its reader. "
			   "Remove them and try again."));
	case TEXT_MARKS:
		return rule(N_("The text has too many combining marks on one letter."));
	}
	return ok();
}

static struct error input(struct arena *arena, const char *field, const char *text, size_t max,
	bool required, enum text_kind kind, const char **clean)
{
	if (text == NULL)
		text = "";
	TRY(fault_error(utf8_check(text, strlen(text)), field));
	*clean = utf8_clean(arena, text, kind);
	if (required && **clean == '\0')
		return fail(E_REQUIRED, field);
	size_t length = utf8_length(*clean);
	if (length > max)
		return (struct error){ .code = E_TOO_LONG,
			.field = field,
			.low = (int64_t)length,
			.high = (int64_t)max };
	return ok();
}

struct error input_line(struct arena *arena, const char *field, const char *text, size_t max,
	bool required, const char **clean)
{
	return input(arena, field, text, max, required, TEXT_LINE, clean);
}

struct error input_lines(struct arena *arena, const char *field, const char *text, size_t max,
	bool required, const char **clean)
{
	return input(arena, field, text, max, required, TEXT_LINES, clean);
}

struct error input_email(
	struct arena *arena, const char *field, const char *text, const char **clean)
{
	TRY(input_line(arena, field, text, FIELD_MAX, false, clean));
	const char *reason = **clean == '\0' ? NULL : email_reason(*clean);
	if (reason == NULL)
		return ok();
	if (strcmp(reason, "email_local") == 0)
		return rule(N_("The part of the e-mail address before the @ has letters such as ä "
			       "or å. Letters do not arrive at such an address; ask for another "
			       "one."));
	return fail(E_INVALID, field);
}

struct error input_code(const char *field, enum vocabulary vocabulary, const char *code)
{
	const char *known;

	for (size_t i = 0; (known = text_code(vocabulary, i)) != NULL; i++)
		if (strcmp(known, code) == 0)
			return ok();
	return (struct error){ .code = E_INVALID, .field = field, .low = vocabulary + 1 };
}

struct error input_day(const char *field, const char *text, int64_t *day)
{
	*day = 0;
	if (text == NULL || *text == '\0')
		return ok();
	struct error e = day_parse(text, day);
	if (e.code == E_INVALID)
		e.field = field;
	return e;
}
