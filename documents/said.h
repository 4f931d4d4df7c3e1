/* SPDX-License-Identifier: MIT
 * What a file of an office program says, and what it says of itself: its text, its properties,
 * comments, who changed what, and where its parts lead. */
#pragma once

#include "documents/lines.h"

/* Of a packed document (DOCX, ODT): to `out` a line "1" if something in it cannot be judged by its
 * text alone (an author, a company, a picture, a file within it), else "0"; then all its text. */
enum line_fault say_document(FILE *in, FILE *out);

/* Of a PDF, by poppler's programs, which take the place of this one and its limits: "text", "info"
 * or "meta". Returns only if there are none. */
enum line_fault say_pdf(const char *what);
