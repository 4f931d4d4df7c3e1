/* SPDX-License-Identifier: MIT
 * Text as it stands in HTML, whatever somebody wrote: nothing of it is read as a tag, an entity or
 * the end of an attribute. Text in UTF-8, shown characters only (utf8_visible). */
#pragma once

#include "db/base/arena.h"

/* In an element or in an attribute with quotes. */
void html_text(struct buffer *out, const char *text);
/* The first n bytes of it, lines as they were written: <br> between them. */
void html_part(struct buffer *out, const char *text, size_t n);
void html_lines(struct buffer *out, const char *text);
/* ' lang="sv"'; nothing for NULL. */
void html_lang(struct buffer *out, const char *lang);
