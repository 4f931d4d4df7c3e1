/* SPDX-License-Identifier: MIT */
#include "src/base/wrap.h"

#include <string.h>

#include "db/base/utf8.h"

/* A line that fits as it is, up to its line feed or the end. */
static bool fits_whole(const char *text, size_t fits, size_t *line, const char **next)
{
	*line = strcspn(text, "\n");
	*next = fits >= *line && text[*line] == '\n' ? text + *line + 1 : NULL;
	return fits >= *line;
}

/* The last blank that is no further than `fits`; 0 if the line is one word so far. */
static size_t last_blank(const char *text, size_t fits)
{
	while (fits > 0 && text[fits] != ' ')
		fits--;
	return fits;
}

size_t text_wrap(const char *text, int width, const char **next)
{
	size_t fits = utf8_prefix(text, width), line;

	if (fits_whole(text, fits, &line, next))
		return line;
	size_t cut = last_blank(text, fits);
	if (cut == 0) { /* one long word */
		cut = fits > 0 ? fits : utf8_grapheme(text);
		*next = text + cut;
		return cut;
	}
	*next = text + cut + 1;
	return cut;
}

int text_wrap_count(const char *text, int width)
{
	int lines = 0;

	while (text != NULL) {
		(void)text_wrap(text, width, &text);
		lines++;
	}
	return lines;
}

/* Where the line ends without the blanks before the break. */
static size_t trimmed(const char *text, size_t cut)
{
	while (cut > 0 && text[cut - 1] == ' ')
		cut--;
	return cut;
}

size_t text_wrap_words(const char *text, int width, const char **next)
{
	size_t fits = utf8_prefix(text, width), line;

	if (fits_whole(text, fits, &line, next))
		return line;
	size_t cut = trimmed(text, last_blank(text, fits));
	if (cut == 0)
		cut = strspn(text, " ") + strcspn(text + strspn(text, " "), " \n");
	const char *after = text + cut + strspn(text + cut, " ");
	*next = *after == '\0' ? NULL : *after == '\n' ? after + 1 : after;
	return cut;
}
