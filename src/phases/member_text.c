/* SPDX-License-Identifier: MIT
 * A comma may stand between two people or between a surname and a first name: it divides only where
 * the other reading is impossible. */
#include "src/phases/member_text.h"

#include <stdbool.h>
#include <string.h>

#include "db/base/utf8.h"

/* Up to one of the signs that stands neither in quotation marks nor in <>. */
static size_t reach(const char *text, const char *signs)
{
	bool quoted = false, bracketed = false;
	size_t n = 0;

	for (; text[n] != '\0'; n++) {
		if (text[n] == '"' && !bracketed)
			quoted = !quoted;
		else if (!quoted && (text[n] == '<' || text[n] == '>'))
			bracketed = text[n] == '<';
		else if (text[n] == '\n' ||
			 (!quoted && !bracketed && strchr(signs, text[n]) != NULL))
			return n;
	}
	return n;
}

static bool is_one_word(struct arena *arena, const char *text)
{
	return strchr(utf8_clean(arena, text, TEXT_LINE), ' ') == NULL;
}

/* Does every comma stand between two people? Not where it could be "Surname, First": there are
 * fewer than three single words, or one of them has an address. */
static bool divides_people(struct arena *arena, const char *part)
{
	size_t people = 0, words = 0, addresses = 0;

	for (const char *at = part;;) {
		size_t n = reach(at, ",");
		const char *one = arena_bytes(arena, at, n);

		people++;
		words += is_one_word(arena, one) ? 1 : 0;
		addresses += strchr(one, '@') != NULL ? 1 : 0;
		if (at[n] == '\0')
			break;
		at += n + 1;
	}
	if (people == 1 || addresses == people)
		return people > 1;
	return addresses == 0 && (words == 0 || (words == people && people > 2));
}

/* "Mallikas, Matti" the other way round; anything else as it is. */
static const char *in_order(struct arena *arena, const char *name)
{
	const char *comma = strchr(name, ',');

	if (comma == NULL || strchr(comma + 1, ',') != NULL)
		return name;
	const char *surname =
		utf8_clean(arena, arena_bytes(arena, name, (size_t)(comma - name)), TEXT_LINE);
	const char *first = utf8_clean(arena, comma + 1, TEXT_LINE);
	if (*first == '\0' || *surname == '\0')
		return utf8_clean(arena, *first == '\0' ? surname : first, TEXT_LINE);
	return arena_printf(arena, "%s %s", first, surname);
}

/* Without the quotation marks around a display name; "" "" in a quoted one is one mark. */
static const char *unquoted(struct arena *arena, const char *text)
{
	char *copy = arena_text(arena, utf8_clean(arena, text, TEXT_LINE)), *out = copy;

	for (const char *at = copy; *at != '\0'; at++)
		if (*at != '"')
			*out++ = *at;
	*out = '\0';
	return utf8_clean(arena, copy, TEXT_LINE);
}

static const char *one_person(struct arena *arena, const char *text)
{
	const char *bracket = strchr(text, '<');
	bool quoted = *text == '"';

	if (bracket == NULL)
		return quoted ? in_order(arena, unquoted(arena, text)) : text;
	const char *name = unquoted(arena, arena_bytes(arena, text, (size_t)(bracket - text)));
	name = in_order(arena, name);
	return *name == '\0' ? bracket : arena_printf(arena, "%s %s", name, bracket);
}

/* Commas right behind an address divide; others only where they can be nothing else. */
static size_t person_reach(struct arena *arena, const char *part, bool all)
{
	size_t n = 0;

	for (;;) {
		n += reach(part + n, ",");
		if (part[n] != ',')
			return n;
		const char *before = utf8_clean(arena, arena_bytes(arena, part, n), TEXT_LINE);
		const char *word = strrchr(before, ' ');

		if (all || strchr(word == NULL ? before : word, '@') != NULL)
			return n;
		n++;
	}
}

static void add_line(struct buffer *out, const char *line, bool *first)
{
	buffer_printf(out, "%s%s", *first ? "" : "\n", line);
	*first = false;
}

static const char *lines(struct arena *arena, const char *text, bool addresses)
{
	struct buffer out = { 0 };
	bool first = true;

	buffer_text(&out, "");
	for (;;) {
		size_t n = reach(text, ";");
		const char *part = arena_bytes(arena, text, n);
		bool all = addresses || divides_people(arena, part);

		for (;;) {
			size_t one = person_reach(arena, part, all);
			const char *clean =
				utf8_clean(arena, arena_bytes(arena, part, one), TEXT_LINE);

			add_line(&out, one_person(arena, clean), &first);
			if (part[one] == '\0')
				break;
			part += one + 1;
		}
		if (text[n] == '\0')
			break;
		text += n + 1;
	}
	const char *all = arena_text(arena, out.text);
	buffer_clear(&out);
	return all;
}

const char *members_lines(struct arena *arena, const char *text)
{
	return lines(arena, text, false);
}

const char *addresses_lines(struct arena *arena, const char *text)
{
	return lines(arena, text, true);
}
