/* SPDX-License-Identifier: MIT
 * The forms that rows of cells can be written in: one file a form and a row in the table of them.
 * The command line's --format and the export of a list on the screens take what is there. */
#pragma once

#include <stdio.h>

#include "db/base/error.h"
#include "src/export/cell.h"

struct heading {
	const char *name;  /* for programs */
	const char *title; /* for people, in their language */
	enum cell_kind kind;
};

/* One run of a writer: what it writes to, and what it keeps meanwhile. */
struct writing {
	FILE *out;
	bool exact; /* for programs, where the form leaves a choice */
	const struct heading *headings;
	size_t n; /* cells of a row */
	size_t rows;
	struct arena kept;
	void *state;
	struct error fault; /* what `begin` could not do; `end` returns it */
	/* Of whose row nothing could be written; to be told to who asked for it. */
	const char **without;
	size_t without_n, without_room;
};

struct writer {
	const char *name;   /* "csv": of --format */
	const char *ending; /* of a file's name; NULL: the name */
	const char *word;   /* NC_("format", ...): what a screen calls it */
	/* People, who are told what stands beside a list too; a spreadsheet, which takes the list
	 * and nothing else; a program, which gets a record whole, with the tables inside of it. */
	enum reader reader;
	bool to_a_file; /* is it of use as a file? */
	bool packed;    /* and of none on a terminal? */
	bool addresses; /* it takes names and addresses, whatever columns there are */
	void (*begin)(struct writing *writing);
	/* NULL, or what every row is shown to between `begin` and the first `row`. Then `begin`
	 * writes nothing yet. */
	void (*measure)(struct writing *writing, const struct cell *cells);
	void (*row)(struct writing *writing, const struct cell *cells);
	/* Also after an error, which it returns; or the first of its own. */
	struct error (*end)(struct writing *writing, struct error e);
	/* One record by itself; NULL: a list of one. */
	void (*record)(struct writing *writing, const struct cell *cells);
};

extern const struct writer *const writers[];
extern const size_t writer_count;

/* NULL: there is none of that name. */
const struct writer *writer_find(const char *name);
/* "table|csv|json|xlsx"; into the arena. */
const char *writer_names(struct arena *arena);

/* What somebody sent must not drive a terminal: line ends and the like become spaces, the rest
 * U+FFFD. */
void write_clean(FILE *out, const char *text);

extern const struct writer table_writer, csv_writer, json_writer, xlsx_writer, addresses_writer,
	address_list_writer;
