/* SPDX-License-Identifier: MIT
 * What a record's page tells beyond the record itself: one row a section, with who may see it,
 * which kinds of records have it and the function that finds its rows. A section without rows says
 * nothing. The screens show the lines, the command line prints the same lines and gives programs
 * the cells under the section's name. */
#pragma once

#include "src/export/listing.h"
#include "src/ground/context.h"

/* The record that a page is about. */
struct section_of {
	enum kind kind;
	int64_t id;
	const char *code;  /* what text calls it: "P-001", "person:12" */
	int64_t sealed_by; /* the round that keeps its two sides apart; 0: none */
};

/* For people. */
struct section_line {
	const char *label, *text; /* label "": it goes on with the line before */
	enum kind kind;           /* of the record that it names; KIND_NONE: of none */
	int64_t id;
	bool faint; /* what counts no more */
};

struct section;

/* One section, found. */
struct section_found {
	const struct section *section;
	struct arena *arena;
	struct nested *rows; /* for programs */
	struct section_line *lines;
	size_t n, room;
};

struct section {
	const char *name;  /* the member of a record's JSON object */
	const char *title; /* NC_("heading", ...) */
	bool first; /* the answer that most ask for: before the record's own text, not after it */
	enum audience seen_by;
	const struct column *columns;
	size_t n;
	/* Of its lines: the column at the left, and those that stand behind it, "outcome,day". */
	const char *label, *shown;
	struct error (*fill)(
		struct context *ctx, const struct section_of *of, struct section_found *found);
};

/* How long what stands beside "Letters" must be to be counted: "Letters (26)". */
enum { SECTION_LONG = 6 };

/* The record of that kind, for the next ones. */
struct error section_of(struct context *ctx, struct arena *arena, enum kind kind, int64_t id,
	struct section_of *of);
/* The i-th of that kind; NULL behind the last. */
const struct section *section_at(enum kind kind, size_t i);
/* Its rows as far as the acting account may see them; all into the arena. */
struct error section_find(struct context *ctx, struct arena *arena, const struct section *section,
	const struct section_of *of, struct section_found *found);
/* "Letters (26)", in the language in use. Into the arena. */
const char *section_heading(const struct section_found *found);

/* For what fills: room for n rows, before the first. */
void section_begin(struct section_found *found, size_t n);
/* The next row, to be put into. */
struct row section_add(struct section_found *found);
/* When its cells are there: the line that they make, which names that record; and more lines below
 * it, none for an empty text. */
/* KIND_STATEMENT or KIND_DECISION, by the decision's own kind. */
enum kind section_kind_of(const char *kind);
struct section_line *section_tell(struct section_found *found, enum kind kind, int64_t id);
void section_more(struct section_found *found, const char *label, const char *text);

/* The sections of what was judged, and of what names a record. */
struct error fill_judged(struct context *, const struct section_of *, struct section_found *);
struct error fill_verdicts(struct context *, const struct section_of *, struct section_found *);
struct error fill_served(struct context *, const struct section_of *, struct section_found *);
struct error fill_complaints(struct context *, const struct section_of *, struct section_found *);
struct error fill_dialogues(struct context *, const struct section_of *, struct section_found *);
struct error fill_letters(struct context *, const struct section_of *, struct section_found *);
struct error fill_requests(struct context *, const struct section_of *, struct section_found *);
struct error fill_notes(struct context *, const struct section_of *, struct section_found *);
struct error fill_roles(struct context *, const struct section_of *, struct section_found *);
struct error fill_submissions(struct context *, const struct section_of *, struct section_found *);
struct error fill_decisions(struct context *, const struct section_of *, struct section_found *);
struct error fill_challenges(struct context *, const struct section_of *, struct section_found *);
struct error fill_teams(struct context *, const struct section_of *, struct section_found *);
struct error fill_sessions(struct context *, const struct section_of *, struct section_found *);
struct error fill_rounds(struct context *, const struct section_of *, struct section_found *);
struct error fill_adoptions(struct context *, const struct section_of *, struct section_found *);
