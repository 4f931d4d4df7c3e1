/* SPDX-License-Identifier: MIT */
#include "src/judging/columns.h"

#include <string.h>

#include "db/base/utf8.h"

enum { PAGE_WIDTH = 76 };

static void blanks(struct buffer *out, int n)
{
	while (n-- > 0)
		buffer_add(out, " ", 1);
}

void column_text(struct buffer *out, const char *text, int width, bool right)
{
	int gap = width - utf8_columns(text);

	if (gap < 0) {
		buffer_add(out, text, utf8_prefix(text, width - 1));
		buffer_text(out, "…");
		return;
	}
	blanks(out, right ? gap : 0);
	buffer_text(out, text);
	blanks(out, right ? 0 : gap);
}

void column_end(struct buffer *out)
{
	while (out->length > 0 && out->text[out->length - 1] == ' ')
		out->text[--out->length] = '\0';
	buffer_text(out, "\n");
}

void column_paragraph(struct buffer *out, const char *text)
{
	int at = 0;

	while (*text != '\0') {
		size_t n = strcspn(text, " ");
		struct arena arena = { 0 };
		const char *word = arena_bytes(&arena, text, n);
		int width = utf8_columns(word);

		if (at > 0 && at + 1 + width > PAGE_WIDTH) {
			buffer_text(out, "\n");
			at = 0;
		}
		buffer_printf(out, "%s%s", at > 0 ? " " : "", word);
		at += width + (at > 0 ? 1 : 0);
		arena_clear(&arena);
		text += n + strspn(text + n, " ");
	}
	buffer_text(out, "\n");
}

void column_paragraphs(struct buffer *out, const char *text)
{
	while (*text != '\0') {
		size_t n = strcspn(text, "\n");
		struct arena arena = { 0 };

		column_paragraph(out, arena_bytes(&arena, text, n));
		arena_clear(&arena);
		text += n + (text[n] == '\n' ? 1 : 0);
	}
}
