/* SPDX-License-Identifier: MIT
 * Writers of documents: one file and one row each. They know blocks and nothing of what a document
 * is about; no word that is read stands in them, for a document may be in another language than the
 * screen. */
#pragma once

#include "src/documents/block.h"

struct document_writer {
	const char *format; /* as --format names it */
	const char *ending; /* of a file's name, with its dot */
	const char *word;   /* NC_("format", ...): what a screen calls it */
	bool paper;         /* it has pages, which go into envelopes */
	/* Adds the file's bytes to `out`. E_RULE says why there can be none. */
	struct error (*write)(const struct documents *all, struct buffer *out);
};

/* By the name of its format; NULL: there is no such one. */
const struct document_writer *document_writer(const char *format);
/* By the ending of a file's name, in letters of either case; text for whatever else. */
const struct document_writer *document_writer_of(const char *path);
/* The i-th; NULL behind the last. */
const struct document_writer *document_writer_at(size_t i);
/* "text|html|pdf|odt", for messages and help. Into the arena. */
const char *document_formats(struct arena *arena);

/* These two need no other program, and always can. */
void document_write_text(const struct documents *all, struct buffer *out);
void document_write_html(const struct documents *all, struct buffer *out);
/* These are made by klash-documents. E_RULE says why not. */
struct error document_write_pdf(const struct documents *all, struct buffer *out);
struct error document_write_odt(const struct documents *all, struct buffer *out);
