/* SPDX-License-Identifier: MIT
 * Lines of text in columns, for pages that are read on a screen and printed alike: at most 76
 * columns wide. */
#pragma once

#include "db/base/arena.h"

/* The text in exactly `width` columns, cut with "…" where it is longer; `right`: to the right. */
void column_text(struct buffer *out, const char *text, int width, bool right);
/* Ends the line without blanks at its end. */
void column_end(struct buffer *out);
/* The text as lines of at most 76 columns, broken at spaces. */
void column_paragraph(struct buffer *out, const char *text);
/* Each line of the text so. */
void column_paragraphs(struct buffer *out, const char *text);
