/* SPDX-License-Identifier: MIT
 * Documents as ODT (ISO/IEC 26300, 1.2): five members, for whoever finishes them in the office's
 * own program. What they look like is named styles alone, so that the office's can take their
 * place. */
#pragma once

#include "documents/memory.h"
#include "documents/paper.h"

/* Reads the lines of documents and writes the file: the same bytes for the same lines. FAULT_INPUT,
 * FAULT_LARGE, FAULT_OUTPUT. */
enum line_fault write_odt(FILE *in, FILE *out);

/* Its members that are not the same in every file (odt_content.c, odt_styles.c). */
void odt_content(const struct papers *papers, struct piece *out);
void odt_styles(const struct papers *papers, struct piece *out);
void odt_meta(const struct papers *papers, struct piece *out);

/* What stands around a document; "" for nothing. */
const char *odt_around(const struct paper *paper, enum around what);
/* A text with its blanks and line breaks as they are. */
void odt_text(struct piece *out, const char *text);
void odt_put(struct piece *out, const char *format, ...) __attribute__((format(printf, 2, 3)));
