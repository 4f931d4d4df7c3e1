/* SPDX-License-Identifier: MIT
 * One pass over a finished PDF for what cairo cannot say: the language of the file and of its
 * passages, that its title is shown, what its tables' headings are headings of, what on its pages
 * is no part of the text, its colours, its own description (XMP). */
#pragma once

#include "documents/memory.h"
#include "documents/press.h"

struct structure {
	const struct passage *passages;
	size_t n;
	size_t elements; /* that were opened */
};

/* FAULT_OUTPUT: the file could not be read back, or did not arrive. */
enum line_fault finish_pdf(const struct papers *papers, const struct piece *drawn,
	const struct structure *structure, FILE *out);

/* --- Its parts */

/* A page's marks with all that is painted outside of tags marked as an artifact (artifact.c). */
void mark_artifacts(const char *content, size_t n, struct piece *out);
/* A profile of the colours of sRGB (IEC 61966-2-1; ICC.1:2004-10), made here (srgb.c). */
void srgb_profile(struct piece *out);
/* The description of the file as XMP (ISO 16684-1), (xmp.c). */
void xmp_packet(const struct papers *papers, struct piece *out);
