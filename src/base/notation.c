/* SPDX-License-Identifier: MIT */
#include "src/base/notation.h"

#include <string.h>

/* "{name}" at the text, with ? or ! before the name: how many bytes, 0 if it is none. */
static size_t read_field(struct arena *arena, const char *text, char *mark, const char **name)
{
	if (*text != '{')
		return 0;
	const char *begin = text + 1;

	*mark = *begin == '?' || *begin == '!' ? *begin++ : '\0';
	size_t n = strspn(begin, "abcdefghijklmnopqrstuvwxyz_");
	if (n == 0 || begin[n] != '}')
		return 0;
	*name = arena_bytes(arena, begin, n);
	return (size_t)(begin - text) + n + 1;
}

bool notation_is_mark(char sign)
{
	return sign == '#' || sign == '-' || sign == '{' || sign == '\\';
}

/* So that nothing in it is taken for a mark. */
static void put_value(struct buffer *out, const char *value, bool line)
{
	bool begins = out->length == 0 || out->text[out->length - 1] == '\n';

	for (const char *c = value; *c != '\0'; c++) {
		if (line && *c == '\n') {
			buffer_text(out, " ");
			continue;
		}
		if (!line && (*c == '{' || *c == '\\' || (begins && notation_is_mark(*c))))
			buffer_text(out, "\\");
		buffer_add(out, c, 1);
		begins = *c == '\n';
	}
}

const char *notation_words(struct arena *arena, const char *text)
{
	struct buffer out = { 0 };

	buffer_text(&out, "");
	put_value(&out, text, false);
	const char *words = arena_text(arena, out.text);
	buffer_clear(&out);
	return words;
}

/* --- Filling in */

struct filling {
	struct arena *arena;
	const struct notation_values *values;
	struct notation_trouble *trouble;
	struct buffer out;
	bool line;
};

static const char *value_of(struct filling *f, const char *name)
{
	const char *value = f->values->value(f->values->arg, name);

	if (value == NULL)
		*f->trouble = (struct notation_trouble){ NOTATION_UNKNOWN, name };
	return value;
}

/* The conditions before a line: does it stay? *text is moved behind them. */
static bool is_kept(struct filling *f, const char **text, const char *end)
{
	const char *name;
	char mark;
	bool kept = true;

	for (size_t n;
		*text < end && (n = read_field(f->arena, *text, &mark, &name)) > 0 && mark != '\0';
		*text += n) {
		const char *value = value_of(f, name);

		if (value == NULL)
			return false;
		kept = kept && (*value != '\0') == (mark == '?');
	}
	return kept;
}

static void put_field(struct filling *f, const char *name)
{
	const char *value = value_of(f, name);

	if (value != NULL && *value == '\0')
		*f->trouble = (struct notation_trouble){ NOTATION_EMPTY, name };
	if (value == NULL || *value == '\0')
		return;
	if (*value == NOTATION_READY[0])
		buffer_text(&f->out, value + 1);
	else
		put_value(&f->out, value, f->line);
}

static void fill_line(struct filling *f, const char *text, const char *end)
{
	while (text < end && f->trouble->fault == NOTATION_RIGHT) {
		const char *name;
		char mark;
		size_t n = read_field(f->arena, text, &mark, &name);

		if (*text == '\\' && text + 1 < end) {
			buffer_add(&f->out, text, f->line ? 0 : 2);
			buffer_add(&f->out, text + 1, f->line ? 1 : 0);
			text += 2;
		} else if (n > 0 && mark != '\0') {
			if (!is_kept(f, &text, end))
				return;
		} else if (n > 0) {
			put_field(f, name);
			text += n;
		} else {
			buffer_add(&f->out, text++, 1);
		}
	}
}

static const char *fill(struct arena *arena, const char *text, const struct notation_values *values,
	struct notation_trouble *trouble, bool line)
{
	struct filling f = { arena, values, trouble, { 0 }, line };

	*trouble = (struct notation_trouble){ NOTATION_RIGHT, NULL };
	buffer_text(&f.out, "");
	while (trouble->fault == NOTATION_RIGHT) {
		const char *end = text + strcspn(text, "\n");
		bool kept = is_kept(&f, &text, end);

		if (kept && trouble->fault == NOTATION_RIGHT) {
			fill_line(&f, text, end);
			buffer_add(&f.out, end, *end == '\n' ? 1 : 0);
		}
		if (*end == '\0')
			break;
		text = end + 1;
	}
	const char *filled =
		trouble->fault == NOTATION_RIGHT ? arena_text(arena, f.out.text) : NULL;
	buffer_clear(&f.out);
	return filled;
}

const char *notation_fill(struct arena *arena, const char *text,
	const struct notation_values *values, struct notation_trouble *trouble)
{
	return fill(arena, text, values, trouble, false);
}

const char *notation_fill_line(struct arena *arena, const char *text,
	const struct notation_values *values, struct notation_trouble *trouble)
{
	return fill(arena, text, values, trouble, true);
}

const char *notation_unknown(struct arena *arena, const char *text,
	bool (*knows)(void *arg, const char *name), void *arg)
{
	const char *name;
	char mark;

	for (; *text != '\0'; text++) {
		if (*text == '\\' && text[1] != '\0')
			text++;
		else if (read_field(arena, text, &mark, &name) > 0 && !knows(arg, name))
			return name;
	}
	return NULL;
}
