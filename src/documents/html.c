/* SPDX-License-Identifier: MIT */
#include "src/documents/html.h"

#include <string.h>

static void put_escaped(struct buffer *out, const char *text, size_t n)
{
	for (size_t i = 0; i < n; i++)
		switch (text[i]) {
		case '&':
			buffer_text(out, "&amp;");
			break;
		case '<':
			buffer_text(out, "&lt;");
			break;
		case '>':
			buffer_text(out, "&gt;");
			break;
		case '"':
			buffer_text(out, "&quot;");
			break;
		case '\'':
			buffer_text(out, "&#39;");
			break;
		default:
			buffer_add(out, &text[i], 1);
		}
}

void html_text(struct buffer *out, const char *text)
{
	put_escaped(out, text, strlen(text));
}

void html_part(struct buffer *out, const char *text, size_t n)
{
	const char *end = text + n;

	while (text < end) {
		const char *feed = memchr(text, '\n', (size_t)(end - text));

		put_escaped(out, text, (size_t)((feed == NULL ? end : feed) - text));
		if (feed != NULL && feed + 1 < end)
			buffer_text(out, "<br>");
		text = feed == NULL ? end : feed + 1;
	}
}

void html_lines(struct buffer *out, const char *text)
{
	html_part(out, text, strlen(text));
}

void html_lang(struct buffer *out, const char *lang)
{
	if (lang == NULL)
		return;
	buffer_text(out, " lang=\"");
	html_text(out, lang);
	buffer_text(out, "\"");
}
